/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-bills-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/kernel/kkr-apportion.h>
#include <libkkr/register/kkr-fact-private.h>

#define NO_CODE G_MAXINT32

static void
clear_payer (gpointer item)
{
  KkrSecuredPayer *payer = item;

  g_free (payer->name);
  g_clear_object (&payer->fact);
}

void
kkr_secured_bills_free (KkrSecuredBills *self)
{
  g_clear_pointer (&self->users, kkr_sheet_free);
  g_clear_pointer (&self->key, kkr_sheet_free);
  g_clear_pointer (&self->payers, g_array_unref);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self->weights);
  g_free (self->days);
  g_free (self);
}

const KkrSecuredPayer *
kkr_secured_bills_get (const KkrSecuredBills *self, guint row)
{
  return &g_array_index (self->payers, KkrSecuredPayer, row);
}

/* The municipality's number, which it gets where it is new. Municipalities are one by the register,
 * without it by their folded name. */
static guint
find_payer (KkrSecuredBills *self, GHashTable *numbers, const char *text)
{
  g_autoptr (KkrMunicipality) found
    = self->reg != NULL ? kkr_register_find_municipality (self->reg, text, NULL) : NULL;
  const char *name = found != NULL ? kkr_municipality_get_name (found) : text;
  g_autofree char *folded = kkr_text_fold (name);
  const KkrSecuredPayer payer = {
    .name = g_strstrip (g_strdup (name)), .key_row = KKR_SECURED_NO_ROW,
    .code = found != NULL ? kkr_municipality_get_code (found) : NO_CODE,
    .weight = KKR_RATIONAL_ZERO,
  };
  gpointer number;

  if (g_hash_table_lookup_extended (numbers, folded, NULL, &number))
    {
      g_free (payer.name);
      return GPOINTER_TO_UINT (number);
    }
  g_hash_table_insert (numbers, g_steal_pointer (&folded), GUINT_TO_POINTER (self->payers->len));
  g_array_append_val (self->payers, payer);
  return self->payers->len - 1;
}

static KkrSecuredPayer *
get_payer (KkrSecuredBills *self, guint number)
{
  return &g_array_index (self->payers, KkrSecuredPayer, number);
}

static gboolean
read_key_row (KkrSecuredBills *self, GHashTable *numbers, guint row, GError **error)
{
  const guint number = find_payer (self, numbers,
                                   kkr_sheet_get_text (self->key, row,
                                                       KKR_SECURED_KEY_MUNICIPALITY));
  KkrSecuredPayer *payer = get_payer (self, number);
  g_autofree char *place = kkr_sheet_place (self->key, row, KKR_SECURED_KEY_MUNICIPALITY);

  if (payer->key_row != KKR_SECURED_NO_ROW)
    return kkr_refuse (error, KKR_CALC_ERROR_INCONSISTENT,
                       _("%s: a municipality that is there already: %s of row %u found, each "
                         "municipality once expected"), place, payer->name, payer->key_row + 1);
  payer->key_row = row;
  payer->weight = kkr_sheet_get_number (self->key, row, KKR_SECURED_KEY_WEIGHT);
  return TRUE;
}

static gboolean
read_users (KkrSecuredBills *self, GHashTable *numbers, GError **error)
{
  const guint column = KKR_SECURED_USER_MUNICIPALITY;
  guint n_texts;
  const gint32 *codes = kkr_sheet_get_codes (self->users, column, &n_texts);
  g_autofree guint *payer_of = g_new (guint, (gsize) n_texts + 1);

  for (guint code = 0; code < n_texts; code++)
    payer_of[code] = find_payer (self, numbers,
                                 kkr_sheet_get_code_text (self->users, column, (gint32) code));
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->users); row++)
    {
      const gint64 days = kkr_sheet_get_whole (self->users, row, KKR_SECURED_USER_DAYS);

      if (__builtin_add_overflow (self->total_days, days, &self->total_days))
        return kkr_rational_overflow (error, _("the days of the users"));
      get_payer (self, payer_of[codes[row]])->days += days;
    }
  return TRUE;
}

static gboolean
read_fact (KkrSecuredBills *self, KkrMunicipality *municipality, const char *series,
           const char *day, GHashTable *numbers, GError **error)
{
  const char *known_on = kkr_calculator_get_text (self->calculator, "known-on");
  const gint32 code = kkr_municipality_get_code (municipality);
  g_autofree char *key = g_strdup_printf ("%s/%d", series, code);
  KkrSecuredPayer *payer
    = get_payer (self, find_payer (self, numbers, kkr_municipality_get_name (municipality)));

  payer->fact = kkr_register_lookup (self->reg, key, day, known_on, error);
  if (payer->fact == NULL || !kkr_fact_check_number (payer->fact, KKR_UNIT_UNSET, error))
    {
      g_prefix_error (error, "%s: %s: ", series, payer->name);
      return FALSE;
    }
  payer->weight = *kkr_fact_get_rational (payer->fact);
  return TRUE;
}

