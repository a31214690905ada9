-- A file has all entries of a registry only where it names the registry: a list that names none is one
-- of many of its supplier, and ends nothing.
ALTER TABLE suppression_snapshot ADD COLUMN is_named INTEGER NOT NULL DEFAULT 1;

UPDATE suppression_snapshot SET is_named = 0
WHERE registry = (SELECT supplier FROM source_file WHERE id = file_id)
  AND NOT EXISTS (
    SELECT 1 FROM source_sheet s, json_each(s.fields) f
    WHERE s.file_id = suppression_snapshot.file_id AND f.value = 'registry');

-- What such a list ended was only missing from another list.
UPDATE suppression SET ended_as_of = NULL
WHERE registry IN (SELECT registry FROM suppression_snapshot WHERE is_named = 0);
