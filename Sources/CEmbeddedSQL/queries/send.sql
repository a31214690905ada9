-- Queries of the send domain.
--
-- Indexes over lower(...) leave NULL out; SQLite takes them only where that is said once more.

-- name: send-new-entities
-- The next entities that the stage has not looked at.
SELECT id FROM entity WHERE id > :mark ORDER BY id LIMIT :limit;

-- name: send-trigger
-- What enrolment asks of an entity.
SELECT e.created_at, s.score
FROM entity e LEFT JOIN entity_score s ON s.entity_id = e.id
WHERE e.id = :entity;

-- name: send-enrolments
-- The sequences that an entity is or was in.
SELECT id, sequence, state, enrolled_at FROM enrolment WHERE entity_id = :entity ORDER BY id;

-- name: send-enrol
-- An entity enters a sequence; once for each sequence, for ever.
INSERT INTO enrolment
  (entity_id, sequence, sequence_version, enrolled_at, trigger, state)
VALUES (:entity, :sequence, :version, :as_of, :trigger, 'active');

-- name: send-plan-message
-- A message to come, with the gate that would decide about it today.
INSERT INTO message
  (enrolment_id, step, channel, due_at, recipient, subject, message_id, state, gate, gate_detail,
   planned_as_of)
VALUES
  (:enrolment, :step, :channel, :due_at, :recipient, :subject, :message_id, 'planned', :gate,
   :gate_detail, :as_of);

-- name: send-message-id-taken
SELECT 1 FROM message WHERE message_id = ?1;

-- name: send-person
-- An entity with what enrichment knows about it.
SELECT
  e.full_name, e.first_name, e.last_name, e.email, e.email_status, e.mx_status, e.phone,
  e.phone_status, e.job_title, e.city, coalesce(x.country, e.country),
  coalesce(x.industry, e.industry), coalesce(x.company, e.company), x.time_zone, e.dnd_channels,
  e.quarantined, x.domain,
  -- Where nobody states the country, what tells it.
  CASE WHEN e.country IS NULL THEN x.country_source END, e.postcode, e.website,
  (SELECT a.country FROM account a WHERE a.id = x.account_id),
  e.country IS NULL AND EXISTS (
    SELECT 1 FROM lead l WHERE l.country_unread = 1 AND l.id IN (
      SELECT e.id UNION ALL SELECT k.lead_id FROM entity_link k WHERE k.entity_id = e.id))
FROM entity e LEFT JOIN entity_enrichment x ON x.entity_id = e.id
WHERE e.id = :entity;

-- name: send-birth
-- The latest date of birth that anything says of a person.
SELECT max(born_on) FROM (
  SELECT born_on FROM lead WHERE id = :entity
  UNION ALL
  SELECT l.born_on FROM entity_link k JOIN lead l ON l.id = k.lead_id
  WHERE k.entity_id = :entity
  UNION ALL
  SELECT born_on FROM consent WHERE lower(email) = lower(:email) AND email IS NOT NULL);

-- name: send-redirect
-- Where an entity that was merged away leads to.
SELECT entity_id FROM entity_redirect WHERE old_entity_id = :entity;

-- name: send-lead-consent
-- What each lead of an entity says about consent, first lead first.
SELECT id, consent_status, consent_at, consent_source, consent_wording, consent_confirmed_at,
  guardian_consent, consent_expires_at
FROM lead WHERE id = :entity AND consent_status <> 'not_asked'
UNION ALL
SELECT l.id, l.consent_status, l.consent_at, l.consent_source, l.consent_wording,
  l.consent_confirmed_at, l.guardian_consent, l.consent_expires_at
FROM entity_link k JOIN lead l ON l.id = k.lead_id
WHERE k.entity_id = :entity AND l.consent_status <> 'not_asked'
ORDER BY 1;

-- name: send-consent
-- Consent records about an address or a number, and whether one is a grant by number alone. A grant that
-- names another address as well as the number may be a colleague's; a refusal counts all the same, also
-- of a number as it is dialled at home. Last, whether validation has put the record in quarantine.
WITH about (id) AS (
  SELECT id FROM consent WHERE lower(email) = lower(:email) AND email IS NOT NULL
  UNION
  SELECT id FROM consent
  WHERE phone = :phone AND (email IS NULL OR status IN ('declined', 'withdrawn'))
  UNION
  SELECT id FROM consent
  WHERE phone IN (SELECT value FROM json_each(:phone_spellings))
    AND (email IS NULL OR status IN ('declined', 'withdrawn')) AND status <> 'granted')
