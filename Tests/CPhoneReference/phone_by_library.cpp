#include "leadmill_phone_reference.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <cstring>
#include <string>

using i18n::phonenumbers::NullLogger;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

uint8_t outcome_of(PhoneNumberUtil::ErrorType error) {
  switch (error) {
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR: return LEADMILL_PHONE_NO_COUNTRY;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN: return LEADMILL_PHONE_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG_NSN: return LEADMILL_PHONE_TOO_LONG;
    default: return LEADMILL_PHONE_NOT_A_NUMBER;
  }
}

uint8_t outcome_of(PhoneNumberUtil::ValidationResult result) {
  switch (result) {
    case PhoneNumberUtil::IS_POSSIBLE: return LEADMILL_PHONE_POSSIBLE;
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: return LEADMILL_PHONE_LOCAL_ONLY;
    case PhoneNumberUtil::TOO_SHORT: return LEADMILL_PHONE_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG: return LEADMILL_PHONE_TOO_LONG;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE: return LEADMILL_PHONE_NO_COUNTRY;
    default: return LEADMILL_PHONE_WRONG_LENGTH;
  }
}

uint8_t copy(const std::string &text, char *room, size_t most) {
  size_t count = text.size() < most ? text.size() : most;
  std::memcpy(room, text.data(), count);
  return static_cast<uint8_t>(count);
}

}  // namespace

extern "C" void leadmill_phone_library_is_silent(void) {
  PhoneNumberUtil::GetInstance()->SetLogger(new NullLogger());
}

extern "C" void leadmill_phone_examine_by_library(const char *text, size_t length,
                                                  const char *region, leadmill_phone *result) {
  std::memset(result, 0, sizeof *result);
  result->type = LEADMILL_PHONE_UNKNOWN_TYPE;
  const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  std::string written = length > 0 ? std::string(text, length) : std::string();
  auto error = util.Parse(written, region == nullptr ? "ZZ" : std::string(region, 2), &number);
  if (error != PhoneNumberUtil::NO_PARSING_ERROR) {
    result->outcome = outcome_of(error);
    return;
  }
  result->extension_length = copy(number.extension(), result->extension, sizeof result->extension);
  std::string code;
  util.GetRegionCodeForNumber(number, &code);
  if (code.size() == 2 && code != "ZZ") std::memcpy(result->region, code.data(), 2);
  std::string e164;
  util.Format(number, PhoneNumberUtil::E164, &e164);
  result->e164_length = copy(e164, result->e164, sizeof result->e164);
  if (util.IsValidNumber(number)) {
    result->outcome = LEADMILL_PHONE_VALID;
    result->type = static_cast<uint8_t>(util.GetNumberType(number));
  } else {
    result->outcome = outcome_of(util.IsPossibleNumberWithReason(number));
  }
}
