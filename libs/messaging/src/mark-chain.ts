import { hash } from 'node:crypto';
import type { ChainPlace, Envelope, MessageType } from '@daiko/contracts';
import { messageBytesMax } from '@daiko/contracts';

/** Previous hash of the first mark of a service's first stream. */
export const genesisHash = '0'.repeat(64);

/** End of a stream: the number of its last mark (0 before the first) and the hash that the next one chains to. */
export interface StreamHead {
  stream: string;
  sequence: number;
  hash: string;
}

/** A mark (証跡) as it is stored; `body` is the envelope, byte for byte as it is published. */
export interface Mark extends ChainPlace {
  id: string;
  type: MessageType;
  subject: string;
  time: string;
  traceparent: string;
  body: string;
  bodyBytes: number;
}

/** What a mark's hash covers beside its place. */
export type Hashed = Pick<Envelope, 'id' | 'type' | 'subject' | 'time' | 'data'>;

/** SHA-256, hex, of the JSON text of a message's data; the same before sending and after parsing what arrived. */
export function dataDigest(data: unknown): string {
  return hash('sha256', JSON.stringify(data));
}

/** SHA-256, hex, of the JSON list [stream, sequence, previousHash, id, type, subject, time, digest of data]. */
export function markHash(place: Omit<ChainPlace, 'hash'>, message: Hashed): string {
  const covered = [
    place.stream,
    place.sequence,
    place.previousHash,
    message.id,
    message.type,
    message.subject,
    message.time,
    dataDigest(message.data),
  ];
  return hash('sha256', JSON.stringify(covered));
}

/** Whether an envelope's hash is that of its content and place; false without a place. */
export function isChainedRightly(envelope: Envelope): boolean {
  return envelope.chain !== undefined && markHash(envelope.chain, envelope) === envelope.chain.hash;
}

/** Numbers and chains messages after `head`, in order. Throws where one exceeds the bound of a message. */
export function chainMarks(
  head: StreamHead,
  messages: readonly Omit<Envelope, 'chain'>[],
): { marks: Mark[]; head: StreamHead } {
  const marks: Mark[] = [];
  let { sequence, hash } = head;
  for (const message of messages) {
    const place = { stream: head.stream, sequence: sequence + 1, previousHash: hash };
    const chain = { ...place, hash: markHash(place, message) };
    const { data, ...attributes } = message;
    const body = JSON.stringify({ ...attributes, chain, data });
    const bodyBytes = Buffer.byteLength(body);
    if (bodyBytes > messageBytesMax) {
      throw new Error(`message ${message.type} has ${bodyBytes} bytes; the limit is ${messageBytesMax}`);
    }
    const { id, type, subject, time, traceparent } = message;
    marks.push({ ...chain, id, type, subject, time, traceparent, body, bodyBytes });
    ({ sequence, hash } = chain);
  }
  return { marks, head: { stream: head.stream, sequence, hash } };
}
