-- Which files a do-not-contact registry came in, so that a newer one ends what it no longer has.

-- Kind of messages that an entry is about, as the purpose of a sequence; NULL: all.
ALTER TABLE suppression ADD COLUMN category TEXT;
-- As-of date of the run that found the entry missing from a newer snapshot; NULL: it counts.
ALTER TABLE suppression ADD COLUMN ended_as_of INTEGER;

CREATE TABLE suppression_snapshot (
  registry TEXT NOT NULL,
  file_id INTEGER NOT NULL,         -- import that the entries came with
  received_as_of INTEGER NOT NULL,  -- last time; files of one date are one snapshot
  entry_count INTEGER NOT NULL,
  -- settled: what is missing has ended. kept: it was left, because the snapshot is in doubt.
  state TEXT NOT NULL CHECK (state IN ('new', 'kept', 'settled')),
  PRIMARY KEY (registry, file_id)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO suppression_snapshot (registry, file_id, received_as_of, entry_count, state)
SELECT r.registry, max(f.id), r.snapshot_at, r.entry_count, 'settled'
FROM suppression_registry r
JOIN source_file f ON f.content_hash = r.content_hash AND f.kind = 'suppression'
GROUP BY r.registry;
