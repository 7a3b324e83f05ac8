/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-column-joiner-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/table/kkr-column-private.h>

/* What of each row is kept in arrays of their own. */
enum {
  VALUES,
  STATUSES,
  QUALIFIERS,
  EXACT,
  N_ARRAYS
};

struct _KkrColumnJoiner {
  KkrColumn *joined;
  gboolean is_ended;
  gpointer arrays[N_ARRAYS];
  gsize sizes[N_ARRAYS]; /* of an item, 0 for what the column has none of */
  gsize room;
  gsize length;
  gboolean has_qualifiers;
  GHashTable *codes; /* label -> its number */
  GPtrArray *labels[3]; /* as programs get them, in English, in Danish */
};

KkrColumnJoiner *
kkr_column_joiner_new (void)
{
  KkrColumnJoiner *self = g_new0 (KkrColumnJoiner, 1);

  self->codes = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++)
    self->labels[i] = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
kkr_column_joiner_free (KkrColumnJoiner *self)
{
  g_clear_object (&self->joined);
  for (guint i = 0; i < N_ARRAYS; i++)
    kkr_memory_free (self->arrays[i]);
  g_hash_table_unref (self->codes);
  for (guint i = 0; i < G_N_ELEMENTS (self->labels); i++)
    g_ptr_array_unref (self->labels[i]);
  g_free (self);
}

static void
begin (KkrColumnJoiner *self, KkrColumn *like)
{
  gboolean is_code = like->kind == KKR_COLUMN_KIND_TEXT || like->kind == KKR_COLUMN_KIND_DATE;

  self->joined = kkr_column_new (like->name, like->danish, like->english, like->kind, like->unit);
  self->sizes[VALUES] = is_code ? sizeof (gint32) : sizeof (gint64);
  self->sizes[STATUSES] = 1;
  self->sizes[QUALIFIERS] = 1;
  self->sizes[EXACT] = like->kind == KKR_COLUMN_KIND_RATIO ? sizeof (KkrRational) : 0;
}

static gboolean
make_room (KkrColumnJoiner *self, gsize n_more, GError **error)
{
  gsize room = MAX (self->length + n_more, self->room * 2);
  gpointer grown[N_ARRAYS] = { NULL };
  gboolean ok = TRUE;

  if (self->length + n_more <= self->room)
    return TRUE;
  for (guint i = 0; i < N_ARRAYS && ok; i++)
    if (self->sizes[i] > 0)
      {
        grown[i] = kkr_memory_try_new (room * self->sizes[i]);
        ok = grown[i] != NULL;
      }
  for (guint i = 0; i < N_ARRAYS; i++)
    if (!ok)
      kkr_memory_free (grown[i]);
    else if (self->sizes[i] > 0)
      {
        if (self->length > 0)
          memcpy (grown[i], self->arrays[i], self->length * self->sizes[i]);
        kkr_memory_free (self->arrays[i]);
        self->arrays[i] = grown[i];
      }
  if (!ok)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
                 _("not enough memory: %zu rows of column \"%s\" found, as many as there is memory "
                   "for expected"), self->length + n_more, self->joined->name);
  else
    self->room = room;
  return ok;
}

static gint32
find_code (KkrColumnJoiner *self, KkrColumn *column, guint row)
{
  const char *const texts[] = { kkr_column_get_label (column, row, NULL),
                                kkr_column_get_label (column, row, "en"),
                                kkr_column_get_label (column, row, "da") };
  gpointer code;

  if (!g_hash_table_lookup_extended (self->codes, texts[0], NULL, &code))
    {
      code = GUINT_TO_POINTER (self->labels[0]->len);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_ptr_array_add (self->labels[i], g_strdup (texts[i]));
      g_hash_table_insert (self->codes, self->labels[0]->pdata[self->labels[0]->len - 1], code);
    }
  return GPOINTER_TO_INT (code);
}

