import { type Change, place, range, splice } from './document-parts.js';
import { tokens } from './odd-text.js';

/** Kinds of change to the bytes: what a broken disk or line does. */
export const byteChanges: Readonly<Record<string, Change>> = {
  'bits turned': (text, random) => {
    let changed = text;
    for (let times = random.between(1, 8); times > 0 && text.length > 0; times--) {
      const at = random.between(0, text.length - 1);
      changed = splice(
        changed,
        at,
        at + 1,
        String.fromCharCode(text.charCodeAt(at) ^ (1 << random.between(0, 7))),
      );
    }
    return changed;
  },
  'bytes lost': (text, random) => splice(text, ...range(text, random), ''),
  'cut off': (text, random) => text.slice(0, place(text, random)),
  'beginning lost': (text, random) => text.slice(place(text, random)),
  'bytes doubled': (text, random) => {
    const [from, to] = range(text, random);
    return splice(text, to, to, text.slice(from, to));
  },
  'bytes made up': (text, random) => {
    const made = Array.from({ length: random.between(1, 60) }, () =>
      String.fromCharCode(random.between(0, 255)),
    );
    return splice(text, ...range(text, random), made.join(''));
  },
  'token put in': (text, random) => {
    const at = place(text, random);
    return splice(text, at, at, random.pick(tokens));
  },
  'tokens put in': (text, random) => {
    let changed = text;
    for (let times = random.between(2, 12); times > 0; times--) {
      const at = place(changed, random);
      changed = splice(changed, at, at, random.pick(tokens));
    }
    return changed;
  },
  'nothing left': (_text, random) =>
    random.pick(['', ' ', '\n'.repeat(1000), '\0', '<', '<a', '<?xml version="1.0"?>', '\xef\xbb\xbf']),
};
