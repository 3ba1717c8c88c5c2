import { calendarDate, isDefective, MemorySource, readDirectory, readEntry } from '@daiko/exchange-format';
import {
  type ArchivePlan,
  type DefectName,
  inventWorld,
  namedDefects,
  planArchive,
  Random,
  writeArchive,
} from '@daiko/synthetic';
import { changeArchive } from './archive/change-archive.js';
import { changeDocument } from './document/change-document.js';
import { honestEnd, partOf, writeZip, type ZipPart } from './archive/zip-parts.js';

/** Agency and day that the inputs are judged for. */
export const fuzzedFor = { agency: '91399113', date: '20261124' } as const;

/** A valid archive, or one with named defects, that inputs are made from. */
export interface Base {
  readonly rootName: string;
  readonly files: readonly { readonly part: ZipPart; readonly content: Uint8Array }[];
}

/** One input of a run: an archive that is to be judged without harm. */
export interface FuzzedInput {
  /** File name it comes under. */
  readonly fileName: string;
  /** What was done to a valid archive. */
  readonly what: string;
  readonly bytes: Uint8Array;
}

/** The archives that inputs are made from, of both kinds, plain and defective; the same for every seed. */
export async function fuzzBases(): Promise<Base[]> {
  const date = calendarDate(fuzzedFor.date);
  const world = inventWorld({ seed: 11, providers: 2, insurers: 3, agencyNumber: fuzzedFor.agency, date });
  const provider = world.providers[0]!;
  const defectsOf = (kind: 'checkup' | 'guidance') =>
    (Object.keys(namedDefects) as DefectName[])
      .filter((name) => namedDefects[name].kinds.includes(kind) && namedDefects[name].verdict !== 'refused')
      .map((name) => ({ name }));
  const plain = (kind: 'checkup' | 'guidance', recordCount: number, sequence: number, more = {}) =>
    planArchive(world, { provider, kind, recordCount, sequence, seed: sequence, ...more });
  const defective = (kind: 'checkup' | 'guidance', sequence: number) => {
    const defects = defectsOf(kind);
    return plain(kind, defects.length + 2, sequence, { defects });
  };
  const plans = [
    plain('checkup', 4, 0),
    plain('checkup', 2, 1, { size: 'large' }),
    defective('checkup', 2),
    plain('guidance', 3, 3),
    plain('guidance', 4, 4, { stages: ['evaluated', 'ended', 'first-split'] }),
    defective('guidance', 5),
  ];
  return Promise.all(plans.map(baseOf));
}

async function baseOf(plan: ArchivePlan): Promise<Base> {
  const chunks: Uint8Array[] = [];
  await writeArchive(plan, async (chunk) => void chunks.push(Uint8Array.from(chunk)));
  const source = new MemorySource(Buffer.concat(chunks));
  const directory = await readDirectory(source);
  if (isDefective(directory)) throw new Error('a base of the fuzzing is defective');
  const files = [];
  for (const entry of directory.files()) {
    const answer = await readEntry(source, entry);
    if (!answer.ok) throw new Error('a base of the fuzzing is defective');
    files.push({
      part: partOf(Buffer.from(entry.path).toString('latin1'), answer.bytes),
      content: answer.bytes,
    });
  }
  return { rootName: plan.rootName, files };
}

/** Input `number` of a seed: always the same bytes. Two of three have a document changed, the others the archive. */
export function fuzzedInput(bases: readonly Base[], seed: number, number: number): FuzzedInput {
  const random = new Random(seed, number);
  const base = random.weighted(bases.map((each) => [each.files.length > 60 ? 1 : 4, each] as const));
  const fileName = `${random.chance(97) ? base.rootName : random.pick(['x', '受付', base.rootName.slice(1), `${base.rootName}.old`])}.zip`;
  const parts = base.files.map(({ part }) => ({
    ...part,
    central: { ...part.central },
    local: { ...part.local },
  }));
  if (!random.chance(65)) return { fileName, ...changeArchive(parts, random) };
  const xml = base.files.flatMap(({ part }, at) => (part.name.endsWith('.xml') ? [at] : []));
  const whats: string[] = [];
  for (
    let times = random.weighted([
      [8, 1],
      [2, 3],
    ]);
    times > 0;
    times--
  ) {
    const at = random.chance(95) ? random.pick(xml) : random.between(0, parts.length - 1);
    const { part, content } = base.files[at]!;
    const changed = changeDocument(content, random);
    parts[at] = partOf(part.name, changed.bytes);
    whats.push(`${part.name.slice(part.name.indexOf('/') + 1)}: ${changed.what}`);
  }
  return { fileName, what: whats.join('; '), bytes: writeZip(parts, honestEnd()) };
}
