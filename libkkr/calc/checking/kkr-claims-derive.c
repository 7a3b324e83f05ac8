/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-claims-private.h>

#include <string.h>

#include <libkkr/base/kkr-claim-verdict-private.h>
#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/table/kkr-table.h>

#define MAX_CORNERS 10

typedef struct {
  const KkrClaimSet *set;
  KkrDerivationBuilder *builder;
} Derive;

static const KkrClaimVariable *
get_variables (const KkrClaimSet *self)
{
  return (const KkrClaimVariable *) (gpointer) self->variables->data;
}

static void
add_exact (Derive *self, const char *id, const char *danish, const char *english,
           const KkrRational *value)
{
  g_autofree char *exact = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, exact, KKR_UNIT_NONE);
}

static void
add_remark (Derive *self, const char *danish, const char *english)
{
  g_autoptr (KkrNote) note = kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english);

  kkr_derivation_builder_add_note (self->builder, note);
}

/* An id that no figure has. */
static char *
free_id (const Derive *self, const char *wanted)
{
  g_autoptr (GString) id = g_string_new (wanted);
  gboolean taken = TRUE;

  while (taken)
    {
      taken = FALSE;
      for (guint i = 0; i < self->set->variables->len && !taken; i++)
        taken = g_str_equal (get_variables (self->set)[i].name, id->str);
      if (taken)
        g_string_append_c (id, '_');
    }
  return g_string_free (g_steal_pointer (&id), FALSE);
}

/* The numbers of the figures that a formula names. */
static void
add_point (Derive *self, const KkrClaimFormula *formula, const KkrRational *point)
{
  for (guint i = 0; i < self->set->variables->len; i++)
    if (formula->counts[i] > 0)
      {
        const char *name = get_variables (self->set)[i].name;
        const char *printed = self->set->printed->pdata[i];
        g_autofree char *danish = g_strdup_printf ("%s (trykt: %s)", name, printed);
        g_autofree char *english = g_strdup_printf ("%s (printed: %s)", name, printed);

        add_exact (self, name, danish, english, &point[i]);
      }
}

static gboolean
reaches (const KkrClaimFormula *formula, const KkrRational *point, const KkrRational *end)
{
  g_autofree KkrRational *values = g_new (KkrRational, formula->n_nodes);

  return kkr_claim_formula_evaluate (formula, point, values) &&
         kkr_rational_compare (&values[formula->n_nodes - 1], end) == 0;
}

/* Each figure at one of its ends. */
static gboolean
try_corners (const KkrClaimFormula *formula, const KkrClaimVariable *variables, guint n,
             const KkrRational *end, KkrRational *point)
{
  guint used[MAX_CORNERS], n_used = 0;

  for (guint i = 0; i < n; i++)
    {
      point[i] = variables[i].interval.has_lower ? variables[i].interval.lower
                                                 : variables[i].interval.upper;
      if (formula->counts[i] == 0)
        continue;
      if (n_used == MAX_CORNERS || !variables[i].interval.has_lower ||
          !variables[i].interval.has_upper)
        return FALSE;
      used[n_used++] = i;
    }
  for (guint corner = 0; corner < 1u << n_used; corner++)
    {
      for (guint i = 0; i < n_used; i++)
        point[used[i]] = (corner >> i) & 1 ? variables[used[i]].interval.upper
                                           : variables[used[i]].interval.lower;
      if (reaches (formula, point, end))
        return TRUE;
    }
  return FALSE;
}

/* Numbers of the figures, or the ends that they come near to, at which the formula is at the end of
 * what it can be. */
