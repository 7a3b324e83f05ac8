/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-tariff-formula-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>

#define MAX_STEPS 64

static void
free_quantity (gpointer data)
{
  KkrTariffQuantity *self = data;

  g_free (self->id);
  g_free (self->danish);
  g_free (self->english);
  g_free (self);
}

static void
free_step (gpointer data)
{
  KkrTariffStep *self = data;

  g_free (self->id);
  g_free (self->danish);
  g_free (self->english);
  g_free (self->expression);
  g_clear_pointer (&self->code, g_array_unref);
  g_free (self);
}

static void
add_standard (KkrTariffFormula *self, const char *id, const char *danish, const char *english,
              KkrUnit unit)
{
  KkrTariffQuantity *quantity = g_new0 (KkrTariffQuantity, 1);

  *quantity = (KkrTariffQuantity) { .id = g_strdup (id), .danish = g_strdup (danish),
                                    .english = g_strdup (english), .unit = unit,
                                    .fallback = KKR_RATIONAL_ZERO };
  g_ptr_array_add (self->quantities, quantity);
}

KkrTariffFormula *
kkr_tariff_formula_new (void)
{
  KkrTariffFormula *self = g_new0 (KkrTariffFormula, 1);

  self->quantities = g_ptr_array_new_with_free_func (free_quantity);
  self->steps = g_ptr_array_new_with_free_func (free_step);
  add_standard (self, "direct_cost", "Direkte udgifter", "Direct costs", KKR_UNIT_RATE);
  add_standard (self, "indirect_cost", "Indirekte udgifter", "Indirect costs", KKR_UNIT_RATE);
  add_standard (self, "shared_cost", "Andel af fællesudgifter", "Share of joint costs",
                KKR_UNIT_RATE);
  add_standard (self, "overhead", "Overhead, beløb", "Overhead, amount", KKR_UNIT_RATE);
  add_standard (self, "overhead_percent", "Overhead, pct.", "Overhead, per cent",
                KKR_UNIT_PERCENT);
  add_standard (self, "depreciation", "Afskrivninger", "Depreciation", KKR_UNIT_RATE);
  add_standard (self, "interest", "Forrentning", "Interest", KKR_UNIT_RATE);
  add_standard (self, "carry_over", "Overført overskud (underskud med minus)",
                "Surplus carried in (a deficit with minus)", KKR_UNIT_RATE);
  add_standard (self, "cost_change", "Ændring i udgifterne", "Change in the costs",
                KKR_UNIT_PERCENT);
  add_standard (self, "places", "Pladser", "Places", KKR_UNIT_PLACES);
  add_standard (self, "days", "Døgn på et år", "Days of a year", KKR_UNIT_DAYS);
  add_standard (self, "occupancy", "Belægningsprocent", "Occupancy", KKR_UNIT_PERCENT);
  g_assert (self->quantities->len == KKR_TARIFF_N_STANDARD);
  return self;
}

void
kkr_tariff_formula_free (KkrTariffFormula *self)
{
  g_ptr_array_unref (self->quantities);
  g_ptr_array_unref (self->steps);
  g_clear_error (&self->error);
  g_free (self);
}

guint
kkr_tariff_formula_count (const KkrTariffFormula *self)
{
  return self->quantities->len + self->steps->len;
}

static void G_GNUC_PRINTF (3, 4)
fail (KkrTariffFormula *self, KkrCalcError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  if (self->error != NULL)
    return;
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  self->error = g_error_new_literal (KKR_CALC_ERROR, (int) code, text);
}

static int
find_quantity (const KkrTariffFormula *self, const char *id)
{
  for (guint i = 0; i < self->quantities->len; i++)
    if (g_str_equal (((KkrTariffQuantity *) self->quantities->pdata[i])->id, id))
      return (int) i;
  return -1;
}

static int
find_step (const KkrTariffFormula *self, const char *id)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (g_str_equal (((KkrTariffStep *) self->steps->pdata[i])->id, id))
      return (int) i;
  return -1;
}

static gboolean
check_id (KkrTariffFormula *self, const char *id)
{
  if (!kkr_expression_is_name (id))
    {
      g_autofree char *valid = g_utf8_make_valid (id, -1);

      fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
            _("no name of a step or a quantity: \"%s\" found, one such as night_cost expected"),
            valid);
      return FALSE;
    }
  /* What the library adds to a derivation is called so. */
  if (g_str_has_prefix (id, "result_"))
    {
      fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
            _("a name that begins with result_: \"%s\" found, another one expected"), id);
      return FALSE;
    }
  return TRUE;
}

