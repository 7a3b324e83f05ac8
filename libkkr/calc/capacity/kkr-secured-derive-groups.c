/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-derive-private.h>

#define MILLIONTH "1/1000000"

static const KkrCohortFlows *
get_flows (const KkrSecuredCell *self)
{
  return kkr_secured_case_get (self->full, self->year, self->group);
}

static const KkrSecuredRows *
get_rows (const KkrSecuredCell *self)
{
  return &self->full->rows[(gsize) self->year * self->plan->n_groups + self->group];
}

/* The stocks with which the year begins. */
static KkrCohortFlows
get_before (const KkrSecuredCell *self)
{
  const KkrCohortModel *model = &self->full->model;
  const KkrCohortFlows start = {
    .running = (gint64) model->running[self->group] * KKR_COHORT_SCALE,
    .waiting = (gint64) model->waiting[self->group] * KKR_COHORT_SCALE,
    .open = (gint64) model->open[self->group] * KKR_COHORT_SCALE,
  };

  return self->year > 0 ? *kkr_secured_case_get (self->full, self->year - 1, self->group) : start;
}

static gboolean
is_removed (const KkrSecuredCell *self)
{
  return self->full->model.removed[(gsize) self->year * self->plan->n_groups + self->group] != 0;
}

/* Whose stay runs when the year begins: nobody of a group that the state took over. */
static void
add_running_before (const KkrSecuredCell *self)
{
  kkr_secured_cell_add (self, "running_before", "Løbende ophold ved årets begyndelse",
                        "Running stays when the year begins",
                        is_removed (self) ? 0 : get_before (self).running, KKR_UNIT_PERSONS);
}

static void
add_waiting_before (const KkrSecuredCell *self)
{
  kkr_secured_cell_add (self, "waiting_before", "Venter ved årets begyndelse",
                        "Wait when the year begins",
                        is_removed (self) ? 0 : get_before (self).waiting, KKR_UNIT_PERSONS);
}

static void
add_open_before (const KkrSecuredCell *self)
{
  kkr_secured_cell_add (self, "open_before", "I åbne pladser ved årets begyndelse",
                        "In open places when the year begins", get_before (self).open,
                        KKR_UNIT_PERSONS);
}

/* The share of a stock that leaves, from what its row says. */
static void
add_share (const KkrSecuredCell *self, guint row, guint length, guint ended)
{
  const KkrSheet *stays = self->plan->stays;
  const gboolean has_length = row != KKR_SECURED_NO_ROW && kkr_sheet_has (stays, row, length);
  const guint column = has_length ? length : ended;
  KkrRational value;
  g_autofree char *danish = NULL, *english = NULL;

  if (row == KKR_SECURED_NO_ROW)
    {
      kkr_secured_cell_add_int (self, "share", "Andel, der forlader pladsen", "Share that leaves",
                                0, KKR_UNIT_SHARE);
      return;
    }
  value = kkr_sheet_get_number (stays, row, column);
  danish = kkr_sheet_place_in (stays, row, column, "da");
  english = kkr_sheet_place_in (stays, row, column, "en");
  kkr_secured_cell_add_rational (self, has_length ? "length" : "percent", danish, english, &value,
                                 has_length ? KKR_UNIT_YEARS : KKR_UNIT_PERCENT);
  kkr_derivation_builder_add_formula (self->builder, "share", "Andel, der forlader pladsen i året",
                                      "Share that leaves in the year",
                                      has_length ? "min(1, 1 / length)" : "percent / 100",
                                      KKR_UNIT_SHARE);
}

static void
add_rounded (const KkrSecuredCell *self, const char *id, const char *danish, const char *english,
             const char *expression)
{
  kkr_derivation_builder_add_rounding (self->builder, id, danish, english, expression,
                                       KKR_UNIT_PERSONS, self->plan->rounding, MILLIONTH);
}

static void
add_ended (const KkrSecuredCell *self)
{
  add_running_before (self);
  add_share (self, get_rows (self)->length, KKR_SECURED_STAY_LENGTH, KKR_SECURED_STAY_ENDED);
  add_rounded (self, "ended", "Ophør", "Ended", "running_before * share");
}

