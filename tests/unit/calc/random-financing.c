/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "random-financing.h"

#include <libkkr/table/kkr-table-builder.h>

#define FIRST_YEAR 2021
#define N_YEARS 4

static const char *const names[] = { "Aalborg", "Brønderslev", "Frederikshavn", "Hjørring", "Læsø",
                                     "Rebild", "Thisted" };
static const int codes[] = { 851, 810, 813, 860, 825, 840, 787 };

static guint
pick (GRand *random, guint n)
{
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

/* Mostly whole numbers, and now and then what nobody can share by. */
static void
add_value (GRand *random, GString *text, guint most, gboolean wild)
{
  switch (wild ? pick (random, 60) : 59)
    {
    case 0:
      g_string_append (text, " status='missing'");
      break;
    case 1:
      g_string_append (text, " text='ikke opgjort'");
      break;
    case 2:
      g_string_append (text, " value='-3'");
      break;
    case 3:
      g_string_append (text, " value='0'");
      break;
    case 4:
    case 5:
    case 6:
      g_string_append_printf (text, " value='%u.%u'", pick (random, most), pick (random, 99));
      break;
    case 7:
      g_string_append (text, " value='900000000000000000'");
      break;
    default:
      g_string_append_printf (text, " value='%u'", pick (random, most) + 1);
      break;
    }
}

static void
add_weights (GRand *random, GString *text, const char *series, guint most, gboolean wild)
{
  g_string_append_printf (text, "<series key='%s' unit='persons' source='s' section='1'>", series);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (guint year = 0; year < N_YEARS; year++)
      {
        if (wild && pick (random, 80) == 0)
          continue;
        g_string_append_printf (text, "<fact subject='%d' valid='%u'", codes[i], FIRST_YEAR + year);
        if (wild && pick (random, 8) == 0)
          g_string_append_printf (text, " known='%u-03-01'", FIRST_YEAR + year);
        if (pick (random, 9) == 0)
          g_string_append (text, " confirmed='no'");
        add_value (random, text, most, wild);
        g_string_append (text, "/>");
        if (wild && pick (random, 12) == 0)
          g_string_append_printf (text, "<fact subject='%d' valid='%u' known='%u-06-01' "
                                        "value='%u'/>",
                                  codes[i], FIRST_YEAR + year, FIRST_YEAR + year,
                                  pick (random, most));
      }
  g_string_append (text, "</series>");
}

static void
add_budgets (GRand *random, GString *text)
{
  g_string_append (text, "<series key='budget' unit='amount' source='s' section='1'>");
  for (guint year = 0; year < N_YEARS; year++)
    {
      if (pick (random, 12) == 0)
        continue;
      g_string_append_printf (text, "<fact valid='%u' value='%s%u%s'/>", FIRST_YEAR + year,
                              pick (random, 15) == 0 ? "-" : "", pick (random, 20000000),
                              pick (random, 12) == 0 ? ".50" : "");
      if (pick (random, 3) == 0)
        g_string_append_printf (text, "<fact valid='%u' price-level='2024' value='%u'/>",
                                FIRST_YEAR + year, pick (random, 20000000));
    }
  g_string_append (text, "</series><series key='places' unit='places' source='s' section='1'>"
                         "<fact valid='2020/2030' value='12'/></series>");
}

static void
add_arrangement (GRand *random, GString *text, const char *id, gboolean mixed)
{
  static const char *const references[] = { "same-year-january-1", "previous-year-january-1",
                                            "previous-year-quarter-2" };

  g_string_append_printf (text, "<arrangement id='%s' title-da='%s' title-en='%s' budget='budget' "
                                "weights='children' volumes='places' source='s' section='1' "
                                "reference='%s'", id, id, id, references[pick (random, 3)]);
  if (mixed && pick (random, 2))
    g_string_append_printf (text, " equal-percent='%u.%u'", pick (random, 99), pick (random, 9));
  if (mixed && pick (random, 4))
    g_string_append (text, " own-use='days'");
  if (mixed && pick (random, 2))
    g_string_append_printf (text, " own-use-percent='%u'", pick (random, 100));
  g_string_append (text, ">");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (pick (random, 7) != 0)
      g_string_append_printf (text, "<payer municipality='%d'%s%s/>", codes[i],
                              pick (random, 6) == 0 ? " valid='2022/2023'" : "",
                              pick (random, 12) == 0 ? " exempt='yes'" : "");
  g_string_append (text, "</arrangement>");
}

static char *
make_text (GRand *random)
{
  gboolean wild = pick (random, 2) == 0;
  GString *text = g_string_new (
    "<register format='1' version='1'>"
    "<source id='s' title='Notat' publisher='Udvalg' date='2020-01-01'/>"
    "<region code='1081' name='Region Nordjylland' valid='2007-01-01/..'/>");

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_string_append_printf (text, "<municipality code='%d' name='%s' region='1081' "
                                  "valid='2007-01-01/..' source='s' section='1'/>",
                            codes[i], names[i]);
  add_arrangement (random, text, "plain", FALSE);
  add_arrangement (random, text, "mixed", TRUE);
  add_weights (random, text, "children", pick (random, 5) == 0 ? 4 : 9999, wild);
  add_weights (random, text, "days", 500, wild);
  add_budgets (random, text);
  g_string_append (text, "</register>");
  return g_string_free (text, FALSE);
}

static KkrRegister *
read_text (const char *text)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KkrRegister *reg = kkr_register_reader_read_bytes (reader, bytes, "memo.xml", NULL, &error);

  g_assert_no_error (error);
  return reg;
}

