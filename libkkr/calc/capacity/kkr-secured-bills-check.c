/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-bills-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-number-private.h>

static void G_GNUC_PRINTF (4, 5)
refuse (KkrCalculator *calculator, const char *input, KkrCalcError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_calculator_report (calculator, input, code, text);
}

static void
check_days (KkrCalculator *calculator, KkrSheet *users)
{
  for (guint row = 0; row < kkr_sheet_get_n_rows (users); row++)
    {
      const gint64 days = kkr_sheet_get_whole (users, row, KKR_SECURED_USER_DAYS);
      g_autofree char *name = kkr_text_quote (
        kkr_sheet_get_text (users, row, KKR_SECURED_USER_MUNICIPALITY));
      g_autofree char *text = g_strdup_printf (
        _("%s: fewer days than none: %lld found, 0 or more expected"), name, (long long) days);

      if (days < 0)
        kkr_sheet_report (users, calculator, row, KKR_SECURED_USER_DAYS,
                          KKR_CALC_ERROR_OUT_OF_RANGE, text);
    }
}

static void
check_weights (KkrCalculator *calculator, KkrSheet *key)
{
  for (guint row = 0; row < kkr_sheet_get_n_rows (key); row++)
    {
      const KkrRational weight = kkr_sheet_get_number (key, row, KKR_SECURED_KEY_WEIGHT);
      g_autofree char *name = kkr_text_quote (
        kkr_sheet_get_text (key, row, KKR_SECURED_KEY_MUNICIPALITY));
      g_autofree char *found = kkr_message_number (&weight);
      g_autofree char *text = g_strdup_printf (
        _("%s: a negative weight: %s found, 0 or more expected"), name, found);

      if (weight.num < 0)
        kkr_sheet_report (key, calculator, row, KKR_SECURED_KEY_WEIGHT,
                          KKR_CALC_ERROR_OUT_OF_RANGE, text);
    }
}

static void
check_tables (KkrCalculator *calculator)
{
  g_autoptr (KkrSheet) users = kkr_calculator_open_sheet (calculator, "users", NULL);
  g_autoptr (KkrSheet) key = kkr_calculator_open_sheet (calculator, "key", NULL);

  if (users != NULL)
    check_days (calculator, users);
  if (key != NULL)
    check_weights (calculator, key);
}

static void
check_prices (KkrCalculator *calculator)
{
  static const char *const names[] = { "tariff", "budget" };
  const gint64 unit = kkr_calculator_get_amount (calculator, "unit");
  g_autofree char *unit_text = kkr_message_amount (unit);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const gint64 amount = kkr_calculator_get_amount (calculator, names[i]);
      g_autofree char *found = kkr_message_amount (amount);

      if (amount < 0)
        refuse (calculator, names[i], KKR_CALC_ERROR_OUT_OF_RANGE,
                _("a negative amount: %s found, 0 or more expected"), found);
    }
  if (unit <= 0)
    refuse (calculator, "unit", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("nothing to share in: %s found, 1 øre or more expected"), unit_text);
  if (kkr_calculator_get_enum (calculator, "method") == KKR_APPORTION_METHOD_INDEPENDENT)
    refuse (calculator, "method", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("bills that need not add up: independent found, a method that keeps the sum "
              "expected"));
}

/* One of two inputs, where there are users. */
static void
check_one_of (KkrCalculator *calculator, const char *one, const char *other)
{
  const gboolean has_one = kkr_calculator_is_assigned (calculator, one);
  const gboolean has_other = kkr_calculator_is_assigned (calculator, other);

  if (has_one && has_other)
    refuse (calculator, other, KKR_CALC_ERROR_INCONSISTENT,
            _("given twice: %s and %s found, one of them expected"), one, other);
  else if (!has_one && !has_other)
    refuse (calculator, one, KKR_CALC_ERROR_MISSING_INPUT,
            _("missing: users and neither %s nor %s found, one of them expected"), one, other);
}

static void
check_series (KkrCalculator *calculator)
{
  const char *day = kkr_calculator_get_text (calculator, "key-day");
  g_autoptr (GError) error = NULL;
  gint32 days;

  if (day != NULL && !kkr_date_read (day, &days, &error))
    refuse (calculator, "key-day", (KkrCalcError) error->code, "%s", error->message);
  if (!kkr_calculator_is_assigned (calculator, "key-series"))
    return;
  if (kkr_calculator_get_text (calculator, "key-series") == NULL)
    refuse (calculator, "key-series", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("nothing found, the name of a series expected"));
  if (kkr_calculator_get_register (calculator) == NULL)
    refuse (calculator, "register", KKR_CALC_ERROR_MISSING_INPUT,
            _("missing: key-series and no register found, the register that has it expected"));
  if (day == NULL)
    refuse (calculator, "key-day", KKR_CALC_ERROR_MISSING_INPUT,
            _("missing: key-series and no day found, the day for which it holds expected"));
}

void
kkr_secured_bills_check (KkrCalculator *calculator)
{
  check_prices (calculator);
  check_series (calculator);
  check_tables (calculator);
  if (!kkr_calculator_is_assigned (calculator, "users"))
    return;
  check_one_of (calculator, "tariff", "budget");
  check_one_of (calculator, "key", "key-series");
}
