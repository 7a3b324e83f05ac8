/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-int128-private.h>
#include <libkkr/calc/kkr-calculator-private.h>

static void
cause_free (gpointer data)
{
  KkrCarryCause *self = data;

  g_array_unref (self->corrections);
  g_array_unref (self->billed);
  g_free (self);
}

static KkrCarryPlan *
plan_alloc (KkrCalculator *calculator)
{
  KkrCarryPlan *self = g_new0 (KkrCarryPlan, 1);

  self->calculator = calculator;
  self->names = g_ptr_array_new ();
  self->codes = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->list = g_ptr_array_new_with_free_func (cause_free);
  return self;
}

void
kkr_carry_plan_free (KkrCarryPlan *self)
{
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->list);
  g_strfreev (self->keys);
  g_strfreev (self->weights);
  g_free (self->whole_weights);
  g_free (self->settled);
  g_clear_pointer (&self->results, kkr_sheet_free);
  g_clear_pointer (&self->corrections, kkr_sheet_free);
  g_clear_pointer (&self->billed, kkr_sheet_free);
  g_clear_pointer (&self->departments, kkr_sheet_free);
  g_clear_pointer (&self->settlement, kkr_sheet_free);
  g_clear_pointer (&self->causes, kkr_sheet_free);
  g_free (self);
}

static gboolean
read_rules (KkrCarryPlan *self, GError **error)
{
  KkrCalculator *calculator = self->calculator;
  KkrCarryRules *rules = &self->rules;
  const char *known_on = kkr_calculator_get_text (calculator, "known-on");

  rules->delay = kkr_calculator_get_int (calculator, "delay");
  rules->correction_delay = kkr_calculator_get_int (calculator, "correction-delay");
  rules->has_deficit_percent = kkr_calculator_is_assigned (calculator, "percent-of-deficit");
  rules->has_limit_percent = kkr_calculator_is_assigned (calculator, "limit-percent");
  rules->has_limit = rules->has_limit_percent || kkr_calculator_is_assigned (calculator, "limit");
  rules->limit = kkr_calculator_get_amount (calculator, "limit");
  rules->unit = kkr_calculator_get_amount (calculator, "unit");
  rules->tariff_unit = kkr_calculator_get_amount (calculator, "tariff-unit");
  rules->above = (KkrAboveLimit) kkr_calculator_get_enum (calculator, "above-limit");
  rules->mode = (KkrRoundingMode) kkr_calculator_get_enum (calculator, "rounding");
  rules->method = (KkrApportionMethod) kkr_calculator_get_enum (calculator, "method");
  rules->known_on = G_MAXINT32;
  if (known_on != NULL && !kkr_date_read (known_on, &rules->known_on, error))
    return FALSE;
  return kkr_calculator_get_rational (calculator, "percent-carried", &rules->percent, error) &&
         kkr_calculator_get_rational (calculator, "percent-of-deficit", &rules->deficit_percent,
                                      error) &&
         kkr_calculator_get_rational (calculator, "limit-percent", &rules->limit_percent, error) &&
         kkr_calculator_get_rational (calculator, "variable-percent", &rules->variable, error);
}

static gboolean
open_sheets (KkrCarryPlan *self, GError **error)
{
  const struct { const char *name; KkrSheet **sheet; } sheets[] = {
    { "results", &self->results },         { "corrections", &self->corrections },
    { "billed", &self->billed },           { "departments", &self->departments },
    { "settlement", &self->settlement },   { "causes", &self->causes },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      *sheets[i].sheet = kkr_calculator_open_sheet (self->calculator, sheets[i].name, error);
      if (*sheets[i].sheet == NULL)
        return FALSE;
    }
  return TRUE;
}

static gint32
get_code (KkrCarryPlan *self, const char *name)
{
  gpointer found;

  if (name == NULL)
    return KKR_CARRY_NO_DEPARTMENT;
  if (g_hash_table_lookup_extended (self->codes, name, NULL, &found))
    return GPOINTER_TO_INT (found);
  g_hash_table_insert (self->codes, (gpointer) name, GINT_TO_POINTER (self->names->len));
  g_ptr_array_add (self->names, (gpointer) name);
  return (gint32) self->names->len - 1;
}

static gint64
make_key (int year, gint32 department)
{
  return ((gint64) year << 32) + department;
}

KkrCarryCause *
kkr_carry_plan_find (KkrCarryPlan *self, int year, gint32 department)
{
  const gint64 key = make_key (year, department);

  return g_hash_table_lookup (self->by_key, &key);
}

