import type { ProcessFigures } from './process-figures.js';
import type { Reference } from './reference.js';

/** One submission from the first byte of its upload to the last acknowledgement. */
export interface BenchRun {
  records: number;
  phasesMs: { upload: number; judged: number; sealed: number; delivered: number };
  totalMs: number;
  figures: Record<string, ProcessFigures>;
}

/** Processes that are ours; the others are servers. */
export const ourProcesses = [
  'intake',
  'inspection',
  'routing',
  'billing',
  'audit',
  'identity',
  'front-door',
  'supervisor',
] as const;
const isOurs = (name: string): boolean => (ourProcesses as readonly string[]).includes(name);

export interface BenchSummary {
  endToEnd: {
    records: number;
    runs: number;
    recordsPerSecond: number;
    cpuMsPerRecord: number;
    /** CPU of our processes against that of xmllint over the same documents. */
    cpuRatioToXmllint: number;
    cpuRatioToXmllintWithServers: number;
  };
  xmllint: { cpuMsPerRecord: number; isValidated: boolean };
  phasesMs: BenchRun['phasesMs'];
  processes: Record<string, { cpuMsPerRecord: number; peakRssMb: number }>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

const mb = 1024 * 1024;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Medians over the runs. */
export function summarise(runs: readonly BenchRun[], reference: Reference): BenchSummary {
  const records = runs[0]?.records ?? 0;
  const over = (pick: (run: BenchRun) => number): number => median(runs.map(pick));
  const cpu = (wanted: (name: string) => boolean): number =>
    over(({ figures }) =>
      Object.entries(figures).reduce((sum, [name, { cpuMs }]) => sum + (wanted(name) ? cpuMs : 0), 0),
    );
  const names = Object.keys(runs[0]?.figures ?? {}).sort((a, b) => Number(isOurs(b)) - Number(isOurs(a)));
  const phase = (name: keyof BenchRun['phasesMs']): number =>
    Math.round(over(({ phasesMs }) => phasesMs[name]));
  return {
    endToEnd: {
      records,
      runs: runs.length,
      recordsPerSecond: round(records / (over(({ totalMs }) => totalMs) / 1000), 1),
      cpuMsPerRecord: round(cpu(isOurs) / records, 3),
      cpuRatioToXmllint: round(cpu(isOurs) / reference.cpuMs, 2),
      cpuRatioToXmllintWithServers: round(cpu(() => true) / reference.cpuMs, 2),
    },
    xmllint: { cpuMsPerRecord: round(reference.cpuMs / records, 3), isValidated: reference.isValidated },
    phasesMs: {
      upload: phase('upload'),
      judged: phase('judged'),
      sealed: phase('sealed'),
      delivered: phase('delivered'),
    },
    processes: Object.fromEntries(
      names.map((name) => [
        name,
        {
          cpuMsPerRecord: round(over(({ figures }) => figures[name]?.cpuMs ?? 0) / records, 3),
          peakRssMb: round(over(({ figures }) => figures[name]?.peakRssBytes ?? 0) / mb, 1),
        },
      ]),
    ),
  };
}

/** The summary as Markdown tables. */
export function summaryLines({ endToEnd, xmllint, phasesMs, processes }: BenchSummary): string[] {
  const word = xmllint.isValidated ? '--schema hc08/cc08' : 'parse only, the official schemas are not there';
  return [
    `| ${endToEnd.records} records, median of ${endToEnd.runs} runs | |`,
    '|---|---:|',
    `| records per second, end to end | ${endToEnd.recordsPerSecond} |`,
    `| upload + judged + sealed + delivered, ms | ${Object.values(phasesMs).join(' + ')} |`,
    `| CPU of our processes, ms per record | ${endToEnd.cpuMsPerRecord} |`,
    `| xmllint (${word}), CPU ms per record | ${xmllint.cpuMsPerRecord} |`,
    `| ratio of our CPU to xmllint | ${endToEnd.cpuRatioToXmllint} |`,
    `| the same with database, broker, store, scanner | ${endToEnd.cpuRatioToXmllintWithServers} |`,
    '',
    '| process | CPU ms per record | peak RSS MB |',
    '|---|---:|---:|',
    ...Object.entries(processes).map(
      ([name, { cpuMsPerRecord, peakRssMb }]) => `| ${name} | ${cpuMsPerRecord} | ${peakRssMb} |`,
    ),
  ];
}

/** The limits of memory. */
const limits = { peakRssMb: 400, growthMb: 32 } as const;

/** Memory of many records beside that of few, for each of our processes. */
export function memoryLines(few: BenchSummary, many: BenchSummary): { lines: string[]; isWithin: boolean } {
  let isWithin = true;
  const rows = ourProcesses.flatMap((name) => {
    const [small, large] = [few.processes[name], many.processes[name]];
    if (small === undefined || large === undefined) return [];
    const growth = round(large.peakRssMb - small.peakRssMb, 1);
    const ok = large.peakRssMb <= limits.peakRssMb && growth <= limits.growthMb;
    isWithin &&= ok;
    return [`| ${name} | ${small.peakRssMb} | ${large.peakRssMb} | ${growth} | ${ok ? 'ok' : 'TOO MUCH'} |`];
  });
  return {
    isWithin,
    lines: [
      `| peak RSS MB, median of ${many.endToEnd.runs} | ${few.endToEnd.records} records | ${many.endToEnd.records} records | growth (≤ ${limits.growthMb}) | ≤ ${limits.peakRssMb} |`,
      '|---|---:|---:|---:|---|',
      ...rows,
    ],
  };
}
