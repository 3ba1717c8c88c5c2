import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '@daiko/exchange-format';
import { type DefectName, inventWorld, namedDefects, planArchive, writeArchive } from '@daiko/synthetic';
import { invented, sourceOf } from '../test/build-archive.js';
import { defaultSettings, inspect } from './index.js';

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
) {
  const plan = planArchive(world, {
    provider: world.providers[0]!,
    kind,
    recordCount,
    sequence: 0,
    seed,
    defects: defects.map((name) => ({ name })),
  });
  const chunks: Uint8Array[] = [];
  const written = await writeArchive(plan, async (chunk) => {
    chunks.push(Uint8Array.from(chunk));
  });
  return { ...written, bytes: Buffer.concat(chunks) };
}

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

  const planted = Object.entries(namedDefects).flatMap(([name, defect]) =>
    defect.kinds.map((kind) => [name as DefectName, kind, defect] as const),
  );
  it.each(planted)('finds the planted defect %s in %s', async (name, kind, defect) => {
    const archive = await inventedArchive(kind, 4, [name]);
    const { archive: whole, records } = await report(archive);
    if (defect.rule === 'H001') return expect(whole.verdict).toBe('accepted');
    const all = [...whole.findings, ...records.flatMap(({ findings }) => findings)];
    expect(all.map(({ rule }) => rule)).toContain(defect.rule);
    expect(whole.verdict).toBe(defect.verdict === 'refused' ? 'refused' : 'accepted');
    if (defect.verdict === 'refused') return;
    const verdicts = records.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'accepted');
    expect(verdicts).toEqual(defect.verdict === 'warning' ? [] : [defect.verdict]);
  });

  it('gives the same report, byte for byte, for the same bytes, settings and date', async () => {
    const names: DefectName[] = ['bmi-missing', 'claim-amount-wrong', 'unit-wrong', 'value-implausible'];
    const archive = await inventedArchive('checkup', 20, names);
    const once = JSON.stringify(await report(archive));
    expect(JSON.stringify(await report(archive))).toBe(once);
  });
});
