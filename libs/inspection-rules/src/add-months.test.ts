import { describe, expect, it } from '@jest/globals';
import { calendarDate } from '@daiko/exchange-format';
import { addMonths } from './add-months.js';

describe('addMonths', () => {
  it.each([
    ['20251130', 3, '20260228'],
    ['20271130', 3, '20280229'],
    ['20260831', 3, '20261130'],
    ['20260831', 12, '20270831'],
    ['20261231', 2, '20270228'],
    ['20260401', 0, '20260401'],
  ])('%s and %d months are %s', (from, months, to) => {
    expect(addMonths(calendarDate(from), months)).toBe(to);
  });
});
