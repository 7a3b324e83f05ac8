/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-statistics-reader-private.h>

#include <string.h>

#include <libkkr/base/kkr-frozen-list-private.h>

/**
 * KkrStatisticsReader:
 *
 * Reads Statistics Denmark's tables (Statistikbanken) into facts of a register.
 *
 * It reads what a user downloads: CSV with a line a cell (`OMRÅDE;TID;INDHOLD`) or a column a
 * time, with codes or with Danish texts, and JSON-stat. A cell becomes a fact whose key is the
 * prefix, the codes of the table's variables in their order, and the area:
 * `folk1a/total/total/840`. Its time is the period for which it is valid, and it is known from the
 * source's date. Regions have their official codes (`1081`, not `081`), the whole country is `000`,
 * a total is `total`.
 *
 * A mark for no number becomes a status: `..` is suppressed, `.` not applicable, `...` missing; `-`
 * is nought. Area 411, Christiansø, is no municipality: its cells are left out, and a warning says
 * so.
 *
 * Reading does not stop at the first fault, see [class@RegisterReader]. The register can be laid
 * below others, or be looked into by itself. A reader may be used again, and by one thread at a
 * time.
 *
 * Since: 0.1
 */

G_DEFINE_FINAL_TYPE (KkrStatisticsReader, kkr_statistics_reader, G_TYPE_OBJECT)

typedef enum {
  PROP_PREFIX = 1,
  PROP_PRICE_LEVEL,
  PROP_AREA_COLUMN,
  PROP_DECIMAL_SIGN,
  PROP_SOURCE_TITLE,
  PROP_SOURCE_PUBLISHER,
  PROP_SOURCE_DATE,
  PROP_UNIT,
  PROP_REGISTER,
  PROP_SCALE,
  PROP_MAX_BYTES,
  PROP_MAX_ROWS,
  PROP_MAX_COLUMNS,
  PROP_MAX_TEXT,
  PROP_MAX_PROBLEMS,
  PROP_PROBLEMS,
  PROP_PROGRESS,
} KkrStatisticsReaderProperty;

#define N_PROPS (PROP_PROGRESS + 1)

static GParamSpec *props[N_PROPS];

/* Of a property that is a text; NULL of another. */
static char **
get_text (KkrStatisticsReader *self, guint prop_id)
{
  KkrStatisticsSettings *settings = &self->settings;
  char **const texts[] = {
    [PROP_PREFIX] = &settings->prefix, [PROP_PRICE_LEVEL] = &settings->price_level,
    [PROP_AREA_COLUMN] = &settings->area_column, [PROP_DECIMAL_SIGN] = &settings->decimal_sign,
    [PROP_SOURCE_TITLE] = &settings->source_title,
    [PROP_SOURCE_PUBLISHER] = &settings->publisher, [PROP_SOURCE_DATE] = &settings->date,
  };

  return prop_id < G_N_ELEMENTS (texts) ? texts[prop_id] : NULL;
}

static gint64 *
get_number (KkrStatisticsReader *self, guint prop_id)
{
  KkrStatisticsSettings *settings = &self->settings;
  gint64 *const numbers[] = {
    [PROP_SCALE] = &settings->scale, [PROP_MAX_BYTES] = &settings->max_bytes,
    [PROP_MAX_ROWS] = &settings->max_rows, [PROP_MAX_COLUMNS] = &settings->max_columns,
    [PROP_MAX_TEXT] = &settings->max_text, [PROP_MAX_PROBLEMS] = &settings->max_problems,
  };

  return prop_id < G_N_ELEMENTS (numbers) ? numbers[prop_id] : NULL;
}

static void
kkr_statistics_reader_finalize (GObject *object)
{
  KkrStatisticsReader *self = KKR_STATISTICS_READER (object);

  kkr_statistics_settings_clear (&self->settings);
  g_clear_object (&self->problems);
  G_OBJECT_CLASS (kkr_statistics_reader_parent_class)->finalize (object);
}

static void
kkr_statistics_reader_get_property (GObject *object, guint prop_id, GValue *value,
                                    GParamSpec *pspec)
{
  KkrStatisticsReader *self = KKR_STATISTICS_READER (object);

  if (get_text (self, prop_id) != NULL)
    g_value_set_string (value, *get_text (self, prop_id));
  else if (get_number (self, prop_id) != NULL)
    g_value_set_int64 (value, *get_number (self, prop_id));
  else if (prop_id == PROP_UNIT)
    g_value_set_enum (value, (int) self->settings.unit);
  else if (prop_id == PROP_PROGRESS)
    g_value_set_double (value, self->progress);
  else
    g_value_set_object (value, prop_id == PROP_REGISTER ? (gpointer) self->settings.areas
                                                        : (gpointer) self->problems);
}

static void
kkr_statistics_reader_set_property (GObject *object, guint prop_id, const GValue *value,
                                    GParamSpec *pspec)
{
  KkrStatisticsReader *self = KKR_STATISTICS_READER (object);
  char **text = get_text (self, prop_id);

  if (text != NULL)
    {
      g_free (*text);
      *text = g_value_dup_string (value);
    }
  else if (prop_id == PROP_UNIT)
    self->settings.unit = (KkrUnit) g_value_get_enum (value);
  else if (prop_id == PROP_REGISTER)
    g_set_object (&self->settings.areas, g_value_get_object (value));
  else
    *get_number (self, prop_id) = g_value_get_int64 (value);
  g_object_notify_by_pspec (object, pspec);
}

#define FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

static GParamSpec *
text_spec (const char *name, const char *default_value)
{
  return g_param_spec_string (name, NULL, NULL, default_value, FLAGS);
}

