import { oids } from '@daiko/exchange-format';
import { guidanceSections } from '../../guidance-facts.js';
import { guidanceItemName } from '../value/guidance-item-names.js';
import { isGuidanceItem } from './guidance-item-table.js';
import { type RuleOf, text } from '../../rule.js';

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
    for (const { code, codeSystem, sectionCode, at } of guidance.items) {
      const place = at.child('code') ?? at;
      const details = { item: code, value: code };
      if (!isGuidanceItem(code)) {
        const detail = text('項目表にない項目コードです', 'the table has no such item');
        // The codes of a split interview's first half are not published.
        const isOpen = sectionCode === guidanceSections.splitInterview;
        const values = { name: text(`項目コード「${code}」`, `item "${code}"`), detail };
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
