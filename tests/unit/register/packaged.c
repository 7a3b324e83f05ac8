/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The packaged register against the files it is made of, and against the sums that the source
 * documents print. */

#include <string.h>

#include <libkkr/register/kkr-fact-private.h>
#include <libkkr/register/kkr-register-private.h>
#include <libkkr/register/kkr-register-reader.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All files of the folder are packaged, ascending by name. Ends with NULL. */
static GPtrArray *
data_paths (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "libkkr", "data",
                                              NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  g_ptr_array_add (paths, NULL);
  return paths;
}

static KkrRegister *
read_files (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GPtrArray) paths = data_paths ();
  g_autoptr (GError) error = NULL;
  KkrRegister *reg;

  reg = kkr_register_reader_read_files (reader, (const char *const *) paths->pdata, NULL, &error);
  g_assert_no_error (error);
  return reg;
}

static void
free_objects (gpointer *objects, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_object_unref (objects[i]);
  g_free (objects);
}

static void
assert_same_fact (KkrFact *a, KkrFact *b)
{
  g_autofree char *known_a = kkr_fact_dup_known_from (a), *known_b = kkr_fact_dup_known_from (b);
  g_autofree char *base = g_path_get_basename (kkr_fact_get_uri (b));
  g_autoptr (KkrPeriod) valid_a = kkr_fact_dup_valid (a), valid_b = kkr_fact_dup_valid (b);

  g_assert_cmpstr (kkr_fact_get_key (a), ==, kkr_fact_get_key (b));
  g_assert_cmpstr (kkr_fact_get_printed (a), ==, kkr_fact_get_printed (b));
  g_assert_cmpint (kkr_rational_compare (kkr_fact_get_rational (a), kkr_fact_get_rational (b)),
                   ==, 0);
  g_assert_cmpint (kkr_fact_get_unit (a), ==, kkr_fact_get_unit (b));
  g_assert_cmpstr (kkr_fact_get_price_level (a), ==, kkr_fact_get_price_level (b));
  g_assert_cmpstr (known_a, ==, known_b);
  g_assert_cmpstr (kkr_period_get_start (valid_a), ==, kkr_period_get_start (valid_b));
  g_assert_cmpstr (kkr_period_get_end (valid_a), ==, kkr_period_get_end (valid_b));
  g_assert_cmpstr (kkr_source_get_id (kkr_fact_get_source (a)), ==,
                   kkr_source_get_id (kkr_fact_get_source (b)));
  g_assert_cmpstr (kkr_fact_get_section (a), ==, kkr_fact_get_section (b));
  g_assert_cmpint (kkr_fact_get_confirmed (a), ==, kkr_fact_get_confirmed (b));
  g_assert_cmpuint (kkr_fact_get_line (a), ==, kkr_fact_get_line (b));
  /* The packaged one knows the name of its file and no folder of any machine. */
  g_assert_cmpstr (kkr_fact_get_uri (a), ==, base);
}

static void
test_same_as_files (void)
{
  g_autoptr (KkrRegister) packaged = kkr_register_new_packaged ();
  g_autoptr (KkrRegister) read = read_files ();
  gsize n_packaged, n_read;
  KkrFact **a = kkr_register_dup_facts (packaged, NULL, &n_packaged);
  KkrFact **b = kkr_register_dup_facts (read, NULL, &n_read);

  g_assert_cmpstr (kkr_register_get_data_version (packaged), ==,
                   kkr_register_get_data_version (read));
  g_assert_cmpstr (kkr_register_get_sha256 (packaged), ==, kkr_register_get_sha256 (read));
  g_assert_cmpuint (n_packaged, ==, n_read);
  g_assert_cmpuint (n_packaged, ==, kkr_register_get_n_facts (packaged));
  for (gsize i = 0; i < n_packaged; i++)
    assert_same_fact (a[i], b[i]);
  free_objects ((gpointer *) a, n_packaged);
  free_objects ((gpointer *) b, n_read);
}

