import type { Bilingual } from '@daiko/contracts';
import { text } from './text.js';

/** Questions of earlier periods by their item codes: they resemble others, but no other is meant. */
export const retiredItems: ReadonlyMap<string, Bilingual> = new Map([
  ['9N761000000000011', text('1年間の体重変化', 'change of weight in a year')],
  ['9N776000000000011', text('食べ方3(夜食/間食)', 'eating late or between meals')],
]);
