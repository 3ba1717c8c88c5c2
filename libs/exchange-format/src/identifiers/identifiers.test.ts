import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { agencyNumberWithCheckDigit, parseAgencyNumber } from './agency-number.js';
import { appendCheckDigit, checkDigitOf, hasValidCheckDigit } from './check-digit.js';
import { insurerNumberWithCheckDigit, padInsurerNumber, parseInsurerNumber } from './insurer-number.js';
import { IDENTIFIER_OID, parseTicketOid, ticketOid } from './oid.js';
import {
  EMPLOYER_NUMBERS,
  hasPrefecture,
  parseProviderNumber,
  providerNumberWithCheckDigit,
} from './provider-number.js';
import { formatTicketNumber, parseTicketNumber, ticketNumberParts } from './ticket-number.js';

const digits = (length: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${length}}$`)).filter((text) => text.length === length);

describe('the check digit', () => {
  it('agrees with numbers known to be right', () => {
    const right = ['91399113', '94899010', '90199027', '06137251', '01130012', '5521111111', '0110113719'];
    for (const number of right) expect(hasValidCheckDigit(number)).toBe(true);
    expect(hasValidCheckDigit('1310438796')).toBe(false);
    expect(checkDigitOf('9139911')).toBe(3);
  });

  it('catches every single wrong digit, and fits what it was made for', () => {
    fc.assert(
      fc.property(digits(9), fc.nat(9), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const whole = appendCheckDigit(body);
        expect(hasValidCheckDigit(whole)).toBe(true);
        const wrong = (Number(whole[at]) + shift) % 10;
        expect(hasValidCheckDigit(whole.slice(0, at) + String(wrong) + whole.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('takes half-width digits only', () => {
    for (const text of ['', '0', '９１３９９１１３', '9139911a', ' 91399113', '-1']) {
      expect(hasValidCheckDigit(text)).toBe(false);
    }
    expect(() => checkDigitOf('12x')).toThrow(RangeError);
    expect(() => checkDigitOf('')).toThrow(RangeError);
  });
});

describe('numbers of bodies', () => {
  it('are made with their check digit and read again', () => {
    fc.assert(
      fc.property(digits(6), (tail) => {
        const agency = agencyNumberWithCheckDigit(`9${tail}`);
        expect(parseAgencyNumber(agency)).toEqual({ ok: true, value: agency });
        const insurer = insurerNumberWithCheckDigit(`0${tail}`);
        expect(parseInsurerNumber(insurer)).toEqual({ ok: true, value: insurer });
        const provider = providerNumberWithCheckDigit(`131${tail}`);
        expect(parseProviderNumber(provider)).toEqual({ ok: true, value: provider });
      }),
    );
  });

  it('say whether form or check digit is wrong', () => {
    expect(parseAgencyNumber('91399114')).toEqual({ ok: false, reason: 'check-digit' });
    expect(parseAgencyNumber('06137251')).toEqual({ ok: false, reason: 'form' });
    expect(parseInsurerNumber('06137252')).toEqual({ ok: false, reason: 'check-digit' });
    expect(parseInsurerNumber('6137251')).toEqual({ ok: false, reason: 'form' });
    expect(parseProviderNumber('1310438796')).toEqual({ ok: false, reason: 'check-digit' });
    expect(parseProviderNumber('131043879')).toEqual({ ok: false, reason: 'form' });
  });

  it('pads a number of 国保 to 8 digits without touching its check digit', () => {
    const six = appendCheckDigit('13801');
    expect(padInsurerNumber(six)).toEqual({ ok: true, value: `00${six}` });
    expect(padInsurerNumber('12')).toEqual({ ok: false, reason: 'form' });
  });

  it('knows the employers outside the prefectures', () => {
    for (const number of EMPLOYER_NUMBERS) {
      expect(parseProviderNumber(number).ok).toBe(true);
      expect(hasPrefecture(number)).toBe(false);
    }
    expect(hasPrefecture(providerNumberWithCheckDigit('471000000'))).toBe(true);
  });

  it('refuses to be made from anything but the right number of digits', () => {
    expect(() => agencyNumberWithCheckDigit('1399110')).toThrow(RangeError);
    expect(() => insurerNumberWithCheckDigit('123')).toThrow(RangeError);
    expect(() => providerNumberWithCheckDigit('12345678')).toThrow(RangeError);
  });
});

describe('a ticket number', () => {
  it('carries fiscal year, kind and serial there and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2099 }),
        fc.constantFrom('checkup' as const, 'guidance' as const, 'set' as const),
        fc.nat(99_999_999),
        (fiscalYear, kind, serial) => {
          const number = formatTicketNumber(fiscalYear, kind, serial);
          expect(parseTicketNumber(number)).toEqual({ ok: true, value: number });
          const parts = ticketNumberParts(number);
          expect([parts.fiscalYear, parts.kind, Number(parts.serial)]).toEqual([fiscalYear, kind, serial]);
        },
      ),
    );
  });

  it('keeps kinds the standard does not name, and refuses other forms', () => {
    const read = parseTicketNumber('26300000001');
    if (!read.ok) throw new Error('refused');
    expect(ticketNumberParts(read.value)).toEqual({
      fiscalYear: 2026,
      kindDigit: 3,
      kind: 'other',
      serial: '00000001',
    });
    expect(parseTicketNumber('2630000001')).toEqual({ ok: false, reason: 'form' });
    expect(parseTicketNumber('２6300000001')).toEqual({ ok: false, reason: 'form' });
    expect(() => formatTicketNumber(1999, 'set', 1)).toThrow(RangeError);
    expect(() => formatTicketNumber(2026, 'set', 100_000_000)).toThrow(RangeError);
  });
});

describe('an OID of a ticket', () => {
  it('keeps the insurer behind a literal 1, so that no arc begins with 0', () => {
    expect(ticketOid('checkup', '06137251')).toBe('1.2.392.200119.6.209.106137251');
    expect(parseTicketOid(ticketOid('guidance', '06137251'))).toEqual({
      ticket: 'guidance',
      insurerNumber: '06137251',
    });
    expect(parseTicketOid(IDENTIFIER_OID.checkupTicket)).toBeNull();
    expect(parseTicketOid('1.2.392.200119.6.209.06137251')).toBeNull();
  });
});
