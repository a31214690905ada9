#include "postcodes.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t codes[] = {
#embed "data/codes.tsv"
};
static const uint8_t states[] = {
#embed "data/states.tsv"
};
static const uint8_t regions[] = {
#embed "data/regions.tsv"
};

struct leadmill_postcode_text leadmill_postcode_codes(void) {
  return (struct leadmill_postcode_text){codes, sizeof codes};
}

struct leadmill_postcode_text leadmill_postcode_states(void) {
  return (struct leadmill_postcode_text){states, sizeof states};
}

struct leadmill_postcode_text leadmill_postcode_regions(void) {
  return (struct leadmill_postcode_text){regions, sizeof regions};
}
