/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-writing-private.h>

gboolean
kkr_writing_goes_on (KkrWriting *writing)
{
  return writing->error == NULL
         && !g_cancellable_set_error_if_cancelled (writing->cancellable, &writing->error);
}

static void
indent (KkrWriting *writing)
{
  for (guint i = 0; i < writing->depth; i++)
    g_string_append (writing->out, "  ");
}

void
kkr_writing_begin (KkrWriting *writing, const char *element)
{
  indent (writing);
  g_string_append_c (writing->out, '<');
  g_string_append (writing->out, element);
}

static void
refuse (KkrWriting *writing, const char *name, const char *value)
{
  g_autofree char *quoted = kkr_text_quote (value);

  if (writing->error == NULL)
    g_set_error (&writing->error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_VALUE,
                 _("a text that XML cannot hold: %s %s found, no control characters expected"),
                 name, quoted);
}

/* A parser makes a space of a bare line end or tab. */
static void
append_escaped (KkrWriting *writing, const char *name, const char *value)
{
  GString *out = writing->out;

  for (const char *at = value; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if (c == '\n' || c == '\r' || c == '\t')
        g_string_append_printf (out, "&#%u;", (guint) c);
      else if (c < 0x20 || c == 0xfffe || c == 0xffff)
        {
          refuse (writing, name, value);
          return;
        }
      else
        g_string_append_len (out, at, g_utf8_next_char (at) - at);
    }
}

void
kkr_writing_attribute (KkrWriting *writing, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_c (writing->out, ' ');
  g_string_append (writing->out, name);
  g_string_append (writing->out, "=\"");
  if (g_utf8_validate (value, -1, NULL))
    append_escaped (writing, name, value);
  else
    refuse (writing, name, value);
  g_string_append_c (writing->out, '"');
}

void
kkr_writing_end (KkrWriting *writing)
{
  g_string_append (writing->out, "/>\n");
}

void
kkr_writing_open (KkrWriting *writing)
{
  g_string_append (writing->out, ">\n");
  writing->depth++;
}

void
kkr_writing_close (KkrWriting *writing, const char *element)
{
  writing->depth--;
  indent (writing);
  g_string_append_printf (writing->out, "</%s>\n", element);
}
