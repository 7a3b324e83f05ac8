/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-table-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

void
kkr_guarantee_add_choices (KkrTableBuilder *builder, const char *name, const char *danish,
                           const char *english, const gint32 *codes, gsize n,
                           const KkrGuaranteeWord *words)
{
  g_autoptr (GStrvBuilder) nicks = g_strv_builder_new (), texts_da = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) texts_en = g_strv_builder_new ();
  g_auto (GStrv) all_nicks = NULL, all_en = NULL;
  KkrColumn *column;

  for (guint i = 0; words[i].nick != NULL; i++)
    {
      g_strv_builder_add (nicks, words[i].nick);
      g_strv_builder_add (texts_da, words[i].danish);
      g_strv_builder_add (texts_en, words[i].english);
    }
  all_nicks = g_strv_builder_end (nicks);
  all_en = g_strv_builder_end (texts_en);
  kkr_table_builder_add_codes (builder, name, danish, english, codes, n,
                               (const char *const *) all_nicks);
  kkr_table_builder_set_labels_in_english (builder, name, (const char *const *) all_en);
  column = kkr_table_builder_find (builder, name);
  if (column != NULL)
    kkr_column_take_labels_in_danish (column, g_strv_builder_end (texts_da));
}

const KkrGuaranteeWord kkr_guarantee_yes_no[] = {
  { "no", "nej", "no" }, { "yes", "ja", "yes" }, { NULL, NULL, NULL }
};

const KkrGuaranteeWord kkr_guarantee_statuses[] = {
  { "occupied", "belagt", "occupied" },
  { "notice", "i opsigelse", "in notice" },
  { "empty", "tom", "empty" },
  { NULL, NULL, NULL },
};

static const KkrGuaranteeWord phases[] = {
  { "not-started", "ikke begyndt", "not started" },
  { "active", "i kraft", "active" },
  { "expired", "udløbet", "expired" },
  { NULL, NULL, NULL },
};

void
kkr_guarantee_add_amounts (KkrTableBuilder *builder, const char *name, const char *danish,
                           const char *english, KkrUnit unit, const gint64 *values, gsize n)
{
  kkr_table_builder_add_int64 (builder, name, danish, english, unit, values, n);
  kkr_table_builder_set_sum (builder, name, values, n);
}

static void
add_dates (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
           const gint32 *days, guint n)
{
  g_autofree gint32 *known = g_memdup2 (days, MAX (n, 1) * sizeof *days);

  for (guint i = 0; i < n; i++)
    if (days[i] == KKR_DATE_MAX)
      known[i] = 0;
  kkr_table_builder_add_date (builder, name, danish, english, known, n);
  for (guint i = 0; i < n; i++)
    if (days[i] == KKR_DATE_MAX)
      kkr_table_builder_set_status (builder, name, i, KKR_CELL_STATUS_NOT_APPLICABLE);
}

static void
add_place_names (KkrGuaranteePlan *self, KkrTableBuilder *builder)
{
  guint n = self->places->len;
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree const char **offers = g_new0 (const char *, n + 1);
  g_autofree const char **operators = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      names[i] = kkr_guarantee_plan_get_place (self, i)->name;
      offers[i] = kkr_guarantee_plan_get_text (self, i, KKR_GUARANTEE_PLACES_OFFER);
      operators[i] = kkr_guarantee_plan_get_text (self, i, KKR_GUARANTEE_PLACES_OPERATOR);
    }
  kkr_table_builder_add_text (builder, "place", "Plads", "Place", names);
  kkr_table_builder_add_text (builder, "offer", "Tilbud", "Offer", offers);
  kkr_table_builder_add_text (builder, "operator", "Driftsherre", "Operator", operators);
}

