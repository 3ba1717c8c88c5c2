import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DecidedDifference } from '../src/schemas/decided-differences.js';
import type { Draw } from './mutate-document.js';
import type { SchemaName } from './official-schema.js';

/** What a judge says of a document: null for valid, else why not; `unread` where it is no readable XML. */
export type Verdict = { readonly kind: 'valid' | 'invalid' | 'unread'; readonly why: string };
export type Judge = (name: SchemaName, text: string) => Verdict;

/** A document on which the judges do not agree. */
export interface Difference {
  readonly name: SchemaName;
  readonly mutation: string;
  readonly text: string;
  readonly ours: Verdict;
  readonly theirs: Verdict;
}

/** Counts of a comparison. */
export interface Comparison {
  readonly compared: number;
  readonly bothValid: number;
  readonly bothInvalid: number;
  /** Refused by either reader as no XML: no question for a schema. */
  readonly unread: number;
  readonly decided: ReadonlyMap<string, number>;
  readonly differences: readonly Difference[];
}

/** Judges `count` mutants of the seeds by both; keeps the first differences. */
export function compareVerdicts(options: {
  seeds: readonly (readonly [name: SchemaName, text: string])[];
  count: number;
  draw: Draw;
  mutate: (text: string, draw: Draw, typeNames: readonly string[]) => { kind: string; text: string };
  typeNamesOf: (name: SchemaName) => readonly string[];
  ours: Judge;
  theirs: Judge;
  decisions: readonly DecidedDifference[];
}): Comparison {
  const { seeds, draw, mutate, typeNamesOf } = options;
  const counts = { compared: 0, bothValid: 0, bothInvalid: 0, unread: 0 };
  const decided = new Map<string, number>();
  const differences: Difference[] = [];
  for (let round = 0; round < options.count; round++) {
    const [name, seed] = seeds[draw(seeds.length)]!;
    let { kind, text } = mutate(seed, draw, typeNamesOf(name));
    if (draw(4) === 0) {
      const second = mutate(text, draw, typeNamesOf(name));
      kind = `${kind}, ${second.kind}`;
      text = second.text;
    }
    const ours = options.ours(name, text);
    const theirs = options.theirs(name, text);
    if (ours.kind === 'unread' || theirs.kind === 'unread') {
      counts.unread++;
      continue;
    }
    counts.compared++;
    if (ours.kind === theirs.kind) {
      counts[ours.kind === 'valid' ? 'bothValid' : 'bothInvalid']++;
      continue;
    }
    const difference = { name, mutation: kind, text, ours, theirs };
    const decision = options.decisions.find(({ explains }) =>
      explains({ text, isOursValid: ours.kind === 'valid', isTheirsValid: theirs.kind === 'valid' }),
    );
    if (decision === undefined) differences.push(difference);
    else decided.set(decision.what, (decided.get(decision.what) ?? 0) + 1);
  }
  return { ...counts, decided, differences };
}

/** Wraps what libxml2 says. */
export function judgeBy(violation: (name: SchemaName, bytes: Uint8Array) => string | null): Judge {
  const encoder = new TextEncoder();
  return (name, text) => {
    try {
      const why = violation(name, encoder.encode(text));
      return { kind: why === null ? 'valid' : 'invalid', why: why ?? '' };
    } catch (error) {
      return { kind: 'unread', why: String(error) };
    }
  };
}

/** Named types of the schemas of a folder, for `xsi:type`. */
export function typeNamesIn(folder: string): (name: SchemaName) => readonly string[] {
  const names = (pattern: RegExp) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => pattern.test(path))
      .flatMap((path) => [
        ...readFileSync(join(folder, path), 'utf8').matchAll(/<xs:(?:complex|simple)Type name="([^"]+)"/g),
      ])
      .map((match) => match[1]!);
  const claims = names(/(?:ix|su|cc|gc|co)08_V08/);
  const reports = names(/(?:hc|hg)08_V08|datatypes|narrative/);
  return (name) => (name === 'hc08' || name === 'hg08' ? reports : claims);
}
