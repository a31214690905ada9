-- Unsubscriptions and complaints by an address that name a message of ours, which may have gone to
-- another address of the person.
CREATE INDEX engagement_by_answered ON engagement (message_id)
  WHERE email IS NOT NULL AND message_id IS NOT NULL AND event IN ('unsubscribe', 'complaint');
