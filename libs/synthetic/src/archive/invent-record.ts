import {
  writeCheckupClaim,
  writeCheckupReport,
  writeGuidanceClaim,
  writeGuidanceReport,
} from '@daiko/exchange-format';
import { inventCheckup } from '../checkup/invent-checkup.js';
import type { PairFiles } from '../defects/defect.js';
import { namedDefects } from '../defects/named-defects.js';
import type { GuidanceStage } from '../guidance/course.js';
import { inventGuidance } from '../guidance/invent-guidance.js';
import { Random } from '../random.js';
import type { InventedRecord } from '../record.js';
import type { ArchivePlan, RecordPlan } from './plan-archive.js';

/** A record of a plan with its defect, and its two files. */
export function inventRecord(
  plan: ArchivePlan,
  record: RecordPlan,
): { record: InventedRecord; files: PairFiles } {
  const random = new Random(plan.world.seed, plan.seed, 4, record.contentOf);
  const defect = record.defect === null ? null : namedDefects[record.defect];
  const options = {
    serial: serialOf(plan, record.contentOf),
    large: plan.size === 'large',
    wish: defect?.wish ?? {},
  };
  const { world, provider } = plan;
  if (plan.kind === 'checkup') {
    const clean = inventCheckup(random, world, provider, options);
    const invented = defect?.applyCheckup?.(clean, random) ?? clean;
    const files = { data: writeCheckupReport(invented.report), claim: writeCheckupClaim(invented.claim) };
    return { record: invented, files: defect?.applyFiles?.(files, invented) ?? files };
  }
  const side = new Random(plan.world.seed, plan.seed, 6, record.contentOf);
  const drawn = side.weighted(plan.stages.map((stage) => [stageWeights[stage], stage] as const));
  const { stage = drawn, level = side.chance(10) ? '3' : null } = options.wish;
  const clean = inventGuidance(random, world, provider, { serial: options.serial, stage, level });
  const invented = defect?.applyGuidance?.(clean, random) ?? clean;
  const files = { data: writeGuidanceReport(invented.report), claim: writeGuidanceClaim(invented.claim) };
  return { record: invented, files: defect?.applyFiles?.(files, invented) ?? files };
}

/** How often each stage occurs beside the others of a plan. */
const stageWeights: Readonly<Record<GuidanceStage, number>> = {
  first: 80,
  'first-split': 12,
  unfinished: 8,
  evaluated: 60,
  ended: 20,
};

// Consecutive inside an archive, scattered between archives.
function serialOf(plan: ArchivePlan, index: number): number {
  return (
    new Random(plan.world.seed, plan.seed, 5, Number(plan.provider.number.slice(3))).between(0, 99_899_999) +
    index
  );
}
