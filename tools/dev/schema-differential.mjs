// Our validator against libxml2 on changed documents, by the schemas we ship or those of a folder:
// node tools/dev/schema-differential.mjs [--documents 100000] [--seed 1] [--schemas FOLDER]. Exit 1 on an undecided difference.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { built } from '../generate/workspace.mjs';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    schemas: { type: 'string' },
  },
});
const test = join(import.meta.dirname, '../../libs/exchange-format/test');
const { compareVerdicts, judgeBy, typeNamesIn } = await import(`${test}/compare-verdicts.ts`);
const { drawFrom, mutate } = await import(`${test}/mutate-document.ts`);
const { compileSchemas, ownSchemaFolder } = await import(`${test}/official-schema.ts`);
const drafts = await import(`${test}/drafts.ts`);
const format = await built('libs/exchange-format/src/index.ts');
const synthetic = await built('libs/synthetic/src/index.ts');

const decoder = new globalThis.TextDecoder();
const xsi = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** Written documents and invented records; claims also with the xsi prefix, so that its attributes can be added. */
function seedsOf() {
  const seeds = [
    ['ix08', format.writeIndex(drafts.indexDraft)],
    ['su08', format.writeSummary(drafts.summaryDraft)],
    ['cc08', format.writeCheckupClaim(drafts.checkupClaimDraft)],
    ['cc08', format.writeCheckupClaim(drafts.dockClaimDraft)],
    ['gc08', format.writeGuidanceClaim(drafts.guidanceClaimDraft)],
    ['hc08', format.writeCheckupReport(drafts.checkupReportDraft)],
    ['hg08', format.writeGuidanceReport(drafts.guidanceReportDraft)],
  ];
  const world = synthetic.inventWorld({
    seed: 7,
    providers: 2,
    insurers: 3,
    agencyNumber: format.agencyNumberWithCheckDigit('9139999'),
    date: format.calendarDate('20260901'),
  });
  for (const kind of ['checkup', 'guidance']) {
    const options = { provider: world.providers[0], kind, recordCount: 30, sequence: 0, seed: 5 };
    const plan = synthetic.planArchive(world, options);
    for (const record of plan.records) {
      const { files } = synthetic.inventRecord(plan, record);
      seeds.push([kind === 'checkup' ? 'hc08' : 'hg08', files.data]);
      seeds.push([kind === 'checkup' ? 'cc08' : 'gc08', files.claim]);
    }
  }
  return seeds.flatMap(([name, bytes]) => {
    const text = decoder.decode(bytes);
    return text.includes('xmlns:xsi')
      ? [[name, text]]
      : [
          [name, text],
          [name, text.replace(/(<[A-Za-z]+)( xmlns=)/, `$1${xsi}$2`)],
        ];
  });
}

function ours(name, text) {
  const parsed = format.parseXml(Buffer.from(text));
  if (!parsed.ok) return { kind: 'unread', why: parsed.defects[0].detail };
  const [first] = format.validateSchema(parsed.root, format.ownSchema(name));
  return {
    kind: first === undefined ? 'valid' : 'invalid',
    why: first === undefined ? '' : `${first.code} ${first.value}`,
  };
}

const folder = values.schemas ?? ownSchemaFolder;
const started = Date.now();
const { differences, decided, ...counts } = compareVerdicts({
  seeds: seedsOf(),
  count: Number(values.documents),
  draw: drawFrom(Number(values.seed)),
  mutate,
  typeNamesOf: typeNamesIn(ownSchemaFolder),
  ours,
  decisions: format.decidedDifferences,
  theirs: judgeBy(compileSchemas(folder)),
});
console.log(JSON.stringify({ schemas: folder, ...counts, differences: differences.length }));
for (const [what, count] of decided) console.log(`${count} × decided: ${what}`);
for (const { name, mutation, ours, theirs } of differences.slice(0, 20)) {
  console.log(
    `${name} (${mutation}): ours ${ours.kind} ${ours.why}; libxml2 ${theirs.kind} ${theirs.why.trim()}`,
  );
}
console.log(`${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = differences.length > 0 ? 1 : 0;
