/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/register/kkr-fact-private.h>

/* A message names no more years than this. */
#define MAX_YEARS 12
#define DEFAULT_PREFIX "price-wage/"

static void
free_rate (gpointer rate)
{
  g_clear_object (&((KkrPriceRate *) rate)->fact);
  g_free (rate);
}

void
kkr_price_book_free (KkrPriceBook *self)
{
  g_clear_pointer (&self->sheet, kkr_sheet_free);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->codes);
  g_array_unref (self->rates);
  g_hash_table_unref (self->asked);
  g_free (self);
}

guint
kkr_price_book_code (KkrPriceBook *self, const char *name)
{
  gpointer found;
  char *copy;

  if (g_hash_table_lookup_extended (self->codes, name, NULL, &found))
    return GPOINTER_TO_UINT (found);
  copy = g_strdup (name);
  g_ptr_array_add (self->names, copy);
  g_hash_table_insert (self->codes, copy, GUINT_TO_POINTER (self->names->len - 1));
  return self->names->len - 1;
}

const char *
kkr_price_book_name (const KkrPriceBook *self, guint series)
{
  return self->names->pdata[series];
}

char *
kkr_price_series_key (const char *name)
{
  return strchr (name, '/') != NULL ? g_strdup (name) : g_strconcat (DEFAULT_PREFIX, name, NULL);
}

static int
compare_rates (gconstpointer a, gconstpointer b)
{
  const KkrPriceRate *one = a, *other = b;

  if (one->series != other->series)
    return one->series < other->series ? -1 : 1;
  if (one->year != other->year)
    return one->year < other->year ? -1 : 1;
  if (one->known != other->known)
    return one->known < other->known ? -1 : 1;
  return one->row < other->row ? -1 : one->row > other->row;
}

static gboolean
check_rate (const KkrSheet *sheet, guint row, const KkrPriceRate *rate, GError **error)
{
  if (rate->year < KKR_PRICE_FIRST_YEAR || rate->year > KKR_PRICE_LAST_YEAR)
    {
      g_autofree char *place = kkr_sheet_place (sheet, row, KKR_PRICE_RATE_YEAR);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("%s: no year: %lld found, %d to %d expected"), place,
                   (long long) kkr_sheet_get_whole (sheet, row, KKR_PRICE_RATE_YEAR),
                   KKR_PRICE_FIRST_YEAR, KKR_PRICE_LAST_YEAR);
      return FALSE;
    }
  if (rate->percent.num <= -100 * rate->percent.den)
    {
      g_autofree char *place = kkr_sheet_place (sheet, row, KKR_PRICE_RATE_PERCENT);
      g_autofree char *found = kkr_rational_to_string (&rate->percent);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("%s: nothing would be left: %s per cent found, a rate above -100 expected"),
                   place, found);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_rates (KkrPriceBook *self, GError **error)
{
  guint n = kkr_sheet_get_n_rows (self->sheet);

  for (guint row = 0; row < n; row++)
    {
      const char *series = kkr_sheet_get_text (self->sheet, row, KKR_PRICE_RATE_SERIES);
      gint64 year = kkr_sheet_get_whole (self->sheet, row, KKR_PRICE_RATE_YEAR);
      KkrPriceRate rate = { .row = row, .known = KKR_DATE_MIN };

      rate.series = kkr_price_book_code (self, series != NULL ? series : "");
      rate.year = (int) CLAMP (year, 0, G_MAXINT);
      rate.percent = kkr_sheet_get_number (self->sheet, row, KKR_PRICE_RATE_PERCENT);
      if (kkr_sheet_has (self->sheet, row, KKR_PRICE_RATE_KNOWN))
        rate.known = kkr_sheet_get_date (self->sheet, row, KKR_PRICE_RATE_KNOWN);
      if (!check_rate (self->sheet, row, &rate, error))
        return FALSE;
      g_array_append_val (self->rates, rate);
    }
  g_array_sort (self->rates, compare_rates);
  return TRUE;
}

