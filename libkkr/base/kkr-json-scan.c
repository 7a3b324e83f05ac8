/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-json-scan-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>

typedef struct {
  guint token;
  /* The name of the last member of an object, 0 when there is none. */
  guint name;
} Level;

typedef struct {
  KkrJsonScan *scan;
  const char *at;
  guint max_tokens;
  guint depth;
  Level levels[KKR_JSON_MAX_DEPTH];
  GError **error;
} Scanner;

/* All of them: the text was checked to be UTF-8. */
static gsize
get_character (const Scanner *self)
{
  return (gsize) g_utf8_strlen (self->scan->text, self->at - self->scan->text) + 1;
}

static gboolean
fail (Scanner *self, const char *expected)
{
  g_autofree char *found = NULL;
  guchar byte = (guchar) *self->at;

  if (byte == '\0')
    found = g_strdup (_("the end"));
  else if (strchr (" \t\r\n", (char) byte) != NULL)
    found = g_strdup (_("white space"));
  else if (byte < 0x20 || byte == 0x7f)
    found = g_strdup_printf (_("the byte %u"), (guint) byte);
  else
    found = g_strdup_printf ("\"%.*s\"", g_utf8_skip[byte], self->at);
  g_set_error (self->error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SYNTAX,
               _("no canonical JSON at character %zu: %s found, %s expected"),
               get_character (self), found, expected);
  return FALSE;
}

static gboolean
add_token (Scanner *self, KkrJsonKind kind, guint length)
{
  GArray *tokens = self->scan->tokens;
  const KkrJsonToken token = {
    kind, (guint) (self->at - self->scan->text), length, tokens->len + 1,
  };

  if (tokens->len >= self->max_tokens)
    {
      g_set_error (self->error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_LIMIT,
                   _("too many values and names: a %u. found at character %zu, at most %u "
                     "expected"),
                   tokens->len + 1, get_character (self), self->max_tokens);
      return FALSE;
    }
  g_array_append_val (tokens, token);
  return TRUE;
}

static int
read_hex (const char *at)
{
  static const char digits[] = "0123456789abcdef";
  const char *found = *at != '\0' ? strchr (digits, *at) : NULL;

  return found != NULL ? (int) (found - digits) : -1;
}

/* The character that an escape stands for, and how long it is; 0 where it is none that has to be.
 * A text of ours has no NUL. */
static char
read_escape (const char *at, gsize *length)
{
  static const char letters[] = "btnfr\"\\";
  static const char shorts[] = "\b\t\n\f\r\"\\";
  const char *found = at[1] != '\0' ? strchr (letters, at[1]) : NULL;
  int high, low;
  char character;

  *length = 2;
  if (found != NULL)
    return shorts[found - letters];
  if (strncmp (at, "\\u00", 4) != 0)
    return '\0';
  high = read_hex (at + 4);
  low = high >= 0 ? read_hex (at + 5) : -1;
  if (low < 0 || high > 1)
    return '\0';
  *length = 6;
  character = (char) (high * 16 + low);
  return strchr (shorts, character) == NULL ? character : '\0';
}

static gboolean
scan_text (Scanner *self)
{
  const char *start = self->at + 1, *at = start;
  gsize length;

  while (*at != '"')
    {
      if (*at != '\\' && (guchar) *at >= 0x20)
        at++;
      else if (*at == '\\' && read_escape (at, &length) != '\0')
        at += length;
      else
        {
          self->at = at;
          return fail (self, *at == '\\' ? _("an escape only where JSON demands one")
                                         : _("a text that ends with a quotation mark"));
        }
    }
  self->at = start;
  if (!add_token (self, KKR_JSON_TEXT, (guint) (at - start)))
    return FALSE;
  self->at = at + 1;
  return TRUE;
}

static char *
quote_token (const Scanner *self, guint at)
{
  g_autofree char *text = kkr_json_scan_dup_text (self->scan, at);

  return kkr_text_quote (text);
}

static gboolean
check_order (Scanner *self, guint last, guint name)
{
  const KkrJsonToken *a = kkr_json_scan_get (self->scan, last);
  const KkrJsonToken *b = kkr_json_scan_get (self->scan, name);
  const char *text = self->scan->text;
  int order = memcmp (text + a->start, text + b->start, MIN (a->length, b->length));
  g_autofree char *before = NULL, *found = NULL;

  if (order == 0)
    order = a->length < b->length ? -1 : a->length > b->length;
  if (order < 0)
    return TRUE;
  before = quote_token (self, last);
  found = quote_token (self, name);
  if (order == 0)
    g_set_error (self->error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_DUPLICATE,
                 _("the same member twice, before character %zu: %s found, another name expected"),
                 get_character (self), found);
  else
    g_set_error (self->error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SYNTAX,
                 _("members out of order, before character %zu: %s found after %s, the order of "
                   "the code points expected"), get_character (self), found, before);
  return FALSE;
}

