/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-reading-private.h>
#include <libkkr/register/kkr-register-reader.h>

G_BEGIN_DECLS

struct _KkrRegisterReader {
  GObject parent_instance;

  KkrReadingLimits limits;
  KkrRegister *below;
  GListModel *problems;
};

/* One go: the register below is entered, files are read, and what they give is a register or the
 * first problem an error. `complete` is FALSE where there is an error already. */
void kkr_register_reader_begin (KkrRegisterReader *self, KkrReading *reading);
KkrRegister *kkr_register_reader_finish (KkrRegisterReader *self, KkrReading *reading,
                                         gboolean complete, GError **error);

G_END_DECLS
