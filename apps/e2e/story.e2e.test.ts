import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseXml, readSummary } from '@daiko/exchange-format';
import { Database } from '@daiko/persistence';
import { claimsIn } from './src/archive/claim-view.js';
import { schemaOf, schemaOracle } from './src/archive/schema-oracle.js';
import { collectPersonalValues, type PersonalValues } from './src/leak/personal-values.js';
import {
  objectStoreSecret,
  searchDatabase,
  searchFiles,
  searchMetrics,
  searchObjects,
} from './src/leak/search-places.js';
import { isDigits, ValueFinder } from './src/leak/value-finder.js';
import { askDaiko, checkout, runDaiko } from './src/platform/daiko-command.js';
import { everyPage } from './src/platform/door.js';
import { forgetStateFolder, LivePlatform } from './src/platform/live-platform.js';
import { processesOf } from './src/platform/own-processes.js';
import { connectSuperuser, portsOf } from './src/platform/superuser.js';
import { waitUntil } from './src/platform/wait-until.js';
import type {
  BundleView,
  FindingView,
  InvoiceView,
  LedgerView,
  ReceivedAnswer,
  SubmissionView,
} from './src/story/agency-answers.js';
import {
  acknowledgeAll,
  type DownloadedBundle,
  type DownloadedReturn,
  downloadBundles,
  downloadReturns,
  resultDigestsIn,
} from './src/story/downloaded-deliveries.js';
import {
  type Demonstration,
  digestOf,
  readDemonstration,
  type SentArchive,
} from './src/story/sent-archives.js';

const stateFolder = join(checkout, '.daiko/story');
/** What the partners carry home lies on their side. */
const home = join(stateFolder, 'demonstration/story');

let platform: LivePlatform;
let demonstration: Demonstration;
let bundles: DownloadedBundle[] = [];
let returns: DownloadedReturn[] = [];
const views = new Map<string, SubmissionView>();

const received = (): (SentArchive & { receiptNumber: string })[] =>
  demonstration.archives.flatMap((archive) =>
    archive.receiptNumber === null ? [] : [{ ...archive, receiptNumber: archive.receiptNumber }],
  );
const taken = () => received().filter(({ expected }) => expected.verdict === 'received');
const viewOf = ({ rootName }: SentArchive): SubmissionView => {
  const view = views.get(rootName);
  if (view === undefined) throw new Error(`nothing is known of ${rootName}`);
  return view;
};

beforeAll(async () => {
  await forgetStateFolder(stateFolder);
  platform = await LivePlatform.start({ stateFolder, demonstration: true });
  demonstration = await readDemonstration(stateFolder);
  await mkdir(home, { recursive: true });
}, 300_000);

afterAll(async () => {
  await platform?.stop();
}, 120_000);

