import { Problem } from '@daiko/contracts';
import type { SealingSession } from '@daiko/payload-store';
import { intakeProblems } from '../problems.js';
import type { ScanSession } from '../scanner/scanner.js';

/** Bounds of one upload. */
export interface UploadBounds {
  bytesMax: number;
  /** Nothing arrives for this long: given up, ms. */
  stallMs: number;
}

/** Reads a body chunk by chunk within its bounds. @throws {Problem} too large, stalled or cut off */
export async function* boundedBody(
  body: AsyncIterable<Uint8Array>,
  bounds: UploadBounds,
): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  let sizeBytes = 0;
  try {
    for (;;) {
      const next = await withinStall(chunks, bounds.stallMs);
      if (next.done === true) return;
      sizeBytes += next.value.length;
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

async function withinStall(
  chunks: AsyncIterator<Uint8Array>,
  stallMs: number,
): Promise<IteratorResult<Uint8Array>> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Problem(intakeProblems.uploadStalled, { stallSeconds: Math.round(stallMs / 1000) })),
      stallMs,
    );
  });
  try {
    const next = chunks.next();
    next.catch(() => undefined);
    return await Promise.race([next, stalled]);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(intakeProblems.bodyUnreadable);
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
