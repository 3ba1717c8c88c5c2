import type { PersonalValues } from './personal-values.js';

/** One value found where it must not be. */
export interface Leak {
  kind: string;
  place: string;
}

interface Needle {
  bytes: Buffer;
  kind: string;
  /** Digits count only where no letter or digit stands beside them. */
  standsAlone: boolean;
}

const headBytes = 4;

/** Values of digits alone; the others are texts. */
export function isDigits(value: string): boolean {
  return /^[\d-]+$/.test(value);
}

/** Looks for many values in bytes at once: a table of their first bytes decides where to compare. */
export class ValueFinder {
  private readonly byHead = new Map<number, Needle[]>();
  private readonly mayBegin = new Uint8Array(65_536);
  readonly valueCount: number;

  constructor(values: PersonalValues) {
    this.valueCount = values.size;
    for (const [value, kind] of values) {
      const bytes = Buffer.from(value, 'utf8');
      if (bytes.length < headBytes) throw new RangeError('a value is too short to be looked for');
      const head = bytes.readUInt32BE(0);
      const needles = this.byHead.get(head) ?? [];
      needles.push({ bytes, kind, standsAlone: isDigits(value) });
      this.byHead.set(head, needles);
      this.mayBegin[head >>> 16] = 1;
    }
  }

  /** Kinds of the values found in `hay`, each once. */
  find(hay: Buffer): Set<string> {
    const found = new Set<string>();
    const { mayBegin, byHead } = this;
    const end = hay.length - headBytes;
    let pair = hay[0] ?? 0;
    for (let at = 0; at <= end; at += 1) {
      pair = ((pair & 255) << 8) | hay[at + 1]!;
      if (mayBegin[pair] === 0) continue;
      for (const needle of byHead.get(hay.readUInt32BE(at)) ?? []) {
        if (matches(hay, at, needle)) found.add(needle.kind);
      }
    }
    return found;
  }

  leaksIn(place: string, hay: Buffer): Leak[] {
    return [...this.find(hay)].map((kind) => ({ kind, place }));
  }
}

function matches(hay: Buffer, at: number, { bytes, standsAlone }: Needle): boolean {
  const end = at + bytes.length;
  if (end > hay.length || hay.compare(bytes, 0, bytes.length, at, end) !== 0) return false;
  return !standsAlone || (!isWordByte(hay[at - 1]) && !isWordByte(hay[end]));
}

/** A digit, a letter, or what joins digits to a longer number or identifier. */
function isWordByte(byte: number | undefined): boolean {
  return byte !== undefined && /[0-9A-Za-z._-]/.test(String.fromCharCode(byte));
}
