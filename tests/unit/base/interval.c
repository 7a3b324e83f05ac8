/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-interval-arithmetic-private.h>

/* "[1;2)" with ends open or closed, "(;3]" without a lower one. */
static KkrInterval
interval (const char *text)
{
  g_auto (GStrv) ends = g_strsplit (text + 1, ";", 2);
  KkrInterval result = kkr_interval_all ();
  gsize last = strlen (ends[1]) - 1;

  result.upper_included = ends[1][last] == ']';
  result.lower_included = text[0] == '[';
  ends[1][last] = '\0';
  result.has_lower = kkr_rational_parse (ends[0], &result.lower);
  result.has_upper = kkr_rational_parse (ends[1], &result.upper);
  return result;
}

static char *
to_text (const KkrInterval *a)
{
  g_autofree char *lower = a->has_lower ? kkr_rational_to_string (&a->lower) : g_strdup ("");
  g_autofree char *upper = a->has_upper ? kkr_rational_to_string (&a->upper) : g_strdup ("");

  return g_strdup_printf ("%c%s;%s%c", a->lower_included ? '[' : '(', lower, upper,
                          a->upper_included ? ']' : ')');
}

typedef KkrInterval (*Operation) (const KkrInterval *a, const KkrInterval *b);

typedef struct {
  const char *a, *b, *result;
} Case;

static void
check_all (Operation operation, const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      KkrInterval a = interval (cases[i].a), b = interval (cases[i].b), result = operation (&a, &b);
      g_autofree char *text = to_text (&result);

      g_assert_cmpstr (text, ==, cases[i].result);
    }
}

static void
test_sums (void)
{
  static const Case sums[] = {
    { "[1;2)", "[10;20]", "[11;22)" },
    { "(1;2]", "[10;20]", "(11;22]" },
    { "[1;)", "[10;20]", "[11;)" },
    { "(;)", "[10;20]", "(;)" },
    { "[170141183460469231731687303715884105727;170141183460469231731687303715884105727]", "[1;1]",
      "(;)" },
  };
  static const Case differences[] = {
    { "[1;2)", "[10;20]", "[-19;-8)" },
    { "[1;2]", "(10;)", "(;-8)" },
  };

  check_all (kkr_interval_add, sums, G_N_ELEMENTS (sums));
  check_all (kkr_interval_subtract, differences, G_N_ELEMENTS (differences));
}

/* Zero is a product wherever it is a factor; an end that is not reached times one that is, is not.
 */
static void
test_products (void)
{
  static const Case products[] = {
    { "[1;2)", "[10;20]", "[10;40)" },
    { "[-1;2)", "[10;20]", "[-20;40)" },
    { "[-3;-2)", "(-5;4]", "[-12;15)" },
    { "[0;1]", "(2;3)", "[0;3)" },
    { "(0;1]", "(2;3)", "(0;3)" },
    { "[0;0]", "(;)", "[0;0]" },
    { "(0;1]", "[1;)", "(0;)" },
    { "[0;1]", "(;)", "(;)" },
    { "(-1;1)", "[-1;1]", "(-1;1)" },
    { "[-2;2)", "[-1;1)", "(-2;2]" },
  };
  /* 1/(10^30) times 1/(10^30) has too long a denominator: only its sign is known. */
  static const Case long_products[] = {
    { "[1/1000000000000000000000000000000;3]", "[1/1000000000000000000000000000000;3]", "(0;)" },
    { "[-3;1/1000000000000000000000000000000]", "[-3;1/1000000000000000000000000000000]",
      "[-3/1000000000000000000000000000000;)" },
  };
  static const Case quotients[] = {
    { "[1;2)", "[4;8]", "[1/8;1/2)" },
    { "[1;2)", "(4;8]", "[1/8;1/2)" },
    { "[1;2]", "(4;8]", "[1/8;1/2)" },
    { "[1;2]", "[0;8]", "[1/8;)" },
    { "[1;2]", "[-8;0)", "(;-1/8]" },
    { "[1;2]", "[-1;1]", "(;)" },
    { "[0;0]", "[-1;1]", "[0;0]" },
    { "[0;2]", "[4;)", "[0;1/2]" },
    { "[1;2]", "(;-4]", "[-1/2;0)" },
    { "[1;2]", "[0;0]", "(0;0)" },
    { "(;)", "[2;3]", "(;)" },
  };

  check_all (kkr_interval_multiply, products, G_N_ELEMENTS (products));
  check_all (kkr_interval_multiply, long_products, G_N_ELEMENTS (long_products));
  check_all (kkr_interval_divide, quotients, G_N_ELEMENTS (quotients));
}

static void
test_choices (void)
{
  static const Case least[] = {
    { "[1;5]", "[2;3)", "[1;3)" },
    { "(1;5]", "[1;5)", "[1;5)" },
    { "(;5]", "[1;)", "(;5]" },
  };
  static const Case greatest[] = {
    { "[1;5]", "[2;3)", "[2;5]" },
    { "(1;5]", "[1;5)", "(1;5]" },
    { "(;5]", "[1;)", "[1;)" },
  };

  check_all (kkr_interval_min, least, G_N_ELEMENTS (least));
  check_all (kkr_interval_max, greatest, G_N_ELEMENTS (greatest));
}

