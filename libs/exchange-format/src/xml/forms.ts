import { drawForm, type Markup, takeApart } from './draw-form.js';
import type { FilledForm, Form } from './form.js';
import type { WrittenBytes } from './written-bytes.js';
import type { XmlElement } from './xml-element.js';

/** Forms of one start tag, and texts of which no form has been drawn yet. */
const DRAFTS_MAX = 32;
/** Elements and values of a form; what has more is read step by step. */
const ELEMENTS_MAX = 128;
const VALUES_MAX = 96;

interface Draft {
  readonly text: string;
  readonly markup: Markup;
  /** Values that were met with another content, by their numbers in the markup. */
  readonly open: Set<number>;
  form: Form | null;
}

/** Forms of the elements of one scope whose start tags are written alike. */
export class Forms {
  /** The form last filled first. */
  private readonly drawn: Form[] = [];
  private readonly drafts = new Map<string, Draft>();

  /** Reads the element that begins at an offset by one of the forms; null where it is of none. */
  fill(text: string, bytes: WrittenBytes, start: number): FilledForm | null {
    const { drawn } = this;
    for (let at = 0; at < drawn.length; at++) {
      const form = drawn[at]!;
      const filled = form.fill(text, bytes, start);
      if (filled === null) continue;
      drawn[at] = drawn[0]!;
      drawn[0] = form;
      return filled;
    }
    return null;
  }

  /** Learns from an element that is of no form: its values differ from those of one met before, or are the first. */
  learn(text: string, read: (text: string) => XmlElement | null): void {
    const markup = takeApart(text);
    if (markup === null || markup.values.length > VALUES_MAX || markup.starts.length > ELEMENTS_MAX) return;
    const draft = this.drafts.get(markup.skeleton);
    if (draft !== undefined) this.widen(draft, text, markup, read);
    else if (this.drafts.size < DRAFTS_MAX) {
      this.drafts.set(markup.skeleton, { text, markup, open: new Set(), form: null });
    }
  }

  private widen(
    draft: Draft,
    text: string,
    { values }: Markup,
    read: (text: string) => XmlElement | null,
  ): void {
    const { open, markup } = draft;
    const before = open.size;
    markup.values.forEach((value, at) => {
      const other = values[at]!;
      if (draft.text.slice(value.start, value.end) !== text.slice(other.start, other.end)) open.add(at);
    });
    if (open.size === before) return;
    const pattern = read(draft.text);
    if (pattern === null) return;
    const form = drawForm(
      draft.text,
      markup,
      markup.values.filter((_, at) => open.has(at)),
      pattern,
    );
    if (draft.form === null) this.drawn.push(form);
    else this.drawn[this.drawn.indexOf(draft.form)] = form;
    draft.form = form;
  }
}
