import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '@daiko/exchange-format';
import {
  type DefectName,
  type GuidanceStage,
  inventWorld,
  namedDefects,
  planArchive,
  writeArchive,
} from '@daiko/synthetic';
import fc from 'fast-check';
import { invented, sourceOf } from '../test/build-archive.js';
import { type Base, judgeRecord, validRecord } from '../test/judge-record.js';
import type { Report } from './rule.js';
import { catalogue, defaultSettings, inspect, type Rule } from './index.js';

const world = inventWorld({
  seed: 7,
  providers: 2,
  insurers: 3,
  agencyNumber: invented.agency,
  date: calendarDate(invented.date),
});

async function inventedArchive(
  kind: 'checkup' | 'guidance',
  recordCount: number,
  defects: readonly DefectName[],
  seed = 1,
  stages?: readonly GuidanceStage[],
  size: 'small' | 'large' = 'small',
) {
  const plan = planArchive(world, {
    provider: world.providers[0]!,
    kind,
    recordCount,
    sequence: 0,
    seed,
    stages,
    size,
    defects: defects.map((name) => ({ name })),
  });
  const chunks: Uint8Array[] = [];
  const written = await writeArchive(plan, async (chunk) => {
    chunks.push(Uint8Array.from(chunk));
  });
  return { ...written, bytes: Buffer.concat(chunks) };
}

/** Rules that a planted defect breaks beside its own. */
const alsoTrue: Partial<Record<DefectName, readonly string[]>> = {
  // Blood was drawn for sugar as well as for lipids.
  'fasting-mismatch': ['K014'],
};

const alwaysFires: Rule['check'] = (_subject: unknown, _facts: unknown, report: Report) => report(null);

async function report(archive: { fileName: string; bytes: Uint8Array }) {
  return inspect(
    sourceOf(archive.bytes),
    { fileName: archive.fileName },
    defaultSettings(invented.agency),
    invented.date,
  );
}

