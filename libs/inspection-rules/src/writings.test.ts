import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { legacyEncodings } from '@daiko/synthetic';
import { type ChangedFile, judgeBytes } from '../test/judge-bytes.js';

type Rewrite = (bytes: Buffer) => Uint8Array;
/** What is written how, what it says, and on which line. `null`: nothing at all. */
type Row = readonly [what: string, rewrite: Rewrite, answer: string | null, line?: number];

const declaration = /^<\?xml[^>]*\?>/;
const onText =
  (change: (text: string) => string): Rewrite =>
  (bytes) => {
    const text = bytes.toString('utf8');
    const changed = change(text);
    if (changed === text) throw new Error('nothing was changed');
    return Buffer.from(changed);
  };
const swap = (from: RegExp | string, to: string): Rewrite => onText((text) => text.replace(from, to));
const before =
  (...prefix: number[]): Rewrite =>
  (bytes) =>
    Buffer.concat([Buffer.from(prefix), bytes]);
const only =
  (text: string): Rewrite =>
  () =>
    Buffer.from(text);
const fullWidth = (digits: string): string =>
  digits.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const widened = (pattern: RegExp): Rewrite =>
  onText((text) => text.replace(pattern, (_whole, head: string, digits: string) => head + fullWidth(digits)));

const narrowed = (pattern: RegExp): Rewrite =>
  onText((text) =>
    text.replace(pattern, (_whole, head: string, number: string) => head + number.normalize('NFKC')),
  );

const written = Object.entries(legacyEncodings).flatMap(([name, encode]): Row[] => {
  const family = name.startsWith('UTF-16') ? 'UTF-16' : name;
  const found = name.split(' ')[0]!;
  const text = (bytes: Buffer): string => bytes.toString('utf8');
  return [
    [`${name}, declared so`, (bytes) => encode(text(bytes).replace('UTF-8', family)), `X003 ${found}`, 1],
    [`${name}, declared UTF-8`, (bytes) => encode(text(bytes)), `X003 ${found}`, 1],
    [
      `${name}, without declaration`,
      (bytes) => encode(text(bytes).replace(declaration, '')),
      `X003 ${found}`,
      1,
    ],
  ];
});

/** Files as they come from other systems: the answer to each is defined here, and told in docs/inspection.md. */
const files: readonly Row[] = [
  ...written,
  ['UTF-8, declared Shift_JIS', swap('encoding="UTF-8"', 'encoding="Shift_JIS"'), 'X003 Shift_JIS', 1],
  ['UTF-8, declared UTF8', swap('encoding="UTF-8"', 'encoding="UTF8"'), 'X003 UTF8', 1],
  ['UTF-8, declared utf-8', swap('encoding="UTF-8"', 'encoding="utf-8"'), null],
  ['UTF-8 without encoding in the declaration', swap(' encoding="UTF-8"', ''), null],
  ['UTF-8 without declaration', swap(declaration, ''), null],
  ['a byte order mark', before(0xef, 0xbb, 0xbf), 'X003 info', 1],
  ['two byte order marks', before(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf), 'X001', 1],
  ['a blank line before the declaration', before(0x0a), 'X001', 2],
  ['CR LF at the ends of lines', onText((text) => text.replaceAll('\n', '\r\n')), null],
  ['CR at the ends of lines', onText((text) => text.replaceAll('\n', '\r')), null],
  ['XML 1.1', swap('version="1.0"', 'version="1.1"'), 'X001', 1],
  ['no byte at all', only(''), 'X001', 1],
  ['only blanks', only(' \r\n\t '), 'X001', 1],
  ['only a byte order mark', only('\ufeff'), 'X001', 1],
  ['only a declaration', only('<?xml version="1.0" encoding="UTF-8"?>\n'), 'X001', 1],
  ['NUL at the beginning', before(0), 'X010', 1],
  ['NUL at the end', (bytes) => Buffer.concat([bytes, Buffer.alloc(3)]), 'X010'],
  ['NUL within', swap('</', '\0</'), 'X010'],
  ['a control character', swap('</', '\u000b</'), 'X010'],
  ['one byte that is not UTF-8', (bytes) => broken(bytes), 'X003'],
];

function broken(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.indexOf('</') - 1] = 0xff;
  return copy;
}

