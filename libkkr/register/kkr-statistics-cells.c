/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-statistics-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/model/kkr-municipality.h>
#include <libkkr/model/kkr-region.h>
#include <libkkr/register/kkr-register-private.h>

/* Looking at the clock of others costs more than a row. */
#define ROWS_BETWEEN_LOOKS 4096

typedef struct {
  char *text; /* NULL if it cannot be read */
  gboolean provisional;
} Period;

typedef struct {
  char *code;
  gboolean left_out;
} Subject;

static void
free_period (gpointer data)
{
  g_free (((Period *) data)->text);
  g_free (data);
}

static void
free_subject (gpointer data)
{
  g_free (((Subject *) data)->code);
  g_free (data);
}

void
kkr_statistics_init (KkrStatistics *statistics, const KkrStatisticsSettings *settings,
                     const char *uri, GCancellable *cancellable)
{
  const KkrReadingLimits limits = {
    .max_bytes = settings->max_bytes, .max_depth = KKR_READER_MAX_DEPTH,
    .max_elements = G_MAXINT64, .max_attributes = KKR_READER_MAX_ATTRIBUTES,
    .max_text = G_MAXINT64, .max_problems = settings->max_problems,
  };

  *statistics = (KkrStatistics) { .settings = settings, .cancellable = cancellable };
  kkr_reading_init (&statistics->reading, &limits);
  statistics->reading.uri = uri;
  statistics->areas = settings->areas != NULL ? g_object_ref (settings->areas)
                                              : kkr_register_new_packaged ();
  statistics->periods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_period);
  statistics->subjects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_subject);
  statistics->slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  statistics->key = g_string_new (NULL);
}

void
kkr_statistics_clear (KkrStatistics *statistics)
{
  kkr_reading_clear (&statistics->reading);
  g_object_unref (statistics->areas);
  g_hash_table_unref (statistics->periods);
  g_hash_table_unref (statistics->subjects);
  g_hash_table_unref (statistics->slugs);
  g_string_free (statistics->key, TRUE);
  g_free (statistics->series);
}

void
kkr_statistics_problem (KkrStatistics *statistics, KkrStatisticsRuleId rule, guint line,
                        guint column, const char *path, const char *format, ...)
{
  KkrPlace place = { statistics->reading.uri, line, column };
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_reading_add_finding (&statistics->reading, &kkr_statistics_rules[rule], &place, path, NULL,
                           text);
}

static void
begin_element (KkrStatistics *statistics, const char *name, const KkrAttribute *attributes, guint n)
{
  KkrAttribute present[16];
  guint n_present = 0;

  for (guint i = 0; i < n; i++)
    if (attributes[i].value != NULL)
      {
        present[n_present] = attributes[i];
        present[n_present++].length = strlen (attributes[i].value);
      }
  kkr_reading_begin_element (&statistics->reading, name, FALSE, present, n_present);
}

#define SOURCE_ID "danmarks-statistik"

static char *
dup_section (KkrStatistics *statistics)
{
  return g_ascii_strup (statistics->settings->prefix, -1);
}

void
kkr_statistics_begin (KkrStatistics *statistics, const char *title, const char *date)
{
  const KkrStatisticsSettings *settings = statistics->settings;
  g_autofree char *section = dup_section (statistics);
  g_autofree char *own_title = g_strdup_printf ("Statistikbanken, %s", section);
  g_autofree char *id = kkr_statistics_slug (section);
  g_autofree char *source = g_strconcat (SOURCE_ID "-", id, NULL);
  const KkrAttribute root[] = { { "format", "1", 0 }, { "version", date, 0 } };
  const KkrAttribute attributes[] = {
    { "id", source, 0 },
    { "title", settings->source_title != NULL ? settings->source_title
               : title != NULL ? title : own_title, 0 },
    { "publisher", settings->publisher, 0 },
    { "date", date, 0 },
  };

  statistics->reading.place = (KkrPlace) { statistics->reading.uri, 1, 1 };
  begin_element (statistics, "register", root, G_N_ELEMENTS (root));
  begin_element (statistics, "source", attributes, G_N_ELEMENTS (attributes));
  kkr_reading_end_element (&statistics->reading);
}

void
kkr_statistics_begin_cell (KkrStatistics *statistics)
{
  g_string_assign (statistics->key, statistics->settings->prefix);
}

