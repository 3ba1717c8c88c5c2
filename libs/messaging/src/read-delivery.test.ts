import { randomUUID } from 'node:crypto';
import { messageBytesMax } from '@daiko/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDelivery } from './read-delivery.js';

const type = 'inspection.chunk.planned.v1';
const envelope = (changes: object = {}) => ({
  specversion: '1.0',
  id: randomUUID(),
  source: 'inspection',
  type,
  subject: 'x',
  time: '2026-11-24T00:00:00.000Z',
  datacontenttype: 'application/json',
  traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01`,
  data: { submissionId: randomUUID(), chunkIndex: 0 },
  ...changes,
});
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));

describe('readDelivery', () => {
  it('reads an envelope whose data conforms', () => {
    const sent = envelope();
    expect(readDelivery(bytes(sent), type)).toEqual({ envelope: sent });
    expect(readDelivery(bytes(sent), '#')).toEqual({ envelope: sent });
  });

  it.each([
    ['unreadable', Buffer.from([0x22, 0xff, 0x22])],
    ['unreadable', bytes(null)],
    ['unreadable', bytes(envelope({ id: 'x' }))],
    ['unreadable', bytes(envelope({ specversion: '0.3' }))],
    ['unreadable', bytes(envelope({ time: 'yesterday' }))],
    ['unreadable', bytes(envelope({ traceparent: undefined }))],
    ['unknown-type', bytes(envelope({ type: 'inspection.chunk.planned.v2' }))],
    ['wrong-type', bytes(envelope({ type: 'inspection.submission.judged.v1' }))],
    ['wrong-source', bytes(envelope({ source: 'inspect' }))],
    ['schema-violation', bytes(envelope({ data: { chunkIndex: 0 } }))],
    ['oversize', Buffer.alloc(messageBytesMax + 1, 0x20)],
  ])('names the reason: %s', (rejection, content) => {
    expect(readDelivery(content, type)).toEqual({ rejection });
  });

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (content) => {
          expect(readDelivery(content, type)).toHaveProperty('rejection');
        },
      ),
    );
  });
});
