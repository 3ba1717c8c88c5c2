import { type TestPartner, waitFor } from '@daiko/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { RoutingUnderTest } from './routing-under-test.js';
import { type SubmissionFixture, world } from './submission-fixture.js';

interface BundleView {
  bundleId: string;
  name: string;
  state: string;
  recordCount: number;
  claimYen: number;
  sha256: string;
  sizeBytes: number;
  cursor: string;
}

let routing: RoutingUnderTest;
let fixture: SubmissionFixture;
let insurer: TestPartner;
let other: TestPartner;
let provider: TestPartner;
let operator: TestPartner;
const now = () => new Date();

async function list(
  as: TestPartner,
  query = '',
): Promise<{ bundles: BundleView[]; next: string | null; cursor: string | null }> {
  const answer = await routing.service.call(`/v1/bundles${query}`, { as });
  expect(answer.status).toBe(200);
  return (await answer.json()) as { bundles: BundleView[]; next: string | null; cursor: string | null };
}
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
const accessMarks = () => routing.received('routing.access.recorded.v1');

beforeAll(async () => {
  routing = await RoutingUnderTest.start();
  fixture = await routing.fixture({
    recordCount: 30,
    seed: 5,
    change: (record) =>
      record.index === 0
        ? { ...record, verdict: 'returned', returnReason: '07', returnText: '[P006]請求金額が合いません。' }
        : record,
  });
  const numbers = fixture.records
    .filter(({ verdict }) => verdict === 'accepted')
    .map(({ insurerNumber }) => insurerNumber!);
  const [first] = numbers as [string];
  const second = world.insurers.find(({ number }) => number !== first)!.number;
  insurer = await routing.service.testPartner({ kind: 'insurer', number: first });
  other = await routing.service.testPartner({ kind: 'insurer', number: second });
  provider = await routing.service.testPartner({ kind: 'provider', number: fixture.providerNumber });
  operator = await routing.service.testPartner({ kind: 'operator', number: 'operator' });
  await routing.take(fixture);
  await routing.sealer().run('all', now);
});
afterAll(() => routing?.stop());

