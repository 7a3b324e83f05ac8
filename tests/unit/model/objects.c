/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/model/kkr-models.h>

/* The rules in the order of the field's words. */
enum { PREVIOUS_YEAR_QUARTER_2 = 1, PREVIOUS_YEAR_JANUARY_1, SAME_YEAR_JANUARY_1 };

#define ALL_TIME { .from = KKR_DATE_MIN, .until = KKR_DATE_MAX }

static KkrRegion *
make_region (void)
{
  KkrFieldValue values[] = {
    { .text = "1081" }, { .text = "Region Nordjylland" }, { 0 }, ALL_TIME, { 0 }, { 0 }, { 0 },
    { 0 }, { 0 },
  };

  g_assert_cmpuint (kkr_region_model.n_fields, ==, G_N_ELEMENTS (values));
  return KKR_REGION (kkr_entity_new (&kkr_region_model, values, NULL, 0));
}

static KkrMunicipality *
make_municipality (int code, const char *name)
{
  g_autoptr (KkrRegion) region = make_region ();
  g_autoptr (KkrSource) source = kkr_source_new ("memo", "Notat", "Udvalg", "2023-08-21");
  KkrFieldValue values[] = {
    { .number = code }, { .text = name }, { .object = G_OBJECT (region) },
    { .from = 13514, .until = 20818 }, { .object = G_OBJECT (source) }, { .text = "Side 1" },
    { .number = 1 }, { .text = "Bemærkning" }, { .text = "Remark" },
  };

  g_assert_cmpuint (kkr_municipality_model.n_fields, ==, G_N_ELEMENTS (values));
  return KKR_MUNICIPALITY (kkr_entity_new (&kkr_municipality_model, values, "memo.xml", 7));
}

/* `reference` is the place of a rule among the words of its field, plus 1. */
static KkrArrangement *
make_arrangement (gint64 reference)
{
  g_autoptr (KkrSource) source = kkr_source_new ("memo", "Notat", "Udvalg", "2023-08-21");
  KkrFieldValue values[] = {
    { .text = "joint" }, { .text = "Fælles opgave" }, { .text = "Joint task" },
    { .text = "budget" }, { .text = "children" }, { .text = "Børn" }, { .text = "Children" },
    { .text = "barn" }, { .text = "child" }, { .number = reference },
    { .text = "families families-new" }, { 0 }, { 0 }, { 0 }, { 0 }, { .text = "20" }, { 0 }, { 0 },
    ALL_TIME, { .object = G_OBJECT (source) }, { .text = "Side 1" }, { .number = 1 }, { 0 }, { 0 },
  };

  g_assert_cmpuint (kkr_arrangement_model.n_fields, ==, G_N_ELEMENTS (values));
  return KKR_ARRANGEMENT (kkr_entity_new (&kkr_arrangement_model, values, NULL, 0));
}

static void
test_municipality (void)
{
  g_autoptr (KkrMunicipality) rebild = make_municipality (840, "Rebild");
  g_autofree char *text = kkr_entity_to_string (KKR_ENTITY (rebild));
  g_autofree char *repr = kkr_entity___repr__ (KKR_ENTITY (rebild));

  g_assert_cmpint (kkr_municipality_get_code (rebild), ==, 840);
  g_assert_cmpstr (kkr_municipality_get_name (rebild), ==, "Rebild");
  /* It holds its region and its source, which the test no longer does. */
  g_assert_cmpstr (kkr_region_get_code (kkr_municipality_get_region (rebild)), ==, "1081");
  g_assert_cmpstr (kkr_source_get_title (kkr_entity_get_source (KKR_ENTITY (rebild))), ==, "Notat");
  g_assert_cmpstr (kkr_entity_get_section (KKR_ENTITY (rebild)), ==, "Side 1");
  g_assert_cmpstr (kkr_entity_get_valid_from (KKR_ENTITY (rebild)), ==, "2007-01-01");
  g_assert_cmpstr (kkr_entity_get_valid_until (KKR_ENTITY (rebild)), ==, "2026-12-31");
  g_assert_true (kkr_entity_get_confirmed (KKR_ENTITY (rebild)));
  g_assert_cmpstr (text, ==, "Rebild (840), Region Nordjylland");
  g_assert_cmpstr (repr, ==, "<Kkr.Municipality 840 Rebild>");
}

