import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageData, ReplyRecord } from '@daiko/contracts';
import { isDefective, MemorySource, readDirectory } from '@daiko/exchange-format';
import { defaultSettings, inspectRecords, toInspectedRecord } from '@daiko/inspection-rules';
import { answerBundle } from '@daiko/synthetic';
import { waitFor } from '@daiko/testing';
import { v7 as uuidv7 } from 'uuid';
import { unzipped } from './read-archive.js';
import { RoutingUnderTest } from './routing-under-test.js';
import { agencyNumber, type SubmissionFixture, today } from './submission-fixture.js';

let routing: RoutingUnderTest;
let fixture: SubmissionFixture;
let bundle: { bundleId: string; insurerNumber: string; sha256: string; kind: 'checkup'; payload: never };

const now = () => new Date();
const bytesOf = async (payload: never) => {
  const source = await routing.payloads.open(payload, 'test');
  return Buffer.from(await source.read(0, await source.size()));
};

beforeAll(async () => {
  routing = await RoutingUnderTest.start();
  fixture = await routing.fixture({ recordCount: 12, seed: 61 });
  await routing.take(fixture);
  await routing.sealer().run('bundles', now);
  [bundle] = (await routing.service.database.query(
    `SELECT bundle_id AS "bundleId", insurer_number AS "insurerNumber", sha256, kind, payload FROM bundle
     ORDER BY record_count DESC LIMIT 1`,
  )) as [typeof bundle];
});
afterAll(() => routing?.stop());

/** What inspection would say of an insurer's return of records of the bundle. */
async function reply(seed: number, change: Partial<MessageData<'inspection.reply.judged.v1'>> = {}) {
  const session = await routing.payloads.seal({
    service: 'intake',
    owner: 'platform',
    retention: 'transit',
    purpose: 'submission',
    now: now(),
  });
  const chunks: Uint8Array[] = [];
  const answer = { exchange: '4', date: today, sequence: 0, seed, recordCount: 2, reasonCode: '06' } as const;
  const written = await answerBundle(
    new MemorySource(await bytesOf(bundle.payload)),
    answer,
    async (chunk) => {
      chunks.push(Uint8Array.from(chunk));
      await session.write(chunk);
    },
  );
  const payload = await session.finish();
  const source = new MemorySource(Buffer.concat(chunks));
  const directory = await readDirectory(source);
  if (isDefective(directory)) throw new Error('the reply is defective');
  const records: ReplyRecord[] = [];
  const settings = defaultSettings(agencyNumber);
  for await (const report of inspectRecords(source, directory, [0, 1], settings, today)) {
    const { index, claim, result, claimFile, findings } = toInspectedRecord(report);
    const isTaken = report.verdict === 'accepted';
    const returnReason = report.insurerReason ?? null;
    records.push({ index, isTaken, returnReason, claimYen: claim!.claimYen, result, claimFile, findings });
  }
  const data: MessageData<'inspection.reply.judged.v1'> = {
    replyId: uuidv7(),
    insurerNumber: bundle.insurerNumber,
    interactionType: '4',
    kind: 'checkup',
    rootName: written.rootName,
    payload,
    verdict: 'accepted',
    partIndex: 0,
    partCount: 1,
    findings: [],
    records,
    ...change,
  };
  await routing.service.publish('inspection.reply.judged.v1', data.replyId, data, {
    deliveries: 2,
    source: 'inspection',
  });
  const answered = await waitFor(() =>
    routing.received('routing.records.sent-back.v1').find(({ replyId }) => replyId === data.replyId),
  );
  const claims = (await unzipped(Buffer.concat(chunks))).entries();
  return { answered, claims: new Map([...claims].filter(([path]) => path.includes('/CLAIMS/'))) };
}

const rulesOf = ({ records }: MessageData<'routing.records.sent-back.v1'>) =>
  records.map(({ original, findings }) =>
    original === null ? findings.map(({ rule }) => rule).join() : 'taken',
  );

// 返戻 of an insurer: a delivered record goes back once, to its provider, with the claim that the insurer wrote.
describe('an insurer returns what it was delivered', () => {
  it('takes nothing back that is not acknowledged yet', async () => {
    expect(rulesOf((await reply(1)).answered)).toEqual(['R004', 'R004']);
  });

  it('takes back what it delivered, once, and from no other insurer', async () => {
    const insurer = await routing.service.testPartner({ kind: 'insurer', number: bundle.insurerNumber });
    const path = `/v1/bundles/${bundle.bundleId}/acknowledgement`;
    const json = { sha256: bundle.sha256 };
    expect((await routing.service.call(path, { as: insurer, method: 'POST', json })).status).toBe(200);
    expect(rulesOf((await reply(1, { insurerNumber: '06999981' })).answered)).toEqual(['R004', 'R004']);
    const { answered, claims } = await reply(1);
    expect(rulesOf(answered)).toEqual(['taken', 'taken']);
    for (const { original } of answered.records) {
      expect(original).toMatchObject({
        submissionId: fixture.submissionId,
        providerNumber: fixture.providerNumber,
      });
    }
    expect(await routing.states(fixture.submissionId)).toMatchObject({ 'sent-back': 2 });
    expect(rulesOf((await reply(1)).answered)).toEqual(['R004', 'R004']);

    await routing.sealer().run('returns', now);
    const sealed = await waitFor(() => routing.received('routing.return.sealed.v1')[0]);
    expect(sealed).toMatchObject({ recordCount: 2, form: 'archive' });
    expect(await routing.states(fixture.submissionId)).toMatchObject({ 'return-sealed': 2 });
    const [row] = (await routing.service.database.query(`SELECT payload, origin FROM provider_return`)) as {
      payload: never;
      origin: string;
    }[];
    expect(row!.origin).toBe('insurer');
    const returned = [...(await unzipped(await bytesOf(row!.payload)))].filter(([file]) =>
      file.includes('/CLAIMS/'),
    );
    const texts = (files: Iterable<Buffer>) => [...files].map(String).sort();
    expect(texts(returned.map(([, bytes]) => bytes))).toEqual(texts(claims.values()));
  });
});