static void
add_guarantee (KkrGuaranteePlan *self, KkrTableBuilder *builder)
{
  guint n = self->places->len;
  g_autofree gint32 *starts = g_new0 (gint32, n + 1), *windows = g_new0 (gint32, n + 1);
  g_autofree gint32 *ends = g_new0 (gint32, n + 1), *covered = g_new0 (gint32, n + 1);
  g_auto (GStrv) danish = g_new0 (char *, n + 1), english = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, i);

      starts[i] = place->start;
      windows[i] = place->covered ? place->window : KKR_DATE_MAX;
      ends[i] = place->covered ? place->expiry : KKR_DATE_MAX;
      covered[i] = place->covered;
      danish[i] = kkr_guarantee_place_reasons (self, i, "da");
      english[i] = kkr_guarantee_place_reasons (self, i, "en");
    }
  add_dates (builder, "start", "Taget i brug", "In use from", starts, n);
  kkr_guarantee_add_choices (builder, "covered", "Garanti", "Guarantee", covered, n,
                             kkr_guarantee_yes_no);
  kkr_table_builder_add_words (builder, "reason", "Hvorfor ikke", "Why not", danish, english, n);
  add_dates (builder, "guarantee-from", "Garanti fra", "Guarantee from", windows, n);
  add_dates (builder, "expiry", "Udløbet fra", "Expired from", ends, n);
}

static void
add_sums (KkrGuaranteePlan *self, KkrTableBuilder *builder)
{
  static const struct {
    const char *name, *danish, *english;
    KkrUnit unit;
  } columns[] = {
    { "occupied", "Belagt", "Occupied", KKR_UNIT_DAYS },
    { "notice", "I opsigelse", "In notice", KKR_UNIT_DAYS },
    { "empty", "Tom", "Empty", KKR_UNIT_DAYS },
    { "covered-empty", "Heraf med garanti", "Of which with a guarantee", KKR_UNIT_DAYS },
    { "user", "Brugerkommuner betaler", "User municipalities pay", KKR_UNIT_AMOUNT },
    { "guarantee", "Underskudsgaranti", "Deficit guarantee", KKR_UNIT_AMOUNT },
    { "operator-part", "Driftsherren bærer", "The operator bears", KKR_UNIT_AMOUNT },
  };
  guint n = self->places->len;

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    {
      g_autofree gint64 *values = g_new0 (gint64, n + 1);

      for (guint i = 0; i < n; i++)
        values[i] = kkr_guarantee_place_number (kkr_guarantee_plan_get_place (self, i), c);
      kkr_guarantee_add_amounts (builder, columns[c].name, columns[c].danish, columns[c].english,
                                 columns[c].unit, values, n);
    }
}

gint64
kkr_guarantee_place_number (const KkrGuaranteePlace *place, guint column)
{
  switch (column)
    {
    case 3:
      return place->covered_days;
    case 4:
      return place->user;
    case 5:
      return place->guarantee;
    case 6:
      return place->operator;
    default:
      return place->days[column];
    }
}

