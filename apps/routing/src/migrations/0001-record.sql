-- expand
-- A submission as routing sees it; columns stay null until their message has come, in whatever order.
CREATE TABLE {{schema}}.submission (
  submission_id uuid PRIMARY KEY,
  provider_number text,
  kind text CHECK (kind IN ('checkup', 'guidance')),
  root_name text,
  payload jsonb,
  received_at timestamptz,
  chunk_count integer,
  record_count integer,
  record_hash_sum numeric(40),
  judged_at timestamptz,
  -- true once every judged chunk and record is held here: only then may its records be sealed
  is_complete boolean NOT NULL DEFAULT false,
  CONSTRAINT complete_submission_is_judged_and_received
    CHECK (NOT is_complete OR (judged_at IS NOT NULL AND payload IS NOT NULL))
);

CREATE TABLE {{schema}}.chunk_seen (
  submission_id uuid NOT NULL REFERENCES {{schema}}.submission,
  chunk_index integer NOT NULL,
  record_count integer NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (submission_id, chunk_index)
);

CREATE TABLE {{schema}}.record (
  submission_id uuid NOT NULL REFERENCES {{schema}}.submission,
  record_index integer NOT NULL,
  state text NOT NULL,
  provider_number text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('checkup', 'guidance')),
  insurer_number text,
  unit_yen bigint NOT NULL,
  copayment_yen bigint NOT NULL,
  other_program_yen bigint NOT NULL,
  claim_yen bigint NOT NULL,
  record_hash numeric(20) NOT NULL,
  is_readable boolean NOT NULL,
  return_reason text,
  return_text text,
  result_entry jsonb,
  claim_entry jsonb,
  -- rules, places and codes of a record that goes into a list (返戻一覧); null for all others
  findings jsonb,
  live_bundle_id uuid,
  return_id uuid,
  PRIMARY KEY (submission_id, record_index),
  CONSTRAINT record_has_a_state_of_routing CHECK (
    state IN ('query', 'held', 'accepted', 'sealed', 'delivered', 'returned', 'return-sealed')
  ),
  CONSTRAINT deliverable_record_is_whole CHECK (
    state NOT IN ('accepted', 'sealed', 'delivered')
    OR (insurer_number IS NOT NULL AND result_entry IS NOT NULL AND claim_entry IS NOT NULL)
  ),
  CONSTRAINT sealed_record_is_in_a_bundle CHECK (
    state NOT IN ('sealed', 'delivered') OR live_bundle_id IS NOT NULL
  ),
  CONSTRAINT only_good_records_are_bundled CHECK (
    live_bundle_id IS NULL OR state IN ('accepted', 'sealed', 'delivered')
  ),
  CONSTRAINT only_returned_records_have_a_return CHECK (
    return_id IS NULL OR state IN ('returned', 'return-sealed')
  )
);
CREATE INDEX record_to_bundle ON {{schema}}.record (insurer_number, kind, submission_id, record_index)
  WHERE state = 'accepted' AND live_bundle_id IS NULL;
CREATE INDEX record_to_return ON {{schema}}.record (provider_number, kind, submission_id, record_index)
  WHERE state = 'returned' AND return_id IS NULL;
CREATE INDEX record_in_bundle ON {{schema}}.record (live_bundle_id) WHERE live_bundle_id IS NOT NULL;
CREATE INDEX record_in_return ON {{schema}}.record (return_id) WHERE return_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON {{schema}}.submission, {{schema}}.record TO {{role}};
GRANT SELECT, INSERT ON {{schema}}.chunk_seen TO {{role}};
