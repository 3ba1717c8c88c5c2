import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { armCrashPoints, CrashOrdered, type CrashPointName } from '@daiko/observability';
import { waitFor } from '@daiko/testing';
import fc from 'fast-check';
import { SweepUploads } from '../src/sweeping/sweep-uploads.js';
import { unzipped } from './read-archive.js';
import { RoutingUnderTest } from './routing-under-test.js';
import { type SubmissionFixture, today, world } from './submission-fixture.js';

let routing: RoutingUnderTest;
const now = () => new Date();
/** The next passages of a point break off there, as if the process had died. */
function dieAt(point: CrashPointName, passages = 1) {
  const orders = Array.from({ length: passages }, (_, index) => ({
    ...{ id: point, point, at: index + 1, act: 'throw' as const },
  }));
  armCrashPoints({ read: () => ({ id: point, orders }), claim: () => true });
  return { onFault: () => undefined, leaseSeconds: 0 };
}

/** Every record of a bundle that lives, with how often it is in one: the law is 1 for each that is sealed. */
async function liveBundles(): Promise<{ records: number; distinct: number; wrong: number }> {
  const [row] = await routing.service.database.query<{ records: number; distinct: number; wrong: number }>(
    `SELECT count(*)::int AS records, count(DISTINCT (l.submission_id, l.record_index))::int AS distinct,
       count(*) FILTER (WHERE r.live_bundle_id IS DISTINCT FROM l.bundle_id)::int AS wrong
     FROM bundle_line l JOIN record r USING (submission_id, record_index) WHERE l.is_live`,
  );
  return row!;
}

async function plans() {
  return routing.service.database.query<{ bundleId: string; name: string; state: string; records: number }>(
    `SELECT bundle_id AS "bundleId", name, state, record_count AS records FROM bundle ORDER BY planned_at, name`,
  );
}

async function filesOf(bundleId: string): Promise<string[]> {
  const [row] = await routing.service.database.query<{ payload: never }>(
    `SELECT payload FROM bundle WHERE bundle_id = $1`,
    [bundleId],
  );
  const source = await routing.payloads.open(row!.payload, 'test');
  return [...(await unzipped(Buffer.from(await source.read(0, await source.size())))).keys()];
}

beforeAll(async () => {
  routing = await RoutingUnderTest.start();
});
afterAll(() => routing?.stop());

describe('a crash while sealing', () => {
  let fixture: SubmissionFixture;

  it('after the reservation leaves a plan, which the next run takes up with the same name and records', async () => {
    fixture = await routing.fixture({ recordCount: 8, seed: 21 });
    await routing.take(fixture);
    await expect(routing.sealer(dieAt('routing.planned')).run('bundles', now)).rejects.toThrow(CrashOrdered);
    const planned = await plans();
    expect(planned.every(({ state }) => state === 'planned')).toBe(true);
    expect(planned.reduce((sum, { records }) => sum + records, 0)).toBe(8);
    expect(await routing.states(fixture.submissionId)).toEqual({ accepted: 8 });

    const { sealed } = await routing.sealer().run('bundles', now);
    expect(sealed.map(({ documentId, name }) => [documentId, name])).toEqual(
      planned.map(({ bundleId, name }) => [bundleId, name]),
    );
    expect(await routing.states(fixture.submissionId)).toEqual({ sealed: 8 });
  });

  it('after the upload leaves an orphan that only the sweeper removes, and the plan is built anew under a fresh key', async () => {
    fixture = await routing.fixture({ recordCount: 6, seed: 22, sequence: 1 });
    await routing.take(fixture);
    const died = await routing.sealer(dieAt('routing.uploaded', 10)).run('bundles', now);
    armCrashPoints(null);
    expect(died.sealed).toEqual([]);
    const orphans = (await routing.bucket.keys()).filter((key) => key.startsWith('routing/'));
    expect(await routing.states(fixture.submissionId)).toEqual({ accepted: 6 });

    const { sealed } = await routing.sealer().run('bundles', now);
    expect(sealed.map(({ documentId }) => documentId).sort()).toEqual(
      died.unfinished.map(({ documentId }) => documentId).sort(),
    );
    const sweep = (at: Date) =>
      new SweepUploads(routing.payloads, routing.service.database, () => at).sweep();
    expect((await sweep(new Date())).removed).toBe(0);
    const later = new Date(Date.now() + 7 * 3_600_000);
    expect((await sweep(later)).removed).toBe(died.unfinished.length);
    expect((await sweep(later)).removed).toBe(0);
    const left = (await routing.bucket.keys()).filter((key) => key.startsWith('routing/'));
    expect(orphans.filter((key) => left.includes(key))).toHaveLength(orphans.length - died.unfinished.length);
    for (const { documentId } of sealed) expect((await filesOf(documentId)).length).toBeGreaterThan(2);
  });

  it('leaves objects alone of which no row tells, such as those after a restored database', async () => {
    const session = await routing.payloads.seal({
      service: 'routing',
      owner: 'platform',
      retention: 'transit',
      purpose: 'bundle',
      now: now(),
    });
    await session.write(new Uint8Array(10));
    const { objectKey } = await session.finish();
    const later = new Date(Date.now() + 7 * 3_600_000);
    await new SweepUploads(routing.payloads, routing.service.database, () => later).sweep();
    expect(await routing.bucket.keys()).toContain(objectKey);
  });
});

