/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-assumed-private.h>

/* Which reading was used, wherever the documents leave one open. */

static void
add_note (GPtrArray *notes, const char *danish, const char *english)
{
  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english));
}

static char *
describe_reading (const KkrShelterRules *rules, const char *language)
{
  static const char *const danish[] = {
    "", "Grænsen læses sådan: de første %s døgn af et ophold refunderes, også når det varer "
    "længere.",
    "Grænsen læses sådan: et ophold på mere end %s døgn refunderes slet ikke. Et ophold, der ikke "
    "er afsluttet, tæller med den længde, det har den sidste dag.",
    "Grænsen læses sådan: en borgers første %s døgn i kalenderåret refunderes, alle ophold lagt "
    "sammen.",
  };
  static const char *const english[] = {
    "", "The limit is read so: the first %s days of a stay are refunded, even where it lasts "
    "longer.",
    "The limit is read so: a stay of more than %s days is not refunded at all. A stay that has not "
    "ended counts with the length that it has on the last day.",
    "The limit is read so: the first %s days of a person in a calendar year are refunded, all "
    "stays together.",
  };
  g_autofree char *days = kkr_format_int (rules->limit, language);
  g_auto (GStrv) parts = g_strsplit (kkr_text_in (language, danish[rules->rule],
                                                  english[rules->rule]), "%s", 2);

  return g_strjoinv (days, parts);
}

static char *
describe_transition (const KkrShelterRules *rules, const char *language)
{
  const char *const by_da[] = { "", "døgn", "ophold, der begynder" };
  const char *const by_en[] = { "", "days", "stays that begin" };
  g_autofree char *days = kkr_format_int (rules->transition_limit, language);
  g_autofree char *from = rules->transition_from != G_MININT32
                            ? kkr_date_format (rules->transition_from, language) : NULL;
  g_autofree char *to = rules->transition_to != G_MAXINT32
                          ? kkr_date_format (rules->transition_to, language) : NULL;
  const gboolean is_english = kkr_language_is_english (language);

  if (!rules->has_transition)
    return g_strdup_printf (is_english
                              ? "The document gives the transition period with the limit of %s "
                                "days no dates. None are given here, so no day is in it."
                              : "Dokumentet daterer ikke overgangsperioden med grænsen på %s døgn. "
                                "Her er ingen datoer angivet, så ingen døgn ligger i den.", days);
  return g_strdup_printf (is_english ? "In the transition the limit is %s days, for %s from %s to "
                                       "%s."
                                     : "I overgangsperioden er grænsen %s døgn, og den gælder %s "
                                       "fra %s til %s.", days,
                          is_english ? by_en[rules->by] : by_da[rules->by],
                          from != NULL ? from : kkr_text_in (language, "begyndelsen",
                                                             "the beginning"),
                          to != NULL ? to : kkr_text_in (language, "videre", "later on"));
}

static char *
describe_start (const KkrShelterRules *rules, const char *language)
{
  g_autofree char *day = kkr_date_format (rules->limit_from, language);

  return g_strdup_printf (kkr_language_is_english (language)
                            ? "The limit holds from %s. Days before it are refunded, but count "
                              "among the days of the stay."
                            : "Grænsen gælder fra %s. Døgn før den dag refunderes, men tæller med "
                              "i opholdets døgn.", day);
}

static char *
describe_join (const KkrShelterRules *rules, const char *language)
{
  g_autofree char *days = kkr_format_int (rules->join_days, language);

  if (rules->join_days < 0)
    return g_strdup (kkr_text_in (language, "Hver række er et ophold for sig, også når en borger "
                                            "flytter direkte fra et herberg til et andet.",
                                  "Each row is a stay of its own, even where a person moves "
                                  "directly from one shelter to another."));
  return g_strdup_printf (kkr_language_is_english (language)
                            ? "Rows of a person with at most %s days between them are one stay; "
                              "the days between do not count."
                            : "En borgers rækker med højst %s dage imellem er ét ophold; dagene "
                              "imellem tæller ikke.", days);
}

typedef char *(*Describe) (const KkrShelterRules *rules, const char *language);

static void
add_described (const KkrShelter *self, GPtrArray *notes, Describe describe)
{
  g_autofree char *danish = describe (&self->rules, "da");
  g_autofree char *english = describe (&self->rules, "en");

  add_note (notes, danish, english);
}

static gboolean
has_several_stays (const KkrShelter *self)
{
  const guint n = kkr_sheet_get_n_rows (self->stays);

  for (guint i = 1; i < n; i++)
    if (self->persons[self->order[i]] == self->persons[self->order[i - 1]])
      return TRUE;
  return FALSE;
}

static gboolean
has_earlier_days (const KkrShelter *self)
{
  const guint n = kkr_sheet_get_n_rows (self->stays);

  for (guint row = 0; row < n; row++)
    if (kkr_shelter_get_from (self, row) < self->rules.limit_from)
      return TRUE;
  return FALSE;
}

void
kkr_shelter_add_refund_notes (const KkrShelter *self, GPtrArray *notes)
{
  add_described (self, notes, describe_reading);
  add_described (self, notes, describe_transition);
  if (has_earlier_days (self))
    add_described (self, notes, describe_start);
  if (has_several_stays (self) && self->rules.rule != KKR_REFUND_RULE_PERSON_YEAR)
    add_described (self, notes, describe_join);
}

