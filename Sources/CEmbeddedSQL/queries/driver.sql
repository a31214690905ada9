-- Queries of the driver domain: runs of pipelines, status, a lead's story, the digest, the doctor.

-- ---------------------------------------------------------------------------------------- runs --

-- name: driver-run-last
-- The last run of a pipeline, or of any pipeline but a lone stage's run when none is named.
SELECT id, pipeline, as_of, state, exit_code, arguments FROM run
WHERE CASE WHEN :pipeline IS NULL
  THEN json_extract(arguments, '$[0]') IN ('run', 'import', 'undo') ELSE pipeline = :pipeline END
ORDER BY rowid DESC LIMIT 1;

-- name: driver-stage-runs-interrupted
-- The driver holds the lock and its child is gone: whatever still runs in the ledger died.
UPDATE stage_run
SET state = 'interrupted', ended_at = :now, error = coalesce(error, :error)
WHERE state = 'running';

-- name: driver-stage-run-insert
-- For a child that died before it wrote its own.
INSERT INTO stage_run
  (run_id, stage, arguments, as_of, state, exit_code, started_at, ended_at, milliseconds, error)
VALUES
  (:run_id, :stage, :arguments, :as_of, :state, :exit_code, :started_at, :now, :milliseconds,
   :error);

-- name: driver-stage-run-last-id
-- What comes after it is the next child's.
SELECT coalesce(max(id), 0) FROM stage_run;

-- name: driver-stage-run-counts
-- What one child did: the passes of its stage that came after a known stage run.
SELECT
  count(*), sum(rows_in), sum(inserted), sum(updated), sum(unchanged), sum(duplicate),
  sum(rejected), sum(suppressed)
FROM stage_run WHERE run_id = :run_id AND stage = :stage AND id > :after;

-- name: driver-stages-completed
-- Stages of a run that ended well, in any pass, and the last time that each did.
SELECT stage, max(id) FROM stage_run
WHERE run_id = :run_id AND state = 'done' AND exit_code IN (0, 10, 99)
GROUP BY stage;

-- name: driver-ingest-paused
-- How many files ingest has taken in a run before one that waits for validate.
SELECT max(subject_id) FROM revisit
WHERE stage = 'ingest' AND subject >= 'input ' AND subject < 'input!'
  AND subject LIKE 'input ' || :run_id || ' %'
HAVING count(*) > 0;

-- name: driver-run-facts
-- The head of run.json.
SELECT id, pipeline, as_of, state, exit_code, arguments, started_at, ended_at
FROM run WHERE id = :id;

-- name: driver-run-stage-facts
-- The stages of run.json, in the order in which they ran.
SELECT
  id, stage, arguments, as_of, state, exit_code, rows_in, inserted, updated, unchanged, duplicate,
  rejected, suppressed, started_at, ended_at, milliseconds, error
FROM stage_run WHERE run_id = :id ORDER BY id;

-- -------------------------------------------------------------------------------------- status --

-- name: driver-status-runs
-- The last runs, newest first: rejected rows of all stages, the last stage, rows of the first.
SELECT
  r.id, r.pipeline, r.as_of, r.state, r.exit_code, r.started_at, r.ended_at,
  (SELECT coalesce(sum(s.rejected), 0) FROM stage_run s WHERE s.run_id = r.id),
  (SELECT s.stage FROM stage_run s WHERE s.run_id = r.id ORDER BY s.id DESC LIMIT 1),
  (SELECT s.rows_in FROM stage_run s WHERE s.run_id = r.id ORDER BY s.id LIMIT 1)
FROM run r ORDER BY r.rowid DESC LIMIT :count;

-- name: driver-status-marks
-- How far each stage has looked.
SELECT stage, subject, mark FROM high_water ORDER BY stage, subject;

-- name: driver-status-revisits
-- Older rows that stages are to look at again.
SELECT stage, subject, count(*) FROM revisit GROUP BY stage, subject ORDER BY stage, subject;

