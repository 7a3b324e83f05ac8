/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/base/kkr-place-private.h>
#include <libkkr/register/kkr-register-private.h>

typedef const char *(*GetName) (gpointer item);

/* The word that all regions begin with tells nothing of which is near. */
static const char *
without_word (const char *name)
{
  static const char word[] = "Region ";

  return g_ascii_strncasecmp (name, word, strlen (word)) == 0 ? name + strlen (word) : name;
}

static gboolean
not_found (gpointer const *items, guint n_items, GetName get_name, const char *wrong,
           const char *text, GError **error)
{
  g_auto (KkrNearest) nearest = { 0 };
  g_autofree char *near = NULL, *quoted = kkr_text_quote (text);

  kkr_nearest_init (&nearest, without_word (text), 3, FALSE);
  for (guint i = 0; i < n_items; i++)
    kkr_nearest_offer (&nearest, without_word (get_name (items[i])));
  near = kkr_nearest_to_string (&nearest);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA, _("%s: %s found%s"), wrong, quoted,
               near);
  return FALSE;
}

/* All digits, so a code. */
static gboolean
read_code (const char *text, int *code)
{
  g_autofree char *folded = kkr_text_fold (text);

  if (folded[0] == '\0' || strlen (folded) > 4 || strspn (folded, "0123456789") != strlen (folded))
    return FALSE;
  *code = (int) g_ascii_strtoll (folded, NULL, 10);
  return TRUE;
}

/* Statistics Denmark counts it as 411. */
static gboolean
is_christiansoe (const char *text)
{
  g_autofree char *folded = kkr_place_fold (text);
  g_autofree char *name = kkr_place_fold ("Christiansø");

  return g_str_equal (folded, name) || g_str_equal (text, "411");
}

static gpointer
find_by_name (KkrRegister *self, KkrStoreSpanId names, const char *text)
{
  KkrStore *store = kkr_register_get_store (self);
  g_autofree char *folded = kkr_place_fold (text);

  return store != NULL ? kkr_store_find_place (store, names, folded) : NULL;
}

/**
 * kkr_register_find_municipality:
 * @self: a register
 * @text: a name or a code
 * @error: return location for an error
 *
 * Finds a municipality by its name or code. Names match in upper and lower case, with aa for å,
 * with and without a final s (Vesthimmerland, Vesthimmerlands) and with and without the word
 * "Kommune".
 *
 * Returns: (transfer full): the municipality, or %NULL with `KKR_CALC_ERROR_NO_DATA`, which names
 *   those that come near; for Christiansø, which Statistics Denmark counts as 411, it says that
 *   this is no municipality
 *
 * Since: 0.1
 */
KkrMunicipality *
kkr_register_find_municipality (KkrRegister *self, const char *text, GError **error)
{
  gpointer const *items;
  gpointer found;
  guint n_items;
  int code;

  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  items = kkr_frozen_list_peek (kkr_register_get_municipalities (self), &n_items);
  if (read_code (text, &code))
    {
      for (guint i = 0; i < n_items; i++)
        if (kkr_municipality_get_code (items[i]) == code)
          return g_object_ref (items[i]);
    }
  else
    {
      found = find_by_name (self, KKR_SPAN_MUNICIPALITY_NAMES, text);
      if (found != NULL)
        return g_object_ref (found);
    }
  if (is_christiansoe (text))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                   _("Christiansø is no municipality and is kept out of the 98: %s found, a "
                     "municipality expected"), text);
      return NULL;
    }
  not_found (items, n_items, (GetName) kkr_municipality_get_name,
             _("the register has no such municipality"), text, error);
  return NULL;
}

/**
 * kkr_register_find_region:
 * @self: a register
 * @text: a name or a code
 * @error: return location for an error
 *
 * Finds a region by its name, with or without the word "Region", or by its code: 1081, 081 and 81
 * are the same. A region whose code is not known has an id, such as region-oestdanmark.
 *
 * Returns: (transfer full): the region, or %NULL with `KKR_CALC_ERROR_NO_DATA`, which names those
 *   that come near
 *
 * Since: 0.1
 */
KkrRegion *
kkr_register_find_region (KkrRegister *self, const char *text, GError **error)
{
  gpointer const *items;
  gpointer found;
  guint n_items;
  int code;

  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  items = kkr_frozen_list_peek (kkr_register_get_regions (self), &n_items);
  if (read_code (text, &code))
    {
      g_autofree char *digits = g_strdup_printf ("%d", code < 1000 ? code + 1000 : code);

      for (guint i = 0; i < n_items; i++)
        if (g_strcmp0 (kkr_region_get_code (items[i]), digits) == 0)
          return g_object_ref (items[i]);
    }
  else
    {
      found = find_by_name (self, KKR_SPAN_REGION_NAMES, text);
      if (found != NULL)
        return g_object_ref (found);
      for (guint i = 0; i < n_items; i++)
        if (g_strcmp0 (kkr_region_get_code (items[i]), text) == 0)
          return g_object_ref (items[i]);
    }
  not_found (items, n_items, (GetName) kkr_region_get_name,
             _("the register has no such region"), text, error);
  return NULL;
}

const char *
kkr_register_suggest_area (KkrRegister *self, const char *text)
{
  g_auto (KkrNearest) nearest = { 0 };
  guint n;
  gpointer const *items = kkr_frozen_list_peek (kkr_register_get_municipalities (self), &n);

  kkr_nearest_init (&nearest, without_word (text), 1, FALSE);
  for (guint i = 0; i < n; i++)
    kkr_nearest_offer (&nearest, kkr_municipality_get_name (items[i]));
  items = kkr_frozen_list_peek (kkr_register_get_regions (self), &n);
  for (guint i = 0; i < n; i++)
    kkr_nearest_offer (&nearest, without_word (kkr_region_get_name (items[i])));
  return kkr_nearest_get (&nearest);
}
