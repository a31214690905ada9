-- What somebody said may be about several channels, and consent may have ended by itself.
--
-- Rows stay as they are: the checks only allow more (as in m0012).
PRAGMA writable_schema = ON;

-- A list of channels has them in this order, divided by commas.
UPDATE sqlite_schema SET sql = replace(
  sql,
  'channel = ''email'' OR channel = ''sms'' OR channel = ''whatsapp'' OR '
    || 'channel = ''phone'' OR channel = ''any''',
  'channel = ''email'' OR channel = ''phone'' OR channel = ''any'' OR channel = ''sms'' OR '
    || 'channel = ''whatsapp'' OR channel = ''email,sms'' OR channel = ''email,whatsapp'' OR '
    || 'channel = ''email,phone'' OR channel = ''sms,whatsapp'' OR channel = ''sms,phone'' OR '
    || 'channel = ''whatsapp,phone'' OR channel = ''email,sms,whatsapp'' OR '
    || 'channel = ''email,sms,phone'' OR channel = ''email,whatsapp,phone'' OR '
    || 'channel = ''sms,whatsapp,phone'' OR channel = ''email,sms,whatsapp,phone''')
WHERE type = 'table' AND (name = 'consent' OR name = 'suppression');

UPDATE sqlite_schema SET sql = replace(
  sql, 'status = ''granted'' OR status = ''declined'' OR status = ''withdrawn''',
  'status = ''granted'' OR status = ''declined'' OR status = ''withdrawn'' OR '
    || 'status = ''expired''')
WHERE type = 'table' AND name = 'consent';

-- Other connections look at the schema again when its number has changed.
CREATE TABLE changed_schema (id INTEGER PRIMARY KEY);
DROP TABLE changed_schema;

PRAGMA writable_schema = RESET;

-- Channels that the entries of a registry are about, as a list; NULL: not known, so all.
ALTER TABLE suppression_registry ADD COLUMN channels TEXT;
