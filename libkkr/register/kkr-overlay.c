/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/base/kkr-problem-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-overlay-private.h>

/**
 * KkrOverlay:
 *
 * A what-if (hvad nu hvis): facts of a register that are changed, added or removed. The register
 * below stays as it is; [method@Overlay.apply] gives a second one that shares its memory and
 * answers with the assumed values.
 *
 * A value that an overlay puts in has no source, is not confirmed, and says so
 * ([method@Fact.is_overlaid]); results that use one have a note, and so have results that use none
 * although the register is an overlay.
 *
 * Values are written as files have them, with a dot as decimal sign (`19156058.50`), or as Danish
 * documents print them (`19.156.058,50 kr.`, `19,2 mio. kr.`). What could be either, such as
 * `1.156`, is refused.
 *
 * An overlay can be changed by one thread at a time. The registers made from it are immutable.
 *
 * Since: 0.1
 */

G_DEFINE_FINAL_TYPE (KkrOverlay, kkr_overlay, G_TYPE_OBJECT)

typedef enum {
  PROP_BELOW = 1,
  PROP_N_CHANGED,
  PROP_N_ADDED,
  PROP_N_REMOVED,
} KkrOverlayProperty;

#define N_PROPS (PROP_N_REMOVED + 1)

static GParamSpec *props[N_PROPS];

static void
kkr_overlay_finalize (GObject *object)
{
  KkrOverlay *self = KKR_OVERLAY (object);

  g_hash_table_unref (self->keys);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->not_found);
  g_clear_object (&self->base);
  G_OBJECT_CLASS (kkr_overlay_parent_class)->finalize (object);
}

