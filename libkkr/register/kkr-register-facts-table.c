/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/base/kkr-period-private.h>
#include <libkkr/register/kkr-fact-private.h>
#include <libkkr/register/kkr-register-keys-private.h>
#include <libkkr/register/kkr-text-cells-private.h>

/* A fact a row, in words: what somebody reads who asks what there is under a key. */

typedef enum {
  COLUMN_KEY,
  COLUMN_MUNICIPALITY,
  COLUMN_TITLE,
  COLUMN_VALUE,
  COLUMN_NUMBER,
  COLUMN_UNIT,
  COLUMN_VALID,
  COLUMN_KNOWN,
  COLUMN_PRICE_LEVEL,
  COLUMN_SOURCE,
  COLUMN_SECTION,
  COLUMN_CONFIRMED,
  COLUMN_NOTE,
  COLUMN_READ_FROM,
  N_COLUMNS,
} Column;

static const struct {
  const char *name, *danish, *english;
} columns[N_COLUMNS] = {
  [COLUMN_KEY] = { "key", "Nøgle", "Key" },
  [COLUMN_MUNICIPALITY] = { "municipality", "Kommune", "Municipality" },
  [COLUMN_TITLE] = { "title", "Titel", "Title" },
  [COLUMN_VALUE] = { "value", "Værdi", "Value" },
  [COLUMN_NUMBER] = { "number", "Tal", "Number" },
  [COLUMN_UNIT] = { "unit", "Enhed", "Unit" },
  [COLUMN_VALID] = { "valid", "Gælder", "Holds for" },
  [COLUMN_KNOWN] = { "known", "Kendt", "Known" },
  [COLUMN_PRICE_LEVEL] = { "price-level", "Prisniveau", "Price level" },
  [COLUMN_SOURCE] = { "source", "Kilde", "Source" },
  [COLUMN_SECTION] = { "section", "Afsnit", "Section" },
  [COLUMN_CONFIRMED] = { "confirmed", "Bekræftet", "Confirmed" },
  [COLUMN_NOTE] = { "note", "Bemærkning", "Note" },
  [COLUMN_READ_FROM] = { "read-from", "Læst fra", "Read from" },
};

/* "service-expenditure" does not begin with "service". */
static gboolean
is_below (const char *key, const char *prefix)
{
  gsize length = strlen (prefix);

  return length == 0
         || (strncmp (key, prefix, length) == 0 && (key[length] == '\0' || key[length] == '/'));
}

