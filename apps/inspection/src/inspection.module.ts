import { readFileSync } from 'node:fs';
import type { DynamicModule } from '@nestjs/common';
import { openSchemaSet } from '@daiko/exchange-format';
import { settingsOfText } from '@daiko/inspection-rules';
import { UnitOfWork } from '@daiko/messaging';
import { connectObjectStore, isStoreReachable, KeyRing, PayloadStore } from '@daiko/payload-store';
import { RecordCountSource, type ServiceContext, storedFiles } from '@daiko/service';
import { ChunkPlannedHandler } from './chunk/chunk-planned.handler.js';
import type { InspectionKeys } from './config.js';
import { HistoryLeaves } from './history/history-leaves.js';
import { HeldController } from './held/held.controller.js';
import { RetryHeld } from './held/retry-held.js';
import {
  INSPECTION_SETTINGS,
  INSPECTION_TUNING,
  type InspectionTuning,
  SETTINGS_TEXT,
} from './inspection.tokens.js';
import { AskSecondOpinion } from './opinion/ask-second-opinion.js';
import { openLibxmlOpinion } from './opinion/libxml-opinion.js';
import { MasterCopies } from './master/master-copies.js';
import { MasterPublishedHandler } from './master/master-published.handler.js';
import { MastersController } from './master/masters.controller.js';
import { Recall } from './memory/recall.js';
import { QueriesController } from './query/queries.controller.js';
import { QuestionDocumentsController } from './query/question-documents.controller.js';
import { QuestionsController } from './query/questions.controller.js';
import { UpcomingKeys } from './keys/upcoming-keys.js';
import { readRecordCounts } from './record-counts.store.js';
import { RecordsSentBackHandler } from './reply/records-sent-back.handler.js';
import { ReplyQueriesController } from './reply/reply-queries.controller.js';
import { ReplyReceivedHandler } from './reply/reply-received.handler.js';
import { ReportController } from './report/report.controller.js';
import { ReportSweep } from './report/report-sweep.js';
import { ReportVault } from './report/report-vault.js';
import { OpenArchives } from './submission/open-archives.js';
import { MarkSettings } from './settings/mark-settings.js';
import { ArchiveQueriesController } from './statistics/archive-queries.controller.js';
import { SubmissionReceivedHandler } from './submission/submission-received.handler.js';
import { Database } from '@daiko/persistence';

export class InspectionModule {
  static async forContext(context: ServiceContext<InspectionKeys>): Promise<DynamicModule> {
    const { config, database, health, logger, now } = context;
    const settingsFile = config.DAIKO_INSPECTION_SETTINGS_FILE;
    const settingsText = settingsFile === undefined ? null : readFileSync(settingsFile, 'utf8');
    const settings = {
      ...settingsOfText(settingsText, config.DAIKO_AGENCY_NUMBER),
      schemas: openSchemaSet(storedFiles(config.DAIKO_SCHEMAS_FOLDER)).set,
    };
    const client = connectObjectStore({
      endpoint: config.DAIKO_OBJECT_STORE_ENDPOINT,
      region: config.DAIKO_OBJECT_STORE_REGION,
      accessKey: config.DAIKO_OBJECT_STORE_ACCESS_KEY_FILE,
      secretKey: config.DAIKO_OBJECT_STORE_SECRET_KEY_FILE,
    });
    const keyRing = new KeyRing({
      publicFolder: config.DAIKO_KEYS_PUBLIC_FOLDER,
      privateFolder: config.DAIKO_KEYS_PRIVATE_FOLDER,
    });
    health.addReadinessCheck('object-store', () =>
      isStoreReachable(client, config.DAIKO_OBJECT_STORE_BUCKET, 2000),
    );
    const tuning: InspectionTuning = {
      personDigestKey: Buffer.from(config.DAIKO_INSPECTION_PERSON_DIGEST_KEY_FILE, 'hex'),
      chunkRecords: config.DAIKO_INSPECTION_CHUNK_RECORDS,
      sweepSeconds: config.DAIKO_INSPECTION_SWEEP_SECONDS,
      opinionShare: config.DAIKO_INSPECTION_SECOND_OPINION_SHARE,
    };
    const isAlone = config.DAIKO_INSPECTION_SECOND_OPINION === 'none';
    if (isAlone) logger.warn('Schemas are judged without a second opinion');
    const opinion = isAlone ? null : await openLibxmlOpinion(settings.schemas);
    return {
      module: InspectionModule,
      controllers: [
        SubmissionReceivedHandler,
        ChunkPlannedHandler,
        ReplyReceivedHandler,
        RecordsSentBackHandler,
        QueriesController,
        QuestionsController,
        QuestionDocumentsController,
        ArchiveQueriesController,
        ReplyQueriesController,
        HeldController,
        ReportController,
        MasterPublishedHandler,
        MastersController,
      ],
      providers: [
        { provide: Database, useValue: database },
        { provide: KeyRing, useValue: keyRing },
        {
          provide: PayloadStore,
          inject: [UnitOfWork],
          useFactory: (unitOfWork: UnitOfWork) =>
            new PayloadStore({
              client,
              bucket: config.DAIKO_OBJECT_STORE_BUCKET,
              keyRing,
              // The mark of a key's use commits before the key opens anything.
              onKeyUsed: (use) =>
                unitOfWork.run(async (tx) =>
                  tx.publish('inspection.key.used.v1', use.payloadId, {
                    ...use,
                    usedAt: now().toISOString(),
                  }),
                ),
            }),
        },
        { provide: INSPECTION_SETTINGS, useValue: settings },
        { provide: AskSecondOpinion, useValue: new AskSecondOpinion(opinion, settings, logger) },
        { provide: SETTINGS_TEXT, useValue: settingsText },
        { provide: INSPECTION_TUNING, useValue: tuning },
        {
          provide: OpenArchives,
          inject: [PayloadStore],
          useFactory: (payloads: PayloadStore) =>
            new OpenArchives(payloads, settings, config.DAIKO_INSPECTION_OPEN_ARCHIVES_MAX),
        },
        {
          provide: ReportVault,
          inject: [PayloadStore],
          useFactory: (payloads: PayloadStore) => new ReportVault(payloads),
        },
        {
          provide: RecordCountSource,
          useValue: {
            page: (after: string | null, limit: number) => readRecordCounts(database, after, limit),
          },
        },
        HistoryLeaves,
        MasterCopies,
        Recall,
        RetryHeld,
        MarkSettings,
        ReportSweep,
        UpcomingKeys,
      ],
    };
  }
}
