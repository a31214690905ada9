-- Blocking keys in generations of pages: the keys of a night are a few pages, not a row each. The
-- keys themselves are others than before, so that dedupe writes all of them anew.

DROP TABLE link_block;
DROP TABLE link_block_page;

-- Blocking keys of leads, in order of the keys (BlockPage.swift has the form of the entries).
CREATE TABLE link_block_page (
  id INTEGER PRIMARY KEY,           -- generation above, first key in the lower 48 bits
  entries BLOB NOT NULL
) STRICT;
