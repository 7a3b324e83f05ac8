/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-reading-private.h>

#define HAS(present, field) (((present) & (1u << (field))) != 0)

enum {
  SERIES_KEY, SERIES_UNIT, SERIES_SUBJECTS, SERIES_TITLE_DA, SERIES_TITLE_EN, SERIES_ORIGIN
};
const KkrField kkr_series_fields[KKR_SERIES_N_FIELDS] = {
  [SERIES_KEY] = { .name = "key", .kind = KKR_FIELD_KEY, .required = TRUE },
  [SERIES_UNIT] = { .name = "unit", .kind = KKR_FIELD_UNIT, .required = TRUE },
  [SERIES_SUBJECTS] = { .name = "subjects", .kind = KKR_FIELD_SUBJECTS },
  [SERIES_TITLE_DA] = { .name = "title-da", .kind = KKR_FIELD_TEXT },
  [SERIES_TITLE_EN] = { .name = "title-en", .kind = KKR_FIELD_TEXT },
  KKR_ORIGIN_FIELDS (SERIES_ORIGIN),
};

static void
check_level (KkrReading *reading, const KkrFactRecord *record, const KkrFieldValue *origin)
{
  const KkrFieldValue *level = &origin[KKR_ORIGIN_LEVEL];

  if (level->text != NULL && record->unit != KKR_UNIT_UNSET && !kkr_unit_is_money (record->unit))
    kkr_reading_add_here (reading, KKR_RULE_BAD_PRICE_LEVEL, "price-level", NULL,
                          _("a price level on what is no money: \"%s\" found, none expected"),
                          level->text);
}

static void
take_titles (KkrReading *reading, KkrFactRecord *record, const KkrFieldValue *danish)
{
  if (danish[0].text != NULL)
    record->title = kkr_builder_text (reading->builder, danish[0].text);
  if (danish[1].text != NULL)
    record->title_en = kkr_builder_text (reading->builder, danish[1].text);
}

void
kkr_reading_begin_series (KkrReading *reading, const KkrElement *element,
                          const KkrFieldValue *values, guint32 present)
{
  KkrSeries *series = &reading->series;
  KkrFactRecord *defaults = &series->defaults;

  *series = (KkrSeries) {
    .usable = values[SERIES_KEY].text != NULL && values[SERIES_UNIT].text != NULL,
    .municipalities = values[SERIES_SUBJECTS].number != 0,
    .said = kkr_reading_get_said (present >> SERIES_ORIGIN),
    .bad_scale = kkr_reading_has_bad_scale (values + SERIES_ORIGIN, present >> SERIES_ORIGIN),
  };
  kkr_fact_record_init (defaults, reading);
  defaults->unit = (guint8) values[SERIES_UNIT].number;
  if (kkr_unit_is_money (defaults->unit))
    defaults->level = KKR_LEVEL_NOMINAL;
  if (values[SERIES_KEY].text != NULL)
    series->key = g_string_chunk_insert_const (reading->builder->strings, values[SERIES_KEY].text);
  check_level (reading, defaults, values + SERIES_ORIGIN);
  kkr_reading_check_scale (reading, values + SERIES_ORIGIN);
  kkr_reading_take_origin (reading, defaults, values + SERIES_ORIGIN, present >> SERIES_ORIGIN);
  take_titles (reading, defaults, values + SERIES_TITLE_DA);
}

enum {
  FACT_SUBJECT, FACT_VALUE, FACT_TEXT, FACT_STATUS, FACT_QUALIFIER, FACT_ASSUMED, FACT_TITLE_DA,
  FACT_TITLE_EN, FACT_ORIGIN
};
const char *const kkr_status_words[] = { "missing", "suppressed", "not-applicable", NULL };
const char *const kkr_qualifier_words[] = {
  "approximately", "more-than", "at-least", "less-than", "up-to", NULL,
};
const KkrField kkr_fact_fields[KKR_FACT_N_FIELDS] = {
  [FACT_SUBJECT] = { .name = "subject", .kind = KKR_FIELD_SUBJECT },
  [FACT_VALUE] = { .name = "value", .kind = KKR_FIELD_TEXT },
  [FACT_TEXT] = { .name = "text", .kind = KKR_FIELD_TEXT },
  [FACT_STATUS] = { .name = "status", .kind = KKR_FIELD_CHOICE, .words = kkr_status_words,
                    .listed = N_("missing, suppressed or not-applicable") },
  [FACT_QUALIFIER] = { .name = "qualifier", .kind = KKR_FIELD_CHOICE, .words = kkr_qualifier_words,
                       .listed = N_("approximately, more-than, at-least, less-than or up-to") },
  [FACT_ASSUMED] = { .name = "assumed", .kind = KKR_FIELD_NO },
  [FACT_TITLE_DA] = { .name = "title-da", .kind = KKR_FIELD_TEXT },
  [FACT_TITLE_EN] = { .name = "title-en", .kind = KKR_FIELD_TEXT },
  KKR_ORIGIN_FIELDS (FACT_ORIGIN),
};

