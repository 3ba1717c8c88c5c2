import type { Bilingual } from '@daiko/contracts';

/** A pair of texts; keeps rule files short. */
export function text(ja: string, en: string): Bilingual {
  return { ja, en };
}
