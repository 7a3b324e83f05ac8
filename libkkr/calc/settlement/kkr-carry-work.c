/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-expression-private.h>

KkrCarryWork *
kkr_carry_work_new (void)
{
  KkrCarryWork *self = g_new0 (KkrCarryWork, 1);

  kkr_step_maker_init (&self->maker);
  self->movements = g_array_new (FALSE, FALSE, sizeof (KkrCarryMovement));
  return self;
}

void
kkr_carry_work_free (KkrCarryWork *self)
{
  kkr_step_maker_clear (&self->maker);
  g_array_unref (self->movements);
  g_free (self);
}

void
kkr_carry_work_add_number (KkrCarryWork *self, const char *id, const char *danish,
                           const char *english, const KkrRational *value, KkrUnit unit)
{
  g_autofree char *exact = kkr_rational_to_string (value);

  if (self->maker.error == NULL)
    kkr_step_maker_add_value (&self->maker, id, danish, english, exact, unit);
}

void
kkr_carry_work_add_amount (KkrCarryWork *self, const char *id, const char *danish,
                           const char *english, gint64 amount)
{
  const KkrRational value = KKR_RATIONAL_INT (amount);

  kkr_carry_work_add_number (self, id, danish, english, &value, KKR_UNIT_AMOUNT);
}

void
kkr_carry_work_add_formula (KkrCarryWork *self, const char *id, const char *danish,
                            const char *english, const char *expression)
{
  if (self->maker.error == NULL)
    kkr_step_maker_add_formula (&self->maker, id, danish, english, expression, KKR_UNIT_AMOUNT);
}

void
kkr_carry_work_add_rounding (KkrCarryWork *self, const char *id, const char *danish,
                             const char *english, const char *expression, KkrRoundingMode mode,
                             gint64 unit)
{
  g_autofree char *size = g_strdup_printf ("%lld", (long long) unit);

  if (self->maker.error == NULL)
    kkr_step_maker_add_rounding (&self->maker, id, danish, english, expression, KKR_UNIT_AMOUNT,
                                 mode, size);
}

const KkrStep *
kkr_carry_work_find (KkrCarryWork *self, const char *id)
{
  return g_hash_table_lookup (self->maker.by_id, id);
}

gint64
kkr_carry_work_get_amount (KkrCarryWork *self, const char *id)
{
  const KkrStep *step = kkr_carry_work_find (self, id);

  if (step != NULL && step->value.den == 1 && step->value.num >= G_MININT64 + 1 &&
      step->value.num <= G_MAXINT64)
    return (gint64) step->value.num;
  if (self->maker.error == NULL)
    kkr_rational_overflow (&self->maker.error, _("an amount"));
  return 0;
}

/* Movements are of steps that were added just before. */
static guint
find_index (KkrCarryWork *self, const KkrStep *step)
{
  for (guint i = self->maker.steps->len; i > 0; i--)
    if (self->maker.steps->pdata[i - 1] == step)
      return i - 1;
  return 0;
}

void
kkr_carry_work_move (KkrCarryWork *self, KkrCarryMovement movement, const char *id)
{
  movement.amount = kkr_carry_work_get_amount (self, id);
  if (self->maker.error != NULL)
    return;
  movement.step = find_index (self, kkr_carry_work_find (self, id));
  g_array_append_val (self->movements, movement);
}

static gboolean
need_operand (KkrExpressionOperator op, gsize character, const char *name,
              const KkrRational *number, gpointer user_data, GError **error)
{
  if (op == KKR_EXPRESSION_NAME)
    g_hash_table_add (user_data, g_strdup (name));
  return TRUE;
}

static void
add_share (const KkrStep *step, KkrDerivationBuilder *builder)
{
  g_autofree char *share = kkr_rational_to_string (&step->value);
  g_autofree char *unit = kkr_rational_to_string (&step->rounding_unit);
  g_auto (GStrv) weights = g_new0 (char *, step->n_terms + 1);

  for (guint i = 0; i < step->n_terms; i++)
    weights[i] = kkr_rational_to_string (&step->terms[i]);
  kkr_derivation_builder_add_apportionment (
    builder, step->id, step->danish, step->english, step->total, (const char *const *) step->keys,
    (const char *const *) weights, step->method, step->tie_rule, unit, step->row, share);
}

static void
add_step (const KkrStep *step, KkrDerivationBuilder *builder)
{
  g_autofree char *value = kkr_rational_to_string (&step->value);
  g_autofree char *unit = kkr_rational_to_string (&step->rounding_unit);

  if (step->kind == KKR_STEP_KIND_APPORTIONMENT)
    add_share (step, builder);
  else if (step->kind == KKR_STEP_KIND_FORMULA)
    kkr_derivation_builder_add_formula (builder, step->id, step->danish, step->english,
                                        step->expression, step->unit);
  else if (step->kind == KKR_STEP_KIND_ROUNDING)
    kkr_derivation_builder_add_rounding (builder, step->id, step->danish, step->english,
                                         step->expression, step->unit, step->mode, unit);
  else
    kkr_derivation_builder_add_value (builder, step->id, step->danish, step->english, value,
                                      step->unit);
}

void
kkr_carry_work_explain (KkrCarryWork *self, const char *id, KkrDerivationBuilder *builder)
{
  g_autoptr (GHashTable) needed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *steps = self->maker.steps;

  /* Each follows from earlier ones only. */
  g_hash_table_add (needed, g_strdup (id));
  for (guint i = steps->len; i > 0; i--)
    {
      const KkrStep *step = steps->pdata[i - 1];

      if (!g_hash_table_contains (needed, step->id))
        continue;
      if (step->total != NULL)
        g_hash_table_add (needed, g_strdup (step->total));
      if (step->expression != NULL)
        kkr_expression_visit (step->expression, need_operand, needed, NULL);
    }
  for (guint i = 0; i < steps->len; i++)
    if (g_hash_table_contains (needed, ((const KkrStep *) steps->pdata[i])->id))
      add_step (steps->pdata[i], builder);
}
