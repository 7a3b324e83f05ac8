/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-rational-private.h>

G_BEGIN_DECLS

/* The formulas of a derivation: names, decimals with a dot, + - * / ( ), min(a,b), max(a,b), and
 * the minus sign before a term. Everything is exact. */

/* The value of a name, or FALSE with an error. */
typedef gboolean (*KkrExpressionLookup) (const char *name, gpointer user_data, KkrRational *value,
                                         GError **error);
/* How to print a name; `number` is NULL for a name and the value for a decimal. */
typedef char *(*KkrExpressionPrint) (const char *name, const KkrRational *number,
                                     gpointer user_data);

typedef enum {
  KKR_EXPRESSION_NUMBER,
  KKR_EXPRESSION_NAME,
  KKR_EXPRESSION_NEGATE,
  KKR_EXPRESSION_ADD,
  KKR_EXPRESSION_SUBTRACT,
  KKR_EXPRESSION_MULTIPLY,
  KKR_EXPRESSION_DIVIDE,
  KKR_EXPRESSION_MIN,
  KKR_EXPRESSION_MAX,
} KkrExpressionOperator;

/* One part of a formula, operands before their operator; `character` is the place, from 1, of a
 * name, and for an operator that of what follows its operands. FALSE with an error ends the visit.
 */
typedef gboolean (*KkrExpressionVisit) (KkrExpressionOperator op, gsize character,
                                        const char *name, const KkrRational *number,
                                        gpointer user_data, GError **error);

/* At most so many operands wait for their operator at one time. */
#define KKR_EXPRESSION_MAX_WAITING 256

/* [a-z][a-z0-9_]*, and not one of the two functions. */
gboolean kkr_expression_is_name (const char *text);

/* OUT_OF_RANGE for a fault of grammar (with its place), OVERFLOW for a number that does not fit,
 * and whatever `visit` says. */
gboolean kkr_expression_visit (const char *text, KkrExpressionVisit visit, gpointer user_data,
                               GError **error);

/* An operator with two operands, the result in `left`: for who keeps a formula that was visited.
 * The errors of kkr_expression_evaluate(). */
gboolean kkr_expression_combine (KkrExpressionOperator op, KkrRational *left,
                                 const KkrRational *right, gsize character, GError **error);

/* OUT_OF_RANGE for a fault of grammar (with its place) and a division by zero, OVERFLOW for a
 * number that does not fit, and whatever `lookup` says. */
gboolean kkr_expression_evaluate (const char *text, KkrExpressionLookup lookup, gpointer user_data,
                                  KkrRational *result, GError **error);

/* The formula as a reader would write it. The text must be one that evaluates. */
char *kkr_expression_print (const char *text, KkrExpressionPrint print, gpointer user_data);

G_END_DECLS
