/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/model/kkr-arrangement-private.h>

typedef struct {
  const char *name;
  int years_back;
  const char *day;
} ReferenceRule;

/* A quarter's population is counted on its first day. */
static const ReferenceRule reference_rules[] = {
  { "previous-year-quarter-2", 1, "04-01" },
  { "previous-year-january-1", 1, "01-01" },
  { "same-year-january-1", 0, "01-01" },
};

const char *const kkr_arrangement_reference_rules[] = {
  "previous-year-quarter-2", "previous-year-january-1", "same-year-january-1", NULL,
};

void
kkr_arrangement_set_payers (KkrArrangement *self, const KkrPayer *payers, guint n_payers)
{
  for (guint i = 0; i < n_payers; i++)
    g_object_ref (payers[i].municipality);
  for (guint i = 0; i < self->n_payers; i++)
    g_object_unref (self->payers[i].municipality);
  g_free (self->payers);
  self->payers = g_memdup2 (payers, n_payers * sizeof *payers);
  self->n_payers = n_payers;
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
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (reference_rules); i++)
    {
      const ReferenceRule *rule = &reference_rules[i];

      if (g_strcmp0 (self->reference, rule->name) == 0 && year > rule->years_back && year <= 9999)
        return g_strdup_printf ("%04d-%s", year - rule->years_back, rule->day);
    }
  return NULL;
}

/**
 * kkr_arrangement_dup_payers:
 * @self: an arrangement
 * @valid_on: (nullable): a day as ISO 8601 has it, or %NULL for everybody who ever pays
 * @n_payers: (out): the number of payers
 *
 * Gets the municipalities that pay on a day, ascending by code. Those that are exempt are left out.
 *
 * Returns: (array length=n_payers) (transfer full): the payers; none if @valid_on is no day
 *
 * Since: 0.1
 */
KkrMunicipality **
kkr_arrangement_dup_payers (KkrArrangement *self, const char *valid_on, gsize *n_payers)
{
  KkrMunicipality **payers;
  gboolean readable = TRUE;
  gint32 day = 0;
  gsize n = 0;

  g_return_val_if_fail (n_payers != NULL, NULL);
  *n_payers = 0;
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), NULL);

  payers = g_new0 (KkrMunicipality *, self->n_payers + 1);
  if (valid_on != NULL)
    readable = kkr_date_parse (valid_on, &day);
  for (guint i = 0; readable && i < self->n_payers; i++)
    {
      const KkrPayer *payer = &self->payers[i];

      if (!payer->exempt && (valid_on == NULL || (payer->from <= day && day <= payer->until)))
        payers[n++] = g_object_ref (payer->municipality);
    }
  *n_payers = n;
  return payers;
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
  g_return_val_if_fail (KKR_IS_ARRANGEMENT (self), FALSE);
  g_return_val_if_fail (KKR_IS_MUNICIPALITY (municipality), FALSE);

  for (guint i = 0; i < self->n_payers; i++)
    if (self->payers[i].exempt
        && kkr_municipality_get_code (self->payers[i].municipality)
             == kkr_municipality_get_code (municipality))
      return TRUE;
  return FALSE;
}
