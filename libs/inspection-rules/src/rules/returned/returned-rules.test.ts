import { describe, expect, it } from '@jest/globals';
import {
  agencyReturn,
  answer,
  delivery,
  insurerReturn,
  question,
  settledReturn,
} from '../../../test/exchanges.js';
import {
  type Case,
  type Edit,
  inBoth,
  inClaim,
  judgeRecord,
  proveCases,
} from '../../../test/judge-record.js';

interface Result {
  readonly by?: 'agency' | 'insurer';
  readonly type?: string;
  readonly day?: string;
  readonly reason?: string;
}

/** A 処理結果 behind the settlement. */
function adjudicated({ by = 'insurer', type = '4', day = '20261101', reason = '02' }: Result): Edit {
  const element = `${by}AdjudicationResult`;
  const inner = `<interactionType code="${type}"/><recordDate value="${day}"/><reason code="${reason}"/>`;
  return inClaim('</settlement>', `</settlement><${element}>${inner}</${element}>`);
}

const withText: Edit = inClaim(
  '</settlement>',
  '</settlement><insurerAdjudicationResult><interactionType code="4"/><recordDate value="20261101"/><reason code="09"><text>資格を確認してください</text></reason></insurerAdjudicationResult>',
);
const plain = inClaim('</settlement>', '</settlement><!-- as it was -->');
const byAgency = adjudicated({ by: 'agency', type: '2' });

// What an exchange demands of a claim, and what must not stand in it; a record that is sent again carries nothing of the last time.
const cases: readonly Case[] = [
  ['R001', plain, adjudicated({}), 'checkup', insurerReturn],
  ['R001', plain, adjudicated({ type: '5' }), 'guidance', settledReturn],
  ['R001', byAgency, adjudicated({}), 'checkup', insurerReturn],
  ['R001', plain, byAgency, 'checkup', agencyReturn],
  ['R001', adjudicated({ reason: '10' }), adjudicated({ reason: '09' }), 'checkup', insurerReturn],
  ['R002', adjudicated({ reason: '09' }), withText, 'checkup', insurerReturn],
  ['R002', adjudicated({ reason: '09', type: '11' }), adjudicated({ type: '11' }), 'checkup', answer],
  ['R003', adjudicated({ type: '5' }), adjudicated({ type: '4' }), 'checkup', insurerReturn],
  ['R003', adjudicated({ day: '20261125' }), adjudicated({ day: '20261124' }), 'checkup', insurerReturn],
  ['R003', adjudicated({ day: '20261025' }), adjudicated({ day: '20261026' }), 'checkup', insurerReturn],
  ['R003', adjudicated({ by: 'agency', type: '4' }), byAgency, 'checkup', agencyReturn],
  ['R002', adjudicated({ by: 'agency', type: '2', reason: '09' }), byAgency, 'checkup', agencyReturn],
  ['R010', inBoth('00011007', '06081012'), plain, 'checkup', delivery],
  ['R010', inBoth('00011007', '06081012'), plain, 'checkup', question],
  ['R007', adjudicated({ type: '4' }), adjudicated({ type: '11' }), 'checkup', answer],
  ['R007', adjudicated({ by: 'agency', type: '11' }), plain, 'guidance', answer],
  ['R009', byAgency, plain],
  ['R009', byAgency, plain, 'guidance'],
  ['R009', adjudicated({}), plain, 'checkup', delivery],
  ['R009', byAgency, plain, 'checkup', question],
  ['R010', inBoth('00011007', '06081012'), plain, 'checkup', insurerReturn],
  ['R010', inBoth('00011007', '06081012'), plain, 'checkup', settledReturn],
  ['R010', inBoth('00011007', '06081012'), plain, 'checkup', answer],
];

describe('rules on records that come back', () => {
  proveCases(cases);

  it('takes a record back without judging again what was judged when it came', async () => {
    // The amounts no longer add up: a rule of claims, not of returns.
    const wrong: Edit = (pair) =>
      adjudicated({})(inClaim(/<claimAmount value="\d+"/, '<claimAmount value="1"')(pair));
    const { verdict, findings } = await judgeRecord('checkup', wrong, { exchange: insurerReturn });
    expect([verdict, findings]).toEqual(['accepted', []]);
    expect((await judgeRecord('checkup', wrong)).findings.map(({ rule }) => rule)).toContain('P006');
  });

  it('still judges every file by its schema', async () => {
    const { verdict, findings } = await judgeRecord('checkup', inBoth('extension', 'extensionn'), {
      exchange: delivery,
    });
    expect(verdict).toBe('returned');
    expect(findings[0]?.rule).toBe('X007');
  });
});
