/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-number-private.h>

/* How far it is from a municipality to an offer. Only municipalities of persons are kept. */

/* Farther than around the world is a slip. */
#define MAX_METRES 40075000

static gboolean
read_metres (KkrMatching *self, guint row, gint64 *metres)
{
  const KkrRational thousand = KKR_RATIONAL_INT (1000);
  const KkrRational km = kkr_sheet_get_number (self->distance_sheet, row,
                                               KKR_MATCHING_DISTANCE_KM);
  KkrRational exact;
  g_autofree char *found = NULL, *from = NULL, *to = NULL;

  if (kkr_rational_multiply (&km, &thousand, &exact)
      && kkr_rational_round (&exact, KKR_ROUNDING_MODE_HALF_AWAY, 1, metres)
      && *metres >= 0 && *metres <= MAX_METRES)
    return TRUE;
  found = kkr_message_number (&km);
  from = kkr_text_quote (kkr_sheet_get_text (self->distance_sheet, row,
                                             KKR_MATCHING_DISTANCE_MUNICIPALITY));
  to = kkr_text_quote (kkr_sheet_get_text (self->distance_sheet, row,
                                           KKR_MATCHING_DISTANCE_OFFER));
  kkr_matching_report (self, self->distance_sheet, row, KKR_MATCHING_DISTANCE_KM,
                       KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("%s to %s: no distance: %s km found, 0 to %d expected"), from, to, found,
                       MAX_METRES / 1000);
  return FALSE;
}

static void
set_distance (KkrMatching *self, guint row, guint from, guint offer, gint64 metres)
{
  gint32 *cell = &self->texts->distances[(gsize) from * self->n_offers + offer];
  g_autofree char *one = NULL, *two = NULL;

  if (*cell >= 0 && *cell != metres)
    {
      one = kkr_text_quote (kkr_sheet_get_text (self->distance_sheet, row,
                                                KKR_MATCHING_DISTANCE_MUNICIPALITY));
      two = kkr_text_quote (self->offers[offer].name);
      kkr_matching_report (self, self->distance_sheet, row, KKR_MATCHING_DISTANCE_KM,
                           KKR_CALC_ERROR_INCONSISTENT,
                           _("%s to %s: another distance than before: %lld metres found, %d "
                             "expected"), one, two, (long long) metres, *cell);
    }
  *cell = (gint32) metres;
}

void
kkr_matching_read_distances (KkrMatching *self)
{
  KkrMatchingTexts *texts = self->texts;
  const guint n = kkr_sheet_get_n_rows (self->distance_sheet);
  const guint n_known = texts->municipalities->len;

  texts->distance_rows = g_new (guint, (gsize) n_known + 1);
  for (guint i = 0; i < n_known; i++)
    texts->distance_rows[i] = KKR_MATCHING_NONE;
  for (guint i = 0; i < self->n_persons; i++)
    {
      const guint at = self->persons[i].municipality;

      if (at != KKR_MATCHING_NONE && texts->distance_rows[at] == KKR_MATCHING_NONE)
        texts->distance_rows[at] = texts->n_distance_rows++;
    }
  if (n == 0)
    texts->n_distance_rows = 0;
  texts->distances = g_new (gint32, (gsize) texts->n_distance_rows * self->n_offers + 1);
  for (gsize i = 0; i < (gsize) texts->n_distance_rows * self->n_offers; i++)
    texts->distances[i] = -1;
  for (guint row = 0; row < n; row++)
    {
      const guint at
        = kkr_matching_read_municipality (self,
                                          kkr_sheet_get_text (self->distance_sheet, row,
                                                              KKR_MATCHING_DISTANCE_MUNICIPALITY));
      const guint offer
        = kkr_matching_find_offer (self, kkr_sheet_get_text (self->distance_sheet, row,
                                                             KKR_MATCHING_DISTANCE_OFFER));
      gint64 metres;

      self->texts->n_unknown_distances += offer == KKR_MATCHING_NONE;
      if (read_metres (self, row, &metres) && at < n_known && offer != KKR_MATCHING_NONE
          && texts->distance_rows[at] != KKR_MATCHING_NONE)
        set_distance (self, row, texts->distance_rows[at], offer, metres);
    }
}

gint64
kkr_matching_get_distance (const KkrMatching *self, guint person, guint offer)
{
  const KkrMatchingTexts *texts = self->texts;
  const guint at = self->persons[person].municipality;

  if (texts->n_distance_rows == 0 || at == KKR_MATCHING_NONE
      || texts->distance_rows[at] == KKR_MATCHING_NONE)
    return -1;
  return texts->distances[(gsize) texts->distance_rows[at] * self->n_offers + offer];
}
