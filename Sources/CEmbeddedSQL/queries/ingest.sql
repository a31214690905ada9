-- Queries of the ingest domain: source files, sheets and rows, and the rejects workbook.

-- name: ingest-file-find
-- The same bytes from the same supplier as the same kind are the same file, whatever its name.
SELECT id, state, mapping_hash,
  EXISTS (SELECT 1 FROM import WHERE import.id = source_file.id AND import.state = 'undoing')
FROM source_file
WHERE content_hash = ?1 AND kind = ?2 AND supplier = ?3;

-- name: ingest-statement-find
-- The file of these bytes and this name, of a kind whose files are statements, unless another of the
-- name came since: the same bytes then, or under another name, say it again. What the run itself
-- (?5) has taken it does not take twice.
SELECT id, state, mapping_hash,
  EXISTS (SELECT 1 FROM import WHERE import.id = own.id AND import.state = 'undoing')
FROM source_file AS own
WHERE kind = ?2 AND supplier = ?3 AND name = ?4
  AND content_hash IN (?1, 'again-' || id || '-' || ?1)
  AND (EXISTS (SELECT 1 FROM import WHERE import.id = own.id AND import.run_id = ?5)
    OR NOT EXISTS (
      SELECT 1 FROM source_file AS later
      WHERE later.kind = ?2 AND later.supplier = ?3 AND later.name = ?4 AND later.id > own.id
        AND later.content_hash NOT LIKE 'undone-%'))
ORDER BY id DESC LIMIT 1;

-- name: ingest-waits-for-validate
-- Whether validate has not looked yet at rows of a kind (?1, its mark: ?2) besides those of a file
-- (?3): any rows (?4), or those of a supplier (?5) whose records or rights only validate finds.
SELECT 1 FROM import i JOIN source_sheet s ON s.file_id = i.id
WHERE i.kind = ?1 AND i.id <> ?3
  AND s.last_row_id > coalesce(
    (SELECT mark FROM high_water WHERE stage = 'validate' AND subject = ?2), 0)
  AND (?4 OR (i.supplier = ?5 AND (i.record_key <> '' OR i.mode <> 'upsert')))
LIMIT 1;

-- name: ingest-pause-clear
-- Where runs of a run's pipeline have stopped before a file.
DELETE FROM revisit
WHERE stage = 'ingest' AND subject >= 'input ' AND subject < 'input!'
  AND EXISTS (
    SELECT 1 FROM run
    WHERE pipeline = (SELECT pipeline FROM run WHERE id = ?1)
      AND revisit.subject LIKE 'input ' || run.id || ' %');

-- name: ingest-next-file-id
-- A number that no import ever had.
SELECT 1 + max(
  coalesce((SELECT max(id) FROM source_file), 0), coalesce((SELECT max(id) FROM import), 0));

-- name: ingest-import-insert
INSERT INTO import (
  id, kind, supplier, mapping, name, content_hash, as_of, run_id, mode, record_key,
  fill_only_empty, first_row_id, last_row_id, last_sheet_id, state)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12 - 1, 0, 'kept');

-- name: ingest-import-loaded
-- How far the ids of an import's rows and sheets go.
UPDATE import SET
  last_row_id = max(last_row_id, ?2),
  last_sheet_id = max(
    last_sheet_id, coalesce((SELECT max(id) FROM source_sheet WHERE file_id = ?1), 0))
WHERE id = ?1;

-- name: ingest-import-count
-- What became of more rows of an import.
UPDATE import SET
  row_count = row_count + ?2, unchanged = unchanged + ?3, duplicate = duplicate + ?4,
  rejected = rejected + ?5
WHERE id = ?1;

-- name: ingest-broken-findings
-- What was found about the rows of a file that cannot be read to its end.
DELETE FROM finding WHERE source_row_id IN (
  SELECT r.id FROM source_sheet s JOIN source_row r ON r.id BETWEEN s.first_row_id AND s.last_row_id
  WHERE s.file_id = ?1 AND r.sheet_id = s.id);

