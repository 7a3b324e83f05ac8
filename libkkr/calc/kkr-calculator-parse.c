/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-calculator-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-amount.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/calc/tariff/kkr-tariff-model.h>
#include <libkkr/calc/kkr-sheet-read-private.h>
#include <libkkr/register/kkr-register-reader.h>

static gboolean
parse_int (const char *text, gint64 min, gint64 max, gint64 *value, GError **error)
{
  KkrNumber number;

  /* A year is written without a dot, and "2.024" is one all the same. */
  if (!kkr_number_parse (text, N_("a whole number"), &number, error))
    return FALSE;
  if (number.value.den != 1 || number.value.num < min || number.value.num > max)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("no whole number that fits: \"%s\" found, a whole number such as 2024 "
                     "expected"), text);
      return FALSE;
    }
  *value = (gint64) number.value.num;
  return TRUE;
}

static gboolean
parse_double (const char *text, GValue *value, GError **error)
{
  KkrNumber number;
  KkrRational kept;

  if (!kkr_number_parse (text, N_("a number"), &number, error))
    return FALSE;
  g_value_set_double (value, kkr_rational_to_double (&number.value));
  /* A double that stands for another decimal would change the figure unseen. */
  if (!kkr_rational_from_double (g_value_get_double (value), &kept) ||
      kkr_rational_compare (&kept, &number.value) != 0)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("more digits than a number keeps: \"%s\" found, at most 15 expected"), text);
      return FALSE;
    }
  return TRUE;
}

gboolean
kkr_boolean_parse (const char *text, gboolean *value)
{
  static const char *const words[] = { "nej", "ja", "no", "yes", "false", "true", "0", "1" };
  g_autofree char *folded = kkr_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i]))
      {
        *value = i % 2 == 1;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_boolean (const char *text, GValue *value, GError **error)
{
  gboolean yes;

  if (kkr_boolean_parse (text, &yes))
    {
      g_value_set_boolean (value, yes);
      return TRUE;
    }
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("neither yes nor no: \"%s\" found, ja or nej expected"), text);
  return FALSE;
}

static gboolean
parse_enum (GParamSpec *pspec, const char *text, GValue *value, GError **error)
{
  GEnumClass *klass = G_PARAM_SPEC_ENUM (pspec)->enum_class;
  GEnumValue *found = g_enum_get_value_by_nick (klass, text);
  g_autoptr (GString) known = g_string_new (NULL);

  if (found != NULL && found->value != 0)
    {
      g_value_set_enum (value, found->value);
      return TRUE;
    }
  for (guint i = 0; i < klass->n_values; i++)
    if (klass->values[i].value != 0)
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "",
                              klass->values[i].value_nick);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no such choice: \"%s\" found, one of %s expected"), text, known->str);
  return FALSE;
}

static gboolean
parse_register (const char *text, GValue *value, GError **error)
{
  const char *const paths[] = { text, NULL };
  g_autoptr (KkrRegisterReader) reader = NULL;
  KkrRegister *reg;

  if (g_str_equal (text, "packaged"))
    {
      g_value_take_object (value, kkr_register_new_packaged ());
      return TRUE;
    }
  reader = kkr_register_reader_new ();
  reg = kkr_register_reader_read_files (reader, paths, NULL, error);
  g_value_take_object (value, reg);
  return reg != NULL;
}

static gboolean
parse_amount (const char *text, GValue *value, GError **error)
{
  GError *local_error = NULL;
  gint64 amount = kkr_amount_from_string (text, &local_error);

  g_value_set_int64 (value, amount);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
parse_model (const char *text, GValue *value, GError **error)
{
  KkrTariffModel *model = kkr_tariff_model_new_from_string (text, error);

  g_value_take_object (value, model);
  return model != NULL;
}

gboolean
kkr_param_parse (GParamSpec *pspec, const char *text, GValue *value, GError **error)
{
  gint64 number;

  if (pspec->value_type == G_TYPE_STRING)
    g_value_set_string (value, text);
  else if (pspec->value_type == G_TYPE_BOOLEAN)
    return parse_boolean (text, value, error);
  else if (pspec->value_type == G_TYPE_DOUBLE)
    return parse_double (text, value, error);
  else if (pspec->value_type == G_TYPE_INT64 &&
           ((guint) pspec->flags & KKR_PARAM_FLAGS_AMOUNT))
    return parse_amount (text, value, error);
  else if (pspec->value_type == G_TYPE_INT64)
    {
      if (!parse_int (text, G_MININT64, G_MAXINT64, &number, error))
        return FALSE;
      g_value_set_int64 (value, number);
    }
  else if (pspec->value_type == G_TYPE_INT)
    {
      if (!parse_int (text, G_MININT, G_MAXINT, &number, error))
        return FALSE;
      g_value_set_int (value, (int) number);
    }
  else if (G_TYPE_IS_ENUM (pspec->value_type))
    return parse_enum (pspec, text, value, error);
  else if (g_type_is_a (pspec->value_type, KKR_TYPE_REGISTER))
    return parse_register (text, value, error);
  else if (g_type_is_a (pspec->value_type, KKR_TYPE_TARIFF_MODEL))
    return parse_model (text, value, error);
  else if (g_type_is_a (pspec->value_type, KKR_TYPE_TABLE))
    {
      g_value_take_object (value, kkr_sheet_read_text (pspec, text, error));
      return g_value_get_object (value) != NULL;
    }
  else
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
                   _("an input of type %s cannot be read from text"),
                   g_type_name (pspec->value_type));
      return FALSE;
    }
  return TRUE;
}
