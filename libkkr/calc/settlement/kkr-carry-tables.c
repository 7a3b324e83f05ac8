/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-sums-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

static const char *const kinds[] = {
  "opening", "result", "correction", "reserved", "carried", "billed", "remainder", "above-limit",
  "paid-back", NULL,
};
static const char *const kinds_da[] = {
  "Primo", "Resultat", "Rettelse", "Hensat", "Overført til budget", "Allerede indregnet",
  "Rest efter afrunding af taksten", "Over grænsen, overført", "Over grænsen, afregnet direkte",
  NULL,
};
static const char *const kinds_en[] = {
  "Opening", "Result", "Correction", "Reserved", "Carried to a budget", "Billed already",
  "Remainder of rounding the tariff", "Above the limit, carried", "Above the limit, paid back",
  NULL,
};
static const char *const sides[] = { "in", "out", NULL };
static const char *const sides_da[] = { "Tilgang", "Afgang", NULL };
static const char *const sides_en[] = { "In", "Out", NULL };

static const char *const flows[] = { "came-in", "carried", "reserved", "paid-back" };
static const char *const flows_da[] = { "Tilgang", "Overført til budgetter", "Hensat",
                                        "Afregnet direkte" };
static const char *const flows_en[] = { "In", "Carried to budgets", "Reserved", "Paid back" };

const char *
kkr_carry_flow_name (KkrCarryFlow flow)
{
  return flows[flow];
}

const char *
kkr_carry_flow_title (KkrCarryFlow flow, const char *language)
{
  return kkr_text_in (language, flows_da[flow], flows_en[flow]);
}

