-- expand
-- The service's copy of the partner directory (取引先台帳の写し), fed by identity.partner.changed.v1; no secret, only verifiers.
CREATE TABLE partner (
  partner_id uuid PRIMARY KEY,
  version integer NOT NULL CONSTRAINT partner_version_is_positive CHECK (version > 0),
  kind text NOT NULL CONSTRAINT partner_kind_is_known CHECK (kind IN ('provider', 'insurer', 'operator')),
  number text NOT NULL,
  label text NOT NULL,
  state text NOT NULL CONSTRAINT partner_state_is_known CHECK (state IN ('active', 'suspended')),
  may_act_for text[] NOT NULL,
  upload_bytes_max bigint NOT NULL,
  uploads_concurrent_max integer NOT NULL,
  requests_per_minute_max integer NOT NULL,
  has_watch_folder boolean NOT NULL
);
CREATE INDEX partner_by_number ON partner (number);
CREATE INDEX partner_with_watch_folder ON partner (number) WHERE has_watch_folder;

CREATE TABLE credential (
  credential_id text PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner (partner_id) ON DELETE CASCADE,
  verifier text NOT NULL CONSTRAINT credential_verifier_is_sha256 CHECK (verifier ~ '^[0-9a-f]{64}$'),
  valid_from timestamptz NOT NULL,
  valid_until timestamptz
);
CREATE INDEX credential_by_partner ON credential (partner_id);

-- When identity last said that it is there: one row. A copy that has not heard it for long refuses.
CREATE TABLE directory_confirmation (
  is_only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT directory_confirmation_is_one_row CHECK (is_only_row),
  confirmed_at timestamptz NOT NULL,
  partner_count integer NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON partner, credential TO {{role}};
GRANT SELECT, INSERT, UPDATE ON directory_confirmation TO {{role}};
