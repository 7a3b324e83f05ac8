/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-place-private.h>
#include <libkkr/register/kkr-register-builder-private.h>

/* How the rows of sources, tables and objects become records: in their order, and with references
 * to records instead of names. */

typedef struct {
  KkrBuilder *builder;
  KkrNamesId names;
  gsize name; /* where the name's number stands in a row, in bytes */
} SortRows;

static guint
row_name (const SortRows *sort, gconstpointer row)
{
  return *(const guint *) ((const guint8 *) row + sort->name);
}

/* Ids sort as texts do; so do codes, all of which have as many digits. */
static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const SortRows *sort = data;

  return strcmp (kkr_builder_get_name (sort->builder, sort->names, row_name (sort, a))->name,
                 kkr_builder_get_name (sort->builder, sort->names, row_name (sort, b))->name);
}

static void
number_rows (const SortRows *sort, gpointer rows, guint n_rows, gsize row_size)
{
  g_qsort_with_data (rows, (int) n_rows, row_size, compare_names, (gpointer) sort);
  for (guint i = 0; i < n_rows; i++)
    kkr_builder_get_name (sort->builder, sort->names,
                          row_name (sort, (guint8 *) rows + i * row_size))->final = i + 1;
}

static int
compare_children (gconstpointer a, gconstpointer b, gpointer data)
{
  const SortRows *sort = data;
  KkrRecordId left = kkr_builder_final (sort->builder, sort->names, row_name (sort, a) + 1);
  KkrRecordId right = kkr_builder_final (sort->builder, sort->names, row_name (sort, b) + 1);

  return left < right ? -1 : left > right;
}

void
kkr_builder_number (KkrBuilder *builder)
{
  SortRows sources = { builder, KKR_NAMES_SOURCES, G_STRUCT_OFFSET (KkrSourceRow, name) };
  SortRows tables = { builder, KKR_NAMES_TABLES, G_STRUCT_OFFSET (KkrTableRow, name) };

  number_rows (&sources, builder->sources->data, builder->sources->len, sizeof (KkrSourceRow));
  number_rows (&tables, builder->tables->data, builder->tables->len, sizeof (KkrTableRow));
  /* Parents come before their children. */
  for (guint i = 0; i < KKR_N_MODELS; i++)
    {
      const KkrModel *model = kkr_models[i];
      KkrRows *rows = &builder->rows[i];
      gsize size = rows->stride * sizeof (guint32);
      SortRows sort = { builder, KKR_NAMES_MODEL (model->parent != NULL ? model->parent : model),
                        KKR_ROW_NAME * sizeof (guint32) };

      if (model->parent == NULL)
        number_rows (&sort, rows->words->data, rows->n, size);
      else
        g_qsort_with_data (rows->words->data, (int) rows->n, size, compare_children, &sort);
    }
}

KkrRecordId
kkr_builder_final (KkrBuilder *builder, KkrNamesId names, guint name_plus_1)
{
  return name_plus_1 > 0 ? kkr_builder_get_name (builder, names, name_plus_1 - 1)->final : 0;
}

/* The list itself is rewritten, too, when its field is come to. */
static void
pack_list (KkrBuilder *builder, KkrNamesId names, guint32 place)
{
  guint32 *list = &g_array_index (builder->lists, guint32, place);

  for (guint32 i = 1; place > 0 && i <= list[0]; i++)
    list[i] = kkr_builder_final (builder, names, list[i]);
}

void
kkr_builder_pack_model (KkrBuilder *builder, GByteArray *block, const KkrModel *model)
{
  KkrRows *rows = &builder->rows[model->id];

  for (guint i = 0; i < rows->n; i++)
    {
      guint32 *row = kkr_builder_get_row (builder, model, i), *word = row + KKR_ROW_WORDS;

      if (model->parent != NULL)
        *word++ = kkr_builder_final (builder, KKR_NAMES_MODEL (model->parent),
                                     row[KKR_ROW_NAME] + 1);
      for (guint j = 0; j < model->n_fields; j++)
        {
          const KkrField *field = &model->fields[j];

          if (field->kind == KKR_FIELD_SOURCE)
            *word = kkr_builder_final (builder, KKR_NAMES_SOURCES, *word);
          else if (field->kind == KKR_FIELD_REFERENCE)
            *word = kkr_builder_final (builder, KKR_NAMES_MODEL (field->target), *word);
          else if (field->kind == KKR_FIELD_REFERENCES)
            pack_list (builder, KKR_NAMES_MODEL (field->target), *word);
          word += kkr_field_n_words (field->kind);
        }
      g_byte_array_append (block, (const guint8 *) (row + KKR_ROW_WORDS),
                           (rows->stride - KKR_ROW_WORDS) * (guint) sizeof *row);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer builder)
{
  return strcmp (kkr_builder_peek_text (builder, ((const KkrPlaceRecord *) a)->text),
                 kkr_builder_peek_text (builder, ((const KkrPlaceRecord *) b)->text));
}

/* So that a name is folded when it is packed and not each time one is looked for. */
void
kkr_builder_pack_places (KkrBuilder *builder, GByteArray *block, const KkrModel *model)
{
  guint n = builder->rows[model->id].n;
  guint word = kkr_model_field_word (model, kkr_model_find_field (model, "name"));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (KkrPlaceRecord));

  for (guint i = 0; i < n; i++)
    {
      KkrTextId name = kkr_builder_get_row (builder, model, i)[word];
      g_autofree char *folded = kkr_place_fold (kkr_builder_peek_text (builder, name));
      KkrPlaceRecord place = { kkr_builder_text (builder, folded), i + 1 };

      g_array_append_val (places, place);
    }
  g_array_sort_with_data (places, compare_places, builder);
  g_byte_array_append (block, (const guint8 *) places->data,
                       places->len * (guint) sizeof (KkrPlaceRecord));
}
