/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-columns-private.h>
#include <libkkr/calc/domtype/kkr-sector-private.h>

#include <libkkr/base/kkr-format-private.h>

static const char *const readings[] = { "period", "average", "latest", NULL };
static const char *const readings_da[] = { "Alle år under ét", "Gennemsnit pr. år", "Seneste år",
                                           NULL };
static const char *const readings_en[] = { "All years together", "Mean of the years",
                                           "Latest year", NULL };
static const char *const scopes_da[] = { "Pladser, der kan bruges i praksis", "Alle pladser" };
static const char *const scopes_en[] = { "Places that can be used in practice", "All places" };

const char *
kkr_demand_reading_nick (KkrDemandReading reading)
{
  return readings[reading];
}

const char *
kkr_demand_reading_title (KkrDemandReading reading, const char *language)
{
  return kkr_text_in (language, readings_da[reading], readings_en[reading]);
}

const char *
kkr_demand_scope_title (KkrDemandScope scope, const char *language)
{
  return kkr_text_in (language, scopes_da[scope], scopes_en[scope]);
}

const char *
kkr_demand_sector_title (int sector, const char *language)
{
  return kkr_sector_word_in ((KkrSector) sector, language);
}

KkrRational
kkr_demand_percent (gint64 part, gint64 whole)
{
  KkrRational percent = { 0, 0 };

  if (whole > 0)
    kkr_rational_init (&percent, 100 * (KkrInt128) part, whole);
  return percent;
}

KkrRational
kkr_demand_round (const KkrDemand *self, const KkrRational *percent)
{
  KkrRational scaled = { 0, 0 }, result = { 0, 0 };
  KkrInt128 power = 1, whole;

  if (percent->den == 0)
    return result;
  for (int i = 0; i < self->decimals; i++)
    power *= 10;
  if (kkr_rational_init (&scaled, percent->num * power, percent->den) &&
      kkr_int128_divide_rounded (scaled.num, scaled.den, self->rounding, &whole))
    kkr_rational_init (&result, whole, power);
  return result;
}

void
kkr_demand_add_counts (KkrTableBuilder *builder, const char *name, const char *danish,
                       const char *english, KkrUnit unit, const gint64 *values, guint n)
{
  gboolean complete = TRUE;

  kkr_table_builder_add_int64 (builder, name, danish, english, unit, values, n);
  for (guint i = 0; i < n; i++)
    if (values[i] == KKR_DEMAND_UNKNOWN)
      {
        kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_MISSING);
        complete = FALSE;
      }
  if (complete)
    kkr_table_builder_set_sum (builder, name, values, n);
}

static void
add_percents (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
              const KkrRational *values, guint n, int decimals)
{
  kkr_table_builder_add_rationals (builder, name, danish, english, KKR_UNIT_PERCENT, values, n);
  kkr_table_builder_set_decimals (builder, name, decimals);
  for (guint i = 0; i < n; i++)
    if (values[i].den == 0)
      kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_NOT_APPLICABLE);
}

void
kkr_demand_add_shares (const KkrDemand *self, KkrTableBuilder *builder, const gint64 *parts,
                       const gint64 *wholes, guint n, gboolean total)
{
  g_autofree KkrRational *exact = g_new (KkrRational, n + 1), *rounded = g_new (KkrRational, n + 1);

  for (guint i = 0; i < n; i++)
    {
      exact[i] = kkr_demand_percent (parts[i], wholes[i]);
      rounded[i] = kkr_demand_round (self, &exact[i]);
    }
  add_percents (builder, "share", "Andel", "Share", exact, n, 1);
  add_percents (builder, "printed", "Afrundet andel", "Rounded share", rounded, n,
                self->decimals);
  if (total && n > 0 && wholes[0] > 0)
    kkr_table_builder_set_total (builder, "share", "100");
}

static void
add_marks (KkrTableBuilder *builder, const char *column, const char *title_da,
           const char *title_en, const gint32 *marks, guint n)
{
  static const char *const nicks[] = { "no", "small", "revealing", NULL };
  static const char *const danish[] = { "nej", "ja", "røber et lille antal", NULL };
  static const char *const english[] = { "no", "yes", "reveals a small number", NULL };

  kkr_table_builder_add_choices (builder, column, title_da, title_en, marks, n, nicks, danish,
                                 english);
}

void
kkr_demand_add_marks (KkrTableBuilder *builder, const gint32 *marks, guint n)
{
  add_marks (builder, "small", "Lille antal", "Small number", marks, n);
}

/* A sum of numbers that are told apart elsewhere: small itself, or with `reveals`. */
void
kkr_demand_add_placed_marks (const KkrDemand *self, KkrTableBuilder *builder, const gint64 *placed,
                             const gboolean *reveals, guint n)
{
  g_autofree gint64 *values = g_new0 (gint64, (gsize) n + 1);
  g_autofree guint8 *found = g_new0 (guint8, (gsize) n + 1);
  g_autofree gint32 *marks = g_new0 (gint32, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      values[i] = placed[i];
      values[n] += placed[i];
      if (placed[i] > 0 && placed[i] < self->threshold)
        found[i] = KKR_DEMAND_SMALL;
      else if (placed[i] > 0 && reveals[i])
        found[i] = KKR_DEMAND_REVEALING;
    }
  kkr_demand_mark_more (values, n, 0, found);
  for (guint i = 0; i < n; i++)
    marks[i] = found[i];
  add_marks (builder, "small-to-placement", "Lille antal til anbringelse",
             "Small number to placement", marks, n);
}

static int
compare_codes (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint one = *(const guint *) a, two = *(const guint *) b;
  const int first = kkr_demand_get_municipality (data, one)->code;
  const int second = kkr_demand_get_municipality (data, two)->code;

  if (first != second)
    return first < second ? -1 : 1;
  return (one > two) - (one < two);
}

GArray *
kkr_demand_order_municipalities (const KkrDemand *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->municipalities->len; i++)
    {
      const KkrDemandMunicipality *one = kkr_demand_get_municipality (self, i);
      gboolean judged = FALSE;

      for (guint type = 0; type < KKR_DEMAND_N_TYPES; type++)
        judged |= one->types[type] > 0;
      if (judged)
        g_array_append_val (order, i);
    }
  g_array_sort_with_data (order, compare_codes, (gpointer) self);
  return order;
}

void
kkr_demand_add_municipalities (const KkrDemand *self, KkrTableBuilder *builder,
                               const GArray *numbers)
{
  g_autofree gint32 *codes = g_new (gint32, numbers->len + 1);
  g_autofree const char **danish = g_new0 (const char *, (gsize) numbers->len + 2);
  g_autofree const char **english = g_new0 (const char *, (gsize) numbers->len + 2);
  g_autofree gint32 *label_of = g_new (gint32, self->municipalities->len + 1);
  gint32 n_labels = 0;

  for (guint i = 0; i < self->municipalities->len; i++)
    label_of[i] = -1;
  for (guint i = 0; i < numbers->len; i++)
    {
      const guint number = g_array_index (numbers, guint, i);
      const char *name = kkr_demand_get_municipality (self, number)->name;

      if (label_of[number] < 0)
        {
          danish[n_labels] = *name != '\0' ? name : "Ikke oplyst";
          english[n_labels] = *name != '\0' ? name : "Not stated";
          label_of[number] = n_labels++;
        }
      codes[i] = label_of[number];
    }
  kkr_table_builder_add_codes (builder, "municipality", "Kommune", "Municipality", codes,
                               numbers->len, danish);
  kkr_table_builder_set_labels_in_english (builder, "municipality", english);
}
