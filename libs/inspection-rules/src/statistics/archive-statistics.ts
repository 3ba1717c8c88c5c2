import type { RecordReport } from '../record-report.js';
import { counterNames } from './counters.js';

/** Counters of the checkups of one institution and fiscal year (年度) as they are kept: by name, those that are not 0. */
export interface GroupStatistics {
  readonly institution: string;
  readonly fiscalYear: number;
  readonly recordCount: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** Statistics of an archive or a part of it as they are kept: numbers of records, never a value of a person. */
export interface WrittenStatistics {
  /** Records that were judged. */
  readonly recordCount: number;
  readonly returnedCount: number;
  /** By institution and fiscal year. */
  readonly groups: readonly GroupStatistics[];
}

/** Institutions and years that an archive is counted by: the first by their number, in whatever order the records come. */
export const GROUPS_MAX = 100;

interface Group {
  readonly key: string;
  readonly institution: string;
  readonly fiscalYear: number;
  recordCount: number;
  readonly counts: Uint32Array;
}

const placeOf = new Map(counterNames.map((name, place) => [name, place]));

/** Counts records while they are judged. What comes of it does not depend on their order or on how they were divided. */
export class ArchiveStatistics {
  private recordCount = 0;
  private returnedCount = 0;
  private readonly groups = new Map<string, Group>();
  /** No group from here on is counted: there were more than {@link GROUPS_MAX} before it. */
  private beyond: string | null = null;

  /** Counts a record; one that is held was not judged. */
  add({ verdict, statistics }: Pick<RecordReport, 'verdict' | 'statistics'>): void {
    if (verdict === 'held') return;
    this.recordCount++;
    if (verdict === 'returned') this.returnedCount++;
    if (statistics === null) return;
    const group = this.groupOf(statistics.institution, statistics.fiscalYear);
    if (group === null) return;
    group.recordCount++;
    const { counts } = group;
    for (const place of statistics.counted) counts[place]!++;
  }

  /** Adds what was counted elsewhere; counters that this release does not know are passed over. */
  merge({ recordCount, returnedCount, groups }: WrittenStatistics): void {
    this.recordCount += recordCount;
    this.returnedCount += returnedCount;
    for (const each of groups) {
      const group = this.groupOf(each.institution, each.fiscalYear);
      if (group === null) continue;
      group.recordCount += each.recordCount;
      for (const [name, count] of Object.entries(each.counts)) {
        const place = placeOf.get(name);
        if (place !== undefined) group.counts[place]! += count;
      }
    }
  }

  written(): WrittenStatistics {
    const groups = [...this.groups.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    return {
      recordCount: this.recordCount,
      returnedCount: this.returnedCount,
      groups: groups.map(({ institution, fiscalYear, recordCount, counts }) => {
        return { institution, fiscalYear, recordCount, counts: namedCounts(counts) };
      }),
    };
  }

  private groupOf(institution: string, fiscalYear: number): Group | null {
    const key = `${institution} ${fiscalYear}`;
    const known = this.groups.get(key);
    if (known !== undefined) return known;
    if (this.beyond !== null && key >= this.beyond) return null;
    const counts = new Uint32Array(counterNames.length);
    const group = { key, institution, fiscalYear, recordCount: 0, counts };
    this.groups.set(key, group);
    if (this.groups.size <= GROUPS_MAX) return group;
    this.beyond = [...this.groups.keys()].reduce((last, each) => (each > last ? each : last));
    this.groups.delete(this.beyond);
    return this.beyond === key ? null : group;
  }
}

function namedCounts(counts: Uint32Array): Record<string, number> {
  const named: Record<string, number> = {};
  counts.forEach((count, place) => {
    if (count > 0) named[counterNames[place]!] = count;
  });
  return named;
}

/** The sum of written statistics. */
export function statisticsOf(parts: Iterable<WrittenStatistics>): WrittenStatistics {
  const sum = new ArchiveStatistics();
  for (const part of parts) sum.merge(part);
  return sum.written();
}
