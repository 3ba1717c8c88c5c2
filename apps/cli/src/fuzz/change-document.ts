import { legacyEncodings, type Random } from '@daiko/synthetic';

/** A change to a document; documents are bytes as a string of Latin-1, so that nothing is lost on the way. */
type Change = (text: string, random: Random) => string;

/** Bytes of UTF-8 as Latin-1. */
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

const tokens = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '/',
    '=',
    ']]>',
    '<!--',
    '-->',
    '<![CDATA[',
    '<?',
    '?>',
    '</',
    '/>',
    '&#',
    ';',
  ],
  ...[
    '&#0;',
    '&#xFFFF;',
    '&#xD800;',
    '&amp;',
    '&lt',
    '&unknown;',
    '&#x110000;',
    '\0',
    '\r',
    '\n',
    '\t',
    '\x0b',
  ],
  ...['\x7f', '\x80', '\xc0\x80', '\xed\xa0\x80', '\xf4\x90\x80\x80', '\xff', '\xfe\xff', '\xef\xbb\xbf'],
  ...[
    '<x>',
    '</x>',
    '<x/>',
    ' a="1"',
    ' xmlns="urn:x"',
    ' xmlns:p="urn:p"',
    ' xsi:type="PQ"',
    ' xml:lang="ja"',
  ],
  ...['<!DOCTYPE x>', '<!DOCTYPE x [<!ENTITY a "b">]>', '<?xml version="1.0"?>', '<?xml version="1.1"?>'],
  ...[
    'あ',
    'ｱ',
    '〜',
    '～',
    '１２３',
    '𠮷',
    '髙',
    '\u2028',
    '\ue000',
    '\ufffe',
    '\u202e',
    '　',
    '\u0085',
  ].map(utf8),
] as const;

const oddValues = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '+1',
    '01',
    '1.5',
    '1e3',
    '1e999',
    'INF',
    'NaN',
    '9007199254740993',
    '99999999999999999999',
  ],
  ...['20240101', '00000000', '99999999', '20240230', '2024', '202401010000000000', '19000101', '-20240101'],
  ...[
    '1.2.392.200119.6.1005',
    '1.2.03',
    'PQ',
    'ST',
    'CD',
    'CO',
    'EVN',
    'null',
    'undefined',
    '__proto__',
    'constructor',
  ],
  ...['toString', 'hasOwnProperty', '%s%n', '{0}', '${x}', '\\', '../..', '{item}', '{value}'],
  ...['２０２４０１０１', 'ﾔﾏﾀﾞ　ﾀﾛｳ', 'ヤマダ　タロウ', '％', '〒', '𠮷'.repeat(300), '\u202e12'].map(utf8),
];

const long = (random: Random): number => random.pick([100, 1000, 20_000, 70_000, 300_000]);

function place(text: string, random: Random): number {
  return random.between(0, text.length);
}

function range(text: string, random: Random): [from: number, to: number] {
  const from = place(text, random);
  const most = random.pick([1, 4, 40, 400, text.length]);
  return [from, Math.min(text.length, from + random.between(1, Math.max(1, most)))];
}

/** The start of some tag, element or attribute value of a document that matches; its end when none does. */
function matchIn(text: string, pattern: RegExp, random: Random): RegExpExecArray | null {
  const matches = [...text.slice(0, 2_000_000).matchAll(pattern)];
  return matches.length === 0 ? null : random.pick(matches);
}

const splice = (text: string, from: number, to: number, by: string): string =>
  text.slice(0, from) + by + text.slice(to);

/** Some leaf element or small subtree, `[start, end]`. */
function element(text: string, random: Random): [from: number, to: number] | null {
  const tag = matchIn(text, /<([A-Za-z][\w:.-]*)(?:\s[^<>]*)?>/g, random);
  if (tag === null) return null;
  const { index } = tag;
  if (tag[0].endsWith('/>')) return [index, index + tag[0].length];
  const close = text.indexOf(`</${tag[1]}>`, index);
  return close === -1 ? [index, index + tag[0].length] : [index, close + (tag[1]?.length ?? 0) + 3];
}

function onElement(change: (text: string, from: number, to: number, random: Random) => string): Change {
  return (text, random) => {
    const found = element(text, random);
    return found === null ? text : change(text, found[0], found[1], random);
  };
}

/** Replaces the value of some attribute or the text of some element. */
function onValue(make: (random: Random, value: string) => string): Change {
  return (text, random) => {
    const pattern = random.chance(75) ? /(=")([^"]*)(?=")/g : /(>)([^<>]+)(?=<\/)/g;
    const found = matchIn(text, pattern, random);
    if (found === null) return text;
    const at = found.index + (found[1]?.length ?? 0);
    const value = found[2] ?? '';
    return splice(text, at, at + value.length, make(random, value));
  };
}

