/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>

G_BEGIN_DECLS

/* The words of Statistics Denmark's files. */

/* "2024", "2024K2", "2024M05", "2024M05D12", "2024H1", "2024U07" as a period of a register; an
 * English Q is a K. An asterisk at the end (a provisional figure) is told in `provisional`. NULL if
 * it is none of these. */
char *kkr_statistics_period (const char *text, gboolean *provisional);

/* A text as a part of a key: "90+" is "90-plus", "Mænd" is "maend", and every word for a total is
 * "total". Empty if there is nothing to write. */
char *kkr_statistics_slug (const char *text);

typedef enum {
  KKR_STATISTICS_NUMBER,
  KKR_STATISTICS_STATUS, /* one of the marks for no number */
  KKR_STATISTICS_AMBIGUOUS, /* "1.234": thousands or decimals? */
  KKR_STATISTICS_BAD,
} KkrStatisticsValue;

/* `number` is a decimal with a dot, and is freed. "-" is nought. */
KkrStatisticsValue kkr_statistics_value (const char *text, gboolean dot_is_decimal, char **number,
                                         KkrCellStatus *status);

/* The code at the beginning of "084", "084 Region Hovedstaden", as a register has it: "1084"; for
 * other units than those of a register what it is in a key. NULL if there is no code. */
char *kkr_statistics_area_code (const char *text);

/* Whether the heading of a column or the name of a dimension means this. */
gboolean kkr_statistics_is_area (const char *name);
gboolean kkr_statistics_is_time (const char *name);
gboolean kkr_statistics_is_contents (const char *name);

G_END_DECLS