describe('A day at the agency', () => {
  it('begins with a summary that a clerk understands', () => {
    const summary = platform.lines.join('\n');
    for (const part of [
      '受付 / received',
      '送付 / bundles',
      '返戻 / returns',
      '請求 / to be invoiced',
      '差異はありません',
    ]) {
      expect(summary).toContain(part);
    }
    for (const { rootName, expected } of taken()) {
      expect(summary).toContain(rootName);
      expect(summary).toContain(
        `合格 ${expected.passed} 返戻 ${expected.returned} 確認依頼 ${expected.held}`,
      );
    }
  });

  it('a provider holds a receipt for every archive taken in, and anyone can verify it', async () => {
    for (const { provider, receiptNumber, rootName, file, records } of received()) {
      const door = await platform.partner(provider);
      const { status, bytes } = await door.ask(`/v1/receipts/${receiptNumber}`);
      expect(status).toBe(200);
      const path = join(home, `${rootName}.jws`);
      await writeFile(path, bytes);
      const verified = await askDaiko<{ valid: boolean; receipt: Record<string, unknown> }>(stateFolder, [
        'receipt',
        'verify',
        path,
      ]);
      expect(verified.valid).toBe(true);
      expect(JSON.stringify(verified.receipt)).toContain(digestOf(await readFile(file)));
      expect(JSON.stringify(verified.receipt)).toContain(receiptNumber);
      expect(records.length).toBeGreaterThan(0);
      door.close();
    }
  });

  it('a receipt of which one letter was changed does not verify', async () => {
    const [{ rootName }] = received() as [SentArchive];
    const jws = await readFile(join(home, `${rootName}.jws`), 'utf8');
    const at = jws.lastIndexOf('.') + 10;
    const forged = join(home, 'forged.jws');
    await writeFile(forged, jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1));
    expect((await runDaiko(['receipt', 'verify', forged], { stateFolder })).exitCode).toBe(1);
  });

  it('each submission ends as its generator knows it must: counts, records, rules', async () => {
    for (const archive of received()) {
      const { provider, receiptNumber, expected, records } = archive;
      const door = await platform.partner(provider);
      const view = await door.json<SubmissionView>(`/v1/submissions/${receiptNumber}?findingsLimit=1000`);
      views.set(archive.rootName, view);
      door.close();
      const isRefused = expected.verdict === 'refused';
      expect(view.state).toBe(isRefused ? 'refused' : 'judged');
      expect(view.counts).toEqual({
        records: expected.records,
        accepted: expected.passed,
        returned: expected.returned,
        query: expected.held,
        held: 0,
        refused: isRefused ? expected.records : 0,
        pending: 0,
      });
      if (isRefused) {
        const rules = view.findings.filter(({ severity }) => severity === 'refuse').map(({ rule }) => rule);
        expect(rules).toEqual(expect.arrayContaining(expected.defects.map(({ rule }) => rule)));
        continue;
      }
      for (const record of records) {
        const own = view.findings.filter(({ recordIndex }) => recordIndex === record.index);
        expect({ pair: record.pairDigits, verdict: verdictBy(own) }).toEqual({
          pair: record.pairDigits,
          verdict: record.expected,
        });
        if (record.rule !== null) expect(own.map(({ rule }) => rule)).toContain(record.rule);
      }
    }
  });

  it('daiko check at the provider finds the same as the agency, for every rule that needs no memory', async () => {
    for (const archive of received()) {
      const { file, expected } = archive;
      const blocks = expected.verdict === 'refused' || expected.returned > 0;
      const report = await askDaiko<CheckReport>(
        stateFolder,
        ['check', file, '--agency', '91399998', '--date', demonstration.date],
        blocks ? 1 : 0,
      );
      const offline = [
        ...report.archive.findings.map((finding) => markOf({ ...finding, recordIndex: null })),
        ...report.records.flatMap(({ findings }, recordIndex) =>
          findings.map((finding) => markOf({ ...finding, recordIndex })),
        ),
      ];
      const atTheAgency = viewOf(archive).findings.map(markOf);
      const needsNoMemory = (mark: string): boolean =>
        !report.notChecked.some((rule) => mark.includes(`"${rule}"`));
      expect(offline.filter(needsNoMemory).sort()).toEqual(atTheAgency.filter(needsNoMemory).sort());
      // Of a rule with memory the provider sees what shows in the archive itself.
      expect(atTheAgency).toEqual(expect.arrayContaining(offline));
    }
  });

  it('what the desk refuses, it refuses with every finding in Japanese and English, and keeps nothing', async () => {
    const atTheDesk = demonstration.archives.filter(({ receiptNumber }) => receiptNumber === null);
    expect(atTheDesk.length).toBeGreaterThan(0);
    for (const { provider, file, rootName, expected } of atTheDesk) {
      const door = await platform.partner(provider);
      const { status, headers, bytes } = await door.upload(file, `${rootName}.zip`);
      const problem = JSON.parse(bytes.toString('utf8')) as { findings: RefusalFinding[]; title: string };
      expect(status).toBe(422);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(problem.findings.map(({ rule }) => rule)).toEqual(
        expect.arrayContaining(expected.defects.map(({ rule }) => rule)),
      );
      for (const { message, remedy } of problem.findings) {
        for (const text of [message, remedy]) {
          expect(text.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
          expect(text.en).toMatch(/[A-Za-z]{3}/);
        }
      }
      const known = await everyPage<SubmissionView>(door, `/v1/submissions?name=${rootName}`, 'submissions');
      expect(known).toEqual([]);
      door.close();
    }
  });

  it('the same archive again has the same answer, byte for byte', async () => {
    for (const { provider, file, rootName, receiptNumber } of received().slice(0, 2)) {
      const door = await platform.partner(provider);
      const again = await door.upload(file, `${rootName}.zip`);
      expect(again.status).toBe(200);
      const answer = JSON.parse(again.bytes.toString('utf8')) as ReceivedAnswer;
      expect(answer.receiptNumber).toBe(receiptNumber);
      expect(answer.receipt).toBe(await readFile(join(home, `${rootName}.jws`), 'utf8'));
      door.close();
    }
  });

  it('the same archive under another name is refused: A028', async () => {
    const [{ provider, file, rootName }] = received() as [SentArchive];
    const door = await platform.partner(provider);
    const other = rootName.replace(/_(\d{8})\d_/, '_$17_');
    const { status, bytes } = await door.upload(file, `${other}.zip`);
    expect(status).toBe(422);
    expect(bytes.toString('utf8')).toContain('A028');
    door.close();
  });

  it('nobody enters without a key, and nobody does what is not theirs to do', async () => {
    const [provider = ''] = demonstration.providers;
    const [insurer = ''] = demonstration.insurers;
    const [{ receiptNumber, provider: owner }] = received() as [SentArchive];
    const [asProvider, asInsurer] = [await platform.partner(provider), await platform.partner(insurer)];
    expect((await asProvider.ask('/v1/bundles')).status).toBe(403);
    expect((await asProvider.ask('/api/billing/v1/record-counts')).status).toBe(403);
    expect((await asInsurer.ask('/v1/submissions')).status).toBe(403);
    const stranger = await platform.partner(demonstration.providers.find((each) => each !== owner) ?? '');
    expect((await stranger.ask(`/v1/submissions/${receiptNumber}`)).status).toBe(404);
    const answer = await asProvider.ask('/v1/submissions', {
      headers: { authorization: 'Bearer dk_none_none' },
    });
    expect(answer.status).toBe(401);
  });
});

