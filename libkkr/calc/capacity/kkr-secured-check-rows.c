/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-check-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>

gboolean
kkr_secured_report (KkrCalculator *calculator, KkrSheet *sheet, guint row, guint column,
                    KkrCalcError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_sheet_report (sheet, calculator, row, column, code, text);
  return FALSE;
}

gboolean
kkr_secured_check_year (KkrCalculator *calculator, KkrSheet *sheet, guint row, guint column,
                        const char *what)
{
  const gint64 year = kkr_sheet_get_whole (sheet, row, column);

  if (!kkr_sheet_has (sheet, row, column)
      || (year >= KKR_SECURED_FIRST_YEAR && year <= KKR_SECURED_LAST_YEAR))
    return TRUE;
  return kkr_secured_report (calculator, sheet, row, column, KKR_CALC_ERROR_OUT_OF_RANGE,
                             _("%s: no such year: %lld found, a year such as 2030 expected"), what,
                             (long long) year);
}

const char *
kkr_secured_message_name (KkrSecuredGroup group)
{
  static const char *const names[] = {
    "–", N_("dom-type 1"), N_("dom-type 2"), N_("dom-type 3"), N_("dom-type 4"), N_("dom-type 5"),
    N_("remand substitutes"),
  };

  return _(names[(guint) group < G_N_ELEMENTS (names) ? (guint) group : 0]);
}

static const char *
name_group (const KkrSheet *sheet, guint row)
{
  return kkr_secured_message_name ((KkrSecuredGroup) kkr_sheet_get_choice (sheet, row, 0));
}

/* Persons of a cell: as many as there can be, and none where it is blank. */
static gboolean
check_persons (KkrCalculator *calculator, KkrSheet *sheet, guint row, guint column, gint64 most)
{
  const gint64 persons = kkr_sheet_has (sheet, row, column)
                           ? kkr_sheet_get_whole (sheet, row, column) : 0;

  if (persons >= 0 && persons <= most)
    return TRUE;
  return kkr_secured_report (calculator, sheet, row, column, KKR_CALC_ERROR_OUT_OF_RANGE,
                             _("%s: no such number of persons: %lld found, 0 to %lld expected"),
                             name_group (sheet, row), (long long) persons, (long long) most);
}

gboolean
kkr_secured_check_once (KkrCalculator *calculator, KkrSheet *sheet, guint row, GHashTable *seen,
                        gint64 key)
{
  gint64 *held = g_new (gint64, 1);
  gpointer before;

  *held = key;
  if (!g_hash_table_lookup_extended (seen, held, NULL, &before))
    {
      g_hash_table_insert (seen, held, GUINT_TO_POINTER (row));
      return TRUE;
    }
  g_free (held);
  return kkr_secured_report (calculator, sheet, row, 0, KKR_CALC_ERROR_INCONSISTENT,
                             _("%s is there already: the same as row %u found, one row for each "
                               "group, year and step expected"), name_group (sheet, row),
                             GPOINTER_TO_UINT (before) + 1);
}

static GHashTable *
seen_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* A year that is blank is one of its own. */
static gint64
make_key (const KkrSheet *sheet, guint row, guint year_column, gint64 step)
{
  const gint64 year = kkr_sheet_has (sheet, row, year_column)
                        ? kkr_sheet_get_whole (sheet, row, year_column) : 0;

  return (step * 10000 + CLAMP (year, 0, 9999)) * 10 + kkr_sheet_get_choice (sheet, row, 0);
}

gboolean
kkr_secured_check_start (KkrCalculator *calculator)
{
  g_autoptr (KkrSheet) sheet = kkr_calculator_open_sheet (calculator, "start", NULL);
  g_autoptr (GHashTable) seen = seen_new ();
  gboolean good = sheet != NULL;

  for (guint row = 0; sheet != NULL && row < kkr_sheet_get_n_rows (sheet); row++)
    {
      const gint64 secured = kkr_sheet_get_whole (sheet, row, KKR_SECURED_START_SECURED);

      good &= check_persons (calculator, sheet, row, KKR_SECURED_START_SECURED,
                             KKR_COHORT_MAX_PERSONS)
              && check_persons (calculator, sheet, row, KKR_SECURED_START_WAITING, secured);
      good &= check_persons (calculator, sheet, row, KKR_SECURED_START_OPEN,
                             KKR_COHORT_MAX_PERSONS);
      good &= kkr_secured_check_once (calculator, sheet, row, seen,
                                      kkr_sheet_get_choice (sheet, row,
                                                            KKR_SECURED_START_GROUP));
    }
  return good;
}