-- name: driver-status-due
-- Delays that have run out by the as-of date.
SELECT stage, subject, count(*) FROM revisit_due WHERE due_at <= :as_of
GROUP BY stage, subject ORDER BY stage, subject;

-- name: driver-status-files
-- Files that were loaded to their end.
SELECT name, byte_count FROM source_file WHERE state = 'loaded';

-- name: driver-status-messages
-- Messages that are planned, due by the as-of date, and perhaps sent.
SELECT
  count(*) FILTER (WHERE state = 'planned'),
  count(*) FILTER (WHERE state = 'planned' AND due_at <= :as_of),
  count(*) FILTER (WHERE state IN ('sending', 'in_doubt'))
FROM message WHERE state IN ('planned', 'sending', 'in_doubt');

-- name: driver-registry-waits
-- Messages that were due in the last send and wait for a do-not-contact registry, by what is wrong with
-- it; where none has ever come also without any that is due.
SELECT reason, sum(is_due) FROM (
  SELECT gate_detail AS reason, 1 AS is_due FROM message
  WHERE state = 'planned' AND gate = 'registry_stale'
    AND due_at <= (SELECT max(as_of) FROM stage_run WHERE stage = 'send')
  UNION ALL
  SELECT 'no do-not-contact registry was ever received', 0
  WHERE NOT EXISTS (SELECT 1 FROM suppression_registry)
    AND EXISTS (SELECT 1 FROM message WHERE state = 'planned'))
GROUP BY reason ORDER BY reason;

-- name: driver-status-violations
-- Violations that nobody has resolved.
SELECT count(*) FROM violation WHERE resolved_as_of IS NULL;

-- name: driver-status-nights
-- As-of dates for which a pipeline ran to its end.
SELECT DISTINCT as_of FROM run WHERE pipeline = :pipeline AND state = 'done' ORDER BY as_of;

-- name: driver-status-source-rows
-- Rows above a mark of files of one kind; validate looks at each kind by itself.
SELECT count(*) FROM source_row r
JOIN source_sheet s ON s.id = r.sheet_id JOIN source_file f ON f.id = s.file_id
WHERE r.id > :mark AND r.rejected = 0 AND f.kind = :kind;

-- Tables of conformed records are counted by their declaration; the others have a query each.

-- name: driver-above-source_row
-- Rows of the table that came after a mark.
SELECT count(*) FROM source_row WHERE id > :mark AND rejected = 0;

-- name: driver-above-entity
-- Rows of the table that came after a mark.
SELECT count(*) FROM entity WHERE id > :mark;

-- -------------------------------------------------------------------------------------- digest --
-- One query per table, named after it: content in an order of its own, without run ids, surrogate
-- ids and wall-clock times. Tables of conformed records need none: they are read by their ids.

-- name: driver-digest-source_file
-- The table's content.
SELECT kind, supplier, name, content_hash, byte_count, format, encoding, delimiter, as_of, state
FROM source_file ORDER BY content_hash, kind, supplier;

-- name: driver-digest-import
-- The table's content.
SELECT
  id, kind, supplier, mapping, name, content_hash, as_of, mode, record_key, fill_only_empty, state,
  undone_as_of, row_count, inserted, updated, unchanged, duplicate, rejected, suppressed
FROM import ORDER BY id;

-- name: driver-digest-import_kept
-- The table's content.
SELECT * FROM import_kept ORDER BY import_id, reason, subject, subject_id, field;

-- name: driver-digest-source_sheet
-- The table's content.
SELECT f.content_hash, f.kind, f.supplier, s.name, s.header_row, s.header, s.fields, s.rows_read
FROM source_sheet s JOIN source_file f ON f.id = s.file_id
ORDER BY f.content_hash, f.kind, f.supplier, s.name;

-- name: driver-digest-source_profile
-- The table's content.
SELECT f.content_hash, f.kind, f.supplier, s.name, p.columns
FROM source_profile p JOIN source_sheet s ON s.id = p.sheet_id
JOIN source_file f ON f.id = s.file_id
ORDER BY f.content_hash, f.kind, f.supplier, s.name;

