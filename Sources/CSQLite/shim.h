#pragma once
#include <sqlite3.h>

/// Turns off SQLite's count of its memory: each allocation of every connection would take one lock.
/// Has an effect before the first connection only. (sqlite3_config is variadic, which Swift cannot
/// call.)
static inline int leadmill_sqlite_uncount_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
