-- name: report-last-run
-- The last run in which some stage did more than find rows unchanged.
SELECT run_id FROM stage_run
WHERE stage <> 'report' AND rows_in > unchanged
ORDER BY id DESC LIMIT 1;

-- name: report-measure-set
-- A measure of a date; drawing the same date again gives it anew.
INSERT INTO measure (as_of, name, scope, value) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (as_of, name, scope) DO UPDATE SET value = excluded.value
WHERE value <> excluded.value;

-- name: report-deals
-- All deals, for the forecast.
SELECT id, supplier, external_id, stage, amount_cents, currency, forecast_category,
  created_at, expected_close_at, closed_at, status
FROM deal ORDER BY id;

-- name: report-deal-stages
-- The stages that deals went through, in order of time.
SELECT supplier, deal, stage, at, amount_cents, expected_close_at
FROM deal_stage ORDER BY at, id;
