/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-error.h>
#include <libkkr/table/kkr-table-builder.h>

#define NAMES(...) ((const char *const[]) { __VA_ARGS__, NULL })
#define INT64S(...) ((const gint64[]) { __VA_ARGS__ })
#define INT32S(...) ((const gint32[]) { __VA_ARGS__ })
#define DOUBLES(...) ((const gdouble[]) { __VA_ARGS__ })

static inline KkrTable *
end_builder (KkrTableBuilder *builder)
{
  GError *error = NULL;
  KkrTable *table = kkr_table_builder_end (builder, &error);

  g_assert_no_error (error);
  g_object_unref (builder);
  return table;
}

/* DAS Social, 21 August 2023: "Udviklingen i objektiv finansiering 2023-2024", budget 2024. */
static inline KkrTable *
make_financing (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("financing", "Objektiv finansiering 2024",
                                                    "Objective financing 2024");

  kkr_table_builder_add_int64 (builder, "code", "Kode", "Code", KKR_UNIT_NONE,
                               INT64S (740, 810, 813, 849, 825, 846, 773, 840, 787, 820, 851), 11);
  kkr_table_builder_add_text (builder, "municipality", "Kommune", "Municipality",
                              NAMES ("Silkeborg", "Brønderslev", "Frederikshavn", "Jammerbugt",
                                     "Læsø", "Mariagerfjord", "Morsø", "Rebild", "Thisted",
                                     "Vesthimmerland", "Aalborg"));
  kkr_table_builder_add_int64 (builder, "children", "0-17-årige", "Aged 0-17", KKR_UNIT_PERSONS,
                               INT64S (21872, 7775, 10035, 7556, 218, 7870, 3643, 7317, 8398, 7006,
                                       39978), 11);
  kkr_table_builder_add_ratio (builder, "share", "Andel", "Share", KKR_UNIT_SHARE,
                               NAMES ("21872/121668", "7775/121668", "10035/121668", "7556/121668",
                                      "218/121668", "7870/121668", "3643/121668", "7317/121668",
                                      "8398/121668", "7006/121668", "39978/121668"));
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT,
                               INT64S (344364400, 122413700, 157996400, 118965700, 3432300,
                                       123909500, 57357300, 115202700, 132222600, 110306200,
                                       629434900), 11);
  kkr_table_builder_set_total (builder, "children", "121668");
  kkr_table_builder_set_total (builder, "share", "1");
  kkr_table_builder_set_total (builder, "amount", "1915605800");
  kkr_table_builder_set_key (builder, NAMES ("code", "municipality"));
  return end_builder (builder);
}

/* Every kind of column, and every kind of cell. */
static inline KkrTable *
make_mixed (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("mixed", "Blandet", "Mixed");

  kkr_table_builder_add_text (builder, "offer", "Tilbud", "Offer",
                              NAMES ("Solgården", "Skovhuset", "Solgården", "Vækstedet"));
  kkr_table_builder_add_date (builder, "day", "Dag", "Day",
                              INT32S (19590, 0, G_MININT32, -1), 4);
  kkr_table_builder_add_int64 (builder, "cost", "Udgift", "Cost", KKR_UNIT_AMOUNT,
                               INT64S (123456789, -50, G_MININT64, 0), 4);
  kkr_table_builder_add_ratio (builder, "rate", "Timepris", "Hourly price", KKR_UNIT_RATE,
                               NAMES ("1345/2", "635", "", "-27/10"));
  kkr_table_builder_add_double (builder, "occupancy", "Belægning", "Occupancy", KKR_UNIT_PERCENT,
                                DOUBLES (0.1, 99.95, 1e-9, 104.25), 4);
  kkr_table_builder_set_status (builder, "offer", 3, KKR_CELL_STATUS_MISSING);
  kkr_table_builder_set_status (builder, "rate", 1, KKR_CELL_STATUS_SUPPRESSED);
  kkr_table_builder_set_status (builder, "occupancy", 3, KKR_CELL_STATUS_NOT_APPLICABLE);
  kkr_table_builder_set_labels_in_english (builder, "offer",
                                           NAMES ("Sun Farm", "Forest House", "Growing Place"));
  kkr_table_builder_set_total (builder, "rate", "26171/20");
  return end_builder (builder);
}
