import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';
import { readJson } from './state-folder.js';

/** What is noted of a process we started, so that a later run can tell it from a stranger with the same number. */
export interface ProcessRecord {
  pid: number;
  /** Start time in clock ticks since boot (/proc/<pid>/stat, field 22). */
  startTicks: string;
  /** A path of ours that its command line must contain. */
  trace: string;
  stopSignal: NodeJS.Signals;
}

const runFolder = (stateFolder: string): string => join(stateFolder, 'run');
const recordPath = (stateFolder: string, name: string): string =>
  join(runFolder(stateFolder), `${name}.json`);

/** State letter and start time of a process; undefined when there is none or it is a zombie. */
export async function readProcess(pid: number): Promise<{ startTicks: string } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  if (!fields || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return { startTicks: fields[19]! };
}

async function isOurs(record: ProcessRecord): Promise<boolean> {
  const found = await readProcess(record.pid);
  if (found?.startTicks !== record.startTicks) return false;
  const commandLine = await readFile(`/proc/${record.pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.includes(record.trace);
}

/** Notes a process just started. */
export async function noteProcess(
  stateFolder: string,
  name: string,
  record: Omit<ProcessRecord, 'startTicks'>,
): Promise<void> {
  await mkdir(runFolder(stateFolder), { recursive: true });
  const found = await readProcess(record.pid);
  if (!found) return;
  await writeWhole(recordPath(stateFolder, name), JSON.stringify({ ...record, ...found }));
}

/** Forgets a process that has ended. */
export async function forgetProcess(stateFolder: string, name: string): Promise<void> {
  await rm(recordPath(stateFolder, name), { force: true });
}

async function ourRecords(stateFolder: string): Promise<{ name: string; record: ProcessRecord }[]> {
  const files = await readdir(runFolder(stateFolder)).catch(() => []);
  const found: { name: string; record: ProcessRecord }[] = [];
  for (const file of files.filter((each) => each.endsWith('.json'))) {
    const record = (await readJson(join(runFolder(stateFolder), file))) as ProcessRecord | undefined;
    // Records of services lie here too; they are their supervisor's.
    if (record !== undefined && record.trace === undefined) continue;
    if (record && (await isOurs(record))) found.push({ name: file.slice(0, -'.json'.length), record });
    else await rm(join(runFolder(stateFolder), file), { force: true });
  }
  return found;
}

/** True when a process that an earlier run of this state folder started is still alive. */
export async function anyOfOursRuns(stateFolder: string): Promise<boolean> {
  return (await ourRecords(stateFolder)).length > 0;
}

/** Sends a signal to a process we started and to everything in its group; false when it is gone. */
export function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Sends a signal to the process alone; false when it is gone. */
export function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Resolves true once the process is gone, false when the deadline (ms) passes first. */
export async function waitForEnd(pid: number, deadlineMs: number): Promise<boolean> {
  const until = Date.now() + deadlineMs;
  while (await readProcess(pid)) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

/** Ends what an earlier run left behind, and nothing else; epmd last, since the broker needs it while stopping. */
export async function reapLeftovers(stateFolder: string, log: (line: string) => void): Promise<void> {
  const leftovers = await ourRecords(stateFolder);
  const end = async ({ name, record }: { name: string; record: ProcessRecord }): Promise<void> => {
    log(`${name}: ending process ${record.pid} of an earlier run`);
    signalProcess(record.pid, record.stopSignal);
    if (!(await waitForEnd(record.pid, 15_000))) signalGroup(record.pid, 'SIGKILL');
    await waitForEnd(record.pid, 5_000);
    await forgetProcess(stateFolder, name);
  };
  await Promise.all(leftovers.filter(({ name }) => name !== 'epmd').map(end));
  await Promise.all(leftovers.filter(({ name }) => name === 'epmd').map(end));
}
