/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <json-glib/json-glib.h>
#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-error.h>

/* The objective financing of Socialtilsyn Nord 2024: the budget and the children of the eleven
 * municipalities as the agenda of 21 August 2023 prints them. */
static const char *const names[] = {
  "Silkeborg", "Brønderslev", "Frederikshavn", "Jammerbugt", "Læsø", "Mariagerfjord", "Morsø",
  "Rebild", "Thisted", "Vesthimmerland", "Aalborg", NULL,
};
static const char *const children[] = {
  "21872", "7775", "10035", "7556", "218", "7870", "3643", "7317", "8398", "7006", "39978", NULL,
};

#define REBILD 7
#define SECTION "punkt 3, bilag"

static KkrDerivationBuilder *
new_builder (void)
{
  g_autoptr (KkrSource) agenda = kkr_source_new ("das-social-2023-08", "Dagsorden", "DAS Social",
                                                 "2023-08-21");
  KkrDerivationBuilder *builder = kkr_derivation_builder_new ("amount", "Rebild");

  kkr_derivation_builder_set_title (builder, "Beløb", "Amount");
  kkr_derivation_builder_add_amount (builder, "budget", "Plejefamilieafdelingens budget",
                                     "Budget of the foster family department", 1915605800);
  kkr_derivation_builder_set_source (builder, agenda, SECTION);
  kkr_derivation_builder_set_price_level (builder, "2024");
  kkr_derivation_builder_add_sum (builder, "children", "Børn 0-17 år", "Children aged 0-17", names,
                                  children, KKR_UNIT_PERSONS);
  kkr_derivation_builder_set_source (builder, agenda, SECTION);
  return builder;
}

static void
add_share (KkrDerivationBuilder *builder, KkrApportionMethod method, const char *share)
{
  kkr_derivation_builder_add_apportionment (builder, "amount", "Beløb", "Amount", "budget", names,
                                            children, method, KKR_TIE_RULE_FIRST, "100", REBILD,
                                            share);
}

static KkrDerivation *
end (KkrDerivationBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  KkrDerivation *derivation = kkr_derivation_builder_end (builder, &error);

  g_assert_no_error (error);
  return derivation;
}

