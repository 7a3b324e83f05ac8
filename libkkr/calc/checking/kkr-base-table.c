/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-base-search-private.h>

#include <libkkr/table/kkr-table-builder-private.h>

static gint64
get_base (const KkrBaseSearch *self, guint row)
{
  return g_array_index (self->bases, gint64, row);
}

/* "22; 20; 16-17", and how much they are together at least and at most. */
static char *
dup_counts (const KkrBaseSearch *self, gint64 base, gint64 *lowest, gint64 *highest)
{
  g_autoptr (GString) text = g_string_new (NULL);

  *lowest = *highest = 0;
  for (guint i = 0; i < self->percentages->len; i++)
    {
      gint64 from = 0, to = 0;

      kkr_base_search_counts (self, i, base, &from, &to);
      g_string_append_printf (text, "%s%lld", i > 0 ? "; " : "", (long long) from);
      if (to > from)
        g_string_append_printf (text, "-%lld", (long long) to);
      *lowest += from;
      *highest += to;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

KkrTable *
kkr_base_search_build_bases (const KkrBaseSearch *self, GError **error)
{
  static const char *const keys[] = { "base", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("bases", "Mulige grundtal",
                                                               "Possible bases");
  guint n = self->bases->len;
  g_auto (GStrv) counts = g_new0 (char *, n + 1);
  g_autofree gint64 *lowest = g_new (gint64, MAX (n, 1)), *highest = g_new (gint64, MAX (n, 1));
  g_autofree gint32 *whole = g_new (gint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      counts[i] = dup_counts (self, get_base (self, i), &lowest[i], &highest[i]);
      whole[i] = lowest[i] <= get_base (self, i) && get_base (self, i) <= highest[i];
    }
  kkr_table_builder_add_int64 (builder, "base", "Grundtal", "Base", KKR_UNIT_COUNT,
                               (const gint64 *) (gpointer) self->bases->data, n);
  kkr_table_builder_add_text (builder, "counts", "Antal", "Counts", (const char *const *) counts);
  kkr_table_builder_add_int64 (builder, "lowest", "Tilsammen mindst", "Together at least",
                               KKR_UNIT_COUNT, lowest, n);
  kkr_table_builder_add_int64 (builder, "highest", "Tilsammen højst", "Together at most",
                               KKR_UNIT_COUNT, highest, n);
  kkr_table_builder_add_yes_no (builder, "whole", "Kan udgøre det hele", "Can make up the whole",
                                whole, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_base_search_build_counts (const KkrBaseSearch *self, GError **error)
{
  static const char *const keys[] = { "base", "place", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("counts", "Antal bag procenterne",
                                                               "Counts behind the percentages");
  guint k = self->percentages->len, n = self->bases->len * k;
  g_autofree gint64 *bases = g_new (gint64, MAX (n, 1)), *places = g_new (gint64, MAX (n, 1));
  g_autofree gint64 *from = g_new (gint64, MAX (n, 1)), *to = g_new (gint64, MAX (n, 1));
  g_autofree const char **texts = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      bases[i] = get_base (self, i / k);
      places[i] = i % k + 1;
      texts[i] = g_array_index (self->percentages, KkrPercentage, i % k).text;
      kkr_base_search_counts (self, i % k, bases[i], &from[i], &to[i]);
    }
  kkr_table_builder_add_int64 (builder, "base", "Grundtal", "Base", KKR_UNIT_COUNT, bases, n);
  kkr_table_builder_add_int64 (builder, "place", "Nr.", "No.", KKR_UNIT_NONE, places, n);
  kkr_table_builder_add_text (builder, "percentage", "Trykt", "Printed", texts);
  kkr_table_builder_add_int64 (builder, "from", "Antal, mindst", "Count, at least", KKR_UNIT_COUNT,
                               from, n);
  kkr_table_builder_add_int64 (builder, "to", "Antal, højst", "Count, at most", KKR_UNIT_COUNT, to,
                               n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
