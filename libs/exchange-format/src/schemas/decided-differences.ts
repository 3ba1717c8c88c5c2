/** A document on which our validator and libxml2 do not agree. */
export interface SchemaDifference {
  /** The document. */
  readonly text: string;
  readonly isOursValid: boolean;
  readonly isTheirsValid: boolean;
}

/** A difference between our validator and libxml2 that is decided and stays. */
export interface DecidedDifference {
  readonly what: string;
  readonly explains: (difference: SchemaDifference) => boolean;
}

/** Differences that are decided: whoever adds one here says which side is right and why. */
export const decidedDifferences: readonly DecidedDifference[] = [
  {
    what: 'A time of 16 digits or more: the pattern allows at most 14 before a point; libxml2 counts wrongly and accepts. We refuse.',
    explains: ({ text, isOursValid, isTheirsValid }) =>
      !isOursValid && isTheirsValid && /value="\s*\d{16,}([+-]\d{1,4})?\s*"/.test(text),
  },
  {
    what: 'A translation of a CV or CO, a qualifier of a CE: restricted to none (maxOccurs 0), which libxml2 reads as at most one. We refuse.',
    explains: ({ text, isOursValid, isTheirsValid }) =>
      !isOursValid && isTheirsValid && /<(?:[\w.-]+:)?(?:translation|qualifier)[\s/>]/.test(text),
  },
];
