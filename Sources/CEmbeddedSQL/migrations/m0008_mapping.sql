-- How each file was read: the mapping's text at the time, and what the file's columns looked like.

-- Every mapping that has read a file, as it was then. source_file.mapping_hash leads here.
CREATE TABLE mapping_version (
  hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,               -- of the mapping
  kind TEXT NOT NULL,
  supplier TEXT NOT NULL,
  text TEXT NOT NULL,               -- the definition, YAML
  is_proposed INTEGER NOT NULL,     -- 1: by the program, for a file that nobody had described
  as_of INTEGER NOT NULL            -- as-of date of the run that first read a file with it
) STRICT;

-- The layout of each sheet, to hold the supplier's next file against.
CREATE TABLE source_profile (
  sheet_id INTEGER PRIMARY KEY REFERENCES source_sheet (id),
  columns TEXT NOT NULL             -- JSON array: header, field, type and emptiness of each column
) STRICT;
