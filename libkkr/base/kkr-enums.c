/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-enums-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums.h>
#include <libkkr/base/kkr-error.h>

/* The nicks are the words that files, command lines and tables use. */

int
kkr_enum_from_string (GType type, const char *wrong, const char *text, GError **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = text != NULL ? g_enum_get_value_by_nick (klass, text) : NULL;

  if (found == NULL || g_str_equal (found->value_nick, "unset"))
    {
      g_autoptr (GString) known = g_string_new (NULL);

      for (guint i = 0; i < klass->n_values; i++)
        if (!g_str_equal (klass->values[i].value_nick, "unset"))
          g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "",
                                  klass->values[i].value_nick);
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("%s: \"%s\" found, one of %s expected"), _(wrong), text != NULL ? text : "",
                   known->str);
      return 0;
    }
  return found->value;
}

const char *
kkr_enum_to_string (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (klass, value);

  return found != NULL ? found->value_nick : "unset";
}

G_DEFINE_ENUM_TYPE (KkrRoundingMode, kkr_rounding_mode,
  G_DEFINE_ENUM_VALUE (KKR_ROUNDING_MODE_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_ROUNDING_MODE_HALF_AWAY, "half-away"),
  G_DEFINE_ENUM_VALUE (KKR_ROUNDING_MODE_HALF_EVEN, "half-even"),
  G_DEFINE_ENUM_VALUE (KKR_ROUNDING_MODE_FLOOR, "floor"),
  G_DEFINE_ENUM_VALUE (KKR_ROUNDING_MODE_CEILING, "ceiling"),
  G_DEFINE_ENUM_VALUE (KKR_ROUNDING_MODE_TOWARD_ZERO, "toward-zero"),
  G_DEFINE_ENUM_VALUE (KKR_ROUNDING_MODE_AWAY_FROM_ZERO, "away-from-zero"))

