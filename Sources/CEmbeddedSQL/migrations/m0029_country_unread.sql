-- 1: a country was stated, and nobody knows which is meant.
ALTER TABLE lead ADD COLUMN country_unread INTEGER;
