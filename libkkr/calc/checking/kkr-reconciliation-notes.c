/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <libkkr/base/kkr-note.h>

/* What a reader should know before the table. */

static void
add (GPtrArray *notes, KkrNoteKind kind, char *danish, char *english)
{
  g_ptr_array_add (notes, kkr_note_new (kind, danish, english));
  g_free (danish);
  g_free (english);
}

static void
add_summary (const KkrRecon *self, GPtrArray *notes)
{
  guint counts[3] = { 0 }, n = self->relations->len;

  for (guint i = 0; i < n; i++)
    {
      KkrClaimVerdict verdict = g_array_index (self->relations, KkrReconRelation, i).verdict;

      counts[verdict == KKR_CLAIM_VERDICT_EXACT ? 0 : verdict == KKR_CLAIM_VERDICT_POSSIBLE]++;
      counts[2] += verdict == KKR_CLAIM_VERDICT_IMPOSSIBLE;
    }
  counts[0] = n - counts[2];
  for (guint i = 0; i < n; i++)
    counts[0] -= g_array_index (self->relations, KkrReconRelation, i).verdict ==
                 KKR_CLAIM_VERDICT_POSSIBLE;
  counts[1] = n - counts[2] - counts[0];
  add (notes, KKR_NOTE_KIND_REMARK,
       g_strdup_printf ("Der er fundet %u %s mellem tallene: %u stemmer præcist, %u forklares af "
                        "afrunding, og %u stemmer ikke.", n,
                        n == 1 ? "sammenhæng" : "sammenhænge", counts[0], counts[1], counts[2]),
       g_strdup_printf ("There %s %u %s between the figures: %u %s exactly, %u %s explained by "
                        "rounding, and %u %s.", n == 1 ? "is" : "are", n,
                        n == 1 ? "relation" : "relations",
                        counts[0], counts[0] == 1 ? "holds" : "hold", counts[1],
                        counts[1] == 1 ? "is" : "are", counts[2],
                        counts[2] == 1 ? "fails" : "fail"));
}

/* One remark an error, with the cells that explain it. */
static void
add_error (const KkrRecon *self, guint group, GPtrArray *notes)
{
  const KkrReconRepair *first = NULL;
  guint n = 0;

  for (guint i = 0; i < self->repairs->len; i++)
    {
      const KkrReconRepair *repair = &g_array_index (self->repairs, KkrReconRepair, i);

      if (repair->group == group && n++ == 0)
        first = repair;
    }
  if (n == 1 && first->mends->len > 1)
    {
      g_autofree char *danish = kkr_recon_place (self, first->row, first->column, "da");
      g_autofree char *english = kkr_recon_place (self, first->row, first->column, "en");

      add (notes, KKR_NOTE_KIND_REMARK,
           g_strdup_printf ("Fejl %u: én celle (%s) forklarer alle %u brud.", group, danish,
                            first->mends->len),
           g_strdup_printf ("Error %u: one cell (%s) explains all %u failures.", group, english,
                            first->mends->len));
    }
  else if (n == 0)
    add (notes, KKR_NOTE_KIND_REMARK,
         g_strdup_printf ("Fejl %u: ingen enkelt celle kan rettes, uden at andet går i stykker.",
                          group),
         g_strdup_printf ("Error %u: no single cell can be changed without breaking another "
                          "relation.", group));
}

GPtrArray *
kkr_recon_dup_notes (const KkrRecon *self)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->relations->len == 0)
    add (notes, KKR_NOTE_KIND_REMARK,
         g_strdup ("Der er ikke fundet nogen sammenhæng mellem tallene: ingen totaler, andele "
                   "eller ændringer, som kan regnes efter."),
         g_strdup ("There is no relation between the figures: no totals, shares or changes that "
                   "can be recomputed."));
  else
    add_summary (self, notes);
  for (guint group = 1; group <= MIN (self->n_groups, 20); group++)
    add_error (self, group, notes);
  if (self->is_cut)
    add (notes, KKR_NOTE_KIND_REMARK,
         g_strdup ("Tabellen er så stor, at ikke alle mulige sammenhænge er prøvet."),
         g_strdup ("The table is so large that not all possible relations were tried."));
  return notes;
}
