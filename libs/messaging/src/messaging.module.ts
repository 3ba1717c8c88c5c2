import type { ServiceName } from '@daiko/contracts';
import { createLogger, type Logger } from '@daiko/observability';
import type { Database } from '@daiko/persistence';
import { type DynamicModule, Module } from '@nestjs/common';
import { AmqpServer } from './amqp-server.js';
import { DeadLetters } from './dead-letters.js';
import { Publisher } from './publisher.js';
import { Relay } from './relay.js';
import { defaultRetryDelaysMs } from './topology.js';
import { UnitOfWork } from './unit-of-work.js';

export interface MessagingOptions {
  service: ServiceName;
  /** `amqp://user:password@host:port/vhost`. */
  brokerUrl: string;
  database: Database;
  /** What the time of messages and marks is taken from. */
  now: () => Date;
  logger?: Logger;
  /** Back-off between the attempts of a handler, ms; one attempt more than delays. Default 1 s, 10 s, 60 s. */
  retryDelaysMs?: readonly number[];
}

/** Outbox, relay, handlers and dead letters of one service; `startMessaging` sets them going. */
@Module({})
export class MessagingModule {
  static forService(options: MessagingOptions): DynamicModule {
    const { service, brokerUrl, database, now } = options;
    const logger = options.logger ?? createLogger(service);
    const retryDelaysMs = options.retryDelaysMs ?? defaultRetryDelaysMs;
    const publisher = new Publisher(service, brokerUrl, logger);
    const relay: Relay = new Relay({
      service,
      database,
      publisher,
      now,
      stream: () => unitOfWork.stream(),
      logger,
    });
    const unitOfWork = new UnitOfWork({ service, database, now, onAppended: () => relay.wake() });
    const server = new AmqpServer({ service, brokerUrl, database, logger, retryDelaysMs });
    return {
      module: MessagingModule,
      global: true,
      providers: [
        { provide: UnitOfWork, useValue: unitOfWork },
        { provide: Relay, useValue: relay },
        { provide: DeadLetters, useValue: new DeadLetters(database, publisher) },
        { provide: AmqpServer, useValue: server },
      ],
      exports: [UnitOfWork, Relay, DeadLetters, AmqpServer],
    };
  }
}
