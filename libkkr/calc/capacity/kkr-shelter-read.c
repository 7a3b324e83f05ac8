/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/register/kkr-fact-private.h>

const KkrSheetColumn *
kkr_shelter_get_stay_columns (void)
{
  static const KkrSheetColumn columns[] = {
    { "person", "Borger|Person", KKR_SHEET_PERSON, TRUE },
    { "municipality", "Kommune|Municipality", KKR_SHEET_TEXT, TRUE },
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT },
    { "from", "Fra og med|From", KKR_SHEET_DATE, TRUE },
    { "to", "Til og med|To", KKR_SHEET_DATE },
    { "tariff", "Takst|Tariff", KKR_SHEET_AMOUNT, TRUE },
    { NULL },
  };

  return columns;
}

const KkrSheetColumn *
kkr_shelter_get_area_columns (void)
{
  static const KkrSheetColumn columns[] = {
    { "area", "KKR-område|KKR area", KKR_SHEET_TEXT, TRUE },
    { "capacity", "Fastsat kapacitet|Capacity that is set", KKR_SHEET_WHOLE, TRUE },
    { "public", "Offentlige pladser|Public places", KKR_SHEET_WHOLE },
    { "demand", "Behov|Demand", KKR_SHEET_WHOLE },
    { NULL },
  };

  return columns;
}

gint32
kkr_shelter_get_from (const KkrShelter *self, guint row)
{
  return kkr_sheet_get_date (self->stays, row, KKR_SHELTER_STAY_FROM);
}

gboolean
kkr_shelter_is_open (const KkrShelter *self, guint row)
{
  return !kkr_sheet_has (self->stays, row, KKR_SHELTER_STAY_TO);
}

gint32
kkr_shelter_get_until (const KkrShelter *self, guint row)
{
  const gint32 until = kkr_sheet_get_date (self->stays, row, KKR_SHELTER_STAY_TO);

  return until == G_MININT32 ? MAX (self->rules.last, kkr_shelter_get_from (self, row)) : until;
}

const char *
kkr_shelter_get_payer (const KkrShelter *self, gint32 payer)
{
  return self->payers->pdata[payer];
}

gint64
kkr_shelter_get_whole (KkrSheet *sheet, guint row, guint column)
{
  return kkr_sheet_has (sheet, row, column) ? kkr_sheet_get_whole (sheet, row, column) : 0;
}

KkrFact *
kkr_shelter_look_up (KkrShelter *self, const char *input, const char *key, GError **error)
{
  const char *day = kkr_calculator_get_text (self->calculator, "limit-from");
  g_autofree char *last = g_strdup_printf ("%04d-12-31", self->growth.to_year);
  g_autoptr (GError) gap = NULL;
  KkrFact *fact;

  if (self->reg == NULL || kkr_calculator_is_assigned (self->calculator, input))
    return NULL;
  fact = kkr_register_lookup (self->reg, key, self->growth.has ? last : day,
                              kkr_calculator_get_text (self->calculator, "known-on"), &gap);
  if (fact == NULL && !g_error_matches (gap, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA))
    g_propagate_error (error, g_steal_pointer (&gap));
  if (fact != NULL && !kkr_fact_check_number (fact, KKR_UNIT_UNSET, error))
    g_clear_object (&fact);
  if (fact != NULL)
    {
      kkr_calculator_tell_fact (self->calculator, input, fact,
                                self->used->len > 0 ? self->used->pdata[self->used->len - 1]
                                                    : NULL);
      g_ptr_array_add (self->used, g_object_ref (fact));
    }
  return fact;
}

