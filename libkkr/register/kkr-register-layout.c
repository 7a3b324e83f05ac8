/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-register-layout-private.h>

const char *
kkr_layout_get_text (const KkrLayout *layout, KkrTextId text)
{
  const char *found = kkr_store_get_text (layout->store, text);

  return found != NULL ? found : "";
}

/* One total, above or below all other rows, is no row. Several are. */
static guint
find_total (const KkrRowRecord *rows, guint n_rows)
{
  guint n = 0, total = n_rows;

  for (guint i = 0; i < n_rows; i++)
    if (rows[i].total != 0)
      {
        total = i;
        n++;
      }
  return n == 1 && (total == 0 || total + 1 == n_rows) ? total : n_rows;
}

gboolean
kkr_layout_init (KkrLayout *layout, KkrRegister *reg, const char *key)
{
  KkrStore *store = kkr_register_get_store (reg);
  const KkrTableRecord *table = store != NULL ? kkr_store_find_table (store, key) : NULL;
  const char *danish, *english;

  *layout = (KkrLayout) { .reg = reg, .store = store, .table = table };
  if (table == NULL || (layout->columns = kkr_store_get_table_columns (store, table)) == NULL
      || (layout->rows = kkr_store_get_table_rows (store, table)) == NULL)
    return FALSE;
  layout->total = find_total (layout->rows, table->n_rows);
  layout->shown = g_new (guint, table->n_rows + 1);
  for (guint i = 0; i < table->n_rows; i++)
    if (i != layout->total)
      layout->shown[layout->n_shown++] = i;
  danish = kkr_layout_get_text (layout, table->title);
  english = kkr_store_get_text (store, table->title_en);
  layout->builder = kkr_table_builder_new (key, danish, english != NULL ? english : danish);
  return TRUE;
}

void
kkr_layout_clear (KkrLayout *layout)
{
  g_free (layout->shown);
  g_object_unref (layout->builder);
}

/* An overlay has all facts of the keys that it touches. That which took the place of another has
 * its period, level and day of becoming known. */
gboolean
kkr_layout_get_cell (const KkrLayout *layout, guint row, guint column, KkrLayoutCell *cell)
{
  const KkrFactRecord *base = kkr_store_get_cell (layout->store, layout->table, row, column);
  const KkrKeyRecord *keys;
  guint n_keys;

  *cell = (KkrLayoutCell) { .record = base, .facts = { .store = layout->store } };
  if (base == NULL || kkr_register_get_delta (layout->reg) == NULL)
    return base != NULL;
  keys = kkr_store_get_keys (layout->store, &n_keys);
  if (base->key >= n_keys
      || !kkr_register_find_key_facts (layout->reg,
                                       kkr_layout_get_text (layout, keys[base->key].text),
                                       &cell->facts))
    return FALSE;
  for (guint i = 0; i < cell->facts.n_facts; i++)
    {
      cell->record = &cell->facts.facts[i];
      if (cell->record->from == base->from && cell->record->until == base->until
          && cell->record->known == base->known && cell->record->level == base->level)
        return TRUE;
    }
  return FALSE;
}

/* A name that none of the table's own columns has. */
static char *
free_name (const KkrLayout *layout, const char *wanted)
{
  char *name = g_strdup (wanted);

  for (guint i = 0; i < layout->table->n_columns; i++)
    if (g_strcmp0 (kkr_store_get_text (layout->store, layout->columns[i].name), name) == 0)
      {
        char *longer = g_strconcat ("row-", name, NULL);

        g_free (name);
        name = longer;
        i = G_MAXUINT;
      }
  return name;
}

/* One text a row in Danish and English; a row may have none. */
static void
add_labels (const KkrLayout *layout, const char *name, const char *danish, const char *english,
            const char *const *labels, const char *const *labels_en)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) in_danish = g_ptr_array_new (), in_english = g_ptr_array_new ();
  g_autofree gint32 *codes = g_new (gint32, layout->n_shown + 1);

  for (guint i = 0; i < layout->n_shown; i++)
    {
      gpointer code = NULL;

      codes[i] = G_MININT32;
      if (labels[i] == NULL)
        continue;
      if (!g_hash_table_lookup_extended (known, labels[i], NULL, &code))
        {
          code = GUINT_TO_POINTER (in_danish->len);
          g_hash_table_insert (known, (gpointer) labels[i], code);
          g_ptr_array_add (in_danish, (gpointer) labels[i]);
          g_ptr_array_add (in_english,
                           (gpointer) (labels_en[i] != NULL ? labels_en[i] : labels[i]));
        }
      codes[i] = GPOINTER_TO_INT (code);
    }
  g_ptr_array_add (in_danish, NULL);
  g_ptr_array_add (in_english, NULL);
  kkr_table_builder_add_codes (layout->builder, name, danish, english, codes, layout->n_shown,
                               (const char *const *) in_danish->pdata);
  kkr_table_builder_set_labels_in_english (layout->builder, name,
                                           (const char *const *) in_english->pdata);
}

