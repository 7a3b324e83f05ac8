/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-crosswalk-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/model/kkr-on-day-private.h>
#include <libkkr/register/kkr-register-entities.h>

/* Regions may be said to follow one another in a circle. */
#define MAX_SUCCESSORS 100

/* The one that has taken over on a later day; NULL with an error if none has. */
static KkrRegion *
follow (KkrRegion *region, gint32 day, GError **error)
{
  g_autofree char *text = NULL;
  KkrRegion *at = region;

  for (guint n = 0; at != NULL && n < MAX_SUCCESSORS; n++)
    {
      if (kkr_entity_holds_on (KKR_ENTITY (at), day))
        return at;
      at = kkr_region_get_successor (at);
    }
  text = kkr_date_to_string (day);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("%s has no successor on %s: none found, one in the register expected"),
               kkr_region_get_name (region), text);
  return NULL;
}

/* A number of the series for each municipality of the region, added up. */
static gboolean
weigh (KkrCrosswalk *self, KkrRegister *reg, KkrRegion *region, gint32 day, const char *key,
       gint64 *weight, GError **error)
{
  g_autofree char *text = kkr_date_to_string (day);
  GListModel *list = kkr_register_get_municipalities (reg);

  *weight = 0;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (KkrMunicipality) municipality = g_list_model_get_item (list, i);
      g_autofree char *own = NULL, *value = NULL;
      g_autoptr (KkrFact) fact = NULL;
      gint64 number;

      if (!kkr_entity_holds_on (KKR_ENTITY (municipality), day)
          || kkr_municipality_region_on (municipality, day) != region)
        continue;
      own = g_strdup_printf ("%s/%d", key, kkr_municipality_get_code (municipality));
      fact = kkr_register_lookup (reg, own, text, NULL, error);
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
      if (!kkr_fact_get_confirmed (fact))
        kkr_crosswalk_doubt (self, kkr_region_get_code (region));
      *weight += number;
    }
  return TRUE;
}

static gboolean
add_row (KkrCrosswalk *self, const char *from, const char *to, gint64 weight, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%lld", (long long) weight);
  g_autofree char *wrong = kkr_crosswalk_add_row (self, from != NULL ? from : "",
                                                  to != NULL ? to : "", text, 0);

  if (wrong == NULL)
    return TRUE;
  g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT, wrong);
  return FALSE;
}

static void
doubt_unconfirmed (KkrCrosswalk *self, KkrEntity *entity)
{
  if (!kkr_entity_get_confirmed (entity))
    kkr_crosswalk_doubt (self, kkr_entity_get_id (entity));
}

/* A region of the earlier day, and the one that has taken over on the later. */
typedef struct {
  KkrRegion *earlier;
  KkrRegion *later;
} Passage;

static GArray *
list_passages (KkrRegister *reg, gint32 earlier, gint32 later, GError **error)
{
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (Passage));
  GListModel *list = kkr_register_get_regions (reg);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (KkrRegion) region = g_list_model_get_item (list, i);
      Passage passage = { region, NULL };

      if (!kkr_entity_holds_on (KKR_ENTITY (region), earlier))
        continue;
      passage.later = follow (region, later, error);
      if (passage.later == NULL)
        return NULL;
      g_array_append_val (passages, passage);
    }
  return g_steal_pointer (&passages);
}

/* Where several became one, the one that took over may itself be one of them: it is weighed too. */
static gboolean
is_one_of_several (GArray *passages, KkrRegion *later)
{
  guint n = 0;

  for (guint i = 0; i < passages->len; i++)
    n += g_array_index (passages, Passage, i).later == later;
  return n > 1;
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
 *   municipality no fact, `UNSUPPORTED` if a fact is no weight, or `INCONSISTENT` if the sums of a
 *   region that is split are all zero
 *
 * Since: 0.1
 */
KkrCrosswalk *
kkr_crosswalk_new_for_regions (KkrRegister *reg, const char *from_day, const char *to_day,
                               const char *key, GError **error)
{
  g_autoptr (KkrCrosswalk) self = NULL;
  g_autoptr (GArray) passages = NULL;
  gint32 from, to;
  gboolean back;

  g_return_val_if_fail (KKR_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (from_day != NULL && to_day != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!kkr_date_read (from_day, &from, error) || !kkr_date_read (to_day, &to, error))
    return NULL;
  if (to < from && key == NULL)
    {
      g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                           _("no key to split regions by: none found, a series with a number for "
                             "each municipality expected"));
      return NULL;
    }
  back = to < from;
  passages = list_passages (reg, MIN (from, to), MAX (from, to), error);
  if (passages == NULL)
    return NULL;
  self = kkr_crosswalk_new ();
  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);
      KkrRegion *left = back ? passage->later : passage->earlier;
      KkrRegion *reached = back ? passage->earlier : passage->later;
      gint64 weight = 1;

      if (back && is_one_of_several (passages, left)
          && !weigh (self, reg, reached, to, key, &weight, error))
        return NULL;
      if (!add_row (self, kkr_region_get_code (left), kkr_region_get_code (reached), weight, error))
        return NULL;
      doubt_unconfirmed (self, KKR_ENTITY (left));
      doubt_unconfirmed (self, KKR_ENTITY (reached));
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
  gint32 days;

  g_return_val_if_fail (KKR_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (day != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!kkr_date_read (day, &days, error))
    return NULL;
  self = kkr_crosswalk_new ();
  list = kkr_register_get_municipalities (reg);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (KkrMunicipality) municipality = g_list_model_get_item (list, i);
      g_autofree char *code = NULL;
      KkrRegion *region;

      if (!kkr_entity_holds_on (KKR_ENTITY (municipality), days))
        continue;
      region = kkr_municipality_region_on (municipality, days);
      if (region == NULL)
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                       _("%s lies in no region on %s: none found, one in the register expected"),
                       kkr_municipality_get_name (municipality), day);
          return NULL;
        }
      code = g_strdup_printf ("%d", kkr_municipality_get_code (municipality));
      if (!add_row (self, code, kkr_region_get_code (region), 1, error))
        return NULL;
      doubt_unconfirmed (self, KKR_ENTITY (municipality));
      doubt_unconfirmed (self, KKR_ENTITY (region));
    }
  return settle (g_steal_pointer (&self), error);
}
