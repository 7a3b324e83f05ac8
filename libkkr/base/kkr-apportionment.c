/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-apportionment-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-int128-private.h>
#include <libkkr/base/kkr-names-private.h>

/**
 * KkrApportionment:
 *
 * A total that was shared out (fordeling): the share of each row, and the rows that had the same
 * claim to a unit that could not go to all of them.
 *
 * Shares and total count what the caller counted: øre, persons, places. An apportionment is
 * immutable and may be shared between threads.
 *
 * Since: 0.1
 */
struct _KkrApportionment {
  GObject parent_instance;

  KkrApportionMethod method;
  gint64 total;
  gint64 gap;
  gint64 *shares;
  gsize n_shares;
  guint *tied_rows;
  gsize n_tied_rows;
};

/* A text shows this many rows; all of them are in the arrays. */
#define N_ROWS_SHOWN 20

typedef enum {
  PROP_METHOD = 1,
  PROP_TOTAL,
  PROP_GAP,
} KkrApportionmentProperty;

#define N_PROPS (PROP_GAP + 1)

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (KkrApportionment, kkr_apportionment, G_TYPE_OBJECT)

static void
kkr_apportionment_finalize (GObject *object)
{
  KkrApportionment *self = KKR_APPORTIONMENT (object);

  g_free (self->shares);
  g_free (self->tied_rows);
  G_OBJECT_CLASS (kkr_apportionment_parent_class)->finalize (object);
}

