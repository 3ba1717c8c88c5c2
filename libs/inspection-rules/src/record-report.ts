import type { ClaimFacts, InspectedRecord, RecordVerdict } from '@daiko/contracts';
import type { EntryLocation } from '@daiko/exchange-format';
import type { SchemaVerdict } from './document-facts.js';
import { type Finding, type ReturnReason, toFindingMark } from './finding.js';
import type { PersonIdentity } from './identity.js';
import type { MemoryFacts } from './memory-facts.js';
import type { RecordStatistics } from './statistics/read-statistics.js';

/** Schema verdicts of a record. */
export interface SchemaVerdicts {
  readonly result: SchemaVerdict;
  readonly claim: SchemaVerdict;
}

/** The judgement on one record. */
export interface RecordReport {
  /** Number of the record in its archive, from 0. */
  readonly index: number;
  readonly verdict: RecordVerdict;
  /** Paths of result and claim inside the archive; null where one is missing. */
  readonly file: string | null;
  readonly claim: string | null;
  /** In report order, at most `settings.findingsMax`. */
  readonly findings: readonly Finding[];
  /** Only of a returned record. */
  readonly returnReason: ReturnReason | null;
  readonly returnText: string | null;
  /** The claim can be read and is valid by its schema: a return can be written into it. */
  readonly isReadable: boolean;
  readonly insurerNumber: string | null;
  readonly ticketNumber: string | null;
  /** YYYYMMDD. */
  readonly serviceDate: string | null;
  readonly claimFacts: ClaimFacts | null;
  /** Reason (別表10) that the insurer wrote into the claim, where it did. */
  readonly insurerReason?: string | null;
  /** Sensitive: for the keyed digest only. */
  readonly identity: PersonIdentity | null;
  /** Sensitive: equal for two claims of the same event (H001), see `duplicateKeyOf`; null where it cannot be told. */
  readonly duplicateKey: string | null;
  /** Sensitive: what rules with memory (L7, L8) go by; null where L4 or L5 returned the record or it could not be read. */
  readonly memory: MemoryFacts | null;
  /** Sensitive: what the record adds to the statistics of its archive; null where it adds nothing. */
  readonly statistics: RecordStatistics | null;
  /** What the schemas say of the two documents. */
  readonly schemaVerdicts: SchemaVerdicts;
  readonly resultEntry: EntryLocation | null;
  readonly claimEntry: EntryLocation | null;
  /** Ids of rules that failed, `reading` where the reader itself did; then the verdict is `held`. */
  readonly faults: readonly string[];
}

/** The record as messages carry it: without values, texts and identity. */
export function toInspectedRecord(report: RecordReport): InspectedRecord {
  return {
    index: report.index,
    verdict: report.verdict,
    returnReason: report.returnReason,
    returnText: report.returnText,
    isReadable: report.isReadable,
    insurerNumber: report.insurerNumber,
    ticketNumber: report.ticketNumber,
    serviceDate: report.serviceDate,
    claim: report.claimFacts,
    result: entryRefOf(report.resultEntry),
    claimFile: entryRefOf(report.claimEntry),
    findings: report.findings.map(toFindingMark),
  };
}

function entryRefOf(entry: EntryLocation | null): InspectedRecord['result'] {
  if (entry === null) return null;
  return {
    name: entry.path.slice(entry.path.lastIndexOf('/') + 1),
    offset: entry.offset,
    compressedBytes: entry.compressedSize,
    bytes: entry.size,
    crc32: entry.crc,
    method: entry.method,
  };
}
