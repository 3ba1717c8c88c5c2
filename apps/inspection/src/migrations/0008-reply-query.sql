-- expand: pairs of insurers' returns (種別 4, 5) that were not taken, until a clerk has seen to them; rules and places, no values
CREATE TABLE {{schema}}.reply_query (
  reply_id uuid NOT NULL,
  record_index integer NOT NULL,
  insurer_number text NOT NULL,
  interaction_type text NOT NULL CHECK (interaction_type IN ('4', '5')),
  file_name text,
  findings jsonb NOT NULL,
  asked_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (reply_id, record_index)
);
CREATE INDEX reply_query_open ON {{schema}}.reply_query (reply_id, record_index) WHERE closed_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON {{schema}}.reply_query TO {{role}};
