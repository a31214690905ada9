-- Queries of the dedupe stage.

-- name: dedupe-lead-bounds
-- Lowest and highest id of the leads that have not been taken up; asked for one by one, either is
-- a look at the end of the table, together a scan.
SELECT (SELECT min(id) FROM lead WHERE id > ?1), (SELECT max(id) FROM lead WHERE id > ?1);

-- name: dedupe-base-exists
-- Whether anything has been linked before; if not, the whole base is linked in memory. A base that
-- was taken back may begin again with a record below the marks of the later stages, which have to be
-- told of it.
SELECT EXISTS (SELECT 1 FROM entity) OR EXISTS (SELECT 1 FROM match_key)
  OR EXISTS (
    SELECT 1 FROM lead
    WHERE id <= (SELECT coalesce(max(mark), 0) FROM high_water WHERE subject = 'entity'));

-- name: dedupe-last-foreign-run
-- The last run of another stage: what is worked out from the leads holds until there is a later one.
SELECT coalesce(max(id), 0) FROM stage_run WHERE stage <> 'dedupe';

-- name: dedupe-keys-delete-above
-- Keys of leads that have not been taken up after all.
DELETE FROM match_key WHERE lead_id > ?1;

-- name: dedupe-stale-above
-- Leads that have not been taken up after all: what is stored of them is no longer theirs.
INSERT OR IGNORE INTO link_stale (lead_id) SELECT id FROM lead WHERE id > ?1;

-- name: dedupe-last-entity
-- No later stage has looked at entities beyond. An entity may come back under an id that was merged
-- away, above all that are there now and below their marks.
SELECT max(
  coalesce((SELECT max(id) FROM entity), 0),
  coalesce((SELECT max(mark) FROM high_water WHERE subject = 'entity'), 0));

-- name: dedupe-last-linked
-- The last lead that was ever linked and still is.
SELECT max(
  coalesce((SELECT max(id) FROM entity), 0), coalesce((SELECT max(lead_id) FROM entity_link), 0));

-- name: dedupe-lead-ids
-- The next leads in order of arrival.
SELECT id FROM lead WHERE id > ?1 ORDER BY id LIMIT ?2;

-- name: dedupe-key-fields
-- What keys are made of, over a range of leads.
SELECT id, email, email_status, phone, phone_status, company, full_name, first_name, last_name
FROM lead WHERE id BETWEEN ?1 AND ?2 ORDER BY id;

-- name: dedupe-lead-record
-- All that survivorship looks at; the fields stand in the order of EntityField.
SELECT id, source_row_id, supplier,
  full_name, first_name, last_name, email, email_status, mx_status,
  phone, phone_status, phone_type, phone_region,
  company, job_title, website, industry, employees, annual_revenue,
  street, city, postcode, region, country,
  language, lead_source, utm_source, utm_medium, utm_campaign, utm_term, utm_content,
  created_at, consent_status, consent_at, consent_source, dnd_channels, quarantined, quality,
  consent_expires_at
FROM lead WHERE id = ?1;

-- name: dedupe-entity-record
-- An entity as it is, its fields in the order of EntityField.
SELECT lead_count, provenance,
  full_name, first_name, last_name, email, email_status, mx_status,
  phone, phone_status, phone_type, phone_region,
  company, job_title, website, industry, employees, annual_revenue,
  street, city, postcode, region, country,
  language, lead_source, utm_source, utm_medium, utm_campaign, utm_term, utm_content,
  created_at, consent_status, consent_at, consent_source, dnd_channels, quarantined, quality,
  consent_expires_at
FROM entity WHERE id = ?1;

-- name: dedupe-lone-insert
-- A range of leads that joined nobody: each is an entity with its own values.
INSERT INTO entity (
  id, lead_count, full_name, first_name, last_name, email, email_status, mx_status,
  phone, phone_status, phone_type, phone_region,
  company, job_title, website, industry, employees, annual_revenue,
  street, city, postcode, region, country,
  language, lead_source, utm_source, utm_medium, utm_campaign, utm_term, utm_content,
  created_at, consent_status, consent_at, consent_source, dnd_channels, quarantined, quality,
  consent_expires_at)
