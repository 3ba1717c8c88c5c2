import { describe, expect, it } from '@jest/globals';
import { judgeRecord } from '../test/judge-record.js';
import { catalogue, defaultSettings, inspectMemory, type Memory, noHistory, noMasters } from './index.js';
import { type Rule, type RuleOf, text } from './rule.js';

const date = '20261124';
const settings = defaultSettings('91399998');
const memory: Memory = { masters: noMasters, history: noHistory };

/** A rule with memory made for the test. */
const ruleOf = (id: string, level: 7 | 8, changes: Partial<RuleOf<'memory'>> = {}): Rule => ({
  id,
  level,
  severity: 'return',
  returnReason: '09',
  source: 'test',
  subject: 'memory',
  appliesTo: ['hc', 'gc'],
  title: text('題', 'title'),
  message: text('文', 'message'),
  remedy: text('直', 'remedy'),
  check: ({ record }, _facts, report) => report({ file: record.places.claim, line: 2 }),
  ...changes,
});
const judge = async (rules: Rule[], changes: Partial<typeof settings> = {}, given = memory) => {
  const report = await judgeRecord('checkup');
  return inspectMemory(report, given, { ...settings, ...changes }, date, [...catalogue, ...rules]);
};

describe('judging a record by what is remembered', () => {
  it('adds the findings of masters before those of the history, and judges anew', async () => {
    const report = await judge([
      ruleOf('H902', 8),
      ruleOf('T901', 7, { returnReason: '05', severity: 'query' }),
    ]);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['T901', 'H902']);
    expect(report).toMatchObject({ verdict: 'returned', returnReason: '09' });
    expect(report.returnText).toBe('[H902]題。');
    expect(report.findings[0]).toMatchObject({ file: expect.stringMatching(/CLAIMS\/c\d+\.xml$/), line: 2 });
  });

  it('leaves a report alone that nothing is found against', async () => {
    const before = await judgeRecord('checkup');
    expect(inspectMemory(before, memory, settings, date, catalogue)).toBe(before);
  });

  it('holds a record where a rule throws, and neither returns nor accepts it', async () => {
    const fails = () => {
      throw new Error('a fault of ours');
    };
    const report = await judge([ruleOf('H903', 8, { check: fails }), ruleOf('T901', 7)]);
    expect(report).toMatchObject({ verdict: 'held', faults: ['H903'], returnReason: null, returnText: null });
  });

  it('asks the settings how hard a rule weighs for the insurer and day of the record', async () => {
    const { insurerNumber } = await judgeRecord('checkup');
    const soft = {
      rule: 'T901',
      severity: 'warning',
      insurer: insurerNumber!,
      validFrom: '20260401',
    } as const;
    expect((await judge([ruleOf('T901', 7)], { severityChanges: [soft] })).verdict).toBe('accepted');
    expect((await judge([ruleOf('T901', 7)], { severities: { T901: 'off' } })).findings).toEqual([]);
  });

  it('keeps the facts of a record without its documents: places are those of the documents', async () => {
    const { memory: facts, claim, file } = await judgeRecord('extended');
    expect(structuredClone(facts)).toEqual(facts);
    expect(facts).toMatchObject({ isGuidance: false, claimType: '3', commissionType: '2', programme: '010' });
    expect(facts?.places).toMatchObject({ claim, result: file });
    expect(facts?.prices.map(({ part, code, yen, path }) => [part, code, yen, path])).toEqual([
      ['basic', null, 8100, 'settlement/unitPriceBasic/amount'],
      ['other', '3C020000002327101', 110, 'settlement/unitPriceOther[1]/amount'],
      ['other', '3A010000002327101', 220, 'settlement/unitPriceOther[2]/amount'],
    ]);
    expect(facts?.charges.map(({ part, code, rate }) => [part, code, rate])).toEqual([
      ['basic', '3', 20000],
      ['other', '3', 20000],
    ]);
    expect(facts?.additionalItems).toHaveLength(2);
    expect(facts?.checkup?.height).toBeGreaterThan(100);
  });

  it('has no facts of a pair that does not fit together', async () => {
    const report = await judgeRecord('checkup', ({ result, claim }) => ({
      result,
      claim: claim.replace(/<birthTime value="\d{8}"/, '<birthTime value="19700101"'),
    }));
    expect(report.verdict).toBe('returned');
    expect(report.memory).toBeNull();
  });
});
