-- expand: records that insurers returned after delivery (種別 4, 5)
ALTER TABLE journal DROP CONSTRAINT journal_rule_is_known;
ALTER TABLE journal ADD CONSTRAINT journal_rule_is_known CHECK (rule IN ('E1', 'E2', 'E2v', 'E2r', 'E9'));
ALTER TABLE posting DROP CONSTRAINT posting_account_is_known;
ALTER TABLE posting ADD CONSTRAINT posting_account_is_known CHECK (account IN ('1201', '1202', '1230', '2101', '2120'));
ALTER TABLE claim DROP CONSTRAINT claim_is_sealed_in_a_bundle;
ALTER TABLE claim ADD CONSTRAINT claim_is_sealed_in_a_bundle CHECK (
  (state = 'accepted' AND bundle_id IS NULL) OR (state IN ('sealed', 'sent-back', 'offset') AND bundle_id IS NOT NULL)
);

-- What routing has said was sent back; posted once all of a message's claims are here and sealed.
CREATE TABLE sent_back (
  submission_id uuid NOT NULL,
  record_index integer NOT NULL,
  message_id uuid NOT NULL,
  insurer_number text NOT NULL,
  claim_yen bigint NOT NULL,
  sent_back_at timestamptz NOT NULL,
  is_posted boolean NOT NULL DEFAULT false,
  CONSTRAINT record_is_sent_back_once PRIMARY KEY (submission_id, record_index)
);
CREATE INDEX sent_back_waiting ON sent_back (insurer_number, message_id) WHERE NOT is_posted;
GRANT SELECT, INSERT ON sent_back TO {{role}};
GRANT UPDATE (is_posted) ON sent_back TO {{role}};
