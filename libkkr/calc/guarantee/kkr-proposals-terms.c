/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-fact-private.h>

#define MAX_PLACES 100000
#define MAX_DAYS 366

static const struct {
  const char *input;
  const char *key;
} terms[KKR_PROPOSALS_N_TERMS] = {
  [KKR_PROPOSALS_SHARE] = { "share", "deficit-guarantee/share" },
  [KKR_PROPOSALS_YEARS] = { "years", "deficit-guarantee/duration" },
  [KKR_PROPOSALS_MAX_PLACES] = { "max-places", "deficit-guarantee/max-places" },
  [KKR_PROPOSALS_TARGET_LOW] = { "target-low", "deficit-guarantee/target-low" },
  [KKR_PROPOSALS_TARGET_HIGH] = { "target-high", "deficit-guarantee/target-high" },
};

static gboolean
is_percent (const KkrRational *value)
{
  const KkrRational all = KKR_RATIONAL_INT (100);

  return value->num >= 0 && kkr_rational_compare (value, &all) <= 0;
}

/* NULL where the register has none; what else is wrong is reported. */
static KkrFact *
look_up (KkrProposals *self, const char *input, const char *key, int year, gboolean required)
{
  g_autofree char *day = g_strdup_printf ("%04d-01-01", year);
  g_autoptr (GError) error = NULL;
  KkrFact *fact;

  fact = kkr_register_lookup (self->reg, key, day,
                              kkr_calculator_get_text (self->calculator, "known-on"), &error);
  if (fact != NULL && !kkr_fact_check_number (fact, KKR_UNIT_UNSET, &error))
    g_clear_object (&fact);
  if (fact != NULL)
    g_ptr_array_add (self->used, g_object_ref (fact));
  else if (required || !g_error_matches (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA))
    kkr_proposals_fault (self, input, G_MAXUINT, 0, KKR_CALC_ERROR_MISSING_INPUT,
                         _("missing: %s; a value expected"), error->message);
  return fact;
}

static void
read_term (KkrProposals *self, guint term, int year)
{
  KkrProposalsFact *found = &self->terms[term];
  const char *input = terms[term].input;
  g_autoptr (GError) error = NULL;

  if (term != KKR_PROPOSALS_SHARE)
    found->value = KKR_RATIONAL_INT (kkr_calculator_get_int (self->calculator, input));
  else if (!kkr_calculator_get_rational (self->calculator, input, &found->value, &error))
    kkr_proposals_fault (self, input, G_MAXUINT, 0, KKR_CALC_ERROR_OUT_OF_RANGE, "%s",
                         error->message);
  if (year > 0 && !kkr_calculator_is_assigned (self->calculator, input))
    found->fact = look_up (self, input, terms[term].key, year, TRUE);
  if (found->fact != NULL)
    found->value = *kkr_fact_get_rational (found->fact);
}

static void
check_whole (KkrProposals *self, KkrProposalsTerm term, gint64 least, gint64 most)
{
  const KkrRational *value = &self->terms[term].value;
  g_autofree char *found = kkr_rational_to_string (value);

  if (value->den == 1 && value->num >= least && value->num <= most)
    return;
  kkr_proposals_fault (self, terms[term].input, G_MAXUINT, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("no such number: %s found, a whole number from %lld to %lld expected"),
                       found, (long long) least, (long long) most);
  self->terms[term].value = KKR_RATIONAL_INT (least);
}

/* Percentages between semicolons, each accepted by `is_good`. */
static GArray *
read_percentages (KkrProposals *self, const char *input, gboolean may_be_zero)
{
  const char *text = kkr_calculator_get_text (self->calculator, input);
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", ";\n", -1);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (KkrRational));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      KkrNumber number = { .value = { 0, 1 } };
      gboolean good = kkr_number_parse (g_strstrip (parts[i]), N_("a percentage"), &number, NULL) &&
                      (number.unit == KKR_UNIT_UNSET || number.unit == KKR_UNIT_PERCENT);

      if (*parts[i] == '\0' && parts[1] == NULL)
        break;
      if (!good || !is_percent (&number.value) || (!may_be_zero && number.value.num == 0))
        {
          kkr_proposals_fault (self, input, G_MAXUINT, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("no percentage: \"%s\" found, 0 to 100 expected"), parts[i]);
          continue;
        }
      g_array_append_val (values, number.value);
    }
  return values;
}

