/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What has to do with what, on which day. */

#include <libkkr/kkr.h>
#include <libkkr/register/kkr-register-private.h>

#include "from-text.h"

static const char text[] =
  "<register format='1' version='1'>"
  "<source id='memo' title='Notat' publisher='Udvalg' date='2023-08-21'/>"
  "<region code='1081' name='Region Nordjylland'/>"
  "<region code='1083' name='Region Syddanmark'/>"
  "<region code='1084' name='Region Hovedstaden' valid='2007-01-01/2026-12-31' successor='ny'/>"
  "<region code='ny' name='Region Østdanmark' valid='2027-01-01/..'/>"
  "<municipality code='219' name='Hillerød' region='1084'/>"
  "<municipality code='575' name='Vejen' region='1083'/>"
  "<municipality code='849' name='Jammerbugt' region='1081'/>"
  "<municipality code='851' name='Aalborg' region='1081'/>"
  "<operator id='aalborg' title-da='Aalborg Kommune' sector='municipal' municipality='851'/>"
  "<operator id='region-syd' title-da='Region Syddanmark' sector='regional' region='1083'/>"
  "<operator id='vejen' title-da='Vejen Kommune' sector='municipal' municipality='575'/>"
  "<operator id='bo' title-da='Bo ApS' title-en='Live Ltd' sector='private'/>"
  "<paragraph id='sel-107' law-da='Serviceloven' number='§ 107' title-da='Midlertidigt'/>"
  "<paragraph id='sel-108' law-da='Serviceloven' number='§ 108' title-da='Længerevarende'/>"
  "<paragraph id='shl-108' law-da='Sundhedsloven' number='§ 108' title-da='Andet'/>"
  "<target-group id='adults' title-da='Voksne' title-en='Adults'/>"
  "<dom-type id='2' title-da='Anbringelse'>"
  "<rule id='a' kind='obligation' severity='legal' paragraphs='sel-108' title-da='Straks'/>"
  "<rule id='b' kind='restriction' severity='practical' sector='private' title-da='Ikke privat'/>"
  "</dom-type>"
  "<offer id='holtegaarden' name='Holtegården' operator='vejen'>"
  "<ownership operator='region-syd' valid='../[..2016-12-31]'/>"
  "<ownership operator='vejen' valid='[..2017-01-01]/..' note-da='Senest' note-en='At the latest'/>"
  "</offer>"
  "<offer id='hus' name='Huset' operator='bo' municipality='849' paragraphs='sel-108'"
  " target-groups='adults' dom-types='2' valid='2020-01-01/..'/>"
  "<offer id='vej' name='Vejen' operator='aalborg' municipality='849' paragraphs='sel-107'/>"
  "<plads id='p' municipality='849' sector='private' operator='aalborg' places='16'"
  " paragraphs='sel-107 sel-108'/>"
  "<plads id='q' offer='vej' places='4'/>"
  "<council id='kkr' title-da='KKR' region='1081' valid='2007-01-01/..'>"
  "<member municipality='851'/><member municipality='849' valid='2010-01-01/2019-12-31'/>"
  "<member municipality='219' role='observer'/>"
  "</council>"
  "<body id='das' title-da='Styregruppe' council='kkr'/><body id='kl' title-da='KL'/>"
  "<socialtilsyn id='tilsyn' title-da='Tilsyn' municipality='849'>"
  "<member municipality='849' valid='2014'/></socialtilsyn>"
  "<business-house id='hus' title-da='Erhvervshus' municipality='851'>"
  "<member municipality='851' valid='2019'/></business-house>"
  "</register>";

static KkrRegister *reg;

static KkrFilter *
make_filter (const char *name, const char *value)
{
  return g_object_new (KKR_TYPE_FILTER, name, value, NULL);
}

static char *
select_ids (const char *kind, KkrFilter *filter)
{
  g_autoptr (GError) error = NULL;
  GString *ids = g_string_new (NULL);
  gsize n;
  KkrEntity **found = kkr_register_select (reg, kind, filter, &n, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < n; i++)
    {
      g_string_append_printf (ids, " %s", kkr_entity_get_id (found[i]));
      g_object_unref (found[i]);
    }
  g_free (found);
  return g_string_free (ids, FALSE);
}

