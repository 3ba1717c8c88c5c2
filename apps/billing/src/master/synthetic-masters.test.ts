import { describe, expect, it } from '@jest/globals';
import { calendarDate, isDefective, MemorySource, readDirectory } from '@daiko/exchange-format';
import {
  defaultSettings,
  householdDigest,
  inspectRecords,
  nameDigest,
  personDigest,
  type RecordReport,
} from '@daiko/inspection-rules';
import { type ArchivePlan, inventWorld, planArchive, writeArchive, writeMasters } from '@daiko/synthetic';
import { readMaster } from './read-master.js';

const key = Buffer.alloc(32, 3);
const date = '20261124';
const agencyNumber = '91399113';
const world = inventWorld({ seed: 11, providers: 2, insurers: 1, agencyNumber, date: calendarDate(date) });
const [insurer] = world.insurers;
const plans = (['checkup', 'guidance'] as const).map((kind, sequence) =>
  planArchive(world, { provider: world.providers[0]!, kind, recordCount: 12, sequence, seed: 2 }),
);

async function reportsOf(plan: ArchivePlan): Promise<RecordReport[]> {
  const pieces: Uint8Array[] = [];
  await writeArchive(plan, async (piece) => void pieces.push(Uint8Array.from(piece)));
  const source = new MemorySource(Buffer.concat(pieces));
  const directory = await readDirectory(source);
  if (isDefective(directory)) throw new Error('the invented archive is defective');
  const reports: RecordReport[] = [];
  const indexes = Array(directory.recordCount).keys();
  for await (const report of inspectRecords(
    source,
    directory,
    indexes,
    defaultSettings(agencyNumber),
    date,
  )) {
    reports.push(report);
  }
  return reports;
}

/** What billing makes of a line and inspection of a record must meet, or every record would be somebody else's. */
describe('the masters of invented people', () => {
  const number = insurer!.number;
  const files = writeMasters(insurer!, plans);
  const text = (digest: Buffer): string => digest.toString('base64url');

  it('are taken without an error, and their digests are those of the records', async () => {
    const tickets = await readMaster('tickets', Buffer.from(files.tickets), number, key);
    const members = await readMaster('members', Buffer.from(files.members), number, key);
    expect([...tickets.errors.shown, ...members.errors.shown]).toEqual([]);
    expect([tickets.entries.length, members.entries.length]).toEqual([24, 24]);
    for (const { identity, memory } of (await Promise.all(plans.map(reportsOf))).flat()) {
      const holder = text(personDigest(key, { ...identity!, branch: '' }));
      const ticket = tickets.entries.find(({ ticketNumber }) => ticketNumber === memory!.ticketNumber);
      expect(ticket).toMatchObject({ holderDigest: holder, expiry: memory!.ticketExpiry });
      const { birthDate, sex } = identity!;
      const member = members.entries.find(({ holderDigest }) => holderDigest === holder);
      expect(member).toMatchObject({
        householdDigest: text(householdDigest(key, identity!)),
        nameDigest: text(nameDigest(key, { name: memory!.name, birthDate, sex })),
      });
    }
  });

  it('have contracts with every price that is claimed', async () => {
    const { errors, entries } = await readMaster('contracts', Buffer.from(files.contracts), number, key);
    expect(errors.shown).toEqual([]);
    expect(entries.map(({ kind, institutions }) => [kind, institutions.length])).toEqual([
      ['checkup', 2],
      ['guidance', 2],
    ]);
    for (const { memory } of (await Promise.all(plans.map(reportsOf))).flat()) {
      const contract = entries.find(({ kind }) => kind === (memory!.isGuidance ? 'guidance' : 'checkup'));
      for (const { code, yen } of memory!.prices) {
        expect(contract?.prices).toContainEqual(expect.objectContaining({ code, priceYen: yen }));
      }
    }
  });
});
