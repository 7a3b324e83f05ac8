/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-printed-grid-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>

/* What the numbers of a column say of how they are written. */
typedef struct {
  guint n_danish;  /* that can be nothing else */
  guint n_english; /* likewise */
  guint n_dotted;  /* "1.234" */
  guint n_plain;   /* "345", which has no decimals where others would have three */
  const KkrPrintedField *comma; /* one such as "1,234" */
} Evidence;

static void
weigh (Evidence *evidence, guint forms, const KkrPrintedField *field)
{
  if (forms == KKR_PRINTED_DANISH)
    evidence->n_danish++;
  else if (forms == KKR_PRINTED_ENGLISH)
    evidence->n_english++;
  else if (forms & KKR_PRINTED_DOTTED)
    evidence->n_dotted++;
  else if (forms & KKR_PRINTED_SAME)
    evidence->n_plain += !(forms & KKR_PRINTED_TICK) && strpbrk (field->text, "123456789") != NULL;
  else if (forms != 0 && evidence->comma == NULL)
    evidence->comma = field;
}

static Evidence
weigh_column (const KkrPrintedGrid *grid, const KkrPrintedShape *shape, guint column)
{
  Evidence evidence = { 0 };

  for (guint i = shape->n_headings; i < shape->n_records; i++)
    if (!shape->skipped[i])
      weigh (&evidence, shape->forms[i * grid->n_columns + column],
             kkr_printed_grid_get_field (grid, i, column));
  return evidence;
}

/* Neither a column nor the others say how "1,234" is meant. */
static gboolean
refuse (const KkrPrintedField *field, GError **error)
{
  g_autofree char *quoted = kkr_text_quote (field->text);

  return kkr_printed_fail (error, field->line, field->column,
                           g_strdup_printf (_("a comma that can part thousands or decimals: %s "
                                              "found, a table in which other numbers tell which, "
                                              "or the decimal sign expected"), quoted));
}

/* In such a text a comma is a decimal sign. */
static gboolean
is_danish (const KkrPrintedGrid *grid)
{
  static const char *const letters[] = { "æ", "ø", "å", "Æ", "Ø", "Å", "kr." };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (strstr (grid->title->str, letters[i]) != NULL)
        return TRUE;
      for (guint j = 0; j < grid->fields->len; j++)
        if (strstr (g_array_index (grid->fields, KkrPrintedField, j).text, letters[i]) != NULL)
          return TRUE;
    }
  return FALSE;
}

/* A column is written in one way. One that does not tell which is written as the others are. A dot
 * before three digits parts thousands where nothing speaks against it, as in the documents that
 * such tables come from. A comma there parts thousands where other numbers have no decimals, and is
 * a decimal sign where the words are Danish; just one of the two has to hold. */
gboolean
kkr_printed_find_forms (const KkrPrintedGrid *grid, const KkrPrintedShape *shape,
                        const char *decimal_sign, gboolean *english, GError **error)
{
  guint n_danish = 0, n_english = 0;

  for (guint i = 0; i < grid->n_columns; i++)
    if (shape->roles[i] == KKR_PRINTED_NUMBERS)
      {
        Evidence evidence = weigh_column (grid, shape, i);

        english[i] = evidence.n_english > evidence.n_danish;
        n_english += evidence.n_english;
        n_danish += evidence.n_danish;
      }
  for (guint i = 0; i < grid->n_columns; i++)
    {
      Evidence evidence = weigh_column (grid, shape, i);

      if (shape->roles[i] != KKR_PRINTED_NUMBERS)
        continue;
      if (decimal_sign != NULL)
        english[i] = *decimal_sign == '.';
      else if (evidence.n_danish == 0 && evidence.n_english == 0)
        {
          gboolean alone = evidence.comma != NULL && evidence.n_dotted == 0 && n_danish == 0
                           && n_english == 0;

          if (alone && (evidence.n_plain > 0) == is_danish (grid))
            return refuse (evidence.comma, error);
          english[i] = alone ? evidence.n_plain > 0 : n_english > n_danish;
        }
    }
  return TRUE;
}
