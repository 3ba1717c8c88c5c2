import { oids } from '../documents/oids.js';
import { parseAgencyNumber } from '../identifiers/agency-number.js';
import type { RootName } from './root-name.js';

/** 種別 (別表1) of the exchanges in which an agency takes part. */
export type ExchangeKind = '1' | '2' | '3' | '4' | '5' | '11';

/** Who may stand on an end of an exchange. */
export type ExchangeParty = 'provider' | 'agency' | 'insurer';

/** Whose 処理結果 every claim of an archive must carry: one of these; none where the list is empty. */
export type Adjudicator = 'agency' | 'insurer';

/** One exchange: who sends what to whom. An answer to a 確認依頼 (11) goes the other way under the same 種別. */
export interface Exchange {
  readonly kind: ExchangeKind;
  readonly sender: ExchangeParty;
  readonly receiver: ExchangeParty;
  readonly adjudicators: readonly Adjudicator[];
}

const exchanges: readonly Exchange[] = [
  { kind: '1', sender: 'provider', receiver: 'agency', adjudicators: [] },
  { kind: '2', sender: 'agency', receiver: 'provider', adjudicators: ['agency', 'insurer'] },
  { kind: '3', sender: 'agency', receiver: 'insurer', adjudicators: [] },
  { kind: '4', sender: 'insurer', receiver: 'agency', adjudicators: ['insurer'] },
  { kind: '5', sender: 'insurer', receiver: 'agency', adjudicators: ['insurer'] },
  { kind: '11', sender: 'agency', receiver: 'insurer', adjudicators: [] },
  { kind: '11', sender: 'insurer', receiver: 'agency', adjudicators: [] },
];

const numberSystems: Readonly<Record<ExchangeParty, string>> = {
  provider: oids.providerNumber,
  agency: oids.agencyNumber,
  insurer: oids.insurerNumber,
};

/** Every 種別 an agency takes part in, in order. */
export const exchangeKinds: readonly ExchangeKind[] = ['1', '2', '3', '4', '5', '11'];

/** OID of the numbers that a party has. */
export function numberSystemOf(party: ExchangeParty): string {
  return numberSystems[party];
}

/**
 * Exchanges that the two numbers of a root name allow. Ten digits are a provider, who deals with an agency; of two
 * numbers of eight digits the agency's is `agencyNumber`, or where that is '' the one that has the form of an agency's.
 */
export function exchangesOf(name: Pick<RootName, 'sender' | 'receiver'>, agencyNumber: string): Exchange[] {
  const sender = partyOf(name.sender, name.receiver, agencyNumber);
  const receiver = partyOf(name.receiver, name.sender, agencyNumber);
  return exchanges.filter((exchange) => exchange.sender === sender && exchange.receiver === receiver);
}

function partyOf(number: string, other: string, agencyNumber: string): ExchangeParty {
  if (number.length === 10) return 'provider';
  // A provider deals with an agency; that it is this one is another question (A013).
  if (other.length === 10) return 'agency';
  const isAgency = agencyNumber === '' ? parseAgencyNumber(number).ok : number === agencyNumber;
  return isAgency ? 'agency' : 'insurer';
}
