import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import {
  ArchiveWriter,
  calendarDate,
  CLAIMS_FOLDER,
  DATA_FOLDER,
  MemorySource,
  writeIndex,
  writeSummary,
} from '@daiko/exchange-format';
import { answerBundle, type BundleAnswer, inventRecord, inventWorld, planArchive } from '../index.js';

const date = '20261124';
const world = inventWorld({
  seed: 3,
  providers: 2,
  insurers: 2,
  agencyNumber: '91399113',
  date: calendarDate(date),
});

async function bundle(): Promise<Uint8Array> {
  const plan = planArchive(world, {
    provider: world.providers[0]!,
    kind: 'checkup',
    recordCount: 6,
    sequence: 0,
    seed: 2,
  });
  const { number } = world.insurers[0]!;
  const chunks: Uint8Array[] = [];
  const writer = new ArchiveWriter(
    async (chunk) => void chunks.push(Uint8Array.from(chunk)),
    `91399113_${number}_${date}0_1`,
    { date: calendarDate(date) },
  );
  for (const [index, record] of plan.records.entries()) {
    const { files } = inventRecord(plan, record);
    const digits = `${plan.provider.number}${date}0100000${index}`;
    await writer.addFile(`${DATA_FOLDER}/h${digits}.xml`, files.data);
    await writer.addFile(`${CLAIMS_FOLDER}/c${digits}.xml`, files.claim!);
  }
  const parties = { sender: { root: 'x', number: 'x' }, receiver: null };
  await writer.addFile(
    'ix08_V08.xml',
    writeIndex({
      interactionType: '3',
      creationDate: date,
      ...parties,
      serviceEventType: '1',
      totalRecordCount: 12,
    }),
  );
  const sums = {
    totalCostAmount: 0,
    totalPaymentAmount: 0,
    totalPaymentByOtherProgram: 0,
    totalClaimAmount: 0,
  };
  await writer.addFile(
    'su08_V08.xml',
    writeSummary({ serviceEventType: '1', totalSubjectCount: 6, ...sums }),
  );
  await writer.finish();
  return Buffer.concat(chunks);
}

async function answered(answer: Partial<BundleAnswer>) {
  const chunks: Uint8Array[] = [];
  const written = await answerBundle(
    new MemorySource(await bundle()),
    { exchange: '4', date, sequence: 0, seed: 1, recordCount: 2, ...answer },
    async (chunk) => void chunks.push(Uint8Array.from(chunk)),
  );
  return { ...written, text: Buffer.concat(chunks) };
}

// Tests and the simulator send what an insurer would: the same seed must give the same bytes.
describe('answers to a bundle', () => {
  it('takes records by chance and says why each comes back', async () => {
    const first = await answered({});
    expect(first.rootName).toBe(`${world.insurers[0]!.number}_91399113_${date}0_1`);
    expect(first.records).toHaveLength(2);
    for (const { pairDigits, reasonCode, claimYen } of first.records) {
      expect(pairDigits).toMatch(/^\d{26}$/);
      expect(reasonCode).toMatch(/^0[1-7]$/);
      expect(claimYen).toBeGreaterThan(0);
    }
    expect((await answered({})).text).toEqual(first.text);
    expect((await answered({ seed: 2 })).text).not.toEqual(first.text);
  });

  it('leaves the claims as they are where the answer is yes', async () => {
    const { records } = await answered({ exchange: '11', reasonCode: null, recordCount: 9 });
    expect(records.map(({ reasonCode }) => reasonCode)).toEqual(Array(6).fill(null));
  });
});
