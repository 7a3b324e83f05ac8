/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <string.h>

#include <libkkr/base/kkr-claim-verdict-private.h>
#include <libkkr/base/kkr-derivation-builder.h>

typedef struct {
  const KkrRecon *recon;
  const KkrReconRelation *relation;
  KkrDerivationBuilder *builder;
  KkrReconFigures figures;
} Steps;

static void
add_exact (Steps *self, const char *id, const char *danish, const char *english,
           const KkrRational *value)
{
  g_autofree char *exact = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, exact, KKR_UNIT_NONE);
}

static void
add_cell (Steps *self, const char *id, guint line, const KkrRational *value)
{
  g_autofree char *danish = NULL, *english = NULL;
  guint row, column;

  kkr_recon_locate (self->relation, line, &row, &column);
  danish = kkr_recon_place (self->recon, row, column, "da");
  english = kkr_recon_place (self->recon, row, column, "en");
  add_exact (self, id, danish, english, value);
}

static void
add_formula (Steps *self, const char *id, const char *danish, const char *english,
             const char *expression)
{
  kkr_derivation_builder_add_formula (self->builder, id, danish, english, expression,
                                      KKR_UNIT_NONE);
}

/* The terms that are printed, with their signs; `widths` asks for half of what their last digit is
 * worth instead. */
static void
add_terms (Steps *self, const char *id, const char *danish, const char *english,
           const guint *lines, const guint *lanes, guint n, gboolean widths)
{
  const KkrReconFamily *family = self->relation->family;
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) terms = g_strv_builder_new ();
  g_auto (GStrv) key_texts = NULL;
  g_auto (GStrv) term_texts = NULL;

  for (guint i = 0; i < n; i++)
    {
      guint line = lines != NULL ? lines[i] : family->terms[0];
      guint lane = lanes != NULL ? lanes[i] : self->relation->lane;
      guint row = family->by_rows ? line : lane, column = family->by_rows ? lane : line;
      const KkrReconCell *cell = &self->recon->cells[row * self->recon->n_columns + column];
      g_autofree char *key = kkr_recon_place (self->recon, row, column, "da");
      g_autofree char *exact = NULL;
      KkrRational value;

      if (!cell->has_value ||
          !kkr_rational_init (&value, widths ? (KkrInt128) cell->upper - cell->lower : cell->value,
                              (KkrInt128) self->recon->scale * (widths ? 2 : 1)))
        continue;
      if (lines != NULL && !widths && i < family->n_terms && family->signs[i] < 0)
        value.num = -value.num;
      exact = kkr_rational_to_string (&value);
      g_strv_builder_add (keys, key);
      g_strv_builder_add (terms, exact);
    }
  key_texts = g_strv_builder_end (keys);
  term_texts = g_strv_builder_end (terms);
  kkr_derivation_builder_add_sum (self->builder, id, danish, english,
                                  (const char *const *) key_texts,
                                  (const char *const *) term_texts, KKR_UNIT_NONE);
}

static guint
count_present (const Steps *self)
{
  KkrReconView view = kkr_recon_view ((KkrRecon *) self->recon, self->relation->family->by_rows);
  guint n = 0;

  for (guint i = 0; i < self->relation->family->n_terms; i++)
    n += kkr_recon_at (&view, self->relation->family->terms[i], self->relation->lane)->has_value;
  return n;
}

static void
derive_quotient (Steps *self)
{
  static const char *const expressions[] = {
    [KKR_RECON_RATIO] = "factor * first / second",
    [KKR_RECON_PRODUCT] = "first * second / factor",
    [KKR_RECON_GROWTH] = "100 * (second - first) / first",
    [KKR_RECON_SHARE] = "100 * first / second",
  };
  const KkrReconFamily *family = self->relation->family;
  KkrRational first, second, factor = KKR_RATIONAL_INT (family->factor);

  kkr_recon_find_operands (self->recon, self->relation, &first, &second);
  add_cell (self, "first", family->terms[0], &first);
  if (family->form == KKR_RECON_SHARE && family->n_base > 0)
    add_terms (self, "second", "Det, der er delt med", "What it is divided by", NULL, family->base,
               family->n_base, FALSE);
  else if (family->form == KKR_RECON_SHARE)
    add_exact (self, "second", "Total, som de fleste andele peger på",
               "Total that most shares point to", &second);
  else
    add_cell (self, "second", family->terms[1], &second);
  if (family->form == KKR_RECON_RATIO || family->form == KKR_RECON_PRODUCT)
    add_exact (self, "factor", "Faktor", "Factor", &factor);
  add_formula (self, "computed", "Beregnet", "Computed",
               family->form == KKR_RECON_GROWTH && family->signs[0] < 0
                 ? "100 * (first - second) / first" : expressions[family->form]);
}

