/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/base/kkr-place-private.h>
#include <libkkr/register/kkr-register-private.h>

/* Things are found by their id, else by what people call them. */

static const char *const no_such[KKR_N_MODELS] = {
  [KKR_MODEL_AGREEMENT] = N_("the register has no such agreement"),
  [KKR_MODEL_ANNOUNCEMENT] = N_("the register has no such announcement"),
  [KKR_MODEL_ARRANGEMENT] = N_("the register has no such arrangement"),
  [KKR_MODEL_BODY] = N_("the register has no such body"),
  [KKR_MODEL_BUSINESS_HOUSE] = N_("the register has no such business house"),
  [KKR_MODEL_CODE_LIST] = N_("the register has no such code list"),
  [KKR_MODEL_COMMITMENT] = N_("the register has no such commitment"),
  [KKR_MODEL_COUNCIL] = N_("the register has no such council"),
  [KKR_MODEL_DOM_TYPE] = N_("the register has no such dom-type"),
  [KKR_MODEL_OFFER] = N_("the register has no such offer"),
  [KKR_MODEL_OPERATOR] = N_("the register has no such operator"),
  [KKR_MODEL_PARAGRAPH] = N_("the register has no such paragraph"),
  [KKR_MODEL_PARAMETER] = N_("the register has no such parameter"),
  [KKR_MODEL_PLADS] = N_("the register has no such number of places"),
  [KKR_MODEL_SCHEDULE] = N_("the register has no such schedule"),
  [KKR_MODEL_SOCIALTILSYN] = N_("the register has no such socialtilsyn"),
  [KKR_MODEL_SURVEY] = N_("the register has no such survey"),
  [KKR_MODEL_TARGET_GROUP] = N_("the register has no such target group"),
};

/* What people may call it by: its titles, and a paragraph by how it is cited. */
static guint
get_names (KkrEntity *entity, const char *names[3])
{
  guint n = 0;

  names[n] = kkr_entity_get_title_in (entity, "da");
  n += names[n] != NULL;
  names[n] = kkr_entity_get_title_in (entity, "en");
  n += names[n] != NULL;
  if (KKR_IS_PARAGRAPH (entity))
    {
      names[n] = kkr_paragraph_get_number (KKR_PARAGRAPH (entity));
      n += names[n] != NULL;
    }
  return n;
}

static gpointer
find_by_id (gpointer const *items, guint n_items, const char *id)
{
  for (guint i = 0; i < n_items; i++)
    if (g_strcmp0 (kkr_entity_get_id (items[i]), id) == 0)
      return items[i];
  return NULL;
}

/* Whether that is a title or name of it; see kkr_name_fold(). */
static gboolean
is_called (KkrEntity *entity, const char *folded)
{
  const char *names[3];
  guint n = get_names (entity, names);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = kkr_name_fold (names[i]);

      if (g_str_equal (name, folded))
        return TRUE;
    }
  return FALSE;
}

static void
report_several (const char *text, GPtrArray *found, GError **error)
{
  g_autofree char *quoted = kkr_text_quote (text);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", kkr_entity_get_id (found->pdata[i]));
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("several things of the register are called that: %s found, one of the ids %s "
                 "expected"), quoted, ids->str);
}

static void
report_none (gpointer const *items, guint n_items, const KkrModel *model, const char *text,
             GError **error)
{
  g_auto (KkrNearest) nearest = { 0 };
  g_autofree char *near = NULL, *quoted = kkr_text_quote (text);

  kkr_nearest_init (&nearest, text, 3, FALSE);
  for (guint i = 0; i < n_items; i++)
    {
      const char *names[3];
      guint n = get_names (items[i], names);

      kkr_nearest_offer (&nearest, kkr_entity_get_id (items[i]));
      for (guint j = 0; j < n; j++)
        kkr_nearest_offer (&nearest, names[j]);
    }
  near = kkr_nearest_to_string (&nearest);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA, _("%s: %s found%s"),
               _(no_such[model->id]), quoted, near);
}

gpointer
kkr_register_find_entity (KkrRegister *self, const KkrModel *model, const char *text,
                          GError **error)
{
  g_autofree char *folded = NULL;
  g_autoptr (GPtrArray) found = NULL;
  guint n_items;
  gpointer const *items = kkr_frozen_list_peek (kkr_register_get_entities (self, model), &n_items);
  gpointer by_id = find_by_id (items, n_items, text);

  if (by_id != NULL)
    return g_object_ref (by_id);
  folded = kkr_name_fold (text);
  found = g_ptr_array_new ();
  for (guint i = 0; i < n_items; i++)
    if (is_called (items[i], folded))
      g_ptr_array_add (found, items[i]);
  if (found->len == 1)
    return g_object_ref (found->pdata[0]);
  if (found->len > 1)
    report_several (text, found, error);
  else
    report_none (items, n_items, model, text, error);
  return NULL;
}
