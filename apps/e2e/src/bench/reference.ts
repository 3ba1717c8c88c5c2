import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ProvidedProgram, provideXmllint } from '@daiko/servers';
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

/** In memory, so that no disk is measured. */
const memoryFolder = '/dev/shm';
/** Below what one command line takes. */
const filesAtOnce = 20_000;
const schemaByLetter: Record<string, string> = { h: 'hc08', g: 'hg08', c: 'cc08', p: 'gc08' };

/** Results and claims of archives that have no file name in common, laid out for xmllint; to be removed by the caller. */
export class ReferenceDocuments {
  private constructor(
    private readonly folder: string,
    private readonly names: ReadonlyMap<string, readonly string[]>,
    private readonly bytes: number,
    private readonly xmllint: ProvidedProgram,
  ) {}

  static async layOut(archives: readonly string[], log: (line: string) => void): Promise<ReferenceDocuments> {
    const xmllint = await provideXmllint(join(checkout, '.daiko/packages'), log);
    const folder = await mkdtemp(join(memoryFolder, 'daiko-bench-'));
    try {
      const { names, bytes } = await extract(archives, folder);
      return new ReferenceDocuments(folder, names, bytes, xmllint);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Runs xmllint over all of them, one process for each kind of document. */
  async measure(): Promise<Reference> {
    const isValidated = existsSync(join(schemaFolder, 'hc08_V08.xsd'));
    let cpuMs = 0;
    let documents = 0;
    for (const [letter, files] of this.names) {
      const schema = join(schemaFolder, `${schemaByLetter[letter]}_V08.xsd`);
      documents += files.length;
      for (let at = 0; at < files.length; at += filesAtOnce) {
        const options = ['--nonet', '--noout', ...(isValidated ? ['--schema', schema] : [])];
        const args = [...options, ...files.slice(at, at + filesAtOnce)];
        const { command, environment } = this.xmllint;
        // 3 and 4: some document is not valid, which is no matter here.
        const run = { cwd: join(this.folder, letter), environment, exitCodes: [0, 3, 4] };
        cpuMs += await cpuOf(command, args, run);
      }
    }
    return { cpuMs, documents, records: documents / 2, bytes: this.bytes, isValidated };
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Runs xmllint once over every result and claim of archives that have no file name in common. */
export async function measureXmllint(
  archives: readonly string[],
  log: (line: string) => void,
): Promise<Reference> {
  const documents = await ReferenceDocuments.layOut(archives, log);
  try {
    return await documents.measure();
  } finally {
    await documents.remove();
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

/** User and system time of a command, ms, as the shell's `times` tells it of its children. What it prints is let go. */
export function cpuOf(
  command: string,
  args: readonly string[],
  {
    cwd,
    environment,
    exitCodes,
  }: { cwd: string; environment: NodeJS.ProcessEnv; exitCodes: readonly number[] },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const script = '"$0" "$@" >/dev/null 2>&1; code=$?; times; exit $code';
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
      if (ms === null || !exitCodes.includes(code ?? -1)) reject(new Error(`${command} ended with ${code}`));
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
