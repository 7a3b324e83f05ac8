/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-json-stat-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-number-private.h>

static gboolean G_GNUC_PRINTF (3, 4)
refuse (KkrCube *cube, const char *path, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_statistics_problem (cube->statistics, KKR_STATISTICS_BAD_DATASET, 0, 0, path, "%s", text);
  return FALSE;
}

/* NULL if there is no such member or it is something else. */
static JsonObject *
get_object (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

const char *
kkr_json_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static const char *
get_text (JsonObject *object, const char *name)
{
  return object != NULL ? kkr_json_text (json_object_get_member (object, name)) : NULL;
}

gboolean
kkr_json_integer (JsonNode *node, gint64 *number)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *number = json_node_get_int (node);
  return TRUE;
}

/* In version 1 the dataset is a member of the file, and what version 2 has beside the dimensions
 * stands among them. */
static gboolean
find_parts (KkrCube *cube, JsonNode *root)
{
  JsonObject *file = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonObject *first = get_object (file, "dataset");
  const char *kind = get_text (file, "class");

  cube->dataset = first != NULL ? first : file;
  if (kind != NULL && !g_str_equal (kind, "dataset"))
    return refuse (cube, "class", _("no dataset: \"%s\" found, \"dataset\" expected"), kind);
  cube->dimensions = get_object (cube->dataset, "dimension");
  if (cube->dimensions == NULL)
    return refuse (cube, NULL, _("no dataset: none found, a member \"%s\" expected"), "dimension");
  cube->ids = get_array (cube->dataset, "id");
  cube->sizes = get_array (cube->dataset, "size");
  cube->roles = get_object (cube->dataset, "role");
  if (cube->ids == NULL)
    cube->ids = get_array (cube->dimensions, "id");
  if (cube->sizes == NULL)
    cube->sizes = get_array (cube->dimensions, "size");
  if (cube->roles == NULL)
    cube->roles = get_object (cube->dimensions, "role");
  cube->values = json_object_get_member (cube->dataset, "value");
  cube->statuses = json_object_get_member (cube->dataset, "status");
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "id", "size", "value" };
      const gboolean there[] = { cube->ids != NULL, cube->sizes != NULL, cube->values != NULL };

      if (!there[i])
        return refuse (cube, NULL, _("no dataset: none found, a member \"%s\" expected"),
                       names[i]);
    }
  return TRUE;
}

static gboolean
has_role (KkrCube *cube, const char *role, const char *id)
{
  JsonArray *ids = get_array (cube->roles, role);

  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    if (g_strcmp0 (kkr_json_text (json_array_get_element (ids, i)), id) == 0)
      return TRUE;
  return FALSE;
}

static KkrCubeRole
find_role (KkrCube *cube, const char *id, gint64 size)
{
  const char *asked = cube->statistics->settings->area_column;
  gboolean metric = has_role (cube, "metric", id) || g_str_equal (id, "ContentsCode");

  if (has_role (cube, "time", id) || (get_array (cube->roles, "time") == NULL
                                      && kkr_statistics_is_time (id)))
    return KKR_CUBE_TIME;
  if (asked != NULL ? g_str_equal (asked, id)
                    : has_role (cube, "geo", id) || kkr_statistics_is_area (id))
    return KKR_CUBE_AREA;
  return metric && size == 1 ? KKR_CUBE_LONE : KKR_CUBE_CODE;
}

static gboolean
put_code (KkrCubeDimension *dimension, gint64 place, const char *code)
{
  if (place < 0 || place >= dimension->size || dimension->codes[place] != NULL || code == NULL)
    return FALSE;
  dimension->codes[place] = code;
  return TRUE;
}

/* The codes stand in an array, or are members that name their places; of a single one there may be
 * a label only. */
