/** How white space is treated before a value is judged. */
export type WhiteSpace = 'preserve' | 'collapse';

/** A simple type, ready to judge a value. Indexes point into {@link SchemaTables.values}. */
export type ValueType =
  | AtomicValue
  | { readonly kind: 'list'; readonly item: number }
  | {
      readonly kind: 'union';
      readonly members: readonly number[];
      /** As of an atomic value. */
      readonly patterns?: readonly string[];
    };

/** A value of one built-in type, narrowed by facets. */
export interface AtomicValue {
  readonly kind: 'atomic';
  readonly builtIn: string;
  readonly whiteSpace: WhiteSpace;
  /** Every pattern must match; each is the source of a whole-value regular expression. */
  readonly patterns?: readonly string[];
  readonly enumeration?: readonly string[];
  readonly minInclusive?: number;
  readonly maxInclusive?: number;
  /** In characters. */
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** An attribute a type declares: its value type, whether it must be there, and the only value it may have. */
export type AttributeUse = readonly [value: number, required: 0 | 1, fixed?: string];

/** One state of a content model: element name → next state and type of that element. */
export interface ContentState {
  readonly next: Readonly<Record<string, readonly [state: number, type: number]>>;
  /** The content may end here. */
  readonly accepts: boolean;
}

/** A type an element may have. */
export interface ElementType {
  /** Null for a type without a name. */
  readonly name: string | null;
  /** Index of the type it is derived from; -1 at the top. */
  readonly base: number;
  readonly isAbstract: boolean;
  /** Text is allowed between the child elements. */
  readonly isMixed: boolean;
  /** Value type of an element without children; null where `states` rule. */
  readonly value: number | null;
  /** Deterministic automaton from state 0; empty where neither text nor elements are allowed. */
  readonly states: readonly ContentState[];
  readonly attributes: Readonly<Record<string, AttributeUse>>;
}

/** One schema compiled for the validator. */
export interface SchemaTables {
  readonly namespace: string;
  /** Global elements by name → type. */
  readonly roots: Readonly<Record<string, number>>;
  readonly types: readonly ElementType[];
  readonly values: readonly ValueType[];
}
