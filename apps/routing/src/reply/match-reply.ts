import {
  type EntryRef,
  type FindingMark,
  nextRecordState,
  type RecordState,
  type ReplyRecord,
} from '@daiko/contracts';

/** A record that was delivered to the insurer under the name that it now returns. */
export interface DeliveredRecord {
  submissionId: string;
  index: number;
  state: RecordState;
  providerNumber: string;
  claimYen: number;
  resultEntry: EntryRef;
  acknowledgedAt: Date;
}

/** What becomes of one returned pair. */
export interface ReplyOutcome {
  record: ReplyRecord;
  /** Null: not taken, and the findings say why. */
  original: DeliveredRecord | null;
  findings: FindingMark[];
}

/**
 * Decides of each pair of an insurer's return whether a record is sent back: delivered to this insurer under that name and not sent
 * back before (R004), the same result and claim (R006), within `monthsMax` of its acknowledgement where it was settled (R008). Of two pairs of one name the first is taken.
 */
export function matchReply(
  records: readonly ReplyRecord[],
  deliveredByName: ReadonlyMap<string, readonly DeliveredRecord[]>,
  interactionType: '4' | '5',
  now: Date,
  monthsMax: number,
): ReplyOutcome[] {
  const taken = new Set<DeliveredRecord>();
  return records.map((record) => {
    const named = deliveredByName.get(digitsOf(record)) ?? [];
    const original = named.find((one) => !taken.has(one) && nextRecordState(one.state, 'send-back') !== null);
    if (original === undefined) return notTaken(record, 'R004');
    if (!isSame(record, original)) return notTaken(record, 'R006');
    if (interactionType === '5' && isLate(original.acknowledgedAt, now, monthsMax))
      return notTaken(record, 'R008');
    taken.add(original);
    return { record, original, findings: record.findings };
  });
}

/** The 26 digits under which a pair comes; '' without a result. */
export function digitsOf({ result }: ReplyRecord): string {
  return result?.name.slice(1, 27) ?? '';
}

function isSame({ result, claimYen }: ReplyRecord, { resultEntry, claimYen: yen }: DeliveredRecord): boolean {
  return result?.crc32 === resultEntry.crc32 && result.bytes === resultEntry.bytes && claimYen === yen;
}

function isLate(acknowledgedAt: Date, now: Date, monthsMax: number): boolean {
  const last = new Date(acknowledgedAt);
  last.setUTCMonth(last.getUTCMonth() + monthsMax);
  return now > last;
}

function notTaken(record: ReplyRecord, rule: 'R004' | 'R006' | 'R008'): ReplyOutcome {
  const file = record.claimFile?.name ?? null;
  const mark: FindingMark = {
    rule,
    level: 8,
    severity: 'query',
    returnReason: '09',
    file: file === null ? null : `CLAIMS/${file}`,
    line: null,
    xpath: null,
    item: null,
  };
  return { record, original: null, findings: [...record.findings, mark] };
}
