/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-printed-grid-private.h>

#include <string.h>

#include <libkkr/base/kkr-number-private.h>

#define MAX_UNIT 40

/* "mio. kr." after a 1 is a million kroner, "1.000 kr." is what it says. */
static gboolean
take_unit (const char *text, KkrPrintedUnit *unit)
{
  g_autofree char *with_one = g_strconcat ("1 ", text, NULL);
  gboolean counted = g_ascii_isdigit (*text);
  KkrNumber number;

  if (strlen (text) > MAX_UNIT
      || !kkr_number_parse (counted ? text : with_one, "", &number, NULL)
      || (number.unit == KKR_UNIT_UNSET && !number.scaled) || number.value.den != 1
      || number.value.num <= 0 || number.value.num > G_MAXINT32 || number.decimals > 0)
    return FALSE;
  unit->unit = number.unit;
  unit->scale = (gint64) number.value.num;
  /* "3 år" in a label is a span of time and no unit. */
  return !counted || number.unit == KKR_UNIT_AMOUNT;
}

/* Other words are units when they stand alone: "Pladser", but not "Særlige pladser" or "i dag". */
static gboolean
is_unit (const KkrPrintedUnit *unit)
{
  return unit->unit == KKR_UNIT_AMOUNT || unit->unit == KKR_UNIT_PERCENT
         || unit->unit == KKR_UNIT_PERCENTAGE_POINTS || unit->scale > 1;
}

/* Tries the piece from each of its words on: "Beløb i mio. kr." */
static gboolean
find_in_piece (char *piece, KkrPrintedUnit *unit)
{
  char *at = g_strstrip (piece);

  for (int words = 0; *at != '\0' && words < 12; words++)
    {
      if (take_unit (at, unit) && is_unit (unit))
        return TRUE;
      at += strcspn (at, " \t\n");
      at += strspn (at, " \t\n");
    }
  return FALSE;
}

static void
replace (GString *text, const char *word, const char *by)
{
  g_string_replace (text, word, by, 0);
}

KkrPrintedUnit
kkr_printed_find_unit (const char *text)
{
  g_autoptr (GString) simple = g_string_new_len (text, (gssize) MIN (strlen (text), 1000));
  g_autofree char *valid = NULL;
  g_auto (GStrv) pieces = NULL;
  KkrPrintedUnit unit = { KKR_UNIT_UNSET, 1 };

  replace (simple, "pct.-point", "procentpoint");
  replace (simple, "pct.point", "procentpoint");
  replace (simple, "Pct.-point", "procentpoint");
  replace (simple, "procent-point", "procentpoint");
  valid = g_utf8_make_valid (simple->str, -1);
  pieces = g_strsplit_set (valid, ",;:()[]/\n", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    if (find_in_piece (pieces[i], &unit))
      return unit;
  for (guint i = 0; pieces[i] != NULL; i++)
    if (take_unit (g_strstrip (pieces[i]), &unit))
      return unit;
  return (KkrPrintedUnit) { KKR_UNIT_UNSET, 1 };
}
