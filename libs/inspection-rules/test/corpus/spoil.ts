import { Buffer } from 'node:buffer';
import {
  adjudicateClaim,
  type CheckupClaimDraft,
  type CheckupReportDraft,
  type GuidanceClaimDraft,
  type GuidanceReportDraft,
  type IndexDraft,
  numberSystemOf,
  ownSchemaFiles,
  type SummaryDraft,
  writeCheckupClaim,
  writeCheckupReport,
  writeGuidanceClaim,
  writeGuidanceReport,
  writeIndex,
  writeSummary,
} from '@daiko/exchange-format';
import type { CheckupRecord, GuidanceRecord, InventedRecord } from '@daiko/synthetic';
import { invented } from '../build-archive.js';
import { type ExchangeEnds, providerClaim } from '../exchanges.js';
import { type Edit, type PairTexts, renamed } from '../judge-record.js';
import {
  type CorpusBase,
  isExample,
  kindOf,
  neighboursOf,
  provider,
  validRecordOf,
} from './valid-records.js';
import { writeZip, type ZipEnd, type ZipEntry } from './zip-file.js';

/** Place of the record on which a defect falls among the five of its archive, from 0. */
export const TARGET = 2;

/** Files of an archive by path under the root folder, in the order in which they are written. */
export type ArchiveFiles = Map<string, Buffer>;

/** Paths that an edit of files needs. */
export interface Paths {
  readonly result: string;
  readonly claim: string;
  /** The files of the record before it. */
  readonly neighbour: { readonly result: string; readonly claim: string };
}

/** One thing done wrongly while an archive is made; each part is applied at its stage. */
export interface Step {
  readonly checkup?: (record: CheckupRecord) => CheckupRecord;
  readonly guidance?: (record: GuidanceRecord) => GuidanceRecord;
  /** The texts of the target's files. */
  readonly texts?: Edit;
  readonly index?: (draft: IndexDraft) => IndexDraft;
  readonly indexText?: (text: string) => string;
  readonly summary?: (draft: SummaryDraft) => SummaryDraft;
  readonly summaryText?: (text: string) => string;
  readonly files?: (files: ArchiveFiles, paths: Paths) => void;
  /** Name of the root folder, and of the ZIP with it. */
  readonly root?: (root: string) => string;
  /** Name of the ZIP alone. */
  readonly fileName?: (name: string) => string;
  readonly entries?: (entries: ZipEntry[]) => ZipEntry[];
  readonly end?: ZipEnd;
  readonly bytes?: (zip: Buffer) => Buffer;
}

/** What goes wrong: a change to the texts of the target's files, or one step or several of another kind. */
export type Spoiling = Edit | Step | readonly Step[];

/** An archive as it is sent. */
export interface SentArchive {
  readonly fileName: string;
  readonly zip: Buffer;
  readonly paths: Paths;
}

/** Makes an archive of five records and spoils it. */
export function sendArchive(
  base: CorpusBase,
  spoiling: Spoiling,
  exchange: ExchangeEnds = providerClaim,
): SentArchive {
  const steps = stepsOf(spoiling);
  const kindCode = kindOf(base) === 'checkup' ? 1 : 2;
  const [first, second, ...rest] = neighboursOf(base);
  const pairs = [first!, second!, validRecordOf(base), ...rest].map(({ digits, record: valid }, at) => {
    const record = exchange.includes('insurer') ? ofInsurer(valid, invented.insurer) : valid;
    const spoilt = at === TARGET ? fold(steps, changedRecord, record) : record;
    const pair = fold(
      at === TARGET ? steps : [],
      (text, { texts }) => texts?.(text) ?? text,
      textsOf(spoilt, exchange, at === TARGET && isExample(base) ? renamed : (text) => text),
    );
    return { digits, record: spoilt, pair };
  });
  const letters = kindCode === 1 ? (['h', 'c'] as const) : (['g', 'p'] as const);
  const pathsOf = (digits: string) => ({
    result: `DATA/${letters[0]}${digits}.xml`,
    claim: `CLAIMS/${letters[1]}${digits}.xml`,
  });
  const paths = { ...pathsOf(pairs[TARGET]!.digits), neighbour: pathsOf(pairs[TARGET - 1]!.digits) };
  const files: ArchiveFiles = new Map();
  for (const { digits, pair } of pairs) {
    const { result, claim } = pathsOf(digits);
    files.set(result, Buffer.from(pair.result)).set(claim, Buffer.from(pair.claim));
  }
  writeHeads(
    files,
    steps,
    pairs.map(({ record }) => record),
    exchange,
    kindCode,
  );
  for (const { path, bytes } of ownSchemaFiles()) files.set(path, Buffer.from(bytes));
  for (const { files: change } of steps) change?.(files, paths);
  const root = fold(steps, (name, step) => step.root?.(name) ?? name, rootNameOf(exchange, kindCode));
  const fileName = fold(steps, (name, step) => step.fileName?.(name) ?? name, `${root}.zip`);
  const entries = fold(
    steps,
    (made, step) => step.entries?.(made) ?? made,
    [...files].map(([path, bytes]): ZipEntry => ({ name: Buffer.from(`${root}/${path}`), bytes })),
  );
  const end = Object.assign({}, ...steps.map((step) => step.end ?? {})) as ZipEnd;
  return {
    fileName,
    zip: fold(steps, (made, step) => step.bytes?.(made) ?? made, writeZip(entries, end)),
    paths,
  };
}

