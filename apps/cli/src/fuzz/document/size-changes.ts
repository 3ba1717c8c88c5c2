import type { Random } from '@daiko/synthetic';
import { beforeEnd, type Change, onValue } from './document-parts.js';
import { utf8 } from './odd-text.js';

const long = (random: Random): number => random.pick([100, 1000, 20_000, 70_000, 300_000]);

/** Kinds of change to depth and size: what costs a reader most. */
export const sizeChanges: Readonly<Record<string, Change>> = {
  deep: (text, random) => {
    const depth = random.pick([10, 63, 65, 1000, 50_000, 400_000]);
    const isOpen = random.chance(30);
    return beforeEnd(text, '<x>'.repeat(depth) + (isOpen ? '' : '</x>'.repeat(depth)));
  },
  'many elements': (text, random) => {
    const one = random.pick([
      '<x/>',
      '<id root="1.2" extension="3"/>',
      '<x>y</x>',
      '<!-- -->',
      '<?p?>',
      '<![CDATA[]]>',
    ]);
    return beforeEnd(text, one.repeat(random.pick([100, 5000, 60_000, 500_000])));
  },
  'many attributes': (text, random) => {
    const count = random.pick([10, 65, 2000, 50_000]);
    const make = random.pick([
      (at: number) => ` a${at}="1"`,
      (at: number) => ` xmlns:n${at}="urn:${at}"`,
      () => ' a="1"',
    ]);
    const attributes = Array.from({ length: count }, (_, at) => make(at)).join('');
    return text.replace(/<(\w+)/, (tag) => tag + attributes);
  },
  'nested namespaces': (text, random) => {
    const count = random.pick([20, 60, 1000]);
    const open = Array.from({ length: count }, (_, at) => `<x xmlns:n${at}="urn:${at}">`).join('');
    return beforeEnd(text, open + '</x>'.repeat(count));
  },
  'long value': onValue((random) =>
    random
      .pick(['9', ' ', '0', '1.', 'a', '-', utf8('ア'), '&amp;', '.', '\t', utf8('　'), '&#10;'])
      .repeat(long(random)),
  ),
  'long run before the end': onValue(
    (random, value) =>
      value +
      random.pick(['9', ' ', '.', 'a ', utf8('ア'), utf8('　')]).repeat(long(random)) +
      random.pick(['!', 'x', '\u0001']),
  ),
  'long text': (text, random) =>
    beforeEnd(
      text,
      random.pick(['x', ' ', '\n', '&lt;', '<a ', ']]', '--', utf8('あ'), '&']).repeat(long(random)),
    ),
  'long name': (text, random) => text.replace(/<(\w+)/, `<$1 ${'n'.repeat(long(random))}="1"`),
  'entities of entities': (text) => {
    const levels = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
    return text
      .replace(/(\?>)?\s*<(?=\w)/, `$1<!DOCTYPE x [<!ENTITY e0 "x">${levels.join('')}]><`)
      .replace(/>(?=<\/)/, '>&e12;');
  },
  'very large': (text, random) =>
    beforeEnd(text, random.pick(['x', ' ', '<x/>', utf8('あ')]).repeat(random.pick([2_000_000, 6_000_000]))),
};