/* The shares that were considered first are those of three years. */
static void
read_alternative (KkrProposals *self, int year)
{
  g_autoptr (GArray) values = read_percentages (self, "alternative-shares", TRUE);
  guint years = (guint) kkr_proposals_term (self, KKR_PROPOSALS_YEARS);
  gboolean given = kkr_calculator_is_assigned (self->calculator, "alternative-shares");

  if (given ? values->len == 0 : years != 3)
    return;
  if (values->len != years)
    {
      kkr_proposals_fault (self, "alternative-shares", G_MAXUINT, 0, KKR_CALC_ERROR_INCONSISTENT,
                           _("a share for each year: %u found, %u expected"), values->len, years);
      return;
    }
  self->n_alternative = years;
  for (guint i = 0; i < years; i++)
    {
      g_autofree char *key = g_strdup_printf ("deficit-guarantee/rejected-share-year-%u", i + 1);

      self->alternative[i].value = g_array_index (values, KkrRational, i);
      if (year > 0 && !given)
        self->alternative[i].fact = look_up (self, "alternative-shares", key, year, TRUE);
      if (self->alternative[i].fact != NULL)
        self->alternative[i].value = *kkr_fact_get_rational (self->alternative[i].fact);
    }
}

static void
check_percent (KkrProposals *self, const char *input, gboolean may_be_zero,
               const KkrRational *value)
{
  g_autofree char *found = NULL;

  if (is_percent (value) && (may_be_zero || value->num > 0))
    return;
  found = kkr_message_number (value);
  if (may_be_zero)
    kkr_proposals_fault (self, input, G_MAXUINT, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                         _("no percentage: \"%s\" found, 0 to 100 expected"), found);
  else
    kkr_proposals_fault (self, input, G_MAXUINT, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                         _("no occupancy of a tariff: %s found, more than 0 and at most 100 per "
                           "cent expected"), found);
}

static void
read_percent (KkrProposals *self, const char *input, gboolean may_be_zero, KkrRational *value)
{
  g_autoptr (GError) error = NULL;

  *value = (KkrRational) { 0, 0 };
  if (!kkr_calculator_is_assigned (self->calculator, input))
    return;
  if (!kkr_calculator_get_rational (self->calculator, input, value, &error))
    kkr_proposals_fault (self, input, G_MAXUINT, 0, KKR_CALC_ERROR_OUT_OF_RANGE, "%s",
                         error->message);
  else
    check_percent (self, input, may_be_zero, value);
}

/* The year of the decision, where something is taken from the register; 0 without. */
static int
read_year (KkrProposals *self)
{
  int year = kkr_calculator_get_int (self->calculator, "year");

  if (self->reg == NULL)
    return 0;
  if (!kkr_calculator_is_assigned (self->calculator, "year"))
    {
      kkr_proposals_fault (self, "year", G_MAXUINT, 0, KKR_CALC_ERROR_MISSING_INPUT,
                           _("missing: nothing found, the year of the decision expected, for what "
                             "is taken from the register"));
      return 0;
    }
  if (year >= 1900 && year <= 2999)
    return year;
  kkr_proposals_fault (self, "year", G_MAXUINT, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("no such year: %d found, 1900 to 2999 expected"), year);
  return 0;
}

static void
read_days (KkrProposals *self)
{
  const char *start = kkr_calculator_get_text (self->calculator, "commissioned");

  self->start = KKR_DATE_MIN;
  if (start != NULL && *start != '\0' && !kkr_date_parse (start, &self->start))
    kkr_proposals_fault (self, "commissioned", G_MAXUINT, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                         _("no such day: \"%s\" found, a day such as 2023-08-21 expected"), start);
  self->days = kkr_calculator_get_int (self->calculator, "days");
  if (self->days < 1 || self->days > MAX_DAYS)
    kkr_proposals_fault (self, "days", G_MAXUINT, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                         _("no days of a year: %d found, 1 to %d expected"), self->days, MAX_DAYS);
}

