import type { Bilingual, Severity } from '@daiko/contracts';
import type { ArchiveRecord } from '@daiko/exchange-format';
import { catalogue } from './catalogue.js';
import { compareFindings, type Finding } from './finding.js';
import { repetitionFinding } from './memory-findings.js';
import { claimPlace } from './memory-places.js';
import type { WrittenPlace } from './place.js';
import type { RecordReport } from './record-report.js';
import { primaryReason, returnText, titlesOf } from './return-text.js';
import { h001 } from './rules/history/h001-record-is-new.js';
import { h002 } from './rules/history/h002-ticket-is-used-for-one-checkup.js';
import { h008 } from './rules/history/h008-timing-is-claimed-once.js';
import { severitiesFor } from './severities.js';
import type { InspectionSettings } from './settings.js';

/** Findings of one record in a message, at most (`InspectedRecord`). */
const findingsMax = 200;
const titleOfCatalogue = titlesOf(catalogue);

const rulesOfRepetition = { H001: h001, H002: h002, H008: h008 } as const;
/** Rules that tell of a claim which stands earlier in the same archive. */
export type ArchiveRepetition = keyof typeof rulesOfRepetition;

/** How hard a repeated claim weighs for a record: the settings may soften it or turn it off. */
export function severityOfRepetition(
  report: RecordReport,
  settings: InspectionSettings,
  rule: ArchiveRepetition = 'H001',
): Severity | 'off' {
  const circumstances = report.memory?.circumstances;
  const severities =
    circumstances === undefined ? settings.severities : severitiesFor(settings, circumstances);
  return severities[rule] ?? rulesOfRepetition[rule].severity;
}

/**
 * The same judgement with H001 (重複請求), H002 or H008 added: another claim of the same event was accepted before, as `earlier` says.
 * It takes the place of the last finding where there are as many as a message takes.
 */
export function addRepetition(
  report: RecordReport,
  earlier: string | Bilingual,
  severity: Severity | 'off',
  titleOf: (rule: string) => string = titleOfCatalogue,
  rule: ArchiveRepetition = 'H001',
): RecordReport {
  if (severity === 'off') return report;
  const findings = [
    ...report.findings.slice(0, findingsMax - 1),
    repetitionFinding(rulesOfRepetition[rule], placeOf(report, rule), earlier, severity),
  ].sort(compareFindings);
  return { ...report, ...verdictOf(report, findings, severity, titleOf) };
}

function placeOf({ claim, memory }: RecordReport, rule: ArchiveRepetition): WrittenPlace {
  const whole = { file: claim, line: null, xpath: null };
  if (memory === null || rule === 'H001') return whole;
  const place = claimPlace(memory.places, rule === 'H002' ? 'ticket' : 'timing', memory.isGuidance);
  return { ...whole, ...place };
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
