-- expand
-- The trail (証跡): marks of every service in the order in which they were taken in; the role may add and read, never change or delete.
CREATE TABLE trail_mark (
  -- Place in the Merkle tree, from 0 and without gaps.
  leaf_index bigint PRIMARY KEY,
  stream text NOT NULL,
  sequence bigint NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  subject text NOT NULL,
  -- The text of the envelope, since the hash covers it as it was written.
  time text NOT NULL,
  body_digest text NOT NULL,
  -- Only of access and key use (JSON text, as the digest covers it).
  body text,
  actor_id text,
  action text,
  object_id text,
  received_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT trail_mark_place_is_taken UNIQUE (stream, sequence),
  CONSTRAINT trail_mark_sequence_is_positive CHECK (sequence > 0)
);
CREATE INDEX trail_mark_by_hash ON trail_mark (hash);
CREATE INDEX trail_mark_by_id ON trail_mark (id);
CREATE INDEX trail_mark_by_actor ON trail_mark (actor_id, leaf_index) WHERE actor_id IS NOT NULL;
CREATE INDEX trail_mark_by_object ON trail_mark (object_id, leaf_index) WHERE object_id IS NOT NULL;
CREATE INDEX trail_mark_by_action ON trail_mark (action, leaf_index) WHERE action IS NOT NULL;

-- Marks that came before their predecessor; they wait here until the stream is contiguous.
CREATE TABLE trail_parked (
  stream text NOT NULL,
  sequence bigint NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  subject text NOT NULL,
  time text NOT NULL,
  body_digest text NOT NULL,
  body text,
  actor_id text,
  action text,
  object_id text,
  parked_at timestamptz NOT NULL,
  CONSTRAINT trail_parked_is_parked_once PRIMARY KEY (stream, sequence, hash)
);

-- End of the contiguous part of each stream.
CREATE TABLE trail_stream (
  stream text PRIMARY KEY,
  sequence bigint NOT NULL,
  hash text NOT NULL
);

-- The highest head a service has reported of a stream, and since when its marks are awaited.
CREATE TABLE reported_head (
  stream text PRIMARY KEY,
  sequence bigint NOT NULL,
  hash text NOT NULL,
  reported_at timestamptz NOT NULL,
  waiting_since timestamptz
);

CREATE TABLE trail_alarm (
  kind text NOT NULL,
  stream text NOT NULL,
  sequence bigint NOT NULL,
  hash text NOT NULL,
  noted_at timestamptz NOT NULL,
  CONSTRAINT trail_alarm_is_noted_once PRIMARY KEY (stream, sequence, kind, hash)
);

-- The Merkle tree (RFC 6962) as its size and the roots of its perfect subtrees, largest first: one row.
CREATE TABLE merkle_tree (
  is_only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT merkle_tree_is_one_row CHECK (is_only_row),
  size bigint NOT NULL,
  peaks text[] NOT NULL
);
INSERT INTO merkle_tree (size, peaks) VALUES (0, '{}');

CREATE TABLE checkpoint (
  tree_size bigint PRIMARY KEY,
  root_hash text NOT NULL,
  stream_count integer NOT NULL,
  heads_digest text NOT NULL,
  signed_at timestamptz NOT NULL,
  jws text NOT NULL
);

GRANT SELECT, INSERT ON trail_mark, trail_alarm, checkpoint TO {{role}};
GRANT SELECT, INSERT, DELETE ON trail_parked TO {{role}};
GRANT SELECT, INSERT, UPDATE ON trail_stream, reported_head TO {{role}};
GRANT SELECT, UPDATE ON merkle_tree TO {{role}};
