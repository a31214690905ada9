-- What a job title and the UTM values say: level, department, and the channel by channels.yaml.
ALTER TABLE entity_enrichment ADD COLUMN seniority TEXT;
ALTER TABLE entity_enrichment ADD COLUMN department TEXT;
ALTER TABLE entity_enrichment ADD COLUMN channel TEXT;
