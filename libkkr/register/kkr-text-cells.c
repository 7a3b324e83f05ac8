/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-text-cells-private.h>

void
kkr_text_cells_init (KkrTextCells *cells)
{
  cells->danish = g_ptr_array_new_with_free_func (g_free);
  cells->english = g_ptr_array_new_with_free_func (g_free);
}

void
kkr_text_cells_clear (KkrTextCells *cells)
{
  g_clear_pointer (&cells->danish, g_ptr_array_unref);
  g_clear_pointer (&cells->english, g_ptr_array_unref);
}

void
kkr_text_cells_take (KkrTextCells *cells, char *danish, char *english)
{
  g_ptr_array_add (cells->danish, danish);
  g_ptr_array_add (cells->english, english);
}

void
kkr_text_cells_add (KkrTextCells *cells, const char *danish, const char *english)
{
  kkr_text_cells_take (cells, g_strdup (danish), g_strdup (english));
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

void
kkr_text_cells_to_column (const KkrTextCells *cells, KkrTableBuilder *builder, const char *name,
                          const char *danish, const char *english)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new (), others = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gint32 *codes = g_new (gint32, cells->danish->len + 1);

  for (guint i = 0; i < cells->danish->len; i++)
    {
      const char *da = cells->danish->pdata[i], *en = cells->english->pdata[i];
      g_autofree char *both = NULL;
      gpointer code;

      codes[i] = G_MININT32;
      if (is_blank (da) && is_blank (en))
        continue;
      da = is_blank (da) ? en : da;
      en = is_blank (en) ? da : en;
      both = g_strconcat (da, "\n", en, NULL);
      if (!g_hash_table_lookup_extended (known, both, NULL, &code))
        {
          code = GUINT_TO_POINTER (labels->len);
          g_hash_table_insert (known, g_steal_pointer (&both), code);
          g_ptr_array_add (labels, (gpointer) da);
          g_ptr_array_add (others, (gpointer) en);
        }
      codes[i] = GPOINTER_TO_INT (code);
    }
  g_ptr_array_add (labels, NULL);
  g_ptr_array_add (others, NULL);
  kkr_table_builder_add_codes (builder, name, danish, english, codes, cells->danish->len,
                               (const char *const *) labels->pdata);
  kkr_table_builder_set_labels_in_english (builder, name, (const char *const *) others->pdata);
}