static void
add_to_open (const KkrSecuredCell *self)
{
  const guint row = get_rows (self)->to_open;
  const KkrSheet *stays = self->plan->stays;
  KkrRational percent = KKR_RATIONAL_ZERO;
  g_autofree char *danish = NULL, *english = NULL;

  if (row != KKR_SECURED_NO_ROW)
    percent = kkr_sheet_get_number (stays, row, KKR_SECURED_STAY_TO_OPEN);
  danish = row != KKR_SECURED_NO_ROW ? kkr_sheet_place_in (stays, row, KKR_SECURED_STAY_TO_OPEN,
                                                           "da")
                                     : g_strdup ("Udsluses, ikke oplyst");
  english = row != KKR_SECURED_NO_ROW ? kkr_sheet_place_in (stays, row, KKR_SECURED_STAY_TO_OPEN,
                                                            "en")
                                      : g_strdup ("To open places, not given");
  kkr_secured_cell_add (self, "ended", "Ophør", "Ended", get_flows (self)->ended,
                        KKR_UNIT_PERSONS);
  kkr_secured_cell_add_rational (self, "percent", danish, english, &percent, KKR_UNIT_PERCENT);
  add_rounded (self, "to_open", "Heraf til åben plads", "Of these to open places",
               "ended * percent / 100");
}

/* Nobody arrives who is taken over by the state, and nobody without a row. */
static gboolean
has_inflow (const KkrSecuredCell *self)
{
  const gboolean taken_over = self->full->takeover
                              && self->plan->groups[self->group] == KKR_SECURED_GROUP_REMAND
                              && self->plan->first_year + (int) self->year
                                   >= self->plan->takeover_year;

  return get_rows (self)->inflow != KKR_SECURED_NO_ROW && !taken_over;
}

static void
add_inflow_number (const KkrSecuredCell *self, const char *id, const char *danish,
                   const char *english, guint column)
{
  const guint row = get_rows (self)->inflow;
  const KkrSheet *inflow = self->plan->inflow;
  KkrRational value = KKR_RATIONAL_ZERO;

  if (kkr_sheet_has (inflow, row, column))
    value = kkr_sheet_get_number (inflow, row, column);
  kkr_secured_cell_add_rational (self, id, danish, english, &value, KKR_UNIT_PERSONS);
}

static void
add_inflow (const KkrSecuredCell *self, guint column)
{
  const gboolean open = column == KKR_SECURED_INFLOW_OPEN_PERSONS;
  const KkrRational one = KKR_RATIONAL_INT (1);
  const KkrRational present = kkr_secured_get_present (self->plan->stays, get_rows (self)->length);
  const guint row = get_rows (self)->inflow;
  gboolean part;
  gint64 from;

  if (!has_inflow (self))
    {
      kkr_secured_cell_add (self, "inflow", "Tilgang: ingen", "Inflow: none", 0, KKR_UNIT_PERSONS);
      return;
    }
  from = kkr_sheet_has (self->plan->inflow, row, KKR_SECURED_INFLOW_YEAR)
           ? kkr_sheet_get_whole (self->plan->inflow, row, KKR_SECURED_INFLOW_YEAR)
           : self->plan->first_year;
  part = !open && kkr_rational_compare (&present, &one) < 0;
  add_inflow_number (self, "persons", "Borgere om året", "Persons a year", column);
  add_inflow_number (self, "change", "Ændring pr. år", "Change a year", column + 1);
  kkr_secured_cell_add_int (self, "years", "År siden rækkens år", "Years since that of the row",
                            self->plan->first_year + (gint64) self->year - from, KKR_UNIT_YEARS);
  if (part)
    kkr_secured_cell_add_rational (self, "present", "Andel, der er der ved årets udgang",
                                   "Share that is there at the end of the year", &present,
                                   KKR_UNIT_SHARE);
  add_rounded (self, "inflow", open ? "Tilgang, åben" : "Tilgang",
               open ? "Inflow, open" : "Inflow",
               part ? "(persons + change * years) * present" : "persons + change * years");
}

static void
add_moved (const KkrSecuredCell *self)
{
  gint64 taken = 0, earlier = 0;

  for (guint group = 0; group < self->plan->n_groups; group++)
    {
      const KkrCohortFlows *flows = kkr_secured_case_get (self->full, self->year, group);

      taken += flows->open - flows->moved;
      earlier += group < self->group ? flows->moved : 0;
    }
  add_waiting_before (self);
  kkr_secured_cell_add (self, "to_open", "Nye, der skal til åben plads", "New ones to open places",
                        get_flows (self)->to_open, KKR_UNIT_PERSONS);
  if (self->full->model.open_places[self->year] == KKR_COHORT_UNBOUNDED)
    {
      kkr_derivation_builder_add_formula (self->builder, "moved", "Udsluset: der er altid plads",
                                          "Discharged: there is always a place",
                                          "waiting_before + to_open", KKR_UNIT_PERSONS);
      return;
    }
  kkr_secured_cell_add_int (self, "open_places", "Åbne pladser", "Open places",
                            self->full->model.open_places[self->year], KKR_UNIT_PLACES);
  kkr_secured_cell_add (self, "taken", "Heraf optaget før udslusning", "Of these taken before it",
                        taken, KKR_UNIT_PERSONS);
  kkr_secured_cell_add (self, "earlier", "Udsluset af tidligere domstyper",
                        "Discharged of earlier dom-types", earlier, KKR_UNIT_PERSONS);
  kkr_derivation_builder_add_formula (
    self->builder, "moved", "Udsluset", "Discharged",
    "min(waiting_before + to_open, max(0, max(0, open_places - taken) - earlier))",
    KKR_UNIT_PERSONS);
}

