import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  buildZip,
  honestEntries,
  SAMPLE_ROOT,
  sampleDigits,
  type SampleEnd,
  type SampleEntry,
} from '../../test/build-zip.js';
import { MemorySource } from '../byte-source.js';
import { ARCHIVE_DEFECT_CODES, type ArchiveDefectCode } from './defect.js';
import { DEFAULT_ARCHIVE_LIMITS, type ArchiveLimits } from './limits.js';
import { isDefective, readDirectory } from './read-directory.js';
import { readEntries, readEntry } from './read-entry.js';
import { verifyLocalHeaders } from './verify-local-headers.js';

const R = SAMPLE_ROOT;
const h0 = `${R}/DATA/h${sampleDigits(0)}.xml`;

interface Sample {
  /** What the sample is. */
  name: string;
  code: ArchiveDefectCode;
  bytes: Uint8Array;
  limits?: Partial<ArchiveLimits>;
}

/** An honest archive with entries added at its end. */
function withEntries(...extra: SampleEntry[]): Buffer {
  return buildZip([...honestEntries(), ...extra]);
}

function withEnd(end: SampleEnd): Buffer {
  return buildZip(honestEntries(), end);
}

const honest = buildZip(honestEntries());
const stray = { content: 'x' };
const unicodePath = Buffer.concat([Buffer.from([0x75, 0x70, 8, 0, 1, 0, 0, 0, 0]), Buffer.from('b/c')]);
const zip64Claim = Buffer.concat([Buffer.from([1, 0, 4, 0]), Buffer.alloc(4)]);

