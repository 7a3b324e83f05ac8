/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-interval-private.h>

#include <libkkr/base/kkr-format-private.h>

#define MAX_DECIMALS 12

/* The end nearer to zero is included: that half is rounded away from it. */
gboolean
kkr_interval_around (KkrInterval *interval, const KkrRational *value, const KkrRational *precision)
{
  const KkrRational two = KKR_RATIONAL_INT (2);
  KkrRational half;

  if (!kkr_rational_divide (precision, &two, &half) ||
      !kkr_rational_subtract (value, &half, &interval->lower) ||
      !kkr_rational_add (value, &half, &interval->upper))
    return FALSE;
  interval->has_lower = interval->has_upper = TRUE;
  interval->lower_included = value->num > 0;
  interval->upper_included = value->num < 0;
  return TRUE;
}

/* From the value to its neighbour above (side 1) or below, which is left out; for zero and `side` 0
 * to both. */
static gboolean
reach_neighbours (KkrInterval *interval, const KkrRational *value, const KkrRational *precision,
                  int side)
{
  interval->lower = interval->upper = *value;
  interval->has_lower = interval->has_upper = TRUE;
  interval->lower_included = side > 0;
  interval->upper_included = side < 0;
  return (side > 0 || kkr_rational_subtract (value, precision, &interval->lower)) &&
         (side < 0 || kkr_rational_add (value, precision, &interval->upper));
}

gboolean
kkr_interval_behind (KkrInterval *interval, const KkrRational *value, const KkrRational *precision,
                     KkrRoundingMode mode)
{
  int sign = value->num > 0 ? 1 : value->num < 0 ? -1 : 0;
  KkrRational count;

  switch (mode)
    {
    case KKR_ROUNDING_MODE_FLOOR:
      return reach_neighbours (interval, value, precision, 1);
    case KKR_ROUNDING_MODE_CEILING:
      return reach_neighbours (interval, value, precision, -1);
    case KKR_ROUNDING_MODE_TOWARD_ZERO:
      return reach_neighbours (interval, value, precision, sign);
    case KKR_ROUNDING_MODE_AWAY_FROM_ZERO:
      if (sign != 0)
        return reach_neighbours (interval, value, precision, -sign);
      *interval = (KkrInterval) { *value, *value, TRUE, TRUE, TRUE, TRUE };
      return TRUE;
    case KKR_ROUNDING_MODE_HALF_EVEN:
      if (!kkr_interval_around (interval, value, precision) ||
          !kkr_rational_divide (value, precision, &count))
        return FALSE;
      interval->lower_included = interval->upper_included = count.den == 1 && count.num % 2 == 0;
      return TRUE;
    case KKR_ROUNDING_MODE_HALF_AWAY:
    case KKR_ROUNDING_MODE_UNSET:
    default:
      return kkr_interval_around (interval, value, precision);
    }
}

KkrInterval
kkr_interval_beyond (const KkrRational *value, int side, gboolean included)
{
  return (KkrInterval) {
    .lower = *value,
    .upper = *value,
    .has_lower = side > 0,
    .has_upper = side < 0,
    .lower_included = side > 0 && included,
    .upper_included = side < 0 && included,
  };
}

gboolean
kkr_interval_contains (const KkrInterval *interval, const KkrRational *number)
{
  int above = interval->has_lower ? kkr_rational_compare (number, &interval->lower) : 1;
  int below = interval->has_upper ? kkr_rational_compare (&interval->upper, number) : 1;

  return (above > 0 || (above == 0 && interval->lower_included)) &&
         (below > 0 || (below == 0 && interval->upper_included));
}

/* "fra 6,25" or "over 6,25", alone "mindst 6,25". */
static char *
describe_lower (const KkrInterval *interval, const char *language)
{
  g_autofree char *end = kkr_format_exact (&interval->lower, MAX_DECIMALS, language);
  const char *word = kkr_text_in (language, "over", "above");

  if (interval->lower_included)
    word = interval->has_upper ? kkr_text_in (language, "fra", "from")
                           : kkr_text_in (language, "mindst", "at least");
  return g_strconcat (word, " ", end, NULL);
}

/* " til under 6,35" or " til og med 6,35", alone "under 6,35" or "højst 6,35". */
static char *
describe_upper (const KkrInterval *interval, const char *language)
{
  g_autofree char *end = kkr_format_exact (&interval->upper, MAX_DECIMALS, language);
  const char *word;

  if (!interval->has_lower)
    word = interval->upper_included ? kkr_text_in (language, "højst", "at most")
                                : kkr_text_in (language, "under", "below");
  else if (interval->upper_included)
    word = kkr_text_in (language, " til og med", " up to and including");
  else if (interval->lower_included)
    word = kkr_text_in (language, " til under", " to below");
  else
    word = kkr_text_in (language, " og under", " and below");
  return g_strconcat (word, " ", end, NULL);
}

char *
kkr_interval_format (const KkrInterval *interval, const char *language)
{
  g_autofree char *lower = NULL, *upper = NULL;

  lower = interval->has_lower ? describe_lower (interval, language) : g_strdup ("");
  upper = interval->has_upper ? describe_upper (interval, language) : g_strdup ("");
  return g_strconcat (lower, upper, NULL);
}
