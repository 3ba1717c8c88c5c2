import { ArchiveWriter, calendarDate, isDefective, readDirectory, readEntry } from '@daiko/exchange-format';
import { inventWorld, planArchive, writeArchive } from '@daiko/synthetic';
import { defaultSettings, inspect, type InspectionReport } from '../src/index.js';
import { invented, sourceOf } from './build-archive.js';

/** Files of an archive that can be written otherwise: those of its first record, and the two that speak of all. */
export type ChangedFile = 'result' | 'claim' | 'index' | 'summary';

const places: Readonly<Record<ChangedFile, RegExp>> = {
  result: /\/DATA\/[hg]/,
  claim: /\/CLAIMS\/[cp]/,
  index: /\/ix08/,
  summary: /\/su08/,
};

const date = calendarDate(invented.date);
const world = inventWorld({ seed: 7, providers: 2, insurers: 3, agencyNumber: invented.agency, date });
const plan = planArchive(world, {
  provider: world.providers[0]!,
  kind: 'checkup',
  recordCount: 2,
  sequence: 0,
  seed: 5,
});

/** A valid archive of two records in which one file has other bytes, judged as `daiko check` does. */
export async function judgeBytes(
  changed: ChangedFile,
  rewrite: (bytes: Buffer) => Uint8Array,
): Promise<InspectionReport> {
  const parts: Uint8Array[] = [];
  const writer = new ArchiveWriter(async (chunk) => void parts.push(Uint8Array.from(chunk)), plan.rootName, {
    date,
  });
  let isDone = false;
  for (const [path, bytes] of await validFiles()) {
    const isChanged: boolean = !isDone && places[changed].test(path);
    isDone ||= isChanged;
    await writer.addFile(path.slice(path.indexOf('/') + 1), isChanged ? rewrite(bytes) : bytes);
  }
  await writer.finish();
  const source = sourceOf(Buffer.concat(parts));
  const context = { fileName: `${plan.rootName}.zip` };
  return inspect(source, context, defaultSettings(invented.agency), invented.date);
}

let known: Promise<readonly (readonly [path: string, bytes: Buffer])[]> | null = null;

function validFiles() {
  known ??= writeValidFiles();
  return known;
}

async function writeValidFiles(): Promise<(readonly [path: string, bytes: Buffer])[]> {
  const chunks: Uint8Array[] = [];
  await writeArchive(plan, async (chunk) => void chunks.push(Uint8Array.from(chunk)));
  const source = sourceOf(Buffer.concat(chunks));
  const directory = await readDirectory(source);
  if (isDefective(directory)) throw new Error('the archive of the test is defective');
  const files = [];
  for (const entry of directory.files()) {
    const answer = await readEntry(source, entry);
    if (!answer.ok) throw new Error('the archive of the test is defective');
    files.push([entry.path, Buffer.from(answer.bytes)] as const);
  }
  return files;
}
