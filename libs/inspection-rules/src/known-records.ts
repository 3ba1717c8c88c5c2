import type { MemoryFacts } from './memory-facts.js';
import { linkingTicket } from './linking-ticket.js';
import { keyedDigest, nameDigest, personDigest } from './person-digest.js';
import type { HistoryRecord, PastValues, RecordHistory } from './record-history.js';
import type { RecordReport } from './record-report.js';

/** Keyed digests by which a record is known again. */
export interface RecordDigests {
  readonly person: Buffer | null;
  readonly name: Buffer | null;
  /** Of both files: their checksums and sizes stand for the bytes. */
  readonly content: Buffer;
}

/** A record as it is kept for those after it: digests in place of whose it is. */
export interface KnownRecord extends Omit<
  HistoryRecord,
  'isSamePerson' | 'isSameName' | 'isSameContent' | 'isOfSameArchive' | 'values'
> {
  readonly personDigest: Buffer;
  readonly nameDigest: Buffer | null;
  readonly contentDigest: Buffer;
}

/** Digests of a record under a key. */
export function digestsOf(key: Uint8Array, report: RecordReport): RecordDigests {
  const { identity, memory, resultEntry, claimEntry } = report;
  const content = [resultEntry?.crc, resultEntry?.size, claimEntry?.crc, claimEntry?.size];
  const { birthDate = '', sex = '' } = identity ?? {};
  const name = memory?.name ?? '';
  return {
    person: identity === null ? null : personDigest(key, identity),
    name: name === '' ? null : nameDigest(key, { name, birthDate, sex }),
    content: keyedDigest(key, 'content', JSON.stringify(content)),
  };
}

/** What later checks compare with. */
export function pastValuesOf({ checkup, guidance }: MemoryFacts): PastValues {
  if (guidance === null) return { checkup, guidance: null };
  const { waist, weight, completedPoints } = guidance;
  return { checkup, guidance: { waist, weight, completedPoints } };
}

interface Remembered {
  /** Place in the order of time. */
  readonly order: number;
  readonly record: KnownRecord;
  readonly values: PastValues | null;
}

/**
 * Records that are known when those of one archive are judged (履歴): what was kept before, and what the archive itself adds,
 * record by record. The same at the agency, which keeps a history, and offline, where an archive has only itself.
 */
export class KnownRecords {
  private readonly byKey = new Map<string, Remembered[]>();
  private count = 0;

  constructor(
    private readonly archive: { readonly submissionId: string; readonly receivedOn: string },
    private readonly since: string | null = null,
  ) {}

  /** Takes a record that was kept, in the order of time. */
  remember(record: KnownRecord, values: PastValues | null): void {
    const remembered: Remembered = { order: this.count++, record, values };
    for (const key of keysOf(record.personDigest, record.nameDigest, record)) {
      const known = this.byKey.get(key);
      if (known === undefined) this.byKey.set(key, [remembered]);
      else known.push(remembered);
    }
  }

  /** What is known of a record before it is judged. */
  historyOf({ index, memory }: RecordReport, digests: RecordDigests): RecordHistory {
    const since = this.since as RecordHistory['since'];
    if (memory === null) return { records: [], since };
    const found = new Set<Remembered>();
    for (const key of keysOf(digests.person, digests.name, memory)) {
      this.byKey.get(key)?.forEach((each) => found.add(each));
    }
    // A record that is judged again is no earlier one of its own.
    const earlier = [...found].filter(({ record }) => !this.isOwn(record) || record.index !== index);
    earlier.sort((a, b) => this.compare(a, b));
    return { records: earlier.map((each) => this.recordOf(each, digests)), since };
  }

  /** Notes a judged record for those after it; null where it is not to be known again. */
  note(report: RecordReport, { person, name, content }: RecordDigests): KnownRecord | null {
    const { memory, index, verdict } = report;
    if (memory === null || person === null || verdict === 'held') return null;
    const { submissionId, receivedOn } = this.archive;
    const known: KnownRecord = {
      submissionId,
      index,
      personDigest: person,
      nameDigest: name,
      contentDigest: content,
      isGuidance: memory.isGuidance,
      insurerNumber: memory.insurerNumber,
      institutionNumber: memory.institutionNumber,
      ticketNumber: memory.ticketNumber,
      programme: memory.programme,
      serviceDate: memory.serviceDate,
      checkupDate: memory.checkupDate,
      timing: memory.timing,
      level: memory.level,
      unitYen: memory.unitYen,
      calculatedYen: memory.calculatedYen,
      claimYen: memory.claimYen,
      state: verdict === 'query' ? 'queried' : verdict === 'returned' ? 'returned' : 'accepted',
      receivedOn: receivedOn as KnownRecord['receivedOn'],
    };
    this.remember(known, pastValuesOf(memory));
    return known;
  }

  private isOwn({ submissionId }: KnownRecord): boolean {
    return submissionId === this.archive.submissionId;
  }

  /** By time; those of the archive itself last, in its order, whichever was judged first. */
  private compare(a: Remembered, b: Remembered): number {
    const [ofA, ofB] = [this.isOwn(a.record), this.isOwn(b.record)];
    if (ofA !== ofB) return ofA ? 1 : -1;
    return ofA ? a.record.index - b.record.index : a.order - b.order;
  }

  private recordOf({ record, values }: Remembered, digests: RecordDigests): HistoryRecord {
    const { personDigest: person, nameDigest: name, contentDigest: content, ...kept } = record;
    return {
      ...kept,
      isOfSameArchive: this.isOwn(record),
      isSamePerson: digests.person?.equals(person) === true,
      isSameName: name !== null && digests.name?.equals(name) === true,
      isSameContent: digests.content.equals(content),
      values,
    };
  }
}

function keysOf(
  person: Buffer | null,
  name: Buffer | null,
  of: Pick<MemoryFacts, 'ticketNumber' | 'insurerNumber'>,
): string[] {
  const ticket = linkingTicket(of);
  return [
    ...(person === null ? [] : [`person ${person.toString('hex')}`]),
    ...(name === null ? [] : [`name ${name.toString('hex')}`]),
    ...(ticket === null ? [] : [`ticket ${ticket.ticketNumber} ${ticket.insurerNumber}`]),
  ];
}