static void
kkr_apportionment_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrApportionment *self = KKR_APPORTIONMENT (object);

  switch ((KkrApportionmentProperty) prop_id)
    {
    case PROP_METHOD:
      g_value_set_enum (value, (int) self->method);
      break;
    case PROP_TOTAL:
      g_value_set_int64 (value, self->total);
      break;
    case PROP_GAP:
      g_value_set_int64 (value, self->gap);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kkr_apportionment_class_init (KkrApportionmentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = kkr_apportionment_finalize;
  object_class->get_property = kkr_apportionment_get_property;

  /**
   * KkrApportionment:method: (getter get_method)
   *
   * How the total was shared out.
   *
   * Since: 0.1
   */
  props[PROP_METHOD] = g_param_spec_enum ("method", NULL, NULL, KKR_TYPE_APPORTION_METHOD,
                                          KKR_APPORTION_METHOD_UNSET, flags);
  /**
   * KkrApportionment:total: (getter get_total)
   *
   * What was shared out.
   *
   * Since: 0.1
   */
  props[PROP_TOTAL] = g_param_spec_int64 ("total", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  /**
   * KkrApportionment:gap: (getter get_gap)
   *
   * The total less the sum of the shares.
   *
   * Since: 0.1
   */
  props[PROP_GAP] = g_param_spec_int64 ("gap", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kkr_apportionment_init (KkrApportionment *self)
{
}

KkrApportionment *
kkr_apportionment_new_take (KkrApportionMethod method, gint64 total, gint64 *shares, guint8 *tied,
                            gsize n)
{
  KkrApportionment *self;
  KkrInt128 gap = total;

  g_return_val_if_fail (shares != NULL || n == 0, NULL);

  self = g_object_new (KKR_TYPE_APPORTIONMENT, NULL);
  self->method = method;
  self->total = total;
  self->shares = shares;
  self->n_shares = n;
  self->tied_rows = tied != NULL ? g_new (guint, n) : NULL;
  for (gsize i = 0; i < n; i++)
    {
      gap -= shares[i];
      if (tied != NULL && tied[i])
        self->tied_rows[self->n_tied_rows++] = (guint) i;
    }
  self->gap = (gint64) CLAMP (gap, (KkrInt128) G_MININT64, (KkrInt128) G_MAXINT64);
  g_free (tied);
  return self;
}

/**
 * kkr_apportionment_get_shares:
 * @self: an apportionment
 * @n_shares: (out) (optional): return location for the number of shares
 *
 * Gives the share of each row, in the order of the weights.
 *
 * Returns: (transfer none) (array length=n_shares): the shares, in the unit of the total
 *
 * Since: 0.1
 */
const gint64 *
kkr_apportionment_get_shares (KkrApportionment *self, gsize *n_shares)
{
  if (n_shares != NULL)
    *n_shares = 0;
  g_return_val_if_fail (KKR_IS_APPORTIONMENT (self), NULL);

  if (n_shares != NULL)
    *n_shares = self->n_shares;
  return self->shares;
}

/**
 * kkr_apportionment_get_tied_rows:
 * @self: an apportionment
 * @n_rows: (out) (optional): return location for the number of rows
 *
 * Gives the rows that had the same claim to a unit that could not go to all of them. The tie rule
 * decided between them.
 *
 * Returns: (transfer none) (array length=n_rows): the rows, from 0, ascending
 *
 * Since: 0.1
 */
const guint *
kkr_apportionment_get_tied_rows (KkrApportionment *self, gsize *n_rows)
{
  if (n_rows != NULL)
    *n_rows = 0;
  g_return_val_if_fail (KKR_IS_APPORTIONMENT (self), NULL);

  if (n_rows != NULL)
    *n_rows = self->n_tied_rows;
  return self->tied_rows;
}

/**
 * kkr_apportionment_has_ties:
 * @self: an apportionment
 *
 * Says whether a tie had to be broken.
 *
 * Returns: %TRUE if there are tied rows
 *
 * Since: 0.1
 */
gboolean
kkr_apportionment_has_ties (KkrApportionment *self)
{
  g_return_val_if_fail (KKR_IS_APPORTIONMENT (self), FALSE);
  return self->n_tied_rows > 0;
}

/**
 * kkr_apportionment_get_method: (get-property method)
 * @self: an apportionment
 *
 * Says how the total was shared out.
 *
 * Returns: the method
 *
 * Since: 0.1
 */
KkrApportionMethod
kkr_apportionment_get_method (KkrApportionment *self)
{
  g_return_val_if_fail (KKR_IS_APPORTIONMENT (self), KKR_APPORTION_METHOD_UNSET);
  return self->method;
}

/**
 * kkr_apportionment_get_total: (get-property total)
 * @self: an apportionment
 *
 * Says what was shared out.
 *
 * Returns: the total
 *
 * Since: 0.1
 */
gint64
kkr_apportionment_get_total (KkrApportionment *self)
{
  g_return_val_if_fail (KKR_IS_APPORTIONMENT (self), 0);
  return self->total;
}

/**
 * kkr_apportionment_get_gap: (get-property gap)
 * @self: an apportionment
 *
 * Says what the shares miss: the total less their sum. It is 0 for every method but
 * %KKR_APPORTION_METHOD_INDEPENDENT.
 *
 * Returns: the gap
 *
 * Since: 0.1
 */
gint64
kkr_apportionment_get_gap (KkrApportionment *self)
{
  g_return_val_if_fail (KKR_IS_APPORTIONMENT (self), 0);
  return self->gap;
}

/**
 * kkr_apportionment_to_string:
 * @self: an apportionment
 *
 * Gives the apportionment in Danish. Rows are counted from 1.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_apportionment_to_string (KkrApportionment *self)
{
  g_autofree char *total = NULL;
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (KKR_IS_APPORTIONMENT (self), NULL);

  total = kkr_format_int (self->total, "da");
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s fordelt på %" G_GSIZE_FORMAT " %s (%s): ", total,
                          self->n_shares, self->n_shares == 1 ? "række" : "rækker",
                          kkr_apportion_method_name (self->method, "da"));
  for (gsize i = 0; i < MIN (self->n_shares, N_ROWS_SHOWN); i++)
    {
      g_autofree char *share = kkr_format_int (self->shares[i], "da");

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", share);
    }
  if (self->n_shares > N_ROWS_SHOWN)
    g_string_append (text, "; …");
  if (self->gap != 0)
    {
      g_autofree char *gap = kkr_format_int (self->gap, "da");

      g_string_append_printf (text, "\nTotalen minus summen af andelene: %s", gap);
    }
  if (self->n_tied_rows > 0)
    g_string_append (text, "\nStod lige om en enhed: række nr. ");
  for (gsize i = 0; i < MIN (self->n_tied_rows, N_ROWS_SHOWN); i++)
    g_string_append_printf (text, "%s%u", i > 0 ? ", " : "", self->tied_rows[i] + 1);
  if (self->n_tied_rows > N_ROWS_SHOWN)
    g_string_append (text, ", …");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kkr_apportionment___str__:
 * @self: an apportionment
 *
 * What Python prints: [method@Apportionment.to_string].
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_apportionment___str__ (KkrApportionment *self)
{
  return kkr_apportionment_to_string (self);
}

/**
 * kkr_apportionment___repr__:
 * @self: an apportionment
 *
 * What a Python prompt shows.
 *
 * Returns: (transfer full): one line
 *
 * Since: 0.1
 */
char *
kkr_apportionment___repr__ (KkrApportionment *self)
{
  g_return_val_if_fail (KKR_IS_APPORTIONMENT (self), NULL);
  return g_strdup_printf ("<Kkr.Apportionment %s: %" G_GINT64_FORMAT " in %" G_GSIZE_FORMAT
                          " shares>", kkr_apportion_method_to_string (self->method), self->total,
                          self->n_shares);
}
