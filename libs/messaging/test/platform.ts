import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceName } from '@daiko/contracts';
import { createLogger } from '@daiko/observability';
import { Database, type DatabaseConfig, migrate, provision, roleNames } from '@daiko/persistence';
import type { INestApplication, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { connect } from 'amqplib';
import pg from 'pg';
import {
  MessagingModule,
  messagingMigrations,
  type MessagingOptions,
  startMessaging,
  stopMessaging,
  UnitOfWork,
} from '../src/index.js';

interface Endpoints {
  postgres: { host: string; port: number; superuser: string; password: string };
  rabbitmq: { url: string; managementUrl: string; user: string; password: string };
}

/** A running service of a test: its application, its database and its unit of work. */
export interface TestService {
  app: INestApplication;
  database: Database;
  unitOfWork: UnitOfWork;
  stop(): Promise<void>;
}

/** A database and a virtual host of its own for one test file, and services in them. */
export class TestPlatform {
  readonly brokerUrl: string;
  private readonly unique = randomUUID().slice(0, 8);
  private readonly running = new Set<TestService>();

  private constructor(
    private readonly endpoints: Endpoints,
    private readonly services: readonly ServiceName[],
  ) {
    this.brokerUrl = `${endpoints.rabbitmq.url.replace(/\/$/, '')}/${this.name}`;
  }

  private get name() {
    return `messaging_${this.unique}`;
  }

  static async start(services: readonly ServiceName[]): Promise<TestPlatform> {
    const endpoints = JSON.parse(readFileSync(String(process.env.DAIKO_TEST_ENDPOINTS), 'utf8')) as Endpoints;
    const platform = new TestPlatform(endpoints, services);
    await platform.provision();
    return platform;
  }

  config(service: ServiceName, isOwner = false): DatabaseConfig {
    const { owner, role } = roleNames(service, this.name);
    const { host, port } = this.endpoints.postgres;
    const user = isOwner ? owner : role;
    return {
      host,
      port,
      database: this.name,
      user,
      password: 'test-only',
      schema: service,
      applicationName: service,
    };
  }

  async service(
    name: ServiceName,
    controllers: Type[] = [],
    options: Partial<MessagingOptions> & { databasePort?: number; peers?: readonly ServiceName[] } = {},
  ): Promise<TestService> {
    const { databasePort, peers = [], ...messagingOptions } = options;
    const config = this.config(name);
    const database = await Database.connect({
      ...config,
      ...(databasePort !== undefined && { host: '127.0.0.1', port: databasePort }),
    });
    const messaging = MessagingModule.forService({
      service: name,
      brokerUrl: this.brokerUrl,
      database,
      now: () => new Date(),
      logger: createLogger(name, 'silent'),
      ...messagingOptions,
    });
    @Module({ imports: [messaging], controllers })
    class ServiceModule {}
    const app = await NestFactory.create(ServiceModule, new FastifyAdapter(), { logger: false });
    await app.init();
    await startMessaging(app, { peers });
    const service: TestService = {
      app,
      database,
      unitOfWork: app.get(UnitOfWork),
      stop: async () => {
        this.running.delete(service);
        await stopMessaging(app);
        await app.close();
        await database.close();
      },
    };
    this.running.add(service);
    return service;
  }

  /** Ends every connection of the virtual host, as an operator would; the listing lags, so it asks until `count` are gone. */
  async killConnections(count: number): Promise<void> {
    let killed = 0;
    await until(async () => {
      const listed = (await this.manage('GET', `/api/vhosts/${this.name}/connections`)) as { name: string }[];
      for (const { name } of listed) {
        await this.manage('DELETE', `/api/connections/${encodeURIComponent(name)}`);
        killed += 1;
      }
      return killed >= count;
    }, 'connections killed');
  }

  /** Messages waiting in a queue; null where it does not exist. */
  async messagesIn(queue: string): Promise<number | null> {
    const connection = await connect(this.brokerUrl, { noDelay: true });
    try {
      const channel = await connection.createChannel();
      channel.on('error', () => undefined);
      return (await channel.checkQueue(queue)).messageCount;
    } catch {
      return null;
    } finally {
      await connection.close();
    }
  }

  /** Runs a statement as the owner of a service's schema; `{{role}}` is the role that runs. */
  async asOwner(service: ServiceName, sql: string): Promise<void> {
    const owner = await Database.connect(this.config(service, true));
    await owner.query(sql.replaceAll('{{role}}', roleNames(service, this.name).role));
    await owner.close();
  }

  /** Empties what a test has left in a service's tables of effects and dead letters. */
  async forget(service: ServiceName): Promise<void> {
    await this.asOwner(service, 'TRUNCATE effect, dead_letter');
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running].map((service) => service.stop()));
    await this.manage('DELETE', `/api/vhosts/${this.name}`);
    const client = await this.superuser('postgres');
    await client.query(`DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`);
    for (const service of this.services) {
      const { owner, role } = roleNames(service, this.name);
      await client.query(`DROP ROLE IF EXISTS ${owner}, ${role}`);
    }
    await client.end();
  }

  private async provision(): Promise<void> {
    const { host, port, superuser: user, password } = this.endpoints.postgres;
    const services = this.services.map((name) => ({
      name,
      ownerPassword: 'test-only',
      password: 'test-only',
    }));
    await provision({ host, port, user, password }, { database: this.name, rolePrefix: this.name, services });
    for (const service of this.services) {
      const { role } = roleNames(service, this.name);
      await migrate(this.config(service, true), { role, folders: [messagingMigrations] });
      const owner = await Database.connect(this.config(service, true));
      await owner.query('CREATE TABLE effect (message_id uuid, number int)');
      await owner.query(`GRANT SELECT, INSERT ON effect TO ${role}`);
      await owner.close();
    }
    await this.manage('PUT', `/api/vhosts/${this.name}`);
    await this.manage('PUT', `/api/permissions/${this.name}/${this.endpoints.rabbitmq.user}`, {
      configure: '.*',
      write: '.*',
      read: '.*',
    });
  }

  private async superuser(database: string): Promise<pg.Client> {
    const { host, port, superuser: user, password } = this.endpoints.postgres;
    const client = new pg.Client({ host, port, user, password, database });
    await client.connect();
    return client;
  }

  async manage(method: string, path: string, body?: unknown): Promise<unknown> {
    const { managementUrl, user, password } = this.endpoints.rabbitmq;
    const response = await fetch(`${managementUrl}${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return text === '' ? null : JSON.parse(text);
  }
}

/** Waits for a condition; after the deadline fails with the last value seen. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  deadlineMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + deadlineMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not within ${deadlineMs} ms: ${what}`);
    await delay(20);
  }
}
