-- Queries of the govern domain.

-- name: govern-take-due
-- Delays that have run out put their entities on the list of those to look at.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT stage, subject, subject_id FROM revisit_due
WHERE stage = 'govern' AND subject = 'entity' AND due_at <= ?1;

-- name: govern-clear-due
-- They are on the list now.
DELETE FROM revisit_due WHERE stage = 'govern' AND subject = 'entity' AND due_at <= ?1;

-- name: govern-add-due
-- When retention or consent runs out.
INSERT OR IGNORE INTO revisit_due (stage, subject, due_at, subject_id)
VALUES ('govern', 'entity', ?1, ?2);

-- name: govern-last-change
-- Where the history ends now.
SELECT coalesce(max(id), 0) FROM field_change;

-- name: govern-take-changes
-- Entities whose surviving values or country changed since the last look.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT DISTINCT 'govern', 'entity', subject_id FROM field_change
WHERE id > ?1 AND id <= ?2 AND subject IN ('entity', 'entity_enrichment');

-- name: govern-last-consent
-- The newest consent record.
SELECT coalesce(max(id), 0) FROM consent;

-- name: govern-new-consent
-- Addresses that somebody has made a statement about.
SELECT DISTINCT lower(email) FROM consent WHERE id > ?1 AND id <= ?2 AND email IS NOT NULL;

-- name: govern-revisited-consent
-- Addresses of older consent records that changed, and those that they had before.
SELECT lower(consent.email) FROM revisit JOIN consent ON consent.id = revisit.subject_id
WHERE revisit.stage = 'govern' AND revisit.subject = 'consent' AND consent.email IS NOT NULL
UNION
SELECT lower(field_change.old_value) FROM revisit JOIN field_change
  ON field_change.subject = 'consent' AND field_change.subject_id = revisit.subject_id
WHERE revisit.stage = 'govern' AND revisit.subject = 'consent' AND field_change.field = 'email'
  AND field_change.old_value IS NOT NULL;

-- name: govern-clear-consent
-- Their entities are on the list now.
DELETE FROM revisit WHERE stage = 'govern' AND subject = 'consent';

-- name: govern-last-activity-row
-- The newest activity.
SELECT coalesce(max(id), 0) FROM activity;

-- name: govern-new-activity
-- Addresses of people that somebody was in touch with.
SELECT DISTINCT lower(email) FROM activity WHERE id > ?1 AND id <= ?2 AND email IS NOT NULL;

-- name: govern-last-engagement-row
-- The newest engagement event.
SELECT coalesce(max(id), 0) FROM engagement;

-- name: govern-new-engagement
-- Addresses of people who reacted to a message.
SELECT DISTINCT lower(email) FROM engagement WHERE id > ?1 AND id <= ?2 AND email IS NOT NULL;

-- name: govern-entities-by-key
-- Entities of the leads with a match key and this address; equal hashes are not taken on trust.
SELECT DISTINCT coalesce(entity_link.entity_id, lead.id)
FROM match_key
JOIN lead ON lead.id = match_key.lead_id
LEFT JOIN entity_link ON entity_link.lead_id = lead.id
WHERE match_key.tier IN (0, 1) AND match_key.key_hash = ?1 AND lower(lead.email) = ?2 ORDER BY 1;

-- name: govern-has-open-violation
-- Whether a policy is breached by an entity now.
SELECT 1 FROM violation
WHERE policy = ?1 AND subject = 'entity' AND subject_id = ?2 AND resolved_as_of IS NULL;

-- name: govern-last-entity
-- The newest entity.
SELECT coalesce(max(id), 0) FROM entity;

-- name: govern-new-entities
-- Entities not looked at before.
SELECT id FROM entity WHERE id > ?1 AND id <= ?2 ORDER BY id LIMIT ?3;

