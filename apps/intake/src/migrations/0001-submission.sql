-- expand
-- Receipts are numbered platform-wide; a number that was taken by a rolled back transaction stays unused.
CREATE SEQUENCE receipt_serial;

-- One acknowledged archive (受領単位). It exists from the receipt on; what was refused at the desk never gets a row.
CREATE TABLE submission (
  submission_id uuid PRIMARY KEY,
  receipt_number text NOT NULL CONSTRAINT submission_receipt_number_is_unique UNIQUE,
  partner_id uuid NOT NULL,
  partner_number text NOT NULL,
  provider_number text NOT NULL,
  root_name text NOT NULL,
  kind text NOT NULL CONSTRAINT submission_kind_is_known CHECK (kind IN ('checkup', 'guidance')),
  channel text NOT NULL CONSTRAINT submission_channel_is_known CHECK (channel IN ('https', 'watch-folder')),
  scanner text NOT NULL,
  sha256 text NOT NULL CONSTRAINT submission_sha256_is_hex CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint NOT NULL,
  record_count integer NOT NULL CONSTRAINT submission_has_records CHECK (record_count > 0),
  record_hash_sum numeric NOT NULL,
  received_at timestamptz NOT NULL,
  inspection_date text NOT NULL,
  settings_version text NOT NULL,
  object_key text NOT NULL CONSTRAINT submission_object_is_unique UNIQUE,
  payload jsonb NOT NULL,
  -- The signed bytes, served unchanged.
  receipt text NOT NULL,
  state text NOT NULL DEFAULT 'received'
    CONSTRAINT submission_state_is_known CHECK (state IN ('received', 'inspecting', 'judged', 'refused')),
  claim_yen bigint,
  accepted_count integer NOT NULL DEFAULT 0,
  returned_count integer NOT NULL DEFAULT 0,
  query_count integer NOT NULL DEFAULT 0,
  held_count integer NOT NULL DEFAULT 0,
  ended_at timestamptz,
  CONSTRAINT submission_counts_fit CHECK (
    accepted_count >= 0 AND returned_count >= 0 AND query_count >= 0 AND held_count >= 0
    AND accepted_count + returned_count + query_count + held_count <= record_count)
);
CREATE UNIQUE INDEX submission_content_is_received_once ON submission (partner_id, sha256);
-- A027: a root name counts as used unless its archive was refused as a whole.
CREATE UNIQUE INDEX submission_root_name_is_received_once ON submission (root_name) WHERE state <> 'refused';
CREATE INDEX submission_by_partner ON submission (partner_id, submission_id);
CREATE INDEX submission_by_name ON submission (root_name);
CREATE INDEX submission_by_sha256 ON submission (sha256);
CREATE INDEX submission_waiting ON submission (submission_id) INCLUDE (record_count)
  WHERE state IN ('received', 'inspecting');

-- An upload under way holds a lease; it commits only while it is still `uploading`. Accepted rows remember Idempotency-Keys.
CREATE TABLE upload (
  upload_id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  idempotency_key text,
  object_key text CONSTRAINT upload_object_is_unique UNIQUE,
  state text NOT NULL DEFAULT 'uploading'
    CONSTRAINT upload_state_is_known CHECK (state IN ('uploading', 'accepted', 'swept')),
  lease_until timestamptz NOT NULL,
  submission_id uuid REFERENCES submission (submission_id),
  begun_at timestamptz NOT NULL,
  CONSTRAINT upload_accepted_names_its_submission CHECK ((state = 'accepted') = (submission_id IS NOT NULL))
);
CREATE UNIQUE INDEX upload_key_is_used_once ON upload (partner_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL AND state <> 'swept';
CREATE INDEX upload_running ON upload (partner_id) WHERE state = 'uploading';

-- What is left of a refusal at the desk (受付不可): that it was, and why; never a name that is none of the standard's.
CREATE TABLE refusal (
  refusal_id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  root_name text,
  rules text[] NOT NULL,
  channel text NOT NULL,
  refused_at timestamptz NOT NULL
);
CREATE INDEX refusal_by_partner ON refusal (partner_id, refused_at);

-- Verdict of each record (判定), copied from inspection's messages.
CREATE TABLE record_verdict (
  submission_id uuid NOT NULL REFERENCES submission (submission_id),
  record_index integer NOT NULL,
  verdict text NOT NULL
    CONSTRAINT record_verdict_is_known CHECK (verdict IN ('accepted', 'query', 'returned', 'held')),
  -- Set where a query or a held record was decided later.
  decided_at timestamptz,
  PRIMARY KEY (submission_id, record_index)
);

-- Findings (指摘) for the sender: rule, place and code, no value.
CREATE TABLE finding (
  finding_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  submission_id uuid NOT NULL REFERENCES submission (submission_id),
  -- NULL: of the archive as a whole.
  record_index integer,
  rule text NOT NULL,
  level smallint NOT NULL,
  severity text NOT NULL,
  return_reason text,
  file text,
  line integer,
  xpath text,
  item text
);
CREATE INDEX finding_by_record ON finding (submission_id, record_index);

-- The latest checkpoint of audit: one row; it travels in every receipt.
CREATE TABLE checkpoint (
  is_only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT checkpoint_is_one_row CHECK (is_only_row),
  tree_size bigint NOT NULL,
  root_hash text NOT NULL,
  signed_at timestamptz NOT NULL,
  jws text NOT NULL
);

GRANT USAGE ON SEQUENCE receipt_serial TO {{role}};
GRANT SELECT, INSERT, UPDATE ON submission, record_verdict, checkpoint TO {{role}};
GRANT SELECT, INSERT, UPDATE, DELETE ON upload TO {{role}};
GRANT SELECT, INSERT, DELETE ON finding TO {{role}};
GRANT SELECT, INSERT ON refusal TO {{role}};
