import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '@daiko/persistence';
import { checkout } from '../platform/daiko-command.js';
import { LivePlatform } from '../platform/live-platform.js';
import { registerPartners } from '../platform/register-partners.js';
import { connectSuperuser } from '../platform/superuser.js';
import type { BenchPlan } from './bench-plan.js';
import { median, ourProcesses } from './bench-report.js';
import { inventPartners, writeSubmission } from './invented-submission.js';
import { runOnce } from './one-run.js';
import { storedBytes, storeRecords, touchedSoFar } from './stored-records.js';

const stateFolder = join(checkout, '.daiko/bench-stored');
const warmUpRecords = 1000;
/** The database counts what was done some time after it was done. */
const statisticsLagMs = 3000;

/** What a record costs where so many are stored. */
export interface StoredFigures {
  stored: number;
  databaseBytes: number;
  recordsPerSecond: number;
  cpuMsPerRecord: number;
  databaseCpuMsPerRecord: number;
  pagesPerRecord: number;
  pagesReadPerRecord: number;
}

/** Measures real submissions on a database that holds 1,000, then a million, then as many records as asked for. */
export async function runStoredBench(
  plan: BenchPlan & { rows: number },
  log: (line: string) => void,
): Promise<boolean> {
  const sizes = [...new Set([Math.min(1000, plan.rows), Math.min(1_000_000, plan.rows), plan.rows])];
  const world = inventPartners({
    seed: 47,
    providers: sizes.length * (plan.runs + 1),
    insurers: 4,
    now: new Date(),
  });
  log('starting the platform …');
  const platform = await LivePlatform.start({ stateFolder, fresh: true, workers: plan.workers });
  const database = await connectSuperuser(stateFolder);
  const figures: StoredFigures[] = [];
  try {
    await registerPartners(platform, world);
    let stored = 0;
    for (const [index, size] of sizes.entries()) {
      await storeRecords(database, { from: stored, to: size, inAll: plan.rows }, log);
      stored = size;
      const measured = [];
      for (let run = 0; run <= plan.runs; run += 1) {
        const provider = index * (plan.runs + 1) + run;
        const records = run === 0 ? warmUpRecords : plan.records;
        const one = await measureOne({ platform, world, database }, provider, records);
        if (run > 0) measured.push(one);
      }
      figures.push({ stored, databaseBytes: await storedBytes(database), ...medianOf(measured) });
      log(JSON.stringify(figures.at(-1)));
    }
  } finally {
    await database.close();
    await platform.stop();
  }
  for (const line of storedLines(figures)) log(line);
  if (plan.json !== null) await writeFile(plan.json, `${JSON.stringify(figures, null, 2)}\n`);
  return true;
}

type OneFigures = Omit<StoredFigures, 'stored' | 'databaseBytes'>;

async function measureOne(
  on: { platform: LivePlatform; world: Parameters<typeof writeSubmission>[0]; database: Database },
  provider: number,
  records: number,
): Promise<OneFigures> {
  const folder = join(stateFolder, 'demonstration/outbox');
  const submission = await writeSubmission(on.world, { provider, records, seed: 700 + provider }, folder);
  await delay(statisticsLagMs);
  const before = await touchedSoFar(on.database);
  const { totalMs, figures } = await runOnce(on.platform, on.world, submission);
  await delay(statisticsLagMs);
  const after = await touchedSoFar(on.database);
  await rm(submission.file);
  const cpuOf = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + (figures[name]?.cpuMs ?? 0), 0) / records;
  return {
    recordsPerSecond: (records / totalMs) * 1000,
    cpuMsPerRecord: cpuOf(ourProcesses),
    databaseCpuMsPerRecord: cpuOf(['postgres']),
    pagesPerRecord: (after.pages - before.pages) / records,
    pagesReadPerRecord: (after.read - before.read) / records,
  };
}

function medianOf(all: readonly OneFigures[]): OneFigures {
  const of = (name: keyof OneFigures): number => Number(median(all.map((one) => one[name])).toFixed(3));
  return {
    recordsPerSecond: of('recordsPerSecond'),
    cpuMsPerRecord: of('cpuMsPerRecord'),
    databaseCpuMsPerRecord: of('databaseCpuMsPerRecord'),
    pagesPerRecord: of('pagesPerRecord'),
    pagesReadPerRecord: of('pagesReadPerRecord'),
  };
}

/** A table in Markdown; each figure beside its ratio to that of the fewest records. */
function storedLines(figures: readonly StoredFigures[]): string[] {
  const [least] = figures;
  if (least === undefined) return [];
  const cell = (value: number, base: number): string =>
    `${value.toFixed(2)} (× ${(value / Math.max(base, 1e-9)).toFixed(2)})`;
  return [
    '',
    '| Records stored | Database | Records/s | CPU of ours, ms a record | CPU of PostgreSQL, ms a record | Pages touched a record | Pages read a record |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...figures.map((each) =>
      [
        `| ${each.stored.toLocaleString('en')}`,
        `${(each.databaseBytes / 1e9).toFixed(2)} GB`,
        each.recordsPerSecond.toFixed(0),
        cell(each.cpuMsPerRecord, least.cpuMsPerRecord),
        cell(each.databaseCpuMsPerRecord, least.databaseCpuMsPerRecord),
        cell(each.pagesPerRecord, least.pagesPerRecord),
        `${each.pagesReadPerRecord.toFixed(2)} |`,
      ].join(' | '),
    ),
  ];
}
