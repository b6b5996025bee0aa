#include "CPressTables.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// A table is a file in tables/, one #embed here, and one line in `tables`.
static const unsigned char countries[] = {
#embed "tables/countries.tsv"
};

static const struct press_table tables[] = {
    {"countries", countries, sizeof countries},
};

struct press_table press_table_named(const char *name) {
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    if (strcmp(tables[i].name, name) == 0) return tables[i];
  }
  return (struct press_table){name, NULL, 0};
}