SELECT id, 1, full_name, first_name, last_name, email, email_status, mx_status,
  phone, phone_status, phone_type, phone_region,
  company, job_title, website, industry, employees, annual_revenue,
  street, city, postcode, region, country,
  language, lead_source, utm_source, utm_medium, utm_campaign, utm_term, utm_content,
  created_at, consent_status, consent_at, consent_source, dnd_channels, quarantined, quality,
  consent_expires_at
FROM lead WHERE id BETWEEN ?1 AND ?2;

-- name: dedupe-entity-write
-- An entity with its surviving values, new or changed; parameters 4 and up in the order of
-- EntityField.
INSERT INTO entity (
  id, lead_count, provenance,
  full_name, first_name, last_name, email, email_status, mx_status,
  phone, phone_status, phone_type, phone_region,
  company, job_title, website, industry, employees, annual_revenue,
  street, city, postcode, region, country,
  language, lead_source, utm_source, utm_medium, utm_campaign, utm_term, utm_content,
  created_at, consent_status, consent_at, consent_source, dnd_channels, quarantined, quality,
  consent_expires_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
  ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39)
ON CONFLICT (id) DO UPDATE SET
  lead_count = ?2, provenance = ?3,
  full_name = ?4, first_name = ?5, last_name = ?6, email = ?7, email_status = ?8, mx_status = ?9,
  phone = ?10, phone_status = ?11, phone_type = ?12, phone_region = ?13,
  company = ?14, job_title = ?15, website = ?16, industry = ?17, employees = ?18,
  annual_revenue = ?19, street = ?20, city = ?21, postcode = ?22, region = ?23, country = ?24,
  language = ?25, lead_source = ?26, utm_source = ?27, utm_medium = ?28, utm_campaign = ?29,
  utm_term = ?30, utm_content = ?31, created_at = ?32, consent_status = ?33, consent_at = ?34,
  consent_source = ?35, dnd_channels = ?36, quarantined = ?37, quality = ?38,
  consent_expires_at = ?39;

-- name: dedupe-key-insert-new
-- A key of a lead that has none yet.
INSERT OR IGNORE INTO match_key (tier, key_hash, lead_id) VALUES (?1, ?2, ?3);

-- name: dedupe-key-insert
-- A key of a lead that may have it already.
INSERT OR IGNORE INTO match_key (tier, key_hash, lead_id)
SELECT 1, ?1, ?2
WHERE NOT EXISTS (SELECT 1 FROM match_key WHERE tier = 0 AND key_hash = ?1 AND lead_id = ?2);

-- name: dedupe-recent-keys-are-many
-- Whether merging the recent keys costs less than what they cost by being apart.
SELECT (SELECT count(*) FROM match_key WHERE tier = 1)
  > max(100000, (SELECT coalesce(max(id), 0) FROM lead) / 4);

-- name: dedupe-keys-merge
UPDATE OR REPLACE match_key SET tier = 0 WHERE tier = 1;

-- name: dedupe-key-insert-32
-- Many keys at once, of leads that have none yet.
INSERT OR IGNORE INTO match_key (tier, key_hash, lead_id) VALUES
  (?1, ?2, ?3), (?1, ?4, ?5), (?1, ?6, ?7), (?1, ?8, ?9), (?1, ?10, ?11),
  (?1, ?12, ?13), (?1, ?14, ?15), (?1, ?16, ?17), (?1, ?18, ?19), (?1, ?20, ?21),
  (?1, ?22, ?23), (?1, ?24, ?25), (?1, ?26, ?27), (?1, ?28, ?29), (?1, ?30, ?31),
  (?1, ?32, ?33), (?1, ?34, ?35), (?1, ?36, ?37), (?1, ?38, ?39), (?1, ?40, ?41),
  (?1, ?42, ?43), (?1, ?44, ?45), (?1, ?46, ?47), (?1, ?48, ?49), (?1, ?50, ?51),
  (?1, ?52, ?53), (?1, ?54, ?55), (?1, ?56, ?57), (?1, ?58, ?59), (?1, ?60, ?61),
  (?1, ?62, ?63), (?1, ?64, ?65);

