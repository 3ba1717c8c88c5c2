import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarDate, MemorySource } from '@daiko/exchange-format';
import {
  ArchiveStatistics,
  beginInspection,
  type GroupStatistics,
  inspect,
  settingsOfText,
} from '@daiko/inspection-rules';
import { type ArchivePlan, inventWorld, planArchive } from '@daiko/synthetic';
import { type TestPartner, waitFor } from '@daiko/testing';
import { agencyNumber, date, received, startInspection } from './started-inspection.js';

// One checkup is an institution here, so that a small archive can look like one whose decimals were cut off.
const settingsText = JSON.stringify({
  version: 'small',
  statistics: { recordsMin: 1, valuesMin: 1 },
  severities: { B001: 'query', B006: 'query' },
});

let inspection: Awaited<ReturnType<typeof startInspection>>;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daiko-settings-'));
  const settingsFile = join(folder, 'settings.json');
  await writeFile(settingsFile, settingsText);
  inspection = await startInspection({ chunkRecords: 1, settingsFile });
});
afterAll(async () => {
  await inspection.stop();
  await rm(folder, { recursive: true, force: true });
});

const reportOf = async (plan: ArchivePlan) =>
  inspect(
    new MemorySource(await inspection.bytes(plan)),
    { fileName: `${plan.rootName}.zip` },
    settingsOfText(settingsText, agencyNumber),
    date,
  );

/** The first small archive from `from` on that asks something. */
async function askingPlan(
  from = 0,
): Promise<{ plan: ArchivePlan; report: Awaited<ReturnType<typeof reportOf>> }> {
  for (let sequence = from; sequence < 10; sequence++) {
    for (const count of [1, 2, 3]) {
      const plan = inspection.plan(count, [], sequence);
      const report = await reportOf(plan);
      if (report.statistics.some(({ severity }) => severity === 'query')) return { plan, report };
    }
  }
  throw new Error('no archive asks anything');
}

const recordsOf = (id: string) =>
  inspection.service
    .received('inspection.chunk.inspected.v1')
    .filter(({ data }) => data.submissionId === id)
    .flatMap(({ data }) => data.records);
const judgedOf = (id: string) =>
  inspection.service
    .received('inspection.submission.judged.v1')
    .filter(({ data }) => data.submissionId === id);

interface Asking {
  submissionId: string;
  findings: { rule: string }[];
}

/** Hands an archive in; its id once it asks, with what it asks. */
async function askedBy(plan: ArchivePlan, as: TestPartner): Promise<Asking> {
  const message = received(plan, await inspection.seal(plan));
  const { submissionId } = message;
  await inspection.service.publish('intake.submission.received.v1', submissionId, message, {
    source: 'intake',
  });
  return waitFor(async () => (await archivesThatAsk(as)).find((each) => each.submissionId === submissionId));
}

async function archivesThatAsk(as: TestPartner): Promise<Asking[]> {
  const answer = await inspection.service.call('/v1/archive-queries', { as });
  return ((await answer.json()) as { archives: Asking[] }).archives;
}

const decide = (submissionId: string, decision: 'release' | 'return', as: TestPartner) =>
  inspection.service.call(`/v1/archive-queries/${submissionId}/${decision}`, {
    as,
    method: 'POST',
    ...(decision === 'return' && { json: { returnReason: '03', reason: '質問票の変換を確認してください' } }),
  });