char *
kkr_carry_movement_name (KkrCarryPlan *plan, const KkrCarryMovement *movement, const char *language)
{
  const char *kind = kkr_text_in (language, kinds_da[movement->kind], kinds_en[movement->kind]);
  g_autoptr (GString) name = g_string_new (kind);

  if (movement->number > 0)
    g_string_append_printf (name, " %u", movement->number);
  g_string_append_printf (name, ", %d %s %d", movement->cause_year,
                          kkr_text_in (language, "til", "to"), movement->year);
  if (movement->department >= 0)
    g_string_append_printf (name, ", %s", kkr_carry_plan_get_name (plan, movement->department));
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* Only where there are departments. */
static void
add_departments (KkrCarryPlan *plan, KkrTableBuilder *builder, gint32 *codes, guint n)
{
  /* Where only tariffs are settled, all of them are offers. */
  const gboolean offers = kkr_sheet_get_n_rows (plan->settlement) > 0 &&
                          kkr_sheet_get_n_rows (plan->results) == 0 && plan->n_weights == 0;
  g_autofree const char **labels = NULL;

  if (plan->names->len == 0)
    return;
  labels = g_new0 (const char *, plan->names->len + 2);
  for (guint i = 0; i < plan->names->len; i++)
    labels[i] = kkr_carry_plan_get_name (plan, (gint32) i);
  labels[plan->names->len] = kkr_carry_plan_get_name (plan, KKR_CARRY_NO_DEPARTMENT);
  for (guint i = 0; i < n; i++)
    if (codes[i] < 0)
      codes[i] = (gint32) plan->names->len;
  kkr_table_builder_add_codes (builder, "department", offers ? "Tilbud" : "Afdeling",
                               offers ? "Offer" : "Department", codes, n, labels);
}

static void
add_key (KkrCarryPlan *plan, KkrTableBuilder *builder, const char *first, const char *second,
         const char *third, gboolean numbered)
{
  const char *keys[6] = { first };
  guint n = 1;

  if (second != NULL)
    keys[n++] = second;
  if (third != NULL)
    keys[n++] = third;
  if (plan->names->len > 0)
    keys[n++] = "department";
  if (numbered)
    keys[n++] = "number";
  kkr_table_builder_set_key (builder, keys);
}

static void
add_number (KkrTableBuilder *builder, const gint64 *numbers, guint n)
{
  kkr_table_builder_add_int64 (builder, "number", "Nr.", "No.", KKR_UNIT_NONE, numbers, n);
}

/* The columns of movements as arrays. */
typedef struct {
  gint64 *causes, *years, *amounts, *numbers;
  gint32 *kinds, *sides, *departments, *known;
  gboolean numbered, dated;
} Columns;

static void
columns_clear (Columns *self)
{
  g_free (self->causes);
  g_free (self->years);
  g_free (self->amounts);
  g_free (self->numbers);
  g_free (self->kinds);
  g_free (self->sides);
  g_free (self->departments);
  g_free (self->known);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

static void
fill (Columns *self, const GArray *movements)
{
  const guint n = MAX (movements->len, 1);

  self->causes = g_new0 (gint64, n);
  self->years = g_new0 (gint64, n);
  self->amounts = g_new0 (gint64, n);
  self->numbers = g_new0 (gint64, n);
  self->kinds = g_new0 (gint32, n);
  self->sides = g_new0 (gint32, n);
  self->departments = g_new0 (gint32, n);
  self->known = g_new0 (gint32, n);
  for (guint i = 0; i < movements->len; i++)
    {
      const KkrCarryMovement *movement = &g_array_index (movements, KkrCarryMovement, i);

      self->causes[i] = movement->cause_year;
      self->years[i] = movement->year;
      self->amounts[i] = movement->amount;
      self->numbers[i] = movement->number;
      self->kinds[i] = (gint32) movement->kind;
      self->sides[i] = kkr_carry_kind_comes_in (movement->kind) ? 0 : 1;
      self->departments[i] = movement->department;
      self->known[i] = movement->known != G_MININT32 ? movement->known : 0;
      self->numbered = self->numbered || movement->number > 0;
      self->dated = self->dated || movement->known != G_MININT32;
    }
}

KkrTable *
kkr_carry_build_movements (KkrCarryPlan *plan, const GArray *movements, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("movements", "Bevægelser",
                                                               "Movements");
  const guint n = movements->len;
  g_auto (Columns) columns = { NULL };

  fill (&columns, movements);
  kkr_table_builder_add_int64 (builder, "cause-year", "Årsagsår", "Year of cause", KKR_UNIT_NONE,
                               columns.causes, n);
  add_departments (plan, builder, columns.departments, n);
  kkr_table_builder_add_choices (builder, "kind", "Bevægelse", "Movement", columns.kinds, n, kinds,
                                 kinds_da, kinds_en);
  if (columns.numbered)
    add_number (builder, columns.numbers, n);
  kkr_table_builder_add_choices (builder, "side", "Side", "Side", columns.sides, n, sides, sides_da,
                                 sides_en);
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, columns.years, n);
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT,
                               columns.amounts, n);
  if (columns.dated)
    kkr_table_builder_add_date (builder, "known", "Kendt", "Known", columns.known, n);
  for (guint i = 0; columns.dated && i < n; i++)
    if (g_array_index (movements, KkrCarryMovement, i).known == G_MININT32)
      kkr_table_builder_set_status (builder, "known", i, KKR_CELL_STATUS_NOT_APPLICABLE);
  add_key (plan, builder, "cause-year", "kind", "year", columns.numbered);
  return kkr_table_builder_end (builder, error);
}

GArray *
kkr_carry_read_movements (KkrCarryPlan *plan, KkrResult *result)
{
  KkrTable *table = kkr_result_get_table_named (result, "movements");
  KkrColumn *causes = kkr_table_get_column (table, "cause-year");
  KkrColumn *years = kkr_table_get_column (table, "year");
  KkrColumn *amounts = kkr_table_get_column (table, "amount");
  KkrColumn *numbers = kkr_table_get_column (table, "number");
  KkrColumn *departments = kkr_table_get_column (table, "department");
  KkrColumn *words = kkr_table_get_column (table, "kind");
  KkrColumn *days = kkr_table_get_column (table, "known");
  GArray *movements = g_array_new (FALSE, TRUE, sizeof (KkrCarryMovement));

  g_array_set_size (movements, kkr_table_get_n_rows (table));
  for (guint i = 0; i < movements->len; i++)
    {
      KkrCarryMovement *movement = &g_array_index (movements, KkrCarryMovement, i);
      const gint32 code = departments != NULL ? kkr_column_cell_int32 (departments, i) : 0;

      movement->kind = (KkrCarryKind) kkr_column_cell_int32 (words, i);
      movement->cause_year = (int) kkr_column_cell_int64 (causes, i);
      movement->year = (int) kkr_column_cell_int64 (years, i);
      movement->amount = kkr_column_cell_int64 (amounts, i);
      movement->number = numbers != NULL ? (guint) kkr_column_cell_int64 (numbers, i) : 0;
      movement->known = days != NULL && kkr_column_cell_status (days, i) == KKR_CELL_STATUS_VALUE
                          ? kkr_column_cell_int32 (days, i) : G_MININT32;
      movement->department = departments == NULL || (guint) code >= plan->names->len
                               ? KKR_CARRY_NO_DEPARTMENT : code;
    }
  return movements;
}

