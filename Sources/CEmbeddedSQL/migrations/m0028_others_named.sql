-- Whom a lead's cells name besides the address and the number that were taken, as JSON arrays: what is
-- refused under them is refused.
ALTER TABLE lead ADD COLUMN other_emails TEXT;
ALTER TABLE lead ADD COLUMN other_phones TEXT;
CREATE INDEX lead_naming_others ON lead (id)
  WHERE other_emails IS NOT NULL OR other_phones IS NOT NULL;
