/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-reading-private.h>

#define KKR_REGISTER_FORMAT 1
#define HAS(present, field) (((present) & (1u << (field))) != 0)

/* A name that may be nowhere is remembered with its place. */
static guint
refer (KkrReading *reading, KkrNamesId names, const char *name, const char *attribute)
{
  guint number = kkr_builder_name (reading->builder, names, name);

  if (!kkr_builder_get_name (reading->builder, names, number)->declared)
    {
      KkrReference reference = { number, kkr_reading_mention (reading, attribute) };

      g_array_append_val (reading->builder->references[names], reference);
    }
  return number;
}

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
declare (KkrReading *reading, KkrNamesId names, const char *what, const char *attribute,
         const char *name, const KkrRow *row)
{
  const KkrPlace *first = kkr_builder_declare (reading->builder, names, name, row, &reading->place);

  if (first == NULL)
    return TRUE;
  kkr_reading_add_here (reading, KKR_RULE_DUPLICATE_ID, attribute, NULL,
                        "the same %s twice: \"%s\" found, which %s:%u:%u has already", what, name,
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
                          "another version than before: \"%s\" found, \"%s\" of %s:%u:%u expected",
                          version, builder->version, builder->version_place.uri,
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
                            "a format newer than this library: %" G_GINT64_FORMAT " found, at most "
                            "%d expected", values[REGISTER_FORMAT].number, KKR_REGISTER_FORMAT);
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
  declare (reading, KKR_NAMES_SOURCES, "source", "id", values[SOURCE_ID].text, &row);
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
      else if (field->kind == KKR_FIELD_SOURCE)
        row.words[n] = text != NULL ? refer (reading, KKR_NAMES_SOURCES, text, field->name) + 1 : 0;
      else if (field->kind == KKR_FIELD_REGION)
        row.words[n] = text != NULL ? refer (reading, KKR_NAMES_REGIONS, text, field->name) + 1 : 0;
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
    declare (reading, KKR_NAMES_REGIONS, "region", "code", values[0].text, &row);
}

static void
begin_municipality (KkrReading *reading, const KkrFieldValue *values, guint32 present)
{
  KkrRow row = pack_model (reading, &kkr_municipality_model, values);

  if (values[0].text != NULL)
    declare (reading, KKR_NAMES_MUNICIPALITIES, "municipality", "code", values[0].text, &row);
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
      && declare (reading, KKR_NAMES_ARRANGEMENTS, "arrangement", "id", values[0].text, &row))
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
  row.municipality = refer (reading, KKR_NAMES_MUNICIPALITIES, values[PAYER_MUNICIPALITY].text,
                            "municipality");
  g_array_append_val (reading->builder->payers, row);
}

/* What stands in a series and may stand in each of its facts. */
#define COMMON_FIELDS(first) \
  [first] = { "valid", NULL, KKR_FIELD_PERIOD, FALSE, 0 }, \
  [first + 1] = { "source", NULL, KKR_FIELD_SOURCE, FALSE, 0 }, \
  [first + 2] = { "section", NULL, KKR_FIELD_TEXT, FALSE, 0 }, \
  [first + 3] = { "known", NULL, KKR_FIELD_DATE, FALSE, 0 }, \
  [first + 4] = { "price-level", NULL, KKR_FIELD_PRICE_LEVEL, FALSE, 0 }, \
  [first + 5] = { "precision", NULL, KKR_FIELD_PRECISION, FALSE, 0 }, \
  [first + 6] = { "confirmed", NULL, KKR_FIELD_YES, FALSE, 0 }

enum { VALID, SOURCE, SECTION, KNOWN, LEVEL, PRECISION, CONFIRMED };

enum { SERIES_KEY, SERIES_UNIT, SERIES_SUBJECTS, SERIES_COMMON };
static const KkrField series_fields[] = {
  [SERIES_KEY] = { "key", NULL, KKR_FIELD_KEY, TRUE, 0 },
  [SERIES_UNIT] = { "unit", NULL, KKR_FIELD_UNIT, TRUE, 0 },
  [SERIES_SUBJECTS] = { "subjects", NULL, KKR_FIELD_SUBJECTS, FALSE, 0 },
  COMMON_FIELDS (SERIES_COMMON),
};

