import { openSchemaSet } from '@daiko/exchange-format';
import { UnitOfWork } from '@daiko/messaging';
import {
  connectObjectStore,
  ensureBucket,
  isStoreReachable,
  KeyRing,
  PayloadStore,
} from '@daiko/payload-store';
import { Database } from '@daiko/persistence';
import { BackgroundTasks, RecordCountSource, type ServiceContext, storedFiles } from '@daiko/service';
import type { DynamicModule, Provider } from '@nestjs/common';
import { ChunkInspectedHandler } from './assignment/chunk-inspected.handler.js';
import { RecordsDecidedHandler } from './assignment/records-decided.handler.js';
import { ReplyJudgedHandler } from './reply/reply-judged.handler.js';
import { SubmissionJudgedHandler } from './assignment/submission-judged.handler.js';
import { SubmissionReceivedHandler } from './assignment/submission-received.handler.js';
import type { config } from './config.js';
import { BundlesController } from './delivery/bundles.controller.js';
import { ReturnsController } from './delivery/returns.controller.js';
import { SendContent } from './delivery/send-content.js';
import { RecordCounts } from './record-counts.store.js';
import { CORRECTION_MONTHS } from './routing.tokens.js';
import { Schedule } from './sealing/schedule.js';
import { SealDocuments } from './sealing/seal-documents.js';
import { SealingsController } from './sealing/sealings.controller.js';
import { SweepUploads } from './sweeping/sweep-uploads.js';

type RoutingContext = ServiceContext<(typeof config)['keys']>;

class RoutingModule {}

/** Routing whole: its handlers, doors and the work it does by itself. */
export async function routingModule(context: RoutingContext): Promise<DynamicModule> {
  const { database, now } = context;
  return {
    module: RoutingModule,
    controllers: [
      SubmissionReceivedHandler,
      ChunkInspectedHandler,
      RecordsDecidedHandler,
      ReplyJudgedHandler,
      SubmissionJudgedHandler,
      BundlesController,
      ReturnsController,
      SealingsController,
    ],
    providers: [
      { provide: Database, useValue: database },
      { provide: CORRECTION_MONTHS, useValue: context.config.DAIKO_ROUTING_CORRECTION_MONTHS },
      { provide: RecordCountSource, useFactory: () => new RecordCounts(database) },
      payloadStoreProvider(context),
      SendContent,
      sealDocumentsProvider(context),
      {
        provide: SweepUploads,
        inject: [PayloadStore],
        useFactory: (payloads: PayloadStore) => new SweepUploads(payloads, database, now),
      },
      {
        provide: Schedule,
        inject: [BackgroundTasks, SealDocuments, SweepUploads],
        useFactory: (tasks: BackgroundTasks, seal: SealDocuments, sweep: SweepUploads) =>
          new Schedule(tasks, seal, sweep, intervalsOf(context), now),
      },
    ],
  };
}

function intervalsOf({ config: values }: RoutingContext) {
  return {
    sealSeconds: values.DAIKO_ROUTING_SEAL_INTERVAL_SECONDS,
    sweepSeconds: values.DAIKO_ROUTING_SWEEP_INTERVAL_SECONDS,
  };
}

function sealDocumentsProvider({ config: values, database, logger }: RoutingContext): Provider {
  return {
    provide: SealDocuments,
    inject: [UnitOfWork, PayloadStore],
    useFactory: (unitOfWork: UnitOfWork, payloads: PayloadStore) =>
      new SealDocuments(unitOfWork, database, payloads, {
        agencyNumber: values.DAIKO_AGENCY_NUMBER,
        schemas: openSchemaSet(storedFiles(values.DAIKO_SCHEMAS_FOLDER)).set,
        leaseSeconds: values.DAIKO_ROUTING_LEASE_SECONDS,
        onFault: ({ documentId, form, name }, error) => {
          const which = form === 'bundle' ? { bundleId: documentId } : { returnId: documentId };
          logger.error('A document could not be sealed', { ...which, rootName: name, error });
        },
      }),
  };
}

/** The payload store; every use of a private key is marked before it opens anything. */
function payloadStoreProvider({ config: values, health, logger, now }: RoutingContext): Provider {
  const bucket = values.DAIKO_OBJECT_STORE_BUCKET;
  const region = values.DAIKO_OBJECT_STORE_REGION;
  const client = connectObjectStore({
    endpoint: values.DAIKO_OBJECT_STORE_ENDPOINT,
    region,
    accessKey: values.DAIKO_OBJECT_STORE_ACCESS_KEY_FILE,
    secretKey: values.DAIKO_OBJECT_STORE_SECRET_KEY_FILE,
  });
  const keyRing = new KeyRing({
    publicFolder: values.DAIKO_KEYS_PUBLIC_FOLDER,
    privateFolder: values.DAIKO_KEYS_PRIVATE_FOLDER,
  });
  health.addReadinessCheck('object-store', () => isStoreReachable(client, bucket, 2_000));
  return {
    provide: PayloadStore,
    inject: [UnitOfWork],
    useFactory: async (unitOfWork: UnitOfWork) => {
      await ensureBucket(client, bucket, region).catch((error: unknown) =>
        logger.warn('The bucket could not be made sure of', { error }),
      );
      return new PayloadStore({
        client,
        bucket,
        keyRing,
        onKeyUsed: (use) =>
          unitOfWork.run(async (tx) =>
            tx.publish('routing.key.used.v1', use.payloadId, { ...use, usedAt: now().toISOString() }),
          ),
      });
    },
  };
}
