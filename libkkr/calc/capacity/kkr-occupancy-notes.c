/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-names-private.h>

#define MAX_NAMES 10

static void
remark (GPtrArray *notes, const char *danish, const char *english)
{
  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english));
}

static void
remark_names (GPtrArray *notes, const char *danish, const char *english, const GString *names)
{
  g_autofree char *one = g_strdup_printf ("%s: %s.", danish, names->str);
  g_autofree char *two = g_strdup_printf ("%s: %s.", english, names->str);

  if (names->len > 0)
    remark (notes, one, two);
}

/* At most ten of them. */
static void
append_name (GString *names, guint *n, const char *name)
{
  if (*n < MAX_NAMES)
    g_string_append_printf (names, "%s%s", *n > 0 ? "; " : "", name);
  else if (*n == MAX_NAMES)
    g_string_append (names, "; …");
  ++*n;
}

static void
remark_days (GPtrArray *notes, const char *danish, const char *english, gint64 days)
{
  g_autofree char *count_da = kkr_format_int (days, "da"), *count_en = kkr_format_int (days, "en");
  g_autofree char *one = g_strdup_printf ("%s %s", count_da, danish);
  g_autofree char *two = g_strdup_printf ("%s %s", count_en, english);

  if (days > 0)
    remark (notes, one, two);
}

static const KkrOccupancyOffer *
get_offer (const KkrOccupancyPlan *self, guint i)
{
  return &g_array_index (self->offers, KkrOccupancyOffer, i);
}

/* How days of lists were counted, and those that no place is open for. */
static void
note_lists (const KkrOccupancyPlan *self, GPtrArray *notes)
{
  gint64 homeless = 0, closed = 0;

  remark (notes,
          self->terms.count == KKR_OCCUPANCY_COUNT_PERSONS
            ? "Døgn i brug er hver borgers døgn: to borgere på en plads tæller som to."
            : "Døgn i brug er hver plads' døgn: to borgere på en plads tæller som én.",
          self->terms.count == KKR_OCCUPANCY_COUNT_PERSONS
            ? "Days in use are the days of each person: two persons in a place count as two."
            : "Days in use are the days of each place: two persons in a place count as one.");
  remark (notes,
          self->terms.last_day ? "Fraflytningsdagen er regnet for et døgn i brug."
                               : "Fraflytningsdagen er ikke regnet for et døgn i brug.",
          self->terms.last_day ? "The day of moving out counts as a day in use."
                               : "The day of moving out does not count as a day in use.");
  for (guint i = 0; i < self->spells->len; i++)
    {
      const KkrOccupancySpell *spell = &g_array_index (self->spells, KkrOccupancySpell, i);

      if (spell->row == KKR_OCC_NONE)
        *(spell->place < 0 ? &homeless : &closed) += spell->used;
    }
  remark_days (notes, "borgerdøgn er uden egen plads: de er i brug, men optager ingen åben plads.",
               "days of persons are without a place of their own: they are in use, but take no "
               "open place.", homeless);
  remark_days (notes, "borgerdøgn er på pladser, der ikke er åbne den dag: de er i brug, men "
               "optager ingen åben plads.",
               "days of persons are in places that are not open on the day: they are in use, but "
               "take no open place.", closed);
}

static void
note_counts (const KkrOccupancyPlan *self, GPtrArray *notes)
{
  g_autoptr (GString) unknown = g_string_new (NULL), assumed = g_string_new (NULL);
  guint n_unknown = 0, n_assumed = 0;

  for (guint i = 0; i < self->offers->len; i++)
    {
      const KkrOccupancyOffer *offer = get_offer (self, i);
      const char *name = kkr_occupancy_names_get (&self->offer_names, offer->offer);

      if (!offer->has_used || !offer->has_places)
        append_name (unknown, &n_unknown, name);
      if (offer->assumed_period)
        append_name (assumed, &n_assumed, name);
    }
  remark (notes,
          "Ledige pladser er åbne pladser minus pladser i brug, mindst 0: af en optælling ses det "
          "ikke, om en plads stod tom, mens flere boede på en anden.",
          "Vacant places are open places less those in use, 0 at least: a count does not tell "
          "whether one place stood empty while several persons lived in another.");
  remark_names (notes, "Ingen dage er angivet; der er regnet med et år på 365 dage",
                "No days are given; a year of 365 days was reckoned with", assumed);
  remark_names (notes,
                "Pladser eller brug er ikke oplyst, så rækken er ikke med i den samlede belægning "
                "eller udgift",
                "Places or their use are not stated, so that the row is no part of the total "
                "occupancy and cost", unknown);
}

