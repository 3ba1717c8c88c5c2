import { both, inResult, quantity } from '../judge-record.js';
import { cd, entries, pq, section, st, value, without } from './edit-observation.js';
import { type Mistake, mistake } from './mistake.js';

const ggt = '3B090000002327101';
const at = /entry(\[\d+\])?\/observation/;
const atValue = /observation(\/value(\[\d\])?)?$/;

/** 詳細な健診 and what is added to a checkup. */
export const detailMistakes: readonly Mistake[] = [
  mistake(
    'anaemia without its reason',
    withoutMember('2A020161001930149'),
    'E001',
    '貧血 理由',
    /./,
    'detailed',
  ),
  mistake(
    'anaemia with two of three results',
    withoutMember('2A040000001930102'),
    'E011',
    'ヘマトクリット',
    /./,
    'detailed',
  ),
  mistake(
    'ECG without its reason',
    withoutMember('9A110161000000049'),
    'E001',
    '心電図 理由',
    /./,
    'detailed',
  ),
  mistake(
    'ECG without saying for whom',
    withoutMember('9A110161600000011'),
    'E003',
    '心電図 対象者',
    /./,
    'detailed',
  ),
  mistake(
    'ECG with a reason but no result',
    withoutMember('9A110160700000011'),
    'E002',
    '心電図',
    /./,
    'detailed',
  ),
  mistake('ECG reason blank', value('9A110161000000049', st('　')), 'E001', '心電図', /./, 'detailed'),
  mistake(
    'ECG with findings but none described',
    value('9A110160700000011', cd('1', '2002')),
    'E010',
    '心電図 所見',
    /./,
    'detailed',
  ),
  mistake(
    'ECG of 追加 in the programme',
    value('9A110161600000011', cd('0', '18120')),
    'E004',
    '心電図',
    /./,
    'detailed',
  ),
  mistake(
    'ECG code out of its list',
    value('9A110160700000011', cd('9', '2002')),
    'C001',
    '心電図 9',
    atValue,
    'detailed',
  ),
  mistake(
    'ECG without the criteria',
    both(
      value('9A755000000000001', pq('120', 'mm[Hg]')),
      value('9A751000000000001', pq('120', 'mm[Hg]')),
      value('9A752000000000001', pq('120', 'mm[Hg]')),
    ),
    'E008',
    '心電図',
    /./,
    'detailed',
  ),
  mistake('detail group missing though claimed', withoutCardiogram(), 'E007', '心電図', /./, 'detailed'),
  mistake('detail group done but not claimed', anaemia(), 'E006', '貧血', /./),
  mistake(
    'fundus class with another list',
    fundus('9E100166000000011', '2111'),
    'C008',
    '眼底',
    /observation/,
    'detailed',
  ),
  mistake('creatinine without eGFR', creatinine(false), 'K025 E006', 'eGFR', /./),
  mistake(
    'eGFR against creatinine',
    section(
      '01990',
      quantity('3C015000002327101', '0.80', 'mg/dL', method('3C01510000')),
      quantity('8A065000002391901', '30.0', 'ml/min/1.73m2', method('8A06510000')),
    ),
    'K026',
    'eGFR',
    at,
  ),
  mistake(
    'mandatory item moved to 任意追加',
    both(without(ggt), section('01990', quantity(ggt, '109', 'U/L', method('3B09010000')))),
    'M034',
    'γ-GT 01990',
    at,
  ),
  mistake(
    'additional item claimed without a result',
    without('3C020000002327101'),
    'P015',
    '尿酸',
    /./,
    'extended',
  ),
  mistake(
    'group member with an unknown relation',
    inResult('typeCode="RSON"', 'typeCode="CAUS"'),
    'X015',
    'CAUS',
    /entryRelationship/,
    'detailed',
  ),
  mistake(
    'group member with RSON1',
    inResult('typeCode="RSON"', 'typeCode="RSON1"'),
    'X007',
    'RSON1',
    /entryRelationship/,
    'detailed',
  ),
  mistake(
    'second blood pressure without a first',
    both(without('9A751000000000001'), without('9A761000000000001')),
    'K008',
    '1回目',
    /./,
    'extended',
  ),
  mistake(
    'mean of blood pressures wrong',
    value('9A755000000000001', pq('150', 'mm[Hg]')),
    'K009',
    '平均',
    atValue,
    'extended',
  ),
];

function method(code: string): string {
  return `<methodCode code="${code}" codeSystem="1.2.392.200119.6.1007"/>`;
}

function withoutMember(code: string) {
  return inResult(
    new RegExp(
      `<entryRelationship typeCode="[A-Z]+"><observation [^>]*><code code="${code}"[^]*?</entryRelationship>\\n?`,
    ),
    '',
  );
}

function withoutCardiogram() {
  return inResult(
    /<entry><observation [^>]*><code nullFlavor="NA"\/>\n<entryRelationship typeCode="COMP"><observation [^>]*><code code="9A110160700000011"[^]*?<\/entry>\n?/,
    '',
  );
}

function anaemia() {
  return entries(
    wrapped(
      member('COMP', '2A040000001930102', pq('39.6', '%')),
      member('COMP', '2A030000001930101', pq('13.2', 'g/dL')),
      member('COMP', '2A020000001930101', pq('440', '10*4/mm3')),
      member('RSON', '2A020161001930149', st('貧血の既往のため')),
    ),
  );
}

function fundus(code: string, system: string) {
  return section(
    '01990',
    wrapped(member('COMP', code, cd('1', system)), member('RSON', '9E100161600000011', cd('0', '18130'))),
  );
}

function creatinine(withRate: boolean) {
  return entries(
    wrapped(
      member('COMP', '3C015000002327101', pq('0.80', 'mg/dL') + method('3C01510000')),
      ...(withRate ? [member('COMP', '8A065000002391901', pq('78.0', 'mL/min/{1.73_m2}'))] : []),
      member('RSON', '3C015161602399911', cd('1', '18110')),
      member('RSON', '3C015161002399949', st('血圧高値のため')),
    ),
  );
}

function member(relation: string, code: string, inner: string): string {
  return `<entryRelationship typeCode="${relation}">${observationOf(code, inner)}</entryRelationship>`;
}

function wrapped(...members: readonly string[]): string {
  return `<entry><observation classCode="OBS" moodCode="EVN"><code nullFlavor="NA"/>${members.join('')}</observation></entry>`;
}

function observationOf(code: string, inner: string, attributes = ''): string {
  return `<observation classCode="OBS" moodCode="EVN"${attributes}><code code="${code}" codeSystem="1.2.392.200119.6.1005"/>${inner}</observation>`;
}
