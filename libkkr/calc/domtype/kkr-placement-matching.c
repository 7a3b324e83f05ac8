/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-install-private.h>
#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

/**
 * KkrPlacementMatching:
 *
 * Who can live where (matchning): which offers may and can take each person who waits, every reason
 * for a no, and the best joint assignment of all who wait to all vacant places.
 *
 * Whether a person *may* live in a place follows from the rules of the register for the person's
 * type of judgement (domstype), told apart as law and as practice; whether the person *can*, from
 * vacant places, the area and distance that are searched, target groups, the dom-types that an
 * offer takes, and those who live there. Facts that are not stated are told, or refuse. What no
 * document settles is an input, and the notes of a result name each.
 *
 * All who wait are assigned at once, so that what the declared priorities count is least, the first
 * first: not one after the other.
 *
 * Tables: `persons` (what becomes of each person, where, and why), `left-over` (those without a
 * place: every reason, and how many offers it holds for), `lost` (to whom a place went and which
 * priority decided), `more-places`, `more-kinds` and `moves` (what one more place would change),
 * `pairs` (each person and each kind of place: may, can, and every reason), `offers`
 * (places, who lives there, vacant places, and how many of those who wait may and can),
 * `reasons` (each rule and reason, its source, and how many pairs it refuses) and `unexpected`
 * (those who live where the rules would not expect it).
 *
 * Law: serviceloven §§ 85, 107 and 108; the rules stand in the register with their sources.
 *
 * Since: 0.1
 */
struct _KkrPlacementMatching {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrPlacementMatching, kkr_placement_matching, KKR_TYPE_CALCULATOR)

static gboolean
add_table (GPtrArray *tables, KkrTable *table)
{
  if (table != NULL)
    g_ptr_array_add (tables, table);
  return table != NULL;
}

static KkrResult *
kkr_placement_matching_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrMatching) matching = kkr_matching_new (self, error);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KkrMatchingCounts) counts = NULL;

  if (matching == NULL || !add_table (tables, kkr_matching_build_pairs (matching, error))
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  counts = kkr_matching_count (matching);
  if (!add_table (tables, kkr_matching_build_offers (matching, counts, error))
      || !add_table (tables, kkr_matching_build_reasons (matching, counts, error))
      || !add_table (tables, kkr_matching_build_unexpected (matching, error)))
    return NULL;
  if (!kkr_matching_plan (matching, tables, notes, cancellable, error))
    return NULL;
  kkr_matching_add_notes (matching, notes);
  return kkr_result_new (self, (KkrTable **) tables->pdata, tables->len,
                         (KkrNote **) notes->pdata, notes->len);
}

static void
check (KkrCalculator *self)
{
  kkr_matching_check (self);
  kkr_matching_check_plan (self);
}

static void
kkr_placement_matching_class_init (KkrPlacementMatchingClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = check;
  calculator_class->compute = kkr_placement_matching_compute;
  calculator_class->derive = kkr_matching_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Matchning af borgere og pladser";
  calculator_class->title_en = "Matching of persons and places";
  calculator_class->main_column = "offer";
  /**
   * KkrPlacementMatching:register:
   *
   * The register with the rules of the dom-types, municipalities and target groups.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (calculator_class, KKR_PARAM_FLAGS_REQUIRED);
  kkr_matching_install_tables (calculator_class);
  kkr_matching_install_readings (calculator_class);
  kkr_matching_install_plan (calculator_class);
  kkr_placement_matching_explain_columns (calculator_class);
}

static void
kkr_placement_matching_init (KkrPlacementMatching *self)
{
}

/**
 * kkr_placement_matching_new:
 *
 * Makes a calculator of who can live where, with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrPlacementMatching *
kkr_placement_matching_new (void)
{
  return g_object_new (KKR_TYPE_PLACEMENT_MATCHING, NULL);
}
