/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-builder-private.h>

#include <libkkr/base/kkr-int128-private.h>
#include <libkkr/table/kkr-column-private.h>

void
kkr_table_builder_add_choices (KkrTableBuilder *self, const char *name, const char *danish,
                               const char *english, const gint32 *codes, gsize n,
                               const char *const *nicks, const char *const *words_da,
                               const char *const *words_en)
{
  KkrColumn *column;

  kkr_table_builder_add_codes (self, name, danish, english, codes, n, nicks);
  if (words_en != NULL)
    kkr_table_builder_set_labels_in_english (self, name, words_en);
  column = kkr_table_builder_find (self, name);
  if (column != NULL)
    kkr_column_take_labels_in_danish (column, g_strdupv ((char **) words_da));
}

void
kkr_table_builder_add_yes_no (KkrTableBuilder *self, const char *name, const char *danish,
                              const char *english, const gint32 *codes, gsize n)
{
  static const char *const nicks[] = { "no", "yes", NULL };
  static const char *const words[] = { "nej", "ja", NULL };

  kkr_table_builder_add_choices (self, name, danish, english, codes, n, nicks, words, NULL);
}

void
kkr_table_builder_add_words (KkrTableBuilder *self, const char *name, const char *danish,
                             const char *english, char **texts_da, char **texts_en, gsize n)
{
  g_autofree gint32 *codes = g_new (gint32, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    codes[i] = (gint32) i;
  kkr_table_builder_add_codes (self, name, danish, english, codes, n,
                               (const char *const *) texts_da);
  kkr_table_builder_set_labels_in_english (self, name, (const char *const *) texts_en);
}

void
kkr_table_builder_set_sum (KkrTableBuilder *self, const char *column, const gint64 *values,
                           gsize n)
{
  g_autofree char *text = NULL;
  KkrInt128 sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += values[i];
  text = kkr_int128_to_string (sum);
  kkr_table_builder_set_total (self, column, text);
}
