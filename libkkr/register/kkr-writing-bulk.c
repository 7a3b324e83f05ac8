/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-bulk-store-private.h>
#include <libkkr/register/kkr-writing-private.h>

static void
add_kind (KkrWriting *writing, KkrBulkId id)
{
  g_auto (KkrBulkRows) rows = { 0 };

  if (!kkr_bulk_rows_init (&rows, writing->store, id, &writing->error))
    return;
  for (guint i = 0; i < rows.n_rows && kkr_writing_goes_on (writing); i++)
    {
      kkr_writing_begin (writing, rows.kind->element);
      for (guint j = 0; j < rows.kind->n_fields; j++)
        {
          g_autofree char *text = kkr_bulk_rows_dup_text (&rows, j, i);

          kkr_writing_attribute (writing, rows.kind->fields[j].name, text);
        }
      kkr_writing_end (writing);
    }
}

/* Rows have no order but that in which they were read. */
void
kkr_writing_add_bulk (KkrWriting *writing)
{
  for (guint i = 0; writing->store != NULL && i < KKR_N_BULK; i++)
    if (kkr_writing_goes_on (writing))
      add_kind (writing, (KkrBulkId) i);
}
