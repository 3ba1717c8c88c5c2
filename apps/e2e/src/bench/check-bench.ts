import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout, commandEnvironment, entry } from '../platform/daiko-command.js';
import type { BenchPlan } from './bench-plan.js';
import { median, round, xmllintWord } from './bench-report.js';
import {
  agencyNumber,
  inventPartners,
  type InventedSubmission,
  writeSubmission,
} from './invented-submission.js';
import { cpuOf, ReferenceDocuments } from './reference.js';

const stateFolder = join(checkout, '.daiko/bench-check');
/** Records of the archives whose memory and time are told beside that of the measured one. */
const smallerSizes = [1, 1000];

/** `daiko check` and `xmllint --schema` over the same documents, one run after the other. */
export interface CheckPair {
  checkCpuMs: number;
  xmllintCpuMs: number;
}

/** Time and largest resident memory of one `daiko check`, its start included. */
export interface CheckRun {
  records: number;
  wallMs: number;
  peakRssMb: number;
}

/** What `daiko check` costs: CPU of whole processes, start included, in ms a record. */
export interface CheckFigures {
  records: number;
  /** False where the official schemas are not there: xmllint only parsed then. */
  isValidated: boolean;
  cpuMsPerRecord: number;
  xmllintCpuMsPerRecord: number;
  /** Of the pairs of runs. */
  cpuRatioToXmllint: { median: number; least: number; most: number };
  runs: CheckRun[];
}

/** Measures `daiko check` on an archive of `records` against xmllint, in as many alternated pairs as `runs` says. */
export async function runCheckBench(plan: BenchPlan, log: (line: string) => void): Promise<void> {
  const sizes = [...smallerSizes.filter((size) => size < plan.records), plan.records];
  const world = inventPartners({ seed: 53, providers: sizes.length, insurers: 4, now: new Date() });
  await mkdir(stateFolder, { recursive: true });
  try {
    const archives: InventedSubmission[] = [];
    for (const [provider, records] of sizes.entries()) {
      archives.push(
        await writeSubmission(world, { provider, records, seed: 1, size: plan.size }, stateFolder),
      );
    }
    const figures = await measure(archives, plan, log);
    for (const line of checkLines(figures)) log(line);
    if (plan.json !== null) await writeFile(plan.json, `${JSON.stringify({ check: figures }, null, 2)}\n`);
  } finally {
    await rm(stateFolder, { recursive: true, force: true });
  }
}

async function measure(
  archives: readonly InventedSubmission[],
  plan: BenchPlan,
  log: (line: string) => void,
): Promise<CheckFigures> {
  const measured = archives.at(-1)!;
  const documents = await ReferenceDocuments.layOut([measured.file], log);
  try {
    const pairs: CheckPair[] = [];
    let isValidated = true;
    for (let run = 1; run <= plan.runs; run += 1) {
      const reference = await documents.measure();
      const context = { cwd: checkout, environment: commandEnvironment(stateFolder), exitCodes: [0] };
      const checkCpuMs = await cpuOf(process.execPath, checkArguments(measured.file), context);
      pairs.push({ checkCpuMs, xmllintCpuMs: reference.cpuMs });
      isValidated &&= reference.isValidated;
      log(`${run} of ${plan.runs}: ${checkCpuMs} ms of CPU, xmllint ${reference.cpuMs} ms`);
    }
    const runs: CheckRun[] = [];
    for (const { file, records } of archives) runs.push({ records, ...(await timeOf(file)) });
    return checkFigures(measured.records, pairs, runs, isValidated);
  } finally {
    await documents.remove();
  }
}

const checkArguments = (file: string): string[] => [
  ...[entry, 'check', file],
  ...['--agency', agencyNumber, '--schemas', 'own', '--format', 'json'],
];

/** Says on its standard error what the process it is loaded into held at most, KiB. */
const tellingPeak =
  'data:text/javascript,process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))';

function timeOf(file: string): Promise<Omit<CheckRun, 'records'>> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, ['--import', tellingPeak, ...checkArguments(file)], {
      cwd: checkout,
      env: commandEnvironment(stateFolder),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
    child.once('error', reject);
    child.once('close', (code) => {
      const [, peak] = /^peak (\d+)$/m.exec(told) ?? [];
      if (code !== 0 || peak === undefined) reject(new Error(`daiko check ended with ${code}\n${told}`));
      else resolve({ wallMs: performance.now() - start, peakRssMb: Number(peak) / 1024 });
    });
  });
}

/** The figures of alternated pairs of runs over an archive of `records`. */
export function checkFigures(
  records: number,
  pairs: readonly CheckPair[],
  runs: readonly CheckRun[],
  isValidated: boolean,
): CheckFigures {
  const ratios = pairs.map(({ checkCpuMs, xmllintCpuMs }) => checkCpuMs / xmllintCpuMs);
  return {
    records,
    isValidated,
    cpuMsPerRecord: round(median(pairs.map(({ checkCpuMs }) => checkCpuMs)) / records, 3),
    xmllintCpuMsPerRecord: round(median(pairs.map(({ xmllintCpuMs }) => xmllintCpuMs)) / records, 3),
    cpuRatioToXmllint: {
      median: round(median(ratios), 2),
      least: round(Math.min(...ratios), 2),
      most: round(Math.max(...ratios), 2),
    },
    runs: runs.map(({ records: own, wallMs, peakRssMb }) => {
      return { records: own, wallMs: Math.round(wallMs), peakRssMb: Math.round(peakRssMb) };
    }),
  };
}

/** The figures as Markdown tables. */
export function checkLines({ records, isValidated, runs, ...figures }: CheckFigures): string[] {
  const { median: middle, least, most } = figures.cpuRatioToXmllint;
  return [
    '',
    `| \`daiko check\` of ${records} records, whole processes | |`,
    '|---|---:|',
    `| CPU, ms per record | ${figures.cpuMsPerRecord} |`,
    `| xmllint (${xmllintWord(isValidated, '')}) over their documents, CPU ms per record | ${figures.xmllintCpuMsPerRecord} |`,
    `| ratio, median of the pairs (least, most) | ${middle} (${least}, ${most}) |`,
    '',
    '| records | wall time, ms | peak RSS MB |',
    '|---:|---:|---:|',
    ...runs.map((run) => `| ${run.records} | ${run.wallMs} | ${run.peakRssMb} |`),
  ];
}
