-- Queries of the validate domain.

-- name: validate-suppliers
SELECT DISTINCT supplier FROM source_file;

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

-- name: validate-rejects-records
-- Records with rows that were rejected.
SELECT DISTINCT r.record_id FROM finding f JOIN source_row r ON r.id = f.source_row_id
WHERE f.severity = 'reject';

-- name: validate-rejects-resolved
-- Sheets with rejected rows about the records of a list, which spoke since: their workbooks are
-- written again.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT DISTINCT 'rejects', 'source_sheet', own.sheet_id
FROM (
  SELECT r.id, r.sheet_id FROM json_each(:records) record CROSS JOIN source_row r ON r.id = record.value
  UNION ALL
  SELECT r.id, r.sheet_id
  FROM json_each(:records) record
  CROSS JOIN source_row r ON r.record_id = record.value AND r.record_id <> r.id
) AS own
WHERE EXISTS (SELECT 1 FROM finding f WHERE f.source_row_id = own.id AND f.severity = 'reject');

-- name: validate-row-record
-- The row is about a record that another one began.
UPDATE source_row SET record_id = :record WHERE id = :id;

-- name: validate-record-latest
-- The latest row of a record before a given one, of the rows that came from the same supplier.
SELECT r.id
FROM (
  SELECT id FROM source_row WHERE record_id = ?1 AND record_id <> id AND id < ?2
  UNION ALL
  SELECT ?1
) AS own
JOIN source_row r ON r.id = own.id
JOIN source_sheet s ON s.id = r.sheet_id
JOIN source_file f ON f.id = s.file_id
WHERE f.supplier = (
  SELECT nf.supplier FROM source_row n
  JOIN source_sheet ns ON ns.id = n.sheet_id JOIN source_file nf ON nf.id = ns.file_id
  WHERE n.id = ?2)
ORDER BY r.id DESC LIMIT 1;

-- name: validate-rows-of-record
-- The rows that a record is made of, in the order of their arrival, as far as the stage has looked.
SELECT id, sheet_id, cells FROM source_row WHERE id = ?1 AND rejected = 0 AND id <= ?2
UNION ALL
SELECT id, sheet_id, cells FROM source_row
WHERE record_id = ?1 AND record_id <> id AND rejected = 0 AND id <= ?2
ORDER BY id;

-- name: validate-has-finding
SELECT 1 FROM finding WHERE source_row_id = ?1 AND code = ?2 LIMIT 1;

-- name: validate-is-rejected
SELECT 1 FROM finding WHERE source_row_id = ?1 AND severity = 'reject' LIMIT 1;

-- name: validate-findings-of-row
-- What the stage found about a row when it looked last.
SELECT id, code, severity, field, message, value, suggestion FROM finding
WHERE source_row_id = ?1 AND code LIKE 'VAL%' ORDER BY id;

-- name: validate-finding-delete
DELETE FROM finding WHERE id = ?1;

-- name: validate-last-finding
SELECT coalesce(max(id), 0) FROM finding;

-- name: validate-wrong-again
-- Why rows of rejects workbooks were rejected since a point of the list of findings.
SELECT DISTINCT f.id, f.name, r.id, g.code, g.field
FROM finding g
JOIN source_row r ON r.id = g.source_row_id
JOIN returned_sheet b ON b.sheet_id = r.sheet_id
JOIN source_sheet s ON s.id = r.sheet_id
JOIN source_file f ON f.id = s.file_id
WHERE g.id > ?1 AND g.severity = 'reject'
ORDER BY f.id, r.id, g.code, g.field;

-- name: validate-import-count
-- What became of more rows of an import in the end.
UPDATE import SET
  inserted = inserted + ?2, updated = updated + ?3, unchanged = unchanged + ?4,
  rejected = rejected + ?5, suppressed = suppressed + ?6
WHERE id = ?1;

-- name: validate-is-erased
SELECT 1 FROM erased_entity WHERE entity_id = :lead;

-- name: validate-previous-mark
-- How far the stage has looked under any configuration: a look under another one starts anew, and may
-- not have come as far yet.
SELECT max(mark) FROM high_water
WHERE stage = 'validate' AND subject IN (:subject, :subject || '/furthest');

-- name: validate-erasures
SELECT key_hash FROM erasure;

-- name: validate-suppressions
-- Every do-not-contact entry that counts for all messages, and the source row that it came with.
SELECT email, phone, email_sha256, phone_sha256, domain, channel, source_row_id FROM suppression
WHERE ended_as_of IS NULL AND category IS NULL;