KkrCarryCause *
kkr_carry_plan_find_offer (KkrCarryPlan *self, guint row)
{
  const char *offer = kkr_sheet_get_text (self->settlement, row, SETTLEMENT_OFFER);

  return kkr_carry_plan_find (self, (int) kkr_sheet_get_whole (self->settlement, row,
                                                               SETTLEMENT_YEAR),
                              GPOINTER_TO_INT (g_hash_table_lookup (self->codes, offer)));
}

static KkrCarryCause *
get_cause (KkrCarryPlan *self, gint64 year, gint32 department)
{
  /* What is no year is refused by the check; it has a key all the same. */
  const int whole = (int) CLAMP (year, 0, 9999);
  KkrCarryCause *cause = kkr_carry_plan_find (self, whole, department);
  gint64 *key;

  if (cause != NULL)
    return cause;
  cause = g_new0 (KkrCarryCause, 1);
  cause->year = whole;
  cause->department = department;
  cause->result = cause->settlement = cause->second = KKR_CARRY_NONE;
  cause->corrections = g_array_new (FALSE, FALSE, sizeof (guint));
  cause->billed = g_array_new (FALSE, FALSE, sizeof (guint));
  key = g_new (gint64, 1);
  *key = make_key (whole, department);
  g_hash_table_insert (self->by_key, key, cause);
  g_ptr_array_add (self->list, cause);
  return cause;
}

gboolean
kkr_carry_cause_has_result (const KkrCarryCause *cause)
{
  return cause->is_scalar || cause->result != KKR_CARRY_NONE || cause->settlement != KKR_CARRY_NONE;
}

static void
read_results (KkrCarryPlan *self)
{
  const KkrSheet *sheet = self->results;

  if (kkr_calculator_is_assigned (self->calculator, "year") ||
      kkr_calculator_is_assigned (self->calculator, "surplus"))
    get_cause (self, kkr_calculator_get_int (self->calculator, "year"),
               KKR_CARRY_NO_DEPARTMENT)->is_scalar = TRUE;
  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    {
      KkrCarryCause *cause = get_cause (
        self, kkr_sheet_get_whole (sheet, row, RESULTS_YEAR),
        get_code (self, kkr_sheet_get_text (sheet, row, RESULTS_DEPARTMENT)));

      if (kkr_carry_cause_has_result (cause))
        cause->second = row;
      else
        cause->result = row;
      cause->is_hidden = kkr_sheet_get_date (sheet, row, RESULTS_KNOWN) > self->rules.known_on;
    }
}

static void
read_settlement (KkrCarryPlan *self)
{
  const KkrSheet *sheet = self->settlement;

  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    {
      KkrCarryCause *cause = get_cause (
        self, kkr_sheet_get_whole (sheet, row, SETTLEMENT_YEAR),
        get_code (self, kkr_sheet_get_text (sheet, row, SETTLEMENT_OFFER)));

      if (kkr_carry_cause_has_result (cause))
        {
          cause->second = row;
          cause->second_settles = TRUE;
        }
      else
        cause->settlement = row;
    }
}

static void
read_later (KkrCarryPlan *self)
{
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->corrections); row++)
    {
      KkrCarryCause *cause = get_cause (
        self, kkr_sheet_get_whole (self->corrections, row, CORRECTIONS_YEAR),
        get_code (self, kkr_sheet_get_text (self->corrections, row, CORRECTIONS_DEPARTMENT)));

      if (kkr_sheet_get_date (self->corrections, row, CORRECTIONS_KNOWN) > self->rules.known_on)
        self->n_hidden++;
      else
        g_array_append_val (cause->corrections, row);
    }
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->billed); row++)
    {
      KkrCarryCause *cause = get_cause (
        self, kkr_sheet_get_whole (self->billed, row, BILLED_CAUSE),
        get_code (self, kkr_sheet_get_text (self->billed, row, BILLED_DEPARTMENT)));

      g_array_append_val (cause->billed, row);
    }
}

static int
compare_causes (gconstpointer a, gconstpointer b)
{
  const KkrCarryCause *left = *(const KkrCarryCause *const *) a;
  const KkrCarryCause *right = *(const KkrCarryCause *const *) b;

  return left->year != right->year ? (left->year > right->year ? 1 : -1)
                                   : (left->department > right->department) -
                                     (left->department < right->department);
}

