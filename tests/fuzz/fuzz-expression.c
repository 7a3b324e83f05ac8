/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-expression-private.h>

/* A name is worth its first letter by its length; names with an x are not known. */
static gboolean
look_up (const char *name, gpointer user_data, KkrRational *value, GError **error)
{
  g_assert_true (kkr_expression_is_name (name));
  if (strchr (name, 'x') == NULL)
    return kkr_rational_init (value, *name - 'm', (KkrInt128) strlen (name));
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT, "no such name: %s", name);
  return FALSE;
}

static char *
print_operand (const char *name, const KkrRational *number, gpointer user_data)
{
  return number != NULL ? kkr_rational_to_string (number) : g_strdup (name);
}

/* A larger formula may overflow where this one does not, but not come to something else. */
static void
check_variant (const char *format, const char *text, const KkrRational *expected)
{
  g_autofree char **parts = g_strsplit (format, "%", 2);
  g_autofree char *left = parts[0], *right = parts[1];
  g_autofree char *variant = g_strconcat (left, text, right, NULL);
  g_autoptr (GError) error = NULL;
  KkrRational found;

  if (fuzz_settle (kkr_expression_evaluate (variant, look_up, NULL, &found, &error), &error))
    g_assert_cmpint (kkr_rational_compare (&found, expected), ==, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_autofree char *printed = NULL;
  g_autoptr (GError) error = NULL;
  KkrRational value, negative;

  if (!fuzz_settle (kkr_expression_evaluate (text, look_up, NULL, &value, &error), &error))
    return 0;
  g_assert_true (value.den > 0);
  g_assert_true (kkr_uint128_gcd (kkr_int128_magnitude (value.num), (KkrUint128) value.den) == 1);
  negative = (KkrRational) { -value.num, value.den };
  check_variant ("((%))", text, &value);
  check_variant ("-(%)", text, &negative);
  check_variant ("2*(%)/2", text, &value);
  check_variant ("min(%, 1000000000) - max(0, 1 - 1)", text,
                 kkr_rational_compare (&value, &KKR_RATIONAL_INT (1000000000)) < 0
                   ? &value : &KKR_RATIONAL_INT (1000000000));
  printed = kkr_expression_print (text, print_operand, NULL);
  fuzz_check_text (printed);
  return 0;
}
