import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { Problem } from '@daiko/contracts';
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { finished, type Readable } from 'node:stream';
import { intakeProblems } from '../problems.js';
import { parseContentDigest } from './content-digest.js';
import { cleanFileName, fileNameOf } from './file-name.js';
import type { Incoming } from './incoming.js';
import { withinStall } from './stream-upload.js';

/** What a request says of its archive beside who sends it. */
export type UploadBody = Pick<Incoming, 'fileName' | 'body' | 'sizeHintBytes' | 'promise'>;

const keyForm = /^[0-9A-Za-z._:-]{8,100}$/;

/** Reads the headers that can refuse a request before its body. @throws {Problem} */
export function readUploadHeaders(request: IncomingMessage, bytesMax: number) {
  const { headers } = request;
  const idempotencyKey = headers['idempotency-key'];
  if (idempotencyKey !== undefined && !keyForm.test(String(idempotencyKey))) {
    throw new Problem(intakeProblems.keyMalformed);
  }
  const isMultipart = /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');
  const fileName = isMultipart ? null : fileNameOf(headers['content-disposition']);
  if (!isMultipart && fileName === null) throw new Problem(intakeProblems.fileNameMissing);
  const length = headers['content-length'];
  const sizeHintBytes = length === undefined ? null : Number(length);
  // The parts of a multipart body have heads of their own; 64 KiB are left to them.
  const roomBytes = isMultipart ? 64 * 1024 : 0;
  if (sizeHintBytes !== null && sizeHintBytes > bytesMax + roomBytes) {
    throw new Problem(intakeProblems.archiveTooLarge, { limitBytes: bytesMax });
  }
  const digest = headers['content-digest'];
  return {
    idempotencyKey: idempotencyKey === undefined ? null : String(idempotencyKey),
    promisedSha256: parseContentDigest(Array.isArray(digest) ? digest.join(', ') : digest),
    fileName,
    sizeHintBytes,
  };
}

/**
 * The archive in a request: the body itself, or the first file part of a multipart body. What stands before that part, and what
 * comes after it where a digest of the whole is promised, may take `stallMs` each.
 * @throws {Problem}
 */
export async function openUpload(
  request: IncomingMessage,
  headers: ReturnType<typeof readUploadHeaders>,
  stallMs: number,
): Promise<UploadBody> {
  const { promisedSha256, fileName, sizeHintBytes } = headers;
  if (fileName !== null) {
    const promise = promisedSha256 === null ? null : { sha256: promisedSha256 };
    return { fileName, sizeHintBytes, promise, body: unbroken(request) };
  }
  const whole = promisedSha256 === null ? null : digestOf(request);
  const part = await withinStall(firstFile(request), stallMs);
  const name = cleanFileName(part.fileName);
  if (name === null) throw new Problem(intakeProblems.fileNameMissing);
  const promise =
    promisedSha256 === null || whole === null
      ? null
      : { sha256: promisedSha256, ofWholeBody: () => withinStall(whole, stallMs) };
  return { fileName: name, sizeHintBytes, promise, body: unbroken(part.stream) };
}

/** An answer must still go out when reading is given up, so the stream is not destroyed with it. */
function unbroken(stream: Readable): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => stream.iterator({ destroyOnReturn: false }) };
}

function digestOf(request: IncomingMessage): Promise<string> {
  const digest = createHash('sha256');
  const whole = new Promise<string>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => digest.update(chunk));
    finished(request, { writable: false }, (error) =>
      error ? reject(new Problem(intakeProblems.bodyUnreadable)) : resolve(digest.digest('hex')),
    );
  });
  whole.catch(() => undefined);
  return whole;
}

function firstFile(request: IncomingMessage): Promise<{ fileName: string; stream: Readable }> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Problem(intakeProblems.bodyUnreadable));
    let parser: InstanceType<typeof Busboy>;
    try {
      parser = new Busboy({
        headers: request.headers as BusboyHeaders,
        limits: { files: 1, fields: 20, fieldSize: 10_000, parts: 30, headerPairs: 50 },
      });
    } catch {
      fail();
      return;
    }
    let file: Readable | null = null;
    parser.on('file', (_field, stream, fileName) => {
      file = stream;
      // A line that breaks while nobody reads the part yet, or any more, must not end the process.
      stream.on('error', () => undefined);
      resolve({ fileName: fileName ?? '', stream });
    });
    parser.on('finish', fail);
    const breakOff = () => {
      file?.destroy(new Error('the body was cut off'));
      fail();
    };
    parser.on('error', breakOff);
    finished(request, { writable: false }, (error) => {
      if (error) breakOff();
    });
    request.pipe(parser);
  });
}
