/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-error.h>

#define BIG "170141183460469231731687303715884105727"

static const char *const keys[] = { "A", "B", NULL };

static KkrDerivationBuilder *
new_builder (void)
{
  KkrDerivationBuilder *builder = kkr_derivation_builder_new ("x", "A");

  kkr_derivation_builder_add_value (builder, "a", "A", "A", "10", KKR_UNIT_NONE);
  kkr_derivation_builder_add_text (builder, "t", "T", "T", "tekst");
  return builder;
}

static void
assert_error (KkrDerivationBuilder *builder, KkrCalcError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  /* What comes after the first fault changes nothing. */
  kkr_derivation_builder_add_value (builder, "last", "Sidst", "Last", "1", KKR_UNIT_NONE);
  kkr_derivation_builder_add_value (builder, "last", "Sidst", "Last", "x", KKR_UNIT_NONE);
  kkr_derivation_builder_set_source (builder, NULL, "s. 1");
  kkr_derivation_builder_set_price_level (builder, "2024");
  g_assert_null (kkr_derivation_builder_end (builder, &error));
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
  g_clear_error (&error);
  g_assert_null (kkr_derivation_builder_end (builder, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT);
  g_object_unref (builder);
}

static void
assert_value_error (const char *id, const char *exact, KkrUnit unit, KkrCalcError code,
                    const char *message)
{
  KkrDerivationBuilder *builder = new_builder ();

  kkr_derivation_builder_add_value (builder, id, "V", "V", exact, unit);
  assert_error (builder, code, message);
}

static void
test_values (void)
{
  static const char *const bad[] = { "", "-", "x", "1.5.2", "1/", "/2", "1/-2", "1/2.5", "1,5",
                                     " 1", "1 ", "+1", "--1", ".5", "5.", "1e3", "0x10" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *message = NULL;

      message = g_strdup_printf ("step v: not an exact number: \"%s\" found, a whole number, a "
                                 "fraction or a decimal with a dot expected", bad[i]);
      assert_value_error ("v", bad[i], KKR_UNIT_NONE, KKR_CALC_ERROR_OUT_OF_RANGE, message);
    }
  assert_value_error ("v", "1/00", KKR_UNIT_NONE, KKR_CALC_ERROR_OUT_OF_RANGE,
                      "step v: division by zero: \"1/00\" found, another denominator expected");
  assert_value_error ("v", BIG "0", KKR_UNIT_NONE, KKR_CALC_ERROR_OVERFLOW,
                      "step v: the number " BIG "0 does not fit into the numbers that the library "
                      "computes with");
  assert_value_error ("v", "1", KKR_UNIT_UNSET, KKR_CALC_ERROR_OUT_OF_RANGE,
                      "step v: no unit: 0 found, a unit expected");
}

static void
test_ids (void)
{
  assert_value_error ("a", "1", KKR_UNIT_NONE, KKR_CALC_ERROR_INCONSISTENT,
                      "two steps of one id: a second \"a\" found, another id expected");
  assert_value_error ("Å", "1", KKR_UNIT_NONE, KKR_CALC_ERROR_OUT_OF_RANGE,
                      "not the id of a step: \"Å\" found, [a-z][a-z0-9_]* other than min and max "
                      "expected");
  assert_value_error ("min", "1", KKR_UNIT_NONE, KKR_CALC_ERROR_OUT_OF_RANGE,
                      "not the id of a step: \"min\" found, [a-z][a-z0-9_]* other than min and max "
                      "expected");
}

static void
assert_formula_error (const char *expression, KkrCalcError code, const char *message)
{
  KkrDerivationBuilder *builder = new_builder ();

  kkr_derivation_builder_add_formula (builder, "f", "F", "F", expression, KKR_UNIT_NONE);
  assert_error (builder, code, message);
}

static void
test_formulas (void)
{
  assert_formula_error ("a + b", KKR_CALC_ERROR_INCONSISTENT,
                        "step f: character 5 of the formula: no such step: \"b\" found, the id of "
                        "an earlier step expected");
  assert_formula_error ("f", KKR_CALC_ERROR_INCONSISTENT,
                        "step f: character 1 of the formula: no such step: \"f\" found, the id of "
                        "an earlier step expected");
  assert_formula_error ("t", KKR_CALC_ERROR_INCONSISTENT,
                        "step f: character 1 of the formula: nothing to compute with: \"t\", a "
                        "text, found, a step with a number expected");
  assert_formula_error ("a /", KKR_CALC_ERROR_OUT_OF_RANGE,
                        "step f: wrong formula at character 4: the end found, a number, a name or "
                        "\"(\" expected");
  assert_formula_error ("1/(a-10)", KKR_CALC_ERROR_OUT_OF_RANGE,
                        "step f: division by zero before character 9 of the formula: 0 found, "
                        "another number expected");
  assert_formula_error ("a*" BIG, KKR_CALC_ERROR_OVERFLOW,
                        "step f: a product in the formula does not fit into the numbers that the "
                        "library computes with");
}

static void
assert_rounding_error (KkrRoundingMode mode, const char *unit, const char *message)
{
  KkrDerivationBuilder *builder = new_builder ();

  kkr_derivation_builder_add_rounding (builder, "r", "R", "R", "a/3", KKR_UNIT_NONE, mode, unit);
  assert_error (builder, KKR_CALC_ERROR_OUT_OF_RANGE, message);
}

static void
test_roundings (void)
{
  assert_rounding_error (KKR_ROUNDING_MODE_UNSET, "1",
                         "step r: no rounding mode: 0 found, a rounding mode expected");
  assert_rounding_error (KKR_ROUNDING_MODE_FLOOR, "0",
                         "step r: nothing can be rounded to it: 0 found, a number above 0 expected");
  assert_rounding_error (KKR_ROUNDING_MODE_FLOOR, "-1",
                         "step r: nothing can be rounded to it: -1 found, a number above 0 "
                         "expected");
}

static void
test_rounding_modes (void)
{
  static const struct {
    const char *expression;
    KkrRoundingMode mode;
    const char *unit, *value;
  } cases[] = {
    { "5/2", KKR_ROUNDING_MODE_HALF_AWAY, "1", "3" },
    { "-5/2", KKR_ROUNDING_MODE_HALF_AWAY, "1", "-3" },
    { "5/2", KKR_ROUNDING_MODE_HALF_EVEN, "1", "2" },
    { "-7/3", KKR_ROUNDING_MODE_FLOOR, "1", "-3" },
    { "-7/3", KKR_ROUNDING_MODE_CEILING, "1", "-2" },
    { "-7/3", KKR_ROUNDING_MODE_TOWARD_ZERO, "1", "-2" },
    { "-7/3", KKR_ROUNDING_MODE_AWAY_FROM_ZERO, "1", "-3" },
    { "7/3", KKR_ROUNDING_MODE_HALF_AWAY, "0.01", "233/100" },
    { "1/2", KKR_ROUNDING_MODE_HALF_AWAY, "1/3", "2/3" },
    { "17", KKR_ROUNDING_MODE_HALF_AWAY, "12", "12" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KkrDerivationBuilder) builder = new_builder ();
      g_autoptr (KkrDerivation) derivation = NULL;
      g_autoptr (GError) error = NULL;

      kkr_derivation_builder_add_rounding (builder, "r", "R", "R", cases[i].expression,
                                           KKR_UNIT_NONE, cases[i].mode, cases[i].unit);
      derivation = kkr_derivation_builder_end (builder, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (kkr_derivation_get_value (derivation), ==, cases[i].value);
    }
}

static void
test_sums (void)
{
  const char *const terms[] = { "1/2", "1/3", NULL }, *const one[] = { "1", NULL };
  const char *const none[] = { NULL }, *const huge[] = { BIG, "1", NULL };
  KkrDerivationBuilder *builder = new_builder ();
  g_autoptr (KkrDerivation) derivation = NULL;
  g_autofree char *empty = NULL;

  kkr_derivation_builder_add_sum (builder, "none", "N", "N", none, none, KKR_UNIT_NONE);
  kkr_derivation_builder_add_sum (builder, "s", "S", "S", keys, terms, KKR_UNIT_NONE);
  derivation = kkr_derivation_builder_end (builder, NULL);
  g_assert_cmpstr (kkr_derivation_get_value (derivation), ==, "5/6");
  empty = kkr_derivation_dup_step_value (derivation, "none");
  g_assert_cmpstr (empty, ==, "0");
  g_object_unref (builder);

  builder = new_builder ();
  kkr_derivation_builder_add_sum (builder, "s", "S", "S", keys, one, KKR_UNIT_NONE);
  assert_error (builder, KKR_CALC_ERROR_INCONSISTENT,
                "step s: as many numbers as keys are needed: 1 found, 2 expected");
  builder = new_builder ();
  kkr_derivation_builder_add_sum (builder, "s", "S", "S", keys, huge, KKR_UNIT_NONE);
  assert_error (builder, KKR_CALC_ERROR_OVERFLOW, "step s: the sum does not fit into the numbers "
                "that the library computes with");
}

typedef struct {
  const char *total;
  const char *weights[3];
  KkrApportionMethod method;
  KkrTieRule tie_rule;
  const char *unit;
  guint row;
  const char *share;
  KkrCalcError code;
  const char *message;
} ShareCase;

#define LR KKR_APPORTION_METHOD_LARGEST_REMAINDER
#define FIRST KKR_TIE_RULE_FIRST

static void
test_apportionments (void)
{
  static const ShareCase cases[] = {
    { "b", { "1", "1" }, LR, FIRST, "1", 0, "5", KKR_CALC_ERROR_INCONSISTENT,
      "step p: no such total: \"b\" found, the id of an earlier step with a number expected" },
    { "t", { "1", "1" }, LR, FIRST, "1", 0, "5", KKR_CALC_ERROR_INCONSISTENT,
      "step p: no such total: \"t\" found, the id of an earlier step with a number expected" },
    { "a", { "1", "1" }, 0, FIRST, "1", 0, "5", KKR_CALC_ERROR_OUT_OF_RANGE,
      "step p: no apportion method: 0 found, an apportion method expected" },
    { "a", { "1", "1" }, LR, 0, "1", 0, "5", KKR_CALC_ERROR_OUT_OF_RANGE,
      "step p: no tie rule: 0 found, a tie rule expected" },
    { "a", { "1", NULL }, LR, FIRST, "1", 0, "5", KKR_CALC_ERROR_INCONSISTENT,
      "step p: as many numbers as keys are needed: 1 found, 2 expected" },
    { "a", { "1", "-1" }, LR, FIRST, "1", 0, "5", KKR_CALC_ERROR_OUT_OF_RANGE,
      "step p: a negative weight: -1 found for B, 0 or more expected" },
    { "a", { "0", "0" }, LR, FIRST, "1", 0, "5", KKR_CALC_ERROR_OUT_OF_RANGE,
      "step p: nobody to share with: the weights sum to 0, more expected" },
    { "a", { "1", "1" }, LR, FIRST, "1", 2, "5", KKR_CALC_ERROR_OUT_OF_RANGE,
      "step p: no such row: 2 found, at most 1 expected" },
    { "a", { "1", "1" }, LR, FIRST, "4", 0, "4", KKR_CALC_ERROR_OUT_OF_RANGE,
      "step p: the total does not consist of whole units: 10 found, a multiple of 4 expected" },
    { "a", { "1", "1" }, LR, FIRST, "2", 0, "5", KKR_CALC_ERROR_OUT_OF_RANGE,
      "step p: the share does not consist of whole units: 5 found, a multiple of 2 expected" },
    { "a", { "1", "1" }, LR, FIRST, "0", 0, "5", KKR_CALC_ERROR_OUT_OF_RANGE,
      "step p: nothing can be rounded to it: 0 found, a number above 0 expected" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ShareCase *c = &cases[i];
      KkrDerivationBuilder *builder = new_builder ();

      kkr_derivation_builder_add_apportionment (builder, "p", "P", "P", c->total, keys, c->weights,
                                                c->method, c->tie_rule, c->unit, c->row, c->share);
      assert_error (builder, c->code, c->message);
    }
}

static void
test_endings (void)
{
  g_autoptr (KkrDerivationBuilder) good = new_builder ();
  g_autoptr (KkrDerivation) derivation = kkr_derivation_builder_end (good, NULL);
  KkrDerivationBuilder *builder = g_object_new (KKR_TYPE_DERIVATION_BUILDER, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (derivation);
  g_assert_null (kkr_derivation_builder_end (good, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT);
  g_assert_cmpstr (error->message, ==,
                   "the derivation was ended before: a second end found, one expected");
  g_clear_error (&error);
  kkr_derivation_builder_add_value (good, "b", "B", "B", "1", KKR_UNIT_NONE);
  g_assert_cmpstr (kkr_derivation_get_value (derivation), ==, "tekst");

  g_assert_null (kkr_derivation_builder_end (builder, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT);
  g_assert_cmpstr (error->message, ==,
                   "a derivation without a result: no step found, at least one expected");
  g_object_unref (builder);

  builder = kkr_derivation_builder_new ("x", "");
  kkr_derivation_builder_set_price_level (builder, "2024");
  assert_error (builder, KKR_CALC_ERROR_INCONSISTENT,
                "a price level that belongs to nothing: no step found, one expected before it");
}

/* Long titles are cut between characters, so that every document can be read back. */
static void
test_long_titles (void)
{
  g_autoptr (GString) long_title = g_string_new ("a");
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new ("x", "");
  g_autoptr (KkrDerivation) derivation = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL, *text = NULL, *expected = NULL;

  for (int i = 0; i < 248; i++)
    g_string_append (long_title, "å");
  expected = g_strdup_printf ("x: 1\n1. %s…: 1", long_title->str);
  g_string_append (long_title, "åå");
  kkr_derivation_builder_add_value (builder, "a", long_title->str, "A", "1", KKR_UNIT_NONE);
  derivation = kkr_derivation_builder_end (builder, &error);
  g_assert_no_error (error);
  text = kkr_derivation_to_string (derivation);
  g_assert_cmpstr (text, ==, expected);
  json = kkr_derivation_to_json (derivation);
  again = kkr_derivation_new_from_json (json, &error);
  g_assert_no_error (error);
}

/* What a statement parts by commas and semicolons may hold none itself. */
static void
test_marks (void)
{
  const char *const ids[] = { "budget;2024", "budget, 2024" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new ("x", "");
      g_autoptr (KkrSource) source = kkr_source_new (ids[i], "Budget", NULL, NULL);
      g_autoptr (GError) error = NULL;

      kkr_derivation_builder_add_value (builder, "a", "A", "A", "1", KKR_UNIT_NONE);
      kkr_derivation_builder_set_source (builder, source, NULL);
      g_assert_null (kkr_derivation_builder_end (builder, &error));
      g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/derivation-builder/values", test_values);
  g_test_add_func ("/base/derivation-builder/ids", test_ids);
  g_test_add_func ("/base/derivation-builder/formulas", test_formulas);
  g_test_add_func ("/base/derivation-builder/roundings", test_roundings);
  g_test_add_func ("/base/derivation-builder/rounding-modes", test_rounding_modes);
  g_test_add_func ("/base/derivation-builder/sums", test_sums);
  g_test_add_func ("/base/derivation-builder/apportionments", test_apportionments);
  g_test_add_func ("/base/derivation-builder/endings", test_endings);
  g_test_add_func ("/base/derivation-builder/long-titles", test_long_titles);
  g_test_add_func ("/base/derivation-builder/marks", test_marks);
  return g_test_run ();
}
