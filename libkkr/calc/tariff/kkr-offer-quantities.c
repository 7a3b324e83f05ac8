/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-tariff-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/calc/kkr-sheet-state-private.h>

/* The quantities that a model has of its own: columns of the table, or a text for one offer. */

static const KkrTariffQuantity *
get_own (const KkrOfferPlan *self, guint i)
{
  return self->formula->quantities->pdata[KKR_TARIFF_N_STANDARD + i];
}

/* "night_cost" is the column night-cost. */
static char *
make_name (const KkrTariffQuantity *quantity)
{
  return g_strdelimit (g_strdup (quantity->id), "_", '-');
}

static KkrRational *
get_values (KkrOfferPlan *self, guint row)
{
  return self->own + (gsize) row * self->n_own;
}

static void
complain_missing (KkrOfferPlan *self, guint row, const char *name)
{
  const KkrOfferRow *of = kkr_offer_plan_get_row (self, row);
  g_autofree char *offer = kkr_offer_plan_name (self, of);

  kkr_offer_plan_complain_at (self, self->offers, of->sheet_row, G_MAXUINT, "quantities",
                              KKR_CALC_ERROR_MISSING_INPUT,
                              _("missing: no %s of %s found, which the model needs, a number "
                                "expected"), name, offer);
}

static GParamSpec *
make_spec (KkrOfferPlan *self, GStrv names)
{
  g_autofree KkrSheetColumn *columns = g_new0 (KkrSheetColumn, (gsize) self->n_own + 1);
  GParamSpec *pspec = g_param_spec_object ("offers", "Tilbud|Offers", "", KKR_TYPE_TABLE,
                                           G_PARAM_READWRITE);

  g_param_spec_ref_sink (pspec);
  for (guint i = 0; i < self->n_own; i++)
    columns[i] = (KkrSheetColumn) { .name = names[i], .title = names[i],
                                    .kind = KKR_SHEET_NUMBER };
  kkr_sheet_set_columns (pspec, columns);
  return pspec;
}

static char **
list_names (const KkrOfferPlan *self)
{
  char **names = g_new0 (char *, (gsize) self->n_own + 1);

  for (guint i = 0; i < self->n_own; i++)
    names[i] = make_name (get_own (self, i));
  return names;
}

static gboolean
is_percentage (KkrColumn *column, guint row)
{
  static const char *const words[] = { "%", "pct.", "pct", "procent" };
  g_autofree char *text = NULL;

  if (column->kind != KKR_COLUMN_KIND_TEXT)
    return column->unit == KKR_UNIT_PERCENT;
  text = kkr_column_dup_exact (column, row);
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_has_suffix (g_strchomp (text), words[i]))
      return TRUE;
  return FALSE;
}

/* A sheet gives shares in per cent, as the library's own inputs are. What a model has of its own is
 * the number that stands there, and a share where it asks for one. */
static gboolean
get_number (const KkrSheet *sheet, guint row, guint i, KkrUnit unit, KkrRational *number)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrColumn *column = sheet->cells[i].column;
  gboolean in_hundredths = column->kind != KKR_COLUMN_KIND_TEXT && column->unit == KKR_UNIT_SHARE
                             ? unit != KKR_UNIT_PERCENT
                             : unit == KKR_UNIT_SHARE && is_percentage (column, row);

  *number = kkr_sheet_get_number (sheet, row, i);
  return !in_hundredths || kkr_rational_divide (number, &hundred, number);
}

static void
read_columns (KkrOfferPlan *self)
{
  g_auto (GStrv) names = list_names (self);
  g_autoptr (GParamSpec) pspec = make_spec (self, names);
  KkrSheetFaults faults = { 0 };
  g_autoptr (KkrSheet) sheet =
    kkr_sheet_new (pspec, kkr_calculator_get_table (self->calculator, "offers"), &faults);

  for (guint i = 0; faults.texts != NULL && i < faults.texts->len && i < KKR_SHEET_MAX_TOLD; i++)
    kkr_offer_plan_complain (self, "offers", g_array_index (faults.codes, KkrCalcError, i), "%s",
                             (const char *) faults.texts->pdata[i]);
  kkr_sheet_faults_clear (&faults);
  for (guint row = 0; self->error == NULL && row < self->rows->len; row++)
    for (guint i = 0; i < self->n_own; i++)
      {
        if (kkr_sheet_has (sheet, row, i))
          {
            if (!get_number (sheet, row, i, get_own (self, i)->unit, &get_values (self, row)[i]))
              complain_missing (self, row, names[i]);
          }
        else if (get_own (self, i)->has_fallback)
          get_values (self, row)[i] = get_own (self, i)->fallback;
        else
          complain_missing (self, row, names[i]);
      }
}

static void
read_line (KkrOfferPlan *self, char *line, gboolean *found)
{
  char *sign = strchr (line, '=');
  g_autoptr (GError) error = NULL;
  g_autofree char *valid = g_utf8_make_valid (line, -1);
  KkrNumber number;
  guint i;

  if (sign == NULL)
    {
      kkr_offer_plan_complain (self, "quantities", KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("no quantity: \"%s\" found, one such as night-cost = 1.000 "
                                 "expected"), valid);
      return;
    }
  *sign = '\0';
  g_strdelimit (g_strstrip (line), "-", '_');
  for (i = 0; i < self->n_own; i++)
    if (g_str_equal (get_own (self, i)->id, line))
      break;
  if (i == self->n_own)
    kkr_offer_plan_complain (self, "quantities", KKR_CALC_ERROR_OUT_OF_RANGE,
                             _("not a quantity of the model: \"%s\" found, one of its own "
                               "expected"), valid);
  else if (found[i])
    kkr_offer_plan_complain (self, "quantities", KKR_CALC_ERROR_INCONSISTENT,
                             _("a quantity twice: \"%s\" found again, each once expected"), valid);
  else if (!kkr_number_parse (g_strstrip (sign + 1), N_("a number"), &number, &error))
    kkr_offer_plan_complain (self, "quantities", (KkrCalcError) error->code, "%s",
                             error->message);
  else
    {
      const KkrRational hundred = KKR_RATIONAL_INT (100);

      get_values (self, 0)[i] = number.value;
      found[i] = number.unit != KKR_UNIT_PERCENT || get_own (self, i)->unit != KKR_UNIT_SHARE ||
                 kkr_rational_divide (&number.value, &hundred, &get_values (self, 0)[i]);
    }
}

static void
read_text (KkrOfferPlan *self)
{
  const char *text = kkr_calculator_get_text (self->calculator, "quantities");
  g_auto (GStrv) lines = g_strsplit_set (text != NULL ? text : "", ";\n", -1);
  g_auto (GStrv) names = list_names (self);
  g_autofree gboolean *found = g_new0 (gboolean, (gsize) self->n_own + 1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      read_line (self, lines[i], found);
  for (guint i = 0; i < self->n_own; i++)
    {
      if (!found[i] && get_own (self, i)->has_fallback)
        get_values (self, 0)[i] = get_own (self, i)->fallback;
      else if (!found[i])
        complain_missing (self, 0, names[i]);
    }
}

void
kkr_offer_plan_read_quantities (KkrOfferPlan *self)
{
  self->own = g_new0 (KkrRational, (gsize) self->n_own * self->rows->len + 1);
  for (gsize i = 0; i < (gsize) self->n_own * self->rows->len; i++)
    self->own[i] = KKR_RATIONAL_ZERO;
  if (self->offers == NULL)
    read_text (self);
  else if (self->n_own > 0)
    read_columns (self);
}
