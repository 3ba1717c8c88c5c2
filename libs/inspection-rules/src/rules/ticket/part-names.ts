import type { Bilingual } from '@daiko/contracts';
import type { ChargePart } from '../../memory-facts.js';
import { text } from '../../rule.js';

/** Parts of a claim in words. */
export const partNames: Readonly<Record<ChargePart, Bilingual>> = {
  basic: text('基本', 'the basic part'),
  detail: text('詳細', 'detailed examinations'),
  other: text('追加', 'additional items'),
  dock: text('人間ドック', 'the dock'),
  guidance: text('保健指導', 'guidance'),
};
