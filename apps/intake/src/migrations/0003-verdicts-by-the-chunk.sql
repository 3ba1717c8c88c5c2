-- expand
-- Verdicts are written while their submission is locked, a chunk at a time, and nobody may delete a submission: no need to ask for each.
ALTER TABLE record_verdict DROP CONSTRAINT record_verdict_submission_id_fkey;
