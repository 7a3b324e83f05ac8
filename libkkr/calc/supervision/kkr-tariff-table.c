/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/supervision/kkr-tariff-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

static const char *const service_ids[] = {
  "supervision", "approval", "significant-change", "intensified-supervision", "bpa-supervision",
  "bpa-approval", "bpa-significant-change", "bpa-hourly-price", NULL,
};
static const char *const services_da[] = {
  "Tilsyn", "Godkendelse", "Væsentlig ændring", "Skærpet tilsyn", "BPA: tilsyn",
  "BPA: nygodkendelse", "BPA: væsentlig ændring", "BPA: timepris", NULL,
};
static const char *const services_en[] = {
  "Supervision", "Approval", "Significant change", "Intensified supervision", "BPA: supervision",
  "BPA: new approval", "BPA: significant change", "BPA: hourly price", NULL,
};
static const char *const groups_da[] = { "1-7 pladser", "8-24 pladser", "25-49 pladser",
                                         "50 pladser og derover", "–", NULL };
static const char *const groups_en[] = { "1-7 places", "8-24 places", "25-49 places",
                                         "50 places and over", "–", NULL };

#define N_LABELS (KKR_TARIFF_N_GROUPS + 1)

const char *
kkr_tariff_service_title (KkrTariffService service, const char *language)
{
  return kkr_text_in (language, services_da[service], services_en[service]);
}

const char *
kkr_tariff_service_id (KkrTariffService service)
{
  return service_ids[service];
}

const char *
kkr_tariff_group_title (KkrTariffPlan *self, guint group, const char *language)
{
  if (group == 0 && self->lowest_group)
    return kkr_text_in (language, "0-7 pladser", "0-7 places");
  return kkr_text_in (language, groups_da[group], groups_en[group]);
}

char *
kkr_tariff_cell_title (KkrTariffPlan *self, KkrTariffService service, guint group,
                       const char *language)
{
  const char *title = kkr_tariff_service_title (service, language);

  if (group == KKR_TARIFF_NO_GROUP)
    return g_strdup (title);
  return g_strdup_printf ("%s, %s", title, kkr_tariff_group_title (self, group, language));
}

static void
add_services (KkrTableBuilder *builder, const gint32 *codes, gsize n)
{
  kkr_table_builder_add_codes (builder, "service", "Ydelse", "Service", codes, n, services_da);
  kkr_table_builder_set_labels_in_english (builder, "service", services_en);
}

static void
add_service_ids (KkrTableBuilder *builder, const gint32 *codes, gsize n)
{
  kkr_table_builder_add_codes (builder, "service-id", "Nøgle", "Key", codes, n, service_ids);
}

void
kkr_tariff_plan_add_tariffs (KkrTariffPlan *self, KkrTableBuilder *builder)
{
  gint64 tariffs[KKR_TARIFF_MAX_ROWS] = { 0 };

  for (guint i = 0; i < self->rows->len; i++)
    tariffs[i] = g_array_index (self->rows, KkrTariffRow, i).lowest;
  kkr_table_builder_add_int64 (builder, "tariff", "Takst", "Tariff", KKR_UNIT_AMOUNT, tariffs,
                               self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KkrTariffRow *row = &g_array_index (self->rows, KkrTariffRow, i);

      if (row->contradicted || row->lowest != row->highest)
        kkr_table_builder_set_status (builder, "tariff", i, KKR_CELL_STATUS_MISSING);
    }
}

static void
add_groups (KkrTariffPlan *self, KkrTableBuilder *builder)
{
  const char *labels_da[N_LABELS + 1] = { NULL }, *labels_en[N_LABELS + 1] = { NULL };
  gint32 groups[KKR_TARIFF_MAX_ROWS];

  for (guint i = 0; i < N_LABELS; i++)
    {
      labels_da[i] = kkr_tariff_group_title (self, i, "da");
      labels_en[i] = kkr_tariff_group_title (self, i, "en");
    }
  for (guint i = 0; i < self->rows->len; i++)
    groups[i] = (gint32) g_array_index (self->rows, KkrTariffRow, i).group;
  kkr_table_builder_add_codes (builder, "group", "Gruppe", "Group", groups, self->rows->len,
                               labels_da);
  kkr_table_builder_set_labels_in_english (builder, "group", labels_en);
}

static void
list_services (KkrTariffPlan *self, gint32 *services)
{
  for (guint i = 0; i < self->rows->len; i++)
    services[i] = (gint32) g_array_index (self->rows, KkrTariffRow, i).service;
}

static const char *const tariff_keys[] = { "service-id", "group", NULL };

void
kkr_tariff_plan_start_table (KkrTariffPlan *self, KkrTableBuilder *builder)
{
  gint32 services[KKR_TARIFF_MAX_ROWS];

  list_services (self, services);
  add_services (builder, services, self->rows->len);
  add_groups (self, builder);
}

void
kkr_tariff_plan_end_table (KkrTariffPlan *self, KkrTableBuilder *builder)
{
  gint32 services[KKR_TARIFF_MAX_ROWS];

  list_services (self, services);
  add_service_ids (builder, services, self->rows->len);
  kkr_table_builder_set_key (builder, tariff_keys);
}

KkrTable *
kkr_tariff_plan_build_tariffs (KkrTariffPlan *self, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("tariffs", "Takster", "Tariffs");

  kkr_tariff_plan_start_table (self, builder);
  kkr_tariff_plan_add_tariffs (self, builder);
  kkr_tariff_plan_end_table (self, builder);
  return kkr_table_builder_end (builder, error);
}

/* Ids for programs, which are printed as the services are called: a batch has no other column for
 * that. */
