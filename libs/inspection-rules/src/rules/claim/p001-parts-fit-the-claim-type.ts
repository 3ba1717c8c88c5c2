import type { Bilingual } from '@daiko/contracts';
import { codeTable, OID_BASE } from '@daiko/exchange-format';
import { misfitOf, partNames, partsOf } from './claim-parts.js';
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
  message: text('請求区分が「{value}」ですが、{detail}。', 'The claim type is "{value}", but {detail}.'),
  remedy: text('請求区分と記録項目を確認してください。', 'Check the claim type and the parts recorded.'),
  check(claim, _facts, report) {
    const type = claim.claimType;
    const misfit = misfitOf(claim);
    const value = type?.value ?? null;
    // A code that its table does not know is C011's.
    if (misfit === null) return;
    const { missing, needless, fittingType } = misfit;
    if (missing.length + needless.length === 0) return;
    if (type !== null && fittingType !== null) {
      return report(type.at, { value, expected: fittingType, values: { detail: fitsAnother(fittingType) } });
    }
    const [first] = partsOf(claim).filter(([part]) => needless.includes(part));
    const place = missing.length > 0 ? null : (first?.[1] ?? null);
    report(place ?? claim.settlement ?? claim.at, {
      value,
      values: { detail: misfitWords(missing, needless) },
    });
  },
};

function fitsAnother(type: string): Bilingual {
  const name = codeTable(`${OID_BASE}.1107`)?.labels.get(type) ?? '';
  return text(
    `窓口負担・単価の記録は請求区分「${type}」（${name}）のものです`,
    `the copayments and prices recorded are those of type "${type}"`,
  );
}

function misfitWords(missing: readonly string[], needless: readonly string[]): Bilingual {
  const named = (parts: readonly string[]) =>
    parts.map((part) => `${partNames[part] ?? ''}（${part}）`).join('、');
  return text(
    [
      ...(missing.length > 0 ? [`${named(missing)}がありません`] : []),
      ...(needless.length > 0 ? [`${named(needless)}は不要です`] : []),
    ].join('。'),
    [
      ...(missing.length > 0 ? [`${missing.join(', ')} is missing`] : []),
      ...(needless.length > 0 ? [`${needless.join(', ')} must not be there`] : []),
    ].join('; '),
  );
}
