import type { MemoryCase } from '../../memory-case.js';
import type { MemoryFacts, PriceFacts } from '../../memory-facts.js';
import type { ContractPrice, ContractRow } from '../../record-masters.js';
import { decisiveDate } from './master-ticket.js';

/** Contracts of the record's insurer and institution that hold on its day; null without master, date or such a contract. */
export function heldContracts({ record, masters }: MemoryCase): readonly ContractRow[] | null {
  const date = decisiveDate(record);
  if (masters.contracts === 'none' || date === null) return null;
  const held = masters.contracts.contracts.filter(
    ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
  );
  return held.length === 0 ? null : held;
}

/** Prices that a part may have by the contracts, of every 委託料単価区分. */
export function pricesOfPart(
  contracts: readonly ContractRow[],
  part: ContractPrice['part'],
  code: string | null,
): readonly ContractPrice[] {
  return contracts.flatMap(({ prices }) =>
    prices.filter((price) => price.part === part && (price.code === null || price.code === code)),
  );
}

/** Those of the record's own 委託料単価区分. */
export function ofCommission(
  prices: readonly ContractPrice[],
  commissionType: string,
): readonly ContractPrice[] {
  return prices.filter((price) => price.commissionType === null || price.commissionType === commissionType);
}

/** One price of a checkup claim held against the contracts. */
export interface ComparedPrice {
  readonly price: PriceFacts;
  readonly yen: number;
  /** Yen by the contracts for the record's 委託料単価区分; none where the contracts have no such price. */
  readonly own: readonly number[];
  /** Yen for the other 委託料単価区分. */
  readonly other: readonly number[];
}

/** The prices of a checkup claim that can be read, beside those of the contracts. */
export function comparedPrices(
  record: MemoryFacts,
  contracts: readonly ContractRow[],
): readonly ComparedPrice[] {
  const compared: ComparedPrice[] = [];
  for (const price of record.prices) {
    if (price.yen === null || price.part === 'guidance') continue;
    const all = pricesOfPart(contracts, price.part, price.code);
    const own = ofCommission(all, record.commissionType);
    const other = all.filter((each) => !own.includes(each));
    compared.push({ price, yen: price.yen, own: yenOf(own), other: yenOf(other) });
  }
  return compared;
}

/** True where the claim's prices are those of the other 委託料単価区分 throughout, and not its own (P022). */
export function isOfOtherCommission(prices: readonly ComparedPrice[]): boolean {
  const known = prices.filter(({ own, other }) => own.length > 0 || other.length > 0);
  const isWrong = known.some(({ yen, own, other }) => !own.includes(yen) && other.includes(yen));
  return isWrong && known.every(({ yen, own, other }) => other.includes(yen) || own.includes(yen));
}

/** Prices of the contracts in words. */
export function writtenYen(yen: readonly number[]): string {
  return [...new Set(yen)].join(' / ');
}

function yenOf(prices: readonly ContractPrice[]): readonly number[] {
  return prices.map(({ priceYen }) => priceYen);
}
