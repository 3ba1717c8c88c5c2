import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessGuard, RequestDirectory } from '@daiko/access';
import { type ServiceName, serviceNames } from '@daiko/contracts';
import { forgetHandled, startMessaging, stopMessaging } from '@daiko/messaging';
import { HealthRegistry, type Logger, metrics } from '@daiko/observability';
import { Database } from '@daiko/persistence';
import { BackgroundTasks } from '../background-tasks.js';
import type { ConfigKeys, ConfigValues } from '../config/config-key.js';
import { createHttpAdapter } from '../http/http-adapter.js';
import { observeRequests } from '../http/observe-requests.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { serveProbes, type ServiceState } from '../http/probes.js';
import { validationPipe } from '../http/validation.js';
import type { CommonValues, ServiceContext, ServiceDefinition } from '../service-definition.js';
import { ServiceModule } from './nest-module.js';

/** A service that runs in this process. */
export interface RunningService<K extends ConfigKeys = ConfigKeys> {
  app: NestFastifyApplication;
  context: ServiceContext<K>;
  /** `http://127.0.0.1:<port>` */
  httpUrl: string;
  /** Not ready → doors shut → handlers drained → outbox sent → database closed. Safe to call twice. */
  stop(): Promise<void>;
}

/** What differs between the platform and a test of one service. */
export interface RunOptions {
  logger: Logger;
  now?: () => Date;
  /** Services whose queues must exist before the first message leaves; default all. */
  peers?: readonly ServiceName[];
  retryDelaysMs?: readonly number[];
}

/** Doors that are still answering get this long at the end, ms; uploads that take longer are cut and sent again. */
const answersMsMax = 20_000;
/** Between two looks at messages that were handled long ago, ms. */
const forgetIntervalMs = 60 * 60 * 1000;

async function openDatabase(name: ServiceName, values: CommonValues): Promise<Database> {
  return Database.connect({
    host: values.DAIKO_DATABASE_HOST,
    port: values.DAIKO_DATABASE_PORT,
    database: values.DAIKO_DATABASE_NAME,
    user: values.DAIKO_DATABASE_USER,
    password: values.DAIKO_DATABASE_PASSWORD_FILE,
    schema: name,
    applicationName: `daiko-${name}`,
    connectionsMax: values.DAIKO_DATABASE_CONNECTIONS_MAX,
  });
}

/** Builds the application with its doors' one filter, guard and pipe; nothing runs yet. */
async function buildApplication<K extends ConfigKeys>(
  definition: ServiceDefinition<K>,
  context: ServiceContext<K>,
  state: ServiceState,
  retryDelaysMs?: readonly number[],
): Promise<NestFastifyApplication> {
  const adapter = createHttpAdapter(definition.streamedMediaTypes ?? []);
  const fastify = adapter.getInstance();
  observeRequests(fastify, context.logger);
  serveProbes(fastify, context.health, state);
  const module = await ServiceModule.around(definition, context, retryDelaysMs);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(context.logger, context.now));
  app.useGlobalGuards(app.get(AccessGuard));
  app.useGlobalPipes(validationPipe());
  return app;
}

/** Waits for answers under way, but not for ever. A connection is ended as soon as it has its answer. */
async function shutDoors(app: NestFastifyApplication): Promise<void> {
  const { server } = app.getHttpAdapter().getInstance();
  const shut = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), answersMsMax);
  await shut;
  clearInterval(idle);
  clearTimeout(cut);
}

/** Starts a service with settings already read; `startService` is the way for a process of its own. */
export async function runService<K extends ConfigKeys>(
  definition: ServiceDefinition<K>,
  values: ConfigValues<K> & CommonValues,
  options: RunOptions,
): Promise<RunningService<K>> {
  const { name } = definition;
  const { logger, now = () => new Date(), peers = serviceNames } = options;
  metrics.describeProcess(name);
  const state: ServiceState = { phase: 'starting' };
  const health = new HealthRegistry();
  const tasks = new BackgroundTasks(logger);
  const database = await openDatabase(name, values);
  health.addReadinessCheck('database', () => database.isReachable());
  const context: ServiceContext<K> = { name, config: values, database, logger, health, tasks, now };
  let app: NestFastifyApplication | undefined;
  try {
    app = await buildApplication(definition, context, state, options.retryDelaysMs);
    await app.init();
    await startMessaging(app, { peers, health });
    if (name !== 'identity') await app.get(RequestDirectory).atStart();
    await app.listen(values.DAIKO_HTTP_PORT, '127.0.0.1');
  } catch (error) {
    if (app !== undefined) {
      await stopMessaging(app).catch(() => undefined);
      await app.close().catch(() => undefined);
    }
    await database.close();
    throw error;
  }
  tasks.every('forget handled messages', forgetIntervalMs, async () => {
    await forgetHandled(database, values.DAIKO_INBOX_DAYS);
  });
  tasks.start();
  state.phase = 'ready';
  const { port } = app.getHttpServer().address() as AddressInfo;
  logger.info('The service is ready', { port });
  return { app, context, httpUrl: `http://127.0.0.1:${port}`, stop: stopOnce(app, context, state) };
}

function stopOnce(
  app: NestFastifyApplication,
  context: ServiceContext,
  state: ServiceState,
): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    state.phase = 'stopping';
    await Promise.all([shutDoors(app), context.tasks.stop()]);
    await stopMessaging(app);
    await app.close();
    await context.database.close();
    context.logger.info('The service has stopped');
  };
  return () => (stopping ??= stop());
}
