import type { Random } from '@daiko/synthetic';
import { type Draft, oddPaths, onPart, somePart } from './archive-draft.js';
import { honestEnd, partOf, type ZipPart } from './zip-parts.js';

function renamed(part: ZipPart, name: string): void {
  part.name = name;
  part.localName = name;
}

/** Kinds of change to what a ZIP holds. */
export const contentChanges: Readonly<Record<string, (draft: Draft, random: Random) => void>> = {
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
