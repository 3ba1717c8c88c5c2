import { both, type Edit, inBoth, inClaim, inResult } from '../judge-record.js';

/** The insurer number of the basic record. */
export const insurer = '00011007';

/** The insurer number in every place of both files. */
export const insurerNumber = (written: string): Edit => inBoth(insurer, written);
export const insuredNumber = (written: string): Edit => inBoth('７２３１６９１４', written);
export const personName = (written: string): Edit => inBoth('ムハタゴサネヒコ', written);
export const birthDate = (written: string): Edit => inBoth('19670222', written);
export const institution = (written: string): Edit => inBoth('4511000004', written);
export const examDate = (written: string): Edit => inResult('value="20261026"', `value="${written}"`);
export const madeOn = (written: string): Edit =>
  inResult('<effectiveTime value="20261124"/>', `<effectiveTime value="${written}"/>`);
export const ticketNumber = (written: string): Edit => inBoth('26172316915', written);
export const ticketExpiry = (written: string): Edit => inBoth('20270331', written);
export const gender = (written: string): Edit =>
  inResult(/<administrativeGenderCode[^>]*>/, `<administrativeGenderCode ${written}/>`);

/** The claim of somebody else. */
export function inClaimOfAnother(): Edit {
  return both(
    inClaim('７２３１６９１４', '７２３１６９９９'),
    inClaim('ムハタゴサネヒコ', 'カクウハナコ'),
    inClaim('19670222', '19720815'),
    inClaim('administrativeGender code="1"', 'administrativeGender code="2"'),
    inClaim('26172316915', '26172316999'),
  );
}
