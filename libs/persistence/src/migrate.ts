import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type DatabaseConfig, dataSource } from './database.js';

/** A folder of migrations; `name` is part of the identity of each file and never changes. */
export interface MigrationFolder {
  name: string;
  path: string;
}

const fileName = /^(\d{4})-[a-z0-9-]+\.sql$/;

/**
 * Brings the owner's schema up to date: plain SQL files `0001-outbox.sql`, folder after folder, each once, each folder in one
 * transaction. `{{schema}}` and `{{role}}` (the role that runs) become quoted names. Returns what was applied, `folder/file`.
 * Two at once wait for each other. Fails where a file's name does not fit or its SQL fails; then nothing of its folder stays.
 */
export async function migrate(
  owner: DatabaseConfig,
  plan: { role: string; folders: MigrationFolder[] },
): Promise<string[]> {
  const lock = new pg.Client({ ...owner, connectionTimeoutMillis: 10_000 });
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [lockKeyOf(owner.schema)]);
    const applied: string[] = [];
    for (const folder of plan.folders) applied.push(...(await migrateFolder(owner, plan.role, folder)));
    return applied;
  } finally {
    await lock.end();
  }
}

async function migrateFolder(
  owner: DatabaseConfig,
  role: string,
  folder: MigrationFolder,
): Promise<string[]> {
  const files = (await readdir(folder.path)).filter((name) => name.endsWith('.sql')).sort();
  const migrations = await Promise.all(
    files.map(async (file) => {
      const number = fileName.exec(file)?.[1];
      if (number === undefined)
        throw new Error(`migration ${folder.name}/${file}: name must be 0001-words.sql`);
      const text = await readFile(join(folder.path, file), 'utf8');
      const sql = text
        .replaceAll('{{schema}}', pg.escapeIdentifier(owner.schema))
        .replaceAll('{{role}}', pg.escapeIdentifier(role));
      return migrationClass(`${folder.name}/${file}`, number, sql);
    }),
  );
  const source = await dataSource({ ...owner, connectionsMax: 1 }, migrations).initialize();
  try {
    const done = await source.runMigrations({ transaction: 'all' });
    return done.map((migration) => migration.name.replace(/ \d{13}$/, ''));
  } finally {
    await source.destroy();
  }
}

/** TypeORM orders by the last 13 digits of the name; the file's number stands there. */
function migrationClass(name: string, number: string, sql: string): new () => never {
  return class {
    readonly name = `${name} ${number.padStart(13, '0')}`;
    async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
      await runner.query(sql);
    }
    async down(): Promise<void> {
      throw new Error('migrations only go forward');
    }
  } as unknown as new () => never;
}

function lockKeyOf(schema: string): number {
  return createHash('sha256').update(`migrate ${schema}`).digest().readInt32BE(0);
}