void
kkr_proposals_read_terms (KkrProposals *self)
{
  self->year = read_year (self);
  for (guint i = 0; i < KKR_PROPOSALS_N_TERMS; i++)
    read_term (self, i, self->year);
  check_percent (self, "share", TRUE, &self->terms[KKR_PROPOSALS_SHARE].value);
  check_whole (self, KKR_PROPOSALS_YEARS, 1, KKR_PROPOSALS_MAX_YEARS);
  for (guint i = KKR_PROPOSALS_MAX_PLACES; i < KKR_PROPOSALS_N_TERMS; i++)
    check_whole (self, (KkrProposalsTerm) i, 0, MAX_PLACES);
  if (kkr_proposals_term (self, KKR_PROPOSALS_TARGET_LOW) >
      kkr_proposals_term (self, KKR_PROPOSALS_TARGET_HIGH))
    kkr_proposals_fault (self, "target-high", G_MAXUINT, 0, KKR_CALC_ERROR_INCONSISTENT,
                         _("a target that ends below its start: %lld found, %lld or more expected"),
                         (long long) kkr_proposals_term (self, KKR_PROPOSALS_TARGET_HIGH),
                         (long long) kkr_proposals_term (self, KKR_PROPOSALS_TARGET_LOW));
  read_alternative (self, self->year);
  read_percent (self, "occupancy", FALSE, &self->occupancy);
  read_percent (self, "vacancy", TRUE, &self->vacancy);
  g_array_unref (self->occupancies);
  self->occupancies = read_percentages (self, "occupancies", TRUE);
  read_days (self);
  self->leap_day = (KkrLeapDayRule) kkr_calculator_get_enum (self->calculator, "leap-day");
  self->rounding = (KkrRoundingMode) kkr_calculator_get_enum (self->calculator, "rounding");
  self->first_round = kkr_calculator_get_boolean (self->calculator, "first-round");
  self->unstated_refuses = kkr_calculator_get_enum (self->calculator, "unstated") ==
                           KKR_GUARANTEE_UNSTATED_REFUSE;
}

static void
check_need (KkrProposals *self, guint row, const KkrProposalsNeed *need)
{
  if (need->low >= 0 && need->low <= need->high && need->high <= MAX_PLACES)
    return;
  if (row == G_MAXUINT || need->low < 0 || need->low > need->high)
    kkr_proposals_fault (self, "need", row, KKR_PROPOSALS_NEED_HIGH, KKR_CALC_ERROR_INCONSISTENT,
                         _("no need of places: %lld to %lld found, from 0 upwards expected"),
                         (long long) need->low, (long long) need->high);
  else
    kkr_proposals_fault (self, "need", row, KKR_PROPOSALS_NEED_HIGH, KKR_CALC_ERROR_OUT_OF_RANGE,
                         _("too many places: %lld found, at most %d expected"),
                         (long long) need->high, MAX_PLACES);
}

/* -1, which is refused as a need, for what is no number of places. */
static gint64
whole_of (KkrFact *fact)
{
  const KkrRational *value = kkr_fact_get_rational (fact);

  return value->den == 1 && value->num <= MAX_PLACES ? (gint64) MAX (value->num, -1) : -1;
}

/* The register's years from that of the decision on, as long as it goes. */
static void
look_up_need (KkrProposals *self, int year)
{
  for (int i = year; i < year + KKR_PROPOSALS_MAX_YEARS; i++)
    {
      KkrProposalsNeed need = { .year = i };

      need.low_fact = look_up (self, "need", "deficit-guarantee/need-low", i, FALSE);
      need.high_fact = need.low_fact != NULL ? look_up (self, "need", "deficit-guarantee/need-high",
                                                        i, FALSE) : NULL;
      if (need.high_fact == NULL)
        {
          g_clear_object (&need.low_fact);
          return;
        }
      need.low = whole_of (need.low_fact);
      need.high = whole_of (need.high_fact);
      check_need (self, G_MAXUINT, &need);
      g_array_append_val (self->needs, need);
    }
}

void
kkr_proposals_read_need (KkrProposals *self)
{
  guint n = kkr_sheet_get_n_rows (self->need_sheet);

  if (!kkr_calculator_is_assigned (self->calculator, "need"))
    {
      if (self->year > 0)
        look_up_need (self, self->year);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      gint64 year = kkr_sheet_get_whole (self->need_sheet, i, KKR_PROPOSALS_NEED_YEAR);
      KkrProposalsNeed need = { .year = (int) CLAMP (year, 0, 9999) };

      if (need.year != year)
        kkr_proposals_fault (self, "need", i, KKR_PROPOSALS_NEED_YEAR, KKR_CALC_ERROR_OUT_OF_RANGE,
                             _("no such year: %lld found, 0 to 9999 expected"), (long long) year);
      need.low = kkr_sheet_get_whole (self->need_sheet, i, KKR_PROPOSALS_NEED_LOW);
      need.high = kkr_sheet_get_whole (self->need_sheet, i, KKR_PROPOSALS_NEED_HIGH);
      check_need (self, i, &need);
      for (guint j = 0; j < self->needs->len; j++)
        if (g_array_index (self->needs, KkrProposalsNeed, j).year == need.year)
          kkr_proposals_fault (self, "need", i, KKR_PROPOSALS_NEED_YEAR,
                               KKR_CALC_ERROR_INCONSISTENT,
                               _("a year that was there before: %d found, each year once expected"),
                               need.year);
      g_array_append_val (self->needs, need);
    }
}
