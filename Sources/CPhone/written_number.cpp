#include "written_number.h"

#include <cstring>

namespace leadmill {
namespace {

constexpr size_t kNowhere = static_cast<size_t>(-1);

bool begins(Written text, size_t at, const char *word) {
  size_t length = std::strlen(word);
  return text.count - at >= length && std::memcmp(text.first + at, word, length) == 0;
}

size_t find(Written text, const char *word, size_t from = 0) {
  for (size_t at = from; at < text.count; ++at) {
    if (text[at] == static_cast<Symbol>(word[0]) && begins(text, at, word)) return at;
  }
  return kNowhere;
}

// RFC 3966: a plus and digits with visual separators between them.
bool is_global_number(Written context) {
  bool has_digit = false;
  for (size_t i = 1; i < context.count; ++i) {
    if (is(context[i], kIsDigit)) has_digit = true;
    else if (std::strchr("-.()", context[i]) == nullptr || context[i] == 0) return false;
  }
  return has_digit;
}

// RFC 3966: labels with dots between them, the last of which begins with a letter.
bool is_domain_name(Written context) {
  if (context.count > 0 && context[context.count - 1] == '.') context = context.prefix(context.count - 1);
  size_t start = 0;
  for (size_t i = 0; i <= context.count; ++i) {
    if (i < context.count && context[i] != '.') {
      if (!is(context[i], kIsAsciiLetter | kIsDigit) && context[i] != '-') return false;
      continue;
    }
    if (i == start || context[start] == '-' || context[i - 1] == '-') return false;
    if (i == context.count && !is(context[start], kIsAsciiLetter)) return false;
    start = i + 1;
  }
  return true;
}

// What is left of a text from the first digit or plus to the last letter or digit.
Written possible_number(Written text) {
  size_t start = 0;
  while (start < text.count && !is(text[start], kIsDigit | kIsPlus)) ++start;
  text = text.from(start);
  while (text.count > 0 && text[text.count - 1] != '#' && !is(text[text.count - 1], kIsAlphanumeric)) {
    --text.count;
  }
  // "x302/x2303" are two extensions; the first counts.
  for (size_t i = 0; i < text.count; ++i) {
    if (text[i] != '/' && text[i] != '\\') continue;
    size_t next = i + 1;
    while (next < text.count && text[next] == ' ') ++next;
    if (next < text.count && text[next] == 'x') return text.prefix(i);
  }
  return text;
}

// Steps through what may be an extension.
struct ExtensionReader {
  Written text;
  size_t at;

  bool is_done() const { return at == text.count; }
  Symbol peek() const { return is_done() ? 0 : folded(text[at]); }

  bool take(Symbol symbol) {
    if (is_done() || peek() != symbol) return false;
    ++at;
    return true;
  }

  bool take_word(const char *word) {
    size_t length = std::strlen(word);
    for (size_t i = 0; i < length; ++i) {
      if (at + i >= text.count || folded(text[at + i]) != static_cast<Symbol>(word[i])) return false;
    }
    at += length;
    return true;
  }

  void skip_gaps(bool with_commas, bool with_hyphens) {
    while (!is_done() && (is(text[at], kIsGap) || (with_commas && text[at] == ',') ||
                          (with_hyphens && text[at] == '-'))) {
      ++at;
    }
  }

  // Full stop or colon, then gaps, then digits up to the end.
  bool take_number(size_t most, DigitBuffer &digits) {
    if (!take('.') && !take(':')) take(kWideFullStop);
    skip_gaps(true, true);
    return take_digits(most, digits) && (take('#'), is_done());
  }

  bool take_digits(size_t most, DigitBuffer &digits) {
    digits.count = 0;
    while (!is_done() && is(text[at], kIsDigit) && digits.count < most) {
      digits.add(digit_value(text[at++]));
    }
    return digits.count > 0;
  }

  bool take_explicit_label() {
    size_t start = at;
    take('e');
    if (take_word("xt")) {
      size_t behind = at;
      if (take_word("ensi")) {
        if (take('o')) take(kCombiningAcute);
        else if (!take(kOWithAcute)) at = behind;
      }
      take('n');
      return true;
    }
    at = start;
    take(kWideE);
    if (take(kWideX) && take(kWideT)) {
      take(kWideN);
      return true;
    }
    at = start;
    if (take(kCyrillicDe) && take(kCyrillicO) && take(kCyrillicBe)) return true;
    at = start;
    return take_word("anexo");
  }