static GParamSpec *
number_spec (const char *name, gint64 default_value)
{
  return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, default_value, FLAGS);
}

/**
 * KkrStatisticsReader:prefix:
 *
 * What the keys of the facts begin with, such as `folk1a`: small letters, digits, hyphens and
 * slashes. It must be set.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:price-level:
 *
 * The price level of amounts and rates: a year, or `nominal`; %NULL is nominal.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:area-column:
 *
 * The heading of the column of areas, or the id of the dimension; %NULL finds one by its name
 * (`OMRÅDE`, `BOPKOM`, `area`) or role.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:decimal-sign:
 *
 * The decimal sign in CSV: `,` or `.`. %NULL takes both, but refuses a dot with three digits behind
 * it, which could part thousands.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:source-title:
 *
 * The title of the source; %NULL takes the label of a JSON-stat file, or else Statistikbanken and
 * the prefix.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:source-publisher:
 *
 * Who published the figures.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:source-date:
 *
 * The day or month from which the figures are, such as the day they were fetched; from then on
 * they are known. %NULL takes the day on which a JSON-stat file was updated; CSV does not say, so
 * it must be set.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:unit:
 *
 * What the cells count; amounts are in kroner.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:register:
 *
 * Where areas are looked up; %NULL is the packaged register.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:scale:
 *
 * What a 1 in a cell stands for: 1, or 1000 for a table in thousands, 1000000 or 1000000000.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:max-bytes:
 *
 * How many bytes a file may have.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:max-rows:
 *
 * How many rows a file may have, in JSON-stat cells.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:max-columns:
 *
 * How many columns a file may have, in JSON-stat dimensions.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:max-text:
 *
 * How many bytes a text may have.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:max-problems:
 *
 * After how many errors a reading ends. Of warnings, which do not end it, no more than that are
 * kept.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:problems: (getter get_problems)
 *
 * What the last reading found.
 *
 * Since: 0.1
 */
/**
 * KkrStatisticsReader:progress: (getter get_progress)
 *
 * How far [method@StatisticsReader.read_file_async] has come, from 0 to 1; notified in the main
 * context of its caller.
 *
 * Since: 0.1
 */
static void
kkr_statistics_reader_class_init (KkrStatisticsReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                               | G_PARAM_STATIC_STRINGS;

  object_class->finalize = kkr_statistics_reader_finalize;
  object_class->get_property = kkr_statistics_reader_get_property;
  object_class->set_property = kkr_statistics_reader_set_property;
  props[PROP_PREFIX] = text_spec ("prefix", NULL);
  props[PROP_PRICE_LEVEL] = text_spec ("price-level", NULL);
  props[PROP_AREA_COLUMN] = text_spec ("area-column", NULL);
  props[PROP_DECIMAL_SIGN] = text_spec ("decimal-sign", NULL);
  props[PROP_SOURCE_TITLE] = text_spec ("source-title", NULL);
  props[PROP_SOURCE_PUBLISHER] = text_spec ("source-publisher", KKR_STATISTICS_PUBLISHER);
  props[PROP_SOURCE_DATE] = text_spec ("source-date", NULL);
  props[PROP_UNIT] = g_param_spec_enum ("unit", NULL, NULL, KKR_TYPE_UNIT, KKR_UNIT_COUNT, FLAGS);
  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, KKR_TYPE_REGISTER, FLAGS);
  props[PROP_SCALE] = number_spec ("scale", 1);
  props[PROP_MAX_BYTES] = number_spec ("max-bytes", KKR_STATISTICS_MAX_BYTES);
  props[PROP_MAX_ROWS] = number_spec ("max-rows", KKR_STATISTICS_MAX_ROWS);
  props[PROP_MAX_COLUMNS] = number_spec ("max-columns", KKR_STATISTICS_MAX_COLUMNS);
  props[PROP_MAX_TEXT] = number_spec ("max-text", KKR_STATISTICS_MAX_TEXT);
  props[PROP_MAX_PROBLEMS] = number_spec ("max-problems", KKR_STATISTICS_MAX_PROBLEMS);
  props[PROP_PROBLEMS] = g_param_spec_object ("problems", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  props[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0.0, 1.0, 0.0, readable);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kkr_statistics_reader_init (KkrStatisticsReader *self)
{
  self->settings = (KkrStatisticsSettings) {
    .publisher = g_strdup (KKR_STATISTICS_PUBLISHER), .unit = KKR_UNIT_COUNT, .scale = 1,
    .max_bytes = KKR_STATISTICS_MAX_BYTES, .max_rows = KKR_STATISTICS_MAX_ROWS,
    .max_columns = KKR_STATISTICS_MAX_COLUMNS, .max_text = KKR_STATISTICS_MAX_TEXT,
    .max_problems = KKR_STATISTICS_MAX_PROBLEMS,
  };
  self->problems = kkr_frozen_list_new (KKR_TYPE_PROBLEM, NULL, 0);
}

void
kkr_statistics_reader_set_progress (KkrStatisticsReader *self, gdouble progress)
{
  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROGRESS]);
}

/**
 * kkr_statistics_reader_get_progress: (get-property progress)
 * @self: a reader
 *
 * Says how far [method@StatisticsReader.read_file_async] has come.
 *
 * Returns: from 0 to 1
 *
 * Since: 0.1
 */
gdouble
kkr_statistics_reader_get_progress (KkrStatisticsReader *self)
{
  g_return_val_if_fail (KKR_IS_STATISTICS_READER (self), 0.0);
  return self->progress;
}
