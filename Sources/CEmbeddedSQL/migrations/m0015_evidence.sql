-- What proves the consent that a lead states, and who may consent alone.
ALTER TABLE lead ADD COLUMN consent_wording TEXT;         -- version of the text that was agreed to
ALTER TABLE lead ADD COLUMN consent_ip TEXT;              -- address that it was given from
ALTER TABLE lead ADD COLUMN consent_confirmed_at INTEGER; -- when the confirmation link was followed
ALTER TABLE lead ADD COLUMN born_on INTEGER;
ALTER TABLE lead ADD COLUMN guardian_consent TEXT;        -- as consent_status
ALTER TABLE consent ADD COLUMN born_on INTEGER;
ALTER TABLE consent ADD COLUMN guardian_consent TEXT;
