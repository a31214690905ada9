-- Queries of the export domain.

-- name: export-sheets
-- Where the sheets of a kind came from.
SELECT s.id, f.content_hash, s.name
FROM source_sheet AS s JOIN source_file AS f ON f.id = s.file_id
WHERE f.kind = :kind ORDER BY s.id;

-- name: export-origin
-- Where a record began.
SELECT sheet_id, row_number FROM source_row WHERE id = :record;
