-- expand
-- Masters (台帳, マスタ) of insurers: which import holds, every import that was, and the entries of the last two. Persons are keyed digests.
CREATE TABLE master_import (
  import_id uuid PRIMARY KEY,
  insurer_number text NOT NULL,
  kind text NOT NULL,
  version integer NOT NULL,
  sha256 text NOT NULL,
  size_bytes bigint NOT NULL,
  row_count integer NOT NULL,
  entry_count integer NOT NULL,
  part_count integer NOT NULL,
  imported_by text NOT NULL,
  imported_at timestamptz NOT NULL,
  superseded_at timestamptz,
  CONSTRAINT master_import_kind_is_known CHECK (kind IN ('tickets', 'members', 'contracts')),
  CONSTRAINT master_import_has_one_version UNIQUE (insurer_number, kind, version)
);

-- The lock under which an insurer's imports follow one another.
CREATE TABLE master (
  insurer_number text NOT NULL,
  kind text NOT NULL,
  version integer NOT NULL,
  import_id uuid NOT NULL REFERENCES master_import (import_id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (insurer_number, kind)
);

CREATE TABLE master_entry (
  import_id uuid NOT NULL REFERENCES master_import (import_id),
  entry_index integer NOT NULL,
  facts jsonb NOT NULL,
  PRIMARY KEY (import_id, entry_index)
);

GRANT SELECT, INSERT ON master_import, master, master_entry TO {{role}};
GRANT UPDATE (version, import_id) ON master TO {{role}};
GRANT UPDATE (superseded_at) ON master_import TO {{role}};
GRANT DELETE ON master_entry TO {{role}};
