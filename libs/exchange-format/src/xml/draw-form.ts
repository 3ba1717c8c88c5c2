import { decodeText } from './decode-text.js';
import { Form, type FormElement, type FormPart } from './form.js';
import { viewOfText } from './written-bytes.js';
import type { XmlElement } from './xml-element.js';

/** A value in the text of an element: of an attribute, or the text that the element begins with. */
export interface ValueSpan {
  readonly start: number;
  readonly end: number;
  /** Number of its element, in the order of the start tags. */
  readonly element: number;
  /** Place of the value in the tag's pairs; -1 for text. */
  readonly pair: number;
  /** Code of the letter behind it. */
  readonly stop: number;
}

/** The text of an element taken apart. */
export interface Markup {
  /** Offsets of the start tags. */
  readonly starts: readonly number[];
  readonly values: readonly ValueSpan[];
  /** The text without its values: equal for elements that differ in values alone. */
  readonly skeleton: string;
}

const markup = /<[^>]*>|[^<]+/g;
const attribute = /[ \n\t]+([^= \n\t]+)=(?:"([^"]*)"|'([^']*)')/g;

/** Takes the text of an element apart that the plain reader accepts; null where comments stand in it. */
export function takeApart(text: string): Markup | null {
  if (text.includes('<!') || text.includes('<?')) return null;
  const starts: number[] = [];
  const values: ValueSpan[] = [];
  let behindStart = false;
  for (const { 0: piece, index } of text.matchAll(markup)) {
    const isTag = piece.startsWith('<');
    if (isTag && piece[1] !== '/') {
      starts.push(index);
      takeAttributes(piece, index, starts.length - 1, values);
      behindStart = !piece.endsWith('/>');
      continue;
    }
    if (!isTag && behindStart && piece.trim() !== '') {
      const place = { element: starts.length - 1, pair: -1, stop: 60 };
      values.push({ start: index, end: index + piece.length, ...place });
    }
    behindStart = false;
  }
  return { starts, values, skeleton: between(text, values).join('\0') };
}

function takeAttributes(tag: string, at: number, element: number, values: ValueSpan[]): void {
  let pair = 1;
  for (const found of tag.matchAll(attribute)) {
    const [whole, name = '', quoted, inApostrophes] = found;
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const end = at + found.index + whole.length - 1;
    const start = end - (quoted ?? inApostrophes ?? '').length;
    // What a prefix or a type says decides how the rest is read.
    if (!name.includes(':'))
      values.push({ start, end, element, pair, stop: whole.charCodeAt(whole.length - 1) });
    pair += 2;
  }
}

/** What is round the values. */
function between(text: string, values: readonly ValueSpan[]): string[] {
  const ends = [0, ...values.map(({ end }) => end)];
  return ends.map((end, at) => text.slice(end, values[at]?.start ?? text.length));
}

/** The form of a text that was read as `pattern`, with some of its values open. */
export function drawForm(
  text: string,
  { starts }: Markup,
  open: readonly ValueSpan[],
  pattern: XmlElement,
): Form {
  const literals = between(text, open);
  const parts = literals.map((literal, at): FormPart => ({
    literal: viewOfText(literal),
    stop: open[at]?.stop ?? 0,
  }));
  let depth = 0;
  let number = 0;
  const draw = (element: XmlElement, level: number): FormElement => {
    depth = Math.max(depth, level);
    const own = number++;
    const openBefore = open.filter(({ end }) => end <= starts[own]!).length;
    const numbered = open.map((span, at) => ({ ...span, at })).filter((span) => span.element === own);
    const ofText = numbered.find(({ pair }) => pair === -1);
    // The open value is the beginning of its text, which may go on behind a child.
    const opened = ofText === undefined ? '' : decodeText(text.slice(ofText.start, ofText.end))!;
    return {
      tag: element.tag,
      text: element.text.slice(opened.length),
      openBefore,
      offset: starts[own]! - (open[openBefore - 1]?.end ?? 0),
      openAttributes: numbered.filter(({ pair }) => pair !== -1).flatMap(({ pair, at }) => [pair, at]),
      openText: ofText?.at ?? -1,
      children: element.children.map((child) => draw(child, level + 1)),
    };
  };
  return new Form(parts, draw(pattern, 1), starts.length, depth);
}
