/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-expression-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>

/* No formula that a person wrote comes near it, and no stack is hurt by it. */
#define MAX_DEPTH 64

typedef enum {
  TOKEN_END,
  TOKEN_NUMBER,
  TOKEN_NAME,
  TOKEN_SIGN,
  TOKEN_UNKNOWN,
} TokenKind;

typedef struct {
  TokenKind kind;
  const char *start;
  gsize length;
} Token;

typedef struct {
  const char *text;
  Token token;
  guint depth;
  KkrExpressionVisit visit;
  gpointer user_data;
  GError **error;
} Parser;

static gboolean parse_sum (Parser *self);

static gsize
span_digits (const char *text)
{
  return strspn (text, "0123456789");
}

static Token
next_token (const char *at)
{
  Token token = { TOKEN_UNKNOWN, at + strspn (at, " \t\n"), 1 };
  const char *start = token.start;

  if (*start == '\0')
    {
      token.kind = TOKEN_END;
      token.length = 0;
    }
  else if (g_ascii_isdigit (*start))
    {
      token.kind = TOKEN_NUMBER;
      token.length = span_digits (start);
      if (start[token.length] == '.' && g_ascii_isdigit (start[token.length + 1]))
        token.length += 1 + span_digits (start + token.length + 1);
    }
  else if (g_ascii_islower (*start))
    {
      token.kind = TOKEN_NAME;
      token.length = strspn (start, "abcdefghijklmnopqrstuvwxyz0123456789_");
    }
  else if (strchr ("+-*/(),", *start) != NULL)
    token.kind = TOKEN_SIGN;
  return token;
}

static void
advance (Parser *self)
{
  self->token = next_token (self->token.start + self->token.length);
}

static gboolean
is_sign (const Token *token, char sign)
{
  return token->kind == TOKEN_SIGN && *token->start == sign;
}

static gboolean
token_equals (const Token *token, const char *text)
{
  return token->length == strlen (text) && strncmp (token->start, text, token->length) == 0;
}

static char *
describe_token (const Token *token)
{
  gunichar character;

  if (token->kind == TOKEN_END)
    return g_strdup (_("the end"));
  if (token->kind != TOKEN_UNKNOWN)
    return g_strdup_printf ("\"%.*s\"", (int) token->length, token->start);
  character = g_utf8_get_char_validated (token->start, -1);
  if (character >= 0x20 && character < 0x110000 && character != 0x7f)
    return g_strdup_printf ("\"%.*s\"", g_utf8_skip[*(const guchar *) token->start], token->start);
  return g_strdup_printf (_("the byte %u"), (guint) *(const guchar *) token->start);
}

/* All before a fault is ASCII, so bytes are characters. */
static gboolean
fail (Parser *self, const char *expected)
{
  g_autofree char *found = describe_token (&self->token);

  g_set_error (self->error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("wrong formula at character %zu: %s found, %s expected"),
               (gsize) (self->token.start - self->text) + 1, found, expected);
  return FALSE;
}

static gboolean
expect_sign (Parser *self, char sign)
{
  const char expected[] = { '"', sign, '"', '\0' };

  if (!is_sign (&self->token, sign))
    return fail (self, expected);
  advance (self);
  return TRUE;
}

static gboolean
emit (Parser *self, KkrExpressionOperator op, const char *name, const KkrRational *number)
{
  return self->visit (op, (gsize) (self->token.start - self->text) + 1, name, number,
                      self->user_data, self->error);
}

static gboolean
parse_number (Parser *self)
{
  g_autofree char *text = g_strndup (self->token.start, self->token.length);
  KkrRational number;

  if (!kkr_rational_parse (text, &number))
    {
      g_autofree char *what = g_strdup_printf (_("the number %s in the formula"), text);

      return kkr_rational_overflow (self->error, what);
    }
  if (!emit (self, KKR_EXPRESSION_NUMBER, NULL, &number))
    return FALSE;
  advance (self);
  return TRUE;
}

static gboolean
parse_function (Parser *self)
{
  gboolean smallest = token_equals (&self->token, "min");

  advance (self);
  return expect_sign (self, '(') && parse_sum (self) && expect_sign (self, ',') &&
         parse_sum (self) && expect_sign (self, ')') &&
         emit (self, smallest ? KKR_EXPRESSION_MIN : KKR_EXPRESSION_MAX, NULL, NULL);
}

