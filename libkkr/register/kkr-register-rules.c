/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-register-rules-private.h>

#define ERROR(id, code, explanation) \
  { id, KKR_SEVERITY_ERROR, KKR_LOAD_ERROR_##code, explanation }
#define WARNING(id, code, explanation) \
  { id, KKR_SEVERITY_WARNING, KKR_LOAD_ERROR_##code, explanation }

const KkrRule kkr_register_rules[KKR_N_RULES] = {
  [KKR_RULE_NOT_WELL_FORMED] =
    ERROR ("not-well-formed", SYNTAX, "A file is well-formed XML."),
  [KKR_RULE_NOT_UTF8] =
    ERROR ("not-utf8", SYNTAX, "A file is in UTF-8 and declares no other encoding."),
  [KKR_RULE_UNKNOWN_ELEMENT] =
    ERROR ("unknown-element", SCHEMA, "Elements are those of the format, in no namespace."),
  [KKR_RULE_MISPLACED_ELEMENT] =
    ERROR ("misplaced-element", SCHEMA, "An element stands in the element it belongs to."),
  [KKR_RULE_UNKNOWN_ATTRIBUTE] =
    ERROR ("unknown-attribute", SCHEMA, "Attributes are those that the element has."),
  [KKR_RULE_MISSING_ATTRIBUTE] =
    ERROR ("missing-attribute", SCHEMA,
           "What an element needs is there; a fact may have it from its series."),
  [KKR_RULE_VALUE_OR_TEXT] =
    ERROR ("value-or-text", SCHEMA,
           "A fact has one of a value, which is a number, a text and a status."),
  [KKR_RULE_ROW_LENGTH] =
    ERROR ("row-length", SCHEMA, "A row of a table has a value for each of its columns."),
  [KKR_RULE_STRAY_TEXT] =
    ERROR ("stray-text", SCHEMA, "There is no text between the elements."),
  [KKR_RULE_NEWER_FORMAT] =
    ERROR ("newer-format", VERSION, "The format is one that this library knows."),
  [KKR_RULE_BAD_FORMAT] =
    ERROR ("bad-format", VALUE, "A format is a whole number from 1."),
  [KKR_RULE_EMPTY_VALUE] =
    ERROR ("empty-value", VALUE, "A text is not empty."),
  [KKR_RULE_BAD_ID] =
    ERROR ("bad-id", VALUE,
           "An id is made of a-z, 0-9 and single hyphens between them, at most 100 characters."),
  [KKR_RULE_BAD_KEY] =
    ERROR ("bad-key", VALUE,
           "A key is made of ids with a slash between them, at most 500 characters."),
  [KKR_RULE_BAD_SUBJECT] =
    ERROR ("bad-subject", VALUE, "A subject is an id."),
  [KKR_RULE_BAD_CODE] =
    ERROR ("bad-code", VALUE,
           "A municipality's code has three digits, a region's has four, or is an id."),
  [KKR_RULE_NOT_A_MUNICIPALITY] =
    ERROR ("not-a-municipality", VALUE,
           "Christiansø, which Statistics Denmark counts as 411, is no municipality."),
  [KKR_RULE_BAD_NUMBER] =
    ERROR ("bad-number", VALUE,
           "A number has digits, at most one dot and no thousands separator; at most 18 digits, "
           "and an amount at most 2 decimals."),
  [KKR_RULE_THOUSANDS_DOT] =
    WARNING ("thousands-dot", VALUE,
             "Persons, places and offers have no three decimals: the dot of 1.152 may be meant to "
             "separate thousands."),
  [KKR_RULE_BAD_PERCENT] =
    ERROR ("bad-percent", VALUE, "A percentage is a number from 0 to 100."),
  [KKR_RULE_BAD_PRECISION] =
    ERROR ("bad-precision", VALUE,
           "A precision is 1, 1000, 1000000 or 1000000000, the value is a multiple of it, and "
           "it has no scale."),
  [KKR_RULE_BAD_UNIT] =
    ERROR ("bad-unit", VALUE, "A unit is one of the library's."),
  [KKR_RULE_BAD_PRICE_LEVEL] =
    ERROR ("bad-price-level", VALUE,
           "A price level is \"nominal\" or a year, and only money has it."),
  [KKR_RULE_BAD_PERIOD] =
    ERROR ("bad-period", VALUE,
           "A period is a year, quarter, month, day, or two of them with a slash between."),
  [KKR_RULE_BAD_DATE] =
    ERROR ("bad-date", VALUE,
           "A date is a day, month, quarter or year, or a day at the latest: [..2023-08-21]."),
  [KKR_RULE_BAD_TIME] =
    ERROR ("bad-time", VALUE,
           "A time of day has two digits for the hour and two for the minute, 00:00 to 23:59."),
  [KKR_RULE_BAD_CHOICE] =
    ERROR ("bad-choice", VALUE, "Where there is a choice of words, one of them is taken."),
  [KKR_RULE_PERSONAL_NUMBER] =
    ERROR ("personal-number", VALUE,
           "A person is a pseudonym: nothing in it is shaped like a personal number (CPR)."),
  [KKR_RULE_UNIT_DIFFERS] =
    ERROR ("unit-differs", VALUE, "All facts of a key have the same unit."),
  [KKR_RULE_UNKNOWN_SOURCE] =
    ERROR ("unknown-source", REFERENCE, "A source that is named is there."),
  [KKR_RULE_UNKNOWN_REGION] =
    ERROR ("unknown-region", REFERENCE, "A region that is named is there."),
  [KKR_RULE_UNKNOWN_MUNICIPALITY] =
    ERROR ("unknown-municipality", REFERENCE, "A municipality that is named is there."),
  [KKR_RULE_UNKNOWN_REFERENCE] =
    ERROR ("unknown-reference", REFERENCE, "Any other object that is named is there."),
  [KKR_RULE_CIRCULAR_REFERENCE] =
    ERROR ("circular-reference", REFERENCE,
           "What takes over from another does not, in the end, take over from itself."),
  [KKR_RULE_UNKNOWN_SERIES] =
    ERROR ("unknown-series", REFERENCE, "A key that an object names has facts."),
  [KKR_RULE_DUPLICATE_ID] =
    ERROR ("duplicate-id", DUPLICATE,
           "An id, code or table key is given once, and so is a payer; a column, row or part of "
           "an object is once in it."),
  [KKR_RULE_DUPLICATE_FACT] =
    ERROR ("duplicate-fact", DUPLICATE,
           "There is one fact for a key, a period, a price level and the day it became known."),
  [KKR_RULE_CONTRADICTING_FACTS] =
    ERROR ("contradicting-facts", DUPLICATE,
           "Facts of a key that became known on the same day at the same price level and hold "
           "for the same days have the same value."),
  [KKR_RULE_VERSIONS_DIFFER] =
    WARNING ("versions-differ", VERSION, "Files that are read together are of the same version."),
  [KKR_RULE_DOCTYPE] =
    ERROR ("doctype", LIMIT, "A file has no DOCTYPE."),
  [KKR_RULE_TOO_MANY_BYTES] =
    ERROR ("too-many-bytes", LIMIT, "The files have together no more bytes than max-bytes, "
           "and what is kept of them is at most 2 GB."),
  [KKR_RULE_TOO_DEEP] =
    ERROR ("too-deep", LIMIT, "Elements stand no deeper than max-depth."),
  [KKR_RULE_TOO_MANY_ELEMENTS] =
    ERROR ("too-many-elements", LIMIT, "The files have together no more elements than "
                                       "max-elements."),
  [KKR_RULE_TOO_MANY_ATTRIBUTES] =
    ERROR ("too-many-attributes", LIMIT, "An element has no more attributes than max-attributes."),
  [KKR_RULE_TOO_LONG] =
    ERROR ("too-long", LIMIT,
           "An attribute has no more bytes than max-text, and no comment or tag more than all "
           "attributes together could have."),
};
