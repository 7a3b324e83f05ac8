/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-billing-private.h>

#include <libkkr/base/kkr-format-private.h>

/* Each rule that the result rests on, in words: no document settles them. */

static void
add_note (GPtrArray *notes, const char *danish, const char *english)
{
  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english));
}

static void
add_end_days (const KkrBillingRules *rules, GPtrArray *notes)
{
  static const char *const danish[] = {
    "Regel for ind- og fraflytning: hverken indflytnings- eller fraflytningsdagen betales.",
    "Regel for ind- og fraflytning: fraflytningsdagen betales, indflytningsdagen ikke.",
    "Regel for ind- og fraflytning: indflytningsdagen betales, fraflytningsdagen ikke.",
    "Regel for ind- og fraflytning: både indflytnings- og fraflytningsdagen betales.",
  };
  static const char *const english[] = {
    "Rule for moving in and out: neither the day of moving in nor that of moving out is paid.",
    "Rule for moving in and out: the day of moving out is paid, that of moving in is not.",
    "Rule for moving in and out: the day of moving in is paid, that of moving out is not.",
    "Rule for moving in and out: both the day of moving in and that of moving out are paid.",
  };
  const guint rule = (rules->bill_first_day ? 2 : 0) + (rules->bill_last_day ? 1 : 0);

  add_note (notes, danish[rule], english[rule]);
}

static char *
format_percent (const KkrRational *percent, const char *language)
{
  return kkr_format_value (percent, KKR_UNIT_PERCENT, language);
}

static char *
describe_notice (const KkrBillingRules *rules, const char *language)
{
  g_autofree char *percent = format_percent (&rules->notice_percent, language);
  const char *until = rules->until_taken
                        ? kkr_text_in (language, ", dog kun til pladsen er genbesat",
                                       ", but only until the place is taken again")
                        : "";

  switch (rules->notice_rule)
    {
    case KKR_NOTICE_RULE_DAYS:
      return g_strdup_printf (kkr_language_is_english (language)
                              ? "Rule for notice: the place is paid with %s of the tariff for %d "
                                "days after notice%s."
                              : "Regel for opsigelse: pladsen betales med %s af taksten i %d "
                                "døgn efter opsigelsen%s.",
                              percent, rules->notice_days, until);
    case KKR_NOTICE_RULE_END_OF_MONTH:
      return g_strdup_printf (kkr_language_is_english (language)
                              ? "Rule for notice: the place is paid with %s of the tariff to the "
                                "end of the month of notice%s."
                              : "Regel for opsigelse: pladsen betales med %s af taksten til "
                                "udgangen af den måned, der er opsagt i%s.",
                              percent, until);
    case KKR_NOTICE_RULE_END_OF_NEXT_MONTH:
      return g_strdup_printf (kkr_language_is_english (language)
                              ? "Rule for notice: the place is paid with %s of the tariff to the "
                                "end of the month after notice%s."
                              : "Regel for opsigelse: pladsen betales med %s af taksten til "
                                "udgangen af måneden efter opsigelsen%s.",
                              percent, until);
    case KKR_NOTICE_RULE_NONE:
    case KKR_NOTICE_RULE_UNSET:
    default:
      return g_strdup (kkr_text_in (language,
                                    "Regel for opsigelse: betalingen ender med opholdet.",
                                    "Rule for notice: payment ends with the stay."));
    }
}

static void
add_notice (const KkrBillingRules *rules, GPtrArray *notes)
{
  g_autofree char *danish = describe_notice (rules, "da");
  g_autofree char *english = describe_notice (rules, "en");

  add_note (notes, danish, english);
}

static char *
describe_absence (const KkrBillingRules *rules, const char *language)
{
  g_autofree char *percent = format_percent (&rules->absence_percent, language);
  g_autofree char *days = kkr_format_int (rules->absence_days, language);

  if (!rules->reduces_absence)
    return g_strdup (kkr_text_in (language,
                                  "Regel for fravær: fuld takst, hvor fraværets egen række ikke "
                                  "siger andet.",
                                  "Rule for absence: the whole tariff, unless the absence's own "
                                  "row says otherwise."));
  return g_strdup_printf (kkr_language_is_english (language)
                              ? "Rule for absence: the whole tariff for the first %s days of "
                                "each absence, then %s of it."
                              : "Regel for fravær: fuld takst de første %s døgn af hvert fravær, "
                                "derefter %s af taksten.", days, percent);
}

