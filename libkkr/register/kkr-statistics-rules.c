/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-statistics-private.h>

#define ERROR(id, code, explanation) \
  { id, KKR_SEVERITY_ERROR, KKR_LOAD_ERROR_##code, explanation }
#define WARNING(id, code, explanation) \
  { id, KKR_SEVERITY_WARNING, KKR_LOAD_ERROR_##code, explanation }

const KkrRule kkr_statistics_rules[KKR_N_STATISTICS_RULES] = {
  [KKR_STATISTICS_OTHER_FILE] =
    ERROR ("other-file", SYNTAX, "A file is CSV or JSON-stat."),
  [KKR_STATISTICS_BAD_ENCODING] =
    ERROR ("bad-encoding", SYNTAX, "A file is UTF-8 or Windows-1252, throughout."),
  [KKR_STATISTICS_BAD_CSV] =
    ERROR ("bad-csv", SYNTAX, "A quoted field is closed, and a delimiter follows it."),
  [KKR_STATISTICS_BAD_JSON] =
    ERROR ("bad-json", SYNTAX, "A file that begins with a brace is JSON."),
  [KKR_STATISTICS_NO_COLUMNS] =
    ERROR ("no-columns", SCHEMA,
           "The headings name a column of times and one of values, or are times."),
  [KKR_STATISTICS_FIELD_COUNT] =
    ERROR ("field-count", SCHEMA, "A line has as many fields as there are headings."),
  [KKR_STATISTICS_BAD_DATASET] =
    ERROR ("bad-dataset", SCHEMA,
           "A JSON-stat dataset has id, size, dimension and value, which fit together."),
  [KKR_STATISTICS_BAD_TIME] =
    ERROR ("bad-time", VALUE, "A time is 2024, 2024K2, 2024M05, 2024H1, 2024U07 or 2024M05D12."),
  [KKR_STATISTICS_BAD_CELL] =
    ERROR ("bad-cell", VALUE, "A cell is a number without thousands signs, or a mark such as .."),
  [KKR_STATISTICS_EMPTY_CODE] =
    ERROR ("empty-code", VALUE, "A cell belongs to something in each of the other columns."),
  [KKR_STATISTICS_UNKNOWN_AREA] =
    WARNING ("unknown-area", REFERENCE,
             "An area is the country, a region or a municipality of the register."),
  [KKR_STATISTICS_NO_MUNICIPALITY] =
    WARNING ("no-municipality", REFERENCE,
             "Christiansø (411) is no municipality; its cells are left out."),
  [KKR_STATISTICS_TOO_MANY_BYTES] =
    ERROR ("too-many-bytes", LIMIT, "A file has at most max-bytes bytes."),
  [KKR_STATISTICS_TOO_MANY_ROWS] =
    ERROR ("too-many-rows", LIMIT, "A file has at most max-rows rows, in JSON-stat cells."),
  [KKR_STATISTICS_TOO_MANY_COLUMNS] =
    ERROR ("too-many-columns", LIMIT,
           "A file has at most max-columns columns, in JSON-stat dimensions."),
  [KKR_STATISTICS_TOO_LONG] =
    ERROR ("too-long", LIMIT, "A text has at most max-text bytes."),
  [KKR_STATISTICS_TOO_DEEP] =
    ERROR ("too-deep", LIMIT, "JSON is not nested deeper than a dataset is."),
};