static KkrDerivation *
new_example (void)
{
  g_autoptr (KkrDerivationBuilder) builder = new_builder ();
  g_autoptr (KkrNote) note = kkr_note_new (KKR_NOTE_KIND_REMARK, "Største rest fik den sidste krone.",
                                           "The largest remainder got the last krone.");

  kkr_derivation_builder_set_register (builder, "2026.11",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  add_share (builder, KKR_APPORTION_METHOD_LARGEST_REMAINDER, "115202800");
  kkr_derivation_builder_add_note (builder, note);
  return end (builder);
}

static void
test_fields (void)
{
  g_autoptr (KkrDerivation) derivation = new_example ();
  g_autofree char *column = NULL, *key = NULL, *value = NULL, *children_sum = NULL;
  g_auto (GStrv) ids = kkr_derivation_dup_step_ids (derivation);
  const char *const expected[] = { "budget", "children", "amount", NULL };
  KkrUnit unit;

  g_assert_cmpstr (kkr_derivation_get_column (derivation), ==, "amount");
  g_assert_cmpstr (kkr_derivation_get_key (derivation), ==, "Rebild");
  g_assert_cmpstr (kkr_derivation_get_value (derivation), ==, "115202800");
  g_assert_cmpint (kkr_derivation_get_unit (derivation), ==, KKR_UNIT_AMOUNT);
  g_object_get (derivation, "column", &column, "key", &key, "value", &value, "unit", &unit, NULL);
  g_assert_cmpstr (column, ==, "amount");
  g_assert_cmpstr (key, ==, "Rebild");
  g_assert_cmpstr (value, ==, "115202800");
  g_assert_cmpint (unit, ==, KKR_UNIT_AMOUNT);
  g_assert_cmpstrv (ids, expected);
  children_sum = kkr_derivation_dup_step_value (derivation, "children");
  g_assert_cmpstr (children_sum, ==, "121668");
  g_assert_null (kkr_derivation_dup_step_value (derivation, "nothing"));
}

/* 19.156.058 × 7.317 / 121.668 = 23.360.812.731 / 20.278; its remainder 0,4549 is the sixth largest,
 * and the eleven whole parts leave 6 kroner. */
static void
test_danish (void)
{
  g_autoptr (KkrDerivation) derivation = new_example ();
  g_autofree char *text = kkr_derivation_to_string (derivation);
  g_autofree char *str = kkr_derivation___str__ (derivation);
  g_autofree char *repr = kkr_derivation___repr__ (derivation);

  g_assert_cmpstr (text, ==,
    "Beløb for Rebild: 1.152.028,00 kr.\n"
    "1. Plejefamilieafdelingens budget: 19.156.058,00 kr. (i 2024-priser)\n"
    "   Kilde: DAS Social: Dagsorden, 21. august 2023, punkt 3, bilag\n"
    "2. Børn 0-17 år: 121.668 personer\n"
    "   Sum af: Silkeborg 21.872; Brønderslev 7.775; Frederikshavn 10.035; Jammerbugt 7.556;\n"
    "     Læsø 218; Mariagerfjord 7.870; Morsø 3.643; Rebild 7.317; Thisted 8.398;\n"
    "     Vesthimmerland 7.006; Aalborg 39.978\n"
    "   Kilde: som trin 1\n"
    "3. Beløb: 1.152.028,00 kr.\n"
    "   Fordeles: Plejefamilieafdelingens budget (19.156.058,00 kr.) på 11 rækker, i hele kroner\n"
    "   Metode: største brøks metode; ved lighed vinder den række, der står først\n"
    "   Nøjagtig andel for Rebild: 19.156.058 × 7.317 / 121.668 ≈ 1.152.027,454927 kr. (eksakt\n"
    "     23360812731/20278)\n"
    "   Hele enheder: 1.152.027; rest ≈ 0,454927 (eksakt 9225/20278), nr. 6 efter størrelse\n"
    "   Enheder givet til de største rester: 6, heraf 1 til Rebild\n"
    "Noter:\n"
    "- Største rest fik den sidste krone.\n"
    "Data: register 2026.11 (sha-256 9f86d081884c…)");
  g_assert_cmpstr (str, ==, text);
  g_assert_cmpstr (repr, ==, "<Kkr.Derivation amount Rebild: 1.152.028,00 kr.>");
}

static void
test_english (void)
{
  g_autoptr (KkrDerivation) derivation = new_example ();
  g_autofree char *text = kkr_derivation_to_string_in (derivation, "en");

  g_assert_cmpstr (text, ==,
    "Amount for Rebild: DKK 1,152,028.00\n"
    "1. Budget of the foster family department: DKK 19,156,058.00 (in 2024 prices)\n"
    "   Source: DAS Social: Dagsorden, 21 August 2023, punkt 3, bilag\n"
    "2. Children aged 0-17: 121,668 persons\n"
    "   Sum of: Silkeborg 21,872; Brønderslev 7,775; Frederikshavn 10,035; Jammerbugt 7,556;\n"
    "     Læsø 218; Mariagerfjord 7,870; Morsø 3,643; Rebild 7,317; Thisted 8,398;\n"
    "     Vesthimmerland 7,006; Aalborg 39,978\n"
    "   Source: as step 1\n"
    "3. Amount: DKK 1,152,028.00\n"
    "   Shared out: Budget of the foster family department (DKK 19,156,058.00) over 11 rows, in "
    "whole\n"
    "     kroner\n"
    "   Method: largest remainder; a tie goes to the row that stands first\n"
    "   Exact share of Rebild: 19,156,058 × 7,317 / 121,668 ≈ DKK 1,152,027.454927 (exactly\n"
    "     23360812731/20278)\n"
    "   Whole units: 1,152,027; remainder ≈ 0.454927 (exactly 9225/20278), number 6 by size\n"
    "   Units given to the largest remainders: 6, of them 1 to Rebild\n"
    "Notes:\n"
    "- The largest remainder got the last krone.\n"
    "Data: register 2026.11 (sha-256 9f86d081884c…)");
}

static void
assert_line (KkrDerivation *derivation, const char *line)
{
  g_autofree char *text = kkr_derivation_to_string (derivation);

  if (strstr (text, line) == NULL)
    g_error ("no \"%s\" in\n%s", line, text);
}

/* 2024 rounded row by row is 19.156.057 kr., one short of the budget. */
static void
test_other_methods (void)
{
  g_autoptr (KkrDerivationBuilder) independent = new_builder ();
  g_autoptr (KkrDerivationBuilder) residual = new_builder ();
  g_autoptr (KkrDerivationBuilder) running = new_builder ();
  g_autoptr (KkrDerivation) derivation = NULL;

  add_share (independent, KKR_APPORTION_METHOD_INDEPENDENT, "115202700");
  derivation = end (independent);
  assert_line (derivation, "\n   Metode: afrunding af hver række for sig\n");
  assert_line (derivation, "19.156.057,00 kr.;\n     total minus sum: 1,00 kr.");
  g_clear_object (&derivation);

  add_share (residual, KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST, "115202700");
  derivation = end (residual);
  assert_line (derivation, "19.156.057,00 kr.;\n     resten, 1,00 kr., lægges på den største vægt");
  g_clear_object (&derivation);

  /* The seven rows before Rebild have 58.969 children: 9.284.393,49; with Rebild 66.286:
   * 10.436.420,94. */
  add_share (running, KKR_APPORTION_METHOD_CUMULATIVE, "115202800");
  derivation = end (running);
  assert_line (derivation,
               "   Løbende sum, afrundet: 9.284.393,00 kr. før rækken, 10.436.421,00 kr. efter den");
}

static void
test_weights_of_their_own (void)
{
  const char *const keys[] = { "A", "B", "C", NULL }, *const weights[] = { "1", "1", "1/2", NULL };
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new ("n", "B");
  g_autoptr (KkrDerivation) derivation = NULL;

  kkr_derivation_builder_add_value (builder, "total", "Pladser", "Places", "-7", KKR_UNIT_PLACES);
  kkr_derivation_builder_add_apportionment (builder, "n", "Andel", "Part", "total", keys, weights,
                                            KKR_APPORTION_METHOD_LARGEST_REMAINDER,
                                            KKR_TIE_RULE_FIRST, "1", 1, "-3");
  derivation = end (builder);
  assert_line (derivation, "n for B: -3 pladser\n");
  assert_line (derivation, "\n   Fordeles: Pladser (-7 pladser) på 3 rækker, i hele tal\n");
  assert_line (derivation, "\n   Vægte: A 1; B 1; C 0,5\n");
  assert_line (derivation, "\n   Nøjagtig andel for B: (-7) × 1 / 2,5 = -2,8 pladser\n");
  assert_line (derivation, "\n   Hele enheder: 2; rest 0,8, nr. 1 efter størrelse (lige med andre)\n");
  assert_line (derivation, "\n   Enheder givet til de største rester: 2, heraf 1 til B");
}

static void
test_formulas (void)
{
  g_autoptr (KkrDerivationBuilder) builder = new_builder ();
  g_autoptr (KkrDerivation) derivation = NULL;
  g_autofree char *share = NULL;

  kkr_derivation_builder_add_value (builder, "own", "Børn (Rebild)", "Children (Rebild)", "7317",
                                    KKR_UNIT_PERSONS);
  kkr_derivation_builder_add_formula (builder, "share", "Andel", "Share", "own/children",
                                      KKR_UNIT_SHARE);
  kkr_derivation_builder_add_formula (builder, "price", "Pris pr. barn", "Price per child",
                                      "budget/100/children", KKR_UNIT_RATE);
  kkr_derivation_builder_add_rounding (builder, "part", "Del", "Part", "budget*share",
                                       KKR_UNIT_AMOUNT, KKR_ROUNDING_MODE_HALF_AWAY, "100");
  kkr_derivation_builder_add_rounding (builder, "up", "Loft", "Ceiling", "part + 1",
                                       KKR_UNIT_AMOUNT, KKR_ROUNDING_MODE_CEILING, "1200");
  derivation = end (builder);
  share = kkr_derivation_dup_step_value (derivation, "share");
  g_assert_cmpstr (share, ==, "2439/40556");
  assert_line (derivation, "\n4. Andel: ≈ 6,0139 pct. (eksakt 2439/40556)\n"
                           "   Formel: »Børn (Rebild)« / Børn 0-17 år\n"
                           "   Indsat: 7.317 / 121.668\n");
  /* 19.156.058 / 121.668 */
  assert_line (derivation, "\n5. Pris pr. barn: ≈ 157,445327 kr. (eksakt 9578029/60834)\n"
                           "   Formel: Plejefamilieafdelingens budget / 100 / Børn 0-17 år\n"
                           "   Indsat: 1.915.605.800 øre / 100 / 121.668\n");
  assert_line (derivation, "\n6. Del: 1.152.027,00 kr.\n"
                           "   Formel: Plejefamilieafdelingens budget × Andel\n"
                           "   Indsat: 19.156.058 × (2439/40556)\n"
                           "   Før afrunding: ≈ 1.152.027,454927 kr. (eksakt 23360812731/20278)\n"
                           "   Afrundet til nærmeste hele krone, halve væk fra nul\n");
  /* 96.003 × 12 = 1.152.036 */
  assert_line (derivation, "\n7. Loft: 1.152.036,00 kr.\n"
                           "   Formel: Del + 1\n"
                           "   Indsat: 115.202.700 øre + 1\n"
                           "   Før afrunding: 1.152.027,01 kr.\n"
                           "   Afrundet opad til hele 12 kr.");
}

/* What is finer than figures are printed is told by its decimals, and not as about 0. */
static void
test_fine_rounding (void)
{
  g_autoptr (KkrDerivationBuilder) builder = new_builder ();
  g_autoptr (KkrDerivation) derivation = NULL;

  kkr_derivation_builder_add_rounding (builder, "help", "Hjælpetal", "Help", "1 + 1/3",
                                       KKR_UNIT_NONE, KKR_ROUNDING_MODE_HALF_AWAY,
                                       "1/100000000000000000");
  kkr_derivation_builder_add_rounding (builder, "risk", "Risiko", "Chance", "1/3",
                                       KKR_UNIT_SHARE, KKR_ROUNDING_MODE_FLOOR,
                                       "1/1000000000000000");
  derivation = end (builder);
  assert_line (derivation, "\n   Afrundet til 17 decimaler, halve væk fra nul\n");
  assert_line (derivation, "\n   Afrundet nedad til 13 decimaler af procenten");
}

static void
test_text_result (void)
{
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new ("authority", "");
  g_autoptr (KkrDerivation) derivation = NULL;
  g_autofree char *text = NULL, *value = NULL;

  kkr_derivation_builder_add_text (builder, "rule", "Tilsyn", "Authority", "Socialtilsyn Nord");
  derivation = end (builder);
  text = kkr_derivation_to_string (derivation);
  value = kkr_derivation_dup_step_value (derivation, "rule");
  g_assert_cmpstr (text, ==, "authority: Socialtilsyn Nord\n1. Tilsyn: Socialtilsyn Nord");
  g_assert_cmpstr (value, ==, "Socialtilsyn Nord");
  g_assert_cmpint (kkr_derivation_get_unit (derivation), ==, KKR_UNIT_NONE);
}

/* The bytes of a small document, and its digest taken over them without the digest's own member. */
static void
test_json_bytes (void)
{
  static const char before[] = "{\"column\":\"fee\",";
  static const char after[] =
    "\"format\":\"kkr-derivation-1\",\"key\":\"\\\"A\\\"\",\"notes\":[],"
    "\"statement\":\"4,5 kr. (sats) (fee, \\\"A\\\"); 3 trin\",\"steps\":["
    "{\"id\":\"hours\",\"kind\":\"value\",\"price-level\":\"nominal\",\"section\":\"s. 11\","
    "\"source\":{\"id\":\"x\",\"title\":\"Notat\"},"
    "\"statement\":\"13 timer; kilde x, s. 11; prisniveau nominal\","
    "\"title\":{\"da\":\"Timer\",\"en\":\"Hours\"},"
    "\"unit\":\"hours\",\"value\":\"13\"},"
    "{\"id\":\"day\",\"kind\":\"text\",\"statement\":\"»2024«\",\"text\":\"2024\","
    "\"title\":{\"da\":\"År\",\"en\":\"Year\"},"
    "\"unit\":\"none\"},"
    "{\"exact\":\"13/3\",\"expression\":\"hours / 3\",\"id\":\"fee\",\"kind\":\"rounding\","
    "\"mode\":\"half-even\",\"rounding-unit\":\"1/2\","
    "\"statement\":\"4,5 kr. (sats) = hours / 3 = 13/3, halve til lige til 0,5 kr. (sats)\","
    "\"title\":{\"da\":\"Gebyr\",\"en\":\"Fee\"},\"unit\":\"rate\",\"value\":\"9/2\"}],"
    "\"title\":{\"da\":\"Gebyr\",\"en\":\"Fee\"},\"unit\":\"rate\",\"value\":\"9/2\"}";
  g_autofree char *bare = g_strconcat (before, after, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, bare, -1);
  g_autofree char *expected = g_strconcat (before, "\"digest\":\"", digest, "\",", after, NULL);
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new ("fee", "\"A\"");
  g_autoptr (KkrSource) source = kkr_source_new ("x", "Notat", NULL, NULL);
  g_autoptr (KkrDerivation) derivation = NULL;
  g_autofree char *json = NULL;

  kkr_derivation_builder_set_title (builder, "Gebyr", "Fee");
  kkr_derivation_builder_add_value (builder, "hours", "Timer", "Hours", "26/2", KKR_UNIT_HOURS);
  kkr_derivation_builder_set_source (builder, source, "s. 11");
  kkr_derivation_builder_set_price_level (builder, "nominal");
  kkr_derivation_builder_add_text (builder, "day", "År", "Year", "2024");
  kkr_derivation_builder_add_rounding (builder, "fee", "Gebyr", "Fee", "hours / 3", KKR_UNIT_RATE,
                                       KKR_ROUNDING_MODE_HALF_EVEN, "0.5");
  derivation = end (builder);
  json = kkr_derivation_to_json (derivation);
  g_assert_cmpstr (json, ==, expected);
}

static void
test_json_of_example (void)
{
  g_autoptr (KkrDerivation) derivation = new_example ();
  g_autofree char *json = kkr_derivation_to_json (derivation);
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  JsonObject *document = json_node_get_object (node), *step, *note;
  JsonArray *steps = json_object_get_array_member (document, "steps");

  g_assert_cmpstr (json_object_get_string_member (document, "value"), ==, "115202800");
  g_assert_cmpuint (json_array_get_length (steps), ==, 3);
  step = json_array_get_object_element (steps, 2);
  g_assert_cmpstr (json_object_get_string_member (step, "kind"), ==, "apportionment");
  g_assert_cmpstr (json_object_get_string_member (step, "total"), ==, "budget");
  g_assert_cmpstr (json_object_get_string_member (step, "method"), ==, "largest-remainder");
  g_assert_cmpstr (json_object_get_string_member (step, "tie-rule"), ==, "first");
  g_assert_cmpstr (json_object_get_string_member (step, "rounding-unit"), ==, "100");
  g_assert_cmpstr (json_object_get_string_member (step, "row"), ==, "7");
  g_assert_cmpstr (json_object_get_string_member (step, "unit"), ==, "amount");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (step, "weights"),
                                                  REBILD), ==, "7317");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (step, "keys"),
                                                  REBILD), ==, "Rebild");
  g_assert_cmpstr (json_object_get_string_member (step, "key"), ==, "Rebild");
  g_assert_cmpstr (json_object_get_string_member (step, "weight-sum"), ==, "121668");
  g_assert_cmpstr (json_object_get_string_member (step, "exact"), ==, "1168040636550/10139");
  g_assert_cmpstr (json_object_get_string_member (step, "statement"), ==,
    "1.152.028,00 kr. til Rebild (række 8 af 11) af budget, største brøks metode, ved lighed den "
    "første, i enheder af 1,00 kr.; kvote 1168040636550/10139 af vægt 7317 ud af 121668");
  g_assert_cmpstr (json_object_get_string_member (document, "statement"), ==,
    "1.152.028,00 kr. (amount, Rebild); register 2026.11; sha-256 "
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08; 3 trin; noter remark");
  note = json_array_get_object_element (json_object_get_array_member (document, "notes"), 0);
  g_assert_cmpstr (json_object_get_string_member (note, "kind"), ==, "remark");
  document = json_object_get_object_member (document, "register");
  g_assert_cmpstr (json_object_get_string_member (document, "version"), ==, "2026.11");
}

