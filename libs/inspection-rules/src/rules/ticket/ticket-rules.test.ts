import { describe } from '@jest/globals';
import { type Case, inBoth, inResult, proveCases } from '../../../test/judge-record.js';

const expiry = /<effectiveTime><high value="20270331"\/>\s*<\/effectiveTime>/;

const cases: readonly Case[] = [
  ['T001', inBoth('26172316915', '2617231691'), inBoth('26172316915', '26172316999')],
  ['T003', inBoth('26172316915', '25172316915'), inBoth('26172316915', '26572316915')],
  ['T003', inBoth('26272316915', '25272316915'), inBoth('26272316915', '27272316915'), 'guidance'],
  [
    'T006',
    ({ result, claim }) => ({ result, claim: claim.replace(expiry, '') }),
    inBoth('20270331', '20261026'),
  ],
  ['T007', inBoth('20270331', '20261025'), inBoth('20270331', '20261026')],
  [
    'T007',
    inResult('<effectiveTime value="20261026"/>', '<effectiveTime value="20270401"/>'),
    inBoth('20270331', '20261026'),
  ],
];

describe('rules on tickets', () => {
  proveCases(cases);
});
