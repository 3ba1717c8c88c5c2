-- expand
-- A claim is written once and changed once, when its bundle is posted: pages keep room for that, and no index speaks of what changes.
-- The records of a bundle stand in bundle_record.
DROP INDEX claim_in_bundle;
ALTER TABLE claim SET (fillfactor = 50);
-- Claims and their journals come from one transaction, and the trial balance compares them journal by journal; the records of a bundle are
-- written after its row. Nobody may delete a journal or a bundle.
ALTER TABLE claim DROP CONSTRAINT claim_accepted_journal_id_fkey;
ALTER TABLE bundle_record DROP CONSTRAINT bundle_record_bundle_id_fkey;
