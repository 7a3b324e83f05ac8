/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/kernel/kkr-apportion.h>

/* The name that the register has for it, or else the text. NULL with a fault. */
static char *
dup_name (KkrGuaranteePlan *self, KkrSheet *sheet, guint row, guint column, const char *text)
{
  g_autoptr (KkrMunicipality) found = NULL;
  g_autoptr (GError) error = NULL;

  if (self->reg == NULL)
    return g_strstrip (g_strdup (text));
  found = kkr_register_find_municipality (self->reg, text, &error);
  if (found != NULL)
    return g_strdup (kkr_municipality_get_name (found));
  kkr_guarantee_plan_fault_at (self, sheet, row, column, KKR_CALC_ERROR_OUT_OF_RANGE, "%s",
                               error->message);
  return NULL;
}

gint32
kkr_guarantee_plan_find_municipality (KkrGuaranteePlan *self, KkrSheet *sheet, guint row,
                                      guint column)
{
  const char *text = kkr_sheet_get_text (sheet, row, column);
  g_autofree char *written = text != NULL ? kkr_text_fold (text) : NULL;
  g_autofree char *name = NULL, *folded = NULL;
  gpointer index;

  if (text == NULL)
    return -1;
  if (g_hash_table_lookup_extended (self->by_user, written, NULL, &index))
    return GPOINTER_TO_INT (index);
  name = dup_name (self, sheet, row, column, text);
  if (name == NULL)
    return -1;
  folded = kkr_text_fold (name);
  if (!g_hash_table_lookup_extended (self->by_user, folded, NULL, &index))
    {
      index = GINT_TO_POINTER ((gint) self->users->len);
      g_ptr_array_add (self->users, g_steal_pointer (&name));
      g_hash_table_insert (self->by_user, g_steal_pointer (&folded), index);
    }
  g_hash_table_insert (self->by_user, g_steal_pointer (&written), index);
  return GPOINTER_TO_INT (index);
}

/* The days on which each of `users` has used places. */
static gint64 *
count_usage (const KkrGuaranteePlan *self)
{
  gint64 *days = g_new0 (gint64, MAX (self->users->len, 1));

  for (guint i = 0; i < self->spans->len; i++)
    {
      const KkrGuaranteeSpan *span = kkr_guarantee_plan_get_span (self, i);

      if (span->user >= 0)
        days[span->user] += (gint64) span->to - span->from + 1;
    }
  return days;
}

static void
take_payer (KkrGuaranteePlan *self, GArray *users, gint32 user)
{
  g_array_append_val (users, user);
  g_ptr_array_add (self->payers, g_strdup (self->users->pdata[user]));
}

static void
read_payers (KkrGuaranteePlan *self, GArray *users)
{
  KkrSheet *sheet = self->municipalities_sheet;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    {
      guint column = KKR_GUARANTEE_MUNICIPALITIES_MUNICIPALITY;
      gint32 user = kkr_guarantee_plan_find_municipality (self, sheet, row, column);

      if (user < 0)
        continue;
      if (!g_hash_table_add (seen, GINT_TO_POINTER (user)))
        kkr_guarantee_plan_fault_at (self, sheet, row, column, KKR_CALC_ERROR_INCONSISTENT,
                                     _("a municipality that is there already: %s found, each "
                                       "municipality once expected"),
                                     (const char *) self->users->pdata[user]);
      take_payer (self, users, user);
    }
}

/* Those of the region, where nobody lists them. */
static void
find_payers (KkrGuaranteePlan *self, GArray *users)
{
  const char *text = kkr_calculator_get_text (self->calculator, "region");
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRegion) region = kkr_register_find_region (self->reg, text, &error);
  g_autofree KkrMunicipality **all = NULL;
  gsize n = 0;

  if (region == NULL)
    {
      kkr_guarantee_plan_fault (self, "region", KKR_CALC_ERROR_OUT_OF_RANGE, "%s", error->message);
      return;
    }
  all = kkr_register_dup_municipalities (self->reg, &n);
  for (gsize i = 0; i < n; i++)
    {
      if (kkr_municipality_get_region (all[i]) == region)
        {
          const char *name = kkr_municipality_get_name (all[i]);
          g_autofree char *folded = kkr_text_fold (name);
          gpointer index;

          if (!g_hash_table_lookup_extended (self->by_user, folded, NULL, &index))
            {
              index = GINT_TO_POINTER ((gint) self->users->len);
              g_ptr_array_add (self->users, g_strdup (name));
              g_hash_table_insert (self->by_user, g_steal_pointer (&folded), index);
            }
          take_payer (self, users, GPOINTER_TO_INT (index));
        }
      g_object_unref (all[i]);
    }
}

