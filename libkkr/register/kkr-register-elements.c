/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-reading-private.h>

#define KKR_REGISTER_FORMAT 1

enum { REGISTER_FORMAT, REGISTER_VERSION };
static const KkrField register_fields[] = {
  [REGISTER_FORMAT] = { .name = "format", .kind = KKR_FIELD_FORMAT, .required = TRUE },
  [REGISTER_VERSION] = { .name = "version", .kind = KKR_FIELD_TEXT },
};

static void
take_version (KkrReading *reading, const char *version)
{
  KkrBuilder *builder = reading->builder;

  if (builder->version != NULL && builder->version_layer == builder->layer
      && !g_str_equal (builder->version, version))
    kkr_reading_add_here (reading, KKR_RULE_VERSIONS_DIFFER, "version", NULL,
                          _("another version than before: \"%s\" found, \"%s\" of %s:%u:%u "
                            "expected"), version, builder->version, builder->version_place.uri,
                          builder->version_place.line, builder->version_place.column);
  if (builder->version == NULL || strcmp (version, builder->version) > 0)
    {
      g_free (builder->version);
      builder->version = g_strdup (version);
      builder->version_layer = builder->layer;
      builder->version_place = reading->place;
    }
}

static void
begin_register (KkrReading *reading, const KkrElement *element, const KkrFieldValue *values,
                guint32 present)
{
  if (values[REGISTER_FORMAT].number > KKR_REGISTER_FORMAT)
    {
      kkr_reading_add_here (reading, KKR_RULE_NEWER_FORMAT, "format", NULL,
                            _("a format newer than this library: %lld found, at most %d expected"),
                            (long long) values[REGISTER_FORMAT].number, KKR_REGISTER_FORMAT);
      reading->skipping = 1;
    }
  else if (values[REGISTER_VERSION].text != NULL)
    take_version (reading, values[REGISTER_VERSION].text);
}

enum { SOURCE_ID, SOURCE_TITLE, SOURCE_PUBLISHER, SOURCE_DATE };
static const KkrField source_fields[] = {
  [SOURCE_ID] = { .name = "id", .kind = KKR_FIELD_ID, .required = TRUE },
  [SOURCE_TITLE] = { .name = "title", .kind = KKR_FIELD_TEXT, .required = TRUE },
  [SOURCE_PUBLISHER] = { .name = "publisher", .kind = KKR_FIELD_TEXT, .required = TRUE },
  [SOURCE_DATE] = { .name = "date", .kind = KKR_FIELD_DATE, .required = TRUE },
};

static void
begin_source (KkrReading *reading, const KkrElement *element, const KkrFieldValue *values,
              guint32 present)
{
  KkrBuilder *builder = reading->builder;
  KkrSourceRow row = { .layer = reading->builder->layer };

  if (values[SOURCE_ID].text == NULL
      || !kkr_reading_declare (reading, KKR_NAMES_SOURCES, element, values[SOURCE_ID].text))
    return;
  row.record = (KkrSourceRecord) {
    .id = kkr_builder_text (builder, values[SOURCE_ID].text),
    .title = kkr_builder_text (builder, values[SOURCE_TITLE].text),
    .publisher = kkr_builder_text (builder, values[SOURCE_PUBLISHER].text),
    .date = kkr_builder_text (builder, values[SOURCE_DATE].text),
    .uri = kkr_builder_text (builder, reading->uri),
    .line = reading->place.line,
  };
  row.name = kkr_builder_name (builder, KKR_NAMES_SOURCES, values[SOURCE_ID].text);
  g_array_append_val (builder->sources, row);
}

#define FIELDS(table) .fields = table, .n_fields = G_N_ELEMENTS (table)
/* Those that are no model objects. */
static const KkrElement file_elements[] = {
  { "register", NULL, NULL, FIELDS (register_fields), .begin = begin_register },
  { "source", "register", "id", FIELDS (source_fields), .begin = begin_source },
  { "series", "register", "key", FIELDS (kkr_series_fields), .begin = kkr_reading_begin_series },
  { "fact", "series", "subject", FIELDS (kkr_fact_fields), .begin = kkr_reading_begin_fact },
  { "table", "register", "key", FIELDS (kkr_table_fields), .begin = kkr_reading_begin_table,
    .end = kkr_reading_end_table },
  { "column", "table", "name", FIELDS (kkr_column_fields), .begin = kkr_reading_begin_column },
  { "row", "table", "subject", FIELDS (kkr_row_fields), .begin = kkr_reading_begin_row },
};

#define N_ELEMENTS (G_N_ELEMENTS (file_elements) + KKR_N_BULK + KKR_N_MODELS)

/* What tells one object from others of its kind. */
static const char *
model_label (const KkrModel *model)
{
  const KkrField *first = &model->fields[0];

  return kkr_model_has_id (model) || first->kind == KKR_FIELD_REFERENCE ? first->name : NULL;
}

static void
fill_elements (KkrElement *elements)
{
  memcpy (elements, file_elements, sizeof file_elements);
  elements += G_N_ELEMENTS (file_elements);
  for (guint i = 0; i < KKR_N_BULK; i++)
    {
      const KkrBulkKind *kind = &kkr_bulk_kinds[i];

      *elements++ = (KkrElement) {
        .name = kind->element, .parent = "register", .label = kind->fields[0].name,
        .fields = kind->fields, .n_fields = kind->n_fields, .begin = kkr_reading_begin_bulk,
      };
    }
  for (guint i = 0; i < KKR_N_MODELS; i++)
    {
      const KkrModel *model = kkr_models[i];

      *elements++ = (KkrElement) {
        .name = model->element,
        .parent = model->parent != NULL ? model->parent->element : "register",
        .label = model_label (model), .fields = model->fields, .n_fields = model->n_fields,
        .model = model, .begin = kkr_reading_begin_object,
      };
    }
}

/* Made once, and constant from then on. */
static const KkrElement *
get_elements (void)
{
  static KkrElement elements[N_ELEMENTS];
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      fill_elements (elements);
      g_once_init_leave (&filled, 1);
    }
  return elements;
}

const KkrElement *
kkr_element_find (const char *name, const char *parent)
{
  const KkrElement *elements = get_elements ();

  for (guint i = 0; i < N_ELEMENTS; i++)
    if (g_str_equal (elements[i].name, name) && g_strcmp0 (elements[i].parent, parent) == 0)
      return &elements[i];
  return NULL;
}

const char *
kkr_element_suggest (const char *name)
{
  const KkrElement *elements = get_elements ();
  g_auto (KkrNearest) nearest = { 0 };

  kkr_nearest_init (&nearest, name, 3, FALSE);
  for (guint i = 0; i < N_ELEMENTS; i++)
    kkr_nearest_offer (&nearest, elements[i].name);
  return kkr_nearest_get (&nearest);
}

/* "\"council\", \"socialtilsyn\"", "" for the root, or NULL if no element has that name. */
char *
kkr_element_dup_parents (const char *name)
{
  const KkrElement *elements = get_elements ();
  GString *parents = NULL;

  for (guint i = 0; i < N_ELEMENTS; i++)
    if (g_str_equal (elements[i].name, name))
      {
        if (parents == NULL)
          parents = g_string_new (NULL);
        if (elements[i].parent != NULL)
          g_string_append_printf (parents, "%s\"%s\"", parents->len > 0 ? ", " : "",
                                  elements[i].parent);
      }
  return parents != NULL ? g_string_free (parents, FALSE) : NULL;
}
