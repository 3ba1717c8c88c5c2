import { both, coded, inBoth, inResult, observation, quantity } from '../../judge-record.js';
import { legal } from '../defect.js';
import {
  bloodPressureMedicine,
  bmi,
  drawn,
  fat,
  ggt,
  glucose,
  history,
  ldl,
  urineProtein,
  waist,
  weight,
} from '../items.js';
import {
  answered,
  cd,
  entries,
  item,
  itemCode,
  judged,
  mark,
  member,
  method,
  numbered,
  observationOf,
  pq,
  resultText,
  section,
  st,
  value,
  without,
  wrapped,
} from '../observation-edits.js';
import type { Row } from '../defect.js';

/** Results at the edge of what is right. */
export const legalBoundaries: readonly Row[] = [
  legal(
    'dataEntererを入れた',
    inResult(
      '<custodian>',
      '<dataEnterer><assignedEntity><id nullFlavor="NI"/></assignedEntity></dataEnterer><custodian>',
    ),
  ),
  legal('広域連合の項目（75歳質問票）を混在', entries(coded('9N932000000000011', '1', '19010'))),
  legal('項目が01020セクションに', section('01020', quantity('9N021000000000001', '88.0', 'cm2'))),
  legal('腹囲85.0ちょうどで該当', both(numbered(waist, '85.0'))),
  legal('腹囲84.9でBMI27・TG210・動機付け', both(numbered(waist, '84.9'), judged('3', '2'))),
  legal(
    'BMI19.9で腹囲なし',
    both(without(waist), numbered(weight, '60.7'), numbered(bmi, '19.9'), judged('3', '3')),
  ),
  legal(
    '自己申告腹囲BMI21.9',
    both(
      itemCode(waist, '9N016160300000001'),
      item('9N016160300000001', (t) => t.replace('9N01610000', '9N01630000')),
      numbered(weight, '66.8'),
      numbered(bmi, '21.9'),
      numbered('9N016160300000001', '84.0'),
      judged('3', '3'),
    ),
  ),
  legal(
    'TG450でNon-HDLだけ',
    both(
      numbered(fat, '450'),
      without(ldl),
      entries(quantity('3F069000002391901', '130', 'mg/dL', method('3F06910000'))),
    ),
  ),
  legal(
    '随時血糖と随時TG・採血時間3',
    both(answered(drawn, '3'), itemCode(fat, '3F015129902327101'), itemCode(glucose, '3D010129901926101')),
  ),
  legal(
    '既往歴1と具体的既往歴',
    both(answered(history, '1'), entries(observation('9N056160400000049', st('高血圧症、平成２７年から')))),
  ),
  legal(
    '服薬1で薬剤名あり・対象外',
    both(
      answered(bloodPressureMedicine, '1'),
      judged('1', '3'),
      entries(observation('9N701167000000049', st('アムロジピン'))),
    ),
  ),
  legal('γ-GT9999 H', value(ggt, pq('9999', 'U/L'), mark('H'))),
  legal(
    '尿蛋白 腎疾患等で未実施',
    both(
      item(urineProtein, () => observationOf(urineProtein, '', ' negationInd="true"')),
      entries(coded('9N512000000000011', '2', '24080')),
    ),
  ),
  legal(
    '血圧2回と平均',
    both(
      entries(
        quantity('9A752000000000001', '118', 'mm[Hg]', method('9A75200000')),
        quantity('9A762000000000001', '68', 'mm[Hg]', method('9A76200000')),
        quantity('9A755000000000001', '117', 'mm[Hg]', method('9A75500009')),
        quantity('9A765000000000001', '67', 'mm[Hg]', method('9A76500009')),
      ),
    ),
  ),
  legal(
    '項目の順が逆',
    resultText((t) => {
      const es = t.match(/<entry>[^]*?<\/entry>\n?/g)!;
      let i = es.length;
      return t.replace(/<entry>[^]*?<\/entry>\n?/g, () => es[--i]!);
    }),
  ),
  legal('初回面接実施1を記録', entries(coded('9N807000000000011', '1', '18060'))),
  legal('情報提供の方法3', entries(coded('9N950000000000011', '3', '18050'))),
  legal(
    '尿中アルブミンを任意追加に',
    section('01990', quantity('3A015000000106101', '12.5', 'mg/L', method('3A01510000'))),
  ),
  legal(
    '心電図を追加として（対象者0・理由なし）',
    section(
      '01990',
      wrapped(
        member('COMP', '9A110160700000011', cd('2', '2002')),
        member('RSON', '9A110161600000011', cd('0', '18120')),
      ),
    ),
  ),
  legal('66歳で動機付け', both(inBoth('19670222', '19600222'), judged('2', '2'))),
  legal('実施機関と作成機関が違う', inResult(/(<author>[^]*?<name>)[^<]*/, '$1架空データ入力センター')),
  legal('氏名に中点', inBoth('ムハタゴサネヒコ', 'ジャン・ポール')),
  legal(
    '発行者の資格区分1',
    both(
      inResult(
        '<id root="1.2.392.200119.6.205"',
        '<id root="1.2.392.200119.6.206" extension="7"/><id root="1.2.392.200119.6.205"',
      ),
    ),
  ),
];
