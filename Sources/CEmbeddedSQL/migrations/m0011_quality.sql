-- How good the data of a lead is, 0 to 100, by the weights in validation.yaml; NULL: not judged yet,
-- or erased.
ALTER TABLE lead ADD COLUMN quality INTEGER;

-- The best of the entity's leads.
ALTER TABLE entity ADD COLUMN quality INTEGER;
