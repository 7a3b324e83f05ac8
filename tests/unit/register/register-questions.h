/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-register-private.h>

/* Asks a register for all that it has, in every way there is; answers may be errors. */
void ask_everything (KkrRegister *reg);
