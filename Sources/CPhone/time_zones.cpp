// Which time zones a number may be in: the library's table of prefixes, read as the library reads it.
#include <algorithm>
#include <cstdint>
#include <iterator>

#include "leadmill_phone.h"
#include "numbering_plans.h"

namespace plans = leadmill::plans;

namespace {

// The digits that a number begins with, as a whole number, and the set of zones behind them.
struct ZonePrefix {
  uint32_t digits;
  uint16_t set;
};

#include "plans/zones.inc"

constexpr size_t kLongestPrefix = 9;

// Of the longest prefix that is known.
int set_of(leadmill::Digits digits) {
  uint32_t values[kLongestPrefix];
  size_t count = std::min(digits.count, kLongestPrefix);
  uint32_t value = 0;
  for (size_t i = 0; i < count; ++i) values[i] = value = value * 10 + (digits.first[i] - '0');
  const ZonePrefix *known = std::end(zone_prefixes);
  for (size_t i = count; i-- > 0;) {
    auto below = [](const ZonePrefix &each, uint32_t wanted) { return each.digits < wanted; };
    // A shorter prefix is a smaller number.
    known = std::lower_bound(std::begin(zone_prefixes), known, values[i], below);
    if (known != std::end(zone_prefixes) && known->digits == values[i]) return known->set;
  }
  return -1;
}

bool has_place(uint8_t type, int code) {
  if (type == LEADMILL_PHONE_FIXED_LINE || type == LEADMILL_PHONE_FIXED_LINE_OR_MOBILE) return true;
  return type == LEADMILL_PHONE_MOBILE &&
         std::find(std::begin(codes_of_placed_mobiles), std::end(codes_of_placed_mobiles), code) !=
             std::end(codes_of_placed_mobiles);
}

}  // namespace

extern "C" int leadmill_phone_time_zones(const char *e164, size_t length) {
  if (length < 3 || length > 18 || e164[0] != '+') return -1;
  leadmill::Digits digits{e164 + 1, length - 1};
  if (!std::all_of(digits.first, digits.first + digits.count,
                   [](char c) { return c >= '0' && c <= '9'; })) {
    return -1;
  }
  int value = 0;
  for (size_t count = 1; count <= 3 && count < digits.count; ++count) {
    value = value * 10 + (digits.first[count - 1] - '0');
    const leadmill::CallingCode *code = plans::of_code(value);
    if (code == nullptr) continue;
    uint8_t type;
    plans::judge(*code, {digits.first + count, digits.count - count}, type);
    if (type == LEADMILL_PHONE_UNKNOWN_TYPE) return -1;
    return set_of(has_place(type, value) ? digits : leadmill::Digits{digits.first, count});
  }
  return -1;
}

extern "C" const char *leadmill_phone_zone_set(int index) {
  constexpr int count = static_cast<int>(std::size(zone_sets));
  return index >= 0 && index < count ? zone_sets[index] : nullptr;
}
