-- Where the rows of a sheet stand, so that a stage finds the new ones without reading all.

ALTER TABLE source_sheet ADD COLUMN first_row_id INTEGER NOT NULL DEFAULT 0;  -- 0: no row yet
ALTER TABLE source_sheet ADD COLUMN last_row_id INTEGER NOT NULL DEFAULT 0;
UPDATE source_sheet SET first_row_id = r.first, last_row_id = r.last
FROM (
  SELECT sheet_id, min(id) AS first, max(id) AS last FROM source_row GROUP BY sheet_id
) AS r
WHERE r.sheet_id = source_sheet.id;
