/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-crosswalk-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/model/kkr-municipality-region.h>
#include <libkkr/model/kkr-municipality.h>
#include <libkkr/model/kkr-region.h>
#include <libkkr/register/kkr-register-entities.h>

/* Regions may be said to follow one another in a circle. */
#define MAX_SUCCESSORS 100

static gboolean
read_day (const char *text, gint32 *day, GError **error)
{
  g_autofree char *quoted = kkr_text_quote (text);

  if (kkr_date_parse (text, day))
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("a day that cannot be read: %s found, a day such as 2023-08-21 expected"), quoted);
  return FALSE;
}

/* The one that has taken over on a later day; NULL with an error if none has. */
static KkrRegion *
follow (KkrRegion *region, const char *day, GError **error)
{
  KkrRegion *at = region;

  for (guint n = 0; at != NULL && n < MAX_SUCCESSORS; n++)
    {
      if (kkr_entity_is_valid_on (KKR_ENTITY (at), day))
        return at;
      at = kkr_region_get_successor (at);
    }
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("%s has no successor on %s: none found, one in the register expected"),
               kkr_region_get_name (region), day);
  return NULL;
}

/* A number of the series for each municipality of the region, added up. */
static gboolean
weigh (KkrRegister *reg, KkrRegion *region, const char *day, const char *key, gint64 *weight,
       GError **error)
{
  GListModel *list = kkr_register_get_municipalities (reg);

  *weight = 0;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (KkrMunicipality) municipality = g_list_model_get_item (list, i);
      g_autofree char *own = NULL, *value = NULL;
      g_autoptr (KkrFact) fact = NULL;
      gint64 number;

      if (kkr_municipality_get_region_on (municipality, day) != region)
        continue;
      own = g_strdup_printf ("%s/%d", key, kkr_municipality_get_code (municipality));
      fact = kkr_register_lookup (reg, own, day, NULL, error);
      if (fact == NULL)
        return FALSE;
      value = kkr_fact_dup_value (fact);
      if (value == NULL || !g_ascii_string_to_signed (value, 10, 0, G_MAXINT32, &number, NULL))
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
                       _("%s is no weight: %s found, a whole number of 0 or more expected"), own,
                       value != NULL ? value : "");
          return FALSE;
        }
      *weight += number;
    }
  return TRUE;
}

static gboolean
add_row (KkrCrosswalk *self, const char *from, const char *to, gint64 weight)
{
  g_autofree char *text = g_strdup_printf ("%lld", (long long) weight);
  g_autofree char *wrong = kkr_crosswalk_add_row (self, from, to, text, 0);

  return wrong == NULL;
}

static gboolean
add_region (KkrCrosswalk *self, KkrRegister *reg, KkrRegion *earlier, KkrRegion *later,
            gboolean back, const char *day, const char *key, GError **error)
{
  gint64 weight = 1;

  if (!back)
    return add_row (self, kkr_region_get_code (earlier), kkr_region_get_code (later), weight);
  if (earlier != later && !weigh (reg, earlier, day, key, &weight, error))
    return FALSE;
  return add_row (self, kkr_region_get_code (later), kkr_region_get_code (earlier), weight);
}

static KkrCrosswalk *
settle (KkrCrosswalk *self, GError **error)
{
  guint line;
  g_autofree char *wrong = kkr_crosswalk_settle (self, &line);

  if (wrong == NULL)
    return self;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT, "%s", wrong);
  g_object_unref (self);
  return NULL;
}

/**
 * kkr_crosswalk_new_for_regions: (constructor)
 * @reg: a register
 * @from_day: the day whose regions are left, as ISO 8601 has it
 * @to_day: the day whose regions are reached
 * @key: (nullable): a series with a whole number for each municipality, such as
 *   `population`; needed to go back in time
 * @error: return location for a [error@CalcError]
 *
 * Makes a crosswalk from the regions of one day to those of another. Forward in time a region gives
 * everything to the one that took over. Back in time a region that several became is split by the
 * sums of the series over their municipalities on @to_day.
 *
 * Returns: (transfer full): the crosswalk, or %NULL with `OUT_OF_RANGE` for what is no day,
 *   `MISSING_INPUT` for a way back without @key, `NO_DATA` if a region has no successor or a
 *   municipality no fact, or `UNSUPPORTED` if a fact is no weight
 *
 * Since: 0.1
 */
KkrCrosswalk *
kkr_crosswalk_new_for_regions (KkrRegister *reg, const char *from_day, const char *to_day,
                               const char *key, GError **error)
{
  g_autoptr (KkrCrosswalk) self = NULL;
  GListModel *list;
  const char *earlier, *later;
  gint32 from, to;

  g_return_val_if_fail (KKR_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (from_day != NULL && to_day != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!read_day (from_day, &from, error) || !read_day (to_day, &to, error))
    return NULL;
  if (to < from && key == NULL)
    {
      g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                           _("no key to split regions by: none found, a series with a number for "
                             "each municipality expected"));
      return NULL;
    }
  earlier = to < from ? to_day : from_day;
  later = to < from ? from_day : to_day;
  self = kkr_crosswalk_new ();
  list = kkr_register_get_regions (reg);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (KkrRegion) region = g_list_model_get_item (list, i);
      KkrRegion *successor;

      if (!kkr_entity_is_valid_on (KKR_ENTITY (region), earlier))
        continue;
      successor = follow (region, later, error);
      if (successor == NULL
          || !add_region (self, reg, region, successor, to < from, earlier, key, error))
        return NULL;
    }
  return settle (g_steal_pointer (&self), error);
}

/**
 * kkr_crosswalk_new_for_municipalities: (constructor)
 * @reg: a register
 * @day: a day, as ISO 8601 has it
 * @error: return location for a [error@CalcError]
 *
 * Makes a crosswalk from municipalities to the regions that answer for them on a day.
 *
 * Returns: (transfer full): the crosswalk, or %NULL with `OUT_OF_RANGE` for what is no day, or
 *   `NO_DATA` if a municipality has no region on that day
 *
 * Since: 0.1
 */
KkrCrosswalk *
kkr_crosswalk_new_for_municipalities (KkrRegister *reg, const char *day, GError **error)
{
  g_autoptr (KkrCrosswalk) self = NULL;
  GListModel *list;
  gint32 unused;

  g_return_val_if_fail (KKR_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (day != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!read_day (day, &unused, error))
    return NULL;
  self = kkr_crosswalk_new ();
  list = kkr_register_get_municipalities (reg);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (KkrMunicipality) municipality = g_list_model_get_item (list, i);
      g_autofree char *code = NULL;
      KkrRegion *region;

      if (!kkr_entity_is_valid_on (KKR_ENTITY (municipality), day))
        continue;
      region = kkr_municipality_get_region_on (municipality, day);
      if (region == NULL)
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                       _("%s lies in no region on %s: none found, one in the register expected"),
                       kkr_municipality_get_name (municipality), day);
          return NULL;
        }
      code = g_strdup_printf ("%d", kkr_municipality_get_code (municipality));
      add_row (self, code, kkr_region_get_code (region), 1);
    }
  return settle (g_steal_pointer (&self), error);
}
