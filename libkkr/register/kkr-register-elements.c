/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-reading-private.h>

#define KKR_REGISTER_FORMAT 1

static void
refer_to_series (KkrReading *reading, const char *key, gboolean prefix, const char *attribute)
{
  KkrSeriesReference reference = {
    g_string_chunk_insert_const (reading->builder->strings, key), prefix,
    kkr_reading_mention (reading, attribute),
  };

  g_array_append_val (reading->builder->series_references, reference);
}

static gboolean
declare (KkrReading *reading, KkrNamesId names, const char *wrong, const char *attribute,
         const char *name, const KkrRow *row)
{
  const KkrPlace *first = kkr_builder_declare (reading->builder, names, name, row, &reading->place);

  if (first == NULL)
    return TRUE;
  kkr_reading_add_here (reading, KKR_RULE_DUPLICATE_ID, attribute, NULL,
                        _("%s: \"%s\" found, which %s:%u:%u has already"), _(wrong), name,
                        first->uri, first->line, first->column);
  return FALSE;
}

enum { REGISTER_FORMAT, REGISTER_VERSION };
static const KkrField register_fields[] = {
  [REGISTER_FORMAT] = { "format", NULL, KKR_FIELD_FORMAT, TRUE, 0 },
  [REGISTER_VERSION] = { "version", NULL, KKR_FIELD_TEXT, FALSE, 0 },
};

static void
take_version (KkrReading *reading, const char *version)
{
  KkrBuilder *builder = reading->builder;

  if (builder->version != NULL && !g_str_equal (builder->version, version))
    kkr_reading_add_here (reading, KKR_RULE_VERSIONS_DIFFER, "version", NULL,
                          _("another version than before: \"%s\" found, \"%s\" of %s:%u:%u "
                            "expected"), version, builder->version, builder->version_place.uri,
                          builder->version_place.line, builder->version_place.column);
  if (builder->version == NULL || strcmp (version, builder->version) > 0)
    {
      g_free (builder->version);
      builder->version = g_strdup (version);
      builder->version_place = reading->place;
    }
}

static void
begin_register (KkrReading *reading, const KkrFieldValue *values, guint32 present)
{
  if (values[REGISTER_FORMAT].number > KKR_REGISTER_FORMAT)
    {
      kkr_reading_add_here (reading, KKR_RULE_NEWER_FORMAT, "format", NULL,
                            _("a format newer than this library: %lld found, at most %d expected"),
                            (long long) values[REGISTER_FORMAT].number, KKR_REGISTER_FORMAT);
      reading->skipping = 1;
    }
  else if (values[REGISTER_VERSION].text != NULL)
    take_version (reading, values[REGISTER_VERSION].text);
}

enum { SOURCE_ID, SOURCE_TITLE, SOURCE_PUBLISHER, SOURCE_DATE };
static const KkrField source_fields[] = {
  [SOURCE_ID] = { "id", NULL, KKR_FIELD_ID, TRUE, 0 },
  [SOURCE_TITLE] = { "title", NULL, KKR_FIELD_TEXT, TRUE, 0 },
  [SOURCE_PUBLISHER] = { "publisher", NULL, KKR_FIELD_TEXT, TRUE, 0 },
  [SOURCE_DATE] = { "date", NULL, KKR_FIELD_DATE, TRUE, 0 },
};

static void
begin_source (KkrReading *reading, const KkrFieldValue *values, guint32 present)
{
  KkrRow row = { 0 };

  if (values[SOURCE_ID].text == NULL)
    return;
  for (guint i = SOURCE_ID; i <= SOURCE_DATE; i++)
    row.words[i] = kkr_builder_text (reading->builder, values[i].text);
  declare (reading, KKR_NAMES_SOURCES, N_("the same source twice"), "id",
           values[SOURCE_ID].text, &row);
}

/* The words of a model object, in the order of its fields; references are names plus 1. */
static KkrRow
pack_model (KkrReading *reading, const KkrModel *model, const KkrFieldValue *values)
{
  KkrRow row = { 0 };
  guint n = 0;

  for (guint i = 0; i < model->n_fields; i++)
    {
      const KkrField *field = &model->fields[i];
      const char *text = values[i].text;

      if (kkr_field_is_text (field->kind))
        row.words[n] = kkr_builder_text (reading->builder, text);
      else if (field->kind == KKR_FIELD_SOURCE || field->kind == KKR_FIELD_REFERENCE)
        {
          KkrNamesId names = field->kind == KKR_FIELD_SOURCE ? KKR_NAMES_SOURCES
                                                             : KKR_NAMES_REGIONS;

          if (text != NULL)
            row.words[n] = kkr_reading_refer (reading, names, text, field->name) + 1;
        }
      else if (field->kind == KKR_FIELD_PERIOD)
        {
          row.words[n++] = (guint32) values[i].from;
          row.words[n] = (guint32) values[i].until;
        }
      else
        row.words[n] = (guint32) values[i].number;
      n++;
    }
  return row;
}

