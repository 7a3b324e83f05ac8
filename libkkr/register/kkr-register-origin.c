/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-register-values-private.h>

/* What the facts of series and the cells of tables have in common. */

/* Powers of 1000; 1 takes back what stands further out. */
const char *const kkr_scale_words[] = { "1", "1000", "1000000", "1000000000", NULL };

gboolean
kkr_unit_is_money (guint unit)
{
  return unit == KKR_UNIT_AMOUNT || unit == KKR_UNIT_RATE;
}

void
kkr_fact_record_init (KkrFactRecord *record, KkrReading *reading)
{
  *record = (KkrFactRecord) {
    .den = 1, .flags = KKR_FACT_CONFIRMED, .level = KKR_LEVEL_NONE,
    .from = KKR_DATE_MIN, .until = KKR_DATE_MAX,
    .known = KKR_DATE_MIN, .known_until = KKR_DATE_MAX,
    .uri = kkr_builder_text (reading->builder, reading->uri), .line = reading->place.line,
  };
}

static void
take_times (KkrFactRecord *record, const KkrFieldValue *values, guint32 present)
{
  const KkrFieldValue *valid = &values[KKR_ORIGIN_VALID], *known = &values[KKR_ORIGIN_KNOWN];

  if ((present & (1u << KKR_ORIGIN_VALID)) != 0)
    {
      record->from = valid->from;
      record->until = valid->until;
      record->from_precision = valid->from_precision;
      record->until_precision = valid->until_precision;
    }
  if (known->text != NULL)
    {
      record->known = known->from;
      record->known_until = known->until;
      record->known_precision = known->from_precision;
      record->known_until_precision = known->until_precision;
    }
}

guint32
kkr_reading_get_said (guint32 present)
{
  return present & ((1u << KKR_N_ORIGIN) - 1);
}

/* What a number is counted in is then not known. */
gboolean
kkr_reading_has_bad_scale (const KkrFieldValue *values, guint32 present)
{
  return ((present & (1u << KKR_ORIGIN_SCALE)) != 0 && values[KKR_ORIGIN_SCALE].text == NULL)
         || ((present & (1u << KKR_ORIGIN_PRECISION)) != 0
             && values[KKR_ORIGIN_PRECISION].text == NULL);
}

/* A number is printed in thousands, or in full and rounded to them. */
void
kkr_reading_check_scale (KkrReading *reading, const KkrFieldValue *values)
{
  if (values[KKR_ORIGIN_SCALE].text != NULL && values[KKR_ORIGIN_PRECISION].text != NULL)
    kkr_reading_add_here (reading, KKR_RULE_BAD_PRECISION, "precision", NULL,
                          _("both scale and precision: two found, one of them expected"));
}

static void
take_scale (KkrFactRecord *record, const KkrFieldValue *values)
{
  static const guint32 scales[] = { 0, 1000, 1000000, 1000000000 };
  const KkrFieldValue *scale = &values[KKR_ORIGIN_SCALE];
  const KkrFieldValue *precision = &values[KKR_ORIGIN_PRECISION];

  if (scale->text != NULL)
    {
      record->scale = scales[scale->number - 1];
      record->precision = 0;
    }
  else if (precision->text != NULL)
    {
      record->precision = precision->number > 1 ? (guint32) precision->number : 0;
      record->scale = 0;
    }
}

void
kkr_reading_take_origin (KkrReading *reading, KkrFactRecord *record, const KkrFieldValue *values,
                         guint32 present)
{
  KkrBuilder *builder = reading->builder;
  const KkrFieldValue *level = &values[KKR_ORIGIN_LEVEL];

  take_times (record, values, present);
  take_scale (record, values);
  if (values[KKR_ORIGIN_SOURCE].text != NULL)
    record->source = kkr_reading_refer (reading, KKR_NAMES_SOURCES, values[KKR_ORIGIN_SOURCE].text,
                                        "source") + 1;
  if (values[KKR_ORIGIN_SECTION].text != NULL)
    record->section = kkr_builder_text (builder, values[KKR_ORIGIN_SECTION].text);
  if (level->text != NULL
      && (record->unit == KKR_UNIT_UNSET || kkr_unit_is_money (record->unit)))
    {
      record->level = (gint32) level->number;
      record->level_text = record->level > 0 ? kkr_builder_text (builder, level->text) : 0;
    }
  if (values[KKR_ORIGIN_CONFIRMED].text != NULL)
    record->flags = (guint8) ((record->flags & ~KKR_FACT_CONFIRMED)
                              | (values[KKR_ORIGIN_CONFIRMED].number != 0 ? KKR_FACT_CONFIRMED
                                                                         : 0));
  if (values[KKR_ORIGIN_NOTE_DA].text != NULL)
    record->note = kkr_builder_text (builder, values[KKR_ORIGIN_NOTE_DA].text);
  if (values[KKR_ORIGIN_NOTE_EN].text != NULL)
    record->note_en = kkr_builder_text (builder, values[KKR_ORIGIN_NOTE_EN].text);
}