/**
 * kkr_rounding_mode_from_string:
 * @text: the nick, such as `half-away`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@RoundingMode] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrRoundingMode
kkr_rounding_mode_from_string (const char *text, GError **error)
{
  return (KkrRoundingMode) kkr_enum_from_string (kkr_rounding_mode_get_type (),
                                                 N_("no such rounding mode"), text, error);
}

/**
 * kkr_rounding_mode_to_string:
 * @rounding_mode: a [enum@RoundingMode]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_rounding_mode_to_string (KkrRoundingMode rounding_mode)
{
  return kkr_enum_to_string (kkr_rounding_mode_get_type (), (int) rounding_mode);
}

G_DEFINE_ENUM_TYPE (KkrApportionMethod, kkr_apportion_method,
  G_DEFINE_ENUM_VALUE (KKR_APPORTION_METHOD_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_APPORTION_METHOD_LARGEST_REMAINDER, "largest-remainder"),
  G_DEFINE_ENUM_VALUE (KKR_APPORTION_METHOD_DHONDT, "dhondt"),
  G_DEFINE_ENUM_VALUE (KKR_APPORTION_METHOD_SAINTE_LAGUE, "sainte-lague"),
  G_DEFINE_ENUM_VALUE (KKR_APPORTION_METHOD_HUNTINGTON_HILL, "huntington-hill"),
  G_DEFINE_ENUM_VALUE (KKR_APPORTION_METHOD_CUMULATIVE, "cumulative"),
  G_DEFINE_ENUM_VALUE (KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST, "residual-to-largest"),
  G_DEFINE_ENUM_VALUE (KKR_APPORTION_METHOD_INDEPENDENT, "independent"))

/**
 * kkr_apportion_method_from_string:
 * @text: the nick, such as `largest-remainder`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@ApportionMethod] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrApportionMethod
kkr_apportion_method_from_string (const char *text, GError **error)
{
  return (KkrApportionMethod) kkr_enum_from_string (kkr_apportion_method_get_type (),
                                                    N_("no such apportion method"), text, error);
}

/**
 * kkr_apportion_method_to_string:
 * @apportion_method: an [enum@ApportionMethod]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_apportion_method_to_string (KkrApportionMethod apportion_method)
{
  return kkr_enum_to_string (kkr_apportion_method_get_type (), (int) apportion_method);
}

G_DEFINE_ENUM_TYPE (KkrTieRule, kkr_tie_rule,
  G_DEFINE_ENUM_VALUE (KKR_TIE_RULE_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_TIE_RULE_FIRST, "first"),
  G_DEFINE_ENUM_VALUE (KKR_TIE_RULE_LAST, "last"),
  G_DEFINE_ENUM_VALUE (KKR_TIE_RULE_LARGEST_WEIGHT, "largest-weight"),
  G_DEFINE_ENUM_VALUE (KKR_TIE_RULE_SMALLEST_WEIGHT, "smallest-weight"),
  G_DEFINE_ENUM_VALUE (KKR_TIE_RULE_REFUSE, "refuse"))

/**
 * kkr_tie_rule_from_string:
 * @text: the nick, such as `first`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@TieRule] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrTieRule
kkr_tie_rule_from_string (const char *text, GError **error)
{
  return (KkrTieRule) kkr_enum_from_string (kkr_tie_rule_get_type (),
                                            N_("no such tie rule"), text, error);
}

/**
 * kkr_tie_rule_to_string:
 * @tie_rule: a [enum@TieRule]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_tie_rule_to_string (KkrTieRule tie_rule)
{
  return kkr_enum_to_string (kkr_tie_rule_get_type (), (int) tie_rule);
}

G_DEFINE_ENUM_TYPE (KkrSeverity, kkr_severity,
  G_DEFINE_ENUM_VALUE (KKR_SEVERITY_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_SEVERITY_ERROR, "error"),
  G_DEFINE_ENUM_VALUE (KKR_SEVERITY_WARNING, "warning"),
  G_DEFINE_ENUM_VALUE (KKR_SEVERITY_INFO, "info"))

/**
 * kkr_severity_from_string:
 * @text: the nick, such as `error`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@Severity] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrSeverity
kkr_severity_from_string (const char *text, GError **error)
{
  return (KkrSeverity) kkr_enum_from_string (kkr_severity_get_type (),
                                             N_("no such severity"), text, error);
}

/**
 * kkr_severity_to_string:
 * @severity: a [enum@Severity]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_severity_to_string (KkrSeverity severity)
{
  return kkr_enum_to_string (kkr_severity_get_type (), (int) severity);
}

G_DEFINE_ENUM_TYPE (KkrCellStatus, kkr_cell_status,
  G_DEFINE_ENUM_VALUE (KKR_CELL_STATUS_VALUE, "value"),
  G_DEFINE_ENUM_VALUE (KKR_CELL_STATUS_MISSING, "missing"),
  G_DEFINE_ENUM_VALUE (KKR_CELL_STATUS_SUPPRESSED, "suppressed"),
  G_DEFINE_ENUM_VALUE (KKR_CELL_STATUS_NOT_APPLICABLE, "not-applicable"))

/**
 * kkr_cell_status_from_string:
 * @text: the nick, such as `missing`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@CellStatus] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrCellStatus
kkr_cell_status_from_string (const char *text, GError **error)
{
  return (KkrCellStatus) kkr_enum_from_string (kkr_cell_status_get_type (),
                                               N_("no such cell status"), text, error);
}

/**
 * kkr_cell_status_to_string:
 * @cell_status: a [enum@CellStatus]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_cell_status_to_string (KkrCellStatus cell_status)
{
  return kkr_enum_to_string (kkr_cell_status_get_type (), (int) cell_status);
}

const char *
kkr_cell_status_word (KkrCellStatus cell_status)
{
  return cell_status == KKR_CELL_STATUS_MISSING          ? _("missing")
         : cell_status == KKR_CELL_STATUS_SUPPRESSED     ? _("suppressed")
         : cell_status == KKR_CELL_STATUS_NOT_APPLICABLE ? _("not applicable")
                                                         : kkr_cell_status_to_string (cell_status);
}

G_DEFINE_ENUM_TYPE (KkrUnit, kkr_unit,
  G_DEFINE_ENUM_VALUE (KKR_UNIT_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_NONE, "none"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_AMOUNT, "amount"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_RATE, "rate"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_SHARE, "share"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_PERCENT, "percent"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_PERCENTAGE_POINTS, "percentage-points"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_PERSONS, "persons"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_PLACES, "places"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_OFFERS, "offers"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_MINUTES, "minutes"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_HOURS, "hours"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_DAYS, "days"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_WEEKS, "weeks"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_MONTHS, "months"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_YEARS, "years"),
  G_DEFINE_ENUM_VALUE (KKR_UNIT_COUNT, "count"))

/**
 * kkr_unit_from_string:
 * @text: the nick, such as `none`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@Unit] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrUnit
kkr_unit_from_string (const char *text, GError **error)
{
  return (KkrUnit) kkr_enum_from_string (kkr_unit_get_type (), N_("no such unit"), text, error);
}

/**
 * kkr_unit_to_string:
 * @unit: a [enum@Unit]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_unit_to_string (KkrUnit unit)
{
  return kkr_enum_to_string (kkr_unit_get_type (), (int) unit);
}

G_DEFINE_ENUM_TYPE (KkrColumnKind, kkr_column_kind,
  G_DEFINE_ENUM_VALUE (KKR_COLUMN_KIND_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_COLUMN_KIND_INT64, "int64"),
  G_DEFINE_ENUM_VALUE (KKR_COLUMN_KIND_DOUBLE, "float64"),
  G_DEFINE_ENUM_VALUE (KKR_COLUMN_KIND_RATIO, "ratio"),
  G_DEFINE_ENUM_VALUE (KKR_COLUMN_KIND_TEXT, "text"),
  G_DEFINE_ENUM_VALUE (KKR_COLUMN_KIND_DATE, "date"))

/**
 * kkr_column_kind_from_string:
 * @text: the nick, such as `int64`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@ColumnKind] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrColumnKind
kkr_column_kind_from_string (const char *text, GError **error)
{
  return (KkrColumnKind) kkr_enum_from_string (kkr_column_kind_get_type (),
                                               N_("no such column kind"), text, error);
}

/**
 * kkr_column_kind_to_string:
 * @column_kind: a [enum@ColumnKind]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_column_kind_to_string (KkrColumnKind column_kind)
{
  return kkr_enum_to_string (kkr_column_kind_get_type (), (int) column_kind);
}

G_DEFINE_ENUM_TYPE (KkrNoteKind, kkr_note_kind,
  G_DEFINE_ENUM_VALUE (KKR_NOTE_KIND_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_NOTE_KIND_REMARK, "remark"),
  G_DEFINE_ENUM_VALUE (KKR_NOTE_KIND_ROUNDING, "rounding"),
  G_DEFINE_ENUM_VALUE (KKR_NOTE_KIND_TIE, "tie"),
  G_DEFINE_ENUM_VALUE (KKR_NOTE_KIND_PRICE_LEVEL, "price-level"),
  G_DEFINE_ENUM_VALUE (KKR_NOTE_KIND_UNCONFIRMED, "unconfirmed"),
  G_DEFINE_ENUM_VALUE (KKR_NOTE_KIND_OVERLAY, "overlay"))

/**
 * kkr_note_kind_from_string:
 * @text: the nick, such as `remark`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@NoteKind] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrNoteKind
kkr_note_kind_from_string (const char *text, GError **error)
{
  return (KkrNoteKind) kkr_enum_from_string (kkr_note_kind_get_type (),
                                             N_("no such note kind"), text, error);
}

/**
 * kkr_note_kind_to_string:
 * @note_kind: a [enum@NoteKind]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_note_kind_to_string (KkrNoteKind note_kind)
{
  return kkr_enum_to_string (kkr_note_kind_get_type (), (int) note_kind);
}
