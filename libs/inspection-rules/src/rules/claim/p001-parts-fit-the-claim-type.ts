import { neededParts, partsOf } from './claim-parts.js';
import { type RuleOf, text } from '../../rule.js';

/** P001: 請求区分と記録項目が合いません。 */
export const p001: RuleOf<'checkup-claim'> = {
  id: 'P001',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定健診・特定保健指導 金額計算方法; kenshin-soft FAQ 5',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('請求区分と記録項目が合いません', 'The parts of the claim do not fit its type'),
  message: text('請求区分「{value}」では {part} が{detail}。', 'For claim type "{value}", {part} {detail}.'),
  remedy: text('請求区分と記録項目を確認してください。', 'Check the claim type and the parts recorded.'),
  check(claim, _facts, report) {
    const type = claim.claimType;
    const needed = neededParts[type?.value ?? ''];
    if (needed === undefined) {
      const values = { part: 'claimType', detail: text('対象外です', 'is not one of 1 to 5') };
      return report(type?.at ?? claim.settlement ?? claim.at, { value: type?.value ?? null, values });
    }
    for (const [part, place] of partsOf(claim)) {
      const isNeeded = needed.includes(part);
      if ((place !== null) === isNeeded) continue;
      const detail = isNeeded ? text('ありません', 'is missing') : text('不要です', 'must not be there');
      report(place ?? claim.settlement ?? claim.at, { value: type?.value ?? null, values: { part, detail } });
    }
  },
};