static void
test_html (void)
{
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new ("x", "<b>");
  g_autoptr (KkrNote) note = kkr_note_new (KKR_NOTE_KIND_REMARK, "a < b", "a < b");
  g_autoptr (KkrDerivation) derivation = NULL;
  g_autofree char *html = NULL, *repr = NULL;

  kkr_derivation_builder_set_title (builder, "A & B", "A & B");
  kkr_derivation_builder_add_value (builder, "a", "\"A\"", "\"A\"", "2", KKR_UNIT_NONE);
  kkr_derivation_builder_add_formula (builder, "x", "X", "X", "a*1.5", KKR_UNIT_NONE);
  kkr_derivation_builder_add_note (builder, note);
  derivation = end (builder);
  html = kkr_derivation_to_html (derivation);
  repr = kkr_derivation__repr_html_ (derivation);
  g_assert_cmpstr (html, ==,
    "<div class=\"kkr-derivation\" lang=\"da\" "
    "style=\"text-align: left; line-height: 1.45; max-width: 60em\">\n"
    "<p style=\"font-size: 1.2em; margin: 0 0 0.6em\"><strong>A &amp; B for &lt;b&gt;: 3</strong>"
    "</p>\n"
    "<ol style=\"margin: 0; padding-left: 1.8em\">\n"
    "<li style=\"margin: 0 0 0.8em\"><strong>&quot;A&quot;</strong>: 2\n"
    "</li>\n"
    "<li style=\"margin: 0 0 0.8em\"><strong>X</strong>: 3\n"
    "<dl style=\"display: grid; grid-template-columns: minmax(5em, 9em) 1fr; gap: 0.1em 1em; "
    "margin: 0.2em 0 0\">\n"
    "<dt style=\"opacity: 0.75\">Formel</dt>"
    "<dd style=\"grid-column: 2; margin: 0; overflow-wrap: anywhere\">&quot;A&quot; × 1,5</dd>\n"
    "<dt style=\"opacity: 0.75\">Indsat</dt>"
    "<dd style=\"grid-column: 2; margin: 0; overflow-wrap: anywhere\">2 × 1,5</dd>\n"
    "</dl>\n"
    "</li>\n"
    "</ol>\n"
    "<p style=\"margin: 0\"><strong>Noter</strong></p>\n"
    "<ul style=\"margin: 0.2em 0 0.8em\">\n"
    "<li>a &lt; b</li>\n"
    "</ul>\n"
    "</div>");
  g_assert_cmpstr (repr, ==, html);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

/* The eleven terms can be opened; the weights are the same and not told again. Alone they are, with
 * the row that is explained in bold. */
static void
test_html_of_terms (void)
{
  g_autoptr (KkrDerivation) derivation = new_example ();
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new ("amount", "Rebild");
  g_autoptr (KkrDerivation) alone = NULL;
  g_autofree char *html = kkr_derivation_to_html (derivation), *other = NULL;

  g_assert_cmpuint (count (html, "<details>"), ==, 1);
  g_assert_cmpuint (count (html, ">11 led</summary>"), ==, 1);
  g_assert_cmpuint (count (html, "<tr>"), ==, 11);
  g_assert_nonnull (strstr (html, "Rebild</th><td style=\"text-align: right; padding: 0; "
                                  "font-variant-numeric: tabular-nums\">7.317 personer</td>"));
  g_assert_cmpuint (count (html, "<dd"), ==, count (html, "</dd>"));
  kkr_derivation_builder_add_amount (builder, "budget", "Budget", "Budget", 1915605800);
  add_share (builder, KKR_APPORTION_METHOD_LARGEST_REMAINDER, "115202800");
  alone = end (builder);
  other = kkr_derivation_to_html_in (alone, "en");
  g_assert_cmpuint (count (other, ">11 rows</summary>"), ==, 1);
  g_assert_cmpuint (count (other, "<tr>"), ==, 10);
  g_assert_cmpuint (count (other, "<tr style=\"font-weight: bold\">"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/derivation/fields", test_fields);
  g_test_add_func ("/base/derivation/danish", test_danish);
  g_test_add_func ("/base/derivation/english", test_english);
  g_test_add_func ("/base/derivation/other-methods", test_other_methods);
  g_test_add_func ("/base/derivation/weights-of-their-own", test_weights_of_their_own);
  g_test_add_func ("/base/derivation/formulas", test_formulas);
  g_test_add_func ("/base/derivation/fine-rounding", test_fine_rounding);
  g_test_add_func ("/base/derivation/text-result", test_text_result);
  g_test_add_func ("/base/derivation/json-bytes", test_json_bytes);
  g_test_add_func ("/base/derivation/json-of-example", test_json_of_example);
  g_test_add_func ("/base/derivation/html", test_html);
  g_test_add_func ("/base/derivation/html-of-terms", test_html_of_terms);
  return g_test_run ();
}
