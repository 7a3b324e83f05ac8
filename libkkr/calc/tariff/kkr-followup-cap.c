/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/kkr-sheet-state-private.h>

static KkrFollowupCapRow *
get_row (const KkrFollowupCap *self, guint i)
{
  return &g_array_index (self->rows, KkrFollowupCapRow, i);
}

/* As the register calls it: with or without s, or by its code. What it does not know, such as a
 * region, is called as it is. */
const char *
kkr_followup_cap_name_municipality (const KkrFollowupCap *self, const char *text)
{
  KkrRegister *reg = kkr_calculator_get_register (self->followup->calculator);
  g_autoptr (KkrMunicipality) found = NULL;
  char *name;

  if (reg == NULL)
    return text;
  name = g_hash_table_lookup (self->municipalities, text);
  if (name != NULL)
    return name;
  found = kkr_register_find_municipality (reg, text, NULL);
  name = g_strdup (found != NULL ? kkr_municipality_get_name (found) : text);
  g_hash_table_insert (self->municipalities, g_strdup (text), name);
  return name;
}

/* Whose expenditure a row of a list is. */
const char *
kkr_followup_cap_get_name (const KkrFollowupCap *self, const KkrFollowupReport *report)
{
  const KkrFollowupLists *lists = self->followup->lists;

  if (self->subject == KKR_CAP_SUBJECT_OFFERS)
    return kkr_followup_lists_get_offer (lists, report->level);
  if (self->subject == KKR_CAP_SUBJECT_OPERATORS)
    return kkr_followup_lists_get_operator (lists, report->level);
  return kkr_sheet_has (lists->sheet, report->row, KKR_LISTS_MUNICIPALITY)
           ? kkr_followup_cap_name_municipality (
               self, kkr_sheet_get_text (lists->sheet, report->row, KKR_LISTS_MUNICIPALITY)) : "";
}

guint
kkr_followup_cap_get_subject (KkrFollowupCap *self, const KkrFollowupReport *report)
{
  const KkrFollowupLevel *level = &g_array_index (self->followup->lists->levels, KkrFollowupLevel,
                                                  report->level);
  g_autofree char *key = NULL;
  guint place;

  if (self->subject == KKR_CAP_SUBJECT_OFFERS)
    return level->offer;
  if (self->subject == KKR_CAP_SUBJECT_OPERATORS)
    return level->operator;
  key = kkr_followup_key (kkr_followup_cap_get_name (self, report), NULL, NULL);
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->municipality_places, key));
  if (place == 0)
    {
      place = g_hash_table_size (self->municipality_places) + 1;
      g_hash_table_insert (self->municipality_places, g_steal_pointer (&key),
                           GUINT_TO_POINTER (place));
    }
  return place - 1;
}

const char *
kkr_followup_cap_get_operator (const KkrFollowupCap *self, const KkrFollowupReport *report)
{
  return self->subject == KKR_CAP_SUBJECT_OFFERS
           ? kkr_followup_lists_get_operator (self->followup->lists, report->level) : "";
}

/* Whether the tariff of a level enters the row of the cap, as that of the first or second year. */
const KkrFollowupReport *
kkr_followup_cap_find (const KkrFollowupCap *self, guint level, const int years[2], guint i)
{
  const KkrFollowupLists *lists = self->followup->lists;

  if (!self->all_levels &&
      kkr_followup_lists_find (lists, level, years[1 - i], TRUE) == NULL)
    return NULL;
  return kkr_followup_lists_find (lists, level, years[i], TRUE);
}

static gboolean
add_tariff (KkrFollowupCapRow *row, guint i, const KkrFollowupReport *report, GError **error)
{
  const KkrRational tariff = KKR_RATIONAL_INT (report->tariff);
  KkrRational product;

  row->n[i]++;
  if (kkr_rational_multiply (&tariff, &report->weight, &product) &&
      kkr_rational_add (&row->sums[i], &product, &row->sums[i]) &&
      kkr_rational_add (&row->weights[i], &report->weight, &row->weights[i]))
    return TRUE;
  return kkr_rational_overflow (error, _("the expenditure per day"));
}

static KkrFollowupCapRow *
find_row (KkrFollowupCap *self, GHashTable *places, const KkrFollowupReport *report,
          const int years[2])
{
  guint subject = kkr_followup_cap_get_subject (self, report);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (subject)));
  KkrFollowupCapRow row = {
    .subject = subject, .operator = kkr_followup_cap_get_operator (self, report),
    .name = kkr_followup_cap_get_name (self, report), .from = years[0], .to = years[1],
    .sums = { KKR_RATIONAL_ZERO, KKR_RATIONAL_ZERO },
    .weights = { KKR_RATIONAL_ZERO, KKR_RATIONAL_ZERO }, .effect_row = -1,
  };

  if (place == 0)
    {
      g_array_append_val (self->rows, row);
      place = self->rows->len;
      g_hash_table_insert (places, GUINT_TO_POINTER (subject), GUINT_TO_POINTER (place));
    }
  return get_row (self, place - 1);
}

