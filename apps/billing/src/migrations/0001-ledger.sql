-- expand
-- Ledger (元帳). One journal (仕訳帳の一件) per message, rule and pair of provider and insurer.
CREATE TABLE journal (
  id uuid PRIMARY KEY,
  cause_message_id uuid NOT NULL,
  rule text NOT NULL,
  provider_number text NOT NULL,
  insurer_number text NOT NULL,
  bundle_id uuid,
  record_count integer NOT NULL,
  occurred_at timestamptz NOT NULL,
  -- 期: the month in Japan in which it occurred.
  period text NOT NULL,
  reverses uuid REFERENCES journal (id),
  posted_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT journal_is_posted_once UNIQUE (cause_message_id, rule, provider_number, insurer_number),
  CONSTRAINT journal_is_reversed_once UNIQUE (reverses),
  CONSTRAINT journal_rule_is_known CHECK (rule IN ('E1', 'E2', 'E2v')),
  CONSTRAINT journal_reversal_names_its_original CHECK ((rule = 'E2v') = (reverses IS NOT NULL))
);
CREATE INDEX journal_of_bundle ON journal (bundle_id) WHERE bundle_id IS NOT NULL;

CREATE TABLE posting (
  journal_id uuid NOT NULL REFERENCES journal (id),
  line integer NOT NULL,
  account text NOT NULL,
  partner_number text NOT NULL,
  processing_month text NOT NULL,
  debit_yen bigint NOT NULL,
  credit_yen bigint NOT NULL,
  CONSTRAINT posting_is_written_once PRIMARY KEY (journal_id, line),
  CONSTRAINT posting_account_is_known CHECK (account IN ('1201', '1202', '2101')),
  CONSTRAINT posting_has_one_side CHECK (debit_yen >= 0 AND credit_yen >= 0 AND (debit_yen = 0 OR credit_yen = 0))
);
CREATE INDEX posting_of_account ON posting (account, processing_month, partner_number);

-- Claim facts (請求の事実): codes and yen of every record that was judged good; never a name, a birthday or a result.
CREATE TABLE claim (
  submission_id uuid NOT NULL,
  record_index integer NOT NULL,
  provider_number text NOT NULL,
  insurer_number text NOT NULL,
  kind text NOT NULL,
  service_date text,
  claim_type text,
  guidance_timing text,
  guidance_level text,
  unit_yen bigint NOT NULL,
  copayment_yen bigint NOT NULL,
  other_program_yen bigint NOT NULL,
  claim_yen bigint NOT NULL,
  record_hash numeric(20, 0) NOT NULL,
  -- 処理月: the month of acceptance in Japan, YYYY-MM.
  processing_month text NOT NULL,
  accepted_at timestamptz NOT NULL,
  -- The journal that holds its E1.
  accepted_journal_id uuid NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
  state text NOT NULL DEFAULT 'accepted',
  bundle_id uuid,
  CONSTRAINT claim_is_accepted_once PRIMARY KEY (submission_id, record_index),
  CONSTRAINT claim_kind_is_known CHECK (kind IN ('checkup', 'guidance')),
  CONSTRAINT claim_is_not_negative CHECK (claim_yen >= 0),
  CONSTRAINT claim_month_is_a_month CHECK (processing_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  CONSTRAINT claim_is_sealed_in_a_bundle CHECK (
    (state = 'accepted' AND bundle_id IS NULL) OR (state = 'sealed' AND bundle_id IS NOT NULL)
  )
);
CREATE INDEX claim_of_insurer ON claim (processing_month, insurer_number);
CREATE INDEX claim_of_provider ON claim (processing_month, provider_number);
CREATE INDEX claim_in_bundle ON claim (bundle_id) WHERE bundle_id IS NOT NULL;

-- What routing has said of a bundle (送付単位); messages may come in any order, so a row may begin with any of them.
CREATE TABLE bundle (
  bundle_id uuid PRIMARY KEY,
  insurer_number text NOT NULL,
  kind text,
  sealed_message_id uuid,
  sealed_at timestamptz,
  voided_message_id uuid,
  voided_at timestamptz,
  acknowledged_at timestamptz,
  posting text NOT NULL DEFAULT 'none',
  CONSTRAINT bundle_posting_is_known CHECK (posting IN ('none', 'sealed', 'reversed', 'differs')),
  CONSTRAINT bundle_is_posted_after_sealing CHECK (posting = 'none' OR sealed_at IS NOT NULL)
);
CREATE INDEX bundle_waiting ON bundle (insurer_number)
  WHERE sealed_at IS NOT NULL AND (posting = 'none' OR (posting = 'sealed' AND voided_at IS NOT NULL));

CREATE TABLE bundle_record (
  bundle_id uuid NOT NULL REFERENCES bundle (bundle_id),
  submission_id uuid NOT NULL,
  record_index integer NOT NULL,
  claim_yen bigint NOT NULL,
  CONSTRAINT bundle_record_is_named_once PRIMARY KEY (bundle_id, submission_id, record_index)
);

-- Both sides of a journal are equal when its transaction commits, and a journal has at least two lines.
CREATE FUNCTION check_journal_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked uuid;
  lines bigint;
  difference numeric;
BEGIN
  IF TG_TABLE_NAME = 'journal' THEN checked := NEW.id; ELSE checked := NEW.journal_id; END IF;
  SELECT count(*), coalesce(sum(debit_yen - credit_yen), 0) INTO lines, difference FROM posting WHERE journal_id = checked;
  IF lines < 2 OR difference <> 0 THEN
    RAISE EXCEPTION 'posting_is_balanced: journal % has % lines and a difference of % yen', checked, lines, difference
      USING ERRCODE = 'check_violation', CONSTRAINT = 'posting_is_balanced';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER posting_is_balanced AFTER INSERT ON posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_journal_balance();
CREATE CONSTRAINT TRIGGER journal_has_postings AFTER INSERT ON journal
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_journal_balance();

GRANT SELECT, INSERT ON claim, bundle, bundle_record, journal, posting TO {{role}};
GRANT UPDATE (state, bundle_id) ON claim TO {{role}};
GRANT UPDATE (kind, sealed_message_id, sealed_at, voided_message_id, voided_at, acknowledged_at, posting) ON bundle TO {{role}};
