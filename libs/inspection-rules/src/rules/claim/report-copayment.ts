import type { Charge, PlacedNumber } from '@daiko/exchange-format';
import type { Bilingual } from '@daiko/contracts';
import { type Report, text } from '../../rule.js';

/** Reports a copayment that is not the computed one; for charge code 4 another fixed part may be behind it (金額計算方法). */
export function reportCopayment(
  payment: PlacedNumber | null,
  expected: number | null,
  charge: Charge | null,
  report: Report,
  base: number | null,
  limit: Charge | null = null,
): void {
  if (payment === null || expected === null || payment.value === expected) return;
  const severity = charge?.code?.value === '4' && limit === null ? 'warning' : 'return';
  report(payment.at, {
    value: payment.raw,
    expected,
    severity,
    values: { terms: termsOf(charge, base, limit) },
  });
}

/** The condition and the price that the copayment follows from. */
function termsOf(charge: Charge | null, base: number | null, limit: Charge | null): Bilingual {
  const conditions = [charge, limit].filter((one) => one !== null).map(conditionOf);
  return text(
    `${conditions.map(({ ja }) => ja).join('・')}、単価 ${base ?? '—'}円`,
    `${conditions.map(({ en }) => en).join(' and ')}, price ${base ?? '—'} yen`,
  );
}

function conditionOf({ code, amount, rate }: Charge): Bilingual {
  switch (code?.value) {
    case '1':
      return text('負担なし', 'no copayment');
    case '2':
      return text(`定額 ${amount?.value ?? '—'}円`, `a fixed ${amount?.value ?? '—'} yen`);
    case '3': {
      const percent = (rate?.value ?? 0) / 1000;
      return text(`定率 ${percent}%（1円未満四捨五入）`, `${percent} % (halves up)`);
    }
    default:
      return text(
        `保険者負担上限額 ${amount?.value ?? '—'}円`,
        `at most ${amount?.value ?? '—'} yen by the insurer`,
      );
  }
}
