import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../values/calendar-date.js';
import {
  formatEntryName,
  packPairDigits,
  pairedPrefix,
  parseEntryName,
  unpackPairDigits,
} from './entry-name.js';
import { archiveKindOf, formatRootName, kindCodeOf, parseRootName } from './root-name.js';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const prefixes = fc.constantFrom('h' as const, 'c' as const, 'g' as const, 'p' as const);

describe('a root name', () => {
  it('is read into its parts and written again', () => {
    fc.assert(
      fc.property(
        fc.oneof(digits(8), digits(10)),
        fc.oneof(digits(8), digits(10)),
        fc.nat(20_000).map((days) => addDays(calendarDate('20000101'), days)),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (sender, receiver, date, sequence, kindCode) => {
          const name = { sender, receiver, date, sequence, kindCode };
          expect(parseRootName(formatRootName(name))).toEqual({ ok: true, value: name });
        },
      ),
    );
  });

  it('tells a wrong form from a day that does not exist', () => {
    expect(parseRootName('1329999997_91399113_202406120_1').ok).toBe(true);
    const forms = [
      '',
      '1329999997_91399113_20240612_0_1',
      '1329999997_91399113_202406120_0',
      '132999999_91399113_202406120_1',
      '1329999997_91399113_202406120_1.zip',
      '１329999997_91399113_202406120_1',
      '1329999997_91399113_202406120_1\n',
    ];
    for (const form of forms) expect(parseRootName(form)).toEqual({ ok: false, reason: 'form' });
    expect(parseRootName('1329999997_91399113_202406310_1')).toEqual({ ok: false, reason: 'date' });
    const name = { sender: '1', receiver: '2', date: calendarDate('20240612'), sequence: 0, kindCode: 1 };
    expect(() => formatRootName(name)).toThrow(RangeError);
  });

  it('has a kind for the two codes an agency handles', () => {
    expect([1, 2, 3].map(archiveKindOf)).toEqual(['checkup', 'guidance', null]);
    expect([kindCodeOf('checkup'), kindCodeOf('guidance')]).toEqual([1, 2]);
  });
});

describe('a file name in DATA or CLAIMS', () => {
  it('is read into its parts, written again, and packs its 26 digits without loss', () => {
    fc.assert(
      fc.property(prefixes, digits(10), digits(8), digits(8), (prefix, institution, date, serial) => {
        const name = formatEntryName({ prefix, institution, date, serial });
        const pairDigits = institution + date + serial;
        expect(parseEntryName(name)).toEqual({ prefix, institution, date, serial, pairDigits });
        const { high, low } = packPairDigits(pairDigits);
        expect(unpackPairDigits(high, low)).toBe(pairDigits);
        expect(pairedPrefix(pairedPrefix(prefix))).toBe(prefix);
      }),
    );
  });

  it('has exactly the form of the standard', () => {
    const good = `h${'1'.repeat(26)}.xml`;
    expect(parseEntryName(good)).not.toBeNull();
    for (const bad of [
      good.toUpperCase(),
      `x${good.slice(1)}`,
      `${good}\n`,
      `a/${good}`,
      good.slice(0, -1),
      '',
    ]) {
      expect(parseEntryName(bad)).toBeNull();
    }
    const short = { prefix: 'h' as const, institution: '1', date: '20240612', serial: '01000005' };
    expect(() => formatEntryName(short)).toThrow(RangeError);
  });
});
