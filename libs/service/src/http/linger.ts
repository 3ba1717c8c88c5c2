import type { IncomingMessage } from 'node:http';

/** Bytes of a body nobody wants that are taken and thrown away behind an answer. */
const bytesMax = 64 * 1024 * 1024;
const msMax = 10_000;

/**
 * Lets the rest of a request body run into nothing behind an answer that came early, bounded by 64 MiB and 10 s; then the
 * connection is cut. Cut at once, the sender (or the front door between) would meet a broken connection before it reads the answer.
 */
export function linger(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  let bytes = 0;
  const cut = (): void => void request.socket.destroy();
  const timer = setTimeout(cut, msMax);
  timer.unref();
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > bytesMax) cut();
  });
  request.once('close', () => clearTimeout(timer));
  request.resume();
}
