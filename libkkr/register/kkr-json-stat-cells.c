/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-json-stat-private.h>

#include <string.h>

#include <libkkr/table/kkr-column-private.h>

/* A double keeps so many decimal digits; one with more was not written as it is read. */
#define MAX_DOUBLE_DIGITS 15

/* A cell of an array or of an object that has only some; one text may stand for all. */
static JsonNode *
get_cell (JsonNode *node, gint64 cell)
{
  g_autofree char *name = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || JSON_NODE_HOLDS_VALUE (node))
    return node;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return cell < json_array_get_length (json_node_get_array (node))
             ? json_array_get_element (json_node_get_array (node), (guint) cell) : NULL;
  name = g_strdup_printf ("%lld", (long long) cell);
  return json_object_get_member (json_node_get_object (node), name);
}

/* A number as it would stand in CSV, or the mark for its absence. */
static char *
dup_value (KkrCube *cube, gint64 cell)
{
  JsonNode *node = get_cell (cube->values, cell);
  const char *status = kkr_json_text (get_cell (cube->statuses, cell));
  gint64 number;
  g_autofree char *text = NULL;
  guint n_digits = 0;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup (status != NULL ? status : "");
  if (kkr_json_text (node) != NULL)
    return g_strdup (kkr_json_text (node));
  if (kkr_json_integer (node, &number))
    return g_strdup_printf ("%lld", (long long) number);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_DOUBLE)
    return g_strdup ("?");
  text = kkr_double_to_shortest (json_node_get_double (node));
  for (const char *at = text; *at != '\0'; at++)
    n_digits += g_ascii_isdigit (*at);
  /* What is no mark and no number becomes a problem of the cell. */
  if (n_digits > MAX_DOUBLE_DIGITS)
    return g_strconcat (text, "...", NULL);
  return g_strdelimit (g_steal_pointer (&text), ".", ',');
}

static void
read_cell (KkrCube *cube, gint64 cell, const guint *places)
{
  g_autofree char *path = g_strdup_printf ("value[%lld]", (long long) cell);
  g_autofree char *value = dup_value (cube, cell);
  KkrStatisticsText area = { 0 }, time = { 0 }, text = { value, 0, 0, path };

  kkr_statistics_begin_cell (cube->statistics);
  for (guint i = 0; i < cube->parts->len; i++)
    {
      const KkrCubeDimension *dimension = &g_array_index (cube->parts, KkrCubeDimension, i);
      const KkrStatisticsText code = { dimension->codes[places[i]], 0, 0, path };

      if (dimension->role == KKR_CUBE_AREA)
        area = code;
      else if (dimension->role == KKR_CUBE_TIME)
        time = code;
      else if (dimension->role == KKR_CUBE_CODE
               && !kkr_statistics_add_code (cube->statistics, &code))
        return;
    }
  kkr_statistics_end_cell (cube->statistics, area.text != NULL ? &area : NULL, &time, &text);
}

/* The last dimension changes fastest. */
void
kkr_cube_read_cells (KkrCube *cube)
{
  g_autofree guint *places = g_new0 (guint, MAX (cube->parts->len, 1));

  for (gint64 cell = 0; cell < cube->n_cells; cell++)
    {
      read_cell (cube, cell, places);
      for (guint i = cube->parts->len; i > 0; i--)
        {
          if (++places[i - 1] < g_array_index (cube->parts, KkrCubeDimension, i - 1).size)
            break;
          places[i - 1] = 0;
        }
      if (!kkr_statistics_next_row (cube->statistics, (gdouble) cell / (gdouble) cube->n_cells))
        return;
    }
}
