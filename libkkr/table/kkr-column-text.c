/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-column-private.h>

#include <math.h>
#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-qualifier-private.h>

/* Fractions in a Danish spreadsheet show at least so many decimals: an analyst computes on. */
#define SPREADSHEET_DECIMALS 4

gboolean
kkr_column_is_number (KkrColumn *self)
{
  return self->kind == KKR_COLUMN_KIND_INT64 || self->kind == KKR_COLUMN_KIND_DOUBLE ||
         self->kind == KKR_COLUMN_KIND_RATIO;
}

static const char *
get_mark (KkrCellStatus status)
{
  switch (status)
    {
    case KKR_CELL_STATUS_SUPPRESSED:
      return "..";
    case KKR_CELL_STATUS_NOT_APPLICABLE:
      return ".";
    case KKR_CELL_STATUS_MISSING:
    case KKR_CELL_STATUS_VALUE:
    default:
      return "";
    }
}

/* Digits and exponent of the shortest form: the digits are raised until the text reads back. What
 * has at most 15 digits has them all among the first 15 and noughts after them, but for doubles so
 * small that they hold fewer. */
static void
shortest_digits (gdouble value, char digits[G_ASCII_DTOSTR_BUF_SIZE], int *exponent)
{
  char *e, *dot;
  gsize length;

  for (int n = value < G_MINDOUBLE ? 0 : 14; n < 17; n++)
    {
      char format[] = { '%', '.', (char) ('0' + n / 10), (char) ('0' + n % 10), 'e', 0 };
      gdouble back;

      g_ascii_formatd (digits, G_ASCII_DTOSTR_BUF_SIZE, format, value);
      back = g_ascii_strtod (digits, NULL);
      if (memcmp (&back, &value, sizeof back) == 0)
        break;
    }
  e = strchr (digits, 'e');
  *exponent = (int) g_ascii_strtoll (e + 1, NULL, 10);
  *e = '\0';
  dot = strchr (digits, '.');
  if (dot != NULL)
    memmove (dot, dot + 1, strlen (dot));
  for (length = strlen (digits); length > 1 && digits[length - 1] == '0'; length--)
    digits[length - 1] = '\0';
}

char *
kkr_double_to_shortest (gdouble value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  int exponent, n;

  if (!(value < 0.0) && !(value > 0.0))
    return g_strdup ("0");
  if (value < 0.0)
    g_string_append_c (text, '-');
  shortest_digits (fabs (value), digits, &exponent);
  n = (int) strlen (digits);
  if (exponent < -7 || exponent > 20)
    {
      g_string_append_c (text, digits[0]);
      if (n > 1)
        g_string_append_printf (text, ".%s", digits + 1);
      g_string_append_printf (text, "e%s%d", exponent < 0 ? "" : "+", exponent);
    }
  else if (exponent < 0)
    {
      g_string_append (text, "0.");
      for (int i = -1; i > exponent; i--)
        g_string_append_c (text, '0');
      g_string_append (text, digits);
    }
  else
    for (int i = 0; i < n || i <= exponent; i++)
      {
        if (i == exponent + 1)
          g_string_append_c (text, '.');
        g_string_append_c (text, i < n ? digits[i] : '0');
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* From the column's own unit (øre, a fraction of 1) to the one that is printed (kr., pct.). */
static gboolean
to_printed_unit (KkrColumn *self, const KkrRational *value, KkrRational *printed)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);

  if (self->unit == KKR_UNIT_AMOUNT)
    return kkr_rational_divide (value, &hundred, printed);
  if (self->unit == KKR_UNIT_SHARE)
    return kkr_rational_multiply (value, &hundred, printed);
  *printed = *value;
  return TRUE;
}

/* Codes and calendar years are numbers that nobody groups. */
static gboolean
is_grouped (KkrColumn *self)
{
  return self->unit != KKR_UNIT_NONE && self->unit != KKR_UNIT_YEARS;
}

