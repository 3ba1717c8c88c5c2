import { type DynamicModule, Module } from '@nestjs/common';
import { Database } from '@daiko/persistence';
import { RecordCountSource, type ServiceContext } from '@daiko/service';
import { BundleAcknowledgedHandler } from './bundle/bundle-acknowledged.handler.js';
import { BundleSealedHandler } from './bundle/bundle-sealed.handler.js';
import { BundleVoidedHandler } from './bundle/bundle-voided.handler.js';
import { ChunkInspectedHandler } from './claim/chunk-inspected.handler.js';
import { RecordsDecidedHandler } from './claim/records-decided.handler.js';
import { TakeClaims } from './claim/take-claims.js';
import { TrialBalanceController } from './ledger/trial-balance.controller.js';
import { InvoicesController } from './paper/invoices.controller.js';
import { PaymentNoticesController } from './paper/payment-notices.controller.js';
import { ReadPapers } from './paper/read-papers.js';
import { recordCountsPage } from './record-counts.store.js';

/** 請求・支払: claims, the ledger and the papers that come of it. */
@Module({})
export class BillingModule {
  static forContext({ database }: Pick<ServiceContext, 'database'>): DynamicModule {
    const recordCounts: RecordCountSource = {
      page: (after, limit) => recordCountsPage(database, after, limit),
    };
    return {
      module: BillingModule,
      controllers: [
        ChunkInspectedHandler,
        RecordsDecidedHandler,
        BundleSealedHandler,
        BundleVoidedHandler,
        BundleAcknowledgedHandler,
        InvoicesController,
        PaymentNoticesController,
        TrialBalanceController,
      ],
      providers: [
        { provide: Database, useValue: database },
        { provide: RecordCountSource, useValue: recordCounts },
        TakeClaims,
        ReadPapers,
      ],
    };
  }
}
