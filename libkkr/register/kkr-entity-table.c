/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/model/kkr-entity-state-private.h>
#include <libkkr/register/kkr-entity-table.h>
#include <libkkr/register/kkr-entity-words-private.h>
#include <libkkr/register/kkr-register-private.h>
#include <libkkr/register/kkr-text-cells-private.h>

/* A thing field by field, and then what belongs to it. */
typedef struct {
  KkrTextCells part, field, title, value;
  GArray *numbers; /* gint64 */
} Lines;

static void
lines_init (Lines *lines)
{
  kkr_text_cells_init (&lines->part);
  kkr_text_cells_init (&lines->field);
  kkr_text_cells_init (&lines->title);
  kkr_text_cells_init (&lines->value);
  lines->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
lines_clear (Lines *lines)
{
  kkr_text_cells_clear (&lines->part);
  kkr_text_cells_clear (&lines->field);
  kkr_text_cells_clear (&lines->title);
  kkr_text_cells_clear (&lines->value);
  g_array_unref (lines->numbers);
}

/* The place of it among those of its kind; the thing itself has none. */
static void
add_line (Lines *lines, const KkrModel *part, gint64 number, const char *field,
          const char *const titles[2], char *danish, char *english)
{
  g_autofree char *of_danish = part != NULL ? kkr_text_capitalize (part->many[0]) : NULL;
  g_autofree char *of_english = part != NULL ? kkr_text_capitalize (part->many[1]) : NULL;

  g_array_append_val (lines->numbers, number);
  kkr_text_cells_add (&lines->part, of_danish, of_english);
  kkr_text_cells_add (&lines->field, field, NULL);
  kkr_text_cells_add (&lines->title, titles[0], titles[1]);
  kkr_text_cells_take (&lines->value, danish, english);
}

/* What belongs to a thing says again where it stands only if that is elsewhere. */
static gboolean
repeats (KkrEntity *entity, guint place, KkrEntity *owner)
{
  const KkrModel *model = kkr_entity_get_model (entity);
  const KkrModel *above;
  g_autofree char *own = NULL, *theirs = NULL;
  guint other;

  if (owner == NULL || place < kkr_model_n_own (model))
    return FALSE;
  above = kkr_entity_get_model (owner);
  other = kkr_model_common (above, (KkrCommonField) (place - kkr_model_n_own (model)));
  own = kkr_entity_dup_field_words (entity, place, FALSE, "da");
  theirs = kkr_entity_dup_field_words (owner, other, FALSE, "da");
  return g_str_equal (own, theirs);
}

/* An arrangement's weights are a key, and have a title. */
static void
add_field (Lines *lines, const KkrModel *part, gint64 number, const KkrModel *model, guint place,
           const char *name, char *danish, char *english)
{
  const KkrField *field = &model->fields[place];
  g_autofree char *titled = g_strconcat (name, "-da", NULL);
  gboolean is_key = (field->kind == KKR_FIELD_KEY || field->kind == KKR_FIELD_KEYS)
                    && kkr_model_find_field (model, titled) < model->n_fields;
  g_autofree char *of_danish = g_strconcat (field->titles[0], is_key ? " (serie)" : "", NULL);
  g_autofree char *of_english = g_strconcat (field->titles[1], is_key ? " (key)" : "", NULL);
  const char *const titles[] = { of_danish, of_english };

  add_line (lines, part, number, name, titles, danish, english);
}

/* What is so unless somebody says otherwise. */
static gboolean
is_as_ever (KkrEntity *entity, guint place)
{
  KkrFieldKind kind = kkr_entity_get_model (entity)->fields[place].kind;
  gboolean yes = kkr_entity_get_boolean (entity, place);

  return (kind == KKR_FIELD_YES && yes) || (kind == KKR_FIELD_NO && !yes);
}

static void
add_fields (Lines *lines, KkrEntity *entity, KkrEntity *owner, gint64 number)
{
  const KkrModel *model = kkr_entity_get_model (entity);
  const KkrModel *part = owner != NULL ? model : NULL;

  for (guint i = 0; i < model->n_fields; i++)
    {
      const KkrField *field = &model->fields[i];
      gboolean pair = i + 1 < model->n_fields && kkr_model_is_second (model, i + 1);
      g_autofree char *name = pair ? g_strndup (field->name, strlen (field->name) - 3)
                                   : g_strdup (field->name);
      g_autofree char *danish = NULL, *english = NULL;

      if (kkr_model_is_second (model, i) || is_as_ever (entity, i) || repeats (entity, i, owner))
        continue;
      danish = kkr_entity_dup_field_words (entity, i, TRUE, "da");
      english = kkr_entity_dup_field_words (entity, pair ? i + 1 : i, TRUE, "en");
      if (*danish != '\0' || *english != '\0')
        add_field (lines, part, number, model, i, name, g_steal_pointer (&danish),
                   g_steal_pointer (&english));
    }
}

static void
add_place (Lines *lines, KkrEntity *entity)
{
  static const char *const titles[] = { "Læst fra", "Read from" };
  char *place;

  if (kkr_entity_get_uri (entity) == NULL)
    return;
  place = g_strdup_printf ("%s:%u", kkr_entity_get_uri (entity), kkr_entity_get_line (entity));
  add_line (lines, NULL, G_MININT64, "read-from", titles, place, NULL);
}

static void
add_children (Lines *lines, KkrEntity *entity)
{
  const KkrModel *model = kkr_entity_get_model (entity), *child;

  for (guint i = 0; (child = kkr_model_get_child (model, i)) != NULL; i++)
    {
      guint n;
      gpointer const *items = kkr_frozen_list_peek (kkr_entity_get_child_list (entity, i), &n);

      for (guint j = 0; j < n; j++)
        add_fields (lines, items[j], entity, (gint64) j + 1);
    }
}

/**
 * kkr_entity_to_table:
 * @self: a thing of a register
 * @error: return location for an error
 *
 * Gets all that is known of a thing as a table: first its fields that say something, a row each,
 * with the field's title and its value in words, and the file and line that it was read from; then
 * those of what belongs to it, such as an offer's ownerships, whose rows say what they are part of
 * and which one they are. What belongs to a thing does not repeat its source.
 *
 * Returns: (transfer full): the table, with no rows for a thing that no register has
 *
 * Since: 0.1
 */
KkrTable *
kkr_entity_to_table (KkrEntity *self, GError **error)
{
  const char *danish, *english;
  g_autoptr (KkrTableBuilder) builder = NULL;
  Lines lines;

  g_return_val_if_fail (KKR_IS_ENTITY (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  danish = kkr_entity_get_title_in (self, "da");
  english = kkr_entity_get_title_in (self, "en");
  builder = kkr_table_builder_new ("thing", danish != NULL ? danish : "",
                                   english != NULL ? english : "");
  lines_init (&lines);
  if (kkr_entity_get_state (self)->slots != NULL)
    {
      add_fields (&lines, self, NULL, G_MININT64);
      add_place (&lines, self);
      add_children (&lines, self);
    }
  kkr_text_cells_to_column (&lines.part, builder, "part", "Del", "Part");
  kkr_table_builder_add_int64 (builder, "number", "Nr.", "No.", KKR_UNIT_NONE,
                               (const gint64 *) (gpointer) lines.numbers->data,
                               lines.numbers->len);
  kkr_text_cells_to_column (&lines.field, builder, "field", "Felt", "Field");
  kkr_text_cells_to_column (&lines.title, builder, "title", "Oplysning", "Detail");
  kkr_text_cells_to_column (&lines.value, builder, "value", "Indhold", "Content");
  lines_clear (&lines);
  return kkr_table_builder_end (builder, error);
}

static const KkrModel *
find_list (const char *key, gsize length, GError **error)
{
  g_autofree char *name = g_strndup (key, length), *near = NULL, *quoted = NULL;
  const KkrModel *model = key[length] == '/' ? kkr_model_find (name) : NULL;
  const KkrModel *meant = NULL;
  g_auto (KkrNearest) nearest = { 0 };

  if (model != NULL)
    return model;
  meant = kkr_model_find_by_title (name);
  kkr_nearest_init (&nearest, name, 3, meant != NULL);
  if (meant != NULL)
    kkr_nearest_offer (&nearest, meant->plural);
  for (guint i = 0; i < KKR_N_MODELS; i++)
    if (kkr_models[i]->parent == NULL && meant == NULL)
      kkr_nearest_offer (&nearest, kkr_models[i]->plural);
  near = kkr_nearest_to_string (&nearest);
  quoted = kkr_text_quote (key);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("not the name of a list, a slash and an id: %s found, one such as "
                 "offers/holtegaarden expected%s"), quoted, near);
  return NULL;
}

/**
 * kkr_register_find_thing:
 * @self: a register
 * @key: the name of a list, a slash and an id or a title: "offers/holtegaarden"
 * @error: return location for an error
 *
 * Finds a thing of any kind by one text.
 *
 * Returns: (transfer full): the thing, or %NULL with `KKR_CALC_ERROR_NO_DATA`, which names what
 *   comes near, or `KKR_CALC_ERROR_INCONSISTENT` if several have that title
 *
 * Since: 0.1
 */
KkrEntity *
kkr_register_find_thing (KkrRegister *self, const char *key, GError **error)
{
  const KkrModel *model;
  gsize length;

  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  length = strcspn (key, "/");
  model = find_list (key, length, error);
  if (model == NULL)
    return NULL;
  if (model == &kkr_municipality_model)
    return (KkrEntity *) kkr_register_find_municipality (self, key + length + 1, error);
  if (model == &kkr_region_model)
    return (KkrEntity *) kkr_register_find_region (self, key + length + 1, error);
  return kkr_register_find_entity (self, model, key + length + 1, error);
}
