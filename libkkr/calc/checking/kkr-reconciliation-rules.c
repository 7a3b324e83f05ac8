/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* How the author seems to have rounded what is computed from other figures. */

#define N_MODES 6
#define MIN_FIGURES 2

static const KkrRoundingMode modes[N_MODES] = {
  KKR_ROUNDING_MODE_HALF_AWAY, KKR_ROUNDING_MODE_HALF_EVEN, KKR_ROUNDING_MODE_FLOOR,
  KKR_ROUNDING_MODE_CEILING, KKR_ROUNDING_MODE_TOWARD_ZERO, KKR_ROUNDING_MODE_AWAY_FROM_ZERO,
};
static const char *const modes_da[N_MODES] = {
  "halve væk fra nul", "halve til lige", "altid ned", "altid op", "mod nul", "væk fra nul",
};
static const char *const modes_en[N_MODES] = {
  "half away from zero", "half to even", "always down", "always up", "toward zero",
  "away from zero",
};

typedef struct {
  const KkrReconFamily *family;
  guint n_figures;
  guint n_reproduced[N_MODES];
  guint n_closed;
} Tally;

/* Whether the printed figure is the computed one, rounded to its own digits. */
static gboolean
reproduces (const KkrRecon *self, const KkrReconRelation *relation, const KkrReconFigures *figures,
            KkrRoundingMode mode)
{
  KkrReconView view = kkr_recon_view ((KkrRecon *) self, relation->family->by_rows);
  const KkrReconCell *cell = kkr_recon_at (&view, relation->family->target, relation->lane);
  const KkrRational scale = KKR_RATIONAL_INT (self->scale);
  KkrRational exact;
  gint64 rounded;

  return cell->has_lower && cell->has_upper && cell->upper > cell->lower &&
         kkr_rational_multiply (&figures->computed, &scale, &exact) &&
         kkr_rational_round (&exact, mode, cell->upper - cell->lower, &rounded) &&
         rounded == cell->value;
}

static void
tally_relation (const KkrRecon *self, const KkrReconRelation *relation, Tally *tally)
{
  KkrReconFigures figures;

  if (!kkr_recon_measure (self, relation, &figures))
    return;
  tally->n_figures++;
  tally->n_closed += relation->counted == KKR_CLAIM_VERDICT_EXACT ||
                     relation->rounded == KKR_CLAIM_VERDICT_EXACT;
  for (guint i = 0; i < N_MODES; i++)
    tally->n_reproduced[i] += reproduces (self, relation, &figures, modes[i]);
}

static GArray *
make_tallies (const KkrRecon *self)
{
  GArray *tallies = g_array_new (FALSE, TRUE, sizeof (Tally));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->relations->len; i++)
    {
      const KkrReconRelation *relation = &g_array_index (self->relations, KkrReconRelation, i);
      gpointer place;

      if (relation->family->form == KKR_RECON_SAME || relation->family->form == KKR_RECON_HUNDRED)
        continue;
      if (!g_hash_table_lookup_extended (places, relation->family, NULL, &place))
        {
          Tally tally = { .family = relation->family };

          place = GUINT_TO_POINTER (tallies->len);
          g_array_append_val (tallies, tally);
          g_hash_table_insert (places, relation->family, place);
        }
      tally_relation (self, relation, &g_array_index (tallies, Tally, GPOINTER_TO_UINT (place)));
    }
  return tallies;
}

static guint
find_most (const Tally *tally)
{
  guint most = 0;

  for (guint i = 0; i < N_MODES; i++)
    most = MAX (most, tally->n_reproduced[i]);
  return most;
}

/* "trykt som summen af de trykte tal", or the ways of rounding that give most figures. */
static char *
describe_rule (const Tally *tally, const char *language)
{
  gboolean sum = tally->family->form == KKR_RECON_SUM;
  g_autoptr (GString) text = g_string_new (NULL);
  guint most = find_most (tally);

  if (sum)
    return g_strdup (tally->n_closed == tally->n_figures
                       ? kkr_text_in (language, "summen af de trykte tal",
                                      "the sum of the printed figures")
                       : kkr_text_in (language, "summen er afrundet for sig",
                                      "the sum is rounded by itself"));
  if (tally->family->is_apportioned)
    return g_strdup (kkr_text_in (language, "største brøks metode, så summen er 100",
                                  "largest remainders, so that the sum is 100"));
  for (guint i = 0; i < N_MODES; i++)
    if (tally->n_reproduced[i] == most && most > 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              kkr_text_in (language, modes_da[i], modes_en[i]));
  if (text->len == 0)
    return g_strdup (kkr_text_in (language, "ingen kendt regel", "no known rule"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_texts (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
           GPtrArray *texts_da, GPtrArray *texts_en)
{
  guint n = texts_da->len;
  g_autofree gint32 *codes = g_new (gint32, n + 1);

  for (guint i = 0; i < n; i++)
    codes[i] = (gint32) i;
  g_ptr_array_add (texts_da, NULL);
  g_ptr_array_add (texts_en, NULL);
  kkr_table_builder_add_codes (builder, name, danish, english, codes, n,
                               (const char *const *) texts_da->pdata);
  kkr_table_builder_set_labels_in_english (builder, name, (const char *const *) texts_en->pdata);
}

KkrTable *
kkr_recon_build_rules (const KkrRecon *self, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "rules", "Hvordan der ser ud til at være regnet", "How it seems to have been computed");
  g_autoptr (GArray) tallies = make_tallies (self);
  g_autoptr (GPtrArray) lines_da = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lines_en = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rules_da = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rules_en = g_ptr_array_new_with_free_func (g_free);
  g_autofree gint64 *figures = g_new (gint64, (gsize) tallies->len + 1);
  g_autofree gint64 *reproduced = g_new (gint64, (gsize) tallies->len + 1);
  guint n = 0;

  for (guint i = 0; i < tallies->len; i++)
    {
      const Tally *tally = &g_array_index (tallies, Tally, i);

      if (tally->n_figures < MIN_FIGURES)
        continue;
      g_ptr_array_add (lines_da, kkr_recon_name_line (self, tally->family->by_rows,
                                                      tally->family->target, "da"));
      g_ptr_array_add (lines_en, kkr_recon_name_line (self, tally->family->by_rows,
                                                      tally->family->target, "en"));
      g_ptr_array_add (rules_da, describe_rule (tally, "da"));
      g_ptr_array_add (rules_en, describe_rule (tally, "en"));
      figures[n] = tally->n_figures;
      reproduced[n++] = tally->family->form == KKR_RECON_SUM  ? tally->n_closed
                        : tally->family->is_apportioned ? tally->n_figures
                                                        : find_most (tally);
    }
  add_texts (builder, "line", "Række eller kolonne", "Row or column", lines_da, lines_en);
  add_texts (builder, "rule", "Regel", "Rule", rules_da, rules_en);
  kkr_table_builder_add_int64 (builder, "figures", "Tal", "Figures", KKR_UNIT_COUNT, figures, n);
  kkr_table_builder_add_int64 (builder, "reproduced", "Genskabt", "Reproduced", KKR_UNIT_COUNT,
                               reproduced, n);
  return kkr_table_builder_end (builder, error);
}
