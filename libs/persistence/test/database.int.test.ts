import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Database, type DatabaseConfig, migrate, provision, roleNames } from '../src/index.js';

const endpoints = JSON.parse(readFileSync(String(process.env.DAIKO_TEST_ENDPOINTS), 'utf8')) as {
  postgres: { host: string; port: number; superuser: string; password: string };
};
const { host, port, superuser, password } = endpoints.postgres;
const unique = randomUUID().slice(0, 8);
const database = `persistence_${unique}`;
const rolePrefix = `p${unique}`;
const quotedPassword = `it's "quoted" $1 \\ ;--`;
const services = ['alpha', 'Be ta'].map((name) => ({
  name,
  ownerPassword: `${name}-owner`,
  password: quotedPassword,
}));
const folders = [{ name: 'note', path: join(import.meta.dirname, 'migrations') }];

const config = (service: string, isOwner = false): DatabaseConfig => {
  const names = roleNames(service, rolePrefix);
  return {
    host,
    port,
    database,
    user: isOwner ? names.owner : names.role,
    password: isOwner ? `${service}-owner` : quotedPassword,
    schema: service,
    applicationName: `test-${service}`,
  };
};
const superuserConfig = { host, port, user: superuser, password };
const plan = { database, rolePrefix, services };

describe('Database', () => {
  let alpha: Database;

  beforeAll(async () => {
    await Promise.all([provision(superuserConfig, plan), provision(superuserConfig, plan)]);
    for (const { name } of services) {
      await migrate(config(name, true), { role: roleNames(name, rolePrefix).role, folders });
    }
    alpha = await Database.connect(config('alpha'));
  });

  afterAll(async () => {
    await alpha?.close();
    const client = new pg.Client({ ...superuserConfig, database: 'postgres' });
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    for (const { name } of services) {
      const { owner, role } = roleNames(name, rolePrefix);
      await client.query(`DROP ROLE IF EXISTS "${owner}", "${role}"`);
    }
    await client.end();
  });

  it('gives ids beyond 2^31 as numbers, beyond 2^53 as bigint, json as values, times as dates', async () => {
    const writtenAt = new Date('2026-11-24T00:00:00.123Z');
    const insert = 'INSERT INTO note VALUES ($1, $2, $3) RETURNING id, body, written_at';
    const rows = await alpha.query(insert, [5_000_000_000, { a: [1, 'x'] }, writtenAt]);
    expect(rows).toEqual([{ id: 5_000_000_000, body: { a: [1, 'x'] }, written_at: writtenAt }]);
    const [large] = await alpha.query<{ id: bigint }>(insert, [9_007_199_254_740_993n, {}, writtenAt]);
    expect(large?.id).toBe(9_007_199_254_740_993n);
    const [list] = await alpha.query<{ ids: number[] }>(
      'SELECT array_agg(id) AS ids FROM note WHERE id < 2^53::bigint',
    );
    expect(list?.ids).toEqual([5_000_000_000]);
  });

  it('returns the rows of UPDATE … RETURNING like those of a SELECT', async () => {
    await alpha.query('INSERT INTO note VALUES (77, $1, now())', [{}]);
    const rows = await alpha.query('UPDATE note SET body = $1 WHERE id = 77 RETURNING id', [{ b: 2 }]);
    expect(rows).toEqual([{ id: 77 }]);
  });

  it('means its own schema by an unqualified name, however the schema is called', async () => {
    const spaced = await Database.connect(config('Be ta'));
    await spaced.query('INSERT INTO seal VALUES (500)');
    expect(await spaced.query('SELECT id FROM "Be ta".seal')).toEqual([{ id: 500 }]);
    await spaced.close();
  });

  it('rolls back what a failing transaction wrote', async () => {
    const failing = alpha.transaction(async (tx) => {
      await tx.query('INSERT INTO seal VALUES (1)');
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await alpha.query('SELECT id FROM seal')).toEqual([]);
  });

  it('a role neither reads the schema of another service nor changes what it may only insert', async () => {
    await expect(alpha.query('SELECT * FROM "Be ta".note')).rejects.toThrow(
      /permission denied for schema Be ta/,
    );
    await alpha.query('INSERT INTO seal VALUES (2)');
    await expect(alpha.query('UPDATE seal SET id = 3')).rejects.toThrow(/permission denied/);
    await expect(alpha.query('DELETE FROM seal')).rejects.toThrow(/permission denied/);
    await expect(alpha.query('TRUNCATE seal')).rejects.toThrow(/permission denied/);
    await expect(alpha.query('CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/);
    await expect(alpha.query('CREATE TABLE public.mine (id int)')).rejects.toThrow(/permission denied/);
    await expect(alpha.query(`SET ROLE "${roleNames('Be ta', rolePrefix).role}"`)).rejects.toThrow(
      /permission denied/,
    );
  });

  it('applies every migration once, also when two start at the same time', async () => {
    const again = () =>
      migrate(config('alpha', true), { role: roleNames('alpha', rolePrefix).role, folders });
    expect(await Promise.all([again(), again()])).toEqual([[], []]);
  });

  it('lets a running transaction finish before it closes', async () => {
    const own = await Database.connect(config('alpha'));
    const gate = Promise.withResolvers<void>();
    const writing = own.transaction(async (tx) => {
      await tx.query('INSERT INTO seal VALUES (10)');
      await gate.promise;
      await tx.query('INSERT INTO seal VALUES (11)');
    });
    const closing = own.close();
    gate.resolve();
    await Promise.all([writing, closing]);
    expect(await alpha.query('SELECT id FROM seal WHERE id > 9 ORDER BY id')).toEqual([
      { id: 10 },
      { id: 11 },
    ]);
    expect(await own.isReachable()).toBe(false);
    expect(await alpha.isReachable()).toBe(true);
  });
});