static void
test_sets (void)
{
  static const Case intersections[] = {
    { "[1;5]", "(1;7]", "(1;5]" },
    { "(;5]", "[1;)", "[1;5]" },
    { "[1;2)", "[2;3]", "[2;2)" },
  };
  static const Case hulls[] = {
    { "[1;2)", "(1;2]", "[1;2]" },
    { "[1;2)", "[5;)", "[1;)" },
  };
  static const struct {
    const char *interval;
    gboolean empty, point;
  } kinds[] = {
    { "[2;2)", TRUE, FALSE }, { "[2;2]", FALSE, TRUE }, { "(3;2)", TRUE, FALSE },
    { "(;2)", FALSE, FALSE }, { "[1;2)", FALSE, FALSE },
  };

  check_all (kkr_interval_intersect, intersections, G_N_ELEMENTS (intersections));
  check_all (kkr_interval_hull, hulls, G_N_ELEMENTS (hulls));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      KkrInterval a = interval (kinds[i].interval);

      g_assert_cmpint (kkr_interval_is_empty (&a), ==, kinds[i].empty);
      g_assert_cmpint (kkr_interval_is_point (&a), ==, kinds[i].point);
    }
}

static void
test_whole (void)
{
  static const struct {
    const char *from, *to;
  } cases[] = {
    { "[1/2;5/2)", "[1;2]" }, { "(1;3)", "[2;2]" },        { "[1;3]", "[1;3]" },
    { "(;-1/2]", "(;-1]" },   { "[-5/2;-1/2]", "[-2;-1]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KkrInterval a = interval (cases[i].from), whole = kkr_interval_to_whole (&a);
      g_autofree char *text = to_text (&whole);

      g_assert_cmpstr (text, ==, cases[i].to);
    }
}

/* Shorter ends lie further out, and do not belong to the interval. */
static void
test_coarsen (void)
{
  KkrInterval a = interval ("[1/7000000000000;2/3000000000001]"), b = kkr_interval_coarsen (&a);
  g_autofree char *text = to_text (&b);

  g_assert_cmpstr (text, ==, "(0;1/1000000000000)");
  a = interval ("[1/3;1/3]");
  b = kkr_interval_coarsen (&a);
  g_assert_true (kkr_interval_is_point (&b));
}

static void
test_pick (void)
{
  static const struct {
    const char *interval, *preferred, *picked;
    gboolean whole;
  } cases[] = {
    { "[25/4;127/20)", NULL, "63/10", FALSE },
    { "[25/4;127/20)", "25/4", "25/4", FALSE },
    { "[25/4;127/20)", "127/20", "63/10", FALSE },
    { "(180000;)", NULL, "180001", TRUE },
    { "(;-3)", NULL, "-4", FALSE },
    { "(;)", NULL, "0", FALSE },
    { "(1/3;2/3)", NULL, "1/2", FALSE },
    { "[1/3;1/3]", NULL, "1/3", FALSE },
    { "(0;1)", NULL, NULL, TRUE },
    { "[1;1)", NULL, NULL, FALSE },
    { "[7;7]", NULL, "7", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KkrInterval a = interval (cases[i].interval);
      KkrRational preferred, found;
      g_autofree char *text = NULL;
      gboolean has = cases[i].preferred != NULL &&
                     kkr_rational_parse (cases[i].preferred, &preferred);

      if (kkr_interval_pick (&a, has ? &preferred : NULL, cases[i].whole, &found))
        text = kkr_rational_to_string (&found);
      g_assert_cmpstr (text, ==, cases[i].picked);
    }
}

/* What is printed as it is, for each way of rounding. */
static void
test_behind (void)
{
  static const struct {
    const char *value, *precision;
    KkrRoundingMode mode;
    const char *behind;
  } cases[] = {
    { "63/10", "1/10", KKR_ROUNDING_MODE_HALF_AWAY, "[25/4;127/20)" },
    { "63/10", "1/10", KKR_ROUNDING_MODE_HALF_EVEN, "(25/4;127/20)" },
    { "32/5", "1/10", KKR_ROUNDING_MODE_HALF_EVEN, "[127/20;129/20]" },
    { "5", "1", KKR_ROUNDING_MODE_FLOOR, "[5;6)" },
    { "-5", "1", KKR_ROUNDING_MODE_FLOOR, "[-5;-4)" },
    { "5", "1", KKR_ROUNDING_MODE_CEILING, "(4;5]" },
    { "5", "1", KKR_ROUNDING_MODE_TOWARD_ZERO, "[5;6)" },
    { "-5", "1", KKR_ROUNDING_MODE_TOWARD_ZERO, "(-6;-5]" },
    { "0", "1", KKR_ROUNDING_MODE_TOWARD_ZERO, "(-1;1)" },
    { "5", "1", KKR_ROUNDING_MODE_AWAY_FROM_ZERO, "(4;5]" },
    { "-5", "1", KKR_ROUNDING_MODE_AWAY_FROM_ZERO, "[-5;-4)" },
    { "0", "1", KKR_ROUNDING_MODE_AWAY_FROM_ZERO, "[0;0]" },
    { "0", "1", KKR_ROUNDING_MODE_HALF_AWAY, "(-1/2;1/2)" },
    { "0", "1", KKR_ROUNDING_MODE_HALF_EVEN, "[-1/2;1/2]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KkrRational value, precision;
      KkrInterval behind;
      g_autofree char *text = NULL;

      g_assert_true (kkr_rational_parse (cases[i].value, &value));
      g_assert_true (kkr_rational_parse (cases[i].precision, &precision));
      g_assert_true (kkr_interval_behind (&behind, &value, &precision, cases[i].mode));
      text = to_text (&behind);
      g_assert_cmpstr (text, ==, cases[i].behind);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interval/sums", test_sums);
  g_test_add_func ("/interval/products", test_products);
  g_test_add_func ("/interval/choices", test_choices);
  g_test_add_func ("/interval/sets", test_sets);
  g_test_add_func ("/interval/whole", test_whole);
  g_test_add_func ("/interval/behind", test_behind);
  g_test_add_func ("/interval/coarsen", test_coarsen);
  g_test_add_func ("/interval/pick", test_pick);
  return g_test_run ();
}
