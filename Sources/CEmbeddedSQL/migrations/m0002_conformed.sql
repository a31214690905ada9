-- The conformed layer: validated leads, the entities they link to, and everything around them.
-- The id of a conformed record is the id of its first source row. Times are UTC seconds.

CREATE TABLE lead (
  id INTEGER PRIMARY KEY,
  source_row_id INTEGER NOT NULL,   -- the row whose values it holds now
  supplier TEXT NOT NULL,
  external_id TEXT,
  full_name TEXT, first_name TEXT, last_name TEXT,
  email TEXT,                       -- normalised: trimmed, domain in lower-case A-labels
  email_status TEXT NOT NULL,       -- valid, invalid, missing
  mx_status TEXT NOT NULL,          -- not_checked, deliverable, null_mx, no_domain, deferred
  phone TEXT,                       -- E.164
  phone_status TEXT NOT NULL,       -- valid, possible, invalid, missing
  phone_type TEXT,                  -- mobile, fixed_line, fixed_line_or_mobile, voip, toll_free ...
  phone_region TEXT,                -- ISO 3166-1 alpha-2
  company TEXT, job_title TEXT, website TEXT, industry TEXT,
  employees INTEGER, annual_revenue INTEGER,
  street TEXT, city TEXT, postcode TEXT, region TEXT,
  country TEXT,                     -- ISO 3166-1 alpha-2
  language TEXT, lead_source TEXT,
  utm_source TEXT, utm_medium TEXT, utm_campaign TEXT, utm_term TEXT, utm_content TEXT,
  landing_url TEXT,
  created_at INTEGER,
  consent_status TEXT NOT NULL,     -- granted, declined, withdrawn, not_asked
  consent_at INTEGER, consent_source TEXT,
  dnd_channels TEXT,                -- comma-separated channels blocked by a registry at validation
  quarantined INTEGER NOT NULL,     -- 1: kept away from messages until somebody looks
  notes TEXT
) STRICT;

-- One person: the leads that link to it, and the surviving value of each field.
-- The id is the id of its first lead. A lead that joined nobody is its own entity.
CREATE TABLE entity (
  id INTEGER PRIMARY KEY REFERENCES lead (id),
  lead_count INTEGER NOT NULL,
  full_name TEXT, first_name TEXT, last_name TEXT,
  email TEXT, email_status TEXT NOT NULL, mx_status TEXT NOT NULL,
  phone TEXT, phone_status TEXT NOT NULL, phone_type TEXT, phone_region TEXT,
  company TEXT, job_title TEXT, website TEXT, industry TEXT,
  employees INTEGER, annual_revenue INTEGER,
  street TEXT, city TEXT, postcode TEXT, region TEXT, country TEXT,
  language TEXT, lead_source TEXT,
  utm_source TEXT, utm_medium TEXT, utm_campaign TEXT, utm_term TEXT, utm_content TEXT,
  created_at INTEGER,
  consent_status TEXT NOT NULL, consent_at INTEGER, consent_source TEXT,
  dnd_channels TEXT, quarantined INTEGER NOT NULL,
  provenance TEXT                   -- JSON {field: lead id} for fields not taken from lead `id`
) STRICT;

-- Leads that joined an entity that an earlier lead founded, and the evidence.
CREATE TABLE entity_link (
  lead_id INTEGER PRIMARY KEY REFERENCES lead (id),
  entity_id INTEGER NOT NULL,
  rule TEXT NOT NULL,               -- email, phone, company_and_name
  matched_lead_id INTEGER NOT NULL
) STRICT;
CREATE INDEX entity_link_by_entity ON entity_link (entity_id);

-- Where an entity id that was merged away leads to now.
CREATE TABLE entity_redirect (
  old_entity_id INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL
) STRICT;
CREATE INDEX entity_redirect_by_entity ON entity_redirect (entity_id);

-- Deterministic match keys of leads; also the way to find a lead by e-mail or phone.
CREATE TABLE match_key (
  tier INTEGER NOT NULL CHECK (tier IN (0, 1)), -- as in source_row_hash
  key_hash INTEGER NOT NULL,        -- 64-bit hash of key type and normalised value
  lead_id INTEGER NOT NULL,
  PRIMARY KEY (tier, key_hash, lead_id)
) STRICT, WITHOUT ROWID;

