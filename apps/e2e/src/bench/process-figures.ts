import { readdir, readFile, writeFile } from 'node:fs/promises';

/** What one named process (with everything it has started) has used in a while. */
export interface ProcessFigures {
  /** CPU, user and system, of the process and its descendants. */
  cpuMs: number;
  /** Highest resident memory of the process itself. */
  peakRssBytes: number;
}

/** Fields of /proc/<pid>/stat that count CPU, in clock ticks. */
interface Times {
  parent: number;
  /** Own user and system time. */
  own: number;
  /** That of descendants that have ended and were waited for. */
  ended: number;
}

/** Linux gives user programs ticks of 10 ms. */
const tickMs = 10;

/** Reads the text of /proc/<pid>/stat; the name in brackets may hold anything. */
export function parseStat(text: string): Times {
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const at = (index: number): number => fields[index] ?? 0;
  return { parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) };
}

/** `VmHWM:   12345 kB` of /proc/<pid>/status, bytes. */
export function parsePeakRss(status: string): number {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

async function readAllTimes(): Promise<Map<number, Times>> {
  const all = new Map<number, Times>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null);
    if (text !== null) all.set(Number(name), parseStat(text));
  }
  return all;
}

/** CPU ticks of each root and all its living descendants, each process counted for its nearest root. */
export function ticksByRoot(all: ReadonlyMap<number, Times>, roots: readonly number[]): Map<number, number> {
  const sums = new Map(roots.map((root) => [root, 0]));
  for (const [pid, { own, ended }] of all) {
    let at: number | undefined = pid;
    for (let depth = 0; at !== undefined && !sums.has(at) && depth < 50; depth += 1) at = all.get(at)?.parent;
    if (at !== undefined && sums.has(at)) sums.set(at, (sums.get(at) ?? 0) + own + ended);
  }
  return sums;
}

/** Measures named processes from `begin` to `end`; the peak of memory is that of this while. */
export class Measurement {
  private constructor(
    private readonly pids: Readonly<Record<string, number>>,
    private readonly before: ReadonlyMap<number, number>,
  ) {}

  static async begin(pids: Readonly<Record<string, number>>): Promise<Measurement> {
    // 5 resets the peak of resident memory to what is resident now.
    for (const pid of Object.values(pids)) await writeFile(`/proc/${pid}/clear_refs`, '5');
    return new Measurement(pids, ticksByRoot(await readAllTimes(), Object.values(pids)));
  }

  async end(): Promise<Record<string, ProcessFigures>> {
    const after = ticksByRoot(await readAllTimes(), Object.values(this.pids));
    const figures: Record<string, ProcessFigures> = {};
    for (const [name, pid] of Object.entries(this.pids)) {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      if (status === '') throw new Error(`${name} (pid ${pid}) ended while it was measured`);
      const ticks = (after.get(pid) ?? 0) - (this.before.get(pid) ?? 0);
      figures[name] = { cpuMs: ticks * tickMs, peakRssBytes: parsePeakRss(status) };
    }
    return figures;
  }
}