-- name: ingest-broken-corrections
DELETE FROM row_correction WHERE row_id IN (
  SELECT r.id FROM source_sheet s JOIN source_row r ON r.id BETWEEN s.first_row_id AND s.last_row_id
  WHERE s.file_id = ?1 AND r.sheet_id = s.id);

-- name: ingest-broken-rows
DELETE FROM source_row WHERE id IN (
  SELECT r.id FROM source_sheet s JOIN source_row r ON r.id BETWEEN s.first_row_id AND s.last_row_id
  WHERE s.file_id = ?1 AND r.sheet_id = s.id);

-- name: ingest-broken-again
DELETE FROM source_row_again WHERE sheet_id IN (SELECT id FROM source_sheet WHERE file_id = ?1);

-- name: ingest-broken-outcomes
DELETE FROM row_disposition
WHERE scope IN (SELECT id FROM source_sheet WHERE file_id = ?1)
  AND stage_run_id IN (SELECT id FROM stage_run WHERE stage = 'ingest');

-- name: ingest-broken-sheets
UPDATE source_sheet SET rows_read = 0, first_row_id = 0, last_row_id = 0 WHERE file_id = ?1;

-- name: ingest-broken-import
UPDATE import SET row_count = 0, unchanged = 0, duplicate = 0, rejected = 0 WHERE id = ?1;

-- name: ingest-again-insert
INSERT OR REPLACE INTO source_row_again (sheet_id, first_row_id, last_row_id, first_row_number)
VALUES (?1, ?2, ?3, ?4);

-- name: ingest-content-again
-- A row whose content has to be known again, because a later row of its record was taken back.
SELECT r.cells, s.header, f.kind, f.supplier
FROM source_row r JOIN source_sheet s ON s.id = r.sheet_id JOIN source_file f ON f.id = s.file_id
WHERE r.id = ?1;

-- name: ingest-content-over
-- A row whose content has to be forgotten, because validate found a later row of its supplier to be
-- about its record; none when that one was taken back since.
SELECT r.cells, s.header, f.kind, f.supplier
FROM source_row r JOIN source_sheet s ON s.id = r.sheet_id JOIN source_file f ON f.id = s.file_id
WHERE r.id = ?1
  AND EXISTS (
    SELECT 1 FROM source_row l
    JOIN source_sheet ls ON ls.id = l.sheet_id JOIN source_file lf ON lf.id = ls.file_id
    WHERE l.record_id = r.record_id AND l.record_id <> l.id AND l.id > r.id
      AND lf.supplier = f.supplier);

-- name: ingest-file-insert
INSERT INTO source_file
  (kind, supplier, name, content_hash, byte_count, format, encoding, delimiter, mapping_hash,
   as_of, state, id)
SELECT ?1, ?2, ?3,
  -- Bytes that say again what they said before.
  CASE WHEN EXISTS (
    SELECT 1 FROM source_file WHERE content_hash = ?4 AND kind = ?1 AND supplier = ?2)
    THEN 'again-' || ?11 || '-' || ?4 ELSE ?4 END,
  ?5, ?6, ?7, ?8, ?9, ?10, 'loading', ?11;

-- name: ingest-file-state
UPDATE source_file SET state = ?2 WHERE id = ?1;

-- name: ingest-file-mapping
-- The mapping was edited since the file was loaded.
UPDATE source_file SET mapping_hash = ?2 WHERE id = ?1;

-- name: ingest-sheet-find
SELECT id, rows_read FROM source_sheet WHERE file_id = ?1 AND name = ?2;

-- name: ingest-sheet-insert
-- Its id is one that no sheet ever had.
INSERT INTO source_sheet (id, file_id, name, header_row, header, fields, rows_read)
SELECT 1 + max(
    coalesce((SELECT max(id) FROM source_sheet), 0),
    coalesce((SELECT max(last_sheet_id) FROM import), 0)),
  ?1, ?2, ?3, ?4, ?5, 0;