-- name: driver-digest-mapping_version
-- The table's content.
SELECT hash, name, kind, supplier, text, is_proposed, as_of FROM mapping_version ORDER BY hash;

-- name: driver-digest-source_row
-- The table's content.
SELECT id, row_number, record_id, rejected, cells FROM source_row ORDER BY id;

-- name: driver-digest-returned_sheet
-- The table's content.
SELECT sheet_id, origin_sheet_id FROM returned_sheet ORDER BY sheet_id;

-- name: driver-digest-row_correction
-- The table's content.
SELECT row_id, origin_id FROM row_correction ORDER BY row_id;

-- name: driver-digest-entity
-- The table's content.
SELECT * FROM entity ORDER BY id;

-- name: driver-digest-entity_link
-- The table's content.
SELECT * FROM entity_link ORDER BY lead_id;

-- name: driver-digest-entity_redirect
-- The table's content.
SELECT * FROM entity_redirect ORDER BY old_entity_id;

-- name: driver-digest-match_key
-- The table's content.
SELECT key_hash, lead_id FROM match_key ORDER BY key_hash, lead_id;

-- name: driver-digest-link_constraint
SELECT lead_id, other_id, is_same, decision_id FROM link_constraint ORDER BY lead_id, other_id;

-- name: driver-digest-link_trait
SELECT name, is_id, hash FROM link_trait ORDER BY name, is_id, hash;

-- name: driver-digest-link_name
SELECT name, lead_id FROM link_name ORDER BY name;

-- name: driver-digest-link_edge
-- The table's content.
SELECT * FROM link_edge ORDER BY lead_id, other_id;

-- name: driver-digest-link_model
-- The table's content.
SELECT * FROM link_model ORDER BY version;

-- name: driver-digest-company
-- The table's content.
SELECT * FROM company ORDER BY id;

-- name: driver-digest-company_link
-- The table's content.
SELECT * FROM company_link ORDER BY account_id;

-- name: driver-digest-company_redirect
-- The table's content.
SELECT * FROM company_redirect ORDER BY old_company_id;

-- name: driver-digest-contact_match
-- The table's content.
SELECT * FROM contact_match ORDER BY contact_id;

-- name: driver-digest-contact_link
-- The table's content.
SELECT * FROM contact_link ORDER BY contact_id;

-- name: driver-digest-entity_enrichment
-- The table's content.
SELECT * FROM entity_enrichment ORDER BY entity_id;

-- name: driver-digest-entity_score
-- The table's content.
SELECT * FROM entity_score ORDER BY entity_id;

-- name: driver-digest-account_key
-- The table's content.
SELECT * FROM account_key ORDER BY key_hash, account_id;

-- name: driver-digest-task_event
-- The table's content.
SELECT task_id, rule, level, action, assigned_to, as_of, reason
FROM task_event ORDER BY task_id, rule, level, action;

-- name: driver-digest-follow_up
-- The table's content.
SELECT * FROM follow_up ORDER BY entity_id, rule;

-- name: driver-digest-suppression
-- Entries of the program's own have no row that gives them an id.
SELECT
  source_row_id, supplier, email, phone, email_sha256, phone_sha256, domain, channel, category,
  reason, registry, at, ended_as_of
FROM suppression
ORDER BY source_row_id, registry, channel, email, phone, email_sha256, phone_sha256, domain, at;

-- name: driver-digest-suppression_snapshot
-- The table's content.
SELECT * FROM suppression_snapshot ORDER BY registry, file_id;

-- name: driver-digest-suppression_registry
-- The table's content.
SELECT * FROM suppression_registry ORDER BY registry;

-- name: driver-digest-erasure
-- The table's content.
SELECT * FROM erasure ORDER BY key_hash;

-- name: driver-digest-erased_entity
-- The table's content.
SELECT * FROM erased_entity ORDER BY entity_id;

-- name: driver-digest-enrolment
-- The table's content.
SELECT entity_id, sequence, sequence_version, enrolled_at, trigger, state, stop_reason
FROM enrolment ORDER BY entity_id, sequence;