/* What a wage agreement adds to the expenditure per day of the row's year. */
static gboolean
find_effect (KkrFollowupCap *self, KkrFollowupCapRow *row, GError **error)
{
  KkrCalculator *calculator = self->followup->calculator;
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrRational percent = KKR_RATIONAL_ZERO;
  gboolean fits = TRUE;

  row->effect = KKR_RATIONAL_ZERO;
  row->effect_row = kkr_followup_effects_find (self, row);
  if (row->effect_row >= 0)
    {
      guint at = (guint) row->effect_row;

      if (kkr_sheet_has (self->effects, at, KKR_EFFECTS_AMOUNT))
        {
          row->effect = KKR_RATIONAL_INT (kkr_sheet_get_amount (self->effects, at,
                                                                KKR_EFFECTS_AMOUNT));
          fits = kkr_rational_divide (&row->effect, &hundred, &row->effect);
        }
      else
        percent = kkr_sheet_get_number (self->effects, at, KKR_EFFECTS_PERCENT);
    }
  else if ((kkr_calculator_is_assigned (calculator, "effect-amount") &&
            !kkr_calculator_get_rational (calculator, "effect-amount", &row->effect, error)) ||
           (kkr_calculator_is_assigned (calculator, "effect-percent") &&
            !kkr_calculator_get_rational (calculator, "effect-percent", &percent, error)))
    return FALSE;
  if (percent.num != 0)
    fits = kkr_rational_multiply (&percent, &row->per_day[0], &row->effect) &&
           kkr_rational_divide (&row->effect, &hundred, &row->effect);
  return fits || kkr_rational_overflow (error, _("the effect of the wage agreement"));
}

static gboolean
judge (KkrFollowupCapRow *row)
{
  const KkrRational one = KKR_RATIONAL_INT (1), hundred = KKR_RATIONAL_INT (100);

  if (!kkr_rational_multiply (&row->per_day[0], &row->index, &row->ceiling) ||
      !kkr_rational_subtract (&row->per_day[1], &row->ceiling, &row->excess) ||
      !kkr_rational_divide (&row->per_day[1], &row->per_day[0], &row->growth) ||
      !kkr_rational_subtract (&row->growth, &one, &row->growth) ||
      !kkr_rational_multiply (&row->growth, &hundred, &row->growth))
    return FALSE;
  if (row->excess.num < 0)
    row->excess = KKR_RATIONAL_ZERO;
  row->explained = kkr_rational_compare (&row->effect, &row->excess) < 0 ? row->effect
                                                                         : row->excess;
  row->degree = KKR_RATIONAL_ZERO;
  row->status = row->excess.num == 0 ? KKR_CAP_STATUS_KEPT
                : kkr_rational_compare (&row->explained, &row->excess) == 0
                  ? KKR_CAP_STATUS_EXPLAINED
                : row->explained.num > 0 ? KKR_CAP_STATUS_PARTLY_EXPLAINED
                                         : KKR_CAP_STATUS_NOT_KEPT;
  return kkr_rational_subtract (&row->excess, &row->explained, &row->unexplained) &&
         (row->excess.num == 0 ||
          kkr_rational_divide (&row->explained, &row->excess, &row->degree));
}

static gboolean
end_row (KkrFollowupCap *self, KkrFollowupCapRow *row, const KkrRational *index, GError **error)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);

  row->index = *index;
  for (guint i = 0; i < 2; i++)
    if (!kkr_rational_divide (&row->sums[i], &row->weights[i], &row->per_day[i]) ||
        !kkr_rational_divide (&row->per_day[i], &hundred, &row->per_day[i]))
      return kkr_rational_overflow (error, _("the expenditure per day"));
  if (!find_effect (self, row, error))
    return FALSE;
  return judge (row) || kkr_rational_overflow (error, _("the cap"));
}

/* The rows of one pair of years. Who has no expenditure in one of them cannot be held to it. */
static gboolean
compare_years (KkrFollowupCap *self, const int years[2], GError **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  KkrFollowupLists *lists = self->followup->lists;
  guint first = self->rows->len, kept = first;
  KkrRational index;

  if (!kkr_followup_rates_get (self->followup->rates, years[0], years[1], &index, error))
    return FALSE;
  for (guint level = 0; level < lists->levels->len; level++)
    for (guint i = 0; i < 2; i++)
      {
        const KkrFollowupReport *report = kkr_followup_cap_find (self, level, years, i);

        if (report != NULL &&
            !add_tariff (find_row (self, places, report, years), i, report, error))
          return FALSE;
      }
  for (guint i = first; i < self->rows->len; i++)
    if (get_row (self, i)->weights[0].num > 0 && get_row (self, i)->weights[1].num > 0)
      {
        *get_row (self, kept) = *get_row (self, i);
        if (!end_row (self, get_row (self, kept++), &index, error))
          return FALSE;
      }
  self->n_left_out += self->rows->len - kept;
  g_array_set_size (self->rows, kept);
  return TRUE;
}

