-- name: ledger-run-next-number
-- How many runs of a pipeline there are for a date: the next one's number follows.
SELECT count(*) + 1 FROM run WHERE id LIKE ?1 || '-%';

-- name: ledger-run-start
-- A run begins, or goes on.
INSERT INTO run (id, pipeline, as_of, state, arguments, started_at)
VALUES (?1, ?2, ?3, 'running', ?4, ?5)
ON CONFLICT (id) DO UPDATE SET state = 'running', exit_code = NULL, ended_at = NULL;

-- name: ledger-run-exists
SELECT 1 FROM run WHERE id = ?1;

-- name: ledger-run-end
UPDATE run SET state = ?2, exit_code = ?3, ended_at = ?4 WHERE id = ?1;

-- name: ledger-interrupt-runs
-- Whoever holds the workspace knows that no other run is alive.
UPDATE run SET state = 'interrupted' WHERE state = 'running' AND id <> ?1;

-- name: ledger-interrupt-stages
UPDATE stage_run SET state = 'interrupted' WHERE state = 'running';

-- name: ledger-stage-start
INSERT INTO stage_run (run_id, stage, arguments, as_of, state, started_at)
VALUES (?1, ?2, ?3, ?4, 'running', ?5);

-- name: ledger-stage-counts
UPDATE stage_run
SET rows_in = ?2, inserted = ?3, updated = ?4, unchanged = ?5, duplicate = ?6, rejected = ?7,
    suppressed = ?8
WHERE id = ?1;

-- name: ledger-stage-end
UPDATE stage_run
SET state = ?2, exit_code = ?3, ended_at = ?4, milliseconds = ?5, error = ?6
WHERE id = ?1;

-- name: ledger-disposition-insert
-- A row that is looked at twice in one stage run counts with its last outcome.
INSERT INTO row_disposition (stage_run_id, scope, first_row, last_row, disposition)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (stage_run_id, scope, first_row)
DO UPDATE SET last_row = max(last_row, excluded.last_row), disposition = excluded.disposition;

-- name: ledger-finding-insert
INSERT INTO finding
  (stage_run_id, source_row_id, sheet_id, code, severity, field, message, value, suggestion)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- name: ledger-finding-insert-8
-- Findings about rows, several at once: there can be more of them than rows.
INSERT INTO finding
  (stage_run_id, source_row_id, sheet_id, code, severity, field, message, value, suggestion)
VALUES
  (?1, ?2, NULL, ?3, ?4, ?5, ?6, ?7, ?8),
  (?1, ?9, NULL, ?10, ?11, ?12, ?13, ?14, ?15),
  (?1, ?16, NULL, ?17, ?18, ?19, ?20, ?21, ?22),
  (?1, ?23, NULL, ?24, ?25, ?26, ?27, ?28, ?29),
  (?1, ?30, NULL, ?31, ?32, ?33, ?34, ?35, ?36),
  (?1, ?37, NULL, ?38, ?39, ?40, ?41, ?42, ?43),
  (?1, ?44, NULL, ?45, ?46, ?47, ?48, ?49, ?50),
  (?1, ?51, NULL, ?52, ?53, ?54, ?55, ?56, ?57);

-- name: ledger-change-insert
INSERT INTO field_change
  (stage_run_id, subject, subject_id, field, old_value, new_value, reason, source_row_id)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- name: ledger-mark
SELECT mark, config_hash FROM high_water WHERE stage = ?1 AND subject = ?2;

-- name: ledger-mark-set
INSERT INTO high_water (stage, subject, mark, config_hash) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (stage, subject)
DO UPDATE SET mark = excluded.mark, config_hash = excluded.config_hash;

-- name: ledger-revisits
SELECT subject_id FROM revisit WHERE stage = ?1 AND subject = ?2 ORDER BY subject_id;

-- name: ledger-revisit-clear
DELETE FROM revisit WHERE stage = ?1 AND subject = ?2 AND subject_id = ?3;

-- name: ledger-revisit-add
INSERT OR IGNORE INTO revisit (stage, subject, subject_id) VALUES (?1, ?2, ?3);

-- name: ledger-waiting-rows
-- Rows of a kind that validate has not come to, and records of it that are to be made anew because an
-- import was taken back.
SELECT (
    SELECT count(*) FROM source_row r
    JOIN source_sheet s ON s.id = r.sheet_id JOIN source_file f ON f.id = s.file_id
    WHERE f.kind = :kind AND r.rejected = 0 AND r.id > coalesce((
      SELECT mark FROM high_water WHERE stage = 'validate' AND subject = 'source_row/' || :kind), 0))
  + (SELECT count(*) FROM revisit WHERE stage = 'validate' AND subject = :kind);

-- name: ledger-waiting-leads
-- Leads that refuse messages, and of which dedupe has not found out yet who they are.
SELECT count(*) FROM lead l
WHERE l.id > coalesce((
    SELECT mark FROM high_water WHERE stage = 'dedupe' AND subject = 'lead'), 0)
  AND l.consent_status IN ('declined', 'withdrawn')
  AND NOT EXISTS (SELECT 1 FROM entity e WHERE e.id = l.id)
  AND NOT EXISTS (SELECT 1 FROM entity_link k WHERE k.lead_id = l.id);
