/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/domtype/kkr-matching-private.h>

G_BEGIN_DECLS

/* What the reading of KkrMatching keeps to itself. */

#define KKR_MATCHING_MAX_PAIRS 5000000
#define KKR_MATCHING_N_DECISIONS (KKR_DOM_DECISION_PLACEMENT + 1)

/* Numbers in ascending order, each once. */
typedef struct {
  guint *items;
  guint n;
} KkrMatchingSet;

typedef struct {
  char *label;      /* "§ 107, § 108" */
  GPtrArray *ids;   /* "sel-107", sorted */
} KkrMatchingParagraphs;

typedef struct {
  char *name;
  int code;         /* -1: the register does not know it */
  guint region, council; /* NONE: not known */
} KkrMatchingMunicipality;

/* One who has a place on the day. */
typedef struct {
  guint row;            /* in `placements` */
  guint person;         /* if it is one who waits */
  guint offer, slot;    /* NONE: in none of the offers */
  guint place;          /* row of `places`, or NONE */
  guint type;
  KkrDomDecision decision;
  guint paragraphs;     /* of `paragraphs`; 0: not stated */
  guint needs;          /* of `group_sets` */
} KkrMatchingResident;

struct _KkrMatchingTexts {
  gboolean checking;
  KkrRuleEffect unstated, prose, private_offers, secured_places;
  gboolean independent_as_public;
  guint32 secured_rules, private_rules; /* bits of the rules that ask for these */
  KkrApprovalScope approval;
  KkrEscalationReading escalated;
  KkrMatchingArea within;
  gint64 max_distance;           /* metres; -1: any */
  guint64 duty_types;            /* bits in `types`, if these were declared */
  gboolean has_duty_types;
  GArray *municipalities;        /* KkrMatchingMunicipality */
  GHashTable *municipality_of;   /* by text as it is compared */
  GHashTable *region_of, *council_of; /* of codes of municipalities: a number + 1 */
  GPtrArray *region_names, *council_names;
  GPtrArray *groups;             /* names of target groups */
  GHashTable *group_of;          /* by text as it is compared: the number + 1 */
  GPtrArray *paragraphs;         /* KkrMatchingParagraphs, the first of which has none */
  GHashTable *paragraphs_of;     /* by text: their number */
  GArray *group_sets;            /* KkrMatchingSet, the first of which is empty */
  GHashTable *group_sets_of;     /* by text: their number */
  GHashTable *person_of, *offer_of, *slot_of, *place_of; /* by text as it is compared: + 1 */
  guint *person_needs, *offer_groups; /* of `group_sets` */
  guint *slot_paragraphs;        /* of `paragraphs` */
  char **slot_names;
  guint *place_offers;           /* of rows of `places`; NONE where there is none */
  guint *place_slots;            /* NONE: not open on the day */
  GArray *residents;             /* KkrMatchingResident */
  guint32 *class_rules;          /* of types + 1 and decisions: bits of rules */
  guint32 move_rules;            /* about moves: not for those who live there */
  guint64 *slot_refusals, *slot_conditions; /* of all rules */
  gint32 *distances;             /* metres, by distance row and offer; -1: not stated */
  guint *distance_rows;          /* of municipalities */
  guint n_distance_rows;
  GArray *conflict_persons;      /* guint: persons of tokens, one token after the other */
  guint64 *blocked;              /* bits of offers by person, or NULL */
  guint blocked_words;
  guint n_unknown_conflicts;     /* rows that name nobody */
  guint n_unknown_distances;     /* rows whose offer is not in the table */
  guint n_unknown_living;        /* persons who live in an offer that is not in the table */
  guint n_not_placed;            /* persons who live in one, and are none of the placements */
  GPtrArray *derived_sectors;    /* names of offers whose sector is that of their operator */
};

/* Reports a row that is wrong where inputs are checked; nothing elsewhere. */
void kkr_matching_report (const KkrMatching *self, KkrSheet *sheet, guint row, guint column,
                          KkrCalcError code, const char *format, ...) G_GNUC_PRINTF (6, 7);
/* Refuses a cell that has a personal number in it, and does not repeat it. Offers and places may be
 * called by numbers that are shaped alike: only what is none of them is to be looked at. */
gboolean kkr_matching_report_number (const KkrMatching *self, KkrSheet *sheet, guint row,
                                     guint column);
/* Of an input that is no table. */
void kkr_matching_report_input (const KkrMatching *self, const char *input, KkrCalcError code,
                                const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Words: the numbers of what texts mean. NULL and "" mean nothing. */
guint kkr_matching_read_municipality (KkrMatching *self, const char *text);
guint kkr_matching_read_groups (KkrMatching *self, const char *text);
guint kkr_matching_read_paragraphs (KkrMatching *self, const char *text);
/* NONE: nothing stated. FALSE where the register has no such dom-type. */
gboolean kkr_matching_read_type (const KkrMatching *self, const char *text, guint *type);
gboolean kkr_matching_read_types (const KkrMatching *self, const char *text, guint64 *types,
                                  char **unknown);
/* The number of a text that is compared without case and spaces around it, or NONE. */
guint kkr_matching_look_up (GHashTable *table, const char *text);
/* FALSE if it is there already. */
gboolean kkr_matching_add_key (GHashTable *table, const char *text, guint number);

/* Parts of the reading, in this order; each is NULL-safe to free. */
gboolean kkr_matching_read_inputs (KkrMatching *self, GError **error);
gboolean kkr_matching_read_rules (KkrMatching *self, GError **error);
void kkr_matching_read_offers (KkrMatching *self);
void kkr_matching_read_places (KkrMatching *self);
void kkr_matching_read_placements (KkrMatching *self);
void kkr_matching_read_persons (KkrMatching *self);
void kkr_matching_read_distances (KkrMatching *self);
void kkr_matching_read_conflicts (KkrMatching *self);
void kkr_matching_apply_rules (KkrMatching *self);
void kkr_matching_free_texts (KkrMatchingTexts *texts);

guint32 kkr_matching_get_class_rules (const KkrMatching *self, guint type,
                                      KkrDomDecision decision);
/* Those that are only told, after a decision. */
guint32 kkr_matching_get_told_rules (const KkrMatching *self, guint type,
                                     KkrDomDecision decision);
/* Bits of rules, as reasons. */
guint64 kkr_matching_rule_bits (guint32 rules);
/* What a rule says of a place with these facts. */
typedef enum { KKR_MATCHING_PASSES, KKR_MATCHING_FAILS, KKR_MATCHING_UNKNOWN } KkrMatchingOutcome;
KkrMatchingOutcome kkr_matching_test (const KkrMatching *self, guint rule, guint offer,
                                      guint paragraphs, int long_term);
/* What the first rule about the length of an offer makes of paragraphs; -1: it cannot be told. */
int kkr_matching_long_term_of (const KkrMatching *self, guint paragraphs);
/* Whether all the groups of `needs` are in those of `has`. */
gboolean kkr_matching_covers (const KkrMatching *self, guint needs, guint has);

gboolean kkr_matching_shares_paragraph (const KkrMatching *self, guint one, guint two);
/* What was found, of a reason that is no rule; NULL where there is no more to say. */
void kkr_matching_add_offer_readings (const KkrMatching *self, GPtrArray *notes);
char *kkr_matching_dup_detail_in (const KkrMatching *self, guint reason, guint person, guint slot,
                                  const char *language);

static inline const KkrMatchingMunicipality *
kkr_matching_municipality (const KkrMatching *self, guint municipality)
{
  return &g_array_index (self->texts->municipalities, KkrMatchingMunicipality, municipality);
}

G_END_DECLS
