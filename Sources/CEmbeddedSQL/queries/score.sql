-- Queries of the score stage.

-- name: score-entity-bounds
SELECT (SELECT min(id) FROM entity WHERE id > ?1), (SELECT max(id) FROM entity WHERE id > ?1);

-- name: score-rows
-- What rules can ask about, over a range of entities; after the id in the order of ScoreField. A
-- business address is one in the company's own domain.
SELECT e.id,
  e.lead_count, e.email_status, e.mx_status,
  CASE
    WHEN e.email_status <> 'valid' OR n.entity_id IS NULL THEN NULL
    WHEN n.domain IS NOT NULL AND substr(e.email, -length(n.domain)) = n.domain THEN 'business'
    ELSE 'personal'
  END,
  e.phone_status, e.phone_type,
  coalesce(n.company, e.company), e.job_title, e.website, coalesce(n.industry, e.industry),
  coalesce(n.employees, e.employees), e.annual_revenue, e.city, e.postcode,
  coalesce(n.region, e.region), coalesce(n.country, e.country), n.time_zone, e.language,
  e.lead_source, e.utm_source, e.utm_medium, e.utm_campaign, e.consent_status, e.dnd_channels,
  e.quarantined, n.legal_form, n.account_id, e.quality, n.seniority, n.department, n.channel
FROM entity e LEFT JOIN entity_enrichment n ON n.entity_id = e.id
WHERE e.id BETWEEN ?1 AND ?2 ORDER BY e.id;

-- name: score-write
INSERT INTO entity_score (
  entity_id, score, fit, engagement, grade, parts, rules_version, scored_as_of)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (entity_id) DO UPDATE SET
  score = ?2, fit = ?3, engagement = ?4, grade = ?5, parts = ?6, rules_version = ?7,
  scored_as_of = ?8;

-- name: score-stored
SELECT score, fit, engagement, grade, parts, rules_version FROM entity_score WHERE entity_id = ?1;

-- name: score-has-values
SELECT 1 FROM entity_score WHERE entity_id >= ?1 LIMIT 1;

-- name: score-reader-mark
-- How far a later stage has looked at entities.
SELECT coalesce(max(mark), 0) FROM high_water WHERE stage = ?1 AND subject = 'entity';

-- name: score-engagement-last
SELECT coalesce(max(id), 0) FROM engagement;

-- name: score-engagement-count
-- Up to a bound: whether there are many events.
SELECT count(*) FROM (SELECT 1 FROM engagement LIMIT ?1);

-- name: score-engagement-all
-- Events of each address.
SELECT lower(email), event, count(*) FROM engagement WHERE email IS NOT NULL GROUP BY 1, 2;

-- name: score-engagement-of-entity
-- Events of all valid addresses of an entity's leads.
SELECT g.event, count(*)
FROM (
  SELECT DISTINCT lower(email) AS address FROM lead
  WHERE email_status = 'valid'
    AND id IN (SELECT ?1 UNION ALL SELECT lead_id FROM entity_link WHERE entity_id = ?1)
) AS p
JOIN engagement AS g ON lower(g.email) = p.address AND g.email IS NOT NULL
GROUP BY g.event;

-- name: score-engagement-new
-- Addresses with new events.
SELECT DISTINCT lower(email) FROM engagement WHERE id > ?1 AND email IS NOT NULL ORDER BY 1;

-- name: score-engagement-email
SELECT lower(email) FROM engagement WHERE id = ?1 AND email IS NOT NULL;

-- name: score-engagement-former-emails
-- Addresses that an event was recorded for before it was corrected.
SELECT lower(old_value) FROM field_change
WHERE subject = 'engagement' AND subject_id = ?1 AND field = 'email' AND old_value IS NOT NULL;

-- name: score-entities-of-email
-- Entities with a lead of that address. (A role address can have several.)
SELECT DISTINCT coalesce(entity_link.entity_id, lead.id)
FROM (
  SELECT lead_id FROM match_key WHERE tier = 0 AND key_hash = ?1
  UNION ALL
  SELECT lead_id FROM match_key WHERE tier = 1 AND key_hash = ?1
) AS keyed
JOIN lead ON lead.id = keyed.lead_id
LEFT JOIN entity_link ON entity_link.lead_id = lead.id
WHERE lower(lead.email) = ?2 AND lead.email_status = 'valid';
