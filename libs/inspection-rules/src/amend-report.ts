import type { ArchiveRecord } from '@daiko/exchange-format';
import { catalogue } from './catalogue.js';
import { compareFindings } from './finding.js';
import { duplicateFinding } from './memory-findings.js';
import type { RecordReport } from './record-report.js';
import { primaryReason, returnText, titlesOf } from './return-text.js';

/** Findings of one record in a message, at most (`InspectedRecord`). */
const findingsMax = 200;

/** The same judgement with H001 (重複請求) added: another claim of the same event was accepted before. It takes the place of the last finding where there are as many as a message takes. */
export function returnAsDuplicate(report: RecordReport, earlier = ''): RecordReport {
  const findings = [
    ...report.findings.slice(0, findingsMax - 1),
    duplicateFinding(report.claim, earlier),
  ].sort(compareFindings);
  return {
    ...report,
    verdict: 'returned',
    findings,
    returnReason: primaryReason(findings),
    returnText: returnText(findings, titlesOf(catalogue)),
  };
}

/** The report of a record that could not be judged through a fault of ours; `fault` is a word, never data. */
export function heldReport(record: ArchiveRecord, fault: string): RecordReport {
  return {
    index: record.index,
    verdict: 'held',
    file: record.result?.path ?? null,
    claim: record.claim?.path ?? null,
    findings: [],
    returnReason: null,
    returnText: null,
    isReadable: false,
    insurerNumber: null,
    ticketNumber: null,
    serviceDate: null,
    claimFacts: null,
    identity: null,
    duplicateKey: null,
    memory: null,
    resultEntry: record.result,
    claimEntry: record.claim,
    faults: [fault],
  };
}
