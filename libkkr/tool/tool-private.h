/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib/gi18n-lib.h>

#include <libkkr/kkr.h>

G_BEGIN_DECLS

/* What the command `kkr` says to whoever started it. */
enum {
  EXIT_GOOD = 0,
  EXIT_FAULT = 1,
  EXIT_USAGE = 2,
};

typedef enum {
  FORMAT_TEXT,
  FORMAT_CSV,
  FORMAT_CSV_DA,
  FORMAT_JSON,
  FORMAT_HTML,
} Format;

typedef enum {
  OPTION_FORMAT = 1 << 0,
  OPTION_LANGUAGE = 1 << 1,
  OPTION_TABLE = 1 << 2,
  OPTION_REGISTER = 1 << 3,
  OPTION_VALID_ON = 1 << 4,
  OPTION_KNOWN_ON = 1 << 5,
  OPTION_FIND = 1 << 6,
  OPTION_SCENARIOS = 1 << 7,
  OPTION_DOCUMENT = 1 << 8,
  OPTION_COLUMNS = 1 << 9,
} OptionSet;

/* The words of a command after its verb. */
typedef struct {
  const char *verb;
  char **words;
  guint n_words;
  Format format;
  const char *language;
  const char *table;
  GPtrArray *registers; /* one for each --register; not ended by NULL */
  const char *valid_on;
  const char *known_on;
  const char *find;
  const char *scenarios;
  char **columns; /* of the scenarios; NULL: the main one */
  const char *document;
  gboolean help;
} Arguments;

typedef struct {
  const char *name;
  /* Marked, but not translated yet. */
  const char *usage;
  const char *purpose;
  OptionSet options;
  /* The formats that it can write, as bits. */
  guint formats;
  int (*run) (const Arguments *arguments);
} Verb;

#define FORMAT_BIT(format) (1u << (format))
#define FORMATS_OF_A_TABLE                                                                         \
  (FORMAT_BIT (FORMAT_TEXT) | FORMAT_BIT (FORMAT_CSV) | FORMAT_BIT (FORMAT_CSV_DA) |               \
   FORMAT_BIT (FORMAT_JSON) | FORMAT_BIT (FORMAT_HTML))
#define FORMATS_OF_A_DERIVATION                                                                    \
  (FORMAT_BIT (FORMAT_TEXT) | FORMAT_BIT (FORMAT_JSON) | FORMAT_BIT (FORMAT_HTML))

extern const Verb verb_list, verb_describe, verb_run, verb_explain, verb_check, verb_data;
extern const Verb verb_reproduce, verb_reconcile, verb_help;
/* Ended by NULL. */
extern const Verb *const verbs[];

/* Reads options and words; says what is wrong and gives FALSE when they are not as they should. */
gboolean arguments_read (Arguments *arguments, const Verb *verb, char **argv);
void arguments_clear (Arguments *arguments);

/* `kkr: MESSAGE` on stderr. */
void complain (const char *message);
/* The same, and where to read more; gives EXIT_USAGE. */
int complain_of_usage (const Verb *verb, const char *message);
/* Each line of it. */
int complain_of_error (const GError *error);
/* A line for each; takes them. */
void complain_of_problems (KkrProblem **problems, gsize n_problems);
/* Writes a text with a line end; gives EXIT_GOOD also when nobody reads it any more. */
int say (const char *text);
/* A whole page of HTML around a fragment. */
int say_page (const Arguments *arguments, const char *title, const char *fragment);
int say_table (const Arguments *arguments, KkrTable *table);
/* All of it, or the table that --table names. */
int say_result (const Verb *verb, const Arguments *arguments, KkrResult *result);
/* What a reconciliation found, in sentences. */
int say_reconciliation (const Arguments *arguments, KkrResult *result);

/* All of a file, or of stdin for "-", but for what is longer than any that the library takes; NULL
 * when it cannot be read and it was said so. */
GBytes *read_bytes (const char *path);

/* The one of `known` that is nearest to `word`, or NULL when none is near. */
const char *nearest (const char *word, const char *const *known);
/* `WRONG: "WORD" found`, and the nearest or all that are known; `wrong` is translated already. */
char *no_such (const char *wrong, const char *word, const char *const *known);

/* The calculator of that name, or NULL when there is none and it was said so. */
KkrCalculator *calculation_find (const Verb *verb, const char *name);
/* Sets the inputs that the words give, and checks them all; EXIT_GOOD when they can be run with. */
int calculation_set_up (const Verb *verb, KkrCalculator *calculator, char **words, guint n_words);
/* Computes with the inputs that the words give; with a path, for each of the scenarios that are
 * read from the file, whose columns are inputs too. Of these the columns of the main table that are
 * named, or NULL: the one that the calculator is for. */
int calculation_run (const Verb *verb, KkrCalculator *calculator, char **words, guint n_words,
                     const char *path, const char *const *columns, KkrResult **result);

G_END_DECLS
