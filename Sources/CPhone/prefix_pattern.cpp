#include "prefix_pattern.h"

#include <cstring>

namespace leadmill {
namespace {

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
alignas(2) const unsigned char programs[] = {
#embed "plans/prefixes.bin"
};
#pragma clang diagnostic pop

// As in plans/prefix_programs.py. The word before a program says how many groups it has.
enum Operation { kMatch, kDigit, kSplit, kJump, kSave, kEnd };

class Machine {
 public:
  Machine(size_t start, Digits number) : start_(start), number_(number) {}

  // Runs from an address of the program at an offset of the number: the first way that matches counts.
  bool run(size_t address, size_t offset) {
    for (;;) {
      switch (word(address)) {
        case kMatch:
          end = offset;
          return true;
        case kDigit:
          if (offset == number_.count) return false;
          if (((word(address + 1) >> (number_.first[offset] - '0')) & 1) == 0) return false;
          ++offset;
          address += 2;
          break;
        case kSplit:
          if (run(word(address + 1), offset)) return true;
          address = word(address + 2);
          break;
        case kJump:
          address = word(address + 1);
          break;
        case kSave: {
          // Restored when this way leads nowhere.
          size_t slot = word(address + 1);
          size_t before = saved[slot];
          saved[slot] = offset + 1;
          if (run(address + 2, offset)) return true;
          saved[slot] = before;
          return false;
        }
        case kEnd:
          if (offset != number_.count) return false;
          ++address;
          break;
        default:
          return false;
      }
    }
  }

  size_t end = 0;
  size_t saved[6] = {};  // Offset + 1; 0 for never.

 private:
  uint16_t word(size_t address) const {
    uint16_t value;
    std::memcpy(&value, programs + (start_ + address) * 2, 2);
    return value;
  }

  size_t start_;
  Digits number_;
};

}  // namespace

bool PrefixPattern::match(Digits number, Match &match) const {
  Machine machine(program_, number);
  if (!machine.run(0, 0)) return false;
  match.end = machine.end;
  uint16_t groups;
  std::memcpy(&groups, programs + (program_ - 1) * 2, 2);
  match.group_count = groups;
  for (size_t group = 1; group <= 2; ++group) {
    match.has_group[group] = machine.saved[2 * group + 1] != 0;
    if (!match.has_group[group]) continue;
    match.first[group] = machine.saved[2 * group] - 1;
    match.last[group] = machine.saved[2 * group + 1] - 1;
  }
  return true;
}

}  // namespace leadmill
