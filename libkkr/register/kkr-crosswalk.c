/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-crosswalk-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/table/kkr-table-builder.h>

/**
 * KkrCrosswalk:
 *
 * Moves a series from one geography to another (omregningsnøgle): from the municipalities or
 * regions of one day to those of another, or from municipalities to any districts.
 *
 * A crosswalk is rows of a code that is left, a code that is reached, and a weight. The value of a
 * code is shared among the codes it goes to in proportion to their weights, with
 * [func@apportion], so that the total is kept to the last unit. A code that goes to one code only
 * gives it everything, whatever its weight.
 *
 * It is made of rows, or read from a CSV file whose first line names the columns `from`, `to` and
 * `weight`.
 *
 * A crosswalk is immutable and may be shared between threads.
 *
 * Since: 0.1
 */

typedef enum {
  PROP_N_ROWS = 1,
} KkrCrosswalkProperty;

#define N_PROPS (PROP_N_ROWS + 1)

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (KkrCrosswalk, kkr_crosswalk, G_TYPE_OBJECT)

static void
clear_row (gpointer data)
{
  g_free (((KkrCrosswalkRow *) data)->text);
}

static void
kkr_crosswalk_finalize (GObject *object)
{
  KkrCrosswalk *self = KKR_CROSSWALK (object);

  g_hash_table_unref (self->from_index);
  g_hash_table_unref (self->to_index);
  g_hash_table_unref (self->unconfirmed);
  g_array_unref (self->groups);
  g_ptr_array_unref (self->to_codes);
  g_array_unref (self->rows);
  g_string_chunk_free (self->strings);
  g_free (self->weights);
  G_OBJECT_CLASS (kkr_crosswalk_parent_class)->finalize (object);
}

static void
kkr_crosswalk_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((KkrCrosswalkProperty) prop_id)
    {
    case PROP_N_ROWS:
      g_value_set_uint (value, KKR_CROSSWALK (object)->rows->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kkr_crosswalk_class_init (KkrCrosswalkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kkr_crosswalk_finalize;
  object_class->get_property = kkr_crosswalk_get_property;

  /**
   * KkrCrosswalk:n-rows: (getter get_n_rows)
   *
   * How many rows there are.
   *
   * Since: 0.1
   */
  props[PROP_N_ROWS] = g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kkr_crosswalk_init (KkrCrosswalk *self)
{
  self->strings = g_string_chunk_new (4096);
  self->from_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->to_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_array_new (FALSE, FALSE, sizeof (KkrCrosswalkGroup));
  self->to_codes = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (KkrCrosswalkRow));
  self->unconfirmed = g_hash_table_new (g_str_hash, g_str_equal);
  g_array_set_clear_func (self->rows, clear_row);
}

KkrCrosswalk *
kkr_crosswalk_new (void)
{
  return g_object_new (KKR_TYPE_CROSSWALK, NULL);
}

void
kkr_crosswalk_doubt (KkrCrosswalk *self, const char *code)
{
  g_hash_table_add (self->unconfirmed, g_string_chunk_insert_const (self->strings, code));
}

static gboolean
check_lengths (const char *const *from, const char *const *to, const char *const *weights,
               GError **error)
{
  guint n = g_strv_length ((char **) from), n_to = g_strv_length ((char **) to);
  guint n_weights = g_strv_length ((char **) weights);

  if (n == n_to && n == n_weights)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("columns of a crosswalk differ in length: %u, %u and %u found, one length "
                 "expected"), n, n_to, n_weights);
  return FALSE;
}

/**
 * kkr_crosswalk_new_for_rows:
 * @from_codes: (array zero-terminated=1): the codes that are left, one a row
 * @to_codes: (array zero-terminated=1): the codes that are reached, one a row
 * @weights: (array zero-terminated=1): the weights, one a row: decimals such as `0.25` or `0,25`
 * @error: return location for a [error@CalcError]
 *
 * Makes a crosswalk of rows.
 *
 * Returns: (transfer full): the crosswalk, or %NULL with `INCONSISTENT` if the columns differ in
 *   length, and with `OUT_OF_RANGE` for an empty code, a weight that is no number or negative, a
 *   row that stands twice, or a code whose weights are all zero
 *
 * Since: 0.1
 */
KkrCrosswalk *
kkr_crosswalk_new_for_rows (const char *const *from_codes, const char *const *to_codes,
                            const char *const *weights, GError **error)
{
  g_autoptr (KkrCrosswalk) self = NULL;
  g_autofree char *wrong = NULL;
  guint row;

  g_return_val_if_fail (from_codes != NULL && to_codes != NULL && weights != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_lengths (from_codes, to_codes, weights, error))
    return NULL;
  self = kkr_crosswalk_new ();
  for (row = 0; from_codes[row] != NULL && wrong == NULL; row++)
    wrong = kkr_crosswalk_add_row (self, from_codes[row], to_codes[row], weights[row], row + 1);
  if (wrong == NULL)
    wrong = kkr_crosswalk_settle (self, &row);
  if (wrong == NULL)
    return g_steal_pointer (&self);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE, _("row %u, counted from 0: %s"),
               row - 1, wrong);
  return NULL;
}

