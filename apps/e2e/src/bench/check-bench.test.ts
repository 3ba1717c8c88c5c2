import { describe, expect, it } from '@jest/globals';
import { checkFigures, checkLines } from './check-bench.js';

const pairs = [
  { checkCpuMs: 600, xmllintCpuMs: 500 },
  { checkCpuMs: 900, xmllintCpuMs: 600 },
  { checkCpuMs: 500, xmllintCpuMs: 500 },
];
const figures = checkFigures(1000, pairs, [{ records: 1, wallMs: 300.4, peakRssMb: 83.2 }], true);

describe('the figures of daiko check', () => {
  it('compares each run with the run of xmllint beside it, and takes the median', () => {
    expect(figures).toEqual({
      records: 1000,
      isValidated: true,
      cpuMsPerRecord: 0.6,
      xmllintCpuMsPerRecord: 0.5,
      cpuRatioToXmllint: { median: 1.2, least: 1, most: 1.5 },
      runs: [{ records: 1, wallMs: 300, peakRssMb: 83 }],
    });
  });

  it('says where xmllint could not validate', () => {
    expect(checkLines(figures).join('\n')).toContain('xmllint (--schema)');
    expect(checkLines({ ...figures, isValidated: false }).join('\n')).toContain('parse only');
  });
});
