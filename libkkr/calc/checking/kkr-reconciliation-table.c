/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <libkkr/base/kkr-claim-verdict-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

static const char *const kinds[] = { "total", "mean", "ratio", "product", "growth", "share",
                                     "hundred", "same", "difference", NULL };
static const char *const kinds_da[] = { "Sum", "Gennemsnit", "Forhold", "Produkt", "Vækst i pct.",
                                        "Andel", "Sum af procenter", "Samme tal", "Forskel", NULL };
static const char *const kinds_en[] = { "Sum", "Mean", "Ratio", "Product", "Growth in per cent",
                                        "Share", "Sum of percentages", "Same figure", "Difference",
                                        NULL };
static const char *const verdicts[] = { "exact", "possible", "impossible", NULL };
static const char *const readings[] = { "counts", "rounded", NULL };
static const char *const readings_da[] = { "antal", "afrundede tal", NULL };
static const char *const readings_en[] = { "counts", "rounded figures", NULL };

static const char *const relation_keys[] = { "kind", "place", NULL };

#define DIFFERENCE 8

static gint32
find_kind (const KkrReconFamily *family)
{
  if (family->form == KKR_RECON_SUM && family->n_terms == 2 && family->signs[0] != family->signs[1])
    return DIFFERENCE;
  return (gint32) family->form;
}

static gint32
find_verdict (KkrClaimVerdict verdict)
{
  return verdict == KKR_CLAIM_VERDICT_EXACT ? 0 : verdict == KKR_CLAIM_VERDICT_POSSIBLE ? 1 : 2;
}

static const KkrReconRelation *
get_relation (const KkrRecon *self, guint i)
{
  return &g_array_index (self->relations, KkrReconRelation, i);
}

typedef char *(*Write) (const KkrRecon *self, guint row, const char *language);

/* One text a row, in both languages. */
static void
add_texts (const KkrRecon *self, KkrTableBuilder *builder, const char *name, const char *danish,
           const char *english, guint n, Write write)
{
  g_auto (GStrv) labels_da = g_new0 (char *, n + 1);
  g_auto (GStrv) labels_en = g_new0 (char *, n + 1);
  g_autofree gint32 *codes = g_new (gint32, n + 1);

  for (guint i = 0; i < n; i++)
    {
      codes[i] = (gint32) i;
      labels_da[i] = write (self, i, "da");
      labels_en[i] = write (self, i, "en");
    }
  kkr_table_builder_add_codes (builder, name, danish, english, codes, n,
                               (const char *const *) labels_da);
  kkr_table_builder_set_labels_in_english (builder, name, (const char *const *) labels_en);
}

static char *
write_relation (const KkrRecon *self, guint row, const char *language)
{
  return kkr_recon_describe (self, get_relation (self, row), language);
}

static char *
write_place (const KkrRecon *self, guint i, const char *language)
{
  const KkrReconRelation *relation = get_relation (self, i);
  guint row, column;

  kkr_recon_locate (relation, relation->family->target, &row, &column);
  if (relation->family->form != KKR_RECON_HUNDRED)
    return kkr_recon_place (self, row, column, language);
  return kkr_recon_place_group (self, relation, language);
}

static char *
write_printed (const KkrRecon *self, guint i, const char *language)
{
  const KkrReconRelation *relation = get_relation (self, i);
  guint row, column;

  (void) language;
  kkr_recon_locate (relation, relation->family->target, &row, &column);
  return g_strdup (relation->family->form == KKR_RECON_HUNDRED
                     ? "100" : kkr_printed_table_get_cell (self->printed, row, column)->text);
}

static void
add_figures (const KkrRecon *self, KkrTableBuilder *builder)
{
  guint n = self->relations->len;
  g_autofree KkrRational *computed = g_new (KkrRational, n + 1);
  g_autofree KkrRational *difference = g_new (KkrRational, n + 1);
  g_autofree KkrRational *slack = g_new (KkrRational, n + 1);
  const KkrRational none = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      KkrReconFigures figures;
      gboolean measured = kkr_recon_measure (self, get_relation (self, i), &figures);

      computed[i] = measured ? figures.computed : none;
      difference[i] = measured ? figures.difference : none;
      slack[i] = measured && figures.has_slack ? figures.slack : none;
    }
  kkr_table_builder_add_rationals (builder, "computed", "Beregnet", "Computed", KKR_UNIT_NONE,
                                   computed, n);
  kkr_table_builder_add_rationals (builder, "difference", "Trykt minus beregnet",
                                   "Printed less computed", KKR_UNIT_NONE, difference, n);
  kkr_table_builder_add_rationals (builder, "slack", "Afrunding kan forklare",
                                   "Rounding can explain", KKR_UNIT_NONE, slack, n);
  kkr_table_builder_set_decimals (builder, "computed", (int) MIN (self->decimals + 2, 6));
  kkr_table_builder_set_decimals (builder, "difference", (int) MIN (self->decimals + 2, 6));
  kkr_table_builder_set_decimals (builder, "slack", (int) MIN (self->decimals + 2, 6));
}

