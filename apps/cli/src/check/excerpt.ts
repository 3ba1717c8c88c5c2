import {
  type ArchiveDirectory,
  type ByteSource,
  type EntryLocation,
  parseXml,
  readEntry,
  type XmlElement,
} from '@daiko/exchange-format';
import type { Finding } from '@daiko/inspection-rules';

/** The place of a finding as it stands in its file. */
export interface Excerpt {
  readonly line: number;
  /** Part of the line, cut to what fits. */
  readonly text: string;
  /** Where in `text` the caret stands, and how long it is, in characters. */
  readonly caretAt: number;
  readonly caretLength: number;
  /** The element with its text, where it has no children. */
  readonly element: string | null;
}

const BEFORE_MAX = 24;
const TEXT_MAX = 110;
const ELEMENT_MAX = 300;

/** Files a finding of a record or of the archive may point into. */
export function entriesOf(directory: ArchiveDirectory | null): readonly EntryLocation[] {
  return directory === null
    ? []
    : [directory.facts.index, directory.facts.summary].filter((entry) => entry !== null);
}

/** Reads the file of a finding again and cuts out its place; null where there is none to show. */
export async function excerptOf(
  source: ByteSource,
  entries: readonly (EntryLocation | null)[],
  { file, line, xpath, value }: Finding,
): Promise<Excerpt | null> {
  const entry = entries.find((each) => each !== null && each.path === file);
  if (entry === undefined || entry === null || line === null) return null;
  const answer = await readEntry(source, entry);
  if (!answer.ok) return null;
  const text = new TextDecoder().decode(answer.bytes).replace(/\r\n?/g, '\n');
  const parsed = xpath === null ? null : parseXml(answer.bytes);
  const element = parsed?.ok === true ? elementAt(parsed.root, xpath ?? '') : null;
  return element === null ? excerptOfLine(text, line) : excerptOfElement(text, element, value);
}

/** The element that a path of a finding names, such as `/ClinicalDocument/component/section[2]`. */
export function elementAt(root: XmlElement, path: string): XmlElement | null {
  const [first, ...steps] = path.split('/').slice(1);
  if (first !== root.name) return null;
  let here: XmlElement | undefined = root;
  for (const step of steps) {
    const [, name = '', position = '1'] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? [];
    here = here?.childrenNamed(name)[Number(position) - 1];
  }
  return here ?? null;
}

function excerptOfLine(text: string, line: number): Excerpt | null {
  const whole = text.split('\n')[line - 1];
  if (whole === undefined || whole.trim() === '') return null;
  const shown = whole.trim().slice(0, TEXT_MAX);
  return { line, text: shown, caretAt: 0, caretLength: shown.length, element: null };
}

function excerptOfElement(text: string, { line, column, name }: XmlElement, value: string | null): Excerpt {
  let start = 0;
  for (let skipped = 1; skipped < line; skipped++) start = text.indexOf('\n', start) + 1;
  const offset = start + column - 1;
  const element = simpleElementAt(text, offset);
  const end = text.indexOf('\n', offset);
  const rest = text.slice(offset, end === -1 ? undefined : end);
  const before = text.slice(start, offset).trimStart().slice(-BEFORE_MAX);
  const [caretAt, caretLength] = caretOf(element ?? rest, name, value);
  const isOnLine = caretAt + caretLength <= rest.length;
  return {
    line,
    text: (before + rest).slice(0, Math.max(TEXT_MAX, isOnLine ? before.length + caretAt + caretLength : 0)),
    caretAt: before.length + (isOnLine ? caretAt : 0),
    caretLength: isOnLine ? caretLength : Math.min(rest.length, name.length + 1),
    element,
  };
}

/** An element without children, from its `<` to its end; null for any other, and for long ones. */
function simpleElementAt(text: string, offset: number): string | null {
  const simple = /<([^\s/>]+)(?:[^<>"']|"[^"]*"|'[^']*')*?(?:\/>|>[^<]*<\/\1\s*>)/y;
  simple.lastIndex = offset;
  const [found] = simple.exec(text.slice(0, offset + ELEMENT_MAX)) ?? [];
  return found ?? null;
}

function caretOf(element: string, name: string, value: string | null): [number, number] {
  const at = value === null || value === '' ? -1 : valueAt(element, value);
  return at === -1 ? [0, Math.min(element.length, name.length + 1)] : [at, (value ?? '').length];
}

/** Where a value stands whole in an element: as an attribute, or as its text; -1 where it does not, or more than once. */
export function valueAt(element: string, value: string): number {
  const forms = [`="${value}"`, `='${value}'`, `>${value}<`];
  const found = forms.flatMap((form) => {
    const at = element.indexOf(form);
    const offset = form.indexOf(value);
    return at === -1 ? [] : element.indexOf(form, at + 1) === -1 ? [at + offset] : [-1, -1];
  });
  return found.length === 1 ? (found[0] ?? -1) : -1;
}
