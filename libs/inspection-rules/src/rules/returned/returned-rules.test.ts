import { describe } from '@jest/globals';
import { type Case, inClaim, proveCases } from '../../../test/judge-record.js';

const adjudicated = inClaim(
  '</settlement>',
  '</settlement><agencyAdjudicationResult><interactionType code="2"/><recordDate value="20261101"/><reason code="02"><text>記録もれ</text></reason></agencyAdjudicationResult>',
);

// A record that is sent again must not carry what was said of it the last time; its history is no rule of one archive.
const cases: readonly Case[] = [
  ['R009', adjudicated, inClaim('</settlement>', '</settlement><!-- sent again -->')],
  ['R009', adjudicated, inClaim('</settlement>', '</settlement><!-- sent again -->'), 'guidance'],
];

describe('rules on records that come back', () => {
  proveCases(cases);
});