static void
offer_with_parents (KkrNearest *nearest, GHashTable *seen, const char *key)
{
  for (const char *slash = strchr (key, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    {
      char *parent = g_strndup (key, (gsize) (slash - key));

      if (g_hash_table_contains (seen, parent))
        {
          g_free (parent);
          continue;
        }
      g_hash_table_add (seen, parent);
      kkr_nearest_offer (nearest, parent);
    }
  kkr_nearest_offer (nearest, key);
}

static void
no_such_prefix (KkrRegister *self, const char *prefix, GError **error)
{
  g_auto (KkrNearest) nearest = { 0 };
  g_autofree char *near = NULL, *quoted = kkr_text_quote (prefix);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  KkrKeyIter iter;
  KkrKeyFacts facts;

  kkr_nearest_init (&nearest, prefix, 3, FALSE);
  kkr_key_iter_init (&iter, self, NULL);
  if (!kkr_register_offer_key_by_code (self, prefix, &nearest))
    while (kkr_key_iter_next (&iter, &facts))
      offer_with_parents (&nearest, seen, facts.key);
  near = kkr_nearest_to_string (&nearest);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
               _("the register has no such key: %s found%s"), quoted, near);
}

/* With a day, the one fact of each key that a lookup finds. */
typedef struct {
  gint32 valid_on; /* KKR_DATE_MAX: any day */
  gint32 known_on;
} Days;

static gboolean
is_known (KkrFact *fact, gint32 day)
{
  return day == KKR_DATE_MAX || (kkr_fact_record_known_on (fact->record) <= day
                                 && day <= fact->record->known_until);
}

static void
take_key (KkrRegister *self, const KkrKeyFacts *found, const Days *days, GPtrArray *facts)
{
  g_autofree KkrFact **history = NULL;
  gsize n = 0;

  if (days->valid_on != KKR_DATE_MAX)
    {
      const KkrFactRecord *best = kkr_key_facts_find (found, days->valid_on, days->known_on,
                                                      KKR_LEVEL_ANY);

      if (best != NULL)
        g_ptr_array_add (facts, kkr_key_facts_new_fact (found, best));
      return;
    }
  history = kkr_register_dup_history (self, found->key, &n);
  for (gsize i = 0; i < n; i++)
    if (is_known (history[i], days->known_on))
      g_ptr_array_add (facts, history[i]);
    else
      g_object_unref (history[i]);
}

/* FALSE if there is no such key, whatever the days. */
static gboolean
collect (KkrRegister *self, const char *prefix, const Days *days, GPtrArray *facts)
{
  KkrKeyIter iter;
  KkrKeyFacts found;
  gboolean any = FALSE;

  kkr_key_iter_init (&iter, self, prefix);
  while (kkr_key_iter_next (&iter, &found))
    if (is_below (found.key, prefix))
      {
        any = TRUE;
        take_key (self, &found, days, facts);
      }
  return any;
}

static char *
known_text (KkrFact *fact, const char *language)
{
  const KkrFactRecord *record = fact->record;

  if (record->known_until == KKR_DATE_MAX)
    return kkr_fact_dup_known_text_in (fact, language);
  return kkr_period_format_bounds (record->known, record->known_until,
                                   (KkrDatePrecision) record->known_precision,
                                   (KkrDatePrecision) record->known_until_precision, language);
}

static char *
level_text (KkrFact *fact, const char *language)
{
  const char *level = kkr_fact_get_price_level (fact);

  if (level == NULL)
    return NULL;
  if (fact->record->level == KKR_LEVEL_NOMINAL)
    return g_strdup (kkr_text_in (language, "løbende priser", "current prices"));
  return g_strconcat (level, kkr_text_in (language, "-priser", " prices"), NULL);
}

static char *
confirmed_text (KkrFact *fact, const char *language)
{
  if (kkr_fact_is_overlaid (fact))
    return g_strdup (kkr_text_in (language, "antaget", "assumed"));
  return g_strdup (kkr_fact_get_confirmed (fact) ? kkr_text_in (language, "ja", "yes")
                                                 : kkr_text_in (language, "nej", "no"));
}

static char *
valid_text (KkrFact *fact, const char *language)
{
  const KkrFactRecord *record = fact->record;

  return kkr_period_format_bounds (record->from, record->until,
                                   (KkrDatePrecision) record->from_precision,
                                   (KkrDatePrecision) record->until_precision, language);
}

/* Whom the fact is about if its subject is the code of a municipality. */
static char *
municipality_text (KkrRegister *self, KkrFact *fact)
{
  const char *key = kkr_fact_get_key (fact);
  const KkrKeyRecord *record = fact->store != NULL ? kkr_store_find_key (fact->store, key) : NULL;
  g_autoptr (KkrMunicipality) municipality = NULL;

  if (record == NULL || (record->flags & KKR_KEY_MUNICIPALITIES) == 0
      || record->subject > strlen (key))
    return NULL;
  municipality = kkr_register_find_municipality (self, key + record->subject, NULL);
  return municipality != NULL ? g_strdup (kkr_municipality_get_name (municipality)) : NULL;
}

static char *
cell_text (KkrRegister *self, KkrFact *fact, Column column, const char *language)
{
  KkrSource *source = kkr_fact_get_source (fact);

  switch (column)
    {
    case COLUMN_KEY:
      return g_strdup (kkr_fact_get_key (fact));
    case COLUMN_MUNICIPALITY:
      return municipality_text (self, fact);
    case COLUMN_TITLE:
      return g_strdup (kkr_fact_get_title_in (fact, language));
    case COLUMN_VALUE:
      return kkr_fact_dup_value_in (fact, language);
    case COLUMN_UNIT:
      return g_strdup (kkr_fact_is_text (fact)
                         ? kkr_text_in (language, "tekst", "text")
                         : kkr_unit_heading (kkr_fact_get_unit (fact), language));
    case COLUMN_VALID:
      return valid_text (fact, language);
    case COLUMN_KNOWN:
      return known_text (fact, language);
    case COLUMN_PRICE_LEVEL:
      return level_text (fact, language);
    case COLUMN_SOURCE:
      return source != NULL ? kkr_source_to_string_in (source, language) : NULL;
    case COLUMN_SECTION:
      return g_strdup (kkr_fact_get_section (fact));
    case COLUMN_CONFIRMED:
      return confirmed_text (fact, language);
    case COLUMN_NOTE:
      return g_strdup (kkr_fact_get_note_in (fact, language));
    case COLUMN_READ_FROM:
      return kkr_fact_get_uri (fact) == NULL ? NULL
             : g_strdup_printf ("%s:%u", kkr_fact_get_uri (fact), kkr_fact_get_line (fact));
    case COLUMN_NUMBER:
    case N_COLUMNS:
    default:
      return NULL;
    }
}

static void
add_texts (KkrRegister *self, KkrTableBuilder *builder, Column column, GPtrArray *facts)
{
  g_auto (KkrTextCells) cells = { 0 };

  kkr_text_cells_init (&cells);
  for (guint i = 0; i < facts->len; i++)
    kkr_text_cells_take (&cells, cell_text (self, facts->pdata[i], column, "da"),
                         cell_text (self, facts->pdata[i], column, "en"));
  kkr_text_cells_to_column (&cells, builder, columns[column].name, columns[column].danish,
                            columns[column].english);
}

/* In what the unit says: money in kroner. */
static void
add_numbers (KkrTableBuilder *builder, GPtrArray *facts)
{
  g_auto (GStrv) numbers = g_new0 (char *, facts->len + 1);

  for (guint i = 0; i < facts->len; i++)
    {
      KkrFact *fact = facts->pdata[i];
      KkrRational value = *kkr_fact_get_rational (fact);
      const KkrRational hundred = KKR_RATIONAL_INT (100);

      if (kkr_fact_get_unit (fact) == KKR_UNIT_AMOUNT)
        kkr_rational_divide (kkr_fact_get_rational (fact), &hundred, &value);
      numbers[i] = kkr_fact_has_number (fact) ? kkr_rational_to_string (&value) : g_strdup ("0");
    }
  kkr_table_builder_add_ratio (builder, columns[COLUMN_NUMBER].name, columns[COLUMN_NUMBER].danish,
                               columns[COLUMN_NUMBER].english, KKR_UNIT_NONE,
                               (const char *const *) numbers);
  for (guint i = 0; i < facts->len; i++)
    {
      KkrCellStatus status = kkr_fact_get_status (facts->pdata[i]);

      if (!kkr_fact_has_number (facts->pdata[i]))
        kkr_table_builder_set_status (builder, columns[COLUMN_NUMBER].name, i,
                                      status != KKR_CELL_STATUS_VALUE
                                        ? status : KKR_CELL_STATUS_NOT_APPLICABLE);
    }
}

/**
 * kkr_register_get_facts_table:
 * @self: a register
 * @prefix: (nullable): a key, for example "price-wage/service-expenditure", or what keys begin with
 *   up to a slash, for example "price-wage"; %NULL for all facts
 * @valid_on: (nullable): a day, as ISO 8601 has it, to get of each key the one fact that
 *   [method@Register.lookup] finds for it, one without a value too; %NULL for all facts
 * @known_on: (nullable): a day, to leave out what was not known on it; %NULL for all that is known
 * @error: return location for an error
 *
 * Gets facts as a table, a fact a row, in words: the key, the municipality if it is of one, the
 * title, the value as people read it and the number alone (money in kroner), the unit, what it
 * holds for, when it became known, the price level, the source and the section of it, whether the
 * source confirms it, what there is to remark, and the file and line that it was read from. Rows
 * ascend by key; those of one key stand in the order in which they became known.
 *
 * Returns: (transfer full): the table, or %NULL with `KKR_CALC_ERROR_NO_DATA`, which names the keys
 *   that come near, and `KKR_CALC_ERROR_OUT_OF_RANGE` for what is no day
 *
 * Since: 0.1
 */
KkrTable *
kkr_register_get_facts_table (KkrRegister *self, const char *prefix, const char *valid_on,
                              const char *known_on, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  Days days = { KKR_DATE_MAX, KKR_DATE_MAX };

  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if ((valid_on != NULL
       && !kkr_register_read_day ("valid-on", valid_on, &days.valid_on, error))
      || (known_on != NULL
          && !kkr_register_read_day ("known-on", known_on, &days.known_on, error)))
    return NULL;
  facts = g_ptr_array_new_with_free_func (g_object_unref);
  if (!collect (self, prefix != NULL ? prefix : "", &days, facts) && prefix != NULL)
    {
      no_such_prefix (self, prefix, error);
      return NULL;
    }
  builder = kkr_table_builder_new ("facts", "Oplysninger", "Facts");
  for (guint i = 0; i < N_COLUMNS; i++)
    if (i == COLUMN_NUMBER)
      add_numbers (builder, facts);
    else
      add_texts (self, builder, (Column) i, facts);
  return kkr_table_builder_end (builder, error);
}
