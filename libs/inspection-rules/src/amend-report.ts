import type { Severity } from '@daiko/contracts';
import type { ArchiveRecord } from '@daiko/exchange-format';
import { catalogue } from './catalogue.js';
import { compareFindings, type Finding } from './finding.js';
import { repeatedClaimFinding } from './memory-findings.js';
import type { RecordReport } from './record-report.js';
import { primaryReason, returnText, titlesOf } from './return-text.js';
import { text } from './rule.js';
import { h001 } from './rules/history/h001-record-is-new.js';
import { severitiesFor } from './severities.js';
import type { InspectionSettings } from './settings.js';

/** Findings of one record in a message, at most (`InspectedRecord`). */
const findingsMax = 200;
const titleOfCatalogue = titlesOf(catalogue);

/** What holds a claim of which the history has no record: kept from before there was one. */
const unnamed = text('以前の受付', 'an earlier submission');

/**
 * The same judgement with H001 (重複請求) added, as hard as the settings have it: the claim is taken by a record that the history does
 * not name. It takes the place of the last finding where there are as many as a message takes.
 */
export function addRepetition(
  report: RecordReport,
  settings: InspectionSettings,
  titleOf: (rule: string) => string = titleOfCatalogue,
): RecordReport {
  const { memory, claim } = report;
  const severities = memory === null ? settings.severities : severitiesFor(settings, memory.circumstances);
  const severity = severities.H001 ?? h001.severity;
  if (severity === 'off') return report;
  const findings = [
    ...report.findings.slice(0, findingsMax - 1),
    repeatedClaimFinding(claim, unnamed, severity),
  ].sort(compareFindings);
  return { ...report, ...verdictOf(report, findings, severity, titleOf) };
}

function verdictOf(
  { verdict }: RecordReport,
  findings: readonly Finding[],
  severity: Severity,
  titleOf: (rule: string) => string,
): Partial<RecordReport> {
  if (severity !== 'return') return { findings, verdict: severity === 'query' ? 'query' : verdict };
  return {
    findings,
    verdict: 'returned',
    returnReason: primaryReason(findings),
    returnText: returnText(findings, titleOf),
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
    statistics: null,
    schemaVerdicts: { result: null, claim: null },
    resultEntry: record.result,
    claimEntry: record.claim,
    faults: [fault],
  };
}
