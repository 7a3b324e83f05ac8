/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-overlay-private.h>

/* A fact with its new value, kept until all are known: none is changed if one cannot be. */
typedef struct {
  KkrOverlayKey *key;
  guint place;
  KkrOverlayValue value;
} Product;

static void
clear_product (gpointer data)
{
  kkr_overlay_value_clear (&((Product *) data)->value);
}

static gboolean
scale_key (KkrOverlayKey *key, const KkrOverlaySpan *span, const KkrRational *factor,
           KkrRoundingMode mode, GArray *products, GError **error)
{
  for (guint i = 0; i < key->facts->len; i++)
    {
      const KkrOverlayFact *fact = &g_array_index (key->facts, KkrOverlayFact, i);
      Product product = { .key = key, .place = i };
      const char *printed = fact->printed;

      if (!kkr_overlay_fact_is_within (fact, span) || !kkr_overlay_has_number (&fact->record))
        continue;
      if (printed == NULL)
        printed = kkr_key_facts_get_text (&key->base, fact->record.printed);
      if (printed == NULL)
        continue;
      if (!kkr_overlay_value_scale (&fact->record, printed, factor, mode, &product.value, error))
        {
          g_prefix_error (error, "%s: ", key->key);
          return FALSE;
        }
      g_array_append_val (products, product);
    }
  return TRUE;
}

static gboolean
check_mode (KkrRoundingMode mode, GError **error)
{
  if (mode >= KKR_ROUNDING_MODE_HALF_AWAY && mode <= KKR_ROUNDING_MODE_AWAY_FROM_ZERO)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no such rounding mode: %d found, one of the values of KkrRoundingMode but "
                 "UNSET expected"), (int) mode);
  return FALSE;
}

/* Those of the register and those that were added. */
static void
touch_prefix (KkrOverlay *self, const char *prefix)
{
  KkrKeyIter iter;
  KkrKeyFacts facts;

  kkr_key_iter_init (&iter, self->base, prefix);
  while (kkr_key_iter_next (&iter, &facts))
    kkr_overlay_touch (self, facts.key);
}

/**
 * kkr_overlay_scale:
 * @self: an overlay
 * @prefix: what the keys begin with, for example `socialtilsyn-nord/tariff/`
 * @valid: (nullable): the period of the facts, or %NULL for all
 * @factor: what the values are multiplied by: `1.02`, `1,02`, `102 pct.` or `51/50`
 * @mode: how the products are rounded
 * @error: return location for an error
 *
 * Multiplies all numbers whose keys begin with a text: what if all tariffs rise by 2 per cent. Each
 * product is exact and is then rounded once to what one of the last printed digits of the fact is
 * worth: a tariff printed in whole kroner stays in whole kroner.
 *
 * Returns: %TRUE, or %FALSE with `KKR_CALC_ERROR_OUT_OF_RANGE` for what is no period, factor or
 *   mode, and `KKR_CALC_ERROR_OVERFLOW`
 *
 * Since: 0.1
 */
gboolean
kkr_overlay_scale (KkrOverlay *self, const char *prefix, const char *valid, const char *factor,
                   KkrRoundingMode mode, GError **error)
{
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GArray) products = NULL;
  KkrRational exact;
  KkrOverlaySpan span;

  g_return_val_if_fail (KKR_IS_OVERLAY (self), FALSE);
  g_return_val_if_fail (prefix != NULL, FALSE);
  g_return_val_if_fail (factor != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_mode (mode, error) || !kkr_overlay_read_span (valid, &span, error)
      || !kkr_overlay_factor_parse (factor, &exact, error))
    return FALSE;
  products = g_array_new (FALSE, TRUE, sizeof (Product));
  g_array_set_clear_func (products, clear_product);
  touch_prefix (self, prefix);
  keys = kkr_overlay_sort_keys (self);
  for (guint i = 0; i < keys->len; i++)
    if (g_str_has_prefix (((KkrOverlayKey *) keys->pdata[i])->key, prefix)
        && !scale_key (keys->pdata[i], &span, &exact, mode, products, error))
      return FALSE;
  for (guint i = 0; i < products->len; i++)
    {
      Product *product = &g_array_index (products, Product, i);

      kkr_overlay_fact_set (&g_array_index (product->key->facts, KkrOverlayFact, product->place),
                            &product->value);
    }
  if (products->len == 0)
    kkr_overlay_miss (self, prefix, valid);
  return TRUE;
}
