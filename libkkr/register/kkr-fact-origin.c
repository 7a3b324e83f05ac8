/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-period-private.h>
#include <libkkr/register/kkr-fact-private.h>

/**
 * kkr_fact_dup_valid:
 * @self: a fact
 *
 * Gets the period for which the value holds.
 *
 * Returns: (transfer full) (nullable): the period
 *
 * Since: 0.1
 */
KkrPeriod *
kkr_fact_dup_valid (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  return kkr_period_new_bounds (self->record->from, self->record->until,
                                (KkrDatePrecision) self->record->from_precision,
                                (KkrDatePrecision) self->record->until_precision);
}

/**
 * kkr_fact_dup_known_from:
 * @self: a fact
 *
 * Gets when the value became known, as well as that is known.
 *
 * Returns: (transfer full) (nullable): a day as ISO 8601 has it, "2023-08-21", a month "2023-05", a
 *   quarter "2023K2", a year, or a day at the latest "[..2017-01-01]"; %NULL if it always was
 *
 * Since: 0.1
 */
char *
kkr_fact_dup_known_from (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  if (self->record->known == KKR_DATE_MIN)
    return NULL;
  return kkr_date_text (kkr_fact_record_known_first (self->record),
                        kkr_fact_record_known_on (self->record),
                        (KkrDatePrecision) self->record->known_precision);
}

/**
 * kkr_fact_get_price_level: (get-property price-level)
 * @self: a fact
 *
 * Gets the price level of money: "nominal" (the prices of its own day) or a year.
 *
 * Returns: (nullable): the level, or %NULL if the fact is not money
 *
 * Since: 0.1
 */
const char *
kkr_fact_get_price_level (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  if (self->record->level == KKR_LEVEL_NONE)
    return NULL;
  if (self->record->level == KKR_LEVEL_NOMINAL)
    return "nominal";
  return kkr_fact_peek_text (self, self->record->level_text);
}

/**
 * kkr_fact_get_confirmed: (get-property confirmed)
 * @self: a fact
 *
 * Gets whether the source says all that this fact says.
 *
 * Returns: %FALSE if something was entered from elsewhere
 *
 * Since: 0.1
 */
gboolean
kkr_fact_get_confirmed (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), FALSE);
  return (self->record->flags & KKR_FACT_CONFIRMED) != 0;
}

/**
 * kkr_fact_is_overlaid:
 * @self: a fact
 *
 * Gets whether the value was assumed in an [class@Overlay], so that no document says it.
 *
 * Returns: %TRUE if it was changed or added by an overlay
 *
 * Since: 0.1
 */
gboolean
kkr_fact_is_overlaid (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), FALSE);
  return (self->record->flags & KKR_FACT_OVERLAID) != 0;
}

/**
 * kkr_fact_get_source: (get-property source)
 * @self: a fact
 *
 * Gets the document that the fact comes from.
 *
 * Returns: (transfer none) (nullable): the source
 *
 * Since: 0.1
 */
KkrSource *
kkr_fact_get_source (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  return self->store != NULL ? kkr_store_get_source (self->store, self->record->source) : NULL;
}

/**
 * kkr_fact_get_section: (get-property section)
 * @self: a fact
 *
 * Gets the place in the source.
 *
 * Returns: (nullable): the section, in Danish
 *
 * Since: 0.1
 */
const char *
kkr_fact_get_section (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  return kkr_fact_peek_text (self, self->record->section);
}

/**
 * kkr_fact_get_title_in:
 * @self: a fact
 * @language: `da` or `en`
 *
 * Gets what the fact is, in words.
 *
 * Returns: (transfer none) (nullable): the title, the key where the register has no title
 *
 * Since: 0.1
 */
const char *
kkr_fact_get_title_in (KkrFact *self, const char *language)
{
  const char *title;

  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  title = kkr_text_in (language, kkr_fact_peek_text (self, self->record->title),
                       kkr_fact_peek_text (self, self->record->title_en));
  return title != NULL ? title : kkr_fact_get_key (self);
}

/**
 * kkr_fact_get_uri: (get-property uri)
 * @self: a fact
 *
 * Gets the file that the fact was read from.
 *
 * Returns: (nullable): the file as it was named to the reader
 *
 * Since: 0.1
 */
const char *
kkr_fact_get_uri (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  return kkr_fact_peek_text (self, self->record->uri);
}

/**
 * kkr_fact_get_line: (get-property line)
 * @self: a fact
 *
 * Gets the line of the file that the fact stands in.
 *
 * Returns: the line, from 1
 *
 * Since: 0.1
 */
guint
kkr_fact_get_line (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), 0);
  return self->record->line;
}
