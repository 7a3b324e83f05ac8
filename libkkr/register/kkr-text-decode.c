/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-csv-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

/* The letters of Windows-1252 from 0x80 to 0x9f; 0 where it has none. All others are those of
 * Unicode. */
static const gunichar high_letters[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static gboolean
report (KkrDecodeProblem *problem, KkrDecodeFault fault, const char *bytes, gsize offset)
{
  *problem = (KkrDecodeProblem) { fault, (guint8) bytes[offset], 1, 1 };
  for (gsize i = 0; i < offset; i++)
    if (bytes[i] == '\n')
      {
        problem->line++;
        problem->column = 1;
      }
    else
      problem->column += fault == KKR_DECODE_UNDEFINED || ((guchar) bytes[i] & 0xc0) != 0x80;
  return FALSE;
}

/* The place of a byte that no text has; `size` if there is none. */
static gsize
find_control (const char *bytes, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (((guchar) bytes[i] < 0x20 && strchr ("\t\n\r\f", bytes[i]) == NULL) || bytes[i] == 0
        || bytes[i] == 0x7f)
      return i;
  return size;
}

static gboolean
has_high_byte (const char *bytes, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if ((guchar) bytes[i] >= 0x80)
      return TRUE;
  return FALSE;
}

/* Letters of UTF-8 that lie in one piece behind the first byte which is none. */
static gboolean
has_utf8_after (const char *bytes, gsize size)
{
  for (gsize i = 0; i + 1 < size; i++)
    if ((guchar) bytes[i] >= 0xc3 && (guchar) bytes[i] <= 0xc5
        && ((guchar) bytes[i + 1] & 0xc0) == 0x80)
      return TRUE;
  return FALSE;
}

static gboolean
decode_windows (const char *bytes, gsize size, KkrDecodedText *decoded, KkrDecodeProblem *problem)
{
  GString *text = g_string_sized_new (size + size / 8);

  for (gsize i = 0; i < size; i++)
    {
      guchar byte = (guchar) bytes[i];
      gunichar letter = byte >= 0x80 && byte < 0xa0 ? high_letters[byte - 0x80] : byte;

      if (letter == 0)
        {
          g_string_free (text, TRUE);
          return report (problem, KKR_DECODE_UNDEFINED, bytes, i);
        }
      g_string_append_unichar (text, letter);
    }
  decoded->length = text->len;
  decoded->owned = g_string_free (text, FALSE);
  decoded->text = decoded->owned;
  return TRUE;
}

gboolean
kkr_text_decode (const char *bytes, gsize size, KkrDecodedText *decoded, KkrDecodeProblem *problem)
{
  gboolean marked = size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0;
  const char *bad;
  gsize control;

  if (size >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    return report (problem, KKR_DECODE_UTF16, bytes, 0);
  if (marked)
    {
      bytes += 3;
      size -= 3;
    }
  control = find_control (bytes, size);
  if (control < size)
    return report (problem, KKR_DECODE_BYTE, bytes, control);
  *decoded = (KkrDecodedText) { bytes, size, NULL };
  if (g_utf8_validate_len (bytes, size, &bad))
    return TRUE;
  if (marked || has_high_byte (bytes, (gsize) (bad - bytes))
      || has_utf8_after (bad, size - (gsize) (bad - bytes)))
    return report (problem, KKR_DECODE_MIXED, bytes, (gsize) (bad - bytes));
  return decode_windows (bytes, size, decoded, problem);
}

char *
kkr_decode_problem_text (const KkrDecodeProblem *problem)
{
  switch (problem->fault)
    {
    case KKR_DECODE_UTF16:
      return g_strdup (_("a file in another encoding: UTF-16 found, UTF-8 or Windows-1252 "
                         "expected"));
    case KKR_DECODE_BYTE:
      return g_strdup_printf (_("no text: the byte %02x found, a text file expected"),
                              problem->byte);
    case KKR_DECODE_MIXED:
      return g_strdup_printf (_("bad UTF-8 in a file that is UTF-8 elsewhere: the byte %02x found, "
                                "one encoding throughout expected"), problem->byte);
    case KKR_DECODE_UNDEFINED:
    default:
      return g_strdup_printf (_("a file in another encoding: the byte %02x found, UTF-8 or "
                                "Windows-1252 expected"), problem->byte);
    }
}
