/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-private.h>

#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-names-private.h>
#include <libkkr/calc/kkr-assumed-private.h>
#include <libkkr/register/kkr-fact-private.h>

static void
remark (KkrDemand *self, const char *danish, const char *english)
{
  kkr_demand_note (self, KKR_NOTE_KIND_REMARK, danish, english);
}

/* The first fact that was used of those whose keys begin so. */
static KkrFact *
find_used (const KkrDemand *self, const char *prefix)
{
  for (guint i = 0; i < self->used->len; i++)
    if (g_str_has_prefix (kkr_fact_get_key (self->used->pdata[i]), prefix))
      return self->used->pdata[i];
  return NULL;
}

static void
tell (KkrDemand *self, const char *input, const char *prefix, gint64 n, const char *danish,
      const char *english)
{
  KkrFact *fact = find_used (self, prefix);
  g_auto (GStrv) texts = g_new0 (char *, 3);

  if (fact == NULL)
    return;
  for (guint i = 0; i < 2; i++)
    {
      const char *language = i == 0 ? "da" : "en", *section = kkr_fact_get_section (fact);
      g_autofree char *number = kkr_format_int (n, language);
      g_autofree char *source = kkr_fact_get_source (fact) != NULL
        ? kkr_source_to_string_in (kkr_fact_get_source (fact), language)
        : g_strdup (kkr_text_in (language, "registret", "the register"));

      texts[i] = g_strdup_printf ("%s %s (%s%s%s)", number, i == 0 ? danish : english, source,
                                  section != NULL ? "; " : "", section != NULL ? section : "");
    }
  kkr_calculator_tell_input (self->calculator, input, texts[0], texts[1]);
}

void
kkr_demand_tell (KkrDemand *self)
{
  gint64 places = 0;

  for (guint i = 0; i < self->supplied->len; i++)
    places += g_array_index (self->supplied, KkrDemandSupply, i).places;
  if (self->judged_by_register)
    tell (self, "judgements", "dom-judgements/", self->n_judged, "borgere med dom",
          "persons with a judgement");
  if (self->placed_by_register)
    tell (self, "placements", "dom-placements/", self->n_placed, "anbragte borgere",
          "persons placed");
  if (self->supplied_by_register)
    tell (self, "supply", "dom-places-", places, "pladser", "places");
}

/* What the register says of a table, as that some municipalities did not answer. */
static void
note_fact (KkrDemand *self, const char *prefix)
{
  KkrFact *fact = find_used (self, prefix);
  const char *danish = fact != NULL ? kkr_fact_get_note_in (fact, "da") : NULL;

  if (danish != NULL && *danish != '\0')
    remark (self, danish, kkr_fact_get_note_in (fact, "en"));
}

static void
note_years (KkrDemand *self)
{
  g_autofree char *n_da = kkr_format_int (self->n_left_out, "da");
  g_autofree char *n_en = kkr_format_int (self->n_left_out, "en");
  g_autofree char *danish = g_strdup_printf (
    "Antal rækker, der er udeladt, fordi deres år ikke er med: %s. Anbringelserne gælder alle år.",
    n_da);
  g_autofree char *english = g_strdup_printf (
    "Rows left out because their year is not included: %s. The placements are those of all years.",
    n_en);

  if (self->n_left_out > 0)
    remark (self, danish, english);
  if (self->n_filled > 0)
    remark (self, "En domstype uden rækker i et år, der har andre rækker, regnes som 0 borgere.",
            "A dom-type without rows in a year that has others counts as 0 persons.");
}

/* That rounded shares do not sum to 100. */
static void
note_rounding (KkrDemand *self)
{
  KkrRational sum = KKR_RATIONAL_ZERO;
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  gint64 whole = 0, types[KKR_DEMAND_N_TYPES] = { 0 };
  g_autofree char *sum_da = NULL, *sum_en = NULL, *danish = NULL, *english = NULL;

  for (guint i = 0; i < self->years->len * KKR_DEMAND_N_TYPES; i++)
    {
      types[i % KKR_DEMAND_N_TYPES] += self->counts[i];
      whole += self->counts[i];
    }
  for (guint type = 0; type < KKR_DEMAND_N_TYPES && whole > 0; type++)
    {
      const KkrRational exact = kkr_demand_percent (types[type], whole);
      const KkrRational rounded = kkr_demand_round (self, &exact);

      kkr_rational_add (&sum, &rounded, &sum);
    }
  if (whole == 0 || kkr_rational_compare (&sum, &hundred) == 0)
    return;
  sum_da = kkr_format_value (&sum, KKR_UNIT_PERCENT, "da");
  sum_en = kkr_format_value (&sum, KKR_UNIT_PERCENT, "en");
  danish = g_strdup_printf ("De afrundede andele (%s) giver tilsammen %s: hver er afrundet for "
                            "sig.", kkr_rounding_mode_name (self->rounding, "da"), sum_da);
  english = g_strdup_printf ("The rounded shares (%s) add to %s: each is rounded by itself.",
                             kkr_rounding_mode_name (self->rounding, "en"), sum_en);
  kkr_demand_note (self, KKR_NOTE_KIND_ROUNDING, danish, english);
}

static void
note_small (KkrDemand *self)
{
  g_autofree char *danish = g_strdup_printf (
    "Antal borgere fra 1 til %lld er mærket som små, og de summer, som røber dem, med. Intet er "
    "udeladt af tabellerne.", (long long) self->threshold - 1);
  g_autofree char *english = g_strdup_printf (
    "Numbers of persons from 1 to %lld are marked as small, and with them the sums that reveal "
    "them. Nothing is left out of the tables.", (long long) self->threshold - 1);

  if (self->threshold > 1)
    remark (self, danish, english);
}

