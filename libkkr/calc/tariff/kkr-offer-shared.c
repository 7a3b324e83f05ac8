/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-tariff-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/kernel/kkr-apportion.h>

/* The joint costs of an offer, shared between its packages to the øre. */

/* The packages of a few thousand offers: what a person writes. */
#define MAX_PACKAGES 10000

const KkrSheetColumn kkr_shared_columns[] = {
  { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, TRUE },
  { "cost", "Udgift|Cost", KKR_SHEET_TEXT },
  { "amount", "Beløb|Amount", KKR_SHEET_AMOUNT, TRUE },
  /* Its type is known when the class is. */
  { "key", "Fordelingsnøgle|Key", KKR_SHEET_CHOICE, FALSE, G_TYPE_INVALID, "pladser;døgn;vægt" },
  { NULL },
};

/* The rows of each offer, as a GArray of guint. */
static GHashTable *
group_rows (const KkrOfferPlan *self)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                              (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const KkrOfferRow *row = kkr_offer_plan_get_row (self, i);
      GArray *group = g_hash_table_lookup (groups, row->offer);

      if (group == NULL)
        {
          group = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (groups, (gpointer) row->offer, group);
        }
      g_array_append_val (group, i);
    }
  return groups;
}

static gboolean
find_weight (const KkrOfferRow *row, KkrPackageKey key, KkrRational *weight)
{
  const KkrRational places = KKR_RATIONAL_INT (row->places), days = KKR_RATIONAL_INT (row->days);

  switch (key)
    {
    case KKR_PACKAGE_KEY_PLACES:
      *weight = places;
      return TRUE;
    case KKR_PACKAGE_KEY_WEIGHT:
      *weight = row->weight;
      return TRUE;
    case KKR_PACKAGE_KEY_PLACE_DAYS:
      return kkr_rational_multiply (&places, &days, weight) &&
             kkr_rational_multiply (weight, &row->occupancy, weight);
    case KKR_PACKAGE_KEY_UNSET:
    default:
      return FALSE;
    }
}

/* Fractions as whole numbers in the same proportion. */
static gboolean
scale_weights (const KkrRational *weights, guint n, gint64 *whole)
{
  KkrRational common = KKR_RATIONAL_INT (1);

  for (guint i = 0; i < n; i++)
    {
      KkrRational den = KKR_RATIONAL_INT (weights[i].den), rest;

      /* What is left of the denominator when it is divided by what there is already. */
      if (!kkr_rational_divide (&den, &common, &rest))
        return FALSE;
      den = KKR_RATIONAL_INT (rest.num);
      if (!kkr_rational_multiply (&common, &den, &common))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      KkrRational scaled;

      if (!kkr_rational_multiply (&weights[i], &common, &scaled) || scaled.den != 1 ||
          scaled.num > G_MAXINT64)
        return FALSE;
      whole[i] = (gint64) scaled.num;
    }
  return TRUE;
}

static void
complain (KkrOfferPlan *self, guint cost, guint column, KkrCalcError code, const char *text)
{
  kkr_offer_plan_complain_at (self, self->costs, cost, column, "shared-costs", code, "%s", text);
}

static void
add_shares (KkrOfferPlan *self, guint cost, const GArray *group, KkrPackageKey key,
            const gint64 *weights, const gint64 *amounts)
{
  guint first = self->shares->len;

  for (guint k = 0; k < group->len; k++)
    {
      guint row = g_array_index (group, guint, k);
      KkrOfferShare share = { .row = row, .cost = cost, .first = first, .n = group->len,
                              .key = key, .weight = weights[k], .amount = amounts[k] };
      KkrOfferRow *of = &g_array_index (self->rows, KkrOfferRow, row);

      g_array_append_val (self->shares, share);
      if (__builtin_add_overflow (of->amounts[KKR_TARIFF_SHARED_COST], amounts[k],
                                  &of->amounts[KKR_TARIFF_SHARED_COST]))
        complain (self, cost, KKR_SHARED_COLUMN_AMOUNT, KKR_CALC_ERROR_OVERFLOW,
                  _("too much money: joint costs beyond 92 million milliards found, less "
                    "expected"));
    }
}

