/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-claims-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-figure-private.h>

/* Far more than a document claims in one place, and few enough to be decided upon. */
#define MAX_TEXT (1024 * 1024)
#define MAX_FIGURES 2000
#define MAX_CLAIMS 200

char **
kkr_checking_split (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ";\n", -1);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (found, parts[i]);
  return g_strv_builder_end (found);
}

static gboolean
refuse (GError **error, const char *format, const char *text)
{
  g_autofree char *quoted = kkr_text_quote (text);

  /* The format is one of the marked ones below, which take one text. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE, format, quoted);
#pragma GCC diagnostic pop
  return FALSE;
}

static void
clear_variable (gpointer variable)
{
  g_free ((gpointer) ((KkrClaimVariable *) variable)->name);
}

static gboolean
find_name (const KkrClaimSet *self, const char *name, guint *place)
{
  for (guint i = 0; i < self->variables->len; i++)
    if (g_str_equal (g_array_index (self->variables, KkrClaimVariable, i).name, name))
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

/* "?" is a figure that nobody printed: any number at all. */
static gboolean
read_number (const char *text, KkrClaimVariable *variable, KkrRational *precision, GError **error)
{
  KkrNumber number;

  *precision = KKR_RATIONAL_ZERO;
  variable->interval = kkr_interval_all ();
  if (g_str_equal (text, "?"))
    return TRUE;
  if (!kkr_figure_parse (text, N_("a figure"), &number, &variable->interval, error))
    {
      g_prefix_error (error, "%s: ", variable->name);
      return FALSE;
    }
  variable->value = number.value;
  variable->has_value = kkr_interval_contains (&variable->interval, &number.value);
  if (variable->interval.has_lower && variable->interval.has_upper)
    *precision = number.precision;
  return TRUE;
}

static gboolean
add_figure (KkrClaimSet *self, const char *text, GError **error)
{
  const char *equal = strchr (text, '=');
  g_autofree char *name = equal != NULL ? g_strndup (text, (gsize) (equal - text)) : NULL;
  KkrClaimVariable variable = { .value = KKR_RATIONAL_ZERO };
  KkrRational precision;
  char *printed;
  guint place;

  if (equal == NULL)
    return refuse (error, _("a figure without a name: %s found, a name, = and a number such as "
                            "a = 6,3 expected"), text);
  g_strstrip (name);
  if (!kkr_expression_is_name (name))
    return refuse (error, _("a name that formulas cannot use: %s found, small letters from a to z, "
                            "digits and _ expected"), name);
  if (find_name (self, name, &place))
    return refuse (error, _("the same name twice: %s found, another name expected"), name);
  variable.name = name;
  printed = g_strstrip (g_strdup (equal + 1));
  g_ptr_array_add (self->printed, printed);
  if (!read_number (printed, &variable, &precision, error))
    return FALSE;
  variable.name = g_steal_pointer (&name);
  g_array_append_val (self->variables, variable);
  g_array_append_val (self->precisions, precision);
  return TRUE;
}

static gboolean
read_figures (KkrClaimSet *self, const char *text, GError **error)
{
  g_auto (GStrv) parts = kkr_checking_split (text);

  if (g_strv_length (parts) > MAX_FIGURES)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("too many figures: %u found, at most %d expected"), g_strv_length (parts),
                   MAX_FIGURES);
      return FALSE;
    }
  for (guint i = 0; parts[i] != NULL; i++)
    if (!add_figure (self, parts[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_whole (KkrClaimSet *self, const char *text, GError **error)
{
  g_auto (GStrv) names = g_strsplit_set (text, ",; \t\n", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint place;

      if (*names[i] == '\0')
        continue;
      if (!find_name (self, names[i], &place))
        return refuse (error, _("a whole number without a figure: %s found, the name of a figure "
                                "expected"), names[i]);
      g_array_index (self->variables, KkrClaimVariable, place).whole = TRUE;
    }
  return TRUE;
}

static gboolean
read_claims (KkrClaimSet *self, const char *text, GError **error)
{
  g_auto (GStrv) parts = kkr_checking_split (text);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (parts[0] == NULL)
    return refuse (error, _("no claim: %s found, a claim such as c = a + b expected"), text);
  if (g_strv_length (parts) > MAX_CLAIMS)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("too many claims: %u found, at most %d expected"), g_strv_length (parts),
                   MAX_CLAIMS);
      return FALSE;
    }
  for (guint i = 0; parts[i] != NULL; i++)
    {
      KkrClaim *claim;

      if (!g_hash_table_add (seen, parts[i]))
        return refuse (error, _("the same claim twice: %s found, each claim once expected"),
                       parts[i]);
      claim = kkr_claim_new (parts[i], self, error);
      if (claim == NULL)
        return FALSE;
      g_ptr_array_add (self->claims, claim);
    }
  return TRUE;
}

static gboolean
check_text (const char *text, GError **error)
{
  if (strlen (text) <= MAX_TEXT && g_utf8_validate (text, -1, NULL))
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("a text that is too long or not UTF-8: %zu bytes found, at most %d expected"),
               strlen (text), MAX_TEXT);
  return FALSE;
}

KkrClaimSet *
kkr_claim_set_new (const char *figures, const char *whole, const char *claims, const char **input,
                   GError **error)
{
  g_autoptr (KkrClaimSet) self = g_new0 (KkrClaimSet, 1);

  self->variables = g_array_new (FALSE, FALSE, sizeof (KkrClaimVariable));
  g_array_set_clear_func (self->variables, clear_variable);
  self->precisions = g_array_new (FALSE, FALSE, sizeof (KkrRational));
  self->printed = g_ptr_array_new_with_free_func (g_free);
  self->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) kkr_claim_free);
  *input = "figures";
  if (!check_text (figures, error) || !read_figures (self, figures, error))
    return NULL;
  *input = "whole";
  if (!check_text (whole, error) || !read_whole (self, whole, error))
    return NULL;
  *input = "claims";
  if (!check_text (claims, error) || !read_claims (self, claims, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
kkr_claim_set_free (KkrClaimSet *self)
{
  g_array_unref (self->variables);
  g_array_unref (self->precisions);
  g_ptr_array_unref (self->printed);
  g_ptr_array_unref (self->claims);
  g_free (self->remains);
  g_free (self->point);
  g_free (self->conflict);
  g_free (self);
}
