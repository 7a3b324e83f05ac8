/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-relation-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-expression-private.h>
#include <libkkr/base/kkr-number-private.h>

#define NAME_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789_"

typedef struct {
  KkrCaseBook *book;
  const KkrPlace *place;
  KkrCaseExpression *expression;
  GString *text;
  GHashTable *names; /* of references, by what is written */
} Maker;

void
kkr_case_expression_free (KkrCaseExpression *self)
{
  g_array_unref (self->references);
  g_free (self);
}

static gboolean
has_name (const Maker *self, const char *name)
{
  for (guint i = 0; i < self->expression->references->len; i++)
    if (g_str_equal (g_array_index (self->expression->references, KkrCaseReference, i).name, name))
      return TRUE;
  return FALSE;
}

/* A name that formulas can have, as near to what is written as that goes. */
static const char *
make_name (Maker *self, const char *wanted)
{
  g_autofree char *lower = g_utf8_strdown (wanted, -1);
  g_autoptr (GString) name = g_string_new (NULL);
  gsize length;

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0xe6 || c == 0xf8 || c == 0xe5)
        g_string_append (name, c == 0xe6 ? "ae" : c == 0xf8 ? "oe" : "aa");
      else if (c < 128 && g_ascii_isalnum ((char) c))
        g_string_append_c (name, (char) c);
      else if (name->len > 0 && name->str[name->len - 1] != '_')
        g_string_append_c (name, '_');
    }
  if (!kkr_expression_is_name (name->str))
    g_string_prepend (name, "x");
  length = name->len;
  for (guint i = 2; has_name (self, name->str); i++)
    {
      g_string_truncate (name, length);
      g_string_append_printf (name, "_%u", i);
    }
  return g_string_chunk_insert (self->book->findings.strings, name->str);
}

static gboolean
refuse (Maker *self, const char *what, const char *found)
{
  g_autofree char *quoted = kkr_text_quote (found);

  kkr_case_add_problem (&self->book->findings, KKR_CASE_RULE_BAD_EXPRESSION, self->place, NULL,
                        "%s: %s", what, quoted);
  return FALSE;
}

/* What stands between brackets, or a bare name. */
static gboolean
read_reference (Maker *self, const char *written, KkrCaseReference *reference)
{
  const char *bar = strchr (written, '|'), *mark = strchr (written, '!');
  const char *row = written;

  *reference = (KkrCaseReference) { .in = self->expression->in };
  if (bar == NULL)
    {
      if (self->expression->axis == KKR_CASE_AXIS_NONE)
        return refuse (self, _("a cell without \"row|column\""), written);
      if (self->expression->axis == KKR_CASE_AXIS_COLUMN)
        reference->column = written;
      else
        reference->row = written;
      return TRUE;
    }
  if (mark != NULL && mark < bar)
    {
      g_autofree char *id = g_strstrip (g_strndup (written, (gsize) (mark - written)));

      reference->in = kkr_case_book_need (self->book, id, self->place);
      if (reference->in == NULL)
        return FALSE;
      row = mark + 1;
    }
  {
    g_autofree char *first = g_strstrip (g_strndup (row, (gsize) (bar - row)));
    g_autofree char *second = g_strstrip (g_strdup (bar + 1));

    reference->row = g_string_chunk_insert (self->book->findings.strings, first);
    reference->column = g_string_chunk_insert (self->book->findings.strings, second);
  }
  return TRUE;
}

static gboolean
add_reference (Maker *self, const char *start, gsize length)
{
  g_autofree char *written = g_strstrip (g_strndup (start, length));
  const char *kept, *name = g_hash_table_lookup (self->names, written);
  KkrCaseReference reference;

  if (name != NULL)
    {
      g_string_append (self->text, name);
      return TRUE;
    }
  kept = g_string_chunk_insert (self->book->findings.strings, written);
  if (!read_reference (self, kept, &reference))
    return FALSE;
  reference.name = make_name (self, reference.row == NULL ? reference.column
                                    : strchr (reference.row, '{') != NULL
                                        && reference.column != NULL ? reference.column
                                    : reference.row);
  g_array_append_val (self->expression->references, reference);
  g_hash_table_insert (self->names, (gpointer) kept, (gpointer) reference.name);
  g_string_append (self->text, reference.name);
  return TRUE;
}

