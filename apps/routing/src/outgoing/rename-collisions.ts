/** A line whose file name is taken by an earlier line of the same archive. */
export interface Collision {
  lineNumber: number;
  /** The 26 digits both its files share. */
  fileDigits: string;
}

const serialLength = 6;
const serialCount = 10 ** serialLength;

/** The first 20 digits: institution, day, N and X; they stay, only the serial behind them changes. */
export function serialPrefixOf(fileDigits: string): string {
  return fileDigits.slice(0, -serialLength);
}

/**
 * New digits for lines whose name collides: the serial becomes the highest that nobody in the archive uses under the same prefix.
 * @param taken all 26-digit names of the archive under the prefixes concerned
 * @throws {RangeError} where a prefix has used up its million serials
 */
export function renameCollisions(collisions: readonly Collision[], taken: readonly string[]): Collision[] {
  const used = new Map<string, Set<string>>();
  for (const digits of taken) {
    const prefix = serialPrefixOf(digits);
    const serials = used.get(prefix) ?? new Set();
    used.set(prefix, serials.add(digits.slice(-serialLength)));
  }
  const nextOf = new Map<string, number>();
  return collisions.map(({ lineNumber, fileDigits }) => {
    const prefix = serialPrefixOf(fileDigits);
    let serial = nextOf.get(prefix) ?? serialCount - 1;
    while (used.get(prefix)?.has(written(serial)) === true) serial -= 1;
    if (serial < 0) throw new RangeError('no serial is left');
    nextOf.set(prefix, serial - 1);
    return { lineNumber, fileDigits: prefix + written(serial) };
  });
}

function written(serial: number): string {
  return String(serial).padStart(serialLength, '0');
}
