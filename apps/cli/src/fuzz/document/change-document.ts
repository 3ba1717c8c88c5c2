import type { Random } from '@daiko/synthetic';
import { byteChanges } from './byte-changes.js';
import type { Change } from './document-parts.js';
import { encodingChanges } from './encoding-changes.js';
import { sizeChanges } from './size-changes.js';
import { structureChanges } from './structure-changes.js';

const families: readonly (readonly [weight: number, family: Readonly<Record<string, Change>>])[] = [
  [30, byteChanges],
  [45, structureChanges],
  [10, encodingChanges],
  [15, sizeChanges],
];

/** One document changed in one way, or in a few; says in which. */
export function changeDocument(bytes: Uint8Array, random: Random): { what: string; bytes: Uint8Array } {
  let text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const whats: string[] = [];
  for (
    let times = random.weighted([
      [7, 1],
      [2, 2],
      [1, 4],
    ]);
    times > 0 && text.length < 4_000_000;
    times--
  ) {
    const [what, change] = random.pick(Object.entries(random.weighted(families)));
    text = change(text, random);
    whats.push(what);
  }
  return { what: whats.join(', '), bytes: Buffer.from(text, 'latin1') };
}
