import { both, coded, type Edit, entry, inBoth, inResult, observation } from '../../judge-record.js';
import { defect, legal } from '../defect.js';
import { withoutMember } from '../detail-edits.js';
import { waist, weight } from '../items.js';
import { answered, entries, section, st, without } from '../observation-edits.js';
import type { Row } from '../defect.js';

/** The detailed checkup, of a person of 70, as one of 広域連合の保健事業. */
const elderly = (...edits: readonly Edit[]): Edit =>
  both(
    inResult('<serviceEvent><code code="010"', '<serviceEvent><code code="020"'),
    inResult('<code code="01010"', '<code code="01020"'),
    inBoth('00011007', '39130018'),
    entry('9N736000000000011', coded('9N943000000000011', '2', '19120')),
    ...[waist, '9N501000000000011', '9N506000000000011'].map((code) => entry(code, '')),
    ...edits,
  );
const on = 'detailed';

/** 広域連合の保健事業 (programme 020, section 01020). */
export const elderlyDefects: readonly Row[] = [
  legal('広域連合の保健事業', elderly(), { on }),
  legal(
    '広域連合の業務歴を任意追加に',
    elderly(section('01990', observation('9N051000000000049', st('営業')))),
    {
      on,
    },
  ),
  defect(
    '広域連合の結果を01010に',
    elderly(inResult('<code code="01020"', '<code code="01010"')),
    'M033 warning',
    'result structuredBody/component/section',
    '広域連合の保健事業 01020',
    { on },
  ),
  defect(
    '広域連合で体重がない',
    elderly(without(weight)),
    'M031 return',
    'result component/section',
    '体重',
    { on },
  ),
  defect(
    '広域連合のセクションに業務歴',
    elderly(entries(observation('9N051000000000049', st('営業')))),
    'V027 warning',
    'result entry/observation',
    '業務歴 広域連合の保健事業 01020',
    { on },
  ),
  defect(
    '広域連合の心電図に実施理由がない',
    elderly(withoutMember('9A110161000000049')),
    'E001 return',
    'result entryRelationship/observation',
    '心電図 実施理由',
    { on },
  ),
  defect(
    '広域連合の心電図の対象者が0',
    elderly(answered('9A110161600000011', '0')),
    'E004 return',
    'result observation/value',
    '心電図 0 01990',
    { on },
  ),
  defect(
    '広域連合の貧血検査にHbがない',
    elderly(withoutMember('2A030000001930101')),
    'E011 return',
    'result entryRelationship/observation',
    '血色素量',
    { on },
  ),
  defect(
    '後期高齢者質問票の喫煙が4',
    elderly(answered('9N943000000000011', '4')),
    'C001 return',
    'result observation/value',
    'たばこ 4',
    { on },
  ),
  defect(
    '広域連合の体重を任意追加に',
    elderly(
      without(weight),
      section('01990', observation(weight, '<value xsi:type="PQ" value="60.0" unit="kg"/>')),
    ),
    'M034 warning',
    'result entry/observation',
    '体重 01990 01020',
    { on, also: 'K002' },
  ),
];