-- name: govern-person
-- What policies look at in one entity. Without a date of its own it arrived with its file.
SELECT
  coalesce(entity_enrichment.country, entity.country), entity.email, entity.consent_status,
  entity.consent_at,
  coalesce(entity.created_at, (
    SELECT source_file.as_of FROM lead
    JOIN source_row ON source_row.id = lead.source_row_id
    JOIN source_sheet ON source_sheet.id = source_row.sheet_id
    JOIN source_file ON source_file.id = source_sheet.file_id
    WHERE lead.id = entity.id), 0),
  coalesce((
    SELECT max(activity.at) FROM activity
    WHERE lower(activity.email) = lower(entity.email) AND activity.email IS NOT NULL
      AND activity.at <= ?2), 0),
  coalesce((
    SELECT max(engagement.at) FROM engagement
    WHERE lower(engagement.email) = lower(entity.email) AND engagement.email IS NOT NULL
      AND engagement.at <= ?2), 0),
  entity.lead_count,
  erased_entity.entity_id IS NOT NULL,
  entity.lead_source IS NOT NULL,
  entity.consent_source IS NOT NULL OR EXISTS (
    SELECT 1 FROM consent
    WHERE lower(consent.email) = lower(entity.email) AND consent.email IS NOT NULL
      AND consent.status = 'granted' AND consent.source IS NOT NULL),
  entity.created_at IS NOT NULL,
  entity.consent_at IS NOT NULL OR EXISTS (
    SELECT 1 FROM consent
    WHERE lower(consent.email) = lower(entity.email) AND consent.email IS NOT NULL
      AND consent.status = 'granted' AND consent.at IS NOT NULL), entity.utm_source IS NOT NULL, entity.utm_medium IS NOT NULL,
  entity.utm_campaign IS NOT NULL, entity.consent_expires_at
FROM entity
LEFT JOIN entity_enrichment ON entity_enrichment.entity_id = entity.id
LEFT JOIN erased_entity ON erased_entity.entity_id = entity.id
WHERE entity.id = ?1;

-- name: govern-joined-activity
-- Last contact by the addresses of the leads that joined an entity.
SELECT max(
  coalesce((
    SELECT max(activity.at) FROM entity_link JOIN lead ON lead.id = entity_link.lead_id
    CROSS JOIN activity
    WHERE entity_link.entity_id = ?1 AND lower(activity.email) = lower(lead.email)
      AND activity.email IS NOT NULL AND activity.at <= ?2), 0),
  coalesce((
    SELECT max(engagement.at) FROM entity_link JOIN lead ON lead.id = entity_link.lead_id
    CROSS JOIN engagement
    WHERE entity_link.entity_id = ?1 AND lower(engagement.email) = lower(lead.email)
      AND engagement.email IS NOT NULL AND engagement.at <= ?2), 0),
  coalesce((
    SELECT max(lead.created_at) FROM entity_link JOIN lead ON lead.id = entity_link.lead_id
    WHERE entity_link.entity_id = ?1 AND lead.created_at <= ?2), 0));

-- name: govern-consent
-- Everything that was said about consent for an address.
SELECT channel, status, at, expires_at FROM consent
WHERE lower(email) = lower(?1) AND email IS NOT NULL ORDER BY id;

-- name: govern-open-violations
-- What an entity breaches, as far as is known.
SELECT id, policy, severity, detail FROM violation
WHERE subject = 'entity' AND subject_id = ?1 AND resolved_as_of IS NULL ORDER BY policy;

-- name: govern-violation-open
-- A breach begins.
INSERT INTO violation (policy, subject, subject_id, severity, detail, opened_as_of)
VALUES (?1, 'entity', ?2, ?3, ?4, ?5);

-- name: govern-violation-update
-- A breach goes on with other particulars.
UPDATE violation SET severity = ?2, detail = ?3 WHERE id = ?1;

-- name: govern-violation-resolve
-- A breach ends.
UPDATE violation SET resolved_as_of = ?2, resolution = ?3 WHERE id = ?1;

