-- Contacts that are people of the base, and how entities met their accounts.

-- Match keys of contacts, as those of leads in match_key.
CREATE TABLE contact_key (
  contact_id INTEGER NOT NULL,
  key_hash INTEGER NOT NULL,
  PRIMARY KEY (contact_id, key_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_key_by_hash ON contact_key (key_hash);

-- Contacts that a key joins to a lead: to the person that this lead belongs to.
CREATE TABLE contact_link (
  contact_id INTEGER PRIMARY KEY,
  lead_id INTEGER NOT NULL,
  rule TEXT NOT NULL                -- email, phone, company_and_name
) STRICT;
CREATE INDEX contact_link_by_lead ON contact_link (lead_id);

-- What of an entity its account was found by: domain, name.
ALTER TABLE entity_enrichment ADD COLUMN account_rule TEXT;
