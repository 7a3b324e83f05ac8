/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-place-days-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>

/* A code that occurs, of either table. Equal ones are one place. */
typedef struct {
  const char *text;
  gint64 number;
  gint32 *rank;
  gboolean is_opening;
} Name;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *one = a, *two = b;

  if (one->text != NULL)
    return strcmp (one->text, two->text);
  return (one->number > two->number) - (one->number < two->number);
}

/* Marks the codes that occur by a rank of 0, and counts them. */
static gsize
mark_codes (KkrPlaceDaysInput *input)
{
  gsize n = 0;

  input->ranks = g_new (gint32, (gsize) input->n_codes + 1);
  for (guint i = 0; i < input->n_codes; i++)
    input->ranks[i] = -1;
  for (gsize i = 0; i < input->rows.n_rows; i++)
    {
      gint32 *rank = &input->ranks[input->rows.codes[i]];

      n += *rank < 0;
      *rank = 0;
    }
  input->rows.ranks = input->ranks;
  return n;
}

static Name *
list_names (const KkrPlaceDaysInput *input, gboolean is_opening, Name *names)
{
  for (guint i = 0; i < input->n_codes; i++)
    if (input->ranks[i] == 0)
      *names++ = (Name) {
        .text = input->labels != NULL ? input->labels[i] : NULL,
        .number = input->labels != NULL ? 0 : input->numbers[i],
        .rank = &input->ranks[i],
        .is_opening = is_opening,
      };
  return names;
}

static gboolean
fail_for_unknown (KkrPlaceDaysCall *call, gint32 rank, GError **error)
{
  const KkrPlaceRows *rows = &call->stays.rows;
  g_autofree char *place = NULL, *quoted = NULL;
  gsize row = 0;

  while (rows->ranks[rows->codes[row]] != rank)
    row++;
  place = kkr_column_dup_plain (call->stays.place, (guint) row);
  quoted = kkr_text_quote (place);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("row %zu: no such place: %s found, one of the places of the openings expected"),
               row + 1, quoted);
  return FALSE;
}

gboolean
kkr_place_days_call_rank (KkrPlaceDaysCall *call, GError **error)
{
  const gsize n = mark_codes (&call->stays) + mark_codes (&call->openings);
  g_autofree Name *names = g_new (Name, n + 1);
  const gboolean are_texts = call->stays.place->kind == KKR_COLUMN_KIND_TEXT;
  gboolean is_open = TRUE;

  list_names (&call->openings, TRUE, list_names (&call->stays, FALSE, names));
  qsort (names, n, sizeof *names, compare_names);
  call->texts = g_new0 (const char *, n + 1);
  call->numbers = g_new0 (gint64, n + 1);
  for (gsize first = 0, after; first < n; first = after)
    {
      const gint32 rank = (gint32) call->n_places++;

      call->texts[rank] = are_texts ? names[first].text : NULL;
      call->numbers[rank] = names[first].number;
      is_open = call->openings.table == NULL;
      for (after = first; after < n && compare_names (&names[first], &names[after]) == 0; after++)
        {
          *names[after].rank = rank;
          is_open = is_open || names[after].is_opening;
        }
      if (!is_open)
        return fail_for_unknown (call, rank, error);
    }
  return TRUE;
}
