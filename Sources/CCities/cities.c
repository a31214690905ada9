#include "cities.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t cities[] = {
#embed "data/cities.tsv"
};

struct leadmill_city_text leadmill_cities(void) {
  return (struct leadmill_city_text){cities, sizeof cities};
}
