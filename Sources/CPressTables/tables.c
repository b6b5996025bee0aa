#include "CPressTables.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// A table is a file in tables/, one #embed here, and one line in `tables`.
static const unsigned char letter_bases[] = {
#embed "tables/letter-bases.tsv"
};
static const unsigned char office_classes[] = {
#embed "tables/office-classes.tsv"
};
static const unsigned char body_words[] = {
#embed "tables/body-words.tsv"
};
static const unsigned char abbreviations[] = {
#embed "tables/abbreviations.tsv"
};
static const unsigned char calendar[] = {
#embed "tables/calendar.tsv"
};
static const unsigned char cities[] = {
#embed "tables/cities.tsv"
};
static const unsigned char claim_words[] = {
#embed "tables/claim-words.tsv"
};
static const unsigned char commitment_verbs[] = {
#embed "tables/commitment-verbs.tsv"
};
static const unsigned char common_words[] = {
#embed "tables/common-words.tsv"
};
static const unsigned char contact_cues[] = {
#embed "tables/contact-cues.tsv"
};
static const unsigned char countries[] = {
#embed "tables/countries.tsv"
};
static const unsigned char currencies[] = {
#embed "tables/currencies.tsv"
};
static const unsigned char first_names[] = {
#embed "tables/first-names.tsv"
};
static const unsigned char function_words[] = {
#embed "tables/function-words.tsv"
};
static const unsigned char marks[] = {
#embed "tables/marks.tsv"
};
static const unsigned char name_cues[] = {
#embed "tables/name-cues.tsv"
};
static const unsigned char name_stops[] = {
#embed "tables/name-stops.tsv"
};
static const unsigned char name_words[] = {
#embed "tables/name-words.tsv"
};
static const unsigned char nicknames[] = {
#embed "tables/nicknames.tsv"
};
static const unsigned char numbers[] = {
#embed "tables/numbers.tsv"
};
static const unsigned char organizations[] = {
#embed "tables/organizations.tsv"
};
static const unsigned char plain_acronyms[] = {
#embed "tables/plain-acronyms.tsv"
};
static const unsigned char time_zones[] = {
#embed "tables/time-zones.tsv"
};
static const unsigned char printed_months[] = {
#embed "tables/printed-months.tsv"
};
static const unsigned char regions[] = {
#embed "tables/regions.tsv"
};
static const unsigned char speech[] = {
#embed "tables/speech.tsv"
};
static const unsigned char surnames[] = {
#embed "tables/surnames.tsv"
};
static const unsigned char titles[] = {
#embed "tables/titles.tsv"
};
static const unsigned char units[] = {
#embed "tables/units.tsv"
};

static const unsigned char after_end[] = {
#embed "tables/after-end.tsv"
};

