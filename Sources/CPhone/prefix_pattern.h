// Prefixes that are dialled before a number: searched for as regular expressions are.
//
// Decision: what a prefix takes off depends on the order of its alternatives and on its groups, so a
// small backtracking machine runs it; the programs come from plans/prefix_programs.py.
#pragma once

#include <cstddef>
#include <cstdint>

#include "numbering_plans.h"

namespace leadmill {

class PrefixPattern {
 public:
  // What stands where in a match: offsets of first and last end of the whole and of two groups.
  struct Match {
    size_t end = 0;
    size_t group_count = 0;
    bool has_group[3] = {};
    size_t first[3] = {}, last[3] = {};
  };

  explicit PrefixPattern(uint16_t program) : program_(program) {}

  bool exists() const { return program_ != 0; }

  // Matches at the beginning of the digits.
  bool match(Digits number, Match &match) const;

 private:
  uint16_t program_;
};

}  // namespace leadmill
