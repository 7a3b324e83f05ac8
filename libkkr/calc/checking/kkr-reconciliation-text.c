/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <libkkr/base/kkr-format-private.h>

/* What is found, as a reader is told it. */

#define MAX_DECIMALS 4
#define MAX_NAMED 4

static gboolean
in_danish (const char *language)
{
  return !kkr_language_is_english (language);
}

char *
kkr_recon_name_line (const KkrRecon *self, gboolean row, guint line, const char *language)
{
  const char *label = row ? self->rows[line].label : self->columns[line].label;

  if (*label != '\0')
    return g_strdup (label);
  if (row)
    return g_strdup_printf (in_danish (language) ? "række %u" : "row %u", line + 1);
  return g_strdup_printf (in_danish (language) ? "talkolonne %u" : "column %u of numbers",
                          line + 1);
}

char *
kkr_recon_place (const KkrRecon *self, guint row, guint column, const char *language)
{
  g_autofree char *first = kkr_recon_name_line (self, TRUE, row, language);
  g_autofree char *second = kkr_recon_name_line (self, FALSE, column, language);

  if (self->n_columns == 1 && *self->columns[column].label == '\0')
    return g_steal_pointer (&first);
  return g_strconcat (first, " / ", second, NULL);
}

/* Of percentages that make up a whole: the heading of their group, if they have one, and the lane.
 */
char *
kkr_recon_place_group (const KkrRecon *self, const KkrReconRelation *relation,
                       const char *language)
{
  const KkrReconFamily *family = relation->family;
  g_autofree char *lane = kkr_recon_name_line (self, !family->by_rows, relation->lane, language);
  const char *group = "";

  if (!family->by_rows)
    {
      if (kkr_printed_table_get_n_heading_parts (self->printed) > 1)
        group = kkr_printed_table_get_heading_part (self->printed, family->terms[0], 0);
      return *group != '\0' ? g_strconcat (lane, " / ", group, NULL) : g_strdup (lane);
    }
  for (guint row = family->terms[0]; row-- > 0 && *group == '\0';)
    if ((self->rows[row].flags & KKR_LABEL_HEADER) != 0)
      group = self->rows[row].label;
  if (*group == '\0' && kkr_printed_table_get_n_label_parts (self->printed) > 1)
    group = kkr_printed_table_get_label_part (self->printed, family->terms[0], 0);
  return *group != '\0' ? g_strconcat (group, " / ", lane, NULL) : g_strdup (lane);
}

static const KkrPrintedCell *
find_printed (const KkrRecon *self, const KkrReconRelation *relation, guint line)
{
  guint row, column;

  kkr_recon_locate (relation, line, &row, &column);
  return kkr_printed_table_get_cell (self->printed, row, column);
}

static char *
format (const KkrRational *value, guint decimals, const char *language)
{
  if (value->den == 1 || decimals > MAX_DECIMALS)
    return kkr_format_decimals (value, decimals, language);
  return kkr_format_exact (value, MAX (decimals, MAX_DECIMALS), language);
}

/* " (1 mindre)": the printed one is `difference` less or more. */
static char *
format_difference (const KkrRational *difference, const char *language)
{
  KkrRational size = *difference;
  g_autofree char *number = NULL;

  if (size.num == 0)
    return g_strdup ("");
  if (size.num < 0)
    size.num = -size.num;
  number = kkr_format_exact (&size, MAX_DECIMALS, language);
  if (difference->num > 0)
    return g_strdup_printf (in_danish (language) ? " (%s mindre)" : " (%s less)", number);
  return g_strdup_printf (in_danish (language) ? " (%s mere)" : " (%s more)", number);
}