/**
 * kkr_crosswalk_get_n_rows: (get-property n-rows)
 * @self: a crosswalk
 *
 * Says how many rows there are.
 *
 * Returns: the number of rows
 *
 * Since: 0.1
 */
guint
kkr_crosswalk_get_n_rows (KkrCrosswalk *self)
{
  g_return_val_if_fail (KKR_IS_CROSSWALK (self), 0);
  return self->rows->len;
}

/**
 * kkr_crosswalk_dup_from_codes:
 * @self: a crosswalk
 *
 * Gets the codes that are left, in the order in which they first stand.
 *
 * Returns: (array zero-terminated=1) (transfer full): the codes
 *
 * Since: 0.1
 */
char **
kkr_crosswalk_dup_from_codes (KkrCrosswalk *self)
{
  char **codes;

  g_return_val_if_fail (KKR_IS_CROSSWALK (self), NULL);

  codes = g_new0 (char *, (gsize) self->groups->len + 1);
  for (guint i = 0; i < self->groups->len; i++)
    codes[i] = g_strdup (g_array_index (self->groups, KkrCrosswalkGroup, i).code);
  return codes;
}

/**
 * kkr_crosswalk_dup_to_codes:
 * @self: a crosswalk
 *
 * Gets the codes that are reached, ascending.
 *
 * Returns: (array zero-terminated=1) (transfer full): the codes
 *
 * Since: 0.1
 */
char **
kkr_crosswalk_dup_to_codes (KkrCrosswalk *self)
{
  char **codes;

  g_return_val_if_fail (KKR_IS_CROSSWALK (self), NULL);

  codes = g_new0 (char *, (gsize) self->to_codes->len + 1);
  for (guint i = 0; i < self->to_codes->len; i++)
    codes[i] = g_strdup (self->to_codes->pdata[i]);
  return codes;
}

/**
 * kkr_crosswalk_dup_table:
 * @self: a crosswalk
 *
 * Gets the rows: the text columns `from` and `to`, and `weight` as exact fractions.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
KkrTable *
kkr_crosswalk_dup_table (KkrCrosswalk *self)
{
  static const char *const key[] = { "from", "to", NULL };
  g_autoptr (KkrTableBuilder) builder = NULL;
  g_autoptr (GPtrArray) from = g_ptr_array_new (), to = g_ptr_array_new ();
  g_auto (GStrv) exact = NULL;

  g_return_val_if_fail (KKR_IS_CROSSWALK (self), NULL);

  exact = g_new0 (char *, (gsize) self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KkrCrosswalkRow *row = &g_array_index (self->rows, KkrCrosswalkRow, i);

      g_ptr_array_add (from, (gpointer) g_array_index (self->groups, KkrCrosswalkGroup,
                                                       row->group).code);
      g_ptr_array_add (to, self->to_codes->pdata[row->to]);
      exact[i] = g_strdup_printf ("%lld/%lld", (long long) row->num, (long long) row->den);
    }
  g_ptr_array_add (from, NULL);
  g_ptr_array_add (to, NULL);
  builder = kkr_table_builder_new ("crosswalk", "Omregningsnøgle", "Crosswalk");
  kkr_table_builder_add_text (builder, "from", "Fra", "From", (const char *const *) from->pdata);
  kkr_table_builder_add_text (builder, "to", "Til", "To", (const char *const *) to->pdata);
  kkr_table_builder_add_ratio (builder, "weight", "Vægt", "Weight", KKR_UNIT_NONE,
                               (const char *const *) exact);
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, NULL);
}

/**
 * kkr_crosswalk_to_string:
 * @self: a crosswalk
 *
 * Describes the crosswalk in Danish, in one line.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_crosswalk_to_string (KkrCrosswalk *self)
{
  g_return_val_if_fail (KKR_IS_CROSSWALK (self), NULL);
  return g_strdup_printf ("Omregningsnøgle fra %u til %u koder (%u rækker)", self->groups->len,
                          self->to_codes->len, self->rows->len);
}

/**
 * kkr_crosswalk___str__:
 * @self: a crosswalk
 *
 * Is [method@Crosswalk.to_string] under the name by which Python asks for it.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_crosswalk___str__ (KkrCrosswalk *self)
{
  return kkr_crosswalk_to_string (self);
}

/**
 * kkr_crosswalk___repr__:
 * @self: a crosswalk
 *
 * Describes the crosswalk in one line.
 *
 * Returns: (transfer full): the line
 *
 * Since: 0.1
 */
char *
kkr_crosswalk___repr__ (KkrCrosswalk *self)
{
  g_return_val_if_fail (KKR_IS_CROSSWALK (self), NULL);
  return g_strdup_printf ("<Kkr.Crosswalk %u codes to %u>", self->groups->len,
                          self->to_codes->len);
}