static void
begin_region (KkrReading *reading, const KkrFieldValue *values, guint32 present)
{
  KkrRow row = pack_model (reading, &kkr_region_model, values);

  if (values[0].text != NULL)
    declare (reading, KKR_NAMES_REGIONS, N_("the same region twice"), "code", values[0].text, &row);
}

static void
begin_municipality (KkrReading *reading, const KkrFieldValue *values, guint32 present)
{
  KkrRow row = pack_model (reading, &kkr_municipality_model, values);

  if (values[0].text != NULL)
    declare (reading, KKR_NAMES_MUNICIPALITIES, N_("the same municipality twice"), "code",
             values[0].text, &row);
}

static void
refer_to_keys (KkrReading *reading, const KkrFieldValue *values)
{
  for (guint i = 0; i < kkr_arrangement_model.n_fields; i++)
    {
      const KkrField *field = &kkr_arrangement_model.fields[i];
      gboolean key = field->kind == KKR_FIELD_KEY || field->kind == KKR_FIELD_KEYS;

      if (key && values[i].text != NULL)
        {
          g_auto (GStrv) keys = g_strsplit (values[i].text, " ", -1);
          /* A budget or a volume is one fact; weights and own use are a series. */
          gboolean prefix = g_str_equal (field->name, "weights")
                            || g_str_equal (field->name, "own-use");

          for (guint j = 0; keys[j] != NULL; j++)
            refer_to_series (reading, keys[j], prefix, field->name);
        }
    }
}

static void
begin_arrangement (KkrReading *reading, const KkrFieldValue *values, guint32 present)
{
  KkrRow row = pack_model (reading, &kkr_arrangement_model, values);

  reading->arrangement = 0;
  refer_to_keys (reading, values);
  if (values[0].text != NULL
      && declare (reading, KKR_NAMES_ARRANGEMENTS, N_("the same arrangement twice"), "id",
                  values[0].text, &row))
    reading->arrangement = kkr_builder_name (reading->builder, KKR_NAMES_ARRANGEMENTS,
                                             values[0].text) + 1;
}

enum { PAYER_MUNICIPALITY, PAYER_VALID, PAYER_EXEMPT };
static const KkrField payer_fields[] = {
  [PAYER_MUNICIPALITY] = { "municipality", NULL, KKR_FIELD_MUNICIPALITY, TRUE, 0 },
  [PAYER_VALID] = { "valid", NULL, KKR_FIELD_PERIOD, FALSE, 0 },
  [PAYER_EXEMPT] = { "exempt", NULL, KKR_FIELD_NO, FALSE, 0 },
};

static void
begin_payer (KkrReading *reading, const KkrFieldValue *values, guint32 present)
{
  KkrPayerRow row = {
    .from = values[PAYER_VALID].from, .until = values[PAYER_VALID].until,
    .exempt = values[PAYER_EXEMPT].number != 0, .place = reading->place,
  };

  if (values[PAYER_MUNICIPALITY].text == NULL || reading->arrangement == 0)
    return;
  row.arrangement = reading->arrangement - 1;
  row.municipality = kkr_reading_refer (reading, KKR_NAMES_MUNICIPALITIES,
                                        values[PAYER_MUNICIPALITY].text, "municipality");
  g_array_append_val (reading->builder->payers, row);
}

#define FIELDS(fields) fields, G_N_ELEMENTS (fields), NULL
#define MODEL(model) NULL, 0, &model
const KkrElement kkr_register_elements[] = {
  { "register", NULL, NULL, FIELDS (register_fields), begin_register },
  { "source", "register", "id", FIELDS (source_fields), begin_source },
  { "region", "register", "code", MODEL (kkr_region_model), begin_region },
  { "municipality", "register", "code", MODEL (kkr_municipality_model), begin_municipality },
  { "arrangement", "register", "id", MODEL (kkr_arrangement_model), begin_arrangement },
  { "payer", "arrangement", "municipality", FIELDS (payer_fields), begin_payer },
  { "series", "register", "key", FIELDS (kkr_series_fields), kkr_reading_begin_series },
  { "fact", "series", "subject", FIELDS (kkr_fact_fields), kkr_reading_begin_fact },
  { NULL },
};

const KkrField *
kkr_element_get_fields (const KkrElement *element, guint *n_fields)
{
  *n_fields = element->model != NULL ? element->model->n_fields : element->n_fields;
  return element->model != NULL ? element->model->fields : element->fields;
}
