// From a written number to a calling code and a national number, as libphonenumber does it.
#pragma once

#include "numbering_plans.h"
#include "written_number.h"

namespace leadmill {

enum class ParseError { kNone, kNotANumber, kNoCountry, kTooShort, kTooLong };

// Reads one number. It is large and meant to live on the stack.
class NumberParser {
 public:
  // Reads UTF-8 as dialled from a region, null for none.
  ParseError parse(const char *text, size_t length, const RegionPlan *region);

  const CallingCode &code() const { return *code_; }
  Digits national() const { return {national_, national_count_}; }
  const DigitBuffer &extension() const { return extension_; }

 private:
  ParseError take_code(Written number, const RegionPlan *region);
  ParseError take_code_after_prefix(Digits digits);
  bool strips_own_code(Digits digits, const RegionPlan &region);
  void keep(Digits digits);

  const CallingCode *code_ = nullptr;
  char national_[kMostSymbols + 8];
  size_t national_count_ = 0;
  DigitBuffer extension_;
};

}  // namespace leadmill
