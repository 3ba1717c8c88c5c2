import { guidanceCodeSystemOf } from './guidance-code-system.js';
import { codeTable, oids, type XmlElement } from '@daiko/exchange-format';
import { type Report, type RuleOf, text } from '../../rule.js';

function reportUnknown(system: string, code: string, item: string, at: XmlElement, report: Report): void {
  const labels = codeTable(system)?.labels;
  if (labels === undefined || labels.has(code)) return;
  report(at, { item, value: code, expected: [...labels.keys()].join(', ') });
}

/** C010: 保健指導のコードが一覧にありません。 */
export const c010: RuleOf<'guidance'> = {
  id: 'C010',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: 'formats 2.19',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('保健指導のコードが一覧にありません', 'A code of guidance is not in its table'),
  message: text(
    '「{item}」のコードが「{value}」です（正: {expected}）。',
    'The code of "{item}" is "{value}"; one of {expected} was expected.',
  ),
  remedy: text('コードを確認してください。', 'Check the code.'),
  check(guidance, _facts, report) {
    for (const item of guidance.items) {
      const system = guidanceCodeSystemOf(item.code);
      if (system === undefined || item.valueCode === '') continue;
      reportUnknown(system, item.valueCode, item.code, item.at.child('value') ?? item.at, report);
    }
    for (const { acts } of guidance.sections) {
      for (const { form, implementer } of acts) {
        if (form !== null) reportUnknown(oids.supportForm, form.value, '支援形態', form.at, report);
        if (implementer !== null) {
          reportUnknown(oids.implementer, implementer.value, '実施者', implementer.at, report);
        }
      }
    }
  },
};