static gboolean
is_money (guint32 unit)
{
  return unit == KKR_UNIT_AMOUNT || unit == KKR_UNIT_RATE;
}

static void
take_level (KkrReading *reading, KkrFactRecord *record, const KkrFieldValue *value)
{
  if (record->unit != KKR_UNIT_UNSET && !is_money (record->unit))
    {
      kkr_reading_add_here (reading, KKR_RULE_BAD_PRICE_LEVEL, "price-level", NULL,
                            "a price level on what is no money: \"%s\" found, none expected",
                            value->text);
      return;
    }
  record->level = (gint32) value->number;
  record->level_text = record->level > 0 ? kkr_builder_text (reading->builder, value->text) : 0;
}

/* Overrides what is said; what is not said stays. `bad` values count as not said. */
static void
take_common (KkrReading *reading, KkrFactRecord *record, const KkrFieldValue *values,
             guint32 present)
{
  if (HAS (present, VALID))
    {
      record->from = values[VALID].from;
      record->until = values[VALID].until;
    }
  if (values[SOURCE].text != NULL)
    record->source = refer (reading, KKR_NAMES_SOURCES, values[SOURCE].text, "source") + 1;
  if (values[SECTION].text != NULL)
    record->section = kkr_builder_text (reading->builder, values[SECTION].text);
  if (values[KNOWN].text != NULL)
    record->known = (gint32) values[KNOWN].number;
  if (values[LEVEL].text != NULL)
    take_level (reading, record, &values[LEVEL]);
  if (values[PRECISION].text != NULL)
    record->precision = values[PRECISION].number > 1 ? values[PRECISION].number : 0;
  if (values[CONFIRMED].text != NULL)
    record->flags = values[CONFIRMED].number != 0 ? KKR_FACT_CONFIRMED : 0;
}

static void
begin_series (KkrReading *reading, const KkrFieldValue *values, guint32 present)
{
  KkrSeries *series = &reading->series;

  *series = (KkrSeries) {
    .usable = values[SERIES_KEY].text != NULL && values[SERIES_UNIT].text != NULL,
    .municipalities = values[SERIES_SUBJECTS].number != 0,
    .has_valid = HAS (present, SERIES_COMMON + VALID),
    .defaults = {
      .unit = (guint32) values[SERIES_UNIT].number, .flags = KKR_FACT_CONFIRMED,
      .from = KKR_DATE_MIN, .until = KKR_DATE_MAX, .known = KKR_DATE_MIN,
      .uri = kkr_builder_text (reading->builder, reading->uri),
    },
  };
  series->defaults.level = is_money (series->defaults.unit) ? KKR_LEVEL_NOMINAL : KKR_LEVEL_NONE;
  if (values[SERIES_KEY].text != NULL)
    series->key = g_string_chunk_insert_const (reading->builder->strings, values[SERIES_KEY].text);
  take_common (reading, &series->defaults, values + SERIES_COMMON, present >> SERIES_COMMON);
}

enum { FACT_SUBJECT, FACT_VALUE, FACT_TEXT, FACT_COMMON };
static const KkrField fact_fields[] = {
  [FACT_SUBJECT] = { "subject", NULL, KKR_FIELD_SUBJECT, FALSE, 0 },
  [FACT_VALUE] = { "value", NULL, KKR_FIELD_TEXT, FALSE, 0 },
  [FACT_TEXT] = { "text", NULL, KKR_FIELD_TEXT, FALSE, 0 },
  COMMON_FIELDS (FACT_COMMON),
};

static gboolean
take_number (KkrReading *reading, KkrFactRecord *record, const char *text)
{
  gboolean amount = record->unit == KKR_UNIT_AMOUNT;
  gint64 ore_per_unit = 100;
  g_autofree char *quoted = NULL;

  if (kkr_decimal_parse (text, &record->num, &record->den)
      && (!amount || (ore_per_unit % record->den == 0
                      && !__builtin_mul_overflow (record->num, ore_per_unit / record->den,
                                                  &record->num))))
    {
      if (amount)
        record->den = 1;
      return TRUE;
    }
  quoted = kkr_text_quote (text);
  kkr_reading_add_here (reading, KKR_RULE_BAD_NUMBER, "value", NULL,
                        "bad value: %s found, a number such as 1234.5 with at most %s expected",
                        quoted, amount ? "2 decimals" : "18 digits");
  return FALSE;
}