/* Each field is a property of the same value as its getter. */
static void
test_properties (void)
{
  g_autoptr (KkrMunicipality) rebild = make_municipality (840, "Rebild");
  g_autoptr (KkrArrangement) joint = make_arrangement (SAME_YEAR_JANUARY_1);
  g_autoptr (KkrRegion) region = NULL;
  g_auto (GStrv) volumes = NULL;
  g_autofree char *name = NULL, *from = NULL, *until = NULL, *budget = NULL, *percent = NULL;
  gboolean confirmed;
  int code;

  g_object_get (rebild, "code", &code, "name", &name, "region", &region, "valid-from", &from,
                "valid-until", &until, "confirmed", &confirmed, NULL);
  g_assert_cmpint (code, ==, 840);
  g_assert_cmpstr (name, ==, "Rebild");
  g_assert_true (region == kkr_municipality_get_region (rebild));
  g_assert_cmpstr (from, ==, "2007-01-01");
  g_assert_cmpstr (until, ==, "2026-12-31");
  g_assert_true (confirmed);
  g_object_get (joint, "budget-key", &budget, "volume-keys", &volumes, "equal-percent", &percent,
                NULL);
  g_assert_cmpstr (budget, ==, "budget");
  g_assert_cmpstr (percent, ==, "20");
  g_assert_cmpuint (g_strv_length (volumes), ==, 2);
  g_assert_cmpstr (volumes[1], ==, "families-new");
}

/* Words for headings, general ones where the arrangement has none. */
static void
test_headings (void)
{
  g_autoptr (KkrArrangement) joint = make_arrangement (SAME_YEAR_JANUARY_1);

  g_assert_cmpstr (kkr_arrangement_get_weights_title_in (joint, "da"), ==, "Børn");
  g_assert_cmpstr (kkr_arrangement_get_weights_title_in (joint, "en"), ==, "Children");
  g_assert_cmpstr (kkr_arrangement_get_weight_title_in (joint, "da"), ==, "barn");
  g_assert_cmpstr (kkr_arrangement_get_volumes_title_in (joint, "da"), ==, "Enheder");
  g_assert_cmpstr (kkr_arrangement_get_volume_title_in (joint, "en"), ==, "unit");
}

static void
test_open_period (void)
{
  g_autoptr (KkrRegion) region = make_region ();

  g_assert_null (kkr_entity_get_valid_from (KKR_ENTITY (region)));
  g_assert_null (kkr_entity_get_valid_until (KKR_ENTITY (region)));
  g_assert_false (kkr_entity_get_confirmed (KKR_ENTITY (region)));
}

static void
test_reference_date (void)
{
  static const struct {
    gint64 rule;
    int year;
    const char *day;
  } rows[] = {
    /* "jf. udtræk fra Danmarks Statistik 2. kvartal året før budgetåret" */
    { PREVIOUS_YEAR_QUARTER_2, 2024, "2023-04-01" },
    { PREVIOUS_YEAR_QUARTER_2, 2023, "2022-04-01" },
    { PREVIOUS_YEAR_JANUARY_1, 2024, "2023-01-01" },
    { SAME_YEAR_JANUARY_1, 2024, "2024-01-01" },
    { SAME_YEAR_JANUARY_1, 1, "0001-01-01" },
    { PREVIOUS_YEAR_JANUARY_1, 1, NULL },
    { SAME_YEAR_JANUARY_1, 0, NULL },
    { SAME_YEAR_JANUARY_1, 10000, NULL },
    { SAME_YEAR_JANUARY_1, G_MININT, NULL },
  };
  guint field = kkr_model_find_field (&kkr_arrangement_model, "reference");
  const char *const *words = kkr_arrangement_model.fields[field].words;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KkrArrangement) joint = make_arrangement (rows[i].rule);
      g_autofree char *day = kkr_arrangement_dup_reference_date (joint, rows[i].year);

      g_assert_cmpstr (day, ==, rows[i].day);
    }
  for (gint64 rule = 1; words[rule - 1] != NULL; rule++)
    {
      g_autoptr (KkrArrangement) joint = make_arrangement (rule);
      g_autofree char *day = kkr_arrangement_dup_reference_date (joint, 2024);

      g_assert_nonnull (day);
    }
}

static void
assert_payers (KkrArrangement *joint, const char *day, const char *expected)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  gsize n;
  g_autoptr (GError) error = NULL;
  KkrMunicipality **payers = kkr_arrangement_dup_municipalities_on (joint, day, &n, &error);

  g_assert_no_error (error);
  g_assert_nonnull (payers);
  for (gsize i = 0; i < n; i++)
    {
      g_string_append_printf (codes, " %d", kkr_municipality_get_code (payers[i]));
      g_object_unref (payers[i]);
    }
  g_free (payers);
  g_assert_cmpstr (codes->str, ==, expected);
}

