import { describe, expect, it } from '@jest/globals';
import type { Finding } from '@daiko/inspection-rules';
import type { Submission } from '../submission/submission.store.js';
import type { FindingsOf } from './report-vault.js';
import { sumReport } from './sum-report.js';

const submission = {
  fileName: '1319999981_91399998_202611240_1.zip',
  state: 'judged',
  settingsVersion: 'default-1',
  inspectionDate: '20261124',
} as Submission;
const verdicts = { accepted: 7, query: 1, returned: 2, held: 0 };

const finding = (rule: string, severity: Finding['severity']): Finding => ({
  rule,
  level: 6,
  severity,
  returnReason: '02',
  file: 'root/DATA/h1.xml',
  line: 3,
  xpath: '/ClinicalDocument',
  item: null,
  value: null,
  expected: null,
  message: { ja: '指摘', en: 'finding' },
  remedy: { ja: '対応', en: 'remedy' },
});

async function* pieces(...all: FindingsOf[][]): AsyncGenerator<FindingsOf> {
  yield* all.flat();
}

describe('a sealed report that is summed', () => {
  it('counts over its pieces, and takes the verdicts of records without findings from the submission', async () => {
    const summary = await sumReport(
      submission,
      verdicts,
      pieces(
        [{ index: null, findings: [finding('A025', 'warning')] }],
        [
          {
            index: 0,
            verdict: 'returned',
            ticketNumber: '26123456789',
            findings: [finding('M003', 'return')],
          },
        ],
        [{ index: 5, verdict: 'returned', ticketNumber: null, findings: [finding('M003', 'return')] }],
      ),
    );
    expect(summary.header).toMatchObject({ name: '1319999981_91399998_202611240_1', verdict: 'accepted' });
    expect(summary.verdicts).toEqual(verdicts);
    expect(summary.defects.map(({ rule, count }) => [rule, count])).toEqual([
      ['M003', 2],
      ['A025', 1],
    ]);
    expect(summary.defects[0]?.places[0]?.ticketNumber).toBe('26123456789');
  });

  it('reads reports that were sealed before verdict and files were kept in them', async () => {
    const old: FindingsOf[] = [
      { index: 2, findings: [finding('M003', 'return'), finding('V015', 'query')] },
      { index: 3, findings: [finding('V015', 'query')] },
      { index: 4, findings: [finding('V021', 'warning')] },
    ];
    const { records } = await sumReport({ ...submission, state: 'inspecting' }, verdicts, pieces(old));
    expect(records.map(({ index, verdict }) => [index, verdict])).toEqual([
      [2, 'returned'],
      [3, 'query'],
    ]);
  });
});