-- name: dedupe-key-delete
DELETE FROM match_key WHERE tier IN (0, 1) AND key_hash = ?1 AND lead_id = ?2;

-- name: dedupe-key-leads
-- The leads that have a key.
SELECT lead_id FROM match_key WHERE tier = 0 AND key_hash = ?1
UNION ALL
SELECT lead_id FROM match_key WHERE tier = 1 AND key_hash = ?1
ORDER BY lead_id LIMIT ?2;

-- name: dedupe-link-write
INSERT INTO entity_link (lead_id, entity_id, rule, matched_lead_id) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (lead_id) DO UPDATE SET entity_id = ?2, rule = ?3, matched_lead_id = ?4;

-- name: dedupe-link-delete
DELETE FROM entity_link WHERE lead_id = ?1;

-- name: dedupe-link
SELECT entity_id, rule, matched_lead_id FROM entity_link WHERE lead_id = ?1;

-- name: dedupe-is-one-of-several
-- Whether a lead joined another's entity, or others joined its own.
SELECT EXISTS (SELECT 1 FROM entity_link WHERE lead_id = ?1)
  OR EXISTS (SELECT 1 FROM entity_link WHERE entity_id = ?1);

-- name: dedupe-entity-exists
SELECT 1 FROM entity WHERE id = ?1;

-- name: dedupe-entity-leads
-- The leads that joined an entity; its founder is not among them.
SELECT lead_id FROM entity_link WHERE entity_id = ?1 ORDER BY lead_id;

-- name: dedupe-old-values
-- Values that a lead's keys were made of before: its recorded changes tell them.
SELECT field, old_value FROM field_change
WHERE subject = 'lead' AND subject_id = ?1 AND old_value IS NOT NULL
  AND field IN ('email', 'phone', 'company', 'full_name', 'first_name', 'last_name')
ORDER BY id;

-- name: dedupe-redirect-write
INSERT INTO entity_redirect (old_entity_id, entity_id) VALUES (?1, ?2)
ON CONFLICT (old_entity_id) DO UPDATE SET entity_id = ?2;

-- name: dedupe-redirect-follow
-- Redirects lead to where an entity is now, not to where it was once.
UPDATE entity_redirect SET entity_id = ?2 WHERE entity_id = ?1;

-- name: dedupe-redirect-delete
-- An entity that exists again leads nowhere else.
DELETE FROM entity_redirect WHERE old_entity_id = ?1;

-- name: dedupe-redirects-delete
DELETE FROM entity_redirect WHERE old_entity_id BETWEEN ?1 AND ?2;

-- name: dedupe-entity-delete
DELETE FROM entity WHERE id = ?1;

-- name: dedupe-enrichment-delete
DELETE FROM entity_enrichment WHERE entity_id = ?1;

-- name: dedupe-score-delete
DELETE FROM entity_score WHERE entity_id = ?1;

-- name: dedupe-revisits-delete
-- Nobody has to look again at an entity that is gone.
DELETE FROM revisit WHERE stage = ?1 AND subject = 'entity' AND subject_id = ?2;

-- name: dedupe-task-move
UPDATE task SET entity_id = ?2 WHERE entity_id = ?1;

-- name: dedupe-follow-up-move
-- Where the other entity stands with the rule already, that stays.
UPDATE OR IGNORE follow_up SET entity_id = ?2 WHERE entity_id = ?1;

-- name: dedupe-follow-up-delete
DELETE FROM follow_up WHERE entity_id = ?1;

-- name: dedupe-violation-resolve
-- The entity that it joined is judged anew.
UPDATE violation SET resolved_as_of = ?2, resolution = 'entity merged'
WHERE subject = 'entity' AND subject_id = ?1 AND resolved_as_of IS NULL;

-- name: dedupe-enrolments
SELECT id, sequence, enrolled_at FROM enrolment WHERE entity_id = ?1 ORDER BY id;

