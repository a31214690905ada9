// The numbering plans of all regions, made from the library's own metadata by plans/generate.py.
//
// Decision: the plans are constants of the program. Nothing is read or compiled at start, a page is
// loaded when a number of its region comes, and threads share them without a lock.
#pragma once

#include <cstddef>
#include <cstdint>

namespace leadmill {

// What is done with a number that is written in some region.
struct RegionPlan {
  char id[4];  // ISO 3166-1 alpha-2; "001" for a calling code of no country.
  uint16_t code;
  // Bit n: numbers of n digits exist; numbers of n digits exist within an area only.
  uint32_t lengths, local_lengths;
  uint16_t general;  // Node of the graph: has a number the general form of the region?
  uint16_t national_prefix, international_prefix;  // Programs for PrefixPattern; 0 for none.
  char transform_rule[8];  // What a national prefix becomes: digits, and groups as \1.
};

// What a country calling code says about the number behind it.
struct CallingCode {
  uint16_t code;
  uint16_t first_region, region_count;  // The main region comes first.
  uint16_t start;  // Node of the graph: of which region and type is a number?
};

// Digits of a national number, '0' to '9'.
struct Digits {
  const char *first;
  size_t count;
};

enum class LengthResult { kPossible, kLocalOnly, kTooShort, kTooLong, kInvalid };

namespace plans {

// Null for two letters that are no region.
const RegionPlan *of_region(const char *region);
// Null for a code that nobody has.
const CallingCode *of_code(int code);
const RegionPlan &main_region(const CallingCode &code);

bool has_general_form(const RegionPlan &plan, Digits number);
LengthResult test_length(const RegionPlan &plan, size_t count);

// The region of a number, null when the code is shared and none of its regions claims the number, and
// its leadmill_phone_type.
const RegionPlan *judge(const CallingCode &code, Digits number, uint8_t &type);

const char *version();

}  // namespace plans
}  // namespace leadmill
