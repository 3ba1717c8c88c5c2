import { calendarDate } from '@daiko/exchange-format';
import { catalogue } from '../catalogue.js';
import { Engine, FindingCollector } from '../engine.js';
import type { Facts } from '../frame.js';
import type { Finding } from '../finding.js';
import type { Rule } from '../rule.js';
import type { Severities } from '../severities.js';
import type { InspectionSettings } from '../settings.js';
import type { GroupStatistics, WrittenStatistics } from './archive-statistics.js';
import { InstitutionStatistics } from './institution-statistics.js';
import { rulesOfLastYear } from './last-year.js';
import type { ArchiveOutcome } from './statistics-case.js';

/** What is remembered beside an archive. */
export interface StatisticsMemory {
  /** Statistics of the same institutions in the years before theirs, each institution and year once. */
  readonly past: readonly GroupStatistics[];
  /** Archives of the sender that were judged before, the latest first; null where none are remembered. */
  readonly earlier: readonly ArchiveOutcome[] | null;
}

/** Nothing is remembered: `daiko check`. */
export const noStatisticsMemory: StatisticsMemory = { past: [], earlier: null };

/** What L9 says of an archive. */
export interface StatisticsReport {
  readonly findings: readonly Finding[];
  /** Rules that an institution of the archive is large enough for, but of whose year before nothing is known. */
  readonly notChecked: readonly string[];
  /** Ids of rules that failed. */
  readonly faults: readonly string[];
}

const LEVEL = 9;

/**
 * Judges an archive as a whole (L9) when its records are judged: each institution and year with at least
 * `settings.statistics.recordsMin` checkups, then the outcome. Nothing can be refused or returned any more: what settings make
 * so hard is a query. Severities are those for everybody, since an institution has many insurers.
 */
export function inspectStatistics(
  statistics: WrittenStatistics,
  memory: StatisticsMemory,
  settings: InspectionSettings,
  date: string,
  rules: readonly Rule[] = catalogue,
): StatisticsReport {
  const facts: Facts = { date: calendarDate(date), settings };
  const collector = new FindingCollector(new Map(), null, softened(settings.severities));
  const engine = new Engine(rules, settings);
  const large = statistics.groups.filter(({ recordCount }) => recordCount >= settings.statistics.recordsMin);
  let isPastMissing = false;
  for (const group of large) {
    const past = memory.past.find(
      ({ institution, fiscalYear }) =>
        institution === group.institution && fiscalYear === group.fiscalYear - 1,
    );
    const isKnown = past !== undefined && past.recordCount >= settings.statistics.recordsMin;
    if (!isKnown) isPastMissing = true;
    const subject = {
      own: new InstitutionStatistics(group),
      past: isKnown ? new InstitutionStatistics(past) : null,
    };
    engine.step('statistics', LEVEL, ['hc']).run(subject, facts, collector);
  }
  const { recordCount, returnedCount } = statistics;
  const outcome = { own: { recordCount, returnedCount }, earlier: memory.earlier };
  engine.step('outcome', LEVEL, ['zip']).run(outcome, facts, collector);
  return {
    findings: collector.sorted(settings.findingsMax),
    notChecked: isPastMissing ? rulesOfLastYear : [],
    faults: collector.faults,
  };
}

function softened(severities: Severities): Severities {
  const entries = Object.entries(severities).map(([rule, severity]) => {
    return [rule, severity === 'refuse' || severity === 'return' ? 'query' : severity] as const;
  });
  return Object.fromEntries(entries);
}
