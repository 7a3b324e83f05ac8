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
 * Gets the day on which the value became known.
 *
 * Returns: (transfer full) (nullable): the day as ISO 8601 has it, or %NULL if it always was
 *
 * Since: 0.1
 */
char *
kkr_fact_dup_known_from (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  return self->record->known != KKR_DATE_MIN ? kkr_date_to_string (self->record->known) : NULL;
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

/**
 * kkr_fact_to_string:
 * @self: a fact
 *
 * Gets the key, the value with its unit, its period and its source, in Danish.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_fact_to_string (KkrFact *self)
{
  g_autofree char *value = NULL, *period = NULL;
  const char *key, *level;
  KkrSource *source;

  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  key = kkr_fact_get_key (self);
  if (key == NULL)
    return g_strdup ("");
  value = kkr_fact_is_text (self) ? g_strdup (kkr_fact_get_text (self))
                         : kkr_format_value (&self->value, kkr_fact_get_unit (self), "da");
  period = kkr_period_format_bounds (self->record->from, self->record->until,
                                     KKR_DATE_PRECISION_UNSET, KKR_DATE_PRECISION_UNSET, "da");
  level = kkr_fact_get_price_level (self);
  source = kkr_fact_get_source (self);
  return g_strdup_printf ("%s (%s): %s%s%s%s%s%s", key, period, value,
                          self->record->level > 0 ? " i " : "",
                          self->record->level > 0 ? level : "",
                          self->record->level > 0 ? "-priser" : "",
                          source != NULL ? "; kilde: "
                                         : kkr_fact_is_overlaid (self) ? "; antaget" : "",
                          source != NULL ? kkr_source_get_title (source) : "");
}

/**
 * kkr_fact___str__:
 * @self: a fact
 *
 * Does what [method@Fact.to_string] does.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_fact___str__ (KkrFact *self)
{
  return kkr_fact_to_string (self);
}

/**
 * kkr_fact___repr__:
 * @self: a fact
 *
 * Gets what a prompt shows.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_fact___repr__ (KkrFact *self)
{
  g_autofree char *period = NULL;
  const char *key;

  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  key = kkr_fact_get_key (self);
  if (key == NULL)
    return g_strdup ("<Kkr.Fact>");
  period = kkr_period_text (self->record->from, self->record->until, KKR_DATE_PRECISION_UNSET,
                            KKR_DATE_PRECISION_UNSET);
  return g_strdup_printf ("<Kkr.Fact %s %s %s>", key, period, kkr_fact_get_printed (self));
}
