/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-claims-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>

/* Those of two signs before those of one. The target is what left minus right has to be. */
static const struct {
  const char *sign;
  const char *plain;
  int side;
  gboolean equal;
} relations[] = {
  { "<=", "<=", -1, TRUE }, { ">=", ">=", 1, TRUE }, { "≤", "<=", -1, TRUE },
  { "≥", ">=", 1, TRUE },   { "<", "<", -1, FALSE }, { ">", ">", 1, FALSE },
  { "=", "=", 0, TRUE },
};

static int
relation_at (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (relations); i++)
    if (g_str_has_prefix (text, relations[i].sign))
      return (int) i;
  return -1;
}

/* "1.234" is 1234 to a Danish reader and 1,234 in a formula; "0.125" and "12.5" are one number. */
static gboolean
is_ambiguous (const char *number, gsize length)
{
  const char *dot = memchr (number, '.', length);

  return dot != NULL && dot - number <= 3 && *number != '0' &&
         length - (gsize) (dot - number) == 4;
}

static gboolean
take_number (const char **at, GString *out, GError **error)
{
  gsize length = strspn (*at, "0123456789");
  const char *start = *at;

  if ((start[length] == '.' || start[length] == ',') && g_ascii_isdigit (start[length + 1]))
    length += 1 + strspn (start + length + 1, "0123456789");
  *at += length;
  if (is_ambiguous (start, length))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("a number that can be read in two ways: \"%.*s\" found, it without the dot, "
                     "or with a comma before decimals, expected"), (int) length, start);
      return FALSE;
    }
  for (gsize i = 0; i < length; i++)
    g_string_append_c (out, start[i] == ',' ? '.' : start[i]);
  return TRUE;
}

static const struct {
  const char *found, *written;
} signs[] = {
  { "×", "*" }, { "·", "*" }, { "−", "-" }, { "–", "-" }, { "÷", "/" }, { "\u00a0", " " },
};

char *
kkr_claim_formula_text (const char *text, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean in_name = FALSE;

  while (*text != '\0')
    {
      gsize i = 0;

      if (g_ascii_isdigit (*text) && !in_name)
        {
          if (!take_number (&text, out, error))
            return NULL;
          continue;
        }
      while (i < G_N_ELEMENTS (signs) && !g_str_has_prefix (text, signs[i].found))
        i++;
      in_name = g_ascii_isalnum (*text) || *text == '_';
      if (i < G_N_ELEMENTS (signs))
        {
          g_string_append (out, signs[i].written);
          text += strlen (signs[i].found);
        }
      else
        g_string_append_c (out, *text++);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* What stands before, what relates, what stands behind. */
static gboolean
part_claim (KkrClaim *self, GError **error)
{
  const char *sign = NULL;
  guint n = 0;
  int found = -1;

  for (const char *at = self->text; *at != '\0';)
    {
      int here = relation_at (at);

      if (here >= 0)
        {
          found = here;
          sign = at;
          n++;
        }
      at += here >= 0 ? strlen (relations[here].sign) : 1;
    }
  if (n != 1)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("%u relations found, one of = < > <= >= expected"), n);
      return FALSE;
    }
  self->left = g_strstrip (g_strndup (self->text, (gsize) (sign - self->text)));
  self->right = g_strstrip (g_strdup (sign + strlen (relations[found].sign)));
  self->relation = g_strdup (relations[found].plain);
  if (relations[found].side == 0)
    self->target = kkr_interval_point (&KKR_RATIONAL_ZERO);
  else
    self->target = kkr_interval_beyond (&KKR_RATIONAL_ZERO, relations[found].side,
                                        relations[found].equal);
  return TRUE;
}

static KkrClaimFormula *
compile (const char *text, const KkrClaimSet *set, GError **error)
{
  return kkr_claim_formula_new (text, (const KkrClaimVariable *) (gpointer) set->variables->data,
                                set->variables->len, error);
}

static gboolean
compile_claim (KkrClaim *self, const KkrClaimSet *set, GError **error)
{
  g_autofree char *left = kkr_claim_formula_text (self->left, error);
  g_autofree char *right = left != NULL ? kkr_claim_formula_text (self->right, error) : NULL;
  g_autofree char *gap = NULL;

  if (right == NULL)
    return FALSE;
  self->left_formula = compile (left, set, error);
  self->right_formula = self->left_formula != NULL ? compile (right, set, error) : NULL;
  if (self->right_formula == NULL)
    return FALSE;
  gap = g_strdup_printf ("(%s) - (%s)", left, right);
  self->gap = compile (gap, set, error);
  if (self->gap == NULL)
    return FALSE;
  g_free (self->left);
  g_free (self->right);
  self->left = g_steal_pointer (&left);
  self->right = g_steal_pointer (&right);
  return TRUE;
}

KkrClaim *
kkr_claim_new (const char *text, const KkrClaimSet *set, GError **error)
{
  KkrClaim *self = g_new0 (KkrClaim, 1);

  self->text = g_strdup (text);
  if (part_claim (self, error) && compile_claim (self, set, error))
    return self;
  if (error != NULL)
    {
      g_autofree char *quoted = kkr_text_quote (text);

      g_prefix_error (error, "%s: ", quoted);
    }
  kkr_claim_free (self);
  return NULL;
}

void
kkr_claim_free (KkrClaim *self)
{
  g_free (self->text);
  g_free (self->left);
  g_free (self->relation);
  g_free (self->right);
  g_clear_pointer (&self->left_formula, kkr_claim_formula_free);
  g_clear_pointer (&self->right_formula, kkr_claim_formula_free);
  g_clear_pointer (&self->gap, kkr_claim_formula_free);
  g_free (self->point);
  g_free (self);
}