/* A limit in days: as given, or the register's, or the one of the class. */
static gboolean
read_limit (KkrShelter *self, const char *input, const char *key, gint64 *limit, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (KkrFact) fact = kkr_shelter_look_up (self, input, key, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *limit = kkr_calculator_get_int (self->calculator, input);
  if (fact == NULL)
    return TRUE;
  if (kkr_rational_round (kkr_fact_get_rational (fact), KKR_ROUNDING_MODE_HALF_AWAY, 1, limit)
      && kkr_fact_get_rational (fact)->den == 1 && *limit >= 0 && *limit <= G_MAXINT32)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("%s: no number of days: %s found, 0 or more whole days expected"),
               kkr_fact_get_key (fact), kkr_fact_get_printed (fact));
  return FALSE;
}

static gboolean
read_day (KkrCalculator *calculator, const char *input, gint32 open, gint32 *day, GError **error)
{
  const char *text = kkr_calculator_get_text (calculator, input);

  *day = open;
  if (text == NULL || (*text == '\0' && !kkr_calculator_is_assigned (calculator, input)))
    return TRUE;
  return kkr_date_read (text, day, error);
}

gboolean
kkr_shelter_read_rules (KkrShelter *self, GError **error)
{
  KkrCalculator *calculator = self->calculator;
  KkrShelterRules *rules = &self->rules;

  rules->rule = (KkrRefundRule) kkr_calculator_get_enum (calculator, "reading");
  rules->by = (KkrTransitionRule) kkr_calculator_get_enum (calculator, "transition-by");
  rules->mode = (KkrRoundingMode) kkr_calculator_get_enum (calculator, "rounding");
  rules->unit = kkr_calculator_get_amount (calculator, "rounding-unit");
  rules->join_days = kkr_calculator_is_assigned (calculator, "join-days")
                       ? kkr_calculator_get_int (calculator, "join-days") : -1;
  rules->has_transition = kkr_calculator_is_assigned (calculator, "transition-from")
                          || kkr_calculator_is_assigned (calculator, "transition-to");
  return read_day (calculator, "first-day", G_MININT32, &rules->first, error)
         && read_day (calculator, "last-day", G_MAXINT32, &rules->last, error)
         && read_day (calculator, "limit-from", G_MININT32, &rules->limit_from, error)
         && read_day (calculator, "transition-from", G_MININT32, &rules->transition_from, error)
         && read_day (calculator, "transition-to", G_MAXINT32, &rules->transition_to, error)
         && kkr_calculator_get_rational (calculator, "refund-percent", &rules->percent, error)
         && read_limit (self, "limit", "shelters/refund-limit", &rules->limit, error)
         && read_limit (self, "transition-limit", "shelters/refund-limit-transition",
                        &rules->transition_limit, error);
}

/* The number of the municipality that the register knows by that text, or of the text itself. */
static gint32
find_payer (KkrShelter *self, GHashTable *numbers, const char *text)
{
  g_autofree char *folded = NULL;
  g_autoptr (KkrMunicipality) found = NULL;
  const char *name = text;
  gint32 code = KKR_SHELTER_NO_CODE;
  gpointer number;

  if (self->reg != NULL)
    found = kkr_register_find_municipality (self->reg, text, NULL);
  if (found != NULL)
    {
      name = kkr_municipality_get_name (found);
      code = kkr_municipality_get_code (found);
    }
  folded = kkr_text_fold (name);
  if (g_hash_table_lookup_extended (numbers, folded, NULL, &number))
    return GPOINTER_TO_INT (number);
  number = GINT_TO_POINTER ((int) self->payers->len);
  g_ptr_array_add (self->payers, g_strdup (name));
  g_array_append_val (self->payer_codes, code);
  g_hash_table_insert (numbers, g_steal_pointer (&folded), number);
  return GPOINTER_TO_INT (number);
}

