/** C1 controls, private use, non-characters. */
export const forbiddenCharacter =
  /[\u0080-\u009f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]|[\udb80-\udbff][\udc00-\udfff]/;

/** C0 controls, which no XML may hold; TAB and the ends of lines are none of them. */
// eslint-disable-next-line no-control-regex -- these are the characters looked for
export const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** Finds whatever {@link forbiddenCharacter} and {@link controlCharacter} do: one quick look over a whole document. */
export const suspectCharacter =
  // eslint-disable-next-line no-control-regex -- these are the characters looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\udb80-\udbff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]/;