const name = /(<name>)([^<]*)/;
/** Half-width kana by what they are in full width; a voiced one is two. */
const halfOf = new Map([
  ...Array.from({ length: 0xff9d - 0xff66 + 1 }, (_, at) => {
    const half = String.fromCharCode(0xff66 + at);
    return [half.normalize('NFKC'), half] as const;
  }),
  ['\u3099', 'ﾞ'] as const,
  ['\u309a', 'ﾟ'] as const,
]);
const inHalf: Rewrite = onText((text) =>
  text.replace(name, (_, open: string, full: string) => {
    return open + Array.from(full.normalize('NFD'), (kana) => halfOf.get(kana) ?? kana).join('');
  }),
);
/** Characters that are written in two ways. */
const characters: readonly (readonly [
  what: string,
  file: ChangedFile,
  rewrite: Rewrite,
  answer: string | null,
])[] = [
  ['wave dash U+301C in an address', 'result', swap('架空県', '架空県〜'), null],
  ['full-width tilde U+FF5E in an address', 'result', swap('架空県', '架空県～'), null],
  ['minus U+2212 in an address', 'result', swap('架空県', '架空県−'), null],
  ['full-width hyphen U+FF0D in an address', 'result', swap('架空県', '架空県－'), null],
  ['a character that CP932 has not', 'result', swap('架空県', '架空県𠮷'), 'X009 warning'],
  ['a name in half-width kana', 'result', inHalf, 'I012'],
  ['a name in half-width kana, in the claim', 'claim', inHalf, 'I012'],
  ['another name', 'claim', swap(name, '$1ベツノナマエ'), 'I025'],
  ['a date in full-width digits', 'result', widened(/(<effectiveTime value=")(\d+)/), 'X007'],
  ['a result in full-width digits', 'result', widened(/(xsi:type="PQ" value=")([\d.]+)/), 'X007'],
  ['an amount in full-width digits', 'claim', widened(/(<claimAmount value=")(\d+)/), 'X007'],
  ['an insurer number in full-width digits', 'result', widened(/(6\.101" extension=")(\d+)/), 'I001'],
  [
    'an institution number in full-width digits',
    'result',
    widened(/(<assignedEntity>[^]*?6\.102" extension=")(\d+)/),
    'I018',
  ],
  ['a ticket number in full-width digits', 'result', widened(/(6\.209\.\d+" extension=")(\d+)/), 'T001'],
  [
    'an insured number in half-width digits',
    'result',
    narrowed(/(6\.205" extension=")([^"]+)/),
    'I024 warning',
  ],
  ['a postal code in full-width digits', 'result', widened(/(<postalCode>)([\d-]+)/), 'I016 warning'],
];

/** What is said of a file beyond hints that follow from it: rule, found encoding, severity where it is mild. */
function answersOf(findings: readonly { rule: string; severity: string; value: string | null }[]): string[] {
  return findings
    .filter(({ rule }) => !rule.startsWith('S'))
    .map(({ rule, severity, value }) => {
      if (severity === 'info' || severity === 'warning') return `${rule} ${severity}`;
      return rule === 'X003' && value !== null ? `${rule} ${value}` : rule;
    });
}

describe('a file of a record', () => {
  const rows = (['result', 'claim'] as const).flatMap((file) =>
    files.map(([what, rewrite, answer, line = null]) => [file, what, rewrite, answer, line] as const),
  );

  it.each(rows)('(%s) with %s has its answer', async (file, _what, rewrite, answer, line) => {
    const { archive, records } = await judgeBytes(file, rewrite);
    const [first, second] = records;
    const passes = answer === null || answer.endsWith('info');
    expect([archive.verdict, second?.verdict, second?.findings]).toEqual(['accepted', 'accepted', []]);
    expect([first?.verdict, answersOf(first?.findings ?? [])]).toEqual([
      passes ? 'accepted' : 'returned',
      answer === null ? [] : [answer],
    ]);
    if (line !== null) expect(first?.findings[0]?.line).toBe(line);
  });
});

describe('the files that speak of the whole archive', () => {
  // ix08 and su08 hold ASCII only, so that Shift_JIS and EUC-JP are UTF-8 unless they are declared.
  const isPlain = (what: string): boolean => /^(Shift_JIS|EUC-JP), (declared UTF-8|without)/.test(what);
  const rows = (['index', 'summary'] as const).flatMap((file) =>
    files.map(([what, rewrite, answer, line = null]) => [file, what, rewrite, answer, line] as const),
  );

  it.each(rows.filter(([, what]) => what !== 'NUL within' && what !== 'a control character'))(
    '(%s) with %s pass or refuse it',
    async (file, what, rewrite, given) => {
      const { archive } = await judgeBytes(file, rewrite);
      const answer = isPlain(what) ? null : given;
      const passes = answer === null || answer.endsWith('info');
      expect([archive.verdict, answersOf(archive.findings)]).toEqual([
        passes ? 'accepted' : 'refused',
        answer === null ? [] : [answer],
      ]);
    },
  );
});

describe('a character that is written in two ways', () => {
  it.each(characters)('(%s) has its answer', async (_what, file, rewrite, answer) => {
    const { archive, records } = await judgeBytes(file, rewrite);
    const [first, second] = records;
    expect([archive.verdict, second?.verdict]).toEqual(['accepted', 'accepted']);
    const passes = answer === null || answer.endsWith('warning');
    expect(first?.verdict).toBe(passes ? 'accepted' : 'returned');
    if (answer === null) expect(first?.findings).toEqual([]);
    else expect(answersOf(first?.findings ?? [])).toContain(answer);
  });

  it('is named in words that a clerk can act on', async () => {
    const wordsOf = async (file: ChangedFile, rewrite: Rewrite): Promise<string> => {
      const { records } = await judgeBytes(file, rewrite);
      return records[0]!.findings.map(({ message }) => message.ja).join();
    };
    expect(await wordsOf('result', widened(/(<effectiveTime value=")(\d+)/))).toContain('日付YYYYMMDD');
    expect(await wordsOf('result', widened(/(xsi:type="PQ" value=")([\d.]+)/))).toContain('正: 数値');
    expect(await wordsOf('claim', only(''))).toContain('ファイルが空です');
  });
});
