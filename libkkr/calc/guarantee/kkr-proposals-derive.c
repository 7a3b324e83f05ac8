/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-steps-private.h>

#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/calc/kkr-result.h>

static int
find_amount (const char *column)
{
  for (int k = 0; k < KKR_PROPOSALS_N_AMOUNTS; k++)
    if (g_str_equal (column, kkr_proposals_amount_name ((guint) k)))
      return k;
  return -1;
}

static void
add_basis (KkrProposalsSteps *steps, guint i, int amount)
{
  const KkrProposal *proposal = kkr_proposals_get (steps->self, i);

  kkr_proposals_steps_own (steps, "tariff", "Takst pr. døgn", "Tariff per day", i,
                           proposal->tariff, KKR_UNIT_AMOUNT);
  kkr_proposals_steps_own (steps, "places", "Pladser", "Places", i, proposal->places,
                           KKR_UNIT_PLACES);
  if (amount != KKR_PROPOSALS_ALTERNATIVE)
    kkr_proposals_steps_term (steps, KKR_PROPOSALS_SHARE);
  if (amount == KKR_PROPOSALS_EXPECTED)
    kkr_proposals_steps_value (steps, "vacancy", "Forventet andel tomme døgn",
                               "Expected share of empty days", &proposal->vacancy,
                               KKR_UNIT_PERCENT);
}

static char *
period_of (const KkrProposalsPart *part, const char *language)
{
  g_autofree char *from = kkr_date_format (part->from, language);
  g_autofree char *to = kkr_date_format (part->to, language);

  return g_strdup_printf ("%s - %s", from, to);
}

/* The days of a part and its amount, by what add_basis() added. */
static void
add_part (KkrProposalsSteps *steps, guint index, int amount, const char *id)
{
  KkrProposals *self = steps->self;
  const KkrProposalsPart *part = &g_array_index (self->parts, KkrProposalsPart, index);
  guint k = index - kkr_proposals_get (self, part->proposal)->first + 1;
  g_autofree char *days = g_strdup_printf ("days_%u", k), *share = g_strdup_printf ("share_%u", k);
  g_autofree char *da = period_of (part, "da"), *en = period_of (part, "en");
  g_autofree char *days_da = g_strdup_printf ("Døgn, %s", da);
  g_autofree char *days_en = g_strdup_printf ("Days, %s", en);
  g_autofree char *formula = NULL;
  const KkrRational n = KKR_RATIONAL_INT (part->days);

  kkr_proposals_steps_value (steps, days, days_da, days_en, &n, KKR_UNIT_DAYS);
  if (amount == KKR_PROPOSALS_ALTERNATIVE)
    {
      g_autofree char *title_da = g_strdup_printf ("Aftrappet dækning, %u. år", part->nth + 1);
      g_autofree char *title_en = g_strdup_printf ("Stepped cover, year %u", part->nth + 1);

      kkr_proposals_steps_value (steps, share, title_da, title_en,
                                 &self->alternative[part->nth].value, KKR_UNIT_PERCENT);
      kkr_proposals_steps_source (steps, self->alternative[part->nth].fact);
      formula = g_strdup_printf ("share_%u / 100 * tariff * places * days_%u", k, k);
    }
  else
    formula = g_strdup_printf (amount == KKR_PROPOSALS_EXPECTED
                               ? "share / 100 * vacancy / 100 * tariff * places * days_%u"
                               : "share / 100 * tariff * places * days_%u", k);
  kkr_derivation_builder_add_rounding (steps->builder, id, da, en, formula, KKR_UNIT_AMOUNT,
                                       self->rounding, "1");
}

/* The day before `end`. */
static gboolean
derive_day (KkrProposalsSteps *steps, gint32 end)
{
  g_autofree char *text = end != KKR_DATE_MIN ? kkr_date_format (end - 1, "da")
                                              : g_strdup ("ibrugtagning ikke oplyst");

  kkr_derivation_builder_add_text (steps->builder, "day", "Dato", "Date", text);
  return TRUE;
}

