-- expand: submissions that inspection returned as a whole (一括返戻): the E1 of their claims is mirrored by E1r
ALTER TABLE journal DROP CONSTRAINT journal_rule_is_known;
ALTER TABLE journal ADD CONSTRAINT journal_rule_is_known CHECK (rule IN ('E1', 'E1r', 'E2', 'E2v', 'E2r', 'E9'));
ALTER TABLE journal DROP CONSTRAINT journal_reversal_names_its_original;
ALTER TABLE journal ADD CONSTRAINT journal_reversal_names_its_original CHECK ((rule IN ('E1r', 'E2v')) = (reverses IS NOT NULL));
-- One message mirrors the journals of all chunks of a submission.
ALTER TABLE journal DROP CONSTRAINT journal_is_posted_once;
ALTER TABLE journal ADD CONSTRAINT journal_is_posted_once
  UNIQUE NULLS NOT DISTINCT (cause_message_id, rule, provider_number, insurer_number, reverses);
ALTER TABLE claim DROP CONSTRAINT claim_is_sealed_in_a_bundle;
ALTER TABLE claim ADD CONSTRAINT claim_is_sealed_in_a_bundle CHECK (
  (state IN ('accepted', 'withdrawn') AND bundle_id IS NULL) OR (state IN ('sealed', 'sent-back', 'offset') AND bundle_id IS NOT NULL)
);

-- Remembered, since claims of such a submission may come after the news that it was returned.
CREATE TABLE returned_submission (
  submission_id uuid PRIMARY KEY,
  message_id uuid NOT NULL,
  returned_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON returned_submission TO {{role}};
