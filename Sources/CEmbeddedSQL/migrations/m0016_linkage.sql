-- Probabilistic record linkage: what leads are compared by, and what came of it.

-- Models, the newest of which is in use: JSON as in pipelines/matching-model.json.
CREATE TABLE link_model (
  version INTEGER PRIMARY KEY,
  model TEXT NOT NULL,
  leads INTEGER NOT NULL,           -- that it was trained on
  trained_as_of INTEGER NOT NULL
) STRICT;

-- Blocking keys of the leads of a whole base, in order of the keys: entries of 12 bytes, upper 48
-- bits of the key and 48 bits of the lead's id, most significant byte first.
CREATE TABLE link_block_page (
  first_key INTEGER PRIMARY KEY,    -- upper 48 bits
  entries BLOB NOT NULL
) STRICT;

-- Blocking keys of leads that came later.
CREATE TABLE link_block (
  key INTEGER NOT NULL,             -- upper 48 bits
  lead_id INTEGER NOT NULL,
  PRIMARY KEY (key, lead_id)
) STRICT, WITHOUT ROWID;

-- Leads that are gone or erased since their keys were written: dedupe takes these out.
CREATE TABLE link_stale (
  lead_id INTEGER PRIMARY KEY
) STRICT;

-- Pairs of leads that are or may be one person, each from both sides.
CREATE TABLE link_edge (
  lead_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL,
  weight REAL NOT NULL,             -- match weight in bits
  PRIMARY KEY (lead_id, other_id)
) STRICT, WITHOUT ROWID;
