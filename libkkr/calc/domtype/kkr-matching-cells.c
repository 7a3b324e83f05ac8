/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

void
kkr_matching_add_texts (KkrTableBuilder *builder, const char *name, const char *danish,
                        const char *english, const char **values, guint n)
{
  g_autofree const char **texts = g_new0 (const char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = values[i] != NULL ? values[i] : "";
  kkr_table_builder_add_text (builder, name, danish, english, texts);
  for (guint i = 0; i < n; i++)
    if (values[i] == NULL)
      kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_NOT_APPLICABLE);
}

void
kkr_matching_add_numbers (KkrTableBuilder *builder, const char *name, const char *danish,
                          const char *english, KkrUnit unit, const gint64 *values, guint n)
{
  kkr_table_builder_add_int64 (builder, name, danish, english, unit, values, n);
  for (guint i = 0; i < n; i++)
    if (values[i] == G_MININT64)
      kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_NOT_APPLICABLE);
}

void
kkr_matching_add_days (KkrTableBuilder *builder, const char *name, const char *danish,
                       const char *english, gint32 *values, guint n)
{
  g_autofree gint32 *days = g_new (gint32, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    days[i] = values[i] != G_MININT32 ? values[i] : 0;
  kkr_table_builder_add_date (builder, name, danish, english, days, n);
  for (guint i = 0; i < n; i++)
    if (values[i] == G_MININT32)
      kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_NOT_APPLICABLE);
}

void
kkr_matching_set_sum (KkrTableBuilder *builder, const char *name, const gint64 *values, guint n)
{
  KkrInt128 sum = 0;
  gboolean has_any = FALSE;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      has_any = has_any || values[i] != G_MININT64;
      sum += values[i] != G_MININT64 ? values[i] : 0;
    }
  if (!has_any)
    return;
  text = kkr_int128_to_string (sum);
  kkr_table_builder_set_total (builder, name, text);
}

void
kkr_matching_add_km (KkrTableBuilder *builder, const char *name, const char *danish,
                     const char *english, const gint64 *metres, guint n, gboolean sums)
{
  g_autofree KkrRational *values = g_new0 (KkrRational, (gsize) n + 1);
  g_autofree char *text = NULL;
  KkrInt128 sum = 0;
  gboolean has_any = FALSE;
  KkrRational total;

  for (guint i = 0; i < n; i++)
    if (metres[i] != G_MININT64)
      {
        has_any = TRUE;
        kkr_rational_init (&values[i], metres[i], 1000);
        sum += metres[i];
      }
  kkr_table_builder_add_rationals (builder, name, danish, english, KKR_UNIT_NONE, values, n);
  kkr_table_builder_set_decimals (builder, name, 1);
  for (guint i = 0; i < n; i++)
    if (metres[i] == G_MININT64)
      kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_NOT_APPLICABLE);
  if (!sums || !has_any)
    return;
  kkr_rational_init (&total, sum, 1000);
  text = kkr_rational_to_string (&total);
  kkr_table_builder_set_total (builder, name, text);
}
