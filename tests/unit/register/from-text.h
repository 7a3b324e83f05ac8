/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <string.h>

#include <libkkr/register/kkr-register-reader.h>

/* The register that a good file with this text is; it is called memo.xml. */
static inline KkrRegister *
register_from_text (const char *text)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KkrRegister *reg = kkr_register_reader_read_bytes (reader, bytes, "memo.xml", NULL, &error);

  g_assert_no_error (error);
  return reg;
}
