/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-bulk-store-private.h>
#include <libkkr/register/kkr-register-sax-private.h>

/* Rows of bulk kinds. Nearly all of them are alike and good, and go the short way; the first ones,
 * and those that there is something to say about, are elements as others are. */

/* Whether there is no more to say about a reference: its name is declared, or there are as many
 * problems as there may be if it never is. */
static gboolean
refer (KkrReading *reading, const KkrField *field, const char *text)
{
  KkrNamesId names = KKR_NAMES_MODEL (field->target);
  guint number = kkr_reading_refer (reading, names, text, field->name);
  const KkrName *name = kkr_builder_get_name (reading->builder, names, number);

  return name->declared || name->n_references >= MAX (reading->limits.max_problems, 1);
}

/* No more is left than may be read. */
static KkrBulkProgress
tell_progress (gpointer user_data)
{
  const KkrReading *reading = user_data;
  gint64 n_read = reading->n_bytes, most = MIN (reading->n_expected, reading->limits.max_bytes);

  if (reading->sax != NULL)
    n_read -= (gint64) kkr_register_sax_get_pending (reading->sax);
  return (KkrBulkProgress) { n_read, most - n_read };
}

void
kkr_reading_begin_bulk (KkrReading *reading, const KkrElement *element,
                        const KkrFieldValue *values, guint32 present)
{
  const KkrBulkKind *kind = kkr_bulk_kind_find (element->name);
  KkrBulk **bulk = &reading->builder->bulk[kind->id];
  guint32 sure = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KkrField *field = &kind->fields[i];

      if (field->kind == KKR_FIELD_REFERENCE && values[i].text != NULL
          && refer (reading, field, values[i].text))
        sure |= 1u << i;
    }
  if (*bulk == NULL)
    {
      *bulk = kkr_bulk_new (kind);
      kkr_bulk_begin (*bulk, tell_progress, reading);
    }
  kkr_bulk_add_row (*bulk, values, sure);
}

static gboolean
is_sure (const KkrField *field, const char *text, gpointer reading)
{
  return refer (reading, field, text);
}

/* Rows have no identity: those of a higher layer come after those below. */
gboolean
kkr_reading_import_bulk (KkrReading *reading, const KkrBulkKind *kind,
                         const KkrBulkColumns *columns, GError **error)
{
  KkrBulk *bulk;

  if (columns->n_rows == 0)
    return TRUE;
  bulk = kkr_bulk_new_after (kind, columns);
  if (bulk == NULL)
    {
      kkr_bulk_set_damaged_error (kind, error);
      return FALSE;
    }
  kkr_bulk_settle_references (bulk, is_sure, reading);
  kkr_bulk_begin (bulk, tell_progress, reading);
  reading->builder->bulk[kind->id] = bulk;
  return TRUE;
}

KkrBulk *
kkr_reading_find_bulk (KkrReading *reading, const char *name)
{
  const KkrBulkKind *kind = kkr_bulk_kind_find (name);

  return kind != NULL ? reading->builder->bulk[kind->id] : NULL;
}

gboolean
kkr_reading_take_bulk (KkrReading *reading, KkrBulk *bulk, const unsigned char **attributes,
                       guint n_attributes)
{
  const KkrReadingLimits *limits = &reading->limits;

  if (reading->open->len != 1 || reading->skipping > 0 || limits->max_depth < 2
      || reading->n_elements >= limits->max_elements || n_attributes > limits->max_attributes
      || !kkr_bulk_take_row (bulk, limits->max_text, attributes, n_attributes))
    return FALSE;
  reading->n_elements++;
  return TRUE;
}

void
kkr_reading_open_bulk (KkrReading *reading, KkrBulk *bulk)
{
  KkrOpenElement open = { kkr_element_find (bulk->kind->element, "register"), NULL };

  open.label = g_strdup_printf ("%s[@%s='%s']", open.element->name, open.element->label,
                                kkr_bulk_get_last_label (bulk));
  g_array_append_val (reading->open, open);
}
