/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-qualifier.h>
#include <libkkr/register/kkr-bulk-store-private.h>
#include <libkkr/register/kkr-store-check-private.h>

static guint
count (KkrStore *store, KkrStoreSpanId span, gsize record_size)
{
  guint n;

  kkr_store_get_records (store, span, record_size, &n);
  return n;
}

static guint
count_model (KkrStore *store, const KkrModel *model)
{
  return count (store, KKR_SPAN_MODEL (model), kkr_model_n_words (model) * sizeof (guint32));
}

/* A text or none; it begins where another ends. */
static gboolean
is_text (KkrStore *store, KkrTextId text)
{
  const char *found = kkr_store_get_text (store, text);

  return text == 0 || (found != NULL && found[-1] == '\0');
}

static gboolean
has_text (KkrStore *store, KkrTextId text)
{
  return text != 0 && is_text (store, text);
}

static gboolean
are_texts (KkrStore *store, const KkrTextId *texts, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!is_text (store, texts[i]))
      return FALSE;
  return TRUE;
}

/* Texts are in UTF-8, since those who go through them letter by letter would else step over the
 * end. */
static gboolean
check_pool (KkrStore *store)
{
  const KkrStoreSpan *span = &kkr_store_get_header (store)->spans[KKR_SPAN_TEXT];
  const char *at = kkr_store_get_text (store, 1), *end;

  if (at == NULL)
    return TRUE;
  for (end = at - 1 + span->size; at < end; at += strlen (at) + 1)
    if (!g_utf8_validate (at, -1, NULL))
      return FALSE;
  return at[-1] == '\0';
}

static gboolean
check_source (KkrStore *store, gconstpointer record)
{
  const KkrSourceRecord *source = record;

  return has_text (store, source->id) && has_text (store, source->title)
         && has_text (store, source->publisher) && has_text (store, source->date)
         && is_text (store, source->uri);
}

static gboolean
check_place (KkrStore *store, const KkrPlaceRecord *place, const KkrModel *model)
{
  return has_text (store, place->text) && place->record > 0
         && place->record <= count_model (store, model);
}

static gboolean
check_region_name (KkrStore *store, gconstpointer record)
{
  return check_place (store, record, &kkr_region_model);
}

static gboolean
check_municipality_name (KkrStore *store, gconstpointer record)
{
  return check_place (store, record, &kkr_municipality_model);
}

static gboolean
check_key (KkrStore *store, gconstpointer record)
{
  const KkrKeyRecord *key = record;
  guint n_facts;

  return has_text (store, key->text) && kkr_store_get_facts (store, key, &n_facts) != NULL
         && key->subject <= strlen (kkr_store_get_text (store, key->text));
}

/* What a fact has, and what a table or column has for its cells. */
static gboolean
check_defaults (KkrStore *store, const KkrFactRecord *record)
{
  const KkrTextId texts[] = {
    record->printed, record->section, record->uri, record->level_text, record->title,
    record->title_en, record->note, record->note_en,
  };
  const guint8 precisions[] = {
    record->from_precision, record->until_precision, record->known_precision,
    record->known_until_precision,
  };

  for (guint i = 0; i < G_N_ELEMENTS (precisions); i++)
    if (precisions[i] > KKR_DATE_PRECISION_AT_LATEST)
      return FALSE;
  return are_texts (store, texts, G_N_ELEMENTS (texts))
         && record->source <= count (store, KKR_SPAN_SOURCES, sizeof (KkrSourceRecord))
         && record->unit <= KKR_UNIT_COUNT
         && record->status <= KKR_CELL_STATUS_NOT_APPLICABLE
         && record->qualifier <= KKR_QUALIFIER_UP_TO;
}

static gboolean
check_fact (KkrStore *store, gconstpointer record)
{
  const KkrFactRecord *fact = record;

  return check_defaults (store, fact) && fact->den > 0
         && fact->key < count (store, KKR_SPAN_KEYS, sizeof (KkrKeyRecord))
         && (fact->status != KKR_CELL_STATUS_VALUE || has_text (store, fact->printed));
}

