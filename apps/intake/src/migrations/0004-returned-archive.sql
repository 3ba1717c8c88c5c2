-- expand: a submission that the agency returned as a whole (一括返戻), with its one reason
ALTER TABLE submission ADD COLUMN whole_return_reason text;
ALTER TABLE submission ADD COLUMN whole_return_text text;