static void
note_above (const KkrOccupancyPlan *self, GPtrArray *notes)
{
  const KkrRational full = KKR_RATIONAL_INT (1);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->offers->len; i++)
    {
      const KkrOccupancyOffer *offer = get_offer (self, i);
      const char *name = kkr_occupancy_names_get (&self->offer_names, offer->offer);
      g_autofree char *text = offer->year != 0 ? g_strdup_printf ("%s %d", name, offer->year)
                                               : g_strdup (name);

      if (offer->has_occupancy && kkr_rational_compare (&offer->occupancy, &full) > 0)
        append_name (names, &n, text);
    }
  remark_names (notes, "Belægningen er over 100 pct. og ikke skåret ned",
                "The occupancy is above 100 per cent and not cut down", names);
}

static void
note_cost (const KkrOccupancyPlan *self, GPtrArray *notes)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  g_autofree char *percent_da = kkr_format_exact (&self->terms.percent, 6, "da");
  g_autofree char *percent_en = kkr_format_exact (&self->terms.percent, 6, "en");
  g_autofree char *danish = g_strdup_printf ("Et ledigt døgn koster %s pct. af taksten.",
                                             percent_da);
  g_autofree char *english = g_strdup_printf ("A vacant day costs %s per cent of the tariff.",
                                              percent_en);

  if (!self->has_cost)
    return;
  if (kkr_rational_compare (&self->terms.percent, &hundred) != 0)
    remark (notes, danish, english);
  if (self->terms.unit == KKR_TARIFF_UNIT_DAY)
    return;
  if (self->terms.fixed_year)
    remark (notes, "Et døgn er 1/365 af et års takst, også i skudår.",
            "A day is 1/365 of a year's tariff, in leap years too.");
  else
    remark (notes, "Et døgn er et års takst delt med årets dage, hvor året er kendt, og ellers med "
            "365.",
            "A day is a year's tariff divided by the days of the year where it is known, and by "
            "365 otherwise.");
}

static void
note_users (const KkrOccupancyPlan *self, GPtrArray *notes)
{
  const gboolean has_table = kkr_sheet_get_n_rows (self->municipalities) > 0;
  g_autoptr (GString) outside = g_string_new (NULL), unknown = g_string_new (NULL);
  guint n_outside = 0, n_unknown = 0;
  gint64 unstated = 0;

  for (guint i = 0; i < self->payers->len; i++)
    {
      const KkrOccupancyPayer *payer = &g_array_index (self->payers, KkrOccupancyPayer, i);
      const char *name = kkr_occupancy_names_get (&self->payer_names, payer->name);
      g_autoptr (KkrMunicipality) found
        = self->reg != NULL ? kkr_register_find_municipality (self->reg, name, NULL) : NULL;

      if (has_table && payer->row == KKR_OCC_NONE)
        append_name (outside, &n_outside, name);
      if (self->reg != NULL && found == NULL)
        append_name (unknown, &n_unknown, name);
    }
  for (guint i = 0; i < self->stays->len; i++)
    {
      const KkrOccupancyStay *stay = &g_array_index (self->stays, KkrOccupancyStay, i);

      unstated += stay->payer < 0 ? (gint64) stay->until - stay->from + 1 : 0;
    }
  remark_names (notes,
                "Bruger pladser, men er ikke en af kommunerne, der deler de ledige døgn",
                "Uses places, but is none of the municipalities that share the vacant days",
                outside);
  remark_names (notes, "Registret kender ingen kommune med navnet",
                "The register knows no municipality called", unknown);
  remark_days (notes, "borgerdøgn er uden kommune og står ikke i nogen regning.",
               "days of persons are without a municipality and stand in no bill.", unstated);
}

