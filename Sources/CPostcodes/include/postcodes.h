// Tables of postcodes, as lines of text (UTF-8) with tabs between cells; made by `generate`.
#pragma once

#include <stddef.h>
#include <stdint.h>

struct leadmill_postcode_text {
  const uint8_t *bytes;
  size_t count;
};

// Country, pattern of codes without separators, where separators go, and an example.
struct leadmill_postcode_text leadmill_postcode_codes(void);

// Country, how the codes of a state or province begin, and its letters and names with bars between.
struct leadmill_postcode_text leadmill_postcode_states(void);

// The same for further regions: those of which codes are told in full, or only roughly.
struct leadmill_postcode_text leadmill_postcode_regions(void);

// Name of a region, the countries that it is of, and those that have something else of the name.
struct leadmill_postcode_text leadmill_region_namesakes(void);

// Where the places of area codes (A) and postcodes (P) lie: country, beginning of the code, the middle
// in hundredths of degrees, kilometres around it, and a town of an area code.
struct leadmill_postcode_text leadmill_whereabouts(void);