-- Values derived for an entity; each has a source: given, phone, email_domain, account, postcode ...
CREATE TABLE entity_enrichment (
  entity_id INTEGER PRIMARY KEY REFERENCES entity (id),
  country TEXT, country_source TEXT,
  region TEXT, region_source TEXT,
  time_zone TEXT, time_zone_source TEXT,
  company TEXT, company_source TEXT,
  company_key TEXT,                 -- standardised name: no legal form, case or punctuation
  legal_form TEXT,
  domain TEXT,                      -- registered domain of the company, from e-mail or web site
  industry TEXT, industry_source TEXT,
  employees INTEGER, employees_source TEXT,
  account_id INTEGER
) STRICT;

CREATE TABLE entity_score (
  entity_id INTEGER PRIMARY KEY REFERENCES entity (id),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
  fit INTEGER NOT NULL,
  engagement INTEGER NOT NULL,
  grade TEXT NOT NULL,
  parts TEXT NOT NULL,              -- JSON {rule id: points}
  rules_version TEXT NOT NULL,
  scored_as_of INTEGER NOT NULL     -- as-of date when the score last changed
) STRICT;

CREATE TABLE account (
  id INTEGER PRIMARY KEY, source_row_id INTEGER NOT NULL, supplier TEXT NOT NULL, external_id TEXT,
  name TEXT NOT NULL, domain TEXT, phone TEXT, website TEXT, industry TEXT,
  employees INTEGER, annual_revenue INTEGER,
  street TEXT, city TEXT, postcode TEXT, region TEXT, country TEXT
) STRICT;

