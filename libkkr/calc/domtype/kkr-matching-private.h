/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/domtype/kkr-matching-choices.h>
#include <libkkr/calc/domtype/kkr-sector.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/model/kkr-dom-type.h>

G_BEGIN_DECLS

/* Who may live where, and who can: persons who wait, offers, and their places on one day. Equal
 * places of an offer (of the same paragraphs and tariff) are one slot. */

enum {
  KKR_MATCHING_PERSON_KEY,
  KKR_MATCHING_PERSON_MUNICIPALITY,
  KKR_MATCHING_PERSON_DOM_TYPE,
  KKR_MATCHING_PERSON_JUDGED,
  KKR_MATCHING_PERSON_NEEDS,
  KKR_MATCHING_PERSON_POINTS,
  KKR_MATCHING_PERSON_WISH,
  KKR_MATCHING_PERSON_DECISION,
  KKR_MATCHING_PERSON_LIVING_IN,
};
enum {
  KKR_MATCHING_OFFER_NAME,
  KKR_MATCHING_OFFER_OPERATOR,
  KKR_MATCHING_OFFER_SECTOR,
  KKR_MATCHING_OFFER_MUNICIPALITY,
  KKR_MATCHING_OFFER_PARAGRAPHS,
  KKR_MATCHING_OFFER_LONG_TERM,
  KKR_MATCHING_OFFER_APPROVED,
  KKR_MATCHING_OFFER_SECURED,
  KKR_MATCHING_OFFER_GROUPS,
  KKR_MATCHING_OFFER_DOM_TYPES,
  KKR_MATCHING_OFFER_PLACES,
  KKR_MATCHING_OFFER_TARIFF,
};
enum {
  KKR_MATCHING_PLACE_KEY,
  KKR_MATCHING_PLACE_OFFER,
  KKR_MATCHING_PLACE_FROM,
  KKR_MATCHING_PLACE_TO,
  KKR_MATCHING_PLACE_PARAGRAPHS,
  KKR_MATCHING_PLACE_TARIFF,
};
enum {
  KKR_MATCHING_PLACEMENT_PERSON,
  KKR_MATCHING_PLACEMENT_OFFER,
  KKR_MATCHING_PLACEMENT_PLACE,
  KKR_MATCHING_PLACEMENT_FROM,
  KKR_MATCHING_PLACEMENT_TO,
  KKR_MATCHING_PLACEMENT_PARAGRAPHS,
  KKR_MATCHING_PLACEMENT_DOM_TYPE,
  KKR_MATCHING_PLACEMENT_DECISION,
  KKR_MATCHING_PLACEMENT_NEEDS,
};
enum {
  KKR_MATCHING_DISTANCE_MUNICIPALITY,
  KKR_MATCHING_DISTANCE_OFFER,
  KKR_MATCHING_DISTANCE_KM,
};
enum {
  KKR_MATCHING_CONFLICT_ONE,
  KKR_MATCHING_CONFLICT_OTHER,
};

/* Why a person cannot have a place, besides the rules for the judgement. */
typedef enum {
  KKR_MATCHING_NO_VACANCY,       /* every place that is open on the day is taken */
  KKR_MATCHING_NOT_OPEN,         /* the slot has no place on the day */
  KKR_MATCHING_AREA,             /* outside the region or KKR of the person's municipality */
  KKR_MATCHING_AREA_UNSTATED,
  KKR_MATCHING_DISTANCE,         /* farther than `max-distance` */
  KKR_MATCHING_DISTANCE_UNSTATED,
  KKR_MATCHING_NEEDS,            /* the offer is not for one of the target groups */
  KKR_MATCHING_NEEDS_UNSTATED,
  KKR_MATCHING_DOM_TYPE,         /* the offer does not take the dom-type */
  KKR_MATCHING_DOM_TYPE_UNSTATED,
  KKR_MATCHING_CONFLICT,         /* with one who lives there */
  KKR_MATCHING_STAYS,            /* a condition only: it is where the person lives already */
  KKR_MATCHING_NOT_TO_SECURED,   /* a secured place, and no judgement or decision to one */
  KKR_MATCHING_INDEPENDENT,      /* an independent offer, which is not counted as a public one */
  KKR_MATCHING_FIRST_RULE = 16,
} KkrMatchingReason;

/* Reasons are bits: the above; a rule of the register that says no (FIRST_RULE + rule); a rule that
 * cannot be applied, since a fact is not stated (FIRST_RULE + MAX_RULES + rule). */
