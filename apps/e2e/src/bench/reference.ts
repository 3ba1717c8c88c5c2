import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { provideXmllint } from '@daiko/native-servers';
import { entriesOf } from '../archive/opened-archive.js';
import { schemaFolder } from '../archive/schema-oracle.js';
import { checkout } from '../platform/daiko-command.js';

/** CPU that xmllint takes for the documents of an archive. */
export interface Reference {
  cpuMs: number;
  documents: number;
  /** Pairs of a result and a claim. */
  records: number;
  bytes: number;
  /** Validated against the official schemas; otherwise parsed only, because the schemas are not there. */
  isValidated: boolean;
}

/** In memory, so that no disk is measured; the documents are removed afterwards. */
const memoryFolder = '/dev/shm';
/** Below what one command line takes. */
const filesAtOnce = 5000;
const schemaByLetter: Record<string, string> = { h: 'hc08', g: 'hg08', c: 'cc08', p: 'gc08' };

/** Runs xmllint over every result and claim of archives that have no file name in common. */
export async function measureXmllint(
  archives: readonly string[],
  log: (line: string) => void,
): Promise<Reference> {
  const xmllint = await provideXmllint(join(checkout, '.daiko/packages'), log);
  const folder = await mkdtemp(join(memoryFolder, 'daiko-bench-'));
  try {
    const { names, bytes } = await extract(archives, folder);
    const isValidated = existsSync(join(schemaFolder, 'hc08_V08.xsd'));
    let cpuMs = 0;
    let documents = 0;
    for (const [letter, files] of names) {
      const schema = join(schemaFolder, `${schemaByLetter[letter]}_V08.xsd`);
      documents += files.length;
      for (let at = 0; at < files.length; at += filesAtOnce) {
        const options = ['--nonet', '--noout', ...(isValidated ? ['--schema', schema] : [])];
        const args = [...options, ...files.slice(at, at + filesAtOnce)];
        cpuMs += await cpuOf(xmllint.command, args, join(folder, letter), xmllint.environment);
      }
    }
    return { cpuMs, documents, records: documents / 2, bytes, isValidated };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function extract(
  archives: readonly string[],
  folder: string,
): Promise<{ names: Map<string, string[]>; bytes: number }> {
  const names = new Map<string, string[]>();
  let total = 0;
  for await (const { fileName, bytes } of entriesOfAll(archives)) {
    const [, letter, digits] = /\/([hgcp])(\d{26})\.xml$/.exec(fileName) ?? [];
    if (letter === undefined || digits === undefined) continue;
    const own = names.get(letter) ?? [];
    if (own.length === 0) await mkdir(join(folder, letter));
    own.push(`${digits}.xml`);
    names.set(letter, own);
    total += bytes.length;
    await writeFile(join(folder, letter, `${digits}.xml`), bytes);
  }
  return { names, bytes: total };
}

async function* entriesOfAll(archives: readonly string[]) {
  for (const archive of archives) yield* entriesOf(archive);
}

/** User and system time of a command, ms, as the shell's `times` tells it of its children. */
function cpuOf(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: Record<string, string>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const script = '"$0" "$@" 2>/dev/null; code=$?; times; exit $code';
    const child = spawn('/bin/sh', ['-c', script, command, ...args], {
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => {
      const ms = childTimes(output);
      // 3 and 4: some document is not valid, which is no matter here.
      if (ms === null || ![0, 3, 4].includes(code ?? -1)) reject(new Error(`xmllint ended with ${code}`));
      else resolve(ms);
    });
  });
}

/** The second line of `times`: user and system time of the children, `0m1.230s 0m0.040s`. */
export function childTimes(output: string): number | null {
  const line = output.trim().split('\n').at(-1) ?? '';
  const times = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  if (times.length !== 2) return null;
  return Math.round(
    times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0),
  );
}
