import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Process ids by name from the records that supervisor and server launcher keep in `<state>/run`. */
export async function recordedProcesses(stateFolder: string): Promise<Record<string, number>> {
  const folder = join(stateFolder, 'run');
  const found: Record<string, number> = {};
  for (const file of await readdir(folder).catch(() => [])) {
    const name = /^([a-z0-9-]+)\.json$/.exec(file)?.[1];
    if (name === undefined) continue;
    const { pid } = JSON.parse(await readFile(join(folder, file), 'utf8').catch(() => '{}')) as {
      pid?: number;
    };
    if (pid !== undefined && (await isRunning(pid))) found[name] = pid;
  }
  return found;
}

/** Every process whose command line or environment names the state folder. */
export async function processesOf(stateFolder: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    if (Number(pid) === process.pid || !(await isRunning(Number(pid)))) continue;
    const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
    const commandLine = await read('cmdline');
    if (`${commandLine}\0${await read('environ')}`.includes(stateFolder)) {
      found.push(`${pid} ${commandLine.replaceAll('\0', ' ').slice(0, 200)}`);
    }
  }
  return found;
}

async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat !== null && !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
}