KkrTable *
kkr_tariff_plan_build_keys (KkrTariffPlan *self, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("tariffs", "Takster", "Tariffs");
  gint32 services[KKR_TARIFF_MAX_ROWS];

  list_services (self, services);
  kkr_table_builder_add_choices (builder, "service-id", "Ydelse", "Service", services,
                                 self->rows->len, service_ids, services_da, services_en);
  add_groups (self, builder);
  kkr_table_builder_set_key (builder, tariff_keys);
  return kkr_table_builder_end (builder, error);
}

/* The bases that there are, as indexes. */
static guint
list_bases (KkrTariffPlan *self, guint *indexes)
{
  guint n = 0;

  for (guint i = 0; i < KKR_TARIFF_N_BASES; i++)
    if (self->bases[i].way != KKR_TARIFF_WAY_NONE)
      indexes[n++] = i;
  return n;
}

const KkrTariffBase *
kkr_tariff_plan_get_base_row (KkrTariffPlan *self, guint row)
{
  guint indexes[KKR_TARIFF_N_BASES];

  return row < list_bases (self, indexes) ? &self->bases[indexes[row]] : NULL;
}

/* The labels of all cells that may contradict: (service * (groups + 1) + group). */
static char **
list_cells (KkrTariffPlan *self, const char *language)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  for (guint service = 0; service < KKR_TARIFF_N_SERVICES; service++)
    for (guint group = 0; group < N_LABELS; group++)
      {
        g_autofree char *title = kkr_tariff_cell_title (self, (KkrTariffService) service, group,
                                                        language);

        g_strv_builder_add (labels, title);
      }
  return g_strv_builder_end (labels);
}

static void
add_contradictions (KkrTariffPlan *self, KkrTableBuilder *builder, const guint *indexes, guint n)
{
  g_auto (GStrv) labels_da = list_cells (self, "da");
  g_auto (GStrv) labels_en = list_cells (self, "en");
  gint32 codes[2][KKR_TARIFF_N_BASES] = { { 0 } };
  static const char *const names[] = { "group-a", "group-b" };

  for (guint i = 0; i < n; i++)
    {
      const KkrTariffBase *base = &self->bases[indexes[i]];
      const KkrTariffCell *a = &base->cells[base->lower_cell], *b = &base->cells[base->upper_cell];

      codes[0][i] = (gint32) (a->service * N_LABELS + a->group);
      codes[1][i] = (gint32) (b->service * N_LABELS + b->group);
    }
  for (guint k = 0; k < 2; k++)
    {
      kkr_table_builder_add_codes (builder, names[k],
                                   k == 0 ? "Modstrid: for høj" : "Modstrid: for lav",
                                   k == 0 ? "Contradiction: too high" : "Contradiction: too low",
                                   codes[k], n, (const char *const *) labels_da);
      kkr_table_builder_set_labels_in_english (builder, names[k],
                                               (const char *const *) labels_en);
      for (guint i = 0; i < n; i++)
        if (!kkr_tariff_base_is_empty (&self->bases[indexes[i]]))
          kkr_table_builder_set_status (builder, names[k], i, KKR_CELL_STATUS_NOT_APPLICABLE);
    }
}

static void
add_rationals (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
               const KkrRational *values, guint n)
{
  kkr_table_builder_add_rationals (builder, name, danish, english, KKR_UNIT_RATE, values, n);
  kkr_table_builder_set_decimals (builder, name, 4);
}

KkrTable *
kkr_tariff_plan_build_bases (KkrTariffPlan *self, GError **error)
{
  static const char *const keys[] = { "service-id", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "base", "Grundtakst bag taksterne", "Base tariff behind the tariffs");
  guint indexes[KKR_TARIFF_N_BASES] = { 0 };
  guint n = list_bases (self, indexes);
  gint32 services[KKR_TARIFF_N_BASES] = { 0 };
  KkrRational exact[KKR_TARIFF_N_BASES], lower[KKR_TARIFF_N_BASES], upper[KKR_TARIFF_N_BASES];

  for (guint i = 0; i < n; i++)
    {
      const KkrTariffBase *base = &self->bases[indexes[i]];
      gboolean printed = base->way == KKR_TARIFF_WAY_PRINTED;

      services[i] = indexes[i] == KKR_TARIFF_HOURLY_PRICE ? (gint32) KKR_TARIFF_N_SERVICES
                                                          : (gint32) indexes[i];
      exact[i] = printed ? KKR_RATIONAL_ZERO : base->exact;
      lower[i] = printed ? base->lower : KKR_RATIONAL_ZERO;
      upper[i] = printed ? base->upper : KKR_RATIONAL_ZERO;
    }
  add_services (builder, services, n);
  add_rationals (builder, "base", "Grundtakst", "Base tariff", exact, n);
  add_rationals (builder, "lower", "Mindst", "At least", lower, n);
  add_rationals (builder, "upper", "Under", "Below", upper, n);
  for (guint i = 0; i < n; i++)
    {
      const KkrTariffBase *base = &self->bases[indexes[i]];

      if (base->way == KKR_TARIFF_WAY_PRINTED)
        kkr_table_builder_set_status (builder, "base", i,
                                      kkr_tariff_base_is_empty (base)
                                        ? KKR_CELL_STATUS_NOT_APPLICABLE
                                        : KKR_CELL_STATUS_MISSING);
      else
        {
          kkr_table_builder_set_status (builder, "lower", i, KKR_CELL_STATUS_NOT_APPLICABLE);
          kkr_table_builder_set_status (builder, "upper", i, KKR_CELL_STATUS_NOT_APPLICABLE);
        }
    }
  add_contradictions (self, builder, indexes, n);
  add_service_ids (builder, services, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
