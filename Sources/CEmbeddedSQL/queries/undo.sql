-- Queries of the undo domain: imports that are taken back, and records that go with them. Lists are
-- JSON arrays of ids.

-- name: undo-find-number
-- An import by its number.
SELECT id, name, kind, supplier, as_of, state, undone_as_of FROM import WHERE id = ?1;

-- name: undo-find-name
-- Imports of a file's name that are there, newest first.
SELECT id, name, kind, supplier, as_of, state, undone_as_of FROM import
WHERE name = ?1 ORDER BY id DESC;

-- name: undo-names
SELECT DISTINCT name FROM import ORDER BY name;

-- name: undo-begin
-- A load that was cut off may not have said how far it came.
UPDATE import SET
  state = 'undoing', undone_by = ?2,
  last_row_id = CASE
    WHEN (SELECT state FROM source_file WHERE source_file.id = import.id) = 'loading'
      THEN max(last_row_id, coalesce((SELECT max(id) FROM source_row), 0))
    ELSE last_row_id END
WHERE id = ?1;

-- name: undo-end
-- The ids of the import's rows and sheets are never given again.
UPDATE import SET
  state = 'undone', undone_as_of = ?2, undone_by = ?3,
  last_sheet_id = max(
    last_sheet_id, coalesce((SELECT max(id) FROM source_sheet WHERE file_id = ?1), 0))
WHERE id = ?1;

-- name: undo-rows
-- The next rows of an import, from the last one to the first.
SELECT id, record_id, sheet_id FROM source_row
WHERE id BETWEEN (SELECT first_row_id FROM import WHERE id = ?1)
    AND min(?2 - 1, (SELECT last_row_id FROM import WHERE id = ?1))
  AND sheet_id IN (SELECT id FROM source_sheet WHERE file_id = ?1)
ORDER BY id DESC LIMIT ?3;

-- name: undo-again
-- Where other files have rows of a range of ids too, the oldest sheet first.
SELECT a.sheet_id, a.first_row_id, a.last_row_id, a.first_row_number, s.file_id
FROM source_row_again a JOIN source_sheet s ON s.id = a.sheet_id
WHERE a.first_row_id <= ?3 AND a.last_row_id >= ?2 AND s.file_id <> ?1
ORDER BY a.sheet_id, a.first_row_id;

-- name: undo-rows-move
-- From now on rows are those of another file that has them too.
UPDATE source_row SET sheet_id = ?3, row_number = id - ?1 + ?4 WHERE id BETWEEN ?1 AND ?2;

-- name: undo-row-accept
-- A row that the rules of its file refused is another file's now, whose rules may take it.
UPDATE source_row SET rejected = 0 WHERE id = ?1 AND EXISTS (
  SELECT 1 FROM finding f
  WHERE f.source_row_id = ?1 AND f.severity = 'reject' AND f.code IN ('VAL005', 'VAL006'));

-- name: undo-refusals-delete
DELETE FROM finding WHERE source_row_id = ?1 AND code IN ('VAL005', 'VAL006');

-- name: undo-sheet-widen
UPDATE source_sheet SET
  first_row_id = CASE WHEN first_row_id = 0 THEN ?2 ELSE min(first_row_id, ?2) END,
  last_row_id = max(last_row_id, ?3)
WHERE id = ?1;

-- name: undo-import-widen
-- An import takes over rows that came before its own.
UPDATE import SET
  first_row_id = min(first_row_id, ?2), last_row_id = max(last_row_id, ?3)
WHERE id = ?1;

-- name: undo-import-rules
-- What decides how an import's rows are read.
SELECT i.mode || ' ' || i.record_key || ' ' || i.fill_only_empty || ' ' || s.fields
FROM import i JOIN source_sheet s ON s.file_id = i.id WHERE s.id = ?1;

-- name: undo-records-left
-- Records with rows besides those of the list.
WITH taken AS MATERIALIZED (SELECT value AS id FROM json_each(?2)),
record AS MATERIALIZED (SELECT value AS id FROM json_each(?1))
SELECT record.id FROM record
WHERE EXISTS (SELECT 1 FROM source_row r WHERE r.id = record.id AND r.id NOT IN taken)
  OR EXISTS (
    SELECT 1 FROM source_row r
    WHERE r.record_id = record.id AND r.record_id <> r.id AND r.id NOT IN taken);

