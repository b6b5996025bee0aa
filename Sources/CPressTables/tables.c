#include "CPressTables.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// A table is a file in tables/, one #embed here, and one line in `tables`.
static const unsigned char abbreviations[] = {
#embed "tables/abbreviations.tsv"
};
static const unsigned char calendar[] = {
#embed "tables/calendar.tsv"
};
static const unsigned char countries[] = {
#embed "tables/countries.tsv"
};
static const unsigned char currencies[] = {
#embed "tables/currencies.tsv"
};
static const unsigned char function_words[] = {
#embed "tables/function-words.tsv"
};
static const unsigned char marks[] = {
#embed "tables/marks.tsv"
};
static const unsigned char numbers[] = {
#embed "tables/numbers.tsv"
};
static const unsigned char speech[] = {
#embed "tables/speech.tsv"
};
static const unsigned char units[] = {
#embed "tables/units.tsv"
};

static const struct press_table tables[] = {
    {"abbreviations", abbreviations, sizeof abbreviations},
    {"calendar", calendar, sizeof calendar},
    {"countries", countries, sizeof countries},
    {"currencies", currencies, sizeof currencies},
    {"function-words", function_words, sizeof function_words},
    {"marks", marks, sizeof marks},
    {"numbers", numbers, sizeof numbers},
    {"speech", speech, sizeof speech},
    {"units", units, sizeof units},
};

struct press_table press_table_named(const char *name) {
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    if (strcmp(tables[i].name, name) == 0) return tables[i];
  }
  return (struct press_table){name, NULL, 0};
}
