import type { Finding, ReturnReason } from './finding.js';
import type { Rule } from './rule.js';

/** Characters the standard leaves for the text of a reason. */
export const RETURN_TEXT_MAX = 100;

/** Of several reasons the one the provider must mend first. */
const priority: readonly ReturnReason[] = ['05', '06', '04', '01', '02', '03', '07', '09', '08'];

/** The one 返戻理由コード of a returned record; '09' where its findings name none. */
export function primaryReason(findings: readonly Finding[]): ReturnReason {
  let best = priority.length;
  for (const finding of findings) {
    if (finding.severity === 'return') best = Math.min(best, rankOf(finding));
  }
  return priority[best] ?? '09';
}

/**
 * Text of a return: `[M003]BMIの記録がありません。…ほか2件`, at most 100 characters, cut between sentences.
 * Rule ids and titles only: it travels in claims and messages and holds no value of a person.
 */
export function returnText(findings: readonly Finding[], titleOf: (rule: string) => string): string {
  const returned = findings.filter((finding) => finding.severity === 'return');
  const ordered = returned
    .map((finding, order) => ({ finding, order, rank: rankOf(finding) }))
    .sort((a, b) => a.rank - b.rank || a.order - b.order);
  const rules = [...new Set(ordered.map(({ finding }) => finding.rule))];
  const sentences = rules.map((rule) => `[${rule}]${titleOf(rule)}。`);
  for (let kept = sentences.length; kept > 0; kept--) {
    const rest = sentences.length - kept;
    const text = sentences.slice(0, kept).join('') + (rest > 0 ? `ほか${rest}件` : '');
    if ([...text].length <= RETURN_TEXT_MAX) return text;
  }
  return `${rules.length}件の不備があります。`;
}

/** Looks up Japanese titles of a catalogue. */
export function titlesOf(rules: readonly Rule[]): (rule: string) => string {
  const titles = new Map(rules.map((rule) => [rule.id, rule.title.ja]));
  return (rule) => titles.get(rule) ?? rule;
}

function rankOf({ returnReason }: Finding): number {
  return reasonRank(returnReason);
}

/** Place of a 返戻理由コード in the order of mending, from 0; none counts as '09'. */
export function reasonRank(reason: ReturnReason | null): number {
  const rank = reason === null ? -1 : priority.indexOf(reason);
  return rank === -1 ? priority.indexOf('09') : rank;
}
