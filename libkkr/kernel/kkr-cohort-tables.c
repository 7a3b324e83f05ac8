/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-cohort-chance-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>

static void
free_poisson (gpointer poisson)
{
  kkr_poisson_clear (poisson);
  g_free (poisson);
}

static void
free_binomial (gpointer binomial)
{
  kkr_binomial_free (binomial);
}

static KkrCohortPart
get_part (KkrCohortTables *self, const KkrCohortShare *share)
{
  const KkrRational chance = { share->num, share->den };
  KkrCohortPart part = { NULL, share->num == share->den };
  KkrRational lowest;
  g_autofree char *key = NULL;

  if (share->num == 0 || part.all)
    return part;
  kkr_rational_init (&lowest, chance.num, chance.den);
  key = kkr_rational_to_string (&lowest);
  part.table = g_hash_table_lookup (self->binomials, key);
  if (part.table == NULL && g_hash_table_size (self->binomials) < KKR_COHORT_MAX_SHARES)
    {
      part.table = kkr_binomial_new (&lowest);
      g_hash_table_insert (self->binomials, g_steal_pointer (&key), (gpointer) part.table);
    }
  return part;
}

static const KkrPoisson *
get_poisson (KkrCohortTables *self, gint64 millionths)
{
  const KkrRational mean = { millionths, KKR_COHORT_SCALE };
  KkrPoisson *poisson;

  if (millionths == 0)
    return NULL;
  poisson = g_hash_table_lookup (self->poissons, &millionths);
  if (poisson == NULL)
    {
      poisson = g_new (KkrPoisson, 1);
      kkr_poisson_init (poisson, &mean);
      g_hash_table_insert (self->poissons, g_memdup2 (&millionths, sizeof millionths), poisson);
    }
  return poisson;
}

static gboolean
check_size (const KkrCohortModel *model, GError **error)
{
  for (guint i = 0; i < model->n_groups; i++)
    {
      const gint32 most = MAX (model->running[i], MAX (model->waiting[i], model->open[i]));

      if (most > KKR_COHORT_MAX_DRAWN)
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
                       _("too many persons at the start to be drawn: %d found, at most %d "
                         "expected"),
                       most, KKR_COHORT_MAX_DRAWN);
          return FALSE;
        }
    }
  for (gsize i = 0; i < (gsize) model->n_years * model->n_groups; i++)
    {
      const gint64 most = MAX (model->inflow_secured[i], model->inflow_open[i]);

      if (most > (gint64) KKR_COHORT_MAX_ARRIVING * KKR_COHORT_SCALE)
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
                       _("too many persons arrive in a year to be drawn: %lld found, at most %d "
                         "expected"),
                       (long long) (most / KKR_COHORT_SCALE), KKR_COHORT_MAX_ARRIVING);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
has_table (const KkrCohortPart *part, const KkrCohortShare *share)
{
  return part->table != NULL || share->num == 0 || part->all;
}

gboolean
kkr_cohort_tables_init (KkrCohortTables *self, const KkrCohortModel *model, GError **error)
{
  const gsize n = (gsize) model->n_years * model->n_groups;

  *self = (KkrCohortTables) { 0 };
  if (!check_size (model, error))
    return FALSE;
  self->draws = g_new0 (KkrCohortDraw, MAX (n, 1));
  self->binomials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_binomial);
  self->poissons = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_poisson);
  for (gsize i = 0; i < n; i++)
    {
      KkrCohortDraw *draw = &self->draws[i];

      draw->ends = get_part (self, &model->ends[i]);
      draw->to_open = get_part (self, &model->to_open[i]);
      draw->leaves_open = get_part (self, &model->leaves_open[i]);
      draw->secured = get_poisson (self, model->inflow_secured[i]);
      draw->open = get_poisson (self, model->inflow_open[i]);
      if (!has_table (&draw->ends, &model->ends[i])
          || !has_table (&draw->to_open, &model->to_open[i])
          || !has_table (&draw->leaves_open, &model->leaves_open[i]))
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
                       _("too many different shares to be drawn: more than %d found, fewer "
                         "expected"),
                       KKR_COHORT_MAX_SHARES);
          return FALSE;
        }
    }
  return TRUE;
}

void
kkr_cohort_tables_clear (KkrCohortTables *self)
{
  g_clear_pointer (&self->draws, g_free);
  g_clear_pointer (&self->binomials, g_hash_table_unref);
  g_clear_pointer (&self->poissons, g_hash_table_unref);
}
