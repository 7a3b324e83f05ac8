/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-bridge-private.h>
#include <libkkr/calc/settlement/kkr-carry-sums-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/calc/kkr-result-private.h>

typedef struct {
  KkrCarryPlan *plan;
  KkrDerivationBuilder *builder;
  GArray *movements; /* of the result */
  guint row;
} Cell;

static const KkrCarryMovement *
get_movement (const Cell *self, guint row)
{
  return &g_array_index (self->movements, KkrCarryMovement, row);
}

static void
add_year (const Cell *self, const char *id, const char *danish, const char *english, int year)
{
  g_autofree char *text = g_strdup_printf ("%d", year);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, text, KKR_UNIT_YEARS);
}

static KkrCarryCause *
find_cause (const Cell *self, const KkrCarryMovement *movement)
{
  KkrCarryCause *whole = kkr_carry_plan_find (self->plan, movement->cause_year,
                                              KKR_CARRY_NO_DEPARTMENT);

  return whole != NULL ? whole : kkr_carry_plan_find (self->plan, movement->cause_year,
                                                      movement->department);
}

/* The movements of a cause stand together, in the order in which they are made. */
static guint
count_before (const Cell *self, const KkrCarryCause *cause)
{
  guint n = 0;

  while (n < self->row && find_cause (self, get_movement (self, self->row - n - 1)) == cause)
    n++;
  return n;
}

static gboolean
derive_amount (const Cell *self, GError **error)
{
  g_autoptr (KkrCarryWork) work = kkr_carry_work_new ();
  KkrCarryCause *cause = find_cause (self, get_movement (self, self->row));
  const KkrCarryMovement *movement;
  const KkrStep *step;

  if (cause == NULL || !kkr_carry_build (self->plan, cause, work, error))
    return FALSE;
  movement = &g_array_index (work->movements, KkrCarryMovement, count_before (self, cause));
  step = work->maker.steps->pdata[movement->step];
  kkr_carry_work_explain (work, step->id, self->builder);
  return TRUE;
}

/* When something is carried. */
static void
derive_year (const Cell *self)
{
  const KkrCarryMovement *movement = get_movement (self, self->row);
  const KkrCarryRules *rules = &self->plan->rules;
  const gboolean rest = movement->kind == KKR_CARRY_REMAINDER;
  const gboolean carried = movement->kind == KKR_CARRY_CARRIED && movement->number == 0;

  if (!carried && !rest)
    {
      add_year (self, "year", "År", "Year", movement->year);
      return;
    }
  add_year (self, "cause_year", "Årsagsår", "Year of cause", movement->cause_year);
  add_year (self, "delay", "År, til det overføres", "Years until it is carried", rules->delay);
  kkr_derivation_builder_add_formula (self->builder, "year", "År", "Year",
                                      rest ? "cause_year + delay + 1" : "cause_year + delay",
                                      KKR_UNIT_YEARS);
}

static gboolean
derive_movement (const Cell *self, const char *column, GError **error)
{
  const KkrCarryMovement *movement = get_movement (self, self->row);

  if (g_str_equal (column, "amount"))
    return derive_amount (self, error);
  if (g_str_equal (column, "cause-year"))
    add_year (self, "cause_year", "Årsagsår", "Year of cause", movement->cause_year);
  else if (g_str_equal (column, "year"))
    derive_year (self);
  else if (g_str_equal (column, "number"))
    {
      g_autofree char *number = g_strdup_printf ("%u", movement->number);

      kkr_derivation_builder_add_value (self->builder, "number", "Nr.", "No.", number,
                                        KKR_UNIT_NONE);
    }
  else if (g_str_equal (column, "known"))
    {
      g_autofree char *known = kkr_date_format (movement->known, "da");

      kkr_derivation_builder_add_text (self->builder, "known", "Kendt", "Known", known);
    }
  else
    return FALSE;
  return TRUE;
}

/* The movements of a sum: of its year or, for an opening, of the years before. */
static gboolean
belongs (const KkrCarryMovement *movement, const KkrCarrySum *sum, gboolean by_cause,
         gboolean earlier)
{
  const int year = by_cause ? movement->cause_year : movement->year;

  return movement->department == sum->department && (earlier ? year < sum->year
                                                             : year == sum->year);
}

static void
add_sum (const Cell *self, const char *id, const char *danish, const char *english,
         const KkrCarrySum *sum, int flow, gboolean by_cause)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new (), terms = g_strv_builder_new ();
  g_auto (GStrv) all_keys = NULL, all_terms = NULL;
  const gboolean earlier = flow < 0;

  for (guint i = 0; i < self->movements->len; i++)
    {
      const KkrCarryMovement *movement = get_movement (self, i);
      const gboolean minus = earlier && !kkr_carry_kind_comes_in (movement->kind);
      g_autofree char *key = NULL, *term = NULL;

      if (!belongs (movement, sum, by_cause, earlier) ||
          (!earlier && kkr_carry_kind_flow (movement->kind) != (KkrCarryFlow) flow))
        continue;
      key = kkr_carry_movement_name (self->plan, movement, "da");
      term = g_strdup_printf ("%lld", (long long) (minus ? -movement->amount : movement->amount));
      g_strv_builder_add (keys, key);
      g_strv_builder_add (terms, term);
    }
  all_keys = g_strv_builder_end (keys);
  all_terms = g_strv_builder_end (terms);
  if (all_keys[0] == NULL)
    kkr_derivation_builder_add_amount (self->builder, id, danish, english, 0);
  else
    kkr_derivation_builder_add_sum (self->builder, id, danish, english,
                                    (const char *const *) all_keys,
                                    (const char *const *) all_terms, KKR_UNIT_AMOUNT);
}