-- name: undo-contents-again
-- What each supplier said last of the records of a list, besides the rows of another list: ingest
-- has to know it again.
WITH taken AS MATERIALIZED (SELECT value AS id FROM json_each(?2)),
record AS MATERIALIZED (SELECT value AS id FROM json_each(?1)),
own AS (
  SELECT record.id AS record_id, r.id, r.sheet_id
  FROM record CROSS JOIN source_row r ON r.id = record.id
  UNION ALL
  SELECT record.id, r.id, r.sheet_id
  FROM record CROSS JOIN source_row r ON r.record_id = record.id AND r.record_id <> r.id)
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT 'ingest', 'source_row', max(own.id)
FROM own JOIN source_sheet s ON s.id = own.sheet_id JOIN source_file f ON f.id = s.file_id
WHERE own.id NOT IN taken
GROUP BY own.record_id, f.supplier;

-- name: undo-rejects-again
-- Sheets with rejected rows about the records of a list, besides the rows of another list: whether
-- these are wrong still follows from what their records become.
WITH taken AS MATERIALIZED (SELECT value AS id FROM json_each(?2)),
record AS MATERIALIZED (SELECT value AS id FROM json_each(?1)),
own AS (
  SELECT r.id, r.sheet_id FROM record CROSS JOIN source_row r ON r.id = record.id
  UNION ALL
  SELECT r.id, r.sheet_id
  FROM record CROSS JOIN source_row r ON r.record_id = record.id AND r.record_id <> r.id)
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT DISTINCT 'rejects', 'source_sheet', own.sheet_id
FROM own
WHERE own.id NOT IN taken
  AND EXISTS (SELECT 1 FROM finding f WHERE f.source_row_id = own.id AND f.severity = 'reject');

-- name: undo-identities-move
-- Ids that rows of the list brought lead to their records from now on, which go on without them.
UPDATE OR REPLACE source_identity
SET record_id = (SELECT r.record_id FROM source_row r WHERE r.id = source_identity.record_id)
WHERE record_id IN (SELECT value FROM json_each(?1));

-- name: undo-kept-changes
-- Fields of records (?2: table, ?3: list) that a later import changed after a row of import ?1.
INSERT OR REPLACE INTO import_kept
  (import_id, reason, subject, subject_id, field, by_import, row_count)
SELECT ?1, 'later_import', c.subject, c.subject_id, c.field, s.file_id, 1
FROM json_each(?3) record
CROSS JOIN field_change c ON c.subject = ?2 AND c.subject_id = record.value
JOIN source_row r ON r.id = c.source_row_id
JOIN source_sheet s ON s.id = r.sheet_id
WHERE s.file_id <> ?1 AND c.reason = 'supplier update' AND EXISTS (
  SELECT 1 FROM source_row u JOIN source_sheet us ON us.id = u.sheet_id
  WHERE us.file_id = ?1 AND u.id < r.id
    AND (u.id = c.subject_id OR (u.record_id = c.subject_id AND u.record_id <> u.id)))
ORDER BY c.id;

-- name: undo-kept-right
-- Records of the list that are opt-outs, or hold one in a field.
INSERT OR REPLACE INTO import_kept
  (import_id, reason, subject, subject_id, field, row_count)
SELECT ?1, 'right', ?2, value, ?3, 1 FROM json_each(?4);

-- name: undo-kept-again
INSERT INTO import_kept (import_id, reason, subject, subject_id, field, by_import, row_count)
VALUES (?1, 'again', ?2, ?3, '', ?3, ?4)
ON CONFLICT DO UPDATE SET row_count = row_count + ?4;

-- name: undo-refusal-row
-- The row that brought a lead's refusal: that of the last change of it, else the lead's first one.
SELECT coalesce((
  SELECT source_row_id FROM field_change
  WHERE subject = 'lead' AND subject_id = ?1 AND field = 'consent_status'
    AND source_row_id IS NOT NULL
  ORDER BY id DESC LIMIT 1), ?1);