const samples: Sample[] = [
  { name: 'an empty file', code: 'not-a-zip', bytes: Buffer.alloc(0) },
  { name: 'a text', code: 'not-a-zip', bytes: Buffer.from('<xml/>'.repeat(100)) },
  { name: 'half an archive', code: 'truncated', bytes: honest.subarray(0, honest.length / 2) },
  { name: 'an archive without its last byte', code: 'truncated', bytes: honest.subarray(0, -1) },
  { name: 'a comment cut short', code: 'truncated', bytes: withEnd({ commentLength: 9 }) },
  { name: 'bytes behind the end', code: 'trailing-bytes', bytes: Buffer.concat([honest, Buffer.alloc(5)]) },
  {
    name: 'a program before the archive',
    code: 'leading-bytes',
    bytes: withEnd({ prefix: Buffer.from('MZ') }),
  },
  { name: 'a shifted archive', code: 'leading-bytes', bytes: Buffer.concat([Buffer.alloc(9), honest]) },
  { name: 'two end records', code: 'ambiguous-end', bytes: twoEnds() },
  { name: 'a second disk', code: 'multi-disk', bytes: withEnd({ disk: 1 }) },
  { name: 'an entry on a second disk', code: 'multi-disk', bytes: withEntries({ path: `${R}/a`, disk: 1 }) },
  { name: 'fewer entries counted than there are', code: 'directory-corrupt', bytes: withEnd({ entries: 3 }) },
  { name: 'more entries counted than there are', code: 'directory-corrupt', bytes: withEnd({ entries: 9 }) },
  { name: 'a directory that begins late', code: 'directory-corrupt', bytes: shiftedDirectory() },
  {
    name: 'an entry outside the archive',
    code: 'directory-corrupt',
    bytes: withEntries({ path: `${R}/a`, offset: 4_000_000, centralOnly: true }),
  },
  {
    name: 'a Zip64 field that is too short',
    code: 'directory-corrupt',
    bytes: withEntries({ path: `${R}/a`, size: 0xffffffff, extra: zip64Claim }),
  },
  {
    name: 'sizes that need a Zip64 field, without one',
    code: 'directory-corrupt',
    bytes: withEntries({ path: `${R}/a`, size: 0xffffffff }),
  },
  { name: 'bzip2', code: 'unsupported-method', bytes: withEntries({ path: `${R}/a`, method: 12, ...stray }) },
  {
    name: 'an encrypted entry',
    code: 'encrypted',
    bytes: withEntries({ path: `${R}/a`, flags: 1, ...stray }),
  },
  { name: 'an AES entry', code: 'encrypted', bytes: withEntries({ path: `${R}/a`, method: 99, ...stray }) },
  {
    name: 'masked headers',
    code: 'encrypted',
    bytes: withEntries({ path: `${R}/a`, flags: 0x2000, ...stray }),
  },
  { name: 'a way up', code: 'path-traversal', bytes: withEntries({ path: `${R}/../a.xml`, ...stray }) },
  {
    name: 'a way up at the start',
    code: 'path-traversal',
    bytes: withEntries({ path: '../a.xml', ...stray }),
  },
  { name: 'a dot', code: 'path-traversal', bytes: withEntries({ path: `${R}/./a.xml`, ...stray }) },
  { name: 'an absolute path', code: 'absolute-path', bytes: withEntries({ path: '/etc/passwd', ...stray }) },
  { name: 'a drive letter', code: 'drive-letter', bytes: withEntries({ path: 'C:/a.xml', ...stray }) },
  { name: 'a backslash', code: 'backslash', bytes: withEntries({ path: `${R}\\DATA\\a.xml`, ...stray }) },
  {
    name: 'a control character',
    code: 'control-character',
    bytes: withEntries({ path: `${R}/a\n.xml`, ...stray }),
  },
  { name: 'a NUL', code: 'control-character', bytes: withEntries({ path: `${R}/a.xml\0.txt`, ...stray }) },
  {
    name: 'a name in other letters',
    code: 'name-not-ascii',
    bytes: withEntries({ path: `${R}/\x8e\xb5.xml` }),
  },
  { name: 'a name of no length', code: 'empty-name', bytes: withEntries({ path: '' }) },
  { name: 'a folder of no name', code: 'empty-name', bytes: withEntries({ path: `${R}//a.xml`, ...stray }) },
  {
    name: 'a symbolic link',
    code: 'symlink',
    bytes: withEntries({ path: `${R}/a`, host: 3, attributes: 0xa1ff0000 }),
  },
  { name: 'a reparse point', code: 'symlink', bytes: withEntries({ path: `${R}/a`, attributes: 0x400 }) },
  {
    name: 'a device',
    code: 'device',
    bytes: withEntries({ path: `${R}/a`, host: 3, attributes: 0x61ff0000 }),
  },
  { name: 'the same record twice', code: 'duplicate-path', bytes: withEntries({ path: h0, ...stray }) },
  {
    name: 'the same claim twice',
    code: 'duplicate-path',
    bytes: withEntries({ path: h0.replace('DATA/h', 'CLAIMS/c') }),
  },
  {
    name: 'the index twice',
    code: 'duplicate-path',
    bytes: withEntries({ path: `${R}/ix08_V08.xml`, ...stray }),
  },
  {
    name: 'the index in capitals too',
    code: 'duplicate-path',
    bytes: withEntries({ path: `${R}/IX08_V08.XML`, ...stray }),
  },
  {
    name: 'a record in another case',
    code: 'duplicate-path',
    bytes: withEntries({ path: h0.replace('/h', '/H'), ...stray }),
  },
  {
    name: 'a folder in another case',
    code: 'duplicate-path',
    bytes: withEntries({ path: h0.replace('DATA', 'Data'), ...stray }),
  },
  {
    name: 'a file and a folder of one name',
    code: 'duplicate-path',
    bytes: withEntries({ path: `${R}/a` }, { path: `${R}/a/` }),
  },
  {
    name: 'an archive inside',
    code: 'nested-archive',
    bytes: withEntries({ path: `${R}/DATA/a.ZIP`, ...stray }),
  },
  {
    name: 'a stored entry of two sizes',
    code: 'header-disagreement',
    bytes: withEntries({ path: `${R}/a`, method: 0, size: 9, ...stray }),
  },
  {
    name: 'a second name',
    code: 'header-disagreement',
    bytes: withEntries({ path: `${R}/a`, extra: unicodePath, ...stray }),
  },
  { name: 'two entries with the same bytes', code: 'overlapping-entries', bytes: overlapping(0) },
  { name: 'an entry inside another', code: 'overlapping-entries', bytes: overlapping(5) },
  {
    name: 'a folder with contents',
    code: 'folder-with-content',
    bytes: withEntries({ path: `${R}/a/`, ...stray }),
  },
  {
    name: 'a long name',
    code: 'name-length-limit',
    bytes: withEntries({ path: `${R}/${'a'.repeat(250)}`, ...stray }),
  },
  { name: 'a deep folder', code: 'depth-limit', bytes: withEntries({ path: `${R}/a/b/c/d.xml`, ...stray }) },
  { name: 'too many entries', code: 'entry-count-limit', bytes: honest, limits: { entries: 5 } },
  { name: 'a long directory', code: 'directory-size-limit', bytes: honest, limits: { directoryBytes: 100 } },
  { name: 'many strays', code: 'other-entries-limit', bytes: honest, limits: { otherEntries: 1 } },
  {
    name: 'a large entry',
    code: 'entry-size-limit',
    bytes: withEntries({ path: `${R}/a`, size: 17 * 2 ** 20, ...stray }),
  },
  { name: 'a large whole', code: 'expanded-size-limit', bytes: honest, limits: { expandedBytes: 50 } },
  {
    name: 'a bomb',
    code: 'ratio-limit',
    bytes: withEntries({ path: `${R}/a`, content: Buffer.alloc(2 ** 20) }),
  },
  {
    name: 'no folder',
    code: 'root-folder-missing',
    bytes: buildZip([{ path: 'ix08_V08.xml', content: 'x' }]),
  },
  { name: 'no entry', code: 'root-folder-missing', bytes: buildZip([]) },
  { name: 'folders without their root', code: 'root-folder-missing', bytes: buildZip(withoutRoot()) },
  {
    name: 'two root folders',
    code: 'several-root-folders',
    bytes: withEntries({ path: 'other/a.xml', ...stray }),
  },
  {
    name: 'a folder around the root',
    code: 'extra-parent-folder',
    bytes: buildZip(withParent()),
    limits: { depth: 5 },
  },
];

