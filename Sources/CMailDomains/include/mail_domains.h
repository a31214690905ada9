#pragma once
#include <stddef.h>
#include <stdint.h>

enum {
  /// A suffix below which names are registered, of a registry (the ICANN part of the list).
  LEADMILL_DOMAIN_SUFFIX = 1,
  /// The same, of a company that lets others have names below its own.
  LEADMILL_DOMAIN_PRIVATE_SUFFIX = 2,
  /// Every name directly below is such a suffix, but for the exceptions.
  LEADMILL_DOMAIN_WILDCARD = 4,
  LEADMILL_DOMAIN_EXCEPTION = 8,
  /// Gives throw-away addresses to anybody.
  LEADMILL_DOMAIN_DISPOSABLE = 16,
  /// Gives addresses to anybody: no company's domain.
  LEADMILL_DOMAIN_FREE_MAIL = 32,
};

/// The flags of the domain whose hash this is; 0 for one that is in no list.
uint8_t leadmill_domain_flags(uint64_t hash);

/// One step of the hash; it starts with `LEADMILL_DOMAIN_HASH_START` and takes bytes from the last.
static inline uint64_t leadmill_domain_hash_step(uint64_t hash, uint8_t byte) {
  return (hash ^ byte) * 0x100000001B3u;
}

static const uint64_t LEADMILL_DOMAIN_HASH_START = 0xCBF29CE484222325u;

/// The day of the newest list, as `2026-11-19`.
extern const char *const leadmill_domain_lists_date;