-- name: driver-digest-message
-- A send that was cut off is in doubt and an undisturbed one is sent: both were attempted.
SELECT
  e.entity_id, e.sequence, m.step, m.channel, m.due_at, m.recipient, m.subject, m.message_id,
  CASE WHEN m.state IN ('sending', 'sent', 'in_doubt') THEN 'attempted' ELSE m.state END,
  CASE WHEN m.state IN ('sending', 'sent', 'in_doubt') THEN '' ELSE m.gate END,
  CASE WHEN m.state IN ('sending', 'sent', 'in_doubt') THEN '' ELSE m.gate_detail END,
  m.planned_as_of
FROM message m JOIN enrolment e ON e.id = m.enrolment_id
ORDER BY e.entity_id, e.sequence, m.step;

-- name: driver-digest-violation
-- The table's content.
SELECT policy, subject, subject_id, severity, detail, opened_as_of, resolved_as_of, resolution
FROM violation ORDER BY policy, subject, subject_id, opened_as_of, resolved_as_of;

-- name: driver-digest-row_disposition
-- Ranges in an order in which neighbours can be joined; the driver joins them before hashing.
-- What report counts are files, which may have been there before a cut-off run. A message that was
-- handed over (updated) and one that is in doubt (rejected) were both attempted.
SELECT
  s.stage, d.scope,
  CASE WHEN s.stage = 'send' AND d.disposition IN ('updated', 'rejected') THEN 'attempted'
    ELSE d.disposition END AS outcome,
  d.first_row, d.last_row
FROM row_disposition d JOIN stage_run s ON s.id = d.stage_run_id
WHERE s.stage <> 'report'
ORDER BY s.stage, d.scope, outcome, d.first_row, d.last_row;

-- name: driver-digest-finding
-- The table's content, without the reports of messages in doubt (SND001), which count as attempted.
SELECT
  s.stage, f.source_row_id, f.sheet_id, f.code, f.severity, f.field, f.message, f.value,
  f.suggestion
FROM finding f JOIN stage_run s ON s.id = f.stage_run_id
WHERE f.code <> 'SND001'
ORDER BY s.stage, f.source_row_id, f.sheet_id, f.code, f.field, f.message, f.value, f.suggestion;

-- name: driver-digest-field_change
-- The table's content.
SELECT s.stage, c.subject, c.subject_id, c.field, c.old_value, c.new_value, c.reason
FROM field_change c JOIN stage_run s ON s.id = c.stage_run_id
ORDER BY s.stage, c.subject, c.subject_id, c.field, c.old_value, c.new_value, c.reason;

-- name: driver-digest-measure
-- The table's content.
SELECT * FROM measure ORDER BY as_of, name, scope;

-- --------------------------------------------------------------------------------------- story --

-- name: driver-find-lead-by-id
-- A lead or entity by its own id.
SELECT id FROM lead WHERE id = :text UNION SELECT id FROM entity WHERE id = :text;

-- name: driver-find-lead-by-key
-- Leads under a match key, verified against the value, since hashes can collide.
SELECT l.id FROM match_key k JOIN lead l ON l.id = k.lead_id
WHERE k.tier IN (0, 1) AND k.key_hash = :hash AND (lower(l.email) = lower(:text) OR l.phone = :text) ORDER BY l.id;

-- name: driver-find-lead-by-value
-- A scan: for what has no match key.
SELECT id FROM lead WHERE lower(email) = lower(:text) OR phone = :text OR external_id = :text
ORDER BY id;

-- name: driver-find-row
-- A row of a file, as findings name it: FILE:ROW.
SELECT r.id, r.record_id FROM source_row r
JOIN source_sheet s ON s.id = r.sheet_id JOIN source_file f ON f.id = s.file_id
WHERE f.name = :file AND r.row_number = :row ORDER BY r.id DESC;

-- name: driver-find-record
-- Whether a record became a lead.
SELECT id FROM lead WHERE id = :id;

