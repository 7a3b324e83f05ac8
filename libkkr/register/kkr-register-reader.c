/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/base/kkr-problem-private.h>
#include <libkkr/register/kkr-register-private.h>
#include <libkkr/register/kkr-register-reader-private.h>

/**
 * KkrRegisterReader:
 *
 * Reads registers from XML files.
 *
 * Reading does not stop at the first fault: all problems are collected up to
 * [property@RegisterReader:max-problems], and one error names their number and the first. Only what
 * is not well-formed or exceeds a limit ends the reading; the problems found before are kept.
 * Whatever a file holds, reading it takes bounded memory and never touches the network or another
 * file: a DOCTYPE is refused.
 *
 * A reader may be used again, and by one thread at a time.
 *
 * Since: 0.1
 */

G_DEFINE_FINAL_TYPE (KkrRegisterReader, kkr_register_reader, G_TYPE_OBJECT)

typedef enum {
  PROP_MAX_BYTES = 1,
  PROP_MAX_DEPTH,
  PROP_MAX_ELEMENTS,
  PROP_MAX_ATTRIBUTES,
  PROP_MAX_TEXT,
  PROP_MAX_PROBLEMS,
  PROP_BELOW,
  PROP_PROBLEMS,
  PROP_PROGRESS,
} KkrRegisterReaderProperty;

#define N_PROPS (PROP_PROGRESS + 1)

static GParamSpec *props[N_PROPS];

static gint64 *
get_limit (KkrRegisterReader *self, guint prop_id)
{
  switch ((KkrRegisterReaderProperty) prop_id)
    {
    case PROP_MAX_BYTES:
      return &self->limits.max_bytes;
    case PROP_MAX_DEPTH:
      return &self->limits.max_depth;
    case PROP_MAX_ELEMENTS:
      return &self->limits.max_elements;
    case PROP_MAX_ATTRIBUTES:
      return &self->limits.max_attributes;
    case PROP_MAX_TEXT:
      return &self->limits.max_text;
    case PROP_MAX_PROBLEMS:
      return &self->limits.max_problems;
    case PROP_BELOW:
    case PROP_PROBLEMS:
    case PROP_PROGRESS:
    default:
      return NULL;
    }
}

static void
kkr_register_reader_finalize (GObject *object)
{
  KkrRegisterReader *self = KKR_REGISTER_READER (object);

  g_clear_object (&self->below);
  g_clear_object (&self->problems);
  G_OBJECT_CLASS (kkr_register_reader_parent_class)->finalize (object);
}

static void
kkr_register_reader_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrRegisterReader *self = KKR_REGISTER_READER (object);

  if (prop_id == PROP_PROBLEMS)
    g_value_set_object (value, self->problems);
  else if (prop_id == PROP_BELOW)
    g_value_set_object (value, self->below);
  else if (prop_id == PROP_PROGRESS)
    g_value_set_double (value, self->progress);
  else
    g_value_set_int64 (value, *get_limit (self, prop_id));
}

static void
kkr_register_reader_set_property (GObject *object, guint prop_id, const GValue *value,
                                  GParamSpec *pspec)
{
  KkrRegisterReader *self = KKR_REGISTER_READER (object);
  gint64 *limit = get_limit (self, prop_id);

  if (prop_id == PROP_BELOW)
    {
      kkr_register_reader_set_below (self, g_value_get_object (value));
      return;
    }
  if (*limit == g_value_get_int64 (value))
    return;
  *limit = g_value_get_int64 (value);
  g_object_notify_by_pspec (object, pspec);
}