function withoutRoot(): SampleEntry[] {
  return honestEntries().map((entry) => ({ ...entry, path: entry.path.slice(R.length + 1) }));
}

function withParent(): SampleEntry[] {
  return honestEntries().map((entry) => ({ ...entry, path: `submission/${entry.path}` }));
}

/** The end record once more, inside its own comment, so that both fit the file exactly. */
function twoEnds(): Buffer {
  return withEnd({ comment: honest.subarray(-22) });
}

function shiftedDirectory(): Buffer {
  const entries = honestEntries();
  const plain = buildZip(entries);
  const size = plain.readUInt32LE(plain.length - 10);
  const offset = plain.readUInt32LE(plain.length - 6);
  return buildZip(entries, { directoryOffset: offset + 1, directorySize: size - 1 });
}

function overlapping(shift: number): Buffer {
  return withEntries({ path: `${R}/a`, offset: shift, centralOnly: true, ...stray });
}

async function codesOf(sample: Sample): Promise<string[]> {
  const limits = { ...DEFAULT_ARCHIVE_LIMITS, ...sample.limits };
  const answer = await readDirectory(new MemorySource(sample.bytes), limits);
  return isDefective(answer) ? answer.map((defect) => defect.code) : [];
}

describe('a hostile archive', () => {
  it.each(samples)('is refused by its own word: $name ($code)', async (sample) => {
    expect(await codesOf(sample)).toContain(sample.code);
  });

  it('has a sample for every code', () => {
    expect([...new Set(samples.map((sample) => sample.code))].sort()).toEqual(
      [...ARCHIVE_DEFECT_CODES].sort(),
    );
  });

  it('is told all its defects at once, with printable places, and no more than 200', async () => {
    const bad = Array.from({ length: 300 }, (_, n) => ({ path: `${R}/../\x8e${n}`, ...stray }));
    const answer = await readDirectory(new MemorySource(withEntries(...bad)));
    if (!isDefective(answer)) throw new Error('accepted');
    expect(answer).toHaveLength(200);
    expect(new Set(answer.map((defect) => defect.code)).size).toBe(2);
    expect(answer[0]).toMatchObject({ entry: `${R}/../?0`, offset: expect.any(Number) as unknown });
  });
});

