const encoder = new TextEncoder();

/** Attributes in writing order; null and undefined values are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | null | undefined>>;

/**
 * Writes one XML document in UTF-8 with declaration, `\n` between lines, no indentation.
 * Deterministic: the same calls give the same bytes. Escapes what must be escaped and nothing else.
 */
export class XmlWriter {
  private written = '<?xml version="1.0" encoding="UTF-8"?>\n';
  private readonly openNames: string[] = [];

  /** Opens an element; close it with {@link close}. */
  open(name: string, attributes?: XmlAttributes): this {
    this.written += `<${name}${attributes === undefined ? '' : attributeText(attributes)}>`;
    this.openNames.push(name);
    return this;
  }

  /** Writes an element that holds at most text. */
  leaf(name: string, attributes?: XmlAttributes, text?: string): this {
    const start = `<${name}${attributes === undefined ? '' : attributeText(attributes)}`;
    this.written +=
      text === undefined || text === '' ? `${start}/>\n` : `${start}>${escapeText(text)}</${name}>\n`;
    return this;
  }

  /** Writes character data into the element that is open. */
  text(text: string): this {
    this.written += escapeText(text);
    return this;
  }

  /** Closes the element opened last. */
  close(): this {
    const name = this.openNames.pop();
    if (name === undefined) throw new RangeError('close without open');
    this.written += `</${name}>\n`;
    return this;
  }

  /** The finished document; every element must be closed. */
  finish(): Uint8Array {
    if (this.openNames.length > 0) throw new RangeError(`not closed: ${this.openNames.join(', ')}`);
    return encoder.encode(this.written);
  }
}

/** Escapes character data of an element. */
export function escapeText(text: string): string {
  return /[&<>\r]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
    : text;
}

/** Escapes an attribute value written between double quotes. */
export function escapeAttribute(text: string): string {
  return /[&<"\t\n\r]/.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('"', '&quot;')
        .replaceAll('\t', '&#9;')
        .replaceAll('\n', '&#10;')
        .replaceAll('\r', '&#13;')
    : text;
}

function attributeText(attributes: XmlAttributes): string {
  let text = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== null && value !== undefined) text += ` ${name}="${escapeAttribute(String(value))}"`;
  }
  return text;
}
