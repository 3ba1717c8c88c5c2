import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '@daiko/messaging';
import { Database } from '@daiko/persistence';
import { defineConfig, defineService } from '@daiko/service';
import { startTestService, type TestPartner, type TestService, waitFor } from '@daiko/testing';
import { SignCheckpoint } from '../src/checkpoint/sign-checkpoint.js';
import type { AuditKeys } from '../src/config.js';
import { definition } from '../src/main.js';
import { readArrival } from '../src/trail/arrival.js';
import { digestOf } from '../src/trail/mark-hash.js';
import { MarkBatch } from '../src/trail/mark-batch.js';
import type { Verification } from '../src/verification/verify-trail.js';
import { chainOf } from './chain.js';
import { rootByProof } from './root-by-proof.js';

class NoModule {}

interface Proof {
  hash: string;
  leafIndex: number;
  treeSize: number;
  rootHash: string;
  proof: string[];
}

describe('audit', () => {
  let folder: string;
  let audit: TestService<AuditKeys>;
  let intake: TestService;
  let operator: TestPartner;

  const verify = async () => {
    const response = await audit.call('/v1/verification', { as: operator });
    expect(response.status).toBe(200);
    return (await response.json()) as Verification;
  };
  const taken = async (stream: string) => {
    const [row] = await audit.database.query<{ sequence: number }>(
      'SELECT sequence FROM trail_stream WHERE stream = $1',
      [stream],
    );
    return row?.sequence ?? 0;
  };
  const access = (objectId: string) => ({
    actorId: 'test',
    credentialId: null,
    action: 'submission:read',
    objectKind: 'submission',
    objectId,
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'audit-'));
    audit = await startTestService(definition, {
      config: {
        DAIKO_AUDIT_CHECKPOINT_KEY_FOLDER: join(folder, 'keys'),
        DAIKO_AUDIT_CHECKPOINT_INTERVAL_SECONDS: 1,
        DAIKO_AUDIT_GAP_WINDOW_SECONDS: 1,
      },
    });
    operator = await audit.testPartner({ kind: 'operator', number: 'operator' });
    const neighbour = defineService({
      name: 'intake',
      config: defineConfig({}),
      migrationsFolder: await mkdtemp(join(folder, 'none-')),
      module: () => NoModule,
    });
    intake = await startTestService(neighbour, { beside: audit as unknown as TestService });
  });
  afterAll(async () => {
    await intake?.stop();
    await audit?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes in the marks of a neighbour and its own, over the broker, and finds them whole', async () => {
    const unitOfWork = intake.app.get(UnitOfWork);
    for (let turn = 0; turn < 20; turn += 1) {
      await unitOfWork.run(async (tx) => tx.recordAccess(access(`first-${turn}`)));
    }
    const stream = await unitOfWork.stream();
    await waitFor(async () => (await taken(stream)) >= 20);
    await verify();
    await waitFor(async () => (await verify()).streams >= 2);
    const result = await verify();
    expect(result).toMatchObject({ ok: true, firstBad: null, alarms: 0 });
    expect(result.marks).toBeGreaterThan(20);
  });

  it('signs checkpoints with a key that only its owner reads, and says so to the others', async () => {
    await waitFor(() => audit.received('audit.checkpoint.signed.v1').length > 0);
    const [file] = await readdir(join(folder, 'keys'));
    expect((await stat(join(folder, 'keys', String(file)))).mode & 0o777).toBe(0o600);
    const response = await audit.call('/v1/checkpoint', { as: operator });
    const checkpoint = (await response.json()) as { treeSize: number; heads: unknown[]; streamCount: number };
    expect(checkpoint.heads).toHaveLength(checkpoint.streamCount);
    const keys = (await (await audit.call('/.well-known/daiko/checkpoint-keys.json')).json()) as {
      keys: object[];
    };
    expect(keys.keys).toEqual([expect.objectContaining({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' })]);
    expect(JSON.stringify(keys)).not.toContain('"d"');
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('shows who did what, by actor, object and action, page by page, and leaves a mark of the looking', async () => {
    const list = async (query: string) =>
      (await (await audit.call(`/v1/marks?${query}`, { as: operator })).json()) as {
        items: { number: number; data: { objectId: string } }[];
        next: number | null;
      };
    expect((await list('object=first-3')).items.map(({ data }) => data.objectId)).toEqual(['first-3']);
    const first = await list('actor=test&action=submission:read&limit=15');
    const rest = await list(`actor=test&action=submission:read&limit=15&after=${first.next}`);
    expect([first.items.length, rest.items.length, rest.next]).toEqual([15, 5, null]);
    await waitFor(
      async () => (await list(`actor=${operator.partnerId}&action=audit:read`)).items.length >= 3,
    );
  });

  it('proves that a mark is in a signed checkpoint, to one who trusts nothing but the root', async () => {
    const [mark] = await audit.database.query<{ id: string; hash: string }>(
      "SELECT id, hash FROM trail_mark WHERE object_id = 'first-5'",
    );
    const answer = await waitFor(async () => {
      const response = await audit.call(`/v1/proofs/${mark?.id}`, { as: operator });
      return response.status === 200 ? ((await response.json()) as Proof) : null;
    });
    const { hash, leafIndex, treeSize, rootHash, proof } = answer;
    expect(hash).toBe(mark?.hash);
    expect(rootByProof(hash, leafIndex, treeSize, proof)).toBe(rootHash);
    expect(audit.received('audit.checkpoint.signed.v1').map(({ data }) => data.rootHash)).toContain(rootHash);
    const unknown = await audit.call('/v1/proofs/00000000-0000-4000-8000-000000000000', { as: operator });
    expect(unknown.status).toBe(404);
  });

  it('lets its own role change nothing of the trail', async () => {
    for (const table of ['trail_mark', 'checkpoint', 'trail_alarm']) {
      await expect(audit.database.query(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
    }
    await expect(audit.database.query("UPDATE trail_mark SET subject = 'x'")).rejects.toThrow(
      /permission denied/,
    );
  });

  it('names exactly the mark that was changed in the store, whatever of it was changed', async () => {
    const [mark] = await audit.database.query<{ stream: string; sequence: number }>(
      "SELECT stream, sequence FROM trail_mark WHERE object_id = 'first-7'",
    );
    const at = [mark?.stream, mark?.sequence];
    const changes = [
      ["subject = 'other'", 'hash-wrong'],
      ["actor_id = 'somebody-else'", 'body-changed'],
      ["body = replace(body, 'allowed', 'denied')", 'body-changed'],
    ];
    for (const [change, code] of changes) {
      const [before] = await audit.everything.query<{ subject: string; actor_id: string; body: string }>(
        'SELECT subject, actor_id, body FROM audit.trail_mark WHERE stream = $1 AND sequence = $2',
        at,
      );
      await audit.everything.query(
        `UPDATE audit.trail_mark SET ${change} WHERE stream = $1 AND sequence = $2`,
        at,
      );
      expect(await verify()).toMatchObject({ ok: false, firstBad: { ...mark, code } });
      await audit.everything.query(
        'UPDATE audit.trail_mark SET subject = $3, actor_id = $4, body = $5 WHERE stream = $1 AND sequence = $2',
        [...at, before?.subject, before?.actor_id, before?.body],
      );
    }
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('names a mark that was taken out of the middle, and the first one of an end that was cut off', async () => {
    const [mark] = await audit.database.query<{ stream: string; sequence: number }>(
      "SELECT stream, sequence FROM trail_mark WHERE object_id = 'first-9'",
    );
    const cut = async (condition: string) => {
      await audit.everything.query(
        `CREATE TABLE audit.cut AS SELECT * FROM audit.trail_mark WHERE ${condition}`,
      );
      await audit.everything.query(`DELETE FROM audit.trail_mark WHERE ${condition}`);
      const { firstBad } = await verify();
      await audit.everything.query('INSERT INTO audit.trail_mark SELECT * FROM audit.cut');
      await audit.everything.query('DROP TABLE audit.cut');
      return firstBad;
    };
    const inStream = `stream = '${mark?.stream}'`;
    expect(await cut(`${inStream} AND sequence = ${mark?.sequence}`)).toMatchObject({
      ...mark,
      code: 'missing',
    });
    expect(await cut(`${inStream} AND sequence >= ${mark?.sequence}`)).toMatchObject({
      ...mark,
      code: 'missing',
    });
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('notices marks that were all written anew, by the checkpoint that was signed over the old ones', async () => {
    await audit.app.get(SignCheckpoint).sign(new Date());
    const [latest] = await audit.database.query<{ size: number; root: string }>(
      'SELECT tree_size AS size, root_hash AS root FROM checkpoint ORDER BY tree_size DESC LIMIT 1',
    );
    const change = (rootHash?: string) =>
      audit.everything.query('UPDATE audit.checkpoint SET root_hash = $1 WHERE tree_size = $2', [
        rootHash,
        latest?.size,
      ]);
    await change('0'.repeat(64));
    expect((await verify()).firstBad).toMatchObject({ code: 'checkpoint-differs' });
    await change(latest?.root);
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('names the first mark of an end that a service lost before it was relayed, by the head it has reported', async () => {
    await intake.stopService();
    const aside = await Database.connect(audit.everything.configOf('intake', 'role'));
    const unitOfWork = new UnitOfWork({ service: 'intake', database: aside, now: () => new Date() });
    for (const objectId of ['lost-1', 'lost-2', 'lost-3']) {
      await unitOfWork.run(async (tx) => tx.recordAccess(access(objectId)));
    }
    const stream = await unitOfWork.stream();
    await aside.close();
    await audit.everything.query('DELETE FROM intake.mark WHERE stream = $1 AND sequence > 1', [stream]);
    await intake.start();
    const result = await waitFor(async () => {
      const answer = await verify();
      return answer.firstBad?.sequence === 2 ? answer : null;
    });
    expect(result.firstBad).toMatchObject({ stream, sequence: 2, code: 'missing' });
    expect(result.firstBad?.whyJa).toContain('欠けて');
  });
});

describe('the trail under load and disorder', () => {
  let folder: string;
  let audit: TestService<AuditKeys>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'audit-'));
    audit = await startTestService(definition, {
      config: { DAIKO_AUDIT_CHECKPOINT_KEY_FOLDER: folder, DAIKO_AUDIT_GAP_WINDOW_SECONDS: 3600 },
    });
  });
  afterAll(async () => {
    await audit?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes 3,000 marks of three streams, shuffled and doubled, in batches, into one whole trail', async () => {
    const batch = audit.app.get(MarkBatch);
    const chains = [chainOf(1000), chainOf(1000, 'routing'), chainOf(1000, 'billing')];
    const all = [...chains.flat(), ...chains.flat()].map((envelope, place) => ({
      envelope,
      weight: digestOf(`${envelope.id} ${place}`),
    }));
    all.sort((a, b) => (a.weight < b.weight ? -1 : 1));
    await Promise.all(all.map(({ envelope }) => batch.add(readArrival(envelope))));
    for (const chain of chains) {
      const marks = await audit.database.query(
        'SELECT hash FROM trail_mark WHERE stream = $1 ORDER BY leaf_index',
        [chain[0]?.chain?.stream],
      );
      expect(marks.map(({ hash }) => hash)).toEqual(chain.map(({ chain: place }) => place?.hash));
    }
    expect(await audit.database.query('SELECT 1 FROM trail_parked')).toEqual([]);
    expect(await audit.database.query('SELECT 1 FROM trail_alarm')).toEqual([]);
    const operator = await audit.testPartner({ kind: 'operator', number: 'operator' });
    const result = (await (await audit.call('/v1/verification', { as: operator })).json()) as Verification;
    expect(result).toMatchObject({ ok: true });
  });

  it('takes wave after wave, each begun the moment the one before is committed', async () => {
    const batch = audit.app.get(MarkBatch);
    const chain = chainOf(640);
    const begunAt = Date.now();
    for (let start = 0; start < chain.length; start += 64) {
      await Promise.all(chain.slice(start, start + 64).map((envelope) => batch.add(readArrival(envelope))));
    }
    // Nothing waits for the next heartbeat (10 s) to be noticed.
    expect(Date.now() - begunAt).toBeLessThan(8_000);
  });

  it('keeps a stream with a gap waiting without holding up the others, and names a mark that claims a taken place', async () => {
    const batch = audit.app.get(MarkBatch);
    const [first, second, third] = chainOf(3, 'inspection');
    await batch.add(readArrival(first!));
    await batch.add(readArrival(third!));
    const other = chainOf(2, 'identity');
    for (const envelope of other) await batch.add(readArrival(envelope));
    const streamEnd = async (stream?: string) =>
      (await audit.database.query('SELECT sequence FROM trail_stream WHERE stream = $1', [stream]))[0];
    expect(await streamEnd(other[0]?.chain?.stream)).toEqual({ sequence: 2 });
    expect(await streamEnd(first?.chain?.stream)).toEqual({ sequence: 1 });
    await batch.add(readArrival(second!));
    expect(await streamEnd(first?.chain?.stream)).toEqual({ sequence: 3 });
    const arrival = readArrival(second!);
    if (!('mark' in arrival)) throw new Error('not a mark');
    await batch.add({ mark: { ...arrival.mark, hash: 'f'.repeat(64) } });
    const operator = await audit.testPartner({ kind: 'operator', number: 'operator-2' });
    const result = (await (await audit.call('/v1/verification', { as: operator })).json()) as Verification;
    expect(result).toMatchObject({
      ok: false,
      alarms: 1,
      firstBad: { stream: first?.chain?.stream, sequence: 2, code: 'place-taken' },
    });
  });
});
