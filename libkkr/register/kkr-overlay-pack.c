/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-overlay-private.h>
#include <libkkr/register/kkr-register-builder-private.h>

#define VERSION_SUFFIX "+overlay"

typedef struct {
  KkrDelta *delta;
  KkrDelta *below;  /* of the base, if that is an overlay */
  GString *changes; /* what the checksum is made of */
  gboolean full;
} Pack;

static KkrTextId
add_text (Pack *pack, const char *text)
{
  KkrTextId id = kkr_delta_add_text (pack->delta, text);

  pack->full |= id == 0;
  return id;
}

/* The order of the store. */
static int
compare_facts (gconstpointer a, gconstpointer b)
{
  const KkrFactRecord *left = &(*(const KkrOverlayFact *const *) a)->record;
  const KkrFactRecord *right = &(*(const KkrOverlayFact *const *) b)->record;

  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  if (left->until != right->until)
    return left->until < right->until ? -1 : 1;
  if (kkr_fact_record_known_on (left) != kkr_fact_record_known_on (right))
    return kkr_fact_record_known_on (left) < kkr_fact_record_known_on (right) ? -1 : 1;
  return left->level < right->level ? -1 : left->level > right->level;
}

/* One line that says everything about what was done to a fact, whatever order it was done in. */
static void
note_change (Pack *pack, const KkrOverlayKey *key, const KkrOverlayFact *fact)
{
  const KkrFactRecord *record = &fact->record;
  const char *word = fact->removed ? "-" : fact->origin != NULL ? "=" : "+";
  const char *printed = fact->removed ? "" : fact->printed;

  if (fact->removed ? fact->origin == NULL : printed == NULL)
    return;
  g_string_append_printf (pack->changes, "%s %s %d/%d %d %d %s %s %zu %s\n", word, key->key,
                          record->from, record->until, record->known, record->level,
                          kkr_unit_to_string ((KkrUnit) record->unit),
                          kkr_overlay_has_number (record) ? "value" : "text", strlen (printed),
                          printed);
}

static void
pack_key (Pack *pack, const KkrOverlayKey *key)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  KkrDelta *delta = pack->delta;
  const KkrKeyRecord *below = delta->store != NULL ? kkr_store_find_key (delta->store, key->key)
                                                   : NULL;
  KkrDeltaKey record = { .first = delta->facts->len };

  record.text = below != NULL ? below->text : add_text (pack, key->key);
  record.n_below = below != NULL ? below->n_facts : 0;
  if (pack->below != NULL && kkr_delta_find_key (pack->below, key->key) != NULL)
    record.n_removed = kkr_delta_find_key (pack->below, key->key)->n_removed;
  for (guint i = 0; i < key->facts->len; i++)
    g_ptr_array_add (sorted, &g_array_index (key->facts, KkrOverlayFact, i));
  g_ptr_array_sort (sorted, compare_facts);
  for (guint i = 0; i < sorted->len; i++)
    {
      const KkrOverlayFact *fact = sorted->pdata[i];
      KkrFactRecord kept = fact->record;

      note_change (pack, key, fact);
      if (fact->removed)
        {
          record.n_removed += fact->origin != NULL;
          continue;
        }
      if (fact->printed != NULL)
        kept.printed = add_text (pack, fact->printed);
      kept.key = delta->keys->len;
      g_array_append_val (delta->facts, kept);
      record.n_facts++;
    }
  g_array_append_val (delta->keys, record);
}

/* A key that only the overlay below has touched. */
static void
copy_key (Pack *pack, const KkrDeltaKey *key)
{
  const KkrFactRecord *facts = kkr_delta_get_facts (pack->below, key);
  KkrDeltaKey record = *key;

  record.first = pack->delta->facts->len;
  for (guint i = 0; i < key->n_facts; i++)
    {
      KkrFactRecord kept = facts[i];

      kept.key = pack->delta->keys->len;
      g_array_append_val (pack->delta->facts, kept);
    }
  g_array_append_val (pack->delta->keys, record);
}

static void
finish (Pack *pack, KkrRegister *base)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *version = kkr_register_get_data_version (base);

  g_checksum_update (checksum, (const guchar *) "kkr-overlay-1\n", -1);
  g_checksum_update (checksum, (const guchar *) kkr_register_get_sha256 (base), -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) pack->changes->str, (gssize) pack->changes->len);
  pack->delta->sha256 = g_strdup (g_checksum_get_string (checksum));
  pack->delta->data_version = g_str_has_suffix (version, VERSION_SUFFIX)
                                ? g_strdup (version)
                                : g_strconcat (version, VERSION_SUFFIX, NULL);
}

KkrDelta *
kkr_overlay_pack (KkrRegister *base, GPtrArray *keys, GError **error)
{
  g_autoptr (KkrDelta) delta = kkr_delta_new (kkr_register_get_store (base));
  g_autoptr (GString) changes = g_string_new (NULL);
  Pack pack = { delta, kkr_register_get_delta (base), changes, FALSE };
  guint n_below = 0, below = 0;
  const KkrDeltaKey *old = pack.below != NULL ? kkr_delta_get_keys (pack.below, &n_below) : NULL;

  /* The texts of the overlay below keep their numbers. */
  if (pack.below != NULL)
    g_byte_array_append (delta->pool, pack.below->pool->data, pack.below->pool->len);
  for (guint i = 0; i < keys->len; i++)
    {
      const KkrOverlayKey *key = keys->pdata[i];
      int order = -1;

      if (kkr_overlay_key_is_same (key))
        continue;
      for (; below < n_below; below++)
        {
          order = strcmp (kkr_delta_get_text (pack.below, old[below].text), key->key);
          if (order >= 0)
            break;
          copy_key (&pack, &old[below]);
        }
      if (below < n_below && order == 0)
        below++;
      pack_key (&pack, key);
    }
  for (; below < n_below; below++)
    copy_key (&pack, &old[below]);
  finish (&pack, base);
  if (!pack.full)
    return g_steal_pointer (&delta);
  g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
                       _("too much text for one register: more than 4 GB found"));
  return NULL;
}
