/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/supervision/kkr-tariff-private.h>

/* What a register answered to a plan, for the next one that asks the same: groups of a batch mostly
 * differ in other things than the year. */

typedef struct {
  KkrFact *fact;
  GError *gap; /* where there is none */
} Answer;

struct _KkrTariffKnown {
  KkrRegister *reg;
  char *about; /* the arrangement, the days and the price level */
  GHashTable *answers;
};

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  g_clear_object (&answer->fact);
  g_clear_error (&answer->gap);
  g_free (answer);
}

KkrTariffKnown *
kkr_tariff_known_new (KkrTariffPlan *plan, KkrTariffKnown *before)
{
  const char *known_on = kkr_calculator_get_text (plan->calculator, "known-on");
  const char *level = kkr_calculator_get_text (plan->calculator, "price-level");
  g_autofree char *about = g_strjoin ("\n", plan->arrangement, plan->valid_on,
                                      level != NULL ? level : "", known_on, NULL);
  KkrTariffKnown *self;

  if (before != NULL && before->reg == plan->reg && g_str_equal (before->about, about))
    return g_atomic_rc_box_acquire (before);
  self = g_atomic_rc_box_new0 (KkrTariffKnown);
  self->reg = g_object_ref (plan->reg);
  self->about = g_steal_pointer (&about);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_answer);
  return self;
}

static void
clear (gpointer data)
{
  KkrTariffKnown *self = data;

  g_object_unref (self->reg);
  g_free (self->about);
  g_hash_table_unref (self->answers);
}

void
kkr_tariff_known_unref (KkrTariffKnown *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

gboolean
kkr_tariff_known_get (KkrTariffKnown *self, const char *tail, KkrFact **fact, GError **gap)
{
  const Answer *answer = g_hash_table_lookup (self->answers, tail);

  if (answer == NULL)
    return FALSE;
  *fact = answer->fact != NULL ? g_object_ref (answer->fact) : NULL;
  if (answer->gap != NULL)
    *gap = g_error_copy (answer->gap);
  return TRUE;
}

void
kkr_tariff_known_add (KkrTariffKnown *self, const char *tail, KkrFact *fact, const GError *gap)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->fact = fact != NULL ? g_object_ref (fact) : NULL;
  answer->gap = gap != NULL ? g_error_copy (gap) : NULL;
  g_hash_table_insert (self->answers, g_strdup (tail), answer);
}
