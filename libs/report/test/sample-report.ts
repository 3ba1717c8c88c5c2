import type { Severity } from '@daiko/contracts';
import type { Finding, ReturnReason } from '@daiko/inspection-rules';
import { type ReportedRecord, type ReportHeader, type ReportSummary, Summing } from '../src/index.js';

export const sampleHeader: ReportHeader = {
  name: '1319999981_91399998_202611240_1',
  verdict: 'accepted',
  versions: {
    rules: '2026.11-1',
    settings: 'standard',
    standard: '第4期 V08',
    schemas: 'daiko-0123456789ab',
    date: '20261124',
  },
  notChecked: ['T009', 'H005'],
};

/** An invented finding. */
export function finding(rule: string, severity: Severity, more: Partial<Finding> = {}): Finding {
  return {
    rule,
    level: 6,
    severity,
    returnReason: '02' as ReturnReason,
    file: null,
    line: null,
    xpath: null,
    item: null,
    value: null,
    expected: null,
    message: { ja: `${rule}の指摘`, en: `finding of ${rule}` },
    remedy: { ja: `${rule}の対応`, en: `remedy of ${rule}` },
    ...more,
  };
}

/** An invented record; its file and ticket number follow from its index. */
export function record(index: number, findings: readonly Finding[]): ReportedRecord {
  const has = (severity: Severity): boolean => findings.some((each) => each.severity === severity);
  return {
    index,
    verdict: has('return') ? 'returned' : has('query') ? 'query' : 'accepted',
    file: `root/DATA/h${index}.xml`,
    claim: `root/CLAIMS/c${index}.xml`,
    ticketNumber: String(26_000_000_000 + index),
    findings,
  };
}

/** Three defects of different weight and frequency, one of them in 25 records. */
export function sampleSummary(): ReportSummary {
  const summing = new Summing();
  const at = (index: number) => ({ file: `root/DATA/h${index}.xml`, line: 40 + index });
  for (let index = 0; index < 25; index++) {
    const missing = finding('M003', 'return', { ...at(index), item: '9N011000000000001' });
    const found = [missing];
    if (index === 3) {
      const message = { ja: '請求金額7000円は7500円です。', en: 'The amount 7000 is 7500.' };
      const money = { file: 'root/CLAIMS/c3.xml', line: 9, value: '7000', expected: '7500', message };
      const xpath = '/checkupClaim/settlement/claimAmount[2]';
      found.push(finding('P006', 'return', { ...money, xpath, returnReason: '09' }));
    }
    summing.addRecord(record(index, found));
  }
  const high = { ...at(25), item: '9N001000000000001', value: '=1+1', expected: '<130', returnReason: null };
  summing.addRecord(record(25, [finding('V015', 'query', high)]));
  summing.addRecord(record(26, []));
  return summing.summary(sampleHeader);
}
