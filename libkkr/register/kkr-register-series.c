/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-reading-private.h>

#define HAS(present, field) (((present) & (1u << (field))) != 0)

/* What stands in a series and may stand in each of its facts. */
#define COMMON_FIELDS(first) \
  [first] = { "valid", NULL, KKR_FIELD_PERIOD, FALSE, 0 }, \
  [first + 1] = { "source", NULL, KKR_FIELD_SOURCE, FALSE, 0 }, \
  [first + 2] = { "section", NULL, KKR_FIELD_TEXT, FALSE, 0 }, \
  [first + 3] = { "known", NULL, KKR_FIELD_DATE, FALSE, 0 }, \
  [first + 4] = { "price-level", NULL, KKR_FIELD_PRICE_LEVEL, FALSE, 0 }, \
  [first + 5] = { "precision", NULL, KKR_FIELD_PRECISION, FALSE, 0 }, \
  [first + 6] = { "confirmed", NULL, KKR_FIELD_YES, FALSE, 0 }, \
  [first + 7] = { "title-da", NULL, KKR_FIELD_TEXT, FALSE, 0 }, \
  [first + 8] = { "title-en", NULL, KKR_FIELD_TEXT, FALSE, 0 }

enum { VALID, SOURCE, SECTION, KNOWN, LEVEL, PRECISION, CONFIRMED, TITLE_DA, TITLE_EN };

enum { SERIES_KEY, SERIES_UNIT, SERIES_SUBJECTS, SERIES_COMMON };
const KkrField kkr_series_fields[KKR_SERIES_N_FIELDS] = {
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
                            _("a price level on what is no money: \"%s\" found, none expected"),
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
    record->source = kkr_reading_refer (reading, KKR_NAMES_SOURCES, values[SOURCE].text,
                                        "source") + 1;
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
  if (values[TITLE_DA].text != NULL)
    record->title = kkr_builder_text (reading->builder, values[TITLE_DA].text);
  if (values[TITLE_EN].text != NULL)
    record->title_en = kkr_builder_text (reading->builder, values[TITLE_EN].text);
}

void
kkr_reading_begin_series (KkrReading *reading, const KkrFieldValue *values, guint32 present)
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
const KkrField kkr_fact_fields[KKR_FACT_N_FIELDS] = {
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
                        amount ? _("bad value: %s found, a number such as 1234.5 with at most 2 "
                                   "decimals expected")
                               : _("bad value: %s found, a number such as 1234.5 with at most 18 "
                                   "digits expected"), quoted);
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
      kkr_reading_add_here (reading, KKR_RULE_VALUE_OR_TEXT, has_text ? "text" : NULL, NULL, "%s",
                            has_value
                              ? _("both value and text: two found, one of them expected")
                              : _("neither value and text: none found, one of them expected"));
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
                            _("a value more precise than it says: \"%s\" found, a multiple of %lld "
                              "expected"), text, (long long) record->precision);
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
                          _("attribute missing in \"fact\" and its series: none found, \"%s\" "
                            "expected"), missing);
  return missing == NULL;
}

void
kkr_reading_begin_fact (KkrReading *reading, const KkrFieldValue *values, guint32 present)
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
    kkr_reading_refer (reading, KKR_NAMES_MUNICIPALITIES, subject, "subject");
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
