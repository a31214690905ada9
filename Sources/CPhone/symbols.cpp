#include "symbols.h"

#include <algorithm>
#include <iterator>

namespace leadmill {
namespace {

#include "plans/characters.inc"

struct Meaning {
  uint32_t first, last;
  Symbol symbol;
};

// Characters beyond ASCII that the library's patterns name.
const Meaning meanings[] = {
    {0x00A0, 0x00A0, kNoBreakSpace}, {0x00AD, 0x00AD, kPunctuation},
    {0x00D3, 0x00D3, kOWithAcute}, {0x00F3, 0x00F3, kOWithAcute},
    {0x0130, 0x0130, kDottedI}, {0x0131, 0x0131, kDotlessI}, {0x017F, 0x017F, kLongS},
    {0x0301, 0x0301, kCombiningAcute},
    {0x0411, 0x0411, kCyrillicBe}, {0x0414, 0x0414, kCyrillicDe}, {0x041E, 0x041E, kCyrillicO},
    {0x0431, 0x0431, kCyrillicBe}, {0x0434, 0x0434, kCyrillicDe}, {0x043E, 0x043E, kCyrillicO},
    {0x200B, 0x200B, kPunctuation}, {0x2010, 0x2015, kPunctuation}, {0x2053, 0x2053, kPunctuation},
    {0x2060, 0x2060, kPunctuation}, {0x212A, 0x212A, kKelvin}, {0x2212, 0x2212, kPunctuation},
    {0x223C, 0x223C, kPunctuation}, {0x3000, 0x3000, kPunctuation}, {0x30FC, 0x30FC, kPunctuation},
    {0xFF03, 0xFF03, kWideHash}, {0xFF08, 0xFF09, kPunctuation}, {0xFF0B, 0xFF0B, kWidePlus},
    {0xFF0D, 0xFF0D, kPunctuation}, {0xFF0E, 0xFF0E, kWideFullStop},
    {0xFF0F, 0xFF0F, kPunctuation}, {0xFF25, 0xFF25, kWideE}, {0xFF29, 0xFF29, kWideI},
    {0xFF2E, 0xFF2E, kWideN}, {0xFF34, 0xFF34, kWideT}, {0xFF38, 0xFF38, kWideX},
    {0xFF3B, 0xFF3B, kPunctuation}, {0xFF3D, 0xFF3D, kPunctuation}, {0xFF45, 0xFF45, kWideE},
    {0xFF49, 0xFF49, kWideI}, {0xFF4E, 0xFF4E, kWideN}, {0xFF54, 0xFF54, kWideT},
    {0xFF58, 0xFF58, kWideX}, {0xFF5E, 0xFF5E, kWideTilde},
};

Symbol symbol_of(uint32_t character) {
  auto meaning = std::lower_bound(
      std::begin(meanings), std::end(meanings), character,
      [](const Meaning &each, uint32_t value) { return each.last < value; });
  if (meaning != std::end(meanings) && meaning->first <= character) return meaning->symbol;
  auto zero = std::upper_bound(std::begin(decimal_zeros), std::end(decimal_zeros), character);
  if (zero != std::begin(decimal_zeros) && character - zero[-1] < 10) {
    return static_cast<Symbol>(kDigits + (character - zero[-1]));
  }
  auto range = std::lower_bound(
      std::begin(letters_and_numbers), std::end(letters_and_numbers), character,
      [](const uint32_t(&each)[2], uint32_t value) { return each[1] < value; });
  bool is_letter = range != std::end(letters_and_numbers) && (*range)[0] <= character;
  return is_letter ? kLetter : kOther;
}

// Reads one character beyond ASCII and moves on behind it; a byte that fits nowhere is one of its own.
uint32_t next_character(const unsigned char *&at, const unsigned char *end) {
  unsigned char lead = *at++;
  int more = lead >= 0xF0 && lead < 0xF5 ? 3 : lead >= 0xE0 && lead < 0xF0 ? 2
             : lead >= 0xC2 && lead < 0xE0 ? 1 : 0;
  if (more == 0 || end - at < more) return 0xFFFD;
  uint32_t character = lead & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) {
    if ((at[i] & 0xC0) != 0x80) return 0xFFFD;
    character = character << 6 | (at[i] & 0x3Fu);
  }
  at += more;
  return character;
}

struct Traits {
  uint8_t of[256] = {};

  Traits() {
    auto add = [this](const char *symbols, uint8_t traits) {
      for (; *symbols != 0; ++symbols) of[static_cast<Symbol>(*symbols)] |= traits;
    };
    for (int c = '0'; c <= '9'; ++c) of[c] = kIsDigit | kIsAlphanumeric;
    for (int i = 0; i < 10; ++i) of[kDigits + i] = kIsDigit | kIsAlphanumeric;
    for (int c = 'a'; c <= 'z'; ++c) {
      of[c] = of[c - 'a' + 'A'] = kIsAsciiLetter | kIsAlpha | kIsAlphanumeric;
    }
    // An x stands for the carrier in some countries' numbers.
    add("-xX ()[]./~", kIsPunctuation);
    add("+\x80", kIsPlus);
    add(" \t\x82", kIsGap);
    add("\x81\x82\x83\x84", kIsPunctuation);
    for (Symbol c : {kLongS, kDotlessI, kDottedI, kKelvin}) of[c] = kIsAlpha | kIsAlphanumeric;
    for (Symbol c : {kWideE, kWideI, kWideN, kWideT, kWideX, kOWithAcute, kCyrillicDe, kCyrillicO,
                     kCyrillicBe, kLetter}) {
      of[c] = kIsAlphanumeric;
    }
  }
};

const Traits traits;

}  // namespace

const uint8_t (&symbol_traits)[256] = traits.of;

size_t read_symbols(const char *text, size_t length, Symbol *symbols) {
  auto at = reinterpret_cast<const unsigned char *>(text);
  auto end = at + length;
  size_t count = 0;
  while (at < end) {
    if (count == kMostSymbols) return kMostSymbols + 1;
    symbols[count++] = *at < 0x80 ? *at++ : symbol_of(next_character(at, end));
  }
  return count;
}

Symbol folded(Symbol symbol) {
  if (symbol >= 'A' && symbol <= 'Z') return static_cast<Symbol>(symbol + 32);
  switch (symbol) {
    case kLongS: return 's';
    case kDotlessI: case kDottedI: return 'i';
    case kKelvin: return 'k';
    default: return symbol;
  }
}

}  // namespace leadmill