static gboolean
read_series (KkrSecuredBills *self, GHashTable *numbers, GError **error)
{
  const char *series = kkr_calculator_get_text (self->calculator, "key-series");
  const char *day = kkr_calculator_get_text (self->calculator, "key-day");
  g_autofree KkrMunicipality **all = NULL;
  gboolean good = TRUE;
  gsize n = 0;

  all = kkr_register_dup_municipalities (self->reg, &n);
  for (gsize i = 0; i < n; i++)
    {
      if (good && kkr_entity_is_valid_on (KKR_ENTITY (all[i]), day, NULL))
        good = read_fact (self, all[i], series, day, numbers, error);
      g_object_unref (all[i]);
    }
  return good;
}

static int
compare_payers (gconstpointer a, gconstpointer b)
{
  const KkrSecuredPayer *one = a, *two = b;

  if (one->code != two->code)
    return one->code < two->code ? -1 : 1;
  return strcmp (one->name, two->name);
}

/* The weights as whole numbers that are to each other as they are. */
static gboolean
fill_weights (KkrSecuredBills *self, GError **error)
{
  KkrInt128 common = 1, whole;
  const guint n = self->payers->len;

  self->weights = g_new0 (gint64, (gsize) n + 1);
  self->days = g_new0 (gint64, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    {
      const KkrRational *weight = &get_payer (self, i)->weight;
      const KkrUint128 gcd = kkr_uint128_gcd ((KkrUint128) common, (KkrUint128) weight->den);

      if (__builtin_mul_overflow (common, weight->den / (KkrInt128) gcd, &common))
        return kkr_rational_overflow (error, _("the weights of the key"));
    }
  for (guint i = 0; i < n; i++)
    {
      const KkrSecuredPayer *payer = get_payer (self, i);

      if (__builtin_mul_overflow (payer->weight.num, common / payer->weight.den, &whole)
          || whole > G_MAXINT64 || whole < 0)
        return kkr_rational_overflow (error, _("the weights of the key"));
      self->weights[i] = (gint64) whole;
      self->days[i] = payer->days;
    }
  return TRUE;
}

static gboolean
share (KkrSecuredBills *self, GError **error)
{
  const guint n = self->payers->len;
  const char *key
    = kkr_calculator_is_assigned (self->calculator, "key-series") ? "key-series" : "key";

  self->total = kkr_calculator_get_amount (self->calculator, "budget");
  if (self->by_tariff
      && __builtin_mul_overflow (self->total_days, self->tariff, &self->total))
    return kkr_rational_overflow (error, _("the days of the users at the tariff"));
  self->before = kkr_apportion_full (self->total, self->weights, n, self->method, self->unit,
                                     self->tie_rule, error);
  if (self->before == NULL)
    {
      g_prefix_error (error, "%s: ", key);
      return FALSE;
    }
  if (!self->by_tariff)
    self->after = kkr_apportion_full (self->total, self->days, n, self->method, self->unit,
                                      self->tie_rule, error);
  if (!self->by_tariff && self->after == NULL)
    {
      g_prefix_error (error, "%s: ", "users");
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      KkrSecuredPayer *payer = get_payer (self, i);

      payer->before = kkr_apportionment_get_shares (self->before, NULL)[i];
      payer->after = self->by_tariff ? payer->days * self->tariff
                                     : kkr_apportionment_get_shares (self->after, NULL)[i];
    }
  return TRUE;
}

static gboolean
read_all (KkrSecuredBills *self, GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 0; row < kkr_sheet_get_n_rows (self->key); row++)
    if (!read_key_row (self, numbers, row, error))
      return FALSE;
  if (kkr_calculator_is_assigned (self->calculator, "key-series")
      && !read_series (self, numbers, error))
    return FALSE;
  if (!read_users (self, numbers, error))
    return FALSE;
  g_array_sort (self->payers, compare_payers);
  return fill_weights (self, error) && share (self, error);
}

KkrSecuredBills *
kkr_secured_bills_new (KkrCalculator *calculator, GError **error)
{
  g_autoptr (KkrSecuredBills) self = g_new0 (KkrSecuredBills, 1);

  self->calculator = calculator;
  self->reg = kkr_calculator_get_register (calculator);
  self->payers = g_array_new (FALSE, TRUE, sizeof (KkrSecuredPayer));
  g_array_set_clear_func (self->payers, clear_payer);
  self->by_tariff = kkr_calculator_is_assigned (calculator, "tariff");
  self->tariff = kkr_calculator_get_amount (calculator, "tariff");
  self->method = (KkrApportionMethod) kkr_calculator_get_enum (calculator, "method");
  self->tie_rule = (KkrTieRule) kkr_calculator_get_enum (calculator, "tie-rule");
  self->unit = kkr_calculator_get_amount (calculator, "unit");
  self->users = kkr_calculator_open_sheet (calculator, "users", error);
  if (self->users == NULL)
    return NULL;
  self->key = kkr_calculator_open_sheet (calculator, "key", error);
  if (self->key == NULL || !read_all (self, error))
    return NULL;
  return g_steal_pointer (&self);
}
