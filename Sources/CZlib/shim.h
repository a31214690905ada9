#pragma once
#include <string.h>
#include <zlib.h>
/// Prepares for gzip members and zlib streams alike: `inflateInit2` is a macro, which Swift does
/// not see.
static inline int leadmill_inflate_init(z_stream *stream) {
  memset(stream, 0, sizeof *stream);
  return inflateInit2(stream, 15 + 32);
}