-- name: validate-suppression-names
-- Whom some entries name, and who else their rows do.
WITH entry (id) AS (SELECT value FROM json_each(?1)),
row_id (id) AS (
  SELECT id FROM entry
  UNION
  SELECT r.id FROM entry CROSS JOIN source_row r ON r.record_id = entry.id AND r.record_id <> r.id)
SELECT s.email, s.phone, s.email_sha256, s.phone_sha256, s.domain
FROM entry CROSS JOIN suppression s ON s.id = entry.id
UNION ALL
SELECT s.email, s.phone, s.email_sha256, s.phone_sha256, s.domain
FROM row_id CROSS JOIN suppression s
  ON s.id BETWEEN -(row_id.id * 524288 + 524287) AND -(row_id.id * 524288);

-- name: validate-suppression-end
-- An entry ends, or counts again, for all whom its rows name.
UPDATE suppression SET ended_as_of = ?2 WHERE id IN (
  SELECT ?1
  UNION ALL
  SELECT id FROM suppression WHERE id BETWEEN -(?1 * 524288 + 524287) AND -(?1 * 524288)
  UNION ALL
  SELECT s.id FROM source_row r
  CROSS JOIN suppression s ON s.id BETWEEN -(r.id * 524288 + 524287) AND -(r.id * 524288)
  WHERE r.record_id = ?1 AND r.record_id <> r.id);

-- name: validate-recipient
-- Whom one of our messages went to, by its id with its angle brackets or without.
SELECT recipient FROM message WHERE message_id IN (?1, '<' || trim(?1, '<>') || '>');

-- name: validate-held-any
-- Whether some rejected row holds somebody back.
SELECT 1 FROM consent WHERE id < 0 AND status = 'expired' LIMIT 1;

-- name: validate-held-by-row
-- What a rejected row holds back.
SELECT id FROM consent WHERE id BETWEEN -(?1 * 524288 + 524287) AND -(?1 * 524288 + 262144) AND ?2 <> 0;

-- name: validate-held-by-record
-- What the rows hold back that a row corrects, or comes after.
SELECT c.id FROM (
  SELECT ?1 AS id
  UNION
  SELECT ?2
  UNION
  SELECT id FROM source_row WHERE record_id = ?2 AND record_id <> id AND id < ?1
  UNION
  SELECT origin_id FROM row_correction WHERE row_id = ?1
) AS own
CROSS JOIN consent c ON c.id BETWEEN -(own.id * 524288 + 524287) AND -(own.id * 524288 + 262144);

-- name: validate-snapshot-pending
-- Registries of which a snapshot came, or was taken back, that is not settled, whether one of them is
-- new, and whether all files that ever held entries of it name it.
WITH snapshot AS (
  SELECT s.registry, s.state, s.is_named, coalesce(i.state = 'undone', 0) AS is_undone
  FROM suppression_snapshot s LEFT JOIN import i ON i.id = s.file_id)
SELECT registry, max(state = 'new' OR is_undone), min(is_named OR is_undone) FROM snapshot
GROUP BY registry HAVING max(state <> 'settled' OR is_undone) ORDER BY registry;

-- name: validate-snapshot-undone
-- Since when a registry's entries may have ended on the word of a file that was taken back.
SELECT i.as_of FROM suppression_snapshot s JOIN import i ON i.id = s.file_id
WHERE s.registry = ?1 AND i.state = 'undone' ORDER BY i.as_of LIMIT 1;

-- name: validate-snapshot-undone-delete
-- Files that were taken back are no snapshots of a registry.
DELETE FROM suppression_snapshot
WHERE registry = ?1 AND file_id IN (SELECT id FROM import WHERE state = 'undone');

-- name: validate-snapshot-newest-again
-- The newest snapshot that is left decides anew.
UPDATE suppression_snapshot SET state = 'new'
WHERE registry = ?1
  AND received_as_of = (SELECT max(received_as_of) FROM suppression_snapshot WHERE registry = ?1);

-- name: validate-snapshot-undone-records
-- Entries of files that came after one and were taken back: an undo takes no refusal away, nor does
-- the file that is the registry's newest because of it.
SELECT r.record_id FROM import i
JOIN source_sheet s ON s.file_id = i.id
JOIN source_row r ON r.id BETWEEN s.first_row_id AND s.last_row_id AND r.sheet_id = s.id
WHERE i.id > ?1 AND i.kind = 'suppression' AND i.state = 'undone';

