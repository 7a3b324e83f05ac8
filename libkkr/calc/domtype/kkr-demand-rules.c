/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-number-private.h>

#define MAX_DECIMALS 6

guint
kkr_demand_parse_types (const char *text, char **wrong)
{
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", ",; ", -1);
  guint types = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *type = g_strstrip (parts[i]);

      if (*type >= '1' && *type < '1' + KKR_DEMAND_N_TYPES && type[1] == '\0')
        types |= 1u << (*type - '1');
      else if (*type != '\0' && wrong != NULL && *wrong == NULL)
        *wrong = g_strdup (type);
    }
  return types;
}

static void
read_types (KkrDemand *self)
{
  g_autofree char *wrong = NULL, *quoted = NULL;

  self->types = kkr_demand_parse_types (kkr_calculator_get_text (self->calculator,
                                                                 "placement-types"), &wrong);
  quoted = kkr_text_quote (wrong);
  if (wrong != NULL)
    kkr_demand_fault (self, "placement-types", NULL, 0, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                      _("no such dom-type: %s found, dom-types from 1 to 5 such as 2, 3 expected"),
                      quoted);
  else if (self->types == 0)
    kkr_demand_fault (self, "placement-types", NULL, 0, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                      _("no dom-type: nothing found, dom-types from 1 to 5 such as 2, 3 expected"));
}

/* The sectors that a restriction of a type is about, as bits; the rule is that of the last one. */
static guint
find_restricted (KkrDomType *dom_type, KkrDomTypeRule **restriction)
{
  GListModel *rules = kkr_dom_type_get_rules (dom_type);
  guint sectors = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rules); i++)
    {
      g_autoptr (KkrDomTypeRule) rule = g_list_model_get_item (rules, i);
      const char *sector = kkr_dom_type_rule_get_sector (rule);

      if (sector == NULL || !g_str_equal (kkr_dom_type_rule_get_kind (rule), "restriction"))
        continue;
      sectors |= 1u << kkr_sector_from_string (sector, NULL);
      if (restriction != NULL)
        g_set_object (restriction, rule);
    }
  return sectors;
}

guint
kkr_demand_find_usable_sectors (KkrCalculator *calculator, KkrDomTypeRule **restriction)
{
  KkrRegister *reg = kkr_calculator_get_register (calculator);
  const guint types = kkr_demand_parse_types (kkr_calculator_get_text (calculator,
                                                                       "placement-types"), NULL);
  const guint all = (1u << (KKR_DEMAND_N_SECTORS + 1)) - 2;
  gboolean has_types = FALSE;
  guint unusable = 0;

  for (guint type = 0; reg != NULL && type < KKR_DEMAND_N_TYPES; type++)
    {
      const char id[] = { (char) ('1' + type), '\0' };
      g_autoptr (KkrDomType) dom_type = kkr_register_find_dom_type (reg, id, NULL);

      has_types |= dom_type != NULL;
      if (dom_type != NULL && (types >> type & 1) != 0)
        unusable |= find_restricted (dom_type, restriction);
    }
  /* As the report has it. */
  if (!has_types)
    unusable = 1u << KKR_SECTOR_PRIVATE;
  if (!kkr_calculator_get_boolean (calculator, "independent-as-public"))
    unusable |= 1u << KKR_SECTOR_INDEPENDENT;
  return all & ~unusable;
}

void
kkr_demand_read_rules (KkrDemand *self)
{
  KkrCalculator *calculator = self->calculator;

  self->rounding = (KkrRoundingMode) kkr_calculator_get_enum (calculator, "rounding");
  self->decimals = kkr_calculator_get_int (calculator, "decimals");
  if (self->decimals < 0 || self->decimals > MAX_DECIMALS)
    kkr_demand_fault (self, "decimals", NULL, 0, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                      _("no such number of decimals: %d found, 0 to %d expected"), self->decimals,
                      MAX_DECIMALS);
  self->threshold = kkr_calculator_get_int (calculator, "threshold");
  if (self->threshold < 0)
    kkr_demand_fault (self, "threshold", NULL, 0, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                      _("a negative threshold: %lld found, 0 or more expected"),
                      (long long) self->threshold);
  read_types (self);
  self->usable_sectors = kkr_demand_find_usable_sectors (calculator, &self->sector_rule);
}
