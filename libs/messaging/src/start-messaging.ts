import type { ServiceName } from '@daiko/contracts';
import type { HealthRegistry } from '@daiko/observability';
import type { INestApplication } from '@nestjs/common';
import { AmqpServer } from './amqp-server.js';
import { Relay } from './relay.js';

export interface StartMessagingOptions {
  /**
   * Services whose queues must exist before the first message leaves (what no queue takes is lost): all services in the
   * platform, none in a test of one service alone.
   */
  peers: readonly ServiceName[];
  /** Gets the readiness checks `broker` and `outbox`. */
  health?: HealthRegistry;
}

/**
 * Connects the handlers of an application that contains `MessagingModule`, declares the queues, starts the relay.
 * Call before the application listens. A broker that is down delays it by 10 s at most and stops nothing.
 */
export async function startMessaging(app: INestApplication, options: StartMessagingOptions): Promise<void> {
  const server = app.get(AmqpServer);
  const relay = app.get(Relay);
  app.connectMicroservice({ strategy: server }, { inheritAppConfig: false });
  await app.startAllMicroservices();
  await relay.start(options.peers);
  options.health?.addReadinessCheck('broker', () => server.isReady);
  options.health?.addReadinessCheck('outbox', () => relay.isReady);
}

/** Lets handlers in flight finish (30 s at most), sends what is left in the outbox, disconnects. Call before the application closes. */
export async function stopMessaging(app: INestApplication): Promise<void> {
  await app.get(AmqpServer).close();
  await app.get(Relay).stop();
}