-- name: driver-entity-of
-- The entity that a lead belongs to now.
SELECT coalesce(
  (SELECT entity_id FROM entity_link WHERE lead_id = :id),
  (SELECT entity_id FROM entity_redirect WHERE old_entity_id = :id), :id);

-- name: driver-entity-leads
-- The leads of an entity, the founder included.
SELECT id FROM lead WHERE id = :entity
UNION SELECT lead_id FROM entity_link WHERE entity_id = :entity ORDER BY 1;

-- name: driver-rows-of
-- Source rows of records: the first of each, and the later ones.
SELECT id FROM source_row WHERE id IN (SELECT value FROM json_each(:leads))
UNION
SELECT id FROM source_row
WHERE record_id <> id AND record_id IN (SELECT value FROM json_each(:leads)) ORDER BY 1;

-- name: driver-story-rows
-- Where the leads came from.
SELECT
  f.name AS file, s.name AS sheet, r.row_number AS row, f.supplier, f.kind,
  strftime('%Y-%m-%d', f.as_of, 'unixepoch') AS received, r.rejected, r.id AS row_id,
  r.record_id AS lead
FROM source_row r JOIN source_sheet s ON s.id = r.sheet_id JOIN source_file f ON f.id = s.file_id
WHERE r.id IN (SELECT value FROM json_each(:rows)) ORDER BY r.id;

-- name: driver-story-cells
-- The cells as received, with their headers and the fields that they were mapped to.
SELECT
  r.id AS row_id, coalesce(h.value, 'column ' || (c.key + 1)) AS column, c.value AS cell,
  coalesce(m.value, '') AS field
FROM source_row r JOIN source_sheet s ON s.id = r.sheet_id
JOIN json_each(r.cells) c
LEFT JOIN json_each(s.header) h ON h.key = c.key
LEFT JOIN json_each(s.fields) m ON m.key = c.key
WHERE r.id IN (SELECT value FROM json_each(:rows)) AND c.value <> ''
ORDER BY r.id, c.key;

-- name: driver-story-outcomes
-- What became of the rows and of what was made of them, stage by stage.
WITH taken AS (
  SELECT 'ingest' AS stage, r.sheet_id AS scope, r.row_number AS id FROM source_row r
  WHERE r.id IN (SELECT value FROM json_each(:rows))
  UNION ALL SELECT 'validate', 0, value FROM json_each(:rows)
  UNION ALL SELECT 'dedupe', 0, value FROM json_each(:leads)
  UNION ALL SELECT 'enrich', 0, :entity UNION ALL SELECT 'score', 0, :entity
)
SELECT s.run_id AS run, s.stage, d.disposition, t.id AS number
FROM taken t JOIN stage_run s ON s.stage = t.stage
JOIN row_disposition d ON d.stage_run_id = s.id AND d.scope = t.scope
  AND t.id BETWEEN d.first_row AND d.last_row
ORDER BY s.id, t.id;

-- name: driver-story-findings
-- What was wrong or doubtful about the rows.
SELECT
  f.source_row_id AS row_id, s.stage, f.severity, f.code, f.field, f.message, f.value,
  f.suggestion
FROM finding f JOIN stage_run s ON s.id = f.stage_run_id
WHERE f.source_row_id IN (SELECT value FROM json_each(:rows)) ORDER BY f.id;

-- name: driver-story-leads
-- The leads as validated.
SELECT
  id AS lead, supplier, external_id, full_name, first_name, last_name, email, email_status,
  mx_status, phone, phone_status, phone_type, phone_region, company, job_title, website, industry,
  employees, annual_revenue, street, city, postcode, region, country, language, lead_source,
  utm_source, utm_medium, utm_campaign, utm_term, utm_content, utm_id, landing_url,
  referrer_url,
  strftime('%Y-%m-%dT%H:%M:%SZ', created_at, 'unixepoch') AS created, consent_status,
  strftime('%Y-%m-%dT%H:%M:%SZ', consent_at, 'unixepoch') AS consent_at, consent_source,
  strftime('%Y-%m-%dT%H:%M:%SZ', consent_expires_at, 'unixepoch') AS consent_expires_at,
  dnd_channels, nullif(quarantined, 0) AS quarantined, notes
