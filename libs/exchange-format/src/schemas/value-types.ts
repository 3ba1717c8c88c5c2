import type { XmlElement } from '../xml/xml-element.js';
import { builtInTypes } from './built-in-types.js';
import { translatePattern } from './patterns.js';
import { expectAttributes, meaningful, type SchemaComponents, UnknownConstruct } from './read-schema-set.js';
import type { AtomicValue, ValueType } from './schema-tables.js';

type Facets = { -readonly [Name in keyof AtomicValue]: AtomicValue[Name] };

/** Compiles simple types; equal ones share an index. */
export class ValueTypes {
  readonly types: ValueType[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<XmlElement, number>();

  constructor(
    private readonly components: SchemaComponents,
    private readonly reached: Set<XmlElement>,
  ) {}

  /** Index of a type named in the schema or built in. */
  named(name: string): number {
    if (name.startsWith('xs:')) {
      const builtIn = builtInTypes[name.slice(3)];
      if (builtIn === undefined) throw new UnknownConstruct(`built-in type ${name}`);
      return this.add({ kind: 'atomic', builtIn: name.slice(3), whiteSpace: builtIn.whiteSpace });
    }
    const definition = this.components.simpleTypes.get(name);
    if (definition === undefined) throw new UnknownConstruct(`simple type ${name} is missing`);
    this.reached.add(definition);
    return this.defined(definition);
  }

  /** Index of a type by its definition. */
  defined(definition: XmlElement): number {
    let number = this.known.get(definition);
    if (number === undefined) {
      number = this.add(this.compile(definition));
      this.known.set(definition, number);
    }
    return number;
  }

  private add(type: ValueType): number {
    const key = JSON.stringify(type);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.types.push(type) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }

  private compile(definition: XmlElement): ValueType {
    expectAttributes(definition, 'name');
    const [derivation, ...more] = meaningful(definition);
    if (definition.name !== 'simpleType' || derivation === undefined || more.length > 0) {
      throw new UnknownConstruct('a simple type without exactly one derivation', definition);
    }
    switch (derivation.name) {
      case 'restriction':
        return this.restrict(derivation);
      case 'list': {
        expectAttributes(derivation, 'itemType');
        const item = derivation.attribute('itemType')?.trim();
        if (item === undefined || meaningful(derivation).length > 0) {
          throw new UnknownConstruct('a list without an item type', derivation);
        }
        return { kind: 'list', item: this.named(item) };
      }
      case 'union': {
        expectAttributes(derivation, 'memberTypes');
        const names = derivation.attribute('memberTypes')?.trim().split(/\s+/) ?? [];
        const members = names.map((name) => this.named(name));
        for (const inner of meaningful(derivation)) members.push(this.defined(inner));
        return { kind: 'union', members };
      }
      default:
        throw new UnknownConstruct(derivation.name, derivation);
    }
  }

  private restrict(restriction: XmlElement): ValueType {
    expectAttributes(restriction, 'base');
    const base = this.types[this.named(restriction.attribute('base')?.trim() ?? '')]!;
    const facets = meaningful(restriction);
    if (facets.length === 0) return base;
    if (base.kind === 'union' && facets.every(({ name }) => name === 'pattern')) {
      const sources = facets.map((facet) => translatePattern(facet.attribute('value') ?? ''));
      return { ...base, patterns: [...(base.patterns ?? []), sources.join('|')] };
    }
    if (base.kind !== 'atomic') throw new UnknownConstruct(`facets on a ${base.kind}`, restriction);
    const narrowed: Facets = { ...base };
    const patterns: string[] = [];
    const enumeration: string[] = [];
    for (const facet of facets) {
      expectAttributes(facet, 'value');
      const value = facet.attribute('value') ?? '';
      switch (facet.name) {
        case 'pattern':
          patterns.push(translatePattern(value));
          break;
        case 'enumeration':
          enumeration.push(value);
          break;
        case 'minInclusive':
        case 'maxInclusive':
          if (builtInTypes[base.builtIn]?.isNumeric !== true) throw new UnknownConstruct(facet.name, facet);
          narrowed[facet.name] = wholeOrDecimal(value, facet);
          break;
        case 'minLength':
        case 'maxLength':
          if (!['string', 'token'].includes(base.builtIn)) throw new UnknownConstruct(facet.name, facet);
          narrowed[facet.name] = wholeOrDecimal(value, facet);
          break;
        default:
          throw new UnknownConstruct(facet.name, facet);
      }
    }
    if (patterns.length > 0) narrowed.patterns = [...(base.patterns ?? []), patterns.join('|')];
    if (enumeration.length > 0) {
      if (builtInTypes[base.builtIn]?.isNumeric === true || base.builtIn === 'boolean') {
        throw new UnknownConstruct('an enumeration of numbers', restriction);
      }
      narrowed.enumeration = [...new Set(enumeration)].sort();
    }
    return narrowed;
  }
}

function wholeOrDecimal(value: string, facet: XmlElement): number {
  if (!/^\d{1,15}(\.\d{1,5})?$/.test(value)) throw new UnknownConstruct(`${facet.name} ${value}`, facet);
  return Number(value);
}