SELECT c.id, c.status, c.at, c.channel, c.purpose, c.expires_at, c.source, c.lawful_basis,
  c.wording_version, c.double_opt_in_at, c.guardian_consent,
  c.email IS NULL AND c.status = 'granted', c.source_row_id,
  EXISTS (SELECT 1 FROM finding f
    WHERE f.source_row_id = c.source_row_id AND f.severity = 'quarantine')
FROM about CROSS JOIN consent c ON c.id = about.id ORDER BY 1;

-- name: send-people-of-phone
-- The people who have a number, by its match key.
SELECT DISTINCT coalesce(k.entity_id, l.id)
FROM (
  SELECT lead_id FROM match_key WHERE tier = 0 AND key_hash = :key
  UNION ALL
  SELECT lead_id FROM match_key WHERE tier = 1 AND key_hash = :key
) AS m
JOIN lead l ON l.id = m.lead_id LEFT JOIN entity_link k ON k.lead_id = l.id
WHERE l.phone = :phone;

-- name: send-people-naming-phones
-- Numbers that people have beside their first, and who: no key leads to these.
SELECT o.value, coalesce(k.entity_id, l.id)
FROM lead l LEFT JOIN entity_link k ON k.lead_id = l.id CROSS JOIN json_each(l.other_phones) o
WHERE l.other_phones IS NOT NULL;

-- name: send-shared-grant-told
-- Whether a run has said that the grant of a row is by a number that several people have.
SELECT 1 FROM finding WHERE source_row_id = :row AND code = 'SND005' LIMIT 1;

-- name: send-refusals
-- What was refused under an address that is not written to.
SELECT id, status, at, channel, purpose, expires_at, source, lawful_basis, wording_version,
  double_opt_in_at, guardian_consent FROM consent
WHERE lower(email) = lower(:email) AND email IS NOT NULL AND status <> 'granted'
ORDER BY 1;

-- name: send-other-addresses
-- Further addresses of a person: those of her leads, in one cell with others or not, now and before a
-- supplier changed them, and those that she was written to at.
SELECT lower(email) FROM lead WHERE id = :entity AND email IS NOT NULL
UNION
SELECT lower(l.email) FROM entity_link k JOIN lead l ON l.id = k.lead_id
WHERE k.entity_id = :entity AND l.email IS NOT NULL
UNION
SELECT lower(c.old_value) FROM field_change c
WHERE c.subject = 'lead' AND c.field = 'email' AND c.old_value IS NOT NULL AND c.subject_id IN (
  SELECT :entity UNION ALL SELECT lead_id FROM entity_link WHERE entity_id = :entity)
UNION
SELECT lower(m.recipient) FROM enrolment e JOIN message m ON m.enrolment_id = e.id
WHERE e.entity_id = :entity AND m.channel = 'email' AND m.state IN ('sending', 'sent', 'in_doubt')
UNION
SELECT lower(o.value) FROM lead l CROSS JOIN json_each(l.other_emails) o
WHERE l.other_emails IS NOT NULL AND l.id IN (
  SELECT :entity UNION ALL SELECT lead_id FROM entity_link WHERE entity_id = :entity)
UNION
SELECT lower(o.value) FROM field_change c CROSS JOIN json_each(c.old_value) o
WHERE c.subject = 'lead' AND c.field = 'other_emails' AND c.old_value IS NOT NULL
  AND c.subject_id IN (
    SELECT :entity UNION ALL SELECT lead_id FROM entity_link WHERE entity_id = :entity)
EXCEPT
SELECT lower(:email)
ORDER BY 1;

-- name: send-refused-addresses
-- Addresses under which somebody refused, in a record of consent or by an event.
SELECT lower(email) FROM consent WHERE email IS NOT NULL AND status <> 'granted'
UNION
SELECT lower(email) FROM engagement
WHERE email IS NOT NULL AND event IN ('unsubscribe', 'complaint');

-- name: send-suppression
-- Registry entries that name a person, openly or by a digest; digests come as JSON arrays.
SELECT registry, channel, 'address', category FROM suppression
WHERE lower(email) = lower(:email) AND email IS NOT NULL AND ended_as_of IS NULL
UNION
SELECT registry, channel, 'address', category FROM suppression
WHERE lower(email_sha256) IN (SELECT value FROM json_each(:email_digests))
  AND email_sha256 IS NOT NULL AND ended_as_of IS NULL
UNION
SELECT registry, channel, 'number', category FROM suppression
WHERE phone = :phone AND ended_as_of IS NULL
UNION
SELECT registry, channel, 'number', category FROM suppression
WHERE lower(phone_sha256) IN (SELECT value FROM json_each(:phone_digests))
  AND phone_sha256 IS NOT NULL AND ended_as_of IS NULL
ORDER BY 1, 2, 3, 4;

