import { describe, expect, it } from '@jest/globals';
import { both, inBoth, inClaim, judgeRecord, validRecord } from '../test/judge-record.js';
import { catalogue, duplicateKeyOf, type Rule, toFindingMark, toInspectedRecord } from './index.js';

const broken = (id: string): Rule[] =>
  catalogue.map((rule) => {
    if (rule.id !== id) return rule;
    const check = () => {
      throw new Error('a fault of ours');
    };
    return { ...rule, check } as unknown as Rule;
  });

describe('the record pass', () => {
  it('accepts a valid record and gives its facts', async () => {
    const report = await judgeRecord('checkup');
    expect(report).toMatchObject({
      verdict: 'accepted',
      findings: [],
      returnReason: null,
      returnText: null,
      isReadable: true,
      insurerNumber: '00011007',
      ticketNumber: '26172316915',
      serviceDate: '20261026',
      claimFacts: { unitYen: 9400, copaymentYen: 2820, otherProgramYen: 0, claimYen: 6580, claimType: '1' },
      identity: { insurerNumber: '00011007', symbol: '', number: '72316914', branch: '01', sex: '1' },
      faults: [],
    });
  });

  it('holds a record when a rule of ours fails, and lets the other rules speak', async () => {
    const edit = inClaim('<claimAmount value="6580"/>', '<claimAmount value="1"/>');
    const report = await judgeRecord('checkup', edit, { rules: broken('P004') });
    expect(report).toMatchObject({ verdict: 'held', returnReason: null, faults: ['P004'] });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['P006']);
  });

  it('never lets a record without an amount or insurer pass, whatever the settings say', async () => {
    const severities = { P006: 'off', P004: 'off', I001: 'info', I002: 'off' } as const;
    // As if the schema demanded neither.
    const looser = catalogue.filter(({ id }) => id !== 'X007');
    const noAmount = await judgeRecord('checkup', inClaim('<claimAmount value="6580"/>', ''), {
      settings: { severities },
      rules: looser,
    });
    expect(noAmount).toMatchObject({ verdict: 'held', faults: ['facts'] });
    const noInsurer = await judgeRecord('checkup', inBoth('00011007', '1100'), {
      settings: { severities },
      rules: looser,
    });
    expect(noInsurer.verdict).toBe('held');
  });

  it('takes another severity from the settings, and none for what nothing works without', async () => {
    const edit = inClaim('<claimAmount value="6580"/>', '<claimAmount value="6579"/>');
    const query = await judgeRecord('checkup', edit, { settings: { severities: { P006: 'query' } } });
    expect([query.verdict, query.returnReason]).toEqual(['query', null]);
    const off = await judgeRecord('checkup', edit, { settings: { severities: { P006: 'off' } } });
    expect([off.verdict, off.findings]).toEqual(['accepted', []]);
    const fixed = inClaim('</settlement>', '');
    const still = await judgeRecord('checkup', fixed, { settings: { severities: { X001: 'off' } } });
    expect(still.verdict).toBe('returned');
  });

  it('keeps a bounded number of findings of a hostile file', async () => {
    const edit = ({ result, claim }: ReturnType<typeof validRecord>) => ({
      result: result.replace(
        '<entry>',
        '<entry><observation classCode="OBS" moodCode="EVN"><code code="X"/></observation></entry>'.repeat(
          3000,
        ) + '<entry>',
      ),
      claim,
    });
    const { findings } = await judgeRecord('checkup', edit);
    expect(findings.length).toBeLessThanOrEqual(200);
    const said = findings.filter(({ rule }) => rule === 'V001');
    expect(said).toHaveLength(1);
    expect(said[0]!.message.ja).toMatch(/同様の誤りがほか\d{3,}項目にあります/);
  });

  it('orders findings by level, severity, id and place', async () => {
    const edit = both(
      inClaim('<claimAmount value="6580"/>', '<claimAmount value="1"/>'),
      ({ result, claim }) => ({
        result: result.replace('unit="kg"', 'unit="g"').replace('value="109"', 'value="9999"'),
        claim,
      }),
      inBoth('26172316915', '25172316915'),
    );
    const { findings } = await judgeRecord('checkup', edit);
    expect(findings.map(({ rule }) => rule)).toEqual(['P006', 'V005', 'T003', 'V015']);
  });

  it('lets no value of a person into what is stored or sent', async () => {
    const edit = inClaim('ムハタゴサネヒコ', 'ムハタゴサネヒク');
    const report = await judgeRecord('checkup', edit);
    expect(JSON.stringify(report.findings)).toContain('ムハタゴサネヒク');
    const sent = JSON.stringify([toInspectedRecord(report), report.findings.map(toFindingMark)]);
    for (const secret of ['ムハタゴ', '19670222', '７２３１６９１４', '72316914'])
      expect(sent).not.toContain(secret);
  });

  it('knows the same event again, however the number is written', async () => {
    const once = await judgeRecord('checkup');
    const again = await judgeRecord('checkup', inBoth('７２３１６９１４', '7231-6914'));
    expect(again.duplicateKey).toBe(once.duplicateKey);
    const other = await judgeRecord('checkup', inBoth('26172316915', '26172316999'));
    expect(other.duplicateKey).not.toBe(once.duplicateKey);
    const parts = { identity: once.identity!, ticketNumber: null, isGuidance: false, guidanceTiming: null };
    const keys = ['20261026', '20251026'].map((serviceDate) => duplicateKeyOf({ ...parts, serviceDate }));
    expect(keys[0]).not.toBe(keys[1]);
  });
});
