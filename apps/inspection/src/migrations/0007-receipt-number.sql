-- expand: the number by which its sender knows a submission, for reports; null for those taken over before
ALTER TABLE {{schema}}.submission ADD COLUMN receipt_number text;
-- Which records were corrected by which (訂正).
CREATE INDEX history_record_replaces ON {{schema}}.history_record (replaces_submission_id, replaces_record_index) WHERE replaces_submission_id IS NOT NULL;
