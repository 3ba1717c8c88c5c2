import { type InspectedRecord, type MessageData, type PayloadRef, recordHash } from '@daiko/contracts';
import { agencyNumberWithCheckDigit, calendarDate, MemorySource } from '@daiko/exchange-format';
import { defaultSettings, inspectDesk, inspectRecords, toInspectedRecord } from '@daiko/inspection-rules';
import type { PayloadStore } from '@daiko/payload-store';
import { type DefectPlan, inventWorld, planArchive, writeArchive } from '@daiko/synthetic';
import { v7 as uuidv7 } from 'uuid';

export const agencyNumber = agencyNumberWithCheckDigit('9139911');
export const today = '20261124';

/** An invented world of a few insurers, so that records of several submissions meet in one bundle. */
export const world = inventWorld({
  seed: 11,
  providers: 3,
  insurers: 3,
  agencyNumber,
  date: calendarDate(today),
});

/** A submission as intake and inspection would speak of it: the messages, ready to be published in any order. */
export interface SubmissionFixture {
  submissionId: string;
  providerNumber: string;
  records: InspectedRecord[];
  received: MessageData<'intake.submission.received.v1'>;
  chunks: MessageData<'inspection.chunk.inspected.v1'>[];
  judged: MessageData<'inspection.submission.judged.v1'>;
}

export interface FixturePlan {
  provider?: number;
  kind?: 'checkup' | 'guidance';
  recordCount?: number;
  sequence?: number;
  seed?: number;
  defects?: DefectPlan[];
  chunkRecords?: number;
  /** Changes what inspection says of a record, to stand for verdicts that no defect gives. */
  change?: (record: InspectedRecord) => InspectedRecord;
}

async function inventArchive(plan: FixturePlan) {
  const provider = world.providers[plan.provider ?? 0];
  if (provider === undefined) throw new Error('no such provider');
  const { kind = 'checkup', recordCount = 12, sequence = 0, seed = 1, defects = [] } = plan;
  const chunks: Uint8Array[] = [];
  const archive = await writeArchive(
    planArchive(world, { provider, kind, recordCount, sequence, seed, defects }),
    async (chunk) => void chunks.push(chunk.slice()),
  );
  return { provider, kind, rootName: archive.rootName, bytes: Buffer.concat(chunks) };
}

async function inspected(bytes: Buffer, rootName: string): Promise<InspectedRecord[]> {
  const settings = defaultSettings(agencyNumber);
  const source = new MemorySource(bytes);
  const { directory, findings } = await inspectDesk(source, { fileName: `${rootName}.zip` }, settings, today);
  if (directory === null) throw new Error(JSON.stringify(findings));
  const indexes = Array.from({ length: directory.recordCount }, (_, index) => index);
  const records: InspectedRecord[] = [];
  for await (const report of inspectRecords(source, directory, indexes, settings, today)) {
    records.push(toInspectedRecord(report));
  }
  return records;
}

/** Invents an archive, seals it as intake would, judges it as inspection would. */
export async function submissionFixture(
  payloads: PayloadStore,
  plan: FixturePlan = {},
): Promise<SubmissionFixture> {
  const { provider, kind, rootName, bytes } = await inventArchive(plan);
  const session = await payloads.seal({
    service: 'intake',
    owner: 'platform',
    retention: 'transit',
    purpose: 'submission',
    now: new Date(),
  });
  await session.write(bytes);
  const payload = await session.finish();
  const found = await inspected(bytes, rootName);
  const records = plan.change === undefined ? found : found.map(plan.change);
  return fixtureOf({
    providerNumber: provider.number,
    kind,
    rootName,
    payload,
    records,
    chunkRecords: plan.chunkRecords ?? 5,
  });
}

/** The messages about a submission of these records. */
export function fixtureOf(given: {
  providerNumber: string;
  kind: 'checkup' | 'guidance';
  rootName: string;
  payload: PayloadRef;
  records: InspectedRecord[];
  chunkRecords: number;
}): SubmissionFixture {
  const { providerNumber, kind, rootName, payload, records, chunkRecords: size } = given;
  const submissionId = uuidv7();
  const origin = { submissionId, providerNumber, kind };
  const chunks = Array.from({ length: Math.ceil(records.length / size) }, (_, chunkIndex) => ({
    ...origin,
    chunkIndex,
    inspectedAt: new Date().toISOString(),
    records: records.slice(chunkIndex * size, (chunkIndex + 1) * size),
  }));
  const count = (verdict: string) => records.filter((record) => record.verdict === verdict).length;
  const hashes = records.map(({ index }) => recordHash(submissionId, index));
  return {
    submissionId,
    providerNumber,
    records,
    received: {
      ...origin,
      receiptNumber: `R-${submissionId.slice(-12).toUpperCase()}`,
      partnerId: uuidv7(),
      rootName,
      sha256: payload.sha256,
      sizeBytes: payload.sizeBytes,
      recordCount: records.length,
      receivedAt: new Date().toISOString(),
      inspectionDate: today,
      settingsVersion: 'test',
      channel: 'https',
      payload,
    },
    chunks,
    judged: {
      submissionId,
      chunkCount: chunks.length,
      recordCount: records.length,
      recordHashSum: hashes.reduce((sum, hash) => sum + hash, 0n).toString(),
      acceptedCount: count('accepted'),
      queryCount: count('query'),
      returnedCount: count('returned'),
      heldCount: count('held'),
    },
  };
}