static gboolean
take_value (KkrReading *reading, KkrFactRecord *record, const KkrFieldValue *values,
            guint32 present)
{
  gboolean has_value = HAS (present, FACT_VALUE), has_text = HAS (present, FACT_TEXT);
  const char *text = has_value ? values[FACT_VALUE].text : values[FACT_TEXT].text;

  if (has_value == has_text)
    {
      kkr_reading_add_here (reading, KKR_RULE_VALUE_OR_TEXT, has_text ? "text" : NULL, NULL,
                            "%s value and text: %s found, one of them expected",
                            has_value ? "both" : "neither", has_value ? "two" : "none");
      return FALSE;
    }
  if (text == NULL)
    return FALSE;
  record->printed = kkr_builder_text (reading->builder, text);
  record->den = 1;
  if (has_text)
    {
      record->flags |= KKR_FACT_IS_TEXT;
      return TRUE;
    }
  if (!take_number (reading, record, text))
    return FALSE;
  if (record->precision > 0
      && (record->num / (record->unit == KKR_UNIT_AMOUNT ? 100 : 1) % record->precision != 0
          || record->den != 1
          || (record->unit == KKR_UNIT_AMOUNT && record->num % 100 != 0)))
    {
      kkr_reading_add_here (reading, KKR_RULE_BAD_PRECISION, "value", NULL,
                            "a value more precise than it says: \"%s\" found, a multiple of %"
                            G_GINT64_FORMAT " expected", text, record->precision);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_present (KkrReading *reading, const KkrFactRecord *record, guint32 present)
{
  const KkrSeries *series = &reading->series;
  const char *missing = NULL;

  if (!series->has_valid && !HAS (present, FACT_COMMON + VALID))
    missing = "valid";
  else if (record->source == 0 && !HAS (present, FACT_COMMON + SOURCE))
    missing = "source";
  else if (record->section == 0 && !HAS (present, FACT_COMMON + SECTION))
    missing = "section";
  else if (series->municipalities && !HAS (present, FACT_SUBJECT))
    missing = "subject";
  if (missing != NULL)
    kkr_reading_add_here (reading, KKR_RULE_MISSING_ATTRIBUTE, NULL, NULL,
                          "attribute missing in \"fact\" and its series: none found, \"%s\" "
                          "expected", missing);
  return missing == NULL;
}

static void
begin_fact (KkrReading *reading, const KkrFieldValue *values, guint32 present)
{
  const KkrSeries *series = &reading->series;
  const char *subject = values[FACT_SUBJECT].text;
  KkrFactRow row = { .record = series->defaults, .column = reading->place.column };
  gboolean good;

  if (!series->usable)
    return;
  take_common (reading, &row.record, values + FACT_COMMON, present >> FACT_COMMON);
  good = take_value (reading, &row.record, values, present);
  good = check_present (reading, &row.record, present) && good;
  row.record.line = reading->place.line;
  if (series->municipalities && subject != NULL)
    refer (reading, KKR_NAMES_MUNICIPALITIES, subject, "subject");
  if (subject != NULL)
    {
      g_autofree char *key = g_strconcat (series->key, "/", subject, NULL);

      row.record.key = kkr_builder_text (reading->builder, key);
    }
  else
    row.record.key = kkr_builder_text (reading->builder, series->key);
  if (good && (subject != NULL || !HAS (present, FACT_SUBJECT)))
    g_array_append_val (reading->builder->facts, row);
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
  { "series", "register", "key", FIELDS (series_fields), begin_series },
  { "fact", "series", "subject", FIELDS (fact_fields), begin_fact },
  { NULL },
};

const KkrField *
kkr_element_get_fields (const KkrElement *element, guint *n_fields)
{
  *n_fields = element->model != NULL ? element->model->n_fields : element->n_fields;
  return element->model != NULL ? element->model->fields : element->fields;
}