describe('Each insurer has its own records, and only those', () => {
  beforeAll(async () => {
    bundles = await downloadBundles(platform, demonstration, home);
  });

  it('every accepted record is in exactly one bundle, that of its insurer', () => {
    const expected = new Map<string, string>();
    for (const { records } of taken()) {
      for (const { expected: verdict, resultDigest, insurerNumber } of records) {
        if (verdict === 'accepted') expected.set(resultDigest, insurerNumber ?? '');
      }
    }
    const delivered = bundles.flatMap(({ insurerNumber, resultDigests }) =>
      resultDigests.map((digest) => [digest, insurerNumber] as const),
    );
    expect(new Set(delivered.map(([digest]) => digest)).size).toBe(delivered.length);
    expect(new Map(delivered)).toEqual(expected);
    for (const { recordCount, resultDigests, claims } of bundles) {
      expect([resultDigests.length, claims.size]).toEqual([recordCount, recordCount]);
    }
  });

  it('sums and claims of a bundle agree, and its claims are that insurer’s', () => {
    for (const { insurerNumber, claimYen, claims, files } of bundles) {
      const parsed = parseXml(files.get('su08_V08.xml') ?? Buffer.alloc(0));
      if (!parsed.ok) throw new Error('su08 is not XML');
      const summary = readSummary(parsed.root);
      const sum = [...claims.values()].reduce((total, claim) => total + (claim?.claimYen ?? Number.NaN), 0);
      expect(summary.totalClaimAmount?.value).toBe(sum);
      expect(claimYen).toBe(sum);
      for (const claim of claims.values()) expect(claim?.insurerNumber).toBe(insurerNumber);
    }
  });

  it('what the agency writes satisfies the official schemas, and so does what it carries on', () => {
    const oracle = schemaOracle();
    if (oracle === null) return;
    for (const { name, files } of bundles) {
      for (const [path, bytes] of files) {
        const schema = schemaOf(path);
        expect({ name, path, says: schema === null ? null : oracle(schema, bytes) }).toEqual({
          name,
          path,
          says: null,
        });
      }
    }
  });

  it('another insurer’s bundle does not exist', async () => {
    for (const { bundleId, insurerNumber, sha256 } of bundles) {
      const stranger = await platform.partner(
        demonstration.insurers.find((each) => each !== insurerNumber) ?? '',
      );
      expect((await stranger.ask(`/v1/bundles/${bundleId}`)).status).toBe(404);
      expect((await stranger.ask(`/v1/bundles/${bundleId}/content`)).status).toBe(404);
      const { status } = await stranger.ask(`/v1/bundles/${bundleId}/acknowledgement`, { json: { sha256 } });
      expect(status).toBe(404);
      stranger.close();
    }
  });

  it('a broken download goes on where it stopped, and starts anew where the file is another', async () => {
    const [{ bundleId, insurerNumber, sha256 }] = bundles as [DownloadedBundle];
    const door = await platform.partner(insurerNumber);
    const path = `/v1/bundles/${bundleId}/content`;
    const whole = await door.ask(path);
    const digest = `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
    expect(whole.headers['content-digest']).toBe(digest);
    const etag = whole.headers.etag ?? '';
    const half = Math.floor(whole.bytes.length / 2);
    const first = await door.ask(path, { headers: { range: `bytes=0-${half - 1}` } });
    const second = await door.ask(path, { headers: { range: `bytes=${half}-`, 'if-range': etag } });
    expect([first.status, second.status]).toEqual([206, 206]);
    expect(second.headers['content-range']).toBe(
      `bytes ${half}-${whole.bytes.length - 1}/${whole.bytes.length}`,
    );
    expect(digestOf(Buffer.concat([first.bytes, second.bytes]))).toBe(sha256);
    const anew = await door.ask(path, { headers: { range: `bytes=${half}-`, 'if-range': '"another"' } });
    expect([anew.status, anew.bytes.length]).toEqual([200, whole.bytes.length]);
    expect((await door.ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await door.ask(path, { headers: { range: 'bytes=999999999-' } })).status).toBe(416);
    door.close();
  });
});

describe('Each provider learns what went back, and why', () => {
  beforeAll(async () => {
    returns = await downloadReturns(platform, demonstration, home);
  });

  it('every returned record is in one return archive with its 返戻理由, or named in a 返戻一覧', () => {
    const lists = returns.filter(({ form }) => form === 'list').map(({ bytes }) => bytes.toString('utf8'));
    const archives = returns.filter(({ form }) => form === 'archive');
    for (const archive of taken()) {
      for (const record of archive.records.filter(({ expected }) => expected === 'returned')) {
        const reasons = viewOf(archive)
          .findings.filter(
            ({ recordIndex, severity }) => recordIndex === record.index && severity === 'return',
          )
          .map(({ returnReason }) => returnReason);
        const carried = archives.filter(({ files }) => resultDigestsIn(files).includes(record.resultDigest));
        const listed = lists.filter((text) => text.includes(record.pairDigits));
        expect({ pair: record.pairDigits, places: carried.length + listed.length }).toEqual({
          pair: record.pairDigits,
          places: record.rule === 'H001' ? expect.any(Number) : 1,
        });
        const claims = carried.flatMap(({ files, providerNumber }) => {
          expect(providerNumber).toBe(archive.provider);
          return [...claimsIn(files)]
            .filter(([digits]) => digits === record.pairDigits)
            .map(([, claim]) => claim);
        });
        for (const claim of claims) {
          expect(claim?.agencyInteraction).toBe('2');
          expect(reasons).toContain(claim?.agencyReason);
        }
      }
    }
    const count = returns.reduce((sum, { recordCount }) => sum + recordCount, 0);
    expect(count).toBe(taken().reduce((sum, { expected }) => sum + expected.returned, 0));
  });

  it('a pair that cannot be parsed is in the 返戻一覧, by file name and rule', () => {
    const unreadable = taken().flatMap(({ records }) =>
      records.filter(({ rule }) => rule === 'X001' || rule === 'X002'),
    );
    expect(unreadable.length).toBeGreaterThan(0);
    const lists = returns.filter(({ form }) => form === 'list').map(({ bytes }) => bytes.toString('utf8'));
    for (const { pairDigits, rule } of unreadable) {
      expect(lists.some((text) => text.includes(pairDigits) && text.includes(rule ?? ''))).toBe(true);
    }
  });

  it('the index and sums of return archives satisfy the official schemas', () => {
    const oracle = schemaOracle();
    for (const { files } of returns.filter(({ form }) => form === 'archive')) {
      for (const [path, schema] of [
        ['ix08_V08.xml', 'ix08'],
        ['su08_V08.xml', 'su08'],
      ] as const) {
        const bytes = files.get(path);
        expect(bytes).toBeDefined();
        if (oracle !== null && bytes !== undefined) expect(oracle(schema, bytes)).toBeNull();
      }
    }
  });
});

describe('Money and records close', () => {
  it('a doubtful record that a clerk releases goes into a later bundle', async () => {
    const open = await askDaiko<{ submissionId: string; index: number }[]>(stateFolder, ['queries', 'list']);
    expect(open).toHaveLength(taken().reduce((sum, { expected }) => sum + expected.held, 0));
    const [chosen] = open;
    if (chosen === undefined) throw new Error('no query is open');
    const archive = taken().find((each) => viewOf(each).submissionId === chosen.submissionId);
    const record = archive?.records[chosen.index];
    await askDaiko(stateFolder, ['queries', 'release', `${chosen.submissionId}/${chosen.index}`]);
    const released = await waitUntil(
      'the released record is in a bundle',
      async () => {
        await askDaiko(stateFolder, ['seal']);
        const now = await downloadBundles(platform, demonstration, home);
        return now.length > bundles.length ? now : null;
      },
      { deadlineMs: 30_000 },
    );
    const added = released.filter(({ bundleId }) => !bundles.some((each) => each.bundleId === bundleId));
    bundles = released;
    expect(added.map(({ insurerNumber, resultDigests }) => ({ insurerNumber, resultDigests }))).toEqual([
      { insurerNumber: record?.insurerNumber, resultDigests: [record?.resultDigest] },
    ]);
  });

  it('a bundle is acknowledged by the digest of what was received, and only by that', async () => {
    const waiting = bundles.find(({ state }) => state === 'sealed');
    if (waiting === undefined) throw new Error('no bundle waits');
    const door = await platform.partner(waiting.insurerNumber);
    const path = `/v1/bundles/${waiting.bundleId}/acknowledgement`;
    const wrong = await door.ask(path, { json: { sha256: '0'.repeat(64) } });
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    expect((await door.json<BundleView>(`/v1/bundles/${waiting.bundleId}`)).state).toBe('sealed');
    await acknowledgeAll(platform, demonstration);
    expect((await door.json<BundleView>(`/v1/bundles/${waiting.bundleId}`)).state).toBe('acknowledged');
    const again = await door.ask(path, { json: { sha256: waiting.sha256 } });
    expect(again.status).toBe(200);
    door.close();
  });

  it('received = delivered + returned + refused + in progress, by records and by yen, and nothing is on its way', async () => {
    const ledger = await waitUntil(
      'the ledger is settled',
      async () => {
        const { exitCode, stdout } = await runDaiko(['ledger', '--settled', '--format', 'json'], {
          stateFolder,
        });
        return exitCode === 0 ? (JSON.parse(stdout) as LedgerView) : null;
      },
      { deadlineMs: 30_000 },
    );
    const total = (pick: (archive: SentArchive) => number) =>
      received().reduce((sum, each) => sum + pick(each), 0);
    const open = total(({ expected }) => expected.held) - 1;
    expect(ledger.differences).toEqual([]);
    expect({
      received: ledger.received.records,
      delivered: ledger.delivered.records,
      returned: ledger.returned.records,
      refused: ledger.refused.records,
      inProgress: ledger.inProgress.records,
    }).toEqual({
      received: total(({ expected }) => expected.records),
      delivered: total(({ expected }) => expected.passed) + 1,
      returned: total(({ expected }) => expected.returned),
      refused: total(({ expected }) => (expected.verdict === 'refused' ? expected.records : 0)),
      inProgress: open,
    });
    const yen = bundles.reduce((sum, { claimYen }) => sum + claimYen, 0);
    expect(ledger.delivered.claimYen).toBe(yen);
  });

  it('each insurer is invoiced exactly what its bundles claim', async () => {
    const month = new Date(Date.now() + 9 * 3600_000).toISOString().slice(0, 7);
    const claimed = new Map<string, number>();
    for (const { insurerNumber, claims } of bundles) {
      for (const claim of claims.values()) {
        claimed.set(insurerNumber, (claimed.get(insurerNumber) ?? 0) + (claim?.claimYen ?? Number.NaN));
      }
    }
    const operator = await platform.operator();
    const { items } = await operator.json<{ items: InvoiceView[] }>(`/v1/invoices?month=${month}`);
    expect(new Map(items.map(({ insurerNumber, totalYen }) => [insurerNumber, totalYen]))).toEqual(claimed);
    for (const insurer of claimed.keys()) {
      const door = await platform.partner(insurer);
      const own = await door.json<{ items: InvoiceView[] }>(`/v1/invoices?month=${month}`);
      expect(own.items.map(({ insurerNumber }) => insurerNumber)).toEqual([insurer]);
      const csv = (await door.ask(`/v1/invoices?month=${month}&format=csv`)).bytes.toString('utf8');
      expect(csv).toContain(String(claimed.get(insurer)));
      door.close();
    }
  });

  it('the trail of marks is whole', async () => {
    const { exitCode, stdout } = await runDaiko(['audit', 'verify'], { stateFolder });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining('whole') });
    expect(await askDaiko(stateFolder, ['dead-letters', 'list'])).toEqual([]);
  });
});

describe('What is nobody’s business stays with those it belongs to', () => {
  let values: PersonalValues;
  let finder: ValueFinder;

  beforeAll(() => {
    values = new Map();
    for (const { files } of demonstration.archives) {
      for (const bytes of files.values()) collectPersonalValues(bytes, values);
    }
    finder = new ValueFinder(values);
  });

  it('the search knows names, birth dates, numbers and addresses, and would find them', () => {
    const kinds = new Set(values.values());
    for (const kind of ['name', 'birth date', 'insured number', 'address', 'result'])
      expect(kinds).toContain(kind);
    expect(finder.valueCount).toBeGreaterThan(300);
    const [file] = demonstration.archives[0]?.files.values() ?? [];
    expect(finder.find(file ?? Buffer.alloc(0)).size).toBeGreaterThan(2);
  });

  it('no column of any table holds one, and so no message ever sent', async () => {
    const db = await connectSuperuser(stateFolder);
    try {
      const { leaks, places, bytes } = await searchDatabase(db, finder);
      expect(leaks).toEqual([]);
      expect(places).toBeGreaterThan(30);
      expect(bytes).toBeGreaterThan(100_000);
    } finally {
      await db.close();
    }
  });

  it('no metric, no object and no name of an object holds one', async () => {
    const { services, swiftProxy: port } = await portsOf(stateFolder);
    const metrics = await searchMetrics(services, finder);
    expect([metrics.leaks, metrics.places]).toEqual([[], 6]);
    const secret = await objectStoreSecret(stateFolder);
    const objects = await searchObjects({ port, ...secret, region: 'us-east-1', bucket: 'daiko' }, finder);
    expect(objects.leaks).toEqual([]);
    expect(objects.places).toBeGreaterThan(2 * received().length);
  });

  it('no log holds one', async () => {
    const { leaks, places } = await searchFiles(join(stateFolder, 'log'), [], finder);
    expect(leaks).toEqual([]);
    expect(places).toBeGreaterThan(2 * 12);
  });

  it('nothing that database, broker and store have on disk holds one', async () => {
    // In compressed pages a part of a ticket number would look like an insured number: texts only.
    const texts = new ValueFinder(new Map([...values].filter(([value]) => !isDigits(value))));
    const { leaks, places, bytes } = await searchFiles(stateFolder, ['watch', 'demonstration', 'log'], texts);
    expect(leaks).toEqual([]);
    expect(places).toBeGreaterThan(100);
    expect(bytes).toBeGreaterThan(1_000_000);
  });

  it('no service can read another’s schema or change a mark, on this platform as it runs', async () => {
    const { postgres: port } = await portsOf(stateFolder);
    const services = ['intake', 'inspection', 'routing', 'billing', 'audit', 'identity'];
    const superuser = await connectSuperuser(stateFolder);
    const granted = await superuser.query<{ service: string; schema: string }>(
      `SELECT service, schema FROM unnest($1::text[]) AS service, unnest($1::text[]) AS schema
       WHERE has_schema_privilege('daiko_' || service, schema, 'USAGE')`,
      [services],
    );
    await superuser.close();
    expect(granted.map(({ service, schema }) => `${service} ${schema}`).sort()).toEqual(
      services.map((service) => `${service} ${service}`).sort(),
    );
    for (const service of services) {
      const password = await readFile(join(stateFolder, 'secrets', `database-${service}`), 'utf8');
      const role = { user: `daiko_${service}`, password, schema: service, connectionsMax: 1 };
      const at = { host: '127.0.0.1', port, database: 'daiko', applicationName: 'daiko-e2e' };
      const db = await Database.connect({ ...at, ...role });
      for (const other of services.filter((each) => each !== service)) {
        await expect(db.query(`SELECT 1 FROM "${other}".mark`)).rejects.toThrow('permission denied');
      }
      expect(await db.query('SELECT count(*) FROM mark')).toHaveLength(1);
      await expect(db.query('UPDATE mark SET hash = hash')).rejects.toThrow('permission denied');
      await expect(db.query('DELETE FROM mark')).rejects.toThrow('permission denied');
      await db.close();
    }
  });
});

describe('The day ends', () => {
  it('on SIGTERM with exit code 0, and no process of ours is left', async () => {
    expect(await processesOf(stateFolder)).not.toEqual([]);
    expect(await platform.stop()).toBe(0);
    expect(await processesOf(stateFolder)).toEqual([]);
  });
});

interface RefusalFinding {
  rule: string;
  message: { ja: string; en: string };
  remedy: { ja: string; en: string };
}

interface CheckReport {
  archive: { findings: FindingView[] };
  records: { findings: FindingView[] }[];
  notChecked: string[];
}

/** The verdict that a record's findings bring. */
function verdictBy(findings: readonly FindingView[]): string {
  const severities = new Set(findings.map(({ severity }) => severity));
  if (severities.has('return')) return 'returned';
  return severities.has('query') ? 'query' : 'accepted';
}

/** A finding as both judges must say it: rule, consequence and place. */
function markOf({ rule, severity, returnReason, file, line, xpath, item, recordIndex }: FindingView): string {
  return JSON.stringify([recordIndex, rule, severity, returnReason, file, line, xpath, item]);
}
