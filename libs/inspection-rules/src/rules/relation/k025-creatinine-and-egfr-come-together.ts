import { programmeSections } from '../../programme-sections.js';
import { itemCodes } from '../../item-codes.js';
import { type RuleOf, text } from '../../rule.js';

/** K025: 血清クレアチニンとeGFRの片方がありません。 */
export const k025: RuleOf<'checkup'> = {
  id: 'K025',
  level: 6,
  severity: 'return',
  returnReason: '02',
  source: '項目表 注',
  subject: 'checkup',
  appliesTo: ['hc'],
  title: text('血清クレアチニンとeGFRの片方がありません', 'One of creatinine and eGFR is missing'),
  message: text(
    '{value}だけが記録され、{expected} がありません。',
    '{value} is recorded without {expected}.',
  ),
  remedy: text('血清クレアチニンとeGFRはそろえてください。', 'Record both, creatinine and eGFR.'),
  check(_checkup, facts, report) {
    const creatinine = facts.itemOf(itemCodes.creatinine);
    const egfr = facts.itemOf(itemCodes.egfr);
    const hasCreatinine = creatinine?.state === 'VALUE';
    const hasEgfr = egfr?.state === 'VALUE';
    if (hasEgfr && !hasCreatinine) {
      report(egfr.at, { item: egfr.code, value: 'eGFR', expected: 'Cr' });
    } else if (hasCreatinine && !hasEgfr && programmeSections.has(creatinine.sectionCode)) {
      report(creatinine.at, { item: creatinine.code, value: 'Cr', expected: 'eGFR' });
    }
  },
};
