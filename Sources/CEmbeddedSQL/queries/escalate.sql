-- Queries of the escalate domain.

-- name: escalate-managers
-- Who works for whom; of two users with one id the later one counts.
SELECT external_id, manager FROM user
WHERE manager IS NOT NULL AND status = 'active' ORDER BY id;

-- name: escalate-take-due
-- Delays that have run out put their rows on the list of those to look at.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT stage, subject, subject_id FROM revisit_due
WHERE stage = 'escalate' AND subject = ?1 AND due_at <= ?2;

-- name: escalate-clear-due
-- They are on the list now.
DELETE FROM revisit_due WHERE stage = 'escalate' AND subject = ?1 AND due_at <= ?2;

-- name: escalate-add-due
-- When a delay runs out.
INSERT OR IGNORE INTO revisit_due (stage, subject, due_at, subject_id)
VALUES ('escalate', ?1, ?2, ?3);

-- name: escalate-last-change
-- Where the history ends now.
SELECT coalesce(max(id), 0) FROM field_change;

-- name: escalate-take-changes
-- Entities whose score or surviving values changed since the last look.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
SELECT DISTINCT 'escalate', 'entity', subject_id FROM field_change
WHERE id > ?1 AND id <= ?2 AND subject IN ('entity', 'entity_score', 'entity_enrichment');

-- name: escalate-last-consent
-- The row of the newest consent record, as `FurtherRecordID` has it for those that a row makes besides
-- its own.
SELECT max(
  coalesce((SELECT max(id) FROM consent), 0), coalesce((SELECT -min(id) / 524288 FROM consent), 0));

-- name: escalate-take-refusals
-- Entities with an open follow-up of which somebody has refused something, unsubscribed or complained
-- since the last look (records of consent ?1 to ?2, events ?3 to ?4), also by a number as it is dialled
-- at home, behind a code of one to three digits.
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
WITH member AS (
  SELECT task.entity_id, lead.email, lead.phone FROM task JOIN lead ON lead.id = task.entity_id
  WHERE task.created_by_rule IS NOT NULL AND task.status = 'open'
  UNION
  SELECT task.entity_id, lead.email, lead.phone
  FROM task JOIN entity_link ON entity_link.entity_id = task.entity_id
  JOIN lead ON lead.id = entity_link.lead_id
  WHERE task.created_by_rule IS NOT NULL AND task.status = 'open'
)
SELECT 'escalate', 'entity', member.entity_id FROM member CROSS JOIN consent
WHERE lower(consent.email) = lower(member.email) AND consent.email IS NOT NULL
  AND consent.status <> 'granted'
  AND iif(consent.id < 0, -consent.id / 524288, consent.id) BETWEEN ?1 + 1 AND ?2
UNION
SELECT 'escalate', 'entity', member.entity_id FROM member CROSS JOIN consent
WHERE consent.phone IN (
  member.phone, substr(member.phone, 2), '00' || substr(member.phone, 2),
  '0' || substr(member.phone, 3), substr(member.phone, 3),
  '0' || substr(member.phone, 4), substr(member.phone, 4), '0' || substr(member.phone, 5), substr(member.phone, 5))
  AND consent.phone IS NOT NULL AND consent.email IS NULL
  AND consent.status <> 'granted'
  AND iif(consent.id < 0, -consent.id / 524288, consent.id) BETWEEN ?1 + 1 AND ?2
UNION
SELECT 'escalate', 'entity', member.entity_id FROM member CROSS JOIN engagement
WHERE lower(engagement.email) = lower(member.email) AND engagement.email IS NOT NULL
  AND engagement.event IN ('unsubscribe', 'complaint') AND engagement.id BETWEEN ?3 + 1 AND ?4;

-- name: escalate-last-engagement
SELECT coalesce(max(id), 0) FROM engagement;

-- name: escalate-last-task
-- The newest task that came from outside.
SELECT coalesce(max(id), 0) FROM task;

