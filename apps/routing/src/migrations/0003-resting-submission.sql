-- expand
-- A submission whose payload could not be read while sealing rests: its records wait, those of others go on. Null: nothing is wrong.
ALTER TABLE {{schema}}.submission ADD COLUMN rests_until timestamptz;

-- A plan that holds no record any more is given up; only planned rows are ever deleted.
GRANT DELETE ON {{schema}}.bundle, {{schema}}.bundle_line TO {{role}};
