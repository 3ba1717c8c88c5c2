import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MessageData, type PayloadRef } from '@daiko/contracts';
import { calendarDate } from '@daiko/exchange-format';
import { defaultSettings } from '@daiko/inspection-rules';
import { connectObjectStore, KeyRing, monthOf, PayloadStore } from '@daiko/payload-store';
import { type ArchivePlan, type DefectPlan, inventWorld, planArchive, writeArchive } from '@daiko/synthetic';
import { isolatedBucket, startTestService, testServers } from '@daiko/testing';
import { v7 as uuidv7 } from 'uuid';
import { InspectionModule } from '../src/inspection.module.js';
import { definition } from '../src/main.js';
import { AskSecondOpinion } from '../src/opinion/ask-second-opinion.js';
import type { SecondOpinion } from '../src/opinion/second-opinion.js';

/** What the service of a test is, and the day it judges for. */
export const agencyNumber = '91399998';
export const date = '20261120';

/** Inspection running against real servers, with sealed archives to hand in. */
export async function startInspection(
  options: {
    chunkRecords?: number;
    settingsFile?: string;
    schemasFolder?: string;
    /** In place of libxml2. */
    opinion?: SecondOpinion;
    agency?: string;
  } = {},
) {
  const { agency = agencyNumber } = options;
  const bucket = await isolatedBucket();
  const keys = await mkdtemp(join(tmpdir(), 'daiko-keys-'));
  const keyRing = new KeyRing({ publicFolder: keys, privateFolder: keys });
  for (const retention of ['transit', 'report'] as const) {
    await keyRing.ensureKey('platform', retention, monthOf(new Date()));
  }
  const { objectStore } = testServers();
  const endpoint = `http://${objectStore.endPoint}:${objectStore.port}`;
  const client = connectObjectStore({ ...objectStore, endpoint });
  const payloads = new PayloadStore({ client, bucket: bucket.name, keyRing });
  const service = await startTestService(
    options.opinion === undefined ? definition : withOpinion(options.opinion),
    {
      config: {
        DAIKO_AGENCY_NUMBER: agency,
        DAIKO_OBJECT_STORE_ENDPOINT: endpoint,
        DAIKO_OBJECT_STORE_REGION: objectStore.region,
        DAIKO_OBJECT_STORE_BUCKET: bucket.name,
        DAIKO_OBJECT_STORE_ACCESS_KEY_FILE: objectStore.accessKey,
        DAIKO_OBJECT_STORE_SECRET_KEY_FILE: objectStore.secretKey,
        DAIKO_KEYS_PUBLIC_FOLDER: keys,
        DAIKO_KEYS_PRIVATE_FOLDER: keys,
        DAIKO_INSPECTION_PERSON_DIGEST_KEY_FILE: randomBytes(32).toString('hex'),
        DAIKO_INSPECTION_CHUNK_RECORDS: options.chunkRecords ?? 4,
        ...(options.settingsFile !== undefined && { DAIKO_INSPECTION_SETTINGS_FILE: options.settingsFile }),
        ...(options.schemasFolder !== undefined && { DAIKO_SCHEMAS_FOLDER: options.schemasFolder }),
      },
    },
  );
  const world = inventWorld({ seed: 5, providers: 2, insurers: 3, agencyNumber, date: calendarDate(date) });
  return {
    service,
    bucket,
    plan: (
      recordCount: number,
      defects: DefectPlan[] = [],
      sequence = 0,
      kind: 'checkup' | 'guidance' = 'checkup',
    ): ArchivePlan => {
      const [provider] = world.providers;
      if (provider === undefined) throw new Error('a world has providers');
      return planArchive(world, {
        provider,
        kind,
        recordCount,
        sequence,
        defects,
        seed: 9 + sequence,
      });
    },
    seal: (plan: ArchivePlan) => sealWith(payloads, (sink) => writeArchive(plan, sink)),
    /** Seals whatever is written, as intake would. */
    sealWith: (write: Writing) => sealWith(payloads, write),
    /** The bytes of a planned archive. */
    bytes: async (plan: ArchivePlan): Promise<Buffer> => {
      const chunks: Uint8Array[] = [];
      await writeArchive(plan, async (chunk) => void chunks.push(Uint8Array.from(chunk)));
      return Buffer.concat(chunks);
    },
    stop: async () => {
      await service.stop();
      await bucket.drop();
      await rm(keys, { recursive: true, force: true });
    },
  };
}

function withOpinion(opinion: SecondOpinion): typeof definition {
  return {
    ...definition,
    module: async (context) => {
      const module = await InspectionModule.forContext(context);
      const settings = defaultSettings(agencyNumber);
      const asking = new AskSecondOpinion(opinion, settings, context.logger);
      return {
        ...module,
        providers: [...(module.providers ?? []), { provide: AskSecondOpinion, useValue: asking }],
      };
    },
  };
}

type Writing = (sink: (chunk: Uint8Array) => Promise<void>) => Promise<unknown>;

async function sealWith(payloads: PayloadStore, write: Writing): Promise<PayloadRef> {
  const session = await payloads.seal({
    service: 'intake',
    owner: 'platform',
    retention: 'transit',
    purpose: 'submission',
    now: new Date(),
  });
  await write((chunk) => session.write(chunk));
  return session.finish();
}

type Received = MessageData<'intake.submission.received.v1'>;

/** The message with which intake hands a sealed archive over. */
export function received(plan: ArchivePlan, payload: PayloadRef): Received {
  const { provider, rootName, kind, records } = plan;
  return receivedAs(
    { providerNumber: provider.number, rootName, kind, recordCount: records.length },
    payload,
  );
}

/** The same of an archive that nobody planned, judged for another day. */
export function receivedAs(
  archive: Pick<Received, 'providerNumber' | 'rootName' | 'kind' | 'recordCount'>,
  payload: PayloadRef,
  inspectionDate = date,
): Received {
  return {
    ...archive,
    submissionId: uuidv7(),
    receiptNumber: '20261120-0000001-A',
    partnerId: uuidv7(),
    sha256: payload.sha256,
    sizeBytes: payload.sizeBytes,
    receivedAt: new Date().toISOString(),
    inspectionDate,
    settingsVersion: 'default-1',
    channel: 'https',
    payload,
  };
}
