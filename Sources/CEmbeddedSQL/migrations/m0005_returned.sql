-- Rejected rows that came back: what the rows of a rejects workbook were corrected to.

-- Sheets of imported rejects workbooks, and the sheet whose rejected rows they hold.
CREATE TABLE returned_sheet (
  sheet_id INTEGER PRIMARY KEY REFERENCES source_sheet (id),
  origin_sheet_id INTEGER NOT NULL REFERENCES source_sheet (id)
) STRICT;

-- Corrected rows, and the rejected row that each came from: as the supplier sent it, not as an
-- earlier correction left it. The latest correction speaks for the row.
CREATE TABLE row_correction (
  row_id INTEGER PRIMARY KEY,       -- source row with the corrected cells
  origin_id INTEGER NOT NULL        -- source row that was rejected
) STRICT;
CREATE INDEX row_correction_by_origin ON row_correction (origin_id, row_id);

-- The rejected among all rows that something was found about.
CREATE INDEX finding_rejecting ON finding (source_row_id) WHERE severity = 'reject';
