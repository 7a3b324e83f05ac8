/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/base/kkr-period-private.h>
#include <libkkr/model/kkr-entity-state-private.h>

/**
 * KkrEntity:
 *
 * A thing that a register knows: a municipality, an offer, a deadline. Immutable and safe to share
 * between threads; it holds the things it refers to and what it consists of.
 *
 * Whatever it is, it says in which period it holds, which document says so and where in it, and in
 * which file and line it was read. The classes below it add what is theirs.
 *
 * Since: 0.1
 */

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KkrEntity, kkr_entity, G_TYPE_OBJECT)

/**
 * KkrEntity:id: (getter get_id)
 *
 * What it is called in files and inputs: an id, a code or a key.
 *
 * Since: 0.1
 */
/**
 * KkrEntity:title: (getter get_title)
 *
 * Its title or name, in Danish.
 *
 * Since: 0.1
 */
/**
 * KkrEntity:valid-from: (getter get_valid_from)
 *
 * The first day on which it holds.
 *
 * Since: 0.1
 */
/**
 * KkrEntity:valid-until: (getter get_valid_until)
 *
 * The last day on which it holds.
 *
 * Since: 0.1
 */
/**
 * KkrEntity:source: (getter get_source)
 *
 * The document that says so.
 *
 * Since: 0.1
 */
/**
 * KkrEntity:section: (getter get_section)
 *
 * Where in the document, in Danish.
 *
 * Since: 0.1
 */
/**
 * KkrEntity:confirmed: (getter get_confirmed)
 *
 * Whether the source says all that this object says.
 *
 * Since: 0.1
 */
/**
 * KkrEntity:note-da:
 *
 * What there is to remark, in Danish.
 *
 * Since: 0.1
 */
/**
 * KkrEntity:note-en:
 *
 * What there is to remark, in English.
 *
 * Since: 0.1
 */
/**
 * KkrEntity:uri: (getter get_uri)
 *
 * The file it was read from.
 *
 * Since: 0.1
 */
/**
 * KkrEntity:line: (getter get_line)
 *
 * The line of that file.
 *
 * Since: 0.1
 */
typedef enum {
  PROP_ID = 1,
  PROP_TITLE,
  PROP_VALID_FROM,
  PROP_VALID_UNTIL,
  PROP_SOURCE,
  PROP_SECTION,
  PROP_CONFIRMED,
  PROP_NOTE_DA,
  PROP_NOTE_EN,
  PROP_URI,
  PROP_LINE,
} KkrEntityProperty;

#define N_PROPS (PROP_LINE + 1)

static GParamSpec *props[N_PROPS];

KkrEntityState *
kkr_entity_get_state (KkrEntity *self)
{
  KkrEntityPrivate *priv = kkr_entity_get_instance_private (self);

  return &priv->state;
}

static void
kkr_entity_finalize (GObject *object)
{
  kkr_entity_clear_state (kkr_entity_get_state (KKR_ENTITY (object)));
  G_OBJECT_CLASS (kkr_entity_parent_class)->finalize (object);
}

