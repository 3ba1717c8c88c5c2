import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { SCHEMA_FILES } from '@daiko/exchange-format';
import { buildArchive, deskFiles, digitsOf, type Files, invented, sourceOf } from '../test/build-archive.js';
import { keepExample } from '../test/examples.js';
import type { ArchiveContext } from './archive-facts.js';
import { defaultSettings, inspectDesk, type Rule } from './index.js';

interface Desk {
  root?: string;
  zipName?: string;
  files?: Files;
  context?: Partial<ArchiveContext>;
  date?: string;
  cutOffDay?: number;
  agency?: string;
  mend?: (zip: Buffer) => Uint8Array;
}

async function judge(desk: Desk, rules?: readonly Rule[]) {
  const root = desk.root ?? invented.root;
  const zip = await buildArchive(root, desk.files ?? deskFiles());
  const context = { fileName: `${desk.zipName ?? root}.zip`, ...desk.context };
  const settings = { ...defaultSettings(desk.agency ?? invented.agency), cutOffDay: desk.cutOffDay ?? null };
  const source = sourceOf(desk.mend?.(zip) ?? zip);
  return inspectDesk(source, context, settings, desk.date ?? invented.date, rules);
}

const records = (...names: string[]): Files => ({
  [`DATA/h${digitsOf(1)}.xml`]: null,
  [`CLAIMS/c${digitsOf(1)}.xml`]: null,
  ...Object.fromEntries(names.map((name) => [name, '<a/>'])),
});
const foreign = '2710000019202611240100000'.padEnd(26, '1');

/** One archive that fires a rule, and one beside it that does not. */
const cases: readonly [rule: string, fires: Desk, spares: Desk][] = [
  ['A001', { mend: (zip) => zip.subarray(0, zip.length - 9) }, {}],
  ['A002', { mend: (zip) => flagEncrypted(zip) }, {}],
  ['A003', { mend: (zip) => renamed(zip, 'DATA/h', '../../') }, { files: deskFiles({ 'notes.txt': 'x' }) }],
  [
    'A004',
    { mend: (zip) => renamed(zip, 'su08_V08', 'IX08_V08') },
    { files: deskFiles({ 'a.txt': 'x', 'b.txt': 'x' }) },
  ],
  ['A005', { files: deskFiles({ 'inner.zip': 'x' }) }, { files: deskFiles({ 'inner.txt': 'x' }) }],
  ['A007', { mend: (zip) => renamed(zip, `${invented.root}/su08`, `${invented.guidanceRoot}/su08`) }, {}],
  ['A008', { zipName: invented.guidanceRoot }, {}],
  ['A009', { root: '1310000011_91399113_20261124_0_1' }, {}],
  ['A010', { root: '1310000011_91399113_202611260_1' }, { root: '1310000011_91399113_202611250_1' }],
  ['A011', { date: '20261226' }, { date: '20261225' }],
  [
    'A012',
    { context: { senderNumber: '2710000019' } },
    { context: { senderNumber: '2710000019', mayActFor: [invented.provider] } },
  ],
  ['A013', { agency: '91399121' }, { agency: '' }],
  ['A014', { root: '1310000011_91399113_202611240_3' }, {}],
  ['A015', { files: deskFiles({ 'ix08_V08.xml': null, 'IX08_V08.xml': '<index/>' }) }, {}],
  ['A016', { files: deskFiles({ 'su08_V08.xml': null }) }, {}],
  ['A017', { files: deskFiles({ [`CLAIMS/c${digitsOf(1)}.xml`]: null }) }, {}],
  ['A018', { files: deskFiles({ 'su08_V08.xml': '<a/>', ...records() }) }, {}],
  ['A019', { files: deskFiles({ [`DATA/h${digitsOf(2)}.xml`]: '<a/>' }) }, {}],
  [
    'A020',
    { files: deskFiles(records(`DATA/g${digitsOf(1)}.xml`, `CLAIMS/p${digitsOf(1)}.xml`)) },
    {
      root: invented.guidanceRoot,
      files: deskFiles(records(`DATA/g${digitsOf(1, 2)}.xml`, `CLAIMS/p${digitsOf(1, 2)}.xml`)),
    },
  ],
  ['A021', { files: deskFiles({ [`DATA/h${digitsOf(2)}0.xml`]: '<a/>' }) }, {}],
  [
    'A022',
    { files: deskFiles(records(`DATA/h${foreign}.xml`, `CLAIMS/c${foreign}.xml`)) },
    {
      files: deskFiles(records(`DATA/h${foreign}.xml`, `CLAIMS/c${foreign}.xml`)),
      context: { senderNumber: invented.provider, mayActFor: ['2710000019'] },
    },
  ],
  [
    'A023',
    { files: deskFiles(bothOf(`${invented.provider}2026093101000001`)) },
    { files: deskFiles(bothOf(`${invented.provider}2026093001000001`)) },
  ],
  [
    'A023',
    { files: deskFiles(bothOf(`${invented.provider}2026112501000001`)) },
    { files: deskFiles(bothOf(`${invented.provider}2026112401000001`)) },
  ],
  ['A024', { files: deskFiles(bothOf(`${invented.provider}2026112491000001`)) }, {}],
  ['A025', { files: deskFiles({ [SCHEMA_FILES[0]!]: null }) }, {}],
  ['A026', { files: deskFiles({ 'Thumbs.db': 'x' }) }, {}],
  ['A031', { cutOffDay: 23 }, { cutOffDay: 24 }],
  ['A030', { root: '1310000011_91399113_202611249_1' }, { root: '1310000011_91399113_202611248_1' }],
];

