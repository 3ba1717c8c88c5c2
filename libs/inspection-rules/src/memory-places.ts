import type { XmlElement } from '@daiko/exchange-format';
import type { FilePlace } from './place.js';

/** Parts of a claim that rules with memory point at, by their path below the root; the schema allows each once. */
const paths = {
  claimType: 'settlement/claimType',
  commissionType: 'settlement/commissionType',
  level: 'encounter/guidanceLevel',
  timing: 'encounter/guidanceTiming',
  provider: 'subjectPerson/performerOrganization/id',
  insurance: 'subjectPerson/insuranceCard',
  insurer: 'subjectPerson/insuranceCard/insurerNumber',
  name: 'subjectPerson/name',
  ticket: 'id',
  checkupTicket: 'checkupCardId',
  expiry: 'effectiveTime/high',
  paymentRate: 'settlement/paymentRate',
  calculatedAmount: 'settlement/calculatedAmount',
  unitAmount: 'settlement/unitAmount',
  paymentAmount: 'settlement/paymentAmount',
  claimAmount: 'settlement/claimAmount',
} as const;
export type ClaimPart = keyof typeof paths;

const ofCard: ReadonlySet<ClaimPart> = new Set(['ticket', 'checkupTicket', 'expiry']);

/** Lines of the parts of a claim; a part that is not there has none. */
export type ClaimLines = Readonly<Partial<Record<ClaimPart, number>>>;

/** Files and lines of a record, kept when its documents are gone. */
export interface MemoryPlaces {
  /** Path of the result inside the archive. */
  readonly result: string;
  /** Path of the claim inside the archive. */
  readonly claim: string;
  readonly lines: ClaimLines;
  /** Items of the result that rules with memory point at; one that is not there has none. */
  readonly items?: Readonly<Partial<Record<ResultItem, ItemPlace>>>;
}

/** Items of a checkup that rules with memory point at. */
export type ResultItem = 'height' | 'fundusSubject';

/** Where the value of an item stands in its result. */
export interface ItemPlace {
  readonly line: number;
  readonly xpath: string;
}

/** Where an item of the result stands; the result as a whole where it has none. */
export function resultPlace({ result, items }: MemoryPlaces, item: ResultItem): FilePlace {
  return { file: result, ...items?.[item] };
}

/** Line of an element; undefined for one that is not there. */
export function lineOf(element: XmlElement | null | undefined): number | undefined {
  return element?.line;
}

/** Where a part of the claim stands; the claim as a whole where it has none. */
export function claimPlace(places: MemoryPlaces, part: ClaimPart, isGuidance: boolean): FilePlace {
  const line = places.lines[part];
  if (line === undefined) return { file: places.claim };
  return { file: places.claim, line, xpath: `${rootOf(isGuidance)}/${pathOfPart(part, isGuidance)}` };
}

/** Where something stands in the settlement or on the ticket, by its path below the root. */
export function placeBelow(
  places: MemoryPlaces,
  isGuidance: boolean,
  path: string,
  line: number | undefined,
): FilePlace {
  if (line === undefined) return { file: places.claim };
  return { file: places.claim, line, xpath: `${rootOf(isGuidance)}/${path}` };
}

function rootOf(isGuidance: boolean): string {
  return isGuidance ? '/healthGuidanceClaim' : '/checkupClaim';
}

function pathOfPart(part: ClaimPart, isGuidance: boolean): string {
  if (ofCard.has(part)) return `${isGuidance ? 'healthGuidanceCard' : 'checkupCard'}/${paths[part]}`;
  if (isGuidance && part === 'paymentAmount') return 'settlement/payment/amount';
  return paths[part];
}
