import { describe, expect, it } from '@jest/globals';
import {
  agencyNumberWithCheckDigit,
  calendarDate,
  hasValidCheckDigit,
  isDefective,
  MemorySource,
  parseXml,
  readCheckupClaim,
  readCheckupReport,
  readDirectory,
  readGuidanceClaim,
  readGuidanceReport,
  readIndex,
  readSummary,
} from '@daiko/exchange-format';
import { fromBuffer } from 'yauzl';
import { compileOfficialSchemas, officialSchemasPresent } from '../../test/official-schema.js';
import {
  type ArchivePlan,
  type DefectName,
  inventRecord,
  inventWorld,
  namedDefects,
  planArchive,
  writeArchive,
} from '../index.js';

const world = inventWorld({
  seed: 7,
  providers: 3,
  insurers: 12,
  agencyNumber: agencyNumberWithCheckDigit('9139911'),
  date: calendarDate('20261124'),
});
const [provider] = world.providers;

function plan(
  kind: 'checkup' | 'guidance',
  options: Partial<Parameters<typeof planArchive>[1]> = {},
): ArchivePlan {
  return planArchive(world, { provider: provider!, kind, recordCount: 20, sequence: 0, seed: 1, ...options });
}

async function written(archive: ArchivePlan) {
  const chunks: Uint8Array[] = [];
  const result = await writeArchive(archive, async (chunk) => {
    chunks.push(chunk.slice());
  });
  return { ...result, bytes: Buffer.concat(chunks) };
}

/** Reads with an independent ZIP reader. */
function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error !== null) return reject(error);
      const files = new Map<string, Buffer>();
      zip.on('error', reject).on('end', () => resolve(files));
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure !== null) return reject(failure);
          const parts: Buffer[] = [];
          stream
            .on('data', (part: Buffer) => parts.push(part))
            .on('end', () => {
              files.set(entry.fileName, Buffer.concat(parts));
              zip.readEntry();
            });
        });
      });
      zip.readEntry();
    });
  });
}

function rootOf(bytes: Uint8Array) {
  const parsed = parseXml(bytes);
  if (!parsed.ok) throw new Error(parsed.defects[0]!.code);
  return parsed.root;
}

describe('inventWorld', () => {
  it('gives every body a right check digit, a number of its own and a name that says it is invented', () => {
    const bodies = [...world.providers, ...world.insurers];
    expect(bodies.every(({ number }) => hasValidCheckDigit(number))).toBe(true);
    expect(new Set(bodies.map(({ number }) => number)).size).toBe(bodies.length);
    const many = inventWorld({ ...world, providers: 1, insurers: 5000 }).insurers;
    expect(new Set(many.map(({ number }) => number.slice(2))).size).toBe(5000);
    expect(bodies.every(({ name }) => name.startsWith('架空'))).toBe(true);
  });

  it('refuses dates before 第4期 and wrong numbers', () => {
    const options = {
      seed: 1,
      providers: 1,
      insurers: 1,
      agencyNumber: world.agencyNumber,
      date: world.date,
    };
    expect(() => inventWorld({ ...options, date: calendarDate('20240331') })).toThrow(RangeError);
    expect(() => inventWorld({ ...options, agencyNumber: '91399114' })).toThrow(RangeError);
    expect(() => inventWorld({ ...options, providers: 0 })).toThrow(RangeError);
  });
});