static void
add_column (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
            const GArray *sums, gsize offset, KkrUnit unit)
{
  g_autofree gint64 *values = g_new0 (gint64, MAX (sums->len, 1));

  for (guint i = 0; i < sums->len; i++)
    values[i] = *(const gint64 *) (gconstpointer) ((const char *) &g_array_index (sums, KkrCarrySum,
                                                                                  i) + offset);
  kkr_table_builder_add_int64 (builder, name, danish, english, unit, values, sums->len);
}

static void
add_years (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
           const GArray *sums)
{
  g_autofree gint64 *years = g_new0 (gint64, MAX (sums->len, 1));

  for (guint i = 0; i < sums->len; i++)
    years[i] = g_array_index (sums, KkrCarrySum, i).year;
  kkr_table_builder_add_int64 (builder, name, danish, english, KKR_UNIT_NONE, years, sums->len);
}

static void
add_sum_departments (KkrCarryPlan *plan, KkrTableBuilder *builder, const GArray *sums)
{
  g_autofree gint32 *codes = g_new0 (gint32, MAX (sums->len, 1));

  for (guint i = 0; i < sums->len; i++)
    codes[i] = g_array_index (sums, KkrCarrySum, i).department;
  add_departments (plan, builder, codes, sums->len);
}

static void
add_flows (KkrTableBuilder *builder, const GArray *sums)
{
  for (guint flow = 0; flow < KKR_CARRY_N_FLOWS; flow++)
    add_column (builder, flows[flow], flows_da[flow], flows_en[flow], sums,
                G_STRUCT_OFFSET (KkrCarrySum, flows) + flow * sizeof (gint64), KKR_UNIT_AMOUNT);
}

KkrTable *
kkr_carry_build_years (KkrCarryPlan *plan, const GArray *movements, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("years", "År for år",
                                                               "Year by year");
  g_autoptr (GArray) sums = kkr_carry_sum (movements, FALSE, error);

  if (sums == NULL)
    return NULL;
  add_years (builder, "year", "År", "Year", sums);
  add_sum_departments (plan, builder, sums);
  add_column (builder, "opening", "Primo", "Opening", sums, G_STRUCT_OFFSET (KkrCarrySum, opening),
              KKR_UNIT_AMOUNT);
  add_flows (builder, sums);
  add_column (builder, "closing", "Ultimo", "Closing", sums, G_STRUCT_OFFSET (KkrCarrySum, closing),
              KKR_UNIT_AMOUNT);
  add_key (plan, builder, "year", NULL, NULL, FALSE);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_carry_build_balance (KkrCarryPlan *plan, const GArray *movements, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("balance", "Balance pr. årsagsår",
                                                               "Balance by year of cause");
  g_autoptr (GArray) sums = kkr_carry_sum (movements, TRUE, error);

  if (sums == NULL)
    return NULL;
  add_years (builder, "cause-year", "Årsagsår", "Year of cause", sums);
  add_sum_departments (plan, builder, sums);
  add_flows (builder, sums);
  add_column (builder, "balance", "Balance", "Balance", sums,
              G_STRUCT_OFFSET (KkrCarrySum, closing), KKR_UNIT_AMOUNT);
  add_key (plan, builder, "cause-year", NULL, NULL, FALSE);
  return kkr_table_builder_end (builder, error);
}
