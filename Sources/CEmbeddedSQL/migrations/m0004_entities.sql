-- Users, teams, products and the lines of deals; who owns a lead.

CREATE TABLE team (
  id INTEGER PRIMARY KEY, source_row_id INTEGER NOT NULL, supplier TEXT NOT NULL,
  external_id TEXT NOT NULL,
  name TEXT NOT NULL,
  manager TEXT,                     -- a user, given as owners are
  parent TEXT,                      -- external id of a team
  time_zone TEXT                    -- IANA name
) STRICT;

CREATE TABLE user (
  id INTEGER PRIMARY KEY, source_row_id INTEGER NOT NULL, supplier TEXT NOT NULL,
  external_id TEXT NOT NULL,        -- what the owner columns of other tables hold
  full_name TEXT, first_name TEXT, last_name TEXT, email TEXT, phone TEXT, job_title TEXT,
  teams TEXT,                       -- external ids of teams divided by ';', main one first
  manager TEXT,                     -- another user
  time_zone TEXT,                   -- IANA name
  status TEXT NOT NULL CHECK (status IN ('active', 'inactive'))
) STRICT;
CREATE INDEX user_by_person ON user (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX user_by_phone ON user (phone) WHERE phone IS NOT NULL;

CREATE TABLE product (
  id INTEGER PRIMARY KEY, source_row_id INTEGER NOT NULL, supplier TEXT NOT NULL,
  external_id TEXT NOT NULL,
  name TEXT NOT NULL, family TEXT,
  unit_price_cents INTEGER, currency TEXT,
  billing TEXT CHECK (billing IN ('one_time', 'monthly', 'annual')),
  status TEXT NOT NULL CHECK (status IN ('active', 'inactive')),
  description TEXT
) STRICT;

CREATE TABLE deal_line (
  id INTEGER PRIMARY KEY, source_row_id INTEGER NOT NULL, supplier TEXT NOT NULL, external_id TEXT,
  deal TEXT NOT NULL, product TEXT NOT NULL,
  quantity INTEGER, unit_price_cents INTEGER, amount_cents INTEGER, currency TEXT
) STRICT;

ALTER TABLE lead ADD COLUMN owner TEXT;