FROM lead WHERE id IN (SELECT value FROM json_each(:leads)) ORDER BY id;

-- name: driver-story-links
-- Why leads are taken for one person, and which link is the weakest: that of the weakest rule, and
-- of the model's that of the fewest bits.
WITH link AS (
  SELECT l.lead_id, l.rule, l.matched_lead_id, e.weight,
    row_number() OVER (
      ORDER BY CASE l.rule WHEN 'model' THEN 4 WHEN 'company_and_name' THEN 3 WHEN 'phone' THEN 2
        WHEN 'email' THEN 1 ELSE 0 END DESC, e.weight, l.lead_id) AS weakness
  FROM entity_link l
  LEFT JOIN link_edge e
    ON l.rule = 'model' AND e.lead_id = l.lead_id AND e.other_id = l.matched_lead_id
  WHERE l.entity_id = :entity)
SELECT lead_id AS lead, rule, matched_lead_id AS matched_lead, round(weight, 1) AS bits,
  CASE weakness WHEN 1 THEN 'yes' END AS weakest
FROM link ORDER BY lead_id;

-- name: driver-story-decisions
-- What people decided about pairs with one of the leads.
SELECT DISTINCT n.lead_id AS lead, o.lead_id AS other_lead, d.decision,
  CASE WHEN EXISTS (
    SELECT 1 FROM link_constraint c
    WHERE c.lead_id = n.lead_id AND c.other_id = o.lead_id AND c.decision_id = d.id)
    THEN 'in force' END AS standing,
  d.reviewer, d.comment
FROM link_decision d
JOIN link_name n ON n.name IN (d.lead, d.other_lead)
JOIN link_name o ON o.name IN (d.lead, d.other_lead) AND o.name <> n.name
WHERE n.lead_id IN (SELECT value FROM json_each(:leads))
ORDER BY d.source_row_id, d.id, n.lead_id;

-- name: driver-story-redirects
-- Entities that were merged into this one.
SELECT old_entity_id AS merged_entity FROM entity_redirect WHERE entity_id = :entity ORDER BY 1;

-- name: driver-story-entity
-- The surviving values.
SELECT
  id AS entity, lead_count AS leads, full_name, email, email_status, phone, phone_status, company,
  job_title, city, country, consent_status, dnd_channels, nullif(quarantined, 0) AS quarantined
FROM entity WHERE id = :entity;

-- name: driver-story-provenance
-- Fields that were not taken from the founder, and from which lead they were.
SELECT p.key AS field, p.value AS lead FROM entity e JOIN json_each(e.provenance) p
WHERE e.id = :entity ORDER BY p.key;

-- name: driver-story-enrichment
-- Derived values, each with its source.
SELECT
  country, country_source, region, region_source, time_zone, time_zone_source, company,
  company_source, company_key, legal_form, industry, industry_source, employees,
  employees_source, account_id, account_rule, seniority, department, channel
FROM entity_enrichment WHERE entity_id = :entity;

-- name: driver-story-company
-- The accounts that are the entity's company, and why they are one.
SELECT a.id AS account, a.supplier, a.external_id, a.name, a.domain, a.phone, a.city, l.rule,
  l.matched_account_id AS matched_account, round(l.weight, 1) AS bits,
  (SELECT group_concat(old_company_id, ' ') FROM (
    SELECT old_company_id FROM company_redirect WHERE company_id = a.id ORDER BY 1)) AS former_ids
FROM entity_enrichment n
JOIN account a ON a.id = n.account_id
  OR a.id IN (SELECT account_id FROM company_link WHERE company_id = n.account_id)
LEFT JOIN company_link l ON l.account_id = a.id
WHERE n.entity_id = :entity ORDER BY a.id;

-- name: driver-story-contacts
-- Contacts who are the person, and why.
SELECT c.id AS contact, c.supplier, c.external_id, c.full_name, c.email, c.phone, c.account, l.rule,
  l.lead_id AS matched_lead, round(l.weight, 1) AS bits
