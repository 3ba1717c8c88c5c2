-- expand
-- One in so many accepted documents of a submission is shown to the second opinion; fixed when the submission is taken over.
ALTER TABLE {{schema}}.submission ADD COLUMN opinion_share integer NOT NULL DEFAULT 500 CHECK (opinion_share > 0);