static void
note_bills (const KkrOccupancyPlan *self, GPtrArray *notes)
{
  KkrCalculator *calculator = self->calculator;
  const int key = kkr_calculator_get_enum (calculator, "key");
  const int method = kkr_calculator_get_enum (calculator, "method");
  const char *key_da = key == KKR_GUARANTEE_KEY_EQUAL     ? "lige meget til hver"
                       : key == KKR_GUARANTEE_KEY_WEIGHTS ? "efter vægtene"
                                                          : "efter egne døgn i brug";
  const char *key_en = key == KKR_GUARANTEE_KEY_EQUAL     ? "the same to each"
                       : key == KKR_GUARANTEE_KEY_WEIGHTS ? "by the weights"
                                                          : "by own days in use";
  g_autofree char *danish = g_strdup_printf (
    "Udgiften til ledige døgn er delt %s (%s). Nøglen er et valg: kilderne nævner en objektiv "
    "finansieringsnøgle, men ikke hvilken.", key_da,
    kkr_apportion_method_name ((KkrApportionMethod) method, "da"));
  g_autofree char *english = g_strdup_printf (
    "The cost of vacant days is shared %s (%s). The key is a choice: the sources name an "
    "objective key, but not which.", key_en,
    kkr_apportion_method_name ((KkrApportionMethod) method, "en"));
  const KkrTieRule rule = (KkrTieRule) kkr_calculator_get_enum (calculator, "tie-rule");

  remark (notes, danish, english);
  if (self->has_ties)
    {
      g_autofree char *one = g_strdup_printf ("Flere kommuner har lige stort krav på den sidste "
                                              "enhed. Ved lighed vinder %s.",
                                              kkr_tie_rule_name (rule, "da"));
      g_autofree char *two = g_strdup_printf ("Several municipalities have the same claim to the "
                                              "last unit. In a tie the winner is %s.",
                                              kkr_tie_rule_name (rule, "en"));

      g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_TIE, one, two));
    }
  if (self->gap != 0)
    {
      g_autofree char *gap_da = kkr_format_amount (self->gap, FALSE, "da");
      g_autofree char *gap_en = kkr_format_amount (self->gap, FALSE, "en");
      g_autofree char *one = g_strdup_printf ("Andelene er afrundet hver for sig og mangler %s kr. "
                                              "i udgiften.", gap_da);
      g_autofree char *two = g_strdup_printf ("The shares are rounded each by itself and miss the "
                                              "cost by %s kr.", gap_en);

      g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_ROUNDING, one, two));
    }
  note_users (self, notes);
}

/* The main table is that of offers, whatever is asked. */
static void
note_no_offers (const KkrOccupancyPlan *self, GPtrArray *notes)
{
  if (kkr_calculator_is_assigned (self->calculator, "places")
      || kkr_calculator_is_assigned (self->calculator, "placements")
      || kkr_calculator_is_assigned (self->calculator, "counts"))
    return;
  remark (notes,
          "Der er ingen belægning at vise: hverken pladser og placeringer eller en optælling er "
          "angivet. Svaret står i de andre tabeller.",
          "There is no occupancy to show: neither places and placements nor counts are given. The "
          "answer stands in the other tables.");
}

static void
note_demand (const KkrOccupancyPlan *self, GPtrArray *notes)
{
  g_autoptr (GString) rounded = g_string_new (NULL);
  guint n = 0;

  remark (notes,
          "Risikoen er Erlangs tabsformel: henvendelser kommer tilfældigt og lige tæt hele året, "
          "en afvist henvendelse går et andet sted hen og kommer ikke igen, enhver ledig plads "
          "passer, og tilbuddet er i en stabil tilstand, hvor antallet af henvendelser og ophold "
          "ikke ændrer sig. Kun opholdets gennemsnit betyder noget.",
          "The chance is Erlang's loss formula: requests come at random and equally often all "
          "year, a request that is refused goes elsewhere and does not return, any vacant place "
          "fits, and the offer is in a steady state in which requests and stays do not change. Of "
          "the stays only the average matters.");
  for (guint i = 0; i < self->demands->len; i++)
    {
      const KkrOccupancyDemand *demand = &g_array_index (self->demands, KkrOccupancyDemand, i);

      if (demand->rounded)
        append_name (rounded, &n, demand->offer != NULL ? demand->offer : "–");
    }
  remark_names (notes, "Behovet uden afvisninger er afrundet til 9 decimaler",
                "The need without refusals is rounded to 9 decimals", rounded);
}

static void
note_refusals (const KkrOccupancyPlan *self, GPtrArray *notes)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->refusal_rows->len; i++)
    {
      const KkrOccupancyRefusal *row = &g_array_index (self->refusal_rows, KkrOccupancyRefusal, i);

      if (row->unknown[0] || row->unknown[1] || row->unknown[2])
        append_name (names, &n, kkr_occupancy_names_get (&self->offer_names, row->offer));
    }
  remark_names (notes, "Har afvist uden at sige hvor mange gange, så summerne er nedre grænser",
                "Has refused without saying how often, so that the sums are lower bounds",
                names);
}

void
kkr_occupancy_add_notes (const KkrOccupancyPlan *self, GPtrArray *notes)
{
  note_no_offers (self, notes);
  kkr_calculator_note_empty (self->calculator, "counts", "optællingen", notes);
  kkr_calculator_note_empty (self->calculator, "places", "pladserne", notes);
  kkr_calculator_note_empty (self->calculator, "placements", "placeringerne", notes);
  if (kkr_calculator_is_assigned (self->calculator, "placements"))
    note_lists (self, notes);
  if (kkr_sheet_get_n_rows (self->counts) > 0)
    note_counts (self, notes);
  note_above (self, notes);
  note_cost (self, notes);
  if (self->has_bills)
    note_bills (self, notes);
  if (self->demands->len > 0)
    note_demand (self, notes);
  note_refusals (self, notes);
}
