-- expand
-- Both are seen to once a chunk instead of once a record: the chunk counts up the row of its submission and fails where there is none; the
-- key of its leaves is committed before anything is sealed with it. Nobody may delete a submission or a key.
ALTER TABLE {{schema}}.record DROP CONSTRAINT record_submission_id_fkey;
ALTER TABLE {{schema}}.history_record DROP CONSTRAINT history_record_leaf_key_id_fkey;
