import pg from 'pg';

type Parser = (text: string) => unknown;
const { builtins } = pg.types;
const int8Array = 1016;

const integer: Parser = (text) => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
};

/** Column parsers of a connection: int8 as number where safe, else bigint; everything else as pg has it. */
export const typeParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
    const builtin = pg.types.getTypeParser(oid, format as 'text') as Parser;
    if (format === 'binary') return builtin;
    if (oid === builtins.INT8) return integer;
    if (oid === int8Array) {
      return (text) =>
        (builtin(text) as (string | null)[]).map((each) => (each === null ? null : integer(String(each))));
    }
    return builtin;
  },
};