-- Ways to find an account: 64-bit hashes of its domain and of its standardised name.
CREATE TABLE account_key (
  key_hash INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  PRIMARY KEY (key_hash, account_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY, source_row_id INTEGER NOT NULL, supplier TEXT NOT NULL, external_id TEXT,
  full_name TEXT, first_name TEXT, last_name TEXT, email TEXT, phone TEXT, job_title TEXT,
  account TEXT, street TEXT, city TEXT, postcode TEXT, region TEXT, country TEXT
) STRICT;
CREATE INDEX contact_by_person ON contact (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX contact_by_phone ON contact (phone) WHERE phone IS NOT NULL;

CREATE TABLE deal (
  id INTEGER PRIMARY KEY, source_row_id INTEGER NOT NULL, supplier TEXT NOT NULL,
  external_id TEXT NOT NULL,
  name TEXT, account TEXT, contact_email TEXT, owner TEXT,
  stage TEXT NOT NULL,
  amount_cents INTEGER, currency TEXT,
  forecast_category TEXT,           -- pipeline, best_case, commit, closed, omitted
  created_at INTEGER, expected_close_at INTEGER, closed_at INTEGER,
  status TEXT NOT NULL CHECK (status IN ('open', 'won', 'lost'))
) STRICT;
CREATE INDEX deal_by_contact ON deal (lower(contact_email)) WHERE contact_email IS NOT NULL;

CREATE TABLE deal_stage (
  id INTEGER PRIMARY KEY, source_row_id INTEGER NOT NULL, supplier TEXT NOT NULL,
  deal TEXT NOT NULL, stage TEXT NOT NULL, at INTEGER NOT NULL,
  amount_cents INTEGER, expected_close_at INTEGER
) STRICT;

-- Tasks that escalation created have negative ids, counted down from -1; their external_id names
-- rule, entity and episode, so that none is created twice.
CREATE TABLE task (
  id INTEGER PRIMARY KEY, source_row_id INTEGER, -- NULL: created by escalation
  supplier TEXT NOT NULL, external_id TEXT,
  title TEXT NOT NULL, owner TEXT,
  status TEXT NOT NULL CHECK (status IN ('open', 'done', 'cancelled')),
  priority TEXT NOT NULL CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  due_at INTEGER, completed_at INTEGER, lead_email TEXT, deal TEXT, created_at INTEGER,
  entity_id INTEGER,
  created_by_rule TEXT,             -- escalation rule that created it
  escalation_level INTEGER NOT NULL DEFAULT 0,
  assigned_to TEXT                  -- whom escalation gave it to; the owner stays as received
) STRICT;
CREATE UNIQUE INDEX task_by_rule ON task (created_by_rule, external_id)
  WHERE created_by_rule IS NOT NULL;
CREATE INDEX task_by_person ON task (lower(lead_email)) WHERE lead_email IS NOT NULL;
CREATE INDEX task_by_entity ON task (entity_id) WHERE entity_id IS NOT NULL;

-- What escalation did, in order: one row per task, rule and level, so that nothing happens twice.
CREATE TABLE task_event (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task (id),
  rule TEXT NOT NULL,
  level INTEGER NOT NULL,
  action TEXT NOT NULL,             -- created, assigned, reminded, escalated, done, cancelled
  assigned_to TEXT,
  as_of INTEGER NOT NULL,
  reason TEXT NOT NULL,
  UNIQUE (task_id, rule, level, action)
) STRICT;

CREATE INDEX task_event_by_as_of ON task_event (as_of);

-- Where each entity stands with each follow-up rule. An episode begins when the rule's condition
-- comes to hold and is over when it no longer does; each has one task at most.
CREATE TABLE follow_up (
  entity_id INTEGER NOT NULL,
  rule TEXT NOT NULL,
  episode INTEGER NOT NULL,         -- from 1
  state TEXT NOT NULL CHECK (state IN ('waiting', 'created', 'suppressed', 'over')),
  score INTEGER NOT NULL,           -- when the episode began; the best are served first
  since INTEGER NOT NULL,           -- what began it: as-of date of the score, or the last contact
  PRIMARY KEY (entity_id, rule)
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_up_waiting ON follow_up (rule, score DESC, entity_id) WHERE state = 'waiting';

CREATE TABLE activity (
  id INTEGER PRIMARY KEY, source_row_id INTEGER NOT NULL, supplier TEXT NOT NULL, external_id TEXT,
  type TEXT NOT NULL, at INTEGER NOT NULL, email TEXT, deal TEXT, owner TEXT,
  subject TEXT, outcome TEXT
) STRICT;
CREATE INDEX activity_by_email ON activity (lower(email), at) WHERE email IS NOT NULL;

CREATE TABLE engagement (
  id INTEGER PRIMARY KEY, source_row_id INTEGER NOT NULL, supplier TEXT NOT NULL, external_id TEXT,
  email TEXT, event TEXT NOT NULL, at INTEGER NOT NULL, message_id TEXT, campaign TEXT, url TEXT
) STRICT;
CREATE INDEX engagement_by_email ON engagement (lower(email), at) WHERE email IS NOT NULL;
-- Events that name a message of ours and nobody.
CREATE INDEX engagement_by_message ON engagement (message_id)
  WHERE email IS NULL AND message_id IS NOT NULL;

CREATE TABLE consent (
  id INTEGER PRIMARY KEY, source_row_id INTEGER NOT NULL, supplier TEXT NOT NULL, external_id TEXT,
  email TEXT, phone TEXT,
  channel TEXT NOT NULL CHECK (channel IN ('email', 'sms', 'whatsapp', 'phone', 'any')),
  purpose TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('granted', 'declined', 'withdrawn')),
  lawful_basis TEXT,
  at INTEGER NOT NULL,
  source TEXT, wording_version TEXT, ip TEXT, double_opt_in_at INTEGER, expires_at INTEGER
) STRICT;
CREATE INDEX consent_by_person ON consent (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX consent_by_phone ON consent (phone) WHERE phone IS NOT NULL;

-- Do-not-contact entries. Exactly one way of naming the person or domain per row.
CREATE TABLE suppression (
  id INTEGER PRIMARY KEY, source_row_id INTEGER, -- NULL: entered by the program
  supplier TEXT NOT NULL,
  email TEXT, phone TEXT,
  email_sha256 TEXT, phone_sha256 TEXT, domain TEXT,
  channel TEXT NOT NULL CHECK (channel IN ('email', 'sms', 'whatsapp', 'phone', 'any')),
  reason TEXT, registry TEXT NOT NULL, at INTEGER
) STRICT;
CREATE INDEX suppression_by_person ON suppression (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX suppression_by_phone ON suppression (phone) WHERE phone IS NOT NULL;
CREATE INDEX suppression_by_domain ON suppression (domain) WHERE domain IS NOT NULL;
CREATE INDEX suppression_by_email_hash ON suppression (lower(email_sha256))
  WHERE email_sha256 IS NOT NULL;
CREATE INDEX suppression_by_phone_hash ON suppression (lower(phone_sha256))
  WHERE phone_sha256 IS NOT NULL;

-- When each registry was last received, for the staleness gate.
CREATE TABLE suppression_registry (
  registry TEXT PRIMARY KEY,
  snapshot_at INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  entry_count INTEGER NOT NULL
) STRICT;

-- Fingerprints of erased persons: a supplier's file must not bring them back.
CREATE TABLE erasure (
  key_hash TEXT PRIMARY KEY,        -- SHA-256 of 'email:' or 'phone:' and the normalised value
  erased_as_of INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;

-- Entities, and leads that joined them, of which nothing personal is left: on request, or because
-- they were kept long enough.
CREATE TABLE erased_entity (
  entity_id INTEGER PRIMARY KEY,
  erased_as_of INTEGER NOT NULL,
  reason TEXT NOT NULL              -- request, retention
) STRICT;

CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL,
  sequence TEXT NOT NULL,
  sequence_version TEXT NOT NULL,
  enrolled_at INTEGER NOT NULL,     -- as-of date
  trigger TEXT NOT NULL,            -- created, score_threshold
  state TEXT NOT NULL CHECK (state IN ('active', 'completed', 'stopped')),
  stop_reason TEXT,
  UNIQUE (entity_id, sequence)
) STRICT;

-- One row per planned message; the plan states the gate that allowed or blocked it.
CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
  step INTEGER NOT NULL,            -- from 1
  channel TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  message_id TEXT NOT NULL UNIQUE,  -- RFC 5322 Message-ID, derived from enrolment and step
  -- planned -> sending -> sent | failed | in_doubt; blocked never leaves.
  state TEXT NOT NULL
    CHECK (state IN ('planned', 'blocked', 'sending', 'sent', 'failed', 'in_doubt', 'cancelled')),
  gate TEXT NOT NULL,               -- the gate that decided: allowed, no_consent, suppressed ...
  gate_detail TEXT NOT NULL,
  planned_as_of INTEGER NOT NULL,
  sent_as_of INTEGER,
  transport TEXT,                   -- smtp, maildir
  UNIQUE (enrolment_id, step)
) STRICT;
CREATE INDEX message_by_state ON message (state) WHERE state IN ('planned', 'sending', 'in_doubt');
CREATE INDEX message_due ON message (due_at, id) WHERE state = 'planned';
-- What an address was handed, for the frequency cap and for messages that it had already.
CREATE INDEX message_by_recipient ON message (lower(recipient), sent_as_of)
  WHERE state IN ('sending', 'sent', 'in_doubt');

-- DNS answers with their time to live.
CREATE TABLE dns_answer (
  domain TEXT PRIMARY KEY,
  verdict TEXT NOT NULL,            -- deliverable, null_mx, no_domain, deferred
  detail TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE violation (
  id INTEGER PRIMARY KEY,
  policy TEXT NOT NULL,
  subject TEXT NOT NULL,            -- entity, lead, account ...
  subject_id INTEGER NOT NULL,
  severity TEXT NOT NULL,
  detail TEXT NOT NULL,
  opened_as_of INTEGER NOT NULL,
  resolved_as_of INTEGER,
  resolution TEXT
) STRICT;
CREATE INDEX violation_by_subject ON violation (subject, subject_id)
  WHERE resolved_as_of IS NULL;
CREATE INDEX violation_by_severity ON violation (severity) WHERE resolved_as_of IS NULL;
CREATE UNIQUE INDEX violation_open ON violation (policy, subject, subject_id)
  WHERE resolved_as_of IS NULL;