FROM contact_link l JOIN contact c ON c.id = l.contact_id
WHERE l.lead_id IN (SELECT value FROM json_each(:leads)) ORDER BY c.id;

-- name: driver-story-score
-- The score as it stands.
SELECT
  score, grade, fit, engagement, rules_version,
  strftime('%Y-%m-%d', scored_as_of, 'unixepoch') AS scored
FROM entity_score WHERE entity_id = :entity;

-- name: driver-story-score-parts
-- The rules that made the score.
SELECT p.key AS rule, p.value AS points FROM entity_score s JOIN json_each(s.parts) p
WHERE s.entity_id = :entity ORDER BY p.value DESC, p.key;

-- name: driver-story-engagement
-- Reactions to messages, counted.
SELECT
  event, count(*) AS times, strftime('%Y-%m-%dT%H:%M:%SZ', min(at), 'unixepoch') AS first,
  strftime('%Y-%m-%dT%H:%M:%SZ', max(at), 'unixepoch') AS last
FROM engagement
WHERE email IN (SELECT email FROM lead WHERE id IN (SELECT value FROM json_each(:leads)))
GROUP BY event ORDER BY event;

-- name: driver-story-activities
-- Calls, meetings and the like.
SELECT
  strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch') AS at, type, subject, outcome, owner, deal
FROM activity
WHERE email IN (SELECT email FROM lead WHERE id IN (SELECT value FROM json_each(:leads)))
ORDER BY at, id;

-- name: driver-story-consent
-- Consent evidence under the addresses and numbers of the leads, also as numbers are dialled at home.
SELECT
  strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch') AS at, channel, purpose, status, lawful_basis,
  source, wording_version, strftime('%Y-%m-%d', expires_at, 'unixepoch') AS expires
FROM consent
WHERE lower(email) IN (SELECT lower(email) FROM lead WHERE id IN (SELECT value FROM json_each(:leads)))
  OR phone IN (SELECT phone FROM lead WHERE id IN (SELECT value FROM json_each(:leads)))
  OR phone IN (
    SELECT prefix.column1 || substr(lead.phone, code.column1)
    FROM lead, (VALUES ('0'), ('')) AS prefix, (VALUES (2), (3), (4), (5)) AS code
    WHERE lead.id IN (SELECT value FROM json_each(:leads)))
ORDER BY at, id;

-- name: driver-story-suppression
-- Entries by plain value or domain; entries by hash show in the channels blocked at validation.
WITH reached AS (
  SELECT lower(email) AS email, phone, lower(substr(email, instr(email, '@') + 1)) AS domain
  FROM lead WHERE id IN (SELECT value FROM json_each(:leads))
)
SELECT
  strftime('%Y-%m-%d', at, 'unixepoch') AS since, registry, channel, reason,
  CASE WHEN email IS NOT NULL THEN 'e-mail' WHEN phone IS NOT NULL THEN 'phone'
    ELSE 'domain' END AS by,
  strftime('%Y-%m-%d', ended_as_of, 'unixepoch') AS ended
FROM suppression
WHERE lower(email) IN (SELECT email FROM reached) OR phone IN (SELECT phone FROM reached)
  OR domain IN (SELECT domain FROM reached)
ORDER BY at, id;

-- name: driver-story-enrolments
-- Sequences that the person is or was in.
SELECT
  sequence, strftime('%Y-%m-%d', enrolled_at, 'unixepoch') AS enrolled, trigger, state,
  stop_reason, sequence_version AS version
FROM enrolment WHERE entity_id = :entity ORDER BY enrolled_at, sequence;

-- name: driver-story-messages
-- Messages with the gate that allowed or blocked each.
SELECT
  e.sequence, m.step, strftime('%Y-%m-%dT%H:%M:%SZ', m.due_at, 'unixepoch') AS due, m.state,
  m.gate, m.gate_detail AS detail, m.recipient, m.subject, m.transport,
  strftime('%Y-%m-%d', m.sent_as_of, 'unixepoch') AS sent, m.message_id