static void
test_same_geography (void)
{
  g_autoptr (KkrRegister) packaged = kkr_register_new_packaged ();
  g_autoptr (KkrRegister) read = read_files ();
  gsize n_packaged, n_read;
  KkrMunicipality **a = kkr_register_dup_municipalities (packaged, &n_packaged);
  KkrMunicipality **b = kkr_register_dup_municipalities (read, &n_read);

  g_assert_cmpuint (n_packaged, ==, n_read);
  for (gsize i = 0; i < n_packaged; i++)
    {
      g_autofree char *text_a = kkr_entity_to_string (KKR_ENTITY (a[i]));
      g_autofree char *text_b = kkr_entity_to_string (KKR_ENTITY (b[i]));

      g_assert_cmpstr (text_a, ==, text_b);
      g_assert_true (kkr_entity_get_confirmed (KKR_ENTITY (a[i])));
      g_assert_cmpstr (kkr_entity_get_valid_from (KKR_ENTITY (a[i])), ==, "2007-01-01");
      g_assert_null (kkr_entity_get_valid_until (KKR_ENTITY (a[i])));
      if (i > 0)
        g_assert_cmpint (kkr_municipality_get_code (a[i - 1]), <, kkr_municipality_get_code (a[i]));
    }
  free_objects ((gpointer *) a, n_packaged);
  free_objects ((gpointer *) b, n_read);
}

static void
test_checksum (void)
{
  g_autoptr (KkrRegister) packaged = kkr_register_new_packaged ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) paths = data_paths ();

  for (guint i = 0; i + 1 < paths->len; i++)
    {
      g_autofree char *text = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (paths->pdata[i], &text, &size, NULL));
      g_checksum_update (checksum, (const guchar *) text, (gssize) size);
    }
  g_assert_cmpstr (kkr_register_get_sha256 (packaged), ==, g_checksum_get_string (checksum));
}

/* "Landstal for 2024", Bilag A: 98 municipalities in five regions. The sixth begins in 2027. */
static void
test_regions (void)
{
  static const struct {
    const char *code;
    const char *name;
    guint n;
  } regions[] = {
    { "1081", "Region Nordjylland", 11 }, { "1082", "Region Midtjylland", 19 },
    { "1083", "Region Syddanmark", 22 },  { "1084", "Region Hovedstaden", 29 },
    { "1085", "Region Sjælland", 17 },    { "region-oestdanmark", "Region Østdanmark", 0 },
  };
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();
  GListModel *municipalities = kkr_register_get_municipalities (reg);
  GListModel *list = kkr_register_get_regions (reg);

  g_assert_cmpuint (g_list_model_get_n_items (municipalities), ==, 98);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, G_N_ELEMENTS (regions));
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_autoptr (KkrRegion) region = g_list_model_get_item (list, i);
      guint n = 0;

      g_assert_cmpstr (kkr_region_get_code (region), ==, regions[i].code);
      g_assert_cmpstr (kkr_region_get_name (region), ==, regions[i].name);
      /* No source prints the codes. */
      g_assert_cmpint (kkr_entity_get_confirmed (KKR_ENTITY (region)), ==, i == 5);
      for (guint j = 0; j < g_list_model_get_n_items (municipalities); j++)
        {
          g_autoptr (KkrMunicipality) municipality = g_list_model_get_item (municipalities, j);

          n += kkr_municipality_get_region (municipality) == region;
        }
      g_assert_cmpuint (n, ==, regions[i].n);
    }
}

