/** Source of whole numbers below a bound. */
export type Draw = (below: number) => number;

/** A small repeatable generator (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

interface Element {
  readonly name: string;
  readonly start: number;
  /** End of the start tag. */
  readonly open: number;
  /** Start of the end tag; `open` for an empty element. */
  readonly close: number;
  readonly end: number;
  readonly isRoot: boolean;
}

interface Attribute {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** A document, the elements found in it, and where the randomness comes from. */
interface Patient {
  readonly text: string;
  readonly elements: readonly Element[];
  readonly pick: <T>(from: readonly T[]) => T;
  readonly draw: Draw;
  /** Names of types for `xsi:type`. */
  readonly typeNames: readonly string[];
}

const oddValues = [
  ...['', ' ', '0', '1', '-1', '+1', '01', '1.5', '1e3', 'INF', '-INF', 'NaN', '999999999', '1000000000'],
  ...[
    'true',
    'false',
    'TRUE',
    '20240101',
    '20241301',
    '20240200',
    '202401',
    '1.2.392.200119.6.209.106139992',
  ],
  ...['1.2.03', '2.16.840.1.113883.1.3', 'EVN', 'OBS', 'COMP', 'RSON', 'RSON1', 'NI', 'NA', 'UNK', 'M', 'F'],
  ...[
    'a b',
    ' a',
    'a ',
    'a  b',
    'あ',
    '𠮷',
    'ｱ',
    '%',
    '％',
    'x'.repeat(20),
    'x'.repeat(21),
    '字'.repeat(100),
  ],
  ...[
    '字'.repeat(101),
    '000-0000',
    '0000000',
    '1234567',
    '12345678',
    '123456789',
    '1234567890',
    '12345678901',
  ],
  ...[
    'H',
    'HP',
    'WP H',
    'H  WP',
    'urn:x',
    'http://a/b?c#d',
    'http://a b/',
    '//',
    ':',
    'a:b',
    '%zz',
    '&lt;',
    '&#9;1',
  ],
  ...[
    'mailto:a@b',
    'tel:+81-3-0000-0000',
    'http://[::1]/',
    'http://a:x/',
    '#',
    '?',
    'a#b#c',
    '[',
    '^',
    '日本',
  ],
  ...[
    'text/plain',
    'ja-JP',
    'B64',
    'TXT',
    'SHA-1',
    'DF',
    'JPY',
    '0000000000000000000000001',
    '.5',
    '5.',
    '-0',
  ],
  ...['10', '11', '12', '20', '21', '99', '100', '101', '000000', '099999', '100000', 'ABC', 'ABC SYL', '２'],
];
const attributeNames = [
  ...[
    'code',
    'codeSystem',
    'value',
    'unit',
    'root',
    'extension',
    'nullFlavor',
    'classCode',
    'moodCode',
    'typeCode',
  ],
  ...[
    'negationInd',
    'displayName',
    'use',
    'mediaType',
    'representation',
    'ID',
    'language',
    'styleCode',
    'operator',
  ],
  ...[
    'inclusive',
    'determinerCode',
    'contextControlCode',
    'fixed',
    'xml:lang',
    'xsi:foo',
    'xsi:schemaLocation',
  ],
  ...[
    'qualifier',
    'partType',
    'isNotOrdered',
    'currency',
    'integrityCheck',
    'border',
    'href',
    'ＩＤ',
    'validTimeLow',
  ],
];
const elementNames = [
  ...[
    'id',
    'code',
    'value',
    'text',
    'name',
    'addr',
    'telecom',
    'low',
    'high',
    'center',
    'width',
    'thumbnail',
  ],
  ...['reference', 'translation', 'qualifier', 'originalText', 'statusCode', 'effectiveTime', 'observation'],
  ...[
    'entryRelationship',
    'referenceRange',
    'author',
    'participant',
    'amount',
    'rate',
    'paragraph',
    'br',
    'table',
  ],
  ...[
    'given',
    'family',
    'prefix',
    'postalCode',
    'streetAddressLine',
    'content',
    'list',
    'item',
    'caption',
    'x',
  ],
];
const inserts = [
  ...[
    '<![CDATA[ ]]>',
    '<![CDATA[]]>',
    '<![CDATA[x]]>',
    '<!-- c -->',
    '<?p q?>',
    ' ',
    '\n',
    'x',
    '　',
    '&#32;',
    '&amp;',
  ],
  ...[
    '<id root="1.2" extension="a"/>',
    '<thumbnail/>',
    '<reference/>',
    '<br/>',
    '<x/>',
    '<value/>',
    '<text>x</text>',
  ],
  ...[
    '<text><paragraph>x</paragraph></text>',
    '<text><list><item>x</item></list></text>',
    '<text><table/></text>',
  ],
  ...['<text><content ID="a"/><content ID="a"/></text>', '<text><content ID="a"/><content ID="b"/></text>'],
  ...[
    '<code nullFlavor="NA"/>',
    '<name>x<given>y</given></name>',
    '<low value="20240101"/>',
    '<translation/>',
  ],
];

/** The kinds of change, each a way in which real or hostile files differ from what is right. */
export const mutations: Readonly<Record<string, (patient: Patient) => string>> = {
  'delete element': (patient) => cut(patient.text, inner(patient)),
  'duplicate element': ({ text, ...rest }) => {
    const { start, end } = inner({ text, ...rest });
    return text.slice(0, end) + text.slice(start, end) + text.slice(end);
  },
  'rename element': (patient) => {
    const names = [...elementNames, ...patient.elements.map(({ name }) => name)];
    return renamed(patient.text, patient.pick(patient.elements), patient.pick(names));
  },
  'swap elements': (patient) => {
    const [a, b] = [inner(patient), inner(patient)].sort((x, y) => x.start - y.start) as [Element, Element];
    if (a.end > b.start) return cut(patient.text, a);
    const { text } = patient;
    const middle = text.slice(a.end, b.start);
    return (
      text.slice(0, a.start) +
      text.slice(b.start, b.end) +
      middle +
      text.slice(a.start, a.end) +
      text.slice(b.end)
    );
  },
  'move element': (patient) => {
    const { text } = patient;
    const moved = inner(patient);
    const copy = text.slice(moved.start, moved.end);
    const { open } = patient.pick(patient.elements);
    return text.slice(0, open) + copy + text.slice(open);
  },
  'empty element': ({ text, ...rest }) => {
    const { open, close } = rest.pick(rest.elements);
    return text.slice(0, open) + text.slice(close);
  },
  'delete attribute': (patient) => onAttribute(patient, () => ''),
  'add attribute': (patient) => {
    const { text, pick } = patient;
    const at = pick(patient.elements);
    const value = pick(oddValues);
    return `${text.slice(0, at.start + 1 + at.name.length)} ${pick(attributeNames)}="${value}"${text.slice(at.start + 1 + at.name.length)}`;
  },
  'rename attribute': (patient) =>
    onAttribute(patient, (_name, value) => ` ${patient.pick(attributeNames)}="${value}"`),
  'odd value': (patient) => onAttribute(patient, (name) => ` ${name}="${patient.pick(oddValues)}"`),
  'blanks round value': (patient) =>
    onAttribute(patient, (name, value) => {
      const [before, after] = patient.pick([
        [' ', ''],
        ['', ' '],
        [' ', ' '],
        ['\n', ''],
        ['', '\t'],
        ['&#10;', ''],
      ]);
      return ` ${name}="${before}${value}${after}"`;
    }),
  'insert text, CDATA, comment, element': (patient) => {
    const { text } = patient;
    const { open, close } = patient.pick(patient.elements);
    const at = patient.draw(2) === 0 ? open : close;
    if (text[open - 2] === '/')
      return (
        text.slice(0, open - 2) + '>' + patient.pick(inserts) + `</${nameAt(text, open)}>` + text.slice(open)
      );
    return text.slice(0, at) + patient.pick(inserts) + text.slice(at);
  },
  'odd text': (patient) => {
    const leaves = patient.elements.filter(
      ({ open, close }) => !patient.text.slice(open, close).includes('<') && close > open,
    );
    if (leaves.length === 0) return patient.text;
    const { open, close } = patient.pick(leaves);
    return patient.text.slice(0, open) + patient.pick(oddValues) + patient.text.slice(close);
  },
  'xsi:type': (patient) => {
    const { text, pick } = patient;
    const name = pick([
      ...patient.typeNames,
      ...patient.typeNames,
      'xs:string',
      ' PQ',
      'PQ ',
      ':PQ',
      'p:PQ',
      '',
      'X',
    ]);
    const written = ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="${name}"`;
    const typed = patient.elements.filter(({ start, open }) => text.slice(start, open).includes('xsi:type='));
    const at = typed.length > 0 && patient.draw(2) === 0 ? pick(typed) : pick(patient.elements);
    const tag = text.slice(at.start, at.open).replace(/ (?:xmlns:xsi|xmlns:xs|xsi:type)="[^"]*"/g, '');
    return (
      text.slice(0, at.start) + tag.replace(/^<[^\s/>]+/, (name) => name + written) + text.slice(at.open)
    );
  },
  namespaces: (patient) => {
    const { text, pick } = patient;
    const at = pick(patient.elements);
    const added = pick([
      ' xmlns=""',
      ' xmlns="urn:x"',
      ' xmlns="urn:hl7-org:v3"',
      ' xmlns:p="urn:hl7-org:v3"',
      ' xsi:nil="true"',
      ' xsi:nil="false"',
      ' xsi:nil="x"',
      ' xsi:schemaLocation="a b"',
      ' xsi:noNamespaceSchemaLocation="a"',
      ' xmlns:q="urn:q" q:a="1"',
    ]);
    const at2 = at.start + 1 + at.name.length;
    const declared = `${text.slice(0, at2)}${added}${text.slice(at2)}`;
    return patient.draw(3) === 0
      ? renamed(
          declared,
          { ...at, close: at.close + added.length, open: at.open + added.length, end: at.end + added.length },
          `p:${at.name}`,
        )
      : declared;
  },
  'byte edit': ({ text, draw }) => {
    const at = draw(text.length);
    const letter = 'abAB019 <>/="\'&;:-_.日\n'[draw(23)]!;
    return text.slice(0, at) + letter + text.slice(at + draw(2));
  },
};

const kinds = Object.keys(mutations);

/** A changed document and the kind of change; what comes out may still be valid. */
export function mutate(
  text: string,
  draw: Draw,
  typeNames: readonly string[],
): { kind: string; text: string } {
  const elements = elementsIn(text);
  if (elements.length === 0) return { kind: 'none', text };
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!;
  const kind = pick(kinds);
  return { kind, text: mutations[kind]!({ text, elements, pick, draw, typeNames }) };
}

function elementsIn(text: string): Element[] {
  const found: Element[] = [];
  const stack: { name: string; start: number; open: number }[] = [];
  for (const match of text.matchAll(/<(\/?)([A-Za-z_][^\s/>]*)([^>]*?)(\/?)>/g)) {
    const [whole, slash, name, , empty] = match;
    const start = match.index;
    const open = start + whole.length;
    if (slash === '/') {
      const top = stack.pop();
      if (top !== undefined) found.push({ ...top, close: start, end: open, isRoot: stack.length === 0 });
    } else if (empty === '/') found.push({ name: name!, start, open, close: open, end: open, isRoot: false });
    else stack.push({ name: name!, start, open });
  }
  return found;
}

function inner({ elements, pick }: Pick<Patient, 'elements' | 'pick'> & { text: string }): Element {
  const below = elements.filter(({ isRoot }) => !isRoot);
  return pick(below.length === 0 ? elements : below);
}

function cut(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(0, start) + text.slice(end);
}

function nameAt(text: string, open: number): string {
  return /^<([^\s/>]+)/.exec(text.slice(text.lastIndexOf('<', open - 1)))![1]!;
}

function renamed(text: string, { name, start, close, end, open }: Element, to: string): string {
  const head = text.slice(0, start + 1) + to + text.slice(start + 1 + name.length, close);
  return end === open ? head + text.slice(close) : `${head}</${to}>${text.slice(end)}`;
}

function onAttribute(patient: Patient, change: (name: string, value: string) => string): string {
  const { text, elements, pick } = patient;
  const at = pick(elements);
  const attributes: Attribute[] = [];
  for (const match of text.slice(at.start, at.open).matchAll(/\s([A-Za-z_:]+)="([^"]*)"/g)) {
    const start = at.start + match.index;
    const valueStart = start + 1 + match[1]!.length + 2;
    attributes.push({ name: match[1]!, start, valueStart, valueEnd: valueStart + match[2]!.length });
  }
  if (attributes.length === 0) return text;
  const { name, start, valueStart, valueEnd } = pick(attributes);
  return text.slice(0, start) + change(name, text.slice(valueStart, valueEnd)) + text.slice(valueEnd + 1);
}