-- name: validate-registry-forget
-- A registry of which every file was taken back was never received.
DELETE FROM suppression_registry
WHERE registry = ?1
  AND NOT EXISTS (SELECT 1 FROM suppression_snapshot s WHERE s.registry = ?1);

-- name: validate-snapshot-files
-- The files of a registry's newest snapshot, and whether each was read to its end.
SELECT s.file_id, coalesce(f.state = 'loaded', 0)
FROM suppression_snapshot s LEFT JOIN source_file f ON f.id = s.file_id
WHERE s.registry = ?1
  AND s.received_as_of = (SELECT max(received_as_of) FROM suppression_snapshot WHERE registry = ?1)
ORDER BY s.file_id;

-- name: validate-snapshot-late
-- Files of a registry that came, though its newest snapshot is of a later date.
SELECT file_id, received_as_of FROM suppression_snapshot
WHERE registry = ?1 AND state = 'new'
  AND received_as_of < (SELECT max(received_as_of) FROM suppression_snapshot WHERE registry = ?1)
ORDER BY file_id;

-- name: validate-snapshot-name
-- The name of a file and of when it is.
SELECT name FROM import WHERE id = ?1;

-- name: validate-snapshot-records
-- Records that a file has rows of: its own, those that came before, and what was corrected.
SELECT r.record_id FROM source_sheet s
JOIN source_row r ON r.id BETWEEN s.first_row_id AND s.last_row_id AND r.sheet_id = s.id
WHERE s.file_id = ?1
UNION ALL
SELECT r.record_id FROM source_sheet s
JOIN source_row_again a ON a.sheet_id = s.id
JOIN source_row r ON r.id BETWEEN a.first_row_id AND a.last_row_id
WHERE s.file_id = ?1
UNION ALL
SELECT r.record_id FROM source_sheet o
JOIN returned_sheet b ON b.origin_sheet_id = o.id
JOIN source_sheet s ON s.id = b.sheet_id
JOIN source_row r ON r.id BETWEEN s.first_row_id AND s.last_row_id AND r.sheet_id = s.id
WHERE o.file_id = ?1;

-- name: validate-snapshot-entries
-- Entries of a registry that came in files; who else their rows name goes with them.
SELECT id, ended_as_of FROM suppression
WHERE registry = ?1 AND source_row_id IS NOT NULL AND id > 0 ORDER BY id;

-- name: validate-snapshot-rejects
-- Whether rows of a file were rejected and are so still.
SELECT 1 FROM source_sheet s
JOIN source_row r ON r.id BETWEEN s.first_row_id AND s.last_row_id AND r.sheet_id = s.id
JOIN finding f ON f.source_row_id = r.id AND f.severity = 'reject'
WHERE s.file_id = ?1 AND NOT EXISTS (SELECT 1 FROM suppression x WHERE x.id = r.record_id)
LIMIT 1;

-- name: validate-row-arrival
-- As-of date of the run that first saw a row's file.
SELECT f.as_of FROM source_row r
JOIN source_sheet s ON s.id = r.sheet_id JOIN source_file f ON f.id = s.file_id WHERE r.id = ?1;

-- name: validate-snapshot-sheet
SELECT min(id) FROM source_sheet WHERE file_id = ?1;

-- name: validate-registry-dated
-- A registry is as old as its last whole snapshot; before there is one, as its first.
WITH newest (received_as_of) AS (
  SELECT coalesce(max(iif(state = 'settled', received_as_of, NULL)), min(received_as_of))
  FROM suppression_snapshot WHERE registry = ?1)
UPDATE suppression_registry SET
  (snapshot_at, entry_count) = (
    SELECT s.received_as_of, sum(s.entry_count) FROM suppression_snapshot s, newest n
    WHERE s.registry = ?1 AND s.received_as_of = n.received_as_of),
  content_hash = coalesce((
    SELECT f.content_hash FROM suppression_snapshot s, newest n
    JOIN source_file f ON f.id = s.file_id
    WHERE s.registry = ?1 AND s.received_as_of = n.received_as_of
    ORDER BY s.file_id DESC LIMIT 1), content_hash)
WHERE registry = ?1 AND EXISTS (SELECT 1 FROM suppression_snapshot WHERE registry = ?1);

