-- Imports: what was loaded and how, and what taking one back needs to know.

-- One row per file that was ever loaded. An import that was taken back stays here when its file,
-- sheets and rows are gone, so that its number and the ids of its rows are never given again.
CREATE TABLE import (
  id INTEGER PRIMARY KEY,           -- the number of the import, and the id of its source_file
  kind TEXT NOT NULL,
  supplier TEXT NOT NULL,
  mapping TEXT NOT NULL,            -- name of the mapping, empty when it was loaded before this table
  name TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  run_id TEXT,                      -- the run that began it
  mode TEXT NOT NULL CHECK (mode IN ('create', 'update', 'upsert')),
  record_key TEXT NOT NULL,         -- fields that a record is recognised by, comma-separated; empty:
                                    -- the supplier's own id
  fill_only_empty INTEGER NOT NULL, -- 1: a value that is there is never replaced
  first_row_id INTEGER NOT NULL,    -- no row of it has a lower id
  last_row_id INTEGER NOT NULL,     -- the highest id that a row or sheet of it ever had
  last_sheet_id INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('kept', 'undoing', 'undone')),
  undone_as_of INTEGER,
  undone_by TEXT,                   -- the run that took it back
  -- What became of its rows in the end; those that validate has not looked at are in none of them.
  row_count INTEGER NOT NULL DEFAULT 0,
  inserted INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  duplicate INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  suppressed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX import_by_name ON import (name);

-- What older workspaces know about their imports: rejections by validate count as taken rows.
INSERT INTO import (
  id, kind, supplier, mapping, name, content_hash, as_of, run_id, mode, record_key,
  fill_only_empty, first_row_id, last_row_id, last_sheet_id, state, row_count, inserted, updated,
  unchanged, rejected)
SELECT f.id, f.kind, f.supplier, '', f.name, f.content_hash, f.as_of, NULL, 'upsert', '', 0,
  coalesce(min(r.first_row), 0), coalesce(max(r.last_row), 0), coalesce(max(s.id), 0), 'kept',
  coalesce(sum(s.rows_read), 0), coalesce(sum(r.inserted), 0), coalesce(sum(r.updated), 0),
  coalesce(sum(s.rows_read), 0) - coalesce(sum(r.inserted + r.updated + r.rejected), 0),
  coalesce(sum(r.rejected), 0)
FROM source_file f
LEFT JOIN source_sheet s ON s.file_id = f.id
LEFT JOIN (
  SELECT sheet_id, min(id) AS first_row, max(id) AS last_row,
    sum(rejected = 0 AND record_id = id) AS inserted,
    sum(rejected = 0 AND record_id <> id) AS updated, sum(rejected) AS rejected
  FROM source_row GROUP BY sheet_id
) r ON r.sheet_id = s.id
GROUP BY f.id;

-- Rows of earlier files that a sheet had again, as ranges of consecutive rows with consecutive ids.
-- Such a row stays when the file that brought it first is taken back.
CREATE TABLE source_row_again (
  sheet_id INTEGER NOT NULL REFERENCES source_sheet (id),
  first_row_id INTEGER NOT NULL,
  last_row_id INTEGER NOT NULL,
  first_row_number INTEGER NOT NULL, -- where the first of them stands in the sheet
  PRIMARY KEY (sheet_id, first_row_id, first_row_number)
) STRICT, WITHOUT ROWID;

-- The source row that brought a change, where one did.
ALTER TABLE field_change ADD COLUMN source_row_id INTEGER;

-- What taking an import back left as it was, and why.
CREATE TABLE import_kept (
  import_id INTEGER NOT NULL REFERENCES import (id),
  -- later_import: a later row brought the value; again: other files have the row too, and subject_id
  -- is the other import; right: an opt-out, which is never taken back.
  reason TEXT NOT NULL CHECK (reason IN ('later_import', 'again', 'right')),
  subject TEXT NOT NULL,            -- table
  subject_id INTEGER NOT NULL,
  field TEXT NOT NULL,              -- empty: the whole record
  by_import INTEGER,                -- the import that it is kept for
  row_count INTEGER NOT NULL,
  PRIMARY KEY (import_id, reason, subject, subject_id, field)
) STRICT, WITHOUT ROWID;
