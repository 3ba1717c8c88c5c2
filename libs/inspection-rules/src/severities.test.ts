import { describe, expect, it } from '@jest/globals';
import { both, entry, inBoth, judgeRecord } from '../test/judge-record.js';
import { defaultSettings, type InspectionSettings, readSettings } from './index.js';
import { termsFor } from './terms-for.js';
import { severitiesFor } from './severities.js';

const insurer = '00011007';
const withoutHeight = entry('9N001000000000001', '');
const at = (insurerNumber: string | null, date = '20261026', kind: '1' | '2' = '1') => {
  return { insurerNumber, date, kind } as const;
};
const settings = (changes: Partial<InspectionSettings>): InspectionSettings => ({
  ...defaultSettings('91399113'),
  ...changes,
});

describe('severities by insurer, kind and period', () => {
  const changed = settings({
    severities: { M001: 'warning', M002: 'query' },
    insurerGroups: { union: [insurer, '00011015'] },
    severityChanges: [
      { rule: 'M001', severity: 'query', insurer },
      { rule: 'M001', severity: 'info', insurer: 'union' },
      { rule: 'M001', severity: 'off', validFrom: '20270401' },
      { rule: 'D008', severity: 'off', insurer, validFrom: '20260401', validTo: '20270331' },
      { rule: 'D008', severity: 'info', insurer, kind: '2' },
    ],
  });

  it.each([
    ['an insurer before its group', at(insurer), 'query'],
    ['a group before everybody', at('00011015'), 'info'],
    ['everybody, where nothing narrower is said', at('06081012'), 'warning'],
    ['everybody of a later period', at('06081012', '20270401'), 'off'],
    ['everybody, where the insurer cannot be read', at(null), 'warning'],
  ])('hold for %s', (_case, circumstances, severity) => {
    expect(severitiesFor(changed, circumstances)).toMatchObject({ M001: severity, M002: 'query' });
  });

  it('begin and end on their days, and concern their kind', () => {
    const of = (date: string, kind: '1' | '2' = '1') =>
      severitiesFor(changed, at(insurer, date, kind))['D008'];
    expect(['20260331', '20260401', '20270331', '20270401'].map((date) => of(date))).toEqual([
      undefined,
      'off',
      'off',
      undefined,
    ]);
    expect(of('20261026', '2')).toBe('info');
  });

  it('are worked out once for all records they concern', () => {
    expect(severitiesFor(changed, at(insurer))).toBe(severitiesFor(changed, at(insurer, '20261101')));
  });

  it('change the verdict of their insurer only', async () => {
    const own = { severityChanges: [{ rule: 'M001', severity: 'off', insurer }] } as const;
    const spared = await judgeRecord('checkup', withoutHeight, { settings: own });
    expect(spared.findings.map(({ rule }) => rule)).not.toContain('M001');
    const other = both(withoutHeight, inBoth('00011007', '00011015'));
    const { verdict, findings } = await judgeRecord('checkup', other, { settings: own });
    expect(verdict).toBe('returned');
    expect(findings.map(({ rule }) => rule)).toContain('M001');
  });

  it('leave alone what nothing works without', async () => {
    const own = { severityChanges: [{ rule: 'X001', severity: 'off', insurer }] } as const;
    const broken = await judgeRecord(
      'checkup',
      ({ result, claim }) => ({ result: result.slice(0, -5), claim }),
      {
        settings: own,
      },
    );
    expect(broken.findings.map(({ rule }) => rule)).toContain('X001');
  });
});

describe('terms of insurers', () => {
  it('come from the defaults, then from everybody, then from the narrowest scope', () => {
    const changed = settings({
      terms: { isBranchRequired: true, insuredWidth: 'any' },
      insurerTerms: [{ insurer, terms: { insuredWidth: 'half' } }],
    });
    expect(termsFor(changed, at(insurer))).toMatchObject({
      isBranchRequired: true,
      insuredWidth: 'half',
      missingItems: 'return',
      missingItemReasons: { absent: '02', notDone: '03' },
    });
    expect(termsFor(changed, at('06081012'))).toMatchObject({ insuredWidth: 'any' });
  });

  it('let records with gaps pass where the insurer wants them', async () => {
    const own = { insurerTerms: [{ insurer, terms: { missingItems: 'pass' } }] } as const;
    const { verdict, findings } = await judgeRecord('checkup', withoutHeight, { settings: own });
    expect(verdict).toBe('accepted');
    expect(findings.find(({ rule }) => rule === 'M001')).toMatchObject({ severity: 'warning' });
  });

  it('are read from a file', () => {
    const read = readSettings({
      version: 'a',
      insurerGroups: { union: [insurer] },
      insurerTerms: [{ insurer: 'union', validFrom: '20260401', terms: { isTicketRequired: true } }],
      severityChanges: [
        { rule: 'M001', severity: 'query', insurer: 'union', kind: '1', validTo: '20270331' },
      ],
      cutOffDay: 5,
    });
    expect(read.ok && termsFor(read.settings, at(insurer)).isTicketRequired).toBe(true);
    expect(read.ok && severitiesFor(read.settings, at(insurer))).toEqual({ M001: 'query' });
    expect(read.ok && read.settings.cutOffDay).toBe(5);
  });
});
