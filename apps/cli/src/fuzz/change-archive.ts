import type { Random } from '@daiko/synthetic';
import { honestEnd, type HeaderNumbers, partOf, writeZip, type ZipEnd, type ZipPart } from './zip-parts.js';

interface Draft {
  readonly parts: ZipPart[];
  readonly end: ZipEnd;
}

const oddNumbers = [
  0, 1, 2, 8, 9, 20, 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];

const oddPaths = [
  ...[
    '',
    '/',
    '..',
    '../x.xml',
    '/etc/x.xml',
    'C:\\x.xml',
    '\\\\host\\x',
    'a/../b.xml',
    './x',
    'a//b',
    'a/',
    'NUL',
    'x\0.xml',
  ],
  ...[
    '\xff\xfe.xml',
    '\x83\x41.xml',
    '\x1b[31m.xml',
    'DATA',
    'DATA/',
    'CLAIMS/x.xml',
    'XSD/evil.xsd',
    '__MACOSX/._x',
    'Thumbs.db',
  ],
  ...[
    '=cmd|x.xml',
    '<script>.xml',
    'a'.repeat(254),
    'a'.repeat(300),
    'a/'.repeat(120),
    'x.zip',
    '.',
    ' ',
    'ix08_V08.xml',
  ],
];

const odd = (random: Random): number =>
  random.chance(80) ? random.pick(oddNumbers) : random.between(0, 0xffffffff);

const somePart = ({ parts }: Draft, random: Random): ZipPart | null =>
  parts.length === 0 ? null : random.pick(parts);

function onPart(
  change: (part: ZipPart, random: Random, draft: Draft) => void,
): (draft: Draft, random: Random) => void {
  return (draft, random) => {
    const part = somePart(draft, random);
    if (part !== null) change(part, random, draft);
  };
}

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

function renamed(part: ZipPart, name: string): void {
  part.name = name;
  part.localName = name;
}

/** Kinds of change to the form of a ZIP. */
const formChanges: Readonly<Record<string, (draft: Draft, random: Random) => void>> = {
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

/** Kinds of change to what a ZIP holds. */
const contentChanges: Readonly<Record<string, (draft: Draft, random: Random) => void>> = {
  'entry lost': ({ parts }, random) =>
    void parts.splice(random.between(0, parts.length), random.pick([1, 1, 1, 5, parts.length])),
  'entry doubled': ({ parts }, random) => {
    const part = somePart({ parts, end: honestEnd() }, random);
    if (part !== null) parts.splice(random.between(0, parts.length), 0, { ...part });
  },
  'order changed': ({ parts }, random) => {
    const part = parts.splice(random.between(0, parts.length - 1), 1);
    parts.splice(random.between(0, parts.length), 0, ...part);
  },
  'odd name': onPart((part, random) => {
    const root = part.name.slice(0, part.name.indexOf('/') + 1);
    renamed(part, (random.chance(60) ? root : '') + random.pick(oddPaths));
  }),
  'name nearly right': onPart((part, random) => {
    const at = random.between(0, part.name.length - 1);
    renamed(
      part,
      part.name.slice(0, at) +
        random.pick(['', '0', '9', 'h', 'c', 'G', '_', '-', '/', '\xe3\x81\x82']) +
        part.name.slice(at + random.between(0, 2)),
    );
  }),
  'names swapped': onPart((part, random, draft) => {
    const other = somePart(draft, random) ?? part;
    const { name } = part;
    renamed(part, other.name);
    renamed(other, name);
  }),
  'other root': ({ parts }, random) => {
    const root = random.pick([
      'x',
      '1310000011_91399113_20261124',
      '1310000011_91399113_202611240_3',
      '',
      'a/b',
      '..',
    ]);
    for (const part of parts) renamed(part, root + part.name.slice(part.name.indexOf('/')));
  },
  'strays put in': ({ parts }, random) => {
    const root = parts[0]?.name.split('/')[0] ?? 'x';
    const count = random.weighted([
      [60, 1],
      [30, 20],
      [8, 1000],
      [2, 12_000],
    ]);
    const folder = random.pick(['', 'DATA/', 'CLAIMS/', 'XSD/', 'x/']);
    const stray = partOf('', Buffer.from('<x/>'), 0);
    for (let at = 0; at < count; at++) {
      const name = `${root}/${folder}${count === 1 ? random.pick(oddPaths) : `stray${at}.xml`}`;
      parts.push({ ...stray, name, localName: name });
    }
  },
  'a bomb put in': (draft, random) => {
    const bytes = Buffer.alloc(
      random.pick([100_000, 1_000_000, 17_000_000]),
      random.pick([' ', '<x>', '\0', '<a/>']),
    );
    const name = somePart(draft, random)?.name ?? 'x';
    const at = draft.parts.findIndex((part) => part.name === name);
    draft.parts.splice(Math.max(0, at), 1, partOf(name, bytes));
  },
  'a bomb that lies': onPart((part, random) => {
    const bomb = partOf(part.name, Buffer.alloc(random.pick([1_000_000, 17_000_000]), ' '));
    Object.assign(part, bomb);
    part.central.size = part.local.size = random.pick([1, 1000, 60_000]);
  }),
};

const rawChanges: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  'bits turned': (bytes, random) => {
    for (let times = random.between(1, 12); times > 0; times--) {
      const at = random.between(0, bytes.length - 1);
      bytes[at]! ^= 1 << random.between(0, 7);
    }
    return bytes;
  },
  'cut off': (bytes, random) => bytes.subarray(0, random.between(0, bytes.length)),
  'end cut off': (bytes, random) => bytes.subarray(0, Math.max(0, bytes.length - random.between(1, 4000))),
  'beginning lost': (bytes, random) => bytes.subarray(random.between(0, bytes.length)),
  'bytes lost or doubled': (bytes, random) => {
    const from = random.between(0, bytes.length);
    const to = Math.min(bytes.length, from + random.pick([1, 2, 30, 46, 2000]));
    return random.chance(50)
      ? Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
      : Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'number in the directory': (bytes, random) => {
    const at = Math.max(0, bytes.length - random.between(4, Math.min(bytes.length, 5000)));
    if (random.chance(50)) bytes.writeUInt16LE(odd(random) & 0xffff, at);
    else bytes.writeUInt32LE(odd(random), at);
    return bytes;
  },
  'bytes made up': (_bytes, random) =>
    Buffer.from(Array.from({ length: random.pick([0, 1, 21, 22, 100, 5000]) }, () => random.between(0, 255))),
};

/** An archive changed in its form, its contents or its bytes; says how. */
export function changeArchive(parts: ZipPart[], random: Random): { what: string; bytes: Buffer } {
  const draft: Draft = { parts, end: honestEnd() };
  const whats: string[] = [];
  const families = random.weighted([
    [40, [formChanges]],
    [35, [contentChanges]],
    [10, [formChanges, contentChanges]],
    [15, []],
  ]);
  for (const family of families) {
    for (
      let times = random.weighted([
        [7, 1],
        [2, 2],
        [1, 4],
      ]);
      times > 0;
      times--
    ) {
      const [what, apply] = random.pick(Object.entries(family));
      apply(draft, random);
      whats.push(what);
    }
  }
  const bytes = writeZip(draft.parts, draft.end);
  if (whats.length > 0 || bytes.length < 32) return { what: whats.join(', '), bytes };
  const [what, apply] = random.pick(Object.entries(rawChanges));
  return { what: `raw: ${what}`, bytes: apply(bytes, random) };
}