/* Days that are paid for twice, since one moves from one shelter to another. */
static void
add_moves (const KkrShelter *self, GPtrArray *notes)
{
  const guint n = kkr_sheet_get_n_rows (self->stays);
  g_autofree char *danish = NULL, *english = NULL;
  guint n_moves = 0;

  for (guint i = 1; i < n; i++)
    n_moves += self->persons[self->order[i]] == self->persons[self->order[i - 1]]
               && kkr_shelter_get_from (self, self->order[i])
                    == kkr_shelter_get_until (self, self->order[i - 1]);
  if (n_moves == 0)
    return;
  danish = g_strdup_printf ("%u døgn betales begge steder, fordi en borger flytter fra et herberg "
                            "til et andet den dag; mod grænsen tæller det som ét.", n_moves);
  english = g_strdup_printf ("%u day%s paid for in both places, since a person moves from one "
                             "shelter to another; towards the limit it counts once.", n_moves,
                             n_moves == 1 ? " is" : "s are");
  add_note (notes, danish, english);
}

void
kkr_shelter_add_growth_notes (const KkrShelter *self, GPtrArray *notes)
{
  const KkrShelterGrowth *growth = &self->growth;
  const KkrRational increase = KKR_RATIONAL_INT (growth->increase_precision);
  g_autofree char *one_da = kkr_format_value (&increase, KKR_UNIT_AMOUNT, "da");
  g_autofree char *one_en = kkr_format_value (&increase, KKR_UNIT_AMOUNT, "en");
  g_autofree char *two_da = kkr_format_value (&growth->percent_precision,
                                              KKR_UNIT_PERCENTAGE_POINTS, "da");
  g_autofree char *two_en = kkr_format_value (&growth->percent_precision,
                                              KKR_UNIT_PERCENTAGE_POINTS, "en");
  g_autofree char *danish = g_strdup_printf (
    "Mindst og højst: stigningen er trykt med en nøjagtighed på %s, procenten på %s. Om tallene er "
    "i løbende eller faste priser, siger dokumentet ikke.", one_da, two_da);
  g_autofree char *english = g_strdup_printf (
    "At least and at most: the increase is printed to %s, the per cent to %s. The document does "
    "not say whether the figures are in current or fixed prices.", one_en, two_en);

  add_note (notes, danish, english);
}

static void
add_over_awarded (const KkrShelter *self, const GArray *areas, GPtrArray *notes)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *danish = NULL, *english = NULL;

  for (guint row = 0; row < areas->len; row++)
    if (g_array_index (areas, KkrShelterArea, row).over_awarded > 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "",
                              kkr_sheet_get_text (self->areas, row, KKR_SHELTER_AREA_NAME));
  if (names->len == 0)
    return;
  danish = g_strdup_printf ("Der er tildelt flere pladser, end der udbydes, i: %s.", names->str);
  english = g_strdup_printf ("More places are awarded than are put out to tender in: %s.",
                             names->str);
  add_note (notes, danish, english);
}

static void
add_area_notes (const KkrShelter *self, const GArray *areas, GPtrArray *notes)
{
  add_note (notes,
            "Kommunale, regionale og statslige pladser er offentlige; resten af den fastsatte "
            "kapacitet udbydes. Modellen er KL's forslag fra 2024.",
            "Municipal, regional and state places are public; the rest of the capacity is put out "
            "to tender. The model is KL's proposal of 2024.");
  add_over_awarded (self, areas, notes);
  for (guint row = 0; row < areas->len; row++)
    if (g_array_index (areas, KkrShelterArea, row).gap > 0)
      {
        add_note (notes,
                  "Det, der mangler, skal kommunerne selv skaffe: de har forsyningsforpligtelsen, "
                  "også ved en konkurs eller et ekstraordinært behov.",
                  "What is lacking is for the municipalities to find: theirs is the duty to "
                  "supply, also after a bankruptcy or in extraordinary need.");
        return;
      }
}

void
kkr_shelter_add_notes (const KkrShelter *self, const GArray *stays, const GArray *areas,
                       GPtrArray *notes)
{
  KkrNote *assumed = kkr_assumed_note_new (self->reg, self->used);

  kkr_calculator_note_empty (self->calculator, "stays", "opholdene", notes);
  kkr_calculator_note_empty (self->calculator, "areas", "KKR-områderne", notes);
  if (stays != NULL)
    {
      kkr_shelter_add_refund_notes (self, notes);
      add_moves (self, notes);
    }
  if (self->growth.has)
    kkr_shelter_add_growth_notes (self, notes);
  if (areas != NULL)
    add_area_notes (self, areas, notes);
  if (kkr_shelter_has_periods (self->calculator)
      && !kkr_calculator_is_assigned (self->calculator, "interval"))
    add_note (notes,
              "Dokumentet nævner 3 og 6 år som eksempler på, hvor længe kapaciteten ligger fast; "
              "begge er vist.",
              "The document names 3 and 6 years as examples of how long the capacity stands; both "
              "are shown.");
  if (assumed != NULL)
    g_ptr_array_add (notes, assumed);
}
