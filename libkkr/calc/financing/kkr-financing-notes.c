/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-financing-private.h>
#include <libkkr/calc/kkr-assumed-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-names-private.h>
#include <libkkr/base/kkr-note.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/kernel/kkr-apportion.h>

/* Whole kroner without their øre, as a sentence would have it. */
static char *
format_amount (gint64 amount, const char *language)
{
  g_autofree char *number = kkr_format_amount (amount, TRUE, language);

  return kkr_language_is_english (language) ? g_strconcat ("DKK ", number, NULL)
                                            : g_strconcat (number, " kr.", NULL);
}

/* A sentence is written in both languages at once, piece by piece. */
typedef struct {
  GString *danish;
  GString *english;
} Sentence;

static Sentence
sentence_new (void)
{
  return (Sentence) { g_string_new (NULL), g_string_new (NULL) };
}

static void
say (Sentence *sentence, const char *danish, const char *english)
{
  g_string_append (sentence->danish, danish);
  g_string_append (sentence->english, english);
}

static void
say_amount (Sentence *sentence, gint64 amount)
{
  g_autofree char *danish = format_amount (amount, "da");
  g_autofree char *english = format_amount (amount, "en");

  say (sentence, danish, english);
}

static void
end_note (Sentence *sentence, KkrNoteKind kind, GPtrArray *notes)
{
  g_ptr_array_add (notes, kkr_note_new (kind, sentence->danish->str, sentence->english->str));
  g_string_free (sentence->danish, TRUE);
  g_string_free (sentence->english, TRUE);
}

static void
say_rows (Sentence *sentence, KkrFinancingYear *year, GArray *rows)
{
  const guint most = 5;

  for (guint i = 0; i < MIN (rows->len, most); i++)
    {
      const char *name = kkr_municipality_get_name (
        kkr_financing_year_get_payer (year, g_array_index (rows, guint, i))->municipality);
      gboolean last = i + 1 == rows->len;

      if (i > 0)
        say (sentence, last ? " og " : ", ", last ? " and " : ", ");
      say (sentence, name, name);
    }
  if (rows->len > most)
    {
      g_autofree char *danish = g_strdup_printf (" og %u andre", rows->len - most);
      g_autofree char *english = g_strdup_printf (" and %u others", rows->len - most);

      say (sentence, danish, english);
    }
}

/* What all of these pay more or less than rounding each by itself would give; 0 if it differs. */
static gint64
common_difference (KkrFinancingYear *year, GArray *rows, const gint64 *alone)
{
  gint64 common = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      gint64 difference = ABS (kkr_financing_year_get_amount (year, row) - alone[row]);

      if (i > 0 && difference != common)
        return 0;
      common = difference;
    }
  return common;
}

/* Who gets more, or less, than rounding each by itself would give. */
static void
say_moves (Sentence *sentence, KkrFinancingYear *year, const gint64 *alone)
{
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) less = g_array_new (FALSE, FALSE, sizeof (guint));
  KkrApportionMethod method = kkr_apportionment_get_method (year->amounts);

  for (guint i = 0; i < year->payers->len; i++)
    {
      gint64 amount = kkr_financing_year_get_amount (year, i);

      if (amount != alone[i])
        g_array_append_val (amount > alone[i] ? more : less, i);
    }
  if (more->len + less->len == 0)
    {
      say (sentence, " Ingen betaler mere eller mindre af den grund.",
           " Nobody pays more or less because of it.");
      return;
    }
  say (sentence, " Med ", " With ");
  say (sentence, kkr_apportion_method_name (method, "da"),
       kkr_apportion_method_name (method, "en"));
  for (int side = 0; side <= 1; side++)
    {
      GArray *rows = side == 0 ? more : less;
      gint64 difference = common_difference (year, rows, alone);

      if (rows->len == 0)
        continue;
      say (sentence, side == 1 && more->len > 0 ? ", og " : " betaler ",
           side == 1 && more->len > 0 ? ", and " : ", ");
      say_rows (sentence, year, rows);
      say (sentence, side == 1 && more->len > 0 ? " betaler " : " ",
           rows->len > 1 ? " pay " : " pays ");
      if (difference != 0)
        {
          say_amount (sentence, difference);
          say (sentence, " ", " ");
        }
      say (sentence, side == 0 ? "mere" : "mindre", side == 0 ? "more" : "less");
      if (difference != 0 && rows->len > 1)
        say (sentence, " hver", " each");
    }
  say (sentence, ".", ".");
}

/* FALSE if it does not fit: what is rounded by itself may add to more than the budget. */
static gboolean
sum_up (KkrFinancingYear *year, const gint64 *amounts, gint64 *sum)
{
  *sum = 0;
  for (guint i = 0; i < year->payers->len; i++)
    if (__builtin_add_overflow (*sum, amounts[i], sum))
      return FALSE;
  return TRUE;
}

