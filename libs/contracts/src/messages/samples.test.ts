import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Envelope, messageBytesMax, messageSchemas, ownMessageSchemas, violationsOf } from '../index.js';

const folder = join(import.meta.dirname, '../../samples');
const files = readdirSync(folder).sort();
const read = (file: string): Envelope => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Envelope;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('golden messages', () => {
  it('are there for every type, and for nothing else: a type without a sample could change unseen', () => {
    const wanted = [
      ...Object.keys(messageSchemas).map((type) => `${type}.json`),
      ...Object.keys(ownMessageSchemas).map((own) => `own.${own}.json`),
    ];
    expect(files).toEqual(wanted.sort());
  });

  it.each(files)('%s, as it was published once, is still read by the schemas of today', (file) => {
    const { type, data, source, specversion } = read(file);
    expect(violationsOf(type, data)).toEqual([]);
    expect(type.startsWith(`${source}.`)).toBe(true);
    expect(specversion).toBe('1.0');
  });

  it.each(files)('%s is refused when one field is missing or one is added', (file) => {
    const { type, data } = read(file);
    const fields = Object.keys(data);
    for (const field of fields) {
      const partial = Object.fromEntries(Object.entries(data).filter(([name]) => name !== field));
      expect(violationsOf(type, partial)).not.toEqual([]);
    }
    expect(violationsOf(type, { ...data, remark: 'x' })).not.toEqual([]);
  });

  it.each(files)(
    '%s holds its place in the chain: the hash of old marks never changes its meaning',
    (file) => {
      const { chain, id, type, subject, time, data } = read(file);
      if (chain === undefined) {
        expect(type).toMatch(/\.chain\.reported\.v\d+$/);
        return;
      }
      const { stream, sequence, previousHash } = chain;
      const covered = [stream, sequence, previousHash, id, type, subject, time, sha256(JSON.stringify(data))];
      expect(chain.hash).toBe(sha256(JSON.stringify(covered)));
    },
  );

  it('of a full chunk stays below the bound of a message', () => {
    const { data } = read('inspection.chunk.inspected.v1.json') as Envelope<'inspection.chunk.inspected.v1'>;
    const recordBytesMax = Math.max(...data.records.map((record) => JSON.stringify(record).length));
    expect(recordBytesMax * 1000).toBeLessThan(messageBytesMax);
  });
});
