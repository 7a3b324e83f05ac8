/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-tariff-followup.h>

#include <libkkr/calc/kkr-result-private.h>
#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <string.h>

/**
 * KkrTariffFollowup:
 *
 * How tariffs moved from one year to another (opfølgning på takstudviklingen), as the secretariats
 * of framework agreements (rammeaftaler) follow them up.
 *
 * Lists of several years (`lists`) are merged: the levels that both years have are compared, those
 * that ended or are new are left out, and the later tariffs are brought to the prices of the base
 * year. The changes are averaged by operator (driftsherre), and the operators' averages once more:
 * plain, weighted, as a median and without each of the operators. Where only the operators'
 * averages are known, these are `operators`.
 *
 * `cap-subject` asks whether the expenditure per day kept within the development of prices and
 * wages, and which part of the excess a wage agreement explains. `saving` and `reduction`, or two
 * costs, ask what a reduction of expenditure comes to.
 *
 * Each change is rounded to `level-decimals`, each operator's average to `operator-decimals`, and
 * the average of the operators to `decimals` of per cent.
 *
 * Tables: `summary` (selection, operators, change, direction, size, exact, median, shift,
 * weighted), `operators` (operator, offers, levels, change, weighted, deviation), `offers`
 * (operator, offer, levels, change, weighted, without), `levels` (operator, offer, level, before,
 * after, deflated, weight, change), `problems` (year, problem, operator, offer, level,
 * earlier-name, change), `cap` (operator, subject, reference-year, year, before, ceiling, after,
 * growth, excess, effect, explained, unexplained, degree, status) and `reduction` (bound, before,
 * after, saving, reduction, yearly, per-person, target-saving); those that the inputs give rise
 * to.
 *
 * Since: 0.1
 */
struct _KkrTariffFollowup {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrTariffFollowup, kkr_tariff_followup, KKR_TYPE_CALCULATOR)

/* Each table may take a while where the lists are long. */
static gboolean
take (GPtrArray *tables, KkrTable *table, GCancellable *cancellable, GError **error)
{
  if (table == NULL)
    return FALSE;
  g_ptr_array_add (tables, table);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
has_cap (KkrCalculator *self)
{
  return kkr_calculator_is_assigned (self, "lists") &&
         kkr_calculator_get_enum (self, "cap-subject") != KKR_CAP_SUBJECT_NONE;
}

static gboolean
build_cap (KkrFollowup *followup, GPtrArray *tables, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrFollowupCap) cap = NULL;
  const char *input;

  if (!has_cap (followup->calculator))
    return TRUE;
  cap = kkr_followup_cap_new (followup, &input, error);
  if (cap == NULL || !take (tables, kkr_followup_cap_build (cap, error), cancellable, error))
    return FALSE;
  kkr_followup_note_cap (cap);
  return TRUE;
}

static gboolean
build_followup (KkrFollowup *self, GPtrArray *tables, GCancellable *cancellable, GError **error)
{
  if (!take (tables, kkr_followup_build_summary (self, error), cancellable, error) ||
      !take (tables, kkr_followup_build_operators (self, error), cancellable, error))
    return FALSE;
  if (self->lists != NULL &&
      (!take (tables, kkr_followup_build_offers (self, error), cancellable, error) ||
       !take (tables, kkr_followup_build_levels (self, error), cancellable, error) ||
       !take (tables, kkr_followup_build_problems (self, error), cancellable, error)))
    return FALSE;
  kkr_followup_add_notes (self);
  return build_cap (self, tables, cancellable, error);
}

static gboolean
is_followed_up (KkrCalculator *self)
{
  return kkr_calculator_is_assigned (self, "lists") ||
         kkr_calculator_is_assigned (self, "operators");
}

static KkrResult *
kkr_tariff_followup_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KkrFollowup) followup = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (is_followed_up (self))
    {
      followup = kkr_followup_new (self, cancellable, error);
      if (followup == NULL || !build_followup (followup, tables, cancellable, error))
        return NULL;
    }
  if (kkr_followup_has_reduction (self) &&
      !take (tables, kkr_followup_build_reduction (self, error), cancellable, error))
    return NULL;
  return kkr_result_new (self, (KkrTable **) tables->pdata, tables->len,
                         followup != NULL ? (KkrNote **) followup->notes->pdata : NULL,
                         followup != NULL ? followup->notes->len : 0);
}

static gboolean
derive_cell (KkrCalculator *self, KkrDerivationBuilder *builder, KkrTable *table,
             const char *column, guint row, GError **error)
{
  const char *name = kkr_table_get_name (table);
  g_autoptr (KkrFollowup) followup = NULL;
  g_autoptr (KkrFollowupCap) cap = NULL;
  const char *input;

  if (g_str_equal (name, "reduction"))
    return kkr_followup_derive_reduction (self, builder, column, row, error);
  followup = kkr_followup_new (self, NULL, error);
  if (followup == NULL)
    return FALSE;
  if (g_str_equal (name, "problems"))
    return kkr_followup_derive_problem (followup, builder, table, column, row, error);
  if (!g_str_equal (name, "cap"))
    return kkr_followup_derive (followup, builder, name, column, row, error);
  cap = kkr_followup_cap_new (followup, &input, error);
  return cap != NULL && kkr_followup_cap_derive (cap, builder, column, row, error);
}

static KkrDerivation *
kkr_tariff_followup_derive (KkrCalculator *self, KkrResult *result, const char *column, gint64 row,
                            GError **error)
{
  const char *bare;
  KkrTable *table = kkr_result_find_table (result, column, &bare, NULL);
  KkrColumn *cells = table != NULL ? kkr_table_get_column (table, bare) : NULL;
  g_autoptr (KkrDerivationBuilder) builder = NULL;
  g_autofree char *key = NULL;

  if (cells == NULL || row < 0 || kkr_column_get_kind (cells) == KKR_COLUMN_KIND_TEXT)
    return NULL;
  key = kkr_table_dup_row_key (table, (guint) row);
  builder = kkr_derivation_builder_new (column, key);
  kkr_derivation_builder_set_title (builder, kkr_column_get_title (cells),
                                    kkr_column_get_title_in (cells, "en"));
  if (kkr_calculator_get_register (self) != NULL)
    kkr_derivation_builder_set_register (
      builder, kkr_register_get_data_version (kkr_calculator_get_register (self)),
      kkr_register_get_sha256 (kkr_calculator_get_register (self)));
  return derive_cell (self, builder, table, bare, (guint) row, error)
           ? kkr_derivation_builder_end (builder, error) : NULL;
}

static void
kkr_tariff_followup_class_init (KkrTariffFollowupClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_followup_check;
  calculator_class->compute = kkr_tariff_followup_compute;
  calculator_class->derive = kkr_tariff_followup_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Opfølgning på takstudviklingen";
  calculator_class->title_en = "Follow-up of tariffs";
  calculator_class->main_column = "change";
  kkr_followup_install_inputs (calculator_class);
  kkr_followup_explain_columns (calculator_class);
}

static void
kkr_tariff_followup_init (KkrTariffFollowup *self)
{
}

/**
 * kkr_tariff_followup_new:
 *
 * Makes a calculator of the development of tariffs with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrTariffFollowup *
kkr_tariff_followup_new (void)
{
  return g_object_new (KKR_TYPE_TARIFF_FOLLOWUP, NULL);
}
