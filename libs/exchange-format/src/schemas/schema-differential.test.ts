import { describe, expect, it } from '@jest/globals';
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
    seeds,
    count,
    draw: drawFrom(20_260_401),
    mutate,
    typeNamesOf: typeNamesIn(ownSchemaFolder),
    ours,
    theirs: judgeBy(theirs),
  });
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
  (officialSchemasPresent ? it.skip : it)(
    'the official schemas are not beside this checkout: not compared',
    () => {
      expect(officialSchemasPresent).toBe(false);
    },
  );
});
