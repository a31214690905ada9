#pragma once
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <stddef.h>
#include <stdlib.h>

// The library's state holds arrays that Swift would import as tuples of 64 K elements: it stays
// behind a pointer here.

enum leadmill_inflate_format {
  leadmill_inflate_raw = ISAL_DEFLATE,
  leadmill_inflate_gzip = ISAL_GZIP,
};

/// A stream at its beginning; NULL when memory has run out.
static inline void *leadmill_inflate_create(enum leadmill_inflate_format format) {
  struct inflate_state *state = (struct inflate_state *)malloc(sizeof(struct inflate_state));
  if (state == NULL) return NULL;
  isal_inflate_init(state);
  state->crc_flag = format;
  return state;
}

/// Makes the stream ready for another member after its end.
static inline void leadmill_inflate_reset(void *stream) {
  isal_inflate_reset((struct inflate_state *)stream);
}

static inline void leadmill_inflate_free(void *stream) { free(stream); }

struct leadmill_inflate_step {
  size_t consumed, produced;
  /// 0 to go on, 1 at the end of the stream, -1 for damage.
  int status;
};

/// Inflates from one buffer into another until either is used up; neither may exceed 1 GiB.
static inline struct leadmill_inflate_step leadmill_inflate_run(
    void *stream, const void *input, size_t input_count, void *output, size_t output_count) {
  struct inflate_state *state = (struct inflate_state *)stream;
  state->next_in = (uint8_t *)input;
  state->avail_in = (uint32_t)input_count;
  state->next_out = (uint8_t *)output;
  state->avail_out = (uint32_t)output_count;
  int code = isal_inflate(state);
  struct leadmill_inflate_step step;
  step.consumed = input_count - state->avail_in;
  step.produced = output_count - state->avail_out;
  if (code < 0 || code == ISAL_NEED_DICT) {
    step.status = -1;
  } else {
    step.status = state->block_state == ISAL_BLOCK_FINISH ? 1 : 0;
  }
  return step;
}

/// CRC-32 as ZIP and gzip use it, going on from `crc` (0 at the beginning).
static inline uint32_t leadmill_crc32(uint32_t crc, const void *bytes, size_t count) {
  return crc32_gzip_refl(crc, (const unsigned char *)bytes, count);
}
