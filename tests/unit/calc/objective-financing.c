/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The printed table "Udviklingen i objektiv finansiering fra 2023 til 2024" (DAS Social, 21 August
 * 2023, item 3), and what an analyst would ask of it. */

#include <libkkr/kkr.h>

typedef struct {
  const char *name;
  gint64 kroner_2023;
  gint64 kroner_2024;
  const char *share_2023;
  const char *share_2024;
} Printed;

static const Printed printed[] = {
  { "Silkeborg", 3274133, 3443644, "17,8", "18,0" },
  { "Morsø", 556703, 573573, "3,0", "3,0" },
  { "Thisted", 1275880, 1322226, "6,9", "6,9" },
  { "Brønderslev", 1182994, 1224137, "6,4", "6,4" },
  { "Frederikshavn", 1538090, 1579964, "8,3", "8,2" },
  { "Vesthimmerland", 1075948, 1103062, "5,8", "5,8" },
  { "Læsø", 34261, 34323, "0,2", "0,2" },
  { "Rebild", 1106250, 1152027, "6,0", "6,0" },
  { "Mariagerfjord", 1195785, 1239095, "6,5", "6,5" },
  { "Jammerbugt", 1165178, 1189657, "6,3", "6,2" },
  { "Aalborg", 6034808, 6294349, "32,7", "32,9" },
};

static KkrCalculator *
make (int year, KkrApportionMethod method)
{
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();

  return g_object_new (KKR_TYPE_OBJECTIVE_FINANCING, "register", reg, "arrangement",
                       "socialtilsyn-nord", "year", year, "method", method, NULL);
}

static KkrResult *
run (int year, KkrApportionMethod method)
{
  g_autoptr (KkrCalculator) calculator = make (year, method);
  g_autoptr (GError) error = NULL;
  KkrResult *result = kkr_calculator_run (calculator, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static gint64
amount_of (KkrResult *result, const char *name)
{
  KkrTable *table = kkr_result_get_table (result);
  g_autoptr (GError) error = NULL;
  gint64 row = kkr_table_find_row (table, name, &error);

  g_assert_no_error (error);
  return kkr_column_get_int64 (kkr_table_get_column (table, "amount"), (guint) row);
}

static void
test_printed_amounts (void)
{
  g_autoptr (KkrResult) before = run (2023, KKR_APPORTION_METHOD_INDEPENDENT);
  g_autoptr (KkrResult) after = run (2024, KKR_APPORTION_METHOD_INDEPENDENT);

  g_assert_cmpuint (kkr_table_get_n_rows (kkr_result_get_table (after)), ==,
                    G_N_ELEMENTS (printed));
  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      g_assert_cmpint (amount_of (before, printed[i].name), ==, printed[i].kroner_2023 * 100);
      g_assert_cmpint (amount_of (after, printed[i].name), ==, printed[i].kroner_2024 * 100);
    }
}

static void
test_printed_shares (void)
{
  g_autoptr (KkrResult) before = run (2023, KKR_APPORTION_METHOD_LARGEST_REMAINDER);
  g_autoptr (KkrResult) after = run (2024, KKR_APPORTION_METHOD_LARGEST_REMAINDER);

  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      g_autofree char *was = kkr_column_dup_text (
        kkr_table_get_column (kkr_result_get_table (before), "share"), i);
      g_autofree char *is = kkr_column_dup_text (
        kkr_table_get_column (kkr_result_get_table (after), "share"), i);

      g_assert_cmpstr (was, ==, printed[i].share_2023);
      g_assert_cmpstr (is, ==, printed[i].share_2024);
    }
}

static void
test_sums (void)
{
  static const KkrApportionMethod methods[] = {
    KKR_APPORTION_METHOD_LARGEST_REMAINDER, KKR_APPORTION_METHOD_DHONDT,
    KKR_APPORTION_METHOD_SAINTE_LAGUE,      KKR_APPORTION_METHOD_HUNTINGTON_HILL,
    KKR_APPORTION_METHOD_CUMULATIVE,        KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST,
  };

  for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
    {
      g_autoptr (KkrResult) before = run (2023, methods[m]);
      g_autoptr (KkrResult) after = run (2024, methods[m]);
      gint64 sum_before = 0, sum_after = 0;

      for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
        {
          sum_before += amount_of (before, printed[i].name);
          sum_after += amount_of (after, printed[i].name);
        }
      g_assert_cmpint (sum_before, ==, 1844003000);
      g_assert_cmpint (sum_after, ==, 1915605800);
    }
}

static void
test_who_gets_the_krone (void)
{
  g_autoptr (KkrResult) largest = run (2024, KKR_APPORTION_METHOD_LARGEST_REMAINDER);
  g_autoptr (KkrResult) residual = run (2024, KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST);

  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    {
      gboolean rebild = g_str_equal (printed[i].name, "Rebild");
      gboolean aalborg = g_str_equal (printed[i].name, "Aalborg");

      g_assert_cmpint (amount_of (largest, printed[i].name), ==,
                       (printed[i].kroner_2024 + rebild) * 100);
      g_assert_cmpint (amount_of (residual, printed[i].name), ==,
                       (printed[i].kroner_2024 + aalborg) * 100);
    }
}

