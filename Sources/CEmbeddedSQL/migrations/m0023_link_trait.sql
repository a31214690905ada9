-- What the leads that decisions name are known by when they come again in another file: an import was
-- taken back, and its rows were sent anew. Hashes only, and none beyond the decisions.
CREATE TABLE link_trait (
  name TEXT NOT NULL,               -- as decisions have it
  is_id INTEGER NOT NULL CHECK (is_id IN (0, 1)),
  hash INTEGER NOT NULL,            -- 1: of source_identity, 0: of source_row_hash
  PRIMARY KEY (name, is_id, hash)
) STRICT, WITHOUT ROWID;