  bool take_ambiguous_label() {
    static const Symbol labels[] = {'x', kWideX, '#', kWideHash, '~', kWideTilde};
    for (Symbol label : labels) {
      if (take(label)) return true;
    }
    size_t start = at;
    if (take_word("int")) return true;
    if (take(kWideI) && take(kWideN) && take(kWideT)) return true;
    at = start;
    return false;
  }
};

// Whether all that begins at an offset is an extension.
bool is_extension(Written text, size_t at, DigitBuffer &digits) {
  ExtensionReader reader{text, at};
  if (reader.take_word(";ext=") && reader.take_digits(20, digits) && reader.is_done()) return true;
  reader.at = at;
  reader.skip_gaps(true, false);
  size_t label = reader.at;
  if (reader.take_explicit_label() && reader.take_number(20, digits)) return true;
  reader.at = label;
  if (reader.take_ambiguous_label() && reader.take_number(9, digits)) return true;
  reader.at = at;
  while (reader.take('-') || reader.take(' ')) {}
  if (reader.at > at && reader.take_digits(6, digits) && reader.take('#') && reader.is_done()) return true;
  reader.at = at;
  reader.skip_gaps(false, false);
  label = reader.at;
  if (((reader.take(',') && reader.take(',')) || (reader.at = label, reader.take(';'))) &&
      reader.take_number(15, digits)) {
    return true;
  }
  reader.at = label;
  size_t commas = 0;
  while (reader.take(',')) ++commas;
  return commas > 0 && reader.take_number(9, digits);
}

// Whether an extension ends a text: it ends in a digit, with or without a #.
bool may_end_in_extension(Written text) {
  if (text.count > 0 && text[text.count - 1] == '#') --text.count;
  return text.count > 0 && is(text[text.count - 1], kIsDigit);
}

// Whether an extension could begin at an offset. Of several equal gaps it begins with the first.
bool may_begin_extension(Written text, size_t at) {
  if (at > 0 && text[at] == text[at - 1] && is(text[at], kIsGap)) return false;
  switch (folded(text[at])) {
    case ' ': case '\t': case ',': case ';': case '-': case '#': case '~': case 'e': case 'x': case 'i':
    case 'a': case kNoBreakSpace: case kWideE: case kWideX: case kWideI: case kWideHash:
    case kWideTilde: case kCyrillicDe:
      return true;
    default: return false;
  }
}

}  // namespace

bool extract_number(Written text, Symbol *number, size_t &count) {
  static const char label[] = ";phone-context=";
  count = 0;
  auto append = [&](Written part) {
    std::memcpy(number + count, part.first, part.count);
    count += part.count;
  };
  size_t at = find(text, label);
  if (at != kNowhere) {
    Written context = text.from(at + sizeof label - 1);
    size_t end = find(context, ";");
    if (end != kNowhere) context = context.prefix(end);
    bool is_global = context.count > 0 && context[0] == '+';
    if (context.count == 0 || !(is_global ? is_global_number(context) : is_domain_name(context))) {
      return false;
    }
    if (is_global) append(context);
    size_t scheme = find(text, "tel:");
    size_t start = scheme == kNowhere ? 0 : scheme + 4;
    if (start < at) append(text.prefix(at).from(start));
  } else {
    append(possible_number(text));
  }
  size_t subaddress = find({number, count}, ";isub=");
  if (subaddress != kNowhere && subaddress > 0) count = subaddress;
  return true;
}

bool is_viable(Written number) {
  if (number.count < 2) return false;
  if (number.count == 2 && is(number[0], kIsDigit) && is(number[1], kIsDigit)) return true;
  size_t at = plus_count(number);
  int digits = 0;
  for (; digits < 3; ++at) {
    if (at == number.count) return false;
    if (is(number[at], kIsDigit)) ++digits;
    else if (!is(number[at], kIsPunctuation) && number[at] != '*') return false;
  }
  size_t head = at;
  while (at < number.count &&
         (is(number[at], kIsPunctuation | kIsAlpha | kIsDigit) || number[at] == '*')) {
    ++at;
  }
  if (at == number.count) return true;
  if (!may_end_in_extension(number)) return false;
  DigitBuffer extension;
  for (size_t start = head; start <= at; ++start) {
    if (start > head && !may_begin_extension(number, start)) continue;
    if (is_extension(number, start, extension)) return true;
  }
  return false;
}

Written without_extension(Written number, DigitBuffer &extension) {
  for (size_t start = 0; start < number.count && may_end_in_extension(number); ++start) {
    if (!may_begin_extension(number, start) || !is_extension(number, start, extension)) continue;
    if (is_viable(number.prefix(start))) return number.prefix(start);
    break;
  }
  extension.count = 0;
  return number;
}

size_t plus_count(Written number) {
  size_t count = 0;
  while (count < number.count && is(number[count], kIsPlus)) ++count;
  return count;
}

void normalise(Written number, DigitBuffer &digits) {
  // The keys of ITU-T E.161 for a to z.
  static const char keys[] = "22233344455566677778889999";
  digits.count = 0;
  size_t letters = 0;
  for (size_t i = 0; i < number.count; ++i) letters += is(number[i], kIsAsciiLetter);
  for (size_t i = 0; i < number.count; ++i) {
    Symbol symbol = number[i];
    if (letters < 3) {
      if (is(symbol, kIsDigit)) digits.add(digit_value(symbol));
    } else if (symbol >= '0' && symbol <= '9') {
      digits.add(symbol - '0');
    } else if (is(symbol, kIsAsciiLetter) || symbol == kLongS || symbol == kDotlessI) {
      digits.add(keys[folded(symbol) - 'a'] - '0');
    }
  }
}

}  // namespace leadmill