-- name: govern-open-by-severity
-- What the gate is about.
SELECT severity, count(*) FROM violation WHERE resolved_as_of IS NULL GROUP BY severity;

-- name: govern-people
-- How many people there are, the erased left out.
SELECT count(*) FROM entity WHERE id NOT IN (SELECT entity_id FROM erased_entity);

-- name: govern-measure-clear
-- A night that is counted twice counts once.
DELETE FROM measure WHERE as_of = ?1 AND name LIKE 'govern_%';

-- name: govern-measure-violations
-- Open, opened and resolved violations by policy, as they stand at a date.
INSERT INTO measure (as_of, name, scope, value)
SELECT ?1, 'govern_violations_open', policy, count(*) FROM violation
WHERE resolved_as_of IS NULL GROUP BY policy
UNION ALL
SELECT ?1, 'govern_violations_opened', policy, count(*) FROM violation
WHERE opened_as_of = ?1 GROUP BY policy
UNION ALL
SELECT ?1, 'govern_violations_resolved', policy, count(*) FROM violation
WHERE resolved_as_of = ?1 GROUP BY policy;

-- name: govern-measure-consent
-- People with an e-mail address by country, and how many of them have evidence of consent: the
-- entity's own statement with a date, not overruled by a later record, or a record that grants it.
INSERT INTO measure (as_of, name, scope, value)
WITH person AS (
  SELECT
    coalesce(entity_enrichment.country, entity.country, '') AS country,
    CASE
      WHEN last.status IS NULL OR coalesce(last.at, 0) < coalesce(entity.consent_at, 0)
        THEN entity.consent_status = 'granted' AND entity.consent_at IS NOT NULL
          AND entity.consent_at <= ?1
          AND (entity.consent_expires_at IS NULL OR entity.consent_expires_at > ?1)
      ELSE last.status = 'granted' AND (last.expires_at IS NULL OR last.expires_at > ?1)
    END AS has_consent,
    entity.dnd_channels IS NOT NULL AND entity.dnd_channels <> '' AS is_blocked
  FROM entity
  LEFT JOIN entity_enrichment ON entity_enrichment.entity_id = entity.id
  LEFT JOIN consent AS last ON last.id = (
    SELECT id FROM consent
    WHERE lower(consent.email) = lower(entity.email) AND consent.email IS NOT NULL
      AND (channel = 'any' OR instr(',' || channel || ',', ',email,') > 0) AND at <= ?1
    ORDER BY at DESC, status = 'granted', id DESC LIMIT 1)
  WHERE entity.email IS NOT NULL
),
country AS (
  SELECT country, count(*) AS people, sum(has_consent) AS covered, sum(is_blocked) AS blocked
  FROM person GROUP BY country
)
SELECT ?1, 'govern_people', country, people FROM country
UNION ALL
SELECT ?1, 'govern_consent_covered', country, covered FROM country
UNION ALL
SELECT ?1, 'govern_dnd', country, blocked FROM country;

-- name: govern-last-suppression
-- The newest registry entry.
SELECT coalesce(max(id), 0) FROM suppression;

-- name: govern-erasure-requests
-- Registry entries that ask for more than silence.
SELECT id, source_row_id, lower(email), phone, lower(email_sha256), lower(phone_sha256)
FROM suppression
WHERE lower(reason) = 'erasure'
  AND ((id > ?1 AND id <= ?2) OR id IN (
    SELECT subject_id FROM revisit WHERE stage = 'govern' AND subject = 'suppression'))
ORDER BY id;

-- name: govern-clear-suppressions
-- They have been carried out.
DELETE FROM revisit WHERE stage = 'govern' AND subject = 'suppression';

-- name: govern-reachable-leads
-- Every way of reaching somebody, and whom it reaches: to find those that a request names.
SELECT lead.id, coalesce(entity_link.entity_id, lead.id), lower(lead.email), lead.phone
FROM lead LEFT JOIN entity_link ON entity_link.lead_id = lead.id
WHERE lead.email IS NOT NULL OR lead.phone IS NOT NULL ORDER BY lead.id;

