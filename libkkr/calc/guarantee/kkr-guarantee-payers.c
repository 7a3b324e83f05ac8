/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-table-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

const char *
kkr_guarantee_name_of (const char *name, const char *language)
{
  return name != NULL && *name != '\0' ? name
                                       : kkr_text_in (language, "(ikke oplyst)", "(not stated)");
}

GArray *
kkr_guarantee_plan_list_operators (const KkrGuaranteePlan *self)
{
  GArray *operators = g_array_new (FALSE, TRUE, sizeof (KkrGuaranteePayer));
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->places->len; i++)
    {
      const KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, i);
      const char *name = place->operator_name;
      KkrGuaranteePayer new_one = { .part = KKR_GUARANTEE_PART_OPERATOR, .name = name };
      KkrGuaranteePayer *operator;
      gpointer row;

      if (!g_hash_table_lookup_extended (rows, name, NULL, &row))
        {
          row = GUINT_TO_POINTER (operators->len);
          g_hash_table_insert (rows, (gpointer) name, row);
          g_array_append_val (operators, new_one);
        }
      operator = &g_array_index (operators, KkrGuaranteePayer, GPOINTER_TO_UINT (row));
      operator->places += place->covered;
      operator->days += place->days[KKR_PLACE_STATUS_EMPTY - KKR_PLACE_STATUS_OCCUPIED];
      operator->covered_days += place->covered_days;
      operator->guarantee += place->guarantee;
      operator->amount += place->operator;
    }
  return operators;
}

/* The last of `payers` is for days on which nobody says who used the place. */
static void
add_users (const KkrGuaranteePlan *self, GArray *payers)
{
  g_autofree KkrGuaranteePayer *users = g_new0 (KkrGuaranteePayer, self->users->len + 1);

  for (guint i = 0; i < self->spans->len; i++)
    {
      const KkrGuaranteeSpan *span = kkr_guarantee_plan_get_span (self, i);
      KkrGuaranteePayer *user = &users[span->user < 0 ? self->users->len : (guint) span->user];
      gint64 days = (gint64) span->to - span->from + 1;

      if (span->status == KKR_PLACE_STATUS_EMPTY)
        continue;
      user->days += days;
      user->amount += days * span->price;
    }
  for (guint i = 0; i <= self->users->len; i++)
    {
      users[i].part = KKR_GUARANTEE_PART_USER;
      users[i].name = i < self->users->len ? self->users->pdata[i] : "";
      if (users[i].days > 0)
        g_array_append_val (payers, users[i]);
    }
}

GArray *
kkr_guarantee_plan_list_payers (const KkrGuaranteePlan *self)
{
  GArray *payers = g_array_new (FALSE, TRUE, sizeof (KkrGuaranteePayer));
  g_autoptr (GArray) operators = kkr_guarantee_plan_list_operators (self);
  KkrGuaranteePayer joint = { .part = KKR_GUARANTEE_PART_JOINT, .name = "",
                              .amount = self->joint };

  for (guint i = 0; i < self->places->len; i++)
    joint.days += kkr_guarantee_plan_get_place (self, i)->covered_days;
  add_users (self, payers);
  g_array_append_val (payers, joint);
  g_array_append_vals (payers, operators->data, operators->len);
  return payers;
}

static void
add_payer_names (KkrTableBuilder *builder, const GArray *payers, gboolean operators)
{
  guint n = payers->len;
  g_auto (GStrv) danish = g_new0 (char *, n + 1), english = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrGuaranteePayer *payer = &g_array_index (payers, KkrGuaranteePayer, i);
      gboolean joint = payer->part == KKR_GUARANTEE_PART_JOINT;

      danish[i] = g_strdup (joint ? "Kommunerne sammen" : kkr_guarantee_name_of (payer->name,
                                                                                 "da"));
      english[i] = g_strdup (joint ? "The municipalities jointly"
                                   : kkr_guarantee_name_of (payer->name, "en"));
    }
  kkr_table_builder_add_words (builder, operators ? "operator" : "payer",
                               operators ? "Driftsherre" : "Betaler",
                               operators ? "Operator" : "Payer", danish, english, n);
}

KkrTable *
kkr_guarantee_plan_build_payers (KkrGuaranteePlan *self, GError **error)
{
  static const KkrGuaranteeWord parts[] = {
    { "user", "Brugerkommune", "User municipality" },
    { "joint", "Fælles", "Joint" },
    { "operator", "Driftsherre", "Operator" },
    { NULL, NULL, NULL },
  };
  static const char *const keys[] = { "part", "payer", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("payers", "Betalere", "Payers");
  g_autoptr (GArray) payers = kkr_guarantee_plan_list_payers (self);
  guint n = payers->len;
  g_autofree gint32 *codes = g_new0 (gint32, n + 1);
  g_autofree gint64 *days = g_new0 (gint64, n + 1), *amounts = g_new0 (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrGuaranteePayer *payer = &g_array_index (payers, KkrGuaranteePayer, i);

      codes[i] = (gint32) payer->part;
      days[i] = payer->days;
      amounts[i] = payer->amount;
    }
  kkr_guarantee_add_choices (builder, "part", "Del", "Part", codes, n, parts);
  add_payer_names (builder, payers, FALSE);
  kkr_table_builder_add_int64 (builder, "days", "Antal", "Number", KKR_UNIT_DAYS, days, n);
  kkr_guarantee_add_amounts (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, amounts, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_guarantee_plan_build_operators (KkrGuaranteePlan *self, GError **error)
{
  static const char *const keys[] = { "operator", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("operators", "Driftsherrer",
                                                               "Operators");
  g_autoptr (GArray) operators = kkr_guarantee_plan_list_operators (self);
  guint n = operators->len;
  g_autofree gint64 *places = g_new0 (gint64, n + 1), *days = g_new0 (gint64, n + 1);
  g_autofree gint64 *guarantees = g_new0 (gint64, n + 1), *own = g_new0 (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrGuaranteePayer *operator = &g_array_index (operators, KkrGuaranteePayer, i);

      places[i] = operator->places;
      days[i] = operator->covered_days;
      guarantees[i] = operator->guarantee;
      own[i] = operator->amount;
    }
  add_payer_names (builder, operators, TRUE);
  kkr_guarantee_add_amounts (builder, "places", "Med garanti", "With a guarantee",
                             KKR_UNIT_PLACES, places, n);
  kkr_guarantee_add_amounts (builder, "covered-empty", "Tom med garanti",
                             "Empty with a guarantee", KKR_UNIT_DAYS, days, n);
  kkr_guarantee_add_amounts (builder, "guarantee", "Underskudsgaranti", "Deficit guarantee",
                             KKR_UNIT_AMOUNT, guarantees, n);
  kkr_guarantee_add_amounts (builder, "operator-part", "Driftsherren bærer", "The operator bears",
                             KKR_UNIT_AMOUNT, own, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
