import type { EntryRef, InspectedRecord, PayloadRef } from '@daiko/contracts';
import { ArchiveWriter, calendarDate, isDefective, readDirectory } from '@daiko/exchange-format';
import { waitFor } from '@daiko/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RoutingUnderTest } from './routing-under-test.js';
import { agencyNumber, fixtureOf, type SubmissionFixture, today, world } from './submission-fixture.js';

const recordCount = 32_100;
const insurerNumber = world.insurers[0]!.number;
const providerNumber = world.providers[0]!.number;
const rootName = `${providerNumber}_${agencyNumber}_${today}0_1`;

let routing: RoutingUnderTest;

const resultCount = 32_000;
const digitsOf = (index: number) => `${providerNumber}${today}01${String(index).padStart(6, '0')}`;

/** An archive of many small files, straight into the store: all records share one claim file, the last hundred share results. */
async function sealArchive(): Promise<PayloadRef> {
  const session = await routing.payloads.seal({
    service: 'intake',
    owner: 'platform',
    retention: 'transit',
    purpose: 'submission',
    now: new Date(),
  });
  const writer = new ArchiveWriter((chunk) => session.write(chunk), rootName, { date: calendarDate(today) });
  const text = new TextEncoder();
  for (let index = 0; index < resultCount; index += 1) {
    await writer.addFile(
      `DATA/h${digitsOf(index)}.xml`,
      text.encode(`<result n="${index}"/>${' '.repeat(900)}`),
    );
  }
  await writer.addFile(`CLAIMS/c${digitsOf(0)}.xml`, text.encode(`<claim/>${' '.repeat(900)}`));
  await writer.finish();
  return session.finish();
}

async function entryRefs(payload: PayloadRef): Promise<Map<string, EntryRef>> {
  const directory = await readDirectory(await routing.payloads.open(payload, 'test'));
  if (isDefective(directory)) throw new Error(JSON.stringify(directory));
  const refs = new Map<string, EntryRef>();
  for (const file of directory.files()) {
    const name = file.path.split('/').at(-1)!;
    const { offset, compressedSize: compressedBytes, size: bytes, crc: crc32, method } = file;
    refs.set(name, { name, offset, compressedBytes, bytes, crc32, method });
  }
  return refs;
}

function acceptedRecord(index: number, refs: Map<string, EntryRef>): InspectedRecord {
  return {
    index,
    verdict: 'accepted',
    returnReason: null,
    returnText: null,
    isReadable: true,
    insurerNumber,
    ticketNumber: null,
    serviceDate: today,
    claim: {
      unitYen: 9_000,
      copaymentYen: 1_000,
      otherProgramYen: 0,
      claimYen: 8_000,
      claimType: '1',
      guidanceTiming: null,
      guidanceLevel: null,
    },
    result: refs.get(`h${digitsOf(index % resultCount)}.xml`)!,
    claimFile: refs.get(`c${digitsOf(0)}.xml`)!,
    findings: [],
  };
}

async function bigSubmission(): Promise<SubmissionFixture> {
  const payload = await sealArchive();
  const refs = await entryRefs(payload);
  const records = Array.from({ length: recordCount }, (_, index) => acceptedRecord(index, refs));
  return fixtureOf({ providerNumber, kind: 'checkup', rootName, payload, records, chunkRecords: 1000 });
}

beforeAll(async () => {
  routing = await RoutingUnderTest.start();
});
afterAll(() => routing?.stop());

describe('more records for one insurer than a bundle holds', () => {
  it('are split at 32,000, sealed as a stream, and told in one message each', async () => {
    const fixture = await bigSubmission();
    await routing.take(fixture);
    const { sealed } = await routing.sealer().run('bundles', () => new Date());
    expect(sealed.map(({ recordCount: records }) => records)).toEqual([32_000, 100]);
    expect(sealed.reduce((sum, { claimYen }) => sum + claimYen, 0)).toBe(recordCount * 8_000);
    await waitFor(() => routing.received('routing.bundle.sealed.v1').length === 2, { deadlineMs: 60_000 });
    const told = routing.received('routing.bundle.sealed.v1').map(({ records }) => records.length);
    expect(told.sort((a, b) => b - a)).toEqual([32_000, 100]);
    const [row] = await routing.service.database.query<{ payload: never }>(
      `SELECT payload FROM bundle WHERE record_count = 32000`,
    );
    const source = await routing.payloads.open(row!.payload, 'test');
    const directory = await readDirectory(source);
    expect(isDefective(directory) ? directory : directory.recordCount).toBe(32_000);
  });
});