static void
share (KkrOfferPlan *self, guint cost, const GArray *group, KkrPackageKey key, gint64 total)
{
  g_autofree KkrRational *weights = g_new (KkrRational, group->len);
  g_autofree gint64 *whole = g_new (gint64, group->len);
  g_autoptr (KkrApportionment) shares = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  for (guint k = 0; k < group->len; k++)
    ok = ok && find_weight (kkr_offer_plan_get_row (self, g_array_index (group, guint, k)), key,
                            &weights[k]);
  if (!ok || !scale_weights (weights, group->len, whole))
    {
      complain (self, cost, KKR_SHARED_COLUMN_KEY, KKR_CALC_ERROR_OVERFLOW,
                _("weights of the packages with too many digits found, fewer expected"));
      return;
    }
  shares = kkr_apportion_full (total, whole, group->len, KKR_APPORTION_METHOD_LARGEST_REMAINDER, 1,
                               KKR_TIE_RULE_FIRST, &error);
  if (shares == NULL)
    {
      complain (self, cost, KKR_SHARED_COLUMN_KEY, (KkrCalcError) error->code, error->message);
      return;
    }
  self->n_ties += kkr_apportionment_has_ties (shares);
  add_shares (self, cost, group, key, whole, kkr_apportionment_get_shares (shares, NULL));
}

static void
share_cost (KkrOfferPlan *self, guint cost, GHashTable *groups)
{
  const char *offer = kkr_sheet_get_text (self->costs, cost, KKR_SHARED_COLUMN_OFFER);
  gint64 total = kkr_sheet_get_amount (self->costs, cost, KKR_SHARED_COLUMN_AMOUNT);
  const GArray *group = g_hash_table_lookup (groups, offer);
  int key = kkr_sheet_get_choice (self->costs, cost, KKR_SHARED_COLUMN_KEY);

  if (key == KKR_PACKAGE_KEY_UNSET)
    key = (int) self->shared_key;
  if (group == NULL)
    {
      g_autofree char *text = g_strdup_printf (_("joint costs of an offer that is not among the "
                                                 "offers: \"%s\" found, one of them expected"),
                                               offer);

      complain (self, cost, KKR_SHARED_COLUMN_OFFER, KKR_CALC_ERROR_INCONSISTENT, text);
    }
  else if (total < 0)
    {
      g_autofree char *found = kkr_message_amount (total);
      g_autofree char *text = g_strdup_printf (_("a negative cost of %s: %s found, 0 or more "
                                                 "expected"), offer, found);

      complain (self, cost, KKR_SHARED_COLUMN_AMOUNT, KKR_CALC_ERROR_OUT_OF_RANGE, text);
    }
  else if (group->len > MAX_PACKAGES)
    complain (self, cost, KKR_SHARED_COLUMN_OFFER, KKR_CALC_ERROR_OUT_OF_RANGE,
              _("an offer with more than 10000 packages found, fewer expected"));
  else
    share (self, cost, group, (KkrPackageKey) key, total);
}

void
kkr_offer_plan_share_costs (KkrOfferPlan *self)
{
  g_autoptr (GHashTable) groups = NULL;

  if (self->offers == NULL && kkr_calculator_is_assigned (self->calculator, "shared-costs"))
    kkr_offer_plan_complain (self, "shared-costs", KKR_CALC_ERROR_INCONSISTENT,
                             _("joint costs without a table of offers found, one with the "
                               "packages that share them expected"));
  if (self->costs == NULL || self->offers == NULL)
    return;
  groups = group_rows (self);
  for (guint i = 0; i < kkr_sheet_get_n_rows (self->costs) && self->error == NULL; i++)
    share_cost (self, i, groups);
}
