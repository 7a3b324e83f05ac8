/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/domtype/kkr-matching-private.h>
#include <libkkr/calc/domtype/kkr-matching-search-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

G_BEGIN_DECLS

/* The best joint assignment of all who wait to all vacant places. */

typedef enum {
  KKR_MATCHING_DUTY,     /* persons whom the municipality must place at once, without a place */
  KKR_MATCHING_WAITING,  /* days since judgement of those without a place */
  KKR_MATCHING_NEED,     /* points of need of those without a place */
  KKR_MATCHING_PLACED,   /* persons without a place */
  KKR_MATCHING_WISH,     /* wishes that are not met */
  KKR_MATCHING_FAR,      /* metres from the own municipality to the offer */
  KKR_MATCHING_COST,     /* øre per day */
  KKR_MATCHING_N_PRIORITIES,
} KkrMatchingPriority;

/* What becomes of a person. */
typedef enum {
  KKR_MATCHING_PLACE,         /* gets a vacant place */
  KKR_MATCHING_STAY,          /* keeps the place where the person lives */
  KKR_MATCHING_NO_OFFER_MAY,
  KKR_MATCHING_NONE_CAN,
  KKR_MATCHING_KEPT_APART,    /* from another one who gets a place */
  KKR_MATCHING_LOST,          /* the places go to others */
  KKR_MATCHING_NOT_WORTH,     /* the priorities are better served without */
  KKR_MATCHING_N_OUTCOMES,
} KkrMatchingFate;

typedef struct {
  const KkrMatching *matching; /* borrowed */
  guint n_levels;
  KkrMatchingPriority levels[KKR_MATCHING_N_PRIORITIES];
  gboolean placed_added; /* the priority PLACED was not declared */
  guint level_of[KKR_MATCHING_N_PRIORITIES]; /* G_MAXUINT: not among them */
  /* What stands for distances and tariffs that are not stated: the largest of those that are. */
  gint64 farthest, dearest;
  guint n_no_distance, n_no_tariff; /* pairs */
  KkrMatchingProblem *problem;
  /* A column is a slot, and after these come the places of persons who may stay where they are. */
  guint *own_slots;      /* of columns after the slots */
  guint n_own;
  gint32 *own_columns;   /* of persons; -1 */
  guint32 *may, *can;    /* of persons: offers */
  guint *homes;          /* of persons: offers in which they get a place, or NONE */
  /* Conflicts with others who wait, by person: from his first to before the next one's. */
  guint *first_conflicts, *conflicts;
  KkrMatchingAnswer *answer;
  struct _KkrMatchingLosses *losses; /* NULL without an assignment */
  guint limit;
  guint n_over_full; /* slots with more persons than places */
  guint n_unverified; /* losses of which it was not shown that they decided */
  guint n_unknown; /* slots of which it was not found what one more would change */
} KkrMatchingPlan;

void kkr_matching_install_plan (KkrCalculatorClass *klass);
void kkr_matching_check_plan (KkrCalculator *calculator);

gboolean kkr_matching_read_priorities (KkrMatchingPlan *self, const char *text, GError **error);
const char *kkr_matching_priority_in (KkrMatchingPriority priority, const char *language);
const char *const *kkr_matching_get_priority_nicks (void);
/* "pligt (antal ...)": what is counted. */
const char *kkr_matching_priority_meaning_in (KkrMatchingPriority priority,
                                              const char *language);
/* A sum of a priority as a text: "120 døgn", "14,5 km", "2.400,00 kr. pr. døgn". */
char *kkr_matching_priority_value_in (KkrMatchingPriority priority, gint64 value,
                                      const char *language);
KkrUnit kkr_matching_priority_unit (KkrMatchingPriority priority);

/* Takes nothing over: `matching` must live as long. */
KkrMatchingPlan *kkr_matching_plan_new (const KkrMatching *matching, GCancellable *cancellable,
                                        GError **error);
/* The same without an assignment: for what only depends on the inputs. */
KkrMatchingPlan *kkr_matching_plan_open (const KkrMatching *matching, GError **error);
void kkr_matching_plan_free (KkrMatchingPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrMatchingPlan, kkr_matching_plan_free)

/* The slot of a column; NONE for -1. */
guint kkr_matching_plan_get_slot (const KkrMatchingPlan *self, gint32 column);
KkrMatchingFate kkr_matching_plan_get_outcome (const KkrMatchingPlan *self, guint person);
/* What a priority counts of a person in a column (-1: none). */
gint64 kkr_matching_plan_count (const KkrMatchingPlan *self, KkrMatchingPriority priority,
                                guint person, gint32 column);
/* The day when the typical time of a match has gone; FALSE without a judgement. */
gboolean kkr_matching_plan_get_typical (const KkrMatchingPlan *self, guint person, gint32 *day);