/* Too large for a fraction: nobody reads its digits. */
static char *
print_huge (KkrColumn *self, gdouble value, const char *language)
{
  const gdouble factor = self->unit == KKR_UNIT_SHARE    ? 100.0
                         : self->unit == KKR_UNIT_AMOUNT ? 0.01
                                                         : 1.0;
  char *text = kkr_double_to_shortest (CLAMP (value * factor, -G_MAXDOUBLE, G_MAXDOUBLE));

  return kkr_language_is_english (language) ? text : g_strdelimit (text, ".", ',');
}

static char *
print_number (KkrColumn *self, const KkrRational *value, guint decimals, const char *language)
{
  KkrRational printed;

  if (self->kind == KKR_COLUMN_KIND_INT64 && decimals == 0 && !is_grouped (self))
    return kkr_rational_to_string (value);
  if (to_printed_unit (self, value, &printed))
    return kkr_format_decimals (&printed, decimals, language);
  return print_huge (self, kkr_rational_to_double (value), language);
}

static char *
print_double (KkrColumn *self, guint row, guint decimals, const char *language)
{
  gdouble value = kkr_column_cell_double (self, row);
  const KkrRational zero = KKR_RATIONAL_ZERO;

  if (fabs (value) < 1.0)
    return print_number (self, &zero, decimals, language);
  return print_huge (self, value, language);
}

static char *
print_cell (KkrColumn *self, guint row, guint decimals, const char *language)
{
  KkrRational value;

  if (kkr_column_get_exact (self, row, &value))
    return print_number (self, &value, decimals, language);
  return print_double (self, row, decimals, language);
}

/* "mere end 150"; takes the number over. */
static char *
qualify (KkrQualifier qualifier, char *number, const char *language)
{
  char *text;

  if (qualifier == KKR_QUALIFIER_UNSET || number == NULL)
    return number;
  text = g_strconcat (kkr_qualifier_in_words (qualifier, language), " ", number, NULL);
  g_free (number);
  return text;
}

char *
kkr_column_dup_total_text (KkrColumn *self, const char *language)
{
  kkr_column_settle_decimals (self);
  return self->has_total ? qualify (self->total_qualifier,
                                    print_number (self, &self->total, self->decimals, language),
                                    language) : NULL;
}

static char *
plain_amount (gint64 amount)
{
  guint64 magnitude = amount < 0 ? -(guint64) amount : (guint64) amount;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", amount < 0 ? "-" : "", magnitude / 100,
                          (guint) (magnitude % 100));
}

