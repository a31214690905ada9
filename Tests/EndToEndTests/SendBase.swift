import LeadmillTestSupport
import Store

/// A workspace with fifteen people, each of whom one gate concerns, as earlier stages leave it.
enum SendBase {
  static func create() throws -> TestWorkspace {
    let workspace = try TestWorkspace()
    _ = try workspace.write("ws/inbox/.keep", "")
    let database = try Database(path: workspace.databasePath, mode: .readWrite)
    try database.execute(people)
    try database.execute(wishes)
    return workspace
  }

  /// As-of of the tests: 1793599200 is 2026-11-02T06:00:00Z, a Monday.
  private static let people: StaticString = """
    CREATE TEMP TABLE person
      (id, first_name, email, email_status, mx_status, consent, consent_at, zone, quarantined, dnd);
    INSERT INTO person VALUES
      (1, 'Ada', 'ada@example.com', 'valid', 'deliverable', 'granted', 1790000000, 'Europe/Berlin', 0, NULL),
      (2, 'Ben', 'ben@example.com', 'valid', 'deliverable', 'not_asked', NULL, 'Europe/Berlin', 0, NULL),
      (3, 'Cleo', 'cleo@example.com', 'valid', 'deliverable', 'withdrawn', 1790000000, 'Europe/Berlin', 0, NULL),
      (4, 'Dora', 'dora@mail.blocked.example.net', 'valid', 'deliverable', 'granted', 1790000000, 'Europe/Berlin', 0, NULL),
      (5, 'Emil', NULL, 'missing', 'not_checked', 'granted', 1790000000, 'Europe/Berlin', 0, NULL),
      (6, 'Finn', 'finn@example.com', 'invalid', 'not_checked', 'granted', 1790000000, 'Europe/Berlin', 0, NULL),
      (7, 'Gwen', 'gwen@example.com', 'valid', 'deliverable', 'granted', 1790000000, NULL, 0, NULL),
      (8, 'Hana', 'Hana@example.com', 'valid', 'deliverable', 'granted', 1790000000, 'Europe/Berlin', 0, NULL),
      (9, 'Erika', 'erika@example.com', 'valid', 'deliverable', 'granted', 1790000000, 'Europe/Berlin', 0, NULL),
      (10, 'Ivan', 'ivan@example.com', 'valid', 'deliverable', 'granted', 1790000000, 'Europe/Berlin', 0, 'email,sms'),
      (11, 'Jana', 'jana@example.com', 'valid', 'deliverable', 'granted', 1790000000, 'Europe/Berlin', 0, NULL),
      (12, 'Karl', 'ADA@example.com', 'valid', 'deliverable', 'granted', 1790000000, 'Europe/Berlin', 0, NULL),
      (13, 'Lena', 'lena@example.com', 'valid', 'deliverable', 'granted', 1790000000, 'Europe/Berlin', 0, NULL),
      (14, 'Mats', 'mats@example.com', 'valid', 'deliverable', 'granted', 1790000000, 'Europe/Berlin', 1, NULL),
      (15, 'Nora', 'nora@example.com', 'valid', 'null_mx', 'granted', 1700000000, 'Europe/Berlin', 0, NULL);
    INSERT INTO lead
      (id, source_row_id, supplier, first_name, email, email_status, mx_status, phone_status, company,
       consent_status, consent_at, consent_source, dnd_channels, quarantined)
    SELECT id, id, 'web', first_name, email, email_status, mx_status, 'missing', 'Mühle & Söhne',
      consent, consent_at, 'form', dnd, quarantined
    FROM person;
    INSERT INTO entity
      (id, lead_count, first_name, email, email_status, mx_status, phone_status, company,
       consent_status, consent_at, consent_source, dnd_channels, quarantined)
    SELECT id, 1, first_name, email, email_status, mx_status, 'missing', 'Mühle & Söhne',
      consent, consent_at, 'form', dnd, quarantined
    FROM person;
    INSERT INTO entity_enrichment (entity_id, time_zone) SELECT id, zone FROM person;
    """

  /// The two hashes are SHA-256 of "email:erika@example.com" and of "hana@example.com".
  private static let wishes: StaticString = """
    INSERT INTO suppression_registry VALUES ('robinson', 1793500000, 'x', 2, NULL);
    INSERT INTO suppression (id, supplier, email_sha256, domain, channel, registry) VALUES
      (100, 'r', NULL, 'blocked.example.net', 'any', 'robinson'),
      (101, 'r', 'ca70ecf5ca38f2c62ad714b7334004f3badeff5470a1a751dad87c78af6b32af', NULL, 'email', 'robinson');
    INSERT INTO erasure VALUES ('2084dbb535972dd1fd7bd4ae6ce8dfad82c4e2887ea34e4f5449c3c3cdfde63c', 1790000000, 'request');
    INSERT INTO engagement (id, source_row_id, supplier, email, event, at)
    VALUES (200, 200, 'web', 'Jana@example.com', 'unsubscribe', 1791000000);
    INSERT INTO deal (id, source_row_id, supplier, external_id, contact_email, stage, created_at, status)
    VALUES (300, 300, 'crm', 'D1', 'lena@example.com', 'won', 1791000000, 'won');
    """
}
