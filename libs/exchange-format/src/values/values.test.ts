import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  ageAt,
  calendarDate,
  compareDates,
  dateParts,
  dayInJapan,
  daysBetween,
  fiscalYear,
  fiscalYearEnd,
  fiscalYearStart,
  monthOf,
  parseCalendarDate,
} from './calendar-date.js';
import { examineEncoding } from './encoding.js';
import { displayWidth, isFullWidthKatakana, normaliseForComparison } from './kana.js';
import { formatYen, parseYen, sumYen, yen } from './yen.js';

const dates = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays(calendarDate('19000101'), days));

describe('a calendar date', () => {
  it('is eight half-width digits of a day that exists', () => {
    for (const good of ['20261124', '20240229', '20000229', '10000101', '99991231']) {
      expect(parseCalendarDate(good)).toBe(good);
    }
    for (const bad of [
      '20230229',
      '19000229',
      '20261131',
      '20261301',
      '20260001',
      '20260100',
      '2026112',
      '',
    ]) {
      expect(parseCalendarDate(bad)).toBeNull();
    }
    for (const bad of ['２0261124', '2026-1-1', '202611240', ' 2026112', '00010101']) {
      expect(parseCalendarDate(bad)).toBeNull();
    }
    expect(() => calendarDate('20230229')).toThrow(RangeError);
  });

  it('moves by days and back, in the order of plain texts', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        const later = addDays(date, days);
        expect(parseCalendarDate(later)).toBe(later);
        expect(addDays(later, -days)).toBe(date);
        expect(daysBetween(date, later)).toBe(days);
        expect(Math.sign(compareDates(later, date))).toBe(Math.sign(days));
      }),
    );
    expect(addDays(calendarDate('20240228'), 1)).toBe('20240229');
    expect(() => addDays(calendarDate('99991231'), 1)).toThrow(RangeError);
  });

  it('is that of Japan, not of the server', () => {
    expect(dayInJapan(new Date('2026-11-24T14:59:59Z'))).toBe('20261124');
    expect(dayInJapan(new Date('2026-11-24T15:00:00Z'))).toBe('20261125');
  });

  it('lies in a fiscal year from April to March', () => {
    expect(fiscalYear(calendarDate('20250331'))).toBe(2024);
    expect(fiscalYear(calendarDate('20250401'))).toBe(2025);
    fc.assert(
      fc.property(dates, (date) => {
        const year = fiscalYear(date);
        expect(compareDates(fiscalYearStart(year), date)).toBeLessThanOrEqual(0);
        expect(compareDates(date, fiscalYearEnd(year))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('counts age from birthday to birthday', () => {
    const birth = calendarDate('19850401');
    expect(ageAt(birth, calendarDate('20250331'))).toBe(39);
    expect(ageAt(birth, calendarDate('20250401'))).toBe(40);
    expect(ageAt(calendarDate('20000229'), calendarDate('20250228'))).toBe(24);
    expect(ageAt(calendarDate('20000229'), calendarDate('20250301'))).toBe(25);
    expect(ageAt(birth, birth)).toBe(0);
    expect(monthOf(birth)).toBe('198504');
    expect(dateParts(birth)).toEqual({ year: 1985, month: 4, day: 1 });
  });
});

describe('yen', () => {
  it('is written with leading zeros and read again', () => {
    fc.assert(
      fc.property(fc.nat(999_999), (amount) => {
        const text = formatYen(yen(amount), 6);
        expect(text).toHaveLength(6);
        expect(parseYen(text)).toEqual({ ok: true, value: amount });
      }),
    );
  });

  it('refuses signs, fractions, other digits and too many of them', () => {
    expect(parseYen('')).toEqual({ ok: false, reason: 'empty' });
    for (const text of ['-1', '+1', '1.0', '1,000', '１０００', ' 1', '1e3', '0x1']) {
      expect(parseYen(text)).toEqual({ ok: false, reason: 'form' });
    }
    expect(parseYen('0007150')).toEqual({ ok: false, reason: 'too-long' });
    expect(parseYen('123456789', 9)).toEqual({ ok: true, value: 123_456_789 });
    expect(() => yen(0.5)).toThrow(RangeError);
    expect(() => formatYen(yen(-1))).toThrow(RangeError);
    expect(() => formatYen(yen(1_000_000), 6)).toThrow(RangeError);
  });

  it('adds up exactly or not at all', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -999_999_999, max: 999_999_999 })), (amounts) => {
        const exact = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);
        expect(BigInt(sumYen(amounts.map(yen)))).toBe(exact);
      }),
    );
    expect(() => sumYen([yen(Number.MAX_SAFE_INTEGER), yen(1)])).toThrow(RangeError);
  });
});

describe('kana', () => {
  it('knows full-width katakana without spaces', () => {
    for (const good of ['ケンシンハナコ', 'ヴァイオレット', 'ミッシェル・ー', 'ＡＢＣ']) {
      expect(isFullWidthKatakana(good)).toBe(true);
    }
    for (const bad of ['', 'ケンシン ハナコ', 'ケンシン　ハナコ', 'ｹﾝｼﾝ', '健診', 'けんしん', 'ABC', '１']) {
      expect(isFullWidthKatakana(bad)).toBe(false);
    }
  });

  it('compares writings of the same symbol and number', () => {
    expect(normaliseForComparison('ｹﾝｼﾝ　ﾊﾅｺ')).toBe(normaliseForComparison('ケンシンハナコ'));
    expect(normaliseForComparison('１２－３４')).toBe(normaliseForComparison('12‐34'));
    expect(normaliseForComparison('〜')).toBe(normaliseForComparison('～'));
    expect(normaliseForComparison('12−3')).not.toBe(normaliseForComparison('123'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseForComparison(text);
        expect(normaliseForComparison(once)).toBe(once);
      }),
    );
  });

  it('counts half width as one and full width as two', () => {
    expect(displayWidth('ABC123')).toBe(6);
    expect(displayWidth('ｶﾅ')).toBe(2);
    expect(displayWidth('カナ漢字')).toBe(8);
    expect(displayWidth('𠮷')).toBe(2);
  });
});

describe('an encoding', () => {
  const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

  it('is told from mark, validity and declaration', () => {
    const declared = '<?xml version="1.0" encoding="utf-8"?><a>健</a>';
    expect(examineEncoding(bytes(declared))).toEqual({
      bom: null,
      bomLength: 0,
      utf8: true,
      declared: 'UTF-8',
    });
    expect(examineEncoding(bytes(`\ufeff${declared}`))).toMatchObject({
      bom: 'utf-8',
      bomLength: 3,
      utf8: true,
    });
    expect(examineEncoding(bytes('\ufeff<a/>', 'utf16le'))).toMatchObject({
      bom: 'utf-16le',
      declared: null,
    });
    expect(examineEncoding(Buffer.from('feff003c', 'hex')).bom).toBe('utf-16be');
    expect(examineEncoding(bytes('<a>\x8c\x92</a>', 'latin1'))).toMatchObject({
      utf8: false,
      declared: null,
    });
    expect(examineEncoding(bytes("<?xml version='1.0' encoding='Shift_JIS'?>")).declared).toBe('SHIFT_JIS');
    expect(examineEncoding(Buffer.alloc(0))).toMatchObject({ bom: null, utf8: true, declared: null });
  });
});
