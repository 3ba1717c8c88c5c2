-- expand
-- A record is written once and changed three times: reserved, sealed, delivered. No index speaks of its state, and its page keeps room for
-- the next version of it, so that the last two changes stay in their place and touch no index.
DROP INDEX {{schema}}.record_to_bundle;
DROP INDEX {{schema}}.record_to_return;
DROP INDEX {{schema}}.record_sent_back;
CREATE INDEX record_to_bundle ON {{schema}}.record (insurer_number, kind, submission_id, record_index)
  WHERE live_bundle_id IS NULL AND return_id IS NULL;
CREATE INDEX record_to_return ON {{schema}}.record (provider_number, kind, submission_id, record_index)
  WHERE live_bundle_id IS NULL AND return_id IS NULL;
ALTER TABLE {{schema}}.record SET (fillfactor = 45);

-- What these three said is checked for all rows of a document at once: a record is written while its submission is locked, a line from the
-- record that the same statement reserves; sealing counts lines, records and moved records, and fails where they differ. Nobody may delete a record.
ALTER TABLE {{schema}}.record DROP CONSTRAINT record_submission_id_fkey, DROP CONSTRAINT record_live_bundle_id_fkey;
ALTER TABLE {{schema}}.bundle_line DROP CONSTRAINT bundle_line_submission_id_record_index_fkey;