describe('writeArchive', () => {
  it('the same seed gives the same bytes, another seed others', async () => {
    const [once, twice, other] = await Promise.all([
      written(plan('checkup')),
      written(plan('checkup')),
      written(plan('checkup', { seed: 2 })),
    ]);
    expect(twice.bytes.equals(once.bytes)).toBe(true);
    expect(other.bytes.equals(once.bytes)).toBe(false);
    expect(once.fileName).toBe(`${provider!.number}_${world.agencyNumber}_202611240_1.zip`);
  });

  it.each(['checkup', 'guidance'] as const)(
    'a %s archive holds pairs, and its sums are those of its claims',
    async (kind) => {
      const { bytes, rootName, expected } = await written(plan(kind));
      const files = await unzipped(bytes);
      const named = (folder: string) =>
        [...files].filter(([path]) => path.startsWith(`${rootName}/${folder}/`));
      expect(named('DATA')).toHaveLength(20);
      expect(named('CLAIMS')).toHaveLength(20);
      expect(readIndex(rootOf(files.get(`${rootName}/ix08_V08.xml`)!)).totalRecordCount?.value).toBe(40);
      const summary = readSummary(rootOf(files.get(`${rootName}/su08_V08.xml`)!));
      const claims = named('CLAIMS').map(([, file]) =>
        kind === 'checkup' ? readCheckupClaim(rootOf(file)) : readGuidanceClaim(rootOf(file)),
      );
      const total = claims.reduce((sum, claim) => sum + claim.claimAmount!.value!, 0);
      expect(summary.totalClaimAmount?.value).toBe(total);
      expect(summary.totalSubjectCount?.value).toBe(20);
      expect(summary.totalCostAmount!.value!).toBe(
        summary.totalPaymentAmount!.value! + (summary.totalPaymentByOtherProgram?.value ?? 0) + total,
      );
      expect(expected).toMatchObject({
        verdict: 'received',
        passed: 20,
        totalClaimYen: total,
        passedClaimYen: total,
      });
    },
  );

  it('our own reader finds no defect, and every record with its claim', async () => {
    const { bytes } = await written(plan('checkup', { recordCount: 300 }));
    const directory = await readDirectory(new MemorySource(bytes));
    if (isDefective(directory)) throw new Error(directory[0]!.code);
    expect(directory.recordCount).toBe(300);
    expect([...directory.records()].every(({ result, claim }) => result !== null && claim !== null)).toBe(
      true,
    );
    expect(directory.facts).toMatchObject({ strays: { total: 0 }, wrongNames: { total: 0 } });
  });

  it('a large record has the size of a large real one', async () => {
    const archive = plan('checkup', { size: 'large' });
    const { files } = inventRecord(archive, archive.records[0]!);
    expect(files.data.length).toBeGreaterThan(38_000);
    expect(files.data.length).toBeLessThan(60_000);
  });
});

describe('invented records', () => {
  const pairs = (kind: 'checkup' | 'guidance', size: 'small' | 'large', recordCount: number) => {
    const archive = plan(kind, { recordCount, size });
    return archive.records.map((record) => inventRecord(archive, record));
  };

  const stages = ['first', 'first-split', 'unfinished', 'evaluated', 'ended'] as const;
  const guidancePlan = plan('guidance', { recordCount: 600, stages });
  const guidance = guidancePlan.records.map((record) => inventRecord(guidancePlan, record));

  const withSchemas = officialSchemasPresent ? it : it.skip;
  withSchemas('are valid against the official schemas', () => {
    const violation = compileOfficialSchemas();
    for (const { files } of [...pairs('checkup', 'small', 200), ...pairs('checkup', 'large', 20)]) {
      expect([violation('hc08', files.data), violation('cc08', files.claim!)]).toEqual([null, null]);
    }
    for (const { files } of guidance) {
      expect([violation('hg08', files.data), violation('gc08', files.claim!)]).toEqual([null, null]);
    }
  });
  (officialSchemasPresent ? it.skip : it)(
    'the official schemas are not beside this checkout: not compared',
    () => {
      expect(officialSchemasPresent).toBe(false);
    },
  );

  it('have readable values, items that stand once, amounts that add up and all five 請求区分', () => {
    const types = new Set<string>();
    for (const { files } of pairs('checkup', 'small', 300)) {
      const report = readCheckupReport(rootOf(files.data));
      expect(report.items.filter((item) => item.state !== 'VALUE')).toEqual([]);
      const codes = report.items.map((item) => item.code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.length).toBeGreaterThanOrEqual(28);
      const claim = readCheckupClaim(rootOf(files.claim!));
      const other = claim.paymentByOtherProgram?.value ?? 0;
      expect(claim.unitAmount!.value).toBe(claim.paymentAmount!.value! + other + claim.claimAmount!.value!);
      expect(claim.claimAmount!.value).toBeGreaterThan(0);
      types.add(claim.claimType!.value);
    }
    expect([...types].sort()).toEqual(['1', '2', '3', '4', '5']);
  });

  it('guidance of every stage has its sections, plans for 180 points, and claims its rate', () => {
    const seen = new Set<string>();
    for (const { files } of guidance) {
      const report = readGuidanceReport(rootOf(files.data));
      const claim = readGuidanceClaim(rootOf(files.claim!));
      const value = (code: string) => report.items.find((item) => item.code === code)?.number ?? 0;
      const sections = report.sections.map((section) => section.code!.value.slice(2, 4)).join(' ');
      const level = report.items[0]!.valueCode;
      const active = level === '1';
      const reportCode = report.header.reportCode!.value;
      expect(sections).toMatch(
        {
          21: active ? /^01 (02 )?03 07$/ : /^01 (02 )?03$/,
          22: active ? /^01 03 04 06 07$/ : /^01 03 06$/,
          23: active ? /^01 03 04 07$/ : /^01 03$/,
          25: /^01 02$/,
        }[reportCode]!,
      );
      seen.add(`${reportCode} ${level}${sections.includes('02 03') ? ' split' : ''}`);
      const points = { 0: 0, 1: 20, 2: 10 };
      const early = report.items.find((item) => item.code === '1022000016')!.valueCode as unknown as
        0 | 1 | 2;
      if (active && reportCode !== '25') {
        expect(value('1041010080')).toBe(points[early] + value('1021001059') + value('1041010070'));
        expect(value('1041010080')).toBeGreaterThanOrEqual(180);
      }
      if (active && reportCode === '22') {
        const done = points[early] + value('1042001060') + value('1042010070');
        expect([value('1042010080'), claim.pointCountCompleted?.value]).toEqual([done, done]);
        expect(done).toBeGreaterThanOrEqual(180);
      }
      expect(claim.guidanceTiming?.value).toBe(reportCode[1]);
      expect(claim.claimAmount!.value).toBe(claim.calculatedAmount!.value! - claim.paymentAmount!.value!);
    }
    const codes = ['21 1', '21 1 split', '21 2', '21 2 split', '21 3', '22 1', '22 2', '22 3'];
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([...codes, '23 1', '23 2', '23 3', '25 1', '25 2', '25 3']),
    );
  });

  it('guidance archives hold first claims alone unless the plan says otherwise', () => {
    const timings = new Set(
      pairs('guidance', 'small', 100).map(
        ({ files }) => readGuidanceClaim(rootOf(files.claim!)).guidanceTiming?.value,
      ),
    );
    expect([...timings].sort()).toEqual(['1', '5']);
  });
});