FROM message m JOIN enrolment e ON e.id = m.enrolment_id
WHERE e.entity_id = :entity ORDER BY e.sequence, m.step;

-- name: driver-story-tasks
-- Tasks about the person.
SELECT
  id AS task, title, status, priority, strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due,
  coalesce(assigned_to, owner) AS with, escalation_level AS level, created_by_rule AS rule
FROM task
WHERE entity_id = :entity
  OR lead_email IN (SELECT email FROM lead WHERE id IN (SELECT value FROM json_each(:leads)))
ORDER BY due_at, id;

-- name: driver-story-task-events
-- What escalation did with those tasks.
SELECT
  v.task_id AS task, strftime('%Y-%m-%d', v.as_of, 'unixepoch') AS on_date, v.action, v.level,
  v.rule, v.assigned_to, v.reason
FROM task_event v JOIN task t ON t.id = v.task_id
WHERE t.entity_id = :entity
  OR t.lead_email IN (SELECT email FROM lead WHERE id IN (SELECT value FROM json_each(:leads)))
ORDER BY v.id;

-- name: driver-story-violations
-- Policies that the person's data breached.
SELECT
  policy, severity, detail, strftime('%Y-%m-%d', opened_as_of, 'unixepoch') AS opened,
  strftime('%Y-%m-%d', resolved_as_of, 'unixepoch') AS resolved, resolution
FROM violation
WHERE subject = 'entity' AND subject_id = :entity
  OR subject = 'lead' AND subject_id IN (SELECT value FROM json_each(:leads))
ORDER BY id;

-- name: driver-story-erased
-- Whether the person was erased.
SELECT strftime('%Y-%m-%d', erased_as_of, 'unixepoch') AS erased, reason
FROM erased_entity WHERE entity_id = :entity;

-- name: driver-story-changes
-- Field by field, what changed and why.
SELECT
  strftime('%Y-%m-%d', s.as_of, 'unixepoch') AS on_date, s.stage, c.subject, c.subject_id AS id,
  c.field, c.old_value AS was, c.new_value AS became, c.reason, s.run_id AS run
FROM field_change c JOIN stage_run s ON s.id = c.stage_run_id
WHERE c.subject IN ('entity', 'entity_enrichment', 'entity_score') AND c.subject_id = :entity
  OR c.subject = 'lead' AND c.subject_id IN (SELECT value FROM json_each(:leads))
ORDER BY c.id;

-- -------------------------------------------------------------------------------------- doctor --

-- name: driver-doctor-integrity
-- Pages, tables and indexes, index entries against rows.
PRAGMA integrity_check(10);

-- name: driver-doctor-quick
-- The same without index entries against rows.
PRAGMA quick_check(10);

-- name: driver-doctor-foreign-keys
-- Rows whose parent is missing, by table.
SELECT "table", count(*) FROM pragma_foreign_key_check() GROUP BY 1 ORDER BY 1;

-- name: driver-doctor-footing
-- Stage runs that ended well and yet do not foot.
SELECT run_id, stage FROM stage_run
WHERE state = 'done'
  AND rows_in <> inserted + updated + unchanged + duplicate + rejected + suppressed
ORDER BY id;

-- name: driver-doctor-unfinished
-- Runs that the ledger believes are running.
SELECT id FROM run WHERE state = 'running' ORDER BY rowid;

-- name: driver-doctor-doubt
-- Messages that were perhaps sent.
SELECT count(*) FROM message WHERE state IN ('sending', 'in_doubt');

-- name: driver-doctor-loading
-- Files that were cut off while loading.
SELECT name FROM source_file WHERE state = 'loading' ORDER BY id;

-- ------------------------------------------------------------------------------------ mappings --

-- name: driver-mapping-versions
-- Every mapping that has read a file, as it was, the latest first.
SELECT v.hash, v.name, v.kind, v.supplier, v.is_proposed, v.as_of,
  (SELECT count(*) FROM source_file AS f WHERE f.mapping_hash = v.hash), v.text
FROM mapping_version AS v
ORDER BY v.as_of DESC, v.name, v.hash;
