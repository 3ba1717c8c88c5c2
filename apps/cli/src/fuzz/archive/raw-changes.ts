import type { Random } from '@daiko/synthetic';
import { odd } from './archive-draft.js';

/** Kinds of change to the bytes of a ZIP. */
export const rawChanges: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  'bits turned': (bytes, random) => {
    for (let times = random.between(1, 12); times > 0; times--) {
      const at = random.between(0, bytes.length - 1);
      bytes[at]! ^= 1 << random.between(0, 7);
    }
    return bytes;
  },
  'cut off': (bytes, random) => bytes.subarray(0, random.between(0, bytes.length)),
  'end cut off': (bytes, random) => bytes.subarray(0, Math.max(0, bytes.length - random.between(1, 4000))),
  'beginning lost': (bytes, random) => bytes.subarray(random.between(0, bytes.length)),
  'bytes lost or doubled': (bytes, random) => {
    const from = random.between(0, bytes.length);
    const to = Math.min(bytes.length, from + random.pick([1, 2, 30, 46, 2000]));
    return random.chance(50)
      ? Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
      : Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'number in the directory': (bytes, random) => {
    const at = Math.max(0, bytes.length - random.between(4, Math.min(bytes.length, 5000)));
    if (random.chance(50)) bytes.writeUInt16LE(odd(random) & 0xffff, at);
    else bytes.writeUInt32LE(odd(random), at);
    return bytes;
  },
  'bytes made up': (_bytes, random) =>
    Buffer.from(Array.from({ length: random.pick([0, 1, 21, 22, 100, 5000]) }, () => random.between(0, 255))),
};
