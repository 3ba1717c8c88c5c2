import type { Bilingual } from '@daiko/contracts';
import { text } from './text.js';

/** Section of 特定健診. */
export const CHECKUP_SECTION = '01010';
/** Section of 広域連合の保健事業. */
export const ELDERLY_SECTION = '01020';
/** Section of 任意追加項目. */
export const ADDITIONAL_SECTION = '01990';

/** Names of the sections that hold the mandatory items of a programme. */
export const programmeSections: ReadonlyMap<string, Bilingual> = new Map([
  [CHECKUP_SECTION, text('特定健診', '特定健診')],
  [ELDERLY_SECTION, text('広域連合の保健事業', 'the programme of the elderly')],
]);

const sectionsOf: ReadonlyMap<string, string> = new Map([
  ['010', CHECKUP_SECTION],
  ['020', ELDERLY_SECTION],
]);

/** Section of a programme (プログラム種別); null for one without mandatory items. */
export function programmeSectionOf(programme: string): string | null {
  return sectionsOf.get(programme) ?? null;
}
