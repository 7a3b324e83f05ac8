/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>
#include <libkkr/base/kkr-rational-private.h>

G_BEGIN_DECLS

/* A number as Danish documents print it: "19.156.058,50 kr.", "kr. 1.299,99", "12,-", "6,3 pct.",
 * "17,654 mio. kr.", "500 tkr.", "39.978 personer". Dots and spaces group digits in threes, the
 * comma is the decimal sign. */

typedef struct {
  KkrRational value;     /* money in kroner */
  KkrRational precision; /* what one of the last printed digit is worth */
  gboolean negative;     /* "-0" too */
  guint decimals;        /* as printed */
  gboolean scaled;       /* in øre, thousands, millions or milliards */
  KkrUnit unit;          /* UNSET when none is printed */
} KkrNumber;

/* `what` begins the messages: N_("an amount"), N_("a figure"). OUT_OF_RANGE or OVERFLOW. */
gboolean kkr_number_parse (const char *text, const char *what, KkrNumber *number, GError **error);

/* The text for a message: in quotes, valid UTF-8 and not too long. */
char *kkr_text_quote (const char *text);

G_END_DECLS
