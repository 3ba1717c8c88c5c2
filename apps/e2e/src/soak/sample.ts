import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@daiko/persistence';
import { parseStat } from '../bench/process-figures.js';
import { recordedProcesses } from '../platform/own-processes.js';

/** Everything that must not grow, by name: `rss inspection`, `files routing`, `queued`. */
export type Sample = Record<string, number>;

const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

/** Looks at every process of a platform with all that it has started, and at its servers. */
export async function takeSample(
  stateFolder: string,
  database: Database,
  queued: () => Promise<number>,
): Promise<Sample> {
  const sample: Sample = {};
  const children = await childrenByParent();
  for (const [name, pid] of Object.entries(await recordedProcesses(stateFolder))) {
    if (name === 'platform') continue;
    const use = { rss: 0, files: 0, sockets: 0 };
    for (const each of withDescendants(pid, children)) {
      // Memory of its own: pages that many processes of the database share would count many times.
      use.rss += Number(/^RssAnon:\s+(\d+) kB/m.exec(await textOf(`/proc/${each}/status`))?.[1] ?? 0) / 1024;
      for (const fd of await readdir(`/proc/${each}/fd`).catch(() => [])) {
        const target = await readlink(`/proc/${each}/fd/${fd}`).catch(() => '');
        if (target.startsWith('socket:')) use.sockets += 1;
        else use.files += 1;
      }
    }
    for (const [what, value] of Object.entries(use)) sample[`${what} ${name}`] = Math.round(value);
  }
  sample.queued = await queued();
  sample['database connections'] = await countOf(
    database,
    'pg_stat_activity WHERE datname = current_database()',
  );
  let dead = 0;
  for (const service of ['intake', 'inspection', 'routing', 'billing', 'audit', 'identity']) {
    dead += await countOf(database, `${service}.dead_letter WHERE replayed_at IS NULL`);
  }
  sample['dead letters'] = dead;
  sample['temporary files'] = await temporaryFiles(stateFolder);
  return sample;
}

async function countOf(database: Database, from: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${from}`);
  return row?.count ?? 0;
}

async function childrenByParent(): Promise<Map<number, number[]>> {
  const children = new Map<number, number[]>();
  for (const name of await readdir('/proc')) {
    const text = /^\d+$/.test(name) ? await textOf(`/proc/${name}/stat`) : '';
    if (text === '') continue;
    const { parent } = parseStat(text);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

function withDescendants(pid: number, children: ReadonlyMap<number, number[]>): number[] {
  return [pid, ...(children.get(pid) ?? []).flatMap((child) => withDescendants(child, children))];
}

/** Files half written, outside of what the servers keep for themselves. */
async function temporaryFiles(stateFolder: string): Promise<number> {
  let count = 0;
  for (const folder of await readdir(stateFolder, { withFileTypes: true })) {
    if (!folder.isDirectory() || ['postgres', 'rabbitmq', 'clamav', 'demonstration'].includes(folder.name))
      continue;
    const names = await readdir(join(stateFolder, folder.name), { recursive: true }).catch(() => []);
    count += names.filter((name) => /(\.part|\.tmp|\/tmp\/.+)$/.test(name)).length;
  }
  return count;
}