-- name: undo-rows-delete
DELETE FROM source_row WHERE id IN (SELECT value FROM json_each(?1));

-- name: undo-findings-delete
DELETE FROM finding WHERE source_row_id IN (SELECT value FROM json_each(?1));

-- name: undo-contents-delete
-- The content of the rows is not known any more. No index leads from rows to hashes.
DELETE FROM source_row_hash WHERE row_id IN (SELECT value FROM json_each(?1));

-- name: undo-identities-delete
DELETE FROM source_identity WHERE record_id IN (SELECT value FROM json_each(?1));

-- name: undo-sheet-findings-delete
DELETE FROM finding WHERE source_row_id IS NULL
  AND sheet_id IN (SELECT id FROM source_sheet WHERE file_id = ?1);

-- name: undo-again-delete
DELETE FROM source_row_again WHERE sheet_id IN (SELECT id FROM source_sheet WHERE file_id = ?1);

-- name: undo-rejects-clear
DELETE FROM revisit WHERE stage = 'rejects' AND subject = 'source_sheet'
  AND subject_id IN (SELECT id FROM source_sheet WHERE file_id = ?1);

-- name: undo-corrections-delete
-- Rows that were corrections of others, or were corrected.
DELETE FROM row_correction
WHERE row_id IN (SELECT value FROM json_each(?1)) OR origin_id IN (SELECT value FROM json_each(?1));

-- name: undo-returned-mark
-- Rows that a returned workbook had corrected are wrong again.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT 'rejects', 'source_sheet', b.origin_sheet_id
FROM returned_sheet b JOIN source_sheet s ON s.id = b.sheet_id
JOIN source_sheet o ON o.id = b.origin_sheet_id
WHERE s.file_id = ?1 AND o.file_id <> ?1;

-- name: undo-returned-delete
DELETE FROM returned_sheet
WHERE sheet_id IN (SELECT id FROM source_sheet WHERE file_id = ?1)
  OR origin_sheet_id IN (SELECT id FROM source_sheet WHERE file_id = ?1);

-- name: undo-profiles-delete
-- A file that was taken back is no layout that the supplier's next one is held against.
DELETE FROM source_profile
WHERE sheet_id IN (SELECT id FROM source_sheet WHERE file_id = ?1);

-- name: undo-sheets-delete
-- Sheets besides those of the list, of which rows are left.
DELETE FROM source_sheet
WHERE file_id = ?1 AND id NOT IN (SELECT value FROM json_each(?2));

-- name: undo-file-delete
DELETE FROM source_file WHERE id = ?1
  AND NOT EXISTS (SELECT 1 FROM source_sheet WHERE file_id = source_file.id);

-- name: undo-file-retire
-- A file of which opt-outs are left: the same bytes are another import from now on.
UPDATE source_file SET content_hash = 'undone-' || id || '-' || content_hash WHERE id = ?1
  AND content_hash NOT LIKE 'undone-%';

-- name: undo-rejects-names
-- Files of a name, and how many of it came before each: what their rejects workbooks are called.
SELECT f.id, (
  SELECT count(*) FROM source_file e
  WHERE e.name = f.name AND e.id < f.id
    AND NOT EXISTS (
      SELECT 1 FROM source_sheet t JOIN returned_sheet q ON q.sheet_id = t.id
      WHERE t.file_id = e.id))
FROM source_file f WHERE f.name = ?1 ORDER BY f.id;

-- name: undo-rejects-mark
-- The rejects workbooks of the other files of a name get new names.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT 'rejects', 'source_sheet', s.id
FROM source_sheet s JOIN source_file f ON f.id = s.file_id
WHERE f.name = ?1 AND f.id <> ?2;

-- ------------------------------------------------------------------------------------- records --

-- name: undo-revisits-delete
-- Nobody has to look again at what is gone.
DELETE FROM revisit
WHERE stage IN ('validate', 'dedupe', 'enrich', 'score', 'send', 'escalate', 'govern', 'report')
  AND subject = ?1 AND subject_id IN (SELECT value FROM json_each(?2));

-- name: undo-changes-blank
-- That a field changed stays, not from what to what.
UPDATE field_change SET old_value = NULL, new_value = NULL
WHERE subject = ?1 AND subject_id IN (SELECT value FROM json_each(?2));

