/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>

#include <glib-object.h>

G_BEGIN_DECLS

#define KKR_TYPE_TARIFF_MODEL (kkr_tariff_model_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_DERIVABLE_TYPE (KkrTariffModel, kkr_tariff_model, KKR, TARIFF_MODEL, GObject)

/**
 * KkrTariffModelClass:
 * @parent_class: the parent
 * @define: says what the model computes, by [method@TariffModel.add_quantity] and
 *   [method@TariffModel.add_step]; that of the library adds the steps of the long-term average
 *
 * What a tariff model implements.
 *
 * Since: 0.1
 */
struct _KkrTariffModelClass {
  GObjectClass parent_class;

  void (*define) (KkrTariffModel *self);

  /*< private >*/
  gpointer reserved[10];
};

KKR_AVAILABLE_IN_ALL
KkrTariffModel *kkr_tariff_model_new (void);
KKR_AVAILABLE_IN_ALL
KkrTariffModel *kkr_tariff_model_new_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_tariff_model_add_quantity (KkrTariffModel *self, const char *id, const char *danish,
                                    const char *english, KkrUnit unit, const char *fallback);
KKR_AVAILABLE_IN_ALL
void kkr_tariff_model_add_step (KkrTariffModel *self, const char *id, const char *danish,
                                const char *english, const char *expression, KkrUnit unit);
KKR_AVAILABLE_IN_ALL
gboolean kkr_tariff_model_validate (KkrTariffModel *self, GError **error);
KKR_AVAILABLE_IN_ALL
char **kkr_tariff_model_dup_quantities (KkrTariffModel *self);
KKR_AVAILABLE_IN_ALL
char **kkr_tariff_model_dup_steps (KkrTariffModel *self);
KKR_AVAILABLE_IN_ALL
char *kkr_tariff_model_dup_expression (KkrTariffModel *self, const char *step);
KKR_AVAILABLE_IN_ALL
char *kkr_tariff_model_to_string (KkrTariffModel *self);
KKR_AVAILABLE_IN_ALL
char *kkr_tariff_model___str__ (KkrTariffModel *self);
KKR_AVAILABLE_IN_ALL
char *kkr_tariff_model___repr__ (KkrTariffModel *self);

G_END_DECLS