/* "[a][b]" is no name "ab". */
static void
part_words (Maker *self, char next)
{
  char last = self->text->len > 0 ? self->text->str[self->text->len - 1] : ' ';

  if ((g_ascii_isalnum (last) || last == '_' || last == '.')
      && (g_ascii_isalnum (next) || next == '['))
    g_string_append_c (self->text, ' ');
}

/* The length of what begins here, or 0 and a problem. */
static gsize
take_token (Maker *self, const char *at)
{
  const char *end;
  gsize length = 1;

  part_words (self, *at);
  if (*at == '[')
    {
      end = strchr (at, ']');
      if (end == NULL)
        {
          refuse (self, _("a bracket that is not closed"), at);
          return 0;
        }
      return add_reference (self, at + 1, (gsize) (end - at) - 1) ? (gsize) (end - at) + 1 : 0;
    }
  if (g_ascii_islower (*at))
    {
      length = strspn (at, NAME_CHARACTERS);
      if ((length == 3 && strncmp (at, "min", 3) == 0) || (length == 3
                                                           && strncmp (at, "max", 3) == 0))
        g_string_append_len (self->text, at, (gssize) length);
      else if (!add_reference (self, at, length))
        return 0;
      return length;
    }
  if (g_ascii_isdigit (*at))
    length = strspn (at, "0123456789.");
  g_string_append_len (self->text, at, (gssize) length);
  return length;
}

/* Every cell is 1, so that no more than the grammar is at stake. */
static gboolean
look_up_one (const char *name, gpointer user_data, KkrRational *value, GError **error)
{
  *value = KKR_RATIONAL_INT (1);
  return TRUE;
}

static gboolean
check_grammar (Maker *self)
{
  g_autoptr (GError) error = NULL;
  KkrRational value;

  if (kkr_expression_evaluate (self->text->str, look_up_one, NULL, &value, &error)
      || strstr (self->text->str, "/") != NULL)
    return TRUE;
  kkr_case_add_problem (&self->book->findings, KKR_CASE_RULE_BAD_EXPRESSION, self->place, NULL,
                        "\"%s\": %s", self->text->str, error->message);
  return FALSE;
}

KkrCaseExpression *
kkr_case_expression_new (KkrCaseBook *book, const KkrCase *self, KkrCaseAxis axis,
                         const char *text, const KkrPlace *place)
{
  g_autoptr (KkrCaseExpression) expression = g_new0 (KkrCaseExpression, 1);
  g_autoptr (GString) made = g_string_new (NULL);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Maker maker = { book, place, expression, made, names };

  expression->in = self;
  expression->axis = axis;
  expression->references = g_array_new (FALSE, FALSE, sizeof (KkrCaseReference));
  for (const char *at = text; *at != '\0';)
    {
      gsize length = take_token (&maker, at);

      if (length == 0)
        return NULL;
      at += length;
    }
  g_strstrip (made->str);
  if (!check_grammar (&maker))
    return NULL;
  expression->text = g_string_chunk_insert (book->findings.strings, made->str);
  return g_steal_pointer (&expression);
}

static char *
fill_in (const char *pattern, const char *row, const char *column)
{
  g_autoptr (GString) text = g_string_new (pattern);

  g_string_replace (text, "{row}", row, 0);
  g_string_replace (text, "{column}", column, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The place of a row or column, or -1. */
static int
find_name (KkrCaseBook *book, const KkrCaseReference *self, gboolean is_row, const char *row,
           const char *column, const KkrPlace *place)
{
  const char *pattern = is_row ? self->row : self->column;
  g_autofree char *filled = NULL;

  if (pattern == NULL)
    pattern = is_row ? row : column;
  else if (strchr (pattern, '{') != NULL)
    pattern = filled = fill_in (pattern, row, column);
  if (place == NULL)
    return is_row ? kkr_case_find_row (self->in, pattern)
                  : kkr_case_find_column (self->in, pattern);
  return is_row ? kkr_case_need_row (book, self->in, pattern, place)
                : kkr_case_need_column (book, self->in, pattern, place);
}

gboolean
kkr_case_reference_resolve (KkrCaseBook *book, const KkrCaseReference *self, const char *row,
                            const char *column, const KkrPlace *place, KkrCaseSpot *spot)
{
  int found_row = find_name (book, self, TRUE, row, column, place);
  int found_column = found_row >= 0 ? find_name (book, self, FALSE, row, column, place) : -1;

  if (found_column < 0)
    return FALSE;
  *spot = (KkrCaseSpot) { self->in, (guint) found_row, (guint) found_column };
  return TRUE;
}
