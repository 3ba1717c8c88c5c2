import type { Bilingual } from '@daiko/contracts';
import type { GuidanceAct, GuidanceItem } from '@daiko/exchange-format';
import { actsOf, guidanceSections } from '../../guidance-facts.js';
import { guidanceItemName } from '../value/guidance-item-names.js';
import { type Report, type RuleOf, text } from '../../rule.js';

/** Sections whose act is repeated: each support, each interim evaluation, each institution. */
const repeated: ReadonlySet<string> = new Set([
  guidanceSections.support,
  guidanceSections.interim,
  guidanceSections.institution,
]);

/** G056: 保健指導の同じ項目が重複しています。 */
export const g056: RuleOf<'guidance'> = {
  id: 'G056',
  level: 6,
  severity: 'return',
  returnReason: '01',
  source: '特定保健指導情報ファイル仕様説明書 V4; 付属資料3',
  subject: 'guidance',
  appliesTo: ['hg'],
  title: text('保健指導の同じ項目が重複しています', 'An item of guidance is recorded twice'),
  message: text(
    '{name}が{where}に{value}回記録されています。',
    '{name} is recorded {value} times in {where}.',
  ),
  remedy: text('項目の重複をなくしてください。', 'Record each item once, with one value.'),
  check(guidance, { guidanceFacts: course }, report) {
    for (const { items } of actsOf(guidance)) {
      for (const [code, [, second, ...more]] of Map.groupBy(items, (item) => item.code)) {
        if (second !== undefined && code !== '') {
          say(report, second, more.length + 2, text('同じ実施記録（act）', 'one act'));
        }
      }
      for (const item of items) {
        const values = item.at.children.filter(({ name }) => name === 'value');
        if (values.length > 1) say(report, item, values.length, text('一つの項目の値（value）', 'one item'));
      }
    }
    // In sections that are wrong themselves (X013) nothing is counted.
    for (const { code, acts } of course === null ? [] : guidance.sections) {
      if (code === null || repeated.has(code.value)) continue;
      const again = acts.map((act, at) => firstOf(act, acts.slice(0, at))).filter((item) => item !== null);
      // What was done twice repeats every item: said once.
      if (again.length === 0) continue;
      const where = text(
        `セクション${code.value}の別の実施記録（act）`,
        `several acts of section ${code.value}`,
      );
      say(report, again[0]!, again.length + 1, where);
    }
  },
};

/** First item of an act that an act before it has too. */
function firstOf({ items }: GuidanceAct, earlier: readonly GuidanceAct[]): GuidanceItem | null {
  const isThere = (code: string) => earlier.some((act) => act.items.some((item) => item.code === code));
  return items.find(({ code }) => code !== '' && isThere(code)) ?? null;
}

function say(report: Report, { at, code }: GuidanceItem, value: number, where: Bilingual): void {
  report(at, { item: code, value, values: { name: guidanceItemName(code), where } });
}
