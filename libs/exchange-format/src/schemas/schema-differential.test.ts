import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decidedDifferences } from './decided-differences.js';
import { compareVerdicts, judgeBy, type Judge, typeNamesIn } from '../../test/compare-verdicts.js';
import {
  checkupClaimDraft,
  checkupReportDraft,
  dockClaimDraft,
  guidanceClaimDraft,
  guidanceReportDraft,
  indexDraft,
  summaryDraft,
} from '../../test/drafts.js';
import { drawFrom, mutate } from '../../test/mutate-document.js';
import {
  compileOfficialSchemas,
  compileSchemas,
  officialSchemaFolder,
  officialSchemasPresent,
  ownSchemaFolder,
  type SchemaName,
} from '../../test/official-schema.js';
import {
  ownSchema,
  parseXml,
  validateSchema,
  writeCheckupClaim,
  writeCheckupReport,
  writeGuidanceClaim,
  writeGuidanceReport,
  writeIndex,
  writeSummary,
} from '../index.js';
import { compileSchema } from './compile-schema.js';
import { readSchemaSet } from './read-schema-set.js';
import type { SchemaTables } from './schema-tables.js';

const decoder = new TextDecoder();
const seeds = (
  [
    ['ix08', writeIndex(indexDraft)],
    ['su08', writeSummary(summaryDraft)],
    ['cc08', writeCheckupClaim(checkupClaimDraft)],
    ['cc08', writeCheckupClaim(dockClaimDraft)],
    ['gc08', writeGuidanceClaim(guidanceClaimDraft)],
    ['hc08', writeCheckupReport(checkupReportDraft)],
    ['hc08', writeCheckupReport(checkupReportDraft)],
    ['hg08', writeGuidanceReport(guidanceReportDraft)],
    ['hg08', writeGuidanceReport(guidanceReportDraft)],
  ] as const
).map(([name, bytes]) => [name, decoder.decode(bytes)] as const);

const ours: Judge = (name, text) => {
  const parsed = parseXml(Buffer.from(text));
  if (!parsed.ok) return { kind: 'unread', why: parsed.defects[0]!.detail };
  const [first] = validateSchema(parsed.root, ownSchema(name));
  return { kind: first === undefined ? 'valid' : 'invalid', why: first?.code ?? '' };
};

function compare(theirs: (name: SchemaName, bytes: Uint8Array) => string | null, count: number) {
  return compareVerdicts({
    decisions: decidedDifferences,
    seeds,
    count,
    draw: drawFrom(20_260_401),
    mutate,
    typeNamesOf: typeNamesIn(ownSchemaFolder),
    ours,
    theirs: judgeBy(theirs),
  });
}

/** Tables without their numbering: what two schemas must share to say the same of every document. */
function meaningOf(tables: SchemaTables): unknown {
  const valueOf = (number: number): unknown => {
    const value = tables.values[number]!;
    if (value.kind === 'list') return { ...value, item: valueOf(value.item) };
    return value.kind === 'union' ? { ...value, members: value.members.map(valueOf) } : value;
  };
  const numbers = new Map<number, number>();
  const order: number[] = [];
  const numberOf = (type: number): number => {
    if (type === -1) return -1;
    if (!numbers.has(type)) numbers.set(type, order.push(type) - 1);
    return numbers.get(type)!;
  };
  const roots = Object.entries(tables.roots).map(([name, type]) => [name, numberOf(type)]);
  const byName = tables.types.flatMap(({ name }, number) => (name === null ? [] : [[name, number] as const]));
  for (const [, number] of byName.sort(([a], [b]) => (a < b ? -1 : 1))) numberOf(number);
  const types: unknown[] = [];
  for (let at = 0; at < order.length; at++) {
    const type = tables.types[order[at]!]!;
    types.push({
      ...type,
      base: numberOf(type.base),
      value: type.value === null ? null : valueOf(type.value),
      attributes: Object.entries(type.attributes).map(([name, [value, ...use]]) => [
        name,
        valueOf(value),
        use,
      ]),
      states: type.states.map(({ next, accepts }) => ({
        accepts,
        next: Object.entries(next).map(([name, [state, to]]) => [name, state, numberOf(to)]),
      })),
    });
  }
  return { namespace: tables.namespace, roots, types };
}

function compiled(folder: string, name: SchemaName): unknown {
  const files = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.xsd'))
      .map((path) => [path, readFileSync(join(folder, path))] as const),
  );
  return meaningOf(compileSchema(readSchemaSet(files, `${name}_V08.xsd`)).tables);
}

describe('the validator and libxml2', () => {
  it('agree on documents changed in every way, by the schemas we ship', () => {
    const { differences, bothValid, bothInvalid } = compare(compileSchemas(ownSchemaFolder), 3000);
    expect(differences).toEqual([]);
    expect(bothValid).toBeGreaterThan(300);
    expect(bothInvalid).toBeGreaterThan(1000);
  });

  (officialSchemasPresent ? it : it.skip)('agree by the official schemas, which say the same as ours', () => {
    expect(compare(compileOfficialSchemas(), 3000).differences).toEqual([]);
  });
  (officialSchemasPresent ? it : it.skip)(
    'have the same tables from the official schemas as from ours',
    () => {
      for (const name of ['ix08', 'su08', 'cc08', 'gc08', 'hc08', 'hg08'] as const) {
        expect(compiled(ownSchemaFolder, name)).toEqual(compiled(officialSchemaFolder, name));
      }
    },
  );
  (officialSchemasPresent ? it.skip : it)(
    'the official schemas are not beside this checkout: not compared',
    () => {
      expect(officialSchemasPresent).toBe(false);
    },
  );
});
