/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-proposals.h>

#include <libkkr/calc/guarantee/kkr-proposals-private.h>

/**
 * KkrGuaranteeProposals:
 *
 * Proposals for new places with a deficit guarantee (projektforslag, underskudsgaranti,
 * takstbekendtgørelsen § 14, stk. 1), before KKR decides which of them may use it.
 *
 * Who may have the guarantee, with every reason why not; how many places there are and what they
 * cost, against the target; what the municipalities may have to pay together, at most, as expected,
 * and with a cover that is stepped down year by year; how the proposals rank by weights that are
 * given, and the best combination with each number of places within the target; what the target is
 * of the need; and what the guarantee pays for vacancy that the tariff contains already.
 *
 * KKR's and Socialtilsyn's approvals are outstanding before the decision and refuse no proposal.
 *
 * Tables: `proposals`, one row each, with `maximum`, `estimate` and `alternative`, what the
 * guarantee comes to; `summary`; `exposure`, the same amounts by proposal, calendar year and year
 * of the guarantee; `years`; with weights `ranking` and `selection`; `need` where one is known; and
 * `cover` and `break-even` where the usual occupancy is known.
 *
 * Since: 0.1
 */
struct _KkrGuaranteeProposals {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrGuaranteeProposals, kkr_guarantee_proposals, KKR_TYPE_CALCULATOR)

static void
kkr_guarantee_proposals_check (KkrCalculator *self)
{
  g_autoptr (KkrProposals) proposals = kkr_proposals_new (self, TRUE, NULL);

  g_return_if_fail (proposals != NULL);
}

static KkrProposals *
work_out (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrProposals) proposals = kkr_proposals_new (self, FALSE, error);

  if (proposals == NULL || !kkr_proposals_estimate (proposals, error) ||
      !kkr_proposals_rank (proposals, error) ||
      !kkr_proposals_select (proposals, cancellable, error))
    return NULL;
  return g_steal_pointer (&proposals);
}

typedef KkrTable *(*Build) (const KkrProposals *self, GError **error);

static gboolean
build_tables (const KkrProposals *self, GPtrArray *tables, GError **error)
{
  const struct {
    Build build;
    gboolean wanted;
  } all[] = {
    { kkr_proposals_build_proposals, TRUE },
    { kkr_proposals_build_summary, TRUE },
    { kkr_proposals_build_exposure, TRUE },
    { kkr_proposals_build_years, TRUE },
    { kkr_proposals_build_ranking, self->weighted },
    { kkr_proposals_build_selection, self->weighted },
    { kkr_proposals_build_need, self->needs->len > 0 },
    { kkr_proposals_build_cover, self->covered->len > 0 },
    { kkr_proposals_build_break_even, self->covered->len > 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      KkrTable *table = all[i].wanted ? all[i].build (self, error) : NULL;

      if (all[i].wanted && table == NULL)
        return FALSE;
      if (table != NULL)
        g_ptr_array_add (tables, table);
    }
  return TRUE;
}

static KkrResult *
kkr_guarantee_proposals_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrProposals) proposals = work_out (self, cancellable, error);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);

  if (proposals == NULL)
    return NULL;
  if (!build_tables (proposals, tables, error))
    return NULL;
  kkr_proposals_note (proposals);
  kkr_proposals_tell (proposals);
  return kkr_result_new (self, (KkrTable **) tables->pdata, tables->len,
                         (KkrNote **) proposals->notes->pdata, proposals->notes->len);
}

static KkrDerivation *
kkr_guarantee_proposals_derive (KkrCalculator *self, KkrResult *result, const char *column,
                                gint64 row, GError **error)
{
  g_autoptr (KkrProposals) proposals = work_out (self, NULL, error);

  return proposals != NULL ? kkr_proposals_derive (proposals, result, column, row, error) : NULL;
}

static void
install_proposals (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "proposal", "Projektforslag|Proposal", KKR_SHEET_TEXT, TRUE, 0, NULL },
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, FALSE, 0, NULL },
    { "operator", "Driftsherre|Operator", KKR_SHEET_TEXT, FALSE, 0, NULL },
    { "paragraph", "Paragraf|Paragraph", KKR_SHEET_TEXT, FALSE, 0, NULL },
    { "places", "Pladser|Places", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { "shared-places", "Pladser til KKR-fællesskabet|Places open to the KKR area", KKR_SHEET_WHOLE,
      FALSE, 0, NULL },
    { "tariff", "Takst|Tariff", KKR_SHEET_AMOUNT, TRUE, 0, NULL },
    { "commissioned", "Ibrugtagning|Commissioning", KKR_SHEET_DATE, FALSE, 0, NULL },
    { "occupancy", "Belægningsprocent|Occupancy", KKR_SHEET_NUMBER, FALSE, 0, NULL },
    { "vacancy", "Andel tomme døgn|Share of empty days", KKR_SHEET_NUMBER, FALSE, 0, NULL },
    { "quality", "Point for kvalitet|Points for quality", KKR_SHEET_NUMBER, FALSE, 0, NULL },
    { "setting", "Point for fagligt set-up|Points for professional setting", KKR_SHEET_NUMBER,
      FALSE, 0, NULL },
    KKR_GUARANTEE_FACT_COLUMNS,
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };

  /**
   * KkrGuaranteeProposals:proposals:
   *
   * The proposals: places, the tariff per day, the points from 0 to 100 that assessors gave, and
   * what decides who may have a guarantee. The documents name no unit of the tariff; it is taken to
   * be per day.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "proposals", "Projektforslag|Proposals",
                                      "Indkomne projektforslag, ét i hver række|"
                                      "The proposals received, one in each row",
                                      columns, KKR_PARAM_FLAGS_REQUIRED);
}

static void
install_need (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "year", "År|Year", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { "low", "Behov, mindst|Need, lowest", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { "high", "Behov, højst|Need, highest", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };

  /**
   * KkrGuaranteeProposals:need:
   *
   * The estimated need of new places by year. Not given: the register's, from the year of the
   * decision on.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "need", "Behov for pladser|Need of places",
                                      "Det anslåede behov for nye pladser efter år|"
                                      "The estimated need of new places by year",
                                      columns, KKR_PARAM_FLAGS_NONE);
}

static void
kkr_guarantee_proposals_class_init (KkrGuaranteeProposalsClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_guarantee_proposals_check;
  calculator_class->compute = kkr_guarantee_proposals_compute;
  calculator_class->derive = kkr_guarantee_proposals_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Projektforslag med underskudsgaranti";
  calculator_class->title_en = "Proposals with a deficit guarantee";
  calculator_class->main_column = "maximum";
  install_proposals (calculator_class);
  kkr_proposals_install (calculator_class);
  install_need (calculator_class);
  kkr_proposals_explain_columns (calculator_class);
}

static void
kkr_guarantee_proposals_init (KkrGuaranteeProposals *self)
{
}

/**
 * kkr_guarantee_proposals_new:
 *
 * Makes a calculator of proposals with a deficit guarantee with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrGuaranteeProposals *
kkr_guarantee_proposals_new (void)
{
  return g_object_new (KKR_TYPE_GUARANTEE_PROPOSALS, NULL);
}
