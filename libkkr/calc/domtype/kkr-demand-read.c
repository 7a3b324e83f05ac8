/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-private.h>

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include <libkkr/base/kkr-format-private.h>

#define JUDGEMENTS "judgements"

/* Judgements of one year and type, as a row or the register has them. */
typedef struct {
  int year;
  guint type; /* from 0 */
  gint64 persons;
  guint municipality; /* or G_MAXUINT */
} Judged;

static gboolean
read_year (KkrDemand *self, guint row, int *year)
{
  const gint64 found = kkr_sheet_get_whole (self->judgements, row, KKR_DEMAND_YEAR);

  *year = (int) CLAMP (found, 0, 10000);
  if (found >= 1 && found <= 9999)
    return TRUE;
  kkr_demand_fault (self, JUDGEMENTS, self->judgements, row, KKR_DEMAND_YEAR,
                    KKR_CALC_ERROR_OUT_OF_RANGE,
                    _("no such year: %lld found, a year such as 2022 expected"),
                    (long long) found);
  return FALSE;
}

static gboolean
read_type (KkrDemand *self, guint row, guint *type)
{
  const gint64 found = kkr_sheet_get_whole (self->judgements, row, KKR_DEMAND_DOM_TYPE);

  *type = (guint) (CLAMP (found, 1, KKR_DEMAND_N_TYPES) - 1);
  if (found >= 1 && found <= KKR_DEMAND_N_TYPES)
    return TRUE;
  kkr_demand_fault (self, JUDGEMENTS, self->judgements, row, KKR_DEMAND_DOM_TYPE,
                    KKR_CALC_ERROR_OUT_OF_RANGE,
                    _("no such dom-type: %lld found, 1 to 5 expected"), (long long) found);
  return FALSE;
}

static void
read_row (KkrDemand *self, guint row, const guint *municipalities, GArray *judged)
{
  KkrSheet *sheet = self->judgements;
  Judged one = { .persons = 1, .municipality = G_MAXUINT };
  /* All faults of a row are told, not the first one. */
  gboolean good = read_year (self, row, &one.year);

  good &= read_type (self, row, &one.type);
  if (kkr_sheet_has_column (sheet, KKR_DEMAND_PERSONS))
    good &= kkr_demand_read_count (self, JUDGEMENTS, sheet, row, KKR_DEMAND_PERSONS, &one.persons);
  if (municipalities != NULL)
    {
      one.municipality = municipalities[row];
      good &= one.municipality != G_MAXUINT;
    }
  if (good)
    g_array_append_val (judged, one);
}

/* "dom-judgements/type-4/2021" */
static void
read_key (KkrDemand *self, const char *key, GArray *judged)
{
  g_auto (GStrv) parts = g_strsplit (key, "/", 3);
  Judged one = { .municipality = G_MAXUINT };
  guint64 type, year;

  if (g_strv_length (parts) != 3 || !g_str_has_prefix (parts[1], "type-") ||
      !g_ascii_string_to_unsigned (parts[1] + strlen ("type-"), 10, 1, KKR_DEMAND_N_TYPES, &type,
                                   NULL) ||
      !g_ascii_string_to_unsigned (parts[2], 10, 1, 9999, &year, NULL))
    return;
  one.year = (int) year;
  one.type = (guint) type - 1;
  one.persons = kkr_demand_use_fact (self, JUDGEMENTS, key);
  if (one.persons != KKR_DEMAND_UNKNOWN)
    g_array_append_val (judged, one);
}

static void
read_register (KkrDemand *self, GArray *judged)
{
  g_auto (GStrv) keys = kkr_register_dup_keys (self->reg, "dom-judgements/type-");

  self->judged_by_register = TRUE;
  for (guint i = 0; keys[i] != NULL; i++)
    read_key (self, keys[i], judged);
  if (judged->len == 0 && self->fault == NULL)
    kkr_demand_fault (self, JUDGEMENTS, NULL, 0, 0, KKR_CALC_ERROR_MISSING_INPUT,
                      _("missing: the register knows of no judgements by dom-type; a table of them "
                        "expected"));
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  const int one = *(const int *) a, two = *(const int *) b;

  return (one > two) - (one < two);
}

