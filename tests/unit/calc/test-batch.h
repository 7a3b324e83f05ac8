/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-batch-private.h>
#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/table/kkr-table-builder.h>

/* A calculator with a batch class, and one that computes the same without. In a year there are
 * year % 4 + 1 places; the i-th gets budget + extra + i * year, and the fourth has no amount. A
 * budget that is not given is 1000 øre, one below 0 is refused, one of 77 cannot be computed; of
 * the year 1999 nothing is known. */

typedef struct {
  KkrCalculator parent_instance;
} TestPlain;

typedef struct {
  KkrCalculatorClass parent_class;
} TestPlainClass;

typedef TestPlain TestBatch;
typedef TestPlainClass TestBatchClass;

static GType test_plain_get_type (void);
G_GNUC_UNUSED static GType test_batch_get_type (void);

G_DEFINE_TYPE (TestPlain, test_plain, KKR_TYPE_CALCULATOR)

#define N_PLACES(year) ((guint) (year) % 4 + 1)

/* How often each of these was called. */
static int n_opened, n_closed, n_keys_made, n_computed;
/* How many rows the batch class says a scenario has, if not those that it has. */
static gsize rows_told;
/* Called by compute() of the batch class, if any. */
static void (*on_computed) (const KkrBatchRows *rows);

static void
test_plain_check (KkrCalculator *self)
{
  if (kkr_calculator_get_amount (self, "budget") < 0)
    kkr_calculator_report (self, "budget", KKR_CALC_ERROR_OUT_OF_RANGE,
                           "negative found, 0 or more expected");
  if (kkr_calculator_get_boolean (self, "strict") && kkr_calculator_get_amount (self, "extra") > 5)
    kkr_calculator_report (self, NULL, KKR_CALC_ERROR_INCONSISTENT,
                           "strict and more than 5 found, one of them expected");
}

static KkrTable *
make_keys (int year, const gint64 *amounts)
{
  static const char *const names[] = { "Aalborg", "Rebild", "Samsø", "Ærø", NULL };
  static const char *const keys[] = { "code", "place", NULL };
  const gint64 codes[] = { 851, 840, 741, year };
  const gint32 places[] = { 0, 1, 2, 3 };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("places", "Steder", "Places");
  g_autoptr (GError) error = NULL;
  KkrTable *table;
  guint n = N_PLACES (year);

  kkr_table_builder_add_int64 (builder, "code", "Kode", "Code", KKR_UNIT_NONE, codes, n);
  kkr_table_builder_add_codes (builder, "place", "Sted", "Place", places, n, names);
  if (amounts != NULL)
    kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, amounts, n);
  if (amounts != NULL)
    kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_YEARS,
                                 (const gint64[]) { year, year, year, year }, n);
  kkr_table_builder_set_key (builder, keys);
  table = kkr_table_builder_end (builder, &error);
  g_assert_no_error (error);
  return table;
}

static gboolean
knows (int year, GError **error)
{
  if (year == 1999)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA, "nothing known of %d", year);
  return year != 1999;
}

static gboolean
fill (gint64 *amounts, int year, gint64 budget, gint64 extra, GError **error)
{
  for (guint i = 0; i < N_PLACES (year); i++)
    amounts[i] = i == 3 ? G_MININT64 : budget + extra + i * (guint) year;
  if (budget == 77)
    g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT, "77 found");
  return budget != 77;
}

static KkrResult *
test_plain_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  int year = kkr_calculator_get_int (self, "year");
  gint64 budget = kkr_calculator_is_assigned (self, "budget")
                    ? kkr_calculator_get_amount (self, "budget") : 1000;
  gint64 amounts[4];
  g_autoptr (KkrTable) table = NULL;
  g_autoptr (KkrNote) note = kkr_note_new (KKR_NOTE_KIND_REMARK, "Et skøn.", "An estimate.");

  if (!knows (year, error) ||
      !fill (amounts, year, budget, kkr_calculator_get_amount (self, "extra"), error))
    return NULL;
  table = make_keys (year, amounts);
  return kkr_result_new (self, &table, 1, &note, year % 2);
}

static KkrDerivation *
test_plain_derive (KkrCalculator *self, KkrResult *result, const char *column, gint64 row,
                   GError **error)
{
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new (column, "");

  if (!g_str_equal (column, "amount"))
    return NULL;
  kkr_derivation_builder_set_title (builder, "Beløb", "Amount");
  kkr_derivation_builder_add_amount (
    builder, "amount", "Beløb", "Amount",
    kkr_column_get_int64 (kkr_table_get_column (kkr_result_get_table (result), "amount"),
                          (guint) row));
  return kkr_derivation_builder_end (builder, error);
}

