/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-json-stat-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>

/* json-glib takes more than JSON, such as comments and octal numbers, turns a number that is too
 * large into another one, and keeps the last of several members of one name. So the text is looked
 * at before it, and the members with it. */

/* So many digits of a whole number, and so large an exponent, are read as they are written. */
#define MAX_DIGITS 18
#define MAX_EXPONENT_DIGITS 2

#define QUOTED_BYTES 30

typedef struct {
  KkrStatistics *statistics;
  const char *at;
  const char *end;
  const char *line_start;
  guint line;
  guint depth;
  gboolean has_ended;
} Scan;

static guint
get_column (const Scan *scan)
{
  return (guint) g_utf8_strlen (scan->line_start, scan->at - scan->line_start) + 1;
}

static gboolean
refuse_token (Scan *scan, gsize length, gboolean is_number)
{
  g_autofree char *start = g_utf8_make_valid (scan->at, (gssize) MIN (length, QUOTED_BYTES));
  g_autofree char *quoted = kkr_text_quote (start);

  if (is_number)
    kkr_statistics_problem (scan->statistics, KKR_STATISTICS_BAD_CELL, scan->line,
                            get_column (scan), NULL,
                            _("a number too large: %s found, at most %d digits and an exponent of "
                              "at most %d expected"), quoted, MAX_DIGITS, MAX_EXPONENT_DIGITS);
  else
    kkr_statistics_problem (scan->statistics, KKR_STATISTICS_BAD_JSON, scan->line,
                            get_column (scan), NULL, _("no JSON: %s found, JSON expected"), quoted);
  return FALSE;
}

static const char *
skip_digits (const char *at, const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

/* As JSON has it; `fits` says whether it is kept as it is written. */
static gboolean
is_number (const char *at, const char *end, gboolean *fits)
{
  const char *start;

  at += at < end && *at == '-';
  start = at;
  at = skip_digits (at, end);
  if (at == start || (*start == '0' && at > start + 1))
    return FALSE;
  *fits = at - start <= MAX_DIGITS;
  if (at < end && *at == '.')
    {
      start = ++at;
      at = skip_digits (at, end);
      if (at == start)
        return FALSE;
    }
  if (at < end && (*at == 'e' || *at == 'E'))
    {
      at++;
      at += at < end && (*at == '-' || *at == '+');
      start = at;
      at = skip_digits (at, end);
      if (at == start)
        return FALSE;
      *fits = *fits && at - start <= MAX_EXPONENT_DIGITS;
    }
  return at == end;
}

static gboolean
scan_word (Scan *scan)
{
  const char *start = scan->at, *at = start;
  gboolean fits = TRUE;
  gsize length;

  while (at < scan->end && strchr (" \t\r\n,:{}[]\"", *at) == NULL)
    at++;
  length = (gsize) (at - start);
  if (!(length == 4 && (memcmp (start, "true", 4) == 0 || memcmp (start, "null", 4) == 0))
      && !(length == 5 && memcmp (start, "false", 5) == 0)
      && !is_number (start, at, &fits))
    return refuse_token (scan, length, FALSE);
  if (!fits)
    return refuse_token (scan, length, TRUE);
  scan->at = at;
  return TRUE;
}

/* The number of a UTF-16 unit after "\\u"; -1 if it is none. */
static int
read_unit (const char *at, const char *end)
{
  int unit = 0;

  if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (at[i]);
    }
  return unit;
}

/* How long an escape is; 0 if it is none. Of half a character the parser makes what is no text, and
 * of an unknown letter itself. */
static gsize
measure_escape (const char *at, const char *end)
{
  int unit = read_unit (at, end), low;

  if (unit < 0)
    return end - at > 1 && at[1] != '\0' && strchr ("\"\\/bfnrt", at[1]) != NULL ? 2 : 0;
  if (unit == 0 || (unit >= 0xdc00 && unit < 0xe000))
    return 0;
  if (unit < 0xd800 || unit >= 0xe000)
    return 6;
  low = read_unit (at + 6, end);
  return low >= 0xdc00 && low < 0xe000 ? 12 : 0;
}

/* One that does not end is told by the parser. */
static gboolean
scan_text (Scan *scan)
{
  scan->at++;
  while (scan->at < scan->end && *scan->at != '"')
    {
      gsize length = *scan->at == '\\' ? measure_escape (scan->at, scan->end) : 1;

      if (length == 0 || (guchar) *scan->at < 0x20)
        return refuse_token (scan, (gsize) (scan->end - scan->at), FALSE);
      scan->at += length;
    }
  scan->at = MIN (scan->at + 1, scan->end);
  return TRUE;
}

/* The parser goes down by calling itself. */
static gboolean
go_down (Scan *scan)
{
  if (++scan->depth <= KKR_STATISTICS_MAX_DEPTH)
    return TRUE;
  kkr_statistics_problem (scan->statistics, KKR_STATISTICS_TOO_DEEP, scan->line, 1, NULL,
                          _("JSON too deep: depth %u found, at most %d expected"), scan->depth,
                          KKR_STATISTICS_MAX_DEPTH);
  return FALSE;
}

