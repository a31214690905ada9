#pragma once
#define XXH_INLINE_ALL
#include <xxhash.h>

// The library's own names are macros in this mode, which Swift cannot see.
static inline unsigned long long leadmill_xxh3(const void *bytes, size_t count, unsigned long long seed) {
  return XXH3_64bits_withSeed(bytes, count, seed);
}
