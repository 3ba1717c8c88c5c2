import type { XmlElement } from '../xml/xml-element.js';

/** A value together with the element that holds it, so that a finding can name line and path. */
export interface Placed<T> {
  readonly value: T;
  readonly at: XmlElement;
}

/** An amount in yen as read: `value` is null unless `raw` consists of ASCII digits alone. */
export interface PlacedNumber extends Placed<number | null> {
  readonly raw: string;
}

/** A code with its code system ('' when the attribute is missing). */
export interface PlacedCode extends Placed<string> {
  readonly codeSystem: string;
}

/** Attribute of an element as placed text; null when element or attribute is missing. */
export function placedAttribute(element: XmlElement | null, name: string): Placed<string> | null {
  const value = element?.attribute(name);
  return value === undefined ? null : { value, at: element! };
}

/** Own text of an element, trimmed at both ends; null when the element is missing. */
export function placedText(element: XmlElement | null): Placed<string> | null {
  return element === null ? null : { value: element.text.trim(), at: element };
}

/** Whole number in `@value`; null when element or attribute is missing. */
export function placedNumber(element: XmlElement | null): PlacedNumber | null {
  const raw = element?.attribute('value');
  return raw === undefined ? null : { value: wholeNumber(raw), raw, at: element! };
}

/** Code in `@code` with `@codeSystem`; null when element or code is missing. */
export function placedCode(element: XmlElement | null): PlacedCode | null {
  const value = element?.attribute('code');
  if (value === undefined) return null;
  return { value, codeSystem: element!.attribute('codeSystem') ?? '', at: element! };
}

/**
 * Non-negative whole number of at most 15 ASCII digits, else null; blanks around it and a plus before it are legal in an
 * integer of XML Schema.
 */
export function wholeNumber(raw: string): number | null {
  if (raw.length === 0 || raw.length > 15) return looselyWritten(raw);
  for (let i = 0; i < raw.length; i++) {
    const unit = raw.charCodeAt(i);
    if (unit < 48 || unit > 57) return looselyWritten(raw);
  }
  return Number(raw);
}

function looselyWritten(raw: string): number | null {
  const digits = raw.length > 64 ? undefined : /^[ \t\r\n]*\+?([0-9]{1,15})[ \t\r\n]*$/.exec(raw)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Decimal number in ASCII (optional minus, digits, optional point and digits), else null. */
export function decimalNumber(raw: string): number | null {
  const first = raw.charCodeAt(0) === 45 ? 1 : 0;
  if (raw.length === first || raw.length > 20) return null;
  let points = 0;
  for (let i = first; i < raw.length; i++) {
    const unit = raw.charCodeAt(i);
    if (unit === 46) {
      if (++points > 1 || i === first || i === raw.length - 1) return null;
    } else if (unit < 48 || unit > 57) return null;
  }
  return Number(raw);
}

/**
 * Number of an INT or PQ in any form that XML Schema takes: blanks around it, a plus, an exponent; else null. Forms that a
 * checkup must not have are V006's.
 */
export function schemaNumber(raw: string): number | null {
  const plain = decimalNumber(raw);
  if (plain !== null || raw.length > 64) return plain;
  const written = /^[ \t\r\n]*([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[Ee][+-]?[0-9]{1,3})?)[ \t\r\n]*$/.exec(
    raw,
  )?.[1];
  const number = written === undefined ? NaN : Number(written);
  return Number.isFinite(number) ? number : null;
}
