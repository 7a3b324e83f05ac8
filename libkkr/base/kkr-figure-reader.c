/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-figure-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>

/* The words before a number, in lower case. `side` is where the numbers lie that are meant. */
typedef struct {
  const char *text;
  int side;
  gboolean included;
} Bound;

static const Bound bounds[] = {
  { "mere end", 1, FALSE },   { "flere end", 1, FALSE },  { "over", 1, FALSE },
  { "mindst", 1, TRUE },      { "minimum", 1, TRUE },     { "mindre end", -1, FALSE },
  { "færre end", -1, FALSE }, { "under", -1, FALSE },     { "højst", -1, TRUE },
  { "maksimalt", -1, TRUE },  { "op til", -1, TRUE },     { "ca.", 0, FALSE },
  { "cirka", 0, FALSE },      { "omkring", 0, FALSE },    { "godt", 1, FALSE },
  { "knap", -1, FALSE },      { "næsten", -1, FALSE },
};

/* What follows `word` and a blank in `text`, whatever the case; NULL if it does not begin so. */
static const char *
skip_word (const char *text, const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word), text = g_utf8_next_char (text))
    if (g_unichar_tolower (g_utf8_get_char (text)) != g_utf8_get_char (word))
      return NULL;
  return g_unichar_isspace (g_utf8_get_char (text)) ? text : NULL;
}

static const Bound *
take_bound (const char **text)
{
  while (g_unichar_isspace (g_utf8_get_char (*text)))
    *text = g_utf8_next_char (*text);
  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      const char *after = skip_word (*text, bounds[i].text);

      if (after == NULL)
        continue;
      *text = after;
      return &bounds[i];
    }
  return NULL;
}

static gboolean
parse (const char *text, const char *what, KkrNumber *number, const Bound **bound, GError **error)
{
  const char *rest = text;

  *bound = NULL;
  if (text != NULL && g_utf8_validate (text, -1, NULL))
    *bound = take_bound (&rest);
  return kkr_number_parse (rest, what, number, error);
}

gboolean
kkr_figure_parse (const char *text, const char *what, KkrNumber *number, KkrInterval *interval,
                  GError **error)
{
  const Bound *bound;

  if (!parse (text, what, number, &bound, error))
    return FALSE;
  if (bound != NULL && bound->side != 0)
    {
      *interval = kkr_interval_beyond (&number->value, bound->side, bound->included);
      return TRUE;
    }
  return kkr_interval_around (interval, &number->value, &number->precision)
         || kkr_rational_overflow (error, _("the interval of the figure"));
}

/**
 * kkr_figure_new_from_string:
 * @text: a number as Danish documents print it
 * @error: return location for a [error@CalcError]
 *
 * Reads a printed number: `6,3`, `18.440.030`, `-5,25 pct.`, `17,654 mio. kr.` The last printed
 * digit says how precise it is, and `mio.`, `mia.` and `tkr.` scale both: `17,654 mio. kr.` stands
 * for what lies around 17,654,000 kroner by 500 kroner. Money is in kroner; per cent stay per cent.
 *
 * `mere end`, `flere end`, `over` and `godt`, `mindst` and `minimum`, `mindre end`, `færre end`,
 * `under`, `knap` and `næsten`, `højst`, `maksimalt` and `op til` before the number make an
 * interval that is open on one side. `ca.`, `cirka` and `omkring` are read and change nothing: by
 * how much the writer missed, they do not tell.
 *
 * Returns: (transfer full): the figure, or %NULL with `OUT_OF_RANGE` or `OVERFLOW`
 *
 * Since: 0.1
 */
KkrFigure *
kkr_figure_new_from_string (const char *text, GError **error)
{
  const Bound *bound;
  KkrNumber number;
  KkrFigure *self;

  if (!parse (text, N_("a figure"), &number, &bound, error))
    return NULL;
  if (bound != NULL && bound->side != 0)
    return kkr_figure_new_bound (text, &number.value, bound->side, bound->included);
  self = kkr_figure_new_printed (text, &number.value, &number.precision);
  if (self == NULL)
    kkr_rational_overflow (error, _("the interval of the figure"));
  return self;
}
