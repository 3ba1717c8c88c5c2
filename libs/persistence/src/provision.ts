import pg from 'pg';

/** A role that may create databases and roles. `database` is the maintenance database (default `postgres`). */
export interface SuperuserConfig {
  host: string;
  port: number;
  user: string;
  password: string;
  database?: string;
}

export interface ProvisionPlan {
  database: string;
  /** First part of every role name; default `daiko`. Roles live beside all databases of a server. */
  rolePrefix?: string;
  services: { name: string; ownerPassword: string; password: string }[];
}

const lockKey = 7_305_771;

/** Names of the two roles of a service: the owner migrates, the other runs. */
export function roleNames(service: string, rolePrefix = 'daiko'): { owner: string; role: string } {
  return { owner: `${rolePrefix}_${service}_owner`, role: `${rolePrefix}_${service}` };
}

/**
 * Creates what is missing of the database, one schema per service and its two roles, and sets passwords.
 * A role has no grant outside its own schema, and nothing is left to PUBLIC. Safe to repeat and to run twice at once.
 */
export async function provision(superuser: SuperuserConfig, plan: ProvisionPlan): Promise<void> {
  const maintenance = await connect(superuser, superuser.database ?? 'postgres');
  try {
    await maintenance.query('SELECT pg_advisory_lock($1)', [lockKey]);
    for (const service of plan.services) {
      const { owner, role } = roleNames(service.name, plan.rolePrefix);
      await ensureRole(maintenance, owner, service.ownerPassword);
      await ensureRole(maintenance, role, service.password);
    }
    await ensureDatabase(maintenance, plan.database);
    const database = await connect(superuser, plan.database);
    try {
      await closeToPublic(database, plan.database);
      for (const service of plan.services) await ensureSchema(database, plan, service.name);
    } finally {
      await database.end();
    }
  } finally {
    await maintenance.end();
  }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await execute(
    client,
    `${verb} ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD %L`,
    role,
    password,
  );
}

async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await execute(client, "CREATE DATABASE %I ENCODING 'UTF8' TEMPLATE template0", name);
}

async function closeToPublic(client: pg.Client, database: string): Promise<void> {
  await execute(client, 'REVOKE ALL ON DATABASE %I FROM PUBLIC', database);
  await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
}

async function ensureSchema(client: pg.Client, plan: ProvisionPlan, service: string): Promise<void> {
  const { owner, role } = roleNames(service, plan.rolePrefix);
  await execute(client, 'CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', service, owner);
  await execute(client, 'REVOKE ALL ON SCHEMA %I FROM PUBLIC', service);
  await execute(client, 'GRANT USAGE ON SCHEMA %I TO %I', service, role);
  for (const each of [owner, role]) {
    await execute(client, 'GRANT CONNECT ON DATABASE %I TO %I', plan.database, each);
    await execute(client, 'ALTER ROLE %I IN DATABASE %I SET search_path = %I', each, plan.database, service);
  }
}

/** DDL takes no parameters: the server itself quotes names (%I) and texts (%L) into the statement. */
async function execute(client: pg.Client, template: string, ...values: string[]): Promise<void> {
  const places = values.map((_, index) => `$${index + 2}::text`).join(', ');
  const { rows } = await client.query<{ statement: string }>(`SELECT format($1, ${places}) AS statement`, [
    template,
    ...values,
  ]);
  const statement = rows[0]?.statement;
  if (statement !== undefined) await client.query(statement);
}

async function connect(superuser: SuperuserConfig, database: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...superuser,
    database,
    application_name: 'daiko-provision',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
