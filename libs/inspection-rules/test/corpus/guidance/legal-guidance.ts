import { given } from '../../guidance-edits.js';
import { both, type Edit, inClaim } from '../../judge-record.js';
import { legal } from '../defect.js';
import type { Row } from '../defect.js';

/** Every number of the result written otherwise. */
const numbers =
  (to: string): Edit =>
  ({ result, claim }) => ({
    result: result.replace(/(<value xsi:type="(?:INT|PQ)" value=")([\d.]+)/g, `$1${to}`),
    claim,
  });
/** Of two supports the first earns nothing; 19 of 39 minutes. */
const unearned = given('1032300014', '0');
const lessPoints = both(
  given('1042010070', '130'),
  given('1042010080', '360'),
  inClaim('pointCountCompleted value="430"', 'pointCountCompleted value="360"'),
);

/** Guidance that is right although it looks odd. */
export const legalGuidance: readonly Row[] = [
  legal('保健指導の数値の前後に空白', numbers(' $2 '), { on: 'active, evaluated' }),
  legal('保健指導の数値にプラス', numbers('+$2'), { on: 'active, ended' }),
  legal('計画の数値の前後に空白', numbers('\n$2\t'), { on: 'active, first' }),
  legal('評価の体重が指数表記', given('1042001032', '7.4E1'), { on: 'motivational, evaluated' }),
  legal('支払割合の前に空白', inClaim('paymentRate value="', 'paymentRate value=" '), {
    on: 'active, first',
  }),
  legal(
    '単価・算定金額にプラス',
    inClaim(/((?:amount|calculatedAmount|claimAmount) value=")(?=\d{4,5}")/g, '$1+'),
    {
      on: 'active, ended',
    },
  ),
  legal(
    'ポイントのつかない支援を集計で数えない',
    both(unearned, lessPoints, given('1042010010', '1'), given('1042020010', '20')),
    {
      on: 'active, evaluated',
    },
  ),
  legal('ポイントのつかない支援を集計で数える', both(unearned, lessPoints), { on: 'active, evaluated' }),
];
