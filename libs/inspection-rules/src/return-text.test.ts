import { describe, expect, it } from '@jest/globals';
import type { Finding, ReturnReason } from './finding.js';
import { primaryReason, returnText } from './return-text.js';

const finding = (rule: string, returnReason: ReturnReason | null, severity = 'return') =>
  ({ rule, returnReason, severity }) as Finding;

describe('the one reason of a return', () => {
  it.each([
    [['01', '05'], '05'],
    [['01', '06', '04'], '06'],
    [['01', '04'], '04'],
    [['03', '02', '01'], '01'],
    [['07', '03'], '03'],
    [['09', '07'], '07'],
    [['08', '09'], '09'],
  ] as const)('of %j is %s, the earliest cause the provider must mend', (reasons, expected) => {
    expect(primaryReason(reasons.map((reason, at) => finding(`Z00${at}`, reason)))).toBe(expected);
  });

  it('counts findings that return, not queries and warnings', () => {
    expect(primaryReason([finding('T003', '05', 'query'), finding('P006', '07')])).toBe('07');
    expect(primaryReason([finding('Z001', null)])).toBe('09');
  });

  it('names each rule once, the primary reason first, and counts what finds no room', () => {
    const titles = (rule: string) => (rule === 'P006' ? '請求'.repeat(15) : '記録'.repeat(14));
    const findings = [
      finding('M001', '02'),
      finding('M001', '02'),
      finding('P006', '07'),
      finding('T001', '05'),
    ];
    expect(returnText(findings, titles)).toBe(
      `[T001]${'記録'.repeat(14)}。[M001]${'記録'.repeat(14)}。ほか1件`,
    );
    expect(returnText([finding('T001', '05')], () => 'あ'.repeat(200))).toBe('1件の不備があります。');
  });
});
