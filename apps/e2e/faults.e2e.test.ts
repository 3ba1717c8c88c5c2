import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { World } from '@daiko/synthetic';
import { type InventedSubmission, inventPartners, writeSubmission } from './src/bench/invented-submission.js';
import { askDaiko, checkout, runDaiko } from './src/platform/daiko-command.js';
import { insist } from './src/platform/insist.js';
import { everyServiceReady, killProcess, recovered } from './src/platform/kill-process.js';
import { LivePlatform } from './src/platform/live-platform.js';
import { processesOf } from './src/platform/own-processes.js';
import { registerPartners } from './src/platform/register-partners.js';
import { waitUntil } from './src/platform/wait-until.js';
import type { BundleView, LedgerView, ReceivedAnswer, SubmissionView } from './src/story/agency-answers.js';
import { acknowledgeAll, downloadBundles } from './src/story/downloaded-deliveries.js';

const stateFolder = join(checkout, '.daiko/faults');
const home = join(stateFolder, 'demonstration/home');
/** More than one chunk: a process dies with some of a submission done and some not. */
const recordsEach = 400;
const victims = [
  'intake',
  'front-door',
  'inspection',
  'routing',
  'billing',
  'audit',
  'identity',
  'rabbitmq',
  'postgres',
  'swift-object',
  'swift-proxy',
  'clamav',
] as const;

/** What an archive passes on its way in. */
const atTheDoor: readonly string[] = ['intake', 'front-door', 'swift-proxy', 'clamav'];

let platform: LivePlatform;
let world: World;
const submissions: InventedSubmission[] = [];
const receipts = new Map<string, ReceivedAnswer>();

beforeAll(async () => {
  world = inventPartners({ seed: 77, providers: victims.length, insurers: 3, now: new Date() });
  platform = await LivePlatform.start({ stateFolder, fresh: true });
  await registerPartners(platform, world);
  await mkdir(home, { recursive: true });
  for (const provider of victims.keys()) {
    const defects = [
      { name: 'bmi-missing', count: 20 },
      { name: 'value-implausible', count: 5 },
    ] as const;
    submissions.push(
      await writeSubmission(world, { provider, records: recordsEach, seed: 500 + provider, defects }, home),
    );
  }
}, 180_000);

afterAll(async () => {
  await platform?.stop();
}, 120_000);

/** Sends an archive until there is a receipt; the same key each time, so that it is received once. */
async function send({ provider, file, fileName }: InventedSubmission): Promise<void> {
  const door = await platform.partner(provider);
  const headers = { 'idempotency-key': `faults-${fileName}` };
  const answer = await insist(`a receipt for ${fileName}`, () => door.upload(file, fileName, headers));
  expect([200, 201]).toContain(answer.status);
  receipts.set(fileName, JSON.parse(answer.bytes.toString('utf8')) as ReceivedAnswer);
  door.close();
}

/** Resolves when some records of a submission are judged and others are not, or all are already. */
async function underWay({ provider, fileName, records }: InventedSubmission): Promise<void> {
  const door = await platform.partner(provider);
  const path = `/v1/submissions/${receipts.get(fileName)?.receiptNumber}?findingsLimit=1`;
  await waitUntil(
    `${fileName} is under way`,
    async () => (await door.json<SubmissionView>(path)).counts.pending < records,
    { deadlineMs: 60_000, everyMs: 20 },
  );
  door.close();
}

describe('Whatever dies in the middle of its work', () => {
  for (const [index, victim] of victims.entries()) {
    it(`${victim} is killed while a submission is on its way, and comes back`, async () => {
      const submission = submissions[index];
      if (submission === undefined) throw new Error('no submission');
      // What takes archives in dies while one comes in; the others die when they have some of it.
      const isAtTheDoor = atTheDoor.includes(victim);
      if (!isAtTheDoor) await send(submission);
      const sending = isAtTheDoor ? send(submission) : underWay(submission);
      if (!isAtTheDoor) await sending;
      const pid = await killProcess(platform, victim);
      await recovered(platform, victim, pid);
      await sending;
    });
  }

  it('routing is killed while it seals, and takes its plan up again', async () => {
    await everySubmissionJudged();
    const operator = await platform.operator();
    const seal = () => operator.ask('/api/routing/v1/sealings', { json: {} });
    const broken = seal().catch(() => null);
    const pid = await killProcess(platform, 'routing');
    await broken;
    await recovered(platform, 'routing', pid);
    const accepted = submissions.reduce((sum, each) => sum + each.accepted, 0);
    await waitUntil(
      'every accepted record is in a bundle',
      async () => {
        await insist('a sealing', seal);
        const { bundles } = await operator.json<{ bundles: BundleView[] }>('/v1/bundles?limit=1000');
        return bundles.reduce((sum, { recordCount }) => sum + recordCount, 0) === accepted;
      },
      { deadlineMs: 60_000 },
    );
    operator.close();
  });
});