static void
add_absence (const KkrBilling *self, GPtrArray *notes)
{
  g_autofree char *danish = NULL, *english = NULL;

  if (kkr_sheet_get_n_rows (self->absences) == 0)
    return;
  danish = describe_absence (&self->rules, "da");
  english = describe_absence (&self->rules, "en");
  add_note (notes, danish, english);
}

static void
add_split (const KkrBilling *self, const GArray *lines, GPtrArray *notes)
{
  static const char *const danish[] = {
    NULL,
    "Regel for brudt måned: månedstaksten deles med månedens dage, årstaksten med årets.",
    "Regel for brudt måned: et døgn er 1/30 af månedstaksten, årstaksten deles med årets dage.",
    "Regel for brudt måned: et døgn er 12 månedstakster delt med årets 365 eller 366 dage.",
    "Regel for brudt måned: et døgn er 12 månedstakster, eller årstaksten, delt med 365.",
  };
  static const char *const english[] = {
    NULL,
    "Rule for parts of a month: a month's tariff by the days of the month, a year's by those of "
    "the year.",
    "Rule for parts of a month: a day is 1/30 of a month's tariff, a year's is by its days.",
    "Rule for parts of a month: a day is 12 months' tariffs by the 365 or 366 days of the year.",
    "Rule for parts of a month: a day is 12 months' tariffs, or a year's, by 365.",
  };

  for (guint i = 0; i < lines->len; i++)
    if (kkr_billing_get_unit (self, g_array_index (lines, KkrBillingLine, i).tariff)
        != KKR_TARIFF_UNIT_DAY)
      {
        add_note (notes, danish[self->rules.month_split], english[self->rules.month_split]);
        return;
      }
}

/* Days that a place is paid for by the one who moves out and the one who moves in. */
static guint
count_moves (const KkrBilling *self)
{
  const guint n = kkr_sheet_get_n_rows (self->placements);
  guint n_places, n_moves = 0;
  const gint32 *places = kkr_sheet_get_codes (self->placements, KKR_BILLING_PLACEMENT_PLACE,
                                              &n_places);

  for (guint i = 1; i < n; i++)
    {
      const guint before = self->place_order[i - 1], row = self->place_order[i];
      const gint32 from = kkr_billing_get_from (self, row);

      n_moves += places[row] >= 0 && places[row] == places[before]
                 && from == kkr_billing_get_until (self, before)
                 && from >= self->rules.first && from <= self->rules.last;
    }
  return n_moves;
}

static void
add_moves (const KkrBilling *self, GPtrArray *notes)
{
  const guint n = self->rules.bill_first_day && self->rules.bill_last_day ? count_moves (self) : 0;
  g_autofree char *danish = NULL, *english = NULL;

  if (n == 0)
    return;
  danish = g_strdup_printf ("%u døgn betales to gange, fordi en plads fraflyttes og tages i brug "
                            "samme dag.", n);
  english = g_strdup_printf (n == 1 ? "%u day is paid twice, since a place is left and taken on "
                                      "the same day."
                                    : "%u days are paid twice, since a place is left and taken "
                                      "on the same day.", n);
  add_note (notes, danish, english);
}

/* Payers whom the register does not know: a region, or a slip. */
static void
add_unknown (const KkrBilling *self, GPtrArray *notes)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *danish = NULL, *english = NULL;

  for (guint i = 0; self->reg != NULL && i < self->payers->len; i++)
    if (g_array_index (self->payer_codes, gint32, i) == KKR_BILLING_NO_CODE)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "",
                              kkr_billing_get_payer (self, (gint32) i));
  if (names->len == 0)
    return;
  danish = g_strdup_printf ("Registret kender ingen kommune med navnet: %s.", names->str);
  english = g_strdup_printf ("The register knows no municipality called: %s.", names->str);
  add_note (notes, danish, english);
}

void
kkr_billing_add_rules (const KkrBilling *self, const GArray *lines, GPtrArray *notes)
{
  add_end_days (&self->rules, notes);
  add_notice (&self->rules, notes);
  add_absence (self, notes);
  add_split (self, lines, notes);
}

void
kkr_billing_add_notes (const KkrBilling *self, const GArray *lines, GPtrArray *notes)
{
  kkr_billing_add_rules (self, lines, notes);
  add_moves (self, notes);
  add_unknown (self, notes);
}
