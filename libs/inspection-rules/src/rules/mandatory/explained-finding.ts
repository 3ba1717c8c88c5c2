import type { Bilingual } from '@daiko/contracts';
import { type RuleOf, text } from '../../rule.js';
import { isOfProgramme } from './mandatory-item.js';

/** What one rule on a finding that wants its text has of its own. */
interface ExplainedFinding {
  readonly id: string;
  /** Of the answer, such as 既往歴. */
  readonly name: Bilingual;
  /** Of the text. */
  readonly textName: Bilingual;
  readonly answer: readonly string[];
  readonly explanation: readonly string[];
}

/** A rule that fires when a finding is there (code 1) and nothing says what it is; a text of mere marks is V020's. */
export function explainedFinding(rule: ExplainedFinding): RuleOf<'checkup'> {
  const { name, textName } = rule;
  return {
    id: rule.id,
    level: 6,
    severity: 'return',
    returnReason: '02',
    source: '項目表 DEPEND',
    subject: 'checkup',
    appliesTo: ['hc'],
    title: text(`${textName.ja}の記録がありません`, `${textName.en}: nothing recorded`),
    message: text(
      `${name.ja}が「{value}」（あり）ですが、${textName.ja}の記録がありません。`,
      `${name.en} is "{value}" (yes), but ${textName.en} is not recorded.`,
    ),
    remedy: text(`${textName.ja}を記録してください。`, `Record ${textName.en}.`),
    check(_checkup, facts, report) {
      if (!isOfProgramme(facts) || facts.codeOf(rule.answer) !== '1') return;
      const state = facts.stateOf(rule.explanation);
      if (state === 'VALUE' || state === 'BAD') return;
      const place = facts.itemOf(rule.explanation) ?? facts.itemOf(rule.answer);
      report(place!.at, { item: rule.explanation[0], value: '1' });
    },
  };
}
