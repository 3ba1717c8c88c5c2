import { type ExchangeParty, numberSystemOf, writeIndex } from '@daiko/exchange-format';
import { invented } from './build-archive.js';

/** 種別 with who sends it to whom. */
export type ExchangeEnds = readonly [kind: string, sender: ExchangeParty, receiver: ExchangeParty];

export const providerClaim: ExchangeEnds = ['1', 'provider', 'agency'];
export const agencyReturn: ExchangeEnds = ['2', 'agency', 'provider'];
export const delivery: ExchangeEnds = ['3', 'agency', 'insurer'];
export const insurerReturn: ExchangeEnds = ['4', 'insurer', 'agency'];
export const settledReturn: ExchangeEnds = ['5', 'insurer', 'agency'];
export const question: ExchangeEnds = ['11', 'agency', 'insurer'];
export const answer: ExchangeEnds = ['11', 'insurer', 'agency'];

/** Root name of an archive of an exchange; its insurer may be another than the invented one. */
export function rootOf(
  [, sender, receiver]: ExchangeEnds,
  kindCode: number,
  insurer: string = invented.insurer,
): string {
  const numbers = { ...invented, insurer };
  return `${numbers[sender]}_${numbers[receiver]}_${invented.date}0_${kindCode}`;
}

/** Its ix08 with one record. */
export function indexOf(
  [kind, sender, receiver]: ExchangeEnds,
  kindCode: number,
  insurer: string = invented.insurer,
): Uint8Array {
  const numbers = { ...invented, insurer };
  return writeIndex({
    interactionType: kind,
    creationDate: invented.date,
    sender: { root: numberSystemOf(sender), number: numbers[sender] },
    receiver: { root: numberSystemOf(receiver), number: numbers[receiver] },
    serviceEventType: String(kindCode),
    totalRecordCount: 2,
  });
}
