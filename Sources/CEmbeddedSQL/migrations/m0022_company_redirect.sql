-- Where the id of a company leads to that is none any more: one that became part of another, or whose
-- first account is gone while others stay.
CREATE TABLE company_redirect (
  old_company_id INTEGER PRIMARY KEY,
  company_id INTEGER NOT NULL
) STRICT;
CREATE INDEX company_redirect_by_company ON company_redirect (company_id);

INSERT INTO company_redirect (old_company_id, company_id)
SELECT account_id, company_id FROM company_link;