const beforeEnd = (text: string, inserted: string): string => {
  const at = text.lastIndexOf('</');
  return at === -1 ? text + inserted : splice(text, at, at, inserted);
};

/** Kinds of change to the bytes: what a broken disk or line does. */
const byteChanges: Readonly<Record<string, Change>> = {
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

/** Kinds of change to the elements. */
const structureChanges: Readonly<Record<string, Change>> = {
  'element lost': onElement((text, from, to) => splice(text, from, to, '')),
  'element repeated': onElement((text, from, to, random) => {
    const times = Math.min(random.pick([1, 2, 60, 3000]), Math.ceil(2_000_000 / (to - from)));
    return splice(text, to, to, text.slice(from, to).repeat(times));
  }),
  'element moved': onElement((text, from, to, random) => {
    const copy = text.slice(from, to);
    const rest = splice(text, from, to, '');
    const at = matchIn(rest, /></g, random);
    return at === null ? rest : splice(rest, at.index + 1, at.index + 1, copy);
  }),
  'element renamed': onElement((text, from, _to, random) => {
    const name = random.pick([
      'x',
      'id',
      'code',
      'value',
      'section',
      'entry',
      'observation',
      'p:x',
      'X'.repeat(5000),
    ]);
    return text.slice(0, from) + text.slice(from).replace(/^<[\w:.-]+/, `<${name}`);
  }),
  'element wrapped': onElement((text, from, to) => splice(text, from, to, `<x>${text.slice(from, to)}</x>`)),
  'attribute lost': (text, random) => {
    const found = matchIn(text, /\s[\w:.-]+="[^"]*"/g, random);
    return found === null ? text : splice(text, found.index, found.index + found[0].length, '');
  },
  'odd value': onValue((random) => random.pick(oddValues)),
  'odd values': (text, random) => {
    let changed = text;
    for (let times = random.between(2, 20); times > 0; times--)
      changed = structureChanges['odd value']!(changed, random);
    return changed;
  },
  'value of another kind': (text, random) => {
    const other = matchIn(text, /="([^"]*)"/g, random)?.[1] ?? '';
    return onValue(() => other)(text, random);
  },
  'a digit changed': onValue((random, value) => {
    const at = value.search(/\d/);
    return at === -1 ? value : splice(value, at, at + 1, String(random.between(0, 9)));
  }),
};

/** Kinds of change to how the characters are written. */
const encodingChanges: Readonly<Record<string, Change>> = {
  'other encoding': (text, random) => {
    const encode = random.pick(Object.values(legacyEncodings));
    return encode(Buffer.from(text, 'latin1').toString('utf8')).toString('latin1');
  },
  'other encoding declared': (text, random) => {
    const name = random.pick([
      'Shift_JIS',
      'EUC-JP',
      'UTF-16',
      'utf-8',
      'UTF8',
      'x',
      'ISO-8859-1',
      'A'.repeat(300),
    ]);
    return text.replace(/encoding="[^"]*"/, `encoding="${name}"`);
  },
  'declaration changed': (text, random) => {
    const declarations = [
      '',
      '<?xml version="1.1" encoding="UTF-8"?>',
      '<?xml?>',
      '<?xml version="1.0" standalone="yes"?>',
    ];
    return text.replace(/^<\?xml[^>]*\?>/, random.pick(declarations));
  },
  'mark put in': (text, random) =>
    random.pick(['\xef\xbb\xbf', '\xef\xbb\xbf\xef\xbb\xbf', '\xff\xfe', '\xfe\xff', '\0', ' ']) + text,
  'line ends changed': (text, random) =>
    text.replaceAll(/>(?=<)/g, `>${random.pick(['\r\n', '\r', '\n', '\x85', '\t\r'])}`),
  'bytes of zero between': (text) => text.slice(0, 300_000).split('').join('\0'),
};

/** Kinds of change to depth and size: what costs a reader most. */
const sizeChanges: Readonly<Record<string, Change>> = {
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

const families: readonly (readonly [weight: number, family: Readonly<Record<string, Change>>])[] = [
  [30, byteChanges],
  [45, structureChanges],
  [10, encodingChanges],
  [15, sizeChanges],
];

/** One document changed in one way, or in a few; says in which. */
export function changeDocument(bytes: Uint8Array, random: Random): { what: string; bytes: Uint8Array } {
  let text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const whats: string[] = [];
  for (
    let times = random.weighted([
      [7, 1],
      [2, 2],
      [1, 4],
    ]);
    times > 0 && text.length < 4_000_000;
    times--
  ) {
    const [what, change] = random.pick(Object.entries(random.weighted(families)));
    text = change(text, random);
    whats.push(what);
  }
  return { what: whats.join(', '), bytes: Buffer.from(text, 'latin1') };
}
