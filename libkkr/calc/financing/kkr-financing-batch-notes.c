/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-financing-batch-private.h>

#include <libkkr/base/kkr-amount.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-names-private.h>
#include <libkkr/base/kkr-note.h>
#include <libkkr/kernel/kkr-share-block-private.h>

/* Ties are looked for when somebody asks for the notes, by sharing once more: in so many scenarios
 * at most, which takes less than a tenth of a second. */
#define MAX_LOOKED_AT 250000
#define MAX_LOOKED_AT_SLOWLY 10000
#define AT_ONCE 256

void
kkr_financing_group_keep (KkrFinancingGroup *self, const gint64 *budgets, gsize n)
{
  gsize kept;

  if (self->asked == NULL)
    self->asked = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->n_asked += n;
  kept = MIN (n, MAX_LOOKED_AT - self->asked->len);
  g_array_append_vals (self->asked, budgets, (guint) kept);
}

static gboolean
is_slow (KkrApportionMethod method)
{
  return method == KKR_APPORTION_METHOD_DHONDT || method == KKR_APPORTION_METHOD_SAINTE_LAGUE
         || method == KKR_APPORTION_METHOD_HUNTINGTON_HILL;
}

/* A rule that refuses ties marks those that have one. */
static gsize
count_ties (const KkrFinancingGroup *self, gsize n)
{
  KkrShareTask task = { .weights = self->weights, .n = self->n,
                        .tie_rule = KKR_TIE_RULE_REFUSE };
  g_autofree gint64 *shares = g_new (gint64, AT_ONCE * self->n);
  gsize n_ties = 0;

  kkr_share_check_weights (&task, NULL);
  for (gsize first = 0; first < n; first += AT_ONCE)
    {
      guint8 bad[AT_ONCE] = { 0 };
      const KkrShareBlock block = {
        .totals = &g_array_index (self->asked, gint64, first),
        .n_totals = MIN (AT_ONCE, n - first), .task = &task, .method = self->method,
        .unit = self->unit, .level = kkr_cpu_get_level (), .shares = shares, .bad = bad,
      };

      kkr_share_block (&block);
      for (gsize i = 0; i < block.n_totals; i++)
        n_ties += bad[i];
    }
  return n_ties;
}

static void
add_tie_note (const KkrFinancingGroup *self, KkrBatchNotes *notes)
{
  gsize n = MIN (self->asked->len, is_slow (self->method) ? MAX_LOOKED_AT_SLOWLY : MAX_LOOKED_AT);
  gsize n_ties = count_ties (self, n);
  g_autofree char *n_da = kkr_format_int ((gint64) n, "da"), *n_en = NULL;
  g_autofree char *only_da = g_strdup_printf (" Kun de første %s budgetter er undersøgt.", n_da);
  g_autofree char *only_en = NULL, *danish = NULL, *english = NULL;

  n_en = kkr_format_int ((gint64) n, "en");
  only_en = g_strdup_printf (" Only the first %s budgets have been looked at.", n_en);
  danish = g_strdup_printf (
    "Flere kommuner har lige krav på den sidste enhed. Ved lighed vinder %s.%s",
    kkr_tie_rule_name (self->tie_rule, "da"), n < self->n_asked ? only_da : "");
  english = g_strdup_printf (
    "Several municipalities have the same claim to the last unit. In a tie the winner is %s.%s",
    kkr_tie_rule_name (self->tie_rule, "en"), n < self->n_asked ? only_en : "");

  if (n_ties > 0)
    kkr_batch_notes_add (notes, KKR_NOTE_KIND_TIE, n_ties, danish, english);
}

/* How far off rounding alone is. */
static void
add_missed_note (const KkrFinancingGroup *self, KkrBatchNotes *notes)
{
  g_autofree char *most_da = kkr_amount_to_string_in (self->most_missed, "da");
  g_autofree char *most_en = kkr_amount_to_string_in (self->most_missed, "en");
  g_autofree char *danish = g_strdup_printf (
    "Kommunerne er afrundet hver for sig, og summen er ikke budgettet: forskellen er op til %s",
    most_da);
  g_autofree char *english = g_strdup_printf (
    "The municipalities are rounded each alone, and do not add to the budget: the difference is up "
    "to %s.", most_en);

  kkr_batch_notes_add (notes, KKR_NOTE_KIND_ROUNDING, self->n_missed, danish, english);
}

void
kkr_financing_group_add_notes (KkrFinancingGroup *self, KkrBatchNotes *notes)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KkrCalculator) calculator = kkr_financing_group_new_calculator (self);
  g_autoptr (KkrFinancingYear) year = kkr_financing_load_main (calculator, NULL);

  if (year == NULL)
    return;
  if (self->by_row)
    kkr_financing_add_notes_on_facts (found, year);
  else
    kkr_financing_add_notes (found, calculator, year);
  /* Only the price per unit comes from volumes, and it is not in the batch. */
  g_ptr_array_set_size (year->volumes, 0);
  kkr_financing_add_assumed_note (found, year, NULL);
  kkr_batch_notes_add_all (notes, found);
  if (self->asked != NULL && self->tie_rule != KKR_TIE_RULE_REFUSE)
    add_tie_note (self, notes);
  if (self->by_row && self->n_missed > 0)
    add_missed_note (self, notes);
}