#define KKR_MATCHING_MAX_RULES 24
#define KKR_MATCHING_N_REASONS (KKR_MATCHING_FIRST_RULE + 2 * KKR_MATCHING_MAX_RULES)
#define KKR_MATCHING_BIT(reason) (G_GUINT64_CONSTANT (1) << (reason))
/* Our readings of what the sources leave open, about who may; no law says so. */
#define KKR_MATCHING_READING_BITS (KKR_MATCHING_BIT (KKR_MATCHING_NOT_TO_SECURED) \
                                   | KKR_MATCHING_BIT (KKR_MATCHING_INDEPENDENT))
#define KKR_MATCHING_CAN_BITS ((KKR_MATCHING_BIT (KKR_MATCHING_FIRST_RULE) - 1) \
                               & ~KKR_MATCHING_READING_BITS)
#define KKR_MATCHING_NONE G_MAXUINT

typedef struct {
  guint64 refusals;   /* 0: the person may and can have a place there */
  guint64 conditions; /* what does not refuse, but has to be known: told, and never hidden */
} KkrMatchingReasons;

/* What a rule asks, as its `test` in the register. */
typedef enum {
  KKR_MATCHING_TEST_NONE,      /* applied to nothing: it is only told */
  KKR_MATCHING_TEST_PARAGRAPH, /* a place under one of the rule's paragraphs */
  KKR_MATCHING_TEST_LONG_TERM,
  KKR_MATCHING_TEST_APPROVED,
  KKR_MATCHING_TEST_SECURED,
  KKR_MATCHING_TEST_SECTOR,    /* not the rule's sector */
  KKR_MATCHING_TEST_VOLUNTARY, /* refuses nothing: the person decides */
} KkrMatchingTest;

/* A rule of the register about where a person with a dom-type may live. */
typedef struct {
  KkrDomType *dom_type;  /* borrowed from `types` */
  KkrDomTypeRule *rule;  /* referenced */
  KkrMatchingTest test;
  gboolean legal;        /* else practical */
  KkrRuleEffect effect, unstated;
} KkrMatchingRule;

typedef struct {
  guint row;           /* in `persons` */
  const char *key;
  guint municipality;  /* in `municipalities`, or NONE */
  guint type;          /* in `types`; NONE: no judgement */
  guint rules_type;    /* whose rules hold: another one after a decision that makes it stricter */
  KkrDomDecision decision; /* NONE where none is stated */
  guint32 told_rules;  /* rules of the own dom-type that another one's rules stand in for */
  gint32 judged;       /* G_MININT32: not stated */
  gint64 days;         /* since the judgement was received, on the day; -1: not stated */
  gint64 points;       /* of need; 0 where blank */
  gboolean duty;       /* a rule obliges the municipality to place the person at once */
  gboolean voluntary;  /* a rule says that the person decides */
  guint wish_offer, wish_municipality; /* NONE: no such wish */
  guint living_in;     /* the offer where the person lives already, or NONE */
  guint living_slot;   /* the slot of that place, or NONE where it is not known. Who stays takes no
                        * vacant place; a place that is moved out of is not vacant yet */
} KkrMatchingPerson;

typedef struct {
  guint row;           /* in `offers` */
  const char *name;
  guint municipality;  /* or NONE */
  KkrSector sector; /* UNSET: not stated */
  int long_term, secured; /* TRUE, FALSE, or -1: not stated */
  KkrPortalApproval approved; /* UNSET: not stated */
  guint64 dom_types;   /* bits in `types`; 0: not stated */
  guint first_slot, n_slots;
  gint64 places, taken; /* on the day; taken may be more */
} KkrMatchingOffer;

typedef struct {
  guint offer;
  const char *paragraphs; /* "§ 107, § 108"; "" where not stated */
  int long_term;       /* by the offer or by the paragraphs; -1: not stated */
  gint64 tariff;       /* øre per day; G_MININT64: not stated */
  gint64 places, taken; /* on the day */
  gint64 vacant;       /* never negative: places over the number are told by the offer's `taken` */
  guint first_place, n_places; /* of `slot_places`, those of `places` that are vacant; where the
                                * offer only has a number, n_places is 0 */
} KkrMatchingSlot;

/* "X cannot live where Y lives": persons that wait, as indices. A pair stands in one row at least,
 * and nobody is in conflict with themselves. */
typedef struct {
  guint row;                     /* in `conflicts` */
  const guint *ones, *others;    /* persons */
  guint n_ones, n_others;
} KkrMatchingConflict;

typedef struct _KkrMatchingTexts KkrMatchingTexts; /* what only the reading needs */

