// The least that importing can cost: libcsv's cells bound into one table of twenty columns, one
// transaction, nothing checked, nothing remembered.
//
//   libcsv_to_sqlite FILE DATABASE
#include <csv.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

enum { COLUMNS = 20 };

struct loader {
  sqlite3 *database;
  sqlite3_stmt *insert;
  int column;
  long rows;
};

static void check(int code, sqlite3 *database) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  fprintf(stderr, "%s\n", sqlite3_errmsg(database));
  exit(1);
}

static void cell(void *text, size_t length, void *data) {
  struct loader *loader = data;
  if (++loader->column > COLUMNS) return;
  check(sqlite3_bind_text(loader->insert, loader->column, text, (int)length, SQLITE_TRANSIENT),
        loader->database);
}

static void row(int end, void *data) {
  struct loader *loader = data;
  (void)end;
  loader->column = 0;
  // The first row is the header.
  if (loader->rows++ > 0) check(sqlite3_step(loader->insert), loader->database);
  sqlite3_reset(loader->insert);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  FILE *file = fopen(arguments[1], "rb");
  if (!file) return perror(arguments[1]), 1;
  struct loader loader = {0};
  check(sqlite3_open(arguments[2], &loader.database), loader.database);
  sqlite3 *database = loader.database;
  char sql[1024], *end = sql;
  end += sprintf(end, "CREATE TABLE lead (");
  for (int i = 0; i < COLUMNS; i++) end += sprintf(end, "%sc%d TEXT", i ? ", " : "", i);
  sprintf(end, ")");
  check(sqlite3_exec(database, sql, 0, 0, 0), database);
  end = sql + sprintf(sql, "INSERT INTO lead VALUES (?");
  for (int i = 1; i < COLUMNS; i++) end += sprintf(end, ", ?");
  sprintf(end, ")");
  check(sqlite3_prepare_v2(database, sql, -1, &loader.insert, 0), database);
  check(sqlite3_exec(database, "BEGIN", 0, 0, 0), database);
  struct csv_parser parser;
  csv_init(&parser, CSV_STRICT | CSV_APPEND_NULL);
  static char buffer[1 << 16];
  size_t length;
  while ((length = fread(buffer, 1, sizeof buffer, file)) > 0) {
    if (csv_parse(&parser, buffer, length, cell, row, &loader) != length) return 1;
  }
  csv_fini(&parser, cell, row, &loader);
  csv_free(&parser);
  fclose(file);
  check(sqlite3_exec(database, "COMMIT", 0, 0, 0), database);
  sqlite3_finalize(loader.insert);
  sqlite3_close(database);
  return 0;
}