-- name: dedupe-enrolment-move
UPDATE enrolment SET entity_id = ?2 WHERE id = ?1;

-- name: dedupe-enrolment-stop
UPDATE enrolment SET state = 'stopped', stop_reason = 'entity merged'
WHERE id = ?1 AND state = 'active';

-- name: dedupe-messages-cancel
-- What a stopped enrolment had still to send; what is under way or done stays as it is.
UPDATE message SET state = 'cancelled', gate = 'merged', gate_detail = 'entity merged'
WHERE enrolment_id = ?1 AND state = 'planned';

-- name: dedupe-lead-revisits-clear
-- Taken up together with everything else.
DELETE FROM revisit WHERE stage = 'dedupe' AND subject = 'lead' AND subject_id <= ?1;

-- name: dedupe-measure-add
-- Adds to a measure of a date: a night may come in several steps.
INSERT INTO measure (as_of, name, scope, value) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (as_of, name, scope) DO UPDATE SET value = value + excluded.value;

-- name: dedupe-measure-set
INSERT OR REPLACE INTO measure (as_of, name, scope, value) VALUES (?1, ?2, ?3, ?4);

-- name: dedupe-key-holders
-- How many leads have a key, and the first of them.
SELECT count(DISTINCT lead_id), min(lead_id) FROM match_key WHERE tier IN (0, 1) AND key_hash = ?1;

-- name: dedupe-link-fields
-- What keys are made of and what probabilistic linkage compares, over a range of leads; the first
-- columns are those of dedupe-key-fields.
SELECT id, email, email_status, phone, phone_status, company, full_name, first_name, last_name,
  street, city, postcode, region, job_title,
  CAST(strftime('%Y%m%d', born_on, 'unixepoch') AS INTEGER), website
FROM lead WHERE id BETWEEN ?1 AND ?2 ORDER BY id;

-- name: dedupe-leads-up-to
-- How many leads there are, up to a number.
SELECT count(*) FROM (SELECT 1 FROM lead LIMIT ?1);

-- name: dedupe-model
-- The newest model.
SELECT model FROM link_model ORDER BY version DESC LIMIT 1;

-- name: dedupe-model-age
-- The newest model, the leads that it was learnt from, and about how many there are.
SELECT version, leads, (SELECT max(id) FROM lead) FROM link_model ORDER BY version DESC LIMIT 1;

-- name: dedupe-model-write
INSERT INTO link_model (version, model, leads, trained_as_of) VALUES (?1, ?2, ?3, ?4);

-- name: dedupe-models-clear
DELETE FROM link_model;

-- name: dedupe-block-page-write
INSERT INTO link_block_page (id, entries) VALUES (?1, ?2);

-- name: dedupe-block-page
SELECT entries FROM link_block_page WHERE id = ?1;

-- name: dedupe-block-page-place
-- The page of a generation that a key stands in, if any does.
SELECT id FROM link_block_page WHERE id BETWEEN ?1 AND ?2 ORDER BY id DESC LIMIT 1;

-- name: dedupe-block-page-after
SELECT id FROM link_block_page WHERE id > ?1 AND id < ?2 ORDER BY id LIMIT 1;

-- name: dedupe-block-page-ids
SELECT id FROM link_block_page ORDER BY id;

-- name: dedupe-block-page-count
-- Pages from one id on and below another, counted up to a number.
SELECT count(*) FROM (
  SELECT 1 FROM link_block_page WHERE id >= ?1 AND id < ?2 LIMIT ?3);

-- name: dedupe-block-page-update
UPDATE link_block_page SET entries = ?2 WHERE id = ?1;

-- name: dedupe-block-page-delete
DELETE FROM link_block_page WHERE id = ?1;

-- name: dedupe-block-pages-delete
-- Pages from one id on and below another.
DELETE FROM link_block_page WHERE id >= ?1 AND id < ?2;

-- name: dedupe-stale
-- Leads that went since their keys were written.
SELECT lead_id FROM link_stale ORDER BY lead_id;

