import {
  decidedDifferences,
  type DocumentKind,
  type EntryLocation,
  readEntries,
} from '@daiko/exchange-format';
import { heldReport, type InspectionSettings, type RecordReport } from '@daiko/inspection-rules';
import { type Logger, metrics } from '@daiko/observability';
import type { OpenArchive } from '../submission/open-archives.js';
import { isInSample } from './opinion-sample.js';
import type { SecondOpinion } from './second-opinion.js';

/** Word of a record that is held for the second opinion, in its faults. */
export const SECOND_OPINION_FAULT = 'second-opinion';

/** A document that our validator has judged. */
export interface JudgedDocument {
  readonly kind: DocumentKind;
  readonly entry: EntryLocation;
  readonly isValid: boolean;
}

type Outcome = 'agreed' | 'decided' | 'differs' | 'failed';

/**
 * Asks the second opinion of every document that our schemas refuse and of a sample of those that they accept. A document on which
 * the two differ, or of which it cannot say anything, is a fault of ours: its record is held, neither accepted nor returned.
 */
export class AskSecondOpinion {
  constructor(
    /** Null where it was turned off. */
    private readonly opinion: SecondOpinion | null,
    private readonly settings: InspectionSettings,
    private readonly logger: Pick<Logger, 'error'>,
  ) {
    isAbsent().set(opinion === null ? 1 : 0);
  }

  /** The reports of some records, those held about whose documents the judges differ. */
  async review(
    archive: OpenArchive,
    reports: readonly RecordReport[],
    of: { readonly submissionId: string; readonly share: number },
  ): Promise<RecordReport[]> {
    if (this.opinion === null) return [...reports];
    const asked = reports.flatMap((report) =>
      documentsOf(report, archive)
        .filter(({ entry, isValid }) => !isValid || isInSample(entry, of.share))
        .map((document) => ({ ...document, index: report.index })),
    );
    const doubtful = new Set<number>();
    for (const { index, kind } of await this.doubtfulOf(archive, asked)) {
      doubtful.add(index);
      this.logger.error('The second opinion on a document differs: its record is held', {
        submissionId: of.submissionId,
        recordIndex: index,
        rule: 'X007',
        check: kind,
      });
    }
    return reports.map((report) =>
      doubtful.has(report.index)
        ? heldReport(archive.directory.record(report.index), SECOND_OPINION_FAULT)
        : report,
    );
  }

  /** True where the judges differ about one of these documents: all of them are asked about. */
  async isInDoubt(archive: OpenArchive, documents: readonly JudgedDocument[]): Promise<boolean> {
    return this.opinion !== null && (await this.doubtfulOf(archive, documents)).length > 0;
  }

  private async doubtfulOf<Asked extends JudgedDocument>(
    archive: OpenArchive,
    asked: readonly Asked[],
  ): Promise<Asked[]> {
    if (asked.length === 0) return [];
    const doubtful: Asked[] = [];
    const entries = asked.map(({ entry }) => entry);
    for await (const answer of readEntries(archive.source, entries, this.settings.limits)) {
      const document = asked[answer.index] as Asked;
      const outcome = answer.ok ? this.compare(document, answer.bytes) : 'failed';
      opinions().inc({ outcome });
      if (outcome === 'differs')
        differences().inc({ kind: document.kind, ours: document.isValid ? 'valid' : 'invalid' });
      if (outcome === 'differs' || outcome === 'failed') doubtful.push(document);
    }
    return doubtful;
  }

  private compare({ kind, isValid }: JudgedDocument, bytes: Uint8Array): Outcome {
    let isTheirsValid: boolean;
    try {
      isTheirsValid = (this.opinion as SecondOpinion).isValid(kind, bytes);
    } catch (error) {
      this.logger.error('The second opinion could not be given', { check: kind, error });
      return 'failed';
    }
    if (isTheirsValid === isValid) return 'agreed';
    const difference = { text: new TextDecoder().decode(bytes), isOursValid: isValid, isTheirsValid };
    return decidedDifferences.some(({ explains }) => explains(difference)) ? 'decided' : 'differs';
  }
}

function documentsOf(report: RecordReport, archive: OpenArchive): JudgedDocument[] {
  const isGuidance = archive.directory.record(report.index).guidance;
  const { result, claim } = report.schemaVerdicts;
  const documents: JudgedDocument[] = [];
  if (report.resultEntry !== null && result !== null) {
    documents.push({
      kind: isGuidance ? 'hg08' : 'hc08',
      entry: report.resultEntry,
      isValid: result === 'valid',
    });
  }
  if (report.claimEntry !== null && claim !== null) {
    documents.push({
      kind: isGuidance ? 'gc08' : 'cc08',
      entry: report.claimEntry,
      isValid: claim === 'valid',
    });
  }
  return documents;
}

const isAbsent = () =>
  metrics.gauge(
    'daiko_inspection_second_opinion_absent',
    '1 where inspection runs without a second opinion on schemas',
  );

const opinions = () =>
  metrics.counter(
    'daiko_inspection_second_opinions_total',
    'Documents of which the second opinion was asked, by outcome: agreed, decided (a known difference), differs, failed',
    ['outcome'],
  );

const differences = () =>
  metrics.counter(
    'daiko_inspection_second_opinion_differences_total',
    'Documents on which the second opinion differs from our validator; their records are held',
    ['kind', 'ours'],
  );