-- name: govern-erasure-insert
-- The fingerprint by which a supplier's row is kept out.
INSERT INTO erasure (key_hash, erased_as_of, reason) VALUES (?1, ?2, ?3)
ON CONFLICT (key_hash) DO NOTHING;

-- name: govern-erased-insert
-- Who is gone, by id.
INSERT INTO erased_entity (entity_id, erased_as_of, reason) VALUES (?1, ?2, ?3)
ON CONFLICT (entity_id) DO NOTHING;

-- name: govern-entity-leads
-- All leads of a person, with their addresses and numbers.
SELECT lead.id, lower(lead.email), lead.phone FROM lead
WHERE lead.id = ?1 OR lead.id IN (SELECT lead_id FROM entity_link WHERE entity_id = ?1)
ORDER BY lead.id;

-- name: govern-rows-of-person
-- Records beside the leads that name a person; ?1: JSON array of addresses in lower case, ?2: of
-- numbers. A number with another address may be a colleague's.
SELECT 'contact', id FROM contact
WHERE (email IS NOT NULL AND lower(email) IN (SELECT value FROM json_each(?1)))
  OR (phone IS NOT NULL AND phone IN (SELECT value FROM json_each(?2)) AND email IS NULL)
UNION
SELECT 'activity', id FROM activity
WHERE email IS NOT NULL AND lower(email) IN (SELECT value FROM json_each(?1))
UNION
SELECT 'engagement', id FROM engagement
WHERE email IS NOT NULL AND lower(email) IN (SELECT value FROM json_each(?1))
UNION
SELECT 'consent', id FROM consent
WHERE (email IS NOT NULL AND lower(email) IN (SELECT value FROM json_each(?1)))
  OR (phone IS NOT NULL AND phone IN (SELECT value FROM json_each(?2)) AND email IS NULL)
UNION
SELECT 'suppression', id FROM suppression
WHERE (email IS NOT NULL AND lower(email) IN (SELECT value FROM json_each(?1)))
  OR (phone IS NOT NULL AND phone IN (SELECT value FROM json_each(?2)) AND email IS NULL)
UNION
SELECT 'deal', id FROM deal
WHERE contact_email IS NOT NULL AND lower(contact_email) IN (SELECT value FROM json_each(?1))
UNION
SELECT 'task', id FROM task
WHERE lead_email IS NOT NULL AND lower(lead_email) IN (SELECT value FROM json_each(?1))
ORDER BY 1, 2;

-- name: govern-users-of-person
-- Users under the addresses and numbers; a lead's retention does not concern a colleague.
SELECT id FROM user
WHERE (email IS NOT NULL AND lower(email) IN (SELECT value FROM json_each(?1)))
  OR (phone IS NOT NULL AND phone IN (SELECT value FROM json_each(?2)) AND email IS NULL)
ORDER BY id;

-- name: govern-blank-lead
-- Country, dates and campaign stay for the counts.
UPDATE lead SET
  external_id = NULL, full_name = NULL, first_name = NULL, last_name = NULL, email = NULL,
  email_status = 'missing', mx_status = 'not_checked', phone = NULL, phone_status = 'missing',
  phone_type = NULL, phone_region = NULL, company = NULL, job_title = NULL, website = NULL,
  street = NULL, city = NULL, postcode = NULL, region = NULL, utm_term = NULL, utm_content = NULL,
  landing_url = NULL, referrer_url = NULL, utm_id = NULL, consent_status = 'withdrawn',
  consent_at = NULL, consent_source = NULL, dnd_channels = NULL, quarantined = 1, notes = NULL,
  quality = NULL, consent_wording = NULL, consent_ip = NULL, consent_confirmed_at = NULL,
  born_on = NULL, guardian_consent = NULL, consent_expires_at = NULL, other_emails = NULL, other_phones = NULL
