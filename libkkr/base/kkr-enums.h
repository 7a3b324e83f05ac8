/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrRoundingMode:
 * @KKR_ROUNDING_MODE_UNSET: not said; never accepted
 * @KKR_ROUNDING_MODE_HALF_AWAY: to the nearest, a half away from zero (the usual Danish rule)
 * @KKR_ROUNDING_MODE_HALF_EVEN: to the nearest, a half to the even neighbour
 * @KKR_ROUNDING_MODE_FLOOR: down
 * @KKR_ROUNDING_MODE_CEILING: up
 * @KKR_ROUNDING_MODE_TOWARD_ZERO: towards zero (cut off)
 * @KKR_ROUNDING_MODE_AWAY_FROM_ZERO: away from zero
 *
 * How a figure is brought to its unit.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_ROUNDING_MODE_UNSET,
  KKR_ROUNDING_MODE_HALF_AWAY,
  KKR_ROUNDING_MODE_HALF_EVEN,
  KKR_ROUNDING_MODE_FLOOR,
  KKR_ROUNDING_MODE_CEILING,
  KKR_ROUNDING_MODE_TOWARD_ZERO,
  KKR_ROUNDING_MODE_AWAY_FROM_ZERO,
} KkrRoundingMode;

/**
 * KkrApportionMethod:
 * @KKR_APPORTION_METHOD_UNSET: not said; never accepted
 * @KKR_APPORTION_METHOD_LARGEST_REMAINDER: whole units first, what is left to the largest
 *   remainders (Hamilton, Hare-Niemeyer; største brøks metode)
 * @KKR_APPORTION_METHOD_DHONDT: highest averages with the divisors 1, 2, 3, ...
 * @KKR_APPORTION_METHOD_SAINTE_LAGUE: highest averages with the divisors 1, 3, 5, ...
 * @KKR_APPORTION_METHOD_HUNTINGTON_HILL: highest averages with the geometric mean as divisor
 * @KKR_APPORTION_METHOD_CUMULATIVE: rounds the running sum, in the order given
 * @KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST: rounds each share, gives what is left or owed to the
 *   largest weight
 * @KKR_APPORTION_METHOD_INDEPENDENT: rounds each share by itself, as many printed tables do; the
 *   only method whose shares need not add to the total
 *
 * How a total becomes whole shares.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_APPORTION_METHOD_UNSET,
  KKR_APPORTION_METHOD_LARGEST_REMAINDER,
  KKR_APPORTION_METHOD_DHONDT,
  KKR_APPORTION_METHOD_SAINTE_LAGUE,
  KKR_APPORTION_METHOD_HUNTINGTON_HILL,
  KKR_APPORTION_METHOD_CUMULATIVE,
  KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST,
  KKR_APPORTION_METHOD_INDEPENDENT,
} KkrApportionMethod;

/**
 * KkrTieRule:
 * @KKR_TIE_RULE_UNSET: not said; never accepted
 * @KKR_TIE_RULE_FIRST: the row that stands first
 * @KKR_TIE_RULE_LAST: the row that stands last
 * @KKR_TIE_RULE_LARGEST_WEIGHT: the largest weight, then the row that stands first
 * @KKR_TIE_RULE_SMALLEST_WEIGHT: the smallest weight, then the row that stands first
 * @KKR_TIE_RULE_REFUSE: a tie is an error, for rules that draw lots
 *
 * Who gets the last unit when several rows have the same claim to it.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_TIE_RULE_UNSET,
  KKR_TIE_RULE_FIRST,
  KKR_TIE_RULE_LAST,
  KKR_TIE_RULE_LARGEST_WEIGHT,
  KKR_TIE_RULE_SMALLEST_WEIGHT,
  KKR_TIE_RULE_REFUSE,
} KkrTieRule;

/**
 * KkrSeverity:
 * @KKR_SEVERITY_UNSET: not said; never accepted
 * @KKR_SEVERITY_ERROR: nothing can be made of the input
 * @KKR_SEVERITY_WARNING: the input is used, and probably not as meant
 * @KKR_SEVERITY_INFO: worth knowing
 *
 * How much a [class@Problem] matters.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_SEVERITY_UNSET,
  KKR_SEVERITY_ERROR,
  KKR_SEVERITY_WARNING,
  KKR_SEVERITY_INFO,
} KkrSeverity;

/**
 * KkrCellStatus:
 * @KKR_CELL_STATUS_VALUE: there is a value
 * @KKR_CELL_STATUS_MISSING: the value is not known
 * @KKR_CELL_STATUS_SUPPRESSED: the value is known and kept back (`..` in Statistics Denmark's
 *   files)
 * @KKR_CELL_STATUS_NOT_APPLICABLE: there can be no value
 *
 * What a cell of a [class@Column] holds. The numbers are those of the bytes of
 * [method@Column.get_status]. As an argument, 0 is refused.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_CELL_STATUS_VALUE = 0,
  KKR_CELL_STATUS_MISSING = 1,
  KKR_CELL_STATUS_SUPPRESSED = 2,
  KKR_CELL_STATUS_NOT_APPLICABLE = 3,
} KkrCellStatus;

/**
 * KkrUnit:
 * @KKR_UNIT_UNSET: not said; never accepted
 * @KKR_UNIT_NONE: a bare number, a code or a text
 * @KKR_UNIT_AMOUNT: money: whole øre inside, printed in kroner
 * @KKR_UNIT_RATE: money per something: exact kroner
 * @KKR_UNIT_SHARE: a fraction of a whole, printed as per cent
 * @KKR_UNIT_PERCENT: per cent
 * @KKR_UNIT_PERCENTAGE_POINTS: per cent of a whole, as the difference of two percentages
 * @KKR_UNIT_PERSONS: persons
 * @KKR_UNIT_PLACES: places (pladser)
 * @KKR_UNIT_OFFERS: offers (tilbud), foster families or firms under supervision
 * @KKR_UNIT_MINUTES: minutes
 * @KKR_UNIT_HOURS: hours
 * @KKR_UNIT_DAYS: days
 * @KKR_UNIT_WEEKS: weeks
 * @KKR_UNIT_MONTHS: months
 * @KKR_UNIT_YEARS: years
 * @KKR_UNIT_COUNT: a number of anything else
 *
 * What a number counts.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_UNIT_UNSET,
  KKR_UNIT_NONE,
  KKR_UNIT_AMOUNT,
  KKR_UNIT_RATE,
  KKR_UNIT_SHARE,
  KKR_UNIT_PERCENT,
  KKR_UNIT_PERCENTAGE_POINTS,
  KKR_UNIT_PERSONS,
  KKR_UNIT_PLACES,
  KKR_UNIT_OFFERS,
  KKR_UNIT_MINUTES,
  KKR_UNIT_HOURS,
  KKR_UNIT_DAYS,
  KKR_UNIT_WEEKS,
  KKR_UNIT_MONTHS,
  KKR_UNIT_YEARS,
  KKR_UNIT_COUNT,
} KkrUnit;

/**
 * KkrColumnKind:
 * @KKR_COLUMN_KIND_UNSET: not said; never accepted
 * @KKR_COLUMN_KIND_INT64: 64-bit whole numbers; amounts are in øre
 * @KKR_COLUMN_KIND_DOUBLE: doubles
 * @KKR_COLUMN_KIND_RATIO: exact fractions, in bytes the nearest doubles
 * @KKR_COLUMN_KIND_TEXT: 32-bit codes and the labels they stand for
 * @KKR_COLUMN_KIND_DATE: 32-bit days since 1970-01-01
 *
 * What the bytes of a [class@Column] are.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_COLUMN_KIND_UNSET,
  KKR_COLUMN_KIND_INT64,
  KKR_COLUMN_KIND_DOUBLE,
  KKR_COLUMN_KIND_RATIO,
  KKR_COLUMN_KIND_TEXT,
  KKR_COLUMN_KIND_DATE,
} KkrColumnKind;

/**
 * KkrNoteKind:
 * @KKR_NOTE_KIND_UNSET: not said; never accepted
 * @KKR_NOTE_KIND_REMARK: something a reader should know
 * @KKR_NOTE_KIND_ROUNDING: what the rounding did
 * @KKR_NOTE_KIND_TIE: a tie that was broken
 * @KKR_NOTE_KIND_PRICE_LEVEL: a fact of another price level was used
 * @KKR_NOTE_KIND_UNCONFIRMED: a fact was used that no primary source confirms
 * @KKR_NOTE_KIND_OVERLAY: what an overlay changed or did not find
 *
 * Why a [class@Note] is there.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_NOTE_KIND_UNSET,
  KKR_NOTE_KIND_REMARK,
  KKR_NOTE_KIND_ROUNDING,
  KKR_NOTE_KIND_TIE,
  KKR_NOTE_KIND_PRICE_LEVEL,
  KKR_NOTE_KIND_UNCONFIRMED,
  KKR_NOTE_KIND_OVERLAY,
} KkrNoteKind;

#define KKR_TYPE_ROUNDING_MODE (kkr_rounding_mode_get_type ())
#define KKR_TYPE_APPORTION_METHOD (kkr_apportion_method_get_type ())
#define KKR_TYPE_TIE_RULE (kkr_tie_rule_get_type ())
#define KKR_TYPE_SEVERITY (kkr_severity_get_type ())
#define KKR_TYPE_CELL_STATUS (kkr_cell_status_get_type ())
#define KKR_TYPE_UNIT (kkr_unit_get_type ())
#define KKR_TYPE_COLUMN_KIND (kkr_column_kind_get_type ())
#define KKR_TYPE_NOTE_KIND (kkr_note_kind_get_type ())

KKR_AVAILABLE_IN_ALL
GType kkr_rounding_mode_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrRoundingMode kkr_rounding_mode_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_rounding_mode_to_string (KkrRoundingMode rounding_mode);

KKR_AVAILABLE_IN_ALL
GType kkr_apportion_method_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrApportionMethod kkr_apportion_method_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_apportion_method_to_string (KkrApportionMethod apportion_method);

KKR_AVAILABLE_IN_ALL
GType kkr_tie_rule_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrTieRule kkr_tie_rule_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_tie_rule_to_string (KkrTieRule tie_rule);

KKR_AVAILABLE_IN_ALL
GType kkr_severity_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrSeverity kkr_severity_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_severity_to_string (KkrSeverity severity);

KKR_AVAILABLE_IN_ALL
GType kkr_cell_status_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrCellStatus kkr_cell_status_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_cell_status_to_string (KkrCellStatus cell_status);

KKR_AVAILABLE_IN_ALL
GType kkr_unit_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrUnit kkr_unit_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_unit_to_string (KkrUnit unit);

KKR_AVAILABLE_IN_ALL
GType kkr_column_kind_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrColumnKind kkr_column_kind_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_column_kind_to_string (KkrColumnKind column_kind);

KKR_AVAILABLE_IN_ALL
GType kkr_note_kind_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrNoteKind kkr_note_kind_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_note_kind_to_string (KkrNoteKind note_kind);

G_END_DECLS
