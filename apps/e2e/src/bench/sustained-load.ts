import type { World } from '@daiko/synthetic';
import type { Door } from '../platform/door.js';
import type { LivePlatform } from '../platform/live-platform.js';
import type { InventedSubmission } from './invented-submission.js';
import { acceptedOf, fetchBundles, sendUntilReceived } from './partner-acts.js';

/** Uploads under way at a time, at most. */
const uploadsMax = 4;

/** How work is offered to the agency. */
export interface Load {
  /** Taken one by one, when the last is on its way. */
  submissions: Iterable<InventedSubmission> | AsyncIterable<InventedSubmission>;
  /** Records offered a second, on average; null: as fast as uploads are answered. */
  recordsPerSecond: number | null;
}

/** Ms from the first byte of an upload to its receipt, its last verdict, and the sealing of its accepted records. */
export interface Journey {
  records: number;
  receiptMs: number;
  judgedMs: number;
  sealedMs: number;
}

export interface SustainedRun {
  records: number;
  /** From the first byte sent to the last acknowledgement of an insurer. */
  totalMs: number;
  journeys: Journey[];
}

/** One submission under way; times are of `performance.now()`. */
interface Sent {
  submission: InventedSubmission;
  receiptNumber: string;
  begunAt: number;
  receivedAt: number;
  /** Records accepted; known when it is judged. */
  accepted: number;
  judgedAt: number | null;
  sealedAt: number | null;
}

const sealPauseMs = 1_000;
/** Each look is a reading, whose mark goes through outbox, broker and trail: ten a second were a load of their own. */
const lookPauseMs = 500;
/** Of what was sent last, to arrive everywhere. */
const arrivalMaxMs = 600_000;

/** Many partners at once: providers send, the agency seals as it goes, insurers fetch and acknowledge, until everything has arrived. */
export async function runSustained(platform: LivePlatform, world: World, load: Load): Promise<SustainedRun> {
  const operator = await platform.operator();
  const insurers = await Promise.all(world.insurers.map(({ number }) => platform.partner(number)));
  const sent: Sent[] = [];
  const progress = { sentAllAt: Number.POSITIVE_INFINITY, acknowledged: 0 };
  const accepted = (): number => sent.reduce((sum, each) => sum + each.accepted, 0);
  const isOver = (): boolean => {
    const { sentAllAt, acknowledged } = progress;
    if (performance.now() > sentAllAt + arrivalMaxMs)
      throw new Error('what was sent last did not arrive in time');
    return Number.isFinite(sentAllAt) && sent.every(isSealed) && acknowledged >= accepted();
  };
  const start = performance.now();
  await Promise.all([
    offer(platform, load, sent).then(() => {
      progress.sentAllAt = performance.now();
    }),
    repeat(lookPauseMs, isOver, () => lookForVerdicts(operator, sent)),
    repeat(sealPauseMs, isOver, () => seal(operator, sent)),
    ...insurers.map((door) =>
      repeat(sealPauseMs, isOver, async () => {
        const records = await fetchBundles(door);
        progress.acknowledged += records;
      }),
    ),
  ]);
  const totalMs = performance.now() - start;
  for (const door of [operator, ...insurers]) door.close();
  const journeys = sent.map(({ submission, begunAt, receivedAt, judgedAt, sealedAt }) => ({
    records: submission.records,
    receiptMs: receivedAt - begunAt,
    judgedMs: (judgedAt ?? Number.NaN) - begunAt,
    sealedMs: (sealedAt ?? Number.NaN) - begunAt,
  }));
  return { records: journeys.reduce((sum, { records }) => sum + records, 0), totalMs, journeys };
}

const isSealed = ({ sealedAt }: Sent): boolean => sealedAt !== null;

async function repeat(pauseMs: number, isOver: () => boolean, work: () => Promise<void>): Promise<void> {
  while (!isOver()) {
    await work();
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** Sends one archive after the other, each by its own provider, at the pace that is asked for. */
async function offer(platform: LivePlatform, load: Load, sent: Sent[]): Promise<void> {
  const { submissions, recordsPerSecond } = load;
  const start = performance.now();
  let offered = 0;
  const left = oneByOne(submissions);
  const sendOn = async (): Promise<void> => {
    for await (const submission of left) {
      const dueAt = recordsPerSecond === null ? start : start + (offered / recordsPerSecond) * 1000;
      offered += submission.records;
      const waitMs = dueAt - performance.now();
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      sent.push(await send(await platform.partner(submission.provider), submission));
    }
  };
  await Promise.all(Array.from({ length: uploadsMax }, sendOn));
}

/** For many who take from it: none of them ends it for the others. */
function oneByOne<T>(all: Iterable<T> | AsyncIterable<T>): AsyncIterable<T> {
  const iterator = (async function* () {
    yield* all;
  })();
  return { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) };
}

async function send(provider: Door, submission: InventedSubmission): Promise<Sent> {
  const received = await sendUntilReceived(provider, submission);
  const receivedAt = performance.now();
  provider.close();
  return { submission, ...received, receivedAt, accepted: 0, judgedAt: null, sealedAt: null };
}

/** Looks at the oldest that are not judged: they come first. */
async function lookForVerdicts(operator: Door, sent: Sent[]): Promise<void> {
  for (const each of sent.filter(({ judgedAt }) => judgedAt === null).slice(0, 4)) {
    const accepted = await acceptedOf(operator, each.receiptNumber);
    if (accepted === null) continue;
    each.accepted = accepted;
    each.judgedAt = performance.now();
  }
}

/** What is judged before a sealing begins is sealed when it ends. */
async function seal(operator: Door, sent: Sent[]): Promise<void> {
  const due = sent.filter(({ judgedAt, sealedAt }) => judgedAt !== null && sealedAt === null);
  await operator.json('/api/routing/v1/sealings', { json: {} });
  for (const each of due) each.sealedAt = performance.now();
}
