import type { Bilingual } from '@daiko/contracts';
import { catalogue } from '@daiko/inspection-rules';
import type { StoredFinding } from '../findings/finding.store.js';
import type { Received } from './receive-submission.js';
import type { Submission } from './submission.store.js';

const texts = new Map(catalogue.map(({ id, title, remedy }) => [id, { title, remedy }]));
const unknownText: { title: Bilingual; remedy: Bilingual } = {
  title: { ja: '廃止された点検項目', en: 'A rule that was retired' },
  remedy: { ja: '代行機関に問い合わせてください。', en: 'Ask the agency.' },
};

/** Answer to an upload; the same at the first time and at every repetition. */
export function receivedView({ submission }: Pick<Received, 'submission'>) {
  return {
    receiptNumber: submission.receiptNumber,
    sha256: submission.sha256,
    sizeBytes: submission.sizeBytes,
    receivedAt: submission.receivedAt.toISOString(),
    recordCount: submission.recordCount,
    kind: submission.kind,
    rootName: submission.rootName,
    scanner: submission.scanner,
    receipt: submission.receipt,
  };
}

/** A submission as its sender and the operator see it: state, counts, no values. */
export function submissionView(submission: Submission) {
  const { acceptedCount, returnedCount, queryCount, heldCount, recordCount } = submission;
  const refusedCount = submission.state === 'refused' ? recordCount : 0;
  const judgedCount = acceptedCount + returnedCount + queryCount + heldCount;
  return {
    submissionId: submission.submissionId,
    receiptNumber: submission.receiptNumber,
    state: submission.state,
    partnerNumber: submission.partnerNumber,
    providerNumber: submission.providerNumber,
    rootName: submission.rootName,
    kind: submission.kind,
    channel: submission.channel,
    scanner: submission.scanner,
    sha256: submission.sha256,
    sizeBytes: submission.sizeBytes,
    receivedAt: submission.receivedAt.toISOString(),
    endedAt: submission.endedAt?.toISOString() ?? null,
    claimYen: submission.claimYen,
    returned: submission.returned,
    counts: {
      records: recordCount,
      accepted: acceptedCount,
      returned: returnedCount,
      query: queryCount,
      held: heldCount,
      refused: refusedCount,
      pending: refusedCount > 0 ? 0 : recordCount - judgedCount,
    },
  };
}

/** A finding for the sender: rule, place and code, with the texts of the catalogue; the values are in inspection's sealed report. */
export function findingView(finding: StoredFinding) {
  const { findingId: _, recordIndex, ...mark } = finding;
  const { title, remedy } = texts.get(finding.rule) ?? unknownText;
  return { ...mark, recordIndex, title, remedy };
}