static gint64
sum (KkrRegister *reg, const char *key, const char *day)
{
  g_autoptr (KkrArrangement) arrangement =
    kkr_register_find_arrangement (reg, "socialtilsyn-nord", NULL);
  gsize n;
  KkrMunicipality **payers = kkr_arrangement_dup_municipalities_on (arrangement, NULL, &n, NULL);
  gint64 total = 0;

  g_assert_cmpuint (n, ==, 11);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *full = g_strdup_printf ("%s/%d", key, kkr_municipality_get_code (payers[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (KkrFact) fact = kkr_register_lookup (reg, full, day, NULL, &error);

      g_assert_no_error (error);
      total += (gint64) kkr_fact_get_rational (fact)->num;
    }
  free_objects ((gpointer *) payers, n);
  return total;
}

/* DAS Social 21 August 2023, item 3: "I alt 121.100 ... 121.668". */
static void
test_children (void)
{
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();

  g_assert_cmpint (sum (reg, "children-0-17", "2022-04-01"), ==, 121100);
  g_assert_cmpint (sum (reg, "children-0-17", "2023-06-30"), ==, 121668);
}

static gint64
ore (KkrRegister *reg, const char *key, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrFact) fact = kkr_register_lookup (reg, key, day, NULL, &error);

  g_assert_no_error (error);
  return kkr_fact_get_amount (fact);
}

/* The parts of the budgets, which the documents print beside their totals. */
static void
test_budgets (void)
{
  static const struct {
    const char *parts[2];
    const char *total;
    const char *day;
  } sums[] = {
    { { "budget/offers", "budget/foster-families" }, "budget/total", "2023-01-01" },
    { { "budget/offers", "budget/foster-families" }, "budget/total", "2024-12-31" },
    { { "costs/direct", "costs/indirect" }, "costs/total", "2022-07-01" },
    { { "costs/direct", "costs/indirect" }, "costs/total", "2023-07-01" },
    { { "income/objective-financing", "income/tariffs" }, "income/total", "2022-07-01" },
    { { "income/objective-financing", "income/tariffs" }, "income/total", "2023-07-01" },
    { { "accounts/costs/direct", "accounts/costs/indirect" }, "accounts/costs/total",
      "2022-07-01" },
    { { "accounts/income/objective-financing", "accounts/income/tariffs" },
      "accounts/income/total", "2022-07-01" },
  };
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      gint64 total = 0;
      g_autofree char *key = g_strconcat ("socialtilsyn-nord/", sums[i].total, NULL);

      for (guint j = 0; j < 2; j++)
        {
          g_autofree char *part = g_strconcat ("socialtilsyn-nord/", sums[i].parts[j], NULL);

          total += ore (reg, part, sums[i].day);
        }
      g_test_message ("%s on %s", key, sums[i].day);
      g_assert_cmpint (total, ==, ore (reg, key, sums[i].day));
    }
  /* "Halvdelen af overskud fra Regnskab 2022 kr. 250.990" of "kr. 501.980". */
  g_assert_cmpint (ore (reg, "socialtilsyn-nord/accounts/surplus", "2022-01-01"), ==,
                   2 * ore (reg, "socialtilsyn-nord/carry-over", "2024-01-01"));
}

/* Every fact says where it comes from and since when it was known. */
static void
test_sources (void)
{
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();
  gsize n;
  KkrFact **facts = kkr_register_dup_facts (reg, NULL, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *known = kkr_fact_dup_known_from (facts[i]);

      g_assert_nonnull (known);
      g_assert_nonnull (kkr_source_get_title (kkr_fact_get_source (facts[i])));
      g_assert_nonnull (kkr_fact_get_section (facts[i]));
      g_assert_cmpuint (kkr_fact_get_line (facts[i]), >, 0);
    }
  free_objects ((gpointer *) facts, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/packaged/same-as-files", test_same_as_files);
  g_test_add_func ("/register/packaged/same-geography", test_same_geography);
  g_test_add_func ("/register/packaged/checksum", test_checksum);
  g_test_add_func ("/register/packaged/regions", test_regions);
  g_test_add_func ("/register/packaged/children", test_children);
  g_test_add_func ("/register/packaged/budgets", test_budgets);
  g_test_add_func ("/register/packaged/sources", test_sources);
  return g_test_run ();
}
