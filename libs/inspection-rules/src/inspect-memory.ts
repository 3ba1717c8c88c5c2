import { calendarDate } from '@daiko/exchange-format';
import { catalogue } from './catalogue.js';
import { Engine, FindingCollector, type Step } from './engine.js';
import type { Facts } from './frame.js';
import { compareFindings } from './finding.js';
import { preparedOnce } from './prepared-once.js';
import type { RecordHistory } from './record-history.js';
import { isAnyStale, softenReturns } from './stale-masters.js';
import type { RecordMasters } from './record-masters.js';
import type { RecordReport } from './record-report.js';
import { primaryReason, returnText, titlesOf } from './return-text.js';
import type { AppliesTo } from './document-facts.js';
import type { Rule } from './rule.js';
import { severitiesFor } from './severities.js';
import type { InspectionSettings } from './settings.js';

/** What is remembered of a record: masters of its insurer, earlier records of its person. */
export interface Memory {
  readonly masters: RecordMasters;
  readonly history: RecordHistory;
}

/**
 * Goes on where `inspectRecords` ended: masters (L7), then history (L8). The findings join those of the report, which is
 * judged anew; a rule that throws makes it `held`. Records returned at L4 or L5, and held ones, stay as they are.
 */
export function inspectMemory(
  report: RecordReport,
  memory: Memory,
  settings: InspectionSettings,
  date: string,
  rules: readonly Rule[] = catalogue,
): RecordReport {
  const { memory: record, verdict } = report;
  if (record === null || verdict === 'held') return report;
  const facts: Facts = { date: calendarDate(date), settings };
  const severities = severitiesFor(settings, record.circumstances);
  const collector = new FindingCollector(noRoots, null, severities);
  const judge = judgeOf(rules, settings);
  const { masters, history } = record.isGuidance ? judge.guidance : judge.checkup;
  const said = new Set(report.findings.map(({ rule }) => rule));
  const subject = { record, ...memory, said };
  masters.run(subject, facts, collector);
  if (isAnyStale(memory.masters, facts)) softenReturns(collector.findings);
  history.run(subject, facts, collector);
  if (collector.findings.length === 0 && !collector.hasFault) return report;
  return withFindings(report, collector, settings.findingsMax, judge.titleOf);
}

const noRoots = new Map<never, string>();

function withFindings(
  report: RecordReport,
  collector: FindingCollector,
  findingsMax: number,
  titleOf: (rule: string) => string,
): RecordReport {
  // The findings with memory come last in the order; they are not cut where a record is full.
  const room = Math.max(0, findingsMax - collector.findings.length);
  const findings = [...report.findings.slice(0, room), ...collector.sorted(findingsMax)].sort(
    compareFindings,
  );
  if (collector.hasFault) {
    const faults = [...report.faults, ...collector.faults];
    return { ...report, verdict: 'held', findings, faults, returnReason: null, returnText: null };
  }
  const isReturned = report.verdict === 'returned' || collector.hasSeverity('return');
  const isQueried = report.verdict === 'query' || collector.hasSeverity('query');
  return {
    ...report,
    verdict: isReturned ? 'returned' : isQueried ? 'query' : 'accepted',
    findings,
    returnReason: isReturned ? primaryReason(findings) : null,
    returnText: isReturned ? returnText(findings, titleOf) : null,
  };
}

/** Rules of L7 and of L8. */
interface MemorySteps {
  readonly masters: Step<'memory'>;
  readonly history: Step<'memory'>;
}

interface MemoryJudge {
  readonly checkup: MemorySteps;
  readonly guidance: MemorySteps;
  readonly titleOf: (rule: string) => string;
}

const judgeOf = preparedOnce((rules, settings): MemoryJudge => {
  const engine = new Engine(rules, settings);
  return {
    checkup: stepsOf(engine, ['hc', 'cc']),
    guidance: stepsOf(engine, ['hg', 'gc']),
    titleOf: titlesOf(rules),
  };
});

function stepsOf(engine: Engine, kinds: readonly AppliesTo[]): MemorySteps {
  return { masters: engine.step('memory', 7, kinds), history: engine.step('memory', 8, kinds) };
}
