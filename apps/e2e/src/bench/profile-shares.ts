import { glob, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type PlaceOf, readBundlePlaces } from './bundle-places.js';

/** What is read of a `.cpuprofile`: the tree of calls, and which of its nodes was running at each sample. */
export interface CpuProfile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
    children?: number[];
  }[];
  samples: number[];
  /** µs before each sample. */
  timeDeltas: number[];
}

/** Share of one part of the code in the busy time of a process, 0 to 1. */
export interface Share {
  part: string;
  share: number;
}

const own = /\/(libs|apps)\/([^/]+)\//;
const dependency = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** The start of a process, which loads and compiles its code, µs. */
const startMicros = 10_000_000;

/** Who spends the time of a process: what Node does counts for the part that called it; its start and waiting do not count. */
export function sharesOf(
  { nodes, samples, timeDeltas }: CpuProfile,
  placeOf: PlaceOf,
  after = startMicros,
): Share[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const partOf = (id: number): string => {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { functionName = '', url = '', lineNumber = 0 } = byId.get(at)?.callFrame ?? {};
      if (functionName === '(garbage collector)') return 'garbage collection';
      if (functionName === '(idle)') return 'idle';
      const place = placeOf(url, lineNumber);
      const part = dependency.exec(place)?.[1] ?? own.exec(place)?.slice(1, 3).join('/');
      if (part !== undefined) return part;
    }
    return 'Node';
  };
  const parts = new Map(nodes.map(({ id }) => [id, partOf(id)]));
  const spent = new Map<string, number>();
  let now = 0;
  samples.forEach((id, at) => {
    const time = timeDeltas[at] ?? 0;
    now += time;
    const part = now < after ? 'idle' : (parts.get(id) ?? 'Node');
    if (part !== 'idle') spent.set(part, (spent.get(part) ?? 0) + time);
  });
  const whole = [...spent.values()].reduce((sum, each) => sum + each, 0);
  return [...spent].map(([part, time]) => ({ part, share: time / whole })).sort((a, b) => b.share - a.share);
}

const partsShown = 6;

/** One row for each process that left a profile in a folder of its name; `bundle` is the folder of what ran. */
export async function profileLines(folder: string, bundle: string): Promise<string[]> {
  const placeOf = await readBundlePlaces(bundle);
  const lines = ['| process | where its CPU goes |', '|---|---|'];
  const files: string[] = [];
  for await (const file of glob('*/*.cpuprofile', { cwd: folder })) files.push(file);
  for (const file of files.sort()) {
    const shares = sharesOf(JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile, placeOf);
    const words = shares
      .slice(0, partsShown)
      .map(({ part, share }) => `${part} ${Math.round(100 * share)} %`)
      .join(', ');
    lines.push(`| ${basename(dirname(file))} | ${words} |`);
  }
  return lines;
}
