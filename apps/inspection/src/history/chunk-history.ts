import {
  correctedRecord,
  type HistoryRecord,
  keyedDigest,
  type MemoryFacts,
  nameDigest,
  noMasters,
  type PastValues,
  personDigest,
  type RecordHistory,
  type RecordReport,
} from '@daiko/inspection-rules';
import type { LeafCipher } from '@daiko/payload-store';
import { claimKey } from './claim-key.js';
import { leafName } from './history-leaves.js';
import type { HistoryKeys, HistoryRow, NewHistoryRow } from './history.store.js';

/** Digests under which a record is looked up and kept. */
export interface RecordDigests {
  person: Buffer | null;
  name: Buffer | null;
  content: Buffer;
  /** Of the claim, which may stand only once; null where the record names none. */
  claim: Buffer | null;
}

/** Serial part of 整理番号 that says that there is none; it links nobody. */
const dummyTicket = /^\d{3}0{8}$/;

/** Digests of a record; of its content the checksums and sizes of both files stand for the bytes. */
export function digestsOf(key: Uint8Array, report: RecordReport): RecordDigests {
  const { identity, memory, duplicateKey, resultEntry, claimEntry } = report;
  const content = [resultEntry?.crc, resultEntry?.size, claimEntry?.crc, claimEntry?.size];
  const { birthDate = '', sex = '' } = identity ?? {};
  const name = memory?.name ?? '';
  return {
    person: identity === null ? null : personDigest(key, identity),
    name: name === '' ? null : nameDigest(key, { name, birthDate, sex }),
    content: keyedDigest(key, 'content', JSON.stringify(content)),
    claim: duplicateKey === null ? null : claimKey(key, duplicateKey),
  };
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
    const { ticketNumber, insurerNumber } = memory;
    if (ticketNumber !== null && insurerNumber !== null && !dummyTicket.test(ticketNumber)) {
      tickets.set(`${ticketNumber} ${insurerNumber}`, { ticketNumber, insurerNumber });
    }
  });
  return { persons: [...persons.values()], names: [...names.values()], tickets: [...tickets.values()] };
}

/** An earlier record with its values opened. */
interface Remembered {
  /** Place in the order of time. */
  order: number;
  row: HistoryRow;
  values: PastValues | null;
}

/**
 * History of the records of one chunk (履歴): what was committed before, and what the chunk itself adds record by record, in
 * the order of the archive.
 */
export class ChunkHistory {
  private readonly byKey = new Map<string, Remembered[]>();
  private readonly added: NewHistoryRow[] = [];
  private count = 0;

  constructor(
    private readonly of: { submissionId: string; receivedOn: string },
    rows: readonly HistoryRow[],
    values: readonly (PastValues | null)[],
    private readonly since: string | null,
  ) {
    rows.forEach((row, at) => this.remember(row, values[at] ?? null));
  }

  /** What is known of a record before it is judged. */
  historyOf({ index, memory }: RecordReport, digests: RecordDigests): RecordHistory {
    const since = this.since as RecordHistory['since'];
    const known = memory === null ? [] : this.known(memory, digests);
    const { submissionId } = this.of;
    // A record that is judged again is no earlier one of its own.
    const earlier = known.filter(({ row }) => row.submissionId !== submissionId || row.index !== index);
    return { records: earlier.map((each) => this.recordOf(each, digests)), since };
  }

  /** Notes a judged record, for those after it and for the commit; `history` is what was known of it. */
  add(report: RecordReport, digests: RecordDigests, history: RecordHistory, cipher: LeafCipher): void {
    const { memory, index, verdict } = report;
    const { person } = digests;
    if (memory === null || person === null || verdict === 'held') return;
    const { submissionId, receivedOn } = this.of;
    const corrected = correctedRecord({ record: memory, masters: noMasters, history });
    const values = valuesOf(memory);
    const row: NewHistoryRow = {
      submissionId,
      index,
      personDigest: person,
      personPlace: this.placeAfter(person),
      nameDigest: digests.name,
      contentDigest: digests.content,
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
      receivedOn: receivedOn as HistoryRow['receivedOn'],
      leaf: cipher.seal(leafName({ submissionId, index }), JSON.stringify(values)),
      leafKeyId: cipher.key.leafKeyId,
      replaces: corrected === null ? null : { submissionId: corrected.submissionId, index: corrected.index },
    };
    this.added.push(row);
    this.remember(row, values);
  }

  /** The rows to commit. */
  get rows(): readonly NewHistoryRow[] {
    return this.added;
  }

  private placeAfter(person: Buffer): number {
    const known = this.byKey.get(personKey(person)) ?? [];
    return known.reduce((last, { row }) => Math.max(last, row.personPlace), 0) + 1;
  }

  private remember(row: HistoryRow, values: PastValues | null): void {
    const remembered: Remembered = { order: this.count++, row, values };
    const { personDigest: person, nameDigest: name, ticketNumber, insurerNumber } = row;
    const keys = [personKey(person)];
    if (name !== null) keys.push(nameKey(name));
    if (ticketNumber !== null) keys.push(ticketKey(ticketNumber, insurerNumber));
    for (const key of keys) {
      const known = this.byKey.get(key);
      if (known === undefined) this.byKey.set(key, [remembered]);
      else known.push(remembered);
    }
  }

  private known({ ticketNumber, insurerNumber }: MemoryFacts, { person, name }: RecordDigests): Remembered[] {
    const found = new Set<Remembered>();
    const add = (key: string): void => this.byKey.get(key)?.forEach((each) => found.add(each));
    if (person !== null) add(personKey(person));
    if (name !== null) add(nameKey(name));
    if (ticketNumber !== null && !dummyTicket.test(ticketNumber)) add(ticketKey(ticketNumber, insurerNumber));
    return [...found].sort((a, b) => a.order - b.order);
  }

  private recordOf({ row, values }: Remembered, digests: RecordDigests): HistoryRecord {
    return {
      submissionId: row.submissionId,
      index: row.index,
      receivedOn: row.receivedOn,
      state: row.state,
      isSamePerson: digests.person?.equals(row.personDigest) === true,
      isSameName: row.nameDigest !== null && digests.name?.equals(row.nameDigest) === true,
      isSameContent: digests.content.equals(row.contentDigest),
      isGuidance: row.isGuidance,
      insurerNumber: row.insurerNumber,
      institutionNumber: row.institutionNumber,
      ticketNumber: row.ticketNumber,
      programme: row.programme,
      serviceDate: row.serviceDate,
      checkupDate: row.checkupDate,
      timing: row.timing,
      level: row.level,
      unitYen: row.unitYen,
      calculatedYen: row.calculatedYen,
      claimYen: row.claimYen,
      values,
    };
  }
}

function valuesOf({ checkup, guidance }: MemoryFacts): PastValues {
  if (guidance === null) return { checkup, guidance: null };
  const { waist, weight, completedPoints } = guidance;
  return { checkup, guidance: { waist, weight, completedPoints } };
}

const personKey = (digest: Buffer): string => `person ${digest.toString('hex')}`;
const nameKey = (digest: Buffer): string => `name ${digest.toString('hex')}`;
const ticketKey = (ticket: string, insurer: string | null): string => `ticket ${ticket} ${insurer ?? ''}`;