static gboolean
check_table (KkrStore *store, gconstpointer record)
{
  const KkrTableRecord *table = record;
  const KkrTextId texts[] = { table->title_en, table->subject, table->subject_en };
  guint n_cells = count (store, KKR_SPAN_CELLS, sizeof (guint32));

  return check_defaults (store, &table->defaults) && has_text (store, table->key)
         && has_text (store, table->title) && are_texts (store, texts, G_N_ELEMENTS (texts))
         && kkr_store_get_table_columns (store, table) != NULL
         && kkr_store_get_table_rows (store, table) != NULL
         && (guint64) table->n_rows * table->n_columns + table->first_cell <= n_cells;
}

static gboolean
check_column (KkrStore *store, gconstpointer record)
{
  const KkrColumnRecord *column = record;

  return check_defaults (store, &column->defaults) && has_text (store, column->name)
         && has_text (store, column->title) && is_text (store, column->title_en);
}

static gboolean
check_row (KkrStore *store, gconstpointer record)
{
  const KkrRowRecord *row = record;
  const KkrTextId texts[] = { row->title, row->title_en, row->note, row->note_en };

  return has_text (store, row->subject) && are_texts (store, texts, G_N_ELEMENTS (texts));
}

static gboolean
check_cell (KkrStore *store, gconstpointer record)
{
  return *(const guint32 *) record <= count (store, KKR_SPAN_FACTS, sizeof (KkrFactRecord));
}

static const struct {
  KkrStoreSpanId span;
  gsize size;
  gboolean (*check) (KkrStore *store, gconstpointer record);
} fixed[] = {
  { KKR_SPAN_SOURCES, sizeof (KkrSourceRecord), check_source },
  { KKR_SPAN_REGION_NAMES, sizeof (KkrPlaceRecord), check_region_name },
  { KKR_SPAN_MUNICIPALITY_NAMES, sizeof (KkrPlaceRecord), check_municipality_name },
  { KKR_SPAN_KEYS, sizeof (KkrKeyRecord), check_key },
  { KKR_SPAN_FACTS, sizeof (KkrFactRecord), check_fact },
  { KKR_SPAN_TABLES, sizeof (KkrTableRecord), check_table },
  { KKR_SPAN_COLUMNS, sizeof (KkrColumnRecord), check_column },
  { KKR_SPAN_ROWS, sizeof (KkrRowRecord), check_row },
  { KKR_SPAN_CELLS, sizeof (guint32), check_cell },
};

static gboolean
check_references (KkrStore *store, const KkrModel *target, guint32 place, gboolean required)
{
  guint n_words;
  const guint32 *words = kkr_store_get_records (store, KKR_SPAN_LISTS, sizeof *words, &n_words);

  if (place == 0)
    return !required;
  if (place >= n_words || words[place] > n_words - place - 1)
    return FALSE;
  for (guint32 i = 1; i <= words[place]; i++)
    if (words[place + i] == 0 || words[place + i] > count_model (store, target))
      return FALSE;
  return TRUE;
}

static gboolean
check_field (KkrStore *store, const KkrField *field, const guint32 *words)
{
  if (kkr_field_is_text (field->kind))
    return field->required ? has_text (store, words[0]) : is_text (store, words[0]);
  switch ((int) field->kind)
    {
    case KKR_FIELD_PERIOD:
    case KKR_FIELD_DATE:
      return (words[2] & 0xff) <= KKR_DATE_PRECISION_AT_LATEST
             && words[2] >> 8 <= KKR_DATE_PRECISION_AT_LATEST;
    case KKR_FIELD_CHOICE:
      return words[0] <= g_strv_length ((char **) field->words)
             && (words[0] > 0 || !field->required);
    case KKR_FIELD_UNIT_WORD:
      return words[0] <= KKR_UNIT_COUNT;
    case KKR_FIELD_SOURCE:
      return words[0] <= count (store, KKR_SPAN_SOURCES, sizeof (KkrSourceRecord));
    case KKR_FIELD_REFERENCE:
      return words[0] <= count_model (store, field->target) && (words[0] > 0 || !field->required);
    case KKR_FIELD_REFERENCES:
      return check_references (store, field->target, words[0], field->required);
    default:
      return TRUE;
    }
}

