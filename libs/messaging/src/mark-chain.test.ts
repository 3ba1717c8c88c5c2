import { randomUUID } from 'node:crypto';
import { messageBytesMax, type Envelope } from '@daiko/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chainMarks, dataDigest, genesisHash, isChainedRightly, markHash } from './mark-chain.js';

type Unchained = Omit<Envelope, 'chain'>;
const message = (data: unknown): Unchained =>
  ({
    specversion: '1.0',
    id: randomUUID(),
    source: 'audit',
    type: 'audit.checkpoint.signed.v1',
    subject: 'tree',
    time: '2026-11-24T00:00:00.000Z',
    datacontenttype: 'application/json',
    traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01`,
    data,
  }) as Unchained;
const head = { stream: 'audit/1', sequence: 4, hash: genesisHash };

describe('the chain of marks', () => {
  it('numbers without a gap and chains each mark to the one before, whatever the data', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 20 }), (values) => {
        const { marks, head: after } = chainMarks(head, values.map(message));
        expect(marks.map((mark) => mark.sequence)).toEqual(values.map((_, index) => 5 + index));
        const hashes = [head.hash, ...marks.map((mark) => mark.hash)];
        expect(marks.map((mark) => mark.previousHash)).toEqual(hashes.slice(0, -1));
        expect(after).toEqual({ stream: 'audit/1', sequence: 4 + values.length, hash: hashes.at(-1) });
      }),
    );
  });

  it('the receiver finds the same hash in the published bytes as the sender', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const [mark] = chainMarks(head, [message(value)]).marks;
        const received = JSON.parse(Buffer.from(String(mark?.body)).toString()) as Envelope;
        expect(isChainedRightly(received)).toBe(true);
        expect(mark?.bodyBytes).toBe(Buffer.byteLength(String(mark?.body)));
      }),
    );
  });

  it('shows a change of anything that it covers', () => {
    const [mark] = chainMarks(head, [message({ treeSize: 1 })]).marks;
    const good = JSON.parse(String(mark?.body)) as Envelope;
    const changes: Partial<Envelope>[] = [
      { id: randomUUID() },
      { type: 'audit.key.used.v1' },
      { subject: 'other' },
      { time: '2026-11-24T00:00:00.001Z' },
      { data: { treeSize: 2 } as never },
      { chain: { ...good.chain!, sequence: 6 } },
      { chain: { ...good.chain!, stream: 'audit/2' } },
      { chain: { ...good.chain!, previousHash: 'f'.repeat(64) } },
      { chain: undefined },
    ];
    expect(isChainedRightly(good)).toBe(true);
    for (const change of changes) expect(isChainedRightly({ ...good, ...change })).toBe(false);
  });

  it('hashes the JSON list that the design names', () => {
    const place = { stream: 's', sequence: 1, previousHash: genesisHash };
    const hashed = { ...message({ a: 1 }), id: 'i', subject: 'u' };
    expect(dataDigest({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862');
    expect(markHash(place, hashed)).toBe('b10a2a439f85f2c296cf3b087208287a795c56f77de5a708206ef247907d84ab');
  });

  it('refuses a message beyond the bound', () => {
    expect(() => chainMarks(head, [message('x'.repeat(messageBytesMax))])).toThrow(/the limit is/);
  });
});
