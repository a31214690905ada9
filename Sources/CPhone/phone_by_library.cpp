#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <cstring>
#include <string>

#include "leadmill_phone.h"
#include "outcome.h"

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;
using leadmill::outcome_of;

extern "C" void leadmill_phone_examine_by_library(const char *text, size_t length,
                                                  const char *region, leadmill_phone *result) {
  std::memset(result, 0, sizeof *result);
  result->type = LEADMILL_PHONE_UNKNOWN_TYPE;
  const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  std::string written = length > 0 ? std::string(text, length) : std::string();
  auto error = util.Parse(written, region == nullptr ? "ZZ" : region, &number);
  if (error != PhoneNumberUtil::NO_PARSING_ERROR) {
    result->outcome = outcome_of(error);
    return;
  }
  result->has_extension = number.has_extension() ? 1 : 0;
  if (util.IsValidNumber(number)) {
    result->outcome = LEADMILL_PHONE_VALID;
    result->type = static_cast<uint8_t>(util.GetNumberType(number));
    std::string code;
    util.GetRegionCodeForNumber(number, &code);
    if (code.size() == 2 && code != "ZZ") std::memcpy(result->region, code.data(), 2);
  } else {
    result->outcome = outcome_of(util.IsPossibleNumberWithReason(number));
    if (result->outcome != LEADMILL_PHONE_POSSIBLE) return;
  }
  std::string digits;
  util.GetNationalSignificantNumber(number, &digits);
  leadmill::write_e164(number.country_code(), digits, result);
}
