import type { FindingMark } from '@daiko/contracts';
import { describe, expect, it } from '@jest/globals';
import { listHeading, listRows } from './return-list.js';
import type { ListedRecord } from './return.store.js';

const finding: FindingMark = {
  rule: 'X002',
  level: 4,
  severity: 'return',
  returnReason: '01',
  file: 'CLAIMS/c13299999972026112401000001.xml',
  line: 3,
  xpath: '/a',
  item: null,
};
const record: ListedRecord = {
  lineNumber: 1,
  archiveName: '1329999997_91399113_202611240_1',
  resultFile: 'h13299999972026112401000001.xml',
  claimFile: 'c13299999972026112401000001.xml',
  returnReason: '01',
  returnText: '[X002]XMLとして読めません。',
  returnedBy: 'agency',
  findings: [finding, { ...finding, rule: 'M001', severity: 'warning' }],
};
const texts = new Map([
  [
    'X002',
    {
      title: { ja: '禁止された宣言, "DTD"', en: 'forbidden declaration' },
      remedy: { ja: '{found}を除いてください。', en: 'remove {found}' },
    },
  ],
]);

describe('the list of what cannot travel as an archive (返戻一覧)', () => {
  it('opens in a spreadsheet as UTF-8 and names its columns', () => {
    expect(listHeading().startsWith('\ufeff受領アーカイブ,結果ファイル,決済ファイル,返戻理由コード')).toBe(
      true,
    );
  });

  it('has a line for each finding that speaks against the record, with reason, place and remedy', () => {
    expect(listRows(record, texts)).toBe(
      '1329999997_91399113_202611240_1,h13299999972026112401000001.xml,c13299999972026112401000001.xml,' +
        '01,記録形式不備,X002,"禁止された宣言, ""DTD""",返戻,CLAIMS/c13299999972026112401000001.xml,3,,…を除いてください。\r\n',
    );
  });

  it('has a line for a record without findings and without files, and never a formula', () => {
    const bare: ListedRecord = { ...record, resultFile: null, returnText: '=1+1', findings: null };
    const line = listRows(bare, texts);
    expect(line.split(',')[1]).toBe('');
    expect(line).toContain(",'=1+1,");
    expect(line.trim().split('\r\n')).toHaveLength(1);
  });
});
