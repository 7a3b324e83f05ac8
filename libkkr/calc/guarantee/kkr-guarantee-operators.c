/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>

#include <libkkr/base/kkr-format-private.h>

/* What the register calls a municipality or region; NULL for any other operator. */
static char *
dup_register_name (const KkrGuaranteePlan *self, const char *text)
{
  g_autoptr (KkrMunicipality) municipality = NULL;
  g_autoptr (KkrRegion) region = NULL;

  if (self->reg == NULL)
    return NULL;
  municipality = kkr_register_find_municipality (self->reg, text, NULL);
  if (municipality != NULL)
    return g_strdup (kkr_municipality_get_name (municipality));
  region = kkr_register_find_region (self->reg, text, NULL);
  return region != NULL ? g_strdup_printf ("Region %s", kkr_region_get_name (region)) : NULL;
}

/* An operator that is written in several ways has one cap and one agreement all the same. */
static const char *
find_first_spelling (KkrGuaranteePlan *self, const char *text)
{
  g_autofree char *written = kkr_text_fold (text), *name = NULL, *folded = NULL;
  const char *first = g_hash_table_lookup (self->spellings, written);

  if (first != NULL)
    return first;
  name = dup_register_name (self, text);
  folded = kkr_text_fold (name != NULL ? name : text);
  first = g_hash_table_lookup (self->spellings, folded);
  if (first == NULL)
    first = text;
  g_hash_table_insert (self->spellings, g_steal_pointer (&folded), (gpointer) first);
  g_hash_table_insert (self->spellings, g_steal_pointer (&written), (gpointer) first);
  return first;
}

void
kkr_guarantee_plan_find_operators (KkrGuaranteePlan *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, i);
      const char *operator = kkr_guarantee_plan_get_text (self, i, KKR_GUARANTEE_PLACES_OPERATOR);

      place->operator_name = *operator != '\0' ? find_first_spelling (self, operator) : "";
    }
}