static void
derive_computed (Steps *self)
{
  const KkrReconFamily *family = self->relation->family;

  switch (family->form)
    {
    case KKR_RECON_SUM:
    case KKR_RECON_HUNDRED:
      add_terms (self, "computed", "Beregnet", "Computed", family->terms, NULL, family->n_terms,
                 FALSE);
      break;
    case KKR_RECON_MEAN:
      {
        KkrRational n = KKR_RATIONAL_INT (count_present (self));

        add_terms (self, "sum", "Sum", "Sum", family->terms, NULL, family->n_terms, FALSE);
        add_exact (self, "n", "Antal tal", "Number of figures", &n);
        add_formula (self, "computed", "Beregnet", "Computed", "sum / n");
        break;
      }
    case KKR_RECON_SAME:
      add_cell (self, "computed", family->terms[0], &self->figures.computed);
      break;
    case KKR_RECON_RATIO:
    case KKR_RECON_PRODUCT:
    case KKR_RECON_GROWTH:
    case KKR_RECON_SHARE:
    default:
      derive_quotient (self);
    }
}

static void
derive_difference (Steps *self)
{
  derive_computed (self);
  if (self->relation->family->form == KKR_RECON_HUNDRED)
    add_exact (self, "printed", "Det hele", "The whole", &self->figures.printed);
  else
    add_cell (self, "printed", self->relation->family->target, &self->figures.printed);
  add_formula (self, "difference", "Trykt minus beregnet", "Printed less computed",
               "printed - computed");
}

/* What rounding can explain of a sum is half a last digit for each of its figures. */
static void
derive_slack (Steps *self)
{
  const KkrReconFamily *family = self->relation->family;
  g_autofree guint *lines = g_new (guint, family->n_terms + 1);
  gboolean whole = family->form == KKR_RECON_HUNDRED;
  KkrRational printed = self->figures.computed;

  if (family->form != KKR_RECON_SUM && !whole)
    {
      derive_computed (self);
      kkr_rational_add (&self->figures.computed, &self->figures.slack, &printed);
      add_exact (self, "farthest", "Det fjerneste trykte tal, som afrunding kan give",
                 "The farthest printed figure that rounding can give", &printed);
      add_formula (self, "slack", "Afrunding kan forklare", "Rounding can explain",
                   "farthest - computed");
      return;
    }
  memcpy (lines, family->terms, family->n_terms * sizeof *lines);
  lines[family->n_terms] = family->target;
  add_terms (self, "slack", "Afrunding kan forklare", "Rounding can explain", lines, NULL,
             family->n_terms + !whole, TRUE);
}

KkrDerivation *
kkr_recon_derive (const KkrRecon *recon, const char *column, guint row, const char *key,
                  GError **error)
{
  const KkrReconRelation *relation = &g_array_index (recon->relations, KkrReconRelation, row);
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new (column, key);
  Steps steps = { recon, relation, builder, { KKR_RATIONAL_ZERO } };

  if (!kkr_recon_measure (recon, relation, &steps.figures))
    return NULL;
  if (g_str_equal (column, "computed"))
    {
      kkr_derivation_builder_set_title (builder, "Beregnet", "Computed");
      derive_computed (&steps);
    }
  else if (g_str_equal (column, "slack"))
    {
      kkr_derivation_builder_set_title (builder, "Afrunding kan forklare", "Rounding can explain");
      derive_slack (&steps);
    }
  else if (g_str_equal (column, "difference"))
    {
      kkr_derivation_builder_set_title (builder, "Trykt minus beregnet", "Printed less computed");
      derive_difference (&steps);
    }
  else if (g_str_equal (column, "verdict"))
    {
      kkr_derivation_builder_set_title (builder, "Dom", "Verdict");
      derive_difference (&steps);
      kkr_derivation_builder_add_text (builder, "verdict", "Dom", "Verdict",
                                       kkr_claim_verdict_in_words (relation->verdict, "da"));
    }
  else
    return NULL;
  return kkr_derivation_builder_end (builder, error);
}
