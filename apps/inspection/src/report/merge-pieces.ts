import type { FindingsOf } from './report-vault.js';

/** A piece of a report that is still sealed, and the first record in it. */
export interface UnopenedPiece {
  readonly firstRecord: number;
  readonly open: () => Promise<readonly FindingsOf[]>;
}

/**
 * The entries of pieces that are ordered by their first record, in the order of the archive. A piece is opened when its
 * turn comes and held until its last entry has passed; chunks hardly overlap, so that one or two are held.
 */
export async function* mergePieces(pieces: readonly UnopenedPiece[]): AsyncGenerator<FindingsOf> {
  const held: { entries: readonly FindingsOf[]; at: number }[] = [];
  let next = 0;
  for (;;) {
    const first = held.toSorted((a, b) => indexAt(a) - indexAt(b))[0];
    const unopened = pieces[next];
    if (unopened !== undefined && (first === undefined || unopened.firstRecord <= indexAt(first))) {
      next++;
      const entries = (await unopened.open()).toSorted((a, b) => (a.index ?? -1) - (b.index ?? -1));
      if (entries.length > 0) held.push({ entries, at: 0 });
      continue;
    }
    if (first === undefined) return;
    yield first.entries[first.at]!;
    first.at++;
    if (first.at === first.entries.length) held.splice(held.indexOf(first), 1);
  }
}

const indexAt = ({ entries, at }: { entries: readonly FindingsOf[]; at: number }): number =>
  entries[at]?.index ?? -1;
