-- The source layer: files, and their rows exactly as they came.

CREATE TABLE source_file (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,               -- record kind of its rows: lead, account, deal ...
  supplier TEXT NOT NULL,           -- name of the mapping that read it
  name TEXT NOT NULL,               -- file name without its folder
  content_hash TEXT NOT NULL,       -- SHA-256 of the bytes, hexadecimal
  byte_count INTEGER NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('csv', 'xlsx')),
  encoding TEXT NOT NULL,           -- as detected or configured; UTF-8 for xlsx
  delimiter TEXT NOT NULL,          -- empty for xlsx
  mapping_hash TEXT NOT NULL,       -- SHA-256 of the mapping's text
  as_of INTEGER NOT NULL,           -- as-of date of the run that first saw it
  state TEXT NOT NULL CHECK (state IN ('loading', 'loaded', 'failed')),
  UNIQUE (content_hash, kind, supplier)
) STRICT;

CREATE TABLE source_sheet (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES source_file (id),
  name TEXT NOT NULL,               -- sheet name, empty for csv
  header_row INTEGER NOT NULL,      -- row number of the header, from 1
  header TEXT NOT NULL,             -- JSON array of the header cells
  fields TEXT NOT NULL,             -- JSON array: catalogue field of each column, '' when unmapped
  rows_read INTEGER NOT NULL,       -- data rows taken up so far: the loading high-water mark
  UNIQUE (file_id, name)
) STRICT;

-- One row per data row whose content was not known before. The id is also the order of arrival.
CREATE TABLE source_row (
  id INTEGER PRIMARY KEY,
  sheet_id INTEGER NOT NULL REFERENCES source_sheet (id),
  row_number INTEGER NOT NULL,      -- as a person sees it in the file, from 1
  record_id INTEGER NOT NULL,       -- id of the first source row of the same record
  rejected INTEGER NOT NULL,        -- 1: nobody takes it up, ingest could not or it was erased
  cells TEXT NOT NULL               -- JSON array of cell texts, exactly as read
) STRICT;

-- Later rows of a record that an earlier row began.
CREATE INDEX source_row_by_record ON source_row (record_id) WHERE record_id <> id;

-- Content of rows already taken, so that a row that comes again changes nothing.
-- Tables that are ordered by a hash have two tiers, as log-structured merge trees do: what comes in a
-- night goes into the small tier 1, whose few pages are all that is written, and now and then tier 1
-- is merged into tier 0. Every question asks both.
CREATE TABLE source_row_hash (
  tier INTEGER NOT NULL CHECK (tier IN (0, 1)),
  content_hash INTEGER NOT NULL,    -- 64-bit hash of kind, supplier, header and cells; verified
  row_id INTEGER NOT NULL,
  PRIMARY KEY (tier, content_hash, row_id)
) STRICT, WITHOUT ROWID;

-- Latest known record of each supplier's own id.
CREATE TABLE source_identity (
  tier INTEGER NOT NULL CHECK (tier IN (0, 1)),
  identity_hash INTEGER NOT NULL,   -- 64-bit hash of kind, supplier and external id
  record_id INTEGER NOT NULL,
  PRIMARY KEY (tier, identity_hash, record_id)
) STRICT, WITHOUT ROWID;
