import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@daiko/testing';
import { agencyNumber, anArchive, provider, startIntake } from './intake-stage.js';
import { type RawEntry, rawZip } from './raw-zip.js';

// Purpose: whatever a hostile or careless sender sends is refused with its reason, leaves nothing, and never brings the service down.

let stage: Awaited<ReturnType<typeof startIntake>>;
beforeAll(async () => {
  stage = await startIntake({ DAIKO_INTAKE_UPLOAD_BYTES_MAX: 3_000_000 });
});
afterAll(() => stage.stop());

afterEach(async () => {
  // Nothing of a refusal is kept, and the service goes on.
  expect(await stage.bucket.keys()).toEqual([]);
  expect(await stage.intake.database.query('SELECT 1 FROM submission')).toEqual([]);
  expect(await stage.intake.database.query('SELECT 1 FROM upload')).toEqual([]);
  expect((await stage.intake.call('/health/live')).status).toBe(200);
});

const root = `${provider.number}_${agencyNumber}_202611240_1`;
const fileName = `${root}.zip`;
const pair = (name: string): RawEntry[] => [
  { name: `${root}/DATA/h${name}.xml` },
  { name: `${root}/CLAIMS/c${name}.xml` },
];
const digits = `${provider.number}2026112401000001`;
const honest: RawEntry[] = [
  { name: `${root}/ix08_V08.xml` },
  { name: `${root}/su08_V08.xml` },
  ...pair(digits),
];

async function rulesOf(response: Response): Promise<string[]> {
  const body = (await response.json()) as { code: string; findings?: { rule: string }[] };
  expect({ status: response.status, body }).toMatchObject({
    status: 422,
    body: { code: 'intake.archive-refused' },
  });
  return (body.findings ?? []).map(({ rule }) => rule);
}

describe('hostile archives', () => {
  const zeros = Buffer.alloc(30 * 1024 * 1024);
  const hostile: [string, string, Buffer][] = [
    ['no ZIP at all', 'A001', Buffer.from('<html>not a zip</html>')],
    ['an empty body', 'A001', Buffer.alloc(0)],
    ['a truncated ZIP', 'A001', rawZip(honest).subarray(0, -30)],
    [
      'headers that disagree',
      'A001',
      rawZip([{ ...honest[0]!, localName: `${root}/ix08_V09.xml` }, ...honest.slice(1)]),
    ],
    ['overlapping entries', 'A001', rawZip([...honest, { name: `${root}/DATA/h1.xml`, offset: 0 }])],
    ['an encrypted entry', 'A002', rawZip([{ ...honest[0]!, flags: 1 }, ...honest.slice(1)])],
    ['path traversal', 'A003', rawZip([...honest, { name: `${root}/../../etc/passwd` }])],
    ['an absolute path', 'A003', rawZip([...honest, { name: '/etc/passwd' }])],
    ['a link', 'A003', rawZip([...honest, { name: `${root}/DATA/link`, mode: 0o120777 }])],
    ['a name twice', 'A004', rawZip([...honest, ...pair(digits)])],
    ['a bomb', 'A005', rawZip([...honest, { name: `${root}/DATA/bomb.xml`, data: zeros, isDeflated: true }])],
    [
      'a nested archive',
      'A005',
      rawZip([...honest, { name: `${root}/DATA/inner.zip`, data: rawZip(honest) }]),
    ],
    ['two root folders', 'A007', rawZip([...honest, { name: 'other/file.xml' }])],
    [
      'a lonely file',
      'A019',
      rawZip([...honest, { name: `${root}/DATA/h${provider.number}2026112401000002.xml` }]),
    ],
  ];

  it.each(hostile)('refuses %s by %s', async (_, rule, bytes) => {
    expect(await rulesOf(await stage.send({ fileName, bytes }))).toContain(rule);
  });

  it('refuses another body than its own as sender, a wrong receiver and a wrong name', async () => {
    const foreign = rawZip(
      honest.map((entry) => ({ ...entry, name: entry.name.replaceAll(provider.number, '9999999999') })),
    );
    expect(
      await rulesOf(
        await stage.send({ fileName: fileName.replace(provider.number, '9999999999'), bytes: foreign }),
      ),
    ).toContain('A012');
    expect(
      await rulesOf(await stage.send({ fileName: 'something-else.zip', bytes: rawZip(honest) })),
    ).toContain('A008');
  });

  it('finds malware while it streams by', async () => {
    const mark = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR', '-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join(
      '',
    );
    const bytes = rawZip([...honest, { name: `${root}/DATA/drill.xml`, data: Buffer.from(mark) }]);
    const response = await stage.send({ fileName, bytes });
    expect(await rulesOf(response)).toEqual(['A006']);
  });

  it('leaves a mark with names of the standard and rule ids only', async () => {
    await stage.send({ fileName: 'taro-yamada-19700101.zip', bytes: rawZip(honest) });
    await stage.send({ fileName, bytes: Buffer.from('nothing') });
    const rows = await stage.intake.database.query<{ name: string | null; rules: string[] }>(
      'SELECT root_name AS name, rules FROM refusal ORDER BY refused_at, refusal_id',
    );
    expect(rows.at(-1)).toEqual({ name: root, rules: ['A001'] });
    expect(rows.at(-2)?.name).toBeNull();
    const marks = await waitFor(() => {
      const seen = stage.intake.received('intake.access.recorded.v1');
      return seen.filter(({ data }) => data.action === 'submission:refuse').length >= rows.length
        ? seen
        : null;
    });
    expect(JSON.stringify(marks)).not.toContain('yamada');
  });
});

