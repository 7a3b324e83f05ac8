/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-qualifier-private.h>
#include <libkkr/register/kkr-fact-private.h>

typedef struct {
  const char *danish, *english;
} Words;

static const char *
scale_word (guint32 scale, const char *language)
{
  static const struct {
    guint32 scale;
    Words words;
  } scales[] = {
    { 1000, { " tusind", " thousand" } },
    { 1000000, { " mio.", " million" } },
    { 1000000000, { " mia.", " billion" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scales[i].scale == scale)
      return kkr_text_in (language, scales[i].words.danish, scales[i].words.english);
  return "";
}

static const char *
status_words (KkrFact *self, const char *language)
{
  static const Words words[] = {
    [KKR_CELL_STATUS_VALUE] = { "", "" },
    [KKR_CELL_STATUS_MISSING] = { "ikke oplyst", "not stated" },
    [KKR_CELL_STATUS_SUPPRESSED] = { "diskretioneret", "suppressed" },
    [KKR_CELL_STATUS_NOT_APPLICABLE] = { "ikke relevant", "not applicable" },
  };
  guint status = self->record->status;

  return status < G_N_ELEMENTS (words)
           ? kkr_text_in (language, words[status].danish, words[status].english) : "";
}

/* As it is printed: "304,8 mia. kr.". */
static char *
format_scaled (KkrFact *self, const char *language)
{
  const char *dot = strchr (kkr_fact_get_printed (self), '.');
  const char *scale = scale_word (self->record->scale, language);
  KkrUnit unit = kkr_fact_get_unit (self);
  const char *heading = kkr_unit_heading (unit, language);
  gboolean money = unit == KKR_UNIT_AMOUNT || unit == KKR_UNIT_RATE;
  KkrRational divisor = KKR_RATIONAL_INT (self->record->scale), value = self->value;
  g_autofree char *number = NULL;

  if (unit == KKR_UNIT_AMOUNT)
    divisor.num *= 100;
  kkr_rational_divide (&self->value, &divisor, &value);
  number = kkr_format_decimals (&value, dot != NULL ? (guint) strlen (dot + 1) : 0, language);
  if (money && kkr_language_is_english (language))
    return g_strconcat (heading, " ", number, scale, NULL);
  if (unit == KKR_UNIT_COUNT || *heading == '\0')
    return g_strconcat (number, scale, NULL);
  return g_strconcat (number, scale, " ", heading, NULL);
}

static char *
format_value (KkrFact *self, const char *language)
{
  const char *before = kkr_qualifier_in_words ((KkrQualifier) self->record->qualifier, language);
  g_autofree char *number = NULL;

  if (self->record->status != KKR_CELL_STATUS_VALUE)
    return g_strdup (status_words (self, language));
  if (kkr_fact_is_text (self))
    return g_strdup (kkr_fact_get_text (self));
  number = self->record->scale > 1 && kkr_fact_get_printed (self) != NULL
             ? format_scaled (self, language)
             : kkr_format_value (&self->value, kkr_fact_get_unit (self), language);
  return number != NULL ? g_strconcat (before, *before != '\0' ? " " : "", number, NULL) : NULL;
}

/**
 * kkr_fact_dup_value_in:
 * @self: a fact
 * @language: (nullable): `da` or `en`
 *
 * Gets the value as people read it: with its unit, in the thousands or millions that the document
 * counts in, with what it says before the number, or in words why there is none: "304,8 mia. kr.",
 * "mere end 25 pct.", "ikke oplyst".
 *
 * Returns: (transfer full): the value in words
 *
 * Since: 0.1
 */
char *
kkr_fact_dup_value_in (KkrFact *self, const char *language)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  if (kkr_fact_get_key (self) == NULL)
    return g_strdup ("");
  value = format_value (self, language);
  return value != NULL ? g_steal_pointer (&value) : g_strdup ("");
}

static void
append_origin (KkrFact *self, const char *language, GString *text)
{
  KkrSource *source = kkr_fact_get_source (self);
  const char *section = kkr_fact_get_section (self);
  g_autofree char *known = kkr_fact_dup_known_text_in (self, language);
  const char *publisher = source != NULL ? kkr_source_get_publisher (source) : NULL;

  if (source != NULL)
    g_string_append_printf (text, "%s%s%s%s", kkr_text_in (language, "; kilde: ", "; source: "),
                            publisher != NULL ? publisher : "", publisher != NULL ? ": " : "",
                            kkr_source_get_title (source));
  else if (kkr_fact_is_overlaid (self))
    g_string_append (text, kkr_text_in (language, "; antaget", "; assumed"));
  if (source != NULL && section != NULL)
    g_string_append_printf (text, ", %s", section);
  /* When somebody assumed it nobody says. */
  if (known != NULL && !kkr_fact_is_overlaid (self))
    g_string_append_printf (text, "%s%s", kkr_text_in (language, "; kendt ", "; known "), known);
}

/**
 * kkr_fact_to_string_in:
 * @self: a fact
 * @language: (nullable): `da` or `en`
 *
 * Gets the key and the title, the period, the value with its unit as the document prints it, the
 * publisher and the title of its source with the section, and when it became known.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_fact_to_string_in (KkrFact *self, const char *language)
{
  g_autofree char *value = NULL, *period = NULL;
  const char *key, *title;
  GString *text;

  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  key = kkr_fact_get_key (self);
  if (key == NULL)
    return g_strdup ("");
  title = kkr_fact_get_title_in (self, language);
  value = kkr_fact_dup_value_in (self, language);
  period = kkr_period_format_bounds (self->record->from, self->record->until,
                                     (KkrDatePrecision) self->record->from_precision,
                                     (KkrDatePrecision) self->record->until_precision, language);
  text = g_string_new (key);
  if (title != NULL && !g_str_equal (title, key))
    g_string_append_printf (text, ", %s", title);
  g_string_append_printf (text, " (%s): %s", period, value);
  if (self->record->level > 0 && kkr_language_is_english (language))
    g_string_append_printf (text, " at %s prices", kkr_fact_get_price_level (self));
  else if (self->record->level > 0)
    g_string_append_printf (text, " i %s-priser", kkr_fact_get_price_level (self));
  append_origin (self, language, text);
  return g_string_free (text, FALSE);
}

/**
 * kkr_fact_to_string:
 * @self: a fact
 *
 * Does what [method@Fact.to_string_in] does, in Danish.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_fact_to_string (KkrFact *self)
{
  return kkr_fact_to_string_in (self, "da");
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
  const char *key, *printed;

  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  key = kkr_fact_get_key (self);
  if (key == NULL)
    return g_strdup ("<Kkr.Fact>");
  period = kkr_period_text (self->record->from, self->record->until,
                            (KkrDatePrecision) self->record->from_precision,
                            (KkrDatePrecision) self->record->until_precision);
  printed = self->record->status != KKR_CELL_STATUS_VALUE
              ? kkr_cell_status_to_string ((KkrCellStatus) self->record->status)
              : kkr_fact_get_printed (self);
  return g_strdup_printf ("<Kkr.Fact %s %s %s>", key, period, printed);
}
