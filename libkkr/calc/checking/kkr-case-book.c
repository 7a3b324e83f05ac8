/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-file-private.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/base/kkr-problem-private.h>
#include <libkkr/calc/checking/kkr-case-packaged-private.h>

static void
free_case (gpointer data)
{
  KkrCase *self = data;

  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_hash_table_unref (self->column_names);
  g_hash_table_unref (self->row_names);
  g_free (self);
}

static KkrCase *
new_case (const KkrCaseNode *node)
{
  KkrCase *self = g_new0 (KkrCase, 1);

  self->id = kkr_case_node_get (node, KKR_CASE_ID);
  self->danish = kkr_case_node_get (node, KKR_CASE_TITLE_DA);
  self->english = kkr_case_node_get (node, KKR_CASE_TITLE_EN);
  self->section = kkr_case_node_get (node, KKR_CASE_SECTION);
  self->place = node->place;
  self->node = node;
  self->columns = g_array_new (FALSE, FALSE, sizeof (KkrCaseColumn));
  self->rows = g_array_new (FALSE, FALSE, sizeof (KkrCaseRow));
  self->cells = g_array_new (FALSE, TRUE, sizeof (KkrCaseCell));
  self->column_names = g_hash_table_new (g_str_hash, g_str_equal);
  self->row_names = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
kkr_case_book_free (KkrCaseBook *self)
{
  g_ptr_array_unref (self->cases);
  g_ptr_array_unref (self->roots);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->sources);
  g_clear_object (&self->reg);
  kkr_case_findings_clear (&self->findings);
  g_free (self);
}

KkrCase *
kkr_case_book_find (KkrCaseBook *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

gboolean
kkr_case_book_check (KkrCaseBook *self, GError **error)
{
  if (self->findings.problems->len == 0)
    return TRUE;
  kkr_problems_set_error (self->findings.problems, KKR_LOAD_ERROR, "\n", error);
  return FALSE;
}

gboolean
kkr_case_book_spend (KkrCaseBook *self, guint64 n_terms, const KkrPlace *place)
{
  self->n_terms += n_terms;
  if (self->n_terms <= KKR_CASE_MAX_TERMS)
    return TRUE;
  if (!self->findings.stopped)
    kkr_case_add_problem (&self->findings, KKR_CASE_RULE_TOO_MUCH, place, NULL,
                          _("too much to compute with: more than %d terms found, at most as many "
                            "expected"), KKR_CASE_MAX_TERMS);
  return FALSE;
}

static gboolean
check_format (KkrCaseBook *self, const KkrCaseNode *root)
{
  const char *text = kkr_case_node_get (root, KKR_CASE_FORMAT);
  const KkrPlace *place = kkr_case_node_place (root, KKR_CASE_FORMAT);
  g_autofree char *quoted = kkr_text_quote (text);
  guint64 version;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT32, &version, NULL))
    kkr_case_add_problem (&self->findings, KKR_CASE_RULE_BAD_FORMAT, place, NULL,
                          _("bad format: %s found, %d expected"), quoted, KKR_CASE_FORMAT_VERSION);
  else if (version > KKR_CASE_FORMAT_VERSION)
    kkr_case_add_problem (&self->findings, KKR_CASE_RULE_NEWER_FORMAT, place, NULL,
                          _("newer format: %s found, at most %d expected"), quoted,
                          KKR_CASE_FORMAT_VERSION);
  else
    return TRUE;
  return FALSE;
}

/* That of the case, or of its file. */
static KkrSource *
find_source (KkrCaseBook *self, const KkrCaseNode *root, const KkrCaseNode *node)
{
  const KkrCaseNode *who = kkr_case_node_get (node, KKR_CASE_SOURCE) != NULL ? node : root;
  const char *id = kkr_case_node_get (who, KKR_CASE_SOURCE);
  KkrSource *source = id != NULL ? g_hash_table_lookup (self->sources, id) : NULL;
  g_auto (KkrNearest) nearest = { 0 };
  g_autofree char *quoted = NULL;
  GHashTableIter iter;
  gpointer key;

  if (source != NULL || id == NULL)
    return source;
  quoted = kkr_text_quote (id);
  kkr_nearest_init (&nearest, id, 1, FALSE);
  g_hash_table_iter_init (&iter, self->sources);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    kkr_nearest_offer (&nearest, key);
  kkr_case_add_problem (&self->findings, KKR_CASE_RULE_UNKNOWN_SOURCE,
                        kkr_case_node_place (who, KKR_CASE_SOURCE), kkr_nearest_get (&nearest),
                        _("unknown source: %s found, one of the register's expected"), quoted);
  return NULL;
}