-- name: ingest-profile-insert
INSERT OR REPLACE INTO source_profile (sheet_id, columns) VALUES (?1, ?2);

-- name: ingest-profile-history
-- The layouts of a supplier's last files, the latest first; those that no mapping claimed may be
-- anybody's, and are asked for by ?4.
SELECT p.columns
FROM source_file AS f
JOIN source_sheet AS s ON s.file_id = f.id
JOIN source_profile AS p ON p.sheet_id = s.id
WHERE f.id IN (
  SELECT k.id FROM source_file AS k
  LEFT JOIN mapping_version AS v ON v.hash = k.mapping_hash AND v.is_proposed = 1
  WHERE k.kind = ?1 AND k.supplier = ?2 AND k.state = 'loaded' AND (?4 <> 0 OR v.hash IS NULL)
  ORDER BY k.id DESC LIMIT ?3)
ORDER BY f.id DESC, s.id DESC;

-- name: ingest-mapping-version
INSERT OR IGNORE INTO mapping_version (hash, name, kind, supplier, text, is_proposed, as_of)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: ingest-sheet-fields
UPDATE source_sheet SET fields = ?2 WHERE id = ?1;

-- name: ingest-sheet-rows-read
-- The high-water mark of a load, and where its rows stand: ids from ?3 on, ?4 is the next free one.
UPDATE source_sheet SET
  rows_read = ?2,
  first_row_id = CASE WHEN first_row_id = 0 AND ?3 < ?4 THEN ?3 ELSE first_row_id END,
  last_row_id = CASE WHEN ?3 < ?4 THEN ?4 - 1 ELSE last_row_id END
WHERE id = ?1;

-- name: ingest-row-next-id
-- An id that no row ever had.
SELECT 1 + max(
  coalesce((SELECT max(id) FROM source_row), 0),
  coalesce((SELECT max(last_row_id) FROM import), 0));

-- name: ingest-row-insert
INSERT INTO source_row (id, sheet_id, row_number, record_id, rejected, cells)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: ingest-row-cells
SELECT cells FROM source_row WHERE id = ?1;

-- name: ingest-row-with-fields
-- A row that brought an id; and the rows of the record that it began, for it may have been taken
-- back; the latest first.
-- Those of a given supplier (?2), if one is, and of exports.
SELECT r.cells, s.fields, r.record_id, r.sheet_id, r.id
FROM (
  SELECT id FROM source_row WHERE id = ?1
  UNION ALL
  SELECT id FROM source_row WHERE record_id = ?1 AND record_id <> id
) AS own
JOIN source_row r ON r.id = own.id
JOIN source_sheet s ON s.id = r.sheet_id
JOIN source_file f ON f.id = s.file_id
WHERE ?2 IS NULL OR f.supplier IN (?2, ?3)
ORDER BY r.id DESC;

-- name: ingest-sheet-is-guarded
-- Whether the cells of a sheet may carry the apostrophes of a CSV export: they came of one, or are
-- rows of one that were corrected.
SELECT 1 FROM source_sheet s JOIN source_file f ON f.id = s.file_id
WHERE s.id = coalesce((SELECT origin_sheet_id FROM returned_sheet WHERE sheet_id = ?1), ?1)
  AND f.format = 'csv' AND f.supplier = ?2;

-- name: ingest-row-latest
-- The latest row of a record before a given one, of the rows that one supplier sent.
SELECT r.id, s.header, r.cells
FROM (
  SELECT id FROM source_row WHERE record_id = ?1 AND record_id <> id AND id < ?2
  UNION ALL
  SELECT ?1
) AS own
JOIN source_row r ON r.id = own.id
JOIN source_sheet s ON s.id = r.sheet_id
JOIN source_file f ON f.id = s.file_id
WHERE f.supplier = ?3 AND f.kind = ?4
ORDER BY r.id DESC LIMIT 1;