describe('defects', () => {
  const names = Object.keys(namedDefects) as DefectName[];

  it.each(names)('%s changes the archive, and only where it should', async (name) => {
    const { kinds, verdict } = namedDefects[name];
    for (const kind of kinds) {
      const clean = await unzipped((await written(plan(kind))).bytes);
      const spoiled = await written(plan(kind, { defects: [{ name }] }));
      const files = await unzipped(spoiled.bytes);
      const [planted] = spoiled.expected.defects;
      const changed = [...new Set([...clean.keys(), ...files.keys()])].filter(
        (path) => !clean.get(path)?.equals(files.get(path) ?? Buffer.alloc(0)),
      );
      expect(changed.length).toBeGreaterThan(0);
      const allowed = (path: string) => path.includes(planted!.pairDigits) || path.endsWith('8_V08.xml');
      expect(changed.filter((path) => !allowed(path))).toEqual([]);
      expect(spoiled.expected.verdict).toBe(verdict === 'refused' ? 'refused' : 'received');
      expect(spoiled.expected.returned).toBe(verdict === 'returned' ? 1 : 0);
      expect(spoiled.expected.held).toBe(verdict === 'query' ? 1 : 0);
    }
  });

  it('a repetition has the content of an earlier clean record', async () => {
    const archive = plan('checkup', { defects: [{ name: 'duplicate-in-archive', count: 3 }] });
    for (const record of archive.records.filter(({ defect }) => defect !== null)) {
      const original = archive.records[record.contentOf]!;
      expect(original).toMatchObject({ defect: null, contentOf: original.index });
      expect(original.index).toBeLessThan(record.index);
      expect(inventRecord(archive, record).files).toEqual(inventRecord(archive, original).files);
    }
  });

  it('refuses plans that cannot be', () => {
    expect(() => plan('guidance', { defects: [{ name: 'bmi-missing' }] })).toThrow(RangeError);
    expect(() => plan('checkup', { recordCount: 2, defects: [{ name: 'bmi-missing', count: 3 }] })).toThrow(
      RangeError,
    );
    expect(() => plan('checkup', { recordCount: 0 })).toThrow(RangeError);
    expect(() => plan('guidance', { stages: [] })).toThrow(RangeError);
    const early = inventWorld({ ...world, providers: 1, insurers: 1, date: calendarDate('20240701') });
    const options = {
      provider: early.providers[0]!,
      kind: 'guidance',
      recordCount: 1,
      sequence: 0,
      seed: 1,
    } as const;
    expect(() => planArchive(early, { ...options, stages: ['evaluated'] })).toThrow(RangeError);
  });
});
