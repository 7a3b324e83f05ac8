/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <string.h>

/* What fails is put together into errors, each of which one cell explains. */

#define MAX_REPAIRS 20

/* How many digits differ, which tells a slip from another figure. */
static guint
count_changes (const KkrRecon *self, const KkrReconRepair *repair)
{
  const KkrReconCell *cell = &self->cells[repair->row * self->n_columns + repair->column];
  g_autofree char *a = NULL, *b = NULL;
  gint64 grain = MAX (kkr_recon_find_grain (self, repair->column), 1);
  gsize n_a, n_b;
  guint changes = 0;

  a = kkr_int128_to_string (cell->value / grain);
  b = kkr_int128_to_string (repair->value.num * (self->scale / (gint64) repair->value.den) / grain);
  n_a = strlen (a);
  n_b = strlen (b);
  /* The mark of a footnote runs into a figure when a page is copied. */
  if (n_b < n_a && n_a - n_b < 3 && strncmp (a, b, n_b) == 0)
    return 1;
  for (gsize i = 1; i <= MAX (n_a, n_b); i++)
    changes += i > n_a || i > n_b || a[n_a - i] != b[n_b - i];
  return changes;
}

static int
compare_repairs (gconstpointer a, gconstpointer b)
{
  const KkrReconRepair *one = a, *other = b;

  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;
  if (one->changes != other->changes)
    return one->changes < other->changes ? -1 : 1;
  return one->row != other->row ? (one->row < other->row ? -1 : 1)
                                : (one->column < other->column ? -1 : one->column > other->column);
}

static gboolean
mends (const KkrReconRepair *repair, guint relation)
{
  for (guint i = 0; i < repair->mends->len; i++)
    if (g_array_index (repair->mends, guint, i) == relation)
      return TRUE;
  return FALSE;
}

static guint
count_open (const KkrRecon *self, const KkrReconRepair *repair)
{
  guint n = 0;

  for (guint i = 0; i < repair->mends->len; i++)
    n += g_array_index (self->relations, KkrReconRelation,
                        g_array_index (repair->mends, guint, i)).group == 0;
  return n;
}

/* The cell that mends most of what is left, and those that mend as much of the same. */
static gboolean
make_group (KkrRecon *self, guint group)
{
  KkrReconRepair *best = NULL;
  guint most = 0;

  for (guint i = 0; i < self->repairs->len; i++)
    {
      KkrReconRepair *one = &g_array_index (self->repairs, KkrReconRepair, i);
      guint n = one->group == 0 ? count_open (self, one) : 0;

      if (n > most || (n == most && n > 0 && one->changes < best->changes))
        {
          most = n;
          best = one;
        }
    }
  if (best == NULL)
    return FALSE;
  for (guint i = 0; i < self->repairs->len; i++)
    {
      KkrReconRepair *one = &g_array_index (self->repairs, KkrReconRepair, i);
      guint n = 0;

      for (guint k = 0; one->group == 0 && one != best && k < best->mends->len; k++)
        {
          guint relation = g_array_index (best->mends, guint, k);

          n += g_array_index (self->relations, KkrReconRelation, relation).group == 0 &&
               mends (one, relation);
        }
      if (n == most && n > 0)
        one->group = group;
    }
  best->group = group;
  for (guint k = 0; k < best->mends->len; k++)
    {
      KkrReconRelation *relation = &g_array_index (self->relations, KkrReconRelation,
                                                   g_array_index (best->mends, guint, k));

      if (relation->group == 0)
        relation->group = group;
    }
  return TRUE;
}

/* Those that explain less than others do are dropped, and the longest lists cut. */
static void
drop_others (KkrRecon *self)
{
  guint kept = 0, in_group = 0, group = 0;

  for (guint i = 0; i < self->repairs->len; i++)
    {
      KkrReconRepair *one = &g_array_index (self->repairs, KkrReconRepair, i);

      in_group = one->group == group ? in_group + 1 : 0;
      group = one->group;
      if (one->group == 0 || in_group >= MAX_REPAIRS)
        g_array_unref (one->mends);
      else
        g_array_index (self->repairs, KkrReconRepair, kept++) = *one;
    }
  g_array_set_size (self->repairs, kept);
}

/* The order of the relations changes when they are grouped: what a repair mends moves along. */
static void
sort_again (KkrRecon *self)
{
  g_autofree guint *moved = g_new (guint, self->relations->len + 1);

  for (guint i = 0; i < self->relations->len; i++)
    g_array_index (self->relations, KkrReconRelation, i).index = i;
  kkr_recon_sort (self);
  for (guint i = 0; i < self->relations->len; i++)
    moved[g_array_index (self->relations, KkrReconRelation, i).index] = i;
  for (guint i = 0; i < self->repairs->len; i++)
    {
      GArray *list = g_array_index (self->repairs, KkrReconRepair, i).mends;

      for (guint k = 0; k < list->len; k++)
        g_array_index (list, guint, k) = moved[g_array_index (list, guint, k)];
    }
}

void
kkr_recon_group_repairs (KkrRecon *self)
{
  guint group = 0;

  for (guint i = 0; i < self->repairs->len; i++)
    {
      KkrReconRepair *one = &g_array_index (self->repairs, KkrReconRepair, i);

      one->changes = count_changes (self, one);
    }
  while (make_group (self, group + 1))
    group++;
  for (guint i = 0; i < self->relations->len; i++)
    {
      KkrReconRelation *relation = &g_array_index (self->relations, KkrReconRelation, i);

      if (relation->verdict == KKR_CLAIM_VERDICT_IMPOSSIBLE && relation->group == 0)
        relation->group = ++group;
    }
  self->n_groups = group;
  g_array_sort (self->repairs, compare_repairs);
  drop_others (self);
  sort_again (self);
}
