/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/register/kkr-overlay.h>
#include <libkkr/register/kkr-register-keys-private.h>

G_BEGIN_DECLS

/* A value that somebody wrote, read for a unit. */
typedef struct {
  gint64 num;
  gint64 den;
  char *printed; /* a decimal as files have it, money in kroner */
} KkrOverlayValue;

gboolean kkr_overlay_value_parse (const char *text, KkrUnit unit, KkrOverlayValue *value,
                                  GError **error);
/* The value times a factor, to what one of the last printed digits is worth. */
gboolean kkr_overlay_value_scale (const KkrFactRecord *record, const char *printed,
                                  const KkrRational *factor, KkrRoundingMode mode,
                                  KkrOverlayValue *value, GError **error);
gboolean kkr_overlay_factor_parse (const char *text, KkrRational *factor, GError **error);
void kkr_overlay_value_clear (KkrOverlayValue *value);

/* A fact as it is now; texts of the record are numbered as in the base register. */
typedef struct {
  KkrFactRecord record;
  const KkrFactRecord *origin; /* NULL for one that was added */
  char *printed;               /* of one that was changed or added */
  gboolean removed;
  gboolean is_text; /* what it is changed to */
} KkrOverlayFact;

/* All facts of a key that was touched. */
typedef struct {
  char *key;
  KkrKeyFacts base; /* none for a new key */
  GArray *facts;    /* KkrOverlayFact */
} KkrOverlayKey;

typedef struct {
  gint32 from;
  gint32 until;
  KkrDatePrecision from_precision;
  KkrDatePrecision until_precision;
} KkrOverlaySpan;

gboolean kkr_overlay_has_number (const KkrFactRecord *record);
char *kkr_overlay_dup_period (const KkrFactRecord *record);

KkrOverlayKey *kkr_overlay_key_new (const char *key, const KkrKeyFacts *base);
void kkr_overlay_key_free (KkrOverlayKey *key);
gboolean kkr_overlay_fact_is_within (const KkrOverlayFact *fact, const KkrOverlaySpan *span);
void kkr_overlay_fact_set (KkrOverlayFact *fact, KkrOverlayValue *value);
void kkr_overlay_fact_set_text (const KkrOverlayKey *key, KkrOverlayFact *fact, const char *text);
KkrOverlayFact *kkr_overlay_key_add (KkrOverlayKey *key, KkrUnit unit, const KkrOverlaySpan *span);

struct _KkrOverlay {
  GObject parent_instance;

  KkrRegister *base;
  GHashTable *keys;    /* text → KkrOverlayKey */
  GPtrArray *problems; /* KkrProblem */
  GPtrArray *not_found;
};

/* NULL if the register has no such key and nothing was added under it. */
KkrOverlayKey *kkr_overlay_touch (KkrOverlay *self, const char *key);
/* All time if `valid` is NULL. */
gboolean kkr_overlay_read_span (const char *valid, KkrOverlaySpan *span, GError **error);
gboolean kkr_overlay_fact_is_changed (const KkrOverlayFact *fact);
/* Whether it is as in the register below. */
gboolean kkr_overlay_key_is_same (const KkrOverlayKey *key);
gboolean kkr_overlay_check_text (const char *text, GError **error);
void kkr_overlay_miss (KkrOverlay *self, const char *key, const char *valid);
/* The keys that were touched, ascending. */
GPtrArray *kkr_overlay_sort_keys (KkrOverlay *self);

/* The delta of these keys (KkrOverlayKey, ascending) on a register. KKR_CALC_ERROR_OVERFLOW. */
KkrDelta *kkr_overlay_pack (KkrRegister *base, GPtrArray *keys, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrOverlayValue, kkr_overlay_value_clear)

G_END_DECLS
