import { describe, expect, it } from '@jest/globals';
import { mergePieces } from './merge-pieces.js';
import type { FindingsOf } from './report-vault.js';

const entry = (index: number | null): FindingsOf => ({ index, findings: [] });

/** Pieces of these records, and how many are open at once while they pass. */
async function merged(...pieces: (number | null)[][]) {
  let opened = 0;
  const unopened = pieces.map((indexes) => ({
    firstRecord: indexes[0] ?? -1,
    open: async () => {
      opened++;
      return indexes.map(entry);
    },
  }));
  const passed: (number | null)[] = [];
  const openedBy: number[] = [];
  for await (const { index } of mergePieces(unopened)) {
    passed.push(index);
    openedBy.push(opened);
  }
  return { passed, openedBy };
}

describe('the pieces of a sealed report', () => {
  it('pass in the order of the archive, the archive itself first, candidates where they stand in it', async () => {
    const { passed } = await merged([null], [0, 1, 4], [2, 7], [5, 6, 8]);
    expect(passed).toEqual([null, 0, 1, 2, 4, 5, 6, 7, 8]);
  });

  it('are opened when their turn comes, not before', async () => {
    const { openedBy } = await merged([0, 1], [2, 3], [4, 5]);
    expect(openedBy).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it('may be empty, or none', async () => {
    expect((await merged([null], [])).passed).toEqual([null]);
    expect((await merged()).passed).toEqual([]);
  });
});