static void
kkr_entity_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrEntity *self = KKR_ENTITY (object);

  switch ((KkrEntityProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, kkr_entity_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, kkr_entity_get_title (self));
      break;
    case PROP_VALID_FROM:
      g_value_set_string (value, kkr_entity_get_valid_from (self));
      break;
    case PROP_VALID_UNTIL:
      g_value_set_string (value, kkr_entity_get_valid_until (self));
      break;
    case PROP_SOURCE:
      g_value_set_object (value, kkr_entity_get_source (self));
      break;
    case PROP_SECTION:
      g_value_set_string (value, kkr_entity_get_section (self));
      break;
    case PROP_CONFIRMED:
      g_value_set_boolean (value, kkr_entity_get_confirmed (self));
      break;
    case PROP_NOTE_DA:
      g_value_set_string (value, kkr_entity_get_common (self, KKR_COMMON_NOTE_DA)->text);
      break;
    case PROP_NOTE_EN:
      g_value_set_string (value, kkr_entity_get_common (self, KKR_COMMON_NOTE_EN)->text);
      break;
    case PROP_URI:
      g_value_set_string (value, kkr_entity_get_uri (self));
      break;
    case PROP_LINE:
      g_value_set_uint (value, kkr_entity_get_line (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
kkr_entity_class_init (KkrEntityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  static const struct {
    KkrEntityProperty id;
    const char *name;
  } texts[] = {
    { PROP_ID, "id" }, { PROP_TITLE, "title" }, { PROP_VALID_FROM, "valid-from" },
    { PROP_VALID_UNTIL, "valid-until" }, { PROP_SECTION, "section" }, { PROP_NOTE_DA, "note-da" },
    { PROP_NOTE_EN, "note-en" }, { PROP_URI, "uri" },
  };

  object_class->finalize = kkr_entity_finalize;
  object_class->get_property = kkr_entity_get_property;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    props[texts[i].id] = g_param_spec_string (texts[i].name, NULL, NULL, NULL, flags);
  props[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, KKR_TYPE_SOURCE, flags);
  props[PROP_CONFIRMED] = g_param_spec_boolean ("confirmed", NULL, NULL, FALSE, flags);
  props[PROP_LINE] = g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kkr_entity_init (KkrEntity *self)
{
}

/**
 * kkr_entity_get_id: (get-property id)
 * @self: a thing of a register
 *
 * Gets what it is called in files and inputs: an id such as "socialtilsyn-nord", a municipality's
 * or region's code, the key of a parameter.
 *
 * Returns: (nullable): the id, or %NULL for what has none, such as a deadline
 *
 * Since: 0.1
 */
const char *
kkr_entity_get_id (KkrEntity *self)
{
  g_return_val_if_fail (KKR_IS_ENTITY (self), NULL);
  return kkr_entity_get_state (self)->id;
}

/**
 * kkr_entity_get_valid_from: (get-property valid-from)
 * @self: a thing of a register
 *
 * Gets the first day on which it holds. Where the source knows only that it was at the latest a
 * day, it is that day.
 *
 * Returns: (nullable): the day as ISO 8601 has it, or %NULL if none is known
 *
 * Since: 0.1
 */
const char *
kkr_entity_get_valid_from (KkrEntity *self)
{
  g_return_val_if_fail (KKR_IS_ENTITY (self), NULL);
  return kkr_entity_get_state (self)->valid_from;
}

/**
 * kkr_entity_get_valid_until: (get-property valid-until)
 * @self: a thing of a register
 *
 * Gets the last day on which it holds.
 *
 * Returns: (nullable): the day as ISO 8601 has it, or %NULL if no end is known
 *
 * Since: 0.1
 */
const char *
kkr_entity_get_valid_until (KkrEntity *self)
{
  g_return_val_if_fail (KKR_IS_ENTITY (self), NULL);
  return kkr_entity_get_state (self)->valid_until;
}

/**
 * kkr_entity_dup_valid:
 * @self: a thing of a register
 *
 * Gets the period in which it holds, with the precision of its bounds.
 *
 * Returns: (transfer full): the period; all time if none is known
 *
 * Since: 0.1
 */
KkrPeriod *
kkr_entity_dup_valid (KkrEntity *self)
{
  const KkrFieldValue *valid;

  g_return_val_if_fail (KKR_IS_ENTITY (self), NULL);
  valid = kkr_entity_get_common (self, KKR_COMMON_VALID);
  return kkr_period_new_bounds (valid->from, valid->until,
                                (KkrDatePrecision) valid->from_precision,
                                (KkrDatePrecision) valid->until_precision);
}

/**
 * kkr_entity_is_valid_on:
 * @self: a thing of a register
 * @day: a day as ISO 8601 has it
 * @error: return location for a [error@CalcError]
 *
 * Gets whether it holds on a day. In C, only @error tells a day on which it does not from what is
 * no day.
 *
 * Returns: %TRUE if it does; %FALSE without an error if it does not, and %FALSE with `OUT_OF_RANGE`
 *   if @day is no day
 *
 * Since: 0.1
 */
gboolean
kkr_entity_is_valid_on (KkrEntity *self, const char *day, GError **error)
{
  gint32 days;

  g_return_val_if_fail (KKR_IS_ENTITY (self), FALSE);
  g_return_val_if_fail (day != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  return kkr_date_read (day, &days, error) && kkr_entity_holds_on (self, days);
}

gboolean
kkr_entity_holds_on (KkrEntity *self, gint32 day)
{
  const KkrFieldValue *valid = kkr_entity_get_common (self, KKR_COMMON_VALID);

  return valid->from <= day && day <= valid->until;
}

/**
 * kkr_entity_get_source: (get-property source)
 * @self: a thing of a register
 *
 * Gets the document that says so.
 *
 * Returns: (transfer none) (nullable): the source
 *
 * Since: 0.1
 */
KkrSource *
kkr_entity_get_source (KkrEntity *self)
{
  g_return_val_if_fail (KKR_IS_ENTITY (self), NULL);
  return (KkrSource *) kkr_entity_get_common (self, KKR_COMMON_SOURCE)->object;
}

/**
 * kkr_entity_get_section: (get-property section)
 * @self: a thing of a register
 *
 * Gets the place in the source.
 *
 * Returns: (nullable): the section, in Danish
 *
 * Since: 0.1
 */
const char *
kkr_entity_get_section (KkrEntity *self)
{
  g_return_val_if_fail (KKR_IS_ENTITY (self), NULL);
  return kkr_entity_get_common (self, KKR_COMMON_SECTION)->text;
}

/**
 * kkr_entity_get_confirmed: (get-property confirmed)
 * @self: a thing of a register
 *
 * Gets whether the source says all that this object says.
 *
 * Returns: %FALSE if something was entered from elsewhere
 *
 * Since: 0.1
 */
gboolean
kkr_entity_get_confirmed (KkrEntity *self)
{
  g_return_val_if_fail (KKR_IS_ENTITY (self), FALSE);
  return kkr_entity_get_common (self, KKR_COMMON_CONFIRMED)->number != 0;
}

/**
 * kkr_entity_get_uri: (get-property uri)
 * @self: a thing of a register
 *
 * Gets the file it was read from, as it was named then.
 *
 * Returns: (nullable): the name of the file, or %NULL if it was not read from one
 *
 * Since: 0.1
 */
const char *
kkr_entity_get_uri (KkrEntity *self)
{
  g_return_val_if_fail (KKR_IS_ENTITY (self), NULL);
  return kkr_entity_get_state (self)->uri;
}

/**
 * kkr_entity_get_line: (get-property line)
 * @self: a thing of a register
 *
 * Gets the line of the file it was read from.
 *
 * Returns: the line from 1, or 0 if it was not read from a file
 *
 * Since: 0.1
 */
guint
kkr_entity_get_line (KkrEntity *self)
{
  g_return_val_if_fail (KKR_IS_ENTITY (self), 0);
  return kkr_entity_get_state (self)->line;
}
