import type { Random } from '@daiko/synthetic';

/** A change to a document; documents are bytes as a string of Latin-1, so that nothing is lost on the way. */
export type Change = (text: string, random: Random) => string;

/** Some place in a document, its end included. */
export function place(text: string, random: Random): number {
  return random.between(0, text.length);
}

/** Some part of a document, often a short one. */
export function range(text: string, random: Random): [from: number, to: number] {
  const from = place(text, random);
  const most = random.pick([1, 4, 40, 400, text.length]);
  return [from, Math.min(text.length, from + random.between(1, Math.max(1, most)))];
}

/** The start of some tag, element or attribute value of a document that matches; its end when none does. */
export function matchIn(text: string, pattern: RegExp, random: Random): RegExpExecArray | null {
  const matches = [...text.slice(0, 2_000_000).matchAll(pattern)];
  return matches.length === 0 ? null : random.pick(matches);
}

/** The text with another in the place of a part. */
export const splice = (text: string, from: number, to: number, by: string): string =>
  text.slice(0, from) + by + text.slice(to);

/** Some leaf element or small subtree, `[start, end]`. */
function element(text: string, random: Random): [from: number, to: number] | null {
  const tag = matchIn(text, /<([A-Za-z][\w:.-]*)(?:\s[^<>]*)?>/g, random);
  if (tag === null) return null;
  const { index } = tag;
  if (tag[0].endsWith('/>')) return [index, index + tag[0].length];
  const close = text.indexOf(`</${tag[1]}>`, index);
  return close === -1 ? [index, index + tag[0].length] : [index, close + (tag[1]?.length ?? 0) + 3];
}

/** Changes some element, where there is one. */
export function onElement(
  change: (text: string, from: number, to: number, random: Random) => string,
): Change {
  return (text, random) => {
    const found = element(text, random);
    return found === null ? text : change(text, found[0], found[1], random);
  };
}

/** Replaces the value of some attribute or the text of some element. */
export function onValue(make: (random: Random, value: string) => string): Change {
  return (text, random) => {
    const pattern = random.chance(75) ? /(=")([^"]*)(?=")/g : /(>)([^<>]+)(?=<\/)/g;
    const found = matchIn(text, pattern, random);
    if (found === null) return text;
    const at = found.index + (found[1]?.length ?? 0);
    const value = found[2] ?? '';
    return splice(text, at, at + value.length, make(random, value));
  };
}

/** Puts something before the last end tag. */
export const beforeEnd = (text: string, inserted: string): string => {
  const at = text.lastIndexOf('</');
  return at === -1 ? text + inserted : splice(text, at, at, inserted);
};
