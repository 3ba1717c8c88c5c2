import { type Envelope, isUuid, messageBytesMax, violationsOf } from '@daiko/contracts';

export type Rejection =
  'oversize' | 'unreadable' | 'unknown-type' | 'wrong-type' | 'wrong-source' | 'schema-violation';

/** Reads and checks what arrived: the envelope, or why it can never be handled. `type` is what the queue is for; `#` any. */
export function readDelivery(
  content: Uint8Array,
  type: string,
): { envelope: Envelope } | { rejection: Rejection } {
  if (content.byteLength > messageBytesMax) return { rejection: 'oversize' };
  const envelope = parse(content);
  if (envelope === null) return { rejection: 'unreadable' };
  const violations = violationsOf(envelope.type, envelope.data);
  if (violations === null) return { rejection: 'unknown-type' };
  if (type !== '#' && envelope.type !== type) return { rejection: 'wrong-type' };
  if (!envelope.type.startsWith(`${envelope.source}.`)) return { rejection: 'wrong-source' };
  if (violations.length > 0) return { rejection: 'schema-violation' };
  return { envelope };
}

function parse(content: Uint8Array): Envelope | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { specversion, id, source, type, subject, time, traceparent } = value as Record<string, unknown>;
  const texts = [source, type, subject, time, traceparent];
  const isEnvelope =
    specversion === '1.0' &&
    typeof id === 'string' &&
    isUuid(id) &&
    texts.every((text) => typeof text === 'string' && text.length <= 400) &&
    !Number.isNaN(Date.parse(String(time)));
  return isEnvelope ? (value as Envelope) : null;
}
