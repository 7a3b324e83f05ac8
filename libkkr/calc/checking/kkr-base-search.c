/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-base-search-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/calc/checking/kkr-claims-private.h>

/* A few seconds at most. */
#define MAX_BASE 1000000
#define MAX_TRIALS 2000000
#define CANCEL_STEP 4096

static void
clear_percentage (gpointer percentage)
{
  g_free (((KkrPercentage *) percentage)->text);
}

static const KkrPercentage *
get_percentage (const KkrBaseSearch *self, guint i)
{
  return &g_array_index (self->percentages, KkrPercentage, i);
}

/* Whether the end times any base can be computed. */
static gboolean
fits (const KkrRational *end)
{
  KkrInt128 num, den;

  return !__builtin_mul_overflow (end->num, (KkrInt128) MAX_BASE, &num) &&
         !__builtin_mul_overflow (end->den, (KkrInt128) 100 * MAX_BASE, &den);
}

static gboolean
add_percentage (KkrBaseSearch *self, const char *text, GError **error)
{
  KkrPercentage percentage = { NULL };
  KkrNumber number;

  if (!kkr_number_parse (text, N_("a percentage"), &number, error))
    return FALSE;
  if (number.value.num < 0 || number.value.num > 100 * number.value.den || number.scaled ||
      (number.unit != KKR_UNIT_UNSET && number.unit != KKR_UNIT_PERCENT))
    {
      g_autofree char *quoted = kkr_text_quote (text);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("no percentage of a whole: %s found, 0 to 100 per cent expected"), quoted);
      return FALSE;
    }
  percentage.value = number.value;
  percentage.precision = number.precision;
  if (!kkr_interval_behind (&percentage.interval, &number.value, &number.precision, self->mode) ||
      !fits (&percentage.interval.lower) || !fits (&percentage.interval.upper))
    return kkr_rational_overflow (error, _("the interval of the figure"));
  percentage.text = g_strdup (text);
  g_array_append_val (self->percentages, percentage);
  return TRUE;
}

static gboolean
check_span (const KkrBaseSearch *self, GError **error)
{
  if (self->percentages->len == 0)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("no percentages found, some such as 27,8; 25,3 expected"));
      return FALSE;
    }
  if (self->from < 1 || self->to < self->from || self->to > MAX_BASE)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("no span of whole numbers: %lld to %lld found, 1 to %d at most expected"),
                   (long long) self->from, (long long) self->to, MAX_BASE);
      return FALSE;
    }
  if (self->to - self->from >= MAX_TRIALS / self->percentages->len)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("too much to try: %lld numbers for %u percentages found, at most %d for all "
                     "of them expected"), (long long) (self->to - self->from + 1),
                   self->percentages->len, MAX_TRIALS);
      return FALSE;
    }
  return TRUE;
}

KkrBaseSearch *
kkr_base_search_new (const char *percentages, KkrRoundingMode mode, gint64 from, gint64 to,
                     GError **error)
{
  g_autoptr (KkrBaseSearch) self = g_new0 (KkrBaseSearch, 1);
  g_auto (GStrv) parts = kkr_checking_split (percentages);

  self->percentages = g_array_new (FALSE, FALSE, sizeof (KkrPercentage));
  g_array_set_clear_func (self->percentages, clear_percentage);
  self->bases = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->mode = mode;
  self->from = from;
  self->to = to;
  for (guint i = 0; parts[i] != NULL; i++)
    if (!add_percentage (self, parts[i], error))
      return NULL;
  return check_span (self, error) ? g_steal_pointer (&self) : NULL;
}

void
kkr_base_search_free (KkrBaseSearch *self)
{
  g_array_unref (self->percentages);
  g_array_unref (self->bases);
  g_free (self);
}

/* The whole numbers from the lower end of the interval, as a part of the base, to the upper one. */
static gboolean
find_end (const KkrRational *end, gboolean included, gint64 base, int side, gint64 *found)
{
  KkrInt128 num, den, whole;

  if (__builtin_mul_overflow (end->num, (KkrInt128) base, &num) ||
      __builtin_mul_overflow (end->den, (KkrInt128) 100, &den) ||
      !kkr_int128_divide_rounded (num, den, side < 0 ? KKR_ROUNDING_MODE_CEILING
                                                     : KKR_ROUNDING_MODE_FLOOR, &whole))
    return FALSE;
  if (!included && whole * den == num)
    whole -= side;
  *found = (gint64) CLAMP (whole, -1, (KkrInt128) base + 1);
  return TRUE;
}

gboolean
kkr_base_search_counts (const KkrBaseSearch *self, guint percentage, gint64 base, gint64 *from,
                        gint64 *to)
{
  const KkrInterval *interval = &get_percentage (self, percentage)->interval;

  if (!find_end (&interval->lower, interval->lower_included, base, -1, from) ||
      !find_end (&interval->upper, interval->upper_included, base, 1, to))
    return FALSE;
  *from = MAX (*from, 0);
  *to = MIN (*to, base);
  return *from <= *to;
}

static gboolean
is_base (const KkrBaseSearch *self, gint64 base)
{
  for (guint i = 0; i < self->percentages->len; i++)
    {
      gint64 from, to;

      if (!kkr_base_search_counts (self, i, base, &from, &to))
        return FALSE;
    }
  return TRUE;
}

gboolean
kkr_base_search_run (KkrBaseSearch *self, GCancellable *cancellable, GError **error)
{
  for (gint64 base = self->from; base <= self->to; base++)
    {
      if (base % CANCEL_STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (is_base (self, base))
        g_array_append_val (self->bases, base);
    }
  return TRUE;
}
