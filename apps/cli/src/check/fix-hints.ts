import { escapeAttribute } from '@daiko/exchange-format';
import type { Finding } from '@daiko/inspection-rules';
import { titleOf } from '@daiko/report';
import { type Excerpt, valueAt } from './excerpt.js';
import type { Output } from './output.js';
import { paint, printable } from './terminal.js';

/** Findings of a rule that are looked at for an example. */
const TRIES = 5;

interface Hint {
  readonly finding: Finding;
  tries: number;
  example: { readonly wrong: string; readonly right: string } | null;
}

/** What to do about each rule that fired, with an example where the right value is known. */
export class FixHints {
  private readonly hints = new Map<string, Hint>();

  /** True while another finding of this rule may still bring an example. */
  wants({ rule }: Finding): boolean {
    const hint = this.hints.get(rule);
    return hint === undefined || (hint.example === null && hint.tries < TRIES);
  }

  add(finding: Finding, excerpt: Excerpt | null): void {
    const hint = this.hints.get(finding.rule) ?? { finding, tries: 0, example: null };
    hint.tries++;
    hint.example ??= exampleOf(finding, excerpt);
    this.hints.set(finding.rule, hint);
  }

  /** Writes the hints in the order of `rules`. */
  async write(rules: readonly string[], hasColours: boolean, output: Output): Promise<void> {
    if (this.hints.size === 0) return;
    await output.write('\n直し方 / how to mend\n');
    for (const rule of rules) {
      const hint = this.hints.get(rule);
      if (hint === undefined) continue;
      const { remedy } = hint.finding;
      const { ja, en } = titleOf(rule);
      const lines = [`  [${rule}] ${ja} / ${en}`, `    ${remedy.ja}`, `    ${remedy.en}`];
      if (hint.example !== null) {
        lines.push(paint(hasColours, 'red', `    誤 / wrong  ${hint.example.wrong}`));
        lines.push(paint(hasColours, 'green', `    正 / right  ${hint.example.right}`));
      }
      await output.write(`${lines.join('\n')}\n`);
    }
  }
}

/** The element of a finding with the expected value in place; null where that is not one plain value. */
function exampleOf({ value, expected }: Finding, excerpt: Excerpt | null): Hint['example'] {
  const element = excerpt?.element ?? null;
  if (element === null || value === null || expected === null || !/^[\w.+\-/%{}[\]:]{1,60}$/.test(expected))
    return null;
  const at = valueAt(element, value);
  if (at === -1) return null;
  const right = element.slice(0, at) + escapeAttribute(expected) + element.slice(at + value.length);
  const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' '));
  return { wrong: oneLine(element), right: oneLine(right) };
}
