import { both, observation } from '../../judge-record.js';
import { defect, legal } from '../defect.js';
import { diagnosis, history, subjective } from '../items.js';
import { answered, entries, item, judged, st, value } from '../observation-edits.js';
import type { Row } from '../defect.js';

const said = (code: string, words: string) => entries(observation(code, st(words)));
const medicine = '9N701167000000049';

/** A value beside its displayName. */
const shownAs = (code: string, name: string) =>
  item(code, (written) => written.replace(/(<value [^>]*?)\/>/, `$1 displayName="${name}"/>`));

/** Answers and the words beside them. */
export const contradictionDefects: readonly Row[] = [
  defect(
    '服薬いいえで薬剤名',
    said(medicine, 'アムロジピン'),
    'K032 query',
    'result observation/value',
    '血圧 アムロジピン',
  ),
  defect(
    '服薬いいえで薬剤名不明',
    said(medicine, '不明'),
    'K032 warning',
    'result observation/value',
    '不明',
  ),
  defect(
    '服薬いいえで服薬理由',
    said('9N706167100000049', '糖尿病'),
    'K032 warning',
    'result observation/value',
    '血糖 服薬理由 糖尿病',
  ),
  defect(
    '既往歴ありで「異常なし」',
    both(answered(history, '1'), said('9N056160400000049', '異常なし。')),
    'K033 warning',
    'result observation/value',
    '既往歴 異常なし',
  ),
  defect(
    'メタボ該当で診断「特記事項なし」',
    both(value(diagnosis, st('特記事項なし')), judged('1', '1')),
    'J007 warning',
    'result observation/value',
    '特記事項なし',
  ),
  defect(
    '既往歴なしのdisplayNameが特記すべきことあり',
    shownAs(history, '特記すべきことあり'),
    'C001 warning',
    'result observation/value',
    '既往歴 2 特記すべきことあり',
  ),
  legal('既往歴なしのdisplayNameが特記すべきことなし', shownAs(history, '特記すべきことなし')),
  legal('自覚症状なしで「該当しません」', said('9N061160800000049', '該当しません')),
  legal('自覚症状なしのdisplayNameが症状', shownAs(subjective, '自覚症状')),
  legal(
    '服薬はいで薬剤名不明',
    both(answered('9N701000000000011', '1'), said(medicine, '不明'), judged('1', '3')),
  ),
];