static gboolean
compare_all (KkrFollowupCap *self, GError **error)
{
  const KkrFollowupLists *lists = self->followup->lists;
  gboolean previous = kkr_calculator_get_enum (self->followup->calculator, "cap-reference") ==
                      KKR_CAP_REFERENCE_PREVIOUS_YEAR;
  int before = lists->base_year;

  for (guint i = 0; i < lists->years->len; i++)
    {
      int year = g_array_index (lists->years, int, i);
      const int years[2] = { previous ? before : lists->base_year, year };

      if (year <= lists->base_year || year > lists->year)
        continue;
      /* One rate of the whole time says nothing of the years between. */
      if (!previous && self->followup->rates->has_rate && year != lists->year)
        continue;
      if (!compare_years (self, years, error))
        return FALSE;
      before = year;
    }
  return TRUE;
}

/* Tariffs of nobody would be one more municipality. */
static gboolean
check_municipalities (const KkrFollowupCap *self, GError **error)
{
  const KkrFollowupLists *lists = self->followup->lists;

  for (guint i = 0; i < lists->reports->len; i++)
    {
      const KkrFollowupReport *report = &g_array_index (lists->reports, KkrFollowupReport, i);
      g_autofree char *place = NULL;

      if (report->tariff == G_MININT64 || report->year < lists->base_year ||
          report->year > lists->year ||
          kkr_sheet_has (lists->sheet, report->row, KKR_LISTS_MUNICIPALITY))
        continue;
      place = kkr_followup_row_words (lists->sheet, report->row, KKR_LISTS_MUNICIPALITY);
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                   _("%s: missing: a tariff without its municipality found, one expected for the "
                     "cap for municipalities"), place);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_inputs (KkrFollowupCap *self, const char **input, GError **error)
{
  KkrCalculator *calculator = self->followup->calculator;

  *input = "rates";
  if (!kkr_followup_rates_are_given (self->followup->rates))
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                 _("missing: a cap without the development of prices and wages found, one of "
                   "rate, rates and series expected"));
  else if (kkr_calculator_is_assigned (calculator, "effect-amount") &&
           kkr_calculator_is_assigned (calculator, "effect-percent"))
    {
      *input = "effect-percent";
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("the effect of a wage agreement in kroner and in per cent found, one of them "
                     "expected"));
    }
  else if (self->subject == KKR_CAP_SUBJECT_MUNICIPALITIES &&
           !kkr_sheet_has_column (self->followup->lists->sheet, KKR_LISTS_MUNICIPALITY))
    {
      *input = "lists";
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                   _("missing: a cap for municipalities and no column of municipalities found, "
                     "one expected"));
    }
  else
    return TRUE;
  return FALSE;
}

KkrFollowupCap *
kkr_followup_cap_new (KkrFollowup *followup, const char **input, GError **error)
{
  g_autoptr (KkrFollowupCap) self = g_new0 (KkrFollowupCap, 1);

  self->followup = followup;
  self->subject = (KkrCapSubject) kkr_calculator_get_enum (followup->calculator, "cap-subject");
  self->all_levels = kkr_calculator_get_boolean (followup->calculator, "cap-all-levels");
  self->rows = g_array_new (FALSE, FALSE, sizeof (KkrFollowupCapRow));
  self->effect_rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->municipalities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->municipality_places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!check_inputs (self, input, error))
    return NULL;
  *input = "effects";
  self->effects = kkr_calculator_open_sheet (followup->calculator, "effects", error);
  if (self->effects == NULL || !kkr_followup_effects_read (self, error))
    return NULL;
  *input = "lists";
  if (self->subject == KKR_CAP_SUBJECT_MUNICIPALITIES && !check_municipalities (self, error))
    return NULL;
  return compare_all (self, error) ? g_steal_pointer (&self) : NULL;
}

void
kkr_followup_cap_free (KkrFollowupCap *self)
{
  g_clear_pointer (&self->effects, kkr_sheet_free);
  g_array_unref (self->rows);
  g_hash_table_unref (self->effect_rows);
  g_hash_table_unref (self->municipalities);
  g_hash_table_unref (self->municipality_places);
  g_free (self);
}