-- name: undo-record-change
INSERT INTO field_change
  (stage_run_id, subject, subject_id, field, old_value, new_value, reason)
SELECT ?1, ?2, value, 'id', value, NULL, ?4 FROM json_each(?3);

-- name: undo-task-events-delete
DELETE FROM task_event WHERE task_id IN (SELECT value FROM json_each(?1));

-- name: undo-activity-emails
SELECT DISTINCT lower(email) FROM activity
WHERE id IN (SELECT value FROM json_each(?1)) AND email IS NOT NULL ORDER BY 1;

-- name: undo-engagement-emails
SELECT DISTINCT lower(email) FROM engagement
WHERE id IN (SELECT value FROM json_each(?1)) AND email IS NOT NULL ORDER BY 1;

-- name: undo-engagement-rights
SELECT id FROM engagement
WHERE id IN (SELECT value FROM json_each(?1)) AND event IN ('unsubscribe', 'complaint');

-- name: undo-consent-emails
SELECT DISTINCT lower(email) FROM consent
WHERE id IN (SELECT value FROM json_each(?1)) AND email IS NOT NULL ORDER BY 1;

-- name: undo-consent-rights
SELECT id FROM consent WHERE id IN (SELECT value FROM json_each(?1)) AND status <> 'granted';

-- name: undo-held
-- What rejected rows hold back until they are corrected.
SELECT c.id FROM json_each(?1) r
CROSS JOIN consent c ON c.id BETWEEN -(r.value * 524288 + 524287) AND -(r.value * 524288 + 262144);

-- name: undo-suppression-rights
SELECT id FROM suppression WHERE id IN (SELECT value FROM json_each(?1));

-- name: undo-entities-of-email
-- Entities with a lead of that address.
SELECT DISTINCT coalesce(entity_link.entity_id, lead.id)
FROM match_key
JOIN lead ON lead.id = match_key.lead_id
LEFT JOIN entity_link ON entity_link.lead_id = lead.id
WHERE match_key.tier IN (0, 1) AND match_key.key_hash = ?1 AND lower(lead.email) = ?2 ORDER BY 1;

-- name: undo-account-revisit
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT stage.value, 'account', account.value
FROM json_each('["enrich", "dedupe"]') stage, json_each(?1) account;

-- name: undo-account-neighbours
-- Accounts that share a key with one that goes.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT DISTINCT 'enrich', 'account', other.account_id
FROM account_key own JOIN account_key other ON other.key_hash = own.key_hash
WHERE own.account_id IN (SELECT value FROM json_each(?1))
  AND other.account_id NOT IN (SELECT value FROM json_each(?1));

-- name: undo-contact-links-delete
DELETE FROM contact_link WHERE contact_id IN (SELECT value FROM json_each(?1));

-- name: undo-contact-again
-- Dedupe takes the keys out that leads find the contacts by.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT 'dedupe', 'contact', contact_id FROM contact_match
WHERE contact_id IN (SELECT value FROM json_each(?1));

-- name: undo-account-keys-delete
DELETE FROM account_key WHERE account_id IN (SELECT value FROM json_each(?1));

-- --------------------------------------------------------------------------------------- leads --

-- name: undo-lead-refusals
-- Leads that refuse, and since when at the latest.
SELECT id, coalesce(consent_at, 0) FROM lead
WHERE id IN (SELECT value FROM json_each(?1)) AND consent_status IN ('declined', 'withdrawn')
  AND (email IS NOT NULL OR phone IS NOT NULL)
ORDER BY id;

-- name: undo-refusal-insert
-- A lead's refusal as a record of consent, unless there is one that says the same.
INSERT OR IGNORE INTO consent (
  id, source_row_id, supplier, email, phone, channel, purpose, status, at, source)
SELECT ?2, ?2, l.supplier, l.email, l.phone, 'any', 'any', l.consent_status, ?3,
  coalesce(l.consent_source, 'lead') || ', ' || ?4