static void
add_rounding_note (GPtrArray *notes, KkrCalculator *calculator, KkrFinancingYear *year)
{
  gsize n = 0;
  g_autofree gint64 *alone = kkr_apportion (year->budget, year->weights, year->payers->len,
                                            KKR_APPORTION_METHOD_INDEPENDENT,
                                            kkr_calculator_get_amount (calculator, "unit"), &n,
                                            NULL);
  gboolean is_alone = kkr_apportionment_get_method (year->amounts) ==
                      KKR_APPORTION_METHOD_INDEPENDENT;
  Sentence sentence = sentence_new ();
  gint64 gap, sum;

  if (alone == NULL || !sum_up (year, alone, &sum) ||
      __builtin_sub_overflow (sum, year->budget, &gap))
    {
      say (&sentence, "Hvad afrunding hver for sig ville give, kan ikke beregnes.",
           "What rounding each alone would give cannot be computed.");
      end_note (&sentence, KKR_NOTE_KIND_ROUNDING, notes);
      return;
    }
  say (&sentence, is_alone ? "Kommunerne er afrundet hver for sig: summen er "
                           : "Afrundes kommunerne hver for sig, bliver summen ",
       is_alone ? "The municipalities are rounded each alone: the sum is "
                : "Rounded each alone, the municipalities add to ");
  say_amount (&sentence, sum);
  if (gap == 0)
    say (&sentence, ", præcis som budgettet: intet går tabt.",
         ", exactly the budget: nothing is lost.");
  else
    {
      say (&sentence, ", ", ", ");
      say_amount (&sentence, ABS (gap));
      say (&sentence, gap < 0 ? " mindre end budgettet." : " mere end budgettet.",
           gap < 0 ? " less than the budget." : " more than the budget.");
    }
  if (!is_alone)
    say_moves (&sentence, year, alone);
  end_note (&sentence, KKR_NOTE_KIND_ROUNDING, notes);
}

static void
add_tie_note (GPtrArray *notes, KkrCalculator *calculator, KkrFinancingYear *year)
{
  KkrTieRule rule = (KkrTieRule) kkr_calculator_get_enum (calculator, "tie-rule");
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  Sentence sentence;
  const guint *tied;
  gsize n;

  if (!kkr_apportionment_has_ties (year->amounts))
    return;
  tied = kkr_apportionment_get_tied_rows (year->amounts, &n);
  g_array_append_vals (rows, tied, (guint) n);
  sentence = sentence_new ();
  say (&sentence, "Lige krav på den sidste enhed: ", "The same claim to the last unit: ");
  say_rows (&sentence, year, rows);
  say (&sentence, ". Ved lighed vinder ", ". In a tie the winner is ");
  say (&sentence, kkr_tie_rule_name (rule, "da"), kkr_tie_rule_name (rule, "en"));
  say (&sentence, ".", ".");
  end_note (&sentence, KKR_NOTE_KIND_TIE, notes);
}

static void
add_price_note (GPtrArray *notes, KkrFinancingYear *year)
{
  const char *wanted = year->price_level;
  const char *level = year->budget_fact != NULL ? kkr_fact_get_price_level (year->budget_fact)
                                                : NULL;
  g_autofree char *own_year = g_strdup_printf ("%d", year->year);
  g_autofree char *danish = NULL, *english = NULL;
  g_autofree char *amount_da = format_amount (year->budget, "da");
  g_autofree char *amount_en = format_amount (year->budget, "en");
  gboolean nominal = g_str_equal (wanted, "nominal");
  gboolean level_nominal = level != NULL && g_str_equal (level, "nominal");

  if (level == NULL ||
      g_str_equal (level_nominal ? own_year : level, nominal ? own_year : wanted))
    return;
  danish = g_strdup_printf (
    "Budgettet for %d (%s) er opgjort i %s-priser og ikke i %s: regningen for %d i %s kan ikke "
    "findes herfra til kronen.",
    year->year, amount_da, level_nominal ? own_year : level,
    nominal ? "årets egne priser" : "det ønskede prisniveau",
    year->year, nominal ? "årets egne priser" : "det ønskede prisniveau");
  english = g_strdup_printf (
    "The budget for %d (%s) is given in prices of %s and not at the level %s: the bill for %d at "
    "that level cannot be known from it to the krone.",
    year->year, amount_en, level_nominal ? own_year : level, nominal ? "nominal" : wanted,
    year->year);
  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_PRICE_LEVEL, danish, english));
}

/* Assumed facts have a note of their own. */
static gboolean
is_unconfirmed (KkrFact *fact)
{
  return !kkr_fact_get_confirmed (fact) && !kkr_fact_is_overlaid (fact);
}

/* The rule itself: that there is such an arrangement, and that these pay to it. */
static guint
count_unconfirmed_rules (KkrFinancingYear *year)
{
  GListModel *payers = kkr_arrangement_get_payers (year->arrangement);
  guint n = !kkr_entity_get_confirmed (KKR_ENTITY (year->arrangement));

  for (guint i = 0; i < g_list_model_get_n_items (payers); i++)
    {
      g_autoptr (KkrPayer) payer = g_list_model_get_item (payers, i);

      n += !kkr_entity_get_confirmed (KKR_ENTITY (payer))
           && kkr_financing_year_find (year, kkr_payer_get_municipality (payer)) >= 0;
    }
  return n;
}

