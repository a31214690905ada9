-- Companies: the accounts that are one.

-- Accounts that joined a company that an earlier account founded, and the evidence. The id of a company
-- is that of its first account; where an account's id leads to when it is no company of its own any
-- more stands here too.
CREATE TABLE company_link (
  account_id INTEGER PRIMARY KEY,
  company_id INTEGER NOT NULL,
  rule TEXT NOT NULL,               -- domain, phone, name_and_place, model
  matched_account_id INTEGER NOT NULL,
  weight REAL NOT NULL              -- match weight of the two accounts in bits
) STRICT;
CREATE INDEX company_link_by_company ON company_link (company_id);

-- The surviving value of each field of companies of several accounts; an account that joined nobody
-- is its own company.
CREATE TABLE company (
  id INTEGER PRIMARY KEY,
  account_count INTEGER NOT NULL,
  name TEXT NOT NULL, domain TEXT, phone TEXT, website TEXT, industry TEXT,
  employees INTEGER, annual_revenue INTEGER,
  street TEXT, city TEXT, postcode TEXT, region TEXT, country TEXT,
  provenance TEXT                   -- JSON {field: account id} for fields not taken from account `id`
) STRICT;
