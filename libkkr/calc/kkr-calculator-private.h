/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/calc/kkr-calculator.h>
#include <libkkr/register/kkr-register.h>

G_BEGIN_DECLS

/* What a calculator written in C needs of its base. Inputs are kept here, by name: a subclass
 * installs its properties and neither stores nor returns their values. */

/* Installs the input `register`. */
void kkr_calculator_class_install_register (KkrCalculatorClass *klass, KkrParamFlags flags);
/* Installs an input that is an object of another kind. */
void kkr_calculator_class_install_object (KkrCalculatorClass *klass, const char *name,
                                          const char *label, const char *description, GType type,
                                          KkrParamFlags flags);
/* Installs an input with its labels, "Dansk|English" both; `flags` are KkrParamFlags. */
void kkr_calculator_class_install_string (KkrCalculatorClass *klass, const char *name,
                                          const char *label, const char *description,
                                          const char *fallback, KkrParamFlags flags);
void kkr_calculator_class_install_int (KkrCalculatorClass *klass, const char *name,
                                       const char *label, const char *description, int fallback,
                                       KkrParamFlags flags);
void kkr_calculator_class_install_amount (KkrCalculatorClass *klass, const char *name,
                                          const char *label, const char *description,
                                          gint64 fallback, KkrParamFlags flags);
void kkr_calculator_class_install_rate (KkrCalculatorClass *klass, const char *name,
                                        const char *label, const char *description,
                                        gdouble fallback, KkrParamFlags flags);
void kkr_calculator_class_install_boolean (KkrCalculatorClass *klass, const char *name,
                                           const char *label, const char *description,
                                           gboolean fallback, KkrParamFlags flags);
void kkr_calculator_class_install_enum (KkrCalculatorClass *klass, const char *name,
                                        const char *label, const char *description, GType type,
                                        int fallback, KkrParamFlags flags);

/* Values of inputs, as assigned or by default. Texts and objects are NULL when not given and live
 * as long as the calculator is not changed. */
KkrRegister *kkr_calculator_get_register (KkrCalculator *self);
const char *kkr_calculator_get_text (KkrCalculator *self, const char *name);
int kkr_calculator_get_int (KkrCalculator *self, const char *name);
gint64 kkr_calculator_get_amount (KkrCalculator *self, const char *name);
gdouble kkr_calculator_get_number (KkrCalculator *self, const char *name);
gboolean kkr_calculator_get_boolean (KkrCalculator *self, const char *name);
int kkr_calculator_get_enum (KkrCalculator *self, const char *name);
/* The shortest decimal of a rate; FALSE with OUT_OF_RANGE where there is none. */
gboolean kkr_calculator_get_rational (KkrCalculator *self, const char *name, KkrRational *value,
                                      GError **error);

gboolean kkr_param_is_input (GParamSpec *pspec);
/* The half of "Dansk|English" that the language asks for. */
char *kkr_param_text_in (const char *text, const char *language);
/* What a text calls the input: its label, or its name where a class gives none. */
char *kkr_param_label_in (GParamSpec *pspec, const char *language);
/* Reads the text of an input into `value`, which has the type of the property. */
gboolean kkr_param_parse (GParamSpec *pspec, const char *text, GValue *value, GError **error);
/* "ja", "nej", and what else stands for them. */
gboolean kkr_boolean_parse (const char *text, gboolean *value);
char *kkr_calculator_dup_input_text_in (KkrCalculator *self, GParamSpec *pspec,
                                        const char *language);

/* Tells what an input was that nobody gave, and where it is from: "43.852,00 kr. (DAS Social: ...;
 * Punkt 3, ...)". `fact` may be NULL, and nothing is told. `before` is the fact of the line above,
 * whose source need not be said twice, or NULL. */
void kkr_calculator_tell_fact (KkrCalculator *self, const char *input, KkrFact *fact,
                               KkrFact *before);
/* An amount as the language of messages writes it. */
char *kkr_message_amount (gint64 amount);
/* A number likewise, with 6 decimals at most, or with all where these would tell nothing of it. */
char *kkr_message_number (const KkrRational *number);
/* Days from and to, which need not be stated (%G_MININT32). */
char *kkr_message_period (gint32 first, gint32 last);

/* What `tell_input` was told of an input, or NULL. */
const char *kkr_calculator_get_told (KkrCalculator *self, const char *input, const char *language);

G_END_DECLS