describe('download of a bundle', () => {
  it('is whole, in parts, and the parts are the whole; each with its mark before the first byte', async () => {
    const [bundle] = (await list(insurer)).bundles as [BundleView];
    const path = `/v1/bundles/${bundle.bundleId}/content`;
    const whole = await routing.service.call(path, { as: insurer });
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect([whole.status, bytes.length]).toEqual([200, bundle.sizeBytes]);
    const digest = createHash('sha256').update(bytes);
    const etag = whole.headers.get('etag')!;
    expect(etag).toBe(`"${bundle.sha256}"`);
    expect(whole.headers.get('content-digest')).toBe(`sha-256=:${digest.digest('base64')}:`);
    expect(whole.headers.get('content-disposition')).toBe(`attachment; filename="${bundle.name}"`);

    const half = Math.floor(bytes.length / 2);
    const parts: Buffer[] = [];
    for (const range of [`bytes=0-${half - 1}`, `bytes=${half}-`]) {
      const part = await routing.service.call(path, { as: insurer, headers: { range, 'if-range': etag } });
      expect(part.status).toBe(206);
      expect(part.headers.get('content-digest')).toBeNull();
      expect(part.headers.get('repr-digest')).toBe(whole.headers.get('content-digest'));
      parts.push(Buffer.from(await part.arrayBuffer()));
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    const changed = await routing.service.call(path, {
      as: insurer,
      headers: { range: 'bytes=0-9', 'if-range': '"other"' },
    });
    expect([changed.status, (await changed.arrayBuffer()).byteLength]).toEqual([200, bytes.length]);
    const same = await routing.service.call(path, { as: insurer, headers: { 'if-none-match': etag } });
    expect(same.status).toBe(304);
    const beyond = await routing.service.call(path, {
      as: insurer,
      headers: { range: `bytes=${bytes.length}-` },
    });
    expect(beyond.headers.get('content-range')).toBe(`bytes */${bytes.length}`);
    expect(await codeOf(beyond)).toEqual([416, 'routing.range-not-satisfiable']);
    const marks = await waitFor(() => {
      const reads = accessMarks().filter(({ action }) => action === 'bundle:read');
      return reads.length >= 4 ? reads : null;
    });
    expect(marks).toHaveLength(4);
    expect(marks[0]).toMatchObject({
      objectId: bundle.bundleId,
      recordCount: bundle.recordCount,
      actorId: insurer.partnerId,
    });
    expect(routing.received('routing.key.used.v1').some(({ purpose }) => purpose === 'bundle-download')).toBe(
      true,
    );
  });

  it('is for its insurer alone: to another it does not exist, an operator sees the list without the content', async () => {
    const [bundle] = (await list(insurer)).bundles as [BundleView];
    const path = `/v1/bundles/${bundle.bundleId}`;
    for (const suffix of ['', '/content']) {
      expect(await codeOf(await routing.service.call(path + suffix, { as: other }))).toEqual([
        404,
        'routing.bundle-unknown',
      ]);
    }
    const acknowledgement = { as: other, json: { sha256: bundle.sha256 } };
    expect((await routing.service.call(`${path}/acknowledgement`, acknowledgement)).status).toBe(404);
    const refusal = { as: other, json: { reason: 'unreadable' } };
    expect((await routing.service.call(`${path}/refusal`, refusal)).status).toBe(404);
    expect((await routing.service.call(`${path}/content`, { as: provider })).status).toBe(403);
    expect((await routing.service.call(`${path}/content`, { as: operator })).status).toBe(403);
    expect((await routing.service.call(`${path}/content`)).status).toBe(401);
    expect((await routing.service.call('/v1/bundles/..%2f', { as: insurer })).status).toBe(404);
    const all = (await list(operator)).bundles.map(({ bundleId }) => bundleId);
    expect(all).toEqual(expect.arrayContaining([bundle.bundleId]));
    expect(all.length).toBeGreaterThan((await list(insurer)).bundles.length);
  });

  it('breaks or fails where the stored bytes were tampered with, and never sends what was not sealed', async () => {
    const [bundle] = (await list(other)).bundles as [BundleView];
    const [row] = await routing.service.database.query<{ key: string }>(
      `SELECT payload ->> 'objectKey' AS key FROM bundle WHERE bundle_id = $1`,
      [bundle.bundleId],
    );
    const stored = await routing.bucket.client.getObject(routing.bucket.name, row!.key);
    const parts: Buffer[] = [];
    for await (const part of stored) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const tampered = Buffer.from(body);
    tampered[Math.floor(body.length / 2)]! ^= 1;
    await routing.bucket.client.putObject(routing.bucket.name, row!.key, tampered);
    const answer = await routing.service.call(`/v1/bundles/${bundle.bundleId}/content`, { as: other });
    expect(answer.status).toBe(500);
    expect(['content-digest', 'etag', 'content-disposition'].map((name) => answer.headers.get(name))).toEqual(
      [null, null, null],
    );
    await answer.text();
    await routing.bucket.client.putObject(routing.bucket.name, row!.key, body);
  });
});

describe('the list of bundles', () => {
  it('goes on from a cursor with what is new, a page at a time, filtered by state', async () => {
    const { bundles, next, cursor } = await list(operator);
    expect([next, cursor]).toEqual([null, bundles.at(-1)?.cursor]);
    const seen: string[] = [];
    for (let after: string | null = '0'; after !== null;) {
      const page = await list(operator, `?limit=1&after=${after}`);
      seen.push(...page.bundles.map(({ bundleId }) => bundleId));
      after = page.next;
    }
    expect(seen).toEqual(bundles.map(({ bundleId }) => bundleId));
    expect((await list(operator, `?after=${cursor}`)).bundles).toEqual([]);
    expect((await list(operator, `?after=${cursor}`)).cursor).toBe(cursor);
    expect((await list(operator, '?state=voided')).bundles).toEqual([]);
    for (const query of ['?state=planned', '?after=x', '?limit=0', '?limit=100000']) {
      expect((await routing.service.call(`/v1/bundles${query}`, { as: insurer })).status).toBe(400);
    }
  });
});

describe('refusal and acknowledgement', () => {
  let refused: BundleView;

  it('a refused bundle is voided with its mirrored message; its records go into a new bundle at the next sealing', async () => {
    [refused] = (await list(insurer)).bundles as [BundleView];
    const path = `/v1/bundles/${refused.bundleId}`;
    const badReason = await routing.service.call(`${path}/refusal`, {
      as: insurer,
      json: { reason: '読めない' },
    });
    expect((await codeOf(badReason))[0]).toBe(400);
    for (let times = 0; times < 2; times += 1) {
      const answer = await routing.service.call(`${path}/refusal`, {
        as: insurer,
        json: { reason: 'unreadable' },
      });
      expect([answer.status, ((await answer.json()) as BundleView).state]).toEqual([200, 'voided']);
    }
    await waitFor(() => routing.received('routing.bundle.voided.v1').length > 0);
    expect(routing.received('routing.bundle.voided.v1')).toEqual([
      expect.objectContaining({
        bundleId: refused.bundleId,
        recordCount: refused.recordCount,
        claimYen: refused.claimYen,
        reason: 'unreadable',
      }),
    ]);
    expect((await routing.states(fixture.submissionId)).accepted).toBe(refused.recordCount);
    expect(await codeOf(await routing.service.call(`${path}/content`, { as: insurer }))).toEqual([
      410,
      'routing.content-withdrawn',
    ]);
    const late = { as: insurer, json: { sha256: refused.sha256 } };
    expect(await codeOf(await routing.service.call(`${path}/acknowledgement`, late))).toEqual([
      409,
      'routing.bundle-voided',
    ]);

    await routing.sealer().run('bundles', now);
    const fresh = (await list(insurer, `?after=${refused.cursor}`)).bundles.filter(
      ({ state }) => state === 'sealed',
    );
    expect(fresh).toHaveLength(1);
    expect(fresh[0]).toMatchObject({ recordCount: refused.recordCount, claimYen: refused.claimYen });
    expect(fresh[0]?.name).not.toBe(refused.name);
  });

  it('an acknowledgement needs the digest of what was received, delivers the records once, and cannot be taken back', async () => {
    const bundle = (await list(insurer, '?state=sealed')).bundles[0]!;
    const path = `/v1/bundles/${bundle.bundleId}`;
    const acknowledge = (sha256: string) =>
      routing.service.call(`${path}/acknowledgement`, { as: insurer, json: { sha256 } });
    expect(await codeOf(await acknowledge('0'.repeat(64)))).toEqual([409, 'routing.digest-differs']);
    expect((await acknowledge('no digest')).status).toBe(400);
    const answers = await Promise.all([1, 2, 3].map(() => acknowledge(bundle.sha256)));
    const bodies = await Promise.all(answers.map((answer) => answer.json() as Promise<BundleView>));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    await waitFor(() => routing.received('routing.bundle.acknowledged.v1').length > 0);
    expect(routing.received('routing.bundle.acknowledged.v1')).toHaveLength(1);
    expect((await routing.states(fixture.submissionId)).delivered).toBe(bundle.recordCount);
    const refusal = { as: insurer, json: { reason: 'unreadable' } };
    expect(await codeOf(await routing.service.call(`${path}/refusal`, refusal))).toEqual([
      409,
      'routing.bundle-acknowledged',
    ]);
    expect((await routing.service.call(`${path}/content`, { as: insurer })).status).toBe(200);
  });

  it('a provider acknowledges its return by its digest', async () => {
    const answer = await routing.service.call('/v1/returns', { as: provider });
    const { returns } = (await answer.json()) as {
      returns: { returnId: string; sha256: string; state: string }[];
    };
    expect(returns).toHaveLength(1);
    const [found] = returns as [(typeof returns)[number]];
    const path = `/v1/returns/${found.returnId}`;
    const downloaded = await routing.service.call(`${path}/content`, { as: provider });
    const sha256 = createHash('sha256')
      .update(Buffer.from(await downloaded.arrayBuffer()))
      .digest('hex');
    expect(sha256).toBe(found.sha256);
    const wrong = await routing.service.call(`${path}/acknowledgement`, {
      as: provider,
      json: { sha256: 'f'.repeat(64) },
    });
    expect(await codeOf(wrong)).toEqual([409, 'routing.digest-differs']);
    for (let times = 0; times < 2; times += 1) {
      const done = await routing.service.call(`${path}/acknowledgement`, { as: provider, json: { sha256 } });
      expect([done.status, ((await done.json()) as { state: string }).state]).toEqual([200, 'acknowledged']);
    }
    await waitFor(() => routing.received('routing.return.acknowledged.v1').length > 0);
    expect(routing.received('routing.return.acknowledged.v1')).toHaveLength(1);
    expect((await routing.states(fixture.submissionId))['return-sealed']).toBe(1);
  });
});