static gboolean
scan_next (Scan *scan)
{
  if (strchr (" \t\r\n", *scan->at) != NULL)
    {
      if (*scan->at == '\n')
        {
          scan->line++;
          scan->line_start = scan->at + 1;
        }
    }
  else if (scan->has_ended)
    return refuse_token (scan, (gsize) (scan->end - scan->at), FALSE);
  else if (*scan->at == '"')
    return scan_text (scan);
  else if (*scan->at == '{' || *scan->at == '[')
    {
      if (!go_down (scan))
        return FALSE;
    }
  else if (*scan->at == '}' || *scan->at == ']')
    {
      scan->depth -= scan->depth > 0;
      scan->has_ended = scan->depth == 0;
    }
  else if (*scan->at != ',' && *scan->at != ':')
    return scan_word (scan);
  scan->at++;
  return TRUE;
}

static gboolean
check_text (KkrStatistics *statistics, const char *text, gsize length)
{
  Scan scan = {
    .statistics = statistics, .at = text, .end = text + length, .line_start = text, .line = 1,
  };

  while (scan.at < scan.end)
    if (!scan_next (&scan))
      return FALSE;
  return TRUE;
}

/* How many members of each open object were read, and of the objects that lost one, its name. */
typedef struct {
  GArray *counts;
  GHashTable *lost;
} Members;

static void
begin_object (JsonParser *parser, gpointer user_data)
{
  Members *members = user_data;
  const guint none = 0;

  g_array_append_val (members->counts, none);
}

static void
add_member (JsonParser *parser, JsonObject *object, const char *name, gpointer user_data)
{
  Members *members = user_data;
  guint *n = &g_array_index (members->counts, guint, members->counts->len - 1);

  if (json_object_get_size (object) > *n)
    ++*n;
  else if (!g_hash_table_contains (members->lost, object))
    g_hash_table_insert (members->lost, json_object_ref (object), g_strdup (name));
}

static void
end_object (JsonParser *parser, JsonObject *object, gpointer user_data)
{
  Members *members = user_data;

  g_array_set_size (members->counts, members->counts->len - 1);
}

static void report_lost (KkrStatistics *statistics, GHashTable *lost, JsonNode *node,
                         const char *path);

static void
report_below (KkrStatistics *statistics, GHashTable *lost, JsonNode *node, const char *path,
              const char *name)
{
  g_autofree char *below = NULL;

  if (node == NULL || (!JSON_NODE_HOLDS_OBJECT (node) && !JSON_NODE_HOLDS_ARRAY (node)))
    return;
  below = *path != '\0' ? g_strconcat (path, "/", name, NULL) : g_strdup (name);
  report_lost (statistics, lost, node, below);
}

/* Those that are still there: one that lost its place did so to another of its name. */
static void
report_lost (KkrStatistics *statistics, GHashTable *lost, JsonNode *node, const char *path)
{
  g_autoptr (GList) names = NULL;
  const char *name;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        report_below (statistics, lost, json_array_get_element (array, i), path, "[]");
      return;
    }
  name = g_hash_table_lookup (lost, json_node_get_object (node));
  if (name != NULL)
    {
      g_autofree char *quoted = kkr_text_quote (name);

      kkr_statistics_problem (statistics, KKR_STATISTICS_BAD_DATASET, 0, 0,
                              *path != '\0' ? path : NULL,
                              _("the same member twice: %s found, another name expected"), quoted);
    }
  names = json_object_get_members (json_node_get_object (node));
  for (GList *at = names; at != NULL; at = at->next)
    report_below (statistics, lost, json_object_get_member (json_node_get_object (node), at->data),
                  path, at->data);
}

JsonParser *
kkr_json_stat_parse (KkrStatistics *statistics, const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) lost =
    g_hash_table_new_full (NULL, NULL, (GDestroyNotify) json_object_unref, g_free);
  Members members = { counts, lost };

  if (!check_text (statistics, text, length))
    return NULL;
  g_signal_connect (parser, "object-start", G_CALLBACK (begin_object), &members);
  g_signal_connect (parser, "object-member", G_CALLBACK (add_member), &members);
  g_signal_connect (parser, "object-end", G_CALLBACK (end_object), &members);
  if (!json_parser_load_from_data (parser, text, (gssize) length, &error)
      || json_parser_get_root (parser) == NULL)
    {
      kkr_statistics_problem (statistics, KKR_STATISTICS_BAD_JSON,
                              json_parser_get_current_line (parser),
                              json_parser_get_current_pos (parser), NULL,
                              _("no JSON: %s found, JSON expected"),
                              error != NULL ? error->message : "");
      return NULL;
    }
  if (g_hash_table_size (lost) > 0)
    {
      report_lost (statistics, lost, json_parser_get_root (parser), "");
      return NULL;
    }
  return g_steal_pointer (&parser);
}
