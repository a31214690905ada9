#include "leadmill_phone.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonemetadata.pb.h>
#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <cstring>
#include <list>
#include <string>

using i18n::phonenumbers::NullLogger;
using i18n::phonenumbers::PhoneMetadata;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

// Two private functions of the library, by the one way that the language has to name them: access is
// not checked in an explicit instantiation ([temp.spec.general]). For a number of a shared calling
// code such as +1 the public calls match every pattern of the main country three times; with these it
// is once. A library that declares them differently fails to compile here.
template <typename Name, typename Name::Function function>
struct Reveal {
  friend typename Name::Function reveal(Name) { return function; }
};

struct TypeInRegion {
  using Function = PhoneNumberUtil::PhoneNumberType (PhoneNumberUtil::*)(
      const std::string &, const PhoneMetadata &) const;
  friend Function reveal(TypeInRegion);
};
template struct Reveal<TypeInRegion, &PhoneNumberUtil::GetNumberTypeHelper>;

struct MetadataOfRegion {
  using Function = const PhoneMetadata *(PhoneNumberUtil::*)(const std::string &) const;
  friend Function reveal(MetadataOfRegion);
};
template struct Reveal<MetadataOfRegion, &PhoneNumberUtil::GetMetadataForRegion>;

// What a country calling code alone says about the region of a number.
struct CallingCode {
  // Several regions: the number's digits decide.
  bool is_shared = false;
  // The only region, or the main one, which the library tries first; zeros for a code of no country.
  char region[2] = {0, 0};
  // The region's patterns; null when numbers are not told to be of the region by them.
  const PhoneMetadata *metadata = nullptr;
};

struct Library {
  PhoneNumberUtil *util;
  CallingCode codes[1000];

  Library() : util(PhoneNumberUtil::GetInstance()) {
    // The library writes to standard output otherwise. It keeps the logger for good.
    util->SetLogger(new NullLogger());
    for (int code = 1; code < 1000; ++code) {
      std::list<std::string> regions;
      util->GetRegionCodesForCountryCallingCode(code, &regions);
      if (regions.empty() || regions.front().size() != 2) continue;
      codes[code].is_shared = regions.size() > 1;
      std::memcpy(codes[code].region, regions.front().data(), 2);
      const PhoneMetadata *metadata = (util->*reveal(MetadataOfRegion()))(regions.front());
      if (metadata != nullptr && !(codes[code].is_shared && metadata->has_leading_digits())) {
        codes[code].metadata = metadata;
      }
    }
  }
};

const Library &library() {
  static const Library instance;
  return instance;
}

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
    case PhoneNumberUtil::TOO_SHORT:
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: return LEADMILL_PHONE_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG: return LEADMILL_PHONE_TOO_LONG;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE: return LEADMILL_PHONE_NO_COUNTRY;
    default: return LEADMILL_PHONE_WRONG_LENGTH;
  }
}

// Scratch that a thread keeps, so that a number costs no allocation of its own.
struct Scratch {
  std::string text, region, digits;
  PhoneNumber number;
};

// The type of a number, and its region unless the type is unknown.
PhoneNumberUtil::PhoneNumberType read_type(const Library &lib, Scratch &scratch,
                                           leadmill_phone *result) {
  int code = scratch.number.country_code();
  const CallingCode *known = code >= 1 && code <= 999 ? &lib.codes[code] : nullptr;
  if (known != nullptr && known->metadata != nullptr) {
    auto type = (lib.util->*reveal(TypeInRegion()))(scratch.digits, *known->metadata);
    if (type != PhoneNumberUtil::UNKNOWN) std::memcpy(result->region, known->region, 2);
    if (type != PhoneNumberUtil::UNKNOWN || !known->is_shared) return type;
  }
  auto type = lib.util->GetNumberType(scratch.number);
  if (type == PhoneNumberUtil::UNKNOWN) return type;
  scratch.region.clear();
  lib.util->GetRegionCodeForNumber(scratch.number, &scratch.region);
  if (scratch.region.size() == 2 && scratch.region != "ZZ") {
    std::memcpy(result->region, scratch.region.data(), 2);
  }
  return type;
}

void write_e164(Scratch &scratch, leadmill_phone *result) {
  std::string code = std::to_string(scratch.number.country_code());
  size_t length = 1 + code.size() + scratch.digits.size();
  if (length > sizeof result->e164) return;
  result->e164[0] = '+';
  std::memcpy(result->e164 + 1, code.data(), code.size());
  std::memcpy(result->e164 + 1 + code.size(), scratch.digits.data(), scratch.digits.size());
  result->e164_length = static_cast<uint8_t>(length);
}

}  // namespace

extern "C" void leadmill_phone_examine(const char *text, size_t length, const char *region,
                                       leadmill_phone *result) {
  std::memset(result, 0, sizeof *result);
  result->type = LEADMILL_PHONE_UNKNOWN_TYPE;
  const Library &lib = library();
  static thread_local Scratch scratch;
  scratch.text.clear();
  if (length > 0) scratch.text.assign(text, length);
  scratch.region.assign(region == nullptr ? "ZZ" : region, 2);
  scratch.number.Clear();
  auto error = lib.util->Parse(scratch.text, scratch.region, &scratch.number);
  if (error != PhoneNumberUtil::NO_PARSING_ERROR) {
    result->outcome = outcome_of(error);
    return;
  }
  result->has_extension = scratch.number.has_extension() ? 1 : 0;
  scratch.digits.clear();
  lib.util->GetNationalSignificantNumber(scratch.number, &scratch.digits);
  auto type = read_type(lib, scratch, result);
  if (type != PhoneNumberUtil::UNKNOWN) {
    result->outcome = LEADMILL_PHONE_VALID;
    result->type = static_cast<uint8_t>(type);
  } else {
    result->outcome = outcome_of(lib.util->IsPossibleNumberWithReason(scratch.number));
    if (result->outcome != LEADMILL_PHONE_POSSIBLE) return;
  }
  write_e164(scratch, result);
}