describe('requests that cannot be served', () => {
  it.each([
    ['no file name', { 'content-disposition': '' }, 400, 'intake.file-name-missing'],
    [
      'a name outside ASCII',
      { 'content-disposition': "attachment; filename*=UTF-8''%E5%81%A5.zip" },
      400,
      'intake.file-name-missing',
    ],
    ['another media type', { 'content-type': 'text/csv' }, 415, 'service.media-type-unsupported'],
    ['a malformed digest', { 'content-digest': 'sha-256=abc' }, 400, 'intake.digest-malformed'],
    [
      'a digest that is not the body’s',
      { 'content-digest': `sha-256=:${Buffer.alloc(32).toString('base64')}:` },
      400,
      'intake.digest-mismatch',
    ],
    ['a malformed key', { 'idempotency-key': 'short' }, 400, 'intake.idempotency-key-malformed'],
  ] as const)('%s', async (_, headers, status, code) => {
    const response = await stage.send(await anArchive(), headers as unknown as Record<string, string>);
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status,
      body: { code },
    });
  });

  it('refuses what is too large, from its length or while it streams', async () => {
    const bytes = Buffer.alloc(3_000_001);
    const early = await stage.send({ fileName, bytes });
    expect({ status: early.status, body: await early.json() }).toMatchObject({
      status: 413,
      body: { code: 'intake.archive-too-large', detailEn: 'The limit is 3000000 bytes.' },
    });
    const late = await fetch(new URL('/v1/submissions', stage.intake.httpUrl), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${stage.sender.bearerKey}`,
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${fileName}"`,
      },
      body: new ReadableStream({
        pull: (controller) => {
          controller.enqueue(Buffer.alloc(100_000));
        },
      }).pipeThrough(limited(40)),
      duplex: 'half',
    } as RequestInit);
    expect(late.status).toBe(413);
  });

  it('refuses without a credential and with an insurer’s', async () => {
    const insurer = await stage.intake.testPartner({ kind: 'insurer', number: '06139901' });
    const nobody = { ...stage.sender, bearerKey: 'dk_abcdefgh_x' };
    expect((await stage.send(await anArchive(), {}, nobody)).status).toBe(401);
    // An insurer may send, but not what a provider's name stands on.
    expect((await stage.send(await anArchive(), {}, insurer)).status).toBe(422);
  });
});

function limited(chunksMax: number): TransformStream<Uint8Array, Uint8Array> {
  let count = 0;
  return new TransformStream({
    transform: (chunk, controller) => {
      count += 1;
      if (count <= chunksMax) controller.enqueue(chunk);
      else controller.terminate();
    },
  });
}
