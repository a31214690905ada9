-- What is odd about a domain that takes mail: words as implicit, alias, beside_null, private_address,
-- divided by blanks.
ALTER TABLE dns_answer ADD COLUMN notes TEXT NOT NULL DEFAULT '';

-- Since when every look-up of the domain has failed; NULL when the last one did not.
ALTER TABLE dns_answer ADD COLUMN deferred_since INTEGER;

DELETE FROM dns_answer WHERE verdict = 'deferred';