FROM lead l
WHERE l.id = ?1 AND NOT EXISTS (
  SELECT 1 FROM consent c
  WHERE lower(c.email) = lower(l.email) AND c.email IS NOT NULL
    AND (l.phone IS NULL OR c.phone = l.phone)
    AND c.status <> 'granted' AND c.channel = 'any' AND c.at >= ?3)
  AND NOT EXISTS (
  SELECT 1 FROM consent c
  WHERE l.email IS NULL AND c.phone = l.phone AND c.phone IS NOT NULL
    AND c.status <> 'granted' AND c.channel = 'any' AND c.at >= ?3);

-- name: undo-lead-neighbours
-- Leads that share a key with one that goes.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT 'dedupe', 'lead', other.lead_id
FROM (
  -- Each key once: of those who go, many may have the same.
  SELECT DISTINCT key_hash FROM match_key WHERE lead_id IN (SELECT value FROM json_each(?1))
) AS own
JOIN match_key other ON other.tier IN (0, 1) AND other.key_hash = own.key_hash
WHERE other.lead_id NOT IN (SELECT value FROM json_each(?1));

-- name: undo-lead-linked
-- Leads that the model may have linked to one that goes.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT DISTINCT 'dedupe', 'lead', other_id FROM link_edge
WHERE lead_id IN (SELECT value FROM json_each(?1))
  AND other_id NOT IN (SELECT value FROM json_each(?1));

-- name: undo-lead-edges-back-delete
-- The edges to a lead that goes, as its own say who has them.
DELETE FROM link_edge WHERE (lead_id, other_id) IN (
  SELECT other_id, lead_id FROM link_edge WHERE lead_id IN (SELECT value FROM json_each(?1)));

-- name: undo-lead-edges-delete
DELETE FROM link_edge WHERE lead_id IN (SELECT value FROM json_each(?1));

-- name: undo-lead-stale
-- Dedupe takes their keys out of its pages.
INSERT OR IGNORE INTO link_stale (lead_id) SELECT value FROM json_each(?1);

-- name: undo-lead-keys-delete
DELETE FROM match_key WHERE lead_id IN (SELECT value FROM json_each(?1));

-- name: undo-lead-homes-revisit
-- Entities that a member leaves: dedupe looks at those who stay.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT DISTINCT 'dedupe', 'lead', entity_id FROM entity_link
WHERE lead_id IN (SELECT value FROM json_each(?1))
  AND entity_id NOT IN (SELECT value FROM json_each(?1));

-- name: undo-lead-entities
-- Entities that lose their founders, and the first member that is left, if any.
SELECT e.id, (
  SELECT min(l.lead_id) FROM entity_link l
  WHERE l.entity_id = e.id AND l.lead_id NOT IN (SELECT value FROM json_each(?1)))
FROM entity e WHERE e.id IN (SELECT value FROM json_each(?1)) ORDER BY e.id;

-- name: undo-lead-links-delete
DELETE FROM entity_link WHERE lead_id IN (SELECT value FROM json_each(?1));

-- name: undo-entity-violations
UPDATE violation SET resolved_as_of = ?2, resolution = ?3
WHERE subject = 'entity' AND subject_id IN (SELECT value FROM json_each(?1))
  AND resolved_as_of IS NULL;

-- name: undo-entity-enrolments
UPDATE enrolment SET state = 'stopped', stop_reason = ?2
WHERE entity_id IN (SELECT value FROM json_each(?1)) AND state = 'active';

-- name: undo-entity-messages-change
INSERT INTO field_change
  (stage_run_id, subject, subject_id, field, old_value, new_value, reason)
SELECT ?1, 'message', m.id, 'state', m.state, 'cancelled', ?3
FROM message m JOIN enrolment e ON e.id = m.enrolment_id
WHERE m.state = 'planned' AND e.entity_id IN (SELECT value FROM json_each(?2));

-- name: undo-entity-messages
-- What waits to be sent is cancelled; what is under way or done stays as it is.
UPDATE message SET state = 'cancelled', gate = 'undone', gate_detail = ?2
WHERE state = 'planned' AND enrolment_id IN (
  SELECT id FROM enrolment WHERE entity_id IN (SELECT value FROM json_each(?1)));

