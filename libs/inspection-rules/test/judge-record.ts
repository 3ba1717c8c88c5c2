import { Buffer } from 'node:buffer';
import { expect, it } from '@jest/globals';
import { calendarDate, isDefective, readDirectory } from '@daiko/exchange-format';
import {
  type GuidanceStage,
  type InventedRecord,
  inventRecord,
  inventWorld,
  planArchive,
} from '@daiko/synthetic';
import {
  catalogue,
  defaultSettings,
  inspectRecords,
  type Finding,
  type InspectionSettings,
  type RecordReport,
  type Rule,
} from '../src/index.js';
import { buildArchive, digitsOf, invented, sourceOf } from './build-archive.js';
import { keepExample } from './examples.js';
import { type ExcerptPair, excerptsOf } from './excerpts.js';
import { type ExchangeEnds, indexOf, providerClaim, rootOf } from './exchanges.js';

/** Texts of the two files of a record. */
export interface PairTexts {
  readonly result: string;
  readonly claim: string;
}

/** One change to a valid record. */
export type Edit = (pair: PairTexts) => PairTexts;

/**
 * Valid records the edits start from: checkups of claim types 1, 2, 3 and 5; first claims of 動機付け支援 and 積極的支援;
 * 積極的支援 with a split interview, evaluated, ended early; 動機付け支援 evaluated, ended early, not begun in full.
 */
export type Base =
  | 'checkup'
  | 'detailed'
  | 'extended'
  | 'dock'
  | 'guidance'
  | 'active'
  | 'split'
  | 'evaluated'
  | 'ended'
  | 'evaluated-2'
  | 'ended-2'
  | 'unfinished';

const indexes: Readonly<Partial<Record<Base, number>>> = {
  checkup: 2,
  detailed: 4,
  extended: 1,
  dock: 15,
  guidance: 2,
  active: 1,
};

/** Later stages: the first record of that level. */
const stages: Readonly<Partial<Record<Base, readonly [stage: GuidanceStage, level: '1' | '2']>>> = {
  split: ['first-split', '1'],
  evaluated: ['evaluated', '1'],
  ended: ['ended', '1'],
  'evaluated-2': ['evaluated', '2'],
  'ended-2': ['ended', '2'],
  unfinished: ['unfinished', '2'],
};

const world = inventWorld({
  seed: 7,
  providers: 2,
  insurers: 3,
  agencyNumber: invented.agency,
  date: calendarDate(invented.date),
});

export function isGuidance(base: Base): boolean {
  return base === 'guidance' || base === 'active' || stages[base] !== undefined;
}

/** A valid invented record; always the same. */
export function inventedRecord(base: Base): InventedRecord {
  return inventBase(base).record;
}

/** A valid invented record as texts. */
export function validRecord(base: Base): PairTexts {
  const { files } = inventBase(base);
  const decoder = new TextDecoder();
  return { result: renamed(decoder.decode(files.data)), claim: renamed(decoder.decode(files.claim!)) };
}

function inventBase(base: Base): ReturnType<typeof inventRecord> {
  const kind = isGuidance(base) ? 'guidance' : 'checkup';
  const [stage, level] = stages[base] ?? ['first', null];
  const plan = planArchive(world, {
    provider: world.providers[0]!,
    kind,
    recordCount: 20,
    sequence: 0,
    seed: 5,
    stages: [stage],
  });
  const index = indexes[base];
  const records = index === undefined ? plan.records : [plan.records[index]!];
  const found = records
    .map((record) => inventRecord(plan, record))
    .find(
      ({ record }) => level === null || (record.kind === 'guidance' && record.claim.guidanceLevel === level),
    );
  return found!;
}

/** Everybody in these tables has one short name, which the edits can speak of. */
export const renamed = (text: string): string =>
  text.replace(/<name>[ァ-ヶ]{10,}<\/name>/, '<name>ムハタゴサネヒコ</name>');

/** How a record is judged otherwise than by the whole catalogue and the defaults. */
export interface JudgeOptions {
  readonly settings?: Partial<InspectionSettings>;
  readonly rules?: readonly Rule[];
  readonly exchange?: ExchangeEnds;
}

/** Judges a record with its edits in an archive of its own. */
export async function judgeRecord(
  base: Base,
  edit: Edit = (pair) => pair,
  options: JudgeOptions = {},
): Promise<RecordReport> {
  const pair = edit(validRecord(base));
  const guidance = isGuidance(base);
  const kindCode = guidance ? 2 : 1;
  const exchange = options.exchange ?? providerClaim;
  const insurer = inventedRecord(base).claim.subject.insurerNumber;
  const root = rootOf(exchange, kindCode, insurer);
  const digits = digitsOf(1, guidance ? 2 : 1);
  const zip = await buildArchive(root, {
    'ix08_V08.xml': indexOf(exchange, kindCode, insurer),
    [`DATA/${guidance ? 'g' : 'h'}${digits}.xml`]: Buffer.from(pair.result),
    [`CLAIMS/${guidance ? 'p' : 'c'}${digits}.xml`]: Buffer.from(pair.claim),
  });
  const source = sourceOf(zip);
  const directory = await readDirectory(source);
  if (isDefective(directory)) throw new Error('the archive of the test is defective');
  const settings = { ...defaultSettings(invented.agency), ...options.settings };
  const rules = options.rules ?? catalogue;
  for await (const report of inspectRecords(source, directory, [0], settings, invented.date, rules))
    return report;
  throw new Error('no report');
}

