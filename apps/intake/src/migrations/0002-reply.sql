-- expand: archives of insurers (返戻・過誤返戻・回答) are received like submissions, but none of their records is a new one
ALTER TABLE submission ADD COLUMN sender_kind text NOT NULL DEFAULT 'provider'
  CONSTRAINT submission_sender_kind_is_known CHECK (sender_kind IN ('provider', 'insurer'));
