/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-hasher-private.h>

struct _KkrHasher {
  GChecksum *checksum;
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
      g_checksum_update (self->checksum, data, (gssize) self->size);
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

  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
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
      g_checksum_update (self->checksum, data, (gssize) size);
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
  return g_checksum_get_string (self->checksum);
}

void
kkr_hasher_free (KkrHasher *self)
{
  stop_thread (self);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);
  g_checksum_free (self->checksum);
  g_free (self);
}