/* Totals among the rows are no municipalities. */
static void
add_municipalities (const KkrLayout *layout, const char *danish, const char *english)
{
  g_autofree char *code_name = free_name (layout, "code");
  g_autofree char *name = free_name (layout, "municipality");
  g_autofree gint64 *codes = g_new (gint64, layout->n_shown + 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *key[] = { code_name, name, NULL };

  for (guint i = 0; i < layout->n_shown; i++)
    {
      const KkrRowRecord *row = &layout->rows[layout->shown[i]];
      const char *subject = kkr_layout_get_text (layout, row->subject);
      const char *title = kkr_store_get_text (layout->store, row->title);
      g_autoptr (KkrMunicipality) municipality =
        row->total == 0 ? kkr_register_find_municipality (layout->reg, subject, NULL) : NULL;

      codes[i] = municipality != NULL ? kkr_municipality_get_code (municipality) : G_MININT64;
      if (municipality != NULL)
        title = kkr_municipality_get_name (municipality);
      g_ptr_array_add (names, g_strdup (title != NULL ? title : subject));
    }
  g_ptr_array_add (names, NULL);
  kkr_table_builder_add_int64 (layout->builder, code_name, "Kode", "Code", KKR_UNIT_NONE, codes,
                               layout->n_shown);
  for (guint i = 0; i < layout->n_shown; i++)
    if (codes[i] == G_MININT64)
      kkr_table_builder_set_status (layout->builder, code_name, i, KKR_CELL_STATUS_NOT_APPLICABLE);
  kkr_table_builder_add_text (layout->builder, name, danish != NULL ? danish : "Kommune",
                              english != NULL ? english : "Municipality",
                              (const char *const *) names->pdata);
  kkr_table_builder_set_key (layout->builder, key);
}

static void
add_ids (const KkrLayout *layout, const char *danish, const char *english)
{
  g_autofree char *id_name = free_name (layout, "subject"), *name = free_name (layout, "title");
  g_autofree const char **ids = g_new0 (const char *, layout->n_shown + 1);
  g_autofree const char **titles = g_new0 (const char *, layout->n_shown + 1);
  g_autofree const char **titles_en = g_new0 (const char *, layout->n_shown + 1);
  const char *key[] = { id_name, NULL, NULL };

  for (guint i = 0; i < layout->n_shown; i++)
    {
      const KkrRowRecord *row = &layout->rows[layout->shown[i]];

      ids[i] = kkr_layout_get_text (layout, row->subject);
      titles[i] = kkr_store_get_text (layout->store, row->title);
      titles_en[i] = kkr_store_get_text (layout->store, row->title_en);
      if (titles[i] != NULL)
        key[1] = name;
    }
  kkr_table_builder_add_text (layout->builder, id_name,
                              key[1] != NULL || danish == NULL ? "Nøgle" : danish,
                              key[1] != NULL || english == NULL ? "Key" : english, ids);
  if (key[1] != NULL)
    add_labels (layout, name, danish != NULL ? danish : "Række", english != NULL ? english : "Row",
                titles, titles_en);
  kkr_table_builder_set_key (layout->builder, key);
}

void
kkr_layout_add_subjects (const KkrLayout *layout)
{
  const char *danish = kkr_store_get_text (layout->store, layout->table->subject);
  const char *english = kkr_store_get_text (layout->store, layout->table->subject_en);

  if (english == NULL)
    english = danish;
  if ((layout->table->flags & KKR_TABLE_MUNICIPALITIES) != 0)
    add_municipalities (layout, danish, english);
  else
    add_ids (layout, danish, english);
}

void
kkr_layout_add_notes (const KkrLayout *layout)
{
  g_autofree char *name = free_name (layout, "note");
  g_autofree const char **notes = g_new0 (const char *, layout->n_shown + 1);
  g_autofree const char **notes_en = g_new0 (const char *, layout->n_shown + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < layout->n_shown; i++)
    {
      const KkrRowRecord *row = &layout->rows[layout->shown[i]];

      notes[i] = kkr_store_get_text (layout->store, row->note);
      notes_en[i] = kkr_store_get_text (layout->store, row->note_en);
      any = any || notes[i] != NULL;
    }
  if (any)
    add_labels (layout, name, "Bemærkning", "Note", notes, notes_en);
}