/* The rule is the same for both years, and is counted once. */
static void
add_unconfirmed_note (GPtrArray *notes, KkrFinancingYear *year, gboolean before)
{
  guint n = before ? 0 : count_unconfirmed_rules (year);
  g_autofree char *danish = NULL, *english = NULL;

  n += year->budget_fact != NULL && is_unconfirmed (year->budget_fact);
  for (guint i = 0; i < year->payers->len; i++)
    {
      KkrFinancingPayer *payer = kkr_financing_year_get_payer (year, i);

      n += is_unconfirmed (payer->weight);
      n += payer->own_use != NULL && is_unconfirmed (payer->own_use);
      n += !kkr_entity_get_confirmed (KKR_ENTITY (payer->municipality));
    }
  if (n == 0)
    return;
  danish = before ? g_strdup_printf ("%u af de brugte oplysninger om %d er ikke bekræftet af en "
                                     "primær kilde.", n, year->year)
                  : g_strdup_printf ("%u af de brugte oplysninger er ikke bekræftet af en primær "
                                     "kilde.", n);
  english = before ? g_strdup_printf ("%u of the facts used on %d are not confirmed by a primary "
                                      "source.", n, year->year)
                   : g_strdup_printf ("%u of the facts used are not confirmed by a primary "
                                      "source.", n);
  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_UNCONFIRMED, danish, english));
}

void
kkr_financing_add_notes (GPtrArray *notes, KkrCalculator *calculator, KkrFinancingYear *year)
{
  add_rounding_note (notes, calculator, year);
  add_tie_note (notes, calculator, year);
  kkr_financing_add_notes_on_facts (notes, year);
}

void
kkr_financing_add_notes_on_facts (GPtrArray *notes, KkrFinancingYear *year)
{
  add_price_note (notes, year);
  add_unconfirmed_note (notes, year, FALSE);
}

/* The right level for a comparison, and still not what that year's bill was. */
static void
add_level_note (GPtrArray *notes, KkrFinancingYear *before)
{
  const char *level = before->budget_fact != NULL ? kkr_fact_get_price_level (before->budget_fact)
                                                  : NULL;
  g_autofree char *own_year = g_strdup_printf ("%d", before->year);
  g_autofree char *danish = NULL, *english = NULL;

  if (level == NULL || g_str_equal (level, "nominal") || g_str_equal (level, own_year) ||
      !g_str_equal (level, before->price_level))
    return;
  danish = g_strdup_printf ("I sammenligningen er tallene for %s i %s-priser.", own_year, level);
  english = g_strdup_printf ("In the comparison the figures for %s are in prices of %s.", own_year,
                             level);
  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_PRICE_LEVEL, danish, english));
}

void
kkr_financing_add_notes_before (GPtrArray *notes, KkrFinancingYear *before)
{
  add_price_note (notes, before);
  add_level_note (notes, before);
  add_unconfirmed_note (notes, before, TRUE);
}

void
kkr_financing_add_left_out_note (GPtrArray *notes, int year, gboolean unfit, gboolean too_large)
{
  g_autofree char *danish = g_strdup_printf (
    too_large ? "Udviklingen fra året før er ikke vist: tallene er for store til at blive "
                "sammenlignet med tallene for %d."
    : unfit   ? "Udviklingen fra året før er ikke vist: tallene for %d kan ikke fordeles med de "
                "samme valg (enhed, metode, fritagelser)."
              : "Udviklingen fra året før er ikke vist: registret har ikke alle tal for %d.", year);
  g_autofree char *english = g_strdup_printf (
    too_large ? "The change from the year before is not shown: the figures are too large to be "
                "compared with those for %d."
    : unfit   ? "The change from the year before is not shown: the figures for %d cannot be shared "
                "by the same choices (unit, method, exemptions)."
              : "The change from the year before is not shown: the register lacks figures for %d.",
    year);

  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english));
}

static void
collect_used (GPtrArray *used, KkrFinancingYear *year)
{
  if (year->budget_fact != NULL)
    g_ptr_array_add (used, year->budget_fact);
  for (guint i = 0; i < year->payers->len; i++)
    {
      KkrFinancingPayer *payer = kkr_financing_year_get_payer (year, i);

      g_ptr_array_add (used, payer->weight);
      if (payer->own_use != NULL)
        g_ptr_array_add (used, payer->own_use);
    }
  for (guint i = 0; i < year->volumes->len; i++)
    g_ptr_array_add (used, year->volumes->pdata[i]);
}

void
kkr_financing_add_assumed_note (GPtrArray *notes, KkrFinancingYear *year, KkrFinancingYear *before)
{
  g_autoptr (GPtrArray) used = g_ptr_array_new ();
  KkrNote *note;

  collect_used (used, year);
  if (before != NULL)
    collect_used (used, before);
  note = kkr_assumed_note_new (year->reg, used);
  if (note != NULL)
    g_ptr_array_add (notes, note);
}
