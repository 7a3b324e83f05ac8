/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A packed register in which something is changed is refused, or answers whatever it is asked
 * without reading beyond its block. The block lies in memory of just its size, so that the
 * sanitizers and valgrind see every step beyond it. */

#include <string.h>

#include <libkkr/register/kkr-bulk-store-private.h>

#include "random-register.h"
#include "register-questions.h"

#include "from-text.h"

/* Something in every span, and little of it, so that each of its words can be changed. */
static const char small[] =
  "<register format='1' version='1'>"
  "<source id='s' title='Notat' publisher='Udvalg' date='2023-08-21'/>"
  "<region code='1081' name='Nord' successor='ny' source='s' section='1' valid='2007/2026'/>"
  "<region code='ny' name='Ny' source='s' section='1' valid='2027/..'/>"
  "<municipality code='851' name='Aa' region='1081' source='s' section='1'/>"
  "<operator id='o' title-da='Aa' sector='municipal' municipality='851' source='s' section='1'/>"
  "<paragraph id='sel-107' law-da='Lov' number='§ 107' title-da='Æ' source='s' section='1'/>"
  "<paragraph id='sel-108' law-da='Lov' number='§ 108' title-da='B' source='s' section='1'/>"
  "<offer id='a' name='Gård' operator='o' municipality='851' paragraphs='sel-107 sel-108' "
  "places='4' source='s' section='1'>"
  "<ownership operator='o' valid='[..2017-01-01]/..'/><ownership operator='o' valid='../2016'/>"
  "</offer>"
  "<series key='n' unit='persons' subjects='municipality' source='s' section='2' valid='2026'>"
  "<fact subject='851' value='7'/></series>"
  "<series key='k' unit='amount' source='s' section='2'>"
  "<fact valid='2023' known='2023-05' value='1.5' price-level='2024' note-da='Ø'/>"
  "<fact valid='2024' value='2' scale='1000' qualifier='approximately'/></series>"
  "<table key='t' title-da='Tal' valid='2023' subjects='municipality' source='s' section='3'>"
  "<column name='x' title-da='X' unit='amount'/><column name='y' title-da='Y'/>"
  "<row subject='851' values='5.25|ja' note-da='N'/><row subject='i-alt' total='yes' "
  "values='..|-'/></table>"
  "<placement person='p' municipality='851' offer='a' valid='2023-01-01/..' tariff='12.50'/>"
  "<tariff offer='a' per='day' amount='1500' price-level='2024' valid='2024'/>"
  "<arrival kind='family' municipality='851' valid='2024' persons='3'/>"
  "</register>";

static GBytes *
pack (const char *text)
{
  g_autoptr (KkrRegister) reg = register_from_text (text);

  return kkr_store_dup_block (kkr_register_get_store (reg));
}

/* The span that a byte lies in, for what is said of a failure. */
static int
find_span (const KkrStoreHeader *header, gsize at)
{
  for (int i = 0; i < (int) KKR_N_SPANS; i++)
    if (at >= header->spans[i].offset && at - header->spans[i].offset < header->spans[i].size)
      return i;
  return -1;
}

/* Every how many of the damages are done: all of them unless it takes too long, as in valgrind. */
static gsize
read_step (void)
{
  const char *text = g_getenv ("KKR_TEST_DAMAGE_STEP");
  gint64 step = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 1;

  g_assert_cmpint (step, >, 0);
  return (gsize) step;
}

/* Takes the block. Whether it was opened. */
static gboolean
open_and_ask (guint8 *block, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (block, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRegister) reg = kkr_register_new_from_bytes (bytes, &error);

  g_assert_true ((reg != NULL) == (error == NULL));
  if (reg != NULL)
    ask_everything (reg);
  return reg != NULL;
}