static GParamSpec *
limit_spec (const char *name, gint64 default_value)
{
  return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, default_value,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

/**
 * KkrRegisterReader:max-bytes:
 *
 * How many bytes the files of one reading may have together.
 *
 * Since: 0.1
 */
/**
 * KkrRegisterReader:max-depth:
 *
 * How deep elements may stand in one another.
 *
 * Since: 0.1
 */
/**
 * KkrRegisterReader:max-elements:
 *
 * How many elements the files of one reading may have together.
 *
 * Since: 0.1
 */
/**
 * KkrRegisterReader:max-attributes:
 *
 * How many attributes an element may have.
 *
 * Since: 0.1
 */
/**
 * KkrRegisterReader:max-text:
 *
 * How many bytes an attribute may have.
 *
 * Since: 0.1
 */
/**
 * KkrRegisterReader:max-problems:
 *
 * After how many errors a reading ends. Of warnings, which do not end it, no more than that are
 * kept.
 *
 * Since: 0.1
 */
/**
 * KkrRegisterReader:below: (getter get_below) (setter set_below)
 *
 * The register that files are read on top of.
 *
 * Since: 0.1
 */
/**
 * KkrRegisterReader:problems: (getter get_problems)
 *
 * What the last reading found.
 *
 * Since: 0.1
 */
/**
 * KkrRegisterReader:progress: (getter get_progress)
 *
 * How much of a reading that does not make the caller wait is done, 0 to 1.
 *
 * Since: 0.1
 */
static void
kkr_register_reader_class_init (KkrRegisterReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kkr_register_reader_finalize;
  object_class->get_property = kkr_register_reader_get_property;
  object_class->set_property = kkr_register_reader_set_property;
  props[PROP_MAX_BYTES] = limit_spec ("max-bytes", KKR_READER_MAX_BYTES);
  props[PROP_MAX_DEPTH] = limit_spec ("max-depth", KKR_READER_MAX_DEPTH);
  props[PROP_MAX_ELEMENTS] = limit_spec ("max-elements", KKR_READER_MAX_ELEMENTS);
  props[PROP_MAX_ATTRIBUTES] = limit_spec ("max-attributes", KKR_READER_MAX_ATTRIBUTES);
  props[PROP_MAX_TEXT] = limit_spec ("max-text", KKR_READER_MAX_TEXT);
  props[PROP_MAX_PROBLEMS] = limit_spec ("max-problems", KKR_READER_MAX_PROBLEMS);
  props[PROP_BELOW] = g_param_spec_object ("below", NULL, NULL, KKR_TYPE_REGISTER,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                             | G_PARAM_STATIC_STRINGS);
  props[PROP_PROBLEMS] = g_param_spec_object ("problems", NULL, NULL, G_TYPE_LIST_MODEL,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                | G_PARAM_STATIC_STRINGS);
  props[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0.0, 1.0, 0.0,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kkr_register_reader_init (KkrRegisterReader *self)
{
  self->limits = (KkrReadingLimits) {
    KKR_READER_MAX_BYTES, KKR_READER_MAX_DEPTH, KKR_READER_MAX_ELEMENTS,
    KKR_READER_MAX_ATTRIBUTES, KKR_READER_MAX_TEXT, KKR_READER_MAX_PROBLEMS,
  };
  self->problems = kkr_frozen_list_new (KKR_TYPE_PROBLEM, NULL, 0);
}

/**
 * kkr_register_reader_new:
 *
 * Makes a reader with the default limits.
 *
 * Returns: (transfer full): a reader
 *
 * Since: 0.1
 */
KkrRegisterReader *
kkr_register_reader_new (void)
{
  return g_object_new (KKR_TYPE_REGISTER_READER, NULL);
}

static const KkrProblem *
first_error (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    if (kkr_problem_get_severity (problems->pdata[i]) == KKR_SEVERITY_ERROR)
      return problems->pdata[i];
  return NULL;
}

void
kkr_reading_set_error (KkrReading *reading, GError **error)
{
  KkrProblem *first = (KkrProblem *) first_error (reading->problems);
  g_autofree char *text = kkr_problem_to_string (first);
  guint n = reading->problems->len;
  g_autofree char *others = NULL;

  if (kkr_reading_has_all_errors (reading))
    others = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "; %u problem, and reading ended there",
                                           "; %u problems, and reading ended there", n), n);
  else if (n > 1)
    others = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "; %u problem in all",
                                           "; %u problems in all", n), n);
  g_set_error (error, KKR_LOAD_ERROR, kkr_problem_get_code (first), "%s%s", text,
               others != NULL ? others : "");
}

/**
 * kkr_register_reader_get_problems: (get-property problems)
 * @self: a reader
 *
 * Gets what the last reading found, in the order in which it was found. A reading that succeeds can
 * have found warnings.
 *
 * Returns: (transfer none): a list of [class@Problem] that never changes
 *
 * Since: 0.1
 */
GListModel *
kkr_register_reader_get_problems (KkrRegisterReader *self)
{
  g_return_val_if_fail (KKR_IS_REGISTER_READER (self), NULL);
  return self->problems;
}

/**
 * kkr_register_reader_dup_problems:
 * @self: a reader
 * @n_problems: (out): how many there are
 *
 * Gets what the last reading found, as an array.
 *
 * Returns: (array length=n_problems) (transfer full): the problems
 *
 * Since: 0.1
 */
KkrProblem **
kkr_register_reader_dup_problems (KkrRegisterReader *self, gsize *n_problems)
{
  g_return_val_if_fail (n_problems != NULL, NULL);
  *n_problems = 0;
  g_return_val_if_fail (KKR_IS_REGISTER_READER (self), NULL);
  return (KkrProblem **) kkr_frozen_list_dup_items (self->problems, n_problems);
}

/**
 * kkr_register_reader_get_below: (get-property below)
 * @self: a reader
 *
 * Gets the register that files are read on top of.
 *
 * Returns: (transfer none) (nullable): the register, or %NULL if files stand by themselves
 *
 * Since: 0.1
 */
KkrRegister *
kkr_register_reader_get_below (KkrRegisterReader *self)
{
  g_return_val_if_fail (KKR_IS_REGISTER_READER (self), NULL);
  return self->below;
}

/**
 * kkr_register_reader_set_below: (set-property below)
 * @self: a reader
 * @below: (nullable): a register, or %NULL
 *
 * Has files read on top of a register: they may refer to its things, and what they say of a thing
 * or a fact that it has too goes before it. See [method@RegisterReader.read_folders] for what is
 * the same thing.
 *
 * Since: 0.1
 */
void
kkr_register_reader_set_below (KkrRegisterReader *self, KkrRegister *below)
{
  g_return_if_fail (KKR_IS_REGISTER_READER (self));
  g_return_if_fail (below == NULL || KKR_IS_REGISTER (below));
  if (g_set_object (&self->below, below))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BELOW]);
}

void
kkr_register_reader_set_progress (KkrRegisterReader *self, gdouble progress)
{
  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROGRESS]);
}

/**
 * kkr_register_reader_get_progress: (get-property progress)
 * @self: a reader
 *
 * Gets how much is done of a reading that does not make the caller wait.
 *
 * Returns: 0 to 1
 *
 * Since: 0.1
 */
gdouble
kkr_register_reader_get_progress (KkrRegisterReader *self)
{
  g_return_val_if_fail (KKR_IS_REGISTER_READER (self), 0);
  return self->progress;
}
