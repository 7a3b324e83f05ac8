/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-batch-run-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-calculator-state-private.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-private.h>

/* Columns of scenarios as inputs. */

static gboolean
has_flag (GParamSpec *pspec, KkrParamFlags flag)
{
  return ((guint) pspec->flags & flag) != 0;
}

/* Numbers with decimals as one writes them: no user knows 4049/2 for 2024,5. */
static char *
describe_number (KkrColumn *column, guint row)
{
  const gint64 smallest = G_GINT64_CONSTANT (1000000000000000);
  KkrRational exact;

  if (column->kind == KKR_COLUMN_KIND_DOUBLE && kkr_column_get_exact (column, row, &exact) &&
      smallest % exact.den == 0)
    return kkr_format_exact (&exact, 15, C_("language of amounts", "en"));
  return kkr_column_dup_exact (column, row);
}

static gboolean
refuse_number (KkrColumn *column, guint row, const char *expected, GError **error)
{
  g_autofree char *found = describe_number (column, row);

  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE, _("%s found, %s expected"),
               found, _(expected));
  return FALSE;
}

static gboolean
convert_to_int (GParamSpec *pspec, KkrColumn *column, guint row, GValue *value, GError **error)
{
  gboolean is_small = pspec->value_type == G_TYPE_INT;
  KkrRational exact;

  if (has_flag (pspec, KKR_PARAM_FLAGS_AMOUNT) && column->kind != KKR_COLUMN_KIND_INT64)
    return refuse_number (column, row, N_("an amount as whole øre or as text"), error);
  if (!kkr_column_get_exact (column, row, &exact) || exact.den != 1 ||
      exact.num < (is_small ? G_MININT : G_MININT64) ||
      exact.num > (is_small ? G_MAXINT : G_MAXINT64))
    return refuse_number (column, row, N_("a whole number such as 2024"), error);
  if (is_small)
    g_value_set_int (value, (int) exact.num);
  else
    g_value_set_int64 (value, (gint64) exact.num);
  return TRUE;
}

/* Into the unit of the input: kroner, per cent. */
static gboolean
convert_to_double (GParamSpec *pspec, KkrColumn *column, guint row, GValue *value, GError **error)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  gboolean is_amount = column->unit == KKR_UNIT_AMOUNT;
  gboolean is_share = column->unit == KKR_UNIT_SHARE && has_flag (pspec, KKR_PARAM_FLAGS_SHARE);
  KkrRational exact, kept;

  if (!kkr_column_get_exact (column, row, &exact))
    {
      if (is_amount || is_share)
        return refuse_number (column, row, N_("a number with at most 15 digits"), error);
      g_value_set_double (value, kkr_column_get_double (column, row));
      return TRUE;
    }
  if ((is_amount && !kkr_rational_divide (&exact, &hundred, &exact)) ||
      (is_share && !kkr_rational_multiply (&exact, &hundred, &exact)))
    return refuse_number (column, row, N_("a smaller number"), error);
  g_value_set_double (value, kkr_rational_to_double (&exact));
  if (kkr_rational_from_double (g_value_get_double (value), &kept) &&
      kkr_rational_compare (&kept, &exact) == 0)
    return TRUE;
  return refuse_number (column, row, N_("a number with at most 15 digits"), error);
}

static gboolean
convert_cell (GParamSpec *pspec, KkrColumn *column, guint row, GValue *value, GError **error)
{
  g_autofree char *text = NULL;

  if (column->kind == KKR_COLUMN_KIND_TEXT)
    return kkr_param_parse (pspec, kkr_column_get_label (column, row, NULL), value, error);
  if (kkr_column_is_number (column) && pspec->value_type == G_TYPE_DOUBLE)
    return convert_to_double (pspec, column, row, value, error);
  if (kkr_column_is_number (column) &&
      (pspec->value_type == G_TYPE_INT || pspec->value_type == G_TYPE_INT64))
    return convert_to_int (pspec, column, row, value, error);
  text = kkr_column_dup_exact (column, row);
  return kkr_param_parse (pspec, text, value, error);
}

gboolean
kkr_batch_column_convert (const KkrBatchColumn *self, guint scenario, GValue *value,
                          GError **error)
{
  KkrCellStatus status = kkr_column_get_cell_status (self->column, scenario);

  if (status == KKR_CELL_STATUS_SUPPRESSED)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                 _("%s: %s found, a value expected"), self->pspec->name,
                 kkr_cell_status_word (status));
  if (status != KKR_CELL_STATUS_VALUE)
    return FALSE;
  g_value_init (value, self->pspec->value_type);
  if (convert_cell (self->pspec, self->column, scenario, value, error))
    return TRUE;
  g_value_unset (value);
  g_prefix_error (error, "%s: ", self->pspec->name);
  return FALSE;
}

