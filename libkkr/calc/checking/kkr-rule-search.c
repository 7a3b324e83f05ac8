/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-rule-search-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/calc/checking/kkr-claims-private.h>

#define MAX_ROWS 1000

static void
free_rule (gpointer data)
{
  KkrRule *rule = data;

  g_free (rule->nick);
  g_free (rule->danish);
  g_free (rule->english);
  g_free (rule->values);
  g_free (rule);
}

static gboolean
parse (const char *text, const char *what, KkrNumber *number, guint row, GError **error)
{
  if (kkr_number_parse (text, what, number, error))
    return TRUE;
  g_prefix_error (error, _("row %u: "), row + 1);
  return FALSE;
}

static gboolean
read_weights (KkrRuleSearch *self, char **parts, GError **error)
{
  self->weights = g_new (KkrRational, self->n);
  self->weight_sum = KKR_RATIONAL_ZERO;
  for (guint i = 0; i < self->n; i++)
    {
      KkrNumber number;

      if (!parse (parts[i], N_("a weight"), &number, i, error))
        return FALSE;
      self->weights[i] = number.value;
      if (number.value.num < 0)
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("row %u: a negative weight: \"%s\" found, 0 or more expected"), i + 1,
                       parts[i]);
          return FALSE;
        }
      if (!kkr_rational_add (&self->weight_sum, &number.value, &self->weight_sum))
        return kkr_rational_overflow (error, _("the sum of the weights"));
    }
  if (self->weight_sum.num > 0)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no weights above 0 found, one at least expected"));
  return FALSE;
}

static gboolean
read_printed (KkrRuleSearch *self, char **parts, GError **error)
{
  self->printed = g_new (KkrRational, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      KkrNumber number;

      if (parts[i] == NULL || (i + 1 == self->n && parts[i + 1] != NULL))
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                       _("as many printed rows as weights expected: %u and %u found"),
                       g_strv_length (parts), self->n);
          return FALSE;
        }
      if (!parse (parts[i], N_("a printed figure"), &number, i, error))
        return FALSE;
      self->printed[i] = number.value;
      if (i == 0 || kkr_rational_compare (&number.precision, &self->unit) < 0)
        self->unit = number.precision;
    }
  return TRUE;
}

static gboolean
read_total (KkrRuleSearch *self, const char *text, GError **error)
{
  KkrNumber number;

  self->has_total = *text != '\0';
  if (!self->has_total)
    return TRUE;
  if (!kkr_number_parse (text, N_("a total"), &number, error))
    return FALSE;
  self->total = number.value;
  return TRUE;
}

/* Numbers where no keys are given. */
static gboolean
read_keys (KkrRuleSearch *self, const char *text, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) parts = kkr_checking_split (text);
  guint n = g_strv_length (parts);

  if (n > 0 && n != self->n)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("as many keys as weights expected: %u and %u found"), n, self->n);
      return FALSE;
    }
  self->keys = g_new0 (char *, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      self->keys[i] = n > 0 ? g_strdup (parts[i]) : g_strdup_printf ("%u", i + 1);
      if (!g_hash_table_add (seen, self->keys[i]))
        {
          g_autofree char *quoted = kkr_text_quote (self->keys[i]);

          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("the same key twice: %s found, another key expected"), quoted);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_length (guint n, GError **error)
{
  if (n > 0 && n <= MAX_ROWS)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("%u rows found, 1 to %d expected"), n, MAX_ROWS);
  return FALSE;
}

KkrRuleSearch *
kkr_rule_search_new (const char *weights, const char *printed, const char *total, const char *keys,
                     const char **input, GError **error)
{
  g_autoptr (KkrRuleSearch) self = g_new0 (KkrRuleSearch, 1);
  g_auto (GStrv) weight_parts = kkr_checking_split (weights);
  g_auto (GStrv) printed_parts = kkr_checking_split (printed);

  self->rules = g_ptr_array_new_with_free_func (free_rule);
  self->left_out = g_ptr_array_new_with_free_func (free_rule);
  self->bases = g_array_new (FALSE, FALSE, sizeof (KkrRuleBase));
  self->n = g_strv_length (weight_parts);
  *input = "weights";
  if (!check_length (self->n, error) || !read_weights (self, weight_parts, error))
    return NULL;
  *input = "printed";
  if (!read_printed (self, printed_parts, error))
    return NULL;
  *input = "total";
  if (!read_total (self, total, error))
    return NULL;
  *input = "keys";
  return read_keys (self, keys, error) ? g_steal_pointer (&self) : NULL;
}

void
kkr_rule_search_free (KkrRuleSearch *self)
{
  g_strfreev (self->keys);
  g_free (self->weights);
  g_free (self->printed);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->left_out);
  g_array_unref (self->bases);
  g_free (self);
}

gboolean
kkr_rule_search_round (const KkrRuleSearch *self, const KkrRational *value, KkrRoundingMode mode,
                       KkrRational *result)
{
  KkrRational units, count = KKR_RATIONAL_ZERO;

  return kkr_rational_divide (value, &self->unit, &units) &&
         kkr_int128_divide_rounded (units.num, units.den, mode, &count.num) &&
         kkr_rational_multiply (&count, &self->unit, result);
}

gboolean
kkr_rule_search_exact (const KkrRuleSearch *self, guint row, KkrRational *exact)
{
  return kkr_rational_multiply (&self->total, &self->weights[row], exact) &&
         kkr_rational_divide (exact, &self->weight_sum, exact);
}