-- name: ingest-file-rows
-- What an interrupted load has left; rare enough to look through all rows.
SELECT r.id, r.record_id, r.cells, s.header, s.fields, s.id
FROM source_row r JOIN source_sheet s ON s.id = r.sheet_id
WHERE s.file_id = ?1
ORDER BY r.id;

-- name: ingest-refused-rows
-- Rows that the mode of their import refused, for what was there or not there then.
SELECT f.source_row_id FROM import i
JOIN finding f ON f.source_row_id BETWEEN i.first_row_id AND i.last_row_id
WHERE i.mode <> 'upsert' AND f.severity = 'reject' AND f.code IN ('VAL005', 'VAL006');

-- name: ingest-refused-count
-- How many rows of a file its import's mode refused.
SELECT count(DISTINCT f.source_row_id), i.mode FROM import i
JOIN finding f ON f.source_row_id BETWEEN i.first_row_id AND i.last_row_id
JOIN source_row r ON r.id = f.source_row_id
JOIN source_sheet s ON s.id = r.sheet_id AND s.file_id = i.id
WHERE i.id = ?1 AND i.mode <> 'upsert' AND f.severity = 'reject'
  AND f.code IN ('VAL005', 'VAL006');

-- name: ingest-hash-estimate
SELECT coalesce(max(id), 0) FROM source_row;

-- name: ingest-hash-all
SELECT content_hash, row_id FROM source_row_hash;

-- name: ingest-hash-find
-- The tiers one after the other: a list of tiers would be laid out anew for each row.
SELECT row_id FROM source_row_hash WHERE tier = 0 AND content_hash = ?1
UNION ALL
SELECT row_id FROM source_row_hash WHERE tier = 1 AND content_hash = ?1
ORDER BY row_id;

-- name: ingest-hash-insert
INSERT OR IGNORE INTO source_row_hash (tier, content_hash, row_id) VALUES (?1, ?2, ?3);

-- name: ingest-hash-insert-32
-- Many at once: of a statement for each, half the time would be the statement's own.
INSERT OR IGNORE INTO source_row_hash (tier, content_hash, row_id) VALUES
  (?1, ?2, ?3), (?1, ?4, ?5), (?1, ?6, ?7), (?1, ?8, ?9), (?1, ?10, ?11),
  (?1, ?12, ?13), (?1, ?14, ?15), (?1, ?16, ?17), (?1, ?18, ?19), (?1, ?20, ?21),
  (?1, ?22, ?23), (?1, ?24, ?25), (?1, ?26, ?27), (?1, ?28, ?29), (?1, ?30, ?31),
  (?1, ?32, ?33), (?1, ?34, ?35), (?1, ?36, ?37), (?1, ?38, ?39), (?1, ?40, ?41),
  (?1, ?42, ?43), (?1, ?44, ?45), (?1, ?46, ?47), (?1, ?48, ?49), (?1, ?50, ?51),
  (?1, ?52, ?53), (?1, ?54, ?55), (?1, ?56, ?57), (?1, ?58, ?59), (?1, ?60, ?61),
  (?1, ?62, ?63), (?1, ?64, ?65);

-- name: ingest-hash-delete
DELETE FROM source_row_hash WHERE tier IN (0, 1) AND content_hash = ?1 AND row_id = ?2;

-- name: ingest-identity-any
SELECT 1 FROM source_identity LIMIT 1;

-- name: ingest-identity-find
SELECT record_id FROM source_identity WHERE tier = 0 AND identity_hash = ?1
UNION ALL
SELECT record_id FROM source_identity WHERE tier = 1 AND identity_hash = ?1
ORDER BY record_id DESC;

-- name: ingest-identity-insert
INSERT OR IGNORE INTO source_identity (tier, identity_hash, record_id) VALUES (?1, ?2, ?3);

