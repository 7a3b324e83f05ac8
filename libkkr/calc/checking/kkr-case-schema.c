/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-node-private.h>

#define IN(element) (1u << KKR_CASE_##element)
#define HAS(attribute) ((guint64) 1 << KKR_CASE_##attribute)

#define RELATIONS \
  (IN (SUM) | IN (MEAN) | IN (SHARE) | IN (FORMULA) | IN (EQUAL) | IN (COUNT) | IN (CALCULATION))
/* What a relation that has one target may say of it. */
#define VERDICT \
  (HAS (VERDICT) | HAS (OURS) | HAS (HYPOTHESIS_DA) | HAS (HYPOTHESIS_EN))
#define TARGETS (HAS (TARGET) | HAS (TARGET_ROW) | HAS (TARGET_COLUMN))
#define TITLES (HAS (TITLE_DA) | HAS (TITLE_EN))

/* libkkr/data/cases-1.xsd says the same. */
const KkrCaseElement kkr_case_elements[KKR_CASE_N_ELEMENTS] = {
  [KKR_CASE_CASES] = {
    "cases", 0, HAS (FORMAT) | HAS (SOURCE), HAS (FORMAT) | HAS (SOURCE), FALSE,
  },
  [KKR_CASE_CASE] = {
    "case", IN (CASES), HAS (ID) | TITLES | HAS (SECTION) | HAS (SOURCE),
    HAS (ID) | TITLES | HAS (SECTION), FALSE,
  },
  [KKR_CASE_GRID] = { "grid", IN (CASE), HAS (TABLE), 0, TRUE },
  [KKR_CASE_COLUMN] = {
    "column", IN (CASE), HAS (NAME) | TITLES | HAS (UNIT) | HAS (ROUNDED) | HAS (SCALE),
    HAS (NAME), FALSE,
  },
  [KKR_CASE_SUM] = {
    "sum", IN (CASE),
    TARGETS | HAS (ROWS) | HAS (MINUS_ROWS) | HAS (COLUMNS) | HAS (MINUS_COLUMNS) | HAS (IN)
      | VERDICT,
    HAS (VERDICT), FALSE,
  },
  [KKR_CASE_MEAN] = {
    "mean", IN (CASE), TARGETS | HAS (ROWS) | HAS (COLUMNS) | HAS (IN) | VERDICT, HAS (VERDICT),
    FALSE,
  },
  [KKR_CASE_SHARE] = {
    "share", IN (CASE), HAS (TARGET_COLUMN) | HAS (OF) | HAS (TOTAL_ROW) | HAS (ROWS) | VERDICT,
    HAS (TARGET_COLUMN) | HAS (OF) | HAS (TOTAL_ROW) | HAS (VERDICT), FALSE,
  },
  [KKR_CASE_FORMULA] = {
    "formula", IN (CASE),
    TARGETS | HAS (EXPRESSION) | HAS (ROWS) | HAS (COLUMNS) | HAS (IN) | VERDICT,
    HAS (EXPRESSION) | HAS (VERDICT), FALSE,
  },
  [KKR_CASE_EQUAL] = {
    "equal", IN (CASE),
    TARGETS | HAS (EXPRESSION) | HAS (ROWS) | HAS (COLUMNS) | HAS (IN) | VERDICT,
    HAS (EXPRESSION) | HAS (VERDICT), FALSE,
  },
  [KKR_CASE_COUNT] = {
    "count", IN (CASE),
    HAS (TARGET) | HAS (COLUMNS) | HAS (ROWS) | HAS (WHERE) | HAS (IN) | VERDICT,
    HAS (TARGET) | HAS (WHERE) | HAS (VERDICT), FALSE,
  },
  [KKR_CASE_CALCULATION] = {
    "calculation", IN (CASE), HAS (CALCULATOR) | VERDICT, HAS (CALCULATOR) | HAS (VERDICT), FALSE,
  },
  [KKR_CASE_INPUT] = {
    "input", IN (CALCULATION), HAS (NAME) | HAS (VALUE) | HAS (OF_CASE) | HAS (ROWS), HAS (NAME),
    TRUE,
  },
  [KKR_CASE_RESULT] = {
    "result", IN (CALCULATION),
    HAS (RESULT_COLUMN) | HAS (TARGET_COLUMN) | HAS (ROWS) | HAS (KEY) | HAS (TARGET)
      | HAS (TOTAL),
    HAS (RESULT_COLUMN), FALSE,
  },
  [KKR_CASE_READING] = {
    "reading", RELATIONS, HAS (PARAMETER) | HAS (VALUE) | HAS (VERDICT),
    HAS (PARAMETER) | HAS (VALUE) | HAS (VERDICT), FALSE,
  },
  [KKR_CASE_EXCEPTION] = {
    "exception", RELATIONS, HAS (TARGET) | VERDICT, HAS (TARGET) | HAS (VERDICT), FALSE,
  },
};

const char *const kkr_case_attributes[KKR_CASE_N_ATTRIBUTES] = {
  [KKR_CASE_FORMAT] = "format",
  [KKR_CASE_SOURCE] = "source",
  [KKR_CASE_ID] = "id",
  [KKR_CASE_TITLE_DA] = "title-da",
  [KKR_CASE_TITLE_EN] = "title-en",
  [KKR_CASE_SECTION] = "section",
  [KKR_CASE_TABLE] = "table",
  [KKR_CASE_NAME] = "name",
  [KKR_CASE_UNIT] = "unit",
  [KKR_CASE_ROUNDED] = "rounded",
  [KKR_CASE_SCALE] = "scale",
  [KKR_CASE_TARGET] = "target",
  [KKR_CASE_TARGET_ROW] = "target-row",
  [KKR_CASE_TARGET_COLUMN] = "target-column",
  [KKR_CASE_ROWS] = "rows",
  [KKR_CASE_MINUS_ROWS] = "minus-rows",
  [KKR_CASE_COLUMNS] = "columns",
  [KKR_CASE_MINUS_COLUMNS] = "minus-columns",
  [KKR_CASE_OF] = "of",
  [KKR_CASE_TOTAL_ROW] = "total-row",
  [KKR_CASE_EXPRESSION] = "expression",
  [KKR_CASE_WHERE] = "where",
  [KKR_CASE_IN] = "in",
  [KKR_CASE_VERDICT] = "verdict",
  [KKR_CASE_CALCULATOR] = "calculator",
  [KKR_CASE_VALUE] = "value",
  [KKR_CASE_RESULT_COLUMN] = "column",
  [KKR_CASE_KEY] = "key",
  [KKR_CASE_TOTAL] = "total",
  [KKR_CASE_PARAMETER] = "parameter",
  [KKR_CASE_OURS] = "ours",
  [KKR_CASE_HYPOTHESIS_DA] = "hypothesis-da",
  [KKR_CASE_HYPOTHESIS_EN] = "hypothesis-en",
  [KKR_CASE_OF_CASE] = "case",
};
