-- Queries of the history domain: the list of imports, and what a rehearsal or an undo did.

-- name: history-imports
-- Every import with what became of its rows; one that was taken back has no file any more.
SELECT
  i.id, i.as_of, i.name, i.kind, i.supplier, i.mapping, i.mode, i.record_key, i.fill_only_empty,
  CASE WHEN i.state = 'kept' THEN coalesce(f.state, 'undone') ELSE i.state END,
  i.row_count, i.inserted, i.updated, i.unchanged, i.duplicate, i.rejected, i.suppressed,
  i.run_id, i.undone_as_of, i.undone_by
FROM import i LEFT JOIN source_file f ON f.id = i.id
ORDER BY i.id;

-- name: history-rejected-rows
-- Rows that were rejected, those that somebody added to a rejects workbook too: of each what speaks
-- for it now, and the file whose workbook it is in.
WITH origin AS (
  SELECT DISTINCT r.id, coalesce(b.origin_sheet_id, r.sheet_id) AS sheet_id
  FROM finding f JOIN source_row r ON r.id = f.source_row_id
  LEFT JOIN returned_sheet b ON b.sheet_id = r.sheet_id
  WHERE f.severity = 'reject'
    AND NOT EXISTS (SELECT 1 FROM row_correction c WHERE c.row_id = r.id)),
speaker AS (
  SELECT sheet_id,
    coalesce((SELECT max(row_id) FROM row_correction WHERE origin_id = origin.id), id) AS row_id
  FROM origin)
SELECT s.file_id, r.id
FROM speaker
JOIN source_row r ON r.id = speaker.row_id
JOIN source_sheet s ON s.id = speaker.sheet_id
WHERE r.cells <> '[]';

-- name: history-last-change
SELECT coalesce(max(id), 0) FROM field_change;

-- name: history-last-finding
SELECT coalesce(max(id), 0) FROM finding;

-- name: history-run-start
-- Where the history of a run begins: after what was there before its first stage run.
SELECT coalesce(max(c.id), 0) FROM field_change c
WHERE c.stage_run_id < (SELECT min(id) FROM stage_run WHERE run_id = ?1);

-- name: history-changes
-- Changes of fields of imported records since a point of the history, with the row that brought
-- them; ?2: why.
SELECT
  c.subject, c.subject_id, c.field, c.old_value, c.new_value, f.name, s.name, r.row_number
FROM field_change c
LEFT JOIN source_row r ON r.id = c.source_row_id
LEFT JOIN source_sheet s ON s.id = r.sheet_id
LEFT JOIN source_file f ON f.id = s.file_id
WHERE c.id > ?1 AND c.reason = ?2
ORDER BY c.id;

-- name: history-new-rows
-- Rows of a stage run that began records, in the order of their arrival.
SELECT f.kind, r.record_id, f.name, s.name, r.row_number, s.fields, r.cells
FROM row_disposition d
JOIN source_row r ON r.id BETWEEN d.first_row AND d.last_row
JOIN source_sheet s ON s.id = r.sheet_id
JOIN source_file f ON f.id = s.file_id
WHERE d.stage_run_id = ?1 AND d.scope = 0 AND d.disposition = 'inserted'
ORDER BY r.id LIMIT ?2;

-- name: history-rejections
-- Why rows were rejected since a point of the list of findings.
SELECT f.name, s.name, r.row_number, g.code, g.field, g.value, g.message, g.suggestion
FROM finding g
JOIN source_row r ON r.id = g.source_row_id
JOIN source_sheet s ON s.id = r.sheet_id
JOIN source_file f ON f.id = s.file_id
WHERE g.id > ?1 AND g.severity = 'reject'
ORDER BY r.id, g.id LIMIT ?2;

-- name: history-doubts
-- What was doubtful since a point of the list of findings, though its rows were taken: by rule and
-- field, with the message of the first.
SELECT code, field, count(*), min(id), message
FROM finding
WHERE id > ?1 AND (severity IN ('quarantine', 'warn') OR code IN ('ING006', 'ING022', 'ING027', 'ING028'))
GROUP BY code, field
ORDER BY count(*) DESC, code, field;

-- name: history-active-sequence
-- Whether the person of a lead is in a sequence now.
SELECT 1 FROM enrolment
WHERE state = 'active'
  AND entity_id = coalesce((SELECT entity_id FROM entity_link WHERE lead_id = ?1), ?1)
LIMIT 1;

-- name: history-removed
-- Records that went since a point of the history, by table.
SELECT subject, count(*) FROM field_change
WHERE id > ?1 AND field = 'id' AND new_value IS NULL GROUP BY subject ORDER BY subject;

-- name: history-cancelled
SELECT count(*) FROM field_change
WHERE id > ?1 AND subject = 'message' AND field = 'state' AND new_value = 'cancelled';

-- name: history-sent
-- Messages that were handed over to people who went since a point of the history.
SELECT count(*)
FROM field_change c
JOIN enrolment e ON e.entity_id = c.subject_id
JOIN message m ON m.enrolment_id = e.id
WHERE c.id > ?1 AND c.subject = 'entity' AND c.field = 'id'
  AND m.state IN ('sending', 'sent', 'in_doubt');

-- name: history-kept
-- What undoing an import left as it was.
SELECT reason, subject, subject_id, field, by_import, row_count FROM import_kept
WHERE import_id = ?1 ORDER BY reason, subject, subject_id, field;

-- name: history-undone-by
-- Imports that a run took back.
SELECT id, name, as_of, row_count FROM import WHERE undone_by = ?1 ORDER BY id;
