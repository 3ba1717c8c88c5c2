import type { SchemaError, ValueFault } from '@daiko/exchange-format';
import type { Bilingual } from '@daiko/contracts';
import { elementName } from './element-names.js';
import { text } from '../../rule.js';

/** Names beyond these are not written out. */
const NAMES_MAX = 12;

/** Beginning of the pattern of a point in time, which nobody should have to read. */
const timePattern = '[0-9]{1,8}|(?:[0-9]{9,14}';
/** Beginning of the pattern of a day. */
const dayPattern = '(?:[1-9][0-9][0-9][0-9])(?:(?:0[1-9])';

/** What may stand in place of what was found, as it is written in a file; null where nothing may. */
export function expectedText({ expected, fault }: SchemaError): string | null {
  if (expected.length > 0) return listed(expected);
  const limit = fault?.limit ?? null;
  return limit?.startsWith(timePattern) === true ? 'YYYYMMDD' : limit;
}

/** The same as words for people. */
export function expectedWords(error: SchemaError): Bilingual {
  const { expected, fault } = error;
  if (expected.length > 0)
    return text(`正: ${listed(expected.map(elementName))}`, `expected: ${listed(expected)}`);
  if (fault !== null) return faultWords(fault);
  return error.code === 'missing-attribute'
    ? text('必須', 'it must be there')
    : text('ここには何も記録できません', 'nothing may stand here');
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_MAX).join(', ');
  return names.length > NAMES_MAX ? `${shown}, …` : shown;
}

const forms: Readonly<Record<string, Bilingual>> = {
  integer: text('正: 整数。カンマ・小数点・単位なしの半角数字', 'expected: a whole number'),
  decimal: text('正: 数値', 'expected: a number'),
  double: text('正: 数値', 'expected: a number'),
  boolean: text('正: true又はfalse', 'expected: true or false'),
  anyURI: text('正: URI', 'expected: a URI'),
  base64Binary: text('正: Base64', 'expected: Base64'),
};
const otherForm = text('正: 空白を含まない名前', 'expected: a name without blanks');

function faultWords({ kind, limit, builtIn }: ValueFault): Bilingual {
  switch (kind) {
    case 'length':
      return text(`正: 文字数 ${limit}`, `expected: ${limit} characters`);
    case 'range':
      return text(
        `正: ${limit}の整数。符号・カンマ・小数点・単位なしの半角数字`,
        `expected: a number, ${limit}`,
      );
    case 'pattern':
      return patternWords(limit ?? '');
    case 'list':
      return forms[builtIn] ?? text('コード表にない値です', 'it is in no code list');
    case 'form':
      return forms[builtIn] ?? otherForm;
  }
}

function patternWords(pattern: string): Bilingual {
  if (pattern.startsWith(timePattern)) {
    return text('正: 日付YYYYMMDD（半角数字8桁）', 'expected: a day, YYYYMMDD in ASCII digits');
  }
  const [, least, most] = /^\[0-9\]\{(\d+)(?:,(\d+))?\}$/.exec(pattern) ?? [];
  if (least !== undefined) {
    const digits = most === undefined ? least : `${least}–${most}`;
    return text(`正: 半角数字${digits}桁`, `expected: ${digits} ASCII digits`);
  }
  if (pattern === '[0-9]{3}-[0-9]{4}') {
    return text('正: 半角数字3桁-4桁', 'expected: three ASCII digits, a hyphen, four digits');
  }
  if (pattern.startsWith(dayPattern)) {
    return text('正: 暦にある日付YYYYMMDD', 'expected: a day of the calendar, YYYYMMDD');
  }
  if (pattern === '[^ \\t\\n\\r]+') {
    return text('正: 空白を含まない1文字以上', 'expected: one character or more, without blanks');
  }
  return text(`正: 形式 ${pattern}`, `expected: the form ${pattern}`);
}
