-- expand: an archive that a clerk returned as a whole (一括返戻), with its one reason, and which of its records had been accepted
ALTER TABLE {{schema}}.submission ADD COLUMN whole_return_reason text;
ALTER TABLE {{schema}}.submission ADD COLUMN whole_return_text text;
ALTER TABLE {{schema}}.record ADD COLUMN was_accepted boolean NOT NULL DEFAULT false;
