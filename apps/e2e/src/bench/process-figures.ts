import { readdir, readFile, writeFile } from 'node:fs/promises';

/** What one named process (with everything it has started) has used in a while. */
export interface ProcessFigures {
  /** CPU, user and system, of the process and its descendants. */
  cpuMs: number;
  /** Highest resident memory of the process itself. */
  peakRssBytes: number;
  /** Bytes that it and its living descendants caused to be sent to disk. */
  writtenBytes: number;
}

/** Fields of /proc/<pid>/stat that count CPU, in clock ticks. */
interface Times {
  parent: number;
  /** Own user and system time. */
  own: number;
  /** That of descendants that have ended and were waited for. */
  ended: number;
  /** Bytes sent to disk so far. */
  written: number;
}

/** Linux gives user programs ticks of 10 ms. */
const tickMs = 10;

/** Reads the text of /proc/<pid>/stat; the name in brackets may hold anything. */
export function parseStat(text: string): Omit<Times, 'written'> {
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

/** `write_bytes: 4096` of /proc/<pid>/io, bytes; what was only written to the page cache and removed again is not in it. */
export function parseWritten(io: string): number {
  return Number(/^write_bytes: (\d+)/m.exec(io)?.[1] ?? 0);
}

async function readAllTimes(): Promise<Map<number, Times>> {
  const all = new Map<number, Times>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null);
    const io = await readFile(`/proc/${name}/io`, 'utf8').catch(() => '');
    if (text !== null) all.set(Number(name), { ...parseStat(text), written: parseWritten(io) });
  }
  return all;
}

/** CPU ticks and written bytes of each root and all its living descendants, each process counted for its nearest root. */
export function useByRoot(
  all: ReadonlyMap<number, Times>,
  roots: readonly number[],
): Map<number, { ticks: number; written: number }> {
  const sums = new Map(roots.map((root) => [root, { ticks: 0, written: 0 }]));
  for (const [pid, { own, ended, written }] of all) {
    let at: number | undefined = pid;
    for (let depth = 0; at !== undefined && !sums.has(at) && depth < 50; depth += 1) at = all.get(at)?.parent;
    const sum = at === undefined ? undefined : sums.get(at);
    if (sum === undefined) continue;
    sum.ticks += own + ended;
    sum.written += written;
  }
  return sums;
}

/** Measures named processes from `begin` to `end`; the peak of memory is that of this while. */
export class Measurement {
  private constructor(
    private readonly pids: Readonly<Record<string, number>>,
    private readonly before: ReturnType<typeof useByRoot>,
  ) {}

  static async begin(pids: Readonly<Record<string, number>>): Promise<Measurement> {
    // 5 resets the peak of resident memory to what is resident now.
    for (const pid of Object.values(pids)) await writeFile(`/proc/${pid}/clear_refs`, '5');
    return new Measurement(pids, useByRoot(await readAllTimes(), Object.values(pids)));
  }

  async end(): Promise<Record<string, ProcessFigures>> {
    const after = useByRoot(await readAllTimes(), Object.values(this.pids));
    const figures: Record<string, ProcessFigures> = {};
    for (const [name, pid] of Object.entries(this.pids)) {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      if (status === '') throw new Error(`${name} (pid ${pid}) ended while it was measured`);
      const none = { ticks: 0, written: 0 };
      const [now, then] = [after.get(pid) ?? none, this.before.get(pid) ?? none];
      figures[name] = {
        cpuMs: (now.ticks - then.ticks) * tickMs,
        peakRssBytes: parsePeakRss(status),
        writtenBytes: Math.max(0, now.written - then.written),
      };
    }
    return figures;
  }
}
