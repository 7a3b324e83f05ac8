/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <libkkr/calc/domtype/kkr-sector.h>

static gboolean
is_public (KkrSector sector)
{
  return sector == KKR_SECTOR_MUNICIPAL || sector == KKR_SECTOR_REGIONAL
         || sector == KKR_SECTOR_STATE;
}

/* Approved now, or expected to be before the offer starts. */
static gboolean
may_be_awarded (KkrSheet *sheet, guint row)
{
  const gint32 expected = kkr_sheet_get_date (sheet, row, KKR_SHELTER_SUPPLIER_APPROVAL);
  const gint32 start = kkr_sheet_get_date (sheet, row, KKR_SHELTER_SUPPLIER_START);

  return kkr_sheet_get_boolean (sheet, row, KKR_SHELTER_SUPPLIER_APPROVED)
         || (expected != G_MININT32 && (start == G_MININT32 || expected < start));
}

static void
compute_supplier (const KkrShelter *self, guint row, KkrShelterSupplier *supplier)
{
  KkrSheet *sheet = self->suppliers;
  const gboolean approved = kkr_sheet_get_boolean (sheet, row, KKR_SHELTER_SUPPLIER_APPROVED);

  supplier->is_public = is_public ((KkrSector) kkr_sheet_get_choice (sheet, row,
                                                                     KKR_SHELTER_SUPPLIER_SECTOR));
  supplier->may_be_awarded = may_be_awarded (sheet, row);
  supplier->awarded = kkr_shelter_get_whole (sheet, row, KKR_SHELTER_SUPPLIER_AWARDED);
  supplier->may_start = approved && (supplier->is_public || supplier->awarded > 0);
  supplier->area = (guint) kkr_shelter_find_area (
    self, kkr_sheet_get_text (sheet, row, KKR_SHELTER_SUPPLIER_AREA));
  if (supplier->may_start)
    supplier->supplied = supplier->is_public
                           ? kkr_shelter_get_whole (sheet, row, KKR_SHELTER_SUPPLIER_PLACES)
                           : supplier->awarded;
  if (!approved && !kkr_sheet_has (sheet, row, KKR_SHELTER_SUPPLIER_APPROVAL))
    supplier->reasons |= KKR_SHELTER_NO_APPROVAL;
  else if (!approved)
    supplier->reasons |= supplier->may_be_awarded ? KKR_SHELTER_APPROVAL_NOT_YET
                                                  : KKR_SHELTER_APPROVAL_LATE;
  if (!supplier->is_public && supplier->awarded == 0)
    supplier->reasons |= KKR_SHELTER_NO_AWARD;
}

GArray *
kkr_shelter_compute_suppliers (const KkrShelter *self)
{
  const guint n = kkr_sheet_get_n_rows (self->suppliers);
  GArray *suppliers = g_array_sized_new (FALSE, TRUE, sizeof (KkrShelterSupplier), n);

  g_array_set_size (suppliers, n);
  for (guint row = 0; row < n; row++)
    compute_supplier (self, row, &g_array_index (suppliers, KkrShelterSupplier, row));
  return suppliers;
}

/* Public places are those of the area's row, or else of the suppliers that may be counted on. */
static void
add_supplier (const KkrShelter *self, guint row, const KkrShelterSupplier *supplier,
              KkrShelterArea *area)
{
  const gboolean has_public = kkr_sheet_has (self->areas, supplier->area, KKR_SHELTER_AREA_PUBLIC);

  area->awarded += supplier->awarded;
  if (!supplier->is_public || !has_public)
    area->supplied += supplier->supplied;
  if (supplier->is_public && supplier->may_be_awarded && !has_public)
    area->public_places += kkr_shelter_get_whole (self->suppliers, row,
                                                  KKR_SHELTER_SUPPLIER_PLACES);
}

static void
end_area (const KkrShelter *self, guint row, KkrShelterArea *area)
{
  const gboolean has_demand = kkr_sheet_has (self->areas, row, KKR_SHELTER_AREA_DEMAND);

  area->tender = MAX (area->capacity - area->public_places, 0);
  area->surplus = MAX (area->public_places - area->capacity, 0);
  area->over_awarded = MAX (area->awarded - area->tender, 0);
  area->demand = has_demand ? kkr_sheet_get_whole (self->areas, row, KKR_SHELTER_AREA_DEMAND)
                            : G_MININT64;
  area->gap = has_demand ? MAX (area->demand - area->supplied, 0) : G_MININT64;
}

GArray *
kkr_shelter_compute_areas (const KkrShelter *self, const GArray *suppliers)
{
  const guint n = kkr_sheet_get_n_rows (self->areas);
  GArray *areas = g_array_sized_new (FALSE, TRUE, sizeof (KkrShelterArea), n);

  g_array_set_size (areas, n);
  for (guint row = 0; row < n; row++)
    {
      KkrShelterArea *area = &g_array_index (areas, KkrShelterArea, row);

      area->capacity = kkr_sheet_get_whole (self->areas, row, KKR_SHELTER_AREA_CAPACITY);
      area->public_places = kkr_shelter_get_whole (self->areas, row, KKR_SHELTER_AREA_PUBLIC);
      area->supplied = area->public_places;
    }
  for (guint row = 0; row < suppliers->len; row++)
    {
      const KkrShelterSupplier *supplier = &g_array_index (suppliers, KkrShelterSupplier, row);

      add_supplier (self, row, supplier, &g_array_index (areas, KkrShelterArea, supplier->area));
    }
  for (guint row = 0; row < n; row++)
    end_area (self, row, &g_array_index (areas, KkrShelterArea, row));
  return areas;
}
