/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-erlang-private.h>

#define SMALLEST G_GUINT64_CONSTANT (100000000000000000)
#define LARGEST G_GUINT64_CONSTANT (999999999999999999)
#define DIGITS 18

static KkrUint128
power_of_ten (int exponent)
{
  KkrUint128 power = 1;

  for (int i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

gboolean
kkr_erlang_init (KkrErlang *self, const KkrRational *load)
{
  if (load->num < 0 || load->num > G_MAXINT64 || load->den > KKR_ERLANG_MAX_DENOMINATOR)
    return FALSE;
  self->load_num = (guint64) load->num;
  self->load_den = (guint64) load->den;
  self->x = (KkrErlangNumber) { SMALLEST, 1 - DIGITS };
  self->n = 0;
  return TRUE;
}

/* What the 1 is in units of load_num * 10^exponent: its whole part, and whether the rest, below 1,
 * is a half or more. */
static KkrUint128
count_one (const KkrErlang *self, gboolean *half)
{
  const int exponent = self->x.exponent;
  KkrUint128 unit, rest;

  *half = FALSE;
  if (exponent <= 0)
    return self->load_num * power_of_ten (-exponent);
  if (exponent > DIGITS + 1)
    return 0;
  unit = power_of_ten (exponent);
  rest = self->load_num % unit;
  *half = 2 * rest >= unit;
  return self->load_num / unit;
}

/* By how many powers of ten the quotient is longer than 18 digits. */
static int
count_surplus (KkrUint128 quotient)
{
  int surplus = 0;

  for (; quotient > LARGEST; surplus++)
    quotient /= 10;
  return surplus;
}

void
kkr_erlang_add_place (KkrErlang *self)
{
  gboolean half;
  KkrUint128 numerator = count_one (self, &half), divisor = self->load_num, quotient, rest;
  int surplus;

  self->n++;
  if (self->load_num == 0)
    return;
  /* Below 2^17 * 2^44 * 2^60 and 2^63 * 2^57. */
  numerator += (KkrUint128) self->n * self->load_den * self->x.digits;
  quotient = numerator / divisor;
  surplus = count_surplus (quotient);
  if (surplus > 0)
    {
      divisor *= power_of_ten (surplus);
      quotient = numerator / divisor;
    }
  rest = numerator - quotient * divisor;
  if (2 * rest >= divisor || (half && 2 * rest + 1 >= divisor))
    quotient++;
  self->x.exponent += surplus;
  if (quotient > LARGEST)
    {
      quotient = SMALLEST;
      self->x.exponent++;
    }
  self->x.digits = (guint64) quotient;
}

KkrErlangNumber
kkr_erlang_get_chance (const KkrErlang *self)
{
  const KkrUint128 one = power_of_ten (32);
  KkrErlangNumber chance = { 0, 0 };

  /* Without requests none is refused, unless there is no place at all. */
  if (self->load_num == 0 && self->n > 0)
    return chance;
  chance.digits = (guint64) ((one + self->x.digits / 2) / self->x.digits);
  chance.exponent = -32 - self->x.exponent;
  return chance;
}

gboolean
kkr_erlang_number_to_rational (const KkrErlangNumber *number, KkrRational *value)
{
  if (number->exponent < -32 - KKR_ERLANG_MAX_EXPONENT)
    return FALSE;
  if (number->exponent > 0)
    return kkr_rational_init (value, (KkrInt128) (number->digits * power_of_ten (number->exponent)),
                              1);
  return kkr_rational_init (value, (KkrInt128) number->digits,
                            (KkrInt128) power_of_ten (-number->exponent));
}

/* Whether the chance is surely above `target`: a rough look that spares the exact one. */
static gboolean
is_far_above (const KkrErlang *erlang, gdouble target)
{
  gdouble x = (gdouble) erlang->x.digits;

  for (int i = erlang->x.exponent; i < 0; i++)
    x /= 10;
  return erlang->x.exponent <= 0 && x * target < 0.999;
}

gint64
kkr_erlang_find_places (const KkrRational *load, const KkrRational *target, gint64 most,
                        KkrErlangNumber *chance)
{
  const gdouble rough = kkr_rational_to_double (target);
  KkrErlang erlang;

  if (!kkr_erlang_init (&erlang, load))
    return -1;
  for (;; kkr_erlang_add_place (&erlang))
    {
      if (erlang.load_num == 0 || !is_far_above (&erlang, rough))
        {
          const KkrErlangNumber number = kkr_erlang_get_chance (&erlang);
          KkrRational exact;

          if (chance != NULL)
            *chance = number;
          if (!kkr_erlang_number_to_rational (&number, &exact)
              || kkr_rational_compare (&exact, target) <= 0)
            return erlang.n;
        }
      if (erlang.n >= most)
        return -1;
    }
}