static KkrRational *
find_end (const Derive *self, const KkrClaimFormula *formula, const KkrRational *end)
{
  guint n = self->set->variables->len;
  g_autofree KkrClaimVariable *closed = g_memdup2 (self->set->variables->data, n * sizeof *closed);
  g_autofree KkrInterval *box = g_new (KkrInterval, MAX (n, 1));
  g_autofree KkrRational *point = g_new (KkrRational, MAX (n, 1));
  const KkrClaimCondition condition = { formula, kkr_interval_point (end) };
  KkrClaimProblem problem = { closed, n, &condition, 1, NULL };

  for (guint i = 0; i < n; i++)
    {
      if (closed[i].whole)
        closed[i].interval = kkr_interval_to_whole (&closed[i].interval);
      closed[i].interval.lower_included = closed[i].interval.has_lower;
      closed[i].interval.upper_included = closed[i].interval.has_upper;
      closed[i].has_value = FALSE;
      box[i] = closed[i].interval;
    }
  if (try_corners (formula, closed, n, end, point) ||
      kkr_claim_problem_invert (&problem, box, point))
    return g_steal_pointer (&point);
  return NULL;
}

static void
derive_end (Derive *self, const KkrClaimFormula *formula, const char *text, const KkrRational *end,
            gboolean upper)
{
  g_autofree KkrRational *point = find_end (self, formula, end);
  g_autofree char *id = free_id (self, upper ? "upper" : "lower");
  const char *danish = upper ? "Øvre ende" : "Nedre ende";
  const char *english = upper ? "Upper end" : "Lower end";

  if (point == NULL)
    {
      add_exact (self, id, danish, english, end);
      add_remark (self,
                  "Grænsen er fundet ved intervalregning; formlen kommer ikke længere ud, og måske "
                  "ikke så langt.",
                  "The bound comes from interval arithmetic; the formula goes no further, and "
                  "perhaps not so far.");
      return;
    }
  add_point (self, formula, point);
  kkr_derivation_builder_add_formula (self->builder, id, danish, english, text, KKR_UNIT_NONE);
  add_remark (self,
              "Tallene er de yderste, som de trykte kan stå for; en ende, der ikke hører med til "
              "intervallet, nås ikke helt.",
              "The numbers are the outermost ones that the printed ones can stand for; an end that "
              "does not belong to the interval is not quite reached.");
}

/* Both sides at the numbers where the claim was found to hold. */
static void
derive_verdict (Derive *self, const KkrClaim *claim)
{
  g_autofree char *left = free_id (self, "left_side");
  g_autofree char *right = free_id (self, "right_side");
  g_autofree char *verdict = free_id (self, "verdict");

  if (claim->point != NULL)
    {
      add_point (self, claim->gap, claim->point);
      kkr_derivation_builder_add_formula (self->builder, left, "Venstre side", "Left side",
                                          claim->left, KKR_UNIT_NONE);
      kkr_derivation_builder_add_formula (self->builder, right, "Højre side", "Right side",
                                          claim->right, KKR_UNIT_NONE);
    }
  kkr_derivation_builder_add_text (self->builder, verdict, "Konklusion", "Verdict",
                                   kkr_claim_verdict_in_words (claim->verdict, "da"));
  if (claim->verdict == KKR_CLAIM_VERDICT_IMPOSSIBLE)
    add_remark (self,
                "Ingen tal, der trykkes som de trykte, opfylder påstanden; det er bevist med "
                "intervalregning i brøker.",
                "No numbers that are printed as these are fulfil the claim; this was proven by "
                "interval arithmetic in fractions.");
}

static gboolean
derive_claim (Derive *self, const KkrClaim *claim, const char *column)
{
  if (g_str_equal (column, "verdict"))
    derive_verdict (self, claim);
  else if (g_str_equal (column, "left-lower"))
    derive_end (self, claim->left_formula, claim->left, &claim->left_range.lower, FALSE);
  else if (g_str_equal (column, "left-upper"))
    derive_end (self, claim->left_formula, claim->left, &claim->left_range.upper, TRUE);
  else if (g_str_equal (column, "right-lower"))
    derive_end (self, claim->right_formula, claim->right, &claim->right_range.lower, FALSE);
  else if (g_str_equal (column, "right-upper"))
    derive_end (self, claim->right_formula, claim->right, &claim->right_range.upper, TRUE);
  else
    return FALSE;
  return TRUE;
}