describe('an archive whose statistics ask something', () => {
  it('asks once, waits with all its records, and goes on when a clerk lets it', async () => {
    const { plan, report } = await askingPlan();
    const message = received(plan, await inspection.seal(plan));
    const { submissionId } = message;
    await inspection.service.publish('intake.submission.received.v1', submissionId, message, {
      deliveries: 2,
      source: 'intake',
    });
    const operator = await inspection.service.testPartner({ kind: 'operator', number: 'clerk-1' });
    const list = async () => {
      const answer = await inspection.service.call('/v1/archive-queries', { as: operator });
      return ((await answer.json()) as { archives: { submissionId: string; findings: object[] }[] }).archives;
    };
    const asking = await waitFor(async () =>
      (await list()).find((each) => each.submissionId === submissionId),
    );
    expect(asking.findings).toEqual(JSON.parse(JSON.stringify(report.statistics)));
    await waitFor(() => recordsOf(submissionId).length === plan.records.length);
    expect(judgedOf(submissionId)).toEqual([]);

    const printed = await inspection.service.call(`/v1/reports/${submissionId}`, { as: operator });
    const whole = (await printed.json()) as {
      statistics: object[];
      notChecked: string[];
      submission: object;
    };
    expect(whole.statistics).toEqual(asking.findings);
    expect(whole.notChecked).toEqual(['B002', 'B004', 'B007']);
    expect(whole.submission).toMatchObject({ state: 'inspecting' });

    const release = () =>
      inspection.service.call(`/v1/archive-queries/${submissionId}/release`, {
        as: operator,
        method: 'POST',
      });
    const answers = await Promise.all([release(), release()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    const [judged] = await waitFor(() =>
      judgedOf(submissionId).length > 0 ? judgedOf(submissionId) : undefined,
    );
    expect(judged?.data).toMatchObject({ recordCount: plan.records.length, heldCount: 0 });
    expect(await list()).toEqual([]);
  });

  it('goes back whole for one reason, once, whoever decides at the same moment', async () => {
    const { plan } = await askingPlan(3);
    const { service } = inspection;
    const [one, other] = [
      await service.testPartner({ kind: 'operator', number: 'clerk-2' }),
      await service.testPartner({ kind: 'operator', number: 'clerk-3' }),
    ];
    const { submissionId } = await askedBy(plan, one);
    const bare = await service.call(`/v1/archive-queries/${submissionId}/return`, {
      as: one,
      method: 'POST',
      json: { returnReason: '03' },
    });
    expect(bare.status).toBe(422);
    const answers = await Promise.all([
      decide(submissionId, 'return', one),
      decide(submissionId, 'return', other),
      decide(submissionId, 'return', one),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    const count = plan.records.length;
    const [judged] = await waitFor(() =>
      judgedOf(submissionId).length > 0 ? judgedOf(submissionId) : undefined,
    );
    const returned = { returnReason: '03', returnText: '質問票の変換を確認してください' };
    const none = { acceptedCount: 0, queryCount: 0, heldCount: 0 };
    expect(judged?.data).toMatchObject({ recordCount: count, returnedCount: count, ...none, returned });
    expect(judgedOf(submissionId)).toHaveLength(1);
    const asking = await archivesThatAsk(one);
    expect(asking.map((each) => each.submissionId)).not.toContain(submissionId);
    expect((await decide(submissionId, 'release', one)).status).toBe(404);
    const rows = async (sql: string) => (await service.database.query(sql, [submissionId])).length;
    const of = 'WHERE submission_id = $1';
    expect(await rows(`SELECT FROM record ${of} AND verdict = 'returned' AND claim_key IS NULL`)).toBe(count);
    expect(await rows(`SELECT FROM history_record ${of} AND state <> 'returned'`)).toBe(0);
    expect(await rows(`SELECT FROM claim_history ${of}`)).toBe(0);
    // What was counted of it is no part of the year.
    expect(await rows(`SELECT FROM institution_statistics ${of}`)).toBe(0);
    const marks = service
      .received('inspection.access.recorded.v1')
      .filter(({ data }) => data.objectId === submissionId && data.action === 'query:decide');
    expect(marks).toHaveLength(1);
    // Its records may be claimed again.
    const again = await askedBy(plan, one);
    await waitFor(() => recordsOf(again.submissionId).length === count);
    const verdicts = recordsOf(again.submissionId).map(({ verdict }) => verdict);
    expect(verdicts).not.toContain('returned');
    expect((await decide(again.submissionId, 'release', one)).status).toBe(200);
  });

  it('is released or returned, never both, when two operators decide otherwise at once', async () => {
    const { service } = inspection;
    const one = await service.testPartner({ kind: 'operator', number: 'clerk-4' });
    const other = await service.testPartner({ kind: 'operator', number: 'clerk-5' });
    const { plan } = await askingPlan();
    for (const _ of [1, 2, 3]) {
      const { submissionId } = await askedBy(plan, one);
      const [released, returned] = await Promise.all([
        decide(submissionId, 'release', one),
        decide(submissionId, 'return', other),
      ]);
      expect([released.status, returned.status].sort()).toEqual([200, 404]);
      const [judged] = await waitFor(() =>
        judgedOf(submissionId).length > 0 ? judgedOf(submissionId) : undefined,
      );
      expect(judged?.data.returned !== undefined).toBe(returned.status === 200);
      expect(judgedOf(submissionId)).toHaveLength(1);
      const [entered] = await service.database.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM institution_statistics WHERE submission_id = $1',
        [submissionId],
      );
      expect(entered!.count > 0).toBe(released.status === 200);
    }
  });
});

// 前年度の記録: what the institution sent the year before is what B002, B004 and B007 compare with.
describe('an institution of which the year before is remembered', () => {
  const comparing = {
    version: 'comparing',
    statistics: { recordsMin: 3, valuesMin: 1 },
    severities: { ...{ B001: 'off', B003: 'off', B005: 'off', B006: 'off' }, B007: 'query' },
  };
  const settings = settingsOfText(JSON.stringify(comparing), agencyNumber);
  let compared: Awaited<ReturnType<typeof startInspection>>;
  let operator: TestPartner;

  beforeAll(async () => {
    const settingsFile = join(folder, 'comparing.json');
    await writeFile(settingsFile, JSON.stringify(comparing));
    compared = await startInspection({ chunkRecords: 2, settingsFile });
    operator = await compared.service.testPartner({ kind: 'operator', number: 'clerk-6' });
  });
  afterAll(() => compared.stop());

  const lastYear = '20251120';
  const worldOf = (day: string) =>
    inventWorld({ seed: 5, providers: 2, insurers: 3, agencyNumber, date: calendarDate(day) });
  const planOf = (day: string, recordCount: number, seed: number) => {
    const world = worldOf(day);
    const provider = world.providers[0]!;
    return planArchive(world, { provider, kind: 'checkup', recordCount, sequence: seed % 10, seed });
  };

  /** Hands an archive in on a day; what L9 says of it, once it asks or is judged. */
  async function saidOf(plan: ArchivePlan, inspectionDate = date) {
    const message = { ...received(plan, await compared.seal(plan)), inspectionDate };
    const { submissionId } = message;
    await compared.service.publish('intake.submission.received.v1', submissionId, message, {
      source: 'intake',
    });
    return waitFor(async () => {
      const [row] = await compared.service.database.query<{
        said: { findings: { rule: string; message: { ja: string } }[]; notChecked: string[] } | null;
        asks: boolean;
      }>(
        `SELECT statistics AS said, statistics_asked_at IS NOT NULL AS asks FROM submission WHERE submission_id = $1`,
        [submissionId],
      );
      const { said = null, asks = false } = row ?? {};
      return said === null ? null : { submissionId, asks, ...said };
    });
  }

  /** The counters of a plan, as the service counts them. */
  async function countedIn(plan: ArchivePlan): Promise<GroupStatistics> {
    const source = new MemorySource(await compared.bytes(plan));
    const begun = await beginInspection(source, { fileName: `${plan.rootName}.zip` }, settings, date);
    const sum = new ArchiveStatistics();
    for await (const report of begun.records()) sum.add(report);
    const [group] = sum.written().groups;
    if (group === undefined) throw new Error('nothing was counted');
    return group;
  }

  it('has its year kept by the service, which the next year is compared with', async () => {
    const before = await saidOf(planOf(lastYear, 6, 21), lastYear);
    expect(before.notChecked).toEqual(['B002', 'B004', 'B007']);
    const [kept] = await compared.service.database.query(
      `SELECT fiscal_year AS year, record_count AS records FROM institution_statistics WHERE submission_id = $1`,
      [before.submissionId],
    );
    expect(kept).toEqual({ year: 2025, records: 6 });
    expect((await saidOf(planOf(date, 4, 22))).notChecked).toEqual([]);
    // An institution too small is compared with nothing.
    expect(await saidOf(planOf(date, 2, 23))).toMatchObject({ findings: [], notChecked: [], asks: false });
  });

  it('asks by B002, B004 and B007 where it is another than the year before, and not where it is the same', async () => {
    const plan = planOf(date, 5, 24);
    const own = await countedIn(plan);
    const { database } = compared.service;
    const remember = async (counts: Record<string, number>) => {
      await compared.service.everything.query(
        `UPDATE inspection.institution_statistics SET record_count = 10, counts = '${JSON.stringify(counts)}'
         WHERE fiscal_year = 2025`,
      );
    };
    const doubled = Object.fromEntries(Object.entries(own.counts).map(([name, count]) => [name, count * 2]));
    await remember(doubled);
    const same = await saidOf(plan);
    expect(same).toMatchObject({ findings: [], notChecked: [], asks: false });
    // What nearly all answer now nobody answered before; nobody was fasting; the enzymes were a quarter.
    const other = Object.entries(doubled).map(([name, count]): [string, number] => {
      const answer = /^(\d\w{16})=(\d)$/.exec(name);
      if (answer !== null) return [`${answer[1]}=${answer[2] === '1' ? '2' : '1'}`, count];
      const enzyme = /^(ggt~2\^)(\d+)\/8$/.exec(name);
      if (enzyme !== null) return [`${enzyme[1]}${Math.max(0, Number(enzyme[2]) - 16)}/8`, count];
      return [name === 'triglyceride fasting' ? 'triglyceride random' : name, count];
    });
    const summed: Record<string, number> = {};
    for (const [name, count] of other) summed[name] = (summed[name] ?? 0) + count;
    await remember(summed);
    const said = await saidOf(planOf(date, 5, 25));
    expect(said.asks).toBe(true);
    expect(new Set(said.findings.map(({ rule }) => rule))).toEqual(new Set(['B002', 'B004', 'B007']));
    for (const { message } of said.findings) expect(message.ja).toMatch(/前年度/);
    const report = await compared.service.call(`/v1/reports/${said.submissionId}`, { as: operator });
    expect(await report.json()).toMatchObject({ statistics: said.findings, notChecked: [] });
    const waiting = await database.query(`SELECT state FROM submission WHERE submission_id = $1`, [
      said.submissionId,
    ]);
    expect(waiting).toEqual([{ state: 'inspecting' }]);
  });
});
