import type { Alarm, TrailMark } from './arrival.js';

/** End of the contiguous part of a stream; sequence 0 and hash null before its first mark. */
export interface StreamEnd {
  sequence: number;
  hash: string | null;
}

export interface AppendOutcome {
  /** Continue the stream, in order. */
  appended: TrailMark[];
  /** Wait for a predecessor. */
  parked: TrailMark[];
  /** Can never be part of the stream. */
  alarms: Alarm[];
  end: StreamEnd;
}

/**
 * Takes marks of one stream, in any order and any number of times, onto its end. The first mark that links to the end takes
 * the next place; another that claims the place is an alarm, and so is one that claims a place taken before
 * (`earlierHashes`: hashes of the places below the end that the marks name). What a stream begins after is checked when the
 * trail is verified, since the stream it follows may arrive later.
 */
export function appendMarks(
  end: StreamEnd,
  marks: readonly TrailMark[],
  earlierHashes: ReadonlyMap<number, string>,
): AppendOutcome {
  const outcome: AppendOutcome = { appended: [], parked: [], alarms: [], end };
  const alarm = (kind: Alarm['kind'], { stream, sequence, hash }: TrailMark) =>
    outcome.alarms.push({ kind, stream, sequence, hash });
  const places = new Map<number, Map<string, TrailMark>>();
  for (const mark of marks) {
    if (mark.sequence <= end.sequence) {
      if (earlierHashes.get(mark.sequence) !== mark.hash) alarm('place-taken', mark);
      continue;
    }
    const atPlace = places.get(mark.sequence) ?? new Map<string, TrailMark>();
    places.set(mark.sequence, atPlace.set(mark.hash, mark));
  }
  for (;;) {
    const next = places.get(outcome.end.sequence + 1);
    const candidates = [...(next?.values() ?? [])];
    const { hash } = outcome.end;
    const fitting = candidates.find(({ previousHash }) => hash === null || previousHash === hash);
    for (const other of candidates) {
      if (other === fitting) continue;
      const isLinked = hash === null || other.previousHash === hash;
      alarm(fitting !== undefined && isLinked ? 'place-taken' : 'link-broken', other);
    }
    places.delete(outcome.end.sequence + 1);
    if (fitting === undefined) break;
    outcome.appended.push(fitting);
    outcome.end = { sequence: fitting.sequence, hash: fitting.hash };
  }
  outcome.parked = [...places.values()].flatMap((atPlace) => [...atPlace.values()]);
  return outcome;
}
