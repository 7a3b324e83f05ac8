/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/register/kkr-reading-private.h>

static const char *
name_of (KkrReading *reading, const KkrModel *model, guint name)
{
  return kkr_builder_get_name (reading->builder, KKR_NAMES_MODEL (model), name)->name;
}

static char *
dup_path (const KkrModel *model)
{
  return model->parent != NULL
           ? g_strdup_printf ("register/%s/%s", model->parent->element, model->element)
           : g_strdup_printf ("register/%s", model->element);
}

static void
report_twice (KkrReading *reading, const KkrModel *model, const guint32 *first,
              const guint32 *second, const char *name)
{
  KkrPlace place = kkr_builder_get_row_place (reading->builder, model, second);
  KkrPlace before = kkr_builder_get_row_place (reading->builder, model, first);
  g_autofree char *path = dup_path (model);

  kkr_reading_add_problem (reading, KKR_RULE_DUPLICATE_ID, &place, path, NULL,
                           _("a second \"%s\": \"%s\" found, which %s:%u:%u has already"),
                           model->element, name, before.uri, before.line, before.column);
}

typedef struct {
  KkrReading *reading;
  const KkrModel *model;
} SortRows;

static guint
valid_word (const KkrModel *model)
{
  return kkr_model_field_word (model, kkr_model_common (model, KKR_COMMON_VALID));
}

/* By parent, then by what the first field says, then by the first day, then as they were read. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const SortRows *sort = data;
  const guint32 *left = *(const guint32 *const *) a, *right = *(const guint32 *const *) b;
  guint word = kkr_model_field_word (sort->model, 0), from = valid_word (sort->model);

  if (left[KKR_ROW_NAME] != right[KKR_ROW_NAME])
    return left[KKR_ROW_NAME] < right[KKR_ROW_NAME] ? -1 : 1;
  if (left[word] != right[word])
    return left[word] < right[word] ? -1 : 1;
  if (left[from] != right[from])
    return (gint32) left[from] < (gint32) right[from] ? -1 : 1;
  return left < right ? -1 : left > right;
}

static const guint32 **
sort_rows (KkrReading *reading, const KkrModel *model, guint *n)
{
  SortRows sort = { reading, model };
  const guint32 **rows;

  *n = reading->builder->rows[model->id].n;
  rows = g_new (const guint32 *, *n);
  for (guint i = 0; i < *n; i++)
    rows[i] = kkr_builder_get_row (reading->builder, model, i);
  g_qsort_with_data (rows, (int) *n, sizeof *rows, compare_rows, &sort);
  return rows;
}

/* An id is once in its parent. A municipality may pay in several periods that do not overlap.
 * `last` is the one that reaches furthest among those that began before. */
static void
check_children (KkrReading *reading, const KkrModel *model)
{
  gboolean payer = model == &kkr_arrangement_payer_model;
  guint word = kkr_model_field_word (model, 0), from = valid_word (model), n;
  g_autofree const guint32 **rows = sort_rows (reading, model, &n);
  const guint32 *last = n > 0 ? rows[0] : NULL;

  for (guint i = 1; i < n && !reading->stopped; i++)
    {
      const guint32 *row = rows[i];
      gboolean same = row[KKR_ROW_NAME] == last[KKR_ROW_NAME] && row[word] == last[word];

      if (same && (!payer || (gint32) row[from] <= (gint32) last[from + 1]))
        report_twice (reading, model, last, row,
                      payer ? name_of (reading, &kkr_municipality_model, row[word] - 1)
                            : kkr_builder_peek_text (reading->builder, row[word]));
      if (!same || (gint32) row[from + 1] >= (gint32) last[from + 1])
        last = row;
    }
}

/* What refers to others of its kind is followed to the end, each once. `state` has, of each name,
 * the walk that came by. */
static void
check_circle (KkrReading *reading, const KkrModel *model, guint field)
{
  KkrBuilder *builder = reading->builder;
  GArray *names = builder->names[KKR_NAMES_MODEL (model)];
  guint word = kkr_model_field_word (model, field), n = builder->rows[model->id].n;
  g_autofree guint *next = g_new0 (guint, names->len + 1);
  g_autofree guint *walks = g_new0 (guint, names->len + 1);

  for (guint i = 0; i < n; i++)
    {
      const guint32 *row = kkr_builder_get_row (builder, model, i);

      next[row[KKR_ROW_NAME] + 1] = row[word];
    }
  for (guint i = 0; i < n && !reading->stopped; i++)
    {
      const guint32 *row = kkr_builder_get_row (builder, model, i);
      guint at = row[KKR_ROW_NAME] + 1;
      g_autofree char *path = NULL;
      KkrPlace place;

      while (at > 0 && walks[at] == 0)
        {
          walks[at] = i + 1;
          at = next[at];
        }
      if (at == 0 || walks[at] != i + 1)
        continue;
      path = dup_path (model);
      place = kkr_builder_get_row_place (builder, model, row);
      kkr_reading_add_problem (reading, KKR_RULE_CIRCULAR_REFERENCE, &place, path, NULL,
                               _("%s in a circle: \"%s\" found, another expected"),
                               model->fields[field].name, name_of (reading, model, at - 1));
    }
}

void
kkr_reading_check_objects (KkrReading *reading)
{
  for (guint i = 0; i < KKR_N_MODELS && !reading->stopped; i++)
    {
      const KkrModel *model = kkr_models[i];

      if (model->parent != NULL
          && (kkr_model_has_id (model) || model == &kkr_arrangement_payer_model))
        check_children (reading, model);
      for (guint j = 0; j < model->n_fields; j++)
        if (model->fields[j].kind == KKR_FIELD_REFERENCE && model->fields[j].target == model)
          check_circle (reading, model, j);
    }
}