static void
test_plain_class_init (TestPlainClass *klass)
{
  KkrCalculatorClass *calculator = KKR_CALCULATOR_CLASS (klass);

  calculator->check = test_plain_check;
  calculator->compute = test_plain_compute;
  calculator->derive = test_plain_derive;
  calculator->thread_safe = TRUE;
  calculator->main_column = "amount";
  calculator->title_da = "Fordeling";
  calculator->title_en = "Sharing";
  kkr_calculator_class_install_int (calculator, "year", "År|Year", "Året|The year", 0,
                                    KKR_PARAM_FLAGS_REQUIRED);
  kkr_calculator_class_install_amount (calculator, "budget", "Budget|Budget", "Det|It", 0,
                                       KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_install_amount (calculator, "extra", "Ekstra|Extra", "Det|It", 0,
                                       KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_install_boolean (calculator, "strict", "Streng|Strict", "Det|It", FALSE,
                                        KKR_PARAM_FLAGS_NONE);
}

static void
test_plain_init (TestPlain *self)
{
}

typedef struct {
  int year;
  gint64 budget;
  gint64 extra;
} TestGroup;

static void
mark_bad (KkrCalculator *group, const KkrBatchRows *rows, guint8 *bad)
{
  gboolean strict = kkr_calculator_get_boolean (group, "strict");

  for (gsize i = 0; i < rows->n; i++)
    bad[i] |= (rows->values[0] != NULL && rows->values[0][i] < 0) ||
              (rows->values[1] != NULL && strict && rows->values[1][i] > 5);
}

static gpointer
open_group (KkrCalculator *group, guint32 by_row, gpointer before, GError **error)
{
  TestGroup *self;

  if (!knows (kkr_calculator_get_int (group, "year"), error))
    return NULL;
  n_opened++;
  self = g_new0 (TestGroup, 1);
  self->year = kkr_calculator_get_int (group, "year");
  self->budget = kkr_calculator_is_assigned (group, "budget")
                   ? kkr_calculator_get_amount (group, "budget") : 1000;
  self->extra = kkr_calculator_get_amount (group, "extra");
  return self;
}

static void
close_group (gpointer state)
{
  n_closed++;
  g_free (state);
}

static gsize
count_rows (gpointer state)
{
  return rows_told > 0 ? rows_told : N_PLACES (((TestGroup *) state)->year);
}

static gboolean
has_same_keys (gpointer a, gpointer b)
{
  int one = ((TestGroup *) a)->year, other = ((TestGroup *) b)->year;

  return N_PLACES (one) == N_PLACES (other) && (one == other || N_PLACES (one) < 4);
}

static KkrTable *
make_group_keys (gpointer state, GError **error)
{
  n_keys_made++;
  return make_keys (((TestGroup *) state)->year, NULL);
}

static gboolean
compute_group (gpointer state, const KkrBatchRows *rows, GError **error)
{
  const TestGroup *self = state;
  guint n = N_PLACES (self->year);

  n_computed++;
  if (on_computed != NULL)
    on_computed (rows);
  if (g_cancellable_set_error_if_cancelled (rows->cancellable, error))
    return FALSE;
  for (gsize i = 0; i < rows->n; i++)
    {
      gint64 budget = rows->values[0] != NULL ? rows->values[0][i] : self->budget;
      gint64 extra = rows->values[1] != NULL ? rows->values[1][i] : self->extra;

      g_assert_cmpint (rows->statuses[i * n], ==, 0);
      if (!fill (rows->cells + i * n, self->year, budget, extra, error))
        return FALSE;
      if (n == 4)
        rows->statuses[i * n + 3] = KKR_CELL_STATUS_MISSING;
    }
  if (rows->progress != NULL)
    rows->progress (rows->progress_data, 1.0);
  return TRUE;
}

static void
add_group_notes (gpointer state, KkrBatchNotes *notes)
{
  if (((TestGroup *) state)->year % 2 == 1)
    kkr_batch_notes_add (notes, KKR_NOTE_KIND_REMARK, 0, "Et skøn.", "An estimate.");
}

G_DEFINE_TYPE (TestBatch, test_batch, test_plain_get_type ())

static void
test_batch_class_init (TestBatchClass *klass)
{
  static const char *const row_inputs[] = { "budget", "extra", NULL };
  static const KkrBatchClass batch = {
    .table = "places",
    .column = "amount",
    .danish = "Beløb",
    .english = "Amount",
    .unit = KKR_UNIT_AMOUNT,
    .has_statuses = TRUE,
    .derives_from_inputs = TRUE,
    .row_inputs = row_inputs,
    .mark_bad = mark_bad,
    .open = open_group,
    .close = close_group,
    .n_rows = count_rows,
    .same_keys = has_same_keys,
    .keys = make_group_keys,
    .compute = compute_group,
    .add_notes = add_group_notes,
  };

  kkr_calculator_class_set_batch (KKR_CALCULATOR_CLASS (klass), &batch);
}

static void
test_batch_init (TestBatch *self)
{
}