-- name: ingest-identity-insert-32
INSERT OR IGNORE INTO source_identity (tier, identity_hash, record_id) VALUES
  (?1, ?2, ?3), (?1, ?4, ?5), (?1, ?6, ?7), (?1, ?8, ?9), (?1, ?10, ?11),
  (?1, ?12, ?13), (?1, ?14, ?15), (?1, ?16, ?17), (?1, ?18, ?19), (?1, ?20, ?21),
  (?1, ?22, ?23), (?1, ?24, ?25), (?1, ?26, ?27), (?1, ?28, ?29), (?1, ?30, ?31),
  (?1, ?32, ?33), (?1, ?34, ?35), (?1, ?36, ?37), (?1, ?38, ?39), (?1, ?40, ?41),
  (?1, ?42, ?43), (?1, ?44, ?45), (?1, ?46, ?47), (?1, ?48, ?49), (?1, ?50, ?51),
  (?1, ?52, ?53), (?1, ?54, ?55), (?1, ?56, ?57), (?1, ?58, ?59), (?1, ?60, ?61),
  (?1, ?62, ?63), (?1, ?64, ?65);

-- name: ingest-hash-recent-count
-- Contents that wait in the small tier.
SELECT count(*) FROM source_row_hash WHERE tier = 1;

-- name: ingest-hash-merge
UPDATE OR REPLACE source_row_hash SET tier = 0 WHERE tier = 1;

-- name: ingest-identity-merge
UPDATE OR REPLACE source_identity SET tier = 0 WHERE tier = 1;

-- name: ingest-rejects-mark
-- The rejects workbook of a sheet's file has to be written again.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
VALUES ('rejects', 'source_sheet', ?1);

-- name: ingest-rejects-pending
-- Files whose rejects workbook has to be written again, and how many of the same name came before.
-- What is rejected in a returned workbook goes into the workbook of the file that it comes from.
SELECT DISTINCT f.id, f.name,
  (SELECT count(*) FROM source_file e
   WHERE e.name = f.name AND e.id < f.id
     AND NOT EXISTS (
       SELECT 1 FROM source_sheet t JOIN returned_sheet q ON q.sheet_id = t.id
       WHERE t.file_id = e.id)),
  f.content_hash
FROM revisit v
LEFT JOIN returned_sheet b ON b.sheet_id = v.subject_id
JOIN source_sheet s ON s.id = coalesce(b.origin_sheet_id, v.subject_id)
JOIN source_file f ON f.id = s.file_id
WHERE v.stage = 'rejects' AND v.subject = 'source_sheet'
ORDER BY f.id;

-- name: ingest-file-known
-- Whether a file of this content was imported.
SELECT 1 FROM source_file WHERE content_hash = ?1 LIMIT 1;

-- name: ingest-rejects-done
-- The workbook of a file is written.
DELETE FROM revisit
WHERE stage = 'rejects' AND subject = 'source_sheet'
  AND subject_id IN (
    SELECT id FROM source_sheet WHERE file_id = ?1
    UNION
    SELECT b.sheet_id FROM returned_sheet b JOIN source_sheet s ON s.id = b.origin_sheet_id
    WHERE s.file_id = ?1);

-- name: ingest-rejects-sheets
SELECT id, name, header, fields FROM source_sheet WHERE file_id = ?1 ORDER BY id;

-- name: ingest-rejects-rows
-- Rows of a sheet that were rejected, rows added by hand to its returned workbooks too; of each the
-- latest correction, with what was found the last time it was judged.
WITH origin AS (
  SELECT DISTINCT r.id, r.row_number, r.sheet_id
  FROM finding f JOIN source_row r ON r.id = f.source_row_id
  WHERE f.severity = 'reject'
    AND (r.sheet_id = ?1
      OR r.sheet_id IN (SELECT sheet_id FROM returned_sheet WHERE origin_sheet_id = ?1))
    AND NOT EXISTS (SELECT 1 FROM row_correction c WHERE c.row_id = r.id)),
