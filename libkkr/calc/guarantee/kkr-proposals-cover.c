/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-columns-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-expression-private.h>
#include <libkkr/base/kkr-format-private.h>

/* The guarantee pays for every empty place and day, though the tariff contains the usual vacancy
 * already. Assumed: the offer costs what its tariff brings in at the usual occupancy, and the part
 * of the tariff that the guarantee covers is the fixed cost. */

/* `full` is what the tariff brings in when all places are taken all days; the other three are parts
 * of 1. Variable cost follows the occupancy; not saved, it stays as at the usual occupancy when
 * places stand empty. */
static const struct {
  const char *name, *danish, *english, *formula;
} columns[KKR_COVER_N] = {
  { "fees", "Takstindtægt", "Fees", "full * occupancy" },
  { "guarantee", "Garantibetaling", "Guarantee", "full * share * (1 - occupancy)" },
  { "priced", "Heraf for tomgang, der er i taksten", "Of this for vacancy that is in the tariff",
    "full * share * (1 - max(occupancy, priced))" },
  { "fixed", "Faste omkostninger", "Fixed cost", "full * share * priced" },
  { "saved", "Variable omkostninger, nedbragt", "Variable cost, reduced",
    "full * (1 - share) * occupancy" },
  { "result", "Resultat, når de nedbringes", "Result when it is reduced",
    "full * occupancy + full * share * (1 - occupancy) - full * share * priced"
    " - full * (1 - share) * occupancy" },
  { "unsaved", "Variable omkostninger, ikke nedbragt", "Variable cost, not reduced",
    "full * (1 - share) * max(occupancy, priced)" },
  { "unsaved-result", "Resultat, når de ikke nedbringes", "Result when it is not reduced",
    "full * occupancy + full * share * (1 - occupancy) - full * share * priced"
    " - full * (1 - share) * max(occupancy, priced)" },
};

const char *
kkr_cover_name (guint cover)
{
  return columns[cover].name;
}

const char *
kkr_cover_title (guint cover, const char *language)
{
  return kkr_text_in (language, columns[cover].danish, columns[cover].english);
}

const char *
kkr_cover_formula (guint cover)
{
  return columns[cover].formula;
}

guint
kkr_cover_nth (const KkrProposals *self, guint n)
{
  return g_array_index (self->covered, guint, n);
}

guint
kkr_cover_n_rows (const KkrProposals *self)
{
  return self->covered->len * self->occupancies->len;
}

guint
kkr_cover_proposal (const KkrProposals *self, guint row, KkrRational *occupancy)
{
  *occupancy = g_array_index (self->occupancies, KkrRational, row % self->occupancies->len);
  return kkr_cover_nth (self, row / self->occupancies->len);
}

/* What `full`, `share`, `priced` and `occupancy` are in the formulas above. */
typedef struct {
  const KkrProposals *self;
  const KkrProposal *proposal;
  KkrRational occupancy;
} Names;

static gboolean
look_up (const char *name, gpointer user_data, KkrRational *value, GError **error)
{
  const Names *names = user_data;
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrInt128 full = (KkrInt128) names->proposal->tariff * names->proposal->places;

  if (g_str_equal (name, "full"))
    {
      /* Below 2^63 * 10^5 * 366. */
      *value = KKR_RATIONAL_INT (full * names->self->days);
      return TRUE;
    }
  if (g_str_equal (name, "share"))
    *value = names->self->terms[KKR_PROPOSALS_SHARE].value;
  else
    *value = g_str_equal (name, "priced") ? names->proposal->occupancy : names->occupancy;
  return kkr_rational_divide (value, &hundred, value) ||
         kkr_rational_overflow (error, _("the share"));
}

gboolean
kkr_cover_compute (const KkrProposals *self, guint row, gint64 *amounts, GError **error)
{
  Names names = { .self = self };

  names.proposal = kkr_proposals_get (self, kkr_cover_proposal (self, row, &names.occupancy));
  for (guint i = 0; i < KKR_COVER_N; i++)
    {
      KkrRational value;

      if (!kkr_expression_evaluate (columns[i].formula, look_up, &names, &value, error))
        return FALSE;
      if (!kkr_rational_round (&value, self->rounding, 1, &amounts[i]))
        return kkr_rational_overflow (error, _("the amount"));
    }
  return TRUE;
}

/* Where fees and guarantee just pay what the offer costs without saving: (b - s) / (1 - s), which
 * is 2b - 1 for a share of a half. And the surplus that is always there with saving. */
gboolean
kkr_cover_break_even (const KkrProposals *self, guint proposal, KkrRational *occupancy,
                      gint64 *surplus)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  const KkrRational *share = &self->terms[KKR_PROPOSALS_SHARE].value;
  const KkrRational *priced = &kkr_proposals_get (self, proposal)->occupancy;
  const Names names = { self, kkr_proposals_get (self, proposal), *priced };
  KkrRational above, left, value;

  *occupancy = (KkrRational) { 0, 0 };
  if (!kkr_rational_subtract (priced, share, &above) ||
      !kkr_rational_subtract (&hundred, share, &left))
    return FALSE;
  if (left.num > 0 && above.num >= 0 &&
      (!kkr_rational_divide (&above, &left, &value) ||
       !kkr_rational_multiply (&value, &hundred, occupancy)))
    return FALSE;
  return kkr_expression_evaluate ("full * share * (1 - priced)", look_up, (gpointer) &names, &value,
                                  NULL) &&
         kkr_rational_round (&value, self->rounding, 1, surplus);
}