static void
add_flow (const Cell *self, const KkrCarrySum *sum, KkrCarryFlow flow, gboolean by_cause)
{
  static const char *const ids[] = { "came_in", "carried", "reserved", "paid_back" };

  add_sum (self, ids[flow], kkr_carry_flow_title (flow, "da"), kkr_carry_flow_title (flow, "en"),
           sum, (int) flow, by_cause);
}

static void
add_opening (const Cell *self, const KkrCarrySum *sum)
{
  add_sum (self, "opening", "Primo", "Opening", sum, -1, FALSE);
}

static void
add_closing (const Cell *self, const KkrCarrySum *sum, gboolean by_cause)
{
  if (!by_cause)
    add_opening (self, sum);
  for (guint flow = 0; flow < KKR_CARRY_N_FLOWS; flow++)
    add_flow (self, sum, (KkrCarryFlow) flow, by_cause);
  kkr_derivation_builder_add_formula (self->builder, "closing", by_cause ? "Balance" : "Ultimo",
                                      by_cause ? "Balance" : "Closing",
                                      by_cause ? "came_in - carried - reserved - paid_back"
                                               : "opening + came_in - carried - reserved "
                                                 "- paid_back", KKR_UNIT_AMOUNT);
}

static gboolean
derive_sum (const Cell *self, const char *column, gboolean by_cause, GError **error)
{
  g_autoptr (GArray) sums = kkr_carry_sum (self->movements, by_cause, error);
  const KkrCarrySum *sum;

  if (sums == NULL)
    return FALSE;
  sum = &g_array_index (sums, KkrCarrySum, self->row);
  if (g_str_equal (column, "year") || g_str_equal (column, "cause-year"))
    add_year (self, "year", by_cause ? "Årsagsår" : "År", by_cause ? "Year of cause" : "Year",
              sum->year);
  else if (g_str_equal (column, "opening"))
    add_opening (self, sum);
  else if (g_str_equal (column, "closing") || g_str_equal (column, "balance"))
    add_closing (self, sum, by_cause);
  else
    for (guint flow = 0; flow < KKR_CARRY_N_FLOWS; flow++)
      if (g_str_equal (column, kkr_carry_flow_name ((KkrCarryFlow) flow)))
        add_flow (self, sum, (KkrCarryFlow) flow, by_cause);
  return !g_str_equal (column, "department");
}

static gboolean
derive_settlement (const Cell *self, const char *column, GError **error)
{
  g_autoptr (KkrCarryWork) work = kkr_carry_work_new ();
  const char *id = kkr_carry_settlement_id (column);

  if (g_str_equal (column, "year"))
    {
      add_year (self, "year", "År", "Year",
                (int) kkr_sheet_get_whole (self->plan->settlement, self->row, SETTLEMENT_YEAR));
      return TRUE;
    }
  if (id == NULL ||
      !kkr_carry_build (self->plan, kkr_carry_plan_find_offer (self->plan, self->row), work, error))
    return FALSE;
  kkr_carry_work_explain (work, id, self->builder);
  return TRUE;
}

static gboolean
derive_bridge (const Cell *self, const char *column, GError **error)
{
  g_autoptr (KkrCarryWork) work = kkr_carry_bridge_new (self->plan, self->movements, error);
  g_autofree char *id = kkr_carry_bridge_id (self->plan, self->row);
  g_autofree char *share = g_strconcat (id, " / change", NULL);

  if (work == NULL || g_str_equal (column, "item"))
    return FALSE;
  if (g_str_equal (column, "share"))
    {
      kkr_step_maker_add_formula (&work->maker, "share", "Andel af ændringen",
                                  "Share of the change", share, KKR_UNIT_SHARE);
      kkr_carry_work_explain (work, "share", self->builder);
    }
  else
    kkr_carry_work_explain (work, id, self->builder);
  return TRUE;
}

static gboolean
derive_cell (const Cell *self, const char *table, const char *column, GError **error)
{
  if (g_str_equal (table, "movements"))
    return derive_movement (self, column, error);
  if (g_str_equal (table, "settlement"))
    return derive_settlement (self, column, error);
  if (g_str_equal (table, "bridge"))
    return derive_bridge (self, column, error);
  return derive_sum (self, column, g_str_equal (table, "balance"), error);
}

KkrDerivation *
kkr_carry_derive (KkrCalculator *self, KkrResult *result, const char *column, gint64 row,
                  GError **error)
{
  g_autoptr (KkrCarryPlan) plan = row >= 0 ? kkr_carry_plan_new (self, error) : NULL;
  g_autoptr (KkrDerivationBuilder) builder = NULL;
  g_autoptr (GArray) movements = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *key = NULL;
  KkrTable *table;
  KkrColumn *cells;
  const char *bare;

  if (plan == NULL)
    return NULL;
  table = kkr_result_find_table (result, column, &bare, NULL);
  cells = kkr_table_get_column (table, bare);
  key = kkr_table_dup_row_key (table, (guint) row);
  builder = kkr_derivation_builder_new (column, key);
  kkr_derivation_builder_set_title (builder, kkr_column_get_title (cells),
                                    kkr_column_get_title_in (cells, "en"));
  movements = kkr_carry_read_movements (plan, result);
  if (!derive_cell (&(Cell) { plan, builder, movements, (guint) row }, kkr_table_get_name (table),
                    bare, error))
    return NULL;
  notes = g_ptr_array_new_with_free_func (g_object_unref);
  kkr_carry_tell (plan, movements, notes);
  for (guint i = 0; i < notes->len; i++)
    kkr_derivation_builder_add_note (builder, notes->pdata[i]);
  return kkr_derivation_builder_end (builder, error);
}