WHERE id = ?1;

-- name: govern-blank-entity
-- Country, dates and campaign stay for the counts.
UPDATE entity SET
  full_name = NULL, first_name = NULL, last_name = NULL, email = NULL, email_status = 'missing',
  mx_status = 'not_checked', phone = NULL, phone_status = 'missing', phone_type = NULL,
  phone_region = NULL, company = NULL, job_title = NULL, website = NULL, street = NULL,
  city = NULL, postcode = NULL, region = NULL, utm_term = NULL, utm_content = NULL,
  consent_status = 'withdrawn', consent_at = NULL, consent_source = NULL, dnd_channels = NULL,
  quarantined = 1, provenance = NULL, quality = NULL, consent_expires_at = NULL
WHERE id = ?1;

-- name: govern-blank-enrichment
-- Country and time zone stay for the counts.
UPDATE entity_enrichment SET
  region = NULL, region_source = NULL, company = NULL, company_source = NULL, company_key = NULL,
  legal_form = NULL, account_id = NULL, account_rule = NULL, seniority = NULL, department = NULL
WHERE entity_id = ?1;

-- name: govern-delete-score
-- A score is a judgement of the person.
DELETE FROM entity_score WHERE entity_id = ?1;

-- name: govern-blank-contact
-- The account stays: a company is no person.
UPDATE contact SET
  external_id = NULL, full_name = NULL, first_name = NULL, last_name = NULL, email = NULL,
  phone = NULL, job_title = NULL, street = NULL, city = NULL, postcode = NULL, region = NULL
WHERE id = ?1;

-- name: govern-contact-again
-- Dedupe takes the keys out that leads find the contact by.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id) VALUES ('dedupe', 'contact', ?1);

-- name: govern-delete-contact-link
DELETE FROM contact_link WHERE contact_id = ?1;

-- name: govern-blank-user
-- The id stays: deals and tasks name their owner by it.
UPDATE user SET
  full_name = NULL, first_name = NULL, last_name = NULL, email = NULL, phone = NULL,
  job_title = NULL, manager = NULL, status = 'inactive'
WHERE id = ?1;

-- name: govern-blank-activity
-- That something was done stays, not with whom.
UPDATE activity SET email = NULL, subject = NULL, outcome = NULL WHERE id = ?1;

-- name: govern-blank-engagement
-- That somebody reacted stays, not who.
UPDATE engagement SET email = NULL, message_id = NULL, url = NULL WHERE id = ?1;

-- name: govern-blank-consent
-- That a statement was made stays, not by whom.
UPDATE consent SET
  external_id = NULL, email = NULL, phone = NULL, ip = NULL, born_on = NULL,
  guardian_consent = NULL
WHERE id = ?1;

-- name: govern-suppression
-- What an entry names somebody by.
SELECT lower(email), phone FROM suppression WHERE id = ?1;

-- name: govern-blank-suppression
-- The entry goes on working by its digest.
UPDATE suppression SET email = NULL, phone = NULL, email_sha256 = ?2, phone_sha256 = ?3
WHERE id = ?1;

-- name: govern-blank-deal
-- The deal stays.
UPDATE deal SET contact_email = NULL WHERE id = ?1;

-- name: govern-blank-task
-- Nobody is to work on it any more.
UPDATE task SET
  lead_email = NULL, title = 'erased',
  status = CASE WHEN status = 'open' THEN 'cancelled' ELSE status END
WHERE id = ?1;

-- name: govern-entity-tasks
-- Tasks that were created for an entity.
SELECT id FROM task WHERE entity_id = ?1 ORDER BY id;

-- name: govern-end-follow-ups
-- Nobody gets in touch any more.
UPDATE follow_up SET state = 'over' WHERE entity_id = ?1;

-- name: govern-stop-enrolments
-- No sequence goes on.
UPDATE enrolment SET state = 'stopped', stop_reason = 'erased'
WHERE entity_id = ?1 AND state = 'active';