static void
note_placements (KkrDemand *self)
{
  const gint64 rest = self->n_judged - self->n_placed;
  g_autofree char *n_da = kkr_format_int (rest, "da"), *n_en = kkr_format_int (rest, "en");
  g_autofree char *danish = g_strdup_printf ("Udfaldet er ikke oplyst for %s af de dømte.", n_da);
  g_autofree char *english = g_strdup_printf ("The outcome is not stated for %s of those judged.",
                                              n_en);

  if (self->placed->len == 0)
    return;
  if (rest > 0)
    remark (self, danish, english);
  for (guint i = 0; i < self->placed->len; i++)
    if (!g_str_equal (g_array_index (self->placed, KkrDemandPlacement, i).key, "108"))
      {
        remark (self, "Domstype 2 og 3 skal straks anbringes efter § 108. Her er også andre "
                "anbringelser; de er ikke fordelt på domstyper, så det ses ikke, om de er imod "
                "reglen.",
                "Dom-types 2 and 3 are to be placed under section 108 at once. There are other "
                "placements too; they are not split by dom-type, so it cannot be seen whether they "
                "are against the rule.");
        return;
      }
}

static char *
list_types (const KkrDemand *self, const char *language)
{
  GString *list = g_string_new (NULL);

  for (guint type = 0; type < KKR_DEMAND_N_TYPES; type++)
    if (kkr_demand_has_type (self, type))
      g_string_append_printf (list, "%s%u", list->len > 0 ? ", " : "", type + 1);
  g_string_prepend (list, kkr_text_in (language, "domstype ", "dom-type "));
  return g_string_free (list, FALSE);
}

static void
note_sectors (KkrDemand *self)
{
  gboolean independent = FALSE;
  KkrEntity *rule = self->sector_rule != NULL ? KKR_ENTITY (self->sector_rule) : NULL;
  g_autofree char *danish = NULL, *english = NULL;

  for (guint i = 0; i < self->supplied->len; i++)
    independent |= g_array_index (self->supplied, KkrDemandSupply, i).sector
                   == KKR_SECTOR_INDEPENDENT;
  if (rule != NULL)
    {
      const gboolean confirmed = kkr_entity_get_confirmed (rule);

      danish = g_strdup_printf ("Pladser, der kan bruges i praksis: %s (%s; %s).",
                                kkr_entity_get_title_in (rule, "da"),
                                g_str_equal (kkr_dom_type_rule_get_severity (self->sector_rule),
                                             "legal") ? "efter loven" : "i praksis",
                                confirmed ? "bekræftet af en primær kilde"
                                          : "ikke bekræftet af en primær kilde");
      english = g_strdup_printf ("Places that can be used in practice: %s (%s; %s).",
                                 kkr_entity_get_title_in (rule, "en"),
                                 kkr_dom_type_rule_get_severity (self->sector_rule),
                                 confirmed ? "confirmed by a primary source"
                                           : "not confirmed by a primary source");
      remark (self, danish, english);
    }
  if (independent && kkr_calculator_get_boolean (self->calculator, "independent-as-public"))
    remark (self, "Selvejende tilbud er regnet med som offentlige; kilden nævner kun private.",
            "Independent offers are counted as public ones; the source only names private ones.");
  else if (independent)
    remark (self, "Selvejende tilbud er ikke regnet med blandt de pladser, der kan bruges; kilden "
            "nævner kun private.",
            "Independent offers are not counted among the places that can be used; the source only "
            "names private ones.");
}

static void
note_coverage (KkrDemand *self)
{
  g_autofree char *types_da = list_types (self, "da"), *types_en = list_types (self, "en");
  g_autofree char *danish = g_strdup_printf (
    "Dømt til anbringelse: %s. Kilden siger ikke, hvilke år der skal tælle, så dækningen står for "
    "alle tre læsninger. Domme er en tilgang og pladser en beholdning, der allerede kan være "
    "belagt: forholdet er ikke et antal ledige eller manglende pladser.", types_da);
  g_autofree char *english = g_strdup_printf (
    "Judged to placement: %s. The source does not say which years count, so the coverage stands "
    "for all three readings. Judgements flow in, and places are a stock that may be taken already: "
    "the ratio is no number of vacant or missing places.", types_en);

  if (self->supplied->len == 0)
    return;
  remark (self, danish, english);
  note_sectors (self);
  if (self->supplied_by_register && !self->judged_by_register)
    remark (self, "Dommene er oplyst, men pladserne er registrets: de skal gælde samme område, før "
            "dækningen giver mening.",
            "The judgements are given but the places are those of the register: both have to be of "
            "the same area before the coverage means anything.");
}

void
kkr_demand_add_notes (KkrDemand *self)
{
  KkrNote *assumed;

  kkr_calculator_note_empty (self->calculator, "judgements", "dommene", self->notes);
  kkr_calculator_note_empty (self->calculator, "placements", "anbringelserne", self->notes);
  kkr_calculator_note_empty (self->calculator, "supply", "udbuddet", self->notes);
  note_fact (self, "dom-judgements/");
  note_years (self);
  note_rounding (self);
  note_small (self);
  note_placements (self);
  if (self->supplied_by_register)
    note_fact (self, "dom-places-");
  note_coverage (self);
  assumed = kkr_assumed_note_new (self->reg, self->used);
  if (assumed != NULL)
    g_ptr_array_add (self->notes, assumed);
}
