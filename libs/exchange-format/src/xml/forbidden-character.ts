/** How standards write which character it is: U+E001. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** C1 controls, private use, non-characters. */
export const forbiddenCharacter =
  /[\u0080-\u009f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]|[\udb80-\udbff][\udc00-\udfff]/;

/** C0 controls, which no XML may hold; TAB and the ends of lines are none of them. */
// eslint-disable-next-line no-control-regex -- these are the characters looked for
export const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** Both of them in UTF-8 as one character per byte. */
export const suspectBytes =
  // eslint-disable-next-line no-control-regex -- these are the characters looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u00ee\u00f4]|\u00c2[\u0080-\u009f]|\u00ef(?:[\u0080-\u00a3]|\u00b7[\u0090-\u00af]|\u00bf[\u00be\u00bf])|\u00f3[\u00b0-\u00bf]/;
