import type { IncomingMessage } from 'node:http';
import { Problem } from '@daiko/contracts';
import { masterProblems } from './problems.js';

/** The body of a request; a problem where it is larger than `bytesMax`, before it is gathered whole. */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const tooLarge = (): Problem => new Problem(masterProblems.tooLarge, { limitBytes: bytesMax });
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) throw tooLarge();
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > bytesMax) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
