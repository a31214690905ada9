#include "leadmill_phone.h"

#include "digit_automaton.h"
#include "outcome.h"
#include "region_plan.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/phonemetadata.pb.h>
#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <cstring>
#include <list>
#include <memory>
#include <set>
#include <string>
#include <vector>

using i18n::phonenumbers::NullLogger;
using i18n::phonenumbers::PhoneMetadata;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;
using leadmill::DigitAutomaton;
using leadmill::DigitSet;
using leadmill::RegionPlan;
using leadmill::outcome_of;

namespace {

// A private function of the library, by the one way that the language has to name it: access is not
// checked in an explicit instantiation ([temp.spec.general]). It gives the numbering plans, which no
// public call does. A library that declares it differently fails to compile here.
template <typename Name, typename Name::Function function>
struct Reveal {
  friend typename Name::Function reveal(Name) { return function; }
};

struct MetadataOfRegion {
  using Function = const PhoneMetadata *(PhoneNumberUtil::*)(const std::string &) const;
  friend Function reveal(MetadataOfRegion);
};
template struct Reveal<MetadataOfRegion, &PhoneNumberUtil::GetMetadataForRegion>;

// What a country calling code alone says about a number.
struct CallingCode {
  bool is_known = false;
  // Its regions, the main one first, in the order in which the library tries them; none for a code of
  // no country.
  std::vector<std::string> regions;
  // A number behind the code that begins with one of these digits may lose a national prefix.
  DigitSet prefixes = DigitSet::all();
};

// How numbers are dialled within a region.
struct DiallingPlan {
  int code = 0;
  // A number that begins with one of these digits may carry a prefix, national or international.
  DigitSet prefixes = DigitSet::all();
};

int region_index(const char *region) { return (region[0] - 'A') * 26 + (region[1] - 'A'); }

bool is_region(const char *region) {
  return region != nullptr && region[0] >= 'A' && region[0] <= 'Z' && region[1] >= 'A' &&
         region[1] <= 'Z';
}

// The digits that a number with such a prefix can begin with; all when the pattern is not understood.
DigitSet prefix_digits(std::string pattern) {
  DigitAutomaton automaton;
  // An anchor at the end only narrows what matches; without it the set can only be larger.
  pattern.erase(std::remove(pattern.begin(), pattern.end(), '$'), pattern.end());
  if (pattern.empty()) return DigitSet();
  return automaton.add(pattern, 0) ? automaton.first_digits() : DigitSet::all();
}

struct Library {
  PhoneNumberUtil *util;
  CallingCode codes[1000];
  DiallingPlan plans[26 * 26];

  Library() : util(PhoneNumberUtil::GetInstance()) {
    // The library writes to standard output otherwise. It keeps the logger for good.
    util->SetLogger(new NullLogger());
    for (int code = 1; code < 1000; ++code) {
      std::list<std::string> regions;
      util->GetRegionCodesForCountryCallingCode(code, &regions);
      codes[code].is_known = !regions.empty();
      if (regions.empty() || !is_region(regions.front().data())) continue;
      const PhoneMetadata *metadata = metadata_of(regions.front());
      if (metadata == nullptr) continue;
      codes[code].regions.assign(regions.begin(), regions.end());
      codes[code].prefixes = prefix_digits(metadata->national_prefix_for_parsing());
    }
    std::set<std::string> regions;
    util->GetSupportedRegions(&regions);
    for (const std::string &region : regions) {
      const PhoneMetadata *metadata = metadata_of(region);
      if (!is_region(region.data()) || metadata == nullptr) continue;
      DiallingPlan &plan = plans[region_index(region.data())];
      plan.code = metadata->country_code();
      plan.prefixes = prefix_digits(metadata->national_prefix_for_parsing());
      plan.prefixes.add(prefix_digits(metadata->international_prefix()));
      // Where a plus is missing the library looks for the region's own code first.
      plan.prefixes.add(std::to_string(plan.code)[0] - '0');
    }
  }

  const PhoneMetadata *metadata_of(const std::string &region) const {
    return (util->*reveal(MetadataOfRegion()))(region);
  }
};

const Library &library() {
  static const Library instance;
  return instance;
}

// Scratch that a thread keeps, so that a number costs no allocation of its own.
struct Scratch {
  std::string text, region, digits;
  PhoneNumber number;
  // Plans of the regions that the thread has met; null when one is beyond our automata.
  std::unique_ptr<RegionPlan> plans[26 * 26];
  bool has_met[26 * 26] = {};

