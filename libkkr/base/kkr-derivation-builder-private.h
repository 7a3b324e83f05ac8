/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-step-maker-private.h>

G_BEGIN_DECLS

struct _KkrDerivationBuilder {
  GObject parent_instance;

  /* Taken away by end(). */
  KkrDerivation *derivation;
  KkrStepMaker maker;
};

/* Nothing is added after an error or after end(). */
gboolean kkr_derivation_builder_is_open (KkrDerivationBuilder *self);

G_END_DECLS
