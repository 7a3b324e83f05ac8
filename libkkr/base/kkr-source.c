/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-source.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>

/**
 * KkrSource:
 *
 * A document that facts come from (kilde): an agenda, a framework agreement, a statistic.
 *
 * A source is immutable and may be shared between threads.
 *
 * Since: 0.1
 */
struct _KkrSource {
  GObject parent_instance;

  char *id;
  char *title;
  char *publisher;
  char *date;
};

typedef enum {
  PROP_ID = 1,
  PROP_TITLE,
  PROP_PUBLISHER,
  PROP_DATE,
} KkrSourceProperty;

#define N_PROPS (PROP_DATE + 1)

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (KkrSource, kkr_source, G_TYPE_OBJECT)

static void
kkr_source_finalize (GObject *object)
{
  KkrSource *self = KKR_SOURCE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->date);
  G_OBJECT_CLASS (kkr_source_parent_class)->finalize (object);
}

static void
kkr_source_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrSource *self = KKR_SOURCE (object);

  switch ((KkrSourceProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PUBLISHER:
      g_value_set_string (value, self->publisher);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kkr_source_class_init (KkrSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = kkr_source_finalize;
  object_class->get_property = kkr_source_get_property;

  /**
   * KkrSource:id: (getter get_id)
   *
   * The name by which facts refer to the source.
   *
   * Since: 0.1
   */
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", flags);
  /**
   * KkrSource:title: (getter get_title)
   *
   * The title as the document prints it.
   *
   * Since: 0.1
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  /**
   * KkrSource:publisher: (getter get_publisher)
   *
   * Who published it.
   *
   * Since: 0.1
   */
  props[PROP_PUBLISHER] = g_param_spec_string ("publisher", NULL, NULL, NULL, flags);
  /**
   * KkrSource:date: (getter get_date)
   *
   * The day of the document, as ISO 8601 text.
   *
   * Since: 0.1
   */
  props[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kkr_source_init (KkrSource *self)
{
  self->id = g_strdup ("");
  self->title = g_strdup ("");
}

/**
 * kkr_source_new:
 * @id: the name by which facts refer to the source
 * @title: the title as the document prints it
 * @publisher: (nullable): who published it
 * @date: (nullable): the day of the document, as ISO 8601 text
 *
 * Makes a source.
 *
 * Returns: (transfer full): the source
 *
 * Since: 0.1
 */
KkrSource *
kkr_source_new (const char *id, const char *title, const char *publisher, const char *date)
{
  KkrSource *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (KKR_TYPE_SOURCE, NULL);
  g_free (self->id);
  g_free (self->title);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->publisher = g_strdup (publisher);
  self->date = g_strdup (date);
  return self;
}

/**
 * kkr_source_get_id: (get-property id)
 * @self: a source
 *
 * Gives the name by which facts refer to the source.
 *
 * Returns: (transfer none): the id
 *
 * Since: 0.1
 */
const char *
kkr_source_get_id (KkrSource *self)
{
  g_return_val_if_fail (KKR_IS_SOURCE (self), NULL);
  return self->id;
}

/**
 * kkr_source_get_title: (get-property title)
 * @self: a source
 *
 * Gives the title as the document prints it.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
const char *
kkr_source_get_title (KkrSource *self)
{
  g_return_val_if_fail (KKR_IS_SOURCE (self), NULL);
  return self->title;
}

/**
 * kkr_source_get_publisher: (get-property publisher)
 * @self: a source
 *
 * Says who published it.
 *
 * Returns: (transfer none) (nullable): the publisher
 *
 * Since: 0.1
 */
const char *
kkr_source_get_publisher (KkrSource *self)
{
  g_return_val_if_fail (KKR_IS_SOURCE (self), NULL);
  return self->publisher;
}

/**
 * kkr_source_get_date: (get-property date)
 * @self: a source
 *
 * Gives the day of the document.
 *
 * Returns: (transfer none) (nullable): the day, as ISO 8601 text
 *
 * Since: 0.1
 */
const char *
kkr_source_get_date (KkrSource *self)
{
  g_return_val_if_fail (KKR_IS_SOURCE (self), NULL);
  return self->date;
}

/**
 * kkr_source_to_string:
 * @self: a source
 *
 * Gives the source as a Danish reference: `DAS Social: Dagsorden, 21. august 2023`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_source_to_string (KkrSource *self)
{
  return kkr_source_to_string_in (self, "da");
}

/**
 * kkr_source_to_string_in:
 * @self: a source
 * @language: (nullable): `da` or `en`
 *
 * Gives the source as a reference, with its day written in a language.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_source_to_string_in (KkrSource *self, const char *language)
{
  g_autofree char *day = NULL;
  gboolean published;
  KkrDatePrecision precision;
  gint32 earliest, latest;

  g_return_val_if_fail (KKR_IS_SOURCE (self), NULL);

  if (self->date != NULL && kkr_date_parse_bounds (self->date, &earliest, &latest, &precision))
    day = kkr_date_format_bounds (earliest, latest, precision, language);
  else
    day = g_strdup (self->date);
  published = self->publisher != NULL && *self->publisher != '\0';
  return g_strconcat (published ? self->publisher : "", published ? ": " : "", self->title,
                      day != NULL ? ", " : "", day, NULL);
}

/**
 * kkr_source___str__:
 * @self: a source
 *
 * What Python prints: [method@Source.to_string].
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_source___str__ (KkrSource *self)
{
  return kkr_source_to_string (self);
}

/**
 * kkr_source___repr__:
 * @self: a source
 *
 * What a Python prompt shows.
 *
 * Returns: (transfer full): one line
 *
 * Since: 0.1
 */
char *
kkr_source___repr__ (KkrSource *self)
{
  g_return_val_if_fail (KKR_IS_SOURCE (self), NULL);
  return g_strdup_printf ("<Kkr.Source %s>", self->id);
}
