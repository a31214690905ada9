#include "mail_domains.h"
#include "data/mail_domains_date.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(8) static const unsigned char table[] = {
#embed "data/mail_domains.bin"
};

const char *const leadmill_domain_lists_date = MAIL_DOMAIN_LISTS_DATE;

uint8_t leadmill_domain_flags(uint64_t hash) {
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15u;
  const uint32_t *starts = (const uint32_t *)table;
  // One word of padding keeps the entries aligned.
  const uint64_t *entries = (const uint64_t *)(table + 4098 * sizeof(uint32_t));
  uint64_t bucket = hash >> 52;
  for (uint32_t index = starts[bucket]; index < starts[bucket + 1]; index++) {
    if ((entries[index] ^ hash) < 256) return (uint8_t)entries[index];
    if (entries[index] > hash) return 0;
  }
  return 0;
}
