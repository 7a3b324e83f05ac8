/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-calculator-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/calc/kkr-calculator-state-private.h>

/* A class has the inputs that it has once it is there. To ask GObject for them takes longer than to
 * share a year's budget, so each class is asked once. */

static GQuark
get_list_quark (void)
{
  return g_quark_from_static_string ("kkr-input-list");
}

static KkrInputList *
make_list (GObjectClass *klass)
{
  guint n_all = 0;
  g_autofree GParamSpec **all = g_object_class_list_properties (klass, &n_all);
  KkrInputList *list = g_new0 (KkrInputList, 1);

  list->inputs = g_new0 (KkrInput, n_all);
  list->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (int common = 0; common <= 1; common++)
    for (guint i = 0; i < n_all; i++)
      if (kkr_param_is_input (all[i]) &&
          (all[i]->owner_type == KKR_TYPE_CALCULATOR) == (gboolean) common)
        {
          KkrInput *input = &list->inputs[list->n++];

          input->pspec = all[i];
          input->name = g_intern_string (all[i]->name);
          input->fallback = g_param_spec_get_default_value (all[i]);
          g_hash_table_insert (list->by_name, (gpointer) input->name, input);
        }
  return list;
}

static const KkrInputList *
get_list (GObjectClass *klass)
{
  static GMutex lock;
  GType type = G_OBJECT_CLASS_TYPE (klass);
  KkrInputList *list = g_type_get_qdata (type, get_list_quark ());

  if (list != NULL)
    return list;
  g_mutex_lock (&lock);
  list = g_type_get_qdata (type, get_list_quark ());
  if (list == NULL)
    {
      list = make_list (klass);
      g_type_set_qdata (type, get_list_quark (), list);
    }
  g_mutex_unlock (&lock);
  return list;
}

const KkrInputList *
kkr_calculator_get_inputs (KkrCalculator *self)
{
  KkrCalculatorPrivate *priv = kkr_calculator_get_state (self);

  if (priv->inputs == NULL)
    priv->inputs = get_list (G_OBJECT_GET_CLASS (self));
  return priv->inputs;
}

const KkrInput *
kkr_calculator_find_input (KkrCalculator *self, const char *name)
{
  return g_hash_table_lookup (kkr_calculator_get_inputs (self)->by_name, name);
}

GParamSpec **
kkr_calculator_list_inputs (KkrCalculator *self, guint *n_inputs)
{
  const KkrInputList *list = kkr_calculator_get_inputs (self);
  GParamSpec **inputs = g_new (GParamSpec *, (gsize) list->n + 1);

  for (guint i = 0; i < list->n; i++)
    inputs[i] = list->inputs[i].pspec;
  *n_inputs = list->n;
  return inputs;
}

char *
kkr_calculator_no_such_input (KkrCalculator *self, const char *name)
{
  g_auto (GStrv) names = kkr_calculator_dup_input_names (self);
  g_autofree char *known = g_strjoinv (", ", names);
  g_autofree char *folded = kkr_text_fold (name);
  g_auto (KkrNearest) nearest = { 0 };
  g_autofree char *near = NULL;

  kkr_nearest_init (&nearest, folded, 1, FALSE);
  for (guint i = 0; names[i] != NULL; i++)
    kkr_nearest_offer (&nearest, names[i]);
  near = kkr_nearest_to_string (&nearest);
  return g_strdup_printf (_("no such input: \"%s\" found, one of %s expected%s"), name, known,
                          near);
}