-- name: undo-entity-messages-blank
-- Nothing personal is left of messages that never left.
UPDATE message SET recipient = '', subject = ''
WHERE state IN ('blocked', 'cancelled') AND enrolment_id IN (
  SELECT id FROM enrolment WHERE entity_id IN (SELECT value FROM json_each(?1)));

-- name: undo-entity-tasks-change
-- Also keeps the ids of these tasks from being given again.
INSERT INTO field_change
  (stage_run_id, subject, subject_id, field, old_value, new_value, reason)
SELECT ?1, 'task', id, 'id', id, NULL, ?3 FROM task
WHERE entity_id IN (SELECT value FROM json_each(?2)) AND created_by_rule IS NOT NULL;

-- name: undo-entity-task-events
DELETE FROM task_event WHERE task_id IN (
  SELECT id FROM task
  WHERE entity_id IN (SELECT value FROM json_each(?1)) AND created_by_rule IS NOT NULL);

-- name: undo-entity-tasks
DELETE FROM task
WHERE entity_id IN (SELECT value FROM json_each(?1)) AND created_by_rule IS NOT NULL;

-- name: undo-entity-follow-ups
DELETE FROM follow_up WHERE entity_id IN (SELECT value FROM json_each(?1));

-- name: undo-entity-due
DELETE FROM revisit_due
WHERE subject = 'entity' AND subject_id IN (SELECT value FROM json_each(?1));

-- name: undo-entity-enrichment
DELETE FROM entity_enrichment WHERE entity_id IN (SELECT value FROM json_each(?1));

-- name: undo-entity-score
DELETE FROM entity_score WHERE entity_id IN (SELECT value FROM json_each(?1));

-- name: undo-entity-redirects
DELETE FROM entity_redirect
WHERE entity_id IN (SELECT value FROM json_each(?1))
  OR old_entity_id IN (SELECT value FROM json_each(?1));

-- name: undo-entity-delete
DELETE FROM entity WHERE id IN (SELECT value FROM json_each(?1));

-- One person goes on under another id: from ?1 to ?2.

-- name: undo-heir-link
DELETE FROM entity_link WHERE lead_id = ?2 AND entity_id = ?1;

-- name: undo-heir-entity
UPDATE entity SET id = ?2 WHERE id = ?1;

-- name: undo-heir-links
UPDATE entity_link SET entity_id = ?2 WHERE entity_id = ?1;

-- name: undo-heir-enrichment
UPDATE entity_enrichment SET entity_id = ?2 WHERE entity_id = ?1;

-- name: undo-heir-score
UPDATE entity_score SET entity_id = ?2 WHERE entity_id = ?1;

-- name: undo-heir-enrolments-park
-- What was stopped under the heir's id when the two became one makes room.
UPDATE enrolment SET entity_id = -id
WHERE entity_id = ?2 AND sequence IN (SELECT sequence FROM enrolment WHERE entity_id = ?1);

-- name: undo-heir-enrolments
UPDATE enrolment SET entity_id = ?2 WHERE entity_id = ?1;

-- name: undo-heir-enrolments-return
-- It stays with the id that is gone, for the sake of what it sent.
UPDATE enrolment SET entity_id = ?1 WHERE entity_id < 0 AND entity_id = -id AND ?2 > 0;

-- name: undo-heir-tasks
UPDATE task SET entity_id = ?2 WHERE entity_id = ?1;

-- name: undo-heir-follow-ups-clear
DELETE FROM follow_up WHERE entity_id = ?2 AND ?1 > 0;

-- name: undo-heir-follow-ups
UPDATE follow_up SET entity_id = ?2 WHERE entity_id = ?1;

-- name: undo-heir-violations
UPDATE violation SET subject_id = ?2
WHERE subject = 'entity' AND subject_id = ?1 AND resolved_as_of IS NULL;

-- name: undo-heir-redirect-clear
-- An entity that exists again leads nowhere else.
DELETE FROM entity_redirect WHERE old_entity_id = ?2 AND ?1 > 0;

-- name: undo-heir-redirects
UPDATE entity_redirect SET entity_id = ?2 WHERE entity_id = ?1;

-- name: undo-heir-redirect
INSERT OR REPLACE INTO entity_redirect (old_entity_id, entity_id) VALUES (?1, ?2);
