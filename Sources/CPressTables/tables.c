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

static const unsigned char after_end[] = {
#embed "tables/after-end.tsv"
};

static const unsigned char release_labels[] = {
#embed "tables/release-labels.tsv"
};

static const unsigned char page_furniture[] = {
#embed "tables/page-furniture.tsv"
};

static const unsigned char page_line_weights[] = {
#embed "tables/page-line-weights.tsv"
};

static const unsigned char issuer_words[] = {
#embed "tables/issuer-words.tsv"
};

static const unsigned char breadcrumb_labels[] = {
#embed "tables/breadcrumb-labels.tsv"
};

static const unsigned char document_kinds[] = {
#embed "tables/document-kinds.tsv"
};

static const unsigned char stop_words[] = {
#embed "tables/stop-words.tsv"
};

static const unsigned char role_heads[] = {
#embed "tables/role-heads.tsv"
};

static const unsigned char page_hints[] = {
#embed "tables/page-hints.tsv"
};

static const unsigned char page_block_weights[] = {
#embed "tables/page-block-weights.tsv"
};

static const unsigned char byline_labels[] = {
#embed "tables/byline-labels.tsv"
};

static const struct press_table tables[] = {
    {"abbreviations", abbreviations, sizeof abbreviations},
    {"calendar", calendar, sizeof calendar},
    {"after-end", after_end, sizeof after_end},
    {"release-labels", release_labels, sizeof release_labels},
    {"countries", countries, sizeof countries},
    {"currencies", currencies, sizeof currencies},
    {"function-words", function_words, sizeof function_words},
    {"marks", marks, sizeof marks},
    {"numbers", numbers, sizeof numbers},
    {"speech", speech, sizeof speech},
    {"units", units, sizeof units},
    {"page-furniture", page_furniture, sizeof page_furniture},
    {"page-line-weights", page_line_weights, sizeof page_line_weights},
    {"issuer-words", issuer_words, sizeof issuer_words},
    {"breadcrumb-labels", breadcrumb_labels, sizeof breadcrumb_labels},
    {"document-kinds", document_kinds, sizeof document_kinds},
    {"stop-words", stop_words, sizeof stop_words},
    {"role-heads", role_heads, sizeof role_heads},
    {"page-hints", page_hints, sizeof page_hints},
    {"page-block-weights", page_block_weights, sizeof page_block_weights},
    {"byline-labels", byline_labels, sizeof byline_labels},
};

struct press_table press_table_named(const char *name) {
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    if (strcmp(tables[i].name, name) == 0) return tables[i];
  }
  return (struct press_table){name, NULL, 0};
}
