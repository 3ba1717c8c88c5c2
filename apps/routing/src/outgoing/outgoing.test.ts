import { parseXml, readIndex, readSummary, parseRootName } from '@daiko/exchange-format';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextArchiveNumber, rootNameOf } from './archive-number.js';
import { type ArchivePlan, indexOf, summaryOf } from './outgoing-archive.js';
import { renameCollisions } from './rename-collisions.js';

const plan: ArchivePlan = {
  documentId: '0193a000-0000-7000-8000-000000000001',
  receiverNumber: '06139463',
  kind: 'checkup',
  interactionType: '3',
  rootName: '91399113_06139463_202611240_1',
  createdDay: '20261124',
  recordCount: 3,
  unitYen: 28_500,
  copaymentYen: 4_350,
  otherProgramYen: 0,
  claimYen: 24_150,
};

describe('numbers of archives (同日分割送信回数)', () => {
  it('counts 0 to 9 on a day, then goes on with the next day, and never gives a number twice', () => {
    const taken: { day: string; number: number }[] = [];
    for (let sends = 0; sends < 25; sends += 1) taken.push(nextArchiveNumber('20261130', taken));
    expect(taken[0]).toEqual({ day: '20261130', number: 0 });
    expect(taken[9]).toEqual({ day: '20261130', number: 9 });
    expect(taken[10]).toEqual({ day: '20261201', number: 0 });
    expect(taken[24]).toEqual({ day: '20261202', number: 4 });
  });

  it('names an archive so that the name can be read back', () => {
    const name = rootNameOf('91399113', '1329999997', 'guidance', { day: '20261124', number: 1 });
    expect(name).toBe('91399113_1329999997_202611241_2');
    expect(parseRootName(name).ok).toBe(true);
  });
});

describe('file names that collide in one archive', () => {
  it('become unique, keep institution, day, N and X, and touch nobody else', () => {
    const prefix = fc.constantFrom('13299999972026112401', '13299999972026112411', '14199999942026112401');
    const serial = fc.constantFrom('000000', '000001', '999999', '999998', '500000');
    const names = fc.array(
      fc.tuple(prefix, serial).map(([a, b]) => a + b),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(names, (digits) => {
        const seen = new Set<string>();
        const collisions = digits.flatMap((fileDigits, lineNumber) => {
          if (!seen.has(fileDigits)) return seen.add(fileDigits) && [];
          return [{ lineNumber, fileDigits }];
        });
        const renamed = renameCollisions(collisions, digits);
        const final = [...digits];
        for (const { lineNumber, fileDigits } of renamed) {
          expect(fileDigits.slice(0, 20)).toBe(digits[lineNumber]?.slice(0, 20));
          final[lineNumber] = fileDigits;
        }
        expect(renamed).toHaveLength(collisions.length);
        expect(new Set(final).size).toBe(digits.length);
        expect(final.every((name) => /^\d{26}$/.test(name))).toBe(true);
      }),
    );
  });

  it('are an error once a prefix has no serial left', () => {
    const taken = Array.from({ length: 1_000_000 }, (_, serial) => `1${String(serial).padStart(6, '0')}`);
    expect(() => renameCollisions([{ lineNumber: 1, fileDigits: '1000000' }], taken)).toThrow(RangeError);
  });
});

describe('the index and the summary of an outgoing archive', () => {
  const rootOf = (bytes: Uint8Array) => {
    const parsed = parseXml(bytes);
    if (!parsed.ok) throw new Error('not well-formed');
    return parsed.root;
  };

  it('say 種別 3 from the agency to the insurer, two files a record, and the sums of its own records', () => {
    const index = readIndex(rootOf(indexOf('91399113', plan)));
    expect([index.interactionType?.value, index.creationDate?.value]).toEqual(['3', '20261124']);
    expect([index.sender?.value, index.receiver?.value]).toEqual(['91399113', '06139463']);
    expect([index.sender?.root, index.receiver?.root]).toEqual([
      '1.2.392.200119.6.103',
      '1.2.392.200119.6.101',
    ]);
    expect(index.totalRecordCount?.value).toBe(6);
    const summary = readSummary(rootOf(summaryOf(plan)));
    expect(summary.totalSubjectCount?.value).toBe(3);
    expect(summary.totalCostAmount?.value).toBe(28_500);
    expect(summary.totalClaimAmount?.value).toBe(24_150);
    expect(summary.totalPaymentByOtherProgram?.value).toBe(0);
  });

  it('say 種別 2 to the provider, and leave out other programmes for guidance', () => {
    const toProvider: ArchivePlan = {
      ...plan,
      interactionType: '2',
      receiverNumber: '1329999997',
      kind: 'guidance',
    };
    const index = readIndex(rootOf(indexOf('91399113', toProvider)));
    expect([index.interactionType?.value, index.receiver?.root]).toEqual(['2', '1.2.392.200119.6.102']);
    expect(index.serviceEventType?.value).toBe('2');
    expect(readSummary(rootOf(summaryOf(toProvider))).totalPaymentByOtherProgram).toBeNull();
  });
});