-- name: dedupe-edge-write
INSERT OR REPLACE INTO link_edge (lead_id, other_id, weight) VALUES (?1, ?2, ?3);

-- name: dedupe-edges
-- The edges of a lead, of a weight or more.
SELECT other_id, weight FROM link_edge WHERE lead_id = ?1 AND weight >= ?2 ORDER BY other_id;

-- name: dedupe-edge-delete
DELETE FROM link_edge WHERE lead_id = ?1 AND other_id = ?2;

-- name: dedupe-linkage-clear-pages
-- Everything is linked anew.
DELETE FROM link_block_page;

-- name: dedupe-linkage-clear-stale
DELETE FROM link_stale;

-- name: dedupe-linkage-clear-edges
DELETE FROM link_edge;

-- name: dedupe-accounts
-- All accounts, with what survivorship looks at.
SELECT id, source_row_id, supplier, name, domain, phone, website, industry, employees,
  annual_revenue, street, city, postcode, region, country
FROM account ORDER BY id;

-- name: dedupe-companies-exist
-- Whether there are accounts, or companies of accounts that are gone.
SELECT EXISTS (SELECT 1 FROM account) OR EXISTS (SELECT 1 FROM company_link)
  OR EXISTS (SELECT 1 FROM company_redirect);

-- name: dedupe-last-account
SELECT coalesce(max(id), 0) FROM account;

-- name: dedupe-company-redirect-write
INSERT INTO company_redirect (old_company_id, company_id) VALUES (?1, ?2)
ON CONFLICT (old_company_id) DO UPDATE SET company_id = ?2;

-- name: dedupe-company-redirect-delete
DELETE FROM company_redirect WHERE old_company_id = ?1;

-- name: dedupe-company-redirects
SELECT old_company_id, company_id FROM company_redirect ORDER BY old_company_id;

-- name: dedupe-company-links
SELECT account_id, company_id, rule, matched_account_id, weight FROM company_link
ORDER BY account_id;

-- name: dedupe-company-link-write
INSERT INTO company_link (account_id, company_id, rule, matched_account_id, weight)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (account_id) DO UPDATE SET
  company_id = ?2, rule = ?3, matched_account_id = ?4, weight = ?5;

-- name: dedupe-company-link-delete
DELETE FROM company_link WHERE account_id = ?1;

-- name: dedupe-companies
-- Companies of several accounts, their values in the order of dedupe-company-write.
SELECT id, account_count, name, domain, phone, website, industry, employees, annual_revenue, street,
  city, postcode, region, country, provenance
FROM company ORDER BY id;

-- name: dedupe-company-write
INSERT OR REPLACE INTO company (
  id, account_count, name, domain, phone, website, industry, employees, annual_revenue, street,
  city, postcode, region, country, provenance)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15);

-- name: dedupe-company-delete
DELETE FROM company WHERE id = ?1;

-- name: dedupe-edge
-- The edge of a pair, if it has one.
SELECT weight FROM link_edge WHERE lead_id = ?1 AND other_id = ?2;

-- name: dedupe-pair-side
-- One lead as a person compares it with another; the columns after the entity in the order of
-- PairSide.fields.
SELECT coalesce(k.entity_id, e.id),
  coalesce(l.full_name, nullif(trim(coalesce(l.first_name, '') || ' ' || coalesce(l.last_name, '')), '')),
  l.first_name, l.last_name, strftime('%Y-%m-%d', l.born_on, 'unixepoch'), l.email, l.phone,
  l.company, l.job_title, l.website, l.street, l.postcode, l.city, l.region, l.country, l.supplier,
  l.external_id, strftime('%Y-%m-%d', l.created_at, 'unixepoch')
FROM lead l LEFT JOIN entity_link k ON k.lead_id = l.id LEFT JOIN entity e ON e.id = l.id
WHERE l.id = ?1;

-- name: dedupe-has-decisions
-- Whether anybody has decided about pairs, or had.
SELECT EXISTS (SELECT 1 FROM link_decision) OR EXISTS (SELECT 1 FROM link_constraint)
  OR EXISTS (SELECT 1 FROM link_trait);

