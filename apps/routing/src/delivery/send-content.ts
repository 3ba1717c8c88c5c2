import { actorOf, type Caller } from '@daiko/access';
import { type PayloadRef, Problem } from '@daiko/contracts';
import { UnitOfWork } from '@daiko/messaging';
import { type ByteSource, PayloadStore, SegmentCache } from '@daiko/payload-store';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { routingProblems } from '../problems.js';
import { DownloadTurns } from './download-turns.js';
import { answerContent, type ByteRange, type Representation } from './content-range.js';

/** What is downloaded, by whom. */
export interface Download {
  file: Representation;
  payload: PayloadRef;
  caller: Caller;
  objectKind: 'bundle' | 'return';
  objectId: string;
  recordCount: number;
}

/** A download asks for no segment twice. */
const readOnce = new SegmentCache(0);
/** Plain bytes held at a time, four segments. */
const pieceBytes = 1024 * 1024;

/** Sends sealed documents to their partners. */
@Injectable()
export class SendContent {
  private readonly turns = new DownloadTurns();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payloads: PayloadStore,
  ) {}

  /**
   * Answers a download. The mark of the reading commits, and the first piece is opened and verified, before anything is sent; a piece
   * that turns out to be tampered with later breaks the connection, so that nobody takes a part for the whole.
   */
  async send(download: Download, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { file } = download;
    const answer = answerContent(file, request.headers);
    if (answer.status === 416) {
      throw new RangeRefused(file.sizeBytes, answer.headers, reply);
    }
    if (answer.range === null || request.method === 'HEAD') {
      await reply.code(answer.status).headers(answer.headers).send();
      return;
    }
    const giveBack = this.turns.take(download.caller.partnerId);
    reply.raw.once('close', giveBack);
    if (reply.raw.destroyed) giveBack();
    const source = await this.payloads.open(download.payload, `${download.objectKind}-download`, readOnce);
    const pieces = piecesOf(source, answer.range);
    const first = await pieces.next();
    await this.mark(download);
    // Not earlier: an answer about a fault must not carry the digest of the file.
    reply.code(answer.status).headers(answer.headers);
    await reply.send(Readable.from(rejoin(first, pieces), { objectMode: false }));
  }

  private async mark({ caller, objectKind, objectId, recordCount }: Download): Promise<void> {
    await this.unitOfWork.run(async (tx) =>
      tx.recordAccess({
        ...actorOf(caller),
        action: `${objectKind}:read`,
        objectKind,
        objectId,
        recordCount,
      }),
    );
  }
}

class RangeRefused extends Problem {
  constructor(sizeBytes: number, headers: Record<string, string>, reply: FastifyReply) {
    super(routingProblems.rangeNotSatisfiable, { sizeBytes });
    reply.headers(headers);
  }
}

async function* piecesOf(source: ByteSource, { start, end }: ByteRange): AsyncGenerator<Uint8Array> {
  for (let offset = start; offset <= end;) {
    const until = Math.min(end + 1, (Math.floor(offset / pieceBytes) + 1) * pieceBytes);
    yield await source.read(offset, until - offset);
    offset = until;
  }
}

async function* rejoin(
  first: IteratorResult<Uint8Array>,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (first.done !== true) yield first.value;
  yield* rest;
}
