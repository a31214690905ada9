-- Contacts matched by all that they say, not by keys alone; dedupe matches all of them anew.

DROP TABLE contact_key;

-- What each contact was matched by: a hash of its values, so that those of which nothing has changed
-- keep their keys.
CREATE TABLE contact_match (
  contact_id INTEGER PRIMARY KEY,
  content INTEGER NOT NULL
) STRICT;

-- Match keys and blocking keys of contacts, by which leads find them: pages as in link_block_page.
CREATE TABLE contact_page (
  id INTEGER PRIMARY KEY,           -- generation above, first key in the lower 48 bits
  entries BLOB NOT NULL
) STRICT;

-- Match weight of a contact and its lead in bits; none where no model is used.
ALTER TABLE contact_link ADD COLUMN weight REAL;
