-- expand: statistics of an archive (L9): counters of records, never a value of a person
-- Of a chunk until the submission is done, then null.
ALTER TABLE {{schema}}.chunk ADD COLUMN statistics jsonb;
-- What L9 says: findings and the rules that were not checked; json, which keeps the order in which a report prints them.
ALTER TABLE {{schema}}.submission ADD COLUMN statistics json;
-- Its records wait for a clerk, since L9 asks something; null where it never did.
ALTER TABLE {{schema}}.submission ADD COLUMN statistics_asked_at timestamptz;
CREATE INDEX submission_that_asks ON {{schema}}.submission (submission_id) WHERE statistics_asked_at IS NOT NULL AND state = 'inspecting';
CREATE INDEX submission_judged_of_provider ON {{schema}}.submission (provider_number, judged_at) WHERE judged_at IS NOT NULL;

-- Counters by institution and fiscal year of the checkups, of those large enough that nobody can be told from them.
CREATE TABLE {{schema}}.institution_statistics (
  submission_id uuid NOT NULL REFERENCES {{schema}}.submission,
  institution_number text NOT NULL,
  fiscal_year integer NOT NULL,
  record_count integer NOT NULL,
  counts jsonb NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (submission_id, institution_number, fiscal_year)
);
CREATE INDEX institution_statistics_of_year ON {{schema}}.institution_statistics (institution_number, fiscal_year);

GRANT SELECT, INSERT ON {{schema}}.institution_statistics TO {{role}};
