import type { Random } from '@daiko/synthetic';
import { type Draft, odd, oddPaths, onPart, somePart } from './archive-draft.js';
import type { HeaderNumbers } from './zip-parts.js';

function change(numbers: HeaderNumbers, random: Random): void {
  const field = random.pick(Object.keys(numbers) as (keyof HeaderNumbers)[]);
  const near = numbers[field] + random.between(-2, 2);
  numbers[field] = random.chance(40) ? Math.max(0, near) : odd(random);
}

/** An extra field; well formed, wide (ZIP64), Unicode path, or torn. */
function extraOf(random: Random): Uint8Array {
  const id = random.pick([0x0001, 0x7075, 0x000a, 0x9901, 0x5455, random.between(0, 0xffff)]);
  const body = Buffer.from(
    Array.from({ length: random.pick([0, 4, 8, 24, 28, 200]) }, () =>
      random.pick([0, 1, 0xff, random.between(0, 255)]),
    ),
  );
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id);
  head.writeUInt16LE(random.chance(70) ? body.length : random.between(0, 0xffff), 2);
  return Buffer.concat([head, body]).subarray(
    0,
    random.chance(85) ? undefined : random.between(0, 4 + body.length),
  );
}

/** Kinds of change to the form of a ZIP. */
export const formChanges: Readonly<Record<string, (draft: Draft, random: Random) => void>> = {
  'central header': onPart((part, random) => change(part.central, random)),
  'local header': onPart((part, random) => change(part.local, random)),
  'both headers': onPart((part, random) => {
    change(part.central, random);
    part.local = { ...part.central };
  }),
  'offset, disk, host, attributes': onPart((part, random, { parts }) => {
    const field = random.pick(['offset', 'disk', 'host', 'attributes'] as const);
    part[field] =
      field === 'offset' && random.chance(50) ? random.between(0, parts.length * 600) : odd(random);
  }),
  'extra fields': onPart((part, random) => {
    if (random.chance(70)) part.extra = extraOf(random);
    if (random.chance(50)) part.localExtra = random.chance(40) ? part.extra : extraOf(random);
  }),
  'names that differ': onPart((part, random) => {
    part.localName = random.pick([...oddPaths, part.name.toLowerCase(), part.name.slice(1)]);
  }),
  end: ({ end }, random) => {
    const field = random.pick([
      'entries',
      'directorySize',
      'directoryOffset',
      'commentLength',
      'disk',
    ] as const);
    end[field] = odd(random);
  },
  'wide end': ({ end }, random) => {
    end.isWide = true;
    if (random.chance(60))
      end[random.pick(['entries', 'directorySize', 'directoryOffset'] as const)] = odd(random);
  },
  'something round it': ({ end }, random) => {
    const bytes = Buffer.alloc(
      random.pick([1, 22, 100, 70_000]),
      random.pick(['PK\x05\x06', 'PK\x01\x02', '\0', 'x', 'PK\x06\x06']),
    );
    end[random.pick(['prefix', 'suffix', 'comment'] as const)] = bytes.subarray(0, 0xffff);
  },
  'data of another entry': onPart((part, random, draft) => {
    part.data = somePart(draft, random)?.data ?? part.data;
  }),
  'data made up': onPart((part, random) => {
    const at = random.between(0, part.data.length);
    part.data = Buffer.concat([
      part.data.subarray(0, at),
      Buffer.from([random.between(0, 255), random.between(0, 255)]),
      part.data.subarray(at + random.between(0, 3)),
    ]);
  }),
};
