import type { Random } from '@daiko/synthetic';
import type { ZipEnd, ZipPart } from './zip-parts.js';

/** An archive while it is being changed. */
export interface Draft {
  readonly parts: ZipPart[];
  readonly end: ZipEnd;
}

const oddNumbers = [
  0, 1, 2, 8, 9, 20, 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];

/** Names of entries that have brought programs down. */
export const oddPaths = [
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

/** A number of 32 bits at some border, or any. */
export const odd = (random: Random): number =>
  random.chance(80) ? random.pick(oddNumbers) : random.between(0, 0xffffffff);

/** Some entry; null where there is none. */
export const somePart = ({ parts }: Draft, random: Random): ZipPart | null =>
  parts.length === 0 ? null : random.pick(parts);

/** Changes some entry, where there is one. */
export function onPart(
  change: (part: ZipPart, random: Random, draft: Draft) => void,
): (draft: Draft, random: Random) => void {
  return (draft, random) => {
    const part = somePart(draft, random);
    if (part !== null) change(part, random, draft);
  };
}