-- name: escalate-new-tasks
-- Open tasks not looked at before; those that escalation created are looked at when they are.
SELECT id FROM task
WHERE id > ?1 AND id <= ?2 AND status = 'open' AND due_at IS NOT NULL ORDER BY id LIMIT ?3;

-- name: escalate-task
-- What rules look at in a task.
SELECT owner, assigned_to, status, priority, due_at, escalation_level, created_by_rule, created_at,
  entity_id
FROM task WHERE id = ?1;

-- name: escalate-task-level
-- How far a task has been escalated, and who has it now.
UPDATE task SET escalation_level = ?2, assigned_to = ?3 WHERE id = ?1;

-- name: escalate-task-close
-- Ends a task once.
UPDATE task SET status = ?2, completed_at = ?3 WHERE id = ?1 AND status = 'open';

-- name: escalate-event-insert
-- What was done once is not done again.
INSERT INTO task_event (task_id, rule, level, action, assigned_to, as_of, reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (task_id, rule, level, action) DO NOTHING;

-- name: escalate-last-entity
-- The newest entity with a score.
SELECT coalesce(max(entity_id), 0) FROM entity_score;

-- name: escalate-new-entities
-- Entities scored since the last look that some rule may apply to; ?3: the lowest threshold, ?4: a
-- JSON array of the grades that rules watch.
SELECT entity_id FROM entity_score
WHERE entity_id > ?1 AND entity_id <= ?2
  AND (score >= ?3 OR grade IN (SELECT value FROM json_each(?4)))
ORDER BY entity_id LIMIT ?5;

-- name: escalate-lead
-- What follow-up rules know of an entity. Contacts are found by the addresses of all its leads.
WITH person AS (
  SELECT lower(email) AS email FROM lead WHERE id = ?1 AND email IS NOT NULL
  UNION
  SELECT lower(lead.email) FROM entity_link JOIN lead ON lead.id = entity_link.lead_id
  WHERE entity_link.entity_id = ?1 AND lead.email IS NOT NULL
),
-- A number with another address may be a colleague's.
stated AS (
  SELECT consent.channel, consent.status, consent.at FROM person CROSS JOIN consent
  WHERE lower(consent.email) = person.email AND consent.email IS NOT NULL
  UNION ALL
  SELECT consent.channel, consent.status, consent.at FROM entity CROSS JOIN consent
  WHERE entity.id = ?1 AND consent.phone IN (
      entity.phone, substr(entity.phone, 2), '00' || substr(entity.phone, 2),
      '0' || substr(entity.phone, 3), substr(entity.phone, 3),
      '0' || substr(entity.phone, 4), substr(entity.phone, 4),
      '0' || substr(entity.phone, 5), substr(entity.phone, 5))
    AND consent.phone IS NOT NULL AND consent.email IS NULL
  UNION ALL
  SELECT 'any', 'withdrawn', engagement.at FROM person CROSS JOIN engagement
  WHERE lower(engagement.email) = person.email AND engagement.email IS NOT NULL
    AND engagement.event = 'unsubscribe'
),
-- Of a refusal that gives only its day, any moment of it may be meant.
said AS (
  SELECT channel, status,
    iif(status <> 'granted' AND at % 86400 = 0, at + 86399, at) AS at FROM stated
)
SELECT entity_score.score, entity_score.grade, entity_score.scored_as_of,
  coalesce(entity_enrichment.company, entity.company, ''),
  entity.quarantined, entity.consent_status, coalesce(entity.dnd_channels, ''),
  max(
    min(coalesce(entity.created_at, entity_score.scored_as_of), ?2),
    coalesce((
      SELECT max(activity.at) FROM person CROSS JOIN activity
      WHERE lower(activity.email) = person.email AND activity.email IS NOT NULL
        AND activity.at <= ?2), 0),
    coalesce((
      SELECT max(engagement.at) FROM person CROSS JOIN engagement
      WHERE lower(engagement.email) = person.email AND engagement.email IS NOT NULL
        AND engagement.at <= ?2 AND engagement.event IN ('open', 'click', 'reply')), 0)),
  coalesce((
    SELECT group_concat(DISTINCT refused.channel) FROM said AS refused
    WHERE refused.status <> 'granted'
      AND (entity.consent_status <> 'granted' OR coalesce(entity.consent_at, 0) <= refused.at)
      AND NOT EXISTS (
        SELECT 1 FROM said AS granted
        WHERE granted.status = 'granted' AND granted.at > refused.at AND granted.at <= ?2
          AND (granted.channel = 'any'
            OR instr(',' || granted.channel || ',', ',' || refused.channel || ',') > 0))), ''),
  EXISTS (
    SELECT 1 FROM person CROSS JOIN engagement
    WHERE lower(engagement.email) = person.email AND engagement.email IS NOT NULL
      AND engagement.event = 'complaint')
FROM entity_score
JOIN entity ON entity.id = entity_score.entity_id
LEFT JOIN entity_enrichment ON entity_enrichment.entity_id = entity_score.entity_id
WHERE entity_score.entity_id = ?1;

-- name: escalate-call-consent
-- What decides whether an entity may be called under an opt-in law: the country, the address with the
-- company's domain, the number, and whether calls were agreed to by her leads or under her address, or
-- by the number alone.
WITH person AS (
  SELECT lower(email) AS email FROM lead WHERE id = ?1 AND email IS NOT NULL
  UNION
  SELECT lower(lead.email) FROM entity_link JOIN lead ON lead.id = entity_link.lead_id
  WHERE entity_link.entity_id = ?1 AND lead.email IS NOT NULL
)
SELECT coalesce(entity_enrichment.country, entity.country), entity.email, entity_enrichment.domain,
  entity.phone,
  (entity.consent_status = 'granted' AND entity.consent_at <= ?2
    AND coalesce(entity.consent_expires_at, ?2 + 1) > ?2)
  OR EXISTS (
    SELECT 1 FROM person CROSS JOIN consent
    WHERE lower(consent.email) = person.email AND consent.email IS NOT NULL
      AND consent.status = 'granted' AND consent.at <= ?2
      AND coalesce(consent.expires_at, ?2 + 1) > ?2
      AND (consent.channel = 'any' OR instr(',' || consent.channel || ',', ',phone,') > 0)),
  EXISTS (
    SELECT 1 FROM consent
    WHERE consent.phone = entity.phone AND consent.email IS NULL AND consent.status = 'granted'
      AND consent.at <= ?2 AND coalesce(consent.expires_at, ?2 + 1) > ?2
      AND (consent.channel = 'any' OR instr(',' || consent.channel || ',', ',phone,') > 0))
FROM entity LEFT JOIN entity_enrichment ON entity_enrichment.entity_id = entity.id
WHERE entity.id = ?1;

-- name: escalate-people-of-phone
-- How many people have a number, by its match key.
SELECT count(DISTINCT coalesce(entity_link.entity_id, lead.id))
FROM (
  SELECT lead_id FROM match_key WHERE tier = 0 AND key_hash = ?1
  UNION ALL
  SELECT lead_id FROM match_key WHERE tier = 1 AND key_hash = ?1
) AS k
JOIN lead ON lead.id = k.lead_id LEFT JOIN entity_link ON entity_link.lead_id = lead.id
WHERE lead.phone = ?2;

-- name: escalate-take-grants
-- Entities without a follow-up because they must not be approached, of whom a consent has come since the
-- last look (records ?1 to ?2).
INSERT OR IGNORE INTO revisit (stage, subject, subject_id)
WITH held AS (
  SELECT DISTINCT entity_id FROM follow_up WHERE state = 'suppressed'
),
member AS (
  SELECT held.entity_id, lead.email, lead.phone FROM held JOIN lead ON lead.id = held.entity_id
  UNION
  SELECT held.entity_id, lead.email, lead.phone
  FROM held JOIN entity_link ON entity_link.entity_id = held.entity_id
  JOIN lead ON lead.id = entity_link.lead_id
)
SELECT 'escalate', 'entity', member.entity_id FROM member CROSS JOIN consent
WHERE lower(consent.email) = lower(member.email) AND consent.email IS NOT NULL
  AND consent.status = 'granted' AND consent.id BETWEEN ?1 + 1 AND ?2
UNION
SELECT 'escalate', 'entity', member.entity_id FROM member CROSS JOIN consent
WHERE consent.phone = member.phone AND consent.phone IS NOT NULL AND consent.email IS NULL
  AND consent.status = 'granted' AND consent.id BETWEEN ?1 + 1 AND ?2;

-- name: escalate-last-activity
-- The last activity with an entity after an instant.
SELECT max(activity.at) FROM activity
WHERE activity.at > ?2 AND activity.at <= ?3 AND activity.email IS NOT NULL
  AND lower(activity.email) IN (
  SELECT lower(email) FROM lead WHERE id = ?1 AND email IS NOT NULL
  UNION
  SELECT lower(lead.email) FROM entity_link JOIN lead ON lead.id = entity_link.lead_id
  WHERE entity_link.entity_id = ?1 AND lead.email IS NOT NULL);

-- name: escalate-open-follow-ups
-- Open tasks that rules created for an entity, oldest first.
SELECT id, created_by_rule FROM task
WHERE entity_id = ?1 AND status = 'open' AND created_by_rule IS NOT NULL ORDER BY id DESC;

-- name: escalate-follow-up
-- Where an entity stands with a rule.
SELECT episode, state, score, since FROM follow_up WHERE entity_id = ?1 AND rule = ?2;

-- name: escalate-follow-up-upsert
-- One row an entity and rule: the present episode.
INSERT INTO follow_up (entity_id, rule, episode, state, score, since)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (entity_id, rule) DO UPDATE
SET episode = excluded.episode, state = excluded.state, score = excluded.score,
    since = excluded.since;

-- name: escalate-follow-ups-of-unknown
-- Entities that were merged away wait for nothing.
UPDATE follow_up SET state = 'over' WHERE entity_id = ?1 AND state IN ('waiting', 'suppressed');

-- name: escalate-waiting
-- Whose turn it is: the best scores first.
SELECT entity_id FROM follow_up WHERE rule = ?1 AND state = 'waiting'
ORDER BY score DESC, entity_id LIMIT ?2;

-- name: escalate-waiting-count
-- How many wait; counting ends where nobody cares any more.
SELECT count(*) FROM (
  SELECT 1 FROM follow_up WHERE rule = ?1 AND state = 'waiting' LIMIT 10000);

-- name: escalate-created-tonight
-- How much of a night's limit is used up.
SELECT count(*) FROM task_event WHERE as_of = ?2 AND rule = ?1 AND action = 'created';

-- name: escalate-next-task-id
-- Tasks that the program creates count down from -1.
SELECT min(0, coalesce(min(id), 0)) - 1 FROM task;

-- name: escalate-task-insert
-- A follow-up; its external id is unique for the rule.
INSERT INTO task
  (id, supplier, external_id, title, owner, status, priority, due_at, created_at, entity_id,
   created_by_rule)
VALUES (?1, 'leadmill', ?2, ?3, ?4, 'open', ?5, ?6, ?7, ?8, ?9);

-- name: escalate-events-of-date
-- What is to be told to whom, for the file of a date.
SELECT task_event.assigned_to, task_event.action, task_event.level, task.id, task.external_id,
  task.title, task.priority, task.due_at, coalesce(task.owner, ''), task_event.rule,
  task_event.reason
FROM task_event JOIN task ON task.id = task_event.task_id
WHERE task_event.as_of = ?1 AND task_event.action IN ('created', 'reminded', 'assigned', 'escalated')
ORDER BY task_event.assigned_to, task.due_at, task.id, task_event.level;
