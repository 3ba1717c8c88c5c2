import type { Bilingual } from '@daiko/contracts';
import { codeTable, oids, type PlacedCode, type XmlElement } from '@daiko/exchange-format';
import { guidanceItemName } from './guidance-item-names.js';
import { guidanceCodeSystemOf } from './guidance-code-system.js';
import { actsOf } from '../../guidance-facts.js';
import { guidanceItemCodes } from '../../item-codes.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** A code as it is written. */
interface WrittenCode {
  readonly code: string;
  readonly codeSystem: string;
  readonly at: XmlElement;
  readonly name: Bilingual;
  readonly item?: string;
}

const ofCode = text('コード', 'code');
const ofSystem = text('コード体系', 'code system');

/** Reports a code of another system than its own, else one that its table does not have. */
function reportUnknown(system: string, written: WrittenCode, report: Report): void {
  const { code, codeSystem, at, name, item } = written;
  if (codeSystem !== '' && codeSystem !== system) {
    const values = { name, part: ofSystem };
    return report(at, { item, value: codeSystem, expected: system, values, returnReason: '01' });
  }
  const labels = codeTable(system)?.labels;
  if (codeSystem === '') {
    const values = { name, part: ofSystem };
    const details = { item, value: '', expected: system, values, returnReason: '01' as const };
    report(at, { ...details, severity: 'warning' });
  }
  // 保健指導区分 out of its table is G006's.
  if (labels === undefined || labels.has(code) || item === guidanceItemCodes.level) return;
  report(at, { item, value: code, expected: [...labels.keys()].join(', '), values: { name, part: ofCode } });
}

const writtenOf = ({ value, codeSystem, at }: PlacedCode, name: Bilingual): WrittenCode => ({
  code: value,
  codeSystem,
  at,
  name,
});

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
    '{name}の{part}が「{value}」です（正: {expected}）。',
    'The {part} of {name} is "{value}"; {expected} was expected.',
  ),
  remedy: text('コードを確認してください。', 'Check the code and its code system.'),
  check(guidance, _facts, report) {
    for (const item of guidance.items) {
      const system = guidanceCodeSystemOf(item.code);
      if (system === undefined || item.valueCode === '') continue;
      const { code, valueCode, valueCodeSystem: codeSystem } = item;
      const at = item.at.child('value') ?? item.at;
      reportUnknown(
        system,
        { code: valueCode, codeSystem, at, name: guidanceItemName(code), item: code },
        report,
      );
    }
    for (const { form, implementer } of actsOf(guidance)) {
      if (form !== null)
        reportUnknown(oids.supportForm, writtenOf(form, text('支援形態', 'the form of support')), report);
      if (implementer !== null)
        reportUnknown(
          oids.implementer,
          writtenOf(implementer, text('実施者', 'the person in charge')),
          report,
        );
    }
  },
};