-- name: send-suppressed-domain
-- Registry entries for a whole e-mail domain.
SELECT registry, channel, 'domain', category FROM suppression
WHERE domain = :domain AND ended_as_of IS NULL ORDER BY 1, 2, 4;

-- name: send-has-finding
-- Whether a run of the same date has said so.
SELECT 1 FROM finding f JOIN stage_run s ON s.id = f.stage_run_id
WHERE f.code = ?1 AND f.value = ?2 AND s.as_of = ?3 LIMIT 1;

-- name: send-erased
-- Whether a person was erased, by address or number.
SELECT 1 FROM erasure WHERE key_hash IN (:email_hash, :phone_hash) LIMIT 1;

-- name: send-refusals-by-phone
-- What was refused under a number that is not called, in its spellings: a JSON array.
SELECT id, status, at, channel, purpose, expires_at, source, lawful_basis, wording_version,
  double_opt_in_at, guardian_consent FROM consent
WHERE phone IN (SELECT value FROM json_each(:phone_spellings)) AND status <> 'granted' ORDER BY 1;

-- name: send-other-phones
-- Further numbers of a person: those of her leads, in one cell with others or not, now and before a
-- supplier changed them.
SELECT phone FROM lead WHERE id = :entity AND phone IS NOT NULL AND phone IS NOT :phone
UNION
SELECT l.phone FROM entity_link k JOIN lead l ON l.id = k.lead_id
WHERE k.entity_id = :entity AND l.phone IS NOT NULL AND l.phone IS NOT :phone
UNION
SELECT c.old_value FROM field_change c
WHERE c.subject = 'lead' AND c.field = 'phone' AND c.old_value IS NOT :phone
  AND c.old_value IS NOT NULL AND c.subject_id IN (
    SELECT :entity UNION ALL SELECT lead_id FROM entity_link WHERE entity_id = :entity)
UNION
SELECT o.value FROM lead l CROSS JOIN json_each(l.other_phones) o
WHERE l.other_phones IS NOT NULL AND o.value IS NOT :phone AND l.id IN (
  SELECT :entity UNION ALL SELECT lead_id FROM entity_link WHERE entity_id = :entity)
UNION
SELECT o.value FROM field_change c CROSS JOIN json_each(c.old_value) o
WHERE c.subject = 'lead' AND c.field = 'other_phones' AND c.old_value IS NOT NULL
  AND o.value IS NOT :phone AND c.subject_id IN (
    SELECT :entity UNION ALL SELECT lead_id FROM entity_link WHERE entity_id = :entity)
ORDER BY 1;

-- name: send-stops
-- The last time of each event that can end a sequence.
SELECT event, max(at) FROM engagement
WHERE lower(email) = lower(:email) AND email IS NOT NULL
  AND event IN ('reply', 'bounce', 'unsubscribe', 'complaint')
GROUP BY event ORDER BY event;

-- name: send-stops-by-message
-- The same of events that name a message to the person; a bounce is the address's, and whoever
-- unsubscribes under another address has said it for both.
SELECT event, max(at) FROM (
  SELECT g.event, g.at
  FROM enrolment e JOIN message m ON m.enrolment_id = e.id CROSS JOIN engagement g
  WHERE (e.entity_id = :entity
      OR e.entity_id IN (SELECT old_entity_id FROM entity_redirect WHERE entity_id = :entity))
    AND g.message_id IN (m.message_id, trim(m.message_id, '<>'))
    AND g.email IS NULL AND g.message_id IS NOT NULL
    AND g.event IN ('reply', 'bounce', 'unsubscribe', 'complaint')
    AND (g.event <> 'bounce' OR lower(m.recipient) = lower(:email))
  UNION ALL
  SELECT g.event, g.at
  FROM enrolment e JOIN message m ON m.enrolment_id = e.id CROSS JOIN engagement g
  WHERE (e.entity_id = :entity
      OR e.entity_id IN (SELECT old_entity_id FROM entity_redirect WHERE entity_id = :entity))
    AND g.message_id IN (m.message_id, trim(m.message_id, '<>'))
    AND g.email IS NOT NULL AND g.message_id IS NOT NULL
    AND g.event IN ('unsubscribe', 'complaint'))
GROUP BY event ORDER BY event;

-- name: send-conversion
-- The last deal with a person that was not lost.
SELECT max(coalesce(created_at, 0)) FROM deal
WHERE lower(contact_email) = lower(:email) AND contact_email IS NOT NULL
  AND status IN ('open', 'won')
HAVING count(*) > 0;

