import { randomBytes } from 'node:crypto';
import { PartnerDirectory } from '@daiko/access';
import type { Envelope, MessageData, MessageType, ServiceName } from '@daiko/contracts';
import { createLogger } from '@daiko/observability';
import type { Database } from '@daiko/persistence';
import {
  type CommonValues,
  type ConfigKeys,
  type ConfigValues,
  migrateService,
  runService,
  type ServiceContext,
  type ServiceDefinition,
} from '@daiko/service';
import type { INestApplication } from '@nestjs/common';
import { type IsolatedDatabase, isolatedDatabase } from './isolated-database.js';
import { type IsolatedVhost, isolatedVhost } from './isolated-vhost.js';
import { type MessageSpy, spyOnMessages } from './message-spy.js';
import { addPartner, type TestPartner, type TestPartnerPlan } from './test-partner.js';

/** A service that runs in the test's process against servers of its own. */
export interface TestService<K extends ConfigKeys = ConfigKeys> {
  app: INestApplication;
  context: ServiceContext<K>;
  /** `http://127.0.0.1:<port>` */
  httpUrl: string;
  /** The database as the service's own role sees it. */
  database: Database;
  /** The database as superuser, all schemas. */
  everything: IsolatedDatabase;
  brokerUrl: string;
  /** Sends a message as another service would; answers its envelope. `deliveries` sends the same message several times. */
  publish<T extends MessageType>(
    type: T,
    subject: string,
    data: MessageData<T>,
    options?: { deliveries?: number; source?: ServiceName },
  ): Promise<Envelope<T>>;
  /** Messages of a type that went over the broker since the start, in order. */
  received<T extends MessageType>(type: T): Envelope<T>[];
  /** Puts a partner with a fresh credential into the service's directory. */
  testPartner(plan: TestPartnerPlan): Promise<TestPartner>;
  /** `fetch` at the service, as a partner; JSON bodies are written for you. */
  call(
    path: string,
    options?: { as?: TestPartner; method?: string; json?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
  /** Stops only the process part; database and messages stay, `start` begins again on them. */
  stopService(): Promise<void>;
  start(): Promise<void>;
  /** Stops and removes everything. */
  stop(): Promise<void>;
}

/** What a test gives beside the definition: the service's own settings, and a clock where it matters. */
export interface TestServiceOptions<K extends ConfigKeys> {
  config?: Partial<ConfigValues<K>>;
  now?: () => Date;
  /** Use servers that another test service has made (two services in one test). */
  beside?: TestService;
  /** False: the copy of the directory has never been confirmed, every request is refused. */
  isDirectoryConfirmed?: boolean;
  /** Default 50, 100, 200 ms. */
  retryDelaysMs?: readonly number[];
  /** Default `silent`; `info` shows the service's log while a test is written. */
  logLevel?: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

function commonValues(name: ServiceName, database: IsolatedDatabase, brokerUrl: string): CommonValues {
  const role = database.configOf(name, 'role');
  return {
    DAIKO_DATABASE_HOST: role.host,
    DAIKO_DATABASE_PORT: role.port,
    DAIKO_DATABASE_NAME: role.database,
    DAIKO_DATABASE_USER: role.user,
    DAIKO_DATABASE_PASSWORD_FILE: role.password,
    DAIKO_DATABASE_CONNECTIONS_MAX: 5,
    DAIKO_BROKER_URL_FILE: brokerUrl,
    DAIKO_INBOX_DAYS: 35,
    // 0 lets the system choose; the settings of a process do not allow it.
    DAIKO_HTTP_PORT: 0,
    DAIKO_LOG_LEVEL: 'error',
    DAIKO_CRASH_POINTS: undefined,
  };
}

function defaultsOf(keys: ConfigKeys): Record<string, unknown> {
  const withDefault = Object.entries(keys).filter(([, key]) => 'default' in key);
  return Object.fromEntries(withDefault.map(([name, key]) => [name, (key as { default: unknown }).default]));
}

async function migrateOn(database: IsolatedDatabase, definition: ServiceDefinition): Promise<void> {
  const owner = database.configOf(definition.name, 'owner');
  await migrateService(definition, {
    DAIKO_DATABASE_HOST: owner.host,
    DAIKO_DATABASE_PORT: owner.port,
    DAIKO_DATABASE_NAME: owner.database,
    DAIKO_DATABASE_OWNER_USER: owner.user,
    DAIKO_DATABASE_OWNER_PASSWORD_FILE: owner.password,
  });
}

async function confirmDirectory(database: IsolatedDatabase, name: ServiceName, now: Date): Promise<void> {
  await database.query(
    `INSERT INTO ${name}.directory_confirmation (confirmed_at, partner_count) VALUES ($1, 0) ON CONFLICT DO NOTHING`,
    [now],
  );
}

/**
 * Migrates and boots a service in this process, on a fresh database and virtual host, with a directory that counts as
 * confirmed. `config` holds the service's own settings (file secrets as their content); defaults are filled in.
 */
export async function startTestService<K extends ConfigKeys>(
  definition: ServiceDefinition<K>,
  options: TestServiceOptions<K> = {},
): Promise<TestService<K>> {
  const { beside, now = () => new Date(), logLevel = 'silent' } = options;
  const everything = beside?.everything ?? (await isolatedDatabase(definition.name));
  const vhost: IsolatedVhost | null = beside === undefined ? await isolatedVhost() : null;
  const brokerUrl = beside?.brokerUrl ?? vhost?.url ?? '';
  await migrateOn(everything, definition as unknown as ServiceDefinition);
  const spy: MessageSpy = await spyOnMessages(brokerUrl);
  const values = {
    ...defaultsOf(definition.config.keys),
    ...commonValues(definition.name, everything, brokerUrl),
    ...options.config,
  } as ConfigValues<K> & CommonValues;
  const boot = () =>
    runService(definition, values, {
      logger: createLogger(definition.name, logLevel),
      now,
      peers: [],
      retryDelaysMs: options.retryDelaysMs ?? [50, 100, 200],
    });
  if (options.isDirectoryConfirmed ?? true) await confirmDirectory(everything, definition.name, now());
  let running = await boot();
  const service: TestService<K> = {
    get app() {
      return running.app;
    },
    get context() {
      return running.context;
    },
    get httpUrl() {
      return running.httpUrl;
    },
    get database() {
      return running.context.database;
    },
    everything,
    brokerUrl,
    publish: (type, subject, data, publishOptions) => spy.publish(type, subject, data, publishOptions),
    received: (type) => spy.received(type),
    testPartner: async (plan) => {
      const partner = await addPartner(running.context.database, plan);
      running.app.get(PartnerDirectory).forget();
      return partner;
    },
    call: (path, { as, method, json, headers = {} } = {}) =>
      fetch(new URL(path, running.httpUrl), {
        method: method ?? (json === undefined ? 'GET' : 'POST'),
        headers: {
          ...(as === undefined ? {} : { authorization: `Bearer ${as.bearerKey}` }),
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      }),
    stopService: () => running.stop(),
    start: async () => {
      running = await boot();
    },
    stop: async () => {
      await running.stop();
      await spy.close();
      await vhost?.drop();
      if (beside === undefined) await everything.drop();
    },
  };
  return service;
}

/** A name that no other test uses: `<prefix>-<8 hex>`. */
export function uniqueName(prefix: string): string {
  return `${prefix}-${randomBytes(4).toString('hex')}`;
}
