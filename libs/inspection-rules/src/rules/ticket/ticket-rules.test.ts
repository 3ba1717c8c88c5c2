import { describe, expect, it } from '@jest/globals';
import {
  both,
  type Case,
  inBoth,
  inClaim,
  inResult,
  judgeRecord,
  proveCases,
} from '../../../test/judge-record.js';

const expiry = /<effectiveTime><high value="20270331"\/>\s*<\/effectiveTime>/;

const guidanceTicket = '26272316915';
const setTicket = inBoth(guidanceTicket, '26572316915');
const otherSet = inBoth(guidanceTicket, '26500000077');
const setCheckupTicket = inBoth('26172316915', '26572316915');
/** The day of the checkup that a guidance record names; its first interview is on 20261104. */
const checkupOn = (date: string) => inResult('>20261103<', `>${date}<`);

const cases: readonly Case[] = [
  ['T002', inBoth('26172316915', '26272316915'), inBoth('26172316915', '26572316915')],
  ['T002', inBoth(guidanceTicket, '26172316916'), setTicket, 'guidance'],
  ['T002', inBoth('26172316915', '26272316916'), setCheckupTicket, 'guidance'],
  ['T004', inBoth('26172316915', '26100000000'), inBoth('26172316915', '26100000001')],
  ['T024', setTicket, both(setTicket, checkupOn('20261104')), 'guidance'],
  ['T024', both(otherSet, checkupOn('20261104')), both(setTicket, checkupOn('20261104')), 'guidance'],
  [
    'T024',
    both(setCheckupTicket, checkupOn('20261104')),
    both(setCheckupTicket, setTicket, checkupOn('20261104')),
    'guidance',
  ],

  ['T001', inBoth('26172316915', '2617231691'), inBoth('26172316915', '26172316999')],
  ['T003', inBoth('26172316915', '25172316915'), inBoth('26172316915', '26572316915')],
  ['T003', inBoth('26272316915', '25272316915'), inBoth('26272316915', '27272316915'), 'guidance'],
  [
    'T006',
    ({ result, claim }) => ({ result, claim: claim.replace(expiry, '') }),
    inBoth('20270331', '20261026'),
  ],
  ['T027', inBoth('20270331', '20280401'), inBoth('20270331', '20280331')],
  ['T007', inBoth('20270331', '20261025'), inBoth('20270331', '20261026')],
  [
    'T007',
    inBoth('20270331', '20261025'),
    // A checkup that was not yet is D002's.
    inResult('<effectiveTime value="20261026"/>', '<effectiveTime value="20270401"/>'),
  ],
];

describe('rules on tickets', () => {
  proveCases(cases);

  const withoutTicket = both(
    inResult(/<participant typeCode="HLD">[^]*?<\/participant>/, ''),
    inClaim(/<id root="1\.2\.392\.200119\.6\.209"[^>]*>\s*<effectiveTime>[^]*?<\/effectiveTime>/, ''),
  );

  it.each([['T005', { isTicketRequired: true }, inBoth('26172316915', '26172316916')]] as const)(
    '%s asks only where the insurer wants it',
    async (rule, terms, spares) => {
      const fired = await judgeRecord('checkup', withoutTicket, { settings: { terms } });
      expect(fired.findings.map((finding) => finding.rule)).toEqual([rule]);
      for (const [edit, settings] of [
        [spares, { terms }],
        [withoutTicket, {}],
      ] as const) {
        const { findings } = await judgeRecord('checkup', edit, { settings });
        expect(findings.map((finding) => finding.rule)).not.toContain(rule);
      }
    },
  );

  it('weighs a dummy, a digit nobody explains and a set ticket used late by what is known', async () => {
    const weigh = async (...[base, edit, settings]: Parameters<typeof judgeRecord>) => {
      const { findings } = await judgeRecord(base, edit, settings);
      return findings.map(({ rule, severity }) => `${rule} ${severity}`);
    };
    const dummy = inBoth('26172316915', '26100000000');
    const forbidden = { settings: { terms: { isDummyTicketForbidden: true } } };
    expect(await weigh('checkup', dummy)).toContain('T004 warning');
    expect(await weigh('checkup', dummy, forbidden)).toContain('T004 return');
    expect(await weigh('checkup', inBoth('26172316915', '26372316915'))).toContain('T002 warning');
    expect(await weigh('checkup', inBoth('26172316915', '26972316915'))).toContain('T002 return');
    expect(await weigh('guidance', both(setTicket, checkupOn('20261028')))).toContain('T024 warning');
    expect(await weigh('guidance', both(setTicket, checkupOn('20261027')))).toContain('T024 return');
  });
});
