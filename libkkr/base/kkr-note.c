/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-note.h>

#include <libkkr/base/kkr-format-private.h>

/**
 * KkrNote:
 *
 * Something that a reader of a figure should know (bemærkning): a tie that was broken, a fact of
 * another price level, a fact that no primary source confirms.
 *
 * A note holds its text in Danish and in English. It is immutable and may be shared between
 * threads.
 *
 * Since: 0.1
 */
struct _KkrNote {
  GObject parent_instance;

  KkrNoteKind kind;
  char *danish;
  char *english;
};

typedef enum {
  PROP_KIND = 1,
  PROP_DANISH,
  PROP_ENGLISH,
} KkrNoteProperty;

#define N_PROPS (PROP_ENGLISH + 1)

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (KkrNote, kkr_note, G_TYPE_OBJECT)

static void
kkr_note_finalize (GObject *object)
{
  KkrNote *self = KKR_NOTE (object);

  g_free (self->danish);
  g_free (self->english);
  G_OBJECT_CLASS (kkr_note_parent_class)->finalize (object);
}

static void
kkr_note_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrNote *self = KKR_NOTE (object);

  switch ((KkrNoteProperty) prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, (int) self->kind);
      break;
    case PROP_DANISH:
      g_value_set_string (value, self->danish);
      break;
    case PROP_ENGLISH:
      g_value_set_string (value, self->english);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kkr_note_class_init (KkrNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = kkr_note_finalize;
  object_class->get_property = kkr_note_get_property;

  /**
   * KkrNote:kind: (getter get_kind)
   *
   * Why the note is there.
   *
   * Since: 0.1
   */
  props[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, KKR_TYPE_NOTE_KIND,
                                        KKR_NOTE_KIND_REMARK, flags);
  /**
   * KkrNote:danish: (getter get_danish)
   *
   * The note in Danish.
   *
   * Since: 0.1
   */
  props[PROP_DANISH] = g_param_spec_string ("danish", NULL, NULL, "", flags);
  /**
   * KkrNote:english: (getter get_english)
   *
   * The note in English.
   *
   * Since: 0.1
   */
  props[PROP_ENGLISH] = g_param_spec_string ("english", NULL, NULL, "", flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kkr_note_init (KkrNote *self)
{
  self->kind = KKR_NOTE_KIND_REMARK;
  self->danish = g_strdup ("");
  self->english = g_strdup ("");
}

/**
 * kkr_note_new:
 * @kind: why the note is there, not `UNSET`
 * @danish: the note in Danish, a whole sentence
 * @english: the note in English, a whole sentence
 *
 * Makes a note.
 *
 * Returns: (transfer full): the note
 *
 * Since: 0.1
 */
KkrNote *
kkr_note_new (KkrNoteKind kind, const char *danish, const char *english)
{
  KkrNote *self;

  g_return_val_if_fail (kind > KKR_NOTE_KIND_UNSET && kind <= KKR_NOTE_KIND_OVERLAY, NULL);
  g_return_val_if_fail (danish != NULL, NULL);
  g_return_val_if_fail (english != NULL, NULL);

  self = g_object_new (KKR_TYPE_NOTE, NULL);
  g_free (self->danish);
  g_free (self->english);
  self->kind = kind;
  self->danish = g_strdup (danish);
  self->english = g_strdup (english);
  return self;
}

/**
 * kkr_note_get_kind: (get-property kind)
 * @self: a note
 *
 * Says why the note is there.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
KkrNoteKind
kkr_note_get_kind (KkrNote *self)
{
  g_return_val_if_fail (KKR_IS_NOTE (self), KKR_NOTE_KIND_UNSET);
  return self->kind;
}

/**
 * kkr_note_get_danish: (get-property danish)
 * @self: a note
 *
 * Gives the note in Danish.
 *
 * Returns: (transfer none): the text
 *
 * Since: 0.1
 */
const char *
kkr_note_get_danish (KkrNote *self)
{
  g_return_val_if_fail (KKR_IS_NOTE (self), NULL);
  return self->danish;
}

/**
 * kkr_note_get_english: (get-property english)
 * @self: a note
 *
 * Gives the note in English.
 *
 * Returns: (transfer none): the text
 *
 * Since: 0.1
 */
const char *
kkr_note_get_english (KkrNote *self)
{
  g_return_val_if_fail (KKR_IS_NOTE (self), NULL);
  return self->english;
}

/**
 * kkr_note_to_string:
 * @self: a note
 *
 * Gives the note in Danish.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_note_to_string (KkrNote *self)
{
  return kkr_note_to_string_in (self, "da");
}

/**
 * kkr_note_to_string_in:
 * @self: a note
 * @language: (nullable): `da` or `en`
 *
 * Gives the note in a language.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_note_to_string_in (KkrNote *self, const char *language)
{
  g_return_val_if_fail (KKR_IS_NOTE (self), NULL);
  return g_strdup (kkr_text_in (language, self->danish, self->english));
}

/**
 * kkr_note___str__:
 * @self: a note
 *
 * What Python prints: [method@Note.to_string].
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_note___str__ (KkrNote *self)
{
  return kkr_note_to_string (self);
}

/**
 * kkr_note___repr__:
 * @self: a note
 *
 * What a Python prompt shows.
 *
 * Returns: (transfer full): one line
 *
 * Since: 0.1
 */
char *
kkr_note___repr__ (KkrNote *self)
{
  g_return_val_if_fail (KKR_IS_NOTE (self), NULL);
  return g_strdup_printf ("<Kkr.Note %s: %s>", kkr_note_kind_to_string (self->kind), self->danish);
}