static int
compare_known (gconstpointer a, gconstpointer b, gpointer sheet)
{
  const guint left = *(const guint *) a, right = *(const guint *) b;
  const gint32 left_day = kkr_sheet_get_date (sheet, left, CORRECTIONS_KNOWN);
  const gint32 right_day = kkr_sheet_get_date (sheet, right, CORRECTIONS_KNOWN);

  return left_day != right_day ? (left_day > right_day ? 1 : -1)
                               : (left > right) - (left < right);
}

static void
settle_order (KkrCarryPlan *self)
{
  for (guint i = self->list->len; i > 0; i--)
    {
      KkrCarryCause *cause = self->list->pdata[i - 1];

      g_array_sort_with_data (cause->corrections, compare_known, self->corrections);
      /* Two results for one year are refused, whether they are known or not. */
      cause->is_hidden = cause->is_hidden && cause->second == KKR_CARRY_NONE;
      if (cause->is_hidden)
        self->n_hidden += 1 + cause->corrections->len + cause->billed->len;
      /* A year whose only correction is not known yet is none. */
      if (cause->is_hidden || (!kkr_carry_cause_has_result (cause) &&
                               cause->corrections->len == 0 && cause->billed->len == 0))
        {
          const gint64 key = make_key (cause->year, cause->department);

          g_hash_table_remove (self->by_key, &key);
          g_ptr_array_remove_index_fast (self->list, i - 1);
        }
    }
  g_ptr_array_sort (self->list, compare_causes);
}

/* The weights as whole numbers in the same ratio. */
static gboolean
make_whole (KkrCarryPlan *self, const KkrRational *numbers, GError **error)
{
  KkrInt128 common = 1, whole;

  for (guint i = 0; i < self->n_weights; i++)
    {
      const KkrUint128 shared = kkr_uint128_gcd ((KkrUint128) common, (KkrUint128) numbers[i].den);

      if (__builtin_mul_overflow (common, numbers[i].den / (KkrInt128) shared, &common))
        return kkr_rational_overflow (error, _("a weight"));
    }
  for (guint i = 0; i < self->n_weights; i++)
    {
      if (__builtin_mul_overflow (numbers[i].num, common / numbers[i].den, &whole) ||
          whole > G_MAXINT64)
        return kkr_rational_overflow (error, _("a weight"));
      self->whole_weights[i] = (gint64) whole;
    }
  return TRUE;
}

static gboolean
read_departments (KkrCarryPlan *self, GError **error)
{
  const KkrSheet *sheet = self->departments;
  g_autofree KkrRational *numbers = NULL;

  self->n_weights = kkr_sheet_get_n_rows (sheet);
  self->keys = g_new0 (char *, self->n_weights + 1);
  self->weights = g_new0 (char *, self->n_weights + 1);
  self->whole_weights = g_new0 (gint64, MAX (self->n_weights, 1));
  numbers = g_new0 (KkrRational, MAX (self->n_weights, 1));
  for (guint row = 0; row < self->n_weights; row++)
    {
      const char *name = kkr_sheet_get_text (sheet, row, DEPARTMENTS_DEPARTMENT);

      numbers[row] = kkr_sheet_get_number (sheet, row, DEPARTMENTS_WEIGHT);
      get_code (self, name);
      self->keys[row] = g_strdup (name);
      self->weights[row] = kkr_rational_to_string (&numbers[row]);
    }
  return make_whole (self, numbers, error);
}

KkrCarryPlan *
kkr_carry_plan_new (KkrCalculator *calculator, GError **error)
{
  g_autoptr (KkrCarryPlan) self = plan_alloc (calculator);

  /* Those who share come first: their codes are their rows. */
  if (!read_rules (self, error) || !open_sheets (self, error) || !read_departments (self, error))
    return NULL;
  read_results (self);
  read_settlement (self);
  read_later (self);
  settle_order (self);
  return g_steal_pointer (&self);
}

gboolean
kkr_carry_plan_splits (const KkrCarryPlan *self, const KkrCarryCause *cause)
{
  return cause->department == KKR_CARRY_NO_DEPARTMENT && self->n_weights > 0;
}

const char *
kkr_carry_plan_get_name (const KkrCarryPlan *self, gint32 department)
{
  return department >= 0 ? self->names->pdata[department] : "–";
}

char *
kkr_carry_plan_dup_place (const KkrCarryPlan *self, int year, gint32 department)
{
  return department < 0 ? g_strdup_printf ("%d", year)
                        : g_strdup_printf ("%d, %s", year,
                                           kkr_carry_plan_get_name (self, department));
}