KkrTable *
kkr_guarantee_plan_build_places (KkrGuaranteePlan *self, GError **error)
{
  static const char *const keys[] = { "place", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("places", "Pladser", "Places");

  add_place_names (self, builder);
  add_guarantee (self, builder);
  add_sums (self, builder);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static KkrRational
in_kroner (const KkrRational *amount)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrRational kroner = KKR_RATIONAL_ZERO;

  kkr_rational_divide (amount, &hundred, &kroner);
  return kroner;
}

KkrRational
kkr_guarantee_span_part (const KkrGuaranteeSpan *span, KkrGuaranteePart part)
{
  KkrInt128 days = (KkrInt128) span->to - span->from + 1;
  KkrRational amount = KKR_RATIONAL_ZERO;

  if (part == KKR_GUARANTEE_PART_JOINT)
    amount = span->joint;
  else if (part == KKR_GUARANTEE_PART_USER && span->status != KKR_PLACE_STATUS_EMPTY)
    amount = KKR_RATIONAL_INT (span->price * days);
  else if (part == KKR_GUARANTEE_PART_OPERATOR && span->status == KKR_PLACE_STATUS_EMPTY)
    {
      KkrRational whole = KKR_RATIONAL_INT (span->tariff * days);

      kkr_rational_subtract (&whole, &span->joint, &amount);
    }
  return in_kroner (&amount);
}

static void
add_parts (KkrGuaranteePlan *self, KkrTableBuilder *builder)
{
  static const char *const names[] = { "user", "joint", "operator" };
  static const char *const danish[] = { "Brugerkommunen", "Kommunerne sammen", "Driftsherren" };
  static const char *const english[] = { "User municipality", "Municipalities jointly",
                                         "Operator" };
  guint n = self->spans->len;

  for (guint part = 0; part < G_N_ELEMENTS (names); part++)
    {
      g_autofree KkrRational *values = g_new0 (KkrRational, n + 1);

      for (guint i = 0; i < n; i++)
        values[i] = kkr_guarantee_span_part (kkr_guarantee_plan_get_span (self, i),
                                             (KkrGuaranteePart) part);
      kkr_table_builder_add_rationals (builder, names[part], danish[part], english[part],
                                       KKR_UNIT_RATE, values, n);
      kkr_table_builder_set_decimals (builder, names[part], 2);
    }
}

static void
add_span_days (KkrGuaranteePlan *self, KkrTableBuilder *builder)
{
  guint n = self->spans->len;
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree gint32 *from = g_new0 (gint32, n + 1), *to = g_new0 (gint32, n + 1);
  g_autofree gint64 *days = g_new0 (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrGuaranteeSpan *span = kkr_guarantee_plan_get_span (self, i);

      names[i] = kkr_guarantee_plan_get_place (self, span->place)->name;
      from[i] = span->from;
      to[i] = span->to;
      days[i] = (gint64) span->to - span->from + 1;
    }
  kkr_table_builder_add_text (builder, "place", "Plads", "Place", names);
  kkr_table_builder_add_date (builder, "from", "Fra og med", "From", from, n);
  kkr_table_builder_add_date (builder, "to", "Til og med", "To", to, n);
  kkr_table_builder_add_int64 (builder, "days", "Antal", "Number", KKR_UNIT_DAYS, days, n);
}

static void
add_span_states (KkrGuaranteePlan *self, KkrTableBuilder *builder)
{
  guint n = self->spans->len;
  g_autofree gint32 *statuses = g_new0 (gint32, n + 1), *active = g_new0 (gint32, n + 1);
  g_autofree gint32 *covered = g_new0 (gint32, n + 1);
  g_autofree gint64 *tariffs = g_new0 (gint64, n + 1);
  g_autofree KkrRational *shares = g_new0 (KkrRational, n + 1);
  g_autofree const char **users = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrGuaranteeSpan *span = kkr_guarantee_plan_get_span (self, i);

      statuses[i] = (gint32) span->status - KKR_PLACE_STATUS_OCCUPIED;
      active[i] = (gint32) span->phase;
      covered[i] = kkr_guarantee_plan_get_place (self, span->place)->covered;
      tariffs[i] = span->tariff;
      shares[i] = span->paid ? *kkr_guarantee_plan_get_share (self, span->year)
                             : KKR_RATIONAL_ZERO;
      users[i] = span->user < 0 ? "" : self->users->pdata[span->user];
    }
  kkr_guarantee_add_choices (builder, "status", "Status", "Status", statuses, n,
                             kkr_guarantee_statuses);
  kkr_guarantee_add_choices (builder, "window", "Garantiperiode", "Guarantee period", active, n,
                             phases);
  kkr_guarantee_add_choices (builder, "covered", "Garanti", "Guarantee", covered, n,
                             kkr_guarantee_yes_no);
  kkr_table_builder_add_text (builder, "municipality", "Brugerkommune", "User municipality",
                              users);
  kkr_table_builder_add_int64 (builder, "tariff", "Takst pr. dag", "Tariff a day",
                               KKR_UNIT_AMOUNT, tariffs, n);
  kkr_table_builder_add_rationals (builder, "share", "Dækning", "Cover", KKR_UNIT_PERCENT, shares,
                                   n);
}

KkrTable *
kkr_guarantee_plan_build_days (KkrGuaranteePlan *self, GError **error)
{
  static const char *const keys[] = { "place", "from", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("days", "Hvem betaler hvilke dage",
                                                               "Who pays for which days");

  add_span_days (self, builder);
  add_span_states (self, builder);
  add_parts (self, builder);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
