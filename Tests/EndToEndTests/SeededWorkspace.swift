import LeadmillTestSupport
import Store

/// A workspace whose database is written by hand: two leads of one person, told from every side.
enum SeededWorkspace {
  static func create() throws -> TestWorkspace {
    let workspace = try TestWorkspace()
    _ = try workspace.write("ws/inbox/.keep", "")
    let database = try Database(path: workspace.databasePath, mode: .readWrite)
    try database.execute(ledger)
    try database.execute(source)
    try database.execute(leads)
    try database.execute(outcomes)
    return workspace
  }

  /// Changes a workspace's database by hand.
  static func change(_ workspace: TestWorkspace, _ sql: StaticString) throws {
    try Database(path: workspace.databasePath, mode: .readWrite).execute(sql)
  }

  private static let ledger: StaticString = """
    INSERT INTO run (id, pipeline, as_of, state, exit_code, arguments, started_at, ended_at) VALUES
      ('nightly-2026-11-02-1', 'nightly', 1793577600, 'done', 0, '["run"]', 1793600000, 1793600009),
      ('nightly-2026-11-05-1', 'nightly', 1793836800, 'done', 10, '["run"]', 1793850000, 1793850002);
    INSERT INTO stage_run
      (id, run_id, stage, arguments, as_of, state, exit_code, rows_in, inserted, duplicate, rejected,
       started_at, ended_at, milliseconds)
    VALUES
      (1, 'nightly-2026-11-02-1', 'ingest', '[]', 1793577600, 'done', 10, 3, 2, 0, 1, 1, 2, 3),
      (2, 'nightly-2026-11-02-1', 'validate', '[]', 1793577600, 'done', 0, 2, 2, 0, 0, 1, 2, 3),
      (3, 'nightly-2026-11-02-1', 'dedupe', '[]', 1793577600, 'done', 0, 2, 1, 1, 0, 1, 2, 3),
      (4, 'nightly-2026-11-05-1', 'score', '[]', 1793836800, 'done', 10, 1, 1, 0, 0, 1, 2, 3);
    INSERT INTO high_water (stage, subject, mark, config_hash) VALUES
      ('validate', 'source_row/lead', 1, 'x'), ('validate', 'source_row/deal', 0, 'x'), ('dedupe', 'lead', 1, 'x'), ('enrich', 'entity', 1, 'x'),
      ('score', 'entity', 1, 'x'), ('govern', 'as_of_date', 1793836800, 'x');
    INSERT INTO revisit (stage, subject, subject_id) VALUES ('score', 'entity', 1);
    """

  private static let source: StaticString = """
    INSERT INTO source_file
      (id, kind, supplier, name, content_hash, byte_count, format, encoding, delimiter, mapping_hash,
       as_of, state)
    VALUES (1, 'lead', 'web', 'leads.csv', 'abc', 99, 'csv', 'UTF-8', ',', 'm', 1793577600, 'loaded');
    INSERT INTO source_sheet (id, file_id, name, header_row, header, fields, rows_read, first_row_id, last_row_id)
    VALUES (1, 1, '', 1, '["E-mail","Company"]', '["email","company"]', 3, 1, 3);
    INSERT INTO source_row (id, sheet_id, row_number, record_id, rejected, cells) VALUES
      (1, 1, 2, 1, 0, '["ADA@Example.com","Analytical Engines"]'),
      (2, 1, 3, 2, 0, '["ada@example.com","Analytical Engines Ltd"]'),
      (3, 1, 4, 3, 1, '["","Nobody"]');
    """

  private static let leads: StaticString = """
    INSERT INTO lead
      (id, source_row_id, supplier, external_id, email, email_status, mx_status, phone, phone_status,
       company, consent_status, quarantined)
    VALUES
      (1, 1, 'web', 'L-1', 'ada@example.com', 'valid', 'not_checked', '+447700900001', 'valid',
       'Analytical Engines', 'granted', 0),
      (2, 2, 'web', 'L-2', 'ada@example.com', 'valid', 'not_checked', NULL, 'missing',
       'Analytical Engines Ltd', 'not_asked', 0);
    INSERT INTO entity
      (id, lead_count, email, email_status, mx_status, phone, phone_status, company, consent_status,
       quarantined, provenance)
    VALUES
      (1, 2, 'ada@example.com', 'valid', 'not_checked', '+447700900001', 'valid',
       'Analytical Engines Ltd', 'granted', 0, '{"company":2}');
    INSERT INTO entity_link (lead_id, entity_id, rule, matched_lead_id) VALUES (2, 1, 'email', 1);
    INSERT INTO entity_enrichment (entity_id, country, country_source) VALUES (1, 'GB', 'phone');
    INSERT INTO entity_score
      (entity_id, score, fit, engagement, grade, parts, rules_version, scored_as_of)
    VALUES (1, 42, 37, 5, 'B', '{"has_phone":10,"opened":5}', 'v1', 1793577600);
    INSERT INTO engagement (id, source_row_id, supplier, email, event, at)
    VALUES (9, 9, 'web', 'ada@example.com', 'open', 1793577600);
    """

  private static let outcomes: StaticString = """
    INSERT INTO row_disposition (stage_run_id, scope, first_row, last_row, disposition) VALUES
      (1, 1, 2, 3, 'inserted'), (1, 1, 4, 4, 'rejected'), (2, 0, 1, 2, 'inserted'),
      (3, 0, 1, 1, 'inserted'), (3, 0, 2, 2, 'duplicate');
    INSERT INTO finding (stage_run_id, source_row_id, code, severity, field, message, value) VALUES
      (1, 3, 'ING010', 'reject', 'email', 'found nothing to reach the lead by', '');
    INSERT INTO field_change (stage_run_id, subject, subject_id, field, old_value, new_value, reason)
    VALUES (3, 'entity', 1, 'company', 'Analytical Engines', 'Analytical Engines Ltd', 'newest');
    INSERT INTO enrolment
      (id, entity_id, sequence, sequence_version, enrolled_at, trigger, state)
    VALUES (1, 1, 'welcome', '1', 1793577600, 'created', 'active');
    INSERT INTO message
      (id, enrolment_id, step, channel, due_at, recipient, subject, message_id, state, gate,
       gate_detail, planned_as_of)
    VALUES
      (1, 1, 1, 'email', 1793577600, 'ada@example.com', 'Hello', '<1@example.org>', 'sent', 'allowed',
       'consent granted', 1793577600),
      (2, 1, 2, 'email', 1794096000, 'ada@example.com', 'Again', '<2@example.org>', 'planned',
       'allowed', 'consent granted', 1793577600);
    """
}
