import type { AnswerCounters, Histogram } from './counters.js';
import { counterNames } from './counters.js';
import type { GroupStatistics } from './archive-statistics.js';

/** A part of a number of records, with the words that a report has for it. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** The counters of one institution and year, as rules ask for them. */
export class InstitutionStatistics {
  readonly institution: string;
  readonly fiscalYear: number;
  readonly recordCount: number;
  private readonly counts: Readonly<Record<string, number>>;

  constructor(group: GroupStatistics) {
    this.institution = group.institution;
    this.fiscalYear = group.fiscalYear;
    this.recordCount = group.recordCount;
    this.counts = group.counts;
  }

  countAt(place: number): number {
    return this.counts[counterNames[place]!] ?? 0;
  }

  /** How many of those who answered chose an option. */
  answers({ options, first }: AnswerCounters, option: string): Share {
    const of = options.reduce((sum, _, at) => sum + this.countAt(first + at), 0);
    const at = options.indexOf(option);
    return { count: at < 0 ? 0 : this.countAt(first + at), of };
  }

  sizeOf({ first, bins }: Histogram): number {
    let size = 0;
    for (let bin = 0; bin < bins; bin++) size += this.countAt(first + bin);
    return size;
  }

  /** The value in the middle, the lower of two; null without values. */
  medianOf(histogram: Histogram): number | null {
    const half = Math.ceil(this.sizeOf(histogram) / 2);
    let seen = 0;
    for (let bin = 0; bin < histogram.bins && half > 0; bin++) {
      seen += this.countAt(histogram.first + bin);
      if (seen >= half) return histogram.valueOf(bin);
    }
    return null;
  }
}

/** True where a share is at least so many percent; compared in whole numbers. */
export function isAtLeast({ count, of }: Share, percent: number): boolean {
  return count * 100 >= percent * of;
}

/** `97% (116/120)`, the percent rounded down. */
export function shareText({ count, of }: Share): string {
  return `${of === 0 ? 0 : Math.floor((count * 100) / of)}% (${count}/${of})`;
}
