import { Buffer } from 'node:buffer';
import { parseXml, pathOf, type XmlElement } from '@daiko/exchange-format';

/** Lines and characters of a line that an example shows at most. */
const LINES_MAX = 6;
const LINE_LENGTH_MAX = 240;

/** The same place of a wrong and of a corrected text, a few lines each. */
export interface ExcerptPair {
  readonly wrong: readonly string[];
  readonly corrected: readonly string[];
}

/** Where a finding is. */
export interface ExcerptPlace {
  readonly line: number | null;
  readonly xpath: string | null;
}

/**
 * The element at the place in both texts, reduced to what differs; where it is alike in both, the first elements that are not.
 * A text that is no XML shows its line.
 */
export function excerptsOf(wrong: string, corrected: string, { line, xpath }: ExcerptPlace): ExcerptPair {
  const [bad, good] = [rootOf(wrong), rootOf(corrected)];
  if (bad === null || good === null) return linesThatDiffer(wrong, corrected, line);
  const places = [nearest(bad, xpath), nearest(good, xpath)] as const;
  const isAlike = whole(places[0]) === whole(places[1]) || pathOf(places[0]) !== pathOf(places[1]);
  const [from, to] = isAlike ? [bad, good] : places;
  const pair = whole(from) === whole(to) ? ([places[0], places[1]] as const) : focus(from, to);
  const shown = { wrong: printed(pair[0], pair[1]), corrected: printed(pair[1], pair[0]) };
  return shown.wrong.join() === shown.corrected.join() ? linesThatDiffer(wrong, corrected, line) : shown;
}

function rootOf(text: string): XmlElement | null {
  const parsed = parseXml(Buffer.from(text));
  return parsed.ok ? parsed.root : null;
}

/** The element of a path, or the deepest above it. */
function nearest(root: XmlElement, path: string | null): XmlElement {
  let here = root;
  for (const step of (path ?? '').split('/').slice(2)) {
    const [, name, index] = /^([^[@]+)(?:\[(\d+)\])?/.exec(step) ?? [];
    const next = name === undefined ? undefined : here.childrenNamed(name)[Number(index ?? 1) - 1];
    if (next === undefined) break;
    here = next;
  }
  return here;
}

/** Goes down while exactly one child of the same name differs. */
function focus(from: XmlElement, to: XmlElement): readonly [XmlElement, XmlElement] {
  if (opening(from) !== opening(to) || from.text.trim() !== to.text.trim()) return [from, to];
  const [left, right] = differingChildren(from, to);
  const [one, other] = [left[0], right[0]];
  const isOne = left.length === 1 && right.length === 1 && one?.name === other?.name;
  return isOne && one !== undefined && other !== undefined ? focus(one, other) : [from, to];
}

/** Children without the common beginning and end. */
function differingChildren(from: XmlElement, to: XmlElement): readonly [XmlElement[], XmlElement[]] {
  const left = from.children.map(whole);
  const right = to.children.map(whole);
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  return [from.children.slice(start, left.length - end), to.children.slice(start, right.length - end)];
}

/** An element in lines; of its children only those that the other one has not alike. */
function printed(element: XmlElement, other: XmlElement): string[] {
  const [changed] = differingChildren(element, other);
  const children = element.name === other.name ? changed : [...element.children];
  const lines = children.flatMap((child) => full(child, 1));
  const isCut = children.length < element.children.length;
  // An element is known by its code.
  const code = element.children.find((child) => child.name === 'code' && !children.includes(child));
  const known = code === undefined ? [] : full(code, 1);
  const all =
    element.children.length === 0
      ? full(element, 0)
      : [`${opening(element)}>`, ...known, ...(isCut ? ['  …'] : []), ...lines, `</${element.name}>`];
  return shortened(all);
}

function full(element: XmlElement, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const short = compact(element);
  if (short.length <= LINE_LENGTH_MAX) return [indent + short];
  const text = escaped(element.text.trim());
  if (element.children.length === 0) {
    const close = text === '' ? '/>' : `>${text}</${element.name}>`;
    return [`${indent}${opening(element)}${close}`];
  }
  return [
    `${indent}${opening(element)}>${text}`,
    ...element.children.flatMap((child) => full(child, depth + 1)),
    `${indent}</${element.name}>`,
  ];
}

function whole(element: XmlElement): string {
  return full(element, 0).join('\n');
}

function compact(element: XmlElement): string {
  const inner = escaped(element.text.trim()) + element.children.map(compact).join('');
  return inner === '' ? `${opening(element)}/>` : `${opening(element)}>${inner}</${element.name}>`;
}

function opening(element: XmlElement): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const isRoot = element.parent === null || element.parent.namespace !== element.namespace;
  return `<${element.name}${isRoot ? ` xmlns="${element.namespace}"` : ''}${attributes.join('')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Lines of text that one has and the other has not, or the line of the place. */
function linesThatDiffer(wrong: string, corrected: string, line: number | null): ExcerptPair {
  const [bad, good] = [wrong.split('\n'), corrected.split('\n')];
  const at = bad.findIndex((text, index) => text !== good[index]);
  const first = at === -1 ? Math.max(0, (line ?? 1) - 1) : at;
  const column = firstDifference(bad[first] ?? '', good[first] ?? '');
  const window = (text: string | undefined): string[] => {
    const start = Math.max(0, column - 60);
    const cut = (text ?? '').slice(start, start + LINE_LENGTH_MAX);
    return cut === '' ? [] : [`${start > 0 ? '…' : ''}${cut}`];
  };
  return { wrong: window(bad[first]).map(visible), corrected: window(good[first]).map(visible) };
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** Control and private characters by their number, so that a page shows them. */
function visible(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const isHidden = code < 0x20 || code === 0x7f || code === 0xfeff || (code >= 0xe000 && code <= 0xf8ff);
      return isHidden ? `&#x${code.toString(16).toUpperCase()};` : character;
    })
    .join('');
}

function shortened(lines: readonly string[]): string[] {
  const kept =
    lines.length <= LINES_MAX ? lines : [...lines.slice(0, LINES_MAX - 2), '  …', lines.at(-1) ?? ''];
  return kept.map((line) =>
    visible(line.length <= LINE_LENGTH_MAX ? line : `${line.slice(0, LINE_LENGTH_MAX)}…`),
  );
}

/** Facts (masters, history, terms) in which a wrong and a corrected case differ, a line each. */
export function factsThatDiffer(wrong: unknown, corrected: unknown): ExcerptPair {
  const [bad, good] = [flat(wrong, ''), flat(corrected, '')];
  const alike = ['ほかは同じ / all else alike'];
  const only = (lines: readonly string[], other: readonly string[]) => {
    const own = lines.filter((line) => !other.includes(line));
    return own.length === 0 ? alike : shortened(own);
  };
  return { wrong: only(bad, good), corrected: only(good, bad) };
}

function flat(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null)
    return [`${path}: ${value === null ? '—' : String(value)}`];
  const parts = Object.entries(value);
  if (parts.length === 0) return [`${path}: —`];
  return parts.flatMap(([name, part]) => flat(part, path === '' ? name : `${path}.${name}`));
}
