/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-place-private.h>
#include <libkkr/register/kkr-register.h>

static void
test_municipality (void)
{
  static const struct {
    const char *text;
    int code;
  } found[] = {
    { "Vesthimmerlands", 820 }, { "Vesthimmerland", 820 }, { "vesthimmerland", 820 },
    { "VESTHIMMERLAND", 820 },  { "820", 820 },            { " 820 ", 820 },
    { "Århus", 751 },           { "Aarhus", 751 },         { "århus kommune", 751 },
    { "Ålborg", 851 },          { "Aalborg", 851 },        { "A\xcc\x8alborg", 851 },
    { "Bornholm", 400 },        { "Bornholms", 400 },      { "Nordfyn", 480 },
    { "Nordfyns", 480 },        { "Aabenraa", 580 },       { "Åbenrå", 580 },
    { "Faaborg-Midtfyn", 430 }, { "Lyngby-Tårbæk", 173 },  { "Rebild Kommune", 840 },
    { "\tÆRØ\n", 492 },         { "Høje-Tåstrup", 169 },   { "0840", 840 },
  };
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KkrMunicipality) municipality =
        kkr_register_find_municipality (reg, found[i].text, &error);

      g_test_message ("%s", found[i].text);
      g_assert_no_error (error);
      g_assert_cmpint (kkr_municipality_get_code (municipality), ==, found[i].code);
    }
}

static void
test_no_municipality (void)
{
  static const struct {
    const char *text;
    const char *message;
  } missing[] = {
    { "Rebidl", "the register has no such municipality: \"Rebidl\" found; near it: Rebild" },
    { "Nordjylland", "the register has no such municipality: \"Nordjylland\" found" },
    { "999", "the register has no such municipality: \"999\" found" },
    { "84", "the register has no such municipality: \"84\" found" },
    { "", "the register has no such municipality: \"\" found" },
  };
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kkr_register_find_municipality (reg, missing[i].text, &error));
      g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
      g_assert_true (g_str_has_prefix (error->message, missing[i].message));
    }
}

/* Without a final s and with å for aa, no two names are the same. */
static void
test_names_are_told_apart (void)
{
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *list = kkr_register_get_municipalities (reg);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (KkrMunicipality) municipality = g_list_model_get_item (list, i);
      g_autoptr (KkrMunicipality) found =
        kkr_register_find_municipality (reg, kkr_municipality_get_name (municipality), NULL);

      g_assert_true (found == municipality);
      g_assert_true (g_hash_table_add (seen,
                                       kkr_place_fold (kkr_municipality_get_name (municipality))));
    }
}

static void
test_region (void)
{
  static const char *const north[] = {
    "1081", "081", "81", "Region Nordjylland", "region nordjylland", "Nordjylland", " 1081 ",
  };
  static const char *const east[] = { "Region Østdanmark", "østdanmark", "region-oestdanmark" };
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (north); i++)
    {
      g_autoptr (KkrRegion) region = kkr_register_find_region (reg, north[i], NULL);

      g_assert_cmpstr (kkr_region_get_code (region), ==, "1081");
    }
  for (guint i = 0; i < G_N_ELEMENTS (east); i++)
    {
      g_autoptr (KkrRegion) region = kkr_register_find_region (reg, east[i], NULL);

      g_assert_cmpstr (kkr_region_get_name (region), ==, "Region Østdanmark");
    }
  g_assert_null (kkr_register_find_region (reg, "Region Vestdanmark", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
}

static void
test_arrangement (void)
{
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrArrangement) arrangement =
    kkr_register_find_arrangement (reg, "socialtilsyn-nord", NULL);

  g_assert_cmpstr (kkr_entity_get_title (KKR_ENTITY (arrangement)), ==,
                   "Socialtilsyn Nord: plejefamilieområdet");
  g_assert_null (kkr_register_find_arrangement (reg, "socialtilsyn-nrd", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  g_assert_cmpstr (error->message, ==, "the register has no such arrangement: "
                                       "\"socialtilsyn-nrd\" found; near it: socialtilsyn-nord");
}

static void
test_nothing (void)
{
  g_autoptr (KkrRegister) reg = g_object_new (KKR_TYPE_REGISTER, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = kkr_register_to_string (reg);

  g_assert_cmpuint (kkr_register_get_n_facts (reg), ==, 0);
  g_assert_cmpstr (kkr_register_get_sha256 (reg), ==, "");
  g_assert_null (kkr_register_find_municipality (reg, "840", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  g_clear_error (&error);
  g_assert_null (kkr_register_lookup (reg, "a", "2024-01-01", NULL, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/find/municipality", test_municipality);
  g_test_add_func ("/register/find/no-municipality", test_no_municipality);
  g_test_add_func ("/register/find/names-are-told-apart", test_names_are_told_apart);
  g_test_add_func ("/register/find/region", test_region);
  g_test_add_func ("/register/find/arrangement", test_arrangement);
  g_test_add_func ("/register/find/nothing", test_nothing);
  return g_test_run ();
}
