import { describe, expect, it } from '@jest/globals';
import { readScenario, valueAt } from './read-scenario.js';

const text = `==== purpose ====
One record is returned.
==== archive ====
checkup, 5 records
bmi-missing in 2 records
==== command ====
daiko check {archive} --format json
==== exit ====
1
==== json ====
archive.verdict = "accepted"
`;

describe('a scenario file', () => {
  it('says what is given, what is typed and what must come out', () => {
    expect(readScenario(text)).toEqual({
      purpose: 'One record is returned.',
      archive: { kind: 'checkup', records: 5, defects: [{ name: 'bmi-missing', count: 2 }] },
      file: null,
      command: ['check', '{archive}', '--format', 'json'],
      exit: 1,
      output: [],
      error: [],
      json: [{ path: 'archive.verdict', value: 'accepted' }],
    });
  });

  it('is refused where a line cannot be read, instead of being passed over', () => {
    expect(() => readScenario(text.replace('== purpose', '== porpoise'))).toThrow('line 1');
    expect(() => readScenario(text.replace('5 records', 'five records'))).toThrow('not an archive');
    expect(() => readScenario(text.replace('in 2 records', ''))).toThrow('not a defect');
    expect(() => readScenario(text.replace(' = ', ' is '))).toThrow('not an expectation');
    expect(() => readScenario(text.replace('==== exit ====\n1', ''))).toThrow('exit code');
  });

  it('finds values, names and counts by their path', () => {
    const root = { records: [{ file: null, findings: [] }] };
    expect(valueAt(root, 'records.0.file')).toBeNull();
    expect(valueAt(root, 'keys(records.0)')).toEqual(['file', 'findings']);
    expect(valueAt(root, 'count(records.0.findings)')).toBe(0);
    expect(valueAt(root, 'records.7.file')).toBeUndefined();
  });
});