static gboolean
parse_primary (Parser *self)
{
  g_autofree char *name = NULL;

  if (self->token.kind == TOKEN_NUMBER)
    return parse_number (self);
  if (token_equals (&self->token, "min") || token_equals (&self->token, "max"))
    return parse_function (self);
  if (self->token.kind == TOKEN_NAME)
    {
      name = g_strndup (self->token.start, self->token.length);
      if (!emit (self, KKR_EXPRESSION_NAME, name, NULL))
        return FALSE;
      advance (self);
      return TRUE;
    }
  if (!is_sign (&self->token, '('))
    return fail (self, _("a number, a name or \"(\""));
  advance (self);
  return parse_sum (self) && expect_sign (self, ')');
}

static gboolean
parse_signed (Parser *self)
{
  gboolean negative = FALSE;

  for (; is_sign (&self->token, '-'); advance (self))
    negative = !negative;
  return parse_primary (self) &&
         (!negative || emit (self, KKR_EXPRESSION_NEGATE, NULL, NULL));
}

static gboolean
parse_product (Parser *self)
{
  if (!parse_signed (self))
    return FALSE;
  while (is_sign (&self->token, '*') || is_sign (&self->token, '/'))
    {
      gboolean division = is_sign (&self->token, '/');

      advance (self);
      if (!parse_signed (self) ||
          !emit (self, division ? KKR_EXPRESSION_DIVIDE : KKR_EXPRESSION_MULTIPLY, NULL, NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
parse_sum (Parser *self)
{
  if (++self->depth > MAX_DEPTH)
    {
      g_autofree char *limit = g_strdup_printf (_("at most %d levels of parentheses"), MAX_DEPTH);

      return fail (self, limit);
    }
  if (!parse_product (self))
    return FALSE;
  while (is_sign (&self->token, '+') || is_sign (&self->token, '-'))
    {
      gboolean minus = is_sign (&self->token, '-');

      advance (self);
      if (!parse_product (self) ||
          !emit (self, minus ? KKR_EXPRESSION_SUBTRACT : KKR_EXPRESSION_ADD, NULL, NULL))
        return FALSE;
    }
  self->depth--;
  return TRUE;
}

gboolean
kkr_expression_visit (const char *text, KkrExpressionVisit visit, gpointer user_data,
                      GError **error)
{
  Parser self = { text, next_token (text), 0, visit, user_data, error };

  return parse_sum (&self) &&
         (self.token.kind == TOKEN_END || fail (&self, _("an operator or the end")));
}

gboolean
kkr_expression_is_name (const char *text)
{
  Token token = next_token (text);

  return token.kind == TOKEN_NAME && token.start == text && text[token.length] == '\0' &&
         !g_str_equal (text, "min") && !g_str_equal (text, "max");
}

static void
print_sign (GString *out, char sign, gboolean after_operand)
{
  if (sign == ',')
    g_string_append (out, "; ");
  else if (sign == '*')
    g_string_append (out, " × ");
  else if (after_operand && strchr ("+-/", sign) != NULL)
    g_string_append_printf (out, " %c ", sign);
  else
    g_string_append_c (out, sign);
}

char *
kkr_expression_print (const char *text, KkrExpressionPrint print, gpointer user_data)
{
  GString *out = g_string_new (NULL);
  gboolean after_operand = FALSE;
  Token token;

  for (token = next_token (text); token.kind == TOKEN_NUMBER || token.kind == TOKEN_NAME ||
       token.kind == TOKEN_SIGN; token = next_token (token.start + token.length))
    {
      g_autofree char *name = g_strndup (token.start, token.length);
      g_autofree char *printed = NULL;
      KkrRational number;

      if (token.kind == TOKEN_SIGN)
        print_sign (out, *token.start, after_operand);
      else if (token_equals (&token, "min") || token_equals (&token, "max"))
        g_string_append (out, name);
      else if (token.kind == TOKEN_NAME)
        printed = print (name, NULL, user_data);
      else if (kkr_rational_parse (name, &number))
        printed = print (name, &number, user_data);
      if (printed != NULL)
        g_string_append (out, printed);
      after_operand = token.kind != TOKEN_SIGN || *token.start == ')';
    }
  return g_string_free (out, FALSE);
}
