/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-assumed-private.h>
#include <libkkr/register/kkr-fact-private.h>

/* A note names no more facts than this. */
#define MAX_NAMES 3

/* A fact may be used more than once. */
static GPtrArray *
collect (GPtrArray *used)
{
  GPtrArray *facts = g_ptr_array_new ();

  for (guint i = 0; i < used->len; i++)
    {
      KkrFact *fact = used->pdata[i];
      gboolean known = !kkr_fact_is_overlaid (fact);

      for (guint j = 0; j < facts->len && !known; j++)
        known = ((KkrFact *) facts->pdata[j])->record == fact->record;
      if (!known)
        g_ptr_array_add (facts, fact);
    }
  return facts;
}

static char *
list_facts (GPtrArray *facts, const char *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->len && i < MAX_NAMES; i++)
    {
      g_autoptr (KkrPeriod) valid = kkr_fact_dup_valid (facts->pdata[i]);
      g_autofree char *period = kkr_period_to_string_in (valid, language);

      g_string_append_printf (text, "%s%s (%s)", i > 0 ? ", " : "",
                              kkr_fact_get_key (facts->pdata[i]), period);
    }
  if (facts->len > MAX_NAMES)
    g_string_append (text, ", ...");
  return g_string_free (text, FALSE);
}

KkrNote *
kkr_assumed_note_new (KkrRegister *reg, GPtrArray *used)
{
  g_autoptr (GPtrArray) facts = collect (used);
  g_autofree char *named_da = NULL, *named_en = NULL, *n_da = NULL, *n_en = NULL;
  g_autofree char *danish = NULL, *english = NULL;

  if (facts->len == 0 && (reg == NULL || !kkr_register_is_overlay (reg)))
    return NULL;
  if (facts->len == 0)
    return kkr_note_new (KKR_NOTE_KIND_OVERLAY,
                         "Registret har antagne oplysninger, men ingen af dem er brugt i "
                         "beregningen.",
                         "The register has assumed facts, but none of them was used in the "
                         "calculation.");
  named_da = list_facts (facts, "da");
  named_en = list_facts (facts, "en");
  n_da = kkr_format_int (facts->len, "da");
  n_en = kkr_format_int (facts->len, "en");
  danish = g_strdup_printf ("%s af de brugte oplysninger er antaget og står ikke i nogen kilde: "
                            "%s.", n_da, named_da);
  english = g_strdup_printf ("%s of the facts used %s assumed and in no source: %s.", n_en,
                             facts->len == 1 ? "is" : "are", named_en);
  return kkr_note_new (KKR_NOTE_KIND_OVERLAY, danish, english);
}
