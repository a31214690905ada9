// A C face of libphonenumber: one call examines one number. Thread-safe.
//
// May include: libphonenumber. Decisions:
// - The library parses; its numbering plans judge. Plans become automata (digit_automaton.h), because
//   the library runs a dozen regular expressions a number, behind a lock that workers queue for.
// - Plain spellings are parsed here too; every other goes to the library, which stays the reference:
//   leadmill_phone_examine_by_library gives the same verdict by its public calls alone.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum leadmill_phone_outcome {
  LEADMILL_PHONE_NOT_A_NUMBER = 0,
  // No leading plus, and no region to read it in.
  LEADMILL_PHONE_NO_COUNTRY = 1,
  LEADMILL_PHONE_TOO_SHORT = 2,
  LEADMILL_PHONE_TOO_LONG = 3,
  // A length that no number of the country has.
  LEADMILL_PHONE_WRONG_LENGTH = 4,
  // The length fits, the digits fit no known range.
  LEADMILL_PHONE_POSSIBLE = 5,
  LEADMILL_PHONE_VALID = 6,
};

enum leadmill_phone_type {
  LEADMILL_PHONE_FIXED_LINE = 0,
  LEADMILL_PHONE_MOBILE = 1,
  LEADMILL_PHONE_FIXED_LINE_OR_MOBILE = 2,
  LEADMILL_PHONE_TOLL_FREE = 3,
  LEADMILL_PHONE_PREMIUM_RATE = 4,
  LEADMILL_PHONE_SHARED_COST = 5,
  LEADMILL_PHONE_VOIP = 6,
  LEADMILL_PHONE_PERSONAL_NUMBER = 7,
  LEADMILL_PHONE_PAGER = 8,
  LEADMILL_PHONE_UAN = 9,
  LEADMILL_PHONE_VOICEMAIL = 10,
  LEADMILL_PHONE_UNKNOWN_TYPE = 11,
};

struct leadmill_phone {
  uint8_t outcome;        // enum leadmill_phone_outcome
  uint8_t type;           // enum leadmill_phone_type; unknown unless valid
  uint8_t has_extension;  // 1: an extension was written behind the number
  uint8_t e164_length;    // 0 unless possible or valid
  char region[2];         // ISO 3166-1 alpha-2; zeros when none (invalid, or a number of no country)
  char e164[26];          // not terminated
};

// Reads `text` (UTF-8) as dialled from `region` (two upper-case letters, or NULL for none).
void leadmill_phone_examine(const char *text, size_t length, const char *region,
                            struct leadmill_phone *result);

// The same by the library's public calls alone, some forty times slower: what tests compare with.
void leadmill_phone_examine_by_library(const char *text, size_t length, const char *region,
                                       struct leadmill_phone *result);

#ifdef __cplusplus
}
#endif
