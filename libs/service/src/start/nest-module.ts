import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from '@daiko/access';
import { MessagingModule } from '@daiko/messaging';
import { DeadLettersController } from '../admin/dead-letters.controller.js';
import { RecordCountsController } from '../admin/record-counts.controller.js';
import { BackgroundTasks } from '../background-tasks.js';
import type { ConfigKeys } from '../config/config-key.js';
import {
  CLOCK,
  SERVICE_CONTEXT,
  type ServiceContext,
  type ServiceDefinition,
} from '../service-definition.js';

/** A service whole: messages, access, the doors every service has, and its own module. */
@Module({})
export class ServiceModule {
  static async around<K extends ConfigKeys>(
    definition: ServiceDefinition<K>,
    context: ServiceContext<K>,
    retryDelaysMs?: readonly number[],
  ): Promise<DynamicModule> {
    const { name: service, database, now, logger } = context;
    const brokerUrl = context.config.DAIKO_BROKER_URL_FILE;
    return {
      module: ServiceModule,
      global: true,
      imports: [
        MessagingModule.forService({ service, brokerUrl, database, now, logger, retryDelaysMs }),
        AccessModule.forService({ service, database, now }),
        await definition.module(context),
      ],
      controllers: [RecordCountsController, DeadLettersController],
      providers: [
        { provide: SERVICE_CONTEXT, useValue: context },
        { provide: CLOCK, useValue: now },
        { provide: BackgroundTasks, useValue: context.tasks },
      ],
      exports: [SERVICE_CONTEXT, CLOCK, BackgroundTasks],
    };
  }
}
