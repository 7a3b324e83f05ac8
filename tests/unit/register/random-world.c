/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "random-world.h"

#include <libkkr/base/kkr-error.h>
#include <libkkr/table/kkr-table-builder.h>

static void
shuffle (GRand *random, guint *places, guint n)
{
  for (guint i = 0; i < n; i++)
    places[i] = i;
  for (guint i = n; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (gint32) i), kept = places[i - 1];

      places[i - 1] = places[other];
      places[other] = kept;
    }
}

/* Zeros and equal weights are as frequent as others, since those are where ties are. */
static gint64
random_weight (GRand *random)
{
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return 0;
    case 1:
      return 100;
    case 2:
      return g_rand_int_range (random, 1, 100);
    default:
      return g_rand_int_range (random, 1, 10000000);
    }
}

/* Small, negative and as large as can be. */
static gint64
random_value (GRand *random, gint64 unit)
{
  static const gint64 largest = G_MAXINT64 / (2 * MAX_CODES);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return g_rand_int_range (random, -9, 10) * unit;
    case 1:
      return (gint64) (g_rand_double_range (random, -1.0, 1.0) * (gdouble) largest) / unit * unit;
    default:
      return g_rand_int_range (random, -200, 2000) * unit;
    }
}

static void
make_weights (RandomWorld *world, GRand *random)
{
  for (guint i = 0; i < world->n_from; i++)
    {
      guint certain = (guint) g_rand_int_range (random, 0, (gint32) world->n_to);
      gboolean is_split = g_rand_int_range (random, 0, 3) > 0;

      for (guint j = 0; j < world->n_to; j++)
        world->weights[i][j] = is_split && g_rand_boolean (random) ? random_weight (random)
                                                                   : NO_ROW;
      world->weights[i][certain] = 1 + random_weight (random);
    }
}

void
random_world_init (RandomWorld *world, GRand *random)
{
  *world = (RandomWorld) {
    .n_from = (guint) g_rand_int_range (random, 1, MAX_CODES + 1),
    .n_to = (guint) g_rand_int_range (random, 1, MAX_CODES + 1),
    .n_years = (guint) g_rand_int_range (random, 1, MAX_YEARS + 1),
    .method = (KkrApportionMethod) g_rand_int_range (random, KKR_APPORTION_METHOD_UNSET + 1,
                                                     KKR_APPORTION_METHOD_INDEPENDENT),
    .unit = g_rand_boolean (random) ? 1 : 100,
  };
  make_weights (world, random);
  shuffle (random, world->order, world->n_from);
  for (guint i = 0; i < world->n_from; i++)
    {
      world->has[i] = g_rand_int_range (random, 0, 12) > 0;
      for (guint year = 0; year < world->n_years; year++)
        {
          world->values[year][i] = random_value (random, world->unit);
          if (g_rand_int_range (random, 0, 12) == 0)
            world->status[year][i] = (KkrCellStatus) g_rand_int_range (
              random, KKR_CELL_STATUS_MISSING, KKR_CELL_STATUS_NOT_APPLICABLE + 1);
        }
    }
}

KkrCrosswalk *
random_world_make_crosswalk (const RandomWorld *world, GRand *random)
{
  g_autoptr (GString) csv = g_string_new ("from,to,weight\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint rows[MAX_CODES * MAX_CODES];
  KkrCrosswalk *crosswalk;

  shuffle (random, rows, world->n_from * world->n_to);
  for (guint n = 0; n < world->n_from * world->n_to; n++)
    {
      guint i = rows[n] / world->n_to, j = rows[n] % world->n_to;
      gint64 weight = world->weights[i][j];

      if (weight != NO_ROW)
        g_string_append_printf (csv, "f%u,t%u,%lld.%02lld\n", i, j, (long long) weight / 100,
                                (long long) weight % 100);
    }
  bytes = g_bytes_new (csv->str, csv->len);
  crosswalk = kkr_crosswalk_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  return crosswalk;
}

char *
random_world_name_year (guint year)
{
  return g_strdup_printf ("y%u", 2020 + year);
}

KkrTable *
random_world_make_series (const RandomWorld *world)
{
  static const char *const key[] = { "code", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("series", "Serie", "Series");
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  KkrTable *series;

  for (guint row = 0; row < world->n_from; row++)
    if (world->has[world->order[row]])
      g_ptr_array_add (codes, g_strdup_printf ("f%u", world->order[row]));
  g_ptr_array_add (codes, NULL);
  kkr_table_builder_add_text (builder, "code", "Kode", "Code", (const char *const *) codes->pdata);
  for (guint year = 0; year < world->n_years; year++)
    {
      g_autofree char *name = random_world_name_year (year);
      gint64 values[MAX_CODES];
      KkrCellStatus status[MAX_CODES];
      guint n = 0;

      for (guint row = 0; row < world->n_from; row++)
        if (world->has[world->order[row]])
          {
            values[n] = world->values[year][world->order[row]];
            status[n++] = world->status[year][world->order[row]];
          }
      kkr_table_builder_add_int64 (builder, name, name, name, KKR_UNIT_AMOUNT, values, n);
      for (guint row = 0; row < n; row++)
        if (status[row] != KKR_CELL_STATUS_VALUE)
          kkr_table_builder_set_status (builder, name, row, status[row]);
    }
  kkr_table_builder_set_key (builder, key);
  series = kkr_table_builder_end (builder, &error);
  g_assert_no_error (error);
  return series;
}

void
random_world_init_partition (RandomWorld *world, GRand *random)
{
  random_world_init (world, random);
  world->n_from = 1 + (world->n_from - 1) % world->n_to;
  world->n_years = 1;
  shuffle (random, world->order, world->n_from);
  for (guint i = 0; i < world->n_from; i++)
    {
      world->has[i] = TRUE;
      world->status[0][i] = KKR_CELL_STATUS_VALUE;
      for (guint j = 0; j < world->n_to; j++)
        world->weights[i][j] = j % world->n_from == i ? random_weight (random) : NO_ROW;
      world->weights[i][i] += 1;
    }
}

KkrCrosswalk *
random_world_make_way_back (const RandomWorld *world)
{
  const char *from[MAX_CODES + 1] = { NULL }, *to[MAX_CODES + 1] = { NULL };
  const char *weights[MAX_CODES + 1] = { NULL };
  static const char *const left[] = { "t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7" };
  static const char *const reached[] = { "f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7" };
  g_autoptr (GError) error = NULL;
  KkrCrosswalk *back;

  for (guint j = 0; j < world->n_to; j++)
    {
      from[j] = left[j];
      to[j] = reached[j % world->n_from];
      weights[j] = "1";
    }
  back = kkr_crosswalk_new_for_rows (from, to, weights, &error);
  g_assert_no_error (error);
  return back;
}