static gboolean
scan_name (Scanner *self)
{
  Level *level = &self->levels[self->depth - 1];
  guint name = self->scan->tokens->len;

  if (*self->at != '"')
    return fail (self, _("the name of a member"));
  if (!scan_text (self) || (level->name > 0 && !check_order (self, level->name, name)))
    return FALSE;
  level->name = name;
  if (*self->at != ':')
    return fail (self, "\":\"");
  self->at++;
  return TRUE;
}

static gboolean
go_down (Scanner *self, KkrJsonKind kind)
{
  guint token = self->scan->tokens->len;

  if (self->depth == KKR_JSON_MAX_DEPTH)
    {
      g_set_error (self->error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_LIMIT,
                   _("JSON too deep: depth %u found, at most %d expected"), self->depth + 1,
                   KKR_JSON_MAX_DEPTH);
      return FALSE;
    }
  if (!add_token (self, kind, 0))
    return FALSE;
  self->levels[self->depth++] = (Level) { token, 0 };
  self->at++;
  return TRUE;
}

/* Closes what ends here and leaves the scanner where the next value begins, or at the end. */
static gboolean
go_on (Scanner *self)
{
  while (self->depth > 0)
    {
      KkrJsonToken *token = &g_array_index (self->scan->tokens, KkrJsonToken,
                                            self->levels[self->depth - 1].token);
      gboolean is_object = token->kind == KKR_JSON_OBJECT;

      if (*self->at == ',' && token->length > 0)
        {
          self->at++;
          token->length++;
          return !is_object || scan_name (self);
        }
      if (*self->at != (is_object ? '}' : ']'))
        return fail (self, is_object ? _("\",\" or \"}\"") : _("\",\" or \"]\""));
      token->next = self->scan->tokens->len;
      self->at++;
      self->depth--;
    }
  return TRUE;
}

static gboolean
scan_value (Scanner *self)
{
  char open = *self->at;
  GArray *tokens = self->scan->tokens;

  if (open == '"')
    return scan_text (self) && go_on (self);
  if (open != '{' && open != '[')
    return fail (self, _("a text, \"[\" or \"{\""));
  if (!go_down (self, open == '{' ? KKR_JSON_OBJECT : KKR_JSON_LIST))
    return FALSE;
  if (*self->at == (open == '{' ? '}' : ']'))
    return go_on (self);
  g_array_index (tokens, KkrJsonToken, self->levels[self->depth - 1].token).length = 1;
  return open == '[' || scan_name (self);
}

static gboolean
scan_all (Scanner *self)
{
  do
    {
      if (!scan_value (self))
        return FALSE;
    }
  while (self->depth > 0);
  return *self->at == '\0' || fail (self, _("the end"));
}

gboolean
kkr_json_scan_init (KkrJsonScan *self, const char *text, gsize max_length, guint max_tokens,
                    GError **error)
{
  Scanner scanner = { .scan = self, .at = text, .max_tokens = max_tokens, .error = error };
  gsize length = strnlen (text, max_length + 1);

  *self = (KkrJsonScan) { text, NULL };
  if (length > max_length)
    {
      g_set_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_LIMIT,
                   _("a text too long: more than %zu bytes found, at most so many expected"),
                   max_length);
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, &scanner.at))
    {
      g_set_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SYNTAX,
                   _("no UTF-8 at byte %zu: the byte %u found"), (gsize) (scanner.at - text) + 1,
                   (guint) (guchar) *scanner.at);
      return FALSE;
    }
  scanner.at = text;
  self->tokens = g_array_new (FALSE, FALSE, sizeof (KkrJsonToken));
  return scan_all (&scanner);
}

void
kkr_json_scan_clear (KkrJsonScan *self)
{
  g_clear_pointer (&self->tokens, g_array_unref);
}

const KkrJsonToken *
kkr_json_scan_get (const KkrJsonScan *self, guint at)
{
  return &g_array_index (self->tokens, KkrJsonToken, at);
}

gboolean
kkr_json_scan_equals (const KkrJsonScan *self, guint at, const char *text)
{
  const KkrJsonToken *token = kkr_json_scan_get (self, at);

  return token->kind == KKR_JSON_TEXT && strlen (text) == token->length &&
         memcmp (self->text + token->start, text, token->length) == 0;
}

char *
kkr_json_scan_dup_text (const KkrJsonScan *self, guint at)
{
  const KkrJsonToken *token = kkr_json_scan_get (self, at);
  const char *from = self->text + token->start, *end = from + token->length;
  char *text, *to;

  g_return_val_if_fail (token->kind == KKR_JSON_TEXT, NULL);

  to = text = g_malloc (token->length + 1);
  while (from < end)
    {
      gsize length = 1;

      *to++ = *from == '\\' ? read_escape (from, &length) : *from;
      from += length;
    }
  *to = '\0';
  return text;
}

guint
kkr_json_scan_find (const KkrJsonScan *self, guint object, const char *name)
{
  const KkrJsonToken *token = kkr_json_scan_get (self, object);
  guint at = object + 1;

  if (token->kind != KKR_JSON_OBJECT)
    return 0;
  for (guint i = 0; i < token->length; i++)
    {
      if (kkr_json_scan_equals (self, at, name))
        return at + 1;
      at = kkr_json_scan_get (self, at + 1)->next;
    }
  return 0;
}
