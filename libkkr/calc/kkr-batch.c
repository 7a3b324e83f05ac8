/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-batch-private.h>

static GQuark
get_batch_quark (void)
{
  return g_quark_from_static_string ("kkr-batch-class");
}

void
kkr_calculator_class_set_batch (KkrCalculatorClass *klass, const KkrBatchClass *batch)
{
  g_assert (g_strv_length ((char **) batch->row_inputs) <= KKR_BATCH_MAX_ROW_INPUTS);
  g_type_set_qdata (G_TYPE_FROM_CLASS (klass), get_batch_quark (), (gpointer) batch);
}

const KkrBatchClass *
kkr_calculator_get_batch (KkrCalculator *self)
{
  return g_type_get_qdata (G_OBJECT_TYPE (self), get_batch_quark ());
}
