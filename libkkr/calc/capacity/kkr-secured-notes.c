/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-names-private.h>
#include <libkkr/calc/kkr-assumed-private.h>
#include <libkkr/register/kkr-fact.h>

static void
add (GPtrArray *notes, const char *danish, const char *english)
{
  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english));
}

static char *
dup_number (gint64 millionths, const char *language)
{
  const KkrRational value = kkr_secured_exact (millionths);
  /* What is not nothing is not told as nothing. */
  const gboolean tiny = millionths != 0 && ABS (millionths) < KKR_COHORT_SCALE / 20;

  return kkr_format_exact (&value, tiny ? 6 : 1, language);
}

/* The first year in which places lack, and by how many. */
static void
tell_shortfall (const KkrSecured *self, const KkrSecuredCase *full, const KkrSecuredYear *sums,
                GPtrArray *notes)
{
  KkrSecuredOutcome outcome;
  g_autofree char *danish = NULL, *english = NULL, *largest_da = NULL, *largest_en = NULL;
  g_autofree char *first_da = NULL, *first_en = NULL;
  const int last = MIN (self->horizon, self->last_year);
  gint64 first;

  kkr_secured_find_outcome (self, full->n_steps, &outcome);
  if (outcome.first_year == G_MININT64)
    {
      danish = g_strdup_printf ("Pladserne slår til i alle år fra %d til %d.", self->first_year,
                                self->last_year);
      english = g_strdup_printf ("The places suffice in all years from %d to %d.",
                                 self->first_year, self->last_year);
      add (notes, danish, english);
      return;
    }
  first = kkr_secured_case_get_shortfall (full, (guint) (outcome.first_year - self->first_year),
                                          &sums[outcome.first_year - self->first_year]);
  first_da = dup_number (first, "da");
  first_en = dup_number (first, "en");
  largest_da = dup_number (MAX (outcome.largest, 0), "da");
  largest_en = dup_number (MAX (outcome.largest, 0), "en");
  if (outcome.largest <= 0)
    {
      danish = g_strdup_printf ("Der mangler første gang pladser i %lld: %s. Det er efter %d, som "
                                "planen rækker til.", (long long) outcome.first_year, first_da,
                                self->horizon);
      english = g_strdup_printf ("Places lack for the first time in %lld: %s. That is after %d, "
                                 "which the plan reaches.", (long long) outcome.first_year,
                                 first_en, self->horizon);
    }
  else
    {
      danish = g_strdup_printf ("Der mangler første gang pladser i %lld: %s. Den største mangel "
                                "til og med %d er %s.", (long long) outcome.first_year, first_da,
                                last, largest_da);
      english = g_strdup_printf ("Places lack for the first time in %lld: %s. The largest "
                                 "shortfall up to %d is %s.", (long long) outcome.first_year,
                                 first_en, last, largest_en);
    }
  add (notes, danish, english);
}

/* The years for which the places have to suffice are others than those that are computed. */
static void
tell_horizon (const KkrSecured *self, GPtrArray *notes)
{
  g_autofree char *danish = NULL, *english = NULL;

  if (self->last_year == self->horizon)
    return;
  if (self->last_year < self->horizon)
    {
      danish = g_strdup_printf ("Planen rækker til %d, og der er kun beregnet til og med %d. Om "
                                "pladserne slår til i årene derefter, er ikke undersøgt.",
                                self->horizon, self->last_year);
      english = g_strdup_printf ("The plan reaches %d, and the years up to %d alone are computed. "
                                 "Whether the places suffice in the years after it is not "
                                 "examined.", self->horizon, self->last_year);
      add (notes, danish, english);
      return;
    }
  danish = g_strdup_printf ("Planen rækker til %d. Årene derefter er for usikre til at planlægge "
                            "efter og vises kun til løbende evaluering.", self->horizon);
  english = g_strdup_printf ("The plan reaches %d. The years after it are too uncertain to plan by "
                             "and are shown for running evaluation only.", self->horizon);
  add (notes, danish, english);
}

