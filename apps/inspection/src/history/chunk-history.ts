import {
  correctedRecord,
  digestsOf as digestsOfRecord,
  KnownRecords,
  linkingTicket,
  type PastValues,
  pastValuesOf,
  type RecordDigests as DigestsOfRecord,
  type RecordHistory,
  type RecordReport,
} from '@daiko/inspection-rules';
import type { LeafCipher } from '@daiko/payload-store';
import { claimKey } from './claim-key.js';
import { leafName } from './history-leaves.js';
import type { HistoryKeys, HistoryRow, NewHistoryRow } from './history.store.js';

/** Digests under which a record is looked up and kept. */
export interface RecordDigests extends DigestsOfRecord {
  /** Of the claim, which may stand only once; null where the record names none. */
  claim: Buffer | null;
}

/** Digests of a record under the agency's key. */
export function digestsOf(key: Uint8Array, report: RecordReport): RecordDigests {
  const { duplicateKey } = report;
  const claim = duplicateKey === null ? null : claimKey(key, duplicateKey);
  return { ...digestsOfRecord(key, report), claim };
}

/** What the records of a chunk are looked up by. */
export function keysOf(reports: readonly RecordReport[], digests: readonly RecordDigests[]): HistoryKeys {
  const persons = new Map<string, Buffer>();
  const names = new Map<string, Buffer>();
  const tickets = new Map<string, HistoryKeys['tickets'][number]>();
  reports.forEach(({ memory }, at) => {
    const { person, name } = digests[at]!;
    if (person !== null) persons.set(person.toString('hex'), person);
    if (memory === null) return;
    if (name !== null) names.set(name.toString('hex'), name);
    const ticket = linkingTicket(memory);
    if (ticket !== null) tickets.set(`${ticket.ticketNumber} ${ticket.insurerNumber}`, ticket);
  });
  return { persons: [...persons.values()], names: [...names.values()], tickets: [...tickets.values()] };
}

/**
 * History of the records of one chunk (履歴): what was committed before, and what the chunk itself adds record by record, in
 * the order of the archive.
 */
export class ChunkHistory {
  private readonly known: KnownRecords;
  /** Person, hex → the last place that is taken. */
  private readonly places = new Map<string, number>();
  private readonly added: NewHistoryRow[] = [];

  constructor(
    of: { submissionId: string; receivedOn: string },
    rows: readonly HistoryRow[],
    values: readonly (PastValues | null)[],
    since: string | null,
  ) {
    this.known = new KnownRecords(of, since);
    rows.forEach((row, at) => {
      this.known.remember(row, values[at] ?? null);
      const person = row.personDigest.toString('hex');
      this.places.set(person, Math.max(this.places.get(person) ?? 0, row.personPlace));
    });
  }

  /** What is known of a record before it is judged. */
  historyOf(report: RecordReport, digests: RecordDigests): RecordHistory {
    return this.known.historyOf(report, digests);
  }

  /** Notes a judged record, for those after it and for the commit; `history` is what was known of it. */
  add(report: RecordReport, digests: RecordDigests, history: RecordHistory, cipher: LeafCipher): void {
    const { memory } = report;
    const known = this.known.note(report, digests);
    if (known === null || memory === null) return;
    const corrected = correctedRecord({ record: memory, history });
    this.added.push({
      ...known,
      personPlace: this.nextPlace(known.personDigest),
      leaf: cipher.seal(leafName(known), JSON.stringify(pastValuesOf(memory))),
      leafKeyId: cipher.key.leafKeyId,
      replaces: corrected === null ? null : { submissionId: corrected.submissionId, index: corrected.index },
    });
  }

  /** The rows to commit. */
  get rows(): readonly NewHistoryRow[] {
    return this.added;
  }

  private nextPlace(person: Buffer): number {
    const key = person.toString('hex');
    const place = (this.places.get(key) ?? 0) + 1;
    this.places.set(key, place);
    return place;
  }
}
