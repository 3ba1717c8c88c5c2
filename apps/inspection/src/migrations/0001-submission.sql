-- expand: what inspection has taken over, its chunks, its records, and the keys that find duplicates
CREATE TABLE {{schema}}.submission (
  submission_id uuid PRIMARY KEY,
  provider_number text NOT NULL,
  sender_number text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('checkup', 'guidance')),
  file_name text NOT NULL,
  sha256 text NOT NULL,
  inspection_date text NOT NULL,
  settings_version text NOT NULL,
  payload jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('inspecting', 'judged', 'refused')),
  record_count integer NOT NULL,
  record_hash_sum numeric(40) NOT NULL,
  claim_yen bigint NOT NULL DEFAULT 0,
  chunk_count integer NOT NULL DEFAULT 0,
  ordinary_chunk_count integer NOT NULL DEFAULT 0,
  inspected_chunk_count integer NOT NULL DEFAULT 0,
  accepted_count integer NOT NULL DEFAULT 0,
  query_count integer NOT NULL DEFAULT 0,
  returned_count integer NOT NULL DEFAULT 0,
  held_count integer NOT NULL DEFAULT 0,
  archive_report jsonb,
  taken_at timestamptz NOT NULL,
  judged_at timestamptz,
  CONSTRAINT submission_inspects_no_more_chunks_than_planned CHECK (inspected_chunk_count <= chunk_count)
);

CREATE TABLE {{schema}}.chunk (
  submission_id uuid NOT NULL REFERENCES {{schema}}.submission,
  chunk_index integer NOT NULL,
  record_indexes integer[] NOT NULL,
  record_hash_sum numeric(40) NOT NULL,
  claim_yen bigint NOT NULL,
  inspected_at timestamptz,
  report jsonb,
  PRIMARY KEY (submission_id, chunk_index)
);

CREATE TABLE {{schema}}.record (
  submission_id uuid NOT NULL REFERENCES {{schema}}.submission,
  record_index integer NOT NULL,
  chunk_index integer NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('accepted', 'query', 'returned', 'held')),
  claim_yen bigint NOT NULL,
  record_hash numeric(20) NOT NULL,
  claim_key bytea,
  fault_number text,
  judged jsonb,
  decided_at timestamptz,
  PRIMARY KEY (submission_id, record_index),
  CONSTRAINT undecided_record_keeps_its_judgement CHECK (verdict NOT IN ('query', 'held') OR judged IS NOT NULL)
);
CREATE INDEX record_undecided ON {{schema}}.record (verdict, submission_id, record_index) WHERE verdict IN ('query', 'held');

-- one accepted or queried claim per person, ticket, kind and timing: the first to commit holds the key
CREATE TABLE {{schema}}.claim_history (
  claim_key bytea PRIMARY KEY,
  person_digest bytea NOT NULL,
  submission_id uuid NOT NULL,
  record_index integer NOT NULL,
  entered_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON {{schema}}.submission, {{schema}}.chunk, {{schema}}.record TO {{role}};
GRANT SELECT, INSERT, DELETE ON {{schema}}.claim_history TO {{role}};
CREATE INDEX chunk_report_object ON {{schema}}.chunk ((report->>'objectKey')) WHERE report IS NOT NULL;
CREATE INDEX submission_report_object ON {{schema}}.submission ((archive_report->>'objectKey')) WHERE archive_report IS NOT NULL;