static void
assert_no_day (KkrArrangement *joint, const char *day)
{
  g_autoptr (GError) error = NULL;
  gsize n = 7;

  g_assert_null (kkr_arrangement_dup_municipalities_on (joint, day, &n, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_assert_cmpuint (n, ==, 0);
}

static KkrEntity *
make_payer (KkrMunicipality *municipality, gint32 from, gint32 until, gboolean exempt)
{
  KkrFieldValue values[] = {
    { .object = G_OBJECT (municipality) }, { .number = exempt }, { .from = from, .until = until },
    { 0 }, { 0 }, { .number = 1 }, { 0 }, { 0 },
  };

  g_assert_cmpuint (kkr_arrangement_payer_model.n_fields, ==, G_N_ELEMENTS (values));
  return kkr_entity_new (&kkr_arrangement_payer_model, values, NULL, 0);
}

static void
test_payers (void)
{
  g_autoptr (KkrArrangement) joint = make_arrangement (SAME_YEAR_JANUARY_1);
  g_autoptr (KkrMunicipality) silkeborg = make_municipality (740, "Silkeborg");
  g_autoptr (KkrMunicipality) rebild = make_municipality (840, "Rebild");
  g_autoptr (KkrMunicipality) aalborg = make_municipality (851, "Aalborg");
  gpointer payers[] = {
    make_payer (aalborg, KKR_DATE_MIN, KKR_DATE_MAX, TRUE),
    make_payer (rebild, kkr_date_from_parts (2023, 1, 1), kkr_date_from_parts (2023, 12, 31),
                FALSE),
    make_payer (silkeborg, KKR_DATE_MIN, KKR_DATE_MAX, FALSE),
  };
  g_autoptr (GListModel) list = kkr_frozen_list_new (KKR_TYPE_PAYER, payers,
                                                     G_N_ELEMENTS (payers));

  kkr_entity_set_children (KKR_ENTITY (joint), &kkr_arrangement_payer_model, list);
  g_assert_true (kkr_arrangement_get_payers (joint) == list);
  assert_payers (joint, NULL, " 740 840");
  assert_payers (joint, "2022-12-31", " 740");
  assert_payers (joint, "2023-01-01", " 740 840");
  assert_payers (joint, "2023-12-31", " 740 840");
  assert_payers (joint, "2024-01-01", " 740");
  assert_no_day (joint, "i morgen");
  assert_no_day (joint, "2023-02-31");
  assert_no_day (joint, "");
  g_assert_true (kkr_arrangement_is_exempt (joint, aalborg));
  g_assert_false (kkr_arrangement_is_exempt (joint, rebild));
}

static void
test_titles (void)
{
  g_autoptr (KkrArrangement) joint = make_arrangement (SAME_YEAR_JANUARY_1);
  g_autofree char *text = kkr_entity_to_string (KKR_ENTITY (joint));

  g_assert_cmpstr (kkr_entity_get_title (KKR_ENTITY (joint)), ==, "Fælles opgave");
  g_assert_cmpstr (kkr_entity_get_title_in (KKR_ENTITY (joint), "da"), ==, "Fælles opgave");
  g_assert_cmpstr (kkr_entity_get_title_in (KKR_ENTITY (joint), "en"), ==, "Joint task");
  g_assert_cmpstr (text, ==, "Fælles opgave (joint)");
}

static void
test_made_with_no_arguments (void)
{
  g_autoptr (KkrRegion) region = g_object_new (KKR_TYPE_REGION, NULL);
  g_autoptr (KkrMunicipality) municipality = g_object_new (KKR_TYPE_MUNICIPALITY, NULL);
  g_autoptr (KkrArrangement) arrangement = g_object_new (KKR_TYPE_ARRANGEMENT, NULL);
  g_autofree char *a = kkr_entity_to_string (KKR_ENTITY (region));
  g_autofree char *b = kkr_entity_to_string (KKR_ENTITY (municipality));
  g_autofree char *c = kkr_entity_to_string (KKR_ENTITY (arrangement));

  g_assert_null (kkr_municipality_get_region (municipality));
  g_assert_null (kkr_arrangement_dup_reference_date (arrangement, 2024));
  assert_payers (arrangement, "2024-01-01", "");
}

static void
test_frozen_list (void)
{
  gpointer items[] = { make_region (), make_region () };
  g_autoptr (GListModel) list = kkr_frozen_list_new (KKR_TYPE_REGION, items, 2);
  g_autoptr (GObject) second = g_list_model_get_item (list, 1);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_true (g_list_model_get_item_type (list) == KKR_TYPE_REGION);
  g_assert_true (second == items[1]);
  g_assert_null (g_list_model_get_item (list, 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/municipality", test_municipality);
  g_test_add_func ("/model/properties", test_properties);
  g_test_add_func ("/model/open-period", test_open_period);
  g_test_add_func ("/model/headings", test_headings);
  g_test_add_func ("/model/reference-date", test_reference_date);
  g_test_add_func ("/model/payers", test_payers);
  g_test_add_func ("/model/titles", test_titles);
  g_test_add_func ("/model/made-with-no-arguments", test_made_with_no_arguments);
  g_test_add_func ("/model/frozen-list", test_frozen_list);
  return g_test_run ();
}
