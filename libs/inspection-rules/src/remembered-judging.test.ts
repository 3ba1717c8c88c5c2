import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { calendarDate, isDefective, readDirectory } from '@daiko/exchange-format';
import { type DefectName, inventWorld, namedDefects, planArchive, writeArchive } from '@daiko/synthetic';
import fc from 'fast-check';
import { invented, sourceOf } from '../test/build-archive.js';
import { defaultSettings, inspectRecords } from './index.js';

const { agency, date } = invented;
const world = inventWorld({
  seed: 8,
  providers: 1,
  insurers: 3,
  agencyNumber: agency,
  date: calendarDate(date),
});
/** Defects of a record alone: those of the archive leave nothing to judge. */
const defectsOfRecords = (Object.keys(namedDefects) as DefectName[]).filter((name) => {
  const { kinds, applyIndex, applySummary } = namedDefects[name];
  return kinds.includes('checkup') && applyIndex === undefined && applySummary === undefined;
});

async function archiveOf(names: readonly DefectName[], seed: number) {
  const plan = planArchive(world, {
    provider: world.providers[0]!,
    kind: 'checkup',
    recordCount: 12,
    sequence: 0,
    seed,
    defects: names.map((name) => ({ name })),
  });
  const chunks: Uint8Array[] = [];
  await writeArchive(plan, async (chunk) => {
    chunks.push(Uint8Array.from(chunk));
  });
  const source = sourceOf(Buffer.concat(chunks));
  const directory = await readDirectory(source);
  if (isDefective(directory)) throw new Error('the archive cannot be read');
  return { source, directory };
}

describe('what is remembered of contents that repeat', () => {
  it('changes no finding: a record among others is judged as it is by itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...defectsOfRecords), { maxLength: 10 }),
        fc.integer({ min: 1, max: 1000 }),
        async (names, seed) => {
          const { source, directory } = await archiveOf(names, seed);
          const settings = defaultSettings(agency);
          const indexes = [...Array(directory.recordCount).keys()];
          // The second time everything is known.
          for await (const report of inspectRecords(source, directory, indexes, settings, date)) void report;
          for await (const among of inspectRecords(source, directory, indexes, settings, date)) {
            // Settings of its own: nothing that was remembered by others holds.
            const alone = inspectRecords(source, directory, [among.index], { ...settings }, date);
            for await (const report of alone) expect(report).toEqual(among);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});
