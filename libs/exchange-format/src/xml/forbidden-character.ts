/** C1 controls, private use, non-characters. C0 controls are no XML at all and refused as such. */
export const forbiddenCharacter =
  /[\u0080-\u009f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]|[\udb80-\udbff][\udc00-\udfff]/;
