import type { Bilingual } from '@daiko/contracts';
import { type CheckupItem, itemByCode, oids } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import { retiredItems } from '../../retired-items.js';
import { definitionOf } from './definition-of.js';
import { isOldGuidanceWish, isOldHba1c } from './item-of-special-rule.js';
import { type RuleOf, text } from '../../rule.js';

/** V001: 項目コードが項目表にありません。 */
export const v001: RuleOf<'item'> = {
  id: 'V001',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  isOfWriting: true,
  appliesTo: ['hc'],
  title: text('項目コードが項目表にありません', 'An item code is unknown'),
  message: text('{detail}', '{detail}'),
  remedy: text(
    '項目コードを確認してください。独自項目は独自のコード体系で記録してください。',
    'Check the item code; write own items under the code system for local items.',
  ),
  check(item, facts, report) {
    if (item.codeSystem === oids.localItem || definitionOf(item, facts) !== undefined) return;
    if (isOldHba1c(item) || isOldGuidanceWish(item)) return;
    const { expected, detail } = whatIsWrong(item, facts);
    report(item.at, { item: item.code, value: item.code, expected, values: { detail } });
  },
};

function whatIsWrong(item: CheckupItem, facts: PairFacts): { expected: string | null; detail: Bilingual } {
  const date = facts.serviceDate ?? facts.date;
  const { code, codeSystem } = item;
  if (codeSystem !== oids.checkupItem) {
    const name = itemByCode(code, date)?.name ?? null;
    const [ja, en] = name === null ? ['項目', 'item'] : [name, name];
    return {
      expected: null,
      detail: text(
        `${ja}「${code}」の項目コードのコード体系が「${codeSystem}」です（正: ${oids.checkupItem}、独自項目は ${oids.localItem}）。`,
        `The code of ${en} "${code}" is of the code system "${codeSystem}"; ${oids.checkupItem}, or ${oids.localItem} for local items, was expected.`,
      ),
    };
  }
  const retired = retiredItems.get(code);
  if (retired !== undefined) {
    return {
      expected: null,
      detail: text(
        `項目コード「${code}」（${retired.ja}）は廃止されています。`,
        `The item "${code}" (${retired.en}) is no longer used.`,
      ),
    };
  }
  const meant = facts.meantCodesOf(item);
  const names = new Set(meant.map((known) => itemByCode(known, date)?.name ?? ''));
  // Items of several names are only near to each other: none of them is the likely one.
  const first = names.size === 1 ? meant[0] : undefined;
  const [name = ''] = names;
  return {
    expected: meant.length === 1 ? meant[0]! : null,
    detail: text(
      `項目コード「${code}」が項目表にありません${first === undefined ? '' : `（${name} ${first} ではありませんか）`}。`,
      `The item code "${code}" is not in the table of items${first === undefined ? '' : `; ${first} (${name}) may be meant`}.`,
    ),
  };
}
