/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-hasher-private.h>

/* GLib's computes in plain C, Nettle's uses what processors have for it: several times faster. */
#ifdef KKR_HAVE_NETTLE
#include <nettle/sha2.h>

typedef struct sha256_ctx Checksum;

static void
checksum_init (Checksum *checksum)
{
  sha256_init (checksum);
}

static void
checksum_update (Checksum *checksum, gconstpointer data, gsize size)
{
  sha256_update (checksum, size, data);
}

static char *
checksum_end (Checksum *checksum)
{
  guint8 digest[SHA256_DIGEST_SIZE];
  GString *text = g_string_sized_new (2 * sizeof digest);

  sha256_digest (checksum, sizeof digest, digest);
  for (guint i = 0; i < sizeof digest; i++)
    g_string_append_printf (text, "%02x", digest[i]);
  return g_string_free (text, FALSE);
}
#else
typedef GChecksum *Checksum;

static void
checksum_init (Checksum *checksum)
{
  *checksum = g_checksum_new (G_CHECKSUM_SHA256);
}

static void
checksum_update (Checksum *checksum, gconstpointer data, gsize size)
{
  g_checksum_update (*checksum, data, (gssize) size);
}

static char *
checksum_end (Checksum *checksum)
{
  char *text = g_strdup (g_checksum_get_string (*checksum));

  g_clear_pointer (checksum, g_checksum_free);
  return text;
}
#endif

struct _KkrHasher {
  Checksum checksum;
  char *text; /* when it has ended */
  GThread *thread;
  GMutex mutex;
  GCond changed;
  gconstpointer data; /* the block that waits or is worked on, or NULL */
  gsize size;
  gboolean ending;
};

static gpointer
work (gpointer user_data)
{
  KkrHasher *self = user_data;

  g_mutex_lock (&self->mutex);
  while (TRUE)
    {
      gconstpointer data;

      while (self->data == NULL && !self->ending)
        g_cond_wait (&self->changed, &self->mutex);
      if (self->data == NULL)
        break;
      data = self->data;
      g_mutex_unlock (&self->mutex);
      checksum_update (&self->checksum, data, self->size);
      g_mutex_lock (&self->mutex);
      self->data = NULL;
      g_cond_signal (&self->changed);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

KkrHasher *
kkr_hasher_new (void)
{
  KkrHasher *self = g_new0 (KkrHasher, 1);

  checksum_init (&self->checksum);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  return self;
}

/* Waits for the last block. */
static void
settle (KkrHasher *self)
{
  while (self->data != NULL)
    g_cond_wait (&self->changed, &self->mutex);
}

void
kkr_hasher_start_thread (KkrHasher *self)
{
  /* Where there can be no further thread, the blocks are hashed as they come. */
  if (self->thread == NULL)
    self->thread = g_thread_try_new ("kkr-hasher", work, self, NULL);
}

void
kkr_hasher_add (KkrHasher *self, gconstpointer data, gsize size)
{
  if (size == 0)
    return;
  if (self->thread == NULL)
    {
      checksum_update (&self->checksum, data, size);
      return;
    }
  g_mutex_lock (&self->mutex);
  settle (self);
  self->data = data;
  self->size = size;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
}

static void
stop_thread (KkrHasher *self)
{
  if (self->thread == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->ending = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  self->thread = NULL;
}

void
kkr_hasher_wait (KkrHasher *self)
{
  if (self->thread == NULL)
    return;
  g_mutex_lock (&self->mutex);
  settle (self);
  g_mutex_unlock (&self->mutex);
}

const char *
kkr_hasher_end (KkrHasher *self)
{
  stop_thread (self);
  if (self->text == NULL)
    self->text = checksum_end (&self->checksum);
  return self->text;
}

void
kkr_hasher_free (KkrHasher *self)
{
  stop_thread (self);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);
  if (self->text == NULL)
    g_free (checksum_end (&self->checksum));
  g_free (self->text);
  g_free (self);
}