static void
kkr_overlay_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrOverlay *self = KKR_OVERLAY (object);

  switch ((KkrOverlayProperty) prop_id)
    {
    case PROP_BELOW:
      g_value_set_object (value, kkr_overlay_get_below (self));
      break;
    case PROP_N_CHANGED:
      g_value_set_uint (value, kkr_overlay_get_n_changed (self));
      break;
    case PROP_N_ADDED:
      g_value_set_uint (value, kkr_overlay_get_n_added (self));
      break;
    case PROP_N_REMOVED:
      g_value_set_uint (value, kkr_overlay_get_n_removed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
kkr_overlay_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  KkrOverlay *self = KKR_OVERLAY (object);

  if (prop_id == PROP_BELOW)
    g_set_object (&self->base, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kkr_overlay_constructed (GObject *object)
{
  KkrOverlay *self = KKR_OVERLAY (object);

  G_OBJECT_CLASS (kkr_overlay_parent_class)->constructed (object);
  /* Nothing below is a register that knows nothing. */
  if (self->base == NULL)
    self->base = g_object_new (KKR_TYPE_REGISTER, NULL);
}

/**
 * KkrOverlay:below: (getter get_below)
 *
 * The register below.
 *
 * Since: 0.1
 */
/**
 * KkrOverlay:n-changed: (getter get_n_changed)
 *
 * How many facts have another value than in the register below.
 *
 * Since: 0.1
 */
/**
 * KkrOverlay:n-added: (getter get_n_added)
 *
 * How many facts were added.
 *
 * Since: 0.1
 */
/**
 * KkrOverlay:n-removed: (getter get_n_removed)
 *
 * How many facts of the register below are gone.
 *
 * Since: 0.1
 */
static void
kkr_overlay_class_init (KkrOverlayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = kkr_overlay_constructed;
  object_class->finalize = kkr_overlay_finalize;
  object_class->get_property = kkr_overlay_get_property;
  object_class->set_property = kkr_overlay_set_property;
  props[PROP_BELOW] = g_param_spec_object ("below", NULL, NULL, KKR_TYPE_REGISTER,
                                          flags | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_N_CHANGED] = g_param_spec_uint ("n-changed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_ADDED] = g_param_spec_uint ("n-added", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_REMOVED] = g_param_spec_uint ("n-removed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
free_key (gpointer data)
{
  kkr_overlay_key_free (data);
}

static void
kkr_overlay_init (KkrOverlay *self)
{
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_key);
  self->problems = g_ptr_array_new_with_free_func (g_object_unref);
  self->not_found = g_ptr_array_new_with_free_func (g_free);
}

/**
 * kkr_overlay_new:
 * @below: the register below, which may be an overlay itself
 *
 * Makes an overlay that changes nothing yet.
 *
 * Returns: (transfer full): an overlay
 *
 * Since: 0.1
 */
KkrOverlay *
kkr_overlay_new (KkrRegister *below)
{
  g_return_val_if_fail (KKR_IS_REGISTER (below), NULL);
  return g_object_new (KKR_TYPE_OVERLAY, "below", below, NULL);
}

/**
 * kkr_overlay_get_below: (get-property below)
 * @self: an overlay
 *
 * Gets the register below.
 *
 * Returns: (transfer none): the register
 *
 * Since: 0.1
 */
KkrRegister *
kkr_overlay_get_below (KkrOverlay *self)
{
  g_return_val_if_fail (KKR_IS_OVERLAY (self), NULL);
  return self->base;
}

KkrOverlayKey *
kkr_overlay_touch (KkrOverlay *self, const char *key)
{
  KkrOverlayKey *touched = g_hash_table_lookup (self->keys, key);
  KkrKeyFacts found;

  if (touched != NULL || !kkr_register_find_key_facts (self->base, key, &found))
    return touched;
  touched = kkr_overlay_key_new (key, &found);
  g_hash_table_insert (self->keys, touched->key, touched);
  return touched;
}

static char *
suggest_key (KkrOverlay *self, const char *key)
{
  g_auto (KkrNearest) nearest = { 0 };

  kkr_nearest_init (&nearest, key, 3, FALSE);
  kkr_register_offer_keys (self->base, key, &nearest);
  return nearest.n > 0 ? kkr_nearest_quote (&nearest) : NULL;
}

static char *
suggest_periods (const KkrOverlayKey *key)
{
  GString *text = g_string_new (NULL);
  g_autofree char *last = NULL;

  for (guint i = 0; i < key->facts->len; i++)
    {
      const KkrOverlayFact *fact = &g_array_index (key->facts, KkrOverlayFact, i);
      g_autofree char *period = kkr_overlay_dup_period (&fact->record);

      if (fact->removed || g_strcmp0 (period, last) == 0)
        continue;
      g_string_append_printf (text, "%s%s", last != NULL ? ", " : "", period);
      g_free (last);
      last = g_steal_pointer (&period);
    }
  return g_string_free (text, FALSE);
}

void
kkr_overlay_miss (KkrOverlay *self, const char *key, const char *valid)
{
  KkrOverlayKey *touched = g_hash_table_lookup (self->keys, key);
  g_autofree char *quoted = kkr_text_quote (key);
  g_autofree char *suggestion = touched != NULL ? suggest_periods (touched)
                                                : suggest_key (self, key);
  g_autofree char *text = touched != NULL
    ? g_strdup_printf (_("%s has no value for these days alone: %s found, one of the periods it "
                         "has expected"), key, valid != NULL ? valid : "../..")
    : g_strdup_printf (_("the register has no such key: %s found"), quoted);

  g_ptr_array_add (self->not_found, valid != NULL ? g_strdup_printf ("%s %s", key, valid)
                                                  : g_strdup (key));
  g_ptr_array_add (self->problems,
                   kkr_problem_new (&(KkrProblemInit) { .rule = "no-such-fact",
                                                        .severity = KKR_SEVERITY_WARNING,
                                                        .code = KKR_CALC_ERROR_NO_DATA,
                                                        .text = text,
                                                        .suggestion = suggestion }));
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const KkrOverlayKey *left = *(const KkrOverlayKey *const *) a;
  const KkrOverlayKey *right = *(const KkrOverlayKey *const *) b;

  return g_strcmp0 (left->key, right->key);
}

GPtrArray *
kkr_overlay_sort_keys (KkrOverlay *self)
{
  GPtrArray *keys = g_ptr_array_sized_new (g_hash_table_size (self->keys));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, NULL, &key))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}

/**
 * kkr_overlay_apply:
 * @self: an overlay
 * @error: return location for an error
 *
 * Makes the register as it is with the overlay. It shares the memory of the register below and is
 * immutable: what is done to the overlay afterwards does not change it. Its version and checksum
 * say that it is an overlay.
 *
 * Returns: (transfer full): a register, or %NULL with `KKR_CALC_ERROR_OVERFLOW` if there is too
 *   much text
 *
 * Since: 0.1
 */
KkrRegister *
kkr_overlay_apply (KkrOverlay *self, GError **error)
{
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (KkrDelta) delta = NULL;

  g_return_val_if_fail (KKR_IS_OVERLAY (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  keys = kkr_overlay_sort_keys (self);
  delta = kkr_overlay_pack (self->base, keys, error);
  return delta != NULL ? kkr_register_new_from_delta (delta) : NULL;
}
