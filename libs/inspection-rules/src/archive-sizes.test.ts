import { describe, expect, it } from '@jest/globals';
import { type ByteSource, calendarDate } from '@daiko/exchange-format';
import { inventWorld, planArchive, writeArchive } from '@daiko/synthetic';
import { invented } from '../test/build-archive.js';
import { beginInspection, defaultSettings } from './index.js';

const date = calendarDate(invented.date);
const world = inventWorld({ seed: 9, providers: 1, insurers: 2, agencyNumber: invented.agency, date });

async function archiveOf(recordCount: number) {
  const chunks: Uint8Array[] = [];
  const options = {
    provider: world.providers[0]!,
    kind: 'checkup',
    recordCount,
    sequence: 0,
    seed: 1,
  } as const;
  const { fileName } = await writeArchive(planArchive(world, options), async (chunk) => {
    chunks.push(Uint8Array.from(chunk));
  });
  return { fileName, bytes: Buffer.concat(chunks) };
}

/** A source that counts what it is asked for. */
class WatchedSource implements ByteSource {
  given = 0;
  constructor(private readonly bytes: Uint8Array) {}
  size() {
    return Promise.resolve(this.bytes.length);
  }
  read(offset: number, length: number) {
    this.given += length;
    return Promise.resolve(this.bytes.subarray(offset, offset + length));
  }
}

async function judge(recordCount: number) {
  const { fileName, bytes } = await archiveOf(recordCount);
  const source = new WatchedSource(bytes);
  const inspection = await beginInspection(
    source,
    { fileName },
    defaultSettings(invented.agency),
    invented.date,
  );
  const indexes: number[] = [];
  let mostAhead = 0;
  let given = source.given;
  for await (const report of inspection.records()) {
    expect(report.verdict).toBe('accepted');
    indexes.push(report.index);
    mostAhead = Math.max(mostAhead, source.given - given);
    given = source.given;
  }
  return { verdict: inspection.archive.verdict, indexes, bytes: bytes.length, mostAhead };
}

describe('an archive', () => {
  it('of one record is judged like any other', async () => {
    expect(await judge(1)).toMatchObject({ verdict: 'accepted', indexes: [0] });
  });

  it('of many records is judged in order, reading no further ahead than it must', async () => {
    const some = await judge(300);
    const many = await judge(600);
    expect(many.indexes).toEqual([...Array(600).keys()]);
    expect(many.bytes).toBeGreaterThan(1.8 * some.bytes);
    expect(many.mostAhead).toBeLessThan(1.1 * some.mostAhead);
  }, 60_000);
});