static void
add_running (const KkrSecuredCell *self)
{
  add_running_before (self);
  kkr_secured_cell_add (self, "ended", "Ophør", "Ended", get_flows (self)->ended,
                        KKR_UNIT_PERSONS);
  kkr_secured_cell_add (self, "inflow", "Tilgang", "Inflow",
                        self->full->model.inflow_secured[(gsize) self->year
                                                         * self->plan->n_groups + self->group],
                        KKR_UNIT_PERSONS);
  kkr_derivation_builder_add_formula (self->builder, "running", "Sikret, ophold løber",
                                      "Secured, running", "running_before - ended + inflow",
                                      KKR_UNIT_PERSONS);
}

static void
add_waiting (const KkrSecuredCell *self)
{
  add_waiting_before (self);
  kkr_secured_cell_add (self, "to_open", "Nye, der skal til åben plads", "New ones to open places",
                        get_flows (self)->to_open, KKR_UNIT_PERSONS);
  kkr_secured_cell_add (self, "moved", "Udsluset", "Discharged", get_flows (self)->moved,
                        KKR_UNIT_PERSONS);
  kkr_derivation_builder_add_formula (self->builder, "waiting", "Sikret, venter",
                                      "Secured, waiting", "waiting_before + to_open - moved",
                                      KKR_UNIT_PERSONS);
}

static void
add_open (const KkrSecuredCell *self)
{
  add_open_before (self);
  kkr_secured_cell_add (self, "left", "Ophør, åben", "Ended, open", get_flows (self)->left_open,
                        KKR_UNIT_PERSONS);
  kkr_secured_cell_add (self, "inflow", "Tilgang, åben", "Inflow, open",
                        self->full->model.inflow_open[(gsize) self->year * self->plan->n_groups
                                                      + self->group],
                        KKR_UNIT_PERSONS);
  kkr_secured_cell_add (self, "moved", "Udsluset", "Discharged", get_flows (self)->moved,
                        KKR_UNIT_PERSONS);
  kkr_derivation_builder_add_formula (self->builder, "open", "I åbne pladser", "In open places",
                                      "open_before - left + inflow + moved", KKR_UNIT_PERSONS);
}

static void
add_removed (const KkrSecuredCell *self)
{
  const KkrCohortFlows before = get_before (self);

  if (!is_removed (self))
    {
      kkr_secured_cell_add (self, "removed", "Overtaget af staten: ingen",
                            "Taken over by the state: none", 0, KKR_UNIT_PERSONS);
      return;
    }
  kkr_secured_cell_add (self, "running", "Løbende ophold ved årets begyndelse",
                        "Running stays when the year begins", before.running, KKR_UNIT_PERSONS);
  kkr_secured_cell_add (self, "waiting", "Venter ved årets begyndelse",
                        "Wait when the year begins", before.waiting, KKR_UNIT_PERSONS);
  kkr_derivation_builder_add_formula (self->builder, "removed", "Overtaget af staten",
                                      "Taken over by the state", "running + waiting",
                                      KKR_UNIT_PERSONS);
}

static void
add_left_open (const KkrSecuredCell *self)
{
  add_open_before (self);
  add_share (self, get_rows (self)->open, KKR_SECURED_STAY_OPEN_LENGTH,
             KKR_SECURED_STAY_OPEN_ENDED);
  add_rounded (self, "left", "Ophør, åben", "Ended, open", "open_before * share");
}

gboolean
kkr_secured_cell_derive_group (const KkrSecuredCell *self, const char *column)
{
  static const struct {
    const char *column;
    void (*add) (const KkrSecuredCell *self);
  } ways[] = {
    { "removed", add_removed }, { "ended", add_ended }, { "to-open", add_to_open },
    { "moved", add_moved }, { "running", add_running }, { "waiting", add_waiting },
    { "left-open", add_left_open }, { "open", add_open },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].column, column))
      {
        ways[i].add (self);
        return TRUE;
      }
  if (g_str_equal (column, "inflow"))
    add_inflow (self, KKR_SECURED_INFLOW_PERSONS);
  else if (g_str_equal (column, "open-inflow"))
    add_inflow (self, KKR_SECURED_INFLOW_OPEN_PERSONS);
  else
    return FALSE;
  return TRUE;
}