speaker AS (
  SELECT id AS origin_id, row_number, sheet_id,
    coalesce((SELECT max(row_id) FROM row_correction WHERE origin_id = origin.id), id) AS row_id
  FROM origin)
SELECT s.origin_id, s.row_number, s.row_id, s.sheet_id = ?1, r.cells,
  f.severity, f.code, f.field, f.message, f.suggestion
FROM speaker s
JOIN source_row r ON r.id = s.row_id
JOIN finding f ON f.source_row_id = s.row_id
WHERE f.severity <> 'info' AND r.cells <> '[]'
  AND f.stage_run_id = (
    SELECT max(stage_run_id) FROM finding WHERE source_row_id = s.row_id AND severity = 'reject')
ORDER BY s.origin_id, f.severity <> 'reject', f.code, f.field, f.id;

-- name: ingest-row-is-rejected
-- Whether a row was rejected and stays so: it was not taken after all, and its record has not been
-- corrected by a later row. Ids are unique across the conformed tables.
SELECT 1 FROM source_row r
WHERE r.id = ?1
  AND EXISTS (SELECT 1 FROM finding f WHERE f.source_row_id = r.id AND f.severity = 'reject')
  AND NOT EXISTS (SELECT 1 FROM lead c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (SELECT 1 FROM account c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (SELECT 1 FROM deal c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (SELECT 1 FROM deal_stage c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (SELECT 1 FROM task c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (SELECT 1 FROM activity c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (SELECT 1 FROM engagement c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (SELECT 1 FROM suppression c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (SELECT 1 FROM user c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (SELECT 1 FROM team c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (SELECT 1 FROM product c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (SELECT 1 FROM deal_line c WHERE c.id = r.record_id AND c.source_row_id >= r.id)
  AND NOT EXISTS (
    SELECT 1 FROM link_decision c WHERE c.id = r.record_id AND c.source_row_id >= r.id);

-- name: ingest-return-sheet
-- What a token says of a sheet that rejected rows came from.
SELECT s.name, s.header, f.kind, f.supplier, f.content_hash
FROM source_sheet s JOIN source_file f ON f.id = s.file_id
WHERE s.id = ?1;

-- name: ingest-return-row
-- The sheet that a rejected row came with, to check its token.
SELECT coalesce(b.origin_sheet_id, r.sheet_id), f.content_hash
FROM source_row r
LEFT JOIN returned_sheet b ON b.sheet_id = r.sheet_id
JOIN source_sheet s ON s.id = coalesce(b.origin_sheet_id, r.sheet_id)
JOIN source_file f ON f.id = s.file_id
WHERE r.id = ?1;

-- name: ingest-return-chain
-- A rejected row and its corrections, the latest last.
SELECT r.id, r.record_id, r.cells,
  EXISTS (SELECT 1 FROM finding f WHERE f.source_row_id = r.id AND f.severity = 'reject')
FROM source_row r
WHERE r.id = ?1 OR r.id IN (SELECT row_id FROM row_correction WHERE origin_id = ?1)
ORDER BY r.id;

-- name: ingest-return-flags
-- Fields of a row that something was found about.
SELECT DISTINCT field FROM finding
WHERE source_row_id = ?1 AND severity <> 'info' AND field <> '';

-- name: ingest-return-reasons
-- Why a row was rejected the last time it was judged.
SELECT code, field FROM finding
WHERE source_row_id = ?1 AND severity = 'reject'
  AND stage_run_id = (
    SELECT max(stage_run_id) FROM finding WHERE source_row_id = ?1 AND severity = 'reject')
ORDER BY code, field;

-- name: ingest-return-sheet-insert
INSERT OR IGNORE INTO returned_sheet (sheet_id, origin_sheet_id) VALUES (?1, ?2);

-- name: ingest-correction-insert
INSERT INTO row_correction (row_id, origin_id) VALUES (?1, ?2);

-- name: ingest-return-added
-- Rejected rows that were added by hand to a returned workbook.
SELECT DISTINCT r.id, r.row_number
FROM finding f JOIN source_row r ON r.id = f.source_row_id
WHERE f.severity = 'reject' AND r.sheet_id = ?1
  AND NOT EXISTS (SELECT 1 FROM row_correction c WHERE c.row_id = r.id)
ORDER BY r.id;

-- name: ingest-registry-save
-- Of when a do-not-contact registry is; an older file does not make it older.
INSERT INTO suppression_registry (registry, snapshot_at, content_hash, entry_count)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (registry) DO UPDATE
SET snapshot_at = excluded.snapshot_at, content_hash = excluded.content_hash,
    entry_count = excluded.entry_count
WHERE excluded.snapshot_at >= snapshot_at;

-- name: ingest-snapshot-save
-- A file that a registry came in.
INSERT INTO suppression_snapshot
  (registry, file_id, received_as_of, entry_count, state, is_named)
VALUES (?1, ?2, ?3, ?4, 'new', ?5)
ON CONFLICT (registry, file_id) DO UPDATE
SET received_as_of = excluded.received_as_of, entry_count = excluded.entry_count, state = 'new',
    is_named = excluded.is_named;

-- name: ingest-snapshot-rewritten
-- Whether another file of the name is a newer snapshot of a registry that a file has.
SELECT 1 FROM suppression_snapshot own
JOIN suppression_snapshot other
  ON other.registry = own.registry AND other.received_as_of > own.received_as_of
JOIN import i ON i.id = other.file_id AND i.state = 'kept' AND i.name = ?2
WHERE own.file_id = ?1 LIMIT 1;

-- name: ingest-contents-since
-- When contents were first received as a do-not-contact list, whether they were taken back or not.
SELECT min(as_of) FROM import WHERE content_hash = ?1 AND kind = 'suppression';

-- name: ingest-snapshot-again
-- A file that was loaded before is of another date now.
UPDATE suppression_snapshot SET received_as_of = ?2, state = 'new'
WHERE file_id = ?1 AND received_as_of < ?2;

-- name: ingest-snapshot-late
-- A file that comes again though a newer one ended entries of it: whoever sends it is told, once for
-- each newer one.
UPDATE suppression_snapshot SET state = 'new'
WHERE file_id = ?1 AND is_named = 1 AND EXISTS (
  SELECT 1 FROM suppression_snapshot n JOIN import i ON i.id = n.file_id
  WHERE n.registry = suppression_snapshot.registry
    AND n.received_as_of > suppression_snapshot.received_as_of
    AND n.received_as_of = (
      SELECT max(received_as_of) FROM suppression_snapshot m
      WHERE m.registry = suppression_snapshot.registry)
    AND EXISTS (
      SELECT 1 FROM source_sheet s
      JOIN source_row r ON r.id BETWEEN s.first_row_id AND s.last_row_id AND r.sheet_id = s.id
      JOIN suppression c ON c.id = r.record_id AND c.ended_as_of IS NOT NULL
      WHERE s.file_id = ?1)
    AND NOT EXISTS (
      SELECT 1 FROM finding f JOIN source_sheet s ON s.id = f.sheet_id
      WHERE f.code = 'VAL193' AND f.value = i.name AND s.file_id = ?1));

-- name: ingest-registry-refresh
-- Registries of a file that came again are fresh; an older run does not make them older.
UPDATE suppression_registry SET
  snapshot_at = ?2, content_hash = ?3,
  entry_count = coalesce(
    (SELECT s.entry_count FROM suppression_snapshot s
     WHERE s.registry = suppression_registry.registry AND s.file_id = ?1), entry_count)
WHERE snapshot_at < ?2
  AND (content_hash = ?3
    OR registry IN (SELECT registry FROM suppression_snapshot WHERE file_id = ?1));