static KkrNote *
find_note (KkrResult *result, KkrNoteKind kind)
{
  GListModel *notes = kkr_result_get_notes (result);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (KkrNote) note = g_list_model_get_item (notes, i);

      if (kkr_note_get_kind (note) == kind)
        return g_steal_pointer (&note);
    }
  return NULL;
}

static void
test_rounding_notes (void)
{
  g_autoptr (KkrResult) before = run (2023, KKR_APPORTION_METHOD_LARGEST_REMAINDER);
  g_autoptr (KkrResult) after = run (2024, KKR_APPORTION_METHOD_LARGEST_REMAINDER);
  g_autoptr (KkrResult) alone = run (2024, KKR_APPORTION_METHOD_INDEPENDENT);
  g_autoptr (KkrNote) was = find_note (before, KKR_NOTE_KIND_ROUNDING);
  g_autoptr (KkrNote) is = find_note (after, KKR_NOTE_KIND_ROUNDING);
  g_autoptr (KkrNote) missed = find_note (alone, KKR_NOTE_KIND_ROUNDING);

  g_assert_cmpstr (kkr_note_get_danish (was), ==,
                   "Afrundes kommunerne hver for sig, bliver summen 18.440.030 kr., præcis som "
                   "budgettet: intet går tabt. Ingen betaler mere eller mindre af den grund.");
  g_assert_cmpstr (kkr_note_get_danish (is), ==,
                   "Afrundes kommunerne hver for sig, bliver summen 19.156.057 kr., 1 kr. "
                   "mindre end budgettet. Med største brøks metode betaler Rebild 1 kr. mere.");
  g_assert_cmpstr (kkr_note_get_english (missed), ==,
                   "The municipalities are rounded each alone: the sum is DKK 19,156,057, "
                   "DKK 1 less than the budget.");
}

/* 566.064.582 kr. by the same children: two are rounded up that the largest remainders leave out. */
static void
test_rounding_note_on_many (void)
{
  g_autoptr (KkrCalculator) calculator = make (2024, KKR_APPORTION_METHOD_LARGEST_REMAINDER);
  g_autoptr (KkrResult) result = NULL;
  g_autoptr (KkrNote) note = NULL;

  g_object_set (calculator, "budget", G_GINT64_CONSTANT (56606458200), NULL);
  result = kkr_calculator_run (calculator, NULL, NULL);
  note = find_note (result, KKR_NOTE_KIND_ROUNDING);
  g_assert_cmpstr (kkr_note_get_danish (note), ==,
                   "Afrundes kommunerne hver for sig, bliver summen 566.064.584 kr., 2 kr. mere "
                   "end budgettet. Med største brøks metode betaler Vesthimmerland og Læsø 1 kr. "
                   "mindre hver.");
}

static void
test_price_level (void)
{
  g_autoptr (KkrCalculator) calculator = make (2023, KKR_APPORTION_METHOD_LARGEST_REMAINDER);
  g_autoptr (KkrResult) nominal = kkr_calculator_run (calculator, NULL, NULL);
  g_autoptr (KkrNote) note = find_note (nominal, KKR_NOTE_KIND_PRICE_LEVEL);
  g_autoptr (KkrResult) level = NULL;

  g_assert_nonnull (note);
  g_assert_nonnull (strstr (kkr_note_get_danish (note), "i 2024-priser"));
  g_object_set (calculator, "price-level", "2024", NULL);
  level = kkr_calculator_run (calculator, NULL, NULL);
  g_assert_null (find_note (level, KKR_NOTE_KIND_PRICE_LEVEL));
}

/* The memo prints its column for 2023 in 2024 prices: fit to compare with, not that year's bill. */
static void
test_price_level_of_the_comparison (void)
{
  g_autoptr (KkrResult) result = run (2024, KKR_APPORTION_METHOD_LARGEST_REMAINDER);
  g_autoptr (KkrNote) note = find_note (result, KKR_NOTE_KIND_PRICE_LEVEL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) bill = kkr_result_explain_key (result, "amount", "Rebild", &error);
  g_autoptr (KkrDerivation) change = kkr_result_explain_key (result, "change.change", "Rebild",
                                                             &error);
  g_autofree char *bill_text = kkr_derivation_to_string (bill);
  g_autofree char *change_text = kkr_derivation_to_string (change);

  g_assert_cmpstr (kkr_note_get_danish (note), ==,
                   "I sammenligningen er tallene for 2023 i 2024-priser.");
  g_assert_null (strstr (bill_text, "I sammenligningen"));
  g_assert_nonnull (strstr (change_text, "I sammenligningen"));
}

static char *
cell (KkrResult *result, const char *table, const char *column, const char *key)
{
  KkrTable *found = kkr_result_get_table_named (result, table);
  gint64 row = kkr_table_find_row (found, key, NULL);

  g_assert_cmpint (row, >=, 0);
  return kkr_column_dup_text (kkr_table_get_column (found, column), (guint) row);
}

