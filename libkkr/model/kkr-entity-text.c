/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-period-private.h>
#include <libkkr/model/kkr-entity-state-private.h>

/**
 * kkr_entity_get_title: (get-property title)
 * @self: a thing of a register
 *
 * Gets its title in Danish, or its name.
 *
 * Returns: (nullable): the title, or %NULL for what has none, such as a membership
 *
 * Since: 0.1
 */
const char *
kkr_entity_get_title (KkrEntity *self)
{
  return kkr_entity_get_title_in (self, "da");
}

/**
 * kkr_entity_get_title_in:
 * @self: a thing of a register
 * @language: (nullable): "da" or "en"
 *
 * Gets its title in a language, or its name. The title is in Danish where there is no English one.
 *
 * Returns: (nullable): the title, or %NULL for what has none, such as a membership
 *
 * Since: 0.1
 */
const char *
kkr_entity_get_title_in (KkrEntity *self, const char *language)
{
  const KkrModel *model;
  guint field;

  g_return_val_if_fail (KKR_IS_ENTITY (self), NULL);

  if (kkr_entity_get_state (self)->slots == NULL)
    return NULL;
  model = kkr_entity_get_model (self);
  field = kkr_model_find_field (model, "title-en");
  if (kkr_language_is_english (language) && field < model->n_fields
      && kkr_entity_get_text (self, field) != NULL)
    return kkr_entity_get_text (self, field);
  field = kkr_model_find_field (model, "title-da");
  if (field == model->n_fields)
    field = kkr_model_find_field (model, "name");
  return field < model->n_fields ? kkr_entity_get_text (self, field) : NULL;
}

/**
 * kkr_entity_get_note_in:
 * @self: a thing of a register
 * @language: (nullable): "da" or "en"
 *
 * Gets what there is to remark about it: what the source leaves open, or has wrong.
 *
 * Returns: (nullable): the note, in Danish where there is no English one; %NULL if there is none
 *
 * Since: 0.1
 */
const char *
kkr_entity_get_note_in (KkrEntity *self, const char *language)
{
  g_return_val_if_fail (KKR_IS_ENTITY (self), NULL);
  return kkr_entity_get_text_in (self, kkr_entity_get_place (self, KKR_COMMON_NOTE_DA), language);
}

static void
append_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
}

static void
append_number (const KkrField *field, gint64 number, const char *language, GString *text)
{
  const char *counted = kkr_text_in (language, field->counted[0], field->counted[1]);
  g_autofree char *digits = kkr_format_int (number, language);
  g_autofree char *words = counted != NULL ? g_strdup_printf ("%s %s", digits, counted) : NULL;

  append_part (text, words != NULL ? words : digits);
}

/* What has no title is known by what it refers to and by its numbers. */
static void
append_fields (KkrEntity *self, const char *language, GString *text)
{
  const KkrModel *model = kkr_entity_get_model (self);

  for (guint i = 0; i < kkr_model_n_own (model); i++)
    {
      const KkrField *field = &model->fields[i];
      const KkrFieldValue *value = kkr_entity_get_value (self, i);

      if (field->kind == KKR_FIELD_REFERENCE && value->object != NULL)
        append_part (text, kkr_entity_get_title_in (KKR_ENTITY (value->object), language));
      else if (field->kind == KKR_FIELD_CHOICE && value->text != NULL)
        append_part (text, kkr_text_in (language, field->words_da[value->number - 1],
                                        value->text));
      else if (field->kind == KKR_FIELD_INTEGER && kkr_entity_get_int (self, i) >= 0)
        append_number (field, value->number, language, text);
    }
}

static void
append_valid (KkrEntity *self, const char *language, GString *text)
{
  const KkrFieldValue *valid = kkr_entity_get_common (self, KKR_COMMON_VALID);
  g_autofree char *words = NULL;

  if (valid->from == KKR_DATE_MIN && valid->until == KKR_DATE_MAX)
    return;
  words = kkr_period_format_bounds (valid->from, valid->until,
                                    (KkrDatePrecision) valid->from_precision,
                                    (KkrDatePrecision) valid->until_precision, language);
  append_part (text, words);
}

/**
 * kkr_entity_to_string:
 * @self: a thing of a register
 *
 * Gets its title and id in Danish; for what has no title, what it consists of.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_entity_to_string (KkrEntity *self)
{
  return kkr_entity_to_string_in (self, "da");
}

/**
 * kkr_entity_to_string_in:
 * @self: a thing of a register
 * @language: (nullable): "da" or "en"
 *
 * Does what [method@Entity.to_string] does, in a language.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_entity_to_string_in (KkrEntity *self, const char *language)
{
  const char *title, *id;
  GString *text;

  g_return_val_if_fail (KKR_IS_ENTITY (self), NULL);

  text = g_string_new (NULL);
  title = kkr_entity_get_title_in (self, language);
  id = kkr_entity_get_id (self);
  if (title != NULL)
    {
      g_string_append (text, title);
      if (id != NULL)
        g_string_append_printf (text, " (%s)", id);
      /* A municipality is told with its region. */
      if (kkr_entity_get_model (self) == &kkr_municipality_model)
        append_fields (self, language, text);
    }
  else if (kkr_entity_get_state (self)->slots != NULL)
    {
      append_fields (self, language, text);
      append_valid (self, language, text);
    }
  return g_string_free (text, FALSE);
}

/**
 * kkr_entity___str__:
 * @self: a thing of a register
 *
 * Does what [method@Entity.to_string] does.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_entity___str__ (KkrEntity *self)
{
  return kkr_entity_to_string (self);
}

/**
 * kkr_entity___repr__:
 * @self: a thing of a register
 *
 * Gets what a prompt shows.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_entity___repr__ (KkrEntity *self)
{
  const char *title, *name;
  GString *text;

  g_return_val_if_fail (KKR_IS_ENTITY (self), NULL);

  title = kkr_entity_get_title (self);
  name = G_OBJECT_TYPE_NAME (self);
  text = g_string_new ("<Kkr.");
  g_string_append (text, name + (g_str_has_prefix (name, "Kkr") ? strlen ("Kkr") : 0));
  if (kkr_entity_get_id (self) != NULL)
    g_string_append_printf (text, " %s", kkr_entity_get_id (self));
  if (title != NULL)
    g_string_append_printf (text, " %s", title);
  else if (kkr_entity_get_state (self)->slots != NULL)
    {
      g_autofree char *words = kkr_entity_to_string (self);

      g_string_append_printf (text, " %s", words);
    }
  g_string_append_c (text, '>');
  return g_string_free (text, FALSE);
}
