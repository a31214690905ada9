#include "region_plan.h"

#include <phonenumbers/phonemetadata.pb.h>

namespace leadmill {

using i18n::phonenumbers::PhoneMetadata;
using i18n::phonenumbers::PhoneNumberDesc;
using i18n::phonenumbers::PhoneNumberUtil;

std::unique_ptr<RegionPlan> RegionPlan::of(const PhoneMetadata &metadata) {
  std::unique_ptr<RegionPlan> plan(new RegionPlan());
  bool is_complete =
      plan->add(metadata.general_desc(), kGeneral) &&
      plan->add(metadata.premium_rate(), kPremiumRate) &&
      plan->add(metadata.toll_free(), kTollFree) &&
      plan->add(metadata.shared_cost(), kSharedCost) && plan->add(metadata.voip(), kVoip) &&
      plan->add(metadata.personal_number(), kPersonal) && plan->add(metadata.pager(), kPager) &&
      plan->add(metadata.uan(), kUan) && plan->add(metadata.voicemail(), kVoicemail) &&
      plan->add(metadata.fixed_line(), kFixedLine) && plan->add(metadata.mobile(), kMobile) &&
      plan->automaton_.add(metadata.leading_digits(), kLeadingDigits);
  if (!is_complete) return nullptr;
  plan->mobile_is_fixed_ = metadata.same_mobile_and_fixed_line_pattern();
  plan->has_leading_digits_ = metadata.has_leading_digits();
  return plan;
}

bool RegionPlan::add(const PhoneNumberDesc &description, Description which) {
  for (int length : description.possible_length()) {
    // A length of -1 says that there are no such numbers: a bit that no number's length has.
    lengths_[which] |= length >= 0 && length < 31 ? 1u << length : 1u << 31;
  }
  return automaton_.add(description.national_number_pattern(), which);
}

RegionPlan::Verdict RegionPlan::judge(const std::string &digits) {
  DigitAutomaton::Match match = automaton_.match(digits.data(), digits.size());
  auto is = [&](Description which) {
    bool fits = lengths_[which] == 0 || (digits.size() < 31 && (lengths_[which] >> digits.size()) & 1);
    return fits && ((match.whole >> which) & 1);
  };
  auto type_of = [&]() -> Type {
    if (!is(kGeneral)) return PhoneNumberUtil::UNKNOWN;
    if (is(kPremiumRate)) return PhoneNumberUtil::PREMIUM_RATE;
    if (is(kTollFree)) return PhoneNumberUtil::TOLL_FREE;
    if (is(kSharedCost)) return PhoneNumberUtil::SHARED_COST;
    if (is(kVoip)) return PhoneNumberUtil::VOIP;
    if (is(kPersonal)) return PhoneNumberUtil::PERSONAL_NUMBER;
    if (is(kPager)) return PhoneNumberUtil::PAGER;
    if (is(kUan)) return PhoneNumberUtil::UAN;
    if (is(kVoicemail)) return PhoneNumberUtil::VOICEMAIL;
    if (is(kFixedLine)) {
      return mobile_is_fixed_ || is(kMobile) ? PhoneNumberUtil::FIXED_LINE_OR_MOBILE
                                             : PhoneNumberUtil::FIXED_LINE;
    }
    return !mobile_is_fixed_ && is(kMobile) ? PhoneNumberUtil::MOBILE : PhoneNumberUtil::UNKNOWN;
  };
  Type type = type_of();
  bool belongs = has_leading_digits_ ? (match.beginning >> kLeadingDigits) & 1
                                     : type != PhoneNumberUtil::UNKNOWN;
  return {type, belongs};
}

}  // namespace leadmill