/* Two rates of a series and year that became known on the same day. */
static gboolean
check_duplicates (const KkrPriceBook *self, GError **error)
{
  for (guint i = 1; i < self->rates->len; i++)
    {
      const KkrPriceRate *before = &g_array_index (self->rates, KkrPriceRate, i - 1);
      const KkrPriceRate *rate = &g_array_index (self->rates, KkrPriceRate, i);
      g_autofree char *place = NULL;

      if (before->series != rate->series || before->year != rate->year ||
          before->known != rate->known)
        continue;
      place = kkr_sheet_place (self->sheet, rate->row, G_MAXUINT);
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("%s: two rates of one series and year: a second of \"%s\" for %d found, one "
                     "expected, or days on which they became known"), place,
                   kkr_price_book_name (self, rate->series), rate->year);
      return FALSE;
    }
  return TRUE;
}

KkrPriceBook *
kkr_price_book_new (KkrCalculator *calculator, GError **error)
{
  g_autoptr (KkrPriceBook) self = g_new0 (KkrPriceBook, 1);

  self->reg = kkr_calculator_get_register (calculator);
  self->known_on = kkr_calculator_get_text (calculator, "known-on");
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->codes = g_hash_table_new (g_str_hash, g_str_equal);
  self->rates = g_array_new (FALSE, FALSE, sizeof (KkrPriceRate));
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_rate);
  self->sheet = kkr_calculator_open_sheet (calculator, "rates", error);
  if (self->sheet == NULL || !read_rates (self, error) || !check_duplicates (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* The first row of the series and year, or where it would be. */
static guint
find_first (const KkrPriceBook *self, guint series, int year)
{
  guint low = 0, high = self->rates->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const KkrPriceRate *rate = &g_array_index (self->rates, KkrPriceRate, middle);

      if (rate->series < series || (rate->series == series && rate->year < year))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static const KkrPriceRate *
get_row (const KkrPriceBook *self, guint i, guint series)
{
  const KkrPriceRate *rate = NULL;

  if (i < self->rates->len)
    rate = &g_array_index (self->rates, KkrPriceRate, i);
  return rate != NULL && rate->series == series ? rate : NULL;
}

gboolean
kkr_price_book_has_rows (const KkrPriceBook *self, guint series)
{
  return get_row (self, find_first (self, series, 0), series) != NULL;
}

static gint32
get_day (const KkrPriceBook *self, const char *known_on)
{
  const char *text = known_on != NULL ? known_on : self->known_on;
  gint32 day = KKR_DATE_MAX;

  if (text != NULL && !kkr_date_parse (text, &day))
    day = KKR_DATE_MAX;
  return day;
}

static const KkrPriceRate *
find_row (const KkrPriceBook *self, guint series, int year, gint32 day)
{
  const KkrPriceRate *found = NULL, *rate;

  for (guint i = find_first (self, series, year); (rate = get_row (self, i, series)) != NULL; i++)
    if (rate->year == year && rate->known <= day)
      found = rate;
    else
      break;
  return found;
}

static void
add_year (GString *years, guint *n, int year)
{
  if (*n < MAX_YEARS)
    g_string_append_printf (years, "%s%d", *n > 0 ? ", " : "", year);
  else if (*n == MAX_YEARS)
    g_string_append (years, ", ...");
  (*n)++;
}

static void
add_register_years (KkrRegister *reg, const char *key, gint32 day, int last, GString *years,
                    guint *n)
{
  gsize n_facts;
  KkrFact **facts = kkr_register_dup_history (reg, key, &n_facts);

  for (gsize i = 0; i < n_facts; i++)
    {
      int year, month, of_month;

      kkr_date_split (facts[i]->record->from, &year, &month, &of_month);
      if (year != last && kkr_fact_record_known_on (facts[i]->record) <= day)
        add_year (years, n, last = year);
      g_object_unref (facts[i]);
    }
  g_free (facts);
}

char *
kkr_price_series_list_years (KkrRegister *reg, const char *key, const char *known_on)
{
  g_autoptr (GString) years = g_string_new (NULL);
  gint32 day;
  guint n = 0;

  if (known_on == NULL || !kkr_date_parse (known_on, &day))
    day = KKR_DATE_MAX;
  add_register_years (reg, key, day, 0, years, &n);
  return n > 0 ? g_string_free (g_steal_pointer (&years), FALSE) : NULL;
}

void
kkr_price_series_refuse (const char *name, int year, const char *known_on, const char *years,
                         GError **error)
{
  if (known_on == NULL)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("the series \"%s\" has no rate for %d: rates for %s found, one for each year "
                   "between the price levels expected"), name, year, years);
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("the series \"%s\" has no rate for %d that was known on %s: rates for %s found, "
                   "one for each year between the price levels expected"), name, year, known_on,
                 years);
}

/* The years of which there is a rate, in words; NULL for none. */
static char *
list_years (KkrPriceBook *self, guint series, gint32 day)
{
  g_autoptr (GString) years = g_string_new (NULL);
  const KkrPriceRate *rate;
  int last = 0;
  guint n = 0;

  for (guint i = find_first (self, series, 0); (rate = get_row (self, i, series)) != NULL; i++)
    if (rate->year != last && rate->known <= day)
      add_year (years, &n, last = rate->year);
  if (self->reg != NULL)
    {
      g_autofree char *key = kkr_price_series_key (kkr_price_book_name (self, series));

      add_register_years (self->reg, key, day, last, years, &n);
    }
  return n > 0 ? g_string_free (g_steal_pointer (&years), FALSE) : NULL;
}

static const KkrPriceRate *
ask_register (KkrPriceBook *self, guint series, int year, const char *known_on, GError **error)
{
  g_autofree char *key = kkr_price_series_key (kkr_price_book_name (self, series));
  g_autofree char *day = g_strdup_printf ("%04d-01-01", year);
  g_autofree char *question = g_strdup_printf ("%d %s %s", year, known_on != NULL ? known_on : "",
                                               key);
  KkrPriceRate *rate = g_hash_table_lookup (self->asked, question);
  g_autoptr (KkrFact) fact = NULL;

  if (rate != NULL)
    return rate;
  fact = kkr_register_lookup (self->reg, key, day, known_on, error);
  if (fact == NULL || !kkr_fact_check_number (fact, KKR_UNIT_PERCENT, error))
    return NULL;
  rate = g_new0 (KkrPriceRate, 1);
  rate->series = series;
  rate->year = year;
  rate->known = kkr_fact_record_known_on (fact->record);
  rate->percent = *kkr_fact_get_rational (fact);
  rate->fact = g_steal_pointer (&fact);
  g_hash_table_insert (self->asked, g_steal_pointer (&question), rate);
  return rate;
}

const KkrPriceRate *
kkr_price_book_find (KkrPriceBook *self, guint series, int year, const char *known_on,
                     GError **error)
{
  gint32 day = get_day (self, known_on);
  const KkrPriceRate *rate = find_row (self, series, year, day);
  g_autoptr (GError) gap = NULL;
  g_autofree char *years = NULL, *known = NULL;

  if (rate == NULL && self->reg != NULL && *kkr_price_book_name (self, series) != '\0')
    rate = ask_register (self, series, year, known_on != NULL ? known_on : self->known_on, &gap);
  if (rate != NULL)
    return rate;
  if (gap != NULL && !g_error_matches (gap, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA))
    {
      g_propagate_error (error, g_steal_pointer (&gap));
      return NULL;
    }
  years = list_years (self, series, day);
  if (years == NULL && gap != NULL)
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&gap), _("the series \"%s\": "),
                                  kkr_price_book_name (self, series));
      return NULL;
    }
  if (years == NULL)
    years = g_strdup (_("none"));
  known = day == KKR_DATE_MAX ? NULL : kkr_date_to_string (day);
  kkr_price_series_refuse (kkr_price_book_name (self, series), year, known, years, error);
  return NULL;
}

void
kkr_price_book_list_known (KkrPriceBook *self, guint series, int year, GArray *days)
{
  gint32 last = get_day (self, NULL);
  const KkrPriceRate *rate;
  g_autofree char *key = kkr_price_series_key (kkr_price_book_name (self, series));
  KkrFact **facts;
  gsize n_facts = 0;

  for (guint i = find_first (self, series, year);
       (rate = get_row (self, i, series)) != NULL && rate->year == year; i++)
    if (rate->known <= last)
      g_array_append_val (days, rate->known);
  if (self->reg == NULL || find_row (self, series, year, last) != NULL)
    return;
  facts = kkr_register_dup_history (self->reg, key, &n_facts);
  for (gsize i = 0; i < n_facts; i++)
    {
      gint32 day = kkr_date_from_parts (year, 1, 1);
      gint32 known = kkr_fact_record_known_on (facts[i]->record);

      if (facts[i]->record->from <= day && day <= facts[i]->record->until && known <= last)
        g_array_append_val (days, known);
      g_object_unref (facts[i]);
    }
  g_free (facts);
}
