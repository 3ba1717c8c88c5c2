-- expand: queries (確認依頼) that were put to the insurer of their record; asked once, answered once, or closed by the agency's own decision
CREATE TABLE {{schema}}.question (
  submission_id uuid NOT NULL,
  record_index integer NOT NULL,
  insurer_number text NOT NULL CHECK (insurer_number ~ '^\d{8}$'),
  asked_at timestamptz NOT NULL,
  -- who asked: an operator's id, or the terms of the insurer
  asked_by text NOT NULL,
  answered_at timestamptz,
  answer text CHECK (answer IN ('accept', 'return', 'decided-by-agency')),
  PRIMARY KEY (submission_id, record_index),
  FOREIGN KEY (submission_id, record_index) REFERENCES {{schema}}.record,
  CONSTRAINT answered_question_has_its_answer CHECK ((answered_at IS NULL) = (answer IS NULL))
);
CREATE INDEX question_open ON {{schema}}.question (insurer_number, submission_id, record_index) WHERE answered_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON {{schema}}.question TO {{role}};
