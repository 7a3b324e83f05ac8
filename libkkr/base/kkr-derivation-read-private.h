/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-json-scan-private.h>

G_BEGIN_DECLS

/* What a document may be: far more than any derivation has, and little enough for any machine. */
#define KKR_DERIVATION_MAX_LENGTH (64 * 1024 * 1024)
#define KKR_DERIVATION_MAX_STEPS 100000
/* Terms, weights and the names in formulas, all together. */
#define KKR_DERIVATION_MAX_TERMS 1000000
/* Values and the names of members: so many as the steps and terms above can have. */
#define KKR_DERIVATION_MAX_TOKENS 8000000

/* A document while it is read. */
typedef struct {
  KkrJsonScan scan;
  GPtrArray *steps;
  GHashTable *by_id;
  guint n_terms;
  /* The step that is read, from 1, and its id as soon as it is known; 0 outside the steps. */
  guint position;
  const char *id;
  GError **error;
} KkrDocument;

/* A member that an object may have, and must have, in the kinds whose bits are set. */
typedef struct {
  const char *name;
  KkrJsonKind kind;
  guint allowed;
  guint required;
} KkrMemberRule;

/* Sets the error, which begins with the place: step and member. Gives FALSE. */
gboolean kkr_document_fail (KkrDocument *self, KkrLoadError code, const char *member,
                            const char *format, ...) G_GNUC_PRINTF (4, 5);

/* Where the values of an object's members stand, 0 for those that it lacks, in the order of the
 * rules. `path` is the name of the object itself, NULL for a document or a step. */
gboolean kkr_document_read_members (KkrDocument *self, guint object, const char *path,
                                    const KkrMemberRule *rules, guint n_rules, guint bit,
                                    guint *values);
/* The text of a member, NULL where it is not there. */
char *kkr_document_dup_text (const KkrDocument *self, guint value);
/* The titles of an object "title". */
gboolean kkr_document_read_title (KkrDocument *self, guint value, char **danish, char **english);
gboolean kkr_document_refuse_value (KkrDocument *self, const char *member, guint value,
                                    const char *expected);

/* Exact numbers in lowest terms. */
gboolean kkr_document_read_exact (KkrDocument *self, const char *member, guint value,
                                  KkrRational *result);
gboolean kkr_document_read_positive (KkrDocument *self, const char *member, guint value,
                                     KkrRational *result);
/* LIMIT when there are too many by now. */
gboolean kkr_document_count_terms (KkrDocument *self, const char *member, guint n);
/* The terms of a sum or the weights of an apportionment, with their keys. */
gboolean kkr_document_read_terms (KkrDocument *self, const char *member, guint keys, guint list,
                                  KkrStep *step);

/* Reads a step and adds it to the others. */
gboolean kkr_document_read_step (KkrDocument *self, guint value);

G_END_DECLS
