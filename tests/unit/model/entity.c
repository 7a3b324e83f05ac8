/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What all things of a register have in common: the table of fields, values, texts, children. */

#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/model/kkr-models.h>

/* A thing with what is said and nothing else; texts are "name=value" up to NULL. */
static KkrEntity *
make (const KkrModel *model, const char *const *texts, KkrFieldValue *values)
{
  for (guint i = 0; i < model->n_fields; i++)
    {
      values[i].from = values[i].until == 0 ? KKR_DATE_MIN : values[i].from;
      values[i].until = values[i].until == 0 ? KKR_DATE_MAX : values[i].until;
      if (model->fields[i].kind == KKR_FIELD_INTEGER && values[i].number == 0)
        values[i].number = KKR_FIELD_NO_NUMBER;
      for (guint j = 0; texts[j] != NULL; j++)
        {
          gsize n = strlen (model->fields[i].name);

          if (strncmp (texts[j], model->fields[i].name, n) == 0 && texts[j][n] == '=')
            values[i].text = texts[j] + n + 1;
        }
    }
  return kkr_entity_new (model, values, "mine.xml", 12);
}

#define FIELD(model, name) kkr_model_find_field (&(model), name)

static void
test_order (void)
{
  for (guint i = 0; i < KKR_N_MODELS; i++)
    {
      const KkrModel *model = kkr_models[i];

      g_assert_cmpuint (model->id, ==, i);
      g_assert_true (model->parent == NULL || model->parent->id < i);
      g_assert_true (model->parent != NULL || kkr_model_has_id (model));
      g_assert_true (g_type_is_a (model->get_type (), KKR_TYPE_ENTITY));
      for (guint j = 0; j < model->n_fields; j++)
        {
          const KkrField *field = &model->fields[j];
          gboolean refers = field->kind == KKR_FIELD_REFERENCE
                            || field->kind == KKR_FIELD_REFERENCES;

          g_assert_true ((field->target != NULL) == refers);
          g_assert_true (field->target == NULL || field->target->id < i || field->target == model);
          g_assert_true ((field->words != NULL) == (field->kind == KKR_FIELD_CHOICE));
        }
    }
}

static void
test_common_fields (void)
{
  static const char *const names[] = {
    "valid", "source", "section", "confirmed", "note-da", "note-en",
  };

  for (guint i = 0; i < KKR_N_MODELS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      {
        guint place = kkr_model_common (kkr_models[i], j);

        g_assert_cmpstr (kkr_models[i]->fields[place].name, ==, names[j]);
        g_assert_cmpuint (FIELD (*kkr_models[i], names[j]), ==, place);
      }
  g_assert_cmpuint (FIELD (kkr_offer_model, "nothing"), ==, kkr_offer_model.n_fields);
}

static void
test_find_model (void)
{
  g_assert_true (kkr_model_find ("offer") == &kkr_offer_model);
  g_assert_true (kkr_model_find ("offers") == &kkr_offer_model);
  g_assert_true (kkr_model_find ("pladser") == &kkr_plads_model);
  g_assert_null (kkr_model_find ("ownership"));
  g_assert_null (kkr_model_find (""));
  g_assert_true (kkr_model_get_child (&kkr_offer_model, 0) == &kkr_offer_ownership_model);
  g_assert_null (kkr_model_get_child (&kkr_offer_model, 1));
}

static void
assert_valid_on (KkrEntity *entity, const char *day, gboolean expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kkr_entity_is_valid_on (entity, day, &error), ==, expected);
  g_assert_no_error (error);
}