/* What does not fit is not done. */
static void
change_something (GRand *random, KkrOverlay *overlay)
{
  g_autofree char *key = g_strdup_printf ("%s/%d", pick (random, 3) ? "children" : "days",
                                          codes[pick (random, G_N_ELEMENTS (codes))]);
  g_autofree char *year = g_strdup_printf ("%u", FIRST_YEAR + pick (random, N_YEARS));
  g_autofree char *value = g_strdup_printf ("%u%s", pick (random, 5000),
                                            pick (random, 5) ? "" : ",25");

  switch (pick (random, 6))
    {
    case 0:
      kkr_overlay_change (overlay, "budget", year, value, NULL);
      break;
    case 1:
      kkr_overlay_scale (overlay, "children/", pick (random, 2) ? year : NULL, "1,5",
                         KKR_ROUNDING_MODE_HALF_AWAY, NULL);
      break;
    case 2:
      kkr_overlay_remove (overlay, key, year, NULL);
      break;
    default:
      kkr_overlay_change (overlay, key, pick (random, 3) ? year : NULL, value, NULL);
      break;
    }
}

KkrRegister *
random_financing_register (GRand *random)
{
  g_autofree char *text = make_text (random);
  g_autoptr (KkrRegister) below = read_text (text);
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (below);
  g_autoptr (GError) error = NULL;
  KkrRegister *above;

  if (pick (random, 3) != 0)
    return g_steal_pointer (&below);
  for (guint n = 1 + pick (random, 3); n > 0; n--)
    change_something (random, overlay);
  above = kkr_overlay_apply (overlay, &error);
  g_assert_no_error (error);
  return above;
}

typedef enum {
  WHOLE,
  AMOUNT,
  WORD,
} Kind;

/* What stands in a column of each, most likely first. */
static const struct {
  const char *name;
  Kind kind;
  guint chance; /* one in so many has it */
  const char *texts[8];
  gint64 numbers[8];
} inputs[RANDOM_N_INPUTS] = {
  { "year", WHOLE, 1, { NULL }, { 2022, 2023, 2024, 2021, 2022, 2023, 2024, 1850 } },
  { "budget", AMOUNT, 2, { NULL }, { 100000000, 12345600, 0, 700, 99999900, 12345678900, 50,
                                     -500000 } },
  { "method", WORD, 3,
    { "largest-remainder", "dhondt", "sainte-lague", "huntington-hill", "cumulative",
      "residual-to-largest", "independent", "largest-remainder" }, { 0 } },
  { "unit", AMOUNT, 5, { NULL }, { 100, 1, 100, 1, 100, 1000, 1, 0 } },
  { "tie-rule", WORD, 4,
    { "first", "last", "largest-weight", "smallest-weight", "refuse", "first", "last", "first" },
    { 0 } },
  { "exempt", WORD, 6, { "Rebild", "840", "Læsø, Thisted", "Rebild", "rebild", "Hjørring", "Odense",
                         "Rebild, Rebild" }, { 0 } },
  { "equal-percent", WORD, 5, { "0", "10", "12,5", "100", "33,3", "10", "0", "101" }, { 0 } },
  { "own-use-percent", WORD, 7, { "0", "0", "40", "100", "7,25", "0", "0", "-1" }, { 0 } },
  { "known-on", WORD, 6, { "2030-01-01", "2023-04-01", "2022-08-21", "2025-01-01", "2024-05-05",
                           "2030-01-01", "2026-01-01", "i går" }, { 0 } },
  { "price-level", WORD, 6, { "nominal", "2024", "2022", "nominal", "nominal", "2023", "nominal",
                              "faste" }, { 0 } },
  { "settlement", WORD, 6, { "ja", "nej", "ja", "ja", "nej", "ja", "ja", "ja" }, { 0 } },
  { "compare-year", WHOLE, 9, { NULL }, { 2022, 2023, 2024, 2022, 2023, 2024, 2021, 2040 } },
};