static void
derive_total (KkrProposalsSteps *steps, int amount)
{
  KkrProposalsTerms terms = kkr_proposals_terms_new ();

  for (guint i = 0; i < steps->self->proposals->len; i++)
    {
      const KkrProposal *proposal = kkr_proposals_get (steps->self, i);

      if (proposal->amounts[amount] != KKR_PROPOSALS_UNKNOWN)
        kkr_proposals_terms_add (&terms, g_strdup (proposal->name), proposal->amounts[amount]);
    }
  kkr_proposals_terms_end (&terms, steps, "total", "I alt", "Total", KKR_UNIT_AMOUNT);
}

static gboolean
derive_proposals (KkrProposalsSteps *steps)
{
  int amount = find_amount (steps->column);
  guint i = (guint) MAX (steps->row, 0);
  const KkrProposal *proposal;
  KkrProposalsFold fold;

  if (amount >= 0 && steps->row < 0)
    {
      derive_total (steps, amount);
      return TRUE;
    }
  proposal = kkr_proposals_get (steps->self, i);
  if (g_str_equal (steps->column, "from"))
    return derive_day (steps, proposal->start != KKR_DATE_MIN ? proposal->start + 1
                                                              : KKR_DATE_MIN);
  if (g_str_equal (steps->column, "to"))
    return derive_day (steps, proposal->expiry);
  if (g_str_equal (steps->column, "places") || g_str_equal (steps->column, "shared-places"))
    kkr_proposals_steps_own (steps, "places", "Pladser", "Places", i,
                             g_str_equal (steps->column, "places") ? proposal->places
                                                                   : proposal->shared,
                             KKR_UNIT_PLACES);
  else if (g_str_equal (steps->column, "tariff"))
    kkr_proposals_steps_own (steps, "tariff", "Takst pr. døgn", "Tariff per day", i,
                             proposal->tariff, KKR_UNIT_AMOUNT);
  if (amount < 0)
    return g_str_has_suffix (steps->column, "places") || g_str_equal (steps->column, "tariff");
  if (proposal->amounts[amount] == KKR_PROPOSALS_UNKNOWN)
    return FALSE;
  add_basis (steps, i, amount);
  kkr_proposals_fold_init (&fold, steps, NULL, "amount",
                           kkr_proposals_amount_title ((guint) amount, "da"),
                           kkr_proposals_amount_title ((guint) amount, "en"), KKR_UNIT_AMOUNT);
  for (guint k = 0; k < proposal->n_parts; k++)
    {
      g_autofree char *id = g_strdup_printf ("amount_%u", k + 1);

      add_part (steps, proposal->first + k, amount, id);
      kkr_proposals_fold_add (&fold, id);
    }
  kkr_proposals_fold_end (&fold);
  return TRUE;
}

static gboolean
derive_exposure (KkrProposalsSteps *steps)
{
  int amount = find_amount (steps->column);
  const KkrProposalsPart *part;
  KkrRational number;

  if (amount >= 0 && steps->row < 0)
    {
      derive_total (steps, amount);
      return TRUE;
    }
  part = &g_array_index (steps->self->parts, KkrProposalsPart, MAX (steps->row, 0));
  if (g_str_equal (steps->column, "from"))
    return derive_day (steps, part->from + 1);
  if (g_str_equal (steps->column, "to"))
    return derive_day (steps, part->to + 1);
  if (amount >= 0 && part->amounts[amount] != KKR_PROPOSALS_UNKNOWN)
    {
      add_basis (steps, part->proposal, amount);
      add_part (steps, (guint) steps->row, amount, "amount");
      return TRUE;
    }
  if (g_str_equal (steps->column, "days"))
    number = KKR_RATIONAL_INT (part->days);
  else if (g_str_equal (steps->column, "year"))
    number = KKR_RATIONAL_INT (part->year);
  else if (g_str_equal (steps->column, "guarantee-year"))
    number = KKR_RATIONAL_INT (part->nth + 1);
  else
    return FALSE;
  if (g_str_equal (steps->column, "days"))
    {
      g_autofree char *da = period_of (part, "da"), *en = period_of (part, "en");

      kkr_proposals_steps_value (steps, "days", da, en, &number, KKR_UNIT_DAYS);
    }
  else
    kkr_proposals_steps_value (steps, "year", "År", "Year", &number, KKR_UNIT_NONE);
  return TRUE;
}