static void
add_verdicts (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
              const gint32 *codes, guint n)
{
  const char *words_da[] = { kkr_claim_verdict_in_words (KKR_CLAIM_VERDICT_EXACT, "da"),
                             kkr_claim_verdict_in_words (KKR_CLAIM_VERDICT_POSSIBLE, "da"),
                             kkr_claim_verdict_in_words (KKR_CLAIM_VERDICT_IMPOSSIBLE, "da"),
                             NULL };
  const char *words_en[] = { kkr_claim_verdict_in_words (KKR_CLAIM_VERDICT_EXACT, "en"),
                             kkr_claim_verdict_in_words (KKR_CLAIM_VERDICT_POSSIBLE, "en"),
                             kkr_claim_verdict_in_words (KKR_CLAIM_VERDICT_IMPOSSIBLE, "en"),
                             NULL };

  kkr_table_builder_add_choices (builder, name, danish, english, codes, n, verdicts, words_da,
                                 words_en);
}

KkrTable *
kkr_recon_build_relations (const KkrRecon *self, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("relations", "Sammenhænge",
                                                               "Relations");
  guint n = self->relations->len;
  g_autofree gint32 *codes = g_new (gint32, 4 * n + 1);
  g_autofree gint64 *groups = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrReconRelation *relation = get_relation (self, i);

      codes[i] = find_kind (relation->family);
      codes[n + i] = find_verdict (relation->verdict);
      codes[2 * n + i] = relation->is_rounded;
      codes[3 * n + i] = find_verdict (relation->is_rounded ? relation->counted
                                                            : relation->rounded);
      groups[i] = relation->group;
    }
  add_texts (self, builder, "relation", "Sammenhæng", "Relation", n, write_relation);
  kkr_table_builder_add_choices (builder, "kind", "Art", "Kind", codes, n, kinds, kinds_da,
                                 kinds_en);
  add_texts (self, builder, "place", "Sted", "Place", n, write_place);
  add_texts (self, builder, "printed", "Trykt", "Printed", n, write_printed);
  add_figures (self, builder);
  add_verdicts (builder, "verdict", "Dom", "Verdict", codes + n, n);
  kkr_table_builder_add_choices (builder, "reading", "Læst som", "Read as", codes + 2 * n, n,
                                 readings, readings_da, readings_en);
  add_verdicts (builder, "other-verdict", "Dom ved den anden læsning",
                "Verdict of the other reading", codes + 3 * n, n);
  kkr_table_builder_add_int64 (builder, "error", "Fejl nr.", "Error no.", KKR_UNIT_NONE, groups,
                               n);
  for (guint i = 0; i < n; i++)
    if (groups[i] == 0)
      kkr_table_builder_set_status (builder, "error", i, KKR_CELL_STATUS_NOT_APPLICABLE);
  kkr_table_builder_set_key (builder, relation_keys);
  return kkr_table_builder_end (builder, error);
}

static const KkrReconRepair *
get_repair (const KkrRecon *self, guint i)
{
  return &g_array_index (self->repairs, KkrReconRepair, i);
}

static char *
write_cell (const KkrRecon *self, guint i, const char *language)
{
  return kkr_recon_place (self, get_repair (self, i)->row, get_repair (self, i)->column, language);
}

static char *
write_was (const KkrRecon *self, guint i, const char *language)
{
  const KkrReconRepair *repair = get_repair (self, i);

  (void) language;
  return g_strdup (kkr_printed_table_get_cell (self->printed, repair->row, repair->column)->text);
}

static char *
write_could_be (const KkrRecon *self, guint i, const char *language)
{
  const KkrReconRepair *repair = get_repair (self, i);
  const KkrPrintedCell *cell = kkr_printed_table_get_cell (self->printed, repair->row,
                                                           repair->column);

  return repair->value.den == 1 || cell->decimals > 0
           ? kkr_format_decimals (&repair->value, cell->decimals, language)
           : kkr_format_exact (&repair->value, self->decimals, language);
}

static char *
write_mends (const KkrRecon *self, guint i, const char *language)
{
  const KkrReconRepair *repair = get_repair (self, i);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint k = 0; k < repair->mends->len; k++)
    {
      g_autofree char *place = write_place (self, g_array_index (repair->mends, guint, k),
                                            language);

      g_string_append_printf (text, "%s%s", k > 0 ? "; " : "", place);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

KkrTable *
kkr_recon_build_repairs (const KkrRecon *self, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "repairs", "Rettelser af én celle", "Repairs of one cell");
  guint n = self->repairs->len;
  g_autofree gint64 *numbers = g_new (gint64, 4 * n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrReconRepair *repair = get_repair (self, i);
      const KkrPrintedCell *cell = kkr_printed_table_get_cell (self->printed, repair->row,
                                                               repair->column);

      numbers[i] = repair->group;
      numbers[n + i] = repair->mends->len;
      numbers[2 * n + i] = cell->line;
      numbers[3 * n + i] = cell->column;
    }
  kkr_table_builder_add_int64 (builder, "error", "Fejl nr.", "Error no.", KKR_UNIT_NONE, numbers,
                               n);
  add_texts (self, builder, "cell", "Celle", "Cell", n, write_cell);
  add_texts (self, builder, "printed", "Trykt", "Printed", n, write_was);
  add_texts (self, builder, "could-be", "Kunne være", "Could be", n, write_could_be);
  kkr_table_builder_add_int64 (builder, "n-mended", "Retter", "Mends", KKR_UNIT_COUNT, numbers + n,
                               n);
  add_texts (self, builder, "mends", "Retter sammenhængen i", "Mends the relation of", n,
             write_mends);
  kkr_table_builder_add_int64 (builder, "line", "Linje", "Line", KKR_UNIT_NONE, numbers + 2 * n,
                               n);
  kkr_table_builder_add_int64 (builder, "column", "Tegn", "Character", KKR_UNIT_NONE,
                               numbers + 3 * n, n);
  return kkr_table_builder_end (builder, error);
}
