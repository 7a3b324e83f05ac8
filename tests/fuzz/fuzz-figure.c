/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/base/kkr-figure.h>
#include <libkkr/base/kkr-rational-private.h>

/* An end belongs to the figure just when the figure says so. */
static void
check_end (KkrFigure *figure, const char *end, gboolean included)
{
  g_autoptr (GError) error = NULL;
  KkrRational number;

  if (end == NULL)
    {
      g_assert_false (included);
      return;
    }
  g_assert_true (kkr_rational_parse (end, &number));
  g_assert_true (kkr_figure_contains (figure, end, &error) == included);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_autofree char *value = NULL, *lower = NULL, *upper = NULL, *danish = NULL, *english = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrFigure) figure = kkr_figure_new_from_string (text, &error);
  KkrRational least, most;

  if (!fuzz_settle (figure != NULL, &error))
    return 0;
  value = kkr_figure_dup_value (figure);
  lower = kkr_figure_dup_lower (figure);
  upper = kkr_figure_dup_upper (figure);
  check_end (figure, lower, kkr_figure_get_lower_included (figure));
  check_end (figure, upper, kkr_figure_get_upper_included (figure));
  if (lower != NULL && upper != NULL)
    {
      /* An interval with two ends is that of a printed number, which lies in it. */
      g_assert_true (kkr_rational_parse (lower, &least) && kkr_rational_parse (upper, &most));
      g_assert_cmpint (kkr_rational_compare (&least, &most), <=, 0);
      g_assert_true (kkr_figure_contains (figure, value, &error));
      g_assert_no_error (error);
    }
  danish = kkr_figure_to_string (figure);
  english = kkr_figure_to_string_in (figure, "en");
  fuzz_check_text (danish);
  fuzz_check_text (english);
  return 0;
}
