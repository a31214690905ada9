#include "digit_automaton.h"

#include <algorithm>

namespace leadmill {

// Reads a regular expression into nodes, by Thompson's construction: each part becomes a piece with
// one way in and one way out. (K. Thompson, "Regular Expression Search Algorithm", CACM 11, 1968.)
class PatternReader {
 public:
  struct Piece {
    int first, last;
  };

  PatternReader(const std::string &pattern, DigitAutomaton &automaton)
      : pattern_(pattern), automaton_(automaton) {}

  // Alternatives up to the end or a closing bracket.
  Piece alternatives() {
    Piece all = sequence();
    while (peek() == '|') {
      ++index_;
      Piece more = sequence();
      int fork = automaton_.add_node();
      int join = automaton_.add_node();
      node(fork).next = all.first;
      node(fork).other = more.first;
      node(all.last).next = join;
      node(more.last).next = join;
      all = {fork, join};
    }
    return all;
  }

  bool has_understood() const { return understood_ && index_ == pattern_.size(); }

 private:
  // The longest count in a quantifier: no telephone number has more digits.
  static constexpr int kMostRepeats = 20;

  char peek() const { return index_ < pattern_.size() ? pattern_[index_] : 0; }
  DigitAutomaton::Node &node(int index) { return automaton_.nodes_[index]; }

  Piece empty() {
    int only = automaton_.add_node();
    return {only, only};
  }

  Piece joined(Piece left, Piece right) {
    node(left.last).next = right.first;
    return {left.first, right.last};
  }

  Piece optional(Piece piece) {
    int fork = automaton_.add_node();
    int join = automaton_.add_node();
    node(fork).next = piece.first;
    node(fork).other = join;
    node(piece.last).next = join;
    return {fork, join};
  }

  Piece sequence() {
    Piece all = empty();
    while (understood_ && peek() != 0 && peek() != '|' && peek() != ')') {
      size_t start = index_;
      Piece once = item();
      int least = 1, most = 1;
      quantifier(least, most);
      size_t end = index_;
      if (least == 0) once = optional(once);
      all = joined(all, once);
      // The item is read again for each further time that it may come.
      for (int count = 2; count <= most && understood_; ++count) {
        index_ = start;
        Piece again = item();
        all = joined(all, count > least ? optional(again) : again);
      }
      index_ = end;
    }
    return all;
  }

  Piece item() {
    char c = pattern_[index_++];
    DigitSet digits;
    if (c >= '0' && c <= '9') {
      digits.add(c - '0');
    } else if (c == '\\' && peek() == 'd') {
      ++index_;
      digits = DigitSet::all();
    } else if (c == '[') {
      digits = characters();
    } else if (c == '(') {
      if (peek() == '?') {
        ++index_;
        expect(':');
      }
      Piece inside = alternatives();
      expect(')');
      return inside;
    } else {
      understood_ = false;
    }
    int reader = automaton_.add_node();
    int behind = automaton_.add_node();
    node(reader).digits = digits;
    node(reader).reads = true;
    node(reader).next = behind;
    return {reader, behind};
  }

  DigitSet characters() {
    DigitSet digits;
    while (understood_ && peek() != ']') {
      char low = digit();
      char high = low;
      if (peek() == '-') {
        ++index_;
        high = digit();
      }
      for (char each = low; each <= high; ++each) digits.add(each - '0');
    }
    expect(']');
    return digits;
  }

  char digit() {
    char c = peek();
    if (c < '0' || c > '9') {
      understood_ = false;
      return '0';
    }
    ++index_;
    return c;
  }

  void quantifier(int &least, int &most) {
    if (peek() == '?') {
      ++index_;
      least = 0;
    } else if (peek() == '{') {
      ++index_;
      least = most = number();
      if (peek() == ',') {
        ++index_;
        most = number();
      }
      expect('}');
      if (most < 1 || most < least || most > kMostRepeats) understood_ = false;
    }
  }

  int number() {
    int value = digit() - '0';
    while (peek() >= '0' && peek() <= '9' && value <= kMostRepeats) value = value * 10 + (digit() - '0');
    return value;
  }

  void expect(char c) {
    if (peek() == c) ++index_; else understood_ = false;
  }

  const std::string &pattern_;
  DigitAutomaton &automaton_;
  size_t index_ = 0;
  bool understood_ = true;
};

bool DigitAutomaton::add(const std::string &pattern, int bit) {
  if (pattern.empty()) return true;
  PatternReader reader(pattern, *this);
  PatternReader::Piece whole = reader.alternatives();
  nodes_[whole.last].accepts |= 1u << bit;
  starts_.push_back(whole.first);
  return reader.has_understood();
}

// The state that stands for being at any of some nodes; made when it is new.
int DigitAutomaton::state_of(const std::vector<int> &starts) {
  std::vector<bool> seen(nodes_.size());
  std::vector<int> waiting = starts, reached;
  uint32_t accepts = 0;
  while (!waiting.empty()) {
    int index = waiting.back();
    waiting.pop_back();
    if (index < 0 || seen[index]) continue;
    seen[index] = true;
    const Node &node = nodes_[index];
    accepts |= node.accepts;
    if (node.reads || node.accepts != 0) reached.push_back(index);
    if (!node.reads) {
      waiting.push_back(node.next);
      waiting.push_back(node.other);
    }
  }
  std::sort(reached.begin(), reached.end());
  auto found = known_.find(reached);
  if (found != known_.end()) return found->second;
  int id = static_cast<int>(states_.size());
  states_.emplace_back();
  states_.back().nodes = reached;
  states_.back().accepts = accepts;
  known_.emplace(std::move(reached), id);
  return id;
}

int DigitAutomaton::step(int state, int digit) {
  int known = states_[state].after[digit];
  if (known >= 0) return known;
  std::vector<int> next;
  for (int index : states_[state].nodes) {
    if (nodes_[index].reads && nodes_[index].digits.has(digit)) next.push_back(nodes_[index].next);
  }
  int made = state_of(next);
  states_[state].after[digit] = made;
  return made;
}

DigitAutomaton::Match DigitAutomaton::match(const char *digits, size_t count) {
  if (states_.empty()) state_of(starts_);
  Match result;
  int state = 0;
  for (size_t i = 0; i < count; ++i) {
    result.beginning |= states_[state].accepts;
    state = step(state, digits[i] - '0');
  }
  result.whole = states_[state].accepts;
  result.beginning |= result.whole;
  return result;
}

DigitSet DigitAutomaton::first_digits() {
  if (states_.empty()) state_of(starts_);
  if (states_[0].accepts != 0) return DigitSet::all();
  DigitSet first;
  for (int index : states_[0].nodes) first.add(nodes_[index].digits);
  return first;
}

}  // namespace leadmill
