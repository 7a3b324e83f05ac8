/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/register/kkr-entities-table-private.h>
#include <libkkr/register/kkr-text-cells-private.h>

/* A document may be dated by its month. */
static char *
date_words (KkrSource *source, const char *language)
{
  KkrDatePrecision precision;
  gint32 first, last;

  if (kkr_source_get_date (source) == NULL
      || !kkr_date_parse_bounds (kkr_source_get_date (source), &first, &last, &precision))
    return NULL;
  return kkr_date_format_bounds (first, last, precision, language);
}

KkrTable *
kkr_sources_table_new (KkrRegister *reg, GError **error)
{
  static const char *const key[] = { "id", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (KKR_SOURCES_TABLE, "Kilder",
                                                               "Sources");
  g_auto (KkrTextCells) ids = { 0 }, titles = { 0 }, publishers = { 0 }, dates = { 0 };
  guint n;
  gpointer const *items = kkr_frozen_list_peek (kkr_register_get_sources (reg), &n);

  kkr_text_cells_init (&ids);
  kkr_text_cells_init (&titles);
  kkr_text_cells_init (&publishers);
  kkr_text_cells_init (&dates);
  for (guint i = 0; i < n; i++)
    {
      KkrSource *source = items[i];

      kkr_text_cells_add (&ids, kkr_source_get_id (source), NULL);
      kkr_text_cells_add (&titles, kkr_source_get_title (source), NULL);
      kkr_text_cells_add (&publishers, kkr_source_get_publisher (source), NULL);
      kkr_text_cells_take (&dates, date_words (source, "da"), date_words (source, "en"));
    }
  kkr_text_cells_to_column (&ids, builder, "id", "Id", "Id");
  kkr_text_cells_to_column (&titles, builder, "title", "Titel", "Title");
  kkr_text_cells_to_column (&publishers, builder, "publisher", "Udgiver", "Publisher");
  kkr_text_cells_to_column (&dates, builder, "date", "Dato", "Date");
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, error);
}
