// What libphonenumber itself says about a number, by its public calls and its packaged metadata: what
// leadmill_phone_examine is compared with.
#pragma once

#include "leadmill_phone.h"

#ifdef __cplusplus
extern "C" {
#endif

// As leadmill_phone_examine.
void leadmill_phone_examine_by_library(const char *text, size_t length, const char *region,
                                       struct leadmill_phone *result);

// Keeps the library from writing to standard output.
void leadmill_phone_library_is_silent(void);

#ifdef __cplusplus
}
#endif
