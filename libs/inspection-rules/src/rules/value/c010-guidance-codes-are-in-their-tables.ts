import type { Bilingual } from '@daiko/contracts';
import { guidanceItemNames } from './guidance-item-names.js';
import { guidanceCodeSystemOf } from './guidance-code-system.js';
import { codeTable, oids, type XmlElement } from '@daiko/exchange-format';
import { type Report, type RuleOf, text } from '../../rule.js';

const words = {
  form: text('支援形態', 'the form of support'),
  implementer: text('実施者', 'the person in charge'),
} as const;

function reportUnknown(
  system: string,
  code: string,
  at: XmlElement,
  values: { readonly name: Bilingual; readonly item?: string },
  report: Report,
): void {
  const labels = codeTable(system)?.labels;
  if (labels === undefined || labels.has(code)) return;
  const { item, name } = values;
  report(at, { item, value: code, expected: [...labels.keys()].join(', '), values: { name } });
}

/** C010: 保健指導のコードが一覧にありません。 */
export const c010: RuleOf<'guidance'> = {
  id: 'C010',
  level: 6,
  severity: 'return',
  returnReason: '03',
  source: 'OID表・別表',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('保健指導のコードが一覧にありません', 'A code of guidance is not in its table'),
  message: text(
    '{name}のコードが「{value}」です（正: {expected}）。',
    'The code of {name} is "{value}"; one of {expected} was expected.',
  ),
  remedy: text('コードを確認してください。', 'Check the code.'),
  check(guidance, _facts, report) {
    for (const item of guidance.items) {
      const system = guidanceCodeSystemOf(item.code);
      if (system === undefined || item.valueCode === '') continue;
      const values = {
        name: text(`${guidanceItemNames[item.code] ?? '項目'}（${item.code}）`, `item ${item.code}`),
        item: item.code,
      };
      reportUnknown(system, item.valueCode, item.at.child('value') ?? item.at, values, report);
    }
    for (const { acts } of guidance.sections) {
      for (const { form, implementer } of acts) {
        if (form !== null) reportUnknown(oids.supportForm, form.value, form.at, { name: words.form }, report);
        if (implementer !== null) {
          reportUnknown(
            oids.implementer,
            implementer.value,
            implementer.at,
            { name: words.implementer },
            report,
          );
        }
      }
    }
  },
};
