/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text file of a user in UTF-8, whatever it came in. */
typedef struct {
  const char *text; /* without a byte order mark; in `owned`, or in the bytes it was made from */
  gsize length;
  char *owned;
} KkrDecodedText;

typedef enum {
  KKR_DECODE_UTF16,     /* a byte order mark of UTF-16 */
  KKR_DECODE_BYTE,      /* a byte that no text has */
  KKR_DECODE_MIXED,     /* UTF-8 in one place, something else in another */
  KKR_DECODE_UNDEFINED, /* a byte that is neither UTF-8 nor a letter of Windows-1252 */
} KkrDecodeFault;

typedef struct {
  KkrDecodeFault fault;
  guint8 byte;
  guint line;
  guint column;
} KkrDecodeProblem;

/* UTF-8 with or without a byte order mark, or Windows-1252 (of which Latin-1's letters are a part).
 * A file is one or the other throughout: UTF-8 read as Windows-1252 would be full of "Ã¦", and one
 * bad byte in UTF-8 does not turn the file into something else. */
gboolean kkr_text_decode (const char *bytes, gsize size, KkrDecodedText *decoded,
                          KkrDecodeProblem *problem);
/* What is wrong, for a message after the place. */
char *kkr_decode_problem_text (const KkrDecodeProblem *problem);

/* Comma-separated values as RFC 4180 has them, with any delimiter and any end of line. */

typedef enum {
  KKR_CSV_GOOD,
  KKR_CSV_OPEN_QUOTE,  /* a quotation mark that nothing closes */
  KKR_CSV_AFTER_QUOTE, /* text after the quotation mark that closes a field */
  KKR_CSV_STRAY_QUOTE, /* a quotation mark in a field that does not begin with one */
  KKR_CSV_TOO_MANY,    /* fields */
} KkrCsvFault;

typedef struct {
  gsize offset; /* into the scratch */
  guint line;
  guint column;
} KkrCsvField;

typedef struct {
  const char *at;
  const char *end;
  char delimiter;
  guint max_fields;
  guint line;
  guint column;
  /* The record that was read last; if it has a fault, the fields before it. */
  GArray *fields; /* KkrCsvField */
  GString *scratch;
  KkrCsvFault fault;
  guint fault_line;
  guint fault_column;
} KkrCsv;

/* The first of ; tab and , that stands in the first line with anything in it, outside of quotation
 * marks; 0 if none does. */
char kkr_csv_find_delimiter (const char *text, gsize length);

void kkr_csv_init (KkrCsv *csv, const char *text, gsize length, char delimiter, guint max_fields);
void kkr_csv_clear (KkrCsv *csv);
/* The next record that is not an empty line; FALSE at the end. */
gboolean kkr_csv_next (KkrCsv *csv);
const char *kkr_csv_get (const KkrCsv *csv, guint field);
const KkrCsvField *kkr_csv_get_field (const KkrCsv *csv, guint field);
const char *kkr_csv_fault_text (KkrCsvFault fault);

G_END_DECLS
