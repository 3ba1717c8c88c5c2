import type { ProcessFigures } from './process-figures.js';
import type { RawRates } from './raw-rates.js';
import type { Reference } from './reference.js';
import type { SustainedRun } from './sustained-load.js';

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

/** The sustained load with what the processes used meanwhile. */
export interface LoadRun extends SustainedRun {
  figures: Record<string, ProcessFigures>;
}

export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

export interface BenchSummary {
  /** Many partners at once: from the first upload to the last acknowledgement. */
  endToEnd: {
    records: number;
    runs: number;
    recordsPerSecond: number;
    cpuMsPerRecord: number;
    /** CPU of our processes against that of xmllint over the same documents. */
    cpuRatioToXmllint: number;
    cpuRatioToXmllintWithServers: number;
    writtenBytesPerRecord: number;
  };
  /** Ms from the first byte of an upload, under that load, over the submissions of all runs. */
  latencyMs: { receipt: Percentiles; judged: Percentiles; sealed: Percentiles };
  /** `measured`: each measurement, in the order of the bench; `cpuMsPerRecord` is their median. */
  xmllint: { cpuMsPerRecord: number; measured: number[]; isValidated: boolean };
  /** One submission of all records, one phase after the other. */
  oneSubmission: { records: number; recordsPerSecond: number; phasesMs: BenchRun['phasesMs'] };
  processes: Record<string, { cpuMsPerRecord: number; writtenBytesPerRecord: number; peakRssMb: number }>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

const mb = 1024 * 1024;
/** A number with so many decimals. */
export const round = (value: number, digits: number): number => Number(value.toFixed(digits));

export function percentilesOf(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b);
  // Nearest rank: a value that was measured.
  const at = (share: number): number =>
    Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** What xmllint was asked for, in words. */
export const xmllintWord = (isValidated: boolean, schemas: string): string =>
  isValidated ? `--schema${schemas}` : 'parse only, the official schemas are not there';

/** Medians over the runs and the references; memory is that of the single submissions, all else that of the load. */
export function summarise(
  runs: readonly BenchRun[],
  loads: readonly LoadRun[],
  references: readonly Reference[],
): BenchSummary {
  const records = loads[0]?.records ?? 0;
  const overRuns = (pick: (run: BenchRun) => number): number => median(runs.map(pick));
  const overLoads = (pick: (load: LoadRun) => number): number => median(loads.map(pick));
  const sumOf = (wanted: (name: string) => boolean, pick: (figures: ProcessFigures) => number): number =>
    overLoads(({ figures }) =>
      Object.entries(figures).reduce((sum, [name, each]) => sum + (wanted(name) ? pick(each) : 0), 0),
    );
  const ourCpuMs = sumOf(isOurs, ({ cpuMs }) => cpuMs) / records;
  const allCpuMs = sumOf(everything, ({ cpuMs }) => cpuMs) / records;
  const xmllintRuns = references.map((each) => each.cpuMs / each.records);
  const xmllintMs = median(xmllintRuns);
  const names = Object.keys(loads[0]?.figures ?? {}).sort((a, b) => Number(isOurs(b)) - Number(isOurs(a)));
  const phase = (name: keyof BenchRun['phasesMs']): number =>
    Math.round(overRuns(({ phasesMs }) => phasesMs[name]));
  const journeys = loads.flatMap((load) => load.journeys);
  return {
    endToEnd: {
      records,
      runs: loads.length,
      recordsPerSecond: round(records / (overLoads(({ totalMs }) => totalMs) / 1000), 1),
      cpuMsPerRecord: round(ourCpuMs, 3),
      cpuRatioToXmllint: round(ourCpuMs / xmllintMs, 2),
      cpuRatioToXmllintWithServers: round(allCpuMs / xmllintMs, 2),
      writtenBytesPerRecord: Math.round(sumOf(everything, ({ writtenBytes }) => writtenBytes) / records),
    },
    latencyMs: {
      receipt: percentilesOf(journeys.map(({ receiptMs }) => receiptMs)),
      judged: percentilesOf(journeys.map(({ judgedMs }) => judgedMs)),
      sealed: percentilesOf(journeys.map(({ sealedMs }) => sealedMs)),
    },
    xmllint: {
      cpuMsPerRecord: round(xmllintMs, 3),
      measured: xmllintRuns.map((ms) => round(ms, 3)),
      isValidated: references.every((each) => each.isValidated),
    },
    oneSubmission: {
      records: runs[0]?.records ?? 0,
      recordsPerSecond: round((runs[0]?.records ?? 0) / (overRuns(({ totalMs }) => totalMs) / 1000), 1),
      phasesMs: {
        upload: phase('upload'),
        judged: phase('judged'),
        sealed: phase('sealed'),
        delivered: phase('delivered'),
      },
    },
    processes: Object.fromEntries(
      names.map((name) => [
        name,
        {
          cpuMsPerRecord: round(overLoads(({ figures }) => figures[name]?.cpuMs ?? 0) / records, 3),
          writtenBytesPerRecord: Math.round(
            overLoads(({ figures }) => figures[name]?.writtenBytes ?? 0) / records,
          ),
          peakRssMb: round(overRuns(({ figures }) => figures[name]?.peakRssBytes ?? 0) / mb, 1),
        },
      ]),
    ),
  };
}

const everything = (): boolean => true;

/** The summary as Markdown tables. */
export function summaryLines({
  endToEnd,
  latencyMs,
  xmllint,
  oneSubmission,
  processes,
}: BenchSummary): string[] {
  const word = xmllintWord(xmllint.isValidated, ' hc08/cc08');
  const { phasesMs } = oneSubmission;
  return [
    `| ${endToEnd.records} records of many partners at once, median of ${endToEnd.runs} runs | |`,
    '|---|---:|',
    `| records per second, end to end | ${endToEnd.recordsPerSecond} |`,
    `| CPU of our processes, ms per record | ${endToEnd.cpuMsPerRecord} |`,
    `| xmllint (${word}), CPU ms per record | ${xmllint.cpuMsPerRecord} (${xmllint.measured.join(', ')}) |`,
    `| ratio of our CPU to xmllint | ${endToEnd.cpuRatioToXmllint} |`,
    `| the same with database, broker, store, scanner | ${endToEnd.cpuRatioToXmllintWithServers} |`,
    `| written to disk, bytes per record | ${endToEnd.writtenBytesPerRecord} |`,
    `| one submission of ${oneSubmission.records} records: records per second | ${oneSubmission.recordsPerSecond} |`,
    `| its upload + judged + sealed + delivered, ms | ${Object.values(phasesMs).join(' + ')} |`,
    '',
    '| ms from the first byte of an upload | p50 | p95 | p99 |',
    '|---|---:|---:|---:|',
    ...Object.entries(latencyMs).map(([name, { p50, p95, p99 }]) => `| ${name} | ${p50} | ${p95} | ${p99} |`),
    '',
    '| process | CPU ms per record | written bytes per record | peak RSS MB, one submission |',
    '|---|---:|---:|---:|',
    ...Object.entries(processes).map(
      ([name, { cpuMsPerRecord, writtenBytesPerRecord, peakRssMb }]) =>
        `| ${name} | ${cpuMsPerRecord} | ${writtenBytesPerRecord} | ${peakRssMb} |`,
    ),
  ];
}

/** The references beside what we reach, each as a share. */
export function rawRateLines(rates: RawRates, { endToEnd }: BenchSummary): string[] {
  const rate = (value: number): string => String(Math.round(value));
  const { recordsPerSecond: ours, cpuMsPerRecord } = endToEnd;
  const work = (name: string, ms: number): string =>
    `| ${name}, CPU ms per record | ${ms.toFixed(3)} | our CPU is ${(cpuMsPerRecord / ms).toFixed(1)} times that |`;
  const server = (name: string, perSecond: number): string =>
    `| ${name} per second | ${rate(perSecond)} | ${((100 * ours) / perSecond).toFixed(1)} records for 100 of them |`;
  return [
    '| the machine and the bare servers | | |',
    '|---|---:|---|',
    work('SHA-256', rates.sha256MsPerRecord),
    work('gzip', rates.gzipMsPerRecord),
    work('gunzip', rates.gunzipMsPerRecord),
    server('PostgreSQL: durable commits, one connection,', rates.postgresCommitsPerSecond),
    server('PostgreSQL: rows by the thousand', rates.postgresRowsPerSecond),
    server('RabbitMQ: confirmed messages into a quorum queue', rates.rabbitmqConfirmsPerSecond),
    server('RabbitMQ: messages taken out and acknowledged', rates.rabbitmqDeliveriesPerSecond),
    server('object store: objects of 256 KiB put one by one', rates.objectStorePutsPerSecond),
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
      `| peak RSS MB, median of ${many.endToEnd.runs} | ${few.oneSubmission.records} records | ${many.oneSubmission.records} records | growth (≤ ${limits.growthMb}) | ≤ ${limits.peakRssMb} |`,
      '|---|---:|---:|---:|---|',
      ...rows,
    ],
  };
}
