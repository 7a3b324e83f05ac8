/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

static KkrOccupancyRefusal *
find_row (KkrOccupancyPlan *self, GHashTable *rows, gint32 offer)
{
  const KkrOccupancyRefusal refusal = { .offer = offer };
  gpointer number;

  if (!g_hash_table_lookup_extended (rows, GINT_TO_POINTER (offer), NULL, &number))
    {
      number = GUINT_TO_POINTER (self->refusal_rows->len);
      g_hash_table_insert (rows, GINT_TO_POINTER (offer), number);
      g_array_append_val (self->refusal_rows, refusal);
    }
  return &g_array_index (self->refusal_rows, KkrOccupancyRefusal, GPOINTER_TO_UINT (number));
}

static void
add_count (KkrOccupancyPlan *self, guint row, KkrOccupancyRefusal *refusal, guint reason)
{
  const gint64 count = kkr_sheet_get_whole (self->refusals, row, KKR_OCC_REFUSAL_COUNT);
  g_autofree char *quoted = NULL;

  if (!kkr_sheet_has (self->refusals, row, KKR_OCC_REFUSAL_COUNT))
    {
      refusal->unknown[reason] = TRUE;
      return;
    }
  if (count >= 0 && count <= G_MAXINT32)
    {
      refusal->has[reason] = TRUE;
      refusal->counts[reason] += count;
      return;
    }
  quoted = kkr_text_quote (kkr_occupancy_names_get (&self->offer_names, refusal->offer));
  kkr_occupancy_plan_fault_at (self, self->refusals, row, KKR_OCC_REFUSAL_COUNT,
                               KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("%s: %lld found, %lld to %lld expected"), quoted,
                               (long long) count, 0LL, (long long) G_MAXINT32);
}

void
kkr_occupancy_plan_read_refusals (KkrOccupancyPlan *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (guint row = 0; row < kkr_sheet_get_n_rows (self->refusals); row++)
    {
      const char *text = kkr_sheet_get_text (self->refusals, row, KKR_OCC_REFUSAL_OFFER);
      const int reason = kkr_sheet_get_choice (self->refusals, row, KKR_OCC_REFUSAL_REASON);

      add_count (self, row, find_row (self, rows, kkr_occupancy_names_find (&self->offer_names,
                                                                            text)),
                 (guint) (reason - KKR_REFUSAL_REASON_NO_VACANCY));
    }
}

static gint64
sum_of (const KkrOccupancyRefusal *refusal)
{
  return refusal->counts[0] + refusal->counts[1] + refusal->counts[2];
}

/* A column of one reason, 3: of all. Where somebody refused and did not count, the number is a
 * lower bound, or missing. */
static void
add_column (const KkrOccupancyPlan *self, KkrTableBuilder *builder, const char *name,
            const char *danish, const char *english, guint reason)
{
  const guint n = self->refusal_rows->len;
  g_autofree gint64 *values = g_new0 (gint64, (gsize) n + 1);
  gboolean all_known = TRUE, any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const KkrOccupancyRefusal *row = &g_array_index (self->refusal_rows, KkrOccupancyRefusal, i);

      values[i] = reason < 3 ? row->counts[reason] : sum_of (row);
    }
  kkr_table_builder_add_int64 (builder, name, danish, english, KKR_UNIT_COUNT, values, n);
  for (guint i = 0; i < n; i++)
    {
      const KkrOccupancyRefusal *row = &g_array_index (self->refusal_rows, KkrOccupancyRefusal, i);
      const gboolean unknown = reason < 3 ? row->unknown[reason]
                                          : row->unknown[0] || row->unknown[1] || row->unknown[2];
      const gboolean has = reason < 3 ? row->has[reason]
                                      : row->has[0] || row->has[1] || row->has[2];

      all_known = all_known && !unknown;
      any = any || has;
      if (!has)
        kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_MISSING);
      else if (unknown)
        kkr_table_builder_set_qualifier (builder, name, i, KKR_QUALIFIER_AT_LEAST);
    }
  if (any)
    kkr_table_builder_set_sum (builder, name, values, n);
  if (any && !all_known)
    kkr_table_builder_set_total_qualifier (builder, name, KKR_QUALIFIER_AT_LEAST);
}

KkrTable *
kkr_occupancy_build_refusals (const KkrOccupancyPlan *self, GError **error)
{
  static const char *const keys[] = { "offer", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("refusals", "Afvisninger",
                                                               "Refusals");
  const guint n = self->refusal_rows->len;
  g_autofree const char **names = g_new0 (const char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = kkr_occupancy_names_get (&self->offer_names,
                                        g_array_index (self->refusal_rows, KkrOccupancyRefusal,
                                                       i).offer);
  kkr_table_builder_add_text (builder, "offer", "Tilbud", "Offer", names);
  add_column (self, builder, "no-vacancy", "Ingen ledig plads", "No place vacant", 0);
  add_column (self, builder, "no-match", "Manglende match", "No match", 1);
  add_column (self, builder, "other", "Andet", "Other", 2);
  add_column (self, builder, "total", "I alt", "Total", 3);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
