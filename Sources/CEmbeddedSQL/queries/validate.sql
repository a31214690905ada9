-- Queries of the validate domain.

-- name: validate-sheets
-- Every sheet with what its rows mean.
SELECT s.id, s.fields, f.kind, f.supplier
FROM source_sheet AS s JOIN source_file AS f ON f.id = s.file_id
ORDER BY s.id;

-- name: validate-sheet-ranges
-- Where the new rows of each sheet stand.
SELECT sheet_id, min(id), max(id), count(*) FROM source_row
WHERE id > :mark GROUP BY sheet_id ORDER BY min(id);

-- name: validate-rows
-- A bounded run of source rows in the order of their arrival.
SELECT id, sheet_id, record_id, rejected, cells FROM source_row
WHERE id > :after AND id <= :last ORDER BY id LIMIT :count;

-- name: validate-row-erase
-- The row of an erased person: its content goes, nobody takes it up again.
UPDATE source_row SET cells = '[]', rejected = 1 WHERE id = :id;

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
FROM match_key AS k JOIN lead AS l ON l.id = k.lead_id
WHERE k.tier IN (0, 1) AND k.key_hash = :key;

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

-- name: validate-lead-select
-- The record as it stands, its columns in the order of the insert.
SELECT
  source_row_id, external_id, full_name, first_name, last_name, email, email_status, mx_status,
  phone, phone_status, phone_type, phone_region, company, job_title, website, industry, employees,
  annual_revenue, street, city, postcode, region, country, language, lead_source, utm_source,
  utm_medium, utm_campaign, utm_term, utm_content, landing_url, created_at, consent_status,
  consent_at, consent_source, dnd_channels, quarantined, notes
FROM lead WHERE id = ?1;

-- name: validate-lead-insert
INSERT INTO lead (
  id, source_row_id, supplier, external_id, full_name, first_name, last_name, email, email_status,
  mx_status, phone, phone_status, phone_type, phone_region, company, job_title, website, industry,
  employees, annual_revenue, street, city, postcode, region, country, language, lead_source,
  utm_source, utm_medium, utm_campaign, utm_term, utm_content, landing_url, created_at,
  consent_status, consent_at, consent_source, dnd_channels, quarantined, notes)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
  ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40);

-- name: validate-lead-update
UPDATE lead SET
  source_row_id = ?2, supplier = ?3, external_id = ?4, full_name = ?5, first_name = ?6,
  last_name = ?7, email = ?8, email_status = ?9, mx_status = ?10, phone = ?11, phone_status = ?12,
  phone_type = ?13, phone_region = ?14, company = ?15, job_title = ?16, website = ?17,
  industry = ?18, employees = ?19, annual_revenue = ?20, street = ?21, city = ?22, postcode = ?23,
  region = ?24, country = ?25, language = ?26, lead_source = ?27, utm_source = ?28,
  utm_medium = ?29, utm_campaign = ?30, utm_term = ?31, utm_content = ?32, landing_url = ?33,
  created_at = ?34, consent_status = ?35, consent_at = ?36, consent_source = ?37,
  dnd_channels = ?38, quarantined = ?39, notes = ?40
WHERE id = ?1;

-- name: validate-lead-last
SELECT coalesce(max(id), 0) FROM lead;

-- name: validate-account-select
-- The record as it stands, its columns in the order of the insert.
SELECT
  source_row_id, external_id, name, domain, phone, website, industry, employees, annual_revenue,
  street, city, postcode, region, country
FROM account WHERE id = ?1;

-- name: validate-account-insert
INSERT INTO account (
  id, source_row_id, supplier, external_id, name, domain, phone, website, industry, employees,
  annual_revenue, street, city, postcode, region, country)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16);

-- name: validate-account-update
UPDATE account SET
  source_row_id = ?2, supplier = ?3, external_id = ?4, name = ?5, domain = ?6, phone = ?7,
  website = ?8, industry = ?9, employees = ?10, annual_revenue = ?11, street = ?12, city = ?13,
  postcode = ?14, region = ?15, country = ?16
WHERE id = ?1;

-- name: validate-account-last
SELECT coalesce(max(id), 0) FROM account;

-- name: validate-contact-select
-- The record as it stands, its columns in the order of the insert.
SELECT
  source_row_id, external_id, full_name, first_name, last_name, email, phone, job_title, account,
  street, city, postcode, region, country
FROM contact WHERE id = ?1;

-- name: validate-contact-insert
INSERT INTO contact (
  id, source_row_id, supplier, external_id, full_name, first_name, last_name, email, phone,
  job_title, account, street, city, postcode, region, country)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16);

-- name: validate-contact-update
UPDATE contact SET
  source_row_id = ?2, supplier = ?3, external_id = ?4, full_name = ?5, first_name = ?6,
  last_name = ?7, email = ?8, phone = ?9, job_title = ?10, account = ?11, street = ?12,
  city = ?13, postcode = ?14, region = ?15, country = ?16
WHERE id = ?1;

-- name: validate-contact-last
SELECT coalesce(max(id), 0) FROM contact;

-- name: validate-deal-select
-- The record as it stands, its columns in the order of the insert.
SELECT
  source_row_id, external_id, name, account, contact_email, owner, stage, amount_cents, currency,
  forecast_category, created_at, expected_close_at, closed_at, status
FROM deal WHERE id = ?1;

-- name: validate-deal-insert
INSERT INTO deal (
  id, source_row_id, supplier, external_id, name, account, contact_email, owner, stage,
  amount_cents, currency, forecast_category, created_at, expected_close_at, closed_at, status)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16);

