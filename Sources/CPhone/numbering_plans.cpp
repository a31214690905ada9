#include "numbering_plans.h"

#include <cstring>

#include "leadmill_phone.h"

namespace leadmill {
namespace plans {

#include "plans/regions.inc"

namespace {

// Rows of eleven 16-bit words, little-endian: the node behind each digit, then what a number is that
// ends here: 0 for nothing, else 1 + 12 * region of the code + type.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
alignas(2) const unsigned char graph[] = {
#embed "plans/graph.bin"
};
#pragma clang diagnostic pop

constexpr size_t kRowWords = 11;
constexpr size_t kRegionCount = sizeof regions / sizeof regions[0];
constexpr size_t kCodeCount = sizeof calling_codes / sizeof calling_codes[0];

uint16_t word(size_t node, size_t column) {
  uint16_t value;
  std::memcpy(&value, graph + (node * kRowWords + column) * 2, 2);
  return value;
}

uint16_t walk(uint16_t node, Digits number) {
  for (size_t i = 0; i < number.count && node != 0; ++i) node = word(node, number.first[i] - '0');
  return word(node, 10);
}

// Where each region and code stands in the tables.
struct Index {
  const RegionPlan *region[26 * 26] = {};
  const CallingCode *code[1000] = {};

  Index() {
    for (const RegionPlan &plan : regions) {
      if (plan.id[0] >= 'A') region[(plan.id[0] - 'A') * 26 + (plan.id[1] - 'A')] = &plan;
    }
    for (const CallingCode &each : calling_codes) code[each.code] = &each;
  }
};

const Index &index() {
  static const Index instance;
  return instance;
}

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

const RegionPlan *of_region(const char *region) {
  if (region == nullptr || !is_letter(region[0]) || !is_letter(region[1])) return nullptr;
  return index().region[(region[0] - 'A') * 26 + (region[1] - 'A')];
}

const CallingCode *of_code(int code) {
  return code > 0 && code < 1000 ? index().code[code] : nullptr;
}

const RegionPlan &main_region(const CallingCode &code) { return regions[code.first_region]; }

bool has_general_form(const RegionPlan &plan, Digits number) {
  return walk(plan.general, number) != 0;
}

LengthResult test_length(const RegionPlan &plan, size_t count) {
  uint32_t own = count < 32 ? 1u << count : 0;
  if (plan.local_lengths & own) return LengthResult::kLocalOnly;
  if (plan.lengths & own) return LengthResult::kPossible;
  if (own == 0 || plan.lengths < own) return LengthResult::kTooLong;
  return (plan.lengths & (own - 1)) == 0 ? LengthResult::kTooShort : LengthResult::kInvalid;
}

const RegionPlan *judge(const CallingCode &code, Digits number, uint8_t &type) {
  uint16_t result = walk(code.start, number);
  type = LEADMILL_PHONE_UNKNOWN_TYPE;
  if (result == 0) return code.region_count == 1 ? &regions[code.first_region] : nullptr;
  type = static_cast<uint8_t>((result - 1) % 12);
  return &regions[code.first_region + (result - 1) / 12];
}

const char *version() { return plans_version; }

static_assert(kRegionCount > 200 && kCodeCount > 200, "plans/generate.py has written all regions");

}  // namespace plans
}  // namespace leadmill
