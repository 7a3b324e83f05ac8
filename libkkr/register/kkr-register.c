/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/register/kkr-packaged-private.h>
#include <libkkr/register/kkr-register-private.h>
#include <libkkr/register/kkr-store-check-private.h>

/**
 * KkrRegister:
 *
 * Dated facts with their sources, and the regions, municipalities and arrangements they speak of.
 * A register is immutable and safe to share between threads; what it hands out stays alive without
 * it.
 *
 * The packaged register is part of the library ([ctor@Register.new_packaged]); others are read from
 * files by a [class@RegisterReader]. A register that is made with no arguments knows nothing.
 *
 * Since: 0.1
 */

struct _KkrRegister {
  GObject parent_instance;

  KkrStore *store;
  KkrDelta *delta;
  GListModel *nothing;
};

G_DEFINE_FINAL_TYPE (KkrRegister, kkr_register, G_TYPE_OBJECT)

typedef enum {
  PROP_DATA_VERSION = 1,
  PROP_SHA256,
  PROP_N_FACTS,
  PROP_SOURCES,
} KkrRegisterProperty;

/* The lists of things follow in the order of kkr_models, with gaps where a child model is. */
#define N_PROPS (PROP_SOURCES + 1)

static GParamSpec *props[N_PROPS];

static void
kkr_register_finalize (GObject *object)
{
  KkrRegister *self = KKR_REGISTER (object);

  g_clear_pointer (&self->delta, kkr_delta_unref);
  g_clear_pointer (&self->store, kkr_store_unref);
  g_clear_object (&self->nothing);
  G_OBJECT_CLASS (kkr_register_parent_class)->finalize (object);
}

static void
kkr_register_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrRegister *self = KKR_REGISTER (object);

  switch ((KkrRegisterProperty) prop_id)
    {
    case PROP_DATA_VERSION:
      g_value_set_string (value, kkr_register_get_data_version (self));
      break;
    case PROP_SHA256:
      g_value_set_string (value, kkr_register_get_sha256 (self));
      break;
    case PROP_N_FACTS:
      g_value_set_uint (value, kkr_register_get_n_facts (self));
      break;
    case PROP_SOURCES:
      g_value_set_object (value, kkr_register_get_sources (self));
      break;
    default:
      g_value_set_object (value, kkr_register_get_entities (self, kkr_models[prop_id - N_PROPS]));
      break;
    }
}

/**
 * KkrRegister:data-version: (getter get_data_version)
 *
 * Which edition of the facts it is.
 *
 * Since: 0.1
 */
/**
 * KkrRegister:sha256: (getter get_sha256)
 *
 * The checksum of the files it was read from.
 *
 * Since: 0.1
 */
/**
 * KkrRegister:n-facts: (getter get_n_facts)
 *
 * How many facts there are.
 *
 * Since: 0.1
 */
/**
 * KkrRegister:sources: (getter get_sources)
 *
 * The documents that the facts come from, ascending by id.
 *
 * Since: 0.1
 */
static void
kkr_register_class_init (KkrRegisterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = kkr_register_finalize;
  object_class->get_property = kkr_register_get_property;
  props[PROP_DATA_VERSION] = g_param_spec_string ("data-version", NULL, NULL, NULL, flags);
  props[PROP_SHA256] = g_param_spec_string ("sha256", NULL, NULL, NULL, flags);
  props[PROP_N_FACTS] = g_param_spec_uint ("n-facts", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_SOURCES] = g_param_spec_object ("sources", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (kkr_models[i]->parent == NULL)
      g_object_class_install_property (object_class, N_PROPS + i,
        g_param_spec_object (kkr_models[i]->plural, NULL, NULL, G_TYPE_LIST_MODEL, flags));
}

static void
kkr_register_init (KkrRegister *self)
{
  self->nothing = kkr_frozen_list_new (G_TYPE_OBJECT, NULL, 0);
}

KkrRegister *
kkr_register_new_take_store (KkrStore *store)
{
  KkrRegister *self;

  if (store == NULL)
    return NULL;
  self = g_object_new (KKR_TYPE_REGISTER, NULL);
  self->store = store;
  return self;
}

KkrRegister *
kkr_register_new_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (KkrStore) store = kkr_store_new (bytes, error);

  if (store == NULL || !kkr_store_check (store, error))
    return NULL;
  return kkr_register_new_take_store (g_steal_pointer (&store));
}

KkrRegister *
kkr_register_new_from_delta (KkrDelta *delta)
{
  KkrRegister *self = g_object_new (KKR_TYPE_REGISTER, NULL);

  self->delta = kkr_delta_ref (delta);
  self->store = delta->store != NULL ? kkr_store_ref (delta->store) : NULL;
  return self;
}