-- name: dedupe-decisions
-- The latest first, with the sheets that they are from.
SELECT d.id, d.lead, d.other_lead, d.decision, coalesce(r.sheet_id, 0)
FROM link_decision d LEFT JOIN source_row r ON r.id = d.source_row_id
ORDER BY d.source_row_id DESC, d.id DESC;

-- name: dedupe-decision-place
-- Where a decision was given.
SELECT f.name, r.row_number
FROM link_decision d JOIN source_row r ON r.id = d.source_row_id
JOIN source_sheet s ON s.id = r.sheet_id JOIN source_file f ON f.id = s.file_id
WHERE d.id = ?1;

-- name: dedupe-supplier-is-known
-- Whether a supplier has sent anything.
SELECT 1 FROM import WHERE supplier = ?1 LIMIT 1;

-- name: dedupe-names-forget
-- Names of leads that are gone.
DELETE FROM link_name WHERE lead_id NOT IN (SELECT id FROM lead);

-- name: dedupe-name
SELECT lead_id FROM link_name WHERE name = ?1;

-- name: dedupe-name-write
INSERT OR REPLACE INTO link_name (name, lead_id) VALUES (?1, ?2);

-- name: dedupe-traits-wanted
-- Whether a decision names a lead of which nothing is known that would be the same in another file.
WITH named AS (SELECT lead AS name FROM link_decision UNION SELECT other_lead FROM link_decision)
SELECT EXISTS (
  SELECT 1 FROM named JOIN link_name USING (name)
  WHERE name NOT IN (SELECT name FROM link_trait));

-- name: dedupe-traits-write
-- The tables are ordered by their hashes: each is gone over once.
INSERT OR IGNORE INTO link_trait (name, is_id, hash)
WITH named AS (SELECT lead AS name FROM link_decision UNION SELECT other_lead FROM link_decision),
untold AS MATERIALIZED (
  SELECT name, lead_id FROM named JOIN link_name USING (name)
  WHERE name NOT IN (SELECT name FROM link_trait)),
own AS MATERIALIZED (
  SELECT name, lead_id AS row_id FROM untold
  UNION ALL
  SELECT u.name, r.id FROM untold u
  JOIN source_row r ON r.record_id = u.lead_id AND r.record_id <> r.id)
SELECT o.name, 0, h.content_hash FROM source_row_hash h CROSS JOIN own o ON o.row_id = h.row_id
UNION ALL
SELECT u.name, 1, i.identity_hash
FROM source_identity i CROSS JOIN untold u ON u.lead_id = i.record_id;

-- name: dedupe-traits-forget
-- Those of names that no decision has any more.
DELETE FROM link_trait WHERE name NOT IN (
  SELECT lead FROM link_decision UNION SELECT other_lead FROM link_decision);

-- name: dedupe-lead-again
-- The lead that came again under another id: by its supplier's id, else by what a row says.
WITH again AS (
  SELECT 0 AS place, i.record_id AS lead_id
  FROM link_trait t JOIN source_identity i ON i.tier IN (0, 1) AND i.identity_hash = t.hash
  WHERE t.name = ?1 AND t.is_id = 1
  UNION ALL
  SELECT 1, r.record_id
  FROM link_trait t JOIN source_row_hash h ON h.tier IN (0, 1) AND h.content_hash = t.hash
  JOIN source_row r ON r.id = h.row_id
  WHERE t.name = ?1 AND t.is_id = 0)
SELECT a.lead_id FROM again a JOIN lead l ON l.id = a.lead_id
WHERE NOT EXISTS (SELECT 1 FROM erased_entity e WHERE e.entity_id = a.lead_id)
ORDER BY a.place, a.lead_id LIMIT 1;

-- name: dedupe-is-living
-- Whether a lead is there and was not erased.
SELECT EXISTS (SELECT 1 FROM lead WHERE id = ?1)
  AND NOT EXISTS (SELECT 1 FROM erased_entity WHERE entity_id = ?1);

