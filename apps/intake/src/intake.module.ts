import { readFileSync } from 'node:fs';
import { type InspectionSettings, settingsOfText } from '@daiko/inspection-rules';
import { connectObjectStore, ensureBucket, KeyRing, PayloadStore } from '@daiko/payload-store';
import { RecordCountSource, type ServiceContext } from '@daiko/service';
import { type DynamicModule, Module } from '@nestjs/common';
import type { IntakeConfig } from './config.js';
import { InspectionHandler } from './findings/inspection.handler.js';
import { ReplyHandler } from './findings/reply.handler.js';
import { OBJECT_STORE, type ObjectStore } from './object-store.js';
import { CheckpointSignedHandler } from './receipt/checkpoint-signed.handler.js';
import { ensureReceiptKey, RECEIPT_KEY } from './receipt/receipt-keys.js';
import { ReceiptsController } from './receipt/receipts.controller.js';
import { ClamdScanner } from './scanner/clamd-scanner.js';
import { noScanner } from './scanner/no-scanner.js';
import { SCANNER, type Scanner } from './scanner/scanner.js';
import { StatusController } from './status.controller.js';
import { AcceptSubmission } from './submission/accept-submission.js';
import { Desk, INSPECTION_SETTINGS } from './submission/desk.js';
import { ExpectContinue } from './submission/expect-continue.js';
import { Readiness } from './submission/readiness.js';
import { ReceiveSubmission } from './submission/receive-submission.js';
import { ReceivedRecordCounts } from './submission/record-counts.store.js';
import { SendSubmissionController } from './submission/send-submission.controller.js';
import { SubmissionsController } from './submission/submissions.controller.js';
import { SweepPayloads } from './sweep/sweep-payloads.js';
import { UploadSlots } from './submission/upload-slots.js';
import { TakeArchives } from './watch-folder/take-archives.js';

type Context = ServiceContext<IntakeConfig>;

/** Intake (受領): everything between a sender's first byte and its receipt. */
@Module({})
export class IntakeModule {
  static async forService(context: Context): Promise<DynamicModule> {
    const { config, health } = context;
    const store = openStore(context);
    const scanner = scannerOf(context);
    const keyRing = new KeyRing({ publicFolder: config.DAIKO_KEYS_PUBLIC_FOLDER });
    const payloads = new PayloadStore({ ...store, keyRing });
    const receiptKey = await ensureReceiptKey(config.DAIKO_INTAKE_RECEIPT_KEY_FOLDER, context.now());
    if (scanner.state !== 'clamd') {
      context.logger.warn('Archives are not scanned with official signatures', { state: scanner.state });
    }
    health.addReadinessCheck('scanner', () => scanner.isReachable());
    return {
      module: IntakeModule,
      controllers: [
        SendSubmissionController,
        SubmissionsController,
        ReceiptsController,
        StatusController,
        InspectionHandler,
        ReplyHandler,
        CheckpointSignedHandler,
      ],
      providers: [
        { provide: OBJECT_STORE, useValue: store },
        { provide: PayloadStore, useValue: payloads },
        { provide: SCANNER, useValue: scanner },
        { provide: RECEIPT_KEY, useValue: receiptKey },
        { provide: UploadSlots, useValue: slotsOf(context) },
        { provide: INSPECTION_SETTINGS, useValue: settingsOf(context) },
        { provide: RecordCountSource, useClass: ReceivedRecordCounts },
        AcceptSubmission,
        Desk,
        ExpectContinue,
        Readiness,
        ReceiveSubmission,
        SweepPayloads,
        TakeArchives,
      ],
      exports: [RecordCountSource],
    };
  }
}

function settingsOf({ config }: Context): InspectionSettings {
  const file = config.DAIKO_INSPECTION_SETTINGS_FILE;
  return settingsOfText(file === undefined ? null : readFileSync(file, 'utf8'), config.DAIKO_AGENCY_NUMBER);
}

function openStore({ config, logger }: Context): ObjectStore {
  const region = config.DAIKO_OBJECT_STORE_REGION;
  const bucket = config.DAIKO_OBJECT_STORE_BUCKET;
  const client = connectObjectStore({
    endpoint: config.DAIKO_OBJECT_STORE_ENDPOINT,
    region,
    accessKey: config.DAIKO_OBJECT_STORE_ACCESS_KEY_FILE,
    secretKey: config.DAIKO_OBJECT_STORE_SECRET_KEY_FILE,
  });
  // Not waited for: a store that is down at the start stops uploads, not the service.
  ensureBucket(client, bucket, region).catch((error: unknown) =>
    logger.warn('The bucket could not be made sure of', { error }),
  );
  return { client, bucket };
}

function scannerOf({ config }: Context): Scanner {
  if (config.DAIKO_INTAKE_SCANNER === 'none') return noScanner;
  return new ClamdScanner({
    host: config.DAIKO_INTAKE_CLAMD_HOST,
    port: config.DAIKO_INTAKE_CLAMD_PORT,
    signatures: config.DAIKO_INTAKE_SCANNER_SIGNATURES === 'official' ? 'official' : 'test-only',
  });
}

function slotsOf({ config }: Context): UploadSlots {
  const uploadsMax = config.DAIKO_INTAKE_UPLOADS_AT_ONCE_MAX;
  return new UploadSlots({ uploadsMax, waitingMax: 500, waitMs: 60_000 });
}
