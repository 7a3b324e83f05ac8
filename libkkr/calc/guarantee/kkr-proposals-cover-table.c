/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-columns-private.h>

#include <glib/gi18n-lib.h>

KkrTable *
kkr_proposals_build_cover (const KkrProposals *self, GError **error)
{
  static const char *const keys[] = { "proposal", "occupancy", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
      "cover", "Garantien ved forskellig belægning", "The guarantee at several occupancies");
  guint n = kkr_cover_n_rows (self);
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree KkrRational *occupancies = g_new (KkrRational, n + 1);
  g_autofree gint64 *amounts = g_new (gint64, (gsize) n * KKR_COVER_N + 1);
  g_autofree gint64 *values = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      names[i] = kkr_proposals_get (self, kkr_cover_proposal (self, i, &occupancies[i]))->name;
      if (!kkr_cover_compute (self, i, amounts + (gsize) i * KKR_COVER_N, error))
        return NULL;
    }
  kkr_table_builder_add_text (builder, "proposal", "Projektforslag", "Proposal", names);
  kkr_table_builder_add_rationals (builder, "occupancy", "Belægning", "Occupancy",
                                   KKR_UNIT_PERCENT, occupancies, n);
  for (guint k = 0; k < KKR_COVER_N; k++)
    {
      for (guint i = 0; i < n; i++)
        values[i] = amounts[(gsize) i * KKR_COVER_N + k];
      kkr_table_builder_add_int64 (builder, kkr_cover_name (k), kkr_cover_title (k, "da"),
                                   kkr_cover_title (k, "en"), KKR_UNIT_AMOUNT, values, n);
    }
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_proposals_build_break_even (const KkrProposals *self, GError **error)
{
  static const char *const keys[] = { "proposal", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
      "break-even", "Belægning, hvor driften går i nul", "Occupancy that breaks even");
  guint size = self->proposals->len, n = 0;
  g_autofree const char **names = g_new0 (const char *, size + 1);
  g_autofree KkrRational *priced = g_new (KkrRational, size + 1);
  g_autofree KkrRational *found = g_new (KkrRational, size + 1);
  g_autofree gint64 *surplus = g_new (gint64, size + 1);

  for (guint i = 0; i < size; i++)
    {
      const KkrProposal *proposal = kkr_proposals_get (self, i);

      if (proposal->occupancy.den == 0)
        continue;
      names[n] = proposal->name;
      priced[n] = proposal->occupancy;
      if (!kkr_cover_break_even (self, i, &found[n], &surplus[n]))
        {
          kkr_rational_overflow (error, _("the amount"));
          return NULL;
        }
      n++;
    }
  kkr_table_builder_add_text (builder, "proposal", "Projektforslag", "Proposal", names);
  kkr_table_builder_add_rationals (builder, "priced-occupancy", "Belægning i taksten",
                                   "Occupancy in the tariff", KKR_UNIT_PERCENT, priced, n);
  kkr_table_builder_add_rationals (builder, "break-even", "Nulpunkt uden besparelse",
                                   "Break-even without saving", KKR_UNIT_PERCENT, found, n);
  for (guint i = 0; i < n; i++)
    if (found[i].den == 0)
      kkr_table_builder_set_status (builder, "break-even", i, KKR_CELL_STATUS_NOT_APPLICABLE);
  kkr_table_builder_add_int64 (builder, "over-cover", "Overdækning med fuld besparelse",
                               "Over-cover with full saving", KKR_UNIT_AMOUNT, surplus, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
