/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include <libkkr/register/kkr-statistics-private.h>

G_BEGIN_DECLS

typedef enum { KKR_CUBE_CODE, KKR_CUBE_AREA, KKR_CUBE_TIME, KKR_CUBE_LONE } KkrCubeRole;

typedef struct {
  const char *id;
  guint size;
  KkrCubeRole role;
  const char **codes; /* in their order; of the object that was read */
} KkrCubeDimension;

typedef struct {
  KkrStatistics *statistics;
  JsonObject *dataset;
  JsonObject *dimensions;
  JsonArray *ids;
  JsonArray *sizes;
  JsonObject *roles;
  JsonNode *values;
  JsonNode *statuses;
  GArray *parts; /* KkrCubeDimension */
  gint64 n_cells;
} KkrCube;

/* NULL if it is no text. */
const char *kkr_json_text (JsonNode *node);
gboolean kkr_json_integer (JsonNode *node, gint64 *number);

/* NULL, with a problem, if it is no JSON. */
JsonParser *kkr_json_stat_parse (KkrStatistics *statistics, const char *text, gsize length);
void kkr_cube_read_cells (KkrCube *cube);

G_END_DECLS
