/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-sheet-state-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-amount.h>
#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/base/kkr-personal-number-private.h>
#include <libkkr/calc/kkr-calculator-private.h>

static gboolean
refuse (GError **error, const char *found, const char *expected)
{
  g_autofree char *quoted = kkr_text_quote (found);

  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE, _("%s found, %s expected"),
               quoted, expected);
  return FALSE;
}

gboolean
kkr_sheet_parse_danish_day (const char *text, gint32 *days)
{
  int parts[3] = { 0, 0, 0 };

  for (int i = 0; i < 3; i++)
    {
      int digits = 0;

      for (; g_ascii_isdigit (*text) && digits < 4; text++, digits++)
        parts[i] = parts[i] * 10 + (*text - '0');
      if (i < 2 ? digits < 1 || digits > 2 || strchr (".-/", *text) == NULL || *text == '\0'
                : digits != 4 || *text != '\0')
        return FALSE;
      text++;
    }
  if (parts[0] < 1 || parts[1] < 1 || parts[1] > 12 || parts[2] < 1)
    return FALSE;
  *days = kkr_date_from_parts (parts[2], parts[1], parts[0]);
  return *days < kkr_date_from_parts (parts[2], parts[1] + 1, 1);
}

static gboolean
parse_day (const char *text, gint32 *days, GError **error)
{
  if (kkr_date_parse (text, days) || kkr_sheet_parse_danish_day (text, days))
    return TRUE;
  return refuse (error, text, _("a day such as 2023-08-21 or 21-08-2023"));
}

/* "1234.5", as programs write numbers; in the words of the reader of fractions. */
static gboolean
parse_dots (const char *text, KkrRational *value)
{
  return strchr (text, '.') != NULL && strpbrk (text, ",/") == NULL &&
         kkr_rational_parse (text, value);
}

static gboolean
parse_dotted_amount (const char *text, const KkrRational *kroner, gint64 *amount, GError **error)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrRational ore;

  if (!kkr_rational_multiply (kroner, &hundred, &ore))
    return kkr_rational_overflow (error, _("the amount"));
  if (ore.den != 1 || strlen (strchr (text, '.')) == strlen (".000"))
    return refuse (error, text, _("an amount with two decimals (where commas separate fields, "
                                  "the dot is the decimal sign)"));
  if (ore.num <= G_MININT64 || ore.num > G_MAXINT64)
    return kkr_rational_overflow (error, _("the amount"));
  *amount = (gint64) ore.num;
  return TRUE;
}

static gboolean
parse_amount (const char *text, gboolean dots, gint64 *amount, GError **error)
{
  GError *wrong = NULL;
  KkrRational kroner;

  if (dots && parse_dots (text, &kroner))
    return parse_dotted_amount (text, &kroner, amount, error);
  *amount = kkr_amount_from_string (text, &wrong);
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, wrong);
  return FALSE;
}

static gboolean
parse_number (const char *text, gboolean dots, KkrRational *value, GError **error)
{
  KkrNumber number;

  if (dots && parse_dots (text, value))
    return TRUE;
  /* The plain form of exact fractions: "41/3". */
  if (strchr (text, '/') != NULL && kkr_rational_parse (text, value))
    return TRUE;
  if (!kkr_number_parse (text, N_("a number"), &number, error))
    return FALSE;
  *value = number.value;
  return TRUE;
}

static gboolean
parse_whole (const char *text, gboolean dots, gint64 *whole, GError **error)
{
  KkrRational value;

  if (!parse_number (text, dots, &value, error))
    return FALSE;
  if (value.den != 1 || value.num <= G_MININT64 || value.num > G_MAXINT64)
    return refuse (error, text, _("a whole number such as 2024"));
  *whole = (gint64) value.num;
  return TRUE;
}

static gboolean
parse_choice (const KkrSheetColumn *column, const char *text, gint32 *value, GError **error)
{
  g_autofree char *known = NULL, *expected = NULL;

  *value = kkr_sheet_choice_parse (column, text);
  if (*value != 0)
    return TRUE;
  known = kkr_sheet_choice_list (column);
  expected = g_strdup_printf (_("one of %s"), known);
  return refuse (error, text, expected);
}

static gboolean
parse_boolean (const char *text, gint32 *value, GError **error)
{
  gboolean yes;

  if (!kkr_boolean_parse (text, &yes))
    return refuse (error, text, _("ja or nej"));
  *value = yes;
  return TRUE;
}

gboolean
kkr_sheet_kind_is_text (KkrSheetKind kind)
{
  return kind == KKR_SHEET_TEXT || kind == KKR_SHEET_PERSON;
}

static gboolean
check_person (const char *text, GError **error)
{
  if (!kkr_text_has_personal_number (text))
    return TRUE;
  g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("a personal number (CPR) found, a pseudonymous key expected"));
  return FALSE;
}

