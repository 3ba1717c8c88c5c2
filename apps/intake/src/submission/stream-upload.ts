import { Problem } from '@daiko/contracts';
import type { SealingSession } from '@daiko/payload-store';
import { intakeProblems } from '../problems.js';
import type { ScanSession } from '../scanner/scanner.js';

/** Bounds of one upload. */
export interface UploadBounds {
  bytesMax: number;
  /** A body that has us wait this long for its next 64 KiB is given up, ms. */
  stallMs: number;
}

/** How long a sender may be silent, ms. */
export const stallMs = 60_000;
/** Fewer bytes than these are no progress: a body that drips must not hold its turn for hours. */
const progressBytes = 64 * 1024;

/** Reads a body chunk by chunk within its bounds. @throws {Problem} too large, stalled or cut off */
export async function* boundedBody(
  body: AsyncIterable<Uint8Array>,
  bounds: UploadBounds,
): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  let sizeBytes = 0;
  let waitedMs = 0;
  let freshBytes = 0;
  try {
    for (;;) {
      const askedAtMs = performance.now();
      const next = await nextChunk(chunks, bounds.stallMs, waitedMs);
      if (next.done === true) return;
      sizeBytes += next.value.length;
      // Only the sender's slowness counts, not that of the seal or the scanner between two chunks.
      waitedMs += performance.now() - askedAtMs;
      freshBytes += next.value.length;
      if (freshBytes >= progressBytes) waitedMs = freshBytes = 0;
      if (sizeBytes > bounds.bytesMax) {
        throw new Problem(intakeProblems.archiveTooLarge, { limitBytes: bounds.bytesMax });
      }
      yield next.value;
    }
  } finally {
    // Not awaited: a stalled body would never answer.
    chunks.return?.().catch(() => undefined);
  }
}

async function nextChunk(
  chunks: AsyncIterator<Uint8Array>,
  stallMs: number,
  waitedMs: number,
): Promise<IteratorResult<Uint8Array>> {
  try {
    return await withinStall(chunks.next(), stallMs, waitedMs);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(intakeProblems.bodyUnreadable);
  }
}

/** Waits for what the sender is to send, for what is left of `stallMs`. @throws {Problem} stalled */
export async function withinStall<T>(arrival: Promise<T>, stallMs: number, waitedMs = 0): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Problem(intakeProblems.uploadStalled, { stallSeconds: Math.round(stallMs / 1000) })),
      Math.max(0, stallMs - waitedMs),
    );
  });
  arrival.catch(() => undefined);
  try {
    return await Promise.race([arrival, stalled]);
  } finally {
    clearTimeout(timer);
  }
}

/** Hands every chunk to the seal and to the scanner; both set the pace. */
export async function streamUpload(
  chunks: AsyncIterable<Uint8Array>,
  session: Pick<SealingSession, 'write'>,
  scan: Pick<ScanSession, 'write'>,
): Promise<void> {
  for await (const chunk of chunks) {
    // Both are waited for even where one fails, so that nothing is still being written when the upload is given up.
    for (const written of await Promise.allSettled([session.write(chunk), scan.write(chunk)])) {
      if (written.status === 'rejected') throw written.reason;
    }
  }
}
