/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-row-places-private.h>

typedef struct {
  char **uris;
  GArray *rows; /* KkrRowPlace */
} Places;

static GQuark
places_quark (void)
{
  return g_quark_from_static_string ("kkr-row-places");
}

static void
free_places (gpointer data)
{
  Places *places = data;

  g_strfreev (places->uris);
  g_array_unref (places->rows);
  g_free (places);
}

void
kkr_table_take_row_places (KkrTable *table, char **uris, GArray *places)
{
  Places *kept = g_new (Places, 1);

  *kept = (Places) { uris, places };
  g_object_set_qdata_full (G_OBJECT (table), places_quark (), kept, free_places);
}

char *
kkr_table_dup_row_place (KkrTable *table, guint row)
{
  const Places *places = g_object_get_qdata (G_OBJECT (table), places_quark ());
  const KkrRowPlace *at;

  if (places == NULL || row >= places->rows->len)
    return NULL;
  at = &g_array_index (places->rows, KkrRowPlace, row);
  return g_strdup_printf ("%s:%u", places->uris[at->file], at->line);
}
