/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-overlay-private.h>
#include <libkkr/register/kkr-reading-private.h>

static gboolean
check_key (const char *key, GError **error)
{
  const KkrField field = { .name = "key", .kind = KKR_FIELD_KEY };
  g_autofree char *quoted = NULL;
  const char *expected = "";
  KkrFieldValue value;

  if (kkr_field_parse (&field, key, &value, &expected) == KKR_N_RULES)
    return TRUE;
  quoted = kkr_text_quote (key);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("bad %s: %s found, %s expected"), field.name, quoted, _(expected));
  return FALSE;
}

static gboolean
check_unit (KkrUnit unit, GError **error)
{
  g_autoptr (GEnumClass) units = g_type_class_ref (KKR_TYPE_UNIT);

  if (unit != KKR_UNIT_UNSET && g_enum_get_value (units, (int) unit) != NULL)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no such unit: %d found, one of the values of KkrUnit but UNSET expected"),
               (int) unit);
  return FALSE;
}

/* Two values for one day would leave it to chance which one is seen. */
static gboolean
check_room (const KkrOverlayKey *key, KkrUnit unit, const KkrOverlaySpan *span, GError **error)
{
  for (guint i = 0; i < key->facts->len; i++)
    {
      const KkrOverlayFact *fact = &g_array_index (key->facts, KkrOverlayFact, i);
      g_autofree char *period = NULL;

      if (fact->removed)
        continue;
      if (unit != KKR_UNIT_UNSET && fact->record.unit != (guint32) unit)
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                       _("%s has another unit: %s found, %s expected"), key->key,
                       kkr_unit_to_string (unit),
                       kkr_unit_to_string ((KkrUnit) fact->record.unit));
          return FALSE;
        }
      if (fact->record.from > span->until || fact->record.until < span->from)
        continue;
      period = kkr_overlay_dup_period (&fact->record);
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("%s has a value for some of these days, which can be changed: that of %s "
                     "found, none expected"), key->key, period);
      return FALSE;
    }
  return TRUE;
}

static KkrOverlayKey *
ensure_key (KkrOverlay *self, const char *text)
{
  KkrOverlayKey *key = kkr_overlay_touch (self, text);
  KkrKeyFacts nothing = { 0 };

  if (key == NULL)
    {
      key = kkr_overlay_key_new (text, &nothing);
      g_hash_table_insert (self->keys, key->key, key);
    }
  return key;
}

/**
 * kkr_overlay_add:
 * @self: an overlay
 * @key: the key of the fact
 * @unit: what the value counts
 * @valid: the period of the fact, as files write it: `2024`, `2023K2`, `2024-07-01/..`
 * @value: the value: a number as files have it or as Danish documents print it
 * @error: return location for an error
 *
 * Adds a fact under a key that has none for these days. Money is nominal; the fact has always been
 * known.
 *
 * Returns: %TRUE, or %FALSE with `KKR_CALC_ERROR_OUT_OF_RANGE` for what is no key, unit, period or
 *   value of the unit, and `KKR_CALC_ERROR_INCONSISTENT` if the key has another unit, or a value
 *   for some of the days
 *
 * Since: 0.1
 */
gboolean
kkr_overlay_add (KkrOverlay *self, const char *key, KkrUnit unit, const char *valid,
                 const char *value, GError **error)
{
  g_auto (KkrOverlayValue) parsed = { 0 };
  KkrOverlayKey *touched;
  KkrOverlaySpan span;

  g_return_val_if_fail (KKR_IS_OVERLAY (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (valid != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_key (key, error) || !check_unit (unit, error)
      || !kkr_overlay_read_span (valid, &span, error)
      || !kkr_overlay_value_parse (value, unit, &parsed, error))
    return FALSE;
  touched = ensure_key (self, key);
  if (!check_room (touched, unit, &span, error))
    return FALSE;
  kkr_overlay_fact_set (kkr_overlay_key_add (touched, unit, &span), &parsed);
  return TRUE;
}

/**
 * kkr_overlay_add_text:
 * @self: an overlay
 * @key: the key of the fact
 * @valid: the period of the fact
 * @text: the value
 * @error: return location for an error
 *
 * Adds a fact that is a text; see [method@Overlay.add].
 *
 * Returns: %TRUE, or %FALSE with an error
 *
 * Since: 0.1
 */
gboolean
kkr_overlay_add_text (KkrOverlay *self, const char *key, const char *valid, const char *text,
                      GError **error)
{
  KkrOverlayKey *touched;
  KkrOverlaySpan span;
  KkrUnit unit = KKR_UNIT_NONE;

  g_return_val_if_fail (KKR_IS_OVERLAY (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (valid != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_key (key, error) || !kkr_overlay_check_text (text, error)
      || !kkr_overlay_read_span (valid, &span, error))
    return FALSE;
  touched = ensure_key (self, key);
  if (!check_room (touched, KKR_UNIT_UNSET, &span, error))
    return FALSE;
  if (touched->facts->len > 0)
    unit = (KkrUnit) g_array_index (touched->facts, KkrOverlayFact, 0).record.unit;
  kkr_overlay_fact_set_text (touched, kkr_overlay_key_add (touched, unit, &span), text);
  return TRUE;
}
