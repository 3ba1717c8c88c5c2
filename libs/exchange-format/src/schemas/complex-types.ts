import type { XmlElement } from '../xml/xml-element.js';
import type { Particle } from './content-model.js';
import { expectAttributes, meaningful, type SchemaComponents, UnknownConstruct } from './read-schema-set.js';
import type { AttributeUse } from './schema-tables.js';

/** Looks up what a complex type refers to; types are answered by their numbers. */
export interface TypeLookup {
  readonly components: SchemaComponents;
  /** Global elements that were referred to. */
  readonly reached: Set<XmlElement>;
  /** The definition of a named type; null for a built-in one. Throws UnknownConstruct where there is none. */
  definitionOf(name: string): XmlElement | null;
  typeOfElement(element: XmlElement): number;
  valueOfAttribute(attribute: XmlElement): number;
}

/** How a complex type is derived from another. */
export interface Derivation {
  readonly isExtension: boolean;
  readonly base: string;
  readonly content: XmlElement;
  readonly isMixed: boolean;
}

/** The derivation of a complex type; null for one that stands on its own. */
export function derivationOf(type: XmlElement): Derivation | null {
  const [first, ...rest] = meaningful(type);
  if (first?.name !== 'complexContent') return null;
  expectAttributes(first, 'mixed');
  const [content, ...more] = meaningful(first);
  if (rest.length > 0 || more.length > 0 || content === undefined) {
    throw new UnknownConstruct('a complexContent with company', type);
  }
  if (content.name !== 'extension' && content.name !== 'restriction') {
    throw new UnknownConstruct(content.name, content);
  }
  expectAttributes(content, 'base');
  const base = content.attribute('base')?.trim() ?? '';
  if (base === '' || base.startsWith('xs:')) throw new UnknownConstruct(`base "${base}"`, content);
  const isMixed = (first.attribute('mixed') ?? type.attribute('mixed')) === 'true';
  return { isExtension: content.name === 'extension', base, content, isMixed };
}

/** Content of a complex type: whether text is allowed, and the model of its elements (null: no elements). */
export function contentOf(type: XmlElement, types: TypeLookup): { isMixed: boolean; model: Particle | null } {
  const derivation = derivationOf(type);
  if (derivation === null) {
    return { isMixed: type.attribute('mixed') === 'true', model: modelIn(type, types) };
  }
  const base = types.definitionOf(derivation.base);
  if (base?.name !== 'complexType') throw new UnknownConstruct('a base that is not complex', type);
  const own = modelIn(derivation.content, types);
  const inherited = contentOf(base, types);
  if (derivation.isExtension) {
    if (own === null) return inherited;
    if (inherited.model === null) return { isMixed: derivation.isMixed, model: own };
    const parts = [inherited.model, own];
    return { isMixed: derivation.isMixed, model: { kind: 'sequence', parts } };
  }
  // A mixed restriction that takes every element away leaves them all in libxml2, which the field validates with.
  if (derivation.isMixed && own !== null && isEmpty(own)) {
    return { isMixed: true, model: inherited.model };
  }
  return { isMixed: derivation.isMixed, model: own };
}

/** True for a model that no element can satisfy. */
export function isEmpty(part: Particle): boolean {
  if (part.kind === 'element') return false;
  return part.kind === 'repeat' ? part.max === 0 || isEmpty(part.part) : part.parts.every(isEmpty);
}

function modelIn(owner: XmlElement, types: TypeLookup): Particle | null {
  const models = meaningful(owner).filter(({ name }) => name !== 'attribute');
  if (models.length === 0) return null;
  if (models.length > 1) throw new UnknownConstruct('two content models', owner);
  return particleOf(models[0]!, types);
}

function particleOf(element: XmlElement, types: TypeLookup): Particle {
  const part = unrepeated(element, types);
  const min = bound(element, 'minOccurs');
  const max = bound(element, 'maxOccurs');
  if (min > max) throw new UnknownConstruct('minOccurs above maxOccurs', element);
  return min === 1 && max === 1 ? part : { kind: 'repeat', part, min, max };
}

function unrepeated(element: XmlElement, types: TypeLookup): Particle {
  switch (element.name) {
    case 'sequence':
    case 'choice': {
      expectAttributes(element, 'minOccurs', 'maxOccurs');
      const parts = meaningful(element).map((child) => particleOf(child, types));
      return { kind: element.name, parts };
    }
    case 'element': {
      const ref = element.attribute('ref')?.trim();
      if (ref === undefined) {
        const name = element.attribute('name')?.trim() ?? '';
        // An element that may never occur brings no type in.
        const type = element.attribute('maxOccurs') === '0' ? -1 : types.typeOfElement(element);
        return { kind: 'element', name, type };
      }
      expectAttributes(element, 'ref', 'minOccurs', 'maxOccurs');
      const global = types.components.elements.get(ref);
      if (global === undefined) throw new UnknownConstruct(`element ${ref} is missing`, element);
      types.reached.add(global);
      return { kind: 'element', name: ref, type: types.typeOfElement(global) };
    }
    default:
      throw new UnknownConstruct(element.name, element);
  }
}

function bound(element: XmlElement, name: string): number {
  const written = element.attribute(name) ?? '1';
  if (written === 'unbounded' && name === 'maxOccurs') return Number.POSITIVE_INFINITY;
  if (!/^\d{1,3}$/.test(written)) throw new UnknownConstruct(`${name} ${written}`, element);
  return Number(written);
}

/** Attributes of a complex type, inherited ones included. */
export function attributesOf(type: XmlElement, types: TypeLookup): Map<string, AttributeUse> {
  const derivation = derivationOf(type);
  const base = derivation === null ? null : types.definitionOf(derivation.base);
  const uses = base === null ? new Map<string, AttributeUse>() : attributesOf(base, types);
  for (const attribute of meaningful(derivation?.content ?? type)) {
    if (attribute.name !== 'attribute') continue;
    expectAttributes(attribute, 'name', 'type', 'use', 'fixed', 'default');
    const name = attribute.attribute('name')?.trim() ?? '';
    const use = attribute.attribute('use') ?? 'optional';
    if (name === '' || !['optional', 'required', 'prohibited'].includes(use)) {
      throw new UnknownConstruct(`attribute "${name}" ${use}`, attribute);
    }
    if (use === 'prohibited') {
      if (derivation?.isExtension === false) uses.delete(name);
      continue;
    }
    const value = types.valueOfAttribute(attribute);
    const required = use === 'required' ? 1 : 0;
    const fixed = attribute.attribute('fixed');
    uses.set(name, fixed === undefined ? [value, required] : [value, required, fixed]);
  }
  return uses;
}
