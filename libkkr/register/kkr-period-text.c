/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-fact-private.h>

/* The span that begins on a day and lasts so many months, in the shortest form. */
static char *
span_text (int year, int month, int n_months)
{
  if (n_months == 12 && month == 1)
    return g_strdup_printf ("%04d", year);
  if (n_months == 3 && month % 3 == 1)
    return g_strdup_printf ("%04dK%d", year, month / 3 + 1);
  if (n_months == 1)
    return g_strdup_printf ("%04d-%02d", year, month);
  return NULL;
}

char *
kkr_period_text (gint32 from, gint32 until)
{
  static const int lengths[] = { 12, 3, 1 };
  g_autofree char *start = kkr_date_to_string (from);
  g_autofree char *end = kkr_date_to_string (until);

  if (from != KKR_DATE_MIN && until != KKR_DATE_MAX)
    {
      int year, month, day;

      if (from == until)
        return g_steal_pointer (&start);
      kkr_date_split (from, &year, &month, &day);
      for (guint i = 0; day == 1 && i < G_N_ELEMENTS (lengths); i++)
        if (until == kkr_date_from_parts (year, month + lengths[i], 1) - 1)
          {
            char *text = span_text (year, month, lengths[i]);

            if (text != NULL)
              return text;
          }
    }
  return g_strconcat (start, "/", end, NULL);
}
