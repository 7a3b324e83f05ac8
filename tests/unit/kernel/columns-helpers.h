/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/kernel/kkr-apportion-columns-private.h>

#include "share-helpers.h"

G_BEGIN_DECLS

/* How many random cases a program tries, by KKR_TEST_CASES. */
static inline guint64
count_cases (guint64 otherwise)
{
  const char *text = g_getenv ("KKR_TEST_CASES");

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : otherwise;
}

/* splitmix64: the same numbers in C, Python and JavaScript. */
static inline guint64
next_random (guint64 *state)
{
  guint64 x;

  *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  x = *state;
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

static inline guint64
random_below (guint64 *state, guint64 limit)
{
  return next_random (state) % limit;
}

static inline guint64
random_of_bits (guint64 *state, guint64 bits)
{
  return bits == 0 ? 0 : next_random (state) >> (64 - bits);
}

/* A copy: it begins on a boundary. */
static inline GBytes *
bytes_of (const gint64 *values, gsize n)
{
  return g_bytes_new (values, n * sizeof *values);
}

G_END_DECLS
