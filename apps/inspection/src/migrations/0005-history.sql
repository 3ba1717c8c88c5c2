-- expand: what became of every judged record that names a person, for the rules of the history (L8); a person is a keyed digest
CREATE TABLE {{schema}}.history_key (
  leaf_key_id uuid PRIMARY KEY,
  key_id text NOT NULL,
  wrapped_key text NOT NULL,
  made_at timestamptz NOT NULL
);

CREATE TABLE {{schema}}.history_record (
  submission_id uuid NOT NULL,
  record_index integer NOT NULL,
  person_digest bytea NOT NULL,
  -- the how manieth record of the person: of two transactions at once only one can take a place
  person_place integer NOT NULL,
  name_digest bytea,
  content_digest bytea NOT NULL,
  is_guidance boolean NOT NULL,
  insurer_number text,
  institution_number text,
  ticket_number text,
  programme text NOT NULL,
  service_date text,
  checkup_date text,
  timing text NOT NULL,
  guidance_level text NOT NULL,
  unit_yen bigint,
  calculated_yen bigint,
  claim_yen bigint,
  state text NOT NULL CHECK (state IN ('accepted', 'queried', 'settled', 'returned', 'withdrawn')),
  received_on text NOT NULL,
  replaces_submission_id uuid,
  replaces_record_index integer,
  leaf bytea,
  leaf_key_id uuid REFERENCES {{schema}}.history_key,
  entered_at timestamptz NOT NULL,
  changed_at timestamptz,
  PRIMARY KEY (submission_id, record_index),
  CONSTRAINT history_record_has_its_place UNIQUE (person_digest, person_place),
  CONSTRAINT history_leaf_has_its_key CHECK (leaf IS NULL OR leaf_key_id IS NOT NULL)
);
CREATE INDEX history_record_name ON {{schema}}.history_record (name_digest, entered_at);
CREATE INDEX history_record_ticket ON {{schema}}.history_record (ticket_number, insurer_number, entered_at) WHERE ticket_number IS NOT NULL;

GRANT SELECT, INSERT ON {{schema}}.history_key TO {{role}};
GRANT SELECT, INSERT, UPDATE ON {{schema}}.history_record TO {{role}};
