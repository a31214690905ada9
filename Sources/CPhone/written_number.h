// A number as somebody wrote it: where it begins, what its extension is, which digits it means.
//
// The steps and their order are those of libphonenumber's parser, so that the readings are too.
#pragma once

#include "numbering_plans.h"
#include "symbols.h"

namespace leadmill {

// Some symbols that follow each other.
struct Written {
  const Symbol *first;
  size_t count;

  const Symbol &operator[](size_t index) const { return first[index]; }
  Written prefix(size_t length) const { return {first, length}; }
  Written from(size_t offset) const { return {first + offset, count - offset}; }
};

// Digits of a number; as many as there are symbols in a text at most.
struct DigitBuffer {
  char digits[kMostSymbols];
  size_t count = 0;

  void add(int digit) { digits[count++] = static_cast<char>('0' + digit); }
  Digits view() const { return {digits, count}; }
};

// Takes the number out of a text, which may be a URI (RFC 3966), into `number`, which has room for
// twice kMostSymbols. Returns false when the URI's phone-context is malformed.
bool extract_number(Written text, Symbol *number, size_t &count);

// Whether a text looks like a number at all.
bool is_viable(Written number);

// The part of a number before its extension, whose digits are added to `extension`.
Written without_extension(Written number, DigitBuffer &extension);

// How many plus signs a number begins with.
size_t plus_count(Written number);

// The digits of a number, its letters read as on a telephone's keys when there are three or more.
void normalise(Written number, DigitBuffer &digits);

}  // namespace leadmill