-- name: send-registries
-- Of when each registry is, the channels that its entries are about (NULL: nobody knows), and whether
-- any list named it: what only lists that name none have added to is no snapshot, and not old.
SELECT r.registry, r.snapshot_at,
  coalesce(r.channels, (
    SELECT group_concat(DISTINCT s.channel) FROM suppression AS s
    WHERE s.registry = r.registry AND s.ended_as_of IS NULL)),
  coalesce((
    SELECT max(p.is_named) FROM suppression_snapshot AS p WHERE p.registry = r.registry), 1)
FROM suppression_registry AS r ORDER BY r.registry;

-- name: send-recent-count
-- Messages that an address was handed after a date, as far as is known.
SELECT count(*) FROM message
WHERE lower(recipient) = lower(:recipient) AND state IN ('sending', 'sent', 'in_doubt')
  AND sent_as_of > :after;

-- name: send-same-message
-- The same step of the same sequence, handed to the same address in another enrolment.
SELECT 1 FROM message m JOIN enrolment e ON e.id = m.enrolment_id
WHERE lower(m.recipient) = lower(:recipient) AND m.state IN ('sending', 'sent', 'in_doubt')
  AND e.sequence = :sequence AND m.step = :step AND m.id <> :message
LIMIT 1;

-- name: send-previous-step
-- The last message before a step of an enrolment that went out or is still to come.
SELECT state, due_at, sent_as_of FROM message
WHERE enrolment_id = :enrolment AND step < :step
  AND state IN ('planned', 'sending', 'sent', 'in_doubt') AND gate <> 'step_removed'
ORDER BY step DESC LIMIT 1;

-- name: send-previous-to-address
-- The last message of an earlier step that another enrolment in the sequence handed to an address.
SELECT m.due_at, m.sent_as_of FROM message m JOIN enrolment e ON e.id = m.enrolment_id
WHERE lower(m.recipient) = lower(:recipient) AND m.state IN ('sending', 'sent', 'in_doubt')
  AND e.sequence = :sequence AND m.step < :step AND e.id <> :enrolment
ORDER BY m.sent_as_of DESC, m.id DESC LIMIT 1;

-- name: send-due
-- Planned messages that are due, after a place in their order.
SELECT due_at, id FROM message
WHERE state = 'planned' AND due_at <= :as_of AND (due_at, id) > (:after_due, :after_id)
ORDER BY due_at, id LIMIT :limit;

-- name: send-due-count
-- How many messages are due, for the progress bar.
SELECT count(*) FROM message WHERE state = 'planned' AND due_at <= :as_of;

-- name: send-message
-- One message and its enrolment.
SELECT
  m.enrolment_id, e.entity_id, e.sequence, e.enrolled_at, m.step, m.channel, m.due_at, m.message_id,
  m.state, m.gate, m.gate_detail
FROM message m JOIN enrolment e ON e.id = m.enrolment_id
WHERE m.id = :message;

-- name: send-decide
-- What a gate decided about a message that is not handed over now.
UPDATE message SET state = :state, gate = :gate, gate_detail = :gate_detail WHERE id = :message;

-- name: send-claim
-- A message is about to be handed over: from here on only its transport knows.
UPDATE message
SET state = 'sending', gate = 'allowed', gate_detail = '', recipient = :recipient,
  subject = :subject, sent_as_of = :as_of, transport = :transport
WHERE id = :message;

-- name: send-release
-- A message that was surely not handed over waits again.
UPDATE message
SET state = 'planned', gate = :gate, gate_detail = :gate_detail, sent_as_of = NULL,
  transport = NULL
WHERE id = :message;

-- name: send-settle
-- What became of a message that was handed over.
UPDATE message SET state = :state, gate = :gate, gate_detail = :gate_detail WHERE id = :message;

-- name: send-interrupted
-- Messages whose hand-over an earlier run did not live to see.
SELECT id, message_id, transport, enrolment_id FROM message
WHERE state IN ('planned', 'sending', 'in_doubt') AND state = 'sending' ORDER BY id;

-- name: send-rest
-- The messages of an enrolment that are still to come.
SELECT id FROM message WHERE enrolment_id = :enrolment AND state = 'planned' ORDER BY id;

-- name: send-stop
-- A sequence ends before its last message.
UPDATE enrolment SET state = 'stopped', stop_reason = :reason
WHERE id = :enrolment AND state = 'active';

-- name: send-complete
-- An enrolment is over when none of its messages is still to come.
UPDATE enrolment SET state = 'completed'
WHERE id = :enrolment AND state = 'active'
  AND NOT EXISTS (
    SELECT 1 FROM message
    WHERE enrolment_id = :enrolment AND state IN ('planned', 'sending'));

-- name: send-has-enrolment
-- Whether an entity is or was in a sequence.
SELECT 1 FROM enrolment WHERE entity_id = :entity AND sequence = :sequence;
