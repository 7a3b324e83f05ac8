/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/domtype/kkr-sector.h>

G_BEGIN_DECLS

/* What files may say instead of the nicks: the words of a sheet's column. */
#define KKR_SECTOR_WORDS \
  "kommunal|kommunalt|kommune;regional|regionalt|region;privat|private;selvejende;" \
  "statslig|statsligt|stat"

/* "privat" or "private". */
const char *kkr_sector_word_in (KkrSector sector, const char *language);

G_END_DECLS
