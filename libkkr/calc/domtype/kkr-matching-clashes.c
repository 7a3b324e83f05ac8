/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-search-private.h>

#include <string.h>

/* Who lives at a site of one side of a clash: the first two of them. */
typedef struct {
  guint32 first, second; /* G_MAXUINT32: nobody */
} Tenants;

static const Tenants nobody = { G_MAXUINT32, G_MAXUINT32 };

static guint32
get_site (const KkrMatchingProblem *self, const gint32 *columns, guint32 person)
{
  return columns[person] < 0 ? G_MAXUINT32 : self->sites[columns[person]];
}

static void
note_tenants (const KkrMatchingProblem *self, const gint32 *columns, const guint32 *persons,
              guint n, Tenants *tenants)
{
  for (guint i = 0; i < n; i++)
    {
      const guint32 site = get_site (self, columns, persons[i]);

      if (site == G_MAXUINT32)
        continue;
      if (tenants[site].first == G_MAXUINT32)
        tenants[site].first = persons[i];
      else if (tenants[site].second == G_MAXUINT32)
        tenants[site].second = persons[i];
    }
}

static void
forget_tenants (const KkrMatchingProblem *self, const gint32 *columns, const guint32 *persons,
                guint n, Tenants *tenants)
{
  for (guint i = 0; i < n; i++)
    if (columns[persons[i]] >= 0)
      tenants[self->sites[columns[persons[i]]]] = nobody;
}

static Tenants *
make_tenants (const KkrMatchingProblem *self)
{
  Tenants *tenants = g_new (Tenants, (gsize) self->n_sites + 1);

  memset (tenants, 0xff, ((gsize) self->n_sites + 1) * sizeof *tenants);
  return tenants;
}

/* The first person of the one side who has somebody of the other side at home. */
static gboolean
find_in_clash (const KkrMatchingProblem *self, const gint32 *columns,
               const KkrMatchingClash *clash, const Tenants *others,
               KkrMatchingViolation *violation)
{
  for (guint i = 0; i < clash->n_one; i++)
    {
      const guint32 person = clash->one[i], site = get_site (self, columns, person);
      guint32 other;

      if (site == G_MAXUINT32)
        continue;
      other = others[site].first != person ? others[site].first : others[site].second;
      if (other == G_MAXUINT32)
        continue;
      violation->site = site;
      violation->one = person;
      violation->other = other;
      return TRUE;
    }
  return FALSE;
}

gboolean
kkr_matching_find_violation (const KkrMatchingProblem *self, const gint32 *columns,
                             KkrMatchingViolation *violation)
{
  g_autofree Tenants *tenants = self->clashes->len > 0 ? make_tenants (self) : NULL;

  for (guint i = 0; i < self->clashes->len; i++)
    {
      const KkrMatchingClash *clash = &g_array_index (self->clashes, KkrMatchingClash, i);
      gboolean found;

      note_tenants (self, columns, clash->other, clash->n_other, tenants);
      found = find_in_clash (self, columns, clash, tenants, violation);
      forget_tenants (self, columns, clash->other, clash->n_other, tenants);
      violation->clash = i;
      if (found)
        return TRUE;
    }
  return FALSE;
}

/* What it costs by level to leave those of a side without a place who live at the site. */
static void
sum_of_leaving (const KkrMatchingProblem *self, const gint32 *columns, const guint32 *persons,
                guint n, guint32 site, gint64 *sums)
{
  memset (sums, 0, self->n_levels * sizeof *sums);
  for (guint i = 0; i < n; i++)
    if (get_site (self, columns, persons[i]) == site)
      {
        const gint64 *now = kkr_matching_problem_get_costs (self, persons[i], columns[persons[i]]);
        const gint64 *left = kkr_matching_problem_get_costs (self, persons[i], -1);

        for (guint level = 0; level < self->n_levels; level++)
          sums[level] += left[level] - now[level];
      }
}

static void
leave (const KkrMatchingProblem *self, gint32 *columns, const guint32 *persons, guint n,
       guint32 site)
{
  for (guint i = 0; i < n; i++)
    if (get_site (self, columns, persons[i]) == site)
      columns[persons[i]] = -1;
}

void
kkr_matching_evict (const KkrMatchingProblem *self, gint32 *columns)
{
  KkrMatchingViolation found;

  while (kkr_matching_find_violation (self, columns, &found))
    {
      const KkrMatchingClash *clash = &g_array_index (self->clashes, KkrMatchingClash,
                                                      found.clash);
      const gboolean sides = clash->is_disjoint;
      const guint32 *one = sides ? clash->one : &found.one;
      const guint32 *other = sides ? clash->other : &found.other;
      const guint n_one = sides ? clash->n_one : 1, n_other = sides ? clash->n_other : 1;
      gint64 sum[KKR_MATCHING_MAX_LEVELS], sum_other[KKR_MATCHING_MAX_LEVELS];

      sum_of_leaving (self, columns, one, n_one, found.site, sum);
      sum_of_leaving (self, columns, other, n_other, found.site, sum_other);
      if (kkr_matching_compare_costs (sum, sum_other, self->n_levels) < 0)
        leave (self, columns, one, n_one, found.site);
      else
        leave (self, columns, other, n_other, found.site);
    }
}
