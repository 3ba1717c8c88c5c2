import { median } from '../bench/bench-report.js';
import type { Broken, CampaignState, DoneRun } from './campaign.js';

/** The figures of a campaign. */
export interface CampaignFigures {
  runs: number;
  commits: Record<string, number>;
  records: number;
  yen: number;
  faults: number;
  medianSeconds: number;
  totalSeconds: number;
  withTwoWorkers: number;
  faultsByKind: Record<string, number>;
  violations: Broken[];
}

/** Sums up what is done so far. */
export function figuresOf({ done, violations }: CampaignState): CampaignFigures {
  const sum = (of: (run: DoneRun) => number): number => done.reduce((total, run) => total + of(run), 0);
  const seconds = (ms: number): number => Number((ms / 1000).toFixed(1));
  return {
    runs: done.length,
    commits: countOf(done.map(({ commit }) => commit)),
    records: sum(({ records }) => records),
    yen: sum(({ yen }) => yen),
    faults: sum(({ faults }) => faults.length),
    medianSeconds: done.length === 0 ? 0 : seconds(median(done.map(({ ms }) => ms))),
    totalSeconds: seconds(sum(({ ms }) => ms)),
    withTwoWorkers: done.filter(({ workers }) => workers !== null).length,
    faultsByKind: countOf(done.flatMap(({ faults }) => faults)),
    violations,
  };
}

/** The summary as Markdown, for docs/fault-runs.md. */
export function markdownOf({ seed, done }: CampaignState, figures: CampaignFigures): string {
  const { runs, records, yen, faults, medianSeconds, withTwoWorkers, violations } = figures;
  const last = done.reduce((highest, run) => Math.max(highest, run.seed), seed);
  const commits = Object.entries(figures.commits).map(([commit, count]) => `${commit} (${count})`);
  const kinds = Object.entries(figures.faultsByKind).map(([kind, count]) => `| ${kind} | ${count} |`);
  const broken = violations.map(
    (each) => `| ${each.seed} | ${each.commit} | ${each.message.slice(0, 120)} |`,
  );
  return [
    '| Campaign | |',
    '| --- | --- |',
    `| Runs | ${runs} (seeds ${seed} to ${last}), ${withTwoWorkers} of them with two inspection and two routing processes |`,
    `| Commits | ${commits.join(', ')} |`,
    `| Records, yen delivered | ${records}, ${yen.toLocaleString('en')} |`,
    `| Faults that came to pass | ${faults} |`,
    `| Median of a run | ${medianSeconds} s |`,
    `| Violations | ${violations.length} |`,
    '',
    '| Fault | Times |',
    '| --- | --- |',
    ...kinds,
    ...(broken.length === 0 ? [] : ['', '| Seed | Commit | Violation |', '| --- | --- | --- |', ...broken]),
    '',
  ].join('\n');
}

function countOf(names: readonly string[]): Record<string, number> {
  const counts = Map.groupBy(names, (name) => name);
  return Object.fromEntries(
    [...counts].map(([name, all]) => [name, all.length] as const).sort(([a], [b]) => a.localeCompare(b)),
  );
}