/* Children stand by their parents, from `*parent` on. */
static gboolean
check_object (KkrStore *store, const KkrModel *model, const guint32 *words, guint32 *parent)
{
  if (model->parent != NULL)
    {
      if (*words < *parent || *words == 0 || *words > count_model (store, model->parent))
        return FALSE;
      *parent = *words++;
    }
  for (guint i = 0; i < model->n_fields; i++)
    {
      if (!check_field (store, &model->fields[i], words))
        return FALSE;
      words += kkr_field_n_words (model->fields[i].kind);
    }
  return is_text (store, words[0]);
}

static gboolean
check_objects (KkrStore *store, const KkrModel *model)
{
  guint n_words = kkr_model_n_words (model), n;
  const guint32 *words = kkr_store_get_records (store, KKR_SPAN_MODEL (model),
                                                n_words * sizeof *words, &n);
  guint32 parent = 0;

  for (guint i = 0; i < n; i++)
    if (!check_object (store, model, words + (gsize) i * n_words, &parent))
      return FALSE;
  return TRUE;
}

/* Rows of the bulk kinds have texts of their own; that the rest of them fits together is seen when
 * a table is made. */
static gboolean
check_bulk (KkrStore *store, KkrBulkId id, GError **error)
{
  g_autoptr (KkrTable) table = kkr_bulk_make_table (store, id, error);
  gsize n_columns;
  KkrColumn **columns;
  gboolean good = TRUE;

  if (table == NULL)
    return FALSE;
  columns = kkr_table_dup_columns (table, &n_columns);
  for (gsize i = 0; i < n_columns; i++)
    {
      g_auto (GStrv) texts = kkr_column_get_kind (columns[i]) == KKR_COLUMN_KIND_TEXT
                               ? kkr_column_get_strings (columns[i]) : NULL;

      for (guint j = 0; texts != NULL && texts[j] != NULL; j++)
        good = good && g_utf8_validate (texts[j], -1, NULL);
      g_object_unref (columns[i]);
    }
  g_free (columns);
  if (!good)
    kkr_bulk_set_damaged_error (&kkr_bulk_kinds[id], error);
  return good;
}

static gboolean
report (KkrStoreSpanId span, GError **error)
{
  g_set_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SYNTAX,
               _("a packed register that is damaged: bad records found in part %d, good ones "
                 "expected"), (int) span);
  return FALSE;
}

gboolean
kkr_store_check (KkrStore *store, GError **error)
{
  const KkrStoreHeader *header = kkr_store_get_header (store);

  if (!check_pool (store) || !is_text (store, header->data_version)
      || !has_text (store, header->sha256))
    return report (KKR_SPAN_TEXT, error);
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      guint n;
      const guint8 *records = kkr_store_get_records (store, fixed[i].span, fixed[i].size, &n);

      if (header->spans[fixed[i].span].size % fixed[i].size != 0)
        return report (fixed[i].span, error);
      for (guint j = 0; j < n; j++)
        if (!fixed[i].check (store, records + j * fixed[i].size))
          return report (fixed[i].span, error);
    }
  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (!check_objects (store, kkr_models[i]))
      return report (KKR_SPAN_MODEL (kkr_models[i]), error);
  for (guint i = 0; i < KKR_N_BULK; i++)
    if (!check_bulk (store, (KkrBulkId) i, error))
      return FALSE;
  return TRUE;
}
