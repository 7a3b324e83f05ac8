/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/checking/kkr-case-outcome-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

G_BEGIN_DECLS

/* Words that programs get, and what readers do. */
typedef struct {
  const char *word;
  const char *danish;
  const char *english;
} KkrWord;

#define KKR_CASE_N_KINDS 7

extern const KkrWord kkr_verdict_words[];
extern const KkrWord kkr_kind_words[KKR_CASE_N_KINDS];
extern const KkrWord kkr_no_yes_words[];

/* Columns of texts and codes while rows are added. */
typedef struct {
  GPtrArray *texts[8];
  GPtrArray *english[2];
  GArray *codes[8];
} KkrTexts;

void kkr_texts_init (KkrTexts *self);
void kkr_texts_clear (KkrTexts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrTexts, kkr_texts_clear)
void kkr_texts_add (GPtrArray *column, const char *text);
void kkr_texts_add_code (GArray *column, gint32 code);
void kkr_texts_end (KkrTableBuilder *builder, const char *name, const char *danish,
                    const char *english, GPtrArray *texts);
void kkr_texts_end_translated (KkrTableBuilder *builder, const char *name, const char *danish,
                               const char *english, GPtrArray *texts, GPtrArray *texts_en);
void kkr_texts_end_words (KkrTableBuilder *builder, const char *name, const char *danish,
                          const char *english, const GArray *codes, const KkrWord *words,
                          guint n_words);

/* The tables `score`, `kinds`, `figures`, `differences` and `readings`, or FALSE with an error. */
#define KKR_REPRODUCTION_N_TABLES 5
gboolean kkr_reproduction_make_tables (const KkrCaseOutcome *outcome,
                                       KkrTable *tables[KKR_REPRODUCTION_N_TABLES],
                                       GError **error);
KkrTable *kkr_reproduction_make_score (const KkrCaseOutcome *outcome, GError **error);
KkrTable *kkr_reproduction_make_kinds (const KkrCaseOutcome *outcome, GError **error);
/* Why a computed figure is what it is. */
KkrDerivation *kkr_reproduction_derive (const KkrCaseOutcome *outcome, const KkrCaseFigure *figure,
                                        KkrColumn *column, const char *name, GError **error);
/* A place in the words of kinds. */
gint32 kkr_case_relation_kind (const KkrCaseRelation *self);
const char *kkr_case_source_id (const KkrCase *self);
/* What a reader calls a row or column. */
const char *kkr_case_row_title (const KkrCaseSpot *spot);
const char *kkr_case_column_title (const KkrCaseSpot *spot, const char *language);

G_END_DECLS
