-- expand
-- Whose return it is: the agency's with a reason of 別表9, or the insurer's with one of 別表10; the two never share an archive.
ALTER TABLE {{schema}}.record ADD COLUMN returned_by text NOT NULL DEFAULT 'agency'
  CONSTRAINT record_is_returned_by_somebody CHECK (returned_by IN ('agency', 'insurer'));
