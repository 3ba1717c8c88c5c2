import type { Bilingual } from '@daiko/contracts';
import type { CheckupItem, CheckupReport, XmlElement } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import type { ReturnReason } from '../../finding.js';
import { itemCodes } from '../../item-codes.js';
import { programmeSectionOf, programmeSections } from '../../programme-sections.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** What one rule on a mandatory item of 特定健診 (programme 010) has of its own. */
interface MandatoryItem {
  readonly id: string;
  readonly name: Bilingual;
  readonly source: string;
  /** Reported once for each set of which no item has a value. */
  readonly sets: readonly (readonly string[])[];
  /** The code whatever the state; without it 02 or 03 by state (settings). */
  readonly returnReason?: ReturnReason;
  /** False where the item may be left out. */
  readonly isDemanded?: (facts: PairFacts) => boolean;
}

/** A rule that fires when a mandatory item has no value: 記録もれ when absent, 健診結果異常 when not done or not measurable. */
export function mandatoryItem(rule: MandatoryItem): RuleOf<'checkup'> {
  const { ja, en } = rule.name;
  return {
    id: rule.id,
    level: 6,
    severity: 'return',
    returnReason: '02',
    source: rule.source,
    subject: 'checkup',
    appliesTo: ['hc'],
    title: text(`${ja}の記録がありません`, `${en}: nothing recorded`),
    message: text(`${ja}の値がありません（{detail}）。`, `${en} has no value: {detail}.`),
    remedy: text(`${ja}を記録してください。`, `Record a value for ${en}.`),
    check(checkup, facts, report) {
      if (facts.programme !== '010' || rule.isDemanded?.(facts) === false) return;
      for (const codes of rule.sets)
        reportMissing(checkup, facts, { codes, reason: rule.returnReason }, report);
    },
  };
}

/** True for the two programmes a settlement carries: 特定健診 and 広域連合の保健事業. */
export function isOfProgramme(facts: PairFacts): boolean {
  return programmeSectionOf(facts.programme) !== null;
}

/** Where to point when nothing stands: the section of the programme, else the first, else the document. */
export function placeOfMissing(checkup: CheckupReport): XmlElement {
  const own = checkup.sections.find(({ code }) => programmeSections.has(code?.value ?? ''));
  return (own ?? checkup.sections[0])?.at ?? checkup.at;
}

const stateWords = {
  ABSENT: text('記録なし', 'not recorded'),
  NOTDONE: text('未実施', 'not done'),
  UNMEAS: text('測定不可能', 'not measurable'),
  BAD: text('空欄', 'empty'),
} as const;

/** True where a rule on the item itself says what is wrong with it: how it is written (V004, V006, V008 to V010) or coded (C001 to C006). */
function isToldElsewhere(item: CheckupItem): boolean {
  switch (item.state) {
    case 'NOTDONE':
      return item.valueAt !== null || item.methodCode !== null || item.interpretation !== null;
    case 'UNMEAS':
      return item.value !== '' || item.valueCode !== '';
    case 'BAD':
      return !isEmptyText(item);
    case 'VALUE':
      return false;
  }
}

/** An empty 医師の診断 is told as missing. */
function isEmptyText({ code, type, value, nullFlavor }: CheckupItem): boolean {
  return type === 'ST' && value === '' && nullFlavor === '' && code === itemCodes.diagnosis[0];
}

/** Reports a set of which no item has a value; `reason` is the code whatever the state. */
export function reportMissing(
  checkup: CheckupReport,
  facts: PairFacts,
  set: { codes: readonly string[]; name?: Bilingual; reason?: ReturnReason | undefined },
  report: Report,
): void {
  const item = facts.itemOf(set.codes);
  const state = item?.state ?? 'ABSENT';
  if (state === 'VALUE' || (item === null ? facts.isMeant(set.codes) : isToldElsewhere(item))) return;
  const { missingItemReasons: reasons, missingItems } = facts.terms;
  report(item?.at ?? placeOfMissing(checkup), {
    item: item?.code ?? set.codes[0]!,
    values: { detail: stateWords[state], ...(set.name === undefined ? {} : { name: set.name }) },
    returnReason:
      set.reason ?? (state === 'NOTDONE' || state === 'UNMEAS' ? reasons.notDone : reasons.absent),
    ...(missingItems === 'pass' ? { severity: 'warning' as const } : {}),
  });
}
