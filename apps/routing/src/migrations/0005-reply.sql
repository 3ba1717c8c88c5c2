-- expand
-- An archive of an insurer (種別 4, 5): the returned claims are copied from it, with the 処理結果 that the insurer wrote.
CREATE TABLE {{schema}}.reply (
  reply_id uuid PRIMARY KEY,
  insurer_number text NOT NULL,
  interaction_type text NOT NULL CHECK (interaction_type IN ('4', '5')),
  root_name text NOT NULL,
  payload jsonb NOT NULL
);
CREATE TABLE {{schema}}.reply_part (
  reply_id uuid NOT NULL REFERENCES {{schema}}.reply,
  part_index integer NOT NULL,
  PRIMARY KEY (reply_id, part_index)
);
GRANT SELECT, INSERT ON {{schema}}.reply, {{schema}}.reply_part TO {{role}};

ALTER TABLE {{schema}}.record ADD COLUMN reply_id uuid REFERENCES {{schema}}.reply, ADD COLUMN reply_entry jsonb;
ALTER TABLE {{schema}}.record DROP CONSTRAINT record_has_a_state_of_routing;
ALTER TABLE {{schema}}.record ADD CONSTRAINT record_has_a_state_of_routing CHECK (
  state IN ('query', 'held', 'accepted', 'sealed', 'delivered', 'sent-back', 'returned', 'return-sealed')
);
ALTER TABLE {{schema}}.record DROP CONSTRAINT only_returned_records_have_a_return;
ALTER TABLE {{schema}}.record ADD CONSTRAINT only_returned_records_have_a_return CHECK (
  return_id IS NULL OR state IN ('sent-back', 'returned', 'return-sealed')
);
ALTER TABLE {{schema}}.record ADD CONSTRAINT record_sent_back_names_its_reply CHECK (
  state <> 'sent-back' OR (reply_id IS NOT NULL AND reply_entry IS NOT NULL AND returned_by = 'insurer')
);
CREATE INDEX record_sent_back ON {{schema}}.record (provider_number, kind, submission_id, record_index)
  WHERE state = 'sent-back' AND return_id IS NULL;
