/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrLoadError:
 * @KKR_LOAD_ERROR_SYNTAX: the text is not well-formed
 * @KKR_LOAD_ERROR_SCHEMA: an element or attribute stands where none may, or lacks
 * @KKR_LOAD_ERROR_VALUE: a value cannot be read as what it should be
 * @KKR_LOAD_ERROR_REFERENCE: something is named that is nowhere
 * @KKR_LOAD_ERROR_DUPLICATE: the same thing is said twice
 * @KKR_LOAD_ERROR_VERSION: the format is newer than this library
 * @KKR_LOAD_ERROR_LIMIT: larger, deeper or more than allowed, or a DOCTYPE
 *
 * Why something could not be read.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_LOAD_ERROR_SYNTAX = 1,
  KKR_LOAD_ERROR_SCHEMA,
  KKR_LOAD_ERROR_VALUE,
  KKR_LOAD_ERROR_REFERENCE,
  KKR_LOAD_ERROR_DUPLICATE,
  KKR_LOAD_ERROR_VERSION,
  KKR_LOAD_ERROR_LIMIT,
} KkrLoadError;

/**
 * KkrCalcError:
 * @KKR_CALC_ERROR_MISSING_INPUT: an input was neither given nor known
 * @KKR_CALC_ERROR_OUT_OF_RANGE: an input is outside what it may be
 * @KKR_CALC_ERROR_NO_DATA: the register does not know what was asked
 * @KKR_CALC_ERROR_INCONSISTENT: inputs contradict each other
 * @KKR_CALC_ERROR_OVERFLOW: a number does not fit
 * @KKR_CALC_ERROR_UNSUPPORTED: it is known what is asked, and it cannot be done
 * @KKR_CALC_ERROR_FAILED: anything else
 *
 * Why something could not be computed.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_CALC_ERROR_MISSING_INPUT = 1,
  KKR_CALC_ERROR_OUT_OF_RANGE,
  KKR_CALC_ERROR_NO_DATA,
  KKR_CALC_ERROR_INCONSISTENT,
  KKR_CALC_ERROR_OVERFLOW,
  KKR_CALC_ERROR_UNSUPPORTED,
  KKR_CALC_ERROR_FAILED,
} KkrCalcError;

#define KKR_LOAD_ERROR (kkr_load_error_quark ())
#define KKR_CALC_ERROR (kkr_calc_error_quark ())
#define KKR_TYPE_LOAD_ERROR (kkr_load_error_get_type ())
#define KKR_TYPE_CALC_ERROR (kkr_calc_error_get_type ())

KKR_AVAILABLE_IN_ALL
GQuark kkr_load_error_quark (void);
KKR_AVAILABLE_IN_ALL
GType kkr_load_error_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
GQuark kkr_calc_error_quark (void);
KKR_AVAILABLE_IN_ALL
GType kkr_calc_error_get_type (void) G_GNUC_CONST;

G_END_DECLS
