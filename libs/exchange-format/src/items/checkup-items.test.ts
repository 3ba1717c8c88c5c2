import { describe, expect, it } from '@jest/globals';
import { codeLabel, codeTable, itemByCode, itemsOn, requirementOf } from '../index.js';

describe('the item table', () => {
  const items = [...itemsOn('20240601')];

  it('holds the 322 items of 第4期 with the facts rules lean on', () => {
    expect(items).toHaveLength(322);
    expect(itemByCode('9N001000000000001', '20240601')).toMatchObject({
      type: 'PQ',
      unit: 'cm',
      format: 'NNN.N',
    });
    expect(itemByCode('9N511000000000049', '20240601')).toMatchObject({ authorItem: '9N516000000000049' });
    expect(itemByCode('9A110161600000011', '20240601')).toMatchObject({
      relation: 'RSON1',
      group: '9A110161000000049',
    });
    expect(itemByCode('unknown', '20240601')).toBeUndefined();
  });

  it('tells what a programme asks for', () => {
    expect(requirementOf(itemByCode('9N001000000000001', '20240601')!, '010')).toBe('1');
    expect(requirementOf(itemByCode('9N016160100000001', '20240601')!, '010')).toBe('A');
    expect(requirementOf(itemByCode('9N016160100000001', '20240601')!, '020')).toBe('0');
    expect(requirementOf(itemByCode('2A040000001930102', '20240601')!, '010')).toBe('2');
  });

  it('every coded item has a code table, so that codes can be checked', () => {
    const withoutTable = items.filter(
      (item) => item.codeSystem !== '' && codeTable(item.codeSystem) === undefined,
    );
    expect(withoutTable.map((item) => item.codeSystem)).toEqual([]);
  });

  it('every group and dependency points at an item of the table', () => {
    const codes = new Set(items.map((item) => item.code));
    const dangling = items.filter((item) =>
      [item.dependsOn, item.authorItem].some((code) => code !== '' && !codes.has(code)),
    );
    expect(dangling.map((item) => item.code)).toEqual([]);
  });
});

describe('the code tables', () => {
  it('give label and membership', () => {
    expect(codeLabel('1.2.392.200119.6.1109', '07')).toBe('窓口負担金額不備');
    expect(codeTable('1.2.392.200119.6.24060')?.labels.has('4')).toBe(false);
    expect(codeTable('1.2.392.200119.6.2202')?.labels.has('1')).toBe(false);
    expect(codeTable('1.2.3')).toBeUndefined();
  });
});
