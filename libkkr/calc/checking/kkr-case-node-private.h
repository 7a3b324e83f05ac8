/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-problem.h>
#include <libkkr/register/kkr-reading-private.h>

G_BEGIN_DECLS

/* A file of cases as its elements and attributes: each is known, and stands where it may. What they
 * mean together is for kkr-case-book.c. */

#define KKR_CASE_MAX_BYTES (4 * 1024 * 1024)
#define KKR_CASE_MAX_FILES 1000
#define KKR_CASE_MAX_DEPTH 8
#define KKR_CASE_MAX_ELEMENTS 100000
#define KKR_CASE_MAX_ATTRIBUTES 20
#define KKR_CASE_MAX_PROBLEMS 100
/* Of all tables together. */
#define KKR_CASE_MAX_CELLS 1000000
/* What all relations together add up, compare and compute with. */
#define KKR_CASE_MAX_TERMS 2000000

typedef enum {
  KKR_CASE_CASES,
  KKR_CASE_CASE,
  KKR_CASE_GRID,
  KKR_CASE_COLUMN,
  KKR_CASE_SUM,
  KKR_CASE_MEAN,
  KKR_CASE_SHARE,
  KKR_CASE_FORMULA,
  KKR_CASE_EQUAL,
  KKR_CASE_COUNT,
  KKR_CASE_CALCULATION,
  KKR_CASE_INPUT,
  KKR_CASE_RESULT,
  KKR_CASE_READING,
  KKR_CASE_EXCEPTION,
  KKR_CASE_N_ELEMENTS,
} KkrCaseElementId;

typedef enum {
  KKR_CASE_FORMAT,
  KKR_CASE_SOURCE,
  KKR_CASE_ID,
  KKR_CASE_TITLE_DA,
  KKR_CASE_TITLE_EN,
  KKR_CASE_SECTION,
  KKR_CASE_TABLE,
  KKR_CASE_NAME,
  KKR_CASE_UNIT,
  KKR_CASE_ROUNDED,
  KKR_CASE_SCALE,
  KKR_CASE_TARGET,
  KKR_CASE_TARGET_ROW,
  KKR_CASE_TARGET_COLUMN,
  KKR_CASE_ROWS,
  KKR_CASE_MINUS_ROWS,
  KKR_CASE_COLUMNS,
  KKR_CASE_MINUS_COLUMNS,
  KKR_CASE_OF,
  KKR_CASE_TOTAL_ROW,
  KKR_CASE_EXPRESSION,
  KKR_CASE_WHERE,
  KKR_CASE_IN,
  KKR_CASE_VERDICT,
  KKR_CASE_CALCULATOR,
  KKR_CASE_VALUE,
  KKR_CASE_RESULT_COLUMN,
  KKR_CASE_KEY,
  KKR_CASE_TOTAL,
  KKR_CASE_PARAMETER,
  KKR_CASE_OURS,
  KKR_CASE_HYPOTHESIS_DA,
  KKR_CASE_HYPOTHESIS_EN,
  KKR_CASE_OF_CASE,
  KKR_CASE_N_ATTRIBUTES,
} KkrCaseAttributeId;

/* The values of `format` start with it. */
#define KKR_CASE_FORMAT_VERSION 1

typedef struct {
  const char *name;
  guint parents;   /* bits of KkrCaseElementId; 0: the root */
  guint64 allowed; /* bits of KkrCaseAttributeId */
  guint64 required;
  gboolean has_text;
} KkrCaseElement;

extern const KkrCaseElement kkr_case_elements[KKR_CASE_N_ELEMENTS];
extern const char *const kkr_case_attributes[KKR_CASE_N_ATTRIBUTES];

/* -1 if there is none of that name. */
int kkr_case_find_element (const char *name);
int kkr_case_find_attribute (const KkrCaseElement *element, const char *name);

