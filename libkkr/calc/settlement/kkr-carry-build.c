/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-build-private.h>

#include <libkkr/kernel/kkr-apportion.h>

char *
kkr_carry_text_put (const char *text, const char *mark, const char *with)
{
  g_auto (GStrv) parts = g_strsplit (text, mark, -1);

  return g_strjoinv (with, parts);
}

char *
kkr_carry_build_expand (const KkrCarryBuild *self, const char *text, const char *department)
{
  g_autofree char *stage = kkr_carry_text_put (text, "#", self->stage);
  g_autofree char *before = kkr_carry_text_put (stage, "~", self->before);

  return kkr_carry_text_put (before, "@", department);
}

void
kkr_carry_build_add_formula (const KkrCarryBuild *self, const char *id, const char *danish,
                             const char *english, const char *expression)
{
  for (gint64 i = -1; i < (self->splits ? (gint64) self->plan->n_weights : 0); i++)
    {
      const gboolean whole = i < 0;
      const char *name = whole ? NULL : self->plan->keys[i];
      g_autofree char *department = whole ? g_strdup ("") : g_strdup_printf ("_d%d", (int) i + 1);
      g_autofree char *full = kkr_carry_build_expand (self, id, department);
      g_autofree char *formula = kkr_carry_build_expand (self, expression, department);
      g_autofree char *title_da = whole ? NULL : g_strdup_printf ("%s, %s", danish, name);
      g_autofree char *title_en = whole ? NULL : g_strdup_printf ("%s, %s", english, name);

      kkr_carry_work_add_formula (self->work, full, whole ? danish : title_da,
                                  whole ? english : title_en, formula);
    }
}

void
kkr_carry_build_share (const KkrCarryBuild *self, const char *id, gint64 unit)
{
  KkrCarryPlan *plan = self->plan;
  g_autofree char *total = kkr_carry_build_expand (self, id, "");
  g_autofree char *size = g_strdup_printf ("%lld", (long long) unit);
  g_autoptr (KkrApportionment) shares = NULL;
  const KkrStep *step;
  gint64 amount;

  if (!self->splits || self->work->maker.error != NULL)
    return;
  amount = kkr_carry_work_get_amount (self->work, total);
  step = kkr_carry_work_find (self->work, total);
  if (self->work->maker.error == NULL)
    shares = kkr_apportion_full (amount, plan->whole_weights, plan->n_weights, plan->rules.method,
                                 unit, KKR_TIE_RULE_FIRST, &self->work->maker.error);
  plan->has_ties = plan->has_ties || (shares != NULL && kkr_apportionment_has_ties (shares));
  for (guint i = 0; shares != NULL && i < plan->n_weights && self->work->maker.error == NULL; i++)
    {
      g_autofree char *part = g_strdup_printf ("%s_d%u", total, i + 1);
      g_autofree char *danish = g_strdup_printf ("%s, %s", step->danish, plan->keys[i]);
      g_autofree char *english = g_strdup_printf ("%s, %s", step->english, plan->keys[i]);
      g_autofree char *share = g_strdup_printf (
        "%lld", (long long) kkr_apportionment_get_shares (shares, NULL)[i]);

      kkr_step_maker_add_apportionment (
        &self->work->maker, part, danish, english,
        &(KkrShareInit) { .total = total,
                          .keys = (const char *const *) plan->keys,
                          .weights = (const char *const *) plan->weights,
                          .method = plan->rules.method,
                          .tie_rule = KKR_TIE_RULE_FIRST,
                          .rounding_unit = size,
                          .row = i,
                          .share = share });
    }
}

void
kkr_carry_build_move (const KkrCarryBuild *self, KkrCarryKind kind, const char *id, int year,
                      gint32 known, guint number)
{
  KkrCarryMovement movement = { .kind = kind, .cause_year = self->cause->year, .year = year,
                                .department = self->cause->department, .known = known,
                                .number = number };
  g_autofree char *whole = kkr_carry_build_expand (self, id, "");

  if (!self->splits)
    kkr_carry_work_move (self->work, movement, whole);
  for (guint i = 0; self->splits && i < self->plan->n_weights; i++)
    {
      g_autofree char *part = g_strdup_printf ("%s_d%u", whole, i + 1);

      movement.department = (gint32) i;
      kkr_carry_work_move (self->work, movement, part);
    }
}
