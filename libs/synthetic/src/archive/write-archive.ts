import {
  ArchiveWriter,
  CLAIMS_FOLDER,
  DATA_FOLDER,
  type EntryPrefix,
  formatEntryName,
  INDEX_FILE,
  type IndexDraft,
  kindCodeOf,
  MAX_WRITTEN_ENTRIES,
  oids,
  ownSchemaFiles,
  SUMMARY_FILE,
  type SummaryDraft,
  writeIndex,
  writeSummary,
} from '@daiko/exchange-format';
import type { DefectVerdict } from '../defects/defect.js';
import { type DefectName, namedDefects } from '../defects/named-defects.js';
import type { InventedRecord } from '../record.js';
import { inventRecord } from './invent-record.js';
import type { ArchivePlan } from './plan-archive.js';

/** One planted defect and where it is. */
export interface ExpectedDefect {
  readonly defect: DefectName;
  readonly rule: string;
  readonly verdict: DefectVerdict;
  /** The 26 digits of the pair. */
  readonly pairDigits: string;
}

/** What an inspection must find. Amounts in yen, over all records as submitted. */
export interface ExpectedOutcome {
  readonly verdict: 'received' | 'refused';
  readonly records: number;
  /** Records without finding or with a warning only. */
  readonly passed: number;
  readonly returned: number;
  readonly held: number;
  readonly defects: readonly ExpectedDefect[];
  readonly totalCostYen: number;
  readonly totalPaymentYen: number;
  readonly totalPaymentByOtherProgramYen: number;
  readonly totalClaimYen: number;
  /** Claim amount of the records that pass. */
  readonly passedClaimYen: number;
}

/**
 * Writes a planned archive as a stream: records are invented one by one and not held, so memory does not
 * grow with their number beyond the directory of the archive. Errors of the sink pass through.
 */
export async function writeArchive(
  plan: ArchivePlan,
  sink: (chunk: Uint8Array) => Promise<void>,
): Promise<{ rootName: string; fileName: string; expected: ExpectedOutcome }> {
  const schemas = ownSchemaFiles();
  const zip64 = plan.records.length * 2 + 2 + schemas.length > MAX_WRITTEN_ENTRIES;
  const archive = new ArchiveWriter(sink, plan.rootName, { date: plan.date, zip64 });
  const tally = new Tally(plan);
  for (const record of plan.records) {
    const invented = inventRecord(plan, record);
    const digits = pairDigitsOf(plan, record.index);
    const name = (prefix: EntryPrefix) => formatEntryName({ prefix, ...digits });
    const [data, claim] = plan.kind === 'checkup' ? (['h', 'c'] as const) : (['g', 'p'] as const);
    await archive.addFile(`${DATA_FOLDER}/${name(data)}`, invented.files.data);
    if (invented.files.claim !== null) {
      await archive.addFile(`${CLAIMS_FOLDER}/${name(claim)}`, invented.files.claim);
    }
    tally.add(invented.record, record.defect, name(data).slice(1, 27), invented.files.claim !== null);
  }
  await archive.addFile(INDEX_FILE, tally.index());
  await archive.addFile(SUMMARY_FILE, tally.summary());
  for (const { path, bytes } of schemas) await archive.addFile(path, bytes);
  await archive.finish();
  return { rootName: plan.rootName, fileName: `${plan.rootName}.zip`, expected: tally.outcome() };
}

/** The 26 digits that name the two files of a record. */
export function pairDigits(plan: ArchivePlan, index: number): string {
  return formatEntryName({ prefix: 'h', ...pairDigitsOf(plan, index) }).slice(1, 27);
}

function pairDigitsOf(plan: ArchivePlan, index: number) {
  return {
    institution: plan.provider.number,
    date: plan.date,
    serial: `${plan.sequence}${kindCodeOf(plan.kind)}${String(index).padStart(6, '0')}`,
  };
}

class Tally {
  private readonly defects: ExpectedDefect[] = [];
  private files = 0;
  private claims = 0;
  private readonly sums = { cost: 0, payment: 0, other: 0, claim: 0, passedClaim: 0 };

  constructor(private readonly plan: ArchivePlan) {}

  add(
    { kind, claim }: InventedRecord,
    defect: DefectName | null,
    pairDigits: string,
    hasClaim: boolean,
  ): void {
    this.files += hasClaim ? 2 : 1;
    this.claims += hasClaim ? 1 : 0;
    const { sums } = this;
    if (hasClaim) {
      sums.cost += kind === 'checkup' ? claim.unitAmount : claim.calculatedAmount;
      sums.payment += claim.paymentAmount;
      sums.other += kind === 'checkup' ? (claim.paymentByOtherProgram ?? 0) : 0;
      sums.claim += claim.claimAmount;
    }
    if (defect !== null) {
      const { rule, verdict } = namedDefects[defect];
      this.defects.push({ defect, rule, verdict, pairDigits });
    }
    if (defect === null || namedDefects[defect].verdict === 'warning') sums.passedClaim += claim.claimAmount;
  }

  index(): Uint8Array {
    const { plan } = this;
    const draft: IndexDraft = {
      interactionType: '1',
      creationDate: plan.date,
      sender: { root: oids.providerNumber, number: plan.provider.number },
      receiver: { root: oids.agencyNumber, number: plan.world.agencyNumber },
      serviceEventType: String(kindCodeOf(plan.kind)),
      totalRecordCount: this.files,
    };
    return writeIndex(
      this.defects.reduce(
        (changed, { defect }) => namedDefects[defect].applyIndex?.(changed) ?? changed,
        draft,
      ),
    );
  }

  summary(): Uint8Array {
    const { sums, plan } = this;
    const draft: SummaryDraft = {
      serviceEventType: String(kindCodeOf(plan.kind)),
      totalSubjectCount: this.claims,
      totalCostAmount: sums.cost,
      totalPaymentAmount: sums.payment,
      totalPaymentByOtherProgram: plan.kind === 'checkup' ? sums.other : null,
      totalClaimAmount: sums.claim,
    };
    return writeSummary(
      this.defects.reduce(
        (changed, { defect }) => namedDefects[defect].applySummary?.(changed) ?? changed,
        draft,
      ),
    );
  }

  outcome(): ExpectedOutcome {
    const { sums, defects, plan } = this;
    const count = (verdict: DefectVerdict) => defects.filter((defect) => defect.verdict === verdict).length;
    const refused = count('refused') > 0;
    const returned = refused ? 0 : count('returned');
    const held = refused ? 0 : count('query');
    return {
      verdict: refused ? 'refused' : 'received',
      records: plan.records.length,
      passed: refused ? 0 : plan.records.length - returned - held,
      returned,
      held,
      defects,
      totalCostYen: sums.cost,
      totalPaymentYen: sums.payment,
      totalPaymentByOtherProgramYen: sums.other,
      totalClaimYen: sums.claim,
      passedClaimYen: refused ? 0 : sums.passedClaim,
    };
  }
}
