-- Queries of the enrich stage.

-- name: enrich-entity-bounds
SELECT (SELECT min(id) FROM entity WHERE id > ?1), (SELECT max(id) FROM entity WHERE id > ?1);

-- name: enrich-entities
-- What enrichment reads of a range of entities.
SELECT id, email, email_status, phone, phone_status, phone_region, company, website, industry,
  employees, postcode, region, country, job_title, utm_source, utm_medium, utm_campaign
FROM entity WHERE id BETWEEN ?1 AND ?2 ORDER BY id;

-- name: enrich-write
INSERT INTO entity_enrichment (
  entity_id, country, country_source, region, region_source, time_zone, time_zone_source,
  company, company_source, company_key, legal_form, domain, industry, industry_source,
  employees, employees_source, account_id, seniority, department, channel, account_rule)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
  ?21)
ON CONFLICT (entity_id) DO UPDATE SET
  country = ?2, country_source = ?3, region = ?4, region_source = ?5, time_zone = ?6,
  time_zone_source = ?7, company = ?8, company_source = ?9, company_key = ?10, legal_form = ?11,
  domain = ?12, industry = ?13, industry_source = ?14, employees = ?15, employees_source = ?16,
  account_id = ?17, seniority = ?18, department = ?19, channel = ?20, account_rule = ?21;

-- name: enrich-stored
-- An entity's enrichment as it is, in the order of the parameters of enrich-write.
SELECT country, country_source, region, region_source, time_zone, time_zone_source,
  company, company_source, company_key, legal_form, domain, industry, industry_source,
  employees, employees_source, account_id, seniority, department, channel, account_rule
FROM entity_enrichment WHERE entity_id = ?1;

-- name: enrich-is-empty
SELECT NOT EXISTS (SELECT 1 FROM entity_enrichment);

-- name: enrich-account-count
SELECT count(*) FROM (SELECT 1 FROM account LIMIT ?1);

-- name: enrich-accounts
-- A range of accounts, with the companies that they belong to and what is known of these.
SELECT a.id, a.name, a.domain, a.website, coalesce(c.industry, a.industry),
  coalesce(c.employees, a.employees), coalesce(c.country, a.country), coalesce(l.company_id, a.id),
  coalesce(c.name, a.name)
FROM account a LEFT JOIN company_link l ON l.account_id = a.id
LEFT JOIN company c ON c.id = coalesce(l.company_id, a.id)
WHERE a.id BETWEEN ?1 AND ?2 ORDER BY a.id;

-- name: enrich-account-bounds
SELECT (SELECT min(id) FROM account WHERE id > ?1), (SELECT max(id) FROM account WHERE id > ?1);

-- name: enrich-account-key-insert
INSERT OR IGNORE INTO account_key (key_hash, account_id) VALUES (?1, ?2);

-- name: enrich-account-ids
SELECT account_id FROM account_key WHERE key_hash = ?1 ORDER BY account_id;

-- name: enrich-index-domain
-- Built when an account first changes under entities that are there already.
CREATE INDEX IF NOT EXISTS entity_enrichment_by_domain ON entity_enrichment (domain)
  WHERE domain IS NOT NULL;

-- name: enrich-index-company
CREATE INDEX IF NOT EXISTS entity_enrichment_by_company ON entity_enrichment (company_key)
  WHERE company_key IS NOT NULL;

-- name: enrich-index-account
CREATE INDEX IF NOT EXISTS entity_enrichment_by_account ON entity_enrichment (account_id)
  WHERE account_id IS NOT NULL;

-- name: enrich-entities-of-domain
SELECT entity_id FROM entity_enrichment WHERE domain = ?1;

-- name: enrich-entities-of-company
SELECT entity_id FROM entity_enrichment WHERE company_key = ?1;

-- name: enrich-entities-of-account
SELECT entity_id FROM entity_enrichment WHERE account_id = ?1;

-- name: enrich-reader-mark
-- How far a later stage has looked at entities.
SELECT coalesce(max(mark), 0) FROM high_water WHERE stage = ?1 AND subject = 'entity';

-- name: enrich-has-values
SELECT 1 FROM entity_enrichment WHERE entity_id >= ?1 LIMIT 1;
