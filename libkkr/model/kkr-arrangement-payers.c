/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-arrangement.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/model/kkr-on-day-private.h>

typedef struct {
  const char *name;
  int years_back;
  int month;
} ReferenceRule;

/* A quarter's population is counted on its first day. */
static const ReferenceRule reference_rules[] = {
  { "previous-year-quarter-2", 1, 4 },
  { "previous-year-january-1", 1, 1 },
  { "same-year-january-1", 0, 1 },
};

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return kkr_municipality_get_code (*(KkrMunicipality *const *) a)
         - kkr_municipality_get_code (*(KkrMunicipality *const *) b);
}

gboolean
kkr_arrangement_find_reference_day (KkrArrangement *self, int year, gint32 *day)
{
  const char *reference = kkr_arrangement_get_reference (self);

  for (guint i = 0; i < G_N_ELEMENTS (reference_rules); i++)
    {
      const ReferenceRule *rule = &reference_rules[i];

      if (g_strcmp0 (reference, rule->name) != 0 || year <= rule->years_back || year > 9999)
        continue;
      *day = kkr_date_from_parts (year - rule->years_back, rule->month, 1);
      return TRUE;
    }
  return FALSE;
}

/**
 * kkr_arrangement_dup_reference_date:
 * @self: an arrangement
 * @year: the year to be paid for
 *
 * Gets the day on which the weights of a year are counted. For "previous-year-quarter-2" and 2024
 * that is 2023-04-01: the population of Statistics Denmark's second quarter is that of its first
 * day.
 *
 * Returns: (transfer full) (nullable): the day as ISO 8601 has it, or %NULL if the year has none
 *   (years are 1 to 9999)
 *
 * Since: 0.1
 */
char *
kkr_arrangement_dup_reference_date (KkrArrangement *self, int year)
{
  gint32 day;

  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);

  return kkr_arrangement_find_reference_day (self, year, &day) ? kkr_date_to_string (day) : NULL;
}

/**
 * kkr_arrangement_dup_municipalities_on:
 * @self: an arrangement
 * @day: (nullable): a day as ISO 8601 has it, or %NULL for everybody who ever pays
 * @n_municipalities: (out): how many there are
 * @error: return location for a [error@CalcError]
 *
 * Gets the municipalities that pay on a day, ascending by code. Those that are exempt are left out.
 *
 * Returns: (array length=n_municipalities) (transfer full): the municipalities, or %NULL with
 *   `OUT_OF_RANGE` if @day is no day
 *
 * Since: 0.1
 */
KkrMunicipality **
kkr_arrangement_dup_municipalities_on (KkrArrangement *self, const char *day,
                                       gsize *n_municipalities, GError **error)
{
  gpointer const *payers;
  KkrMunicipality **found;
  guint n_payers;
  gint32 days = 0;
  gsize n = 0;

  g_return_val_if_fail (n_municipalities != NULL, NULL);
  *n_municipalities = 0;
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (day != NULL && !kkr_date_read (day, &days, error))
    return NULL;
  payers = kkr_frozen_list_peek (kkr_arrangement_get_payers (self), &n_payers);
  found = g_new0 (KkrMunicipality *, n_payers + 1);
  for (guint i = 0; i < n_payers; i++)
    {
      KkrMunicipality *municipality = kkr_payer_get_municipality (payers[i]);

      if (municipality != NULL && !kkr_payer_get_exempt (payers[i])
          && (day == NULL || kkr_entity_holds_on (payers[i], days)))
        found[n++] = g_object_ref (municipality);
    }
  qsort (found, n, sizeof *found, compare_codes);
  *n_municipalities = n;
  return found;
}

/**
 * kkr_arrangement_is_exempt:
 * @self: an arrangement
 * @municipality: a municipality
 *
 * Gets whether a municipality belongs to the arrangement without paying.
 *
 * Returns: %TRUE if it is exempt; %FALSE if it pays or does not belong to it
 *
 * Since: 0.1
 */
gboolean
kkr_arrangement_is_exempt (KkrArrangement *self, KkrMunicipality *municipality)
{
  gpointer const *payers;
  guint n_payers;

  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), FALSE);
  g_return_val_if_fail (KKR_IS_MUNICIPALITY (municipality), FALSE);

  payers = kkr_frozen_list_peek (kkr_arrangement_get_payers (self), &n_payers);
  for (guint i = 0; i < n_payers; i++)
    {
      KkrMunicipality *payer = kkr_payer_get_municipality (payers[i]);

      if (payer != NULL && kkr_payer_get_exempt (payers[i])
          && kkr_municipality_get_code (payer) == kkr_municipality_get_code (municipality))
        return TRUE;
    }
  return FALSE;
}