-- name: validate-deal-update
UPDATE deal SET
  source_row_id = ?2, supplier = ?3, external_id = ?4, name = ?5, account = ?6,
  contact_email = ?7, owner = ?8, stage = ?9, amount_cents = ?10, currency = ?11,
  forecast_category = ?12, created_at = ?13, expected_close_at = ?14, closed_at = ?15,
  status = ?16
WHERE id = ?1;

-- name: validate-deal-last
SELECT coalesce(max(id), 0) FROM deal;

-- name: validate-deal_stage-select
-- The record as it stands, its columns in the order of the insert.
SELECT
  source_row_id, deal, stage, at, amount_cents, expected_close_at
FROM deal_stage WHERE id = ?1;

-- name: validate-deal_stage-insert
INSERT INTO deal_stage (
  id, source_row_id, supplier, deal, stage, at, amount_cents, expected_close_at)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: validate-deal_stage-update
UPDATE deal_stage SET
  source_row_id = ?2, supplier = ?3, deal = ?4, stage = ?5, at = ?6, amount_cents = ?7,
  expected_close_at = ?8
WHERE id = ?1;

-- name: validate-deal_stage-last
SELECT coalesce(max(id), 0) FROM deal_stage;

-- name: validate-task-select
-- The record as it stands, its columns in the order of the insert.
SELECT
  source_row_id, external_id, title, owner, status, priority, due_at, completed_at, lead_email,
  deal, created_at
FROM task WHERE id = ?1;

-- name: validate-task-insert
INSERT INTO task (
  id, source_row_id, supplier, external_id, title, owner, status, priority, due_at, completed_at,
  lead_email, deal, created_at)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13);

-- name: validate-task-update
UPDATE task SET
  source_row_id = ?2, supplier = ?3, external_id = ?4, title = ?5, owner = ?6, status = ?7,
  priority = ?8, due_at = ?9, completed_at = ?10, lead_email = ?11, deal = ?12, created_at = ?13
WHERE id = ?1;

-- name: validate-task-last
SELECT coalesce(max(id), 0) FROM task;

-- name: validate-activity-select
-- The record as it stands, its columns in the order of the insert.
SELECT
  source_row_id, external_id, type, at, email, deal, owner, subject, outcome
FROM activity WHERE id = ?1;

-- name: validate-activity-insert
INSERT INTO activity (
  id, source_row_id, supplier, external_id, type, at, email, deal, owner, subject, outcome)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);

-- name: validate-activity-update
UPDATE activity SET
  source_row_id = ?2, supplier = ?3, external_id = ?4, type = ?5, at = ?6, email = ?7, deal = ?8,
  owner = ?9, subject = ?10, outcome = ?11
WHERE id = ?1;

-- name: validate-activity-last
SELECT coalesce(max(id), 0) FROM activity;

-- name: validate-engagement-select
-- The record as it stands, its columns in the order of the insert.
SELECT
  source_row_id, external_id, email, event, at, message_id, campaign, url
FROM engagement WHERE id = ?1;

-- name: validate-engagement-insert
INSERT INTO engagement (
  id, source_row_id, supplier, external_id, email, event, at, message_id, campaign, url)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);

-- name: validate-engagement-update
UPDATE engagement SET
  source_row_id = ?2, supplier = ?3, external_id = ?4, email = ?5, event = ?6, at = ?7,
  message_id = ?8, campaign = ?9, url = ?10
WHERE id = ?1;

-- name: validate-engagement-last
SELECT coalesce(max(id), 0) FROM engagement;

-- name: validate-consent-select
-- The record as it stands, its columns in the order of the insert.
SELECT
  source_row_id, external_id, email, phone, channel, purpose, status, lawful_basis, at, source,
  wording_version, ip, double_opt_in_at, expires_at
FROM consent WHERE id = ?1;

-- name: validate-consent-insert
INSERT INTO consent (
  id, source_row_id, supplier, external_id, email, phone, channel, purpose, status, lawful_basis,
  at, source, wording_version, ip, double_opt_in_at, expires_at)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16);

-- name: validate-consent-update
UPDATE consent SET
  source_row_id = ?2, supplier = ?3, external_id = ?4, email = ?5, phone = ?6, channel = ?7,
  purpose = ?8, status = ?9, lawful_basis = ?10, at = ?11, source = ?12, wording_version = ?13,
  ip = ?14, double_opt_in_at = ?15, expires_at = ?16
WHERE id = ?1;

-- name: validate-consent-last
SELECT coalesce(max(id), 0) FROM consent;

-- name: validate-suppression-select
-- The record as it stands, its columns in the order of the insert.
SELECT
  source_row_id, email, phone, email_sha256, phone_sha256, domain, channel, reason, registry, at
FROM suppression WHERE id = ?1;

-- name: validate-suppression-insert
INSERT INTO suppression (
  id, source_row_id, supplier, email, phone, email_sha256, phone_sha256, domain, channel, reason,
  registry, at)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);

-- name: validate-suppression-update
UPDATE suppression SET
  source_row_id = ?2, supplier = ?3, email = ?4, phone = ?5, email_sha256 = ?6, phone_sha256 = ?7,
  domain = ?8, channel = ?9, reason = ?10, registry = ?11, at = ?12
WHERE id = ?1;

-- name: validate-suppression-last
SELECT coalesce(max(id), 0) FROM suppression;