/* What it would take for a person who has no place to get one. */
typedef struct {
  guint person;
  guint32 column;      /* which one it would be */
  guint instead;       /* who would be without one; NONE: nobody */
  guint level;         /* the first priority that would be worse; n_levels: none, a tie */
  gint64 worse;        /* by how much */
} KkrMatchingLoss;

typedef struct _KkrMatchingLosses {
  GArray *losses; /* KkrMatchingLoss, by person */
  /* By column: the person that would leave it, or NONE where it has room, and to where (-1: to
   * none). */
  guint *leavers;
  gint32 *to;
} KkrMatchingLosses;

KkrMatchingLosses *kkr_matching_losses_new (const KkrMatchingPlan *plan);
/* Drops those that others who cannot live together stand in the way of. */
gboolean kkr_matching_verify_losses (KkrMatchingPlan *self, GCancellable *cancellable,
                                     GError **error);
void kkr_matching_losses_free (KkrMatchingLosses *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrMatchingLosses, kkr_matching_losses_free)

/* Somebody who gets a place in an offer that could take a person who cannot live with him. */
typedef struct {
  guint offer, other;
} KkrMatchingApart;

/* So many are named in a text. */
#define KKR_MATCHING_MAX_NAMED 5
/* The id of the reason that stands for them. */
#define KKR_MATCHING_APART_ID "kept-apart"

/* KkrMatchingApart, by offer; `homes` are offers by person, or NONE. Only of some conflicts, unless
 * `conflicts` is NULL. */
GArray *kkr_matching_find_apart (const KkrMatching *matching, const guint *homes, guint person,
                                 const guint *conflicts, guint n_conflicts);
GArray *kkr_matching_plan_find_apart (const KkrMatchingPlan *self, guint person);
void kkr_matching_plan_index_conflicts (KkrMatchingPlan *self);
/* How many offers. */
guint kkr_matching_count_apart (const GArray *apart);
char *kkr_matching_dup_apart_in (const KkrMatching *matching, const GArray *apart,
                                 const char *language);

/* The key of the vacant place that a person gets, of those with keys; else NULL. Whose turn it is
 * follows the order of the persons. */
const char **kkr_matching_plan_dup_places (const KkrMatchingPlan *self);
/* Why a person has no place: "Intet tilbud må: ...", or what the place rests on; "" for nothing. */
char *kkr_matching_dup_why_in (const KkrMatchingPlan *self, guint person, const char *language);
/* How many offers say no to a person for each reason: KKR_MATCHING_N_REASONS of them. */
void kkr_matching_count_reasons (const KkrMatchingPlan *self, guint person, guint *counts);
const KkrMatchingLoss *kkr_matching_plan_find_loss (const KkrMatchingPlan *self, guint person);
const char *const *kkr_matching_get_outcome_nicks (void);
const char *const *kkr_matching_get_outcome_words (void);

/* Cells of which some have no value: NULL, G_MININT64, G_MININT32. */
void kkr_matching_add_texts (KkrTableBuilder *builder, const char *name, const char *danish,
                             const char *english, const char **values, guint n);
void kkr_matching_add_numbers (KkrTableBuilder *builder, const char *name, const char *danish,
                               const char *english, KkrUnit unit, const gint64 *values, guint n);
void kkr_matching_add_days (KkrTableBuilder *builder, const char *name, const char *danish,
                            const char *english, gint32 *values, guint n);
/* Metres as km, with the sum of those that there are, if any, unless `sums` is FALSE. */
void kkr_matching_add_km (KkrTableBuilder *builder, const char *name, const char *danish,
                          const char *english, const gint64 *metres, guint n, gboolean sums);
/* The sum of those that there are, if any. */
void kkr_matching_set_sum (KkrTableBuilder *builder, const char *name, const gint64 *values,
                           guint n);

/* Puts the table of persons before `tables`, and the others of the assignment after them. */
gboolean kkr_matching_plan (const KkrMatching *matching, GPtrArray *tables, GPtrArray *notes,
                            GCancellable *cancellable, GError **error);
KkrTable *kkr_matching_build_persons (const KkrMatchingPlan *self, GError **error);
KkrTable *kkr_matching_build_left_over (const KkrMatchingPlan *self, GError **error);
KkrTable *kkr_matching_build_lost (const KkrMatchingPlan *self, GError **error);
void kkr_matching_plan_add_notes (const KkrMatchingPlan *self, GPtrArray *notes);
/* Of all tables. */
KkrDerivation *kkr_matching_derive (KkrCalculator *calculator, KkrResult *result,
                                    const char *column, gint64 row, GError **error);

G_END_DECLS