static void
assert_selected (const char *kind, const char *name, const char *value, const char *expected)
{
  g_autoptr (KkrFilter) filter = make_filter (name, value);
  g_autofree char *ids = select_ids (kind, filter);

  g_assert_cmpstr (ids, ==, expected);
}

static void
assert_selected_on (const char *kind, const char *name, const char *value, const char *day,
                    const char *expected)
{
  g_autoptr (KkrFilter) filter = g_object_new (KKR_TYPE_FILTER, name, value, "valid-on", day, NULL);
  g_autofree char *ids = select_ids (kind, filter);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_municipality_and_region (void)
{
  assert_selected ("offers", "municipality", "Jammerbugt", " hus vej");
  assert_selected ("offer", "municipality", "851", " vej");
  assert_selected ("pladser", "municipality", "Ålborg", " p q");
  assert_selected ("offers", "region", "Nordjylland", " hus vej");
  assert_selected ("offers", "region", "083", " holtegaarden");
  assert_selected ("municipalities", "region", "1081", " 849 851");
  assert_selected ("operators", "region", "Syddanmark", " region-syd vejen");
  assert_selected ("councils", "municipality", "Hillerød", " kkr");
  assert_selected ("bodies", "region", "Nordjylland", " das");
  assert_selected ("bodies", "municipality", "Vejen", "");
}

static void
test_region_through_time (void)
{
  assert_selected_on ("municipalities", "region", "Hovedstaden", "2026-12-31", " 219");
  assert_selected_on ("municipalities", "region", "Østdanmark", "2026-12-31", "");
  assert_selected_on ("municipalities", "region", "Østdanmark", "2027-01-01", " 219");
  /* On no day in particular, any that ever answers for it. */
  assert_selected ("municipalities", "region", "Østdanmark", " 219");
  assert_selected ("municipalities", "region", "Hovedstaden", " 219");
}

static void
test_operator_and_sector (void)
{
  assert_selected ("offers", "operated-by", "Vejen Kommune", " holtegaarden");
  assert_selected ("offers", "operated-by", "live ltd", " hus");
  assert_selected_on ("offers", "operated-by", "vejen", "2016-06-01", "");
  assert_selected_on ("offers", "operated-by", "region-syd", "2016-06-01", " holtegaarden");
  assert_selected_on ("offers", "operated-by", "vejen", "2017-01-01", " holtegaarden");
  assert_selected ("offers", "sector", "municipal", " holtegaarden vej");
  assert_selected_on ("offers", "sector", "regional", "2016-06-01", " holtegaarden");
  /* Its own sector goes before its operator's; without one it is the offer's. */
  assert_selected ("pladser", "sector", "private", " p");
  assert_selected ("pladser", "sector", "municipal", " q");
}

static void
test_lists (void)
{
  assert_selected ("offers", "paragraph", "sel-108", " hus");
  assert_selected ("offers", "paragraph", "§ 107", " vej");
  assert_selected ("pladser", "paragraph", "sel-107", " p q");
  assert_selected ("dom-types", "paragraph", "sel-108", " 2");
  assert_selected ("offers", "target-group", "adults", " hus");
  assert_selected ("offers", "target-group", "Voksne", " hus");
  assert_selected ("offers", "dom-type", "2", " hus");
  assert_selected ("pladser", "offer", "Vejen", " q");
  assert_selected ("offers", "valid-on", "2019-12-31", " holtegaarden vej");
  assert_selected ("offers", NULL, NULL, " holtegaarden hus vej");
}

static void
assert_refused (const char *kind, const char *name, const char *value, KkrCalcError code,
                const char *message)
{
  g_autoptr (KkrFilter) filter = make_filter (name, value);
  g_autoptr (GError) error = NULL;
  gsize n = 7;

  g_assert_null (kkr_register_select (reg, kind, filter, &n, &error));
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpuint (n, ==, 0);
}

#define KINDS \
  "agreements, arrangements, code-lists, commitments, dom-types, paragraphs, parameters, regions, " \
  "councils, bodies, municipalities, business-houses, operators, schedules, socialtilsyn, surveys, " \
  "target-groups, announcements, offers, pladser"

static void
test_refusals (void)
{
  assert_refused ("xyzzyxyzzy", NULL, NULL, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "no such kind of thing in a register: \"xyzzyxyzzy\" found, one of " KINDS
                  " expected");
  assert_refused ("ofers", NULL, NULL, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "no such kind of thing in a register: \"ofers\" found; near it: offers");
  assert_refused ("schedules", "sector", "private", KKR_CALC_ERROR_UNSUPPORTED,
                  "a filter by sector says nothing of such things: schedules found, one of "
                  "dom-types, operators, offers, pladser expected");
  assert_refused ("offers", "sector", "privat", KKR_CALC_ERROR_OUT_OF_RANGE,
                  "no such sector: \"privat\" found, one of municipal, regional, private, "
                  "independent, state expected");
  assert_refused ("offers", "valid-on", "2023", KKR_CALC_ERROR_OUT_OF_RANGE,
                  "valid-on is no day: \"2023\" found, a day such as 2023-08-21 expected");
  assert_refused ("offers", "paragraph", "sel-109", KKR_CALC_ERROR_NO_DATA,
                  "the register has no such paragraph: \"sel-109\" found; near it: sel-107, "
                  "sel-108, shl-108");
  assert_refused ("offers", "paragraph", "§ 108", KKR_CALC_ERROR_INCONSISTENT,
                  "several things of the register are called that: \"§ 108\" found, one of the ids "
                  "sel-108, shl-108 expected");
}

/* Each class has its own words for what is not there. */
static void
test_not_found (void)
{
  g_autoptr (GHashTable) messages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < KKR_N_MODELS; i++)
    {
      g_autoptr (GError) error = NULL;

      if (kkr_models[i]->parent != NULL || kkr_models[i] == &kkr_region_model
          || kkr_models[i] == &kkr_municipality_model)
        continue;
      g_assert_null (kkr_register_find_entity (reg, kkr_models[i], "xyzzyxyzzy", &error));
      g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
      g_assert_true (g_str_has_prefix (error->message, "the register has no such "));
      g_assert_true (g_hash_table_add (messages, g_strdup (error->message)));
    }
}