static gboolean
take_number (KkrReading *reading, KkrFactRecord *record, const char *text)
{
  KkrRuleId rule;
  g_autofree char *expected = kkr_fact_record_take_number (record, text, &rule);
  g_autofree char *quoted = NULL, *meant = NULL;

  if (expected == NULL && !kkr_fact_record_has_thousands_dot (record, text))
    return TRUE;
  quoted = kkr_text_quote (text);
  if (expected == NULL)
    {
      kkr_reading_add_here (reading, KKR_RULE_THOUSANDS_DOT, "value", NULL,
                            _("perhaps a dot for thousands: %s found, a whole number without it "
                              "expected"), quoted);
      return TRUE;
    }
  meant = kkr_number_suggest (text);
  kkr_reading_add_here (reading, rule, "value", meant, _("bad %s: %s found, %s expected"), "value",
                        quoted, expected);
  return FALSE;
}

/* One of three says what the fact is. */
static gboolean
check_choice (KkrReading *reading, guint32 present)
{
  static const struct {
    int field;
    const char *name;
  } ways[] = { { FACT_VALUE, "value" }, { FACT_TEXT, "text" }, { FACT_STATUS, "status" } };
  const char *last = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (HAS (present, ways[i].field))
      {
        last = ways[i].name;
        n++;
      }
  if (n != 1)
    kkr_reading_add_here (reading, KKR_RULE_VALUE_OR_TEXT, last, NULL,
                          _("value, text and status: %u of them found, one expected"), n);
  return n == 1;
}

/* The last that is said of it goes. */
static gboolean
has_bad_scale (const KkrSeries *series, const KkrFieldValue *values, guint32 present)
{
  gboolean own = HAS (present, FACT_ORIGIN + KKR_ORIGIN_SCALE)
                 || HAS (present, FACT_ORIGIN + KKR_ORIGIN_PRECISION);

  return own ? kkr_reading_has_bad_scale (values + FACT_ORIGIN, present >> FACT_ORIGIN)
             : series->bad_scale;
}

static gboolean
take_value (KkrReading *reading, KkrFactRecord *record, const KkrFieldValue *values,
            guint32 present)
{
  const char *value = values[FACT_VALUE].text, *text = values[FACT_TEXT].text;

  if (!check_choice (reading, present))
    return FALSE;
  record->qualifier = (guint8) values[FACT_QUALIFIER].number;
  record->printed = kkr_builder_text (reading->builder, value != NULL ? value : text);
  if (text != NULL)
    record->flags |= KKR_FACT_IS_TEXT;
  else if (value == NULL)
    record->status = (guint8) values[FACT_STATUS].number;
  if (value != NULL)
    return !has_bad_scale (&reading->series, values, present)
           && take_number (reading, record, value);
  return text != NULL || record->status != KKR_CELL_STATUS_VALUE;
}

static gboolean
check_present (KkrReading *reading, const KkrFactRecord *record, guint32 present)
{
  const KkrSeries *series = &reading->series;
  guint32 said = series->said | kkr_reading_get_said (present >> FACT_ORIGIN);
  gboolean assumed = (record->flags & KKR_FACT_OVERLAID) != 0;
  const char *missing = NULL;

  if (!HAS (said, KKR_ORIGIN_VALID))
    missing = "valid";
  else if (!assumed && !HAS (said, KKR_ORIGIN_SOURCE))
    missing = "source";
  else if (!assumed && !HAS (said, KKR_ORIGIN_SECTION))
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
kkr_reading_begin_fact (KkrReading *reading, const KkrElement *element,
                        const KkrFieldValue *values, guint32 present)
{
  const KkrSeries *series = &reading->series;
  const char *subject = values[FACT_SUBJECT].text;
  KkrFactRow row = { .record = series->defaults, .column = reading->place.column };
  gboolean good;

  check_level (reading, &row.record, values + FACT_ORIGIN);
  kkr_reading_check_scale (reading, values + FACT_ORIGIN);
  kkr_reading_take_origin (reading, &row.record, values + FACT_ORIGIN, present >> FACT_ORIGIN);
  take_titles (reading, &row.record, values + FACT_TITLE_DA);
  if (values[FACT_ASSUMED].number != 0)
    kkr_fact_record_assume (&row.record);
  good = take_value (reading, &row.record, values, present);
  good = check_present (reading, &row.record, present) && good;
  row.record.line = reading->place.line;
  if (series->municipalities && subject != NULL)
    kkr_reading_refer_to_subject (reading, subject);
  /* What else is wrong with the facts of a series without a key or unit is told all the same. */
  good = good && (subject != NULL || !HAS (present, FACT_SUBJECT));
  if (good && series->usable)
    kkr_reading_add_fact (reading, &row, series->key, subject, series->municipalities);
  else if (series->key != NULL)
    kkr_builder_refuse_fact (reading->builder, series->key, subject);
}