static void
test_every_span_is_there (void)
{
  g_autoptr (GBytes) whole = pack (small);
  const KkrStoreHeader *header = g_bytes_get_data (whole, NULL);

  for (guint i = 0; i < KKR_N_FIXED_SPANS; i++)
    g_assert_cmpuint (header->spans[i].size, >, 0);
  g_assert_cmpuint (header->spans[KKR_SPAN_MODEL (&kkr_offer_model)].size, >, 0);
  g_assert_cmpuint (header->spans[KKR_SPAN_MODEL (&kkr_offer_ownership_model)].size, >, 0);
}

static void
test_undamaged (void)
{
  g_autoptr (GBytes) whole = pack (small);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  g_assert_true (open_and_ask (g_memdup2 (data, size), size));
}

/* Each word of the block is nothing, all, one more, and the size of the block. */
static void
test_words (void)
{
  g_autoptr (GBytes) whole = pack (small);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);
  gsize step = read_step ();
  guint n_opened = 0;

  for (gsize at = 0; at + 4 <= size; at += 4 * step)
    {
      guint32 word, others[4];

      memcpy (&word, data + at, sizeof word);
      others[0] = 0;
      others[1] = G_MAXUINT32;
      others[2] = word + 1;
      others[3] = (guint32) size;
      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        {
          guint8 *copy = g_memdup2 (data, size);

          g_test_message ("word at %zu of span %d: %x", at,
                          find_span ((const KkrStoreHeader *) data, at), others[i]);
          memcpy (copy + at, &others[i], sizeof word);
          n_opened += open_and_ask (copy, size);
        }
    }
  g_test_message ("%u opened", n_opened);
  g_assert_cmpuint (n_opened, >, 0);
}

static void
test_bytes (void)
{
  g_autoptr (GBytes) whole = pack (small);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize at = 0, step = read_step (); at < size; at += step)
    {
      guint8 *copy = g_memdup2 (data, size);

      g_test_message ("byte %zu of span %d", at, find_span ((const KkrStoreHeader *) data, at));
      copy[at] ^= 0xff;
      open_and_ask (copy, size);
    }
}

/* Each span is empty, reaches to the end, or is one of the first. */
static void
test_spans (void)
{
  g_autoptr (GBytes) whole = pack (small);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);
  const KkrStoreHeader *header = (const KkrStoreHeader *) data;

  for (guint i = 0; i < KKR_N_SPANS; i++)
    for (guint j = 0, step = (guint) read_step (); j < KKR_N_FIXED_SPANS + 2; j += step)
      {
        guint8 *copy = g_memdup2 (data, size);
        KkrStoreSpan *span = &((KkrStoreHeader *) copy)->spans[i];

        g_test_message ("span %u as %u", i, j);
        if (j > 1)
          *span = header->spans[j - 2];
        else
          span->size = j == 0 ? 0 : (guint32) size - span->offset;
        open_and_ask (copy, size);
      }
}

/* Things of every class, a word at a time. */
static void
test_random_registers (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (851);

  for (guint32 seed = 0; seed < 2; seed++)
    {
      g_autofree char *text = random_register (seed);
      g_autoptr (GBytes) whole = pack (text);
      gsize size;
      const guint8 *data = g_bytes_get_data (whole, &size);

      for (gsize i = 0, step = read_step (); i < 60; i += step)
        {
          guint8 *copy = g_memdup2 (data, size);
          gsize at = (gsize) g_rand_int_range (random, sizeof (KkrStoreHeader), (gint32) size - 4)
                     & ~(gsize) 3;
          guint32 word = g_rand_boolean (random) ? g_rand_int (random)
                                                 : (guint32) g_rand_int_range (random, 0, 64);

          g_test_message ("register %u, word at %zu: %x", seed, at, word);
          memcpy (copy + at, &word, sizeof word);
          open_and_ask (copy, size);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/damaged/every-span-is-there", test_every_span_is_there);
  g_test_add_func ("/register/damaged/undamaged", test_undamaged);
  g_test_add_func ("/register/damaged/words", test_words);
  g_test_add_func ("/register/damaged/bytes", test_bytes);
  g_test_add_func ("/register/damaged/spans", test_spans);
  g_test_add_func ("/register/damaged/random-registers", test_random_registers);
  return g_test_run ();
}