void
kkr_tariff_formula_add_quantity (KkrTariffFormula *self, const char *id, const char *danish,
                                 const char *english, KkrUnit unit, const char *fallback)
{
  KkrRational value = KKR_RATIONAL_ZERO;

  if (!check_id (self, id))
    return;
  if (find_quantity (self, id) >= 0 || find_step (self, id) >= 0)
    fail (self, KKR_CALC_ERROR_INCONSISTENT,
          _("a name of the model used twice: %s found again, another one expected"), id);
  else if (fallback != NULL && !kkr_rational_parse (fallback, &value))
    fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
          _("no number: \"%s\" found for %s, one such as 12.5 or 1/3 expected"), fallback, id);
  else if (self->quantities->len >= KKR_TARIFF_N_STANDARD + KKR_TARIFF_MAX_OWN)
    fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
          _("too many quantities in the model: more than %d found, at most %d expected"),
          KKR_TARIFF_MAX_OWN, KKR_TARIFF_MAX_OWN);
  else
    {
      add_standard (self, id, danish, english, unit);
      ((KkrTariffQuantity *) self->quantities->pdata[self->quantities->len - 1])->fallback = value;
      ((KkrTariffQuantity *) self->quantities->pdata[self->quantities->len - 1])->has_fallback =
        fallback != NULL;
    }
}

void
kkr_tariff_formula_add_step (KkrTariffFormula *self, const char *id, const char *danish,
                             const char *english, const char *expression, KkrUnit unit)
{
  KkrTariffStep *step;
  int found;

  if (!check_id (self, id))
    return;
  found = find_step (self, id);
  if (find_quantity (self, id) >= 0)
    fail (self, KKR_CALC_ERROR_INCONSISTENT,
          _("a name of the model used twice: %s found again, another one expected"), id);
  else if (found < 0 && self->steps->len >= MAX_STEPS)
    fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
          _("too many steps in the model: more than %d found, at most %d expected"), MAX_STEPS,
          MAX_STEPS);
  if (self->error != NULL)
    return;
  step = g_new0 (KkrTariffStep, 1);
  *step = (KkrTariffStep) { .id = g_strdup (id), .danish = g_strdup (danish),
                            .english = g_strdup (english), .expression = g_strdup (expression),
                            .unit = unit };
  if (found < 0)
    g_ptr_array_add (self->steps, step);
  else
    {
      free_step (self->steps->pdata[found]);
      self->steps->pdata[found] = step;
    }
}

void
kkr_tariff_formula_add_long_term_average (KkrTariffFormula *self)
{
  kkr_tariff_formula_add_step (self, "running", "Direkte og indirekte udgifter",
                               "Direct and indirect costs",
                               "(direct_cost + indirect_cost + shared_cost) * "
                               "(1 + cost_change / 100)", KKR_UNIT_RATE);
  kkr_tariff_formula_add_step (self, "overhead_total", "Overhead i alt", "Overhead in all",
                               "overhead + running * overhead_percent / 100", KKR_UNIT_RATE);
  kkr_tariff_formula_add_step (self, "cost", "Udgifter, som taksten skal dække",
                               "Costs that the tariff is to cover",
                               "running + overhead_total + depreciation + interest - carry_over",
                               KKR_UNIT_RATE);
  kkr_tariff_formula_add_step (self, "place_days", "Betalte døgn", "Paid days",
                               "places * days * occupancy / 100", KKR_UNIT_DAYS);
  kkr_tariff_formula_add_step (self, "day_tariff", "Takst pr. døgn, uafrundet",
                               "Tariff per day, unrounded", "cost / place_days", KKR_UNIT_RATE);
}

/* "night_cost" is called "Night cost" where nobody gave it a title. */
static char *
make_title (const char *id)
{
  g_autofree char *words = g_strdelimit (g_strdup (id), "_", ' ');

  return kkr_text_capitalize (words);
}

static void
add_line (KkrTariffFormula *self, const char *line)
{
  const char *sign = strchr (line, '=');
  g_autofree char *id = sign != NULL ? g_strstrip (g_strndup (line, (gsize) (sign - line))) : NULL;
  g_autofree char *title = NULL;
  int old;

  if (id == NULL || !g_utf8_validate (line, -1, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (line, -1);

      fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
            _("no step of a model: \"%s\" found, one such as cost = running + night_cost expected"),
            valid);
      return;
    }
  old = find_step (self, id);
  if (old >= 0)
    {
      const KkrTariffStep *step = self->steps->pdata[old];
      g_autofree char *danish = g_strdup (step->danish), *english = g_strdup (step->english);

      kkr_tariff_formula_add_step (self, id, danish, english, sign + 1, step->unit);
      return;
    }
  title = make_title (id);
  kkr_tariff_formula_add_step (self, id, title, title, sign + 1, KKR_UNIT_RATE);
}

void
kkr_tariff_formula_add_text (KkrTariffFormula *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, ";\n", -1);

  self->takes_unknown = TRUE;
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      add_line (self, lines[i]);
}
