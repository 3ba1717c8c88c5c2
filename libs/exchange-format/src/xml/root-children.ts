/** A child of the root element: `start` at its `<`, `end` after its last `>`. */
export interface MarkupSpan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the children of the root element in markup given as one character per byte (latin1), without
 * reading values. Returns null when the root does not close. `prefix` is that of the root with its colon.
 */
export function findRootChildren(
  markup: string,
): { prefix: string; children: MarkupSpan[]; endTag: number } | null {
  const children: MarkupSpan[] = [];
  let depth = 0;
  let prefix = '';
  let childStart = 0;
  let childName = '';
  for (let at = markup.indexOf('<'); at !== -1; at = markup.indexOf('<', at)) {
    const end = endOfMarkup(markup, at);
    if (end === -1) return null;
    const second = markup[at + 1];
    if (second === '/') {
      depth--;
      if (depth === 0) return { prefix, children, endTag: at };
      if (depth === 1) children.push({ name: childName, start: childStart, end });
    } else if (second !== '!' && second !== '?') {
      const closed = markup[end - 2] === '/';
      const name = nameAt(markup, at + 1);
      if (depth === 0) {
        if (closed) return null;
        prefix = name.slice(0, name.indexOf(':') + 1);
      } else if (depth === 1) {
        childStart = at;
        childName = name.slice(name.indexOf(':') + 1);
        if (closed) children.push({ name: childName, start: at, end });
      }
      if (!closed) depth++;
    }
    at = end;
  }
  return null;
}

function endOfMarkup(markup: string, start: number): number {
  if (markup.startsWith('<!--', start)) return after(markup, '-->', start + 4);
  if (markup.startsWith('<![CDATA[', start)) return after(markup, ']]>', start + 9);
  if (markup.startsWith('<?', start)) return after(markup, '?>', start + 2);
  let quote = '';
  for (let i = start + 1; i < markup.length; i++) {
    const letter = markup[i]!;
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return i + 1;
  }
  return -1;
}

function after(markup: string, mark: string, from: number): number {
  const found = markup.indexOf(mark, from);
  return found === -1 ? -1 : found + mark.length;
}

function nameAt(markup: string, start: number): string {
  let end = start;
  while (end < markup.length && !' \t\r\n/>'.includes(markup[end]!)) end++;
  return markup.slice(start, end);
}
