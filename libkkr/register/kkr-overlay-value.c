/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-overlay-private.h>
#include <libkkr/register/kkr-reading-private.h>

#define MAX_DECIMALS 18

void
kkr_overlay_value_clear (KkrOverlayValue *value)
{
  g_clear_pointer (&value->printed, g_free);
}

static gboolean
is_money (KkrUnit unit)
{
  return unit == KKR_UNIT_AMOUNT || unit == KKR_UNIT_RATE;
}

static gboolean
units_fit (KkrUnit printed, KkrUnit unit)
{
  if (printed == KKR_UNIT_UNSET || printed == unit)
    return TRUE;
  if (printed == KKR_UNIT_AMOUNT)
    return is_money (unit);
  if (printed == KKR_UNIT_PERCENT)
    return unit == KKR_UNIT_SHARE || unit == KKR_UNIT_PERCENTAGE_POINTS;
  return FALSE;
}

/* A number as files have it or as Danish documents print it. Where it is one in each way, and not
 * the same, nobody can tell which was meant: "1.156". */
static gboolean
parse_number (const char *text, KkrNumber *number, GError **error)
{
  g_autoptr (GError) not_danish = NULL;
  gboolean danish = kkr_number_parse (text, N_("a value"), number, &not_danish);
  gint64 num, den;
  KkrRational dotted;
  const char *digits = text[0] == '-' ? text + 1 : text;
  gboolean below_one = digits[0] == '0' && digits[1] == '.';
  g_autofree char *quoted = NULL;

  if (!kkr_decimal_parse (text, &num, &den))
    {
      if (!danish)
        g_propagate_error (error, g_steal_pointer (&not_danish));
      return danish;
    }
  dotted = (KkrRational) { num, den };
  if (danish && !below_one && kkr_rational_compare (&dotted, &number->value) != 0)
    {
      quoted = kkr_text_quote (text);
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("a value that can be read in two ways: %s found, a comma or no dot "
                     "expected"), quoted);
      return FALSE;
    }
  *number = (KkrNumber) { .value = dotted, .unit = KKR_UNIT_UNSET };
  for (const char *dot = strchr (text, '.'); dot != NULL && dot[1] != '\0'; dot++)
    number->decimals++;
  return TRUE;
}

/* A decimal with a dot, at least so many digits after it; NULL if it has no end. */
static char *
print_decimal (const KkrRational *value, guint decimals)
{
  KkrInt128 scaled, power = 1;
  gboolean negative;
  GString *text;

  for (guint i = 0; i < decimals; i++)
    power *= 10;
  for (; power % value->den != 0; power *= 10)
    if (++decimals > MAX_DECIMALS)
      return NULL;
  if (__builtin_mul_overflow (value->num, power / value->den, &scaled))
    return NULL;
  negative = scaled < 0;
  text = g_string_new (NULL);
  for (guint i = 0; i <= decimals || scaled != 0; i++, scaled /= 10)
    {
      if (i == decimals && decimals > 0)
        g_string_prepend_c (text, '.');
      g_string_prepend_c (text, (char) ('0' + (int) (negative ? -(scaled % 10) : scaled % 10)));
    }
  if (negative)
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}

/* `exact` is in kroner where it is money. */
static gboolean
take_value (const KkrRational *exact, KkrUnit unit, guint decimals, KkrOverlayValue *value)
{
  KkrRational kept = *exact, hundred = KKR_RATIONAL_INT (100);
  g_autofree char *printed = print_decimal (exact, MIN (decimals, MAX_DECIMALS));

  if (unit == KKR_UNIT_AMOUNT && !kkr_rational_multiply (exact, &hundred, &kept))
    return FALSE;
  if (printed == NULL || kept.num > G_MAXINT64 || kept.num < G_MININT64 + 1
      || kept.den > G_MAXINT64 || (unit == KKR_UNIT_AMOUNT && kept.den != 1))
    return FALSE;
  value->num = (gint64) kept.num;
  value->den = (gint64) kept.den;
  value->printed = g_steal_pointer (&printed);
  return TRUE;
}

gboolean
kkr_overlay_value_parse (const char *text, KkrUnit unit, KkrOverlayValue *value, GError **error)
{
  KkrNumber number = { 0 };
  KkrRational exact, hundred = KKR_RATIONAL_INT (100);
  g_autofree char *quoted = NULL;

  if (!parse_number (text, &number, error))
    return FALSE;
  quoted = kkr_text_quote (text);
  exact = number.value;
  if (!units_fit (number.unit, unit))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("a value of another unit: %s found, %s expected"), quoted,
                   kkr_unit_to_string (unit));
      return FALSE;
    }
  if (unit == KKR_UNIT_SHARE && number.unit == KKR_UNIT_PERCENT)
    {
      number.decimals += 2;
      if (!kkr_rational_divide (&number.value, &hundred, &exact))
        return kkr_rational_overflow (error, _("the value"));
    }
  /* Kroner with three decimals are most likely thousands, and no file may have them. */
  if ((unit != KKR_UNIT_AMOUNT || number.scaled || number.decimals <= 2)
      && take_value (&exact, unit, number.scaled ? 0 : number.decimals, value))
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               unit == KKR_UNIT_AMOUNT
                 ? _("bad value: %s found, a number such as 1234.5 with at most 2 decimals "
                     "expected")
                 : _("bad value: %s found, a number such as 1234.5 with at most 18 digits "
                     "expected"), quoted);
  return FALSE;
}

gboolean
kkr_overlay_factor_parse (const char *text, KkrRational *factor, GError **error)
{
  KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrNumber number = { 0 };
  g_autofree char *quoted = NULL;

  if (strchr (text, '/') != NULL && kkr_rational_parse (text, factor))
    return TRUE;
  if (!parse_number (text, &number, error))
    return FALSE;
  *factor = number.value;
  if (number.unit == KKR_UNIT_UNSET
      || (number.unit == KKR_UNIT_PERCENT
          && kkr_rational_divide (&number.value, &hundred, factor)))
    return TRUE;
  quoted = kkr_text_quote (text);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no factor: %s found, a number such as 1.02 or 102 pct. expected"), quoted);
  return FALSE;
}

gboolean
kkr_overlay_value_scale (const KkrFactRecord *record, const char *printed,
                         const KkrRational *factor, KkrRoundingMode mode, KkrOverlayValue *value,
                         GError **error)
{
  KkrRational exact = { record->num, record->den > 0 ? record->den : 1 };
  KkrRational kroner = KKR_RATIONAL_INT (record->unit == KKR_UNIT_AMOUNT ? 100 : 1);
  KkrRational step = KKR_RATIONAL_INT (MAX (record->precision, 1)), units;
  gint64 scale = MAX (record->scale, 1);
  const char *dot = strchr (printed, '.');
  guint decimals = dot != NULL ? (guint) strlen (dot + 1) : 0;
  gint64 rounded;

  step.num *= scale;
  for (guint i = 0; i < decimals; i++)
    step.den *= 10;
  if (kkr_rational_init (&step, step.num, step.den)
      && kkr_rational_divide (&exact, &kroner, &exact)
      && kkr_rational_multiply (&exact, factor, &exact)
      && kkr_rational_divide (&exact, &step, &units)
      && kkr_rational_round (&units, mode, 1, &rounded))
    {
      units = (KkrRational) KKR_RATIONAL_INT (rounded);
      if (kkr_rational_multiply (&units, &step, &exact)
          && take_value (&exact, (KkrUnit) record->unit, scale > 1 ? 0 : decimals, value))
        return TRUE;
    }
  return kkr_rational_overflow (error, _("the value"));
}
