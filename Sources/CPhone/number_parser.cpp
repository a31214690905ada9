#include "number_parser.h"

#include <cstring>

#include "prefix_pattern.h"

namespace leadmill {
namespace {

// The library's limits of a national number. The ITU says 15 at most; Germany has longer ones.
constexpr size_t kLeastDigits = 2, kMostDigits = 17;
// Room for a number whose prefix was replaced by what the plan says.
constexpr size_t kTransformedRoom = kMostSymbols + 8;

Digits behind(Digits number, size_t count) { return {number.first + count, number.count - count}; }

// Writes what a rule makes of a number whose prefix was matched.
Digits transform(const char *rule, const PrefixPattern::Match &match, Digits number, char *room) {
  size_t count = 0;
  auto append = [&](const char *first, size_t length) {
    std::memcpy(room + count, first, length);
    count += length;
  };
  for (; *rule != 0; ++rule) {
    if (*rule != '\\') {
      append(rule, 1);
      continue;
    }
    size_t group = static_cast<size_t>(*++rule - '0');
    if (match.has_group[group]) {
      append(number.first + match.first[group], match.last[group] - match.first[group]);
    }
  }
  append(number.first + match.end, number.count - match.end);
  return {room, count};
}

// A number without its national prefix, or as it was when the prefix belongs to it. The result may
// stand in `room`.
Digits without_national_prefix(Digits number, const RegionPlan &region, char *room) {
  PrefixPattern prefix(region.national_prefix);
  PrefixPattern::Match match;
  if (number.count == 0 || !prefix.exists() || !prefix.match(number, match)) return number;
  bool replaces = region.transform_rule[0] != 0 && match.has_group[match.group_count];
  Digits rest = replaces ? transform(region.transform_rule, match, number, room)
                         : behind(number, match.end);
  bool spoils = plans::has_general_form(region, number) && !plans::has_general_form(region, rest);
  return spoils ? number : rest;
}

}  // namespace

void NumberParser::keep(Digits digits) {
  std::memmove(national_, digits.first, digits.count);
  national_count_ = digits.count;
}

// Takes the calling code off digits that an international prefix stood before.
ParseError NumberParser::take_code_after_prefix(Digits digits) {
  if (digits.count <= kLeastDigits) return ParseError::kTooShort;
  int code = 0;
  for (size_t used = 1; used <= 3 && used <= digits.count && digits.first[0] != '0'; ++used) {
    code = code * 10 + (digits.first[used - 1] - '0');
    code_ = plans::of_code(code);
    if (code_ == nullptr) continue;
    keep(behind(digits, used));
    return ParseError::kNone;
  }
  return ParseError::kNoCountry;
}

// Takes the region's own calling code off when that makes a number of what was none.
bool NumberParser::strips_own_code(Digits digits, const RegionPlan &region) {
  size_t used = region.code >= 100 ? 3 : region.code >= 10 ? 2 : 1;
  if (digits.count < used) return false;
  int code = 0;
  for (size_t i = 0; i < used; ++i) code = code * 10 + (digits.first[i] - '0');
  if (code != region.code) return false;
  char room[kTransformedRoom];
  Digits rest = without_national_prefix(behind(digits, used), region, room);
  bool mends = !plans::has_general_form(region, digits) && plans::has_general_form(region, rest);
  if (!mends && plans::test_length(region, digits.count) != LengthResult::kTooLong) return false;
  code_ = plans::of_code(region.code);
  keep(rest);
  return true;
}

// Finds the calling code and keeps what follows it; without one, code_ stays null and the number whole.
ParseError NumberParser::take_code(Written number, const RegionPlan *region) {
  code_ = nullptr;
  national_count_ = 0;
  size_t pluses = plus_count(number);
  DigitBuffer digits;
  normalise(number.from(pluses), digits);
  if (pluses > 0) return take_code_after_prefix(digits.view());
  PrefixPattern prefix(region == nullptr ? 0 : region->international_prefix);
  PrefixPattern::Match match;
  if (prefix.exists() && prefix.match(digits.view(), match)) {
    Digits rest = behind(digits.view(), match.end);
    // No calling code begins with a zero.
    if (rest.count == 0 || rest.first[0] != '0') return take_code_after_prefix(rest);
  }
  if (region != nullptr && strips_own_code(digits.view(), *region)) return ParseError::kNone;
  keep(digits.view());
  return ParseError::kNone;
}

ParseError NumberParser::parse(const char *text, size_t length, const RegionPlan *region) {
  Symbol symbols[kMostSymbols], room[2 * kMostSymbols];
  Written number{symbols, read_symbols(text, length, symbols)};
  if (number.count > kMostSymbols) return ParseError::kTooLong;
  size_t count;
  if (!extract_number(number, room, count)) return ParseError::kNotANumber;
  number = {room, count};
  if (!is_viable(number)) return ParseError::kNotANumber;
  if (region == nullptr && plus_count(number) == 0) return ParseError::kNoCountry;
  number = without_extension(number, extension_);

  ParseError error = take_code(number, region);
  if (error == ParseError::kNoCountry && plus_count(number) > 0) {
    // A plus before no calling code: perhaps the number is one of the region all the same.
    error = take_code(number.from(plus_count(number)), region);
    if (error == ParseError::kNone && code_ == nullptr) error = ParseError::kNoCountry;
  }
  if (error != ParseError::kNone) return error;

  const RegionPlan *plan = region;
  if (code_ != nullptr) {
    plan = &plans::main_region(*code_);
  } else if (region != nullptr) {
    code_ = plans::of_code(region->code);
  }
  if (plan == nullptr || code_ == nullptr) return ParseError::kNoCountry;
  if (national_count_ < kLeastDigits) return ParseError::kTooShort;
  char transformed[kTransformedRoom];
  Digits rest = without_national_prefix(national(), *plan, transformed);
  switch (plans::test_length(*plan, rest.count)) {
    case LengthResult::kTooShort: case LengthResult::kLocalOnly: case LengthResult::kInvalid: break;
    default: keep(rest);
  }
  if (national_count_ < kLeastDigits) return ParseError::kTooShort;
  return national_count_ > kMostDigits ? ParseError::kTooLong : ParseError::kNone;
}

}  // namespace leadmill