function stepsOf(spoiling: Spoiling): readonly Step[] {
  if (typeof spoiling === 'function') return [{ texts: spoiling }];
  return Array.isArray(spoiling) ? (spoiling as readonly Step[]) : [spoiling as Step];
}

function fold<T>(steps: readonly Step[], apply: (made: T, step: Step) => T, start: T): T {
  return steps.reduce((made, step) => apply(made, step), start);
}

function changedRecord(record: InventedRecord, { checkup, guidance }: Step): InventedRecord {
  if (record.kind === 'checkup') return checkup?.(record) ?? record;
  return guidance?.(record) ?? record;
}

/** An insurer has to do with its own records alone. */
function ofInsurer<R extends InventedRecord>(record: R, insurerNumber: string): R {
  const { report, claim } = record;
  const { header } = report;
  const tickets = header.tickets.map((ticket) => ({ ...ticket, insurerNumber }));
  const patient = { ...header.patient, insurerNumber };
  return {
    ...record,
    claim: { ...claim, subject: { ...claim.subject, insurerNumber } },
    report: { ...report, header: { ...header, patient, tickets } },
  };
}

function textsOf(
  record: InventedRecord,
  exchange: ExchangeEnds,
  rename: (text: string) => string,
): PairTexts {
  const [result, claim] =
    record.kind === 'checkup'
      ? [writeCheckupReport(record.report), writeCheckupClaim(record.claim)]
      : [writeGuidanceReport(record.report), writeGuidanceClaim(record.claim)];
  const decoder = new TextDecoder();
  return {
    result: rename(decoder.decode(result)),
    claim: rename(decoder.decode(adjudicated(claim, exchange))),
  };
}

/** A claim as it comes back: of the agency under 種別 2, of the insurer under 4 and 5. */
function adjudicated(claim: Uint8Array, [kind]: ExchangeEnds): Uint8Array {
  if (!['2', '4', '5'].includes(kind)) return claim;
  const by = kind === '2' ? 'agency' : 'insurer';
  return adjudicateClaim(claim, {
    by,
    interactionType: kind,
    recordDate: '20261120',
    reasonCode: '02',
    text: '',
  });
}

function writeHeads(
  files: ArchiveFiles,
  steps: readonly Step[],
  records: readonly InventedRecord[],
  exchange: ExchangeEnds,
  kindCode: number,
): void {
  const [kind, sender, receiver] = exchange;
  const index = writeIndex(
    fold<IndexDraft>(steps, (draft, step) => step.index?.(draft) ?? draft, {
      interactionType: kind,
      creationDate: invented.date,
      sender: { root: numberSystemOf(sender), number: numberOf(sender) },
      receiver: { root: numberSystemOf(receiver), number: numberOf(receiver) },
      serviceEventType: String(kindCode),
      totalRecordCount: 2 * records.length,
    }),
  );
  const total = (amount: (record: InventedRecord) => number) =>
    records.reduce((sum, record) => sum + amount(record), 0);
  const summary = writeSummary(
    fold<SummaryDraft>(steps, (draft, step) => step.summary?.(draft) ?? draft, {
      serviceEventType: String(kindCode),
      totalSubjectCount: records.length,
      totalCostAmount: total((record) =>
        record.kind === 'checkup' ? record.claim.unitAmount : record.claim.calculatedAmount,
      ),
      totalPaymentAmount: total(({ claim }) => claim.paymentAmount),
      totalPaymentByOtherProgram:
        kindCode === 1
          ? total((record) => (record.kind === 'checkup' ? (record.claim.paymentByOtherProgram ?? 0) : 0))
          : null,
      totalClaimAmount: total(({ claim }) => claim.claimAmount),
    }),
  );
  const decoder = new TextDecoder();
  const indexText = fold(steps, (text, step) => step.indexText?.(text) ?? text, decoder.decode(index));
  const summaryText = fold(steps, (text, step) => step.summaryText?.(text) ?? text, decoder.decode(summary));
  files.set('ix08_V08.xml', Buffer.from(indexText)).set('su08_V08.xml', Buffer.from(summaryText));
}

function numberOf(party: 'provider' | 'agency' | 'insurer'): string {
  return party === 'provider' ? provider.number : invented[party];
}

function rootNameOf([, sender, receiver]: ExchangeEnds, kindCode: number): string {
  return `${numberOf(sender)}_${numberOf(receiver)}_${invented.date}0_${kindCode}`;
}

/** Other fields in the claim of a checkup. */
export const claim = (change: (claim: CheckupClaimDraft) => Partial<CheckupClaimDraft>): Step => ({
  checkup: (record) => ({ ...record, claim: { ...record.claim, ...change(record.claim) } }),
});

/** Other fields in the claim of a guidance. */
export const guidanceClaim = (change: (claim: GuidanceClaimDraft) => Partial<GuidanceClaimDraft>): Step => ({
  guidance: (record) => ({ ...record, claim: { ...record.claim, ...change(record.claim) } }),
});

/** Another result of a checkup. */
export const report = (change: (report: CheckupReportDraft) => CheckupReportDraft): Step => ({
  checkup: (record) => ({ ...record, report: change(record.report) }),
});

/** Another record of a guidance. */
export const guidanceReport = (change: (report: GuidanceReportDraft) => GuidanceReportDraft): Step => ({
  guidance: (record) => ({ ...record, report: change(record.report) }),
});

/** Another text in the target's files. */
export const texts = (edit: Edit): Step => ({ texts: edit });
