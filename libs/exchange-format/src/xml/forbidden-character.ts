/** C1 controls, private use, non-characters. C0 controls are no XML at all and refused as such. */
export const forbiddenCharacter =
  /[\u0080-\u009f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]|[\udb80-\udbff][\udc00-\udfff]/;

/** Finds whatever {@link forbiddenCharacter} does, and the C0 controls: one quick look over a whole document. */
export const suspectCharacter =
  // eslint-disable-next-line no-control-regex -- these are the characters looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\udb80-\udbff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]/;
