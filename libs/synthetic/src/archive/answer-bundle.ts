import { Buffer } from 'node:buffer';
import {
  adjudicateClaim,
  ArchiveWriter,
  type ByteSource,
  calendarDate,
  CLAIMS_FOLDER,
  DATA_FOLDER,
  type EntryLocation,
  formatRootName,
  INDEX_FILE,
  isDefective,
  oids,
  ownSchemaFiles,
  parseRootName,
  parseXml,
  readCheckupClaim,
  readDirectory,
  readEntry,
  readGuidanceClaim,
  type ArchiveRecord,
  SUMMARY_FILE,
  writeIndex,
  writeSummary,
} from '@daiko/exchange-format';
import { Random } from '../random.js';

/** What an insurer sends about records of a bundle: 4 返戻, 5 過誤返戻, 11 the answer to a 確認依頼. */
export interface BundleAnswer {
  readonly exchange: '4' | '5' | '11';
  /** Day of sending, YYYYMMDD. */
  readonly date: string;
  /** N of the root name, 0–9. */
  readonly sequence: number;
  readonly seed: number;
  /** Records taken from the bundle, by chance; all of them when it has no more. */
  readonly recordCount: number;
  /** 過誤返戻理由 (別表10) of each; by chance unless given. Null, in an answer (11): the record is accepted. */
  readonly reasonCode?: string | null;
  /** Insurer and agency, where the archive that is answered is not one from agency to insurer. */
  readonly parties?: { readonly insurer: string; readonly agency: string };
}

/** One record of the answer. */
export interface AnsweredRecord {
  /** The 26 digits of the pair. */
  readonly pairDigits: string;
  readonly reasonCode: string | null;
  readonly claimYen: number;
}

/** The archive that was written. */
export interface WrittenAnswer {
  readonly rootName: string;
  readonly fileName: string;
  readonly records: readonly AnsweredRecord[];
}

/**
 * Writes what an insurer sends back about records of an archive that it got (種別 3 or 11): the pairs as they came, each
 * claim with its 処理結果. The same seed gives the same bytes. Errors of the source and the sink pass through; an archive
 * that cannot be read is a RangeError.
 */
export async function answerBundle(
  source: ByteSource,
  answer: BundleAnswer,
  sink: (chunk: Uint8Array) => Promise<void>,
): Promise<WrittenAnswer> {
  const directory = await readDirectory(source);
  if (isDefective(directory)) throw new RangeError('the bundle cannot be read');
  const name = parseRootName(directory.rootFolder);
  if (!name.ok) throw new RangeError('the bundle has no name of the standard');
  const { insurer = name.value.receiver, agency = name.value.sender } = answer.parties ?? {};
  const rootName = formatRootName({
    ...name.value,
    sender: insurer,
    receiver: agency,
    date: calendarDate(answer.date),
    sequence: answer.sequence,
  });
  const archive = new ArchiveWriter(sink, rootName, { date: calendarDate(answer.date) });
  const tally = new AnswerTally({ insurer, agency, kindCode: name.value.kindCode }, answer);
  const random = new Random(answer.seed);
  for (const index of chosenOf(directory.recordCount, answer.recordCount, random)) {
    const record = directory.record(index);
    const reasonCode = answer.reasonCode === undefined ? `0${random.between(1, 7)}` : answer.reasonCode;
    await tally.copy(source, archive, record, reasonCode);
  }
  await archive.addFile(INDEX_FILE, tally.index());
  await archive.addFile(SUMMARY_FILE, tally.summary());
  for (const { path, bytes } of ownSchemaFiles()) await archive.addFile(path, bytes);
  await archive.finish();
  return { rootName, fileName: `${rootName}.zip`, records: tally.records };
}

function chosenOf(available: number, wanted: number, random: Random): number[] {
  const left = Array.from({ length: available }, (_, index) => index);
  const chosen: number[] = [];
  while (left.length > 0 && chosen.length < wanted) {
    chosen.push(...left.splice(random.between(0, left.length - 1), 1));
  }
  return chosen.sort((a, b) => a - b);
}

class AnswerTally {
  readonly records: AnsweredRecord[] = [];
  private readonly sums = { cost: 0, payment: 0, other: 0, claim: 0 };

  constructor(
    private readonly bundle: { insurer: string; agency: string; kindCode: number },
    private readonly answer: BundleAnswer,
  ) {}

  async copy(
    source: ByteSource,
    archive: ArchiveWriter,
    record: ArchiveRecord,
    reasonCode: string | null,
  ): Promise<void> {
    if (record.result === null || record.claim === null)
      throw new RangeError('the bundle has a file without twin');
    const claim = await bytesOf(source, record.claim);
    const { result } = record;
    const claimYen = this.add(claim, record.guidance);
    await archive.addFile(`${DATA_FOLDER}/${nameOf(result)}`, await bytesOf(source, result));
    await archive.addFile(`${CLAIMS_FOLDER}/${nameOf(record.claim)}`, this.adjudicated(claim, reasonCode));
    this.records.push({ pairDigits: nameOf(result).slice(1, 27), reasonCode, claimYen });
  }

  index(): Uint8Array {
    return writeIndex({
      interactionType: this.answer.exchange,
      creationDate: this.answer.date,
      sender: { root: oids.insurerNumber, number: this.bundle.insurer },
      receiver: { root: oids.agencyNumber, number: this.bundle.agency },
      serviceEventType: String(this.bundle.kindCode),
      totalRecordCount: 2 * this.records.length,
    });
  }

  summary(): Uint8Array {
    const { sums } = this;
    return writeSummary({
      serviceEventType: String(this.bundle.kindCode),
      totalSubjectCount: this.records.length,
      totalCostAmount: sums.cost,
      totalPaymentAmount: sums.payment,
      totalPaymentByOtherProgram: this.bundle.kindCode === 1 ? sums.other : null,
      totalClaimAmount: sums.claim,
    });
  }

  private adjudicated(claim: Uint8Array, reasonCode: string | null): Uint8Array {
    if (reasonCode === null) return claim;
    return adjudicateClaim(claim, {
      by: 'insurer',
      interactionType: this.answer.exchange,
      recordDate: this.answer.date,
      reasonCode,
      text: reasonCode === '09' ? '保険者の確認による' : '',
    });
  }

  private add(bytes: Uint8Array, isGuidance: boolean): number {
    const parsed = parseXml(bytes);
    if (!parsed.ok) throw new RangeError('a claim of the bundle cannot be read');
    const claim = isGuidance ? readGuidanceClaim(parsed.root) : readCheckupClaim(parsed.root);
    const { sums } = this;
    const claimYen = claim.claimAmount?.value ?? 0;
    sums.cost += ('unitAmount' in claim ? claim.unitAmount : claim.calculatedAmount)?.value ?? 0;
    sums.payment += claim.paymentAmount?.value ?? 0;
    sums.other += 'paymentByOtherProgram' in claim ? (claim.paymentByOtherProgram?.value ?? 0) : 0;
    sums.claim += claimYen;
    return claimYen;
  }
}

async function bytesOf(source: ByteSource, location: EntryLocation): Promise<Uint8Array> {
  const answer = await readEntry(source, location);
  if (!answer.ok) throw new RangeError('a file of the bundle cannot be read');
  return Buffer.from(answer.bytes);
}

function nameOf({ path }: EntryLocation): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
