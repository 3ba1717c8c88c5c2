import { crashPoint, metrics } from '@daiko/observability';
import type { Database, Transaction } from '@daiko/persistence';
import { appendLeaf } from '../checkpoint/merkle-tree.js';
import { appendMarks, type AppendOutcome, type StreamEnd } from './append-marks.js';
import type { Alarm, Arrival, TrailMark } from './arrival.js';
import {
  countParked,
  hashesAt,
  insertMarks,
  lockTree,
  noteAlarms,
  noteHeads,
  parkedFrom,
  parkMarks,
  streamEnds,
  unpark,
  writeEnds,
  writeTree,
} from './trail.store.js';

/** Marks of one stream that may wait for a predecessor; more become dead letters, which can be replayed. */
const parkedCountMax = 10_000;
const parkedPageSize = 1_000;

export interface TakenIn {
  /** Alarms that were not noted before. */
  alarms: Alarm[];
  /** Marks that could not be parked any more. */
  refused: Set<TrailMark>;
}

/** Takes a batch of arrivals into the trail, the Merkle tree and the reported heads, in one transaction and a fixed number of statements a stream. */
export async function takeIn(database: Database, arrivals: readonly Arrival[], now: Date): Promise<TakenIn> {
  const marks = arrivals.flatMap((arrival) => ('mark' in arrival ? [arrival.mark] : []));
  const heads = arrivals.flatMap((arrival) => ('heads' in arrival ? arrival.heads : []));
  const alarms = arrivals.flatMap((arrival) => ('alarm' in arrival ? [arrival.alarm] : []));
  return database.transaction(async (tx) => {
    const tree = await lockTree(tx);
    const byStream = Map.groupBy(marks, ({ stream }) => stream);
    const ends = await streamEnds(tx, [...byStream.keys()]);
    const parkedCounts = await countParked(tx, [...byStream.keys()]);
    const earlier = marks.filter(({ stream, sequence }) => sequence <= (ends.get(stream)?.sequence ?? 0));
    const earlierHashes = await hashesAt(tx, earlier);
    const appended: TrailMark[] = [];
    const parked: TrailMark[] = [];
    const refused = new Set<TrailMark>();
    const moved = new Map<string, StreamEnd>();
    for (const [stream, own] of byStream) {
      const start = ends.get(stream) ?? { sequence: 0, hash: null };
      const known = own.map(({ sequence }): [number, string] => [
        sequence,
        earlierHashes.get(`${stream}#${sequence}`) ?? '',
      ]);
      let outcome = appendMarks(start, own, new Map(known));
      const parkedCount = parkedCounts.get(stream) ?? 0;
      if (parkedCount > 0) outcome = await appendParked(tx, stream, own, outcome);
      appended.push(...outcome.appended);
      alarms.push(...outcome.alarms);
      if (outcome.end.sequence > start.sequence) moved.set(stream, outcome.end);
      if (outcome.parked.length === 0) continue;
      const room = parkedCountMax - parkedCount;
      outcome.parked.forEach((mark, place) => (place < room ? parked.push(mark) : refused.add(mark)));
    }
    if (appended.length > 0) {
      await insertMarks(tx, appended, tree.size);
      await writeTree(
        tx,
        appended.reduce((grown, { hash }) => appendLeaf(grown, hash), tree),
      );
      await writeEnds(tx, moved);
    }
    if (parked.length > 0) await parkMarks(tx, parked, now);
    if (moved.size > 0 && parkedCounts.size > 0) await unpark(tx, moved);
    await noteHeads(tx, heads, now);
    takenIn().inc(appended.length);
    await crashPoint('audit.appended');
    return { alarms: await noteAlarms(tx, alarms, now), refused };
  });
}

/** Appends what was parked behind what has come, as far as it goes without a gap. */
async function appendParked(
  tx: Transaction,
  stream: string,
  arrived: readonly TrailMark[],
  outcome: AppendOutcome,
): Promise<AppendOutcome> {
  const isNew = new Set(arrived);
  let whole = outcome;
  let page: TrailMark[];
  do {
    if (whole.appended.length === 0) return whole;
    page = await parkedFrom(tx, stream, whole.end.sequence + 1, parkedPageSize);
    const more = appendMarks(whole.end, [...whole.parked, ...page], new Map());
    const isStuck = more.appended.length === 0;
    whole = {
      appended: [...whole.appended, ...more.appended],
      parked: more.parked.filter((mark) => isNew.has(mark)),
      alarms: [...whole.alarms, ...more.alarms],
      end: more.end,
    };
    if (isStuck) return whole;
  } while (page.length === parkedPageSize);
  return whole;
}

const takenIn = () => metrics.counter('daiko_audit_marks_total', 'Marks taken into the trail');
