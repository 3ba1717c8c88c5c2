import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import yauzl from 'yauzl';
import { SAMPLE_ROOT, sampleDigits } from '../../test/build-zip.js';
import { MemorySource } from '../byte-source.js';
import { calendarDate } from '../values/calendar-date.js';
import type { ArchiveDirectory } from './archive-directory.js';
import type { EntryLocation } from './entry-location.js';
import { isDefective, readDirectory } from './read-directory.js';
import { readEntries, readEntry, readRawEntries } from './read-entry.js';
import { verifyLocalHeaders } from './verify-local-headers.js';
import { ArchiveTooLarge, ArchiveWriter, MAX_WRITTEN_ENTRIES } from './write-archive.js';

const date = calendarDate('20261124');

async function write(
  files: readonly (readonly [string, Uint8Array])[],
  zip64 = false,
): Promise<{ zip: Buffer; result: { entries: number; bytes: number } }> {
  const chunks: Uint8Array[] = [];
  const writer = new ArchiveWriter(
    async (chunk) => {
      chunks.push(chunk);
    },
    SAMPLE_ROOT,
    { date, zip64 },
  );
  for (const [path, bytes] of files) await writer.addFile(path, bytes);
  const result = await writer.finish();
  return { zip: Buffer.concat(chunks), result };
}

async function open(zip: Uint8Array): Promise<ArchiveDirectory> {
  const answer = await readDirectory(new MemorySource(zip));
  if (isDefective(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

function readByYauzl(zip: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true, strictFileNames: true }, (failure, file) => {
      if (failure) return reject(failure);
      const found = new Map<string, Buffer>();
      file.on('error', reject);
      file.on('end', () => resolve(found));
      file.on('entry', (entry: yauzl.Entry) => {
        file.openReadStream(entry, (problem, stream) => {
          if (problem) return reject(problem);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('error', reject);
          stream.on('end', () => {
            found.set(entry.fileName, Buffer.concat(chunks));
            file.readEntry();
          });
        });
      });
      file.readEntry();
    });
  });
}

const contents = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.string({ maxLength: 40 }).map((text) => Buffer.from(text.repeat(20))),
);
const archives = fc.uniqueArray(fc.integer({ min: 0, max: 999_999 }), { maxLength: 20 }).chain((serials) =>
  fc.record({
    serials: fc.constant(serials),
    claimOrder: fc.shuffledSubarray(serials, { minLength: serials.length }),
    results: fc.array(contents, { minLength: serials.length, maxLength: serials.length }),
    index: contents,
  }),
);

function filesOf(sample: {
  serials: number[];
  claimOrder: number[];
  results: Uint8Array[];
  index: Uint8Array;
}): [string, Uint8Array][] {
  return [
    ['ix08_V08.xml', sample.index],
    ...sample.serials.map((serial, at): [string, Uint8Array] => [
      `DATA/h${sampleDigits(serial)}.xml`,
      sample.results[at] ?? Buffer.alloc(0),
    ]),
    ...sample.claimOrder.map((serial): [string, Uint8Array] => [
      `CLAIMS/c${sampleDigits(serial)}.xml`,
      Buffer.from(`claim ${serial}`),
    ]),
  ];
}

