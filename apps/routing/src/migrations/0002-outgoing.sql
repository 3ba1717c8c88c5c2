-- expand
-- Numbers N (同日分割送信回数) of archives sent to one receiver on one day; a number once taken is never used again.
CREATE TABLE {{schema}}.archive_number (
  receiver_number text NOT NULL,
  archive_day text NOT NULL CHECK (archive_day ~ '^\d{8}$'),
  number smallint NOT NULL CHECK (number BETWEEN 0 AND 9),
  PRIMARY KEY (receiver_number, archive_day, number)
);

-- Order in which sealed bundles and returns became visible: what a reader's cursor counts.
CREATE SEQUENCE {{schema}}.delivery_sequence;

CREATE TABLE {{schema}}.bundle (
  bundle_id uuid PRIMARY KEY,
  insurer_number text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('checkup', 'guidance')),
  -- root name of the archive
  name text NOT NULL,
  created_day text NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'sealed', 'acknowledged', 'voided')),
  record_count integer NOT NULL,
  unit_yen bigint NOT NULL,
  copayment_yen bigint NOT NULL,
  other_program_yen bigint NOT NULL,
  claim_yen bigint NOT NULL,
  record_hash_sum numeric(40) NOT NULL,
  planned_at timestamptz NOT NULL,
  leased_until timestamptz,
  attempt_count integer NOT NULL DEFAULT 0,
  delivery_number bigint UNIQUE,
  payload jsonb,
  sha256 text,
  size_bytes bigint,
  sealed_at timestamptz,
  acknowledged_at timestamptz,
  voided_at timestamptz,
  void_reason text CHECK (void_reason IN ('unreadable', 'withdrawn')),
  CONSTRAINT bundle_name_is_used_once UNIQUE (name),
  CONSTRAINT sealed_bundle_has_its_object CHECK (
    state = 'planned' OR (payload IS NOT NULL AND sha256 IS NOT NULL AND delivery_number IS NOT NULL)
  ),
  CONSTRAINT bundle_is_acknowledged_or_voided CHECK (acknowledged_at IS NULL OR voided_at IS NULL)
);
CREATE INDEX bundle_of_insurer ON {{schema}}.bundle (insurer_number, delivery_number);
CREATE INDEX bundle_planned ON {{schema}}.bundle (planned_at) WHERE state = 'planned';
CREATE UNIQUE INDEX bundle_object ON {{schema}}.bundle ((payload ->> 'objectKey'));

CREATE TABLE {{schema}}.bundle_line (
  bundle_id uuid NOT NULL REFERENCES {{schema}}.bundle,
  line_number integer NOT NULL,
  submission_id uuid NOT NULL,
  record_index integer NOT NULL,
  is_live boolean NOT NULL DEFAULT true,
  -- the 26 digits both files carry in this bundle, and those they came with where they had to be renamed
  file_digits text NOT NULL,
  original_digits text,
  PRIMARY KEY (bundle_id, line_number),
  FOREIGN KEY (submission_id, record_index) REFERENCES {{schema}}.record,
  CONSTRAINT file_name_is_used_once_in_a_bundle UNIQUE (bundle_id, file_digits) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX record_is_in_one_live_bundle ON {{schema}}.bundle_line (submission_id, record_index)
  WHERE is_live;
ALTER TABLE {{schema}}.record ADD FOREIGN KEY (live_bundle_id) REFERENCES {{schema}}.bundle;

CREATE TABLE {{schema}}.provider_return (
  return_id uuid PRIMARY KEY,
  provider_number text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('checkup', 'guidance')),
  form text NOT NULL CHECK (form IN ('archive', 'list')),
  origin text NOT NULL CHECK (origin IN ('agency', 'insurer')),
  -- root name of an archive, name of the file without its ending for a list
  name text NOT NULL,
  created_day text NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'sealed', 'acknowledged')),
  record_count integer NOT NULL,
  unit_yen bigint NOT NULL,
  copayment_yen bigint NOT NULL,
  other_program_yen bigint NOT NULL,
  claim_yen bigint NOT NULL,
  record_hash_sum numeric(40) NOT NULL,
  planned_at timestamptz NOT NULL,
  leased_until timestamptz,
  attempt_count integer NOT NULL DEFAULT 0,
  delivery_number bigint UNIQUE,
  payload jsonb,
  sha256 text,
  size_bytes bigint,
  sealed_at timestamptz,
  acknowledged_at timestamptz,
  CONSTRAINT return_name_is_used_once UNIQUE (name),
  CONSTRAINT sealed_return_has_its_object CHECK (
    state = 'planned' OR (payload IS NOT NULL AND sha256 IS NOT NULL AND delivery_number IS NOT NULL)
  )
);
CREATE INDEX return_of_provider ON {{schema}}.provider_return (provider_number, delivery_number);
CREATE INDEX return_planned ON {{schema}}.provider_return (planned_at) WHERE state = 'planned';
CREATE UNIQUE INDEX return_object ON {{schema}}.provider_return ((payload ->> 'objectKey'));

CREATE TABLE {{schema}}.return_line (
  return_id uuid NOT NULL REFERENCES {{schema}}.provider_return,
  line_number integer NOT NULL,
  submission_id uuid NOT NULL,
  record_index integer NOT NULL,
  file_digits text,
  original_digits text,
  PRIMARY KEY (return_id, line_number),
  FOREIGN KEY (submission_id, record_index) REFERENCES {{schema}}.record,
  CONSTRAINT record_is_in_one_return UNIQUE (submission_id, record_index),
  CONSTRAINT file_name_is_used_once_in_a_return UNIQUE (return_id, file_digits) DEFERRABLE INITIALLY DEFERRED
);
ALTER TABLE {{schema}}.record ADD FOREIGN KEY (return_id) REFERENCES {{schema}}.provider_return;

-- An object that was begun: written before its first byte, so that the sweeper knows what may be an orphan of ours.
CREATE TABLE {{schema}}.upload (
  object_key text PRIMARY KEY,
  document_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  is_kept boolean NOT NULL DEFAULT false,
  claimed_at timestamptz,
  CONSTRAINT kept_object_is_never_claimed CHECK (NOT is_kept OR claimed_at IS NULL)
);

GRANT SELECT, INSERT ON {{schema}}.archive_number TO {{role}};
GRANT USAGE ON {{schema}}.delivery_sequence TO {{role}};
GRANT SELECT, INSERT, UPDATE ON {{schema}}.bundle, {{schema}}.bundle_line, {{schema}}.upload TO {{role}};
GRANT SELECT, INSERT, UPDATE, DELETE ON {{schema}}.provider_return, {{schema}}.return_line TO {{role}};