static gboolean
is_id (const char *text)
{
  return g_ascii_islower (text[0])
         && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (text);
}

static void
add_case (KkrCaseBook *self, const KkrCaseNode *root, const KkrCaseNode *node)
{
  const KkrPlace *place = kkr_case_node_place (node, KKR_CASE_ID);
  KkrCase *added = new_case (node), *other;
  g_autofree char *quoted = kkr_text_quote (added->id);

  g_ptr_array_add (self->cases, added);
  added->source = find_source (self, root, node);
  if (added->id == NULL)
    return;
  other = kkr_case_book_find (self, added->id);
  if (!is_id (added->id))
    kkr_case_add_problem (&self->findings, KKR_CASE_RULE_BAD_ID, place, NULL,
                          _("bad id: %s found, small letters, digits and dashes expected"),
                          quoted);
  else if (other != NULL)
    kkr_case_add_problem (&self->findings, KKR_CASE_RULE_DUPLICATE_CASE, place, NULL,
                          _("the same case twice: %s found, the first one at %s:%u"), quoted,
                          other->place.uri, other->place.line);
  else
    g_hash_table_insert (self->by_id, (gpointer) added->id, added);
}

static void
read_data (KkrCaseBook *self, const char *data, gsize size, const char *uri)
{
  KkrCaseNode *root = kkr_case_parse (&self->findings, data, size, uri);

  if (root == NULL)
    return;
  g_ptr_array_add (self->roots, root);
  if (!check_format (self, root) || self->findings.stopped)
    return;
  for (guint i = 0; i < root->children->len; i++)
    add_case (self, root, root->children->pdata[i]);
}

static gboolean
read_file (KkrCaseBook *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = kkr_file_load (path, KKR_CASE_MAX_BYTES, cancellable, error);
  const char *data;
  gsize size;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  read_data (self, data != NULL ? data : "", size, path);
  return TRUE;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
read_folder (KkrCaseBook *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  const char *name;

  if (folder == NULL)
    return FALSE;
  while ((name = g_dir_read_name (folder)) != NULL && paths->len <= KKR_CASE_MAX_FILES)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (paths, g_build_filename (path, name, NULL));
  if (paths->len == 0 || paths->len > KKR_CASE_MAX_FILES)
    {
      g_set_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_LIMIT,
                   _("%s: %u files with the ending .xml found, 1 to %d expected"), path,
                   paths->len, KKR_CASE_MAX_FILES);
      return FALSE;
    }
  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < paths->len && !self->findings.stopped; i++)
    if (!read_file (self, paths->pdata[i], cancellable, error))
      return FALSE;
  return TRUE;
}

static void
read_packaged (KkrCaseBook *self)
{
  gsize n_files;
  const KkrPackagedFile *files = kkr_packaged_cases (&n_files);

  for (gsize i = 0; i < n_files; i++)
    read_data (self, files[i].data, files[i].size, files[i].name);
}

static KkrCaseBook *
new_book (KkrRegister *reg)
{
  KkrCaseBook *self = g_new0 (KkrCaseBook, 1);
  gsize n_sources;
  KkrSource **sources = kkr_register_dup_sources (reg, &n_sources);

  kkr_case_findings_init (&self->findings);
  self->reg = g_object_ref (reg);
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (gsize i = 0; i < n_sources; i++)
    g_hash_table_replace (self->sources, (gpointer) kkr_source_get_id (sources[i]), sources[i]);
  g_free (sources);
  self->roots = g_ptr_array_new_with_free_func ((GDestroyNotify) kkr_case_node_free);
  self->cases = g_ptr_array_new_with_free_func (free_case);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static void
read_grids (KkrCaseBook *self)
{
  for (guint i = 0; i < self->cases->len && !self->findings.stopped; i++)
    {
      KkrCase *one = self->cases->pdata[i];
      guint n = self->findings.problems->len;

      kkr_case_read_grid (self, one);
      one->is_bad = self->findings.problems->len > n;
    }
}

KkrCaseBook *
kkr_case_book_new (KkrRegister *reg, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrCaseBook) self = new_book (reg);

  if (path == NULL)
    read_packaged (self);
  else if (g_file_test (path, G_FILE_TEST_IS_DIR) ? !read_folder (self, path, cancellable, error)
                                                  : !read_file (self, path, cancellable, error))
    return NULL;
  read_grids (self);
  return g_steal_pointer (&self);
}

KkrCaseBook *
kkr_case_book_new_from_data (KkrRegister *reg, const char *data, gsize size, const char *uri)
{
  KkrCaseBook *self = new_book (reg);

  read_data (self, data, size, uri);
  read_grids (self);
  return self;
}