static gboolean
derive_years (KkrProposalsSteps *steps)
{
  g_autoptr (GArray) years = kkr_proposals_years (steps->self);
  int amount = find_amount (steps->column);
  KkrProposalsTerms terms;
  int year;

  if (amount >= 0 && steps->row < 0)
    {
      derive_total (steps, amount);
      return TRUE;
    }
  year = g_array_index (years, int, MAX (steps->row, 0));
  if (g_str_equal (steps->column, "year"))
    {
      const KkrRational number = KKR_RATIONAL_INT (year);

      kkr_proposals_steps_value (steps, "year", "År", "Year", &number, KKR_UNIT_NONE);
      return TRUE;
    }
  if (amount < 0)
    return FALSE;
  terms = kkr_proposals_terms_new ();
  for (guint i = 0; i < steps->self->parts->len; i++)
    {
      const KkrProposalsPart *part = &g_array_index (steps->self->parts, KkrProposalsPart, i);
      g_autofree char *period = period_of (part, "da");

      if (part->year == year && part->amounts[amount] != KKR_PROPOSALS_UNKNOWN)
        kkr_proposals_terms_add (&terms, g_strdup_printf (
            "%s, %s", kkr_proposals_get (steps->self, part->proposal)->name, period),
            part->amounts[amount]);
    }
  kkr_proposals_terms_end (&terms, steps, "amount",
                           kkr_proposals_amount_title ((guint) amount, "da"),
                           kkr_proposals_amount_title ((guint) amount, "en"), KKR_UNIT_AMOUNT);
  return TRUE;
}

static gboolean
derive_table (KkrProposalsSteps *steps, const char *table)
{
  static const struct {
    const char *table;
    gboolean (*derive) (KkrProposalsSteps *steps);
  } tables[] = {
    { "proposals", derive_proposals },
    { "exposure", derive_exposure },
    { "years", derive_years },
    { "summary", kkr_proposals_derive_summary },
    { "ranking", kkr_proposals_derive_ranking },
    { "selection", kkr_proposals_derive_selection },
    { "need", kkr_proposals_derive_need },
    { "cover", kkr_proposals_derive_cover },
    { "break-even", kkr_proposals_derive_break_even },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (table, tables[i].table))
      return tables[i].derive (steps);
  return FALSE;
}

KkrDerivation *
kkr_proposals_derive (KkrProposals *self, KkrResult *result, const char *column, gint64 row,
                      GError **error)
{
  const char *dot = strchr (column, '.');
  g_autofree char *name = dot != NULL ? g_strndup (column, (gsize) (dot - column))
                                      : g_strdup ("proposals");
  KkrTable *table = kkr_result_get_table_named (result, name);
  const char *bare = dot != NULL ? dot + 1 : column;
  KkrColumn *cells = kkr_table_get_column (table, bare);
  g_autofree char *key = row >= 0 ? kkr_table_dup_row_key (table, (guint) row) : g_strdup ("I alt");
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new (column, key);
  KkrProposalsSteps steps = { self, builder, bare, row };

  if (kkr_column_get_kind (cells) == KKR_COLUMN_KIND_TEXT)
    return NULL;
  kkr_derivation_builder_set_title (builder, kkr_column_get_title (cells),
                                    kkr_column_get_title_in (cells, "en"));
  if (self->reg != NULL)
    kkr_derivation_builder_set_register (builder, kkr_register_get_data_version (self->reg),
                                         kkr_register_get_sha256 (self->reg));
  return derive_table (&steps, name) ? kkr_derivation_builder_end (builder, error) : NULL;
}