/* The weights of the table as whole numbers that are to each other as they are. */
static void
read_weights (KkrGuaranteePlan *self)
{
  KkrSheet *sheet = self->municipalities_sheet;
  const guint column = KKR_GUARANTEE_MUNICIPALITIES_WEIGHT;
  KkrInt128 common = 1;
  gboolean good = TRUE;

  for (guint row = 0; row < self->payers->len; row++)
    {
      KkrRational weight = kkr_sheet_get_number (sheet, row, column);
      const char *name = self->payers->pdata[row];

      if (!kkr_sheet_has (sheet, row, column))
        kkr_guarantee_plan_fault_at (self, sheet, row, column, KKR_CALC_ERROR_MISSING_INPUT,
                                     _("%s: no weight found, one for each municipality expected"),
                                     name);
      else if (weight.num < 0)
        {
          g_autofree char *found = kkr_message_number (&weight);

          kkr_guarantee_plan_fault_at (self, sheet, row, column, KKR_CALC_ERROR_OUT_OF_RANGE,
                                       _("%s: a negative weight: %s found, 0 or more expected"),
                                       name, found);
        }
      else if (good)
        {
          KkrUint128 gcd = kkr_uint128_gcd ((KkrUint128) common, (KkrUint128) weight.den);

          good = !__builtin_mul_overflow (common, weight.den / (KkrInt128) gcd, &common);
        }
    }
  for (guint row = 0; row < self->payers->len && good && !kkr_guarantee_plan_is_bad (self); row++)
    {
      KkrRational weight = kkr_sheet_get_number (sheet, row, column);
      KkrInt128 whole;

      good = !__builtin_mul_overflow (weight.num, common / weight.den, &whole) &&
             whole <= G_MAXINT64;
      self->weights[row] = good ? (gint64) whole : 0;
    }
  if (!good)
    kkr_guarantee_plan_fault (self, "municipalities", KKR_CALC_ERROR_OVERFLOW,
                              _("the weights do not fit into 64 bits as whole numbers"));
}

static void
weigh (KkrGuaranteePlan *self, const GArray *users)
{
  KkrGuaranteeKey key = (KkrGuaranteeKey) kkr_calculator_get_enum (self->calculator, "key");
  g_autofree gint64 *usage = count_usage (self);

  self->weights = g_new0 (gint64, MAX (self->payers->len, 1));
  if (key == KKR_GUARANTEE_KEY_WEIGHTS)
    {
      if (kkr_sheet_get_n_rows (self->municipalities_sheet) == 0)
        kkr_guarantee_plan_fault (self, "municipalities", KKR_CALC_ERROR_MISSING_INPUT,
                                  _("missing: the key weights and no municipalities found, their "
                                    "weights expected"));
      else
        read_weights (self);
      return;
    }
  for (guint i = 0; i < self->payers->len; i++)
    self->weights[i] = key == KKR_GUARANTEE_KEY_EQUAL ? 1
                                                      : usage[g_array_index (users, gint32, i)];
}

void
kkr_guarantee_plan_split (KkrGuaranteePlan *self)
{
  g_autoptr (GArray) users = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GError) error = NULL;
  gboolean nothing = TRUE;

  if (kkr_sheet_get_n_rows (self->municipalities_sheet) > 0)
    read_payers (self, users);
  else if (self->reg != NULL)
    find_payers (self, users);
  if (kkr_guarantee_plan_is_bad (self))
    return;
  weigh (self, users);
  if (self->payers->len == 0 || kkr_guarantee_plan_is_bad (self))
    return;
  for (guint i = 0; i < self->payers->len; i++)
    nothing = nothing && self->weights[i] == 0;
  if (nothing && self->joint == 0)
    return;
  self->bill = kkr_apportion_full (
    self->joint, self->weights, self->payers->len,
    (KkrApportionMethod) kkr_calculator_get_enum (self->calculator, "method"), self->unit,
    (KkrTieRule) kkr_calculator_get_enum (self->calculator, "tie-rule"), &error);
  if (self->bill == NULL)
    kkr_guarantee_plan_fault (self, "key", (KkrCalcError) error->code, "%s", error->message);
}
