-- The same checks, written so that a row costs a comparison or two: for `x IN (...)` of three
-- values or more in a CHECK, SQLite builds a table of the values anew for each row written.
--
-- Rows stay as they are: a table's statement may be changed in this way where that cannot make its
-- content wrong (SQLite documentation, ALTER TABLE, section 8).
PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(
  sql, 'state IN (''loading'', ''loaded'', ''failed'')',
  'state = ''loading'' OR state = ''loaded'' OR state = ''failed''')
WHERE type = 'table' AND name = 'source_file';

UPDATE sqlite_schema SET sql = replace(
  sql, 'status IN (''open'', ''won'', ''lost'')',
  'status = ''open'' OR status = ''won'' OR status = ''lost''')
WHERE type = 'table' AND name = 'deal';

UPDATE sqlite_schema SET sql = replace(
  sql, 'status IN (''open'', ''done'', ''cancelled'')',
  'status = ''open'' OR status = ''done'' OR status = ''cancelled''')
WHERE type = 'table' AND name = 'task';

UPDATE sqlite_schema SET sql = replace(
  sql, 'priority IN (''low'', ''normal'', ''high'', ''urgent'')',
  'priority = ''low'' OR priority = ''normal'' OR priority = ''high'' OR '
    || 'priority = ''urgent''')
WHERE type = 'table' AND name = 'task';

UPDATE sqlite_schema SET sql = replace(
  sql, 'state IN (''waiting'', ''created'', ''suppressed'', ''over'')',
  'state = ''waiting'' OR state = ''created'' OR state = ''suppressed'' OR state = ''over''')
WHERE type = 'table' AND name = 'follow_up';

UPDATE sqlite_schema SET sql = replace(
  sql, 'channel IN (''email'', ''sms'', ''whatsapp'', ''phone'', ''any'')',
  'channel = ''email'' OR channel = ''sms'' OR channel = ''whatsapp'' OR '
    || 'channel = ''phone'' OR channel = ''any''')
WHERE type = 'table' AND name = 'consent';

UPDATE sqlite_schema SET sql = replace(
  sql, 'status IN (''granted'', ''declined'', ''withdrawn'')',
  'status = ''granted'' OR status = ''declined'' OR status = ''withdrawn''')
WHERE type = 'table' AND name = 'consent';

UPDATE sqlite_schema SET sql = replace(
  sql, 'channel IN (''email'', ''sms'', ''whatsapp'', ''phone'', ''any'')',
  'channel = ''email'' OR channel = ''sms'' OR channel = ''whatsapp'' OR '
    || 'channel = ''phone'' OR channel = ''any''')
WHERE type = 'table' AND name = 'suppression';

UPDATE sqlite_schema SET sql = replace(
  sql, 'state IN (''active'', ''completed'', ''stopped'')',
  'state = ''active'' OR state = ''completed'' OR state = ''stopped''')
WHERE type = 'table' AND name = 'enrolment';

UPDATE sqlite_schema SET sql = replace(
  sql,
  'state IN (''planned'', ''blocked'', ''sending'', ''sent'', ''failed'', '
    || '''in_doubt'', ''cancelled'')',
  'state = ''planned'' OR state = ''blocked'' OR state = ''sending'' OR state = ''sent'' OR '
    || 'state = ''failed'' OR state = ''in_doubt'' OR state = ''cancelled''')
WHERE type = 'table' AND name = 'message';

UPDATE sqlite_schema SET sql = replace(
  sql, 'state IN (''running'', ''done'', ''failed'', ''interrupted'')',
  'state = ''running'' OR state = ''done'' OR state = ''failed'' OR state = ''interrupted''')
WHERE type = 'table' AND name = 'run';

UPDATE sqlite_schema SET sql = replace(
  sql, 'state IN (''running'', ''done'', ''failed'', ''interrupted'')',
  'state = ''running'' OR state = ''done'' OR state = ''failed'' OR state = ''interrupted''')
WHERE type = 'table' AND name = 'stage_run';

UPDATE sqlite_schema SET sql = replace(
  sql, 'severity IN (''reject'', ''quarantine'', ''warn'', ''info'')',
  'severity = ''reject'' OR severity = ''quarantine'' OR severity = ''warn'' OR '
    || 'severity = ''info''')
WHERE type = 'table' AND name = 'finding';

UPDATE sqlite_schema SET sql = replace(
  sql, 'billing IN (''one_time'', ''monthly'', ''annual'')',
  'billing = ''one_time'' OR billing = ''monthly'' OR billing = ''annual''')
WHERE type = 'table' AND name = 'product';

UPDATE sqlite_schema SET sql = replace(
  sql, 'mode IN (''create'', ''update'', ''upsert'')',
  'mode = ''create'' OR mode = ''update'' OR mode = ''upsert''')
WHERE type = 'table' AND name = 'import';

UPDATE sqlite_schema SET sql = replace(
  sql, 'state IN (''kept'', ''undoing'', ''undone'')',
  'state = ''kept'' OR state = ''undoing'' OR state = ''undone''')
WHERE type = 'table' AND name = 'import';

UPDATE sqlite_schema SET sql = replace(
  sql, 'reason IN (''later_import'', ''again'', ''right'')',
  'reason = ''later_import'' OR reason = ''again'' OR reason = ''right''')
WHERE type = 'table' AND name = 'import_kept';

UPDATE sqlite_schema SET sql = replace(
  sql, 'state IN (''new'', ''kept'', ''settled'')',
  'state = ''new'' OR state = ''kept'' OR state = ''settled''')
WHERE type = 'table' AND name = 'suppression_snapshot';

-- Other connections look at the schema again when its number has changed.
CREATE TABLE changed_schema (id INTEGER PRIMARY KEY);
DROP TABLE changed_schema;

PRAGMA writable_schema = RESET;