static gboolean
read_codes (KkrCube *cube, KkrCubeDimension *dimension)
{
  JsonObject *part = get_object (cube->dimensions, dimension->id);
  JsonObject *category = get_object (part, "category");
  JsonArray *order = get_array (category, "index");
  JsonObject *places = get_object (category, "index"), *labels = get_object (category, "label");
  g_autofree char *path = g_strdup_printf ("dimension/%s/category", dimension->id);
  g_autoptr (GList) names = NULL;
  JsonObject *named = places != NULL ? places : labels;
  guint n = order != NULL ? json_array_get_length (order)
            : named != NULL ? json_object_get_size (named) : 0;
  gboolean good = TRUE;

  if (n != dimension->size || (order == NULL && places == NULL && n > 1))
    return refuse (cube, path, _("codes that are not one for each place: %u found, %u expected"),
                   n, dimension->size);
  dimension->codes = g_new0 (const char *, (gsize) n + 1);
  for (guint i = 0; order != NULL && i < n && good; i++)
    good = put_code (dimension, i, kkr_json_text (json_array_get_element (order, i)));
  if (order == NULL && named != NULL)
    names = json_object_get_members (named);
  for (GList *name = names; name != NULL && good; name = name->next)
    {
      gint64 place = 0;

      good = (places == NULL
              || kkr_json_integer (json_object_get_member (places, name->data), &place))
             && put_code (dimension, place, name->data);
    }
  return good || refuse (cube, path, _("codes that do not fill their places: a place twice, no "
                                       "place or no text found, each of the places from 0 to %u "
                                       "once expected"), n - 1);
}

static gboolean
add_dimension (KkrCube *cube, guint place)
{
  KkrCubeDimension dimension = { 0 };
  gint64 size;

  dimension.id = kkr_json_text (json_array_get_element (cube->ids, place));
  if (dimension.id == NULL || !kkr_json_integer (json_array_get_element (cube->sizes, place), &size)
      || size < 0)
    return refuse (cube, "size", _("a bad dimension: number %u found, an id and a size expected"),
                   place);
  if (__builtin_mul_overflow (cube->n_cells, size, &cube->n_cells)
      || size > cube->statistics->settings->max_rows
      || cube->n_cells > cube->statistics->settings->max_rows)
    {
      kkr_statistics_problem (cube->statistics, KKR_STATISTICS_TOO_MANY_ROWS, 0, 0, "size",
                              _("too many cells: more found, max-rows %lld expected"),
                              (long long) cube->statistics->settings->max_rows);
      return FALSE;
    }
  for (guint i = 0; i < cube->parts->len; i++)
    if (g_str_equal (g_array_index (cube->parts, KkrCubeDimension, i).id, dimension.id))
      return refuse (cube, "id", _("the same dimension twice: \"%s\" found, another id expected"),
                     dimension.id);
  dimension.size = (guint) size;
  dimension.role = find_role (cube, dimension.id, size);
  if (!read_codes (cube, &dimension))
    {
      g_free (dimension.codes);
      return FALSE;
    }
  g_array_append_val (cube->parts, dimension);
  return TRUE;
}

/* They are gone through once a dimension. */
static gboolean
check_roles (KkrCube *cube, guint n)
{
  static const char *const names[] = { "time", "geo", "metric" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonArray *ids = get_array (cube->roles, names[i]);

      if (ids != NULL && json_array_get_length (ids) > n)
        return refuse (cube, "role", _("more dimensions of a role than there are: %u found, at "
                                       "most %u expected"), json_array_get_length (ids), n);
    }
  return TRUE;
}

static gboolean
read_dimensions (KkrCube *cube)
{
  guint n = json_array_get_length (cube->ids), n_sizes = json_array_get_length (cube->sizes);
  guint n_times = 0;

  if (n != n_sizes)
    return refuse (cube, "size", _("sizes and ids differ in number: %u and %u found, as many of "
                                   "one as of the other expected"), n_sizes, n);
  if (n > cube->statistics->settings->max_columns)
    {
      kkr_statistics_problem (cube->statistics, KKR_STATISTICS_TOO_MANY_COLUMNS, 0, 0, "id",
                              _("too many dimensions: %u found, max-columns %lld expected"), n,
                              (long long) cube->statistics->settings->max_columns);
      return FALSE;
    }
  if (!check_roles (cube, n))
    return FALSE;
  cube->n_cells = 1;
  for (guint i = 0; i < n; i++)
    {
      if (!add_dimension (cube, i))
        return FALSE;
      n_times += g_array_index (cube->parts, KkrCubeDimension, i).role == KKR_CUBE_TIME;
    }
  if (n_times != 1)
    return refuse (cube, "role", _("dimensions of time: %u found, one expected"), n_times);
  return TRUE;
}

