// Patterns of a numbering plan as one automaton over the ten digits.
//
// Decision: the library keeps its plans as regular expressions and runs them one after the other
// through a general engine, behind a lock. All patterns of a region together are a finite automaton
// that reads each digit once. The patterns are the library's own, so the verdicts are too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace leadmill {

// A set of the digits 0 to 9.
class DigitSet {
 public:
  static DigitSet all() { return DigitSet(0x3FF); }
  DigitSet() : bits_(0) {}
  bool has(int digit) const { return (bits_ >> digit) & 1; }
  void add(int digit) { bits_ |= static_cast<uint16_t>(1u << digit); }
  void add(DigitSet other) { bits_ |= other.bits_; }

 private:
  explicit DigitSet(uint16_t bits) : bits_(bits) {}
  uint16_t bits_;
};

// Not thread-safe: states are made when they are first reached, so each thread has its own.
class DigitAutomaton {
 public:
  struct Match {
    uint32_t whole = 0;     // Bit i: pattern i matches all the digits.
    uint32_t beginning = 0; // Bit i: pattern i matches some of the first digits, perhaps all.
  };

  // Adds a regular expression as pattern number `bit`, 0 to 31. An empty one matches nothing.
  // Returns false when it uses more of the syntax than literals, classes, groups, alternatives and
  // quantifiers; the automaton is of no use then.
  bool add(const std::string &pattern, int bit);

  // Reads characters '0' to '9'.
  Match match(const char *digits, size_t count);

  // The digits that a text matched by one of the patterns can begin with; all of them when a pattern
  // can match nothing at all.
  DigitSet first_digits();

 private:
  friend class PatternReader;

  struct Node {
    DigitSet digits;       // Digits that lead on to `next`; none for the other kinds of node.
    int next = -1, other = -1;  // Without digits: where to go on without reading.
    uint32_t accepts = 0;  // Patterns that end here.
    bool reads = false;
  };
  struct State {
    std::vector<int> nodes;
    int after[10] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
    uint32_t accepts = 0;
  };

  int add_node() { nodes_.emplace_back(); return static_cast<int>(nodes_.size()) - 1; }
  int state_of(const std::vector<int> &starts);
  int step(int state, int digit);

  std::vector<Node> nodes_;
  std::vector<int> starts_;
  std::vector<State> states_;
  std::map<std::vector<int>, int> known_;
};

}  // namespace leadmill
