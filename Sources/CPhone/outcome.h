// What the library's answers are called here.
#pragma once

#include <phonenumbers/phonenumberutil.h>

#include <cstring>
#include <string>

#include "leadmill_phone.h"

namespace leadmill {

using i18n::phonenumbers::PhoneNumberUtil;

inline uint8_t outcome_of(PhoneNumberUtil::ErrorType error) {
  switch (error) {
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR: return LEADMILL_PHONE_NO_COUNTRY;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN: return LEADMILL_PHONE_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG_NSN: return LEADMILL_PHONE_TOO_LONG;
    default: return LEADMILL_PHONE_NOT_A_NUMBER;
  }
}

inline uint8_t outcome_of(PhoneNumberUtil::ValidationResult result) {
  switch (result) {
    case PhoneNumberUtil::IS_POSSIBLE: return LEADMILL_PHONE_POSSIBLE;
    case PhoneNumberUtil::TOO_SHORT:
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: return LEADMILL_PHONE_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG: return LEADMILL_PHONE_TOO_LONG;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE: return LEADMILL_PHONE_NO_COUNTRY;
    default: return LEADMILL_PHONE_WRONG_LENGTH;
  }
}

// Writes a plus, the calling code and the national digits, if that is a length of E.164.
inline void write_e164(int calling_code, const std::string &digits, leadmill_phone *result) {
  std::string code = std::to_string(calling_code);
  size_t length = 1 + code.size() + digits.size();
  if (length > sizeof result->e164) return;
  result->e164[0] = '+';
  std::memcpy(result->e164 + 1, code.data(), code.size());
  std::memcpy(result->e164 + 1 + code.size(), digits.data(), digits.size());
  result->e164_length = static_cast<uint8_t>(length);
}

}  // namespace leadmill
