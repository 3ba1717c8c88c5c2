import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { exampleFolder, keepExample, type RuleExample } from '../test/examples.js';
import {
  both,
  coded,
  type Edit,
  entry,
  excerptOfPair,
  inBoth,
  inClaim,
  inResult,
  judgeRecord,
  type JudgeOptions,
  quantity,
  validRecord,
} from '../test/judge-record.js';
import { noted } from '../test/guidance-edits.js';
import { earlierThan, judgeRemembering, pastFacts, since } from '../test/remember.js';
import { catalogue, defaultSettings, inspectMemory, noMasters, type MemoryFacts } from './index.js';
import { malwareFinding, repeatedContentFinding, repeatedNameFinding } from './memory-findings.js';
import { findingOf } from './engine.js';
import { r004 } from './rules/returned/r004-record-was-delivered.js';
import { r006 } from './rules/returned/r006-content-is-as-delivered.js';
import { r008 } from './rules/returned/r008-return-is-in-time.js';
import { c011 } from './rules/value/c011-claim-codes-are-in-their-tables.js';

const weight = '9N006000000000001';
const creatinine = quantity('3C015000002327101', '0.80', 'mg/dL');
const egfr = (value: string) => quantity('8A065000002391901', value, 'ml/min/1.73m2');
const kidney = (value: string) => entry(weight, quantity(weight, '82.5', 'kg') + creatinine + egfr(value));
const questions = ['796', '801', '808'].map((question) => coded(`9N${question}000000000011`, '1', '2003'));
const answered = inResult('</section>', `${questions.join('')}</section>`);
const oldOf = (birth: string) => inBoth('19670222', birth);

/** Rules that fire only under some term of an insurer, by themselves, or for one age: the edit that fires and the one that does not. */
const rows: readonly (readonly [rule: string, fires: Edit, spares: Edit, options?: JudgeOptions])[] = [
  [
    'C011',
    inClaim('<claimType code="1"/>', '<claimType code="6"/>'),
    inClaim('<claimType code="1"/>', '<claimType code="3"/>'),
    { rules: [c011] },
  ],
  [
    'I010',
    both(inResult('<id root="1.2.392.200119.6.211" extension="01"/>', ''), inClaim(/<branchCode[^>]*>/, '')),
    (pair) => pair,
    { settings: { terms: { isBranchRequired: true } } },
  ],
  [
    'T005',
    both(
      inResult(/<participant typeCode="HLD">[^]*?<\/participant>/, ''),
      inClaim(/<id root="1\.2\.392\.200119\.6\.209"[^>]*>\s*<effectiveTime>[^]*?<\/effectiveTime>/, ''),
    ),
    (pair) => pair,
    { settings: { terms: { isTicketRequired: true } } },
  ],
  [
    'M030',
    both(answered, entry('9N716000000000011', '')),
    answered,
    { settings: { terms: { isQuestionnaireRequired: true } } },
  ],
  ['K026', kidney('70.0'), kidney('76.9')],
  ['J005', oldOf('19610615'), oldOf('19620615')],
];

/** What is known only with what was received before. */
const replyPlace = { place: { file: 'CLAIMS/c….xml', line: null, xpath: null } } as const;

const found = [
  [malwareFinding('Eicar-Signature'), 'scanner: Eicar-Signature', 'scanner: nothing found'],
  [
    repeatedNameFinding('1310000011_91399113_202611240_1'),
    'ZIP: 1310000011_91399113_202611240_1.zip, received before',
    'ZIP: 1310000011_91399113_202611241_1.zip',
  ],
  [
    repeatedContentFinding('1310000011_91399113_202611240_1'),
    'SHA-256 of the ZIP as of 1310000011_91399113_202611240_1.zip',
    'another SHA-256',
  ],
  [
    findingOf(r004, replyPlace),
    'a claim of kind 4 whose 26 digits were never delivered to this insurer, or were returned before',
    'the same claim under the 26 digits of a delivered record that was not returned',
  ],
  [
    findingOf(r006, replyPlace),
    'the result of a delivered record, with other bytes than were delivered',
    'the result as it was delivered, byte by byte',
  ],
  [
    findingOf(r008, replyPlace),
    'kind 5: acknowledged on 20251101, returned on 20261124',
    'kind 5: acknowledged on 20260401, returned on 20261124',
  ],
] as const;

