import { type DynamicModule, Module } from '@nestjs/common';
import { Database } from '@daiko/persistence';
import { RecordCountSource, type ServiceContext } from '@daiko/service';
import { BundleAcknowledgedHandler } from './bundle/bundle-acknowledged.handler.js';
import { BundleSealedHandler } from './bundle/bundle-sealed.handler.js';
import { BundleVoidedHandler } from './bundle/bundle-voided.handler.js';
import { BILLING_TUNING, type BillingTuning } from './billing.tokens.js';
import type { BillingKeys } from './config.js';
import { ChunkInspectedHandler } from './claim/chunk-inspected.handler.js';
import { RecordsDecidedHandler } from './claim/records-decided.handler.js';
import { TakeClaims } from './claim/take-claims.js';
import { TrialBalanceController } from './ledger/trial-balance.controller.js';
import { ImportMaster } from './master/import-master.js';
import { MastersController } from './master/masters.controller.js';
import { InvoicesController } from './paper/invoices.controller.js';
import { PaymentNoticesController } from './paper/payment-notices.controller.js';
import { ReadPapers } from './paper/read-papers.js';
import { SubmissionJudgedHandler } from './returned/submission-judged.handler.js';
import { RecordsSentBackHandler } from './sent-back/records-sent-back.handler.js';
import { readRecordCounts } from './record-counts.store.js';

/** 請求・支払: claims, the ledger and the papers that come of it. */
@Module({})
export class BillingModule {
  static forContext({
    database,
    config,
    now,
  }: Pick<ServiceContext<BillingKeys>, 'database' | 'config' | 'now'>): DynamicModule {
    const recordCounts: RecordCountSource = {
      page: (after, limit) => readRecordCounts(database, after, limit),
    };
    const tuning: BillingTuning = {
      personDigestKey: Buffer.from(config.DAIKO_BILLING_PERSON_DIGEST_KEY_FILE ?? '', 'hex'),
      now,
    };
    return {
      module: BillingModule,
      controllers: [
        ChunkInspectedHandler,
        RecordsDecidedHandler,
        BundleSealedHandler,
        BundleVoidedHandler,
        BundleAcknowledgedHandler,
        RecordsSentBackHandler,
        SubmissionJudgedHandler,
        InvoicesController,
        PaymentNoticesController,
        TrialBalanceController,
        MastersController,
      ],
      providers: [
        { provide: Database, useValue: database },
        { provide: RecordCountSource, useValue: recordCounts },
        { provide: BILLING_TUNING, useValue: tuning },
        ImportMaster,
        TakeClaims,
        ReadPapers,
      ],
    };
  }
}