static gboolean
parse_kind (const KkrSheetColumn *column, const char *text, gboolean dots,
            KkrSheetValue *value, GError **error)
{
  switch (column->kind)
    {
    case KKR_SHEET_DATE:
      return parse_day (text, &value->small, error);
    case KKR_SHEET_AMOUNT:
      return parse_amount (text, dots, &value->whole, error);
    case KKR_SHEET_NUMBER:
      return parse_number (text, dots, &value->number, error);
    case KKR_SHEET_WHOLE:
      return parse_whole (text, dots, &value->whole, error);
    case KKR_SHEET_BOOLEAN:
      return parse_boolean (text, &value->small, error);
    case KKR_SHEET_CHOICE:
      return parse_choice (column, text, &value->small, error);
    case KKR_SHEET_PERSON:
      return check_person (text, error);
    case KKR_SHEET_TEXT:
    default:
      g_assert_not_reached ();
    }
}

/* Of columns that were mixed up, a message would show whose they are. */
static gboolean
hide_personal_number (const char *text, GError **error)
{
  if (!kkr_text_has_personal_number (text))
    return FALSE;
  g_clear_error (error);
  g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("what is shaped like a personal number (CPR) found, a value of the "
                         "column expected"));
  return TRUE;
}

gboolean
kkr_sheet_parse (const KkrSheetColumn *column, const char *text, gboolean dots,
                 KkrSheetValue *value, GError **error)
{
  g_autoptr (GError) wrong = NULL;

  if (parse_kind (column, text, dots, value, &wrong))
    return TRUE;
  if (column->kind == KKR_SHEET_PERSON || !hide_personal_number (text, error))
    g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

/* Into the unit in which a number is written: kroner, per cent. */
static gboolean
to_written_unit (KkrColumn *column, KkrRational *value)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);

  if (column->unit == KKR_UNIT_AMOUNT)
    return kkr_rational_divide (value, &hundred, value);
  return column->unit != KKR_UNIT_SHARE || kkr_rational_multiply (value, &hundred, value);
}

static gboolean
convert_amount (KkrColumn *column, const KkrRational *exact, gint64 *amount)
{
  /* Fractions of an øre are no amount, and whether a column without a unit that is no column of
   * whole numbers holds kroner or øre, nobody can say. */
  if (column->kind != KKR_COLUMN_KIND_INT64 && column->unit != KKR_UNIT_AMOUNT)
    return FALSE;
  if (exact->den != 1 || exact->num <= G_MININT64 || exact->num > G_MAXINT64)
    return FALSE;
  *amount = (gint64) exact->num;
  return TRUE;
}

static const char *
convert_number (const KkrSheetColumn *spec, KkrColumn *column, guint row, KkrSheetValue *value)
{
  KkrRational exact;
  gboolean is_exact = kkr_column_get_exact (column, row, &exact);

  switch (spec->kind)
    {
    case KKR_SHEET_AMOUNT:
      return is_exact && convert_amount (column, &exact, &value->whole)
               ? NULL : N_("an amount as whole øre or as text");
    case KKR_SHEET_WHOLE:
      if (!is_exact || exact.den != 1 || exact.num <= G_MININT64 || exact.num > G_MAXINT64)
        return N_("a whole number such as 2024");
      value->whole = (gint64) exact.num;
      return NULL;
    case KKR_SHEET_NUMBER:
      value->number = exact;
      return is_exact && to_written_unit (column, &value->number)
               ? NULL : N_("a number with at most 15 digits");
    case KKR_SHEET_BOOLEAN:
      value->small = is_exact && exact.num == 1;
      return is_exact && exact.den == 1 && (exact.num == 0 || exact.num == 1) ? NULL
                                                                             : N_("ja or nej");
    case KKR_SHEET_DATE:
      return N_("a column of days, or a day such as 2023-08-21");
    case KKR_SHEET_CHOICE:
      return N_("one of the choices as text");
    case KKR_SHEET_TEXT:
    case KKR_SHEET_PERSON:
    default:
      g_assert_not_reached ();
    }
}

gboolean
kkr_sheet_convert (const KkrSheetColumn *spec, KkrColumn *column, guint row, KkrSheetValue *value,
                   GError **error)
{
  g_autofree char *found = NULL;
  const char *expected;

  if (column->kind == KKR_COLUMN_KIND_DATE && spec->kind == KKR_SHEET_DATE)
    {
      value->small = kkr_column_cell_int32 (column, row);
      return TRUE;
    }
  if (column->kind == KKR_COLUMN_KIND_DATE)
    {
      found = kkr_column_dup_exact (column, row);
      return kkr_sheet_parse (spec, found, FALSE, value, error);
    }
  expected = convert_number (spec, column, row, value);
  if (expected == NULL)
    return TRUE;
  found = kkr_column_dup_exact (column, row);
  if (hide_personal_number (found, error))
    return FALSE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE, _("%s found, %s expected"),
               found, _(expected));
  return FALSE;
}
