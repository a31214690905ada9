#include <cstring>

#include "leadmill_phone.h"
#include "number_parser.h"

using leadmill::LengthResult;
using leadmill::NumberParser;
using leadmill::ParseError;
using leadmill::RegionPlan;
namespace plans = leadmill::plans;

namespace {

uint8_t outcome_of(ParseError error) {
  switch (error) {
    case ParseError::kNoCountry: return LEADMILL_PHONE_NO_COUNTRY;
    case ParseError::kTooShort: return LEADMILL_PHONE_TOO_SHORT;
    case ParseError::kTooLong: return LEADMILL_PHONE_TOO_LONG;
    default: return LEADMILL_PHONE_NOT_A_NUMBER;
  }
}

uint8_t outcome_of(LengthResult length) {
  switch (length) {
    case LengthResult::kPossible: return LEADMILL_PHONE_POSSIBLE;
    case LengthResult::kLocalOnly: return LEADMILL_PHONE_LOCAL_ONLY;
    case LengthResult::kTooShort: return LEADMILL_PHONE_TOO_SHORT;
    case LengthResult::kTooLong: return LEADMILL_PHONE_TOO_LONG;
    default: return LEADMILL_PHONE_WRONG_LENGTH;
  }
}

void write_e164(int code, leadmill::Digits national, leadmill_phone *result) {
  char *at = result->e164;
  *at++ = '+';
  if (code >= 100) *at++ = static_cast<char>('0' + code / 100);
  if (code >= 10) *at++ = static_cast<char>('0' + code / 10 % 10);
  *at++ = static_cast<char>('0' + code % 10);
  std::memcpy(at, national.first, national.count);
  result->e164_length = static_cast<uint8_t>(at + national.count - result->e164);
}

}  // namespace

extern "C" void leadmill_phone_examine(const char *text, size_t length, const char *region,
                                       leadmill_phone *result) {
  std::memset(result, 0, sizeof *result);
  result->type = LEADMILL_PHONE_UNKNOWN_TYPE;
  NumberParser parser;
  ParseError error = parser.parse(text, length, plans::of_region(region));
  if (error != ParseError::kNone) {
    result->outcome = outcome_of(error);
    return;
  }
  result->extension_length = static_cast<uint8_t>(parser.extension().count);
  std::memcpy(result->extension, parser.extension().digits, parser.extension().count);
  write_e164(parser.code().code, parser.national(), result);
  const RegionPlan *home = plans::judge(parser.code(), parser.national(), result->type);
  if (home != nullptr && home->id[0] >= 'A') std::memcpy(result->region, home->id, 2);
  result->outcome = result->type != LEADMILL_PHONE_UNKNOWN_TYPE
                        ? LEADMILL_PHONE_VALID
                        : outcome_of(plans::test_length(plans::main_region(parser.code()),
                                                        parser.national().count));
}

extern "C" void leadmill_phone_examine_exactly(const char *text, size_t length,
                                               leadmill_phone *result) {
  std::memset(result, 0, sizeof *result);
  result->type = LEADMILL_PHONE_UNKNOWN_TYPE;
  // A plus, a code of three digits and the library's longest national number.
  if (length < 2 || length > 21 || text[0] != '+') return;
  for (size_t i = 1; i < length; ++i) {
    if (text[i] < '0' || text[i] > '9') return;
  }
  int value = 0;
  for (size_t used = 1; used <= 3 && used + 1 < length; ++used) {
    value = value * 10 + (text[used] - '0');
    const leadmill::CallingCode *code = plans::of_code(value);
    if (code == nullptr) continue;
    leadmill::Digits national{text + 1 + used, length - 1 - used};
    const RegionPlan *home = plans::judge(*code, national, result->type);
    if (result->type == LEADMILL_PHONE_UNKNOWN_TYPE) return;
    if (home != nullptr && home->id[0] >= 'A') std::memcpy(result->region, home->id, 2);
    write_e164(value, national, result);
    result->outcome = LEADMILL_PHONE_VALID;
    return;
  }
}

extern "C" const char *leadmill_phone_plans_version(void) { return plans::version(); }
