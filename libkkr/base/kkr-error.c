/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-error-private.h>

/**
 * kkr_load_error_quark:
 *
 * Gives the domain of the errors of reading a register.
 *
 * Returns: the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (kkr-load-error-quark, kkr_load_error)

G_DEFINE_ENUM_TYPE (KkrLoadError, kkr_load_error,
  G_DEFINE_ENUM_VALUE (KKR_LOAD_ERROR_SYNTAX, "syntax"),
  G_DEFINE_ENUM_VALUE (KKR_LOAD_ERROR_SCHEMA, "schema"),
  G_DEFINE_ENUM_VALUE (KKR_LOAD_ERROR_VALUE, "value"),
  G_DEFINE_ENUM_VALUE (KKR_LOAD_ERROR_REFERENCE, "reference"),
  G_DEFINE_ENUM_VALUE (KKR_LOAD_ERROR_DUPLICATE, "duplicate"),
  G_DEFINE_ENUM_VALUE (KKR_LOAD_ERROR_VERSION, "version"),
  G_DEFINE_ENUM_VALUE (KKR_LOAD_ERROR_LIMIT, "limit"))

/**
 * kkr_calc_error_quark:
 *
 * Gives the domain of the errors of computing.
 *
 * Returns: the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (kkr-calc-error-quark, kkr_calc_error)

G_DEFINE_ENUM_TYPE (KkrCalcError, kkr_calc_error,
  G_DEFINE_ENUM_VALUE (KKR_CALC_ERROR_MISSING_INPUT, "missing-input"),
  G_DEFINE_ENUM_VALUE (KKR_CALC_ERROR_OUT_OF_RANGE, "out-of-range"),
  G_DEFINE_ENUM_VALUE (KKR_CALC_ERROR_NO_DATA, "no-data"),
  G_DEFINE_ENUM_VALUE (KKR_CALC_ERROR_INCONSISTENT, "inconsistent"),
  G_DEFINE_ENUM_VALUE (KKR_CALC_ERROR_OVERFLOW, "overflow"),
  G_DEFINE_ENUM_VALUE (KKR_CALC_ERROR_UNSUPPORTED, "unsupported"),
  G_DEFINE_ENUM_VALUE (KKR_CALC_ERROR_FAILED, "failed"))

gboolean
kkr_refuse (GError **error, KkrCalcError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (KKR_CALC_ERROR, (int) code, format, args);
  va_end (args);
  return FALSE;
}
