// Names of cities and the countries that have them: lines of text, made by `generate`.
#pragma once

#include <stddef.h>
#include <stdint.h>

struct leadmill_city_text {
  const uint8_t *bytes;
  size_t count;
};

// A name in small letters without accents, a tab, and ISO 3166-1 codes with blanks between.
struct leadmill_city_text leadmill_cities(void);