static void
tell_takeover (const KkrSecured *self, GPtrArray *notes)
{
  const gboolean all = self->takeover == KKR_REMAND_TAKEOVER_ALL;
  g_autofree char *danish = NULL, *english = NULL;

  if (self->takeover_year > self->last_year)
    return;
  danish = g_strdup_printf (all ? "Staten overtager varetægtssurrogat fra %d, også dem, der er "
                                  "der. Kilden siger kun, at presset mindskes tilsvarende."
                                : "Staten overtager nye i varetægtssurrogat fra %d; de, der er "
                                  "der, bliver opholdet ud. Kilden siger kun, at presset mindskes "
                                  "tilsvarende.", self->takeover_year);
  english = g_strdup_printf (all ? "The state takes remand substitutes over from %d, those who are "
                                   "there too. The source says only that the pressure falls "
                                   "correspondingly."
                                 : "The state takes new remand substitutes over from %d; those who "
                                   "are there stay on. The source says only that the pressure "
                                   "falls correspondingly.", self->takeover_year);
  add (notes, danish, english);
}

/* Whether anybody had to wait: the mean of what chance brings is then another. */
static void
tell_waiting (const KkrSecured *self, const KkrSecuredCase *full, const KkrSecuredYear *sums,
              GPtrArray *notes)
{
  g_autofree char *danish = NULL, *english = NULL;
  guint year = 0;

  if (full->model.open_places[0] == KKR_COHORT_UNBOUNDED)
    {
      add (notes, "Åbne pladser er ikke oplyst: der er altid plads til dem, der skal udsluses.",
           "Open places are not given: there is always one for who is to be discharged.");
      return;
    }
  while (year < self->n_years && sums[year].waiting == 0)
    year++;
  if (year == self->n_years)
    return;
  danish = g_strdup_printf ("Fra %d mangler der åbne pladser: nogle venter på en sikret plads. "
                            "Ledige åbne pladser gives i domstypernes rækkefølge. Gennemsnittet af "
                            "tilfældige forløb er ikke det samme som det, der vises her.",
                            self->first_year + (int) year);
  english = g_strdup_printf ("Open places lack from %d on: some wait in a secured place. Free open "
                             "places are given in the order of the dom-types. The mean of random "
                             "paths is not what is shown here.", self->first_year + (int) year);
  add (notes, danish, english);
}

/* Who is placed straight in an open place is there, whether there is room or not. */
static void
tell_open_places (const KkrSecured *self, const KkrSecuredCase *full, const KkrSecuredYear *sums,
                  GPtrArray *notes)
{
  for (guint year = 0; year < self->n_years; year++)
    {
      const gint64 places = (gint64) full->model.open_places[year] * KKR_COHORT_SCALE;
      g_autofree char *lack_da = dup_number (sums[year].open - places, "da");
      g_autofree char *lack_en = dup_number (sums[year].open - places, "en");
      g_autofree char *danish = g_strdup_printf (
        "I %d er der flere i åbne pladser, end der er pladser: der mangler %s. De, der kommer "
        "direkte til en åben plads, afvises ikke.", self->first_year + (int) year, lack_da);
      g_autofree char *english = g_strdup_printf (
        "In %d more are in open places than there are places: %s lack. Who goes straight to an "
        "open place is not refused.", self->first_year + (int) year, lack_en);

      if (places < 0 || sums[year].open <= places)
        continue;
      add (notes, danish, english);
      return;
    }
}

/* Those who never leave open places for want of a length, and those who come and go in a year. */
static void
tell_groups (const KkrSecured *self, const KkrSecuredCase *full, GPtrArray *notes)
{
  const KkrRational one = KKR_RATIONAL_INT (1);

  for (guint group = 0; group < self->n_groups; group++)
    {
      const gsize last = (gsize) (self->n_years - 1) * self->n_groups + group;
      const KkrRational present = kkr_secured_get_present (self->stays, full->rows[last].length);
      g_autofree char *da
        = kkr_text_capitalize (kkr_secured_group_name (self->groups[group], "da"));
      g_autofree char *en
        = kkr_text_capitalize (kkr_secured_group_name (self->groups[group], "en"));
      g_autofree char *danish = g_strdup_printf (
        "%s: opholdstiden i åbne pladser er ikke oplyst, så ingen forlader dem.", da);
      g_autofree char *english = g_strdup_printf (
        "%s: no length of stays in open places is given, so nobody leaves them.", en);
      g_autofree char *short_da = g_strdup_printf (
        "%s: opholdet varer under et år. Af tilgangen tælles den del med, som er der ved årets "
        "udgang.", da);
      g_autofree char *short_en = g_strdup_printf (
        "%s: a stay lasts less than a year. Of those who arrive, the part that is there at the end "
        "of the year is counted.", en);

      if (full->flows[last].open > 0 && full->rows[last].open == KKR_SECURED_NO_ROW)
        add (notes, danish, english);
      if (kkr_rational_compare (&present, &one) < 0)
        add (notes, short_da, short_en);
    }
}