describe('an archive written and read again', () => {
  it('gives back every byte, in the order of the DATA folder, each result with its claim', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (sample) => {
        const files = filesOf(sample);
        const { zip, result } = await write(files);
        expect(result).toEqual({ entries: files.length, bytes: zip.length });
        const directory = await open(zip);
        const source = new MemorySource(zip);
        expect(directory.rootFolder).toBe(SAMPLE_ROOT);
        expect(directory.recordCount).toBe(sample.serials.length);
        expect(await verifyLocalHeaders(source, directory)).toEqual([]);
        const locations: EntryLocation[] = [...directory.files()];
        const wanted = new Map(files.map(([path, bytes]) => [`${SAMPLE_ROOT}/${path}`, Buffer.from(bytes)]));
        for await (const answer of readEntries(source, locations)) {
          expect(answer.ok && Buffer.from(answer.bytes)).toEqual(wanted.get(answer.location.path));
          expect(locations[answer.index]).toBe(answer.location);
          wanted.delete(answer.location.path);
        }
        expect([...wanted.keys()]).toEqual([]);
        sample.serials.forEach((serial, index) => {
          const record = directory.record(index);
          expect(record.pairDigits).toBe(sampleDigits(serial));
          expect(record.result?.path).toBe(`${SAMPLE_ROOT}/DATA/h${sampleDigits(serial)}.xml`);
          expect(record.claim?.path).toBe(`${SAMPLE_ROOT}/CLAIMS/c${sampleDigits(serial)}.xml`);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('is read the same by an independent reader', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (sample) => {
        const files = filesOf(sample);
        const { zip } = await write(files);
        const found = await readByYauzl(zip);
        expect([...found.keys()]).toEqual(files.map(([path]) => `${SAMPLE_ROOT}/${path}`));
        for (const [path, bytes] of files) {
          expect(found.get(`${SAMPLE_ROOT}/${path}`)).toEqual(Buffer.from(bytes));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same to the byte when its records are copied without recompression', async () => {
    const files = filesOf({
      serials: [3, 1, 2],
      claimOrder: [1, 2, 3],
      results: [1, 2, 3].map((n) => Buffer.from(`result ${n} `.repeat(n * 9))),
      index: Buffer.from('<index/>'),
    });
    const { zip } = await write(files);
    const directory = await open(zip);
    const locations = [...directory.files()].sort((a, b) => a.offset - b.offset);
    const chunks: Uint8Array[] = [];
    const writer = new ArchiveWriter(
      async (chunk) => {
        chunks.push(chunk);
      },
      SAMPLE_ROOT,
      { date },
    );
    for await (const raw of readRawEntries(new MemorySource(zip), locations)) {
      if (!raw.ok) throw new Error(raw.defect.code);
      await writer.addRaw(raw.location.path.slice(SAMPLE_ROOT.length + 1), raw.location, raw.bytes);
    }
    await writer.finish();
    expect(Buffer.concat(chunks)).toEqual(zip);
    expect((await open(Buffer.concat(chunks))).entriesDigest).toBe(directory.entriesDigest);
  });

  it('costs less than 128 bytes of index a record, and holds no archive', async () => {
    const files = Array.from({ length: 50_000 }, (_, serial) => sampleDigits(serial));
    const { zip } = await write(
      [
        ['ix08_V08.xml', Buffer.from('<index/>')],
        ...files.map((digits): [string, Uint8Array] => [`DATA/h${digits}.xml`, Buffer.from('r')]),
        ...files.map((digits): [string, Uint8Array] => [`CLAIMS/c${digits}.xml`, Buffer.from('c')]),
      ],
      true,
    );
    const longest = { read: 0 };
    const memory = new MemorySource(zip);
    const directory = await readDirectory({
      size: () => memory.size(),
      read: (offset, length) => {
        longest.read = Math.max(longest.read, length);
        return memory.read(offset, length);
      },
    });
    if (isDefective(directory)) throw new Error(JSON.stringify(directory.slice(0, 3)));
    expect(directory.recordCount).toBe(50_000);
    expect(directory.indexBytes / 50_000).toBeLessThan(128);
    expect(longest.read).toBeLessThanOrEqual(256 * 1024);
    expect(directory.record(49_999).claim?.path).toBe(`${SAMPLE_ROOT}/CLAIMS/c${sampleDigits(49_999)}.xml`);
  }, 60_000);
});

describe('the writer', () => {
  it('refuses more entries than a plain end record counts, unless Zip64 is allowed', async () => {
    const writer = new ArchiveWriter(async () => undefined, SAMPLE_ROOT, { date });
    const raw = { method: 0, crc: 0, compressedSize: 0, size: 0 } as const;
    for (let n = 0; n < MAX_WRITTEN_ENTRIES; n++) await writer.addRaw(`DATA/${n}`, raw, Buffer.alloc(0));
    await expect(writer.addRaw('DATA/x', raw, Buffer.alloc(0))).rejects.toBeInstanceOf(ArchiveTooLarge);
    expect((await writer.finish()).entries).toBe(MAX_WRITTEN_ENTRIES);
  }, 60_000);

  it('refuses unsafe paths, the same path twice, wrong sizes and any call after the end', async () => {
    const writer = new ArchiveWriter(async () => undefined, SAMPLE_ROOT, { date });
    for (const path of ['../x', 'a/../b', '/x', 'a\\b', 'a//b', 'a/', '', 'あ', 'C:x', './x']) {
      await expect(writer.addFile(path, Buffer.from('x'))).rejects.toBeInstanceOf(RangeError);
    }
    await writer.addFile('DATA/a', Buffer.from('x'));
    await expect(writer.addFile('DATA/a', Buffer.from('x'))).rejects.toBeInstanceOf(RangeError);
    const raw = { method: 0, crc: 0, compressedSize: 2, size: 2 } as const;
    await expect(writer.addRaw('DATA/b', raw, Buffer.from('x'))).rejects.toBeInstanceOf(RangeError);
    await writer.finish();
    await expect(writer.addFile('DATA/c', Buffer.from('x'))).rejects.toBeInstanceOf(RangeError);
  });

  it('reads one entry by itself, and says which one is broken', async () => {
    const { zip } = await write([['ix08_V08.xml', Buffer.from('<index/>'.repeat(50))]]);
    const { facts } = await open(zip);
    if (facts.index === null) throw new Error('no index');
    const good = await readEntry(new MemorySource(zip), facts.index);
    expect(good.ok && Buffer.from(good.bytes).toString()).toBe('<index/>'.repeat(50));
    const bad = await readEntry(new MemorySource(zip), { ...facts.index, crc: 1 });
    expect(bad).toMatchObject({
      ok: false,
      defect: { code: 'header-disagreement', values: { field: 'crc' } },
    });
  });
});

describe('the example in the README', () => {
  it('names only what the library exports', async () => {
    const readme = readFileSync(`${import.meta.dirname}/../../README.md`, 'utf8');
    const [, names = ''] = /import \{([^}]+)\} from '@daiko\/exchange-format'/.exec(readme) ?? [];
    const exported = new Set(Object.keys(await import('../index.js')));
    const wanted = names.split(',').map((name) => name.trim());
    expect(wanted.length).toBeGreaterThan(1);
    expect(wanted.filter((name) => !exported.has(name))).toEqual([]);
  });
});