describe('an odd but honest archive', () => {
  it('may carry a comment, folder entries, Zip64 records and what macOS adds', async () => {
    const extras: SampleEntry[] = [
      { path: `${R}/`, method: 0 },
      { path: `${R}/DATA/`, method: 0 },
      { path: `__MACOSX/${R}/XSD/coreschemas/._voc_hcgv08.xsd`, content: 'x' },
      { path: `${R}/.DS_Store`, content: 'x' },
      { path: `${R}/setup.exe`, content: 'x' },
      { path: `${R}/Xsd/ix08_V08.xsd`, content: 'x' },
      { path: `${R}/XSD/ix08_V08.xsd`.replace('ix08', 'su08'), content: 'x' },
      { path: `${R}/DATA/result.xml`, content: 'x' },
      { path: `${R}/DATA/c${sampleDigits(7)}.xml`, content: 'x' },
      { path: `${R}/CLAIMS/c${sampleDigits(8)}.xml`, content: 'x' },
      { path: `${R}/DATA/g${sampleDigits(8)}.xml`, content: 'x' },
    ];
    const zip = buildZip([...honestEntries(), ...extras], { zip64: true, comment: Buffer.from('note') });
    const directory = await readDirectory(new MemorySource(zip));
    if (isDefective(directory)) throw new Error(JSON.stringify(directory));
    const { facts } = directory;
    expect(facts).toMatchObject({
      rootFolder: R,
      hasDataFolder: true,
      hasClaimsFolder: true,
      dataXmlCount: 5,
      claimsXmlCount: 3,
      prefixCounts: { h: 2, g: 1, c: 4, p: 0 },
      unpairedResults: { total: 1, first: [`${R}/DATA/g${sampleDigits(8)}.xml`] },
      unpairedClaims: { total: 1, first: [`${R}/CLAIMS/c${sampleDigits(8)}.xml`] },
      schemasPresent: ['XSD/su08_V08.xsd'],
    });
    expect(facts.schemasMissing).toHaveLength(10);
    expect(facts.wrongNames.first.map((wrong) => wrong.reason)).toEqual(['form', 'wrong-folder']);
    expect(facts.strays.first.map((one) => one.kind)).toEqual([
      'harmless',
      'harmless',
      'executable',
      'wrong-case',
    ]);
    expect(directory.recordCount).toBe(4);
    expect(directory.record(2)).toMatchObject({ guidance: true, claim: null });
    expect(directory.record(3)).toMatchObject({ guidance: false, result: null });
    expect(() => directory.record(4)).toThrow(RangeError);
  });
});

