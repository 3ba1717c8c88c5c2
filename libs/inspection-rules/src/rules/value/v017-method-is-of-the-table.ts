import { OID_BASE } from '@daiko/exchange-format';
import { definitionOf } from './definition-of.js';
import { type RuleOf, text } from '../../rule.js';

/** Code system of the methods (検査方法コード). */
const METHODS = `${OID_BASE}.1007`;
const ofCode = text('', '');
const ofSystem = text('のコード体系', ' system');

/** V017: 検査方法コードが項目表と異なります。 */
export const v017: RuleOf<'item'> = {
  id: 'V017',
  level: 6,
  severity: 'warning',
  returnReason: '01',
  source: '特定健診情報ファイル仕様説明書 V4',
  subject: 'item',
  isOfWriting: true,
  appliesTo: ['hc'],
  title: text('検査方法コードが項目表と異なります', 'The method code differs from the table'),
  message: text(
    '{name}（{item}）の検査方法コード{part}が「{value}」です（正: {expected}）。',
    'The method code{part} of {name} ({item}) is "{value}"; {expected} was expected.',
  ),
  remedy: text('検査方法コードを確認してください。', 'Check the method code.'),
  check(item, facts, report) {
    if (item.state !== 'VALUE') return;
    const definition = definitionOf(item, facts);
    if (definition === undefined || definition.method === '') return;
    const found = item.methodCode?.value ?? '';
    if (found === definition.method) {
      const system = item.methodCode?.codeSystem ?? '';
      if (system === '' || system === METHODS) return;
      const values = { name: definition.name, part: ofSystem };
      return report(item.methodCode!.at, { item: item.code, value: system, expected: METHODS, values });
    }
    report(item.methodCode?.at ?? item.at, {
      item: item.code,
      value: found,
      expected: definition.method,
      values: { name: definition.name, part: ofCode },
    });
  },
};
