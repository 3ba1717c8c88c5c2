import type { FindingMark, ReplyRecord } from '@daiko/contracts';
import type { ServiceTransaction } from '@daiko/messaging';
import { lockUndecided } from '../chunk/chunk.store.js';
import type { QueryDecision } from '../query/decide-query.js';
import { findOpenQuestion } from '../query/question.store.js';
import { settleAnswer } from '../query/settle-query.js';
import { findSubmission } from '../submission/submission.store.js';

/**
 * Takes the answers of a 種別 11 archive: a pair with a 処理結果 of the insurer returns the record, one without accepts it. A pair
 * about which nothing is open for this insurer is not taken (R004).
 */
export async function answerQuestions(
  tx: ServiceTransaction,
  insurerNumber: string,
  records: readonly ReplyRecord[],
  now: Date,
): Promise<ReplyRecord[]> {
  const answered: ReplyRecord[] = [];
  for (const record of records) {
    const isTaken = record.isTaken && (await answerOne(tx, insurerNumber, record, now));
    const isUnknown = record.isTaken && !isTaken;
    answered.push({
      ...record,
      isTaken,
      findings: isUnknown ? [...record.findings, unknownMark(record)] : record.findings,
    });
  }
  return answered;
}

async function answerOne(
  tx: ServiceTransaction,
  insurerNumber: string,
  { result, returnReason }: ReplyRecord,
  now: Date,
): Promise<boolean> {
  const question = await findOpenQuestion(tx, insurerNumber, result?.name ?? '');
  if (question === null) return false;
  const { submissionId, index } = question;
  const open = await lockUndecided(tx, 'query', submissionId, index);
  const submission = await findSubmission(tx, submissionId);
  // Sent back unchanged, the result is what was asked about.
  if (open === null || submission === null || open.judged.result?.crc32 !== result?.crc32) return false;
  const decision: QueryDecision =
    returnReason === null ? { decision: 'release' } : { decision: 'return', returnReason, returnText: '' };
  await settleAnswer(tx, submission, open, decision, now);
  return true;
}

function unknownMark({ claimFile }: ReplyRecord): FindingMark {
  const file = claimFile === null ? null : `CLAIMS/${claimFile.name}`;
  const place = { file, line: null, xpath: null, item: null };
  return { rule: 'R004', level: 8, severity: 'query', returnReason: '09', ...place };
}