-- name: dedupe-lead-origins
-- Where the leads beyond one began.
SELECT l.id, r.sheet_id, r.row_number
FROM lead l JOIN source_row r ON r.id = l.id
WHERE l.id > ?1 AND NOT EXISTS (SELECT 1 FROM erased_entity e WHERE e.entity_id = l.id)
ORDER BY l.id;

-- name: dedupe-constraints
-- The decisions in force, each once.
SELECT lead_id, other_id, is_same, decision_id FROM link_constraint WHERE lead_id < other_id;

-- name: dedupe-constraint-write
INSERT OR REPLACE INTO link_constraint (lead_id, other_id, is_same, decision_id)
VALUES (?1, ?2, ?3, ?4);

-- name: dedupe-constraint-delete
DELETE FROM link_constraint WHERE lead_id = ?1 AND other_id = ?2;

-- name: dedupe-review-pairs
-- Pairs of leads of two people that are likely enough one person, with these people and the number
-- of their leads.
SELECT e.lead_id, e.other_id, e.weight, a.id, b.id, a.lead_count, b.lead_count
FROM link_edge e
LEFT JOIN entity_link k ON k.lead_id = e.lead_id LEFT JOIN entity_link o ON o.lead_id = e.other_id
JOIN entity a ON a.id = coalesce(k.entity_id, e.lead_id)
JOIN entity b ON b.id = coalesce(o.entity_id, e.other_id)
WHERE e.lead_id < e.other_id AND e.weight >= ?1 AND a.id <> b.id
ORDER BY e.lead_id, e.other_id;

-- name: dedupe-review-decided
-- Decisions in force, by people.
SELECT coalesce(k.entity_id, c.lead_id), coalesce(o.entity_id, c.other_id), c.is_same
FROM link_constraint c
LEFT JOIN entity_link k ON k.lead_id = c.lead_id LEFT JOIN entity_link o ON o.lead_id = c.other_id
WHERE c.lead_id < c.other_id;

-- name: dedupe-review-unsure
-- Pairs of leads of which somebody could not say who they are.
SELECT n.lead_id, o.lead_id
FROM link_decision d JOIN link_name n ON n.name = d.lead JOIN link_name o ON o.name = d.other_lead
WHERE d.decision = 'unsure' AND NOT EXISTS (
  SELECT 1 FROM link_decision l JOIN link_name p ON p.name = l.lead
  JOIN link_name q ON q.name = l.other_lead
  WHERE l.source_row_id > d.source_row_id
    AND min(p.lead_id, q.lead_id) = min(n.lead_id, o.lead_id)
    AND max(p.lead_id, q.lead_id) = max(n.lead_id, o.lead_id));

-- name: dedupe-estimate-bands
-- What was decided about pairs of each weight.
SELECT band, count(*), count(is_same), coalesce(sum(is_same), 0), avg(model_probability)
FROM link_judged GROUP BY band HAVING count(is_same) > 0 ORDER BY band;

-- name: dedupe-estimate
-- Pairs from a weight on; expected to be one person: of all by the model, by the decisions too, and
-- the same of the pairs from the weight on.
SELECT count(*) FILTER (WHERE weight >= ?1), total(model_probability), total(probability),
  total(model_probability) FILTER (WHERE weight >= ?1), total(probability) FILTER (WHERE weight >= ?1)
FROM link_judged;

-- name: dedupe-pair-decisions
-- What was said of a pair of leads, the latest first.
SELECT d.decision,
  EXISTS (SELECT 1 FROM link_constraint c
    WHERE c.lead_id = ?1 AND c.other_id = ?2 AND c.decision_id = d.id),
  d.reviewer, d.comment, f.as_of, f.name, r.row_number
FROM link_decision d JOIN link_name n ON n.name = d.lead JOIN link_name o ON o.name = d.other_lead
LEFT JOIN source_row r ON r.id = d.source_row_id LEFT JOIN source_sheet s ON s.id = r.sheet_id
LEFT JOIN source_file f ON f.id = s.file_id
WHERE min(n.lead_id, o.lead_id) = ?1 AND max(n.lead_id, o.lead_id) = ?2
ORDER BY d.source_row_id DESC, d.id DESC;

