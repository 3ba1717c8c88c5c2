import type { PreparedType } from '../schemas/prepare-schema.js';

/** What a start tag says, names without prefixes; one object for all elements that are written alike. */
export class StartTag {
  /** The type that a validator last found this tag right for; null before. */
  validFor: PreparedType | null = null;
  /** The type of the element then: that of `xsi:type`, or the declared one. */
  validType: PreparedType | null = null;

  constructor(
    readonly name: string,
    readonly namespace: string,
    /** Names (as in `XmlElement.attributes`) and values in turn; namespace declarations left out. */
    readonly pairs: readonly string[],
    /** What `xsi:type` names, as `{namespace}name`; as written where its prefix is not bound; null without one. */
    readonly typeName: string | null,
  ) {}
}

/** Value of an attribute in a list of names and values. */
export function attributeIn(pairs: readonly string[], name: string): string | undefined {
  for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === name) return pairs[i + 1];
  return undefined;
}
