import type { XmlElement } from '../xml/xml-element.js';
import { builtInTypes } from './built-in-types.js';
import { compileContentModel } from './content-model.js';
import { attributesOf, contentOf, derivationOf, isEmpty, type TypeLookup } from './complex-types.js';
import { expectAttributes, meaningful, type SchemaComponents, UnknownConstruct } from './read-schema-set.js';
import type { ElementType, SchemaTables } from './schema-tables.js';
import { ValueTypes } from './value-types.js';

/** What was compiled, and the components that were needed for it. */
export interface CompiledSchema {
  readonly tables: SchemaTables;
  /** Named components an instance can reach, xsi:type included. */
  readonly reached: ReadonlySet<XmlElement>;
}

/**
 * Compiles a schema into tables. What no instance can reach is left out.
 * @throws UnknownConstruct for every construct that the validator would not judge exactly.
 */
export function compileSchema(components: SchemaComponents): CompiledSchema {
  return new SchemaCompiler(components).compile();
}

/** Looks up types by reference or definition; hands out their indexes. */
class SchemaCompiler implements TypeLookup {
  readonly values: ValueTypes;
  private readonly types: ElementType[] = [];
  private readonly numbers = new Map<XmlElement | string, number>();
  private readonly waiting: (() => void)[] = [];
  /** Types that some element is declared with: what xsi:type may name derives from these. */
  private readonly declared = new Set<number>();
  readonly reached = new Set<XmlElement>();

  constructor(readonly components: SchemaComponents) {
    this.values = new ValueTypes(components, this.reached);
  }

  compile(): CompiledSchema {
    const { components } = this;
    const roots: Record<string, number> = {};
    for (const [name, element] of [...components.elements].sort(([a], [b]) => (a < b ? -1 : 1))) {
      this.reached.add(element);
      roots[name] = this.typeOfElement(element);
    }
    this.drain();
    while (this.compileDerived()) this.drain();
    return {
      tables: { namespace: components.namespace, roots, types: this.types, values: this.values.types },
      reached: this.reached,
    };
  }

  private drain(): void {
    for (let task = this.waiting.shift(); task !== undefined; task = this.waiting.shift()) task();
  }

  /** Compiles the named types derived from declared ones; false when there was none left. */
  private compileDerived(): boolean {
    const before = this.types.length;
    const { complexTypes, simpleTypes } = this.components;
    for (const [name, type] of [...complexTypes, ...simpleTypes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (!this.numbers.has(type) && this.isDerivedFromDeclared(type)) this.typeNamed(name);
    }
    return this.types.length > before;
  }

  private isDerivedFromDeclared(type: XmlElement): boolean {
    for (let base = this.baseOf(type); base !== null;) {
      const definition = this.definitionOf(base);
      const number = this.numbers.get(definition ?? base);
      if (number !== undefined && this.declared.has(number)) return true;
      base = definition === null ? null : this.baseOf(definition);
    }
    return false;
  }

  private baseOf(type: XmlElement): string | null {
    if (type.name === 'complexType') return derivationOf(type)?.base ?? null;
    const [derivation] = meaningful(type);
    return derivation?.name === 'restriction' ? (derivation.attribute('base')?.trim() ?? null) : null;
  }

  definitionOf(name: string): XmlElement | null {
    if (name.startsWith('xs:')) return null;
    const { complexTypes, simpleTypes } = this.components;
    const found = complexTypes.get(name) ?? simpleTypes.get(name);
    if (found === undefined) throw new UnknownConstruct(`type ${name} is missing`);
    return found;
  }

  /** Type of an element declaration. */
  typeOfElement(element: XmlElement): number {
    expectAttributes(element, 'name', 'type', 'minOccurs', 'maxOccurs');
    const name = element.attribute('type')?.trim();
    const inner = meaningful(element);
    if ((name === undefined) === (inner.length === 0) || inner.length > 1) {
      throw new UnknownConstruct('an element without exactly one type', element);
    }
    const number = name === undefined ? this.typeDefined(inner[0]!) : this.typeNamed(name);
    this.declared.add(number);
    return number;
  }

  typeNamed(name: string): number {
    const definition = this.definitionOf(name);
    if (definition === null) return this.simpleType(name, name, -1, () => this.values.named(name));
    this.reached.add(definition);
    return this.typeDefined(definition);
  }

  private typeDefined(definition: XmlElement): number {
    const name = definition.attribute('name')?.trim() ?? null;
    if (definition.name === 'complexType') return this.complexType(definition, name);
    if (definition.name !== 'simpleType') throw new UnknownConstruct(definition.name, definition);
    const known = this.numbers.get(definition);
    if (known !== undefined) return known;
    const base = this.baseOf(definition);
    const baseNumber = base === null ? -1 : this.typeNamed(base);
    return this.simpleType(definition, name, baseNumber, () => this.values.defined(definition));
  }

  private simpleType(
    key: XmlElement | string,
    name: string | null,
    base: number,
    value: () => number,
  ): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const type: ElementType = {
      name,
      base,
      isAbstract: false,
      isMixed: true,
      value: value(),
      states: [],
      attributes: {},
    };
    this.numbers.set(key, this.types.push(type) - 1);
    return this.types.length - 1;
  }

  private complexType(definition: XmlElement, name: string | null): number {
    const known = this.numbers.get(definition);
    if (known !== undefined) return known;
    expectAttributes(definition, 'name', 'abstract', 'mixed');
    const base = derivationOf(definition)?.base ?? null;
    const number = this.types.length;
    this.numbers.set(definition, number);
    this.types.push(undefined as unknown as ElementType);
    this.waiting.push(() => {
      const { isMixed, model } = contentOf(definition, this);
      this.types[number] = {
        name,
        base: base === null ? -1 : this.typeNamed(base),
        isAbstract: definition.attribute('abstract') === 'true',
        isMixed,
        value: null,
        states: model === null || isEmpty(model) ? [] : compileContentModel(model),
        attributes: Object.fromEntries(
          [...attributesOf(definition, this)].sort(([a], [b]) => (a < b ? -1 : 1)),
        ),
      };
    });
    return number;
  }

  /** Value type of an attribute declaration. */
  valueOfAttribute(attribute: XmlElement): number {
    const name = attribute.attribute('type')?.trim();
    const inner = meaningful(attribute);
    if ((name === undefined) === (inner.length === 0) || inner.length > 1) {
      throw new UnknownConstruct('an attribute without exactly one type', attribute);
    }
    return name === undefined ? this.values.defined(inner[0]!) : this.values.named(name);
  }
}

/** True for a reference to a built-in type this compiler knows. */
export function isBuiltIn(name: string): boolean {
  return name.startsWith('xs:') && Object.hasOwn(builtInTypes, name.slice(3));
}
