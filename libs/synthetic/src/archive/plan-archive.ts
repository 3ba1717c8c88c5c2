import { type ArchiveKind, type CalendarDate, formatRootName, kindCodeOf } from '@daiko/exchange-format';
import { type DefectName, namedDefects } from '../defects/named-defects.js';
import type { GuidanceStage } from '../guidance/course.js';
import { Random } from '../random.js';
import type { Provider, World } from '../world.js';

/** A defect and how many records shall have it (1 unless said). */
export interface DefectPlan {
  readonly name: DefectName;
  readonly count?: number;
}

/** One record to be invented; small, because large archives hold many. */
export interface RecordPlan {
  readonly index: number;
  readonly defect: DefectName | null;
  /** Index of the record whose content is used: its own, or that of the record it repeats. */
  readonly contentOf: number;
}

/** Everything an archive is made from; the same plan gives the same bytes. */
export interface ArchivePlan {
  readonly world: World;
  readonly provider: Provider;
  readonly kind: ArchiveKind;
  /** 提出年月日. */
  readonly date: CalendarDate;
  /** N 同日分割送信回数, 0 to 9. */
  readonly sequence: number;
  readonly size: 'small' | 'large';
  readonly seed: number;
  readonly rootName: string;
  /** Stages of guidance that occur. */
  readonly stages: readonly GuidanceStage[];
  readonly records: readonly RecordPlan[];
}

/** Most records of a plan. */
export const mostRecords = 100_000;

/** Stages that need no earlier claim. */
const firstClaims: readonly GuidanceStage[] = ['first', 'first-split', 'unfinished'];
/** From this day on a course that began in 第4期 can have come to its end. */
const endedFrom = '20241101';

/**
 * Plans an archive of one provider. Defects fall on records chosen by the seed, at most one each.
 * Guidance archives hold first claims unless `stages` says otherwise.
 * RangeError when defects do not fit the kind or the number of records.
 */
export function planArchive(
  world: World,
  options: {
    provider: Provider;
    kind: ArchiveKind;
    recordCount: number;
    sequence: number;
    defects?: readonly DefectPlan[];
    size?: 'small' | 'large';
    stages?: readonly GuidanceStage[] | undefined;
    seed: number;
  },
): ArchivePlan {
  const {
    provider,
    kind,
    recordCount,
    sequence,
    defects = [],
    size = 'small',
    stages = firstClaims,
    seed,
  } = options;
  if (!Number.isInteger(recordCount) || recordCount < 1 || recordCount > mostRecords) {
    throw new RangeError(`1 to ${mostRecords} records were expected`);
  }
  if (
    stages.length === 0 ||
    (world.date < endedFrom && !stages.every((stage) => firstClaims.includes(stage)))
  ) {
    throw new RangeError(`stages that end a guidance need a date from ${endedFrom} on`);
  }
  const rootName = formatRootName({
    sender: provider.number,
    receiver: world.agencyNumber,
    date: world.date,
    sequence,
    kindCode: kindCodeOf(kind),
  });
  const placed = placeDefects(new Random(world.seed, seed, 3), kind, recordCount, defects);
  const records = Array.from({ length: recordCount }, (_, index): RecordPlan => {
    const defect = placed.get(index) ?? null;
    const repeats = defect !== null && namedDefects[defect].repeats === true;
    return { index, defect, contentOf: repeats ? cleanBefore(index, placed) : index };
  });
  return { world, provider, kind, date: world.date, sequence, size, seed, rootName, stages, records };
}

function placeDefects(
  random: Random,
  kind: ArchiveKind,
  recordCount: number,
  defects: readonly DefectPlan[],
): Map<number, DefectName> {
  const wanted = defects.flatMap(({ name, count = 1 }) => Array.from({ length: count }, () => name));
  for (const name of wanted) {
    if (!namedDefects[name].kinds.includes(kind)) throw new RangeError(`${name} does not occur in ${kind}`);
  }
  // The first record stays clean whenever it can, so that a repetition has something to repeat.
  const repeats = wanted.some((name) => namedDefects[name].repeats === true);
  const first = repeats || wanted.length < recordCount ? 1 : 0;
  if (wanted.length > recordCount - first) throw new RangeError('more defects than records');
  const free = Array.from({ length: recordCount - first }, (_, i) => i + first);
  const placed = new Map<number, DefectName>();
  for (const name of wanted) {
    const at = random.between(0, free.length - 1);
    placed.set(free[at]!, name);
    free[at] = free.at(-1)!;
    free.pop();
  }
  return placed;
}

function cleanBefore(index: number, placed: ReadonlyMap<number, DefectName>): number {
  for (let earlier = index - 1; earlier > 0; earlier--) if (!placed.has(earlier)) return earlier;
  return 0;
}