gboolean
kkr_secured_check_inflow (KkrCalculator *calculator)
{
  g_autoptr (KkrSheet) sheet = kkr_calculator_open_sheet (calculator, "inflow", NULL);
  g_autoptr (GHashTable) seen = seen_new ();
  gboolean good = sheet != NULL;

  for (guint row = 0; sheet != NULL && row < kkr_sheet_get_n_rows (sheet); row++)
    {
      good &= kkr_secured_check_year (calculator, sheet, row, KKR_SECURED_INFLOW_YEAR,
                                      name_group (sheet, row));
      good &= kkr_secured_check_once (calculator, sheet, row, seen,
                                      make_key (sheet, row, KKR_SECURED_INFLOW_YEAR, 0));
    }
  return good;
}

static gboolean
check_two (KkrCalculator *calculator, KkrSheet *sheet, guint row, guint length, guint ended)
{
  const KkrRational one = KKR_RATIONAL_INT (1);
  const gboolean has_length = kkr_sheet_has (sheet, row, length);
  const gboolean has_ended = kkr_sheet_has (sheet, row, ended);
  const KkrRational value = kkr_sheet_get_number (sheet, row, has_length ? length : ended);
  g_autofree char *found = NULL;
  KkrCohortShare share;

  if (!has_length && !has_ended)
    return TRUE;
  if (has_length && has_ended)
    return kkr_secured_report (calculator, sheet, row, ended, KKR_CALC_ERROR_INCONSISTENT,
                               _("%s: a length and a share found, one of them expected"),
                               name_group (sheet, row));
  found = kkr_message_number (&value);
  if (!kkr_secured_get_share (sheet, row, length, ended, &share))
    return kkr_secured_report (calculator, sheet, row, has_length ? length : ended,
                               KKR_CALC_ERROR_OUT_OF_RANGE,
                               has_length
                                 ? _("%s: no length of a stay: %s years found, more than 0 with at "
                                     "most 6 decimals expected")
                                 : _("%s: no part of a whole: %s per cent found, 0 to 100 with at "
                                     "most 6 decimals expected"), name_group (sheet, row), found);
  if (length == KKR_SECURED_STAY_OPEN_LENGTH && has_length
      && kkr_rational_compare (&value, &one) < 0)
    return kkr_secured_report (calculator, sheet, row, length, KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("%s: a stay in an open place that is too short for years: %s "
                                 "years found, 1 or more expected"), name_group (sheet, row),
                               found);
  return TRUE;
}

static gboolean
check_to_open (KkrCalculator *calculator, KkrSheet *sheet, guint row)
{
  const KkrRational percent = kkr_sheet_get_number (sheet, row, KKR_SECURED_STAY_TO_OPEN);
  KkrCohortShare share;
  g_autofree char *found = NULL;

  if (!kkr_sheet_has (sheet, row, KKR_SECURED_STAY_TO_OPEN)
      || kkr_secured_get_percent (sheet, row, KKR_SECURED_STAY_TO_OPEN, &share))
    return TRUE;
  found = kkr_message_number (&percent);
  return kkr_secured_report (calculator, sheet, row, KKR_SECURED_STAY_TO_OPEN,
                             KKR_CALC_ERROR_OUT_OF_RANGE,
                             _("%s: no part of a whole: %s per cent found, 0 to 100 with at most "
                               "6 decimals expected"), name_group (sheet, row), found);
}

/* The step of each row: 0 for none, else from 1 in the order in which names appear. */
static gint64
number_step (GHashTable *steps, const char *name)
{
  g_autofree char *folded = name != NULL ? kkr_text_fold (name) : NULL;
  gpointer number;

  if (folded == NULL)
    return 0;
  if (!g_hash_table_lookup_extended (steps, folded, NULL, &number))
    {
      number = GUINT_TO_POINTER (g_hash_table_size (steps) + 1);
      g_hash_table_insert (steps, g_steal_pointer (&folded), number);
    }
  return GPOINTER_TO_UINT (number);
}

gboolean
kkr_secured_check_stays (KkrCalculator *calculator)
{
  g_autoptr (KkrSheet) sheet = kkr_calculator_open_sheet (calculator, "stays", NULL);
  g_autoptr (GHashTable) seen = seen_new ();
  g_autoptr (GHashTable) steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean good = sheet != NULL;

  for (guint row = 0; sheet != NULL && row < kkr_sheet_get_n_rows (sheet); row++)
    {
      const gint64 step = number_step (steps, kkr_sheet_get_text (sheet, row,
                                                                  KKR_SECURED_STAY_STEP));

      good &= kkr_secured_check_year (calculator, sheet, row, KKR_SECURED_STAY_YEAR,
                                      name_group (sheet, row));
      good &= check_two (calculator, sheet, row, KKR_SECURED_STAY_LENGTH, KKR_SECURED_STAY_ENDED);
      good &= check_to_open (calculator, sheet, row);
      good &= check_two (calculator, sheet, row, KKR_SECURED_STAY_OPEN_LENGTH,
                         KKR_SECURED_STAY_OPEN_ENDED);
      good &= kkr_secured_check_once (calculator, sheet, row, seen,
                                      make_key (sheet, row, KKR_SECURED_STAY_YEAR, step));
    }
  return good;
}