static void
test_no_day (void)
{
  static const char *const days[] = {
    "nytår", "", "2017", "2017-06", "2017K2", "2017-02-29", "2017-02-31", "2017-13-01",
    "2017-00-01", "2017-01-00", "0000-01-01", "17-01-01", "2017-1-1", "2017-01-01 ", "..",
    "[..2017-01-01]", "2017-01-01/2017-01-01",
  };
  const char *texts[] = { "id=adults", NULL };
  KkrFieldValue values[KKR_MODEL_MAX_FIELDS] = { 0 };
  g_autoptr (KkrEntity) always = make (&kkr_target_group_model, texts, values);

  assert_valid_on (always, "2016-02-29", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *message = g_strdup_printf (
        "a day that cannot be read: \"%s\" found, a day such as 2023-08-21 expected", days[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (kkr_entity_is_valid_on (always, days[i], &error));
      g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
      g_assert_cmpstr (error->message, ==, message);
      g_assert_false (kkr_entity_is_valid_on (always, days[i], NULL));
    }
}

static void
test_common_values (void)
{
  const char *texts[] = {
    "id=adults", "title-da=Voksne", "title-en=Adults", "section=Side 2", "note-da=Ca.", NULL,
  };
  g_autoptr (KkrSource) source = kkr_source_new ("memo", "Notat", "Udvalg", "2023-08-21");
  KkrFieldValue values[KKR_MODEL_MAX_FIELDS] = {
    [3] = { .number = 18 },
    [6] = { .from = 17167, .until = 17531, .until_precision = KKR_DATE_PRECISION_AT_LATEST },
    [7] = { .object = G_OBJECT (source) },
    [9] = { .number = 1 },
  };
  g_autoptr (KkrEntity) group = make (&kkr_target_group_model, texts, values);
  g_autoptr (KkrPeriod) valid = kkr_entity_dup_valid (group);
  g_autofree char *danish = kkr_entity_to_string (group);
  g_autofree char *english = kkr_entity_to_string_in (group, "en");
  g_autofree char *repr = kkr_entity___repr__ (group);

  g_assert_cmpstr (kkr_entity_get_id (group), ==, "adults");
  g_assert_cmpstr (kkr_entity_get_title (group), ==, "Voksne");
  g_assert_cmpstr (kkr_entity_get_title_in (group, "en"), ==, "Adults");
  g_assert_true (kkr_entity_get_source (group) == source);
  g_assert_cmpstr (kkr_entity_get_section (group), ==, "Side 2");
  g_assert_true (kkr_entity_get_confirmed (group));
  g_assert_cmpstr (kkr_entity_get_valid_from (group), ==, "2017-01-01");
  g_assert_cmpstr (kkr_entity_get_valid_until (group), ==, "2017-12-31");
  g_assert_cmpint (kkr_period_get_end_precision (valid), ==, KKR_DATE_PRECISION_AT_LATEST);
  assert_valid_on (group, "2017-12-31", TRUE);
  assert_valid_on (group, "2018-01-01", FALSE);
  /* There is no note in English. */
  g_assert_cmpstr (kkr_entity_get_note_in (group, "en"), ==, "Ca.");
  g_assert_cmpstr (kkr_entity_get_uri (group), ==, "mine.xml");
  g_assert_cmpuint (kkr_entity_get_line (group), ==, 12);
  g_assert_cmpint (kkr_target_group_get_age_from (KKR_TARGET_GROUP (group)), ==, 18);
  g_assert_cmpint (kkr_target_group_get_age_until (KKR_TARGET_GROUP (group)), ==, -1);
  g_assert_cmpstr (danish, ==, "Voksne (adults)");
  g_assert_cmpstr (english, ==, "Adults (adults)");
  g_assert_cmpstr (repr, ==, "<Kkr.TargetGroup adults Voksne>");
}

static KkrEntity *
make_paragraph (const char *id, const char *number)
{
  g_autofree char *id_text = g_strconcat ("id=", id, NULL);
  g_autofree char *number_text = g_strconcat ("number=", number, NULL);
  const char *texts[] = { id_text, "law-da=Serviceloven", number_text, "title-da=Botilbud", NULL };
  KkrFieldValue values[KKR_MODEL_MAX_FIELDS] = { 0 };

  return make (&kkr_paragraph_model, texts, values);
}

/* Jammerbugt: 16 pladser, private, under §§ 107 and 108 together. */
static KkrPlads *
make_pladser (void)
{
  const char *texts[] = { "id=p", NULL };
  GObject *paragraphs[] = {
    G_OBJECT (make_paragraph ("sel-107", "§ 107")), G_OBJECT (make_paragraph ("sel-108", "§ 108")),
  };
  KkrFieldValue values[KKR_MODEL_MAX_FIELDS] = { 0 };
  KkrEntity *pladser;

  values[FIELD (kkr_plads_model, "sector")].number = 3;
  values[FIELD (kkr_plads_model, "places")].number = 16;
  values[FIELD (kkr_plads_model, "paragraphs")].objects = paragraphs;
  values[FIELD (kkr_plads_model, "paragraphs")].n_objects = 2;
  pladser = make (&kkr_plads_model, texts, values);
  g_object_unref (paragraphs[0]);
  g_object_unref (paragraphs[1]);
  return KKR_PLADS (pladser);
}

static void
test_references (void)
{
  g_autoptr (KkrPlads) pladser = make_pladser ();
  g_autoptr (GListModel) list = g_object_ref (kkr_plads_get_paragraphs (pladser));
  g_autofree char *danish = kkr_entity_to_string (KKR_ENTITY (pladser));
  g_autofree char *english = kkr_entity_to_string_in (KKR_ENTITY (pladser), "en");
  g_autoptr (GListModel) same = NULL;
  g_autoptr (KkrParagraph) second = NULL;
  KkrParagraph **array;
  gsize n;

  g_assert_cmpstr (kkr_plads_get_sector (pladser), ==, "private");
  g_assert_cmpstr (danish, ==, "privat, 16 pladser");
  g_assert_cmpstr (english, ==, "private, 16 places");
  array = kkr_plads_dup_paragraphs (pladser, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (kkr_paragraph_get_number (array[0]), ==, "§ 107");
  for (gsize i = 0; i < n; i++)
    g_object_unref (array[i]);
  g_free (array);
  g_object_get (pladser, "paragraphs", &same, NULL);
  g_assert_true (same == list);
  g_assert_cmpuint (g_list_model_get_n_items (kkr_plads_get_dom_types (pladser)), ==, 0);
  /* The list lives without the thing whose it is. */
  g_clear_object (&pladser);
  second = g_list_model_get_item (list, 1);
  g_assert_cmpstr (kkr_entity_get_id (KKR_ENTITY (second)), ==, "sel-108");
}

static void
test_dates (void)
{
  const char *texts[] = { "id=a", "title-da=Aftale", NULL };
  KkrFieldValue values[KKR_MODEL_MAX_FIELDS] = { 0 };
  guint signed_on = FIELD (kkr_agreement_model, "signed");
  g_autoptr (KkrEntity) october = NULL, unknown = NULL, latest = NULL;
  g_autoptr (KkrPeriod) period = NULL;

  unknown = make (&kkr_agreement_model, texts, values);
  g_assert_null (kkr_agreement_get_signed_on (KKR_AGREEMENT (unknown)));
  g_assert_null (kkr_agreement_dup_signed_on_period (KKR_AGREEMENT (unknown)));

  values[signed_on] = (KkrFieldValue) {
    .from = kkr_date_from_parts (2018, 10, 1), .until = kkr_date_from_parts (2018, 10, 31),
    .from_precision = KKR_DATE_PRECISION_MONTH, .until_precision = KKR_DATE_PRECISION_MONTH,
  };
  october = make (&kkr_agreement_model, texts, values);
  g_assert_cmpstr (kkr_agreement_get_signed_on (KKR_AGREEMENT (october)), ==, "2018-10");
  period = kkr_agreement_dup_signed_on_period (KKR_AGREEMENT (october));
  g_assert_cmpstr (kkr_period_get_start (period), ==, "2018-10-01");
  g_assert_cmpstr (kkr_period_get_end (period), ==, "2018-10-31");

  values[signed_on] = (KkrFieldValue) {
    .from = KKR_DATE_MIN, .until = kkr_date_from_parts (2018, 10, 15),
    .from_precision = KKR_DATE_PRECISION_AT_LATEST,
  };
  latest = make (&kkr_agreement_model, texts, values);
  g_assert_cmpstr (kkr_agreement_get_signed_on (KKR_AGREEMENT (latest)), ==, "[..2018-10-15]");
}

/* A packed register may be damaged: a word that is not there is none. */
static void
test_word_out_of_range (void)
{
  const char *texts[] = { "id=o", "title-da=Driftsherre", NULL };
  KkrFieldValue values[KKR_MODEL_MAX_FIELDS] = { 0 };
  g_autoptr (KkrEntity) operator = NULL;

  values[FIELD (kkr_operator_model, "sector")].number = 6;
  operator = make (&kkr_operator_model, texts, values);
  g_assert_null (kkr_operator_get_sector (KKR_OPERATOR (operator)));
}

static void
test_made_with_no_arguments (void)
{
  for (guint i = 0; i < KKR_N_MODELS; i++)
    {
      g_autoptr (KkrEntity) entity = g_object_new (kkr_models[i]->get_type (), NULL);
      g_autofree char *text = kkr_entity_to_string (entity);
      guint n;
      g_autofree GParamSpec **specs =
        g_object_class_list_properties (G_OBJECT_GET_CLASS (entity), &n);

      g_assert_cmpstr (text, ==, "");
      g_assert_null (kkr_entity_get_id (entity));
      for (guint j = 0; j < n; j++)
        {
          g_auto (GValue) value = G_VALUE_INIT;

          g_object_get_property (G_OBJECT (entity), specs[j]->name, &value);
          if (specs[j]->value_type == G_TYPE_LIST_MODEL)
            g_assert_cmpuint (g_list_model_get_n_items (g_value_get_object (&value)), ==, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entity/order", test_order);
  g_test_add_func ("/entity/common-fields", test_common_fields);
  g_test_add_func ("/entity/find-model", test_find_model);
  g_test_add_func ("/entity/common-values", test_common_values);
  g_test_add_func ("/entity/no-day", test_no_day);
  g_test_add_func ("/entity/references", test_references);
  g_test_add_func ("/entity/dates", test_dates);
  g_test_add_func ("/entity/word-out-of-range", test_word_out_of_range);
  g_test_add_func ("/entity/made-with-no-arguments", test_made_with_no_arguments);
  return g_test_run ();
}
