import { builtInTypes } from './built-in-types.js';
import type { AtomicValue, SchemaTables } from './schema-tables.js';

/** Why a text is no value of its type. */
export interface ValueFault {
  readonly kind: 'form' | 'list' | 'pattern' | 'length' | 'range';
  /** Name of the built-in type behind the value. */
  readonly builtIn: string;
  /** The allowed values, where there are few enough to name. */
  readonly allowed: readonly string[];
  /** The pattern, or the bounds of length or number, as in the schema. */
  readonly limit: string | null;
}

/** A simple type ready to judge. */
export interface PreparedValue {
  /** The fault of a text, null for a value of the type. */
  judge(text: string): ValueFault | null;
  /** The text as it is compared with a fixed value. */
  normalise(text: string): string;
  readonly isId: boolean;
  /** The allowed values, where there are few. */
  readonly examples: readonly string[];
}

/** Allowed values beyond this number are not named one by one. */
const ALLOWED_MAX = 40;

/** Makes judges of the value types of a schema. */
export function prepareValues(types: SchemaTables['values']): PreparedValue[] {
  const prepared: PreparedValue[] = [];
  const at = (number: number): PreparedValue => (prepared[number] ??= make(number));
  const make = (number: number): PreparedValue => {
    const type = types[number]!;
    switch (type.kind) {
      case 'atomic':
        return prepareAtomic(type);
      case 'list':
        return prepareList(at(type.item));
      case 'union':
        return narrowed(
          prepareUnion(
            type.members.map(at),
            type.members.map((member) => flatValues(types, member)),
          ),
          type.patterns ?? [],
        );
    }
  };
  types.forEach((_, number) => at(number));
  return prepared;
}

/** All values of a type where they are a plain list, blanks round them set aside; null where they are not. */
function flatValues(types: SchemaTables['values'], number: number): readonly string[] | null {
  const type = types[number]!;
  if (type.kind === 'list') return null;
  if (type.kind === 'union') {
    const members = type.members.map((member) => flatValues(types, member));
    return members.includes(null) || type.patterns !== undefined
      ? null
      : members.flatMap((values) => values!);
  }
  const { enumeration, patterns } = type;
  if (enumeration === undefined || type.whiteSpace !== 'collapse') return null;
  const judges = (patterns ?? []).map(wholeValue);
  return enumeration.filter((value) => judges.every((pattern) => pattern.test(value)));
}

function prepareAtomic(type: AtomicValue): PreparedValue {
  const builtIn = builtInTypes[type.builtIn]!;
  const collapses = type.whiteSpace === 'collapse';
  const patterns = (type.patterns ?? []).map(wholeValue);
  const enumeration = type.enumeration === undefined ? null : new Set(type.enumeration);
  const allowed = nameable(type.enumeration ?? []);
  const fault = (kind: ValueFault['kind'], limit: string | null = null): ValueFault => ({
    kind,
    builtIn: type.builtIn,
    allowed,
    limit,
  });
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = type;
  const { minInclusive = Number.NEGATIVE_INFINITY, maxInclusive = Number.POSITIVE_INFINITY } = type;
  const hasLength = type.minLength !== undefined || type.maxLength !== undefined;
  const hasRange = type.minInclusive !== undefined || type.maxInclusive !== undefined;
  const normalise = collapses ? collapse : (text: string) => text;
  return {
    normalise,
    isId: type.builtIn === 'ID',
    examples: allowed,
    judge(text) {
      const value = normalise(text);
      if (enumeration !== null && enumeration.has(value) && patterns.length === 0) return null;
      if (!builtIn.accepts(value)) return fault('form');
      for (let i = 0; i < patterns.length; i++) {
        if (!patterns[i]!.test(value)) return fault('pattern', type.patterns![i]!);
      }
      if (enumeration !== null && !enumeration.has(value)) return fault('list');
      if (hasLength) {
        const length = lengthOf(value);
        if (length < minLength || length > maxLength) return fault('length', bounds(minLength, maxLength));
      }
      if (hasRange) {
        const number = numberOf(value);
        if (!(number >= minInclusive && number <= maxInclusive)) {
          return fault('range', bounds(minInclusive, maxInclusive));
        }
      }
      return null;
    },
  };
}

function prepareList(item: PreparedValue): PreparedValue {
  return {
    normalise: collapse,
    isId: false,
    examples: item.examples,
    judge(text) {
      const value = collapse(text);
      if (value === '') return null;
      for (const part of value.split(' ')) {
        const fault = item.judge(part);
        if (fault !== null) return fault;
      }
      return null;
    },
  };
}

function prepareUnion(
  members: readonly PreparedValue[],
  flat: readonly (readonly string[] | null)[],
): PreparedValue {
  const values = flat.includes(null) ? null : new Set(flat.flatMap((each) => each!));
  const allowed = nameable(values === null ? members.flatMap(({ examples }) => examples) : [...values]);
  return {
    normalise:
      values === null
        ? (text) => members.find((member) => member.judge(text) === null)?.normalise(text) ?? text
        : collapse,
    isId: false,
    examples: allowed,
    judge(text) {
      if (values !== null) {
        return values.has(text) || values.has(collapse(text))
          ? null
          : { kind: 'list', builtIn: 'string', allowed, limit: null };
      }
      let fault: ValueFault | null = null;
      for (const member of members) {
        fault = member.judge(text);
        if (fault === null) return null;
      }
      return { kind: 'list', builtIn: fault?.builtIn ?? 'string', allowed, limit: fault?.limit ?? null };
    },
  };
}

function narrowed(value: PreparedValue, sources: readonly string[]): PreparedValue {
  if (sources.length === 0) return value;
  const patterns = sources.map(wholeValue);
  return {
    ...value,
    judge(text) {
      const fault = value.judge(text);
      const failed = patterns.findIndex((pattern) => !pattern.test(text));
      if (fault !== null || failed === -1) return fault;
      return { kind: 'pattern', builtIn: 'string', allowed: [], limit: sources[failed]! };
    },
  };
}

function nameable(values: readonly string[]): readonly string[] {
  return values.length > ALLOWED_MAX ? [] : values;
}

function wholeValue(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'u');
}

function collapse(text: string): string {
  if (!/[\t\n\r]|^ | $| {2}/.test(text)) return text;
  return text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '');
}

function lengthOf(value: string): number {
  let length = 0;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit < 0xdc00 || unit > 0xdfff) length++;
  }
  return length;
}

function numberOf(value: string): number {
  if (value.endsWith('INF'))
    return value.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(value);
}

function bounds(min: number, max: number): string {
  return `${Number.isFinite(min) ? min : ''}–${Number.isFinite(max) ? max : ''}`;
}