/* The number of a cell as JSON-stat writes it: "0", "17". */
static gboolean
is_place (const char *name, gint64 n_cells)
{
  guint64 place;

  return (name[0] != '0' || name[1] == '\0')
         && g_ascii_string_to_unsigned (name, 10, 0, G_MAXINT64, &place, NULL)
         && (gint64) place < n_cells;
}

/* An array has all cells, an object some of them by their numbers. */
static gboolean
check_places (KkrCube *cube, JsonNode *node, const char *path)
{
  g_autoptr (GList) names = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      guint n = json_array_get_length (json_node_get_array (node));

      return n == cube->n_cells
             || refuse (cube, path, _("another number of values: %u found, %lld expected"), n,
                        (long long) cube->n_cells);
    }
  names = json_object_get_members (json_node_get_object (node));
  for (GList *name = names; name != NULL; name = name->next)
    if (!is_place (name->data, cube->n_cells))
      {
        g_autofree char *quoted = kkr_text_quote (name->data);

        refuse (cube, path, _("a value of no cell: %s found, a whole number less than %lld "
                              "expected"), quoted, (long long) cube->n_cells);
        if (cube->statistics->reading.stopped)
          break;
      }
  return cube->statistics->reading.n_errors == 0;
}

/* The status may be one text for all cells. */
static gboolean
check_cells (KkrCube *cube)
{
  JsonNode *statuses = cube->statuses;

  if (!JSON_NODE_HOLDS_ARRAY (cube->values) && !JSON_NODE_HOLDS_OBJECT (cube->values))
    return refuse (cube, "value", _("no values: something else found, an array or an object "
                                    "expected"));
  if (!check_places (cube, cube->values, "value"))
    return FALSE;
  if (statuses == NULL || JSON_NODE_HOLDS_NULL (statuses) || kkr_json_text (statuses) != NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (statuses) && !JSON_NODE_HOLDS_OBJECT (statuses))
    return refuse (cube, "status", _("no statuses: something else found, a text, an array or an "
                                     "object expected"));
  return check_places (cube, statuses, "status");
}

static void
clear_dimension (gpointer data)
{
  g_free (((KkrCubeDimension *) data)->codes);
}

/* Settings win; otherwise the file may say since when it is as it is. */
static char *
find_date (KkrCube *cube)
{
  const char *updated = get_text (cube->dataset, "updated");
  g_autofree char *day = updated != NULL ? g_strndup (updated, strlen ("2024-05-12")) : NULL;
  gint32 days;

  if (cube->statistics->settings->date != NULL)
    return g_strdup (cube->statistics->settings->date);
  if (day != NULL && kkr_date_parse (day, &days))
    return g_steal_pointer (&day);
  refuse (cube, "updated", _("no day from which the figures are: none found, \"updated\" in the "
                             "file or source-date of the reader expected"));
  return NULL;
}

void
kkr_statistics_read_json (KkrStatistics *statistics, const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = kkr_json_stat_parse (statistics, text, length);
  g_autofree char *date = NULL;
  KkrCube cube = { .statistics = statistics };

  if (parser == NULL)
    return;
  cube.parts = g_array_new (FALSE, FALSE, sizeof (KkrCubeDimension));
  g_array_set_clear_func (cube.parts, clear_dimension);
  if (find_parts (&cube, json_parser_get_root (parser))
      && (date = find_date (&cube)) != NULL && read_dimensions (&cube) && check_cells (&cube))
    {
      kkr_statistics_begin (statistics, get_text (cube.dataset, "label"), date);
      kkr_cube_read_cells (&cube);
    }
  g_array_unref (cube.parts);
}