-- name: govern-blank-messages
-- What is on its way stays so, for the send stage to settle.
UPDATE message SET
  recipient = '', subject = '', gate_detail = 'erased',
  state = CASE WHEN state = 'planned' THEN 'cancelled' ELSE state END
WHERE enrolment_id IN (SELECT id FROM enrolment WHERE entity_id = ?1);

-- name: govern-record-of-row
SELECT record_id FROM source_row WHERE id = ?1;

-- name: govern-blank-row
-- All source rows of a record, and the rejected rows that they are corrections of: their content
-- goes, nobody takes them up again.
WITH own AS (
  SELECT id FROM source_row WHERE id = ?1 OR (record_id = ?1 AND record_id <> id)),
origin AS (SELECT origin_id FROM own JOIN row_correction ON row_id = own.id)
UPDATE source_row SET cells = '[]', rejected = 1
WHERE id IN (
  SELECT id FROM own
  UNION SELECT origin_id FROM origin
  UNION SELECT c.row_id FROM origin JOIN row_correction c ON c.origin_id = origin.origin_id);

-- name: govern-blank-changes
-- That a field changed stays, not from what to what.
UPDATE field_change SET old_value = NULL, new_value = NULL
WHERE subject = ?1 AND subject_id = ?2;

-- name: govern-blank-findings
-- ?1: JSON array of records, whose later rows count too, and the rejected rows that these correct.
WITH own (id) AS (
  SELECT value FROM json_each(?1)
  UNION
  SELECT source_row.id FROM json_each(?1) JOIN source_row
    ON source_row.record_id = value AND source_row.record_id <> source_row.id),
origin AS (SELECT origin_id FROM own JOIN row_correction ON row_id = own.id)
UPDATE finding SET message = 'erased', value = '', suggestion = NULL
WHERE source_row_id IN (
  SELECT id FROM own
  UNION SELECT origin_id FROM origin
  UNION SELECT c.row_id FROM origin JOIN row_correction c ON c.origin_id = origin.origin_id);

-- name: govern-delete-edges-back
-- The edges to leads; ?1: JSON array of leads.
DELETE FROM link_edge WHERE (lead_id, other_id) IN (
  SELECT other_id, lead_id FROM link_edge WHERE lead_id IN (SELECT value FROM json_each(?1)));

-- name: govern-delete-edges
-- ?1: JSON array of leads.
DELETE FROM link_edge WHERE lead_id IN (SELECT value FROM json_each(?1));

-- name: govern-mark-stale
-- Dedupe takes their keys out of its pages; ?1: JSON array of leads.
INSERT OR IGNORE INTO link_stale (lead_id) SELECT value FROM json_each(?1);

-- name: govern-delete-keys
-- ?1: JSON array of leads.
DELETE FROM match_key WHERE lead_id IN (SELECT value FROM json_each(?1));

-- name: govern-decisions
-- Decisions about pairs with a lead; ?1: JSON array of leads.
SELECT d.id FROM link_decision d
WHERE EXISTS (
  SELECT 1 FROM link_name n
  WHERE n.name IN (d.lead, d.other_lead) AND n.lead_id IN (SELECT value FROM json_each(?1)))
ORDER BY d.id;

-- name: govern-blank-link_decision
DELETE FROM link_decision WHERE id = ?1;

-- name: govern-delete-constraints
-- ?1: JSON array of leads.
DELETE FROM link_constraint
WHERE lead_id IN (SELECT value FROM json_each(?1)) OR other_id IN (SELECT value FROM json_each(?1));

-- name: govern-delete-traits
-- ?1: JSON array of leads.
DELETE FROM link_trait
WHERE name IN (SELECT name FROM link_name WHERE lead_id IN (SELECT value FROM json_each(?1)));

-- name: govern-delete-names
-- ?1: JSON array of leads.
DELETE FROM link_name WHERE lead_id IN (SELECT value FROM json_each(?1));