static void
assert_no_day (GError **error, const char *found)
{
  g_autofree char *message = g_strdup_printf (
    "a day that cannot be read: %s found, a day such as 2023-08-21 expected", found);

  g_assert_error (*error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_assert_cmpstr ((*error)->message, ==, message);
  g_clear_error (error);
}

static void
test_ownership (void)
{
  g_autoptr (KkrOffer) offer = kkr_register_find_offer (reg, "holtegaarden", NULL);
  g_autoptr (KkrOffer) house = kkr_register_find_offer (reg, "hus", NULL);
  g_autoptr (GError) error = NULL;
  KkrOwnership *before = kkr_offer_get_ownership_on (offer, "2016-12-31", &error);
  KkrOwnership *after = kkr_offer_get_ownership_on (offer, "2017-01-01", &error);
  g_autoptr (KkrPeriod) valid = kkr_entity_dup_valid (KKR_ENTITY (after));
  g_autofree char *words = kkr_entity_to_string_in (KKR_ENTITY (after), "en");

  g_assert_cmpstr (kkr_entity_get_id (KKR_ENTITY (kkr_ownership_get_owner (before))), ==,
                   "region-syd");
  g_assert_cmpstr (kkr_entity_get_id (KKR_ENTITY (kkr_ownership_get_owner (after))), ==, "vejen");
  g_assert_cmpint (kkr_period_get_start_precision (valid), ==, KKR_DATE_PRECISION_AT_LATEST);
  g_assert_cmpstr (kkr_entity_get_note_in (KKR_ENTITY (after), "en"), ==, "At the latest");
  g_assert_cmpstr (words, ==, "Vejen Kommune, from 1 January 2017 at the latest");
  /* Nothing is known of its owners, on any day. */
  g_assert_null (kkr_offer_get_ownership_on (house, "2024-01-01", &error));
  g_assert_no_error (error);
  g_assert_null (kkr_offer_get_ownership_on (house, "i går", &error));
  assert_no_day (&error, "\"i går\"");
  g_assert_null (kkr_offer_get_ownership_on (offer, "2016-02-30", &error));
  assert_no_day (&error, "\"2016-02-30\"");
}

static KkrMunicipality **
dup_members (KkrEntity *of, const char *day, gsize *n, GError **error)
{
  if (KKR_IS_COUNCIL (of))
    return kkr_council_dup_municipalities_on (KKR_COUNCIL (of), day, n, error);
  if (KKR_IS_SOCIALTILSYN (of))
    return kkr_socialtilsyn_dup_municipalities_on (KKR_SOCIALTILSYN (of), day, n, error);
  return kkr_business_house_dup_municipalities_on (KKR_BUSINESS_HOUSE (of), day, n, error);
}

static void
assert_members (gpointer of, const char *day, const char *expected)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gsize n;
  KkrMunicipality **members = dup_members (of, day, &n, &error);

  g_assert_no_error (error);
  g_assert_nonnull (members);
  for (gsize i = 0; i < n; i++)
    {
      g_string_append_printf (codes, " %d", kkr_municipality_get_code (members[i]));
      g_object_unref (members[i]);
    }
  g_free (members);
  g_assert_cmpstr (codes->str, ==, expected);
}

