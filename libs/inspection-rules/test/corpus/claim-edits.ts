import { type Edit, inClaim } from '../judge-record.js';

/** Amount written into an element of the claim as text, sums as they were. */
export const writtenAmount = (element: string, value: string): Edit =>
  inClaim(new RegExp(`(<${element}(?: [^>]*)? value=")[^"]*`), `$1${value}`);

/** Takes an element (empty or not) out of the claim. */
export const withoutElement = (element: string): Edit =>
  inClaim(new RegExp(`<${element}(?: [^>]*)?(?:/>|>[^]*?</${element}>)\\s*`), '');
