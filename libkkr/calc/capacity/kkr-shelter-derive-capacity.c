/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <libkkr/table/kkr-table-private.h>

static gint64
get_cell (const KkrShelterCell *self, const char *name)
{
  return kkr_column_cell_int64 (kkr_table_find_column (self->table, name), self->row);
}

static void
add_cell (const KkrShelterCell *self, const char *name, const char *id)
{
  KkrColumn *column = kkr_table_find_column (self->table, name);

  kkr_shelter_cell_add_int (self, id, column->danish, column->english, get_cell (self, name),
                            column->unit);
}

/* Of the suppliers of the area. */
static void
add_supplier_sum (const KkrShelterCell *self, const char *id, const char *danish,
                  const char *english, gboolean supplied)
{
  g_autoptr (GArray) suppliers = kkr_shelter_compute_suppliers (self->shelter);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);
  const gboolean has_public = kkr_sheet_has (self->shelter->areas, self->row,
                                             KKR_SHELTER_AREA_PUBLIC);

  for (guint row = 0; row < suppliers->len; row++)
    {
      const KkrShelterSupplier *supplier = &g_array_index (suppliers, KkrShelterSupplier, row);
      const gint64 value = supplied ? supplier->supplied : supplier->awarded;

      if (supplier->area != self->row || (supplied && supplier->is_public && has_public))
        continue;
      g_ptr_array_add (keys, (gpointer) kkr_sheet_get_text (self->shelter->suppliers, row,
                                                            KKR_SHELTER_SUPPLIER_NAME));
      g_ptr_array_add (exact, g_strdup_printf ("%" G_GINT64_FORMAT, value));
    }
  if (keys->len == 0)
    {
      kkr_shelter_cell_add_int (self, id, danish, english, 0, KKR_UNIT_PLACES);
      return;
    }
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (exact, NULL);
  kkr_derivation_builder_add_sum (self->builder, id, danish, english,
                                  (const char *const *) keys->pdata,
                                  (const char *const *) exact->pdata, KKR_UNIT_PLACES);
}

static void
add_supplied (const KkrShelterCell *self)
{
  const gint64 given = kkr_shelter_get_whole (self->shelter->areas, self->row,
                                              KKR_SHELTER_AREA_PUBLIC);

  kkr_shelter_cell_add_int (self, "given", "Offentlige pladser i områdets egen række",
                            "Public places in the area's own row", given, KKR_UNIT_PLACES);
  add_supplier_sum (self, "of_suppliers", "Leverandørernes pladser, der kan tages i brug",
                    "Places of suppliers that may be taken into use", TRUE);
  kkr_derivation_builder_add_formula (self->builder, "supplied", "Kan tages i brug",
                                      "May be taken into use", "given + of_suppliers",
                                      KKR_UNIT_PLACES);
}

static void
add_tender (const KkrShelterCell *self)
{
  add_cell (self, "capacity", "capacity");
  add_cell (self, "public", "public_places");
  kkr_derivation_builder_add_formula (self->builder, "tender", "Udbydes", "Put out to tender",
                                      "max(0, capacity - public_places)", KKR_UNIT_PLACES);
}

static gboolean
derive_area (const KkrShelterCell *self)
{
  const char *column = self->column;

  if (g_str_equal (column, "capacity") || g_str_equal (column, "public")
      || g_str_equal (column, "demand"))
    add_cell (self, column, "places");
  else if (g_str_equal (column, "tender"))
    add_tender (self);
  else if (g_str_equal (column, "surplus"))
    {
      add_cell (self, "capacity", "capacity");
      add_cell (self, "public", "public_places");
      kkr_derivation_builder_add_formula (self->builder, "surplus", "Offentlige over kapaciteten",
                                          "Public above the capacity",
                                          "max(0, public_places - capacity)", KKR_UNIT_PLACES);
    }
  else if (g_str_equal (column, "awarded") || g_str_equal (column, "over-awarded"))
    {
      if (g_str_equal (column, "over-awarded"))
        add_tender (self);
      add_supplier_sum (self, "awarded", "Tildelt", "Awarded", FALSE);
      if (g_str_equal (column, "over-awarded"))
        kkr_derivation_builder_add_formula (self->builder, "over_awarded", "Tildelt for mange",
                                            "Awarded too many", "max(0, awarded - tender)",
                                            KKR_UNIT_PLACES);
    }
  else if (g_str_equal (column, "supplied") || g_str_equal (column, "gap"))
    {
      add_supplied (self);
      if (g_str_equal (column, "supplied"))
        return TRUE;
      add_cell (self, "demand", "demand");
      kkr_derivation_builder_add_formula (self->builder, "gap", "Mangler", "Lacking",
                                          "max(0, demand - supplied)", KKR_UNIT_PLACES);
    }
  else
    return FALSE;
  return TRUE;
}

/* A period begins a whole number of intervals after the first year. */
static gboolean
derive_period (const KkrShelterCell *self)
{
  const gint64 interval = get_cell (self, "interval"), from = get_cell (self, "from");
  const gint64 start = kkr_calculator_get_int (self->shelter->calculator, "start-year");

  kkr_shelter_cell_add_int (self, "interval", "Interval", "Interval", interval, KKR_UNIT_YEARS);
  if (g_str_equal (self->column, "interval"))
    return TRUE;
  kkr_shelter_cell_add_int (self, "start", "Det første år", "The first year", start,
                            KKR_UNIT_NONE);
  kkr_shelter_cell_add_int (self, "before", "Perioder før denne", "Periods before this one",
                            (from - start) / interval, KKR_UNIT_COUNT);
  kkr_derivation_builder_add_formula (self->builder, "from", "Fra og med", "From",
                                      "start + before * interval", KKR_UNIT_NONE);
  if (g_str_equal (self->column, "to"))
    kkr_derivation_builder_add_formula (self->builder, "to", "Til og med", "To",
                                        "from + interval - 1", KKR_UNIT_NONE);
  return TRUE;
}

gboolean
kkr_shelter_cell_derive_capacity (const KkrShelterCell *self)
{
  KkrColumn *column = kkr_table_find_column (self->table, self->column);

  if (column->kind != KKR_COLUMN_KIND_INT64)
    return FALSE;
  if (g_str_equal (self->table->name, "areas"))
    return derive_area (self);
  if (g_str_equal (self->table->name, "periods"))
    return derive_period (self);
  add_cell (self, self->column, "places");
  return TRUE;
}
