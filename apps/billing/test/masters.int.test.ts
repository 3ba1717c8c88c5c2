import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestPartner, type TestService, waitFor } from '@daiko/testing';
import { definition } from '../src/main.js';

const key = '07'.repeat(32);
const heading = 'ticket_number,symbol,number,birth_date,sex,expiry,basic_code';
const person = { symbol: 'ひみつ', number: '987654321', birthDate: '19691231' };
const ticket = (serial: number, more: Partial<typeof person> = {}): string => {
  const { symbol, number, birthDate } = { ...person, ...more };
  return `261${String(serial).padStart(8, '0')},${symbol},${number},${birthDate},1,20270331,1`;
};
const file = (count: number, from = 1): string =>
  [heading, ...Array.from({ length: count }, (_, at) => ticket(from + at))].join('\r\n');

describe('masters of insurers, sent to billing', () => {
  let service: TestService;
  let operator: TestPartner;
  let insurer: TestPartner;

  beforeAll(async () => {
    service = (await startTestService(definition, {
      config: { DAIKO_BILLING_PERSON_DIGEST_KEY_FILE: key },
    })) as unknown as TestService;
    operator = await service.testPartner({ kind: 'operator', number: 'operator' });
    insurer = await service.testPartner({ kind: 'insurer', number: '06139992' });
  });
  afterAll(() => service?.stop());

  const send = async (
    body: string | Buffer,
    { as = operator, kind = 'tickets', number = '06081012' } = {},
  ) => {
    const answer = await fetch(new URL(`/v1/masters/${kind}?insurer=${number}`, service.httpUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${as.bearerKey}`, 'content-type': 'text/csv' },
      body: body as string,
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const rows = async (number: string) =>
    service.database.query<{ version: number; holds: boolean; entries: number }>(
      `SELECT version, superseded_at IS NULL AS holds,
         (SELECT count(*)::int FROM master_entry e WHERE e.import_id = i.import_id) AS entries
       FROM master_import i WHERE insurer_number = $1 ORDER BY version`,
      [number],
    );

  it('are kept as a new version that ends the one before, whose entries stay until the one after', async () => {
    const number = '06010011';
    for (const count of [3, 2, 1]) expect((await send(file(count), { number })).status).toBe(201);
    expect(await rows(number)).toEqual([
      { version: 1, holds: false, entries: 0 },
      { version: 2, holds: false, entries: 2 },
      { version: 3, holds: true, entries: 1 },
    ]);
  });

  it('are refused whole for one bad cell, with its line, and the version before holds on', async () => {
    const number = '06010029';
    expect((await send(file(2), { number })).status).toBe(201);
    const bad = `${file(5)}\r\n${ticket(6, { birthDate: '20261301' })}`;
    const { status, body } = await send(bad, { number });
    expect([status, body.code, body.errorCount]).toEqual([422, 'billing.master-refused', 1]);
    expect(body.errors).toEqual([
      expect.objectContaining({ line: 7, column: 'birth_date', value: '20261301' }),
    ]);
    expect(await rows(number)).toEqual([{ version: 1, holds: true, entries: 2 }]);
  });

  it('travel in parts below 1 MB that hold every entry once, and leave nothing of a person in tables or messages', async () => {
    const number = '06010037';
    const sent = await send(file(8000), { number });
    expect(sent).toMatchObject({ status: 201, body: { version: 1, rowCount: 8000, entryCount: 8000 } });
    const parts = () =>
      service.received('billing.tickets.published.v1').filter(({ data }) => data.insurerNumber === number);
    await waitFor(() => parts().length > 1 && parts().length === parts()[0]?.data.partCount);
    expect(parts().flatMap(({ data }) => data.tickets).length).toBe(8000);
    for (const { data } of parts()) expect(JSON.stringify(data).length).toBeLessThan(1_000_000);
    const tables = await service.database.query<{ facts: string }>(
      `SELECT facts::text AS facts FROM master_entry UNION ALL SELECT body FROM mark`,
    );
    const kept = JSON.stringify([tables, parts()]);
    for (const secret of Object.values(person)) expect(kept).not.toContain(secret);
  });

  it('sent at the same time by two all get a version of their own, and one of them holds', async () => {
    const number = '06010045';
    const answers = await Promise.all([send(file(30), { number }), send(file(40), { number })]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers.map(({ body }) => body.version).sort()).toEqual([1, 2]);
    expect((await rows(number)).filter(({ holds }) => holds)).toEqual([
      expect.objectContaining({ version: 2 }),
    ]);
  });

  it('beyond the bounds are refused and leave nothing', async () => {
    const number = '06010052';
    const huge = await send(Buffer.alloc(33 * 1024 * 1024, 'x'), { number }).catch(() => null);
    if (huge !== null)
      expect(huge).toMatchObject({ status: 413, body: { code: 'billing.master-too-large' } });
    const lines = await send(`${heading}\n${'1\n'.repeat(200_001)}`, { number });
    expect(lines).toMatchObject({ status: 422 });
    expect((lines.body.errors as object[]).length).toBe(1000);
    expect(await rows(number)).toEqual([]);
  });

  it('are taken from an insurer for itself, in Shift_JIS too, and from nobody else', async () => {
    const shiftJis = Buffer.concat([
      Buffer.from(`${heading}\n26100000001,`),
      Buffer.from([0x8b, 0x4c]),
      Buffer.from(',1,19700101,1,20270331,1\n'),
    ]);
    expect(await send(shiftJis, { as: insurer, number: insurer.number })).toMatchObject({ status: 201 });
    expect(await send(file(1), { as: insurer })).toMatchObject({
      status: 403,
      body: { code: 'billing.master-not-own' },
    });
    const provider = await service.testPartner({ kind: 'provider', number: '1310000011' });
    expect(await send(file(1), { as: provider })).toMatchObject({ status: 403 });
    const list = (await (await service.call('/v1/masters', { as: insurer })).json()) as {
      masters: { insurerNumber: string }[];
    };
    expect(list.masters.map(({ insurerNumber }) => insurerNumber)).toEqual([insurer.number]);
  });
});