/* The printed number and half of what its last digit is worth. */
static void
derive_bound (Derive *self, guint row, gboolean upper)
{
  const KkrClaimVariable *variable = &get_variables (self->set)[row];
  const KkrRational *precision = &g_array_index (self->set->precisions, KkrRational, row);
  const char *id = upper ? "upper" : "lower";
  const char *danish = upper ? "Øvre ende" : "Nedre ende";
  const char *english = upper ? "Upper end" : "Lower end";

  if (precision->num == 0)
    {
      add_exact (self, id, danish, english, &variable->value);
      return;
    }
  add_exact (self, "printed", "Trykt tal", "Printed number", &variable->value);
  add_exact (self, "digit", "Værdien af 1 i det sidste trykte ciffer",
             "What 1 in the last printed digit is worth", precision);
  if (!variable->whole)
    kkr_derivation_builder_add_formula (self->builder, id, danish, english,
                                        upper ? "printed + digit / 2" : "printed - digit / 2",
                                        KKR_UNIT_NONE);
  else
    {
      KkrInterval whole = kkr_interval_to_whole (&variable->interval);

      add_exact (self, id, upper ? "Største hele tal" : "Mindste hele tal",
                 upper ? "Largest whole number" : "Smallest whole number",
                 upper ? &whole.upper : &whole.lower);
    }
}

static gboolean
derive_figure (Derive *self, guint row, const char *column)
{
  if (g_str_equal (column, "lower") || g_str_equal (column, "upper"))
    derive_bound (self, row, g_str_equal (column, "upper"));
  else if (g_str_equal (column, "witness"))
    {
      add_exact (self, "witness", "Et tal, som alle påstande holder for",
                 "A number for which all claims hold", &self->set->point[row]);
      add_remark (self, "Tallet er valgt blandt de mulige og prøvet ved indsættelse.",
                  "The number was chosen among the possible ones and tried by substitution.");
    }
  else if (g_str_equal (column, "remains-lower") || g_str_equal (column, "remains-upper"))
    {
      gboolean upper = g_str_equal (column, "remains-upper");

      add_exact (self, "remains", upper ? "Øvre ende" : "Nedre ende",
                 upper ? "Upper end" : "Lower end",
                 upper ? &self->set->remains[row].upper : &self->set->remains[row].lower);
      add_remark (self, "Uden for grænsen er alle påstande tilsammen bevist umulige.",
                  "Beyond the bound all claims together are proven to be impossible.");
    }
  else
    return FALSE;
  return TRUE;
}

KkrDerivation *
kkr_claim_set_derive (const KkrClaimSet *self, KkrResult *result, const char *column, guint row,
                      GError **error)
{
  const char *bare = strrchr (column, '.') != NULL ? strrchr (column, '.') + 1 : column;
  gboolean of_figures = g_str_has_prefix (column, "figures.");
  KkrTable *table = kkr_result_get_table_named (result, of_figures ? "figures" : "claims");
  KkrColumn *cells = kkr_table_get_column (table, bare);
  const char *key = of_figures ? get_variables (self)[row].name : NULL;
  Derive derive = { self, NULL };
  g_autoptr (KkrDerivationBuilder) builder = NULL;
  gboolean done;

  if (g_str_has_prefix (column, "together.") || cells == NULL)
    return NULL;
  if (!of_figures)
    key = ((KkrClaim *) self->claims->pdata[row])->text;
  derive.builder = builder = kkr_derivation_builder_new (column, key);
  kkr_derivation_builder_set_title (builder, kkr_column_get_title (cells),
                                    kkr_column_get_title_in (cells, "en"));
  done = of_figures ? derive_figure (&derive, row, bare)
                    : derive_claim (&derive, self->claims->pdata[row], bare);
  return done ? kkr_derivation_builder_end (builder, error) : NULL;
}
