import type { Bilingual } from '@daiko/contracts';
import type { Identity } from '../../identity.js';
import type { Placed } from '@daiko/exchange-format';
import { text } from '../../rule.js';

/** What stands where a number of the person is wanted: another value, nothing, or no id of that root at all. */
export function numberFound({ role }: Identity, number: Placed<string> | null, root: string): Bilingual {
  if (number !== null && number.value.trim() !== '') {
    return text(`が「${number.value}」です`, `is "${number.value}"`);
  }
  return number === null && role === 'result'
    ? text(`（root が ${root} の id）がありません`, `(the id whose root is ${root}) is missing`)
    : text('が空です', 'is empty');
}