describe('an entry that is not what the directory says', () => {
  const broken: readonly [string, string, Partial<SampleEntry>][] = [
    ['another name in its local header', 'header-disagreement', { local: { path: h0.replace('/h', '/g') } }],
    ['another method', 'header-disagreement', { local: { method: 0 } }],
    ['encryption in its local header only', 'header-disagreement', { local: { flags: 1 } }],
    ['another size in its local header', 'header-disagreement', { local: { size: 7 } }],
    ['a wrong CRC', 'crc-mismatch', { crc: 1 }],
    ['fewer bytes than declared', 'size-mismatch', { size: 99 }],
    ['more bytes than declared: a bomb', 'size-mismatch', { size: 40_000, content: Buffer.alloc(2 ** 22) }],
    ['no deflate stream', 'corrupt', { raw: Buffer.from('ffffffffffffffff', 'hex') }],
    ['a rest behind its stream', 'corrupt', { raw: Buffer.from('03000000000000', 'hex'), size: 0, crc: 0 }],
  ];

  it.each(broken)('is refused alone: %s (%s)', async (_name, code, override) => {
    const entries = honestEntries();
    const zip = buildZip([
      ...entries,
      { path: `${R}/DATA/h${sampleDigits(9)}.xml`, content: 'abc', ...override },
    ]);
    const source = new MemorySource(zip);
    const directory = await readDirectory(source);
    if (isDefective(directory)) throw new Error(JSON.stringify(directory));
    const { result } = directory.record(2);
    if (result === null) throw new Error('no result');
    expect(await readEntry(source, result)).toMatchObject({
      ok: false,
      defect: { code, entry: result.path },
    });
    const good = directory.record(1).result;
    if (good === null) throw new Error('no result');
    expect(await readEntry(source, good)).toMatchObject({ ok: true });
    const atHeaders = await verifyLocalHeaders(source, directory);
    expect(atHeaders.map((defect) => defect.code)).toEqual(code === 'header-disagreement' ? [code] : []);
  });

  it('is read when sizes follow the data and when its local header has a long extra field', async () => {
    const zip = buildZip([
      ...honestEntries(0),
      { path: h0, content: 'abc', flags: 8, local: { size: 0, compressedSize: 0, crc: 0 } },
      { path: `${R}/DATA/h${sampleDigits(1)}.xml`, content: 'def', localExtra: Buffer.alloc(5000) },
    ]);
    const source = new MemorySource(zip);
    const directory = await readDirectory(source);
    if (isDefective(directory)) throw new Error(JSON.stringify(directory));
    const texts: string[] = [];
    for await (const answer of readEntries(source, [...directory.files()])) {
      texts.push(answer.ok ? Buffer.from(answer.bytes).toString() : answer.defect.code);
    }
    expect(texts).toEqual(['<index/>', '<summary/>', 'abc', 'def']);
  });
});

type Mutation = {
  kind: 'flip' | 'cut' | 'drop' | 'insert' | 'fill';
  at: number;
  length: number;
  byte: number;
};

function mutate(zip: Buffer, { kind, at, length, byte }: Mutation): Buffer {
  const place = Math.floor(at * zip.length);
  if (kind === 'cut') return zip.subarray(0, place);
  if (kind === 'drop') return Buffer.concat([zip.subarray(0, place), zip.subarray(place + length)]);
  if (kind === 'insert')
    return Buffer.concat([zip.subarray(0, place), Buffer.alloc(length, byte), zip.subarray(place)]);
  const copy = Buffer.from(zip);
  if (kind === 'fill') return copy.fill(byte, place, Math.min(place + length, copy.length));
  if (place < copy.length) copy[place] = (copy[place] ?? 0) ^ (byte || 1);
  return copy;
}

describe('a damaged archive', () => {
  it('is answered with defects or read safely, whatever happened to its bytes', async () => {
    const bases = [honest, buildZip([...honestEntries(3), { path: `${R}/`, method: 0 }], { zip64: true })];
    const place = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.5, max: 1, noNaN: true }),
    );
    const mutation = fc.record({
      kind: fc.constantFrom(
        'flip' as const,
        'flip' as const,
        'cut' as const,
        'drop' as const,
        'insert' as const,
        'fill' as const,
      ),
      at: place,
      length: fc.integer({ min: 1, max: 40 }),
      byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 0xff)),
    });
    const codes = new Set<string>(ARCHIVE_DEFECT_CODES);
    let read = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bases),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        async (base, mutations) => {
          const source = new MemorySource(mutations.reduce(mutate, base));
          const answer = await readDirectory(source);
          if (isDefective(answer)) {
            expect(answer.length).toBeGreaterThan(0);
            for (const defect of answer) expect(codes.has(defect.code)).toBe(true);
            return;
          }
          read++;
          await verifyLocalHeaders(source, answer);
          for await (const entry of readEntries(source, [...answer.files()])) {
            expect(entry.location.path).toMatch(/^[\x20-\x7e]+$/);
            expect(entry.location.path.split('/')).not.toContain('..');
          }
        },
      ),
      { numRuns: 4000 },
    );
    expect(read).toBeGreaterThan(100);
  }, 60_000);
});
