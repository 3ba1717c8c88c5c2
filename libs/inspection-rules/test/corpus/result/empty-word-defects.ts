import { inResult, observation } from '../../judge-record.js';
import { defect, legal } from '../defect.js';
import { diagnosis } from '../items.js';
import { entries, st, value } from '../observation-edits.js';
import type { Row } from '../defect.js';

const says = (written: string) => value(diagnosis, st(written));
const there = 'result observation/value';
const cardiogram = '9A110160800000049';

/** Words that stand where somebody should have said something. */
export const emptyWordDefects: readonly Row[] = [
  ...['未判定', '別紙参照', '別紙のとおり。', '不明', '同上', '判定保留'].map((written) =>
    defect(`diagnosis ${written}`, says(written), 'J007 warning', there, `${written} 判定の内容がありません`),
  ),
  ...['#N/A', '＃ＮＡＭＥ？', '#REF!', '〓', '■■'].map((written) =>
    defect(`diagnosis ${written}`, says(written), 'V020 return', there, written),
  ),
  defect(
    'cardiogram 別紙参照',
    entries(observation(cardiogram, st('別紙参照'))),
    'V020 warning',
    there,
    '別紙参照',
  ),
  ...['院長', '不明', '同上', '看護師', '健診医', '担当医師'].map((written) =>
    defect(
      `doctor ${written}`,
      inResult(/(<code code="9N511000000000049"[^]*?<assignedPerson><name>)[^<]*/, `$1${written}`),
      'M023 return',
      'result assignedPerson/name',
      written,
    ),
  ),
  legal('diagnosis of an unknown cause', says('不明熱のため精査を要します')),
  legal('diagnosis that also refers to a paper', says('肥満。詳細は別紙参照')),
];
