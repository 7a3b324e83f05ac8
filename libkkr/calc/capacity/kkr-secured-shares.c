/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-private.h>

static gboolean
to_share (const KkrRational *value, KkrCohortShare *share)
{
  if (value->den <= 0 || value->num < 0 || value->num > value->den
      || value->den > KKR_COHORT_MAX_DENOMINATOR)
    return FALSE;
  share->num = (gint64) value->num;
  share->den = (gint64) value->den;
  return TRUE;
}

gboolean
kkr_secured_get_percent (const KkrSheet *stays, guint row, guint column, KkrCohortShare *share)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  const KkrRational percent = kkr_sheet_get_number (stays, row, column);
  KkrRational value;

  return percent.den != 0 && kkr_rational_divide (&percent, &hundred, &value)
         && to_share (&value, share);
}

gboolean
kkr_secured_get_share (const KkrSheet *stays, guint row, guint length, guint ended,
                       KkrCohortShare *share)
{
  const KkrRational one = KKR_RATIONAL_INT (1);
  const KkrRational years = kkr_sheet_get_number (stays, row, length);
  KkrRational value;

  if (!kkr_sheet_has (stays, row, length))
    return kkr_secured_get_percent (stays, row, ended, share);
  if (years.num <= 0)
    return FALSE;
  /* Who stays less than a year and is there when it begins, has left when it ends. */
  if (kkr_rational_compare (&years, &one) <= 0)
    return years.den <= KKR_COHORT_MAX_DENOMINATOR && to_share (&one, share);
  return kkr_rational_divide (&one, &years, &value) && to_share (&value, share);
}

KkrRational
kkr_secured_get_present (const KkrSheet *stays, guint row)
{
  const KkrRational one = KKR_RATIONAL_INT (1);
  KkrRational years;

  if (row == KKR_SECURED_NO_ROW || !kkr_sheet_has (stays, row, KKR_SECURED_STAY_LENGTH))
    return one;
  years = kkr_sheet_get_number (stays, row, KKR_SECURED_STAY_LENGTH);
  return kkr_rational_compare (&years, &one) < 0 ? years : one;
}

gboolean
kkr_secured_get_arrivals (const KkrSecured *self, guint row, int year, guint column,
                          KkrRational *persons)
{
  const KkrSheet *sheet = self->inflow;
  const gint64 from = kkr_sheet_has (sheet, row, KKR_SECURED_INFLOW_YEAR)
                        ? kkr_sheet_get_whole (sheet, row, KKR_SECURED_INFLOW_YEAR)
                        : self->first_year;
  const KkrRational years = KKR_RATIONAL_INT (year - from);
  const KkrRational most = KKR_RATIONAL_INT (KKR_COHORT_MAX_PERSONS);
  KkrRational change = KKR_RATIONAL_ZERO;

  *persons = (KkrRational) KKR_RATIONAL_ZERO;
  if (kkr_sheet_has (sheet, row, column))
    *persons = kkr_sheet_get_number (sheet, row, column);
  if (kkr_sheet_has (sheet, row, column + 1))
    change = kkr_sheet_get_number (sheet, row, column + 1);
  return kkr_rational_multiply (&change, &years, &change)
         && kkr_rational_add (persons, &change, persons) && persons->num >= 0
         && kkr_rational_compare (persons, &most) <= 0;
}

gboolean
kkr_secured_round (const KkrSecured *self, const KkrRational *persons, gint64 *millionths)
{
  const KkrRational scale = KKR_RATIONAL_INT (KKR_COHORT_SCALE);
  KkrRational scaled;

  return kkr_rational_multiply (persons, &scale, &scaled)
         && kkr_rational_round (&scaled, self->rounding, 1, millionths);
}

KkrRational
kkr_secured_exact (gint64 millionths)
{
  KkrRational value = KKR_RATIONAL_ZERO;

  kkr_rational_init (&value, millionths, KKR_COHORT_SCALE);
  return value;
}
