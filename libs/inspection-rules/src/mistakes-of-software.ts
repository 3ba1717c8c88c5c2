import { itemByCode } from '@daiko/exchange-format';
import { type FindingCollector, NAMES_AS_OF } from './engine.js';
import type { Finding } from './finding.js';

/** Items with one mistake beyond these are said together: a converter wrote all of them so. */
const APART_MAX = 3;

/** Says a mistake of writing that many items of a record have once, at the first of them. */
export function foldMistakes(
  collector: FindingCollector,
  from: number,
  ofWriting: ReadonlySet<string>,
): void {
  const { findings } = collector;
  if (findings.length - from <= APART_MAX) return;
  const groups = new Map<string, Finding[]>();
  for (const finding of findings.slice(from)) {
    if (!ofWriting.has(finding.rule)) continue;
    const key = `${finding.rule} ${finding.severity}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const said = new Map<Finding, Finding | null>();
  for (const group of groups.values()) {
    if (group.length <= APART_MAX) continue;
    for (const finding of group) said.set(finding, null);
    said.set(group[0]!, withMore(group, collector.hiddenOf(group[0]!.rule)));
  }
  if (said.size === 0) return;
  const kept = findings
    .slice(from)
    .flatMap((finding) => said.get(finding) ?? (said.has(finding) ? [] : finding));
  findings.splice(from, findings.length - from, ...kept);
}

/** Names of further items that a message has room for. */
const NAMES_MAX = 10;

function withMore([first, ...more]: readonly Finding[], hidden: number): Finding {
  const { message } = first!;
  const count = more.length + hidden;
  const named = more.slice(0, NAMES_MAX).map(({ item }) => itemByCode(item ?? '', NAMES_AS_OF)?.name ?? item);
  const [etc, etcEn] = count > NAMES_MAX ? ['など', ' and others'] : ['', ''];
  return {
    ...first!,
    message: {
      ja: `${message.ja}同様の誤りがほか${count}項目にあります（${named.join('、')}${etc}）。`,
      en: `${message.en} The like is wrong with ${count} more: ${named.join(', ')}${etcEn}.`,
    },
  };
}