/** Replaces a text that must be there: an edit that changes nothing would prove nothing. */
function swap(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to replace: ${from}`);
  return changed;
}

export const inResult =
  (from: string | RegExp, to: string): Edit =>
  ({ result, claim }) => ({ result: swap(result, from, to), claim });

export const inClaim =
  (from: string | RegExp, to: string): Edit =>
  ({ result, claim }) => ({ result, claim: swap(claim, from, to) });

/** Replaces every occurrence in both files. */
export const inBoth =
  (from: string, to: string): Edit =>
  ({ result, claim }) => ({
    result: swap(result, new RegExp(escaped(from), 'g'), to),
    claim: swap(claim, new RegExp(escaped(from), 'g'), to),
  });

export const both =
  (...edits: readonly Edit[]): Edit =>
  (pair) =>
    edits.reduce((edited, edit) => edit(edited), pair);

/** Changes the whole entry of one item; an empty text removes it. */
export const entry = (code: string, to: string): Edit =>
  inResult(new RegExp(`<entry><observation[^>]*><code code="${code}"(?:(?!</entry>)[^])*</entry>`), to);

/** An entry with a quantity. */
export function quantity(code: string, value: string, unit: string, more = ''): string {
  return observation(code, `<value xsi:type="PQ" value="${value}" unit="${unit}"/>${more}`);
}

/** An entry with a code. */
export function coded(code: string, valueCode: string, system: string, type = 'CD'): string {
  return observation(
    code,
    `<value xsi:type="${type}" code="${valueCode}" codeSystem="1.2.392.200119.6.${system}"/>`,
  );
}

export function observation(code: string, inner: string, attributes = ''): string {
  return `<entry><observation classCode="OBS" moodCode="EVN"${attributes}><code code="${code}" codeSystem="1.2.392.200119.6.1005"/>${inner}</observation></entry>`;
}

/** A rule, the edit that must fire it, the edit that must not; the base is a checkup unless said, sent by its provider. */
export type Case = readonly [rule: string, fires: Edit, spares: Edit, base?: Base, exchange?: ExchangeEnds];

const unchanged: Edit = (pair) => pair;

/** The place of a finding in a wrong and in a corrected record; where that file is alike in both, what differs in the other one. */
export function excerptOfPair(place: Finding, wrong: PairTexts, corrected: PairTexts): ExcerptPair {
  const named = place.file?.includes('/CLAIMS/') === true ? 'claim' : 'result';
  const other = named === 'claim' ? 'result' : 'claim';
  const isOther = wrong[named] === corrected[named] && wrong[other] !== corrected[other];
  const file = isOther ? other : named;
  return excerptsOf(wrong[file], corrected[file], isOther ? { line: null, xpath: null } : place);
}

/** Runs a table of cases: each rule fires on its document, says where, and spares the near miss. */
export function proveCases(cases: readonly Case[]): void {
  it.each(cases)(
    '%s fires where it must and spares the near miss',
    async (rule, fires, spares, base = 'checkup', exchange = providerClaim) => {
      // What a rule says of a file that breaks its schema too, it must say where the schema is looser.
      const rules = catalogue.filter(({ id }) => id === rule || id !== 'X007');
      const fired = (await judgeRecord(base, fires, { rules, exchange })).findings.filter(
        (finding) => finding.rule === rule,
      );
      expect(fired.map((finding) => finding.rule)).toContain(rule);
      for (const { file, message, remedy } of fired) {
        expect(file).toMatch(/\.xml$/);
        expect(`${message.ja}${message.en}${remedy.ja}${remedy.en}`).not.toMatch(/[{}]/);
      }
      const spared = await judgeRecord(base, spares, { rules, exchange });
      expect(spared.findings.map((finding) => finding.rule)).not.toContain(rule);
      const [, ...first] = cases.find(([id]) => id === rule)!;
      const isFirst = first[0] === fires && first[1] === spares && (first[2] ?? 'checkup') === base;
      if (!isFirst || (first[3] ?? providerClaim) !== exchange) return;
      // Beside its near miss the example shows what passes whole.
      const isSound = spared.verdict === 'accepted';
      keepExample(
        fired[0]!,
        excerptOfPair(fired[0]!, fires(validRecord(base)), (isSound ? spares : unchanged)(validRecord(base))),
      );
    },
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