/** What an archive is, as far as it is not like the other one: name, terms of the desk, entries. */
async function factsOf(desk: Desk, other: Desk): Promise<string[]> {
  const terms = ({ root = invented.root, zipName = root, context, date, cutOffDay, agency }: Desk) => ({
    ZIP: `${zipName}.zip`,
    'root folder': root,
    'sent by': [context?.senderNumber, ...(context?.mayActFor ?? [])].join(', '),
    'received on': date ?? invented.date,
    'received by': agency === '' ? 'unknown' : (agency ?? invented.agency),
    'cut-off day': String(cutOffDay ?? 'none'),
  });
  const zipOf = async (of: Desk): Promise<Uint8Array> => {
    const zip = await buildArchive(of.root ?? invented.root, of.files ?? deskFiles());
    return of.mend?.(zip) ?? zip;
  };
  const [ours, theirs] = [terms(desk), terms(other)];
  const [bytes, otherBytes] = [await zipOf(desk), await zipOf(other)];
  const known = listed(otherBytes);
  const lines = [
    ...Object.entries(ours).flatMap(([name, value]) =>
      value === theirs[name as keyof typeof theirs] ? [] : [`${name}: ${value}`],
    ),
    ...listed(bytes).filter((line) => !known.includes(line)),
  ];
  const rest = [`${listed(bytes).length} entries, ${bytes.length} bytes`];
  return lines.length > 0 ? lines.slice(0, 6) : rest;
}

/** Names of the entries of a directory, and which of them are encrypted. */
function listed(zip: Uint8Array): string[] {
  const bytes = Buffer.from(zip);
  const names: string[] = [];
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at !== -1;) {
    const length = bytes.readUInt16LE(at + 28);
    const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1 ? ' (encrypted)' : '';
    names.push(bytes.toString('latin1', at + 46, at + 46 + length) + encrypted);
    at = bytes.indexOf('PK\x01\x02', at + 46, 'latin1');
  }
  return names;
}

function bothOf(digits: string): Files {
  return records(`DATA/h${digits}.xml`, `CLAIMS/c${digits}.xml`);
}

/** Replaces a name of equal length everywhere, headers and directory alike. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf(from); at !== -1; at = copy.indexOf(from, at + 1)) copy.write(to, at, 'latin1');
  return copy;
}

/** Sets the flag "encrypted" in every header. */
function flagEncrypted(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  const flags = [
    ['PK\x01\x02', 8],
    ['PK\x03\x04', 6],
  ] as const;
  for (const [signature, offset] of flags) {
    for (
      let at = copy.indexOf(signature, 0, 'latin1');
      at !== -1;
      at = copy.indexOf(signature, at + 1, 'latin1')
    ) {
      copy[at + offset] = (copy[at + offset] ?? 0) | 1;
    }
  }
  return copy;
}

describe('the desk', () => {
  it.each(cases)('%s fires where it must and spares the near miss', async (rule, fires, spares) => {
    const fired = (await judge(fires)).findings;
    expect(fired.map((finding) => finding.rule)).toContain(rule);
    const spared = (await judge(spares)).findings.map((finding) => finding.rule);
    expect(spared).not.toContain(rule);
    if (cases.find(([id]) => id === rule)?.[1] !== fires) return;
    const finding = fired.find((each) => each.rule === rule)!;
    keepExample(finding, { wrong: await factsOf(fires, spares), corrected: await factsOf(spares, fires) });
  });

  it('accepts an archive without a fault and finds nothing', async () => {
    const report = await judge({ context: { senderNumber: invented.provider } });
    expect(report).toMatchObject({
      verdict: 'accepted',
      findings: [],
      rootName: invented.root,
      kind: 'checkup',
      recordCount: 1,
      faults: [],
    });
  });

  it('refuses a foreign institution in file names only where the account sends for itself alone', async () => {
    const files = deskFiles(bothOf(foreign));
    const alone = await judge({ files, context: { senderNumber: invented.provider } });
    expect(alone.verdict).toBe('refused');
    expect((await judge({ files })).verdict).toBe('accepted');
  });

  it('refuses a program among the files and only warns of what a computer leaves behind', async () => {
    expect((await judge({ files: deskFiles({ 'DATA/run.exe': 'x' }) })).verdict).toBe('refused');
    expect((await judge({ files: deskFiles({ 'Thumbs.db': 'x' }) })).verdict).toBe('accepted');
  });

  it('ends at the first level that refuses, with all findings of that level', async () => {
    const files = deskFiles({ 'su08_V08.xml': null, [`DATA/h${digitsOf(2)}.xml`]: '<a/>' });
    const report = await judge({ files, agency: '91399121' });
    expect(report.findings.map((finding) => finding.rule)).toEqual(['A013', 'A016']);
  });

  it('refuses bytes that are no archive, whatever their name', async () => {
    const report = await judge({ mend: () => Buffer.from('no archive at all') });
    expect(report).toMatchObject({ verdict: 'refused', directory: null, recordCount: 0 });
    expect(report.findings[0]).toMatchObject({ rule: 'A001', level: 1, severity: 'refuse', file: null });
  });

  it('holds the archive when a rule of ours fails, and lets the other rules speak', async () => {
    const { catalogue } = await import('./catalogue.js');
    const broken = catalogue.map((rule) =>
      rule.id === 'A008'
        ? ({
            ...rule,
            check: () => {
              throw new Error('ours');
            },
          } as unknown as Rule)
        : rule,
    );
    const report = await judge({ agency: '91399121' }, broken);
    expect(report.verdict).toBe('held');
    expect(report.faults).toEqual(['A008']);
    expect(report.findings.map((finding) => finding.rule)).toEqual(['A013']);
  });
});