static gboolean
is_within (KkrDemand *self, int year)
{
  const int first = kkr_calculator_get_int (self->calculator, "first-year");
  const int last = kkr_calculator_get_int (self->calculator, "last-year");

  return (first == 0 || year >= first) && (last == 0 || year <= last);
}

static void
collect_years (KkrDemand *self, const GArray *judged)
{
  guint n = 0;

  for (guint i = 0; i < judged->len; i++)
    if (is_within (self, g_array_index (judged, Judged, i).year))
      g_array_append_val (self->years, g_array_index (judged, Judged, i).year);
  g_array_sort (self->years, compare_ints);
  for (guint i = 0; i < self->years->len; i++)
    if (n == 0 || g_array_index (self->years, int, n - 1) != g_array_index (self->years, int, i))
      g_array_index (self->years, int, n++) = g_array_index (self->years, int, i);
  g_array_set_size (self->years, n);
}

static void
count_up (KkrDemand *self, const GArray *judged)
{
  const gsize n = (gsize) self->years->len * KKR_DEMAND_N_TYPES;
  g_autofree guint8 *has_row = g_new0 (guint8, n + 1);

  self->counts = g_new0 (gint64, n + 1);
  for (guint i = 0; i < judged->len; i++)
    {
      const Judged *one = &g_array_index (judged, Judged, i);
      guint year;
      gsize cell;

      self->n_judged += one->persons;
      if (!is_within (self, one->year))
        {
          self->n_left_out++;
          continue;
        }
      g_array_binary_search (self->years, &one->year, compare_ints, &year);
      cell = (gsize) year * KKR_DEMAND_N_TYPES + one->type;
      self->counts[cell] += one->persons;
      has_row[cell] = TRUE;
      if (one->municipality != G_MAXUINT)
        g_array_index (self->municipalities, KkrDemandMunicipality,
                       one->municipality).types[one->type] += one->persons;
    }
  for (gsize i = 0; i < n; i++)
    self->n_filled += !has_row[i];
}

static void
check_years (KkrDemand *self)
{
  const int first = kkr_calculator_get_int (self->calculator, "first-year");
  const int last = kkr_calculator_get_int (self->calculator, "last-year");
  static const char *const inputs[] = { "first-year", "last-year" };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      const int year = i == 0 ? first : last;

      if (kkr_calculator_is_assigned (self->calculator, inputs[i]) && (year < 1 || year > 9999))
        kkr_demand_fault (self, inputs[i], NULL, 0, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                          _("no such year: %lld found, a year such as 2022 expected"),
                          (long long) year);
    }
  if (first != 0 && last != 0 && first > last)
    kkr_demand_fault (self, "last-year", NULL, 0, 0, KKR_CALC_ERROR_INCONSISTENT,
                      _("an end before the start: %d found, %d or later expected"), last, first);
}

static void
read_table (KkrDemand *self, GArray *judged)
{
  g_autofree guint *municipalities = NULL;

  self->has_municipalities = kkr_sheet_has_column (self->judgements, KKR_DEMAND_MUNICIPALITY);
  if (self->has_municipalities)
    municipalities = kkr_demand_read_municipalities (self, JUDGEMENTS, self->judgements,
                                                     KKR_DEMAND_MUNICIPALITY);
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->judgements); row++)
    read_row (self, row, municipalities, judged);
}

void
kkr_demand_read_judgements (KkrDemand *self)
{
  g_autoptr (GArray) judged = g_array_new (FALSE, FALSE, sizeof (Judged));

  check_years (self);
  if (kkr_calculator_get_table (self->calculator, JUDGEMENTS) != NULL)
    read_table (self, judged);
  else if (self->reg != NULL)
    read_register (self, judged);
  else
    kkr_demand_fault (self, JUDGEMENTS, NULL, 0, 0, KKR_CALC_ERROR_MISSING_INPUT,
                      _("missing: no table and no register found, one of them expected"));
  collect_years (self, judged);
  count_up (self, judged);
}