-- name: validate-registry-channels
-- What the entries of a registry that count are about; NULL where there are none.
UPDATE suppression_registry SET channels = (
  SELECT group_concat(channel) FROM (
    SELECT DISTINCT channel FROM suppression
    WHERE registry = ?1 AND ended_as_of IS NULL ORDER BY channel))
WHERE registry = ?1;

-- name: validate-snapshot-settled
UPDATE suppression_snapshot SET state = ?2 WHERE registry = ?1 AND state <> 'settled';

-- name: validate-refusals-of
-- What records of consent and events say that somebody refused by an address (?1) or a number (?2) and
-- has not agreed to since: the channel, and since when. Leads have no index by address. Of a refusal that gives only its day, any moment of it may be meant.
WITH said AS (
  SELECT channel, status, at FROM consent
  WHERE lower(email) = lower(?1) AND email IS NOT NULL
  UNION ALL
  SELECT channel, status, at FROM consent
  WHERE phone = ?2 AND status IN ('declined', 'withdrawn')
  UNION ALL
  SELECT 'any', 'withdrawn', at FROM engagement
  WHERE lower(email) = lower(?1) AND email IS NOT NULL AND event IN ('unsubscribe', 'complaint')
)
SELECT channel, max(at) FROM said AS refused
WHERE status IN ('declined', 'withdrawn') AND NOT EXISTS (
  SELECT 1 FROM said AS granted
  WHERE granted.status = 'granted'
    AND granted.at > iif(refused.at % 86400 = 0, refused.at + 86399, refused.at))
GROUP BY channel ORDER BY channel;

-- name: validate-suppressions-of
-- Entries that count and name a person: by address, number, digests or domains (JSON arrays).
SELECT email, phone, email_sha256, phone_sha256, domain, channel FROM suppression
WHERE lower(email) = lower(?1) AND email IS NOT NULL AND ended_as_of IS NULL
UNION ALL
SELECT email, phone, email_sha256, phone_sha256, domain, channel FROM suppression
WHERE phone = ?2 AND ended_as_of IS NULL
UNION ALL
SELECT email, phone, email_sha256, phone_sha256, domain, channel FROM suppression
WHERE lower(email_sha256) IN (SELECT value FROM json_each(?3))
  AND email_sha256 IS NOT NULL AND ended_as_of IS NULL
UNION ALL
SELECT email, phone, email_sha256, phone_sha256, domain, channel FROM suppression
WHERE lower(phone_sha256) IN (SELECT value FROM json_each(?3))
  AND phone_sha256 IS NOT NULL AND ended_as_of IS NULL
UNION ALL
SELECT email, phone, email_sha256, phone_sha256, domain, channel FROM suppression
WHERE domain IN (SELECT value FROM json_each(?4)) AND ended_as_of IS NULL;

-- name: validate-suppression-newest
SELECT coalesce(max(source_row_id), 0) FROM suppression;

-- name: validate-leads-by-key
-- Leads that dedupe knows by an e-mail or a phone key.
SELECT l.id, l.email, l.phone, l.dnd_channels, l.other_emails, l.other_phones
FROM (
  SELECT lead_id FROM match_key WHERE tier = 0 AND key_hash = :key
  UNION ALL
  SELECT lead_id FROM match_key WHERE tier = 1 AND key_hash = :key
) AS k
JOIN lead AS l ON l.id = k.lead_id;

-- name: validate-leads-after
-- Leads from an id on: those that dedupe has not seen, or all of them.
SELECT id, email, phone, dnd_channels, other_emails, other_phones FROM lead WHERE id > :mark;

-- name: validate-leads-naming-others
-- Leads that name more than one address or number; no key leads to the others.
SELECT id, email, phone, dnd_channels, other_emails, other_phones FROM lead
WHERE other_emails IS NOT NULL OR other_phones IS NOT NULL;

-- name: validate-dedupe-mark
SELECT coalesce(max(mark), 0) FROM high_water WHERE stage = 'dedupe' AND subject = 'lead';

-- name: validate-lead-dnd
UPDATE lead SET dnd_channels = :channels WHERE id = :id;

-- name: validate-dns-answer
-- An answer whose time to live is not over.
SELECT verdict, detail, expires_at, notes, deferred_since, failure FROM dns_answer
WHERE domain = :domain AND expires_at > :as_of;