static void
tell_model (const KkrSecured *self, GPtrArray *notes)
{
  g_autofree char *danish = g_strdup_printf (
    "Tal er ultimo året. Afgangen er en andel af dem, der er der ved årets begyndelse, afrundet "
    "til en milliontedel borger (%s). Sikrede pladser begrænser ingen: det, der mangler, vises.",
    kkr_rounding_mode_name (self->rounding, "da"));
  g_autofree char *english = g_strdup_printf (
    "Numbers are those at the end of the year. Those who leave are a share of those who are there "
    "when it begins, rounded to a millionth of a person (%s). Secured places bind nobody: what "
    "lacks is shown.", kkr_rounding_mode_name (self->rounding, "en"));

  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_ROUNDING, danish, english));
}

static void
tell_facts (const KkrSecured *self, GPtrArray *notes)
{
  KkrFact *const facts[] = { self->horizon_fact, self->western_places, self->western_low,
                             self->western_high };
  g_autoptr (GPtrArray) used = g_ptr_array_new ();
  KkrNote *note;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      if (facts[i] == NULL)
        continue;
      g_ptr_array_add (used, facts[i]);
      if (!kkr_fact_get_confirmed (facts[i]))
        {
          g_autofree char *danish = g_strdup_printf ("Ikke bekræftet af en primær kilde: %s.",
                                                     kkr_fact_get_title_in (facts[i], "da"));
          g_autofree char *english = g_strdup_printf ("Confirmed by no primary source: %s.",
                                                      kkr_fact_get_title_in (facts[i], "en"));

          g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_UNCONFIRMED, danish, english));
        }
    }
  note = self->reg != NULL ? kkr_assumed_note_new (self->reg, used) : NULL;
  if (note != NULL)
    g_ptr_array_add (notes, note);
  if (self->western_year != G_MAXINT)
    add (notes, "Et vestdansk sikret tilbud anbefales ikke bygget; det er regnet med som en "
                "mulighed.",
         "A secured offer in the west is not recommended; it is counted in as a possibility.");
}

/* What the first steps come to, and how many wait for an open place when it is worst. */
static gint64
find_waiting (const KkrSecured *self, guint n_steps, KkrSecuredOutcome *outcome)
{
  g_autoptr (KkrSecuredCase) taken = kkr_secured_case_new (self, n_steps, TRUE);
  g_autofree KkrSecuredYear *sums = kkr_secured_case_sum (self, taken);

  kkr_secured_find_outcome (self, n_steps, outcome);
  return outcome->largest_year == G_MININT64
           ? 0 : sums[outcome->largest_year - self->first_year].waiting;
}

/* More discharge with no more open places keeps those in secured places who else were gone. */
static void
tell_steps_that_raise (const KkrSecured *self, GPtrArray *notes)
{
  KkrSecuredOutcome before, after;
  gint64 waited = find_waiting (self, 0, &before), waiting;

  for (guint n = 1; n <= self->named_steps->len; n++, before = after, waited = waiting)
    {
      g_autofree char *danish = NULL, *english = NULL;
      const char *name = kkr_secured_get_step (self, n - 1)->name;

      waiting = find_waiting (self, n, &after);
      if (after.largest <= before.largest || waiting <= waited)
        continue;
      danish = g_strdup_printf ("Med »%s« bliver den største mangel større: flere skal udsluses, "
                                "men de åbne pladser er fyldt, og de venter på en sikret plads.",
                                name);
      english = g_strdup_printf ("With “%s” the largest shortfall grows: more are to be "
                                 "discharged, but the open places are full, and they wait in a "
                                 "secured place.", name);
      add (notes, danish, english);
    }
}

void
kkr_secured_add_notes (const KkrSecured *self, const KkrSecuredCase *full,
                       const KkrSecuredYear *sums, GPtrArray *notes)
{
  tell_shortfall (self, full, sums, notes);
  tell_horizon (self, notes);
  tell_model (self, notes);
  tell_takeover (self, notes);
  tell_waiting (self, full, sums, notes);
  tell_steps_that_raise (self, notes);
  tell_open_places (self, full, sums, notes);
  tell_groups (self, full, notes);
  tell_facts (self, notes);
}
