-- What a mail domain said last goes on counting while it cannot be looked up: why it cannot stands
-- beside it; NULL when the last look-up did not fail.
ALTER TABLE dns_answer ADD COLUMN failure TEXT;
UPDATE dns_answer SET failure = detail WHERE verdict = 'deferred';
