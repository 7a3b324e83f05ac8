/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-json-private.h>

#include <string.h>

typedef enum {
  KIND_STRING,
  KIND_ARRAY,
  KIND_OBJECT,
} Kind;

struct _KkrJson {
  Kind kind;
  char *name;
  char *text;
  GPtrArray *children;
};

static KkrJson *
json_new (Kind kind)
{
  KkrJson *self = g_new0 (KkrJson, 1);

  self->kind = kind;
  if (kind != KIND_STRING)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) kkr_json_free);
  return self;
}

KkrJson *
kkr_json_new_object (void)
{
  return json_new (KIND_OBJECT);
}

KkrJson *
kkr_json_new_array (void)
{
  return json_new (KIND_ARRAY);
}

KkrJson *
kkr_json_new_string (const char *text)
{
  KkrJson *self = json_new (KIND_STRING);

  self->text = g_utf8_make_valid (text, -1);
  return self;
}

void
kkr_json_free (KkrJson *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->text);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

void
kkr_json_set (KkrJson *object, const char *name, KkrJson *value)
{
  g_return_if_fail (object->kind == KIND_OBJECT);

  value->name = g_utf8_make_valid (name, -1);
  for (guint i = 0; i < object->children->len; i++)
    {
      KkrJson *old = g_ptr_array_index (object->children, i);

      if (g_str_equal (old->name, value->name))
        {
          object->children->pdata[i] = value;
          kkr_json_free (old);
          return;
        }
    }
  g_ptr_array_add (object->children, value);
}

void
kkr_json_set_string (KkrJson *object, const char *name, const char *text)
{
  if (text != NULL)
    kkr_json_set (object, name, kkr_json_new_string (text));
}

void
kkr_json_append (KkrJson *array, KkrJson *value)
{
  g_return_if_fail (array->kind == KIND_ARRAY);
  g_ptr_array_add (array->children, value);
}

void
kkr_json_append_string (KkrJson *array, const char *text)
{
  kkr_json_append (array, kkr_json_new_string (text));
}

static void
quote_valid (GString *out, const char *text)
{
  static const char shorts[] = "\b\t\n\f\r\"\\";
  static const char letters[] = "btnfr\"\\";

  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      const char *found = strchr (shorts, *at);

      if (found != NULL)
        g_string_append_printf (out, "\\%c", letters[found - shorts]);
      else if ((guchar) *at < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *at);
      else
        g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

void
kkr_json_quote (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  quote_valid (out, valid);
}

/* In UTF-8 the order of the bytes is the order of the code points. */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  const KkrJson *left = *(const KkrJson *const *) a, *right = *(const KkrJson *const *) b;

  return strcmp (left->name, right->name);
}

static void
write_value (GString *out, const KkrJson *self)
{
  g_autofree gpointer *children = NULL;
  guint n;

  if (self->kind == KIND_STRING)
    {
      quote_valid (out, self->text);
      return;
    }
  n = self->children->len;
  children = g_memdup2 (self->children->pdata, n * sizeof *children);
  if (self->kind == KIND_OBJECT && n > 1)
    qsort (children, n, sizeof *children, compare_names);
  g_string_append_c (out, self->kind == KIND_OBJECT ? '{' : '[');
  for (guint i = 0; i < n; i++)
    {
      const KkrJson *child = children[i];

      if (i > 0)
        g_string_append_c (out, ',');
      if (child->name != NULL)
        {
          quote_valid (out, child->name);
          g_string_append_c (out, ':');
        }
      write_value (out, child);
    }
  g_string_append_c (out, self->kind == KIND_OBJECT ? '}' : ']');
}

char *
kkr_json_to_string (const KkrJson *self)
{
  GString *out = g_string_new (NULL);

  write_value (out, self);
  return g_string_free (out, FALSE);
}
