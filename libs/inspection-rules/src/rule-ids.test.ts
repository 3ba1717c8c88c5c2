import { describe, expect, it } from '@jest/globals';
import { catalogue, defaultSettings, notChecked, openRules } from './index.js';
import { omissionOf, ruleFamilies, ruleIds } from './rule-ids.js';

const withRule = new Set(catalogue.map(({ id }) => id));

describe('the list of ids', () => {
  it('has the 389 ids of the catalogue, each once', () => {
    const counts = ruleFamilies.map(({ letter, count }) => `${letter}${count}`).join(' ');
    expect(counts).toBe('A31 X16 S14 I34 T27 D17 M34 V27 C12 K36 E12 J7 P25 G64 H16 R10 B7');
    expect(ruleIds).toHaveLength(389);
    expect(new Set(ruleIds).size).toBe(389);
    expect([ruleIds[0], ruleIds.at(-1)]).toEqual(['A001', 'B007']);
  });

  it('knows every rule that is written', () => {
    expect([...withRule].filter((id) => !ruleIds.includes(id))).toEqual([]);
  });

  it('says why of every id without a rule', () => {
    const silent = ruleIds.filter((id) => !withRule.has(id) && omissionOf(id) === null);
    expect(silent).toEqual([]);
  });

  it('knows every id that a report says it did not check', () => {
    const open = notChecked({ fileName: 'a.zip' }, defaultSettings(''));
    expect(open.filter((id) => !ruleIds.includes(id))).toEqual([]);
    expect(open).toEqual([...new Set(open)]);
  });

  it('are rules where a report says that it left them open, each for a reason, and rules of that archive', () => {
    const settings = defaultSettings('');
    const open = notChecked({ fileName: 'a.zip' }, settings);
    expect(open.filter((id) => !withRule.has(id))).toEqual([]);
    expect(openRules(open).flatMap(({ rules }) => rules)).toHaveLength(open.length);
    const whys = openRules(['A006', 'A027', 'T010', 'H001', 'R004', 'B002', 'I008']).map(({ why }) => why.ja);
    expect(new Set(whys).size).toBe(7);
    const of = (exchange: string, kind: 'checkup' | 'guidance') =>
      notChecked({ fileName: 'a.zip' }, settings, { exchange, kind });
    expect(of('1', 'checkup')).toEqual(expect.arrayContaining(['H001', 'H014', 'T010', 'B002']));
    expect(of('1', 'checkup').filter((id) => /^[GR]/.test(id))).toEqual([]);
    expect(of('1', 'guidance')).toEqual(expect.arrayContaining(['H008', 'G051']));
    expect(of('1', 'guidance')).not.toContain('H002');
    expect(of('4', 'checkup').filter((id) => /^[A-HJ-Z]/.test(id) && !id.startsWith('A'))).toEqual([
      'R004',
      'R006',
    ]);
  });
});