static char *
list_terms (const KkrRecon *self, const KkrReconRelation *relation, const char *language)
{
  const KkrReconFamily *family = relation->family;
  gboolean row = family->by_rows, danish = in_danish (language);
  g_autoptr (GString) text = g_string_new (NULL);

  if (family->n_terms > MAX_NAMED)
    {
      g_autofree char *first = kkr_recon_name_line (self, row, family->terms[0], language);
      g_autofree char *last = kkr_recon_name_line (self, row, family->terms[family->n_terms - 1],
                                                   language);

      if (danish)
        return g_strdup_printf (row ? "de %u rækker fra »%s« til »%s«"
                                    : "de %u kolonner fra »%s« til »%s«",
                                family->n_terms, first, last);
      return g_strdup_printf (row ? "the %u rows from »%s« to »%s«"
                                  : "the %u columns from »%s« to »%s«",
                              family->n_terms, first, last);
    }
  for (guint i = 0; i < family->n_terms; i++)
    {
      g_autofree char *name = kkr_recon_name_line (self, row, family->terms[i], language);

      if (i > 0)
        g_string_append (text, i + 1 < family->n_terms ? ", " : danish ? " og " : " and ");
      g_string_append_printf (text, "%s»%s«",
                              family->signs[i] >= 0 ? "" : danish ? "minus " : "minus ", name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "21.502" as it is printed at a line. */
static const char *
show (const KkrRecon *self, const KkrReconRelation *relation, guint line, guint lane)
{
  guint row = relation->family->by_rows ? line : lane;
  guint column = relation->family->by_rows ? lane : line;

  return kkr_printed_table_get_cell (self->printed, row, column)->text;
}

static char *
describe_share (const KkrRecon *self, const KkrReconRelation *relation, const char *language)
{
  const KkrReconFamily *family = relation->family;
  gboolean danish = in_danish (language);
  const char *part = show (self, relation, family->terms[0], relation->lane);
  g_autofree char *name = kkr_recon_name_line (self, family->by_rows, family->terms[0], language);

  if (family->base == NULL)
    return g_strdup_printf (danish ? "%s (»%s«) i procent af den total, som de øvrige andele peger "
                                     "på, er"
                                   : "%s (»%s«) in per cent of the total that the other shares "
                                     "point to is", part, name);
  if (family->n_base == 1)
    return g_strdup_printf (danish ? "%s af %s (»%s«) i procent er"
                                   : "%s of %s (»%s«) in per cent is", part,
                            show (self, relation, family->terms[0], family->base[0]), name);
  return g_strdup_printf (danish ? "%s i procent af summen af »%s« er"
                                 : "%s in per cent of the sum of »%s« is", part, name);
}

static char *
describe_quotient (const KkrRecon *self, const KkrReconRelation *relation, const char *language)
{
  const KkrReconFamily *family = relation->family;
  gboolean danish = in_danish (language);
  const char *first = show (self, relation, family->terms[0], relation->lane);
  const char *second;
  g_autofree char *a = NULL, *b = NULL;

  if (family->form == KKR_RECON_SHARE)
    return describe_share (self, relation, language);
  second = show (self, relation, family->terms[1], relation->lane);
  a = kkr_recon_name_line (self, family->by_rows, family->terms[0], language);
  b = kkr_recon_name_line (self, family->by_rows, family->terms[1], language);
  if (family->form == KKR_RECON_GROWTH)
    return g_strdup_printf (family->signs[0] > 0
                              ? (danish ? "ændringen i procent fra %s (»%s«) til %s (»%s«) er"
                                        : "the change in per cent from %s (»%s«) to %s (»%s«) is")
                              : (danish ? "faldet i procent fra %s (»%s«) til %s (»%s«) er"
                                        : "the fall in per cent from %s (»%s«) to %s (»%s«) is"),
                            first, a, second, b);
  if (family->form == KKR_RECON_PRODUCT)
    return g_strdup_printf (danish ? "%s (»%s«) gange %s (»%s«) er"
                                   : "%s (»%s«) times %s (»%s«) is", first, a, second, b);
  if (family->factor == 100)
    return g_strdup_printf (danish ? "%s (»%s«) i procent af %s (»%s«) er"
                                   : "%s (»%s«) in per cent of %s (»%s«) is", first, a, second, b);
  return g_strdup_printf (danish ? "%s (»%s«) delt med %s (»%s«) er"
                                 : "%s (»%s«) divided by %s (»%s«) is", first, a, second, b);
}

/* What the figure ought to be, in words: "summen af de 11 rækker er". */
static char *
describe_formula (const KkrRecon *self, const KkrReconRelation *relation, const char *language)
{
  const KkrReconFamily *family = relation->family;
  gboolean danish = in_danish (language), row = family->by_rows;
  g_autofree char *terms = NULL, *a = NULL, *b = NULL;

  if (family->form == KKR_RECON_SUM && family->n_terms == 2 && family->signs[0] != family->signs[1])
    {
      guint plus = family->signs[0] > 0 ? 0 : 1;

      a = kkr_recon_name_line (self, row, family->terms[plus], language);
      b = kkr_recon_name_line (self, row, family->terms[1 - plus], language);
      return g_strdup_printf (danish ? "»%s« minus »%s« er" : "»%s« less »%s« is", a, b);
    }
  if (family->form <= KKR_RECON_MEAN || family->form == KKR_RECON_HUNDRED)
    {
      terms = list_terms (self, relation, language);
      if (family->form == KKR_RECON_MEAN)
        return g_strdup_printf (danish ? "gennemsnittet af %s er" : "the mean of %s is", terms);
      return g_strdup_printf (danish ? "summen af %s er" : "the sum of %s is", terms);
    }
  if (family->form != KKR_RECON_SAME)
    return describe_quotient (self, relation, language);
  a = kkr_recon_name_line (self, row, family->terms[0], language);
  return g_strdup_printf (danish ? "det andet sted med »%s« står der"
                                 : "the other place with »%s« says", a);
}

/* "Afrunding kan forklare op til 6." */
static char *
describe_slack (const KkrReconRelation *relation, const KkrReconFigures *figures,
                const char *language)
{
  gboolean danish = in_danish (language);
  g_autofree char *slack = NULL;

  if (figures->difference.num == 0 || !figures->has_slack)
    return g_strdup ("");
  if (relation->is_together)
    return g_strdup (danish ? " Andelene er afrundet sammen, så de giver 100."
                            : " The shares are rounded together, so that they make up 100.");
  slack = kkr_format_exact (&figures->slack, 2, language);
  if (relation->verdict == KKR_CLAIM_VERDICT_IMPOSSIBLE && !relation->is_rounded)
    return g_strdup_printf (
      relation->rounded == KKR_CLAIM_VERDICT_POSSIBLE
        ? (danish ? " Det er antal, som ikke er afrundet; var det afrundede tal, kunne afrunding "
                    "forklare op til %s."
                  : " These are counts, which nobody rounds; were they rounded, rounding could "
                    "explain up to %s.")
        : (danish ? " Afrunding kunne højst forklare %s." : " Rounding could explain %s at most."),
      slack);
  if (relation->verdict == KKR_CLAIM_VERDICT_IMPOSSIBLE)
    return g_strdup_printf (danish ? " Afrunding kan højst forklare %s."
                                   : " Rounding can explain %s at most.", slack);
  if (relation->family->form == KKR_RECON_SUM || relation->family->form == KKR_RECON_HUNDRED)
    return g_strdup_printf (danish ? " Afrunding kan forklare op til %s."
                                   : " Rounding can explain up to %s.", slack);
  return g_strdup ("");
}

char *
kkr_recon_describe (const KkrRecon *self, const KkrReconRelation *relation, const char *language)
{
  const KkrReconFamily *family = relation->family;
  gboolean danish = in_danish (language);
  const KkrPrintedCell *cell = find_printed (self, relation, family->target);
  g_autofree char *formula = describe_formula (self, relation, language);
  g_autofree char *lane = kkr_recon_name_line (self, !family->by_rows, relation->lane, language);
  g_autofree char *target = kkr_recon_name_line (self, family->by_rows, family->target, language);
  g_autofree char *printed = NULL, *computed = NULL, *apart = NULL, *slack = NULL;
  KkrReconFigures figures;

  if (!kkr_recon_measure (self, relation, &figures))
    return g_strdup_printf ("%s / %s", target, lane);
  computed = format (&figures.computed, cell->decimals, language);
  apart = relation->verdict == KKR_CLAIM_VERDICT_POSSIBLE && family->form > KKR_RECON_MEAN &&
              family->form != KKR_RECON_HUNDRED
            ? g_strdup ("") : format_difference (&figures.difference, language);
  slack = describe_slack (relation, &figures, language);
  if (family->form == KKR_RECON_HUNDRED)
    {
      g_autofree char *place = kkr_recon_place_group (self, relation, language);

      return g_strdup_printf ("%s: %s %s%s%s.%s", place, formula, computed,
                              figures.difference.num == 0 ? "" : danish ? ", ikke 100"
                                                                        : ", not 100",
                              apart, slack);
    }
  printed = kkr_format_decimals (&figures.printed, cell->decimals, language);
  if (family->by_rows && self->n_columns == 1 && *self->columns[0].label == '\0')
    return g_strdup_printf (danish ? "%s: trykt %s, %s %s%s.%s" : "%s: printed %s, %s %s%s.%s",
                            target, printed, formula, computed, apart, slack);
  return g_strdup_printf (family->by_rows
                            ? (danish ? "%s i kolonnen %s: trykt %s, %s %s%s.%s"
                                      : "%s in the column %s: printed %s, %s %s%s.%s")
                            : (danish ? "%s i rækken %s: trykt %s, %s %s%s.%s"
                                      : "%s in the row %s: printed %s, %s %s%s.%s"),
                          target, lane, printed, formula, computed, apart, slack);
}
