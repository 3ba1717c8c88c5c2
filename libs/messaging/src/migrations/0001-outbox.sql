-- expand
-- The outbox is the chain of marks (証跡): the role that runs may add and read, never change or delete.
CREATE TABLE mark (
  stream text NOT NULL,
  sequence bigint NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  subject text NOT NULL,
  time timestamptz NOT NULL,
  traceparent text NOT NULL,
  body text NOT NULL,
  body_bytes integer NOT NULL,
  appended_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT mark_place_is_taken PRIMARY KEY (stream, sequence),
  CONSTRAINT mark_id_is_taken UNIQUE (id),
  CONSTRAINT mark_sequence_is_positive CHECK (sequence > 0)
);
-- One row a process; locked at the end of a transaction that appends.
CREATE TABLE stream_head (
  stream text PRIMARY KEY,
  sequence bigint NOT NULL,
  hash text NOT NULL,
  follows text,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
-- How far a stream has been relayed to the broker.
CREATE TABLE relayed (
  stream text PRIMARY KEY,
  sequence bigint NOT NULL,
  relayed_at timestamptz NOT NULL
);
-- Which handler has had which message.
CREATE TABLE inbox (
  handler text NOT NULL,
  message_id uuid NOT NULL,
  handled_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT inbox_message_is_handled PRIMARY KEY (handler, message_id)
);
CREATE TABLE dead_letter (
  id uuid PRIMARY KEY,
  message_id text NOT NULL,
  type text NOT NULL,
  subject text NOT NULL,
  reason text NOT NULL,
  origin_queue text NOT NULL,
  attempts integer NOT NULL,
  body bytea NOT NULL,
  traceparent text NOT NULL,
  dead_at timestamptz NOT NULL DEFAULT now(),
  replayed_at timestamptz
);
CREATE INDEX dead_letter_waiting ON dead_letter (dead_at, id) WHERE replayed_at IS NULL;
GRANT SELECT, INSERT ON mark TO {{role}};
GRANT SELECT, INSERT, UPDATE ON stream_head TO {{role}};
GRANT SELECT, INSERT, UPDATE ON relayed TO {{role}};
GRANT SELECT, INSERT ON inbox TO {{role}};
GRANT SELECT, INSERT, UPDATE ON dead_letter TO {{role}};
