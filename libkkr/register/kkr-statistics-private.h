/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-csv-private.h>
#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-statistics-reader.h>
#include <libkkr/register/kkr-statistics-words-private.h>

G_BEGIN_DECLS

#define KKR_STATISTICS_PUBLISHER "Danmarks Statistik"
#define KKR_STATISTICS_MAX_BYTES (256 * 1024 * 1024)
#define KKR_STATISTICS_MAX_ROWS 10000000
#define KKR_STATISTICS_MAX_COLUMNS 4096
#define KKR_STATISTICS_MAX_TEXT 4096
#define KKR_STATISTICS_MAX_PROBLEMS 100
#define KKR_STATISTICS_MAX_DEPTH 32

/* What a file of statistics must be like; the documentation and the corpus follow this table. */
typedef enum {
  KKR_STATISTICS_OTHER_FILE,
  KKR_STATISTICS_BAD_ENCODING,
  KKR_STATISTICS_BAD_CSV,
  KKR_STATISTICS_BAD_JSON,
  KKR_STATISTICS_NO_COLUMNS,
  KKR_STATISTICS_FIELD_COUNT,
  KKR_STATISTICS_BAD_DATASET,
  KKR_STATISTICS_BAD_TIME,
  KKR_STATISTICS_BAD_CELL,
  KKR_STATISTICS_EMPTY_CODE,
  KKR_STATISTICS_UNKNOWN_AREA,
  KKR_STATISTICS_NO_MUNICIPALITY,
  KKR_STATISTICS_TOO_MANY_BYTES,
  KKR_STATISTICS_TOO_MANY_ROWS,
  KKR_STATISTICS_TOO_MANY_COLUMNS,
  KKR_STATISTICS_TOO_LONG,
  KKR_STATISTICS_TOO_DEEP,
  KKR_N_STATISTICS_RULES,
} KkrStatisticsRuleId;

extern const KkrRule kkr_statistics_rules[KKR_N_STATISTICS_RULES];

/* What a reader is asked for. */
typedef struct {
  char *prefix;
  KkrUnit unit;
  gint64 scale;
  char *price_level;
  char *area_column;
  char *source_title;
  char *publisher;
  char *date;
  char *decimal_sign; /* "," or "."; NULL: a comma, and a dot that cannot part thousands */
  KkrRegister *areas;
  gint64 max_bytes;
  gint64 max_rows;
  gint64 max_columns;
  gint64 max_text;
  gint64 max_problems;
} KkrStatisticsSettings;

void kkr_statistics_settings_copy (KkrStatisticsSettings *copy,
                                   const KkrStatisticsSettings *settings);
void kkr_statistics_settings_clear (KkrStatisticsSettings *settings);

/* One go of a reader over a file. What it finds it tells the reading of a register as the elements
 * that would say the same, so that facts are made and checked in one way. */
typedef struct {
  const KkrStatisticsSettings *settings;
  KkrReading reading;
  KkrRegister *areas;
  GHashTable *periods;   /* text → Period */
  GHashTable *subjects;  /* text → Subject */
  GHashTable *slugs;     /* text → slug */
  GString *key;          /* of the cell, without its area */
  char *series;          /* the key of the series that is open */
  gint64 n_rows;
  GCancellable *cancellable;
  void (*progress) (gpointer user_data, gdouble done);
  gpointer user_data;
} KkrStatistics;

void kkr_statistics_init (KkrStatistics *statistics, const KkrStatisticsSettings *settings,
                          const char *uri, GCancellable *cancellable);
void kkr_statistics_clear (KkrStatistics *statistics);

void kkr_statistics_problem (KkrStatistics *statistics, KkrStatisticsRuleId rule, guint line,
                             guint column, const char *path, const char *format, ...)
  G_GNUC_PRINTF (6, 7);

/* When it is known from which day the figures are, and before the first cell. */
void kkr_statistics_begin (KkrStatistics *statistics, const char *title, const char *date);
/* A text of the file and where it stands. */
typedef struct {
  const char *text;
  guint line;
  guint column;
  const char *path;
} KkrStatisticsText;

/* A cell: begin it, add what it belongs to in the order of the columns, and end it. `area` is NULL
 * if the file has no areas. */

void kkr_statistics_begin_cell (KkrStatistics *statistics);
/* FALSE, with a problem, if the text is nothing. */
gboolean kkr_statistics_add_code (KkrStatistics *statistics, const KkrStatisticsText *code);
void kkr_statistics_end_cell (KkrStatistics *statistics, const KkrStatisticsText *area,
                              const KkrStatisticsText *time, const KkrStatisticsText *value);
/* Whether an area of that name is known: for columns without a heading. */
gboolean kkr_statistics_knows_area (KkrStatistics *statistics, const char *text);
/* Counts rows, looks whether somebody wants to stop, and tells how far it is; FALSE to end. */
gboolean kkr_statistics_next_row (KkrStatistics *statistics, gdouble done);

/* FALSE, with a problem, if the bytes begin as a file does that is neither CSV nor JSON. */
gboolean kkr_statistics_check_kind (KkrStatistics *statistics, const char *bytes, gsize size);
void kkr_statistics_read_csv (KkrStatistics *statistics, const KkrDecodedText *decoded);
void kkr_statistics_read_json (KkrStatistics *statistics, const char *text, gsize length);

G_END_DECLS