typedef enum {
  KKR_CASE_RULE_NOT_WELL_FORMED,
  KKR_CASE_RULE_NOT_UTF8,
  KKR_CASE_RULE_UNKNOWN_ELEMENT,
  KKR_CASE_RULE_MISPLACED_ELEMENT,
  KKR_CASE_RULE_UNKNOWN_ATTRIBUTE,
  KKR_CASE_RULE_MISSING_ATTRIBUTE,
  KKR_CASE_RULE_MISSING_ELEMENT,
  KKR_CASE_RULE_STRAY_TEXT,
  KKR_CASE_RULE_NEWER_FORMAT,
  KKR_CASE_RULE_BAD_FORMAT,
  KKR_CASE_RULE_BAD_CHOICE,
  KKR_CASE_RULE_BAD_ID,
  KKR_CASE_RULE_ROW_LENGTH,
  KKR_CASE_RULE_BAD_NUMBER,
  KKR_CASE_RULE_BAD_TARGET,
  KKR_CASE_RULE_BAD_EXPRESSION,
  KKR_CASE_RULE_BAD_EXCEPTION,
  KKR_CASE_RULE_NO_VALUE,
  KKR_CASE_RULE_UNKNOWN_SOURCE,
  KKR_CASE_RULE_UNKNOWN_TABLE,
  KKR_CASE_RULE_UNKNOWN_CASE,
  KKR_CASE_RULE_UNKNOWN_ROW,
  KKR_CASE_RULE_UNKNOWN_COLUMN,
  KKR_CASE_RULE_UNKNOWN_CALCULATOR,
  KKR_CASE_RULE_UNKNOWN_INPUT,
  KKR_CASE_RULE_BAD_INPUT,
  KKR_CASE_RULE_CALCULATION_FAILED,
  KKR_CASE_RULE_DUPLICATE_CASE,
  KKR_CASE_RULE_DUPLICATE_ROW,
  KKR_CASE_RULE_DUPLICATE_COLUMN,
  KKR_CASE_RULE_DOCTYPE,
  KKR_CASE_RULE_TOO_MANY_BYTES,
  KKR_CASE_RULE_TOO_DEEP,
  KKR_CASE_RULE_TOO_MANY_ELEMENTS,
  KKR_CASE_RULE_TOO_MANY_ATTRIBUTES,
  KKR_CASE_RULE_TOO_MUCH,
  KKR_CASE_N_RULES,
} KkrCaseRuleId;

extern const KkrRule kkr_case_rules[KKR_CASE_N_RULES];

/* What is wrong with the files, and the texts that outlive them. */
typedef struct {
  GPtrArray *problems; /* KkrProblem */
  gboolean stopped;    /* enough is wrong, or a limit is reached */
  GStringChunk *strings;
} KkrCaseFindings;

void kkr_case_findings_init (KkrCaseFindings *findings);
void kkr_case_findings_clear (KkrCaseFindings *findings);
void kkr_case_add_problem (KkrCaseFindings *findings, KkrCaseRuleId rule, const KkrPlace *place,
                           const char *suggestion, const char *format, ...) G_GNUC_PRINTF (5, 6);

typedef struct {
  KkrCaseAttributeId id;
  const char *value;
  KkrPlace place;
} KkrCaseAttribute;

typedef struct _KkrCaseNode KkrCaseNode;

struct _KkrCaseNode {
  KkrCaseElementId id;
  KkrPlace place;
  GArray *attributes;  /* KkrCaseAttribute */
  GPtrArray *children; /* KkrCaseNode */
  GString *text;       /* NULL if the element has none */
  GArray *text_places; /* KkrCaseTextPlace, ascending by offset */
};

typedef struct {
  gsize offset;
  KkrPlace place;
} KkrCaseTextPlace;

/* Whether the element may stand in the parent, or, if that is NULL, is the root. */
gboolean kkr_case_may_stand (int id, const KkrCaseNode *parent);
void kkr_case_refuse_element (KkrCaseFindings *findings, const KkrCaseNode *parent,
                              const char *name, const KkrPlace *place);
void kkr_case_refuse_attribute (KkrCaseFindings *findings, const KkrCaseElement *element,
                                const char *name, const KkrPlace *place);

KkrCaseNode *kkr_case_node_new (KkrCaseElementId id, const KkrPlace *place);
void kkr_case_node_free (KkrCaseNode *node);
/* NULL if it is not there. */
const KkrCaseAttribute *kkr_case_node_find (const KkrCaseNode *node, KkrCaseAttributeId id);
const char *kkr_case_node_get (const KkrCaseNode *node, KkrCaseAttributeId id);
/* That of the attribute, or of the element if it has none. */
const KkrPlace *kkr_case_node_place (const KkrCaseNode *node, KkrCaseAttributeId id);
/* Where a byte of its text stands in the file. */
KkrPlace kkr_case_node_text_place (const KkrCaseNode *node, gsize offset);

/* The root, or NULL if there is none; what is wrong with it becomes problems. */
KkrCaseNode *kkr_case_parse (KkrCaseFindings *findings, const char *data, gsize size,
                             const char *uri);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrCaseNode, kkr_case_node_free)

G_END_DECLS
