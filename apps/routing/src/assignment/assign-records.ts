import {
  type ClaimFacts,
  type EntryRef,
  type FindingMark,
  type InspectedRecord,
  nextRecordState,
  recordHash,
  type RecordEvent,
  type RecordState,
  type RecordVerdict,
} from '@daiko/contracts';

/** Whose records a message speaks of. */
export interface RecordOrigin {
  submissionId: string;
  providerNumber: string;
  kind: 'checkup' | 'guidance';
}

/** A record as it is to stand in routing's table (振分). */
export interface AssignedRecord {
  recordIndex: number;
  state: RecordState;
  providerNumber: string;
  kind: 'checkup' | 'guidance';
  insurerNumber: string | null;
  unitYen: number;
  copaymentYen: number;
  otherProgramYen: number;
  claimYen: number;
  /** Decimal of the 64-bit hash of the record's name. */
  recordHash: string;
  isReadable: boolean;
  returnReason: string | null;
  returnText: string | null;
  /** Whose return it is, where it is one. */
  returnedBy: 'agency' | 'insurer';
  resultEntry: EntryRef | null;
  claimEntry: EntryRef | null;
  findings: FindingMark[] | null;
}

/** What a message about judged records changes, and what in it cannot be. */
export interface Assignment {
  records: AssignedRecord[];
  /** `incomplete`: accepted without the facts of an accepted record; `contradiction`: another final verdict was committed before. */
  defects: { recordIndex: number; reason: 'incomplete' | 'contradiction' }[];
}

const events: Record<RecordVerdict, RecordEvent> = {
  accepted: 'accept',
  query: 'raise-query',
  returned: 'return',
  held: 'hold',
};
const goodStates: readonly RecordState[] = ['accepted', 'sealed', 'delivered'];
const returnStates: readonly RecordState[] = ['returned', 'return-sealed'];
const noMoney: ClaimFacts = {
  unitYen: 0,
  copaymentYen: 0,
  otherProgramYen: 0,
  claimYen: 0,
  claimType: null,
  guidanceTiming: null,
  guidanceLevel: null,
};

/**
 * Decides what judged records become here, given the states that are held already. The news may come late, twice, or before the
 * chunk that it changes: a verdict that is passed by leaves the record as it is; two final verdicts that differ are a defect.
 */
export function assignRecords(
  origin: RecordOrigin,
  inspected: readonly InspectedRecord[],
  held: ReadonlyMap<number, RecordState>,
): Assignment {
  const assignment: Assignment = { records: [], defects: [] };
  for (const record of inspected) {
    const before = held.get(record.index);
    const state = nextRecordState(before ?? 'received', events[record.verdict]);
    if (state === null) {
      if (isContradiction(before, record.verdict)) {
        assignment.defects.push({ recordIndex: record.index, reason: 'contradiction' });
      }
    } else if (record.verdict === 'accepted' && !isWhole(record)) {
      assignment.defects.push({ recordIndex: record.index, reason: 'incomplete' });
    } else {
      assignment.records.push(assigned(origin, record, state));
    }
  }
  return assignment;
}

function isContradiction(before: RecordState | undefined, verdict: RecordVerdict): boolean {
  if (before === undefined) return true;
  if (verdict === 'accepted') return !goodStates.includes(before);
  if (verdict === 'returned') return !returnStates.includes(before);
  return false;
}

function isWhole(record: InspectedRecord): boolean {
  return (
    record.insurerNumber !== null &&
    record.claim !== null &&
    record.result !== null &&
    record.claimFile !== null
  );
}

/** True where a returned record can travel in a return archive: its claim and its money were read, and both files are there. */
function canBeArchived(record: InspectedRecord): boolean {
  return record.isReadable && record.claim !== null && record.result !== null && record.claimFile !== null;
}

function assigned(origin: RecordOrigin, record: InspectedRecord, state: RecordState): AssignedRecord {
  const { unitYen, copaymentYen, otherProgramYen, claimYen } = record.claim ?? noMoney;
  return {
    recordIndex: record.index,
    state,
    providerNumber: origin.providerNumber,
    kind: origin.kind,
    insurerNumber: record.insurerNumber,
    unitYen,
    copaymentYen,
    otherProgramYen,
    claimYen,
    recordHash: recordHash(origin.submissionId, record.index).toString(),
    isReadable: canBeArchived(record),
    returnReason: state === 'returned' ? (record.returnReason ?? '09') : null,
    returnText: state === 'returned' ? record.returnText : null,
    returnedBy: record.returnedBy ?? 'agency',
    resultEntry: record.result,
    claimEntry: record.claimFile,
    findings: state === 'returned' && !canBeArchived(record) ? record.findings : null,
  };
}
