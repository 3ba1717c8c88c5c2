/** What the story reads of the agency's answers; its own words, so that a changed answer shows. */

export interface ReceivedAnswer {
  receiptNumber: string;
  sha256: string;
  receivedAt: string;
  recordCount: number;
  scanner: string;
  receipt: string;
}

export interface FindingView {
  rule: string;
  severity: string;
  returnReason: string | null;
  file: string | null;
  line: number | null;
  xpath: string | null;
  item: string | null;
  recordIndex: number | null;
  title: { ja: string; en: string };
  remedy: { ja: string; en: string };
}

export interface SubmissionView {
  submissionId: string;
  state: string;
  sha256: string;
  counts: {
    records: number;
    accepted: number;
    returned: number;
    query: number;
    held: number;
    refused: number;
    pending: number;
  };
  findings: FindingView[];
}

export interface BundleView {
  bundleId: string;
  insurerNumber: string;
  kind: string;
  name: string;
  state: string;
  recordCount: number;
  claimYen: number;
  sha256: string;
}

export interface ReturnView {
  returnId: string;
  providerNumber: string;
  kind: string;
  form: 'archive' | 'list';
  name: string;
  state: string;
  recordCount: number;
  sha256: string;
}

export interface InvoiceView {
  insurerNumber: string;
  recordCount: number;
  totalYen: number;
}

export interface LedgerView {
  received: { records: number; claimYen: number };
  delivered: { records: number; claimYen: number };
  returned: { records: number; claimYen: number };
  refused: { records: number; claimYen: number };
  inProgress: { records: number; claimYen: number };
  differences: unknown[];
}
