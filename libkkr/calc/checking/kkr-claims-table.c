/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-claims-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/checking/kkr-checking-table-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

#define MAX_DECIMALS 12

static const KkrClaimVariable *
get_variables (const KkrClaimSet *self)
{
  return (const KkrClaimVariable *) (gpointer) self->variables->data;
}

/* Nothing is rounded: whoever puts the number into the claim has to find that it holds. */
static char *
dup_number (const KkrRational *number, const char *language)
{
  KkrRational scaled = *number;

  for (guint i = 0; i < MAX_DECIMALS && scaled.den != 1; i++)
    if (!kkr_rational_multiply (&scaled, &KKR_RATIONAL_INT (10), &scaled))
      break;
  return scaled.den == 1 ? kkr_format_exact (number, MAX_DECIMALS, language)
                         : kkr_rational_to_string (number);
}

/* "p = 5,8; a = 6,3" for the figures that the claim names. */
static char *
dup_point_text (const KkrClaimSet *self, const KkrClaim *claim, const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->variables->len && claim->point != NULL; i++)
    {
      g_autofree char *number = NULL;

      if (claim->gap->counts[i] == 0)
        continue;
      number = dup_number (&claim->point[i], language);
      g_string_append_printf (text, "%s%s = %s", text->len > 0 ? "; " : "",
                              get_variables (self)[i].name, number);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_points (const KkrClaimSet *self, KkrTableBuilder *builder)
{
  guint n = self->claims->len;
  g_auto (GStrv) da = g_new0 (char *, n + 1), en = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      da[i] = dup_point_text (self, self->claims->pdata[i], "da");
      en[i] = dup_point_text (self, self->claims->pdata[i], "en");
    }
  kkr_table_builder_add_words (builder, "witness", "Holder fx for", "Holds for instance for", da,
                               en, n);
  for (guint i = 0; i < n; i++)
    if (((KkrClaim *) self->claims->pdata[i])->point == NULL)
      kkr_table_builder_set_status (builder, "witness", i, KKR_CELL_STATUS_NOT_APPLICABLE);
}

