import { type MessageType, recordHash } from '@daiko/contracts';
import { ownSchemaSet } from '@daiko/exchange-format';
import { UnitOfWork } from '@daiko/messaging';
import { PayloadStore } from '@daiko/payload-store';
import {
  type IsolatedBucket,
  isolatedBucket,
  startTestService,
  testServers,
  type TestService,
  waitFor,
} from '@daiko/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { definition } from '../src/main.js';
import { SealDocuments, type SealingSettings } from '../src/sealing/seal-documents.js';
import {
  agencyNumber,
  type FixturePlan,
  type SubmissionFixture,
  submissionFixture,
} from './submission-fixture.js';

/** Routing on real servers, with what its tests ask for again and again. */
export class RoutingUnderTest {
  private constructor(
    readonly service: TestService,
    readonly bucket: IsolatedBucket,
    private readonly keysFolder: string,
  ) {}

  /** @param sealSeconds interval of the schedule; 0: only on command */
  static async start(sealSeconds = 0): Promise<RoutingUnderTest> {
    const bucket = await isolatedBucket();
    const keysFolder = await mkdtemp(join(tmpdir(), 'daiko-routing-keys-'));
    const { endPoint, port, accessKey, secretKey, region } = testServers().objectStore;
    const service = await startTestService(definition, {
      config: {
        DAIKO_AGENCY_NUMBER: agencyNumber,
        DAIKO_ROUTING_SEAL_INTERVAL_SECONDS: sealSeconds,
        DAIKO_ROUTING_LEASE_SECONDS: 1,
        DAIKO_KEYS_PUBLIC_FOLDER: join(keysFolder, 'public'),
        DAIKO_KEYS_PRIVATE_FOLDER: join(keysFolder, 'private'),
        DAIKO_OBJECT_STORE_ENDPOINT: `http://${endPoint}:${port}`,
        DAIKO_OBJECT_STORE_REGION: region,
        DAIKO_OBJECT_STORE_BUCKET: bucket.name,
        DAIKO_OBJECT_STORE_ACCESS_KEY_FILE: accessKey,
        DAIKO_OBJECT_STORE_SECRET_KEY_FILE: secretKey,
      },
    });
    return new RoutingUnderTest(service as unknown as TestService, bucket, keysFolder);
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.bucket.drop();
    await rm(this.keysFolder, { recursive: true, force: true });
  }

  get payloads(): PayloadStore {
    return this.service.app.get(PayloadStore);
  }

  fixture(plan?: FixturePlan): Promise<SubmissionFixture> {
    return submissionFixture(this.payloads, plan);
  }

  /** A run of sealing as another process would do it, with its own crash points. */
  sealer(settings: Partial<SealingSettings> = {}): SealDocuments {
    return new SealDocuments(this.service.app.get(UnitOfWork), this.service.database, this.payloads, {
      agencyNumber,
      schemas: ownSchemaSet(),
      leaseSeconds: 30,
      onFault: (_, error) => {
        throw error;
      },
      ...settings,
    });
  }

  /** Publishes a submission's messages in their usual order and waits until all of it is here. */
  async take(fixture: SubmissionFixture): Promise<void> {
    const { submissionId } = fixture;
    await this.service.publish('intake.submission.received.v1', submissionId, fixture.received);
    for (const chunk of fixture.chunks) {
      await this.service.publish('inspection.chunk.inspected.v1', submissionId, chunk);
    }
    await this.service.publish('inspection.submission.judged.v1', submissionId, fixture.judged);
    await this.waitUntilComplete(submissionId);
  }

  async waitUntilComplete(submissionId: string): Promise<void> {
    await waitFor(() => this.isComplete(submissionId));
  }

  async isComplete(submissionId: string): Promise<boolean> {
    const [row] = await this.service.database.query<{ done: boolean }>(
      `SELECT is_complete AS done FROM submission WHERE submission_id = $1`,
      [submissionId],
    );
    return row?.done === true;
  }

  /** How many records of a submission are in each state. */
  async states(submissionId: string): Promise<Record<string, number>> {
    const rows = await this.service.database.query<{ state: string; count: number }>(
      `SELECT state, count(*)::int AS count FROM record WHERE submission_id = $1 GROUP BY 1 ORDER BY 1`,
      [submissionId],
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  received<T extends MessageType>(type: T) {
    return this.service.received(type).map(({ data }) => data);
  }
}

/** Sum of record hashes, as messages write it. */
export function hashSumOf(records: readonly { submissionId: string; index: number }[]): string {
  return records
    .reduce((sum, { submissionId, index }) => sum + recordHash(submissionId, index), 0n)
    .toString();
}
