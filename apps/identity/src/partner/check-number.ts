import type { PartnerKind } from '@daiko/access';
import type { Bilingual } from '@daiko/contracts';
import { parseInsurerNumber, parseProviderNumber } from '@daiko/exchange-format';

/** Whether a number can name a partner of its kind: `rule` broken, or taken with warnings. */
export type NumberCheck = { rule: 'form' | 'check-digit' } | { warnings: Bilingual[] };

const checkDigitWarning: Bilingual = {
  ja: '機関番号の検証番号が合いません。綴りを確かめてください（合わない番号も実際に使われています）。',
  en: 'The check digit of the provider number is wrong. Check the spelling (such numbers are in use, though).',
};

/**
 * Checks a partner's number. A wrong check digit refuses an insurer (保険者番号) but only warns for a provider
 * (健診・保健指導機関番号): providers with such numbers exist.
 */
export function checkNumber(kind: PartnerKind, number: string): NumberCheck {
  if (kind === 'operator') {
    return /^[a-z][a-z0-9-]{1,31}$/.test(number) ? { warnings: [] } : { rule: 'form' };
  }
  const read = kind === 'insurer' ? parseInsurerNumber(number) : parseProviderNumber(number);
  if (read.ok) return { warnings: [] };
  if (kind === 'provider' && read.reason === 'check-digit') return { warnings: [checkDigitWarning] };
  return { rule: read.reason };
}
