import type { Random } from '@daiko/synthetic';
import type { Draft } from './archive-draft.js';
import { contentChanges } from './content-changes.js';
import { formChanges } from './form-changes.js';
import { rawChanges } from './raw-changes.js';
import { honestEnd, writeZip, type ZipPart } from './zip-parts.js';

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