-- name: dedupe-contacts-exist
-- Whether there are contacts, or were when they were matched.
SELECT EXISTS (SELECT 1 FROM contact) OR EXISTS (SELECT 1 FROM contact_match);

-- name: dedupe-contacts-matched
SELECT EXISTS (SELECT 1 FROM contact_match);

-- name: dedupe-contact-ids
-- The next contacts in order of arrival.
SELECT id FROM contact WHERE id > ?1 ORDER BY id LIMIT ?2;

-- name: dedupe-contact-fields
-- What contacts are matched by, over a range of them; the account by the supplier's id.
SELECT id, account, supplier, email, phone, full_name, first_name, last_name, street, city, postcode,
  region, job_title
FROM contact WHERE id BETWEEN ?1 AND ?2 ORDER BY id;

-- name: dedupe-account-names
-- Names of accounts by what contacts call them.
SELECT supplier, external_id, name FROM account WHERE external_id IS NOT NULL ORDER BY id DESC;

-- name: dedupe-contact-matches-clear
-- All contacts are matched anew.
DELETE FROM contact_match;

-- name: dedupe-contact-matches
SELECT contact_id, content FROM contact_match ORDER BY contact_id;

-- name: dedupe-contact-match
SELECT content FROM contact_match WHERE contact_id = ?1;

-- name: dedupe-contact-match-write
INSERT INTO contact_match (contact_id, content) VALUES (?1, ?2)
ON CONFLICT (contact_id) DO UPDATE SET content = ?2;

-- name: dedupe-contact-match-delete
DELETE FROM contact_match WHERE contact_id = ?1;

-- name: dedupe-contact-pages-clear
DELETE FROM contact_page;

-- name: dedupe-contact-page-write
INSERT INTO contact_page (id, entries) VALUES (?1, ?2);

-- name: dedupe-contact-page
SELECT entries FROM contact_page WHERE id = ?1;

-- name: dedupe-contact-page-place
-- The page of a generation that a key stands in, if any does.
SELECT id FROM contact_page WHERE id BETWEEN ?1 AND ?2 ORDER BY id DESC LIMIT 1;

-- name: dedupe-contact-page-after
SELECT id FROM contact_page WHERE id > ?1 AND id < ?2 ORDER BY id LIMIT 1;

-- name: dedupe-contact-page-ids
SELECT id FROM contact_page ORDER BY id;

-- name: dedupe-contact-page-count
-- Pages from one id on and below another, counted up to a number.
SELECT count(*) FROM (SELECT 1 FROM contact_page WHERE id >= ?1 AND id < ?2 LIMIT ?3);

-- name: dedupe-contact-page-update
UPDATE contact_page SET entries = ?2 WHERE id = ?1;

-- name: dedupe-contact-page-delete
DELETE FROM contact_page WHERE id = ?1;

-- name: dedupe-contact-pages-delete
-- Pages from one id on and below another.
DELETE FROM contact_page WHERE id >= ?1 AND id < ?2;

-- name: dedupe-contacts-of-leads
-- Contacts of a range of leads.
SELECT contact_id FROM contact_link WHERE lead_id BETWEEN ?1 AND ?2;

-- name: dedupe-contact-link
SELECT lead_id, rule, weight FROM contact_link WHERE contact_id = ?1;

-- name: dedupe-contact-link-write
INSERT INTO contact_link (contact_id, lead_id, rule, weight) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (contact_id) DO UPDATE SET lead_id = ?2, rule = ?3, weight = ?4;

-- name: dedupe-contact-link-delete
DELETE FROM contact_link WHERE contact_id = ?1;

-- name: dedupe-contacts-of-stale
-- Contacts of leads that went since they were matched.
SELECT c.contact_id FROM link_stale s JOIN contact_link c ON c.lead_id = s.lead_id
ORDER BY c.contact_id;
