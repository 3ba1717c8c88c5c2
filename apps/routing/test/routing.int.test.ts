import {
  isDefective,
  MemorySource,
  parseXml,
  readDirectory,
  readIndex,
  readSummary,
  SCHEMA_FILES,
} from '@daiko/exchange-format';
import { type TestPartner, waitFor } from '@daiko/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { compileOfficialSchemas, officialSchemasPresent } from './official-schema.js';
import { unzipped } from './read-archive.js';
import { hashSumOf, RoutingUnderTest } from './routing-under-test.js';
import { agencyNumber, type SubmissionFixture, world } from './submission-fixture.js';

interface BundleView {
  bundleId: string;
  insurerNumber: string;
  name: string;
  kind: string;
  state: string;
  recordCount: number;
  claimYen: number;
  sha256: string;
  sizeBytes: number;
}
interface ReturnView {
  returnId: string;
  form: 'archive' | 'list';
  name: string;
  state: string;
  recordCount: number;
  sha256: string;
}

/** The Japanese day on which the archives are sealed. */
const sealingDay = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');

let routing: RoutingUnderTest;
let operator: TestPartner;
const insurers = new Map<string, TestPartner>();
const providers: TestPartner[] = [];
const fixtures: SubmissionFixture[] = [];

const jsonOf = async <T>(answer: Promise<Response>): Promise<T> => (await answer).json() as Promise<T>;
const rootOf = (bytes: Uint8Array | undefined) => {
  const parsed = parseXml(bytes ?? new Uint8Array());
  if (!parsed.ok) throw new Error('not well-formed');
  return parsed.root;
};
async function bundlesOf(partner: TestPartner): Promise<BundleView[]> {
  const { bundles } = await jsonOf<{ bundles: BundleView[] }>(
    routing.service.call('/v1/bundles', { as: partner }),
  );
  return bundles;
}
async function returnsOf(partner: TestPartner): Promise<ReturnView[]> {
  const { returns } = await jsonOf<{ returns: ReturnView[] }>(
    routing.service.call('/v1/returns', { as: partner }),
  );
  return returns;
}
async function contentOf(path: string, as: TestPartner): Promise<Buffer> {
  const answer = await routing.service.call(`${path}/content`, { as });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** The schemas are not part of the product: where they are not there, a test says so instead of checking. */
const absent = (name: string, _: () => Promise<void>) =>
  it(`${name}: not checked, the official schemas are not beside this checkout`, () =>
    expect(officialSchemasPresent).toBe(false));

beforeAll(async () => {
  routing = await RoutingUnderTest.start();
  operator = await routing.service.testPartner({ kind: 'operator', number: 'operator' });
  for (const { number } of world.insurers) {
    insurers.set(number, await routing.service.testPartner({ kind: 'insurer', number }));
  }
  for (const { number } of world.providers) {
    providers.push(await routing.service.testPartner({ kind: 'provider', number }));
  }
  fixtures.push(
    await routing.fixture({
      provider: 0,
      recordCount: 12,
      seed: 1,
      defects: [{ name: 'claim-not-well-formed' }],
      change: (record) =>
        record.verdict === 'accepted' && record.index % 4 === 2
          ? { ...record, verdict: 'returned', returnReason: '07', returnText: '[P006]請求金額が合いません。' }
          : record,
    }),
    await routing.fixture({ provider: 1, recordCount: 9, seed: 2 }),
    await routing.fixture({ provider: 2, recordCount: 6, seed: 3, kind: 'guidance' }),
  );
});

afterAll(() => routing?.stop());

describe('the way of records from verdict to delivery', () => {
  it('takes records whatever comes first, and seals nothing before all of a submission is held', async () => {
    const [first, second, third] = fixtures as [SubmissionFixture, SubmissionFixture, SubmissionFixture];
    const { publish } = routing.service;
    // Judged before the last chunk, the chunks backwards, one of them twice, and the payload last of all.
    await publish('inspection.submission.judged.v1', first.submissionId, first.judged);
    const [early, ...later] = [...first.chunks].reverse();
    await publish('inspection.chunk.inspected.v1', first.submissionId, early!, { deliveries: 2 });
    await waitFor(async () => Object.keys(await routing.states(first.submissionId)).length > 0);
    expect(await routing.isComplete(first.submissionId)).toBe(false);
    const none = await routing.sealer().run('all', () => new Date());
    expect(none.sealed).toEqual([]);
    for (const chunk of later) {
      await publish('inspection.chunk.inspected.v1', first.submissionId, chunk);
      // The same chunk under another message id: the natural key keeps it out.
      await publish('inspection.chunk.inspected.v1', first.submissionId, chunk);
    }
    await publish('intake.submission.received.v1', first.submissionId, first.received);
    await routing.waitUntilComplete(first.submissionId);
    await routing.take(second);
    await routing.take(third);
    for (const { submissionId, judged } of fixtures) {
      const states = await routing.states(submissionId);
      expect([states.accepted ?? 0, states.returned ?? 0]).toEqual([
        judged.acceptedCount,
        judged.returnedCount,
      ]);
    }
  });

  it('makes a dead letter of the last chunk where the sums then differ from what was judged', async () => {
    const { submissionId, received, chunks, judged } = await routing.fixture({ recordCount: 3, seed: 4 });
    const { publish } = routing.service;
    const recordHashSum = `${BigInt(judged.recordHashSum) + 1n}`;
    await publish('intake.submission.received.v1', submissionId, received);
    await publish('inspection.submission.judged.v1', submissionId, { ...judged, recordHashSum });
    await waitFor(
      async () =>
        (
          await routing.service.database.query(
            'SELECT 1 FROM submission WHERE submission_id = $1 AND judged_at IS NOT NULL AND payload IS NOT NULL',
            [submissionId],
          )
        ).length > 0,
    );
    for (const chunk of chunks) await publish('inspection.chunk.inspected.v1', submissionId, chunk);
    const reasons = await waitFor(async () => {
      const rows = await routing.service.database.query<{ reason: string }>(
        'SELECT reason FROM dead_letter WHERE subject = $1',
        [submissionId],
      );
      return rows.length > 0 ? rows : null;
    });
    expect(reasons).toEqual([{ reason: 'routing.submission-sums-differ' }]);
    expect(await routing.isComplete(submissionId)).toBe(false);
  });

  it('seals on command one bundle per insurer and kind, and the messages tell every record once', async () => {
    const answer = await routing.service.call('/v1/sealings', { as: operator, json: { kind: 'all' } });
    expect(answer.status).toBe(200);
    const result = (await answer.json()) as { bundles: BundleView[]; returns: ReturnView[]; unfinished: [] };
    expect(result.unfinished).toEqual([]);
    const expected = new Map<string, number>();
    for (const { records, received } of fixtures) {
      for (const { verdict, insurerNumber } of records) {
        const key = `${insurerNumber} ${received.kind}`;
        if (verdict === 'accepted') expected.set(key, (expected.get(key) ?? 0) + 1);
      }
    }
    const found = new Map(result.bundles.map((one) => [`${one.insurerNumber} ${one.kind}`, one.recordCount]));
    expect([...found].sort()).toEqual([...expected].sort());
    await waitFor(() => routing.received('routing.bundle.sealed.v1').length === result.bundles.length);
    for (const message of routing.received('routing.bundle.sealed.v1')) {
      expect(message.records).toHaveLength(message.recordCount);
      expect(hashSumOf(message.records)).toBe(message.recordHashSum);
      expect(message.records.reduce((sum, { claimYen }) => sum + claimYen, 0)).toBe(message.claimYen);
    }
    const again = await jsonOf<{ bundles: []; returns: [] }>(
      routing.service.call('/v1/sealings', { as: operator, json: {} }),
    );
    expect([again.bundles, again.returns]).toEqual([[], []]);
  });

  it('gives each insurer a valid archive of 種別 3 with the bytes that were received', async () => {
    const sourceFiles = new Map<string, Buffer>();
    for (const { received } of fixtures) {
      const source = await routing.payloads.open(received.payload, 'test');
      const bytes = Buffer.from(await source.read(0, await source.size()));
      for (const [path, file] of await unzipped(bytes)) sourceFiles.set(path.split('/').at(-1)!, file);
    }
    let copied = 0;
    for (const insurer of insurers.values()) {
      for (const bundle of await bundlesOf(insurer)) {
        const bytes = await contentOf(`/v1/bundles/${bundle.bundleId}`, insurer);
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(bundle.sha256);
        const rootName = bundle.name.replace('.zip', '');
        expect(rootName).toMatch(
          new RegExp(`^${agencyNumber}_${bundle.insurerNumber}_${sealingDay}\\d_[12]$`),
        );
        const files = await unzipped(bytes);
        const paths = [...files.keys()];
        expect(paths.slice(0, 2)).toEqual([`${rootName}/ix08_V08.xml`, `${rootName}/su08_V08.xml`]);
        const index = readIndex(rootOf(files.get(paths[0]!)));
        expect([index.interactionType?.value, index.totalRecordCount?.value]).toEqual([
          '3',
          2 * bundle.recordCount,
        ]);
        const summary = readSummary(rootOf(files.get(paths[1]!)));
        expect(summary.totalSubjectCount?.value).toBe(bundle.recordCount);
        expect(summary.totalClaimAmount?.value).toBe(bundle.claimYen);
        const schemas = paths.filter((path) => path.includes('/XSD/'));
        expect(schemas.sort()).toEqual(SCHEMA_FILES.map((path) => `${rootName}/${path}`).sort());
        const documents = paths.slice(2, -schemas.length);
        const folders = documents.map((path) => path.split('/')[1]);
        expect(folders).toEqual([...folders].sort().reverse());
        for (const path of documents) {
          expect(files.get(path)?.equals(sourceFiles.get(path.split('/').at(-1)!)!)).toBe(true);
          copied += 1;
        }
        const directory = await readDirectory(new MemorySource(bytes));
        expect(isDefective(directory) ? directory : directory.recordCount).toBe(bundle.recordCount);
      }
    }
    expect(copied).toBe(2 * fixtures.reduce((sum, { judged }) => sum + judged.acceptedCount, 0));
  });

  it('gives each provider its returns: an archive of 種別 2 with reasons, and a list of what cannot be parsed', async () => {
    const [provider] = providers as [TestPartner];
    const returns = await returnsOf(provider);
    expect(returns.map(({ form, recordCount }) => [form, recordCount])).toEqual([
      ['archive', fixtures[0]!.judged.returnedCount - 1],
      ['list', 1],
    ]);
    const [archive, list] = returns as [ReturnView, ReturnView];
    const files = await unzipped(await contentOf(`/v1/returns/${archive.returnId}`, provider));
    const claims = [...files].filter(([path]) => path.includes('/CLAIMS/'));
    expect(claims).toHaveLength(archive.recordCount);
    for (const [, claim] of claims) {
      const result = rootOf(claim).child('agencyAdjudicationResult');
      expect(result?.child('interactionType')?.attribute('code')).toBe('2');
      expect(result?.child('recordDate')?.attribute('value')).toBe(sealingDay);
      expect(result?.child('reason')?.attribute('code')).toMatch(/^0[1-9]$/);
    }
    const table = (await contentOf(`/v1/returns/${list.returnId}`, provider)).toString('utf8');
    expect(table.startsWith('\ufeff受領アーカイブ,')).toBe(true);
    const unreadable = fixtures[0]!.records.filter(({ isReadable }) => !isReadable);
    expect(unreadable).toHaveLength(1);
    expect(table).toContain(unreadable[0]!.claimFile!.name);
    expect(table).toContain('X001');
    expect(list.name).toMatch(/_list-01\.csv$/);
    await waitFor(() => routing.received('routing.return.sealed.v1').length === 2);
    expect(await returnsOf(providers[1]!)).toEqual([]);
  });

  const itWithSchemas = officialSchemasPresent ? it : absent;
  itWithSchemas('writes index, summary and adjudicated claims that the official schemas accept', async () => {
    const violation = compileOfficialSchemas();
    const archives: Buffer[] = [];
    for (const insurer of insurers.values()) {
      for (const { bundleId } of await bundlesOf(insurer)) {
        archives.push(await contentOf(`/v1/bundles/${bundleId}`, insurer));
      }
    }
    for (const { returnId, form } of await returnsOf(providers[0]!)) {
      if (form === 'archive') archives.push(await contentOf(`/v1/returns/${returnId}`, providers[0]!));
    }
    for (const bytes of archives) {
      for (const [path, file] of await unzipped(bytes)) {
        if (path.includes('/XSD/')) continue;
        const [letter] = path.split('/').at(-1)!;
        const names = { i: 'ix08', s: 'su08', c: 'cc08', p: 'gc08', h: 'hc08', g: 'hg08' } as const;
        const schema = names[letter as keyof typeof names];
        // A returned result may break its schema: that is why it is returned.
        expect(`${path}: ${violation(schema, file)}`).toBe(`${path}: null`);
      }
    }
  });

  it('counts every record in exactly one state, by number, yen and hash', async () => {
    const { counts } = await jsonOf<{
      counts: {
        submissionId: string;
        stage: string;
        records: number;
        claimYen: number;
        recordHashSum: string;
      }[];
    }>(routing.service.call('/v1/record-counts', { as: operator }));
    for (const { submissionId, judged, records } of fixtures) {
      const own = counts.filter((count) => count.submissionId === submissionId);
      const taken = own.find(({ stage }) => stage === 'routing.taken');
      const parts = own.filter(({ stage }) => stage !== 'routing.taken');
      expect(taken?.recordHashSum).toBe(judged.recordHashSum);
      expect(taken?.records).toBe(records.length);
      expect(parts.reduce((sum, { records: count }) => sum + count, 0)).toBe(records.length);
      expect(parts.reduce((sum, { claimYen }) => sum + claimYen, 0)).toBe(taken?.claimYen);
      expect(parts.reduce((sum, { recordHashSum }) => sum + BigInt(recordHashSum), 0n).toString()).toBe(
        judged.recordHashSum,
      );
      expect(parts.map(({ stage }) => stage).sort()).toEqual(
        judged.returnedCount > 0 ? ['routing.return-sealed', 'routing.sealed'] : ['routing.sealed'],
      );
    }
  });

  it('holds no name, birthday or insured number in its tables and messages', async () => {
    const dump = JSON.stringify([
      await routing.service.database.query('SELECT * FROM record'),
      await routing.service.database.query('SELECT * FROM bundle'),
      await routing.service.database.query('SELECT * FROM provider_return'),
      await routing.service.database.query('SELECT * FROM mark'),
    ]);
    for (const { received } of fixtures) {
      const source = await routing.payloads.open(received.payload, 'test');
      const bytes = Buffer.from(await source.read(0, await source.size()));
      for (const [path, file] of await unzipped(bytes)) {
        if (!path.includes('/CLAIMS/')) continue;
        const text = file.toString('utf8');
        const [, name = ''] = /<name>([^<]+)<\/name>/.exec(text) ?? [];
        const [, number = ''] = /<number [^>]*extension="([^"]+)"/.exec(text) ?? [];
        expect(number.length).toBeGreaterThan(0);
        expect(name.length).toBeGreaterThan(2);
        expect(dump).not.toContain(name);
        expect(dump).not.toContain(`"${number}"`);
      }
    }
  });
});