void
random_scenarios_init (RandomScenarios *self, GRand *random)
{
  *self = (RandomScenarios) { .n = 1 + pick (random, RANDOM_MAX_SCENARIOS) };
  for (guint input = 0; input < RANDOM_N_INPUTS; input++)
    {
      guint same = pick (random, 8);
      /* Of eight values the last is a bad one, and most batches have none. */
      guint n_values = pick (random, 6) == 0 ? 8 : 7;

      self->used[input] = pick (random, inputs[input].chance) == 0;
      for (guint i = 0; i < self->n; i++)
        {
          guint value = pick (random, 3) ? same % n_values : pick (random, n_values);

          self->texts[input][i] = inputs[input].texts[value];
          self->numbers[input][i] = pick (random, 25) ? inputs[input].numbers[value] : G_MININT64;
          if (pick (random, 25) == 0)
            self->texts[input][i] = NULL;
        }
    }
}

void
random_scenarios_remove (RandomScenarios *self, guint scenario)
{
  self->n--;
  for (guint input = 0; input < RANDOM_N_INPUTS; input++)
    for (guint i = scenario; i < self->n; i++)
      {
        self->texts[input][i] = self->texts[input][i + 1];
        self->numbers[input][i] = self->numbers[input][i + 1];
      }
}

static void
add_words (KkrTableBuilder *builder, const char *name, const char *const *texts, guint n)
{
  g_autofree const char **words = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    words[i] = texts[i] != NULL ? texts[i] : "";
  kkr_table_builder_add_text (builder, name, name, name, words);
  for (guint i = 0; i < n; i++)
    if (texts[i] == NULL)
      kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_MISSING);
}

KkrTable *
random_scenarios_make_table (const RandomScenarios *self)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("scenarios", "Scenarier",
                                                               "Scenarios");
  g_autoptr (GError) error = NULL;
  KkrTable *table;

  for (guint input = 0; input < RANDOM_N_INPUTS; input++)
    if (!self->used[input])
      continue;
    else if (inputs[input].kind == WORD)
      add_words (builder, inputs[input].name, self->texts[input], self->n);
    else
      kkr_table_builder_add_int64 (builder, inputs[input].name, inputs[input].name,
                                   inputs[input].name, inputs[input].kind == AMOUNT
                                                         ? KKR_UNIT_AMOUNT : KKR_UNIT_NONE,
                                   self->numbers[input], self->n);
  table = kkr_table_builder_end (builder, &error);
  g_assert_no_error (error);
  return table;
}

void
random_scenarios_assign (const RandomScenarios *self, guint scenario, KkrCalculator *calculator)
{
  for (guint input = 0; input < RANDOM_N_INPUTS; input++)
    {
      const char *name = inputs[input].name, *text = self->texts[input][scenario];
      gint64 number = self->numbers[input][scenario];
      g_autoptr (GError) error = NULL;

      if (!self->used[input])
        continue;
      if (inputs[input].kind == WORD ? text == NULL : number == G_MININT64)
        kkr_calculator_unset (calculator, name, &error);
      else if (inputs[input].kind == WORD)
        kkr_calculator_set_from_string (calculator, name, text, &error);
      else if (inputs[input].kind == WHOLE)
        g_object_set (calculator, name, (int) number, NULL);
      else
        g_object_set (calculator, name, number, NULL);
      g_assert_no_error (error);
    }
}

KkrCalculator *
random_financing_calculator (GRand *random, KkrRegister *reg)
{
  KkrCalculator *calculator = KKR_CALCULATOR (kkr_objective_financing_new ());

  g_object_set (calculator, "register", reg, "arrangement",
                pick (random, 30) == 0 ? "none" : pick (random, 2) ? "plain" : "mixed", NULL);
  if (pick (random, 2))
    g_object_set (calculator, "year", FIRST_YEAR + (int) pick (random, N_YEARS), NULL);
  if (pick (random, 4) == 0)
    g_object_set (calculator, "budget", (gint64) pick (random, 1000000) * 100, NULL);
  if (pick (random, 8) == 0)
    g_object_set (calculator, "exempt", "Rebild", NULL);
  return calculator;
}
