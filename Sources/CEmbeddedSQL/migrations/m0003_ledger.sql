-- The ledger: what ran, what became of each row, what was found, and what changed.

CREATE TABLE run (
  id TEXT PRIMARY KEY,
  pipeline TEXT NOT NULL,           -- pipeline name, or the stage's name for a lone stage
  as_of INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'interrupted')),
  exit_code INTEGER,
  arguments TEXT NOT NULL,          -- JSON array
  started_at INTEGER NOT NULL,      -- wall clock
  ended_at INTEGER
) STRICT;

CREATE TABLE stage_run (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id),
  stage TEXT NOT NULL,
  arguments TEXT NOT NULL,          -- JSON array
  as_of INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'interrupted')),
  exit_code INTEGER,
  rows_in INTEGER NOT NULL DEFAULT 0,
  inserted INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  duplicate INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  suppressed INTEGER NOT NULL DEFAULT 0,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  milliseconds INTEGER,
  error TEXT
) STRICT;
CREATE INDEX stage_run_by_run ON stage_run (run_id);

-- Ranges of consecutive rows with the same outcome. Scope: the sheet for ingest (first and last are
-- row numbers), 0 elsewhere (first and last are ids of what the stage took up). Rows that were
-- found unchanged are counted in stage_run only.
CREATE TABLE row_disposition (
  stage_run_id INTEGER NOT NULL REFERENCES stage_run (id),
  scope INTEGER NOT NULL,
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  disposition TEXT NOT NULL,
  PRIMARY KEY (stage_run_id, scope, first_row)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  stage_run_id INTEGER NOT NULL REFERENCES stage_run (id),
  source_row_id INTEGER,            -- NULL when it concerns a whole file
  sheet_id INTEGER,                 -- set when source_row_id is NULL
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('reject', 'quarantine', 'warn', 'info')),
  field TEXT NOT NULL,
  message TEXT NOT NULL,
  value TEXT NOT NULL,
  suggestion TEXT
) STRICT;
CREATE INDEX finding_by_source_row ON finding (source_row_id) WHERE source_row_id IS NOT NULL;

-- Field-level history of conformed records; first values are in the source row.
CREATE TABLE field_change (
  id INTEGER PRIMARY KEY,
  stage_run_id INTEGER NOT NULL REFERENCES stage_run (id),
  subject TEXT NOT NULL,            -- table: lead, entity, deal ...
  subject_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  old_value TEXT,
  new_value TEXT,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX field_change_by_subject ON field_change (subject, subject_id);

-- How far each stage has looked; moved in the same transaction as the work.
CREATE TABLE high_water (
  stage TEXT NOT NULL,
  subject TEXT NOT NULL,            -- table that the stage reads
  mark INTEGER NOT NULL,            -- highest id taken up
  config_hash TEXT NOT NULL,        -- configuration it was taken up with
  PRIMARY KEY (stage, subject)
) STRICT, WITHOUT ROWID;

-- Older rows that a stage must look at again, because something below them changed.
CREATE TABLE revisit (
  stage TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  PRIMARY KEY (stage, subject, subject_id)
) STRICT, WITHOUT ROWID;

-- Rows that a stage must look at again when the as-of date reaches due_at: a delay that runs out.
-- An entry may be out of date; whoever looks decides anew.
CREATE TABLE revisit_due (
  stage TEXT NOT NULL,
  subject TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  subject_id INTEGER NOT NULL,
  PRIMARY KEY (stage, subject, due_at, subject_id)
) STRICT, WITHOUT ROWID;

-- Measures that reports compare night by night.
CREATE TABLE measure (
  as_of INTEGER NOT NULL,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  value REAL NOT NULL,
  PRIMARY KEY (as_of, name, scope)
) STRICT, WITHOUT ROWID;