describe('a payload that was tampered with', () => {
  it('holds up nobody else: its records wait, the others are sealed, and it comes along once it can be read', async () => {
    const good = await routing.fixture({ recordCount: 6, seed: 31, provider: 0, sequence: 7 });
    const bad = await routing.fixture({ recordCount: 6, seed: 32, provider: 1, sequence: 7 });
    await routing.take(good);
    await routing.take(bad);
    const { objectKey } = bad.received.payload;
    const { client, name } = routing.bucket;
    const parts: Buffer[] = [];
    for await (const part of await client.getObject(name, objectKey)) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    await client.putObject(name, objectKey, body.map((byte, at) => (at === 100 ? byte ^ 1 : byte)) as Buffer);
    const faults: string[] = [];
    const onFault = (_: unknown, error: unknown) => void faults.push((error as Error).message);
    await routing.sealer({ onFault }).run('bundles', now);
    expect(await routing.states(good.submissionId)).toEqual({ sealed: 6 });
    expect(await routing.states(bad.submissionId)).toEqual({ accepted: 6 });
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every((fault) => fault.includes(bad.submissionId))).toBe(true);
    expect((await plans()).filter(({ state }) => state === 'planned')).toEqual([]);

    await client.putObject(name, objectKey, body);
    expect((await routing.sealer().run('bundles', now)).sealed).toEqual([]);
    await routing.service.database.query(`UPDATE submission SET rests_until = now() - interval '1 second'`);
    await routing.sealer().run('bundles', now);
    expect(await routing.states(bad.submissionId)).toEqual({ sealed: 6 });
  });
});

describe('a returned claim that cannot take a 処理結果 after all', () => {
  it('leaves the archive for the list, and the others of its plan travel without it', async () => {
    const given = await routing.fixture({
      recordCount: 5,
      seed: 41,
      provider: 2,
      sequence: 8,
      defects: [{ name: 'claim-not-well-formed' }],
      change: (record) => ({
        ...record,
        verdict: 'returned',
        returnReason: '01',
        returnText: '[X001]XMLとして読めません。',
        isReadable: true,
        insurerNumber: null,
        claim: record.claim ?? {
          unitYen: 0,
          copaymentYen: 0,
          otherProgramYen: 0,
          claimYen: 0,
          claimType: null,
          guidanceTiming: null,
          guidanceLevel: null,
        },
      }),
    });
    await routing.take(given);
    const { sealed, unfinished } = await routing.sealer().run('returns', now);
    expect(unfinished).toEqual([]);
    expect(sealed.map(({ form, recordCount }) => [form, recordCount])).toEqual([
      ['return-archive', 4],
      ['return-list', 1],
    ]);
    expect(await routing.states(given.submissionId)).toEqual({ 'return-sealed': 5 });
  });
});

