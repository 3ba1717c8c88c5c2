import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { serviceNames } from '@daiko/contracts';
import { writeWhole } from '@daiko/whole-files';
import { loadSettings } from '../check/load-settings.js';
import {
  connect,
  type ConnectionOptions,
  formatOption,
  readPlatformRecord,
  UsageProblem,
  withConnection,
} from '../client/connection.js';
import { print, table } from '../client/output.js';
import { checkout, stateFolder } from '../client/state-folder.js';
import { demonstrationAgency } from './demonstration-agency.js';
import { serversSetting } from './servers-setting.js';
import { keepSecret } from './platform-folder.js';
import type { RunningPlatform } from './run-platform.js';
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

export function registerPlatform(program: Command): void {
  program
    .command('up')
    .description('サーバーとサービスを起動する (start the servers and services, stay until Ctrl-C)')
    .option('--fresh', 'すべてのデータを消して始め直す / begin anew: removes all data of this checkout first')
    .option('--once', '実演のまとめを表示したら停止する / stop after the summary of the demonstration')
    .option(
      '--demonstration',
      '架空のアーカイブを送り、結果を示す / send invented archives and show what becomes of them',
    )
    .option(
      '--agency <number>',
      '代行機関番号 / number of the agency that this platform is',
      demonstrationAgency,
    )
    .option(
      '--seal-every <seconds>',
      '送付・返戻を封緘する間隔（秒）。0は指示したときだけ / seal bundles and returns at this interval; 0: only on command',
      '3600',
    )
    .option(
      '--settings <file>',
      '規則の設定（JSON）。daiko check と同じ / settings of the rules (JSON), as for daiko check',
    )
    .option(
      '--workers <list>',
      'サービスのプロセス数。例 inspection=2,routing=2 / processes of a service, such as inspection=2,routing=2',
    )
    .addOption(formatOption())
    .addHelpText('after', '\nExample:\n  daiko up --fresh --demonstration')
    .action(up);
  program
    .command('down')
    .description('停止する (stop the platform of this checkout)')
    .option('--purge', 'データも消去する / remove all its data as well')
    .addOption(formatOption())
    .addHelpText('after', '\nExample:\n  daiko down --purge')
    .action(down);
  withConnection(program.command('status'))
    .description('稼働状況 (is every service up?)')
    .addHelpText('after', '\nExample:\n  daiko status --format json')
    .action(status);
}

async function up(options: UpOptions): Promise<void> {
  await refuseWhereRunning();
  const servers = serversSetting(process.env.DAIKO_SERVERS);
  const workers = options.workers === undefined ? {} : readWorkers(options.workers);
  // A mistake in the settings is told here, not by two services that do not start.
  if (options.settings !== undefined) await loadSettings({ settings: options.settings });
  // Only these commands need what runs servers and services; every other one starts in half the time without.
  const { runPlatform } = await import('./run-platform.js');
  const { demonstrate } = await import('../demonstration/demonstrate.js');
  const { summaryLines } = await import('../demonstration/summary-lines.js');
  if (options.fresh === true) await purge();
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
  if (record === null || !(await isOurs(record.pid))) return;
  throw new UsageProblem(
    `すでに起動しています（pid ${record.pid}）。「daiko down」で停止してください。`,
    `Already running (pid ${record.pid}). Stop it with "daiko down".`,
  );
}

async function isOurs(pid: number): Promise<boolean> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.includes('daiko.mjs');
}

async function purge(): Promise<void> {
  const { purgePlatform } = await import('./purge-platform.js');
  await purgePlatform(stateFolder);
}

async function down(options: { purge?: boolean; format: 'text' | 'json' }): Promise<void> {
  const record = await readPlatformRecord().catch(() => null);
  const outcome = { stopped: false, purged: false };
  if (record !== null && (await isOurs(record.pid))) {
    process.kill(record.pid, 'SIGTERM');
    while (await isOurs(record.pid)) await new Promise((resolve) => setTimeout(resolve, 100));
    outcome.stopped = true;
  } else {
    // A run that was killed leaves its servers behind.
    const { endLeftovers } = await import('./purge-platform.js');
    await endLeftovers(stateFolder);
  }
  if (options.purge === true) {
    await purge();
    outcome.purged = true;
  }
  print(options.format, outcome, () => [
    outcome.stopped ? '停止しました。 / stopped.' : '起動していません。 / not running.',
    ...(outcome.purged ? ['データを消去しました。 / data removed.'] : []),
  ]);
}

async function status(options: ConnectionOptions): Promise<void> {
  const client = await connect(options);
  const states = await Promise.all(
    serviceNames.map(async (service) => {
      const answer = await client
        .json('GET', `/api/${service}/v1/record-counts?limit=1`)
        .catch((fault: unknown) => fault);
      const isUp =
        !(answer instanceof Error) || /^4/.test(String((answer as { status?: number }).status ?? ''));
      return { service, state: isUp ? 'up' : 'down' };
    }),
  );
  print(options.format, { services: states }, () =>
    table(states.map(({ service, state }) => [service, state])),
  );
  if (states.some(({ state }) => state === 'down')) process.exitCode = 1;
}
