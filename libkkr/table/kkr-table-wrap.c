/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-wrap-private.h>

guint
kkr_text_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

guint
kkr_text_longest_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, kkr_text_width (words[i]));
  return longest;
}

char **
kkr_text_wrap (const char *text, guint width)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GString) line = g_string_new (words[0]);

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    {
      if (kkr_text_width (line->str) + 1 + kkr_text_width (words[i]) <= width)
        {
          g_string_append_printf (line, " %s", words[i]);
          continue;
        }
      g_strv_builder_add (lines, line->str);
      g_string_assign (line, words[i]);
    }
  g_strv_builder_add (lines, line->str);
  return g_strv_builder_end (lines);
}

guint
kkr_widths_sum (const guint *widths, guint n, guint gap)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i] + (i > 0 ? gap : 0);
  return sum;
}

void
kkr_widths_fit (guint *widths, const guint *least, guint n, guint gap)
{
  for (guint sum = kkr_widths_sum (widths, n, gap); sum > KKR_TABLE_WIDTH; sum--)
    {
      guint widest = n;

      for (guint i = 0; i < n; i++)
        if (widths[i] > least[i] && (widest == n || widths[i] > widths[widest]))
          widest = i;
      if (widest == n)
        return;
      widths[widest]--;
    }
}
