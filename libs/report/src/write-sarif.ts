import type { Severity } from '@daiko/contracts';
import type { Defect, DefectPlace, ReportSummary } from './summary.js';
import { itemName, reasonName, titleOf } from './words.js';

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  refuse: 'error',
  return: 'error',
  query: 'warning',
  warning: 'warning',
  info: 'note',
};

/** The report as SARIF 2.1.0, for editors: one result a defect, with its count and its first places. */
export function* writeSarif(summary: ReportSummary): Generator<string> {
  const { header, defects, verdicts } = summary;
  const rules = [...new Map(defects.map((defect) => [defect.rule, defect])).values()];
  const places = new Map(rules.map(({ rule }, at) => [rule, at]));
  const driver = {
    name: 'Daiko',
    ...(header.versions.rules !== null && { version: header.versions.rules }),
    rules: rules.map(descriptorOf),
  };
  const run = {
    tool: { driver },
    language: 'ja',
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: header.verdict !== 'held' && verdicts.held === 0 }],
    properties: {
      archive: header.name,
      verdict: header.verdict,
      versions: header.versions,
      records: verdicts,
      ...(header.receiptNumber !== undefined && { receiptNumber: header.receiptNumber }),
      ...(header.returned !== undefined && { returned: header.returned }),
      ...(header.corrections !== undefined && { corrections: header.corrections }),
    },
  };
  const open = JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] });
  yield `${open.slice(0, -'}]}'.length)},"results":[`;
  const date = header.versions.date;
  for (const [at, defect] of defects.entries()) {
    const result = resultOf(defect, places.get(defect.rule) ?? 0, header.name, date);
    yield `${at === 0 ? '\n' : ',\n'}${JSON.stringify(result)}`;
  }
  yield ']}]}\n';
}

function descriptorOf({ rule, remedy, severity }: Defect): object {
  const title = titleOf(rule);
  return {
    id: rule,
    shortDescription: { text: `${title.ja} / ${title.en}` },
    help: { text: `${remedy.ja} / ${remedy.en}` },
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultOf(defect: Defect, ruleIndex: number, archive: string, date: string): object {
  const [first, ...others] = defect.places;
  const { count, recordCount, item, returnReason } = defect;
  const message = first?.message ?? titleOf(defect.rule);
  const repeated = count > 1 ? `（ほか${count - 1}件 / ${count - 1} more）` : '';
  return {
    ruleId: defect.rule,
    ruleIndex,
    level: levels[defect.severity],
    message: { text: `${message.ja} / ${message.en}${repeated}` },
    locations: first === undefined ? [] : [locationOf(first, archive)],
    ...(others.length > 0 && {
      relatedLocations: others.map((place, at) => ({ id: at + 1, ...locationOf(place, archive) })),
    }),
    occurrenceCount: count,
    properties: {
      severity: defect.severity,
      records: recordCount,
      returnReason,
      returnReasonName: reasonName(returnReason),
      item,
      itemName: itemName(item, date),
      value: first?.value ?? null,
      expected: first?.expected ?? null,
      ticketNumber: first?.ticketNumber ?? null,
      remedy: defect.remedy.ja,
    },
  };
}

function locationOf(place: DefectPlace, archive: string): Record<string, unknown> {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(place.file ?? `${archive}.zip`) },
      ...(place.line !== null && { region: { startLine: place.line } }),
    },
    ...(place.xpath !== null && {
      logicalLocations: [{ fullyQualifiedName: place.xpath, kind: 'element' }],
    }),
    message: { text: place.message.ja },
  };
}

/** A relative reference; a name that would read as a scheme, a host or a parent folder loses its meaning as such. */
function uriOf(path: string): string {
  return path
    .toWellFormed()
    .split('/')
    .map((step) => (step === '.' || step === '..' || step === '' ? '_' : encodeURIComponent(step)))
    .join('/');
}
