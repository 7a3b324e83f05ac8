/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-overlay-private.h>

gboolean
kkr_overlay_read_span (const char *valid, KkrOverlaySpan *span, GError **error)
{
  g_autofree char *quoted = NULL;

  *span = (KkrOverlaySpan) { .from = KKR_DATE_MIN, .until = KKR_DATE_MAX };
  if (valid == NULL
      || kkr_period_parse_bounds (valid, &span->from, &span->until, &span->from_precision,
                                  &span->until_precision))
    return TRUE;
  quoted = kkr_text_quote (valid);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("valid is no period: %s found, one such as 2024, 2023K2 or 2023-08-21/.. "
                 "expected"), quoted);
  return FALSE;
}

gboolean
kkr_overlay_check_text (const char *text, GError **error)
{
  gboolean good = *text != '\0' && g_utf8_validate (text, -1, NULL);

  /* No file could hold it. */
  for (const char *at = text; good && *at != '\0'; at = g_utf8_next_char (at))
    good = !g_unichar_iscntrl (g_utf8_get_char (at)) || strchr ("\t\n\r", *at) != NULL;
  if (!good)
    g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                         _("bad text: nothing, control characters or no UTF-8 found, some text "
                           "expected"));
  return good;
}

/* Whether the text is a value of every fact, before any is changed. */
static gboolean
check_value (const KkrOverlayKey *key, const KkrOverlaySpan *span, const char *text, guint *n,
             GError **error)
{
  *n = 0;
  for (guint i = 0; i < key->facts->len; i++)
    {
      const KkrOverlayFact *fact = &g_array_index (key->facts, KkrOverlayFact, i);
      g_auto (KkrOverlayValue) value = { 0 };

      if (!kkr_overlay_fact_is_within (fact, span))
        continue;
      if (fact->is_text ? !kkr_overlay_check_text (text, error)
                         : !kkr_overlay_value_parse (text, (KkrUnit) fact->record.unit, &value,
                                                     error))
        {
          g_prefix_error (error, "%s: ", key->key);
          return FALSE;
        }
      ++*n;
    }
  return TRUE;
}

static void
change_fact (KkrOverlayKey *key, KkrOverlayFact *fact, const char *text)
{
  g_auto (KkrOverlayValue) value = { 0 };

  if (fact->is_text)
    kkr_overlay_fact_set_text (key, fact, text);
  else if (kkr_overlay_value_parse (text, (KkrUnit) fact->record.unit, &value, NULL))
    kkr_overlay_fact_set (fact, &value);
}

/**
 * kkr_overlay_change:
 * @self: an overlay
 * @key: the key of the facts
 * @valid: (nullable): the period of the facts, or %NULL for all that the key has
 * @value: the new value: a number as files have it or as Danish documents print it; for facts that
 *   are texts, the text
 * @error: return location for an error
 *
 * Gives another value to the facts of a key that hold within a period, whatever their price level
 * and the day they became known. A fact that holds for days outside of the period too is left
 * alone. Unit, title, period and price level stay.
 *
 * If there is no such fact, nothing is changed and [method@Overlay.dup_not_found] has one more.
 *
 * Returns: %TRUE, or %FALSE with `KKR_CALC_ERROR_OUT_OF_RANGE` for what is no period, or no value
 *   of the facts' unit
 *
 * Since: 0.1
 */
gboolean
kkr_overlay_change (KkrOverlay *self, const char *key, const char *valid, const char *value,
                    GError **error)
{
  KkrOverlayKey *touched;
  KkrOverlaySpan span;
  guint n = 0;

  g_return_val_if_fail (KKR_IS_OVERLAY (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!kkr_overlay_read_span (valid, &span, error))
    return FALSE;
  touched = kkr_overlay_touch (self, key);
  if (touched != NULL && !check_value (touched, &span, value, &n, error))
    return FALSE;
  for (guint i = 0; n > 0 && i < touched->facts->len; i++)
    {
      KkrOverlayFact *fact = &g_array_index (touched->facts, KkrOverlayFact, i);

      if (kkr_overlay_fact_is_within (fact, &span))
        change_fact (touched, fact, value);
    }
  if (n == 0)
    kkr_overlay_miss (self, key, valid);
  return TRUE;
}

/**
 * kkr_overlay_remove:
 * @self: an overlay
 * @key: the key of the facts
 * @valid: (nullable): the period of the facts, or %NULL for all that the key has
 * @error: return location for an error
 *
 * Takes out the facts of a key that hold within a period; see [method@Overlay.change].
 *
 * Returns: %TRUE, or %FALSE with `KKR_CALC_ERROR_OUT_OF_RANGE` for what is no period
 *
 * Since: 0.1
 */
gboolean
kkr_overlay_remove (KkrOverlay *self, const char *key, const char *valid, GError **error)
{
  KkrOverlayKey *touched;
  KkrOverlaySpan span;
  guint n = 0;

  g_return_val_if_fail (KKR_IS_OVERLAY (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!kkr_overlay_read_span (valid, &span, error))
    return FALSE;
  touched = kkr_overlay_touch (self, key);
  for (guint i = 0; touched != NULL && i < touched->facts->len; i++)
    {
      KkrOverlayFact *fact = &g_array_index (touched->facts, KkrOverlayFact, i);

      if (kkr_overlay_fact_is_within (fact, &span))
        {
          fact->removed = TRUE;
          n++;
        }
    }
  if (n == 0)
    kkr_overlay_miss (self, key, valid);
  return TRUE;
}
