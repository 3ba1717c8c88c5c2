// Characters that the platform's Shift_JIS (JIS X 0208 with the extensions of CP932) knows, as one bit each.
const known = new Uint8Array(0x10000 / 8);

/** Code points of JIS X 0208 that CP932 writes by another one of the same look. */
const twins = [0x301c, 0x2016, 0x2212, 0x00a2, 0x00a3, 0x00ac, 0x2014, 0x00a5, 0x203e];

for (const character of shiftJisCharacters()) know(character.charCodeAt(0));
for (const code of twins) know(code);
for (let code = 0x20; code <= 0x7e; code++) know(code);
for (const code of [0x09, 0x0a, 0x0d]) know(code);

/** First character that receivers built on Shift_JIS cannot show; null where there is none. */
export function rareCharacter(text: string): string | null {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((known[code >> 3]! & (1 << (code & 7))) === 0) return String.fromCodePoint(text.codePointAt(i)!);
  }
  return null;
}

function know(code: number): void {
  known[code >> 3]! |= 1 << (code & 7);
}

// All pairs of bytes, each on a line of its own so that a wrong one cannot disturb the next.
function shiftJisCharacters(): string {
  const [firstLead, lastLead, firstTrail, lastTrail, newline] = [0x81, 0xfc, 0x40, 0xfc, 0x0a];
  const bytes: number[] = [];
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = firstTrail; trail <= lastTrail; trail++) bytes.push(lead, trail, newline);
  }
  return new TextDecoder('shift_jis').decode(Uint8Array.from(bytes)).replaceAll('\ufffd', '');
}
