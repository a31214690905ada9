-- Where a lead came from, beyond the five UTM values.

ALTER TABLE lead ADD COLUMN utm_id TEXT;
ALTER TABLE lead ADD COLUMN referrer_url TEXT;  -- the page before the landing page
