-- expand
-- Copies of the masters of insurers (台帳・マスタの写し), fed by billing. A version is used when all its parts are there; each switch takes the next epoch.
CREATE TABLE {{schema}}.master_epoch (
  is_only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT master_epoch_is_one_row CHECK (is_only_row),
  number bigint NOT NULL
);
INSERT INTO {{schema}}.master_epoch (number) VALUES (0);

CREATE TABLE {{schema}}.master_version (
  import_id uuid PRIMARY KEY,
  insurer_number text NOT NULL,
  kind text NOT NULL CONSTRAINT master_version_kind_is_known CHECK (kind IN ('tickets', 'members', 'contracts')),
  version integer NOT NULL,
  sha256 text NOT NULL,
  part_count integer NOT NULL,
  imported_at timestamptz NOT NULL,
  -- Epochs in which it holds: from the switch to it until the switch to the next; both null while parts are missing or a newer one was first.
  switched_epoch bigint,
  superseded_epoch bigint,
  CONSTRAINT master_version_is_one_import UNIQUE (insurer_number, kind, version),
  CONSTRAINT master_version_ends_after_it_begins CHECK (superseded_epoch IS NULL OR superseded_epoch > switched_epoch)
);
CREATE UNIQUE INDEX master_version_that_holds ON {{schema}}.master_version (insurer_number, kind)
  WHERE switched_epoch IS NOT NULL AND superseded_epoch IS NULL;

CREATE TABLE {{schema}}.master_part (
  import_id uuid NOT NULL REFERENCES {{schema}}.master_version,
  part_index integer NOT NULL,
  PRIMARY KEY (import_id, part_index)
);

-- Persons are keyed digests; facts are codes, days, yen.
CREATE TABLE {{schema}}.master_ticket (
  import_id uuid NOT NULL REFERENCES {{schema}}.master_version,
  ticket_number text NOT NULL,
  facts jsonb NOT NULL,
  PRIMARY KEY (import_id, ticket_number)
);

CREATE TABLE {{schema}}.master_member (
  import_id uuid NOT NULL REFERENCES {{schema}}.master_version,
  household_digest text NOT NULL,
  facts jsonb NOT NULL
);
CREATE INDEX master_member_of_household ON {{schema}}.master_member (import_id, household_digest);

CREATE TABLE {{schema}}.master_contract (
  import_id uuid NOT NULL REFERENCES {{schema}}.master_version,
  contract_number text NOT NULL,
  facts jsonb NOT NULL,
  PRIMARY KEY (import_id, contract_number)
);

CREATE TABLE {{schema}}.master_party (
  import_id uuid NOT NULL REFERENCES {{schema}}.master_version,
  institution_number text NOT NULL,
  contract_number text NOT NULL,
  PRIMARY KEY (import_id, institution_number, contract_number)
);

-- The masters that all chunks of a submission are judged by.
ALTER TABLE {{schema}}.submission ADD COLUMN masters_epoch bigint NOT NULL DEFAULT 0;

GRANT SELECT, UPDATE ON {{schema}}.master_epoch TO {{role}};
GRANT SELECT, INSERT, UPDATE ON {{schema}}.master_version TO {{role}};
GRANT SELECT, INSERT ON {{schema}}.master_part TO {{role}};
GRANT SELECT, INSERT, DELETE ON {{schema}}.master_ticket, {{schema}}.master_member, {{schema}}.master_contract, {{schema}}.master_party TO {{role}};