gboolean
kkr_statistics_add_code (KkrStatistics *statistics, const KkrStatisticsText *code)
{
  const char *slug = g_hash_table_lookup (statistics->slugs, code->text);

  if (slug == NULL)
    {
      slug = kkr_statistics_slug (code->text);
      g_hash_table_insert (statistics->slugs, g_strdup (code->text), (gpointer) slug);
    }
  if (*slug == '\0')
    {
      g_autofree char *quoted = kkr_text_quote (code->text);

      kkr_statistics_problem (statistics, KKR_STATISTICS_EMPTY_CODE, code->line, code->column,
                              code->path, _("no code: %s found, letters or digits expected"),
                              quoted);
      return FALSE;
    }
  g_string_append_c (statistics->key, '/');
  g_string_append (statistics->key, slug);
  return TRUE;
}

static const Period *
find_period (KkrStatistics *statistics, const KkrStatisticsText *time)
{
  Period *period = g_hash_table_lookup (statistics->periods, time->text);

  if (period == NULL)
    {
      period = g_new0 (Period, 1);
      period->text = kkr_statistics_period (time->text, &period->provisional);
      g_hash_table_insert (statistics->periods, g_strdup (time->text), period);
    }
  if (period->text == NULL)
    {
      g_autofree char *quoted = kkr_text_quote (time->text);

      kkr_statistics_problem (statistics, KKR_STATISTICS_BAD_TIME, time->line, time->column,
                              time->path,
                              _("a time that cannot be read: %s found, a time such as 2024, "
                                "2024K2 or 2024M05 expected"), quoted);
    }
  return period;
}

static gboolean
is_christiansoe (const char *code, const char *slug)
{
  return g_strcmp0 (code, "411") == 0 || g_str_equal (slug, "christiansoe");
}

/* The area's code in the register; NULL if it has none. */
static char *
find_known (KkrStatistics *statistics, const char *text, const char *slug)
{
  g_autoptr (KkrMunicipality) municipality = NULL;
  g_autoptr (KkrRegion) region = NULL;

  if (g_str_equal (slug, "000") || g_str_equal (slug, "hele-landet")
      || g_str_equal (slug, "all-denmark") || g_str_equal (slug, "danmark")
      || g_str_equal (slug, "denmark"))
    return g_strdup ("000");
  if (!g_str_has_prefix (slug, "region-"))
    municipality = kkr_register_find_municipality (statistics->areas, text, NULL);
  if (municipality != NULL)
    return g_strdup_printf ("%d", kkr_municipality_get_code (municipality));
  region = kkr_register_find_region (statistics->areas, text, NULL);
  return region != NULL ? g_strdup (kkr_region_get_code (region)) : NULL;
}

gboolean
kkr_statistics_knows_area (KkrStatistics *statistics, const char *text)
{
  g_autofree char *code = kkr_statistics_area_code (text);
  g_autofree char *slug = kkr_statistics_slug (code != NULL ? code : text);
  g_autofree char *known = find_known (statistics, code != NULL ? code : text, slug);

  return known != NULL;
}

static void
warn_of_area (KkrStatistics *statistics, const KkrStatisticsText *area)
{
  g_autofree char *quoted = kkr_text_quote (area->text);
  g_autofree char *text =
    g_strdup_printf (_("an area that the register does not have: %s found, the country, a region "
                       "or a municipality expected"), quoted);
  const KkrPlace place = { statistics->reading.uri, area->line, area->column };

  kkr_reading_add_finding (&statistics->reading, &kkr_statistics_rules[KKR_STATISTICS_UNKNOWN_AREA],
                           &place, area->path,
                           kkr_register_suggest_area (statistics->areas, area->text), text);
}

static Subject *
make_subject (KkrStatistics *statistics, const KkrStatisticsText *area)
{
  g_autofree char *code = kkr_statistics_area_code (area->text);
  g_autofree char *slug = kkr_statistics_slug (code != NULL ? code : area->text);
  g_autofree char *quoted = kkr_text_quote (area->text);
  Subject *subject = g_new0 (Subject, 1);

  subject->left_out = is_christiansoe (code, slug);
  if (subject->left_out)
    kkr_statistics_problem (statistics, KKR_STATISTICS_NO_MUNICIPALITY, area->line, area->column,
                            area->path,
                            _("an area that is no municipality: %s found, and left out"), quoted);
  else
    subject->code = find_known (statistics, code != NULL ? code : area->text, slug);
  if (subject->code != NULL || subject->left_out)
    return subject;
  subject->code = g_steal_pointer (&slug);
  if (*subject->code != '\0')
    warn_of_area (statistics, area);
  return subject;
}

