import { describe, expect, it } from '@jest/globals';
import { exchangesOf } from '../index.js';

const provider = '1310000011';
const agency = '91399113';
const insurer = '06139992';

// 種別 by who sends to whom (送付用ファイルアーカイブ仕様説明書): the two numbers leave no more than these.
describe('exchanges by sender and receiver', () => {
  it.each([
    [provider, agency, agency, ['1']],
    [agency, provider, agency, ['2']],
    [agency, insurer, agency, ['3', '11']],
    [insurer, agency, agency, ['4', '5', '11']],
    [insurer, agency, '', ['4', '5', '11']],
    [agency, insurer, '', ['3', '11']],
    [provider, agency, '', ['1']],
    [insurer, insurer, agency, []],
    [provider, provider, agency, []],
  ])('from %s to %s as seen by agency "%s": %j', (sender, receiver, known, kinds) => {
    expect(exchangesOf({ sender, receiver }, known).map(({ kind }) => kind)).toEqual(kinds);
  });
});
