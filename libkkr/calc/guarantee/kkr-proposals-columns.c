/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-columns-private.h>

#include <libkkr/base/kkr-format-private.h>

void
kkr_proposals_add_whole (KkrTableBuilder *builder, const char *name, const char *danish,
                         const char *english, KkrUnit unit, const gint64 *values, guint n)
{
  kkr_table_builder_add_int64 (builder, name, danish, english, unit, values, n);
  for (guint i = 0; i < n; i++)
    if (values[i] == KKR_PROPOSALS_UNKNOWN)
      kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_MISSING);
}

const char *
kkr_proposals_amount_name (guint amount)
{
  static const char *const names[] = { "maximum", "estimate", "alternative" };

  return names[amount];
}

const char *
kkr_proposals_amount_title (guint amount, const char *language)
{
  static const char *const danish[] = { "Højeste betaling", "Forventet betaling",
                                        "Højeste betaling, aftrappet" };
  static const char *const english[] = { "Highest payment", "Expected payment",
                                         "Highest payment, stepped down" };

  return kkr_text_in (language, danish[amount], english[amount]);
}

void
kkr_proposals_add_amounts (const KkrProposals *self, KkrTableBuilder *builder, guint n,
                           gint64 (*get) (const KkrProposals *self, guint row, guint amount),
                           gboolean totals)
{
  g_autofree gint64 *values = g_new (gint64, MAX (n, 1));

  for (guint k = 0; k < KKR_PROPOSALS_N_AMOUNTS; k++)
    {
      const char *name = kkr_proposals_amount_name (k);
      gint64 total = 0;

      for (guint i = 0; i < n; i++)
        {
          values[i] = get (self, i, k);
          if (values[i] != KKR_PROPOSALS_UNKNOWN)
            total += values[i];
        }
      kkr_proposals_add_whole (builder, name, kkr_proposals_amount_title (k, "da"),
                               kkr_proposals_amount_title (k, "en"), KKR_UNIT_AMOUNT, values, n);
      if (totals && kkr_proposals_is_known (self, k))
        {
          g_autofree char *exact = g_strdup_printf ("%lld", (long long) total);

          kkr_table_builder_set_total (builder, name, exact);
        }
    }
}

gint64
kkr_proposals_sum (const KkrProposals *self, guint amount, const guint8 *chosen)
{
  gint64 sum = KKR_PROPOSALS_UNKNOWN;

  for (guint i = 0; i < self->proposals->len; i++)
    {
      const KkrProposal *proposal = kkr_proposals_get (self, i);

      if (!chosen[i] || !proposal->eligible)
        continue;
      if (proposal->amounts[amount] == KKR_PROPOSALS_UNKNOWN)
        return KKR_PROPOSALS_UNKNOWN;
      sum = (sum == KKR_PROPOSALS_UNKNOWN ? 0 : sum) + proposal->amounts[amount];
    }
  return sum;
}

/* A sum without what is not known of one who may have a guarantee would be too low; and the sum of
 * nothing known is not 0. */
gboolean
kkr_proposals_is_known (const KkrProposals *self, guint amount)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->proposals->len; i++)
    {
      const KkrProposal *proposal = kkr_proposals_get (self, i);

      any = any || proposal->eligible;
      if (proposal->eligible && proposal->amounts[amount] == KKR_PROPOSALS_UNKNOWN)
        return FALSE;
    }
  return any;
}

gboolean
kkr_proposals_in_scope (const KkrProposals *self, guint proposal, guint scope)
{
  const KkrProposal *one = kkr_proposals_get (self, proposal);

  return scope == 0 || (scope == 1 && one->eligible) || (scope == 2 && one->selected);
}

guint
kkr_proposals_n_scopes (const KkrProposals *self)
{
  return self->weighted ? 3 : 2;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

GArray *
kkr_proposals_years (const KkrProposals *self)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      int year = g_array_index (self->parts, KkrProposalsPart, i).year;

      if (g_hash_table_add (known, GINT_TO_POINTER (year)))
        g_array_append_val (years, year);
    }
  g_array_sort (years, compare_years);
  return years;
}
