-- When the consent ends that a lead states itself, and with it that of the person.
ALTER TABLE lead ADD COLUMN consent_expires_at INTEGER;
ALTER TABLE entity ADD COLUMN consent_expires_at INTEGER;
