import { type DynamicModule, Module } from '@nestjs/common';
import { Database } from '@daiko/persistence';
import type { ServiceContext } from '@daiko/service';
import { CheckpointController } from './checkpoint/checkpoint.controller.js';
import { CheckpointKeys } from './checkpoint/checkpoint-keys.js';
import { ProofsController } from './checkpoint/proofs.controller.js';
import { SignCheckpoint } from './checkpoint/sign-checkpoint.js';
import type { AuditKeys } from './config.js';
import { MarksController } from './review/marks.controller.js';
import { EveryMessageHandler } from './trail/every-message.handler.js';
import { MarkBatch } from './trail/mark-batch.js';
import { WatchGaps } from './trail/watch-gaps.js';
import { VerificationController } from './verification/verification.controller.js';

/** 監査: the trail of marks, its checkpoints, its verification and review. */
@Module({})
export class AuditModule {
  static async forContext(context: ServiceContext<AuditKeys>): Promise<DynamicModule> {
    const { database, logger, now, config } = context;
    const keys = await CheckpointKeys.open(config.DAIKO_AUDIT_CHECKPOINT_KEY_FOLDER, now());
    return {
      module: AuditModule,
      controllers: [
        EveryMessageHandler,
        VerificationController,
        CheckpointController,
        ProofsController,
        MarksController,
      ],
      providers: [
        { provide: Database, useValue: database },
        { provide: CheckpointKeys, useValue: keys },
        { provide: MarkBatch, useValue: new MarkBatch(database, logger, now) },
        SignCheckpoint,
        WatchGaps,
      ],
    };
  }
}