/* One error of all that is wrong, as run() has. */
static void
add_error (GError **all, GError *one)
{
  GError *joined;

  if (*all == NULL)
    {
      *all = one;
      return;
    }
  joined = g_error_new ((*all)->domain, (*all)->code, "%s; %s", (*all)->message, one->message);
  g_error_free (*all);
  g_error_free (one);
  *all = joined;
}

gboolean
kkr_batch_assign (const KkrBatch *self, KkrCalculator *calculator, guint scenario,
                  KkrBatchInputs inputs, GError **error)
{
  GError *all = NULL;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const KkrBatchColumn *column = &self->columns[i];
      g_auto (GValue) value = G_VALUE_INIT;
      GError *one = NULL;

      /* That a row input has no value, all of a group have in common. */
      if (column->row_input >= 0 && !(inputs & KKR_BATCH_ROW_INPUTS) &&
          kkr_column_get_cell_status (column->column, scenario) == KKR_CELL_STATUS_VALUE)
        continue;
      if (column->row_input < 0 && !(inputs & KKR_BATCH_GROUP_INPUTS))
        continue;
      if (kkr_batch_column_convert (column, scenario, &value, &one))
        kkr_calculator_put (calculator, column->pspec, &value);
      else if (one != NULL)
        add_error (&all, one);
      else if (kkr_calculator_is_assigned (calculator, column->pspec->name))
        kkr_calculator_unset (calculator, column->pspec->name, NULL);
    }
  if (all == NULL)
    return TRUE;
  g_propagate_error (error, all);
  return FALSE;
}

void
kkr_batch_restore (KkrBatch *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const KkrBatchColumn *column = &self->columns[i];

      if (column->was_assigned)
        g_object_set_property (G_OBJECT (self->calculator), column->pspec->name, &column->before);
      else if (kkr_calculator_is_assigned (self->calculator, column->pspec->name))
        kkr_calculator_unset (self->calculator, column->pspec->name, NULL);
    }
}

static gboolean
can_be_column (GType type)
{
  return type == G_TYPE_STRING || type == G_TYPE_BOOLEAN || type == G_TYPE_INT ||
         type == G_TYPE_INT64 || type == G_TYPE_DOUBLE || G_TYPE_IS_ENUM (type);
}

static GParamSpec *
find_input (KkrBatch *self, KkrColumn *column, GError **error)
{
  const char *name = kkr_column_get_name (column);
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (self->calculator), name);

  if (pspec == NULL || !kkr_param_is_input (pspec))
    {
      g_autofree char *wrong = kkr_calculator_no_such_input (self->calculator, name);

      g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE, wrong);
      return NULL;
    }
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].pspec == pspec)
      {
        g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                     _("two columns for the input \"%s\" found, one expected"), pspec->name);
        return NULL;
      }
  if (can_be_column (pspec->value_type))
    return pspec;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
               _("the input \"%s\" cannot be a column: %s found, text, a number, yes or no, or a "
                 "choice expected"), pspec->name, g_type_name (pspec->value_type));
  return NULL;
}

gboolean
kkr_batch_bind_columns (KkrBatch *self, GError **error)
{
  self->columns = g_new0 (KkrBatchColumn, (gsize) self->scenarios->n_columns + 1);
  for (guint i = 0; i < self->scenarios->n_columns; i++)
    {
      KkrBatchColumn *bound = &self->columns[i];

      bound->column = self->scenarios->columns[i];
      bound->row_input = -1;
      bound->pspec = find_input (self, bound->column, error);
      if (bound->pspec == NULL)
        return FALSE;
      self->n_columns++;
      bound->was_assigned = kkr_calculator_is_assigned (self->calculator, bound->pspec->name);
      if (!bound->was_assigned)
        continue;
      g_value_init (&bound->before, bound->pspec->value_type);
      g_object_get_property (G_OBJECT (self->calculator), bound->pspec->name, &bound->before);
    }
  return TRUE;
}

gboolean
kkr_batch_sets (const KkrBatch *self, GParamSpec *input)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].pspec == input)
      return TRUE;
  return FALSE;
}

void
kkr_batch_clear_columns (KkrBatch *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->columns[i].was_assigned)
        g_value_unset (&self->columns[i].before);
      g_free (self->columns[i].own_values);
      g_free (self->columns[i].refused);
    }
  g_free (self->columns);
}
