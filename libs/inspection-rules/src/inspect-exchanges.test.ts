import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { adjudicateClaim, writeSummary } from '@daiko/exchange-format';
import { buildArchive, deskFiles, digitsOf, invented, sourceOf } from '../test/build-archive.js';
import {
  agencyReturn,
  answer,
  delivery,
  type ExchangeEnds,
  indexOf,
  insurerReturn,
  providerClaim,
  question,
  rootOf,
  settledReturn,
} from '../test/exchanges.js';
import { inventedRecord, validRecord } from '../test/judge-record.js';
import { defaultSettings, inspect } from './index.js';

/** An archive of one checkup whose ix08 may say another exchange than its name. */
async function judge(
  name: ExchangeEnds,
  {
    says = name,
    by,
    agency = invented.agency,
  }: { says?: ExchangeEnds; by?: 'agency' | 'insurer'; agency?: string } = {},
) {
  const { result, claim } = validRecord('checkup');
  const plain = Buffer.from(claim);
  const [kind] = says;
  const insurer = inventedRecord('checkup').claim.subject.insurerNumber;
  const root = rootOf(name, 1, insurer);
  const zip = await buildArchive(
    root,
    deskFiles({
      'ix08_V08.xml': indexOf(says, 1, insurer),
      'su08_V08.xml': writeSummary({
        serviceEventType: '1',
        totalSubjectCount: 1,
        totalCostAmount: 9400,
        totalPaymentAmount: 2820,
        totalPaymentByOtherProgram: null,
        totalClaimAmount: 6580,
      }),
      [`DATA/h${digitsOf(1)}.xml`]: result,
      [`CLAIMS/c${digitsOf(1)}.xml`]:
        by === undefined
          ? plain
          : adjudicateClaim(plain, {
              by,
              interactionType: kind,
              recordDate: invented.date,
              reasonCode: '02',
              text: '',
            }),
    }),
  );
  const report = await inspect(
    sourceOf(zip),
    { fileName: `${root}.zip` },
    defaultSettings(agency),
    invented.date,
  );
  const loud = [...report.archive.findings, ...report.records.flatMap(({ findings }) => findings)].filter(
    ({ severity }) => severity !== 'info',
  );
  return {
    archive: report.archive.verdict,
    records: report.records.map(({ verdict }) => verdict),
    rules: [...new Set(loud.map(({ rule }) => rule))],
  };
}

// 種別 1, 2, 3, 4, 5 and 11 in both directions: who may send what to whom, and what its claims must carry.
describe('archives by exchange', () => {
  it.each([
    ['a claim', providerClaim, undefined],
    ['a return to the provider', agencyReturn, 'agency'],
    ['a return that the insurer asked for', agencyReturn, 'insurer'],
    ['a delivery', delivery, undefined],
    ['a return before settlement', insurerReturn, 'insurer'],
    ['a return after settlement', settledReturn, 'insurer'],
    ['a query', question, undefined],
    ['an answer that accepts', answer, undefined],
    ['an answer that returns', answer, 'insurer'],
  ] as const)('%s is in order, with and without knowing the agency', async (_what, exchange, by) => {
    for (const agency of [invented.agency, '']) {
      expect(await judge(exchange, { by, agency })).toEqual({
        archive: 'accepted',
        records: ['accepted'],
        rules: [],
      });
    }
  });

  it.each([
    ['a provider cannot send a return', providerClaim, insurerReturn],
    ['a provider cannot send a delivery', providerClaim, delivery],
    ['an insurer cannot send a claim', insurerReturn, providerClaim],
    ['an insurer cannot send a delivery', insurerReturn, delivery],
    ['we send providers no deliveries', agencyReturn, delivery],
    ['we send insurers no returns', delivery, insurerReturn],
  ] as const)('%s', async (_what, name, says) => {
    const { archive, rules } = await judge(name, { says });
    expect(archive).toBe('refused');
    expect(rules).toContain('S008');
  });

  it('a return whose claim does not say why is not taken, the archive is', async () => {
    expect(await judge(insurerReturn)).toEqual({
      archive: 'accepted',
      records: ['returned'],
      rules: ['R001'],
    });
  });

  it('a claim that goes to another insurer is not for us', async () => {
    const { archive, rules } = await judge(providerClaim, { agency: '91399121' });
    expect([archive, rules]).toEqual(['refused', ['A013']]);
  });
});