describe('the judge', () => {
  it.each(['checkup', 'guidance'] as const)(
    'finds nothing above a warning in valid %s records',
    async (kind) => {
      for (const seed of [1, 2, 3]) {
        const { archive, records } = await report(await inventedArchive(kind, 60, [], seed));
        const loud = [...archive.findings, ...records.flatMap(({ findings }) => findings)].filter(
          ({ severity }) => severity !== 'warning' && severity !== 'info',
        );
        expect(loud).toEqual([]);
        expect(archive.verdict).toBe('accepted');
        expect(records).toHaveLength(60);
      }
    },
  );

  it('finds nothing above a warning in valid guidance of any stage', async () => {
    const stages = ['first', 'first-split', 'unfinished', 'evaluated', 'ended'] as const;
    const { archive, records } = await report(await inventedArchive('guidance', 300, [], 4, stages));
    const loud = [...archive.findings, ...records.flatMap(({ findings }) => findings)].filter(
      ({ severity }) => severity !== 'warning' && severity !== 'info',
    );
    expect(loud).toEqual([]);
    expect(records).toHaveLength(300);
  });

  it.each([
    ['small', 150],
    ['large', 40],
  ] as const)('finds nothing at all in the results of valid %s checkups', async (size, recordCount) => {
    for (const seed of [11, 12, 13]) {
      const { records } = await report(
        await inventedArchive('checkup', recordCount, [], seed, undefined, size),
      );
      const ofResults = records
        .flatMap(({ findings }) => findings)
        .filter(({ rule }) => /^[VCKEJ]/.test(rule));
      expect(ofResults).toEqual([]);
    }
  });

  const planted = Object.entries(namedDefects).flatMap(([name, defect]) =>
    defect.kinds.map((kind) => [name as DefectName, kind, defect] as const),
  );
  it.each(planted)('finds the planted defect %s in %s', async (name, kind, defect) => {
    const archive = await inventedArchive(kind, 4, [name]);
    const { archive: whole, records } = await report(archive);
    const all = [...whole.findings, ...records.flatMap(({ findings }) => findings)];
    expect(all.map(({ rule }) => rule)).toContain(defect.rule);
    expect(whole.verdict).toBe(defect.verdict === 'refused' ? 'refused' : 'accepted');
    if (defect.verdict === 'refused') return;
    const loud = all.filter(({ severity }) => severity === 'return' || severity === 'query');
    const expected = [defect.rule, ...(alsoTrue[name] ?? [])];
    expect(loud.map(({ rule }) => rule).filter((rule) => !expected.includes(rule))).toEqual([]);
    const verdicts = records.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'accepted');
    expect(verdicts).toEqual(defect.verdict === 'warning' ? [] : [defect.verdict]);
  });

  it('lets a returned record block no other that repeats it', async () => {
    const archive = await inventedArchive('checkup', 3, ['duplicate-in-archive']);
    const { records } = await report(archive);
    expect(records.map(({ verdict }) => verdict).sort()).toEqual(['accepted', 'accepted', 'returned']);
    const rules = catalogue.map((rule) =>
      rule.id === 'M003' ? ({ ...rule, check: alwaysFires } as unknown as Rule) : rule,
    );
    const all = await inspect(
      sourceOf(archive.bytes),
      { fileName: archive.fileName },
      defaultSettings(invented.agency),
      invented.date,
      rules,
    );
    expect(all.records.flatMap(({ findings }) => findings).map(({ rule }) => rule)).toEqual([
      'M003',
      'M003',
      'M003',
    ]);
  });

  it('gives a verdict on whatever is done to a file, and never fails', async () => {
    const pieces = [
      '',
      '<',
      '>',
      '"',
      '&#0;',
      '&amp;',
      '</value>',
      'code=""',
      'value="-1"',
      '９',
      'nullFlavor="NI"',
      '<value/>',
    ];
    const change = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(40),
      fc.constantFrom(...pieces),
    );
    const bases = fc.constantFrom<Base>(
      'checkup',
      'detailed',
      'dock',
      'active',
      'split',
      'evaluated',
      'ended',
      'unfinished',
    );
    await fc.assert(
      fc.asyncProperty(
        bases,
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (base, changes, inClaim) => {
          const report = await judgeRecord(base, (pair) => {
            const spoil = (text: string) =>
              changes.reduce((here, [at, length, piece]) => {
                const from = Math.floor(at * here.length);
                return here.slice(0, from) + piece + here.slice(from + length);
              }, text);
            return inClaim ? { ...pair, claim: spoil(pair.claim) } : { ...pair, result: spoil(pair.result) };
          });
          expect(report.faults).toEqual([]);
          expect(report.verdict).not.toBe('held');
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives a verdict on attributes that are emptied or taken away, and never fails', async () => {
    const attribute = / (extension|value|code|codeSystem|root|unit|xsi:type)="[^"]*"/g;
    for (const base of ['checkup', 'guidance'] as const) {
      const count = validRecord(base).claim.match(attribute)?.length ?? 0;
      for (let at = 0; at < count; at++) {
        for (const to of ['', ' $1=""', ' $1="x"']) {
          let seen = 0;
          const report = await judgeRecord(base, (pair) => ({
            ...pair,
            claim: pair.claim.replace(attribute, (whole: string, name: string) =>
              seen++ === at ? to.replace('$1', name) : whole,
            ),
          }));
          expect(report.faults).toEqual([]);
        }
      }
    }
  });

  it('gives the same report, byte for byte, for the same bytes, settings and date', async () => {
    const names: DefectName[] = ['bmi-missing', 'claim-amount-wrong', 'unit-wrong', 'value-implausible'];
    const archive = await inventedArchive('checkup', 20, names);
    const once = JSON.stringify(await report(archive));
    expect(JSON.stringify(await report(archive))).toBe(once);
  });
});
