import { describe, expect, it } from '@jest/globals';
import { inventWorld, planArchive, writeArchive } from '@daiko/synthetic';
import { calendarDate, isDefective, MemorySource, readDirectory, readEntries } from '@daiko/exchange-format';
import { collectPersonalValues, type PersonalValues } from './personal-values.js';
import { ValueFinder } from './value-finder.js';

const finder = new ValueFinder(
  new Map([
    ['アバヤシタマコ', 'name'],
    ['19670412', 'birth date'],
    ['００４５６７８９', 'insured number'],
  ]),
);
const find = (text: string) => [...finder.find(Buffer.from(text, 'utf8'))];

describe('looking for personal values', () => {
  it('finds a value anywhere: at the beginning, at the end, inside a longer text', () => {
    expect(find('アバヤシタマコ')).toEqual(['name']);
    expect(find('{"x":"氏名 アバヤシタマコ様"}')).toEqual(['name']);
    expect(find('…００４５６７８９')).toEqual(['insured number']);
  });

  it('takes digits only where they stand alone', () => {
    expect(find('value="19670412"')).toEqual(['birth date']);
    expect(find('19670412')).toEqual(['birth date']);
    for (const other of ['219670412', '196704120', 'a19670412', '19670412-0', '0.19670412'])
      expect(find(other)).toEqual([]);
  });

  it('collects name, birth date, number in both widths and address from every kind of document', async () => {
    for (const kind of ['checkup', 'guidance'] as const) {
      const values = await valuesOf(kind);
      const kinds = new Set(values.values());
      const wanted = ['name', 'birth date', 'insured number', 'postal code'];
      // Guidance documents hold the postal code alone.
      if (kind === 'checkup') wanted.push('address', 'result');
      expect([...kinds]).toEqual(expect.arrayContaining(wanted));
      const numbers = [...values].filter(([, found]) => found === 'insured number').map(([value]) => value);
      expect(numbers.filter((value) => /^[０-９]{8}$/.test(value))).toHaveLength(20);
      expect(numbers.filter((value) => /^\d{8}$/.test(value))).toHaveLength(20);
    }
  });
});

async function valuesOf(kind: 'checkup' | 'guidance'): Promise<PersonalValues> {
  const world = inventWorld({
    seed: 5,
    providers: 1,
    insurers: 2,
    agencyNumber: '91399998',
    date: calendarDate('20261101'),
  });
  const parts: Uint8Array[] = [];
  const [provider] = world.providers;
  if (provider === undefined) throw new Error('no provider');
  await writeArchive(
    planArchive(world, { provider, kind, recordCount: 20, sequence: 0, seed: 5 }),
    async (chunk) => {
      parts.push(chunk.slice());
    },
  );
  const source = new MemorySource(Buffer.concat(parts));
  const directory = await readDirectory(source);
  if (isDefective(directory)) throw new Error('the archive is defective');
  const values: PersonalValues = new Map();
  for await (const entry of readEntries(source, [...directory.files()])) {
    if (entry.ok) collectPersonalValues(entry.bytes, values);
  }
  return values;
}