-- name: validate-dns-last
-- The same, be it over or not.
SELECT verdict, detail, expires_at, notes, deferred_since, failure FROM dns_answer
WHERE domain = :domain;

-- name: validate-dns-kind
SELECT verdict FROM dns_answer WHERE domain = ?1;

-- name: validate-dns-over
-- Domains that took mail or could not be looked up, and whose answer is over: the longest first.
SELECT domain FROM dns_answer
WHERE expires_at <= ?1 AND verdict IN ('deliverable', 'deferred') ORDER BY expires_at, domain;

-- name: validate-dns-answer-drop
DELETE FROM dns_answer WHERE domain = ?1;

-- name: validate-lead-addresses
SELECT id, email, mx_status FROM lead WHERE email IS NOT NULL ORDER BY id;

-- name: validate-dns-answer-set
-- The newest answer; how long it has failed goes on from the one before.
INSERT INTO dns_answer (domain, verdict, detail, expires_at, notes, deferred_since, failure)
VALUES (:domain, :verdict, :detail, :expires_at, :notes, :deferred_since, :failure)
ON CONFLICT (domain) DO UPDATE SET
  verdict = excluded.verdict, detail = excluded.detail, expires_at = excluded.expires_at,
  notes = excluded.notes, failure = excluded.failure,
  deferred_since = iif(excluded.deferred_since IS NULL, NULL,
    coalesce(dns_answer.deferred_since, excluded.deferred_since));

-- name: validate-dns-answer-failed
-- A domain that said something before cannot be looked up: what it said goes on counting.
UPDATE dns_answer SET
  failure = :failure, expires_at = :expires_at,
  deferred_since = coalesce(deferred_since, :as_of)
WHERE domain = :domain AND verdict <> 'deferred';

-- name: validate-dns-failures-expire
-- At the end of a run: what could not be looked up is asked again by the next one. Until then a run
-- that was interrupted does not wait for the same silence twice.
UPDATE dns_answer SET expires_at = :as_of
WHERE deferred_since IS NOT NULL AND expires_at > :as_of;

-- name: validate-dns-answers-forget
-- Answers that have been over for long.
DELETE FROM dns_answer WHERE expires_at < :before;

-- name: validate-mail-due
-- Leads whose mail domain is to be asked again by now, and what it said when it was last asked.
SELECT d.subject_id, d.due_at, l.email, coalesce(l.mx_status, '')
FROM revisit_due AS d LEFT JOIN lead AS l ON l.id = d.subject_id
WHERE d.stage = 'validate' AND d.subject = 'lead.mx_status' AND d.due_at <= :as_of
ORDER BY d.subject_id, d.due_at;

-- name: validate-mail-open
-- The domains that rows of a record were rejected for, or that could not be looked up, and what says so.
SELECT f.value, f.code
FROM (
  SELECT ?1 AS id
  UNION ALL
  SELECT id FROM source_row WHERE record_id = ?1 AND record_id <> id
) AS own
JOIN finding f ON f.source_row_id = own.id
WHERE f.severity = 'reject' AND f.code IN (SELECT value FROM json_each(?2)) OR f.code = ?3
ORDER BY f.id;

-- name: validate-mail-verdicts
-- What was said of the mail domains of rows of a range.
SELECT source_row_id, code, severity, message, value FROM finding
WHERE source_row_id BETWEEN ?1 AND ?2 AND code IN (SELECT value FROM json_each(?3))
ORDER BY source_row_id, id;

-- name: validate-record-is-forgotten
-- Whether a record has a row that was emptied, so that its rows do not tell all of it.
SELECT 1
FROM (
  SELECT ?1 AS id
  UNION ALL
  SELECT id FROM source_row WHERE record_id = ?1 AND record_id <> id
) AS own
JOIN source_row r ON r.id = own.id
WHERE r.rejected = 1 AND r.cells = '[]' LIMIT 1;

-- name: validate-mail-due-add
INSERT OR IGNORE INTO revisit_due (stage, subject, due_at, subject_id)
VALUES ('validate', 'lead.mx_status', :due_at, :lead);

-- name: validate-mail-due-delete
DELETE FROM revisit_due
WHERE stage = 'validate' AND subject = 'lead.mx_status' AND due_at = :due_at
  AND subject_id = :lead;

-- name: validate-mail-findings-delete
-- What was said of the row's mail domain holds no more.
DELETE FROM finding
WHERE source_row_id = :row AND code IN (SELECT value FROM json_each(:codes));
