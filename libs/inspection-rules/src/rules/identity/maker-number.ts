import { oids, type Placed } from '@daiko/exchange-format';
import type { PairFacts } from '../../facts.js';
import type { Identity } from '../../identity.js';
import { text } from '../../rule.js';

/** What the number of the file's maker is called. */
export const makerName = text('ファイル作成機関の機関番号', 'number of the institution that made the file');

/** Number of the institution that made a result, where it is another than that of the service; else null. */
export function makerNumberOf(
  { role, providerNumber }: Identity,
  { header }: PairFacts,
): Placed<string> | null {
  const maker = role === 'result' ? (header?.authorOrganization?.number ?? null) : null;
  return maker?.root === oids.providerNumber && maker.value !== providerNumber?.value ? maker : null;
}
