import { agencyNumberWithCheckDigit, calendarDate } from '@daiko/exchange-format';
import { KeyRing, PayloadStore } from '@daiko/payload-store';
import { type ArchivePlan, inventWorld, planArchive, writeArchive } from '@daiko/synthetic';
import { isolatedBucket, startTestService, testServers, type TestPartner } from '@daiko/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { definition } from '../src/main.js';

export const agencyNumber = agencyNumberWithCheckDigit('9139905');
/** The clock of these tests: noon in Japan. */
export const now = new Date('2026-11-24T03:00:00Z');
export const today = calendarDate('20261124');

const world = inventWorld({ seed: 7, providers: 3, insurers: 4, agencyNumber, date: today });
export const provider = world.providers[0]!;
export const otherProvider = world.providers[1]!;

/** An archive as a provider would make it. */
export async function anArchive(more: Partial<Parameters<typeof planArchive>[1]> = {}) {
  const plan: ArchivePlan = planArchive(world, {
    provider,
    kind: 'checkup',
    recordCount: 3,
    sequence: 0,
    seed: 1,
    ...more,
  });
  const chunks: Uint8Array[] = [];
  const { fileName } = await writeArchive(plan, async (chunk) => {
    chunks.push(chunk);
  });
  return { fileName, bytes: Buffer.concat(chunks) };
}

type Config = NonNullable<
  Parameters<typeof startTestService<(typeof definition)['config']['keys']>>[1]
>['config'];

/** Intake with its own bucket, keys and folders; the platform's private key is beside, as inspection has it. */
export async function startIntake(config: Config = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'daiko-intake-'));
  const bucket = await isolatedBucket();
  const keyRing = new KeyRing({
    publicFolder: join(folder, 'public'),
    privateFolder: join(folder, 'private'),
  });
  await keyRing.ensureUpcomingKeys(['platform'], 'transit', now);
  const { objectStore, clamav } = testServers();
  const intake = await startTestService(definition, {
    now: () => now,
    config: {
      DAIKO_OBJECT_STORE_ENDPOINT: `http://${objectStore.endPoint}:${objectStore.port}`,
      DAIKO_OBJECT_STORE_REGION: objectStore.region,
      DAIKO_OBJECT_STORE_BUCKET: bucket.name,
      DAIKO_OBJECT_STORE_ACCESS_KEY_FILE: objectStore.accessKey,
      DAIKO_OBJECT_STORE_SECRET_KEY_FILE: objectStore.secretKey,
      DAIKO_KEYS_PUBLIC_FOLDER: join(folder, 'public'),
      DAIKO_AGENCY_NUMBER: agencyNumber,
      DAIKO_INTAKE_CLAMD_HOST: clamav.host,
      DAIKO_INTAKE_CLAMD_PORT: clamav.port,
      DAIKO_INTAKE_SCANNER_SIGNATURES: clamav.signatures,
      DAIKO_INTAKE_RECEIPT_KEY_FOLDER: folder,
      ...config,
    },
  });
  const sender = await intake.testPartner({ kind: 'provider', number: provider.number });
  const send = (
    archive: { fileName: string; bytes: Uint8Array },
    headers: Record<string, string> = {},
    as: TestPartner = sender,
  ) =>
    fetch(new URL('/v1/submissions', intake.httpUrl), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${as.bearerKey}`,
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${archive.fileName}"`,
        ...headers,
      },
      body: archive.bytes,
    });
  return {
    intake,
    bucket,
    sender,
    send,
    folder,
    payloads: new PayloadStore({ client: bucket.client, bucket: bucket.name, keyRing }),
    stop: async () => {
      await intake.stop();
      await bucket.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
