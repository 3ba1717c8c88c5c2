import { describe, expect, it } from '@jest/globals';
import { day, given, noted, without } from '../../../test/guidance-edits.js';
import { both, type Case, type Edit, inResult, judgeRecord, proveCases } from '../../../test/judge-record.js';

const attempts = (count: number) =>
  inResult(
    /<code code="1042001090"([^>]*)\/>\s*<value xsi:type="ST">[^<]*<\/value>/,
    `<code code="1042000116"$1/>\n<value xsi:type="INT" value="${count}"/>`,
  );
const firstHalf = (date: string) =>
  inResult(
    '<component><section><code code="90030"',
    `<component><section><code code="90020" codeSystem="1.2.392.200119.6.1010"/><text/><entry><act classCode="ACT" moodCode="EVN"><code code="1" codeSystem="1.2.392.200119.6.24010"/><effectiveTime value="${date}"/></act></entry></section></component><component><section><code code="90030"`,
  );

const nothingReached = both(
  given('1042001044', '0'),
  given('1042001042', '0'),
  given('1042001041', '0'),
  given('1042001043', '0'),
  given('1042001045', '0'),
);

// 'evaluated': interview of 2026-07-20, evaluation of 2026-10-26; eating and smoking habits reached.
const checkedBefore = (edit: Edit) => both(noted('1020000004', '20251001'), edit);

const cases: readonly Case[] = [
  ['G027', without('1042001032'), both(without('1042001032'), attempts(2)), 'evaluated'],
  ['G027', without('1042001043'), without('1042001090'), 'evaluated-2'],
  ['G027', without('1042001060'), without('1042001090'), 'evaluated'],
  ['G028', both(nothingReached, attempts(1)), both(nothingReached, attempts(2)), 'evaluated'],
  ['G028', attempts(2), attempts(0), 'evaluated'],
  ['G029', day('90060', '20261019'), day('90060', '20261020'), 'evaluated'],
  ['G030', day('90060', '20261125'), day('90060', '20261124'), 'evaluated'],
  ['G030', checkedBefore(day('90030', '20251025')), checkedBefore(day('90030', '20251026')), 'evaluated'],
  ['G034', given('1042001041', '1'), given('1042001042', '0'), 'evaluated'],
  ['G034', given('1042001042', '9'), given('1021001054', '1x'), 'evaluated'],
  ['G034', given('1042001043', '8'), given('1042001043', '0'), 'evaluated'],
  ['G035', day('90060', '20260919'), day('90060', '20260920'), 'evaluated'],
];

describe('rules on evaluations', () => {
  proveCases(cases);

  it('counts three months from the first half of a split interview, and warns until three from the second', async () => {
    for (const [date, severity] of [
      ['20261009', 'return'],
      ['20261010', 'warning'],
      ['20261019', 'warning'],
    ] as const) {
      const report = await judgeRecord('evaluated', both(firstHalf('20260710'), day('90060', date)));
      const found = report.findings.filter(({ rule }) => rule === 'G029');
      expect(found).toMatchObject([{ severity }]);
    }
    const late = await judgeRecord('evaluated', both(firstHalf('20260710'), day('90060', '20261020')));
    expect(late.findings.filter(({ rule }) => rule === 'G029')).toEqual([]);
  });

  it('counts days instead of months where the settings say so', async () => {
    for (const [date, count] of [
      ['20261020', 1],
      ['20261021', 0],
    ] as const) {
      const settings = { evaluationDays: 93 };
      const { findings } = await judgeRecord('evaluated', day('90060', date), { settings });
      expect(findings.filter(({ rule }) => rule === 'G029')).toHaveLength(count);
    }
  });
});