static void
read_payers (KkrShelter *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const guint n = kkr_sheet_get_n_rows (self->stays);
  guint n_texts;
  const gint32 *codes = kkr_sheet_get_codes (self->stays, KKR_SHELTER_STAY_MUNICIPALITY, &n_texts);
  g_autofree gint32 *payer_of = g_new (gint32, (gsize) n_texts + 1);

  self->payers = g_ptr_array_new_with_free_func (g_free);
  self->payer_codes = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->stay_payers = g_new (gint32, (gsize) n + 1);
  for (guint i = 0; i < n_texts; i++)
    payer_of[i] = find_payer (self, numbers,
                              kkr_sheet_get_code_text (self->stays, KKR_SHELTER_STAY_MUNICIPALITY,
                                                       (gint32) i));
  for (guint row = 0; row < n; row++)
    self->stay_payers[row] = payer_of[codes[row]];
}

static int
compare_stays (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KkrShelter *self = user_data;
  const guint one = *(const guint *) a, two = *(const guint *) b;
  const gint32 from_one = kkr_shelter_get_from (self, one);
  const gint32 from_two = kkr_shelter_get_from (self, two);
  const gint32 until_one = kkr_shelter_get_until (self, one);
  const gint32 until_two = kkr_shelter_get_until (self, two);

  if (self->persons[one] != self->persons[two])
    return self->persons[one] < self->persons[two] ? -1 : 1;
  if (from_one != from_two)
    return from_one < from_two ? -1 : 1;
  if (until_one != until_two)
    return until_one < until_two ? -1 : 1;
  return one < two ? -1 : one > two;
}

static void
sort_stays (KkrShelter *self)
{
  const guint n = kkr_sheet_get_n_rows (self->stays);
  guint n_persons;

  self->persons = kkr_sheet_get_codes (self->stays, KKR_SHELTER_STAY_PERSON, &n_persons);
  self->order = g_new (guint, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (int) n, sizeof *self->order, compare_stays, self);
}

gint32
kkr_shelter_find_area (const KkrShelter *self, const char *name)
{
  g_autofree char *folded = kkr_text_fold (name);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->area_rows, folded)) - 1;
}

static void
index_areas (KkrShelter *self)
{
  self->area_rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint row = kkr_sheet_get_n_rows (self->areas); row-- > 0;)
    g_hash_table_insert (self->area_rows,
                         kkr_text_fold (kkr_sheet_get_text (self->areas, row,
                                                            KKR_SHELTER_AREA_NAME)),
                         GUINT_TO_POINTER (row + 1));
}

KkrShelter *
kkr_shelter_new (KkrCalculator *calculator, const char **fault, GError **error)
{
  g_autoptr (KkrShelter) self = g_new0 (KkrShelter, 1);

  *fault = NULL;
  self->calculator = calculator;
  self->reg = kkr_calculator_get_register (calculator);
  self->used = g_ptr_array_new_with_free_func (g_object_unref);
  if ((self->stays = kkr_calculator_open_sheet (calculator, "stays", error)) == NULL
      || (self->areas = kkr_calculator_open_sheet (calculator, "areas", error)) == NULL
      || (self->suppliers = kkr_calculator_open_sheet (calculator, "suppliers", error)) == NULL)
    return NULL;
  *fault = "limit";
  if (kkr_calculator_is_assigned (calculator, "stays")
      && !kkr_shelter_read_rules (self, error))
    return NULL;
  *fault = "growth";
  if (!kkr_shelter_read_growth (self, fault, error))
    return NULL;
  read_payers (self);
  sort_stays (self);
  index_areas (self);
  return g_steal_pointer (&self);
}

void
kkr_shelter_free (KkrShelter *self)
{
  g_clear_pointer (&self->stays, kkr_sheet_free);
  g_clear_pointer (&self->areas, kkr_sheet_free);
  g_clear_pointer (&self->suppliers, kkr_sheet_free);
  g_clear_pointer (&self->used, g_ptr_array_unref);
  g_clear_pointer (&self->payers, g_ptr_array_unref);
  g_clear_pointer (&self->payer_codes, g_array_unref);
  g_clear_pointer (&self->area_rows, g_hash_table_unref);
  g_free (self->stay_payers);
  g_free (self->order);
  g_free (self);
}
