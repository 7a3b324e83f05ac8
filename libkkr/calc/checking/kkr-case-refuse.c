/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-node-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>

int
kkr_case_find_element (const char *name)
{
  for (int i = 0; i < KKR_CASE_N_ELEMENTS; i++)
    if (g_str_equal (kkr_case_elements[i].name, name))
      return i;
  return -1;
}

gboolean
kkr_case_may_stand (int id, const KkrCaseNode *parent)
{
  return id >= 0 && (parent == NULL ? kkr_case_elements[id].parents == 0
                                    : (kkr_case_elements[id].parents & (1u << parent->id)) != 0);
}

static const char *
suggest_element (const KkrCaseNode *parent, const char *name)
{
  g_auto (KkrNearest) nearest = { 0 };

  kkr_nearest_init (&nearest, name, 1, FALSE);
  for (int i = 0; i < KKR_CASE_N_ELEMENTS; i++)
    if (kkr_case_may_stand (i, parent))
      kkr_nearest_offer (&nearest, kkr_case_elements[i].name);
  return kkr_nearest_get (&nearest);
}

void
kkr_case_refuse_element (KkrCaseFindings *findings, const KkrCaseNode *parent, const char *name,
                         const KkrPlace *place)
{
  g_autofree char *quoted = kkr_text_quote (name);

  if (kkr_case_find_element (name) < 0)
    kkr_case_add_problem (findings, KKR_CASE_RULE_UNKNOWN_ELEMENT, place,
                          suggest_element (parent, name), _("unknown element: %s found"), quoted);
  else if (parent != NULL)
    kkr_case_add_problem (findings, KKR_CASE_RULE_MISPLACED_ELEMENT, place, NULL,
                          _("element in the wrong place: %s found, none expected in \"%s\""),
                          quoted, kkr_case_elements[parent->id].name);
  else
    kkr_case_add_problem (findings, KKR_CASE_RULE_MISPLACED_ELEMENT, place, NULL,
                          _("element in the wrong place: %s found, \"cases\" expected as the "
                            "root of the file"), quoted);
}

int
kkr_case_find_attribute (const KkrCaseElement *element, const char *name)
{
  for (int i = 0; i < KKR_CASE_N_ATTRIBUTES; i++)
    if (g_str_equal (kkr_case_attributes[i], name) && (element->allowed & ((guint64) 1 << i)) != 0)
      return i;
  return -1;
}

void
kkr_case_refuse_attribute (KkrCaseFindings *findings, const KkrCaseElement *element,
                           const char *name, const KkrPlace *place)
{
  g_autofree char *quoted = kkr_text_quote (name);
  g_auto (KkrNearest) nearest = { 0 };

  kkr_nearest_init (&nearest, name, 1, FALSE);
  for (int i = 0; i < KKR_CASE_N_ATTRIBUTES; i++)
    if ((element->allowed & ((guint64) 1 << i)) != 0)
      kkr_nearest_offer (&nearest, kkr_case_attributes[i]);
  kkr_case_add_problem (findings, KKR_CASE_RULE_UNKNOWN_ATTRIBUTE, place,
                        kkr_nearest_get (&nearest), _("unknown attribute of \"%s\": %s found"),
                        element->name, quoted);
}
