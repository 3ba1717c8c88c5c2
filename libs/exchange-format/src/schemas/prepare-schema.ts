import { schemaNamespace } from './built-in-types.js';
import { type PreparedValue, prepareValues } from './judge-value.js';
import type { SchemaTables } from './schema-tables.js';

/** One state of a content model, ready to walk. */
export interface PreparedState {
  readonly next: ReadonlyMap<string, { readonly state: number; readonly type: PreparedType }>;
  readonly accepts: boolean;
}

/** An attribute a type declares. */
export interface PreparedAttribute {
  readonly value: PreparedValue;
  readonly isRequired: boolean;
  readonly fixed: string | null;
}

/** A type of elements, its references resolved. */
export interface PreparedType {
  readonly name: string | null;
  readonly base: PreparedType | null;
  readonly isAbstract: boolean;
  readonly isMixed: boolean;
  readonly value: PreparedValue | null;
  readonly states: readonly PreparedState[];
  readonly attributes: ReadonlyMap<string, PreparedAttribute>;
  readonly requiredCount: number;
  /** Names of the types that may stand for this one. */
  readonly concreteNames: readonly string[];
}

/** A compiled schema in the form the validator walks. */
export interface PreparedSchema {
  readonly namespace: string;
  readonly roots: ReadonlyMap<string, PreparedType>;
  /** By `{namespace}name`. */
  readonly typesByName: ReadonlyMap<string, PreparedType>;
}

type Growing = { -readonly [Name in keyof PreparedType]: PreparedType[Name] };

/** Resolves the references of compiled tables; done once for a schema. */
export function prepareSchema(tables: SchemaTables): PreparedSchema {
  const values = prepareValues(tables.values);
  const types = tables.types.map((type) => ({ name: type.name }) as Growing);
  const typesByName = new Map<string, PreparedType>();
  tables.types.forEach((type, number) => {
    const prepared = types[number]!;
    const attributes = new Map(
      Object.entries(type.attributes).map(([name, [value, required, fixed]]) => [
        name,
        {
          value: values[value]!,
          isRequired: required === 1,
          fixed: fixed === undefined ? null : values[value]!.normalise(fixed),
        },
      ]),
    );
    prepared.base = type.base === -1 ? null : types[type.base]!;
    prepared.isAbstract = type.isAbstract;
    prepared.isMixed = type.isMixed;
    prepared.value = type.value === null ? null : values[type.value]!;
    prepared.attributes = attributes;
    prepared.requiredCount = [...attributes.values()].filter(({ isRequired }) => isRequired).length;
    prepared.states = type.states.map(({ next, accepts }) => ({
      accepts,
      next: new Map(
        Object.entries(next).map(([name, [state, to]]) => [name, { state, type: types[to]! }] as const),
      ),
    }));
    if (type.name !== null) typesByName.set(expanded(type.name, tables.namespace), prepared);
  });
  for (const type of types) type.concreteNames = concreteNamesOf(type, types);
  return {
    namespace: tables.namespace,
    roots: new Map(Object.entries(tables.roots).map(([name, type]) => [name, types[type]!])),
    typesByName,
  };
}

function expanded(name: string, namespace: string): string {
  return name.startsWith('xs:') ? `{${schemaNamespace}}${name.slice(3)}` : `{${namespace}}${name}`;
}

function concreteNamesOf(type: PreparedType, types: readonly PreparedType[]): string[] {
  const names: string[] = [];
  for (const candidate of types) {
    if (candidate.name === null || candidate.isAbstract) continue;
    for (let base: PreparedType | null = candidate; base !== null; base = base.base) {
      if (base === type) names.push(candidate.name);
    }
  }
  return names.sort();
}
