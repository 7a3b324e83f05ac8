/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-statistics-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

/* Files that Statistikbanken and spreadsheets save beside CSV and JSON-stat are told by how they
 * begin. */

typedef struct {
  const char *start;
  gsize length;
  gboolean is_text; /* after blanks, in capitals or not */
  const char *kind;
} FileKind;

#define BYTES(text) text, sizeof (text) - 1

static const FileKind kinds[] = {
  { BYTES ("%PDF"), FALSE, N_("a PDF document") },
  { BYTES ("PK\x03\x04"), FALSE, N_("a spreadsheet (XLSX, ODS) or another ZIP archive") },
  { BYTES ("\xd0\xcf\x11\xe0"), FALSE, N_("a spreadsheet (XLS)") },
  { BYTES ("\x1f\x8b"), FALSE, N_("a compressed file (gzip)") },
  { BYTES ("{\\rtf"), FALSE, N_("a text with formats (RTF)") },
  { BYTES ("<!doctype html"), TRUE, N_("a web page (HTML)") },
  { BYTES ("<html"), TRUE, N_("a web page (HTML)") },
  { BYTES ("<table"), TRUE, N_("a web page (HTML)") },
  { BYTES ("<?xml"), TRUE, N_("an XML file") },
  { BYTES ("<register"), TRUE, N_("an XML file") },
  { BYTES ("charset="), TRUE, N_("a PC-Axis file (PX)") },
  { BYTES ("axis-version="), TRUE, N_("a PC-Axis file (PX)") },
};

gboolean
kkr_statistics_check_kind (KkrStatistics *statistics, const char *bytes, gsize size)
{
  gsize mark = size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0, blanks = mark;

  while (blanks < size && g_ascii_isspace (bytes[blanks]))
    blanks++;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const FileKind *kind = &kinds[i];
      gsize at = kind->is_text ? blanks : mark;

      if (size - at < kind->length
          || (kind->is_text ? g_ascii_strncasecmp (bytes + at, kind->start, kind->length)
                            : memcmp (bytes + at, kind->start, kind->length)) != 0)
        continue;
      kkr_statistics_problem (statistics, KKR_STATISTICS_OTHER_FILE, 1, 1, NULL,
                              _("another kind of file: %s found, a table saved as CSV or JSON-stat "
                                "expected"), _(kind->kind));
      return FALSE;
    }
  return TRUE;
}