/* Times a whole number, in lowest terms. */
static gboolean
scale_up (KkrFactRecord *record, gint64 factor)
{
  gint64 divisor = factor, rest = record->den;

  while (rest != 0)
    {
      gint64 next = divisor % rest;

      divisor = rest;
      rest = next;
    }
  record->den /= divisor;
  return !__builtin_mul_overflow (record->num, factor / divisor, &record->num);
}

gboolean
kkr_decimal_is_kroner (const char *text)
{
  const char *dot = strchr (text, '.');

  return dot == NULL || strlen (dot + 1) <= 2;
}

char *
kkr_fact_record_take_number (KkrFactRecord *record, const char *text, KkrRuleId *rule)
{
  gboolean amount = record->unit == KKR_UNIT_AMOUNT;
  gint64 one = amount ? 100 : 1; /* a krone is 100 øre */

  *rule = KKR_RULE_BAD_NUMBER;
  if (!kkr_decimal_parse (text, &record->num, &record->den)
      || (amount && record->scale <= 1 && !kkr_decimal_is_kroner (text))
      || !scale_up (record, one * MAX (record->scale, 1)) || (amount && record->den != 1))
    return g_strdup (amount ? _("a number such as 1234.5 with at most 2 decimals")
                            : _("a number such as 1234.5 with at most 18 digits"));
  *rule = KKR_RULE_BAD_PRECISION;
  if (record->precision > 0
      && (record->den != 1 || record->num % (one * record->precision) != 0))
    return g_strdup_printf (_("a multiple of %lld"), (long long) record->precision);
  return NULL;
}

gboolean
kkr_fact_record_has_thousands_dot (const KkrFactRecord *record, const char *text)
{
  gsize digits = strspn (text, KKR_DIGITS);

  return (record->unit == KKR_UNIT_PERSONS || record->unit == KKR_UNIT_PLACES
          || record->unit == KKR_UNIT_OFFERS)
         && record->scale <= 1 && text[0] != '0' && digits >= 1 && digits <= 3
         && text[digits] == '.' && strspn (text + digits + 1, KKR_DIGITS) == 3
         && text[digits + 4] == '\0';
}

void
kkr_reading_refer_to_subject (KkrReading *reading, const char *subject)
{
  const char *expected;

  if (kkr_code_parse (FALSE, subject, &expected) == KKR_RULE_NOT_A_MUNICIPALITY)
    kkr_reading_add_here (reading, KKR_RULE_NOT_A_MUNICIPALITY, "subject", NULL,
                          _("bad %s: %s found, %s expected"), "subject", subject, _(expected));
  else
    kkr_reading_refer (reading, KKR_NAMES_MODEL (&kkr_municipality_model), subject, "subject");
}

void
kkr_reading_add_fact (KkrReading *reading, KkrFactRow *row, const char *key, const char *subject,
                      gboolean municipalities)
{
  /* A key may be long, and its cells many and short. */
  if (reading->builder->pool->len > reading->limits.max_size)
    kkr_reading_check_size (reading);
  if (reading->stopped)
    return;
  row->municipalities = municipalities && subject != NULL;
  if (subject != NULL)
    {
      g_autofree char *full = g_strconcat (key, "/", subject, NULL);

      row->subject = (guint32) (strlen (key) + 1);
      row->record.key = kkr_builder_text (reading->builder, full);
    }
  else
    row->record.key = kkr_builder_text (reading->builder, key);
  row->layer = reading->builder->layer;
  g_array_append_val (reading->builder->facts, *row);
}