KkrTable *
kkr_claim_set_build_claims (const KkrClaimSet *self, GError **error)
{
  static const char *const keys[] = { "claim", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("claims", "Påstande", "Claims");
  guint n = self->claims->len;
  g_autofree const char **texts = g_new0 (const char *, n + 1);
  g_autofree KkrClaimVerdict *verdicts = g_new (KkrClaimVerdict, n);
  g_autofree KkrInterval *left = g_new (KkrInterval, n), *right = g_new (KkrInterval, n);

  for (guint i = 0; i < n; i++)
    {
      const KkrClaim *claim = self->claims->pdata[i];

      texts[i] = claim->text;
      verdicts[i] = claim->verdict;
      left[i] = claim->left_range;
      right[i] = claim->right_range;
    }
  kkr_table_builder_add_text (builder, "claim", "Påstand", "Claim", texts);
  kkr_checking_add_verdicts (builder, verdicts, n);
  kkr_checking_add_interval_words (builder, "left", "Venstre side", "Left side", left, n);
  kkr_checking_add_interval_words (builder, "right", "Højre side", "Right side", right, n);
  add_points (self, builder);
  kkr_checking_add_ends (builder, "left-lower", "Venstre, nedre ende", "Left, lower end", left, n,
                         FALSE);
  kkr_checking_add_ends (builder, "left-upper", "Venstre, øvre ende", "Left, upper end", left, n,
                         TRUE);
  kkr_checking_add_ends (builder, "right-lower", "Højre, nedre ende", "Right, lower end", right, n,
                         FALSE);
  kkr_checking_add_ends (builder, "right-upper", "Højre, øvre ende", "Right, upper end", right, n,
                         TRUE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static void
add_witness (const KkrClaimSet *self, KkrTableBuilder *builder)
{
  guint n = self->variables->len;
  g_autofree KkrRational *values = g_new (KkrRational, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    values[i] = self->point != NULL ? self->point[i] : KKR_RATIONAL_ZERO;
  kkr_table_builder_add_rationals (builder, "witness", "Alle holder fx for",
                                   "All hold for instance for", KKR_UNIT_NONE, values, n);
  for (guint i = 0; i < n && self->point == NULL; i++)
    kkr_table_builder_set_status (builder, "witness", i, KKR_CELL_STATUS_NOT_APPLICABLE);
}

/* What remains is nothing when the claims exclude each other. */
static KkrInterval *
list_remains (const KkrClaimSet *self)
{
  guint n = self->variables->len;
  KkrInterval *remains = g_new0 (KkrInterval, MAX (n, 1));

  for (guint i = 0; i < n && self->together != KKR_CLAIM_VERDICT_IMPOSSIBLE; i++)
    remains[i] = self->remains[i];
  return remains;
}

static void
add_remains (const KkrClaimSet *self, KkrTableBuilder *builder)
{
  guint n = self->variables->len;
  g_autofree KkrInterval *remains = list_remains (self);

  kkr_checking_add_interval_words (builder, "remains", "Tilbage, når alle holder",
                                   "Remains when all hold", remains, n);
  for (guint i = 0; i < n && self->together == KKR_CLAIM_VERDICT_IMPOSSIBLE; i++)
    kkr_table_builder_set_status (builder, "remains", i, KKR_CELL_STATUS_NOT_APPLICABLE);
  add_witness (self, builder);
  kkr_checking_add_ends (builder, "remains-lower", "Tilbage, nedre ende", "Remains, lower end",
                         remains, n, FALSE);
  kkr_checking_add_ends (builder, "remains-upper", "Tilbage, øvre ende", "Remains, upper end",
                         remains, n, TRUE);
}

KkrTable *
kkr_claim_set_build_figures (const KkrClaimSet *self, GError **error)
{
  static const char *const keys[] = { "name", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("figures", "Tal", "Figures");
  guint n = self->variables->len;
  g_autofree const char **names = g_new0 (const char *, n + 1), **printed = NULL;
  g_autofree KkrInterval *intervals = g_new (KkrInterval, MAX (n, 1));

  printed = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const KkrClaimVariable *variable = &get_variables (self)[i];

      names[i] = variable->name;
      printed[i] = self->printed->pdata[i];
      intervals[i] = variable->whole ? kkr_interval_to_whole (&variable->interval)
                                     : variable->interval;
    }
  kkr_table_builder_add_text (builder, "name", "Navn", "Name", names);
  kkr_table_builder_add_text (builder, "printed", "Trykt", "Printed", printed);
  kkr_checking_add_interval_words (builder, "interval", "Kan være", "Can be", intervals, n);
  add_remains (self, builder);
  kkr_checking_add_ends (builder, "lower", "Nedre ende", "Lower end", intervals, n, FALSE);
  kkr_checking_add_ends (builder, "upper", "Øvre ende", "Upper end", intervals, n, TRUE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static char *
dup_conflict (const KkrClaimSet *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->claims->len; i++)
    if (self->conflict[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              ((KkrClaim *) self->claims->pdata[i])->text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

KkrTable *
kkr_claim_set_build_together (const KkrClaimSet *self, GError **error)
{
  static const char *const keys[] = { "claims", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("together", "Påstandene samlet",
                                                               "The claims together");
  g_autofree char *conflict = dup_conflict (self);
  g_autofree char *number = g_strdup_printf ("%u", self->claims->len);
  const char *const numbers[] = { number, NULL }, *const conflicts[] = { conflict, NULL };

  kkr_table_builder_add_text (builder, "claims", "Påstande", "Claims", numbers);
  kkr_checking_add_verdicts (builder, &self->together, 1);
  kkr_table_builder_add_text (builder, "conflict", "Udelukker hinanden", "Exclude each other",
                              conflicts);
  if (self->together != KKR_CLAIM_VERDICT_IMPOSSIBLE)
    kkr_table_builder_set_status (builder, "conflict", 0, KKR_CELL_STATUS_NOT_APPLICABLE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
