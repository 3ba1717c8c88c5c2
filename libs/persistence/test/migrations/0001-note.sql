-- expand
CREATE TABLE note (
  id bigint PRIMARY KEY,
  body jsonb NOT NULL,
  written_at timestamptz NOT NULL
);
CREATE TABLE {{schema}}.seal (id bigint PRIMARY KEY);
GRANT SELECT, INSERT, UPDATE ON note TO {{role}};
GRANT SELECT, INSERT ON seal TO {{role}};
