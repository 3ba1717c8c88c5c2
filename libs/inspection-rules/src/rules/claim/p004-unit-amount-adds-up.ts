import type { Bilingual } from '@daiko/contracts';
import { misfitOf } from './claim-parts.js';
import { sumOfPrices } from './sum-of.js';
import { hasUnpricedDetail } from './unpriced-details.js';
import { type WrongAmount, wrongAmountOf } from './wrong-amount.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** P004: 単価合計が一致しません。 */
export const p004: RuleOf<'checkup-claim'> = {
  id: 'P004',
  level: 6,
  severity: 'return',
  returnReason: '07',
  source: '国保連 返戻一覧 #5',
  subject: 'checkup-claim',
  appliesTo: ['cc'],
  title: text('単価合計が一致しません', 'The prices do not add up'),
  message: text('{part}が「{value}」です（{detail}）。', '{part} is "{value}"; {detail}.'),
  remedy: text('単価合計を確認してください。', 'Add up the prices again.'),
  check(claim, facts, report) {
    const expected = sumOfPrices(claim);
    const total = claim.unitAmount;
    // A price is missing: P001.
    const misfit = misfitOf(claim);
    const isPriced = [...(misfit?.missing ?? []), ...(misfit?.needless ?? [])].every(
      (part) => !part.startsWith('unitPrice'),
    );
    if (total?.value === expected || !isPriced || hasUnpricedDetail(facts)) return;
    const wrong = wrongAmountOf(claim);
    const price = priceNames[wrong?.kind ?? ''];
    if (wrong !== null && price !== undefined) return reportPrice(wrong, price, report);
    // What P005 to P009, P013 and P014 say.
    if (wrong !== null && wrong.kind !== 'unit') return;
    const hint = wrong?.isSwapped === true ? swapped : text('', '');
    const detail = text(
      `基本・詳細・追加の合計 ${expected}${hint.ja}`,
      `the prices add up to ${expected}${hint.en}`,
    );
    const part = text('単価（合計）', 'The total price');
    report(total?.at ?? claim.settlement ?? claim.at, {
      value: total?.raw ?? null,
      expected,
      values: { part, detail },
    });
  },
};

const swapped = text('。請求金額と入れ替わっています', '; it is exchanged with the claimed amount');

/** Prices by the kinds of what can be wrong. */
const priceNames: Readonly<Record<string, Bilingual>> = {
  basicPrice: text('基本の単価', 'The price of the basic part'),
  detailPrice: text('詳細の単価', 'The price of a detail'),
  otherPrice: text('追加（ドック）の単価', 'The price of an additional item or dock'),
};

/** One price with which total and copayments do not fit. */
function reportPrice({ amount, expected }: WrongAmount, part: Bilingual, report: Report): void {
  const detail = text(
    `単価（合計）・窓口負担・請求金額からは ${expected}`,
    `total, copayments and claim call for ${expected}`,
  );
  report(amount.at, { value: amount.raw, expected, values: { part, detail } });
}
