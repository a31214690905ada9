// Characters of a written number, one byte each.
//
// ASCII stands for itself. Of all others only a few mean something in a telephone number; each of
// those has a byte of its own, the rest are a letter or not.
#pragma once

#include <cstddef>
#include <cstdint>

namespace leadmill {

using Symbol = unsigned char;

enum : Symbol {
  kWidePlus = 0x80,
  kPunctuation,  // Hyphens, spaces, brackets that stand between digits.
  kNoBreakSpace, kWideFullStop, kWideTilde, kWideHash,
  kWideE, kWideI, kWideN, kWideT, kWideX,
  kCombiningAcute, kOWithAcute, kCyrillicDe, kCyrillicO, kCyrillicBe,
  kLongS, kDotlessI, kDottedI, kKelvin,  // Letters that are s, i, i and k in another case.
  kLetter,   // Any other letter or number.
  kOther,    // Anything else, malformed UTF-8 included.
  kDigits = 0xF0,  // Ten decimal digits of other scripts.
};

// More characters are no telephone number (the library's limit).
constexpr size_t kMostSymbols = 250;

// Reads UTF-8 into symbols; gives their count, kMostSymbols + 1 when there are more.
size_t read_symbols(const char *text, size_t length, Symbol *symbols);

enum SymbolTrait : uint8_t {
  kIsDigit = 1, kIsAsciiLetter = 2, kIsAlpha = 4, kIsPunctuation = 8, kIsAlphanumeric = 16,
  kIsPlus = 32, kIsGap = 64,  // Before the label of an extension: space, no-break space or tab.
};

extern const uint8_t (&symbol_traits)[256];

inline bool is(Symbol symbol, uint8_t traits) { return (symbol_traits[symbol] & traits) != 0; }

// The value of a decimal digit.
inline int digit_value(Symbol symbol) { return symbol >= kDigits ? symbol - kDigits : symbol - '0'; }

// The letter that a symbol is in lower case, where cases are compared.
Symbol folded(Symbol symbol);

}  // namespace leadmill
