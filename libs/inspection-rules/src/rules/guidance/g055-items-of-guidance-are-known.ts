import type { Bilingual } from '@daiko/contracts';
import { oids } from '@daiko/exchange-format';
import { guidanceSections } from '../../guidance-facts.js';
import { guidanceItemName } from '../value/guidance-item-names.js';
import { isGuidanceItem } from './guidance-item-table.js';
import { type RuleOf, text } from '../../rule.js';

/** Code of an item that no table names, with its number and unit, by which it is found. */
function nameOf(code: string, quantity: string): Bilingual {
  if (quantity === '') return text(`項目コード「${code}」`, `Item "${code}"`);
  return text(`項目コード「${code}」（値 ${quantity}）`, `Item "${code}" (value ${quantity})`);
}

/** G055: 保健指導の項目コードが違います。 */
export const g055: RuleOf<'guidance'> = {
  id: 'G055',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定保健指導情報ファイル仕様説明書 V4; 付属資料3',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('保健指導の項目コードが違います', 'The code of an item of guidance is wrong'),
  message: text('{name}: {detail}。', '{name}: {detail}.'),
  remedy: text(
    '特定保健指導の項目コード（10桁）とコード体系を確認してください。',
    'Check the ten digits of the item and its code system.',
  ),
  check(guidance, _facts, report) {
    for (const { code, codeSystem, sectionCode, type, value: written, unit, at } of guidance.items) {
      const place = at.child('code') ?? at;
      const details = { item: code, value: code };
      if (!isGuidanceItem(code)) {
        const isForeign = codeSystem !== '' && codeSystem !== oids.guidanceItem;
        const detail = isForeign
          ? text(
              `項目表にない項目コードで、コード体系も「${codeSystem}」です（正: ${oids.guidanceItem}）`,
              `the table has no such item, and its code system is "${codeSystem}", not "${oids.guidanceItem}"`,
            )
          : text('項目表にない項目コードです', 'the table has no such item');
        // The codes of a split interview's first half are not published.
        const isOpen = sectionCode === guidanceSections.splitInterview;
        const quantity = type === 'PQ' ? `${written} ${unit}` : '';
        const values = { name: nameOf(code, quantity), detail };
        report(place, { ...details, values, severity: isOpen ? 'warning' : 'return' });
      } else if (codeSystem !== '' && codeSystem !== oids.guidanceItem) {
        const [value, expected] = [codeSystem, oids.guidanceItem];
        const detail = text(
          `コード体系が「${value}」です（正: ${expected}）`,
          `its code system is "${value}"; "${expected}" was expected`,
        );
        report(place, { ...details, value, expected, values: { name: guidanceItemName(code), detail } });
      }
    }
  },
};
