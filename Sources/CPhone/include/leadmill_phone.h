// Telephone numbers: one call examines one number. Thread-safe, no allocation, no locks.
//
// May include: nothing. Decisions:
// - The readings are libphonenumber's, by its own algorithm and its own metadata: the numbering plans
//   are data of this target, generated from the newest metadata published (plans/generate.py), as
//   one automaton over the ten digits that all plans share. The library takes some hundred times as
//   long, and its packaged metadata is years old.
// - The library is the reference of the tests (Tests/CPhoneReference, Tests/Validation/phones); the
//   product needs it no longer: no spelling is left that it would have to be asked about.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum leadmill_phone_outcome {
  LEADMILL_PHONE_NOT_A_NUMBER = 0,
  // No leading plus, and no region to read it in; or a calling code that nobody has.
  LEADMILL_PHONE_NO_COUNTRY = 1,
  LEADMILL_PHONE_TOO_SHORT = 2,
  LEADMILL_PHONE_TOO_LONG = 3,
  // A length that no number of the country has.
  LEADMILL_PHONE_WRONG_LENGTH = 4,
  // The length fits, the digits fit no known range.
  LEADMILL_PHONE_POSSIBLE = 5,
  LEADMILL_PHONE_VALID = 6,
  // The length is that of numbers without their area code: to be dialled within the area only.
  LEADMILL_PHONE_LOCAL_ONLY = 7,
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
  uint8_t outcome;           // enum leadmill_phone_outcome
  uint8_t type;              // enum leadmill_phone_type; unknown unless valid
  uint8_t extension_length;  // 0: none was written behind the number
  uint8_t e164_length;       // 0 when no number could be read
  char region[2];            // ISO 3166-1 alpha-2; zeros when none is known, or for a number of no country
  char e164[22];             // not terminated: a plus, the calling code, at most 17 digits
  char extension[20];        // digits
};

// Reads `text` (UTF-8) as dialled from `region` (two upper-case letters, or NULL for none).
void leadmill_phone_examine(const char *text, size_t length, const char *region,
                            struct leadmill_phone *result);

// Reads a number that begins with a plus, as all digits of a calling code and a national number: nothing
// dialled before it stands behind the code. The library takes such a prefix off where what is left has
// a possible length, and so loses numbers that begin as a prefix does. The outcome is valid or none.
void leadmill_phone_examine_exactly(const char *text, size_t length, struct leadmill_phone *result);

// The time zones that a valid number in E.164 form may be in, by its area where its type has one, else
// by its calling code: an index for leadmill_phone_zone_set, or -1 when nothing is known.
int leadmill_phone_time_zones(const char *e164, size_t length);

// IANA names with blanks between; NULL from the first index on that there is no set of.
const char *leadmill_phone_zone_set(int index);

// The version of libphonenumber's metadata that the numbering plans were made from, as "9.0.43".
const char *leadmill_phone_plans_version(void);

#ifdef __cplusplus
}
#endif