static const unsigned char embargo_words[] = {
#embed "tables/embargo-words.tsv"
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

static const unsigned char stage_remarks[] = {
#embed "tables/stage-remarks.tsv"
};
static const unsigned char stop_words[] = {
#embed "tables/stop-words.tsv"
};

static const unsigned char gendered_nouns[] = {
#embed "tables/gendered-nouns.tsv"
};

static const unsigned char word_lists[] = {
#embed "tables/word-lists.tsv"
};

static const unsigned char event_days[] = {
#embed "tables/event-days.tsv"
};

static const unsigned char role_words[] = {
#embed "tables/role-words.tsv"
};

static const unsigned char page_hints[] = {
#embed "tables/page-hints.tsv"
};

static const unsigned char page_block_trees[] = {
#embed "tables/page-block-trees.tsv"
};
static const unsigned char page_block_trees_second[] = {
#embed "tables/page-block-trees-second.tsv"
};
static const unsigned char page_class_weights[] = {
#embed "tables/page-class-weights.tsv"
};

static const unsigned char byline_labels[] = {
#embed "tables/byline-labels.tsv"
};

static const unsigned char key_point_weights[] = {
#embed "tables/key-point-weights.tsv"
};
static const unsigned char page_date_weights[] = {
#embed "tables/page-date-weights.tsv"
};
static const unsigned char legal_notes[] = {
#embed "tables/legal-notes.tsv"
};
static const unsigned char date_labels[] = {
#embed "tables/date-labels.tsv"
};
static const unsigned char document_form[] = {
#embed "tables/document-form.tsv"
};
static const unsigned char page_reasons[] = {
#embed "tables/page-reasons.tsv"
};
static const unsigned char page_title_trees[] = {
#embed "tables/page-title-trees.tsv"
};
static const unsigned char page_title_weights[] = {
#embed "tables/page-title-weights.tsv"
};

static const unsigned char page_head_weights[] = {
#embed "tables/page-head-weights.tsv"
};
static const unsigned char name_weights[] = {
#embed "tables/name-weights.bin"
};
static const unsigned char name_clusters[] = {
#embed "tables/name-clusters.bin"
};
static const struct press_table tables[] = {
    {"letter-bases", letter_bases, sizeof letter_bases},
    {"office-classes", office_classes, sizeof office_classes},
    {"body-words", body_words, sizeof body_words},
    {"abbreviations", abbreviations, sizeof abbreviations},
    {"calendar", calendar, sizeof calendar},
    {"cities", cities, sizeof cities},
    {"claim-words", claim_words, sizeof claim_words},
    {"commitment-verbs", commitment_verbs, sizeof commitment_verbs},
    {"common-words", common_words, sizeof common_words},
    {"after-end", after_end, sizeof after_end},
    {"embargo-words", embargo_words, sizeof embargo_words},
    {"release-labels", release_labels, sizeof release_labels},
    {"contact-cues", contact_cues, sizeof contact_cues},
    {"countries", countries, sizeof countries},
    {"currencies", currencies, sizeof currencies},
    {"first-names", first_names, sizeof first_names},
    {"function-words", function_words, sizeof function_words},
    {"marks", marks, sizeof marks},
    {"name-cues", name_cues, sizeof name_cues},
    {"name-stops", name_stops, sizeof name_stops},
    {"name-clusters", name_clusters, sizeof name_clusters},
    {"name-weights", name_weights, sizeof name_weights},
    {"name-words", name_words, sizeof name_words},
    {"nicknames", nicknames, sizeof nicknames},
    {"numbers", numbers, sizeof numbers},
    {"organizations", organizations, sizeof organizations},
    {"plain-acronyms", plain_acronyms, sizeof plain_acronyms},
    {"printed-months", printed_months, sizeof printed_months},
    {"time-zones", time_zones, sizeof time_zones},
    {"regions", regions, sizeof regions},
    {"speech", speech, sizeof speech},
    {"surnames", surnames, sizeof surnames},
    {"titles", titles, sizeof titles},
    {"units", units, sizeof units},
    {"page-furniture", page_furniture, sizeof page_furniture},
    {"page-line-weights", page_line_weights, sizeof page_line_weights},
    {"issuer-words", issuer_words, sizeof issuer_words},
    {"legal-notes", legal_notes, sizeof legal_notes},
    {"breadcrumb-labels", breadcrumb_labels, sizeof breadcrumb_labels},
    {"document-kinds", document_kinds, sizeof document_kinds},
    {"stage-remarks", stage_remarks, sizeof stage_remarks},
    {"stop-words", stop_words, sizeof stop_words},
    {"role-words", role_words, sizeof role_words},
    {"word-lists", word_lists, sizeof word_lists},
    {"event-days", event_days, sizeof event_days},
    {"gendered-nouns", gendered_nouns, sizeof gendered_nouns},
    {"page-hints", page_hints, sizeof page_hints},
    {"page-block-trees", page_block_trees, sizeof page_block_trees},
    {"page-block-trees-second", page_block_trees_second, sizeof page_block_trees_second},
    {"page-class-weights", page_class_weights, sizeof page_class_weights},
    {"byline-labels", byline_labels, sizeof byline_labels},
    {"key-point-weights", key_point_weights, sizeof key_point_weights},
    {"page-date-weights", page_date_weights, sizeof page_date_weights},
    {"date-labels", date_labels, sizeof date_labels},
    {"document-form", document_form, sizeof document_form},
    {"page-head-weights", page_head_weights, sizeof page_head_weights},
    {"page-reasons", page_reasons, sizeof page_reasons},
    {"page-title-trees", page_title_trees, sizeof page_title_trees},
    {"page-title-weights", page_title_weights, sizeof page_title_weights},
};

struct press_table press_table_named(const char *name) {
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    if (strcmp(tables[i].name, name) == 0) return tables[i];
  }
  return (struct press_table){name, NULL, 0};
}
