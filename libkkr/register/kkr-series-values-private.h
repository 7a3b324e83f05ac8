/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-register-keys-private.h>

G_BEGIN_DECLS

/* What a series says of many subjects on one day, where a lookup of each would make a key and an
 * object. */

/* The facts of one series by the code that its keys end in, laid out by the days on which they
 * hold: see kkr-series-index.c. It belongs to its store. */
typedef struct _KkrSeriesIndex KkrSeriesIndex;

typedef struct {
  gint32 valid_on;
  gint32 known_on; /* KKR_DATE_MAX for all that is known */
  gint32 level;    /* a year, KKR_LEVEL_NOMINAL or KKR_LEVEL_ANY */
} KkrSeriesQuestion;

/* Answers kkr_register_lookup_at_level() of SERIES/CODE for each of the codes, which ascend: the
 * fact in `records`, or NULL where it is an error or not a number, and its numerator in `values`.
 * Either may be NULL. Gives FALSE unless all are there and are whole numbers. The records live as
 * long as the register. */
gboolean kkr_register_find_values (KkrRegister *self, const char *series,
                                   const KkrSeriesQuestion *question, const gint32 *codes,
                                   gsize n, gint64 *values, const KkrFactRecord **records);
/* The same of one key, whatever it ends in; NULL where it is an error or not a number. */
const KkrFactRecord *kkr_register_find_value (KkrRegister *self, const char *key,
                                              const KkrSeriesQuestion *question);

/* Of a store's own facts; made when it is first asked for. */
const KkrSeriesIndex *kkr_store_get_series (KkrStore *store, const char *series);
gboolean kkr_series_index_find (const KkrSeriesIndex *self, KkrStore *store,
                                const KkrSeriesQuestion *question, const gint32 *codes, gsize n,
                                gint64 *values, const KkrFactRecord **records);
void kkr_series_index_free_all (KkrSeriesIndex *first);

/* The number that a key ends in after the series and a slash, written as a code is; FALSE if it is
 * none. */
gboolean kkr_series_read_code (const char *key, gsize series_length, gint32 *code);
/* Whether the record is there and has a number. */
gboolean kkr_fact_record_has_number (const KkrFactRecord *record);

G_END_DECLS
