import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type LinkedBy, RecordLinks } from './index.js';

const anyone = (person: number, name: number, ticket: number | null): LinkedBy => ({
  identity: {
    insurerNumber: '06139992',
    symbol: '1',
    number: String(person),
    branch: '00',
    birthDate: '19700101',
    sex: '1',
  },
  name: name === 0 ? '' : `ナマエ${name}`,
  ticketNumber: ticket === null ? null : `261${String(ticket).padStart(8, '0')}`,
});

// What repeats inside one archive is found by these links alone, offline as in the service.
describe('records of one archive that belong together', () => {
  it('are those of one person, name or ticket, and no others', () => {
    const record = fc.tuple(fc.nat(6), fc.nat(6), fc.option(fc.nat(6)));
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), (records) => {
        const links = new RecordLinks(records.length);
        records.forEach(([person, name, ticket], index) => links.add(index, anyone(person, name, ticket)));
        const belong = (a: number, b: number): boolean => {
          const [[personA, nameA, ticketA], [personB, nameB, ticketB]] = [records[a]!, records[b]!];
          if (personA === personB || (nameA !== 0 && nameA === nameB)) return true;
          // A serial of zeros says that there is no ticket.
          return ticketA !== null && ticketA !== 0 && ticketA === ticketB;
        };
        const all = records.map((_, index) => index);
        for (const index of all) {
          expect(links.hasEarlier(index)).toBe(all.some((other) => other < index && belong(other, index)));
          expect(links.hasOther(index)).toBe(all.some((other) => other !== index && belong(other, index)));
        }
      }),
    );
  });

  it('know a name again however it is written', () => {
    const links = new RecordLinks(2);
    links.add(0, { ...anyone(1, 1, null), name: 'ケンシン　タロウ' });
    links.add(1, { ...anyone(2, 1, null), name: 'ｹﾝｼﾝﾀﾛｳ' });
    expect([links.hasOther(0), links.hasEarlier(1)]).toEqual([true, true]);
  });
});