describe('an archive that a clerk returned as a whole', () => {
  it('returns all of an archive that was returned as a whole once all is held, whatever comes first', async () => {
    const change = (record: SubmissionFixture['records'][number]) =>
      record.index === 1 ? { ...record, verdict: 'query' as const } : record;
    const { publish } = routing.service;
    for (const [at, isJudgedFirst] of [true, false].entries()) {
      const whole = await routing.fixture({
        provider: 1,
        recordCount: 6,
        sequence: 5,
        seed: 50 + at,
        change,
      });
      const { submissionId, providerNumber, received, chunks, records } = whole;
      const returned = { returnReason: '03', returnText: '質問票の変換を確認してください' };
      const judged = { ...whole.judged, acceptedCount: 0, queryCount: 0, returnedCount: 6, returned };
      const inspected = () =>
        Promise.all(chunks.map((chunk) => publish('inspection.chunk.inspected.v1', submissionId, chunk)));
      await publish('intake.submission.received.v1', submissionId, received);
      if (!isJudgedFirst) await inspected();
      await publish('inspection.submission.judged.v1', submissionId, judged, { deliveries: 2 });
      if (isJudgedFirst) await inspected();
      await routing.waitUntilComplete(submissionId);
      expect(await routing.states(submissionId)).toEqual({ returned: 6 });
      // A decision that was made before, and is late.
      const decisionId = uuidv7();
      const late = [{ ...records[1]!, verdict: 'accepted' as const }];
      const decided = { submissionId, providerNumber, kind: 'checkup' as const, decisionId, records: late };
      const message = { ...decided, cause: 'query-decided' as const };
      const { id } = await publish('inspection.records.decided.v1', submissionId, message);
      await waitFor(async () => {
        const rows = await routing.service.database.query('SELECT FROM inbox WHERE message_id = $1', [id]);
        return rows.length > 0;
      });
      expect(await routing.states(submissionId)).toEqual({ returned: 6 });
      const sealed = await routing.sealer().run('all', () => new Date());
      expect(sealed.unfinished).toEqual([]);
      expect(await routing.states(submissionId)).toEqual({ 'return-sealed': 6 });
      const texts = await routing.service.database.query(
        `SELECT DISTINCT return_reason AS "returnReason", return_text AS "returnText" FROM record WHERE submission_id = $1`,
        [submissionId],
      );
      expect(texts).toEqual([returned]);
    }
  });
});