KkrDelta *
kkr_register_get_delta (KkrRegister *self)
{
  return self->delta;
}

KkrStore *
kkr_register_get_store (KkrRegister *self)
{
  return self->store;
}

GListModel *
kkr_register_get_entities (KkrRegister *self, const KkrModel *model)
{
  return self->store != NULL ? kkr_store_get_list (self->store, model) : self->nothing;
}

/**
 * kkr_register_get_sources: (get-property sources)
 * @self: a register
 *
 * Gets the documents that the facts come from, ascending by id.
 *
 * Returns: (transfer none): a list of [class@Source] that never changes
 *
 * Since: 0.1
 */
GListModel *
kkr_register_get_sources (KkrRegister *self)
{
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  return self->store != NULL ? kkr_store_get_sources (self->store) : self->nothing;
}

/**
 * kkr_register_dup_sources:
 * @self: a register
 * @n_sources: (out): how many there are
 *
 * Gets the documents that the facts come from, ascending by id, as an array.
 *
 * Returns: (array length=n_sources) (transfer full): the array
 *
 * Since: 0.1
 */
KkrSource **
kkr_register_dup_sources (KkrRegister *self, gsize *n_sources)
{
  g_return_val_if_fail (n_sources != NULL, NULL);
  *n_sources = 0;
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  return (KkrSource **) kkr_frozen_list_dup_items (kkr_register_get_sources (self), n_sources);
}

/**
 * kkr_register_new_packaged:
 *
 * Opens the register that is part of the library. It is looked at where it lies in the library's
 * memory: nothing is read, and the environment is not asked.
 *
 * Returns: (transfer full): the packaged register
 *
 * Since: 0.1
 */
KkrRegister *
kkr_register_new_packaged (void)
{
  gsize size;
  const guint8 *data = kkr_packaged_data (&size);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  KkrRegister *self = kkr_register_new_take_store (kkr_store_new (bytes, NULL));

  /* The build has opened and checked the same bytes, so this is a damaged library. */
  return self != NULL ? self : g_object_new (KKR_TYPE_REGISTER, NULL);
}

/**
 * kkr_register_get_data_version: (get-property data-version)
 * @self: a register
 *
 * Gets which edition of the facts this is: the highest version that its files name. That of an
 * overlay is the version below it and `+overlay`.
 *
 * Returns: the version, for example "2026.11", or "" if no file names one
 *
 * Since: 0.1
 */
const char *
kkr_register_get_data_version (KkrRegister *self)
{
  const char *version = NULL;

  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  if (self->delta != NULL)
    return self->delta->data_version;
  if (self->store != NULL)
    version = kkr_store_get_text (self->store, kkr_store_get_header (self->store)->data_version);
  return version != NULL ? version : "";
}

/**
 * kkr_register_get_sha256: (get-property sha256)
 * @self: a register
 *
 * Gets the checksum of the bytes of its files, one after another in the order they were read in;
 * the packaged files are read in the order of their names. That of an overlay is made of the
 * checksum below it and of what the overlay changes.
 *
 * Returns: SHA-256 as 64 hexadecimal digits, or "" for a register made with no arguments
 *
 * Since: 0.1
 */
const char *
kkr_register_get_sha256 (KkrRegister *self)
{
  const char *sha256 = NULL;

  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  if (self->delta != NULL)
    return self->delta->sha256;
  if (self->store != NULL)
    sha256 = kkr_store_get_text (self->store, kkr_store_get_header (self->store)->sha256);
  return sha256 != NULL ? sha256 : "";
}

/**
 * kkr_register_is_overlay:
 * @self: a register
 *
 * Gets whether the register was made by an [class@Overlay].
 *
 * Returns: %TRUE if facts may have been changed, added or removed
 *
 * Since: 0.1
 */
gboolean
kkr_register_is_overlay (KkrRegister *self)
{
  g_return_val_if_fail (KKR_IS_REGISTER (self), FALSE);
  return self->delta != NULL;
}

/**
 * kkr_register_get_n_facts: (get-property n-facts)
 * @self: a register
 *
 * Gets how many facts there are.
 *
 * Returns: the number of facts
 *
 * Since: 0.1
 */
guint
kkr_register_get_n_facts (KkrRegister *self)
{
  guint n = 0;

  g_return_val_if_fail (KKR_IS_REGISTER (self), 0);
  if (self->store != NULL)
    kkr_store_get_records (self->store, KKR_SPAN_FACTS, sizeof (KkrFactRecord), &n);
  if (self->delta != NULL)
    n = kkr_delta_count_facts (self->delta, n);
  return n;
}
