#pragma once
#include <stddef.h>

/// One .sql file, as it was when the program was built.
struct leadmill_sql_file {
  const char *name;
  const unsigned char *text;
  size_t byte_count;
};

/// Migrations in the order in which they apply; `leadmill_migration_count` of them.
const struct leadmill_sql_file *leadmill_migrations(void);
extern const size_t leadmill_migration_count;

/// Named queries, one file per domain; `leadmill_query_file_count` of them.
const struct leadmill_sql_file *leadmill_queries(void);
extern const size_t leadmill_query_file_count;
