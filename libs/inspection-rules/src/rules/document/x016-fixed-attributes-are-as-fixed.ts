import type { Bilingual } from '@daiko/contracts';
import { type GuidanceAct, oids, OID_BASE, type XmlElement } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { actsOf, guidanceSections } from '../../guidance-facts.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** Code system of the kind of a ticket (券面種別). */
const TICKET_KINDS = `${OID_BASE}.208`;
/** Ids that a person may have: of insurer, card, qualification, the parties' own, 国報告 and 保険者間. */
const personIds = new Set<string>([
  ...[oids.insurerNumber, oids.symbol, oids.number, oids.branch],
  ...['202', '203', '206', '212', '213', '214', '215', '299', '900', '18010', '18020'].map(
    (end) => `${OID_BASE}.${end}`,
  ),
]);
/** Codes of the header that have one value. */
const fixedCodes = [
  ['confidentialityCode', 'N', text('守秘レベル（confidentialityCode）', 'confidentialityCode')],
  ['languageCode', 'ja-JP', text('言語（languageCode）', 'languageCode')],
] as const;

/** X016: 規格で決まっている値と異なります。 */
export const x016: RuleOf<'pair'> = {
  id: 'X016',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報・特定保健指導情報ファイル仕様説明書 V4',
  subject: 'pair',
  appliesTo: ['hc', 'hg'],
  title: text('規格で決まっている値と異なります', 'A value that the standard fixes is another'),
  message: text(
    '{name}の {attribute} が「{value}」です（正: {expected}）。',
    'The {attribute} of {name} is "{value}"; {expected} was expected.',
  ),
  remedy: text(
    '規格で決まっている値（計画は moodCode="INT" など）を記録してください。',
    'Write the value that the standard fixes, such as moodCode "INT" for a plan.',
  ),
  check(pair, _facts, report) {
    const { header } = pair;
    if (header === null) return;
    for (const [element, code, name] of fixedCodes) {
      expectValue(header.at.child(element), 'code', code, name, report);
    }
    for (const participant of header.at.childrenNamed('participant')) {
      checkTicket(participant, report);
      if (!pair.isGuidance) checkTicketRoot(participant, pair, report);
    }
    checkPersonIds(pair, report);
    for (const act of pair.guidance === null ? [] : actsOf(pair.guidance)) checkPlan(act, report);
  },
};

/** 受診券 or 利用券 (券面種別). */
export function isTicketKind(code: string): boolean {
  return code === '1' || code === '2';
}

/** Reports an attribute of an element that is there: as a warning, for no reader goes by it. */
function expectValue(
  at: XmlElement | null,
  attribute: string,
  expected: string,
  name: Bilingual,
  report: Report,
): void {
  const value = at?.attribute(attribute) ?? null;
  if (at === null || value === null || value === expected) return;
  report(at, { value, expected, values: { name, attribute }, severity: 'warning' });
}

function checkTicket(participant: XmlElement, report: Report): void {
  const name = text('券（participant）', 'the ticket (participant)');
  const type = participant.attribute('typeCode') ?? '';
  if (type !== 'HLD') {
    return report(participant, { value: type, expected: 'HLD', values: { name, attribute: 'typeCode' } });
  }
  const kind = participant.child('functionCode');
  const kindName = text('券面種別（functionCode）', 'the kind of the ticket (functionCode)');
  const code = kind?.attribute('code') ?? '';
  if (kind === null || !isTicketKind(code)) {
    const values = { name: kindName, attribute: 'code' };
    return report(kind ?? participant, { value: code, expected: '1 受診券, 2 利用券', values });
  }
  expectValue(kind, 'codeSystem', TICKET_KINDS, kindName, report);
  expectValue(participant.child('associatedEntity'), 'classCode', 'IDENT', name, report);
}

/** The root of a 受診券: .209.1 and the eight digits of the insurer (whose they are says I004). */
function checkTicketRoot(participant: XmlElement, { resultIdentity }: PairFacts, report: Report): void {
  const id = participant.child('associatedEntity')?.child('id') ?? null;
  const root = id?.attribute('root') ?? '';
  if (id === null || participant.child('functionCode')?.attribute('code') !== '1') return;
  const isOfGuidance = root.startsWith(`${OID_BASE}.210`);
  if (!isOfGuidance && !/\.209\.1\d{1,7}$/.test(root)) return;
  const values = { name: text('受診券の整理番号（id）', 'the ticket number (id)'), attribute: 'root' };
  const insurer = resultIdentity?.insurerNumber?.value ?? '';
  // A root that only repeats a number of too few digits says nothing new: the number is I001's.
  if (root === `${OID_BASE}.209.1${insurer}`) return;
  const expected = `${OID_BASE}.209.1${/^\d{8}$/.test(insurer) ? insurer : '＋保険者番号8桁'}`;
  report(id, { value: root, expected, values, ...(isOfGuidance ? {} : { severity: 'warning' as const }) });
}

function checkPersonIds({ header }: PairFacts, report: Report): void {
  for (const { root, at } of header?.patient?.ids ?? []) {
    if (personIds.has(root)) continue;
    const values = { name: text('受診者の番号（id）', 'an id of the person'), attribute: 'root' };
    report(at, { value: root, expected: '.101, .204, .205, .211, .206, .299', values, severity: 'warning' });
  }
}

const isPlanned = (code: string): boolean => /^10[24]1/.test(code);

/** Sections whose acts nothing but their totals asks for: interview and evaluation that are not done are G048's. */
const countedSections: readonly string[] = [
  guidanceSections.support,
  guidanceSections.interim,
  guidanceSections.totals,
];

/** What was done that is written as planned: then nobody counts it. */
function checkDone({ at, mood, sectionCode, items }: GuidanceAct, report: Report): void {
  if (mood !== 'INT' || items.length === 0 || !countedSections.includes(sectionCode)) return;
  const name = text('実施の記録（支援・中間評価・実施上の集計）', 'what was done');
  report(at, { value: mood, expected: 'EVN', values: { name, attribute: 'moodCode' } });
}

/** A plan that is written as done: once an act. */
function checkPlan(act: GuidanceAct, report: Report): void {
  const planned = act.items.filter(({ code }) => isPlanned(code));
  if (planned.length === 0) return checkDone(act, report);
  const name = text('計画（保健指導計画・計画上の集計）', 'a plan');
  const values = { name, attribute: 'moodCode' };
  if (act.mood === 'EVN') return report(act.at, { value: act.mood, expected: 'INT', values });
  const done = planned.find(({ mood }) => mood === 'EVN');
  if (done !== undefined) report(done.at, { item: done.code, value: 'EVN', expected: 'INT, GOL', values });
}