static char *
plain_number (KkrColumn *self, guint row)
{
  gint64 value = kkr_column_get_int64 (self, row);
  KkrRational kroner;

  if (self->kind != KKR_COLUMN_KIND_INT64)
    {
      if (self->unit == KKR_UNIT_AMOUNT &&
          to_printed_unit (self, &self->exact[kkr_column_at (self, row)], &kroner))
        return kkr_double_to_shortest (kkr_rational_to_double (&kroner));
      return kkr_double_to_shortest (kkr_column_get_double (self, row));
    }
  if (self->unit == KKR_UNIT_AMOUNT)
    return plain_amount (value);
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

char *
kkr_column_dup_plain (KkrColumn *self, guint row)
{
  KkrCellStatus status = kkr_column_get_cell_status (self, row);

  if (status != KKR_CELL_STATUS_VALUE)
    return g_strdup (get_mark (status));
  if (self->kind == KKR_COLUMN_KIND_TEXT)
    return g_strdup (kkr_column_get_label (self, row, NULL));
  if (self->kind == KKR_COLUMN_KIND_DATE)
    return kkr_date_to_string (kkr_column_cell_int32 (self, row));
  return plain_number (self, row);
}

char *
kkr_column_dup_spreadsheet (KkrColumn *self, guint row)
{
  guint least;
  char *text, *to;

  kkr_column_settle_decimals (self);
  least = self->kind == KKR_COLUMN_KIND_INT64 ? self->decimals_needed : SPREADSHEET_DECIMALS;
  if (kkr_column_get_cell_status (self, row) == KKR_CELL_STATUS_VALUE &&
      self->kind == KKR_COLUMN_KIND_TEXT)
    return g_strdup (kkr_column_get_label (self, row, "da"));
  if (!kkr_column_is_number (self) ||
      kkr_column_get_cell_status (self, row) != KKR_CELL_STATUS_VALUE)
    return kkr_column_dup_plain (self, row);
  text = print_cell (self, row, MAX (self->decimals, least), "da");
  to = text;
  for (const char *from = text; *from != '\0'; from++)
    if (*from != '.')
      *to++ = *from;
  *to = '\0';
  return text;
}

/**
 * kkr_column_get_strings:
 * @self: a column
 *
 * Gives all cells as texts, as [method@Table.to_csv] writes them: labels, ISO 8601 dates, numbers
 * with a dot as decimal sign, amounts in kroner with two decimals. A missing value is an empty
 * text, a suppressed one `..`, and one that cannot be `.`.
 *
 * Returns: (transfer full) (array zero-terminated=1): one text a row
 *
 * Since: 0.1
 */
char **
kkr_column_get_strings (KkrColumn *self)
{
  char **texts;

  g_return_val_if_fail (KKR_IS_COLUMN (self), NULL);
  texts = g_new0 (char *, (gsize) self->length + 1);
  for (guint row = 0; row < self->length; row++)
    texts[row] = kkr_column_dup_plain (self, row);
  return texts;
}

/**
 * kkr_column_dup_exact:
 * @self: a column
 * @row: a row, from 0
 *
 * Gives a cell with nothing lost, in the column's own unit: a whole number (øre for amounts) or a
 * fraction in lowest terms (`27/10`; for shares a fraction of 1), a label, or an ISO 8601 date. A
 * double is the shortest decimal that prints it; one too large or too small for a fraction stays
 * a decimal.
 *
 * Returns: (transfer full) (nullable): the value, %NULL if the cell holds none
 *
 * Since: 0.1
 */
char *
kkr_column_dup_exact (KkrColumn *self, guint row)
{
  KkrRational value;

  g_return_val_if_fail (KKR_IS_COLUMN (self), NULL);
  if (kkr_column_get_cell_status (self, row) != KKR_CELL_STATUS_VALUE)
    return NULL;
  if (kkr_column_get_exact (self, row, &value))
    return kkr_rational_to_string (&value);
  return kkr_column_dup_plain (self, row);
}

/**
 * kkr_column_dup_text:
 * @self: a column
 * @row: a row, from 0
 *
 * Prints a cell in Danish, see [method@Column.dup_text_in].
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_column_dup_text (KkrColumn *self, guint row)
{
  return kkr_column_dup_text_in (self, row, "da");
}

/**
 * kkr_column_dup_text_in:
 * @self: a column
 * @row: a row, from 0
 * @language: (nullable): `da` or `en`; anything else is Danish
 *
 * Prints a cell as it stands in [method@Table.to_string]: without its unit, amounts in kroner,
 * shares as per cent, rounded half away from zero to the decimals of the column, with the words of
 * its [enum@Qualifier] before it: "mere end 150". A missing value is an empty text, a suppressed
 * one `..`, and one that cannot be `.`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_column_dup_text_in (KkrColumn *self, guint row, const char *language)
{
  KkrCellStatus status;

  g_return_val_if_fail (KKR_IS_COLUMN (self), NULL);
  kkr_column_settle_decimals (self);
  status = kkr_column_get_cell_status (self, row);
  if (status != KKR_CELL_STATUS_VALUE)
    return g_strdup (get_mark (status));
  if (self->kind == KKR_COLUMN_KIND_TEXT)
    return g_strdup (kkr_column_get_label (self, row, language != NULL ? language : "da"));
  if (self->kind == KKR_COLUMN_KIND_DATE)
    return kkr_date_format (kkr_column_cell_int32 (self, row), language);
  return qualify (kkr_column_get_cell_qualifier (self, row),
                  print_cell (self, row, self->decimals, language), language);
}
