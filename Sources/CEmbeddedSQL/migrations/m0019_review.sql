-- What people decided about pairs of leads that may be one person.

-- The decisions as they were given; of two about a pair the later source row counts.
CREATE TABLE link_decision (
  id INTEGER PRIMARY KEY, source_row_id INTEGER NOT NULL, supplier TEXT NOT NULL, external_id TEXT,
  lead TEXT NOT NULL, other_lead TEXT NOT NULL, -- ids, or names as exports have them
  decision TEXT NOT NULL CHECK (decision = 'same' OR decision = 'different' OR decision = 'unsure'),
  reviewer TEXT, comment TEXT
) STRICT;

-- The leads that names in decisions were found to mean. A lead keeps its name when other files
-- bring its row again.
CREATE TABLE link_name (
  name TEXT PRIMARY KEY,
  lead_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The decisions in force, each from both sides: those about leads that are there, less those that
-- later ones contradict.
CREATE TABLE link_constraint (
  lead_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL,
  is_same INTEGER NOT NULL CHECK (is_same IN (0, 1)),
  decision_id INTEGER NOT NULL,
  PRIMARY KEY (lead_id, other_id)
) STRICT, WITHOUT ROWID;

-- Each pair that the model kept, once, with the probability that it is one person: 1 or 0 where
-- somebody decided it, else what the model says, corrected by the decisions about pairs of about its
-- weight. The model's word counts as four decisions. Pairs of exactly 0 bits are those that the
-- model holds down for somebody to look at: a kind of their own.
CREATE VIEW link_judged AS
WITH edge AS (
  SELECT e.lead_id, e.other_id, e.weight, c.is_same,
    CASE e.weight WHEN 0 THEN -1000
      ELSE max(-20, min(20, CAST(e.weight / 2 + 1000 AS INTEGER) - 1000)) END AS band,
    1 / (1 + pow(2, -max(-60, min(60, e.weight)))) AS model_probability
  FROM link_edge e
  LEFT JOIN link_constraint c ON c.lead_id = e.lead_id AND c.other_id = e.other_id
  WHERE e.lead_id < e.other_id),
decided AS (
  SELECT band, count(*) AS pairs, sum(is_same) AS same FROM edge
  WHERE is_same IS NOT NULL GROUP BY band)
SELECT e.lead_id, e.other_id, e.weight, e.band, e.is_same, e.model_probability,
  CASE WHEN e.is_same IS NOT NULL THEN 1.0 * e.is_same
    ELSE (coalesce(d.same, 0) + 4 * e.model_probability) / (coalesce(d.pairs, 0) + 4)
  END AS probability
FROM edge e LEFT JOIN decided d ON d.band = e.band;
