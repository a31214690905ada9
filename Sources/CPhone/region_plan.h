// The numbering plan of one region: which of its numbers are of which type.
#pragma once

#include <phonenumbers/phonenumberutil.h>

#include <cstdint>
#include <memory>
#include <string>

#include "digit_automaton.h"

namespace i18n { namespace phonenumbers { class PhoneMetadata; class PhoneNumberDesc; } }

namespace leadmill {

// Not thread-safe, as its automaton is not.
class RegionPlan {
 public:
  using Type = i18n::phonenumbers::PhoneNumberUtil::PhoneNumberType;

  struct Verdict {
    Type type;
    // Whether a number of a calling code that several regions share is of this one: by its leading
    // digits where the plan names them, else by having a type.
    bool belongs;
  };

  // Reads the library's metadata; null when a pattern is beyond the automaton.
  static std::unique_ptr<RegionPlan> of(const i18n::phonenumbers::PhoneMetadata &metadata);

  // Judges a national significant number, by the library's rules in the library's order.
  Verdict judge(const std::string &digits);

 private:
  // The library's descriptions, in the order in which it tries them.
  enum Description {
    kGeneral, kPremiumRate, kTollFree, kSharedCost, kVoip, kPersonal, kPager, kUan, kVoicemail,
    kFixedLine, kMobile, kLeadingDigits, kDescriptionCount
  };

  bool add(const i18n::phonenumbers::PhoneNumberDesc &description, Description which);

  DigitAutomaton automaton_;
  // Bit n: numbers of n digits exist; 0 when the metadata names no lengths and any will do.
  uint32_t lengths_[kDescriptionCount] = {};
  bool mobile_is_fixed_ = false;
  bool has_leading_digits_ = false;
};

}  // namespace leadmill
