import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemorySource } from '@daiko/exchange-format';
import { beginInspection, defaultSettings, printedRecord, type RecordReport } from '@daiko/inspection-rules';
import { writeJson } from '@daiko/report';
import { type ArchivePlan, type DefectName, namedDefects, writeArchive } from '@daiko/synthetic';
import { waitFor } from '@daiko/testing';
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

async function* printed(records: AsyncIterable<RecordReport>) {
  for await (const record of records) yield printedRecord(record);
}

/** What `daiko check --format json` writes of an archive. */
async function checked(plan: ArchivePlan): Promise<string> {
  const chunks: Uint8Array[] = [];
  await writeArchive(plan, async (chunk) => void chunks.push(Uint8Array.from(chunk)));
  const source = new MemorySource(Buffer.concat(chunks));
  const context = { fileName: `${plan.rootName}.zip` };
  const begun = await beginInspection(source, context, defaultSettings(agencyNumber), date);
  const { versions, archive, notChecked } = begun;
  const statistics = () => begun.statistics().findings;
  const report = { versions, archive, records: printed(begun.records()), statistics, notChecked };
  const pieces: string[] = [];
  for await (const piece of writeJson(report)) pieces.push(piece);
  return pieces.join('');
}

/** What the service answers, once the archive is judged or refused. */
async function reported(plan: ArchivePlan): Promise<string> {
  const message = received(plan, await inspection.seal(plan));
  const { submissionId } = message;
  await inspection.service.publish('intake.submission.received.v1', submissionId, message, {
    source: 'intake',
  });
  await waitFor(() =>
    [
      ...inspection.service.received('inspection.submission.judged.v1'),
      ...inspection.service.received('inspection.submission.refused.v1'),
    ].find(({ data }) => data.submissionId === submissionId),
  );
  const operator = await inspection.service.testPartner({
    kind: 'operator',
    number: `reader-${submissionId}`,
  });
  const answer = await inspection.service.call(`/v1/reports/${submissionId}`, { as: operator });
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return answer.text();
}

/** The part that follows from bytes, settings and date alone. */
const purePart = (report: string): string => report.slice(0, report.indexOf('],\n"notChecked"'));

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
    const [desk, service] = [await checked(made), await reported(made)];
    expect(purePart(desk).length).toBeGreaterThan(200);
    expect(purePart(service)).toBe(purePart(desk));
    const whole = JSON.parse(service) as { records: object[]; submission: { fileName: string } };
    expect(whole.submission.fileName).toBe(`${made.rootName}.zip`);
  });
});
