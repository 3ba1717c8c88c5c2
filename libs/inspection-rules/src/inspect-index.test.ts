import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { isDefective, oids, readDirectory, writeIndex, writeSummary } from '@daiko/exchange-format';
import { buildArchive, digitsOf, invented, sourceOf } from '../test/build-archive.js';
import { keepExample } from '../test/examples.js';
import { excerptsOf } from '../test/excerpts.js';
import { isGuidance, validRecord } from '../test/judge-record.js';
import { defaultSettings, inspectIndex } from './index.js';

interface Changes {
  index?: Partial<Parameters<typeof writeIndex>[0]>;
  summary?: Partial<Parameters<typeof writeSummary>[0]>;
  base?: 'checkup' | 'guidance';
  claim?: (text: string) => string;
  indexText?: (text: string) => string;
  date?: string;
}

// One checkup: 9,400 yen less 2,820. One guidance claim: 7,120 yen.
async function judge({ index, summary, base = 'checkup', claim, indexText, date }: Changes) {
  const guidance = isGuidance(base);
  const texts = validRecord(base);
  const digits = digitsOf(1, guidance ? 2 : 1);
  const kind = guidance ? '2' : '1';
  const ix = writeIndex({
    interactionType: '1',
    creationDate: invented.date,
    sender: { root: oids.providerNumber, number: invented.provider },
    receiver: { root: oids.agencyNumber, number: invented.agency },
    serviceEventType: kind,
    totalRecordCount: 2,
    ...index,
  });
  const su = writeSummary({
    serviceEventType: kind,
    totalSubjectCount: 1,
    totalCostAmount: guidance ? 7120 : 9400,
    totalPaymentAmount: guidance ? 0 : 2820,
    totalPaymentByOtherProgram: null,
    totalClaimAmount: guidance ? 7120 : 6580,
    ...summary,
  });
  const files: Record<string, Buffer> = {
    'ix08_V08.xml': Buffer.from(indexText === undefined ? ix : indexText(new TextDecoder().decode(ix))),
    'su08_V08.xml': Buffer.from(su),
    [`DATA/${guidance ? 'g' : 'h'}${digits}.xml`]: Buffer.from(texts.result),
    [`CLAIMS/${guidance ? 'p' : 'c'}${digits}.xml`]: Buffer.from(
      claim === undefined ? texts.claim : claim(texts.claim),
    ),
  };
  const zip = await buildArchive(guidance ? invented.guidanceRoot : invented.root, files);
  const source = sourceOf(zip);
  const directory = await readDirectory(source);
  if (isDefective(directory)) throw new Error('the archive of the test is defective');
  const seen: unknown[] = [];
  const settings = defaultSettings(invented.agency);
  const report = await inspectIndex(source, directory, settings, date ?? invented.date, (...told) =>
    seen.push(told),
  );
  const textOf = (path: string) => files[path]!.toString();
  return { ...report, seen, texts: { ix: textOf('ix08_V08.xml'), su: textOf('su08_V08.xml') } };
}

const party = (root: string, number: string) => ({ root, number });

/** Changes that fire a rule, and changes beside them that do not. */
const cases: readonly [rule: string, fires: Changes, spares: Changes][] = [
  ['S001', { index: { totalRecordCount: 3 } }, { index: { totalRecordCount: 1 } }],
  ['S002', { summary: { totalSubjectCount: 2 } }, {}],
  ['S003', { summary: { totalCostAmount: 9401 } }, { summary: { totalClaimAmount: 6581 } }],
  ['S004', { summary: { totalPaymentAmount: 2821 } }, { summary: { totalCostAmount: 9401 } }],
  ['S005', { summary: { totalPaymentByOtherProgram: 1 } }, { summary: { totalPaymentByOtherProgram: 0 } }],
  [
    'S005',
    { base: 'guidance', summary: { totalPaymentByOtherProgram: 5 } },
    { base: 'guidance', summary: { totalPaymentByOtherProgram: 0 } },
  ],
  ['S006', { summary: { totalClaimAmount: 6581 } }, {}],
  [
    'S007',
    { summary: { totalClaimAmount: 6581 } },
    { summary: { totalClaimAmount: 6581, totalCostAmount: 9401 } },
  ],
  ['S008', { index: { interactionType: '6' } }, {}],
  ['S009', { summary: { serviceEventType: '2' } }, {}],
  ['S010', { index: { sender: party(oids.providerNumber, '1310000029') } }, {}],
  [
    'S010',
    { index: { receiver: party(oids.insurerNumber, invented.agency) } },
    { index: { interactionType: '9' } },
  ],
  ['S011', { index: { receiver: null } }, { index: { receiver: null, interactionType: '9' } }],
  ['S012', { index: { creationDate: '20261125' } }, { index: { creationDate: '20261123' } }],
  ['S012', { index: { creationDate: '20260230' } }, { index: { creationDate: '20260228' } }],
  ['S013', { index: { creationDate: '20261123' } }, {}],
  ['S014', { index: { totalRecordCount: 1 } }, { index: { totalRecordCount: 3 } }],
];

