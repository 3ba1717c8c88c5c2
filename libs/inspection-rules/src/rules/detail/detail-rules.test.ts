import { describe, expect, it } from '@jest/globals';
import {
  both,
  type Case,
  coded,
  type Edit,
  inClaim,
  inResult,
  judgeRecord,
  observation,
  proveCases,
  quantity,
} from '../../../test/judge-record.js';

const end = /<\/section>\s*<\/component>\s*<\/structuredBody>/;
const finding = '9A110160700000011';
const ecgSubject = '9A110161600000011';
const ecgReason = '9A110161000000049';
const anaemiaReason = '2A020161001930149';
const fundus = '9E100166000000011';
const fundusSubject = '9E100161600000011';
const fundusReason = '9E100161000000049';
const mg = 'mg/dL';

const said = (code: string, words: string) => observation(code, `<value xsi:type="ST">${words}</value>`);
/** Changes one member of a group; an empty text removes it. */
const member = (code: string, to: string): Edit =>
  inResult(
    new RegExp(
      `<entryRelationship[^>]*><observation[^>]*><code code="${code}"(?:(?!</entryRelationship>)[^])*</entryRelationship>`,
    ),
    to
      .replaceAll('<entry>', '<entryRelationship typeCode="COMP">')
      .replaceAll('</entry>', '</entryRelationship>'),
  );
/** More entries at the end of the section of the programme. */
const beside = (more: string) => inResult(end, `${more}$&`);
/** Entries in the section for additional items. */
const additional = (more: string) =>
  inResult(
    '</structuredBody>',
    `<component><section><code code="01990" codeSystem="1.2.392.200119.6.1010"/><text/>${more}</section></component></structuredBody>`,
  );
const ecg = (subject: string) => coded(finding, '2', '2002') + coded(ecgSubject, subject, '18120');
const fundusOf = (subject: string) => coded(fundusSubject, subject, '18130');
/** All pressures of the record low enough for nothing. */
const calm: Edit = ({ result, claim }) => ({
  result: result.replace(/(<value xsi:type="PQ" value=")\d+(" unit="mm\[Hg\]")/g, '$180$2'),
  claim,
});
const withoutEcg = both(member(finding, ''), member(ecgSubject, ''), member(ecgReason, ''));
const withoutAnaemia = both(
  ...['2A040000001930102', '2A030000001930101', '2A020000001930101', anaemiaReason].map((code) =>
    member(code, ''),
  ),
);

const cases: readonly Case[] = [
  ['E001', member(ecgReason, ''), withoutEcg, 'detailed'],
  ['E001', member(anaemiaReason, ''), member(anaemiaReason, said(anaemiaReason, '視診')), 'detailed'],
  ['E002', member(finding, ''), withoutEcg, 'detailed'],
  [
    'E002',
    beside(said(fundusReason, '血圧高値のため')),
    beside(said(fundusReason, '血圧高値のため') + coded(fundus, '1', '2110', 'CO')),
    'detailed',
  ],
  ['E003', member(ecgSubject, ''), member(ecgSubject, coded(ecgSubject, '2', '18120')), 'detailed'],
  [
    'E004',
    member(ecgSubject, coded(ecgSubject, '0', '18120')),
    both(withoutEcg, additional(ecg('0'))),
    'detailed',
  ],
  ['E005', additional(ecg('1')), additional(ecg('0'))],
  ['E006', both(withoutEcg, withoutAnaemia), withoutEcg, 'detailed'],
  ['E006', beside(ecg('1') + said(ecgReason, '血圧高値のため')), additional(ecg('0'))],
  ['E007', withoutEcg, both(member(finding, ''), member(ecgSubject, '')), 'detailed'],
  [
    'E007',
    inClaim('<observation code="2"/>', '<observation code="3"/>'),
    inClaim('<observation code="2"/>', '<observation  code="2"/>'),
    'detailed',
  ],
  ['E008', calm, both(calm, member(ecgSubject, coded(ecgSubject, '2', '18120'))), 'detailed'],
  [
    'E010',
    member(finding, coded(finding, '1', '2002')),
    member(finding, coded(finding, '1', '2002') + said('9A110160800000049', '左室肥大')),
    'detailed',
  ],
  ['E010', beside(fundusOf('1')), beside(fundusOf('1') + coded(fundus, '1', '2110', 'CO')), 'detailed'],
  [
    'E011',
    member('2A030000001930101', observation('2A030000001930101', '', ' negationInd="true"')),
    withoutAnaemia,
    'detailed',
  ],
  [
    'E012',
    member(ecgSubject, coded(ecgSubject, '2', '18120')),
    both(
      member(ecgSubject, coded(ecgSubject, '2', '18120')),
      member(ecgReason, said(ecgReason, '不整脈の疑いのため')),
    ),
    'detailed',
  ],
];

const rulesOf = async (base: 'checkup' | 'detailed', edit: Edit) =>
  (await judgeRecord(base, edit)).findings
    .filter(({ rule }) => rule.startsWith('E'))
    .map(({ rule, severity }) => `${rule} ${severity}`);

describe('rules on detailed examinations', () => {
  proveCases(cases);

  it('says one thing of one defect', async () => {
    expect(await rulesOf('detailed', both(withoutEcg, withoutAnaemia))).toEqual(['E006 return']);
    expect(await rulesOf('detailed', member(finding, ''))).toEqual(['E002 return']);
    expect(await rulesOf('checkup', beside(ecg('1') + said(ecgReason, '血圧高値のため')))).toEqual([
      'E006 return',
      'E008 query',
    ]);
    expect(await rulesOf('checkup', additional(ecg('0')))).toEqual([]);
  });

  it('takes any reading of the pressure, and sugar for the groups that ask for it (E008)', async () => {
    const group = (reason: string) =>
      coded('3C015161602399911', '1', '18110') + said('3C015161002399949', reason);
    const creatinine = quantity('3C015000002327101', '0.80', mg);
    const done = beside(creatinine + group('血糖高値のため'));
    expect(await rulesOf('detailed', both(calm, done))).toContain('E008 query');
    const { findings } = await judgeRecord('detailed', both(calm, done, withoutEcg));
    expect(findings.filter(({ rule }) => rule === 'E008')).toEqual([]);
  });

  it('asks for nothing of a human dry dock', async () => {
    const dock = both(
      beside(
        coded(finding, '2', '2002') + coded(ecgSubject, '1', '18120') + said(ecgReason, '血圧高値のため'),
      ),
      inClaim('<claimType code="1"/>', '<claimType code="5"/>'),
    );
    expect(await rulesOf('checkup', dock)).not.toContain('E006 return');
    expect(await rulesOf('checkup', dock)).not.toContain('E007 return');
  });

  it('points at the very element', async () => {
    const { findings } = await judgeRecord('detailed', member(ecgReason, ''));
    const found = findings.find(({ rule }) => rule === 'E001');
    expect(found).toMatchObject({ item: ecgReason, returnReason: '02' });
    expect(found!.xpath).toContain('entryRelationship');
  });
});
