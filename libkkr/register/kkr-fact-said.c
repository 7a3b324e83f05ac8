/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-period-private.h>
#include <libkkr/register/kkr-fact-private.h>

/* What a document says of a value besides the value. */

/**
 * kkr_fact_get_status: (get-property status)
 * @self: a fact
 *
 * Gets whether the fact has a value, or why it has none: the document prints a mark in its place.
 *
 * Returns: %KKR_CELL_STATUS_VALUE for a number or a text
 *
 * Since: 0.1
 */
KkrCellStatus
kkr_fact_get_status (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), KKR_CELL_STATUS_MISSING);
  return (KkrCellStatus) self->record->status;
}

/**
 * kkr_fact_get_qualifier: (get-property qualifier)
 * @self: a fact
 *
 * Gets what the document says before the number, such as "ca." or "mere end".
 *
 * Returns: the qualifier, %KKR_QUALIFIER_UNSET if there is none
 *
 * Since: 0.1
 */
KkrQualifier
kkr_fact_get_qualifier (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), KKR_QUALIFIER_UNSET);
  return (KkrQualifier) self->record->qualifier;
}

/**
 * kkr_fact_get_scale: (get-property scale)
 * @self: a fact
 *
 * Gets what one of the printed number is worth: 1.000.000 for an amount in million kroner.
 *
 * Returns: 1, 1000, 1000000 or 1000000000
 *
 * Since: 0.1
 */
gint64
kkr_fact_get_scale (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), 1);
  return MAX (self->record->scale, 1);
}

/**
 * kkr_fact_get_note_in:
 * @self: a fact
 * @language: `da` or `en`
 *
 * Gets what there is to remark, for example that the source's own sum says something else.
 *
 * Returns: (nullable): the note, in the other language if there is none in this
 *
 * Since: 0.1
 */
const char *
kkr_fact_get_note_in (KkrFact *self, const char *language)
{
  const char *danish, *english;

  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  danish = kkr_fact_peek_text (self, self->record->note);
  english = kkr_fact_peek_text (self, self->record->note_en);
  return kkr_text_in (language, danish != NULL ? danish : english,
                      english != NULL ? english : danish);
}

/**
 * kkr_fact_dup_known:
 * @self: a fact
 *
 * Gets the period in which the value was known: it ends when the value was withdrawn. A value that
 * became known in a month is seen from the last day of it, since only then it surely was.
 *
 * Returns: (transfer full) (nullable): the period, whose ends say how well they are known, or %NULL
 *   if the value always was
 *
 * Since: 0.1
 */
KkrPeriod *
kkr_fact_dup_known (KkrFact *self)
{
  const KkrFactRecord *record;

  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  record = self->record;
  if (record->known == KKR_DATE_MIN && record->known_until == KKR_DATE_MAX)
    return NULL;
  return kkr_period_new_bounds (record->known, record->known_until,
                                (KkrDatePrecision) record->known_precision,
                                (KkrDatePrecision) record->known_until_precision);
}

/**
 * kkr_fact_dup_known_text_in:
 * @self: a fact
 * @language: `da` or `en`
 *
 * Gets when the value became known, as well as that is known: "21. august 2023", "maj 2023",
 * "senest 1. januar 2017".
 *
 * Returns: (transfer full) (nullable): the date in words, or %NULL if the value always was known
 *
 * Since: 0.1
 */
char *
kkr_fact_dup_known_text_in (KkrFact *self, const char *language)
{
  const KkrFactRecord *record;

  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  record = self->record;
  if (record->known == KKR_DATE_MIN)
    return NULL;
  return kkr_date_format_bounds (kkr_fact_record_known_first (record),
                                 kkr_fact_record_known_on (record),
                                 (KkrDatePrecision) record->known_precision, language);
}
