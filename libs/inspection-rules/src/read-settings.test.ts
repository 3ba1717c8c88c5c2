import { describe, expect, it } from '@jest/globals';
import { defaultSettings, readSettings, settingsOfText } from './index.js';

describe('settings of a file', () => {
  it('replace the defaults and leave the rest', () => {
    const read = readSettings({
      version: '2026-04',
      agencyNumber: '91399113',
      severities: { D008: 'query', A025: 'off' },
      plausibleBands: { height: [90, 250] },
      limits: { entries: 1000 },
    });
    expect(read).toMatchObject({ ok: true });
    if (!read.ok) return;
    const defaults = defaultSettings('91399113');
    expect(read.settings.severities).toEqual({ D008: 'query', A025: 'off' });
    expect(read.settings.plausibleBands['height']).toEqual([90, 250]);
    expect(read.settings.plausibleBands['weight']).toEqual(defaults.plausibleBands['weight']);
    expect(read.settings.limits).toEqual({ ...defaults.limits, entries: 1000 });
    expect(read.settings.version).toBe('2026-04');
  });

  it('take the agency of the command line before their own', () => {
    const read = readSettings({ version: 'a', agencyNumber: '91399113' }, '91399121');
    expect(read.ok && read.settings.agencyNumber).toBe('91399121');
  });

  it.each([
    [null, 'Settings are a JSON object.'],
    [{}, '"version" is missing.'],
    [{ version: 'a', colour: 1 }, 'There is no setting "colour".'],
    [{ version: 'a', severities: { Z999: 'off' } }, 'There is no rule "Z999".'],
    [{ version: 'a', severities: { X001: 'off' } }, 'The severity of "X001" cannot be changed.'],
    [{ version: 'a', severities: { P006: 'loud' } }, 'The severity of "P006" is one of'],
    [{ version: 'a', plausibleBands: { height: [5, 1] } }, '"plausibleBands" must be'],
    [{ version: 'a', limits: { entries: 0 } }, '"limits" must be'],
    [{ version: 'a', missingItemReasons: { absent: '02' } }, '"missingItemReasons" must be'],
    [{ version: 'a', severityChanges: [{ rule: 'X001', severity: 'off' }] }, 'cannot be changed'],
    [
      { version: 'a', severityChanges: [{ rule: 'P006', severity: 'off', kind: '3' }] },
      '"severityChanges[0].kind"',
    ],
    [
      { version: 'a', severityChanges: [{ rule: 'P006', severity: 'off', who: 1 }] },
      '"severityChanges[0].who"',
    ],
    [
      {
        version: 'a',
        severityChanges: [{ rule: 'P006', severity: 'off', validFrom: '20270401', validTo: '20260401' }],
      },
      'ends before it begins',
    ],
    [
      { version: 'a', severityChanges: [{ rule: 'P006', severity: 'off', insurer: 'all' }] },
      'There is no insurer or group "all".',
    ],
    [{ version: 'a', insurerGroups: { all: ['1'] } }, '"insurerGroups" must be'],
    [{ version: 'a', terms: { isTicketRequired: 'yes' } }, '"terms" must be'],
    [{ version: 'a', insurerTerms: [{ terms: { colour: true } }] }, 'is a table of terms'],
    [{ version: 'a', insurerTerms: 'all' }, '"insurerTerms" is a list'],
    [{ version: 'a', cutOffDay: 32 }, '"cutOffDay" must be'],
    [JSON.parse('{"version":"a","__proto__":{"x":1}}'), 'There is no setting "__proto__".'],
  ])('are refused with a reason: %j', (json, problem) => {
    const read = readSettings(json);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problems.map(({ en }) => en).join(' ')).toContain(problem);
  });

  it('tell all their problems at once', () => {
    const read = readSettings({ colour: 1, severities: { Z999: 'off' } });
    expect(!read.ok && read.problems).toHaveLength(3);
  });
});

describe('settings of a service', () => {
  it('are the defaults without a file, and the file under the agency of the service', () => {
    expect(settingsOfText(null, '91399113')).toEqual(defaultSettings('91399113'));
    const text = JSON.stringify({ version: 'a', agencyNumber: '91399121', severities: { M029: 'off' } });
    expect(settingsOfText(text, '91399113')).toMatchObject({
      version: 'a',
      agencyNumber: '91399113',
      severities: { M029: 'off' },
    });
  });

  it.each([
    ['{', 'not JSON'],
    ['{"version":"a","colour":1}', 'There is no setting "colour".'],
  ])('do not let a service start when they are wrong: %s', (text, problem) => {
    expect(() => settingsOfText(text, '91399113')).toThrow(problem);
  });
});