describe('nothing is lost and nothing is there twice', () => {
  it('every acknowledged submission is judged, each record as its generator knows it must', async () => {
    expect(receipts.size).toBe(victims.length);
    const views = await everySubmissionJudged();
    for (const { fileName, records, accepted } of submissions) {
      expect({ fileName, counts: views.get(fileName)?.counts }).toEqual({
        fileName,
        counts: { records, accepted, returned: 20, query: 5, held: 0, refused: 0, pending: 0 },
      });
    }
  });

  it('every accepted record is in exactly one bundle', async () => {
    const insurers = world.insurers.map(({ number }) => number);
    const bundles = await downloadBundles(platform, { insurers }, home);
    const digests = bundles.flatMap(({ resultDigests }) => resultDigests);
    expect(new Set(digests).size).toBe(digests.length);
    expect(digests.length).toBe(submissions.reduce((sum, { accepted }) => sum + accepted, 0));
    const providers = world.providers.map(({ number }) => number);
    await acknowledgeAll(platform, { insurers, providers });
  });

  it('the ledger balances, by records, yen and the sum of record hashes', async () => {
    const ledger = await waitUntil(
      'the ledger is settled',
      async () => {
        const { exitCode, stdout } = await runDaiko(['ledger', '--settled', '--format', 'json'], {
          stateFolder,
        });
        return exitCode === 0 ? (JSON.parse(stdout) as LedgerView) : null;
      },
      { deadlineMs: 60_000 },
    );
    expect(ledger.received.records).toBe(victims.length * recordsEach);
    expect(ledger.returned.records).toBe(victims.length * 20);
    expect(ledger.inProgress.records).toBe(victims.length * 5);
    expect(ledger.delivered.records).toBe(victims.length * (recordsEach - 25));
  });

  it('the trail of marks is whole across all deaths, and no message is left over', async () => {
    const verified = await waitUntil(
      'the trail is whole',
      async () => (await runDaiko(['audit', 'verify'], { stateFolder })).exitCode === 0,
      { deadlineMs: 60_000 },
    );
    expect(verified).toBe(true);
    const left = await askDaiko<unknown[]>(stateFolder, ['dead-letters', 'list']);
    if (left.length > 0) {
      await askDaiko(stateFolder, ['dead-letters', 'replay']);
      await waitUntil(
        'no dead letter is left',
        async () => (await askDaiko<unknown[]>(stateFolder, ['dead-letters', 'list'])).length === 0,
        { deadlineMs: 60_000 },
      );
    }
    await everyServiceReady(platform);
  });

  it('the supervisor dies as well: nothing of it survives, and the next start takes everything up', async () => {
    process.kill(platform.pid, 'SIGKILL');
    await waitUntil('nothing survives', async () => (await processesOf(stateFolder)).length === 0, {
      deadlineMs: 40_000,
    });
    platform = await LivePlatform.start({ stateFolder });
    const ledger = await askDaiko<LedgerView>(stateFolder, ['ledger', '--settled']);
    expect(ledger.delivered.records).toBe(victims.length * (recordsEach - 25));
    expect(await askDaiko(stateFolder, ['audit', 'verify'])).toMatchObject({ ok: true });
  });

  it('and it still ends in order', async () => {
    expect(await platform.stop()).toBe(0);
    expect(await processesOf(stateFolder)).toEqual([]);
  });
});

async function everySubmissionJudged(): Promise<Map<string, SubmissionView>> {
  const views = new Map<string, SubmissionView>();
  for (const { provider, fileName } of submissions) {
    const door = await platform.partner(provider);
    const path = `/v1/submissions/${receipts.get(fileName)?.receiptNumber}?findingsLimit=1`;
    let last: SubmissionView | null = null;
    const view = await waitUntil(
      `${fileName} is judged`,
      async () => {
        last = JSON.parse(
          (await insist('a look', () => door.ask(path))).bytes.toString('utf8'),
        ) as SubmissionView;
        return last.state === 'judged' ? last : null;
      },
      { deadlineMs: 100_000, state: () => last },
    );
    views.set(fileName, view);
    door.close();
  }
  return views;
}