  RegionPlan *plan_of(const Library &lib, const std::string &region) {
    if (!is_region(region.data())) return nullptr;
    int index = region_index(region.data());
    if (!has_met[index]) {
      has_met[index] = true;
      const PhoneMetadata *metadata = lib.metadata_of(region);
      if (metadata != nullptr) plans[index] = RegionPlan::of(*metadata);
    }
    return plans[index].get();
  }
};

// Reads the plain spellings that most numbers come in, where nothing can be stripped but the country
// calling code: digits with spaces, hyphens, dots and brackets between them, that begin with no prefix
// of the region. The result is what the library's own parser gives, which takes ten times as long;
// every other spelling is left to it.
bool read_plain(const Library &lib, const char *text, size_t length, const char *region,
                Scratch &scratch) {
  bool has_plus = length > 0 && text[0] == '+';
  std::string &digits = scratch.digits;
  digits.clear();
  for (size_t i = has_plus ? 1 : 0; i < length; ++i) {
    if (text[i] >= '0' && text[i] <= '9') {
      digits.push_back(text[i]);
    } else if (std::strchr(" -.()", text[i]) == nullptr || text[i] == 0 || i + 1 == length ||
               (has_plus && i == 1)) {
      return false;
    }
  }
  int code = 0;
  if (has_plus) {
    size_t used = 0;
    while (used < 3 && used < digits.size() && !(code > 0 && lib.codes[code].is_known)) {
      code = code * 10 + (digits[used++] - '0');
    }
    if (code < 1 || !lib.codes[code].is_known || digits[0] == '0') return false;
    digits.erase(0, used);
    if (digits.empty() || lib.codes[code].prefixes.has(digits[0] - '0')) return false;
  } else {
    if (!is_region(region) || digits.empty()) return false;
    const DiallingPlan &plan = lib.plans[region_index(region)];
    code = plan.code;
    if (code == 0 || plan.prefixes.has(digits[0] - '0')) return false;
  }
  // A leading zero is kept apart by the library; lengths beyond these it refuses for reasons.
  if (digits[0] == '0' || digits.size() < 4 || digits.size() > 15) return false;
  scratch.number.set_country_code(code);
  scratch.number.set_national_number(std::stoull(digits));
  return true;
}

// The type of a number, and its region unless the type is unknown.
PhoneNumberUtil::PhoneNumberType read_type(const Library &lib, Scratch &scratch,
                                           leadmill_phone *result) {
  int code = scratch.number.country_code();
  if (code >= 1 && code <= 999 && !lib.codes[code].regions.empty()) {
    bool is_certain = true;
    const std::vector<std::string> &regions = lib.codes[code].regions;
    for (const std::string &region : regions) {
      RegionPlan *plan = scratch.plan_of(lib, region);
      if (plan == nullptr) {
        is_certain = false;
        break;
      }
      RegionPlan::Verdict verdict = plan->judge(scratch.digits);
      // Of several regions a number belongs to the one whose leading digits or types it has.
      if (regions.size() > 1 && !verdict.belongs) continue;
      if (verdict.type != PhoneNumberUtil::UNKNOWN) std::memcpy(result->region, region.data(), 2);
      return verdict.type;
    }
    if (is_certain) return PhoneNumberUtil::UNKNOWN;
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

}  // namespace

extern "C" void leadmill_phone_examine(const char *text, size_t length, const char *region,
                                       leadmill_phone *result) {
  std::memset(result, 0, sizeof *result);
  result->type = LEADMILL_PHONE_UNKNOWN_TYPE;
  const Library &lib = library();
  static thread_local Scratch scratch;
  scratch.number.Clear();
  if (!read_plain(lib, text, length, region, scratch)) {
    scratch.text.clear();
    if (length > 0) scratch.text.assign(text, length);
    scratch.region.assign(region == nullptr ? "ZZ" : region, 2);
    auto error = lib.util->Parse(scratch.text, scratch.region, &scratch.number);
    if (error != PhoneNumberUtil::NO_PARSING_ERROR) {
      result->outcome = outcome_of(error);
      return;
    }
    result->has_extension = scratch.number.has_extension() ? 1 : 0;
    scratch.digits.clear();
    lib.util->GetNationalSignificantNumber(scratch.number, &scratch.digits);
  }
  auto type = read_type(lib, scratch, result);
  if (type != PhoneNumberUtil::UNKNOWN) {
    result->outcome = LEADMILL_PHONE_VALID;
    result->type = static_cast<uint8_t>(type);
  } else {
    result->outcome = outcome_of(lib.util->IsPossibleNumberWithReason(scratch.number));
    if (result->outcome != LEADMILL_PHONE_POSSIBLE) return;
  }
  leadmill::write_e164(scratch.number.country_code(), scratch.digits, result);
}