describe('several runs at once', () => {
  it('never put a record into two bundles, whatever arrives meanwhile and however they crash', async () => {
    let sequence = 2;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 2, max: 4 }),
        fc.boolean(),
        async (submissions, runners, isCrashing) => {
          const taking: Promise<void>[] = [];
          for (let at = 0; at < submissions; at += 1) {
            const provider = at % world.providers.length;
            const plan = { provider, recordCount: 4, seed: sequence, sequence: sequence % 10 };
            sequence += 1;
            taking.push(routing.fixture(plan).then((made) => routing.take(made)));
          }
          const runs = Array.from({ length: runners }, (_, at) =>
            routing
              .sealer(isCrashing && at === 0 ? dieAt('routing.uploaded') : { onFault: () => undefined })
              .run('all', now),
          );
          await Promise.all([...runs, ...taking]);
          const { records, distinct, wrong } = await liveBundles();
          expect([distinct, wrong]).toEqual([records, 0]);
        },
      ),
      { numRuns: 6 },
    );
    await waitFor(async () => {
      await routing.sealer({ onFault: () => undefined, leaseSeconds: 1 }).run('all', now);
      return (await plans()).every(({ state }) => state === 'sealed');
    });
    const [row] = await routing.service.database.query<{ sealed: number; accepted: number }>(
      `SELECT count(*) FILTER (WHERE state = 'sealed')::int AS sealed,
         count(*) FILTER (WHERE state = 'accepted')::int AS accepted FROM record`,
    );
    expect(row?.accepted).toBe(0);
    expect((await liveBundles()).records).toBe(row?.sealed);
    // Each sealed record was told exactly once.
    await waitFor(() => {
      const told = routing.received('routing.bundle.sealed.v1').flatMap(({ records }) => records);
      return told.length === row?.sealed;
    });
    const told = routing
      .received('routing.bundle.sealed.v1')
      .flatMap(({ records }) => records.map(({ submissionId, index }) => `${submissionId}/${index}`));
    expect(new Set(told).size).toBe(told.length);
  });

  it('give archive numbers that are unique, and go on with the next day after the tenth of a day', async () => {
    const names = (await plans()).map(({ name }) => name);
    expect(new Set(names.map((name) => name.slice(0, -2))).size).toBe(names.length);
    const busiest = names.filter((name) => name.includes(`_${world.insurers[0]!.number}_`)).length;
    const days = new Set(names.map((name) => name.split('_')[2]!.slice(0, 8)));
    if (busiest > 10) expect(days.size).toBeGreaterThan(1);
    expect(Math.min(...[...days].map(Number))).toBeGreaterThanOrEqual(Number(today));
  });
});

describe('more records than one archive may hold', () => {
  it('are split by number, by the sum that su08 can express, and by bytes; a record that alone is too much goes alone', async () => {
    const none = { records: 1000, unitYen: 1e9, compressedBytes: 1e9 };
    const cases = [
      { bounds: { ...none, records: 3 }, largest: 3 },
      { bounds: { ...none, unitYen: 1 }, largest: 1 },
      { bounds: { ...none, compressedBytes: 1 }, largest: 1 },
    ];
    for (const [at, { bounds, largest }] of cases.entries()) {
      const fixture = await routing.fixture({ recordCount: 10, seed: 300 + at, sequence: at, provider: 2 });
      await routing.take(fixture);
      const { sealed, unfinished } = await routing.sealer({ bounds }).run('bundles', now);
      expect(unfinished).toEqual([]);
      expect(sealed.reduce((sum, { recordCount }) => sum + recordCount, 0)).toBe(10);
      expect(Math.max(...sealed.map(({ recordCount }) => recordCount))).toBe(largest);
    }
  });
});

describe('file names that collide in a bundle', () => {
  it('get a new serial for both files of the pair, and the original name is remembered', async () => {
    const same = { recordCount: 5, seed: 77, sequence: 9, provider: 1 };
    const fixtures = [await routing.fixture(same), await routing.fixture(same)];
    for (const fixture of fixtures) await routing.take(fixture);
    const { sealed } = await routing.sealer().run('bundles', now);
    expect(sealed.reduce((sum, { recordCount }) => sum + recordCount, 0)).toBe(10);
    const ids = sealed.map(({ documentId }) => documentId);
    const renamed = await routing.service.database.query<{
      bundleId: string;
      digits: string;
      original: string;
    }>(
      `SELECT bundle_id AS "bundleId", file_digits AS digits, original_digits AS original FROM bundle_line
       WHERE bundle_id = ANY($1::uuid[]) AND original_digits IS NOT NULL`,
      [ids],
    );
    expect(renamed).toHaveLength(5);
    for (const { bundleId, digits, original } of renamed) {
      const files = await filesOf(bundleId);
      expect(digits.slice(0, 20)).toBe(original.slice(0, 20));
      for (const name of [
        `DATA/h${digits}`,
        `CLAIMS/c${digits}`,
        `DATA/h${original}`,
        `CLAIMS/c${original}`,
      ]) {
        expect(files.filter((path) => path.endsWith(`/${name}.xml`))).toHaveLength(1);
      }
    }
  });
});
