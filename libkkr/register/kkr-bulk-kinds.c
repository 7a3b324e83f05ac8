/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/register/kkr-bulk-private.h>

static const KkrField placement_fields[] = {
  { .name = "person", .kind = KKR_FIELD_PERSON, .required = TRUE },
  { .name = "municipality", .kind = KKR_FIELD_REFERENCE, .required = TRUE,
    .target = &kkr_municipality_model },
  { .name = "offer", .kind = KKR_FIELD_REFERENCE, .target = &kkr_offer_model },
  { .name = "paragraph", .kind = KKR_FIELD_REFERENCE, .target = &kkr_paragraph_model },
  { .name = "dom-type", .kind = KKR_FIELD_REFERENCE, .target = &kkr_dom_type_model },
  { .name = "valid", .kind = KKR_FIELD_PERIOD, .required = TRUE },
  { .name = "tariff", .kind = KKR_FIELD_MONEY },
};
static const KkrBulkTitle placement_titles[] = {
  { "Person", "Person", KKR_UNIT_NONE },
  { "Kommune", "Municipality", KKR_UNIT_NONE },
  { "Tilbud", "Offer", KKR_UNIT_NONE },
  { "Paragraf", "Paragraph", KKR_UNIT_NONE },
  { "Domtype", "Dom-type", KKR_UNIT_NONE },
  { "Fra", "From", KKR_UNIT_NONE },
  { "Til", "Until", KKR_UNIT_NONE },
  { "Takst pr. døgn", "Tariff a day", KKR_UNIT_AMOUNT },
};

static const char *const units[] = { "day", "month", "year", "hour", NULL };
static const KkrField tariff_fields[] = {
  { .name = "offer", .kind = KKR_FIELD_REFERENCE, .required = TRUE, .target = &kkr_offer_model },
  { .name = "package", .kind = KKR_FIELD_ID },
  { .name = "per", .kind = KKR_FIELD_CHOICE, .required = TRUE, .words = units,
    .listed = N_("day, month, year or hour") },
  { .name = "amount", .kind = KKR_FIELD_MONEY, .required = TRUE },
  { .name = "price-level", .kind = KKR_FIELD_PRICE_LEVEL },
  { .name = "valid", .kind = KKR_FIELD_PERIOD, .required = TRUE },
  { .name = "paragraph", .kind = KKR_FIELD_REFERENCE, .target = &kkr_paragraph_model },
};
static const KkrBulkTitle tariff_titles[] = {
  { "Tilbud", "Offer", KKR_UNIT_NONE },
  { "Ydelse", "Package", KKR_UNIT_NONE },
  { "Pr.", "Per", KKR_UNIT_NONE },
  { "Takst", "Tariff", KKR_UNIT_AMOUNT },
  { "Prisniveau", "Price level", KKR_UNIT_NONE },
  { "Fra", "From", KKR_UNIT_NONE },
  { "Til", "Until", KKR_UNIT_NONE },
  { "Paragraf", "Paragraph", KKR_UNIT_NONE },
};

static const KkrField arrival_fields[] = {
  { .name = "kind", .kind = KKR_FIELD_ID, .required = TRUE },
  { .name = "municipality", .kind = KKR_FIELD_REFERENCE, .required = TRUE,
    .target = &kkr_municipality_model },
  { .name = "valid", .kind = KKR_FIELD_PERIOD, .required = TRUE },
  { .name = "persons", .kind = KKR_FIELD_INTEGER, .required = TRUE },
};
static const KkrBulkTitle arrival_titles[] = {
  { "Slags", "Kind", KKR_UNIT_NONE },
  { "Kommune", "Municipality", KKR_UNIT_NONE },
  { "Fra", "From", KKR_UNIT_NONE },
  { "Til", "Until", KKR_UNIT_NONE },
  { "Antal", "Number", KKR_UNIT_PERSONS },
};

#define FIELDS(fields) fields, G_N_ELEMENTS (fields)
const KkrBulkKind kkr_bulk_kinds[KKR_N_BULK] = {
  { KKR_BULK_PLACEMENT, "placement", "placements", "Placeringer", "Placements",
    FIELDS (placement_fields), placement_titles },
  { KKR_BULK_TARIFF, "tariff", "tariffs", "Takster", "Tariffs", FIELDS (tariff_fields),
    tariff_titles },
  { KKR_BULK_ARRIVAL, "arrival", "arrivals", "Ankomne", "Arrivals", FIELDS (arrival_fields),
    arrival_titles },
};

const KkrBulkKind *
kkr_bulk_kind_find (const char *name)
{
  for (guint i = 0; i < KKR_N_BULK; i++)
    if (g_str_equal (name, kkr_bulk_kinds[i].element)
        || g_str_equal (name, kkr_bulk_kinds[i].table))
      return &kkr_bulk_kinds[i];
  return NULL;
}

KkrBulkStorage
kkr_bulk_storage (const KkrField *field)
{
  switch ((int) field->kind)
    {
    case KKR_FIELD_PERIOD:
      return KKR_BULK_DAY;
    case KKR_FIELD_INTEGER:
    case KKR_FIELD_MONEY:
      return KKR_BULK_NUMBER;
    case KKR_FIELD_REFERENCE:
      /* Codes are numbers. */
      return field->target == &kkr_municipality_model ? KKR_BULK_NUMBER : KKR_BULK_TEXT;
    default:
      return KKR_BULK_TEXT;
    }
}

gsize
kkr_bulk_cell_size (KkrBulkStorage storage)
{
  return storage == KKR_BULK_NUMBER ? sizeof (gint64) : sizeof (gint32);
}

guint
kkr_bulk_field_n_columns (const KkrField *field)
{
  return field->kind == KKR_FIELD_PERIOD ? 2 : 1;
}

guint
kkr_bulk_n_columns (const KkrBulkKind *kind)
{
  guint n = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    n += kkr_bulk_field_n_columns (&kind->fields[i]);
  return n;
}
