/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-claims.h>

#include <libkkr/calc/checking/kkr-claims-private.h>
#include <libkkr/calc/kkr-calculator-private.h>

/**
 * KkrClaims:
 *
 * Claims about printed figures (påstande om trykte tal): whether what a document says of its
 * figures can be true when each figure stands for all the numbers that are printed as it is.
 *
 * A printed `6,3` stands for every number from 6.25 to under 6.35, `mere end 180.000` for all
 * above, and `?` for a number that nobody printed. A claim relates two formulas: `c = p / 100 * a`.
 * It is `exact` if the printed numbers themselves fulfil it, `possible` if some numbers behind them
 * do (the result gives some, which were tried), `impossible` if none do, which was proven with
 * fractions, and `undecided` if bounded work found neither. Claims that are each possible can
 * exclude each other; the table `together` says so and names the claims that do.
 *
 * In formulas names have the letters a to z, digits and `_`; there are + - * / ( ), min and max.
 * Decimals have a comma or a dot; a comma that separates numbers, as in `min(1, 2)`, has a space
 * after it. A number such as `1.234` could be two and is refused.
 *
 * Tables: `claims` (claim, verdict, left, right, witness and the ends of both sides), `figures`
 * (name, printed, interval, remains, witness and their ends) and `together` (claims, verdict,
 * conflict).
 *
 * Since: 0.1
 */
struct _KkrClaims {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrClaims, kkr_claims, KKR_TYPE_CALCULATOR)

static const char *
get_text (KkrCalculator *self, const char *name)
{
  const char *text = kkr_calculator_get_text (self, name);

  return text != NULL ? text : "";
}

static KkrClaimSet *
read_inputs (KkrCalculator *self, const char **input, GError **error)
{
  return kkr_claim_set_new (get_text (self, "figures"), get_text (self, "whole"),
                            get_text (self, "claims"), input, error);
}

static void
kkr_claims_check (KkrCalculator *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrClaimSet) set = NULL;
  const char *input = NULL;

  if (!kkr_calculator_is_assigned (self, "figures") ||
      !kkr_calculator_is_assigned (self, "claims"))
    return;
  set = read_inputs (self, &input, &error);
  if (set == NULL)
    kkr_calculator_report (self, input, (KkrCalcError) error->code, error->message);
}

static KkrClaimSet *
decide (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  const char *input;
  g_autoptr (KkrClaimSet) set = read_inputs (self, &input, error);

  return set != NULL && kkr_claim_set_decide (set, cancellable, error) ? g_steal_pointer (&set)
                                                                      : NULL;
}

static KkrResult *
kkr_claims_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrClaimSet) set = decide (self, cancellable, error);
  g_autoptr (KkrTable) claims = NULL, figures = NULL, together = NULL;

  if (set == NULL)
    return NULL;
  claims = kkr_claim_set_build_claims (set, error);
  figures = claims != NULL ? kkr_claim_set_build_figures (set, error) : NULL;
  together = figures != NULL ? kkr_claim_set_build_together (set, error) : NULL;
  if (together == NULL)
    return NULL;
  return kkr_result_new (self, (KkrTable *[]) { claims, figures, together }, 3, NULL, 0);
}

static KkrDerivation *
kkr_claims_derive (KkrCalculator *self, KkrResult *result, const char *column, gint64 row,
                   GError **error)
{
  const char *input;
  gboolean all = g_str_has_prefix (column, "figures.remains-") ||
                 g_str_equal (column, "figures.witness");
  gboolean one = !g_str_has_prefix (column, "figures.") && !g_str_has_prefix (column, "together.");
  g_autoptr (KkrClaimSet) set = NULL;

  if (row < 0)
    return NULL;
  set = all ? decide (self, NULL, error) : read_inputs (self, &input, error);
  if (set == NULL || (one && !kkr_claim_set_decide_one (set, (guint) row, error)))
    return NULL;
  return kkr_claim_set_derive (set, result, column, (guint) row, error);
}

static void
kkr_claims_class_init (KkrClaimsClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_claims_check;
  calculator_class->compute = kkr_claims_compute;
  calculator_class->derive = kkr_claims_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Påstande om trykte tal";
  calculator_class->title_en = "Claims about printed figures";
  calculator_class->main_column = "verdict";
  /**
   * KkrClaims:figures:
   *
   * The printed figures with a name each, between semicolons or on lines of their own:
   * `a = 6,3; p = 6; n = mere end 180.000; b = ?`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (calculator_class, "figures", "Trykte tal|Printed figures",
                                       "Trykte tal med navne, fx a = 6,3; p = 6; b = ?|"
                                       "Printed figures with names, such as a = 6,3; p = 6; b = ?",
                                       NULL, KKR_PARAM_FLAGS_REQUIRED);
  /**
   * KkrClaims:whole:
   *
   * The names of the figures that are whole numbers: counts, so that nothing was rounded away.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (calculator_class, "whole", "Hele tal|Whole numbers",
                                       "Navne på de tal, der er antal og ikke afrundede|"
                                       "Names of the figures that are counts and not rounded",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrClaims:claims:
   *
   * The claims, between semicolons or on lines of their own: `dev = p / 100 * a; a > b`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (calculator_class, "claims", "Påstande|Claims",
                                       "Påstande om tallene, fx c = a + b|"
                                       "Claims about the figures, such as c = a + b",
                                       NULL, KKR_PARAM_FLAGS_REQUIRED);
}

static void
kkr_claims_init (KkrClaims *self)
{
}

/**
 * kkr_claims_new:
 *
 * Makes a calculator of claims about printed figures with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrClaims *
kkr_claims_new (void)
{
  return g_object_new (KKR_TYPE_CLAIMS, NULL);
}
