import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type ServiceName, serviceNames } from '@daiko/contracts';
import { type DatabaseConfig, provision, roleNames } from '@daiko/persistence';
import { testServers } from './test-servers.js';

/** A database of one test file, with schema and roles of every service. */
export interface IsolatedDatabase {
  name: string;
  /** How the service's owner role (migrates) or its running role connects. */
  configOf(service: ServiceName, as: 'owner' | 'role'): DatabaseConfig;
  /** As superuser, for looking at what a role may not see. */
  query<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** Makes a fresh database and provisions roles and schemas as the product does. `name` is part of its name. */
export async function isolatedDatabase(name: string): Promise<IsolatedDatabase> {
  const { postgres } = testServers();
  const unique = `${name.replace(/[^a-z0-9]/g, '').slice(0, 20)}_${randomBytes(4).toString('hex')}`;
  const rolePrefix = `t_${unique}`;
  const password = randomBytes(12).toString('hex');
  const superuser = {
    host: postgres.host,
    port: postgres.port,
    user: postgres.superuser,
    password: postgres.password,
  };
  await provision(superuser, {
    database: unique,
    rolePrefix,
    services: serviceNames.map((each) => ({ name: each, ownerPassword: password, password })),
  });
  const inside = new pg.Pool({ ...superuser, database: unique, max: 2 });
  inside.on('error', () => undefined);
  return {
    name: unique,
    configOf: (service, as) => ({
      host: postgres.host,
      port: postgres.port,
      database: unique,
      user: roleNames(service, rolePrefix)[as],
      password,
      schema: service,
      applicationName: `test-${service}`,
    }),
    query: async <Row>(sql: string, parameters: unknown[] = []) =>
      (await inside.query(sql, parameters)).rows as Row[],
    drop: async () => {
      await inside.end();
      await dropDatabase(superuser, unique, rolePrefix);
    },
  };
}

async function dropDatabase(superuser: pg.ClientConfig, name: string, rolePrefix: string): Promise<void> {
  const client = new pg.Client({ ...superuser, database: 'postgres' });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
    for (const service of serviceNames) {
      for (const role of Object.values(roleNames(service, rolePrefix))) {
        await client.query(`DROP ROLE IF EXISTS ${pg.escapeIdentifier(role)}`);
      }
    }
  } finally {
    await client.end();
  }
}