typedef struct {
  KkrCalculator *calculator;
  KkrRegister *reg;
  KkrSheet *person_sheet, *offer_sheet, *place_sheet, *placement_sheet, *distance_sheet,
    *conflict_sheet;
  gint32 day;
  GPtrArray *types;              /* KkrDomType, as in the register */
  KkrMatchingRule *rules;
  guint n_rules;
  guint64 legal_bits, practical_bits; /* of rules and of rules with facts not stated */
  KkrMatchingPerson *persons;
  guint n_persons;
  KkrMatchingOffer *offers;
  guint n_offers;
  KkrMatchingSlot *slots;        /* by offer */
  guint n_slots;
  guint *slot_places;            /* rows of `places` */
  KkrMatchingConflict *conflicts;
  guint n_conflicts;
  KkrMatchingTexts *texts;
} KkrMatching;

/* NULL with an error where an input cannot be read. The day, the rules and the rows were checked
 * before; so in compute() and derive() it only fails where memory or limits do. */
KkrMatching *kkr_matching_new (KkrCalculator *calculator, GError **error);
void kkr_matching_free (KkrMatching *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrMatching, kkr_matching_free)

/* O(1) but for many target groups. Not stored anywhere. */
void kkr_matching_get_reasons (const KkrMatching *self, guint person, guint slot,
                               KkrMatchingReasons *reasons);

/* Of KKR_MATCHING_READING_BITS, those that are met. */
guint64 kkr_matching_find_readings (const KkrMatching *self, guint offer, guint type,
                                    KkrDomDecision decision);
/* One reason with the source of its rule, without a full stop. With a pair, it names what was
 * found: the distance, the groups not met, who lives there. Both may be NONE: the reason alone. */
char *kkr_matching_dup_reason_in (const KkrMatching *self, guint reason, guint person, guint slot,
                                  const char *language);
/* A few words: "ingen ledig plads". */
char *kkr_matching_dup_reason_name_in (const KkrMatching *self, guint reason,
                                       const char *language);
/* The source of a rule: "DAS Social ..., Punkt 4"; NULL for other reasons. */
char *kkr_matching_dup_reason_source (const KkrMatching *self, guint reason, const char *language);
/* A stable English key: "no-vacancy", "2-private", "2-private-unstated". */
char *kkr_matching_dup_reason_id (const KkrMatching *self, guint reason);

/* Whole metres, rounded half up; -1: not stated. 0 within one municipality only where a table of
 * distances says so. */
gint64 kkr_matching_get_distance (const KkrMatching *self, guint person, guint offer);
gboolean kkr_matching_meets_wish (const KkrMatching *self, guint person, guint offer);
gboolean kkr_matching_has_wish (const KkrMatching *self, guint person);
/* Names as in the register; "" for NONE. */
const char *kkr_matching_get_municipality (const KkrMatching *self, guint municipality);
/* "Elmely", or "Elmely, § 107, 2.400,00 kr." where the offer has several slots. */
const char *kkr_matching_get_slot_name (const KkrMatching *self, guint slot);
/* "2", or "" for no judgement. */
const char *kkr_matching_get_type_id (const KkrMatching *self, guint type);
/* G_MAXUINT where there is none of that key. */
guint kkr_matching_find_person (const KkrMatching *self, const char *key);
guint kkr_matching_find_offer (const KkrMatching *self, const char *name);
guint kkr_matching_find_slot (const KkrMatching *self, const char *name);

/* Of the class: B. */
void kkr_matching_check (KkrCalculator *calculator);
KkrTable *kkr_matching_build_pairs (const KkrMatching *self, GError **error);
/* What all pairs come to. */
typedef struct {
  gint64 *may, *can;  /* persons by slot: whom no rule refuses; and who could have it, were it
                       * vacant */
  gint64 refused[KKR_MATCHING_N_REASONS]; /* pairs by reason */
  gint64 alone[KKR_MATCHING_N_REASONS];   /* those with no other reason */
  gint64 told[KKR_MATCHING_N_REASONS];    /* conditions */
} KkrMatchingCounts;

KkrMatchingCounts *kkr_matching_count (const KkrMatching *self);
void kkr_matching_counts_free (KkrMatchingCounts *counts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrMatchingCounts, kkr_matching_counts_free)

KkrTable *kkr_matching_build_offers (const KkrMatching *self, const KkrMatchingCounts *counts,
                                     GError **error);
KkrTable *kkr_matching_build_reasons (const KkrMatching *self, const KkrMatchingCounts *counts,
                                      GError **error);
KkrTable *kkr_matching_build_unexpected (const KkrMatching *self, GError **error);
/* Readings that were used, what was not stated, and what stands in the tables above. */
void kkr_matching_add_notes (const KkrMatching *self, GPtrArray *notes);
void kkr_placement_matching_explain_columns (KkrCalculatorClass *klass);

G_END_DECLS
