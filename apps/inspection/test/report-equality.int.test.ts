import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ArchivePlan, type DefectName, namedDefects } from '@daiko/synthetic';
import { deskReport, purePart, serviceReport } from './compared-reports.js';
import { agencyNumber, date, received, startInspection } from './started-inspection.js';

let inspection: Awaited<ReturnType<typeof startInspection>>;

beforeAll(async () => {
  inspection = await startInspection();
});
afterAll(async () => {
  await inspection.stop();
});

const defects = Object.keys(namedDefects) as DefectName[];
const isRefused = (name: DefectName): boolean => namedDefects[name].verdict === 'refused';
// A missing pair is refused at the door: inspection never sees it.
const refusing = defects.filter((name) => isRefused(name) && name !== 'missing-pair');
const others = (kind: 'checkup' | 'guidance'): DefectName[] =>
  defects.filter((name) => namedDefects[name].kinds.includes(kind) && !isRefused(name));

/** What `daiko check` writes of an archive, and what the service answers. */
async function bothOf(plan: ArchivePlan): Promise<[desk: string, service: string]> {
  const fileName = `${plan.rootName}.zip`;
  const zip = await inspection.bytes(plan);
  return [
    await deskReport(zip, { fileName, agency: agencyNumber, date }),
    await serviceReport(inspection, received(plan, await inspection.seal(plan))),
  ];
}

describe('the report of the service', () => {
  const corpus: [string, () => ArchivePlan][] = [
    ['checkups that are right', () => inspection.plan(12)],
    ['guidance that is right', () => inspection.plan(12, [], 1, 'guidance')],
    ['checkups with every defect', () => planOf('checkup', 2)],
    ['guidance with every defect', () => planOf('guidance', 3)],
    ...refusing.map((name, at): [string, () => ArchivePlan] => [
      `an archive that is refused: ${name}`,
      () => inspection.plan(3, [{ name }], 4 + (at % 6), namedDefects[name].kinds[0]),
    ]),
  ];
  const planOf = (kind: 'checkup' | 'guidance', sequence: number): ArchivePlan => {
    const names = others(kind);
    return inspection.plan(
      names.length + 2,
      names.map((name) => ({ name })),
      sequence,
      kind,
    );
  };

  it.each(corpus)('is, byte by byte, that of daiko check: %s', async (_what, plan) => {
    const made = plan();
    const [desk, service] = await bothOf(made);
    expect(purePart(desk).length).toBeGreaterThan(200);
    expect(purePart(service)).toBe(purePart(desk));
    const whole = JSON.parse(service) as { records: object[]; submission: { fileName: string } };
    expect(whole.submission.fileName).toBe(`${made.rootName}.zip`);
  });
});
