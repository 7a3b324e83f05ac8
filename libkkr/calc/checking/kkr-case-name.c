/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>

const KkrCase *
kkr_case_book_need (KkrCaseBook *self, const char *id, const KkrPlace *place)
{
  const KkrCase *found = kkr_case_book_find (self, id);
  g_auto (KkrNearest) nearest = { 0 };
  g_autofree char *quoted = NULL;

  if (found != NULL)
    return found;
  quoted = kkr_text_quote (id);
  kkr_nearest_init (&nearest, id, 1, FALSE);
  for (guint i = 0; i < self->cases->len; i++)
    {
      const KkrCase *one = self->cases->pdata[i];

      if (one->id != NULL)
        kkr_nearest_offer (&nearest, one->id);
    }
  kkr_case_add_problem (&self->findings, KKR_CASE_RULE_UNKNOWN_CASE, place,
                        kkr_nearest_get (&nearest), _("no such case: %s found"), quoted);
  return NULL;
}

int
kkr_case_find_row (const KkrCase *self, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->row_names, name)) - 1;
}

int
kkr_case_find_column (const KkrCase *self, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->column_names, name)) - 1;
}

int
kkr_case_need_row (KkrCaseBook *book, const KkrCase *self, const char *name,
                   const KkrPlace *place)
{
  int row = kkr_case_find_row (self, name);
  g_auto (KkrNearest) nearest = { 0 };
  g_autofree char *quoted = NULL;

  if (row >= 0)
    return row;
  quoted = kkr_text_quote (name);
  kkr_nearest_init (&nearest, name, 1, FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    kkr_nearest_offer (&nearest, g_array_index (self->rows, KkrCaseRow, i).name);
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_UNKNOWN_ROW, place,
                        kkr_nearest_get (&nearest),
                        _("no such row in the case \"%s\": %s found"), self->id, quoted);
  return -1;
}

int
kkr_case_need_column (KkrCaseBook *book, const KkrCase *self, const char *name,
                      const KkrPlace *place)
{
  int column = kkr_case_find_column (self, name);
  g_auto (KkrNearest) nearest = { 0 };
  g_autofree char *quoted = NULL;

  if (column >= 0)
    return column;
  quoted = kkr_text_quote (name);
  kkr_nearest_init (&nearest, name, 1, FALSE);
  for (guint i = 0; i < self->columns->len; i++)
    kkr_nearest_offer (&nearest, g_array_index (self->columns, KkrCaseColumn, i).name);
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_UNKNOWN_COLUMN, place,
                        kkr_nearest_get (&nearest),
                        _("no such column in the case \"%s\": %s found"), self->id, quoted);
  return -1;
}

typedef int (*Find) (const KkrCase *self, const char *name);
typedef int (*Need) (KkrCaseBook *book, const KkrCase *self, const char *name,
                     const KkrPlace *place);

static gboolean
add_range (KkrCaseBook *book, const KkrCase *self, Need need, const char *text, const char *dots,
           const KkrPlace *place, GArray *list)
{
  g_autofree char *first = g_strstrip (g_strndup (text, (gsize) (dots - text)));
  g_autofree char *last = g_strstrip (g_strdup (dots + 2));
  int from = need (book, self, first, place), to = need (book, self, last, place);

  if (from < 0 || to < 0)
    return FALSE;
  if (to < from)
    {
      kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_TARGET, place, NULL,
                            _("wrong order: \"%s\" found, which ends before it begins"), text);
      return FALSE;
    }
  for (guint i = (guint) from; i <= (guint) to; i++)
    g_array_append_val (list, i);
  return TRUE;
}

static GArray *
read_list (KkrCaseBook *book, const KkrCase *self, const KkrCaseNode *node,
           KkrCaseAttributeId attribute, Find find, Need need)
{
  const KkrPlace *place = kkr_case_node_place (node, attribute);
  g_auto (GStrv) names = g_strsplit (kkr_case_node_get (node, attribute), ";", -1);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (char **at = names; *at != NULL; at++)
    {
      const char *name = g_strstrip (*at), *dots = strstr (name, "..");
      guint index;

      if (dots != NULL && dots > name && dots[2] != '\0' && find (self, name) < 0)
        {
          if (!add_range (book, self, need, name, dots, place, list))
            return NULL;
          continue;
        }
      if (need (book, self, name, place) < 0)
        return NULL;
      index = (guint) find (self, name);
      g_array_append_val (list, index);
    }
  for (guint i = 0; i < list->len; i++)
    if (!g_hash_table_add (seen, GUINT_TO_POINTER (g_array_index (list, guint, i))))
      {
        kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_TARGET, place, NULL,
                              _("the same twice in %s: \"%s\" found, each once expected"),
                              kkr_case_attributes[attribute], kkr_case_node_get (node, attribute));
        return NULL;
      }
  return g_steal_pointer (&list);
}

GArray *
kkr_case_list_rows (KkrCaseBook *book, const KkrCase *self, const KkrCaseNode *node,
                    KkrCaseAttributeId attribute)
{
  return read_list (book, self, node, attribute, kkr_case_find_row, kkr_case_need_row);
}

GArray *
kkr_case_list_columns (KkrCaseBook *book, const KkrCase *self, const KkrCaseNode *node,
                       KkrCaseAttributeId attribute)
{
  return read_list (book, self, node, attribute, kkr_case_find_column, kkr_case_need_column);
}