#define assert_cell(result, table, column, key, expected)                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = cell (result, table, column, key);                                    \
    g_assert_cmpstr (text_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

/* The growth figures of the memo: 3,9 per cent, 20.164 kr. a family, 8,3 per cent. Its 18.627 kr.
 * for 2023 is one krone more than 18.440.030 / 990 = 18.626,29 gives. */
static void
test_key_figures (void)
{
  g_autoptr (KkrResult) result = run (2024, KKR_APPORTION_METHOD_LARGEST_REMAINDER);

  assert_cell (result, "key-figures", "budget-growth", "2024", "3,9");
  assert_cell (result, "key-figures", "average-price", "2024", "20.164");
  assert_cell (result, "key-figures", "average-price", "2023", "18.626");
  assert_cell (result, "key-figures", "price-growth", "2024", "8,3");
  assert_cell (result, "key-figures", "volume", "2023", "990");
  assert_cell (result, "key-figures", "volume", "2024", "950");
  assert_cell (result, "key-figures", "weight", "2023", "121.100");
  assert_cell (result, "key-figures", "rate", "2024", "157,45");
}

static void
assert_total (KkrResult *result, const char *column, const char *expected)
{
  KkrTable *table = kkr_result_get_table_named (result, "change");
  g_autofree char *total = kkr_column_dup_total (kkr_table_get_column (table, column));

  g_assert_cmpstr (total, ==, expected);
}

/* Læsø: 225 children at 152,271098 become 218 at 157,445327: the rate adds 225 * 5,174229 =
 * 1164,20, the volume takes 7 * 157,445327 = 1102,12; together 62 kr. */
static void
test_change (void)
{
  g_autoptr (KkrResult) result = run (2024, KKR_APPORTION_METHOD_LARGEST_REMAINDER);

  assert_cell (result, "change", "before", "Læsø", "34.261");
  assert_cell (result, "change", "amount", "Læsø", "34.323");
  assert_cell (result, "change", "change", "Læsø", "62");
  assert_cell (result, "change", "rate-effect", "Læsø", "1.164");
  assert_cell (result, "change", "volume-effect", "Læsø", "-1.102");
  assert_cell (result, "change", "percent", "Læsø", "0,2");
  assert_total (result, "before", "1844003000");
  assert_total (result, "amount", "1915605800");
  /* "en stigning i budgettet på 3,9% eller kr. 716.028" */
  assert_total (result, "change", "71602800");
  assert_total (result, "percent", "7160280/1844003");
}

static void
test_explains_everything (void)
{
  g_autoptr (KkrResult) result = run (2024, KKR_APPORTION_METHOD_LARGEST_REMAINDER);
  gsize n_tables, n_columns;
  g_autofree KkrTable **tables = kkr_result_dup_tables (result, &n_tables);

  g_assert_cmpuint (n_tables, ==, 3);
  for (gsize t = 0; t < n_tables; t++)
    {
      g_autofree KkrColumn **columns = kkr_table_dup_columns (tables[t], &n_columns);

      for (gsize c = 0; c < n_columns; c++)
        for (gint64 row = -1; row < kkr_table_get_n_rows (tables[t]); row++)
          {
            g_autofree char *name = g_strdup_printf ("%s.%s", kkr_table_get_name (tables[t]),
                                                     kkr_column_get_name (columns[c]));
            g_autoptr (GError) error = NULL;
            g_autoptr (KkrDerivation) derivation = NULL;

            if (row < 0 ? !kkr_column_has_total (columns[c])
                        : kkr_column_get_cell_status (columns[c], (guint) row) !=
                            KKR_CELL_STATUS_VALUE)
              continue;
            derivation = kkr_result_explain (result, name, row, &error);
            g_assert_no_error (error);
            g_assert_nonnull (derivation);
          }
      for (gsize c = 0; c < n_columns; c++)
        g_object_unref (columns[c]);
      g_object_unref (tables[t]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/objective-financing/printed-amounts", test_printed_amounts);
  g_test_add_func ("/objective-financing/printed-shares", test_printed_shares);
  g_test_add_func ("/objective-financing/sums", test_sums);
  g_test_add_func ("/objective-financing/who-gets-the-krone", test_who_gets_the_krone);
  g_test_add_func ("/objective-financing/rounding-notes", test_rounding_notes);
  g_test_add_func ("/objective-financing/rounding-note-on-many", test_rounding_note_on_many);
  g_test_add_func ("/objective-financing/price-level", test_price_level);
  g_test_add_func ("/objective-financing/price-level-of-the-comparison",
                   test_price_level_of_the_comparison);
  g_test_add_func ("/objective-financing/key-figures", test_key_figures);
  g_test_add_func ("/objective-financing/change", test_change);
  g_test_add_func ("/objective-financing/explains-everything", test_explains_everything);
  return g_test_run ();
}
