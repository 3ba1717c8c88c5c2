import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeWhole } from '@daiko/whole-files';
import { loadSettings } from '../check/load-settings.js';
import { readPlatformRecord, UsageProblem } from '../client/connection.js';
import { print } from '../client/output.js';
import { checkout, stateFolder } from '../client/state-folder.js';
import { keepSecret } from './platform-folder.js';
import { isDaiko } from './platform-process.js';
import type { RunningPlatform } from './run-platform.js';
import { serversSetting } from './servers-setting.js';
import { readWorkers } from './workers.js';

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface UpOptions {
  fresh?: boolean;
  once?: boolean;
  demonstration?: boolean;
  agency: string;
  sealEvery: string;
  settings?: string;
  workers?: string;
  format: 'text' | 'json';
}

/** `daiko up`. */
export async function up(options: UpOptions): Promise<void> {
  await refuseWhereRunning();
  const servers = serversSetting(process.env.DAIKO_SERVERS);
  const workers = options.workers === undefined ? {} : readWorkers(options.workers);
  // A mistake in the settings is told here, not by two services that do not start.
  if (options.settings !== undefined) await loadSettings({ settings: options.settings });
  // Only these commands need what runs servers and services; every other one starts in half the time without.
  const { runPlatform } = await import('./run-platform.js');
  const { demonstrate } = await import('../demonstration/demonstrate.js');
  const { summaryLines } = await import('../demonstration/summary-lines.js');
  if (options.fresh === true) {
    const { purgePlatform } = await import('./purge-platform.js');
    await purgePlatform(stateFolder);
  }
  // Progress beside the result: with --format json only the summary goes to standard output.
  const progress = options.format === 'json' ? process.stderr : process.stdout;
  const log = (line: string): void => void progress.write(`${line}\n`);
  // Until everything is up a signal only asks for the stop: what is half started must be ended in order too.
  let isInterrupted = false;
  const interrupt = (): void => void (isInterrupted = true);
  for (const signal of stopSignals) process.on(signal, interrupt);
  const platform = await runPlatform({
    checkout,
    stateFolder,
    servers,
    workers,
    log,
    settings: {
      agencyNumber: options.agency,
      bucket: 'daiko',
      database: 'daiko',
      sealIntervalSeconds: secondsOf(options.sealEvery),
      logLevel: 'info',
      ...(options.settings !== undefined && { inspectionSettings: resolve(options.settings) }),
    },
  });
  await keepSecret(platform.folder, 'operator-key', platform.operatorKey);
  const record = join(platform.folder.run, 'platform.json');
  const { origin, caFile } = platform;
  await writeWhole(record, JSON.stringify({ origin, caFile, pid: process.pid }));
  const ended = endOf(platform, record, log);
  for (const signal of stopSignals) process.off(signal, interrupt);
  if (isInterrupted) return ended.now();
  try {
    if (options.demonstration === true) {
      const summary = await demonstrate(platform, log);
      print(options.format, summary, () => summaryLines(summary));
    }
    if (options.once === true) return await ended.now();
    log('Ctrl-C で停止します。 / Ctrl-C stops.');
    await ended.bySignal;
  } catch (fault) {
    // What breaks off because the platform is being stopped is no fault.
    const wasStopping = ended.isStopping();
    await ended.now();
    if (!wasStopping) throw fault;
  }
}

/** Stops once, by a signal or by call; a second signal while stopping is ignored, the services have their own deadlines. */
function endOf(
  platform: RunningPlatform,
  record: string,
  log: (line: string) => void,
): { now: () => Promise<void>; isStopping: () => boolean; bySignal: Promise<void> } {
  let stopping: Promise<void> | null = null;
  const now = (): Promise<void> => {
    stopping ??= (async () => {
      log('停止しています … / stopping …');
      await platform.stop();
      await rm(record, { force: true });
      log('停止しました。 / stopped.');
    })();
    return stopping;
  };
  const bySignal = new Promise<void>((resolve, reject) => {
    for (const signal of stopSignals) {
      process.on(signal, () => void now().then(resolve, reject));
    }
  });
  return { now, isStopping: () => stopping !== null, bySignal };
}

function secondsOf(text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new UsageProblem('--seal-every は秒数です。', '--seal-every is a number of seconds.');
}

async function refuseWhereRunning(): Promise<void> {
  const record = await readPlatformRecord().catch(() => null);
  if (record === null || !(await isDaiko(record.pid))) return;
  throw new UsageProblem(
    `すでに起動しています（pid ${record.pid}）。「daiko down」で停止してください。`,
    `Already running (pid ${record.pid}). Stop it with "daiko down".`,
  );
}