describe('the example of a rule', () => {
  it.each(rows)(
    '%s fires on the wrong record and not on the corrected one',
    async (rule, fires, spares, options = {}) => {
      const fired = (await judgeRecord('checkup', fires, options)).findings.find(
        (each) => each.rule === rule,
      );
      expect(fired?.rule).toBe(rule);
      const spared = await judgeRecord('checkup', spares, options);
      expect(spared.findings.map((each) => each.rule)).not.toContain(rule);
      keepExample(
        fired!,
        excerptOfPair(fired!, fires(validRecord('checkup')), spares(validRecord('checkup'))),
      );
    },
  );

  it.each(found.map((row) => [row[0].rule, ...row] as const))(
    '%s is made where it is known: by intake of what came before, by routing of what it delivered',
    (_, finding, wrong, corrected) => {
      keepExample(finding, { wrong: [wrong], corrected: [corrected] });
    },
  );

  it('H013 fires where the guidance began two fiscal years after its checkup, and no rule says so before', async () => {
    const checkup = (record: MemoryFacts) => ({
      isGuidance: false,
      serviceDate: record.checkupDate,
      ticketNumber: record.checkupTicketNumber,
      timing: '',
      level: '',
    });
    const judged = async (day: string, g007: 'return' | 'off' = 'off') => {
      const edit = noted('1020000004', day);
      const report = await judgeRemembering('guidance', [checkup], edit, { severities: { G007: g007 } });
      return report.findings.find(({ rule }) => rule === 'H013');
    };
    const fired = await judged('20250331');
    expect(await judged('20250331', 'return')).toBeUndefined();
    expect(fired?.rule).toBe('H013');
    expect(await judged('20250401')).toBeUndefined();
    const edited = (day: string) => noted('1020000004', day)(validRecord('guidance'));
    keepExample(fired!, excerptOfPair(fired!, edited('20250331'), edited('20250401')));
  });

  it('E009 says that the sugar of last year is not known', async () => {
    const report = await judgeRecord('checkup');
    const record = report.memory!;
    const low = { ...record.checkup!, systolic: 120, diastolic: 70, glucose: 100, hba1c: 5.4 };
    const memory: MemoryFacts = { ...record, checkup: low, details: [{ code: '3', subject: '1' }] as never };
    const lastYear = {
      serviceDate: '20251020',
      checkupDate: '20251020',
      ticketNumber: '25199999999',
    } as never;
    const judged = (pasts: readonly Parameters<typeof earlierThan>[1][]) => {
      const records = pasts.map((past) => earlierThan(memory, past));
      const remembered = { masters: noMasters, history: { records, since: since as never } };
      const { findings } = inspectMemory(
        { ...report, memory },
        remembered,
        defaultSettings('91399113'),
        '20261124',
      );
      return findings.find(({ rule }) => rule === 'E009');
    };
    expect(judged([lastYear])).toBeUndefined();
    const fired = judged([])!;
    keepExample(fired, { wrong: pastFacts([], memory), corrected: pastFacts([lastYear], memory) });
  });
});

describe('the examples', () => {
  const kept = existsSync(exampleFolder) ? readdirSync(exampleFolder) : [];
  const examples = kept.map(
    (name) => JSON.parse(readFileSync(join(exampleFolder, name), 'utf8')) as RuleExample,
  );

  it('are there for every rule: every rule can fire', () => {
    const known = new Set(examples.map(({ rule }) => rule));
    const without = catalogue.filter(({ id }) => !known.has(id)).map(({ id }) => id);
    expect(without).toEqual([]);
  });

  it('are of rules that there are, in the words of the rule, and no longer than a glance', () => {
    const ids = new Set(catalogue.map(({ id }) => id));
    for (const { rule, wrong, corrected, message } of examples) {
      expect([rule, ids.has(rule)]).toEqual([rule, true]);
      expect([rule, message.ja === '' || message.en === '']).toEqual([rule, false]);
      expect([rule, wrong.join('\n') === corrected.join('\n')]).toEqual([rule, false]);
      expect(Math.max(wrong.length, corrected.length)).toBeLessThanOrEqual(6);
    }
  });
});
