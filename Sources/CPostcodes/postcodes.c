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
static const uint8_t namesakes[] = {
#embed "data/namesakes.tsv"
};
static const uint8_t whereabouts[] = {
#embed "data/whereabouts.tsv"
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

struct leadmill_postcode_text leadmill_region_namesakes(void) {
  return (struct leadmill_postcode_text){namesakes, sizeof namesakes};
}

struct leadmill_postcode_text leadmill_whereabouts(void) {
  return (struct leadmill_postcode_text){whereabouts, sizeof whereabouts};
}