/* NULL if the cell is left out or has no area. */
static const char *
find_subject (KkrStatistics *statistics, const KkrStatisticsText *area)
{
  Subject *subject = g_hash_table_lookup (statistics->subjects, area->text);

  if (subject == NULL)
    {
      subject = make_subject (statistics, area);
      g_hash_table_insert (statistics->subjects, g_strdup (area->text), subject);
    }
  if (subject->left_out)
    return NULL;
  if (*subject->code != '\0')
    return subject->code;
  kkr_statistics_problem (statistics, KKR_STATISTICS_EMPTY_CODE, area->line, area->column,
                          area->path, _("no area: nothing found, a code or a name expected"));
  return NULL;
}

static void
open_series (KkrStatistics *statistics)
{
  const KkrStatisticsSettings *settings = statistics->settings;
  g_autofree char *section = NULL, *slug = NULL, *source = NULL, *scale = NULL;

  if (g_strcmp0 (statistics->series, statistics->key->str) == 0)
    return;
  if (statistics->series != NULL)
    kkr_reading_end_element (&statistics->reading);
  g_free (statistics->series);
  statistics->series = g_strdup (statistics->key->str);
  section = dup_section (statistics);
  slug = kkr_statistics_slug (section);
  source = g_strconcat (SOURCE_ID "-", slug, NULL);
  if (settings->scale > 1)
    scale = g_strdup_printf ("%lld", (long long) settings->scale);
  begin_element (statistics, "series", (const KkrAttribute[]) {
    { "key", statistics->series, 0 }, { "unit", kkr_unit_to_string (settings->unit), 0 },
    { "source", source, 0 }, { "section", section, 0 },
    { "known", statistics->reading.builder->version, 0 },
    { "price-level", settings->price_level, 0 }, { "scale", scale, 0 },
  }, 7);
}

void
kkr_statistics_end_cell (KkrStatistics *statistics, const KkrStatisticsText *area,
                         const KkrStatisticsText *time, const KkrStatisticsText *value)
{
  const Period *period = find_period (statistics, time);
  const char *subject = area != NULL ? find_subject (statistics, area) : NULL;
  g_autofree char *number = NULL, *quoted = NULL;
  KkrCellStatus status;
  gboolean dot = g_strcmp0 (statistics->settings->decimal_sign, ".") == 0;
  KkrStatisticsValue found = kkr_statistics_value (value->text, dot, &number, &status);

  if (found == KKR_STATISTICS_BAD || found == KKR_STATISTICS_AMBIGUOUS)
    {
      quoted = kkr_text_quote (value->text);
      kkr_statistics_problem (statistics, KKR_STATISTICS_BAD_CELL, value->line, value->column,
                              value->path,
                              found == KKR_STATISTICS_BAD
                                ? _("a cell that cannot be read: %s found, a number such as "
                                    "1234,5 or a mark such as .. expected")
                                : _("a dot that could part thousands: %s found, a decimal comma, "
                                    "or the decimal sign . of the reader expected"), quoted);
      return;
    }
  if (period->text == NULL || (area != NULL && subject == NULL))
    return;
  open_series (statistics);
  statistics->reading.place = (KkrPlace) { statistics->reading.uri, value->line, value->column };
  begin_element (statistics, "fact", (const KkrAttribute[]) {
    { "subject", subject, 0 }, { "valid", period->text, 0 },
    { "value", number, 0 },
    { "status", number == NULL ? kkr_cell_status_to_string (status) : NULL, 0 },
    { "confirmed", period->provisional ? "no" : NULL, 0 },
  }, 5);
  kkr_reading_end_element (&statistics->reading);
}

gboolean
kkr_statistics_next_row (KkrStatistics *statistics, gdouble done)
{
  if (++statistics->n_rows % ROWS_BETWEEN_LOOKS != 0)
    return !statistics->reading.stopped;
  if (statistics->progress != NULL)
    statistics->progress (statistics->user_data, done);
  return !statistics->reading.stopped && !g_cancellable_is_cancelled (statistics->cancellable);
}