describe('ix08 and su08', () => {
  it.each(cases)('%s fires where it must and spares the near miss', async (rule, fires, spares) => {
    const wrong = await judge(fires);
    const fired = wrong.findings.filter((finding) => finding.rule === rule);
    expect(fired.map((finding) => finding.rule)).toContain(rule);
    for (const { level, returnReason, message } of fired) {
      expect([level, returnReason]).toEqual([3, null]);
      expect(message.ja + message.en).not.toMatch(/[{}]/);
    }
    const spared = await judge(spares);
    expect(spared.findings.map((finding) => finding.rule)).not.toContain(rule);
    if (cases.find(([id]) => id === rule)?.[1] !== fires) return;
    const right = spared.findings.length === 0 ? spared : await judge({});
    const named = fired[0]!.file?.includes('su08') === true ? 'su' : 'ix';
    const other = named === 'su' ? 'ix' : 'su';
    const file = wrong.texts[named] === right.texts[named] ? other : named;
    const place = file === named ? fired[0]! : { line: null, xpath: null };
    keepExample(fired[0]!, excerptsOf(wrong.texts[file], right.texts[file], place));
  });

  it('accepts an archive whose sums are right and tells of each claim', async () => {
    const { verdict, findings, totals, seen } = await judge({});
    expect({ verdict, findings }).toEqual({ verdict: 'accepted', findings: [] });
    expect(totals).toEqual({
      readCount: 1,
      unreadCount: 0,
      unitYen: 9400,
      copaymentYen: 2820,
      otherProgramYen: 0,
      claimYen: 6580,
      reckoned: { unitYen: 9400, copaymentYen: 2820, otherProgramYen: 0, claimYen: 6580 },
    });
    expect(seen).toEqual([
      [
        0,
        expect.objectContaining({ claimYen: 6580, claimType: '1' }),
        {
          identity: expect.objectContaining({ insurerNumber: '00011007', birthDate: '19670222' }),
          name: 'ムハタゴサネヒコ',
          ticketNumber: '26172316915',
        },
      ],
    ]);
  });

  it('says the special thing alone where the claims are left out of the count', async () => {
    const { findings } = await judge({ index: { totalRecordCount: 1 } });
    expect(findings.map(({ rule }) => rule)).toEqual(['S014']);
  });

  it('only warns of sums that an unreadable claim leaves unproved', async () => {
    const { verdict, findings } = await judge({ claim: (text) => text.replace('</settlement>', '') });
    expect(verdict).toBe('accepted');
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['S003', 'warning']]);
    expect(findings[0]?.message.ja).toMatch(/窓口負担の総計.*請求金額の総計/);
    expect(findings[0]?.message.ja).toContain('読めない決済情報が1件あるため参考');
  });

  it.each([
    ['X001', (text: string) => text.replace('</index>', '')],
    ['X002', (text: string) => text.replace('?>\n', '?>\n<!DOCTYPE index>')],
    ['X007', (text: string) => text.replace('<totalRecordCount', '<totalRecordCount unit="x"')],
    [
      'X006',
      (text: string) => text.replace(/xmlns="[^"]+"/, 'xmlns="http://tokuteikenshin.jp/checkup/2007"'),
    ],
  ])('refuses the archive where ix08 fires %s', async (rule, indexText) => {
    const { verdict, findings } = await judge({ indexText });
    expect(verdict).toBe('refused');
    expect(findings[0]).toMatchObject({ rule, level: 3, severity: 'refuse', returnReason: null });
  });
});
