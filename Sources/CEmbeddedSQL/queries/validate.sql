-- Queries of the validate domain.

-- name: validate-sheets
-- Every sheet with what its rows mean. Rows that were corrected in a workbook are written as those
-- of the file that they came with.
SELECT s.id, s.fields, f.kind, f.supplier, f.id, i.mode, i.record_key, i.fill_only_empty,
  coalesce(o.format, f.format), s.header, v.text
FROM source_sheet AS s JOIN source_file AS f ON f.id = s.file_id
LEFT JOIN returned_sheet AS b ON b.sheet_id = s.id
LEFT JOIN source_sheet AS t ON t.id = b.origin_sheet_id
LEFT JOIN source_file AS o ON o.id = t.file_id
LEFT JOIN import AS i ON i.id = f.id
LEFT JOIN mapping_version AS v ON v.hash = f.mapping_hash AND v.is_proposed = 1
ORDER BY s.id;

-- name: validate-sheet-ranges
-- Where the new rows of each sheet stand; rows of another sheet may stand between them.
SELECT id, max(first_row_id, :mark + 1), last_row_id FROM source_sheet
WHERE last_row_id > :mark ORDER BY first_row_id;

-- name: validate-rows
-- Source rows in the order of their arrival.
SELECT id, sheet_id, record_id, rejected, cells FROM source_row
WHERE id BETWEEN :first AND :last ORDER BY id;

-- name: validate-row-erase
-- The row of an erased person: its content goes, nobody takes it up again.
UPDATE source_row SET cells = '[]', rejected = 1 WHERE id = :id;

-- name: validate-row-refuse
-- The file's rules do not let the row do what it would do; nobody takes it up again.
UPDATE source_row SET rejected = 1 WHERE id = :id;

-- name: validate-row-record
-- The row is about a record that another one began.
UPDATE source_row SET record_id = :record WHERE id = :id;

-- name: validate-record-latest
-- The latest row of a record before a given one.
SELECT coalesce(
  (SELECT max(id) FROM source_row WHERE record_id = ?1 AND record_id <> id AND id < ?2), ?1);

-- name: validate-rows-of-record
-- The rows that a record is made of, in the order of their arrival, as far as the stage has looked.
SELECT id, sheet_id, cells FROM source_row WHERE id = ?1 AND rejected = 0 AND id <= ?2
UNION ALL
SELECT id, sheet_id, cells FROM source_row
WHERE record_id = ?1 AND record_id <> id AND rejected = 0 AND id <= ?2
ORDER BY id;

-- name: validate-has-finding
SELECT 1 FROM finding WHERE source_row_id = ?1 AND code = ?2 LIMIT 1;

-- name: validate-import-count
-- What became of more rows of an import in the end.
UPDATE import SET
  inserted = inserted + ?2, updated = updated + ?3, unchanged = unchanged + ?4,
  rejected = rejected + ?5, suppressed = suppressed + ?6
WHERE id = ?1;

-- name: validate-is-erased
SELECT 1 FROM erased_entity WHERE entity_id = :lead;

-- name: validate-previous-mark
-- How far the stage has looked under any configuration.
SELECT mark FROM high_water WHERE stage = 'validate' AND subject = :subject;

-- name: validate-erasures
SELECT key_hash FROM erasure;

-- name: validate-suppressions
-- Every do-not-contact entry, and the source row that it came with.
SELECT email, phone, email_sha256, phone_sha256, domain, channel, source_row_id FROM suppression;

-- name: validate-suppression-newest
SELECT coalesce(max(source_row_id), 0) FROM suppression;

-- name: validate-leads-by-key
-- Leads that dedupe knows by an e-mail or a phone key.
SELECT l.id, l.email, l.phone, l.dnd_channels
FROM (
  SELECT lead_id FROM match_key WHERE tier = 0 AND key_hash = :key
  UNION ALL
  SELECT lead_id FROM match_key WHERE tier = 1 AND key_hash = :key
) AS k
JOIN lead AS l ON l.id = k.lead_id;

-- name: validate-leads-after
-- Leads from an id on: those that dedupe has not seen, or all of them.
SELECT id, email, phone, dnd_channels FROM lead WHERE id > :mark;

-- name: validate-dedupe-mark
SELECT coalesce(max(mark), 0) FROM high_water WHERE stage = 'dedupe' AND subject = 'lead';

-- name: validate-lead-dnd
UPDATE lead SET dnd_channels = :channels WHERE id = :id;

-- name: validate-dns-answer
SELECT verdict, detail FROM dns_answer WHERE domain = :domain AND expires_at > :as_of;

-- name: validate-dns-answer-set
INSERT INTO dns_answer (domain, verdict, detail, expires_at)
VALUES (:domain, :verdict, :detail, :expires_at)
ON CONFLICT (domain) DO UPDATE SET
  verdict = excluded.verdict, detail = excluded.detail, expires_at = excluded.expires_at;