static void
test_members (void)
{
  g_autoptr (KkrCouncil) council = kkr_register_find_council (reg, "kkr", NULL);
  g_autoptr (KkrSocialtilsyn) tilsyn = kkr_register_find_socialtilsyn (reg, "tilsyn", NULL);
  g_autoptr (KkrBusinessHouse) house = kkr_register_find_business_house (reg, "hus", NULL);
  gpointer all[] = { council, tilsyn, house };

  assert_members (council, "2015-06-01", " 849 851");
  assert_members (council, "2020-01-01", " 851");
  assert_members (council, "2006-12-31", "");
  assert_members (tilsyn, "2014-12-31", " 849");
  assert_members (tilsyn, "2015-01-01", "");
  assert_members (house, "2018-12-31", "");
  assert_members (house, "2019-01-01", " 851");
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize n = 7;

      g_assert_null (dup_members (all[i], "2019-13-01", &n, &error));
      assert_no_day (&error, "\"2019-13-01\"");
      g_assert_cmpuint (n, ==, 0);
    }
}

static void
test_region_on (void)
{
  g_autoptr (KkrMunicipality) hilleroed = kkr_register_find_municipality (reg, "Hillerød", NULL);
  g_autoptr (GError) error = NULL;
  KkrRegion *before = kkr_municipality_get_region_on (hilleroed, "2026-12-31", &error);
  KkrRegion *after = kkr_municipality_get_region_on (hilleroed, "2027-01-01", &error);

  g_assert_cmpstr (kkr_region_get_name (before), ==, "Region Hovedstaden");
  g_assert_cmpstr (kkr_region_get_name (after), ==, "Region Østdanmark");
  g_assert_null (kkr_municipality_get_region_on (hilleroed, "2006-12-31", &error));
  g_assert_no_error (error);
  g_assert_null (kkr_municipality_get_region_on (hilleroed, "2027", &error));
  assert_no_day (&error, "\"2027\"");
  g_assert_null (kkr_municipality_get_region_on (hilleroed, "0000-06-01", &error));
  assert_no_day (&error, "\"0000-06-01\"");
}

static void
test_rules (void)
{
  g_autoptr (KkrDomType) dom_type = kkr_register_find_dom_type (reg, "2", NULL);
  gsize n;
  KkrDomTypeRule **rules = kkr_dom_type_dup_rules_of_kind (dom_type, "restriction", &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (kkr_entity_get_id (KKR_ENTITY (rules[0])), ==, "b");
  g_assert_cmpstr (kkr_dom_type_rule_get_severity (rules[0]), ==, "practical");
  g_object_unref (rules[0]);
  g_free (rules);
  g_free (kkr_dom_type_dup_rules_of_kind (dom_type, "wish", &n));
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  reg = register_from_text (text);
  g_test_add_func ("/select/municipality-and-region", test_municipality_and_region);
  g_test_add_func ("/select/region-through-time", test_region_through_time);
  g_test_add_func ("/select/operator-and-sector", test_operator_and_sector);
  g_test_add_func ("/select/lists", test_lists);
  g_test_add_func ("/select/refusals", test_refusals);
  g_test_add_func ("/select/not-found", test_not_found);
  g_test_add_func ("/select/ownership", test_ownership);
  g_test_add_func ("/select/members", test_members);
  g_test_add_func ("/select/region-on", test_region_on);
  g_test_add_func ("/select/rules", test_rules);
  result = g_test_run ();
  g_object_unref (reg);
  return result;
}