static void
add_cell (KkrColumnJoiner *self, KkrColumn *column, guint row, gsize to)
{
  KkrCellStatus status = kkr_column_cell_status (column, row);
  KkrQualifier qualifier = kkr_column_get_cell_qualifier (column, row);

  ((guint8 *) self->arrays[STATUSES])[to] = (guint8) status;
  ((guint8 *) self->arrays[QUALIFIERS])[to] = (guint8) qualifier;
  self->has_qualifiers |= qualifier != KKR_QUALIFIER_UNSET;
  self->joined->n_without_value += status != KKR_CELL_STATUS_VALUE;
  if (self->sizes[EXACT] > 0)
    ((KkrRational *) self->arrays[EXACT])[to] = column->exact[kkr_column_at (column, row)];
  if (column->kind == KKR_COLUMN_KIND_TEXT && status == KKR_CELL_STATUS_VALUE)
    ((gint32 *) self->arrays[VALUES])[to] = find_code (self, column, row);
  else if (self->sizes[VALUES] == sizeof (gint32))
    ((gint32 *) self->arrays[VALUES])[to] = kkr_column_cell_int32 (column, row);
  else
    ((gint64 *) self->arrays[VALUES])[to] = kkr_column_cell_int64 (column, row);
}

gboolean
kkr_column_joiner_add (KkrColumnJoiner *self, KkrColumn *column, GError **error)
{
  if (self->joined == NULL)
    begin (self, column);
  if (column->kind != self->joined->kind || column->unit != self->joined->unit)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("column \"%s\" changes between scenarios: %s, %s found, %s, %s expected"),
                   column->name, kkr_column_kind_to_string (column->kind),
                   kkr_unit_to_string (column->unit),
                   kkr_column_kind_to_string (self->joined->kind),
                   kkr_unit_to_string (self->joined->unit));
      return FALSE;
    }
  if (!make_room (self, column->length, error))
    return FALSE;
  self->joined->decimals_asked = MAX (self->joined->decimals_asked, column->decimals_asked);
  for (guint row = 0; row < column->length; row++)
    add_cell (self, column, row, self->length + row);
  self->length += column->length;
  return TRUE;
}

static char **
end_labels (KkrColumnJoiner *self, guint i)
{
  g_ptr_array_add (self->labels[i], NULL);
  return (char **) g_ptr_array_steal (self->labels[i], NULL);
}

static GBytes *
end_array (KkrColumnJoiner *self, guint i)
{
  gpointer array = g_steal_pointer (&self->arrays[i]);

  return kkr_memory_to_bytes (array != NULL ? array : kkr_memory_new (0),
                              self->length * self->sizes[i]);
}

KkrColumn *
kkr_column_joiner_end (KkrColumnJoiner *self)
{
  KkrColumn *joined = g_steal_pointer (&self->joined);

  if (joined == NULL)
    return NULL;
  g_bytes_unref (joined->bytes);
  g_bytes_unref (joined->status);
  joined->length = (guint) self->length;
  joined->bytes = end_array (self, VALUES);
  joined->values = (gpointer) g_bytes_get_data (joined->bytes, NULL);
  joined->status = end_array (self, STATUSES);
  joined->statuses = (gpointer) g_bytes_get_data (joined->status, NULL);
  if (self->has_qualifiers)
    {
      joined->qualifier = end_array (self, QUALIFIERS);
      joined->qualifiers = (gpointer) g_bytes_get_data (joined->qualifier, NULL);
    }
  if (self->sizes[EXACT] > 0 && self->length > 0)
    joined->exact = g_memdup2 (self->arrays[EXACT], self->length * sizeof (KkrRational));
  if (joined->kind != KKR_COLUMN_KIND_TEXT)
    return joined;
  joined->n_labels = self->labels[0]->len;
  joined->labels = end_labels (self, 0);
  joined->labels_in_english = end_labels (self, 1);
  joined->labels_in_danish = end_labels (self, 2);
  return joined;
}
