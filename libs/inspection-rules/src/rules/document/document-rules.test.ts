import { describe, expect, it } from '@jest/globals';
import { v3Namespace, v4Namespace } from '@daiko/exchange-format';
import { type Case, inClaim, inResult, judgeRecord, proveCases } from '../../../test/judge-record.js';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const cases: readonly Case[] = [
  ['X001', inClaim('</settlement>', ''), inClaim('</settlement>', '<!-- a comment --></settlement>')],
  [
    'X002',
    inClaim(declaration, `${declaration}<!DOCTYPE a>`),
    inClaim(declaration, `${declaration}<!-- DOCTYPE -->`),
  ],
  [
    'X003',
    inResult('encoding="UTF-8"', 'encoding="Shift_JIS"'),
    inResult('encoding="UTF-8"', 'encoding="utf-8"'),
  ],
  ['X004', inClaim(/checkupClaim/g, 'otherClaim'), inClaim(declaration, '')],
  ['X005', inResult('urn:hl7-org:v3', 'urn:hl7-org:v2'), inResult(declaration, '')],
  ['X006', inClaim(v4Namespace, v3Namespace), inClaim(declaration, '')],
  [
    'X007',
    inClaim('<claimType code="1"/>', '<claimType code="9"/>'),
    inClaim('<claimType code="1"/>', '<!-- --><claimType code="1"></claimType>'),
  ],
  ['X010', inResult('架空', '\ue000'), inResult('架空', '髙﨑')],
];

describe('rules on XML', () => {
  proveCases(cases);

  it('only mentions a byte order mark', async () => {
    const report = await judgeRecord('checkup', inClaim(declaration, `\ufeff${declaration}`));
    expect(report.verdict).toBe('accepted');
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toContainEqual(['X003', 'info']);
  });

  it('stops at a file that cannot be read and says that no return can be written into it', async () => {
    const report = await judgeRecord('checkup', inClaim('</settlement>', ''));
    expect(report).toMatchObject({
      verdict: 'returned',
      returnReason: '01',
      returnText: '[X001]XMLの構文誤りです。',
      isReadable: false,
      claimFacts: null,
    });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['X001']);
  });

  it('takes the third period as a query where the settings say so', async () => {
    const settings = { severities: { X006: 'query' } } as const;
    const report = await judgeRecord('checkup', inClaim(v4Namespace, v3Namespace), { settings });
    expect(report).toMatchObject({ verdict: 'query', isReadable: false });
    expect(report.claimFacts).not.toBeNull();
  });
});
