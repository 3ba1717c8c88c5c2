import { legacyEncodings } from '@daiko/synthetic';
import { replaced } from '../archive-edits.js';
import { defect } from '../defect.js';
import { Buffer } from 'node:buffer';
import type { Row } from '../defect.js';

/** Mistakes in 交換用基本情報 (ix08). */
export const indexDefects: readonly Row[] = [
  defect(
    '総ファイル数が人数になっている',
    { index: (draft) => ({ ...draft, totalRecordCount: 5 }) },
    'S014 refuse',
    'index index/totalRecordCount',
    '決済ファイルも',
  ),
  defect(
    '総ファイル数が1つ多い',
    { index: (draft) => ({ ...draft, totalRecordCount: 11 }) },
    'S001 refuse',
    'index index/totalRecordCount',
    '総ファイル数 11 10',
  ),
  defect(
    '総ファイル数にix08・su08・XSDも数えた',
    { index: (draft) => ({ ...draft, totalRecordCount: 23 }) },
    'S001 refuse',
    'index index/totalRecordCount',
    '総ファイル数 結果と決済',
  ),
  defect(
    '総ファイル数が0',
    { index: (draft) => ({ ...draft, totalRecordCount: 0 }) },
    'S001 refuse',
    'index index/totalRecordCount',
    '総ファイル数',
  ),
  defect(
    '総ファイル数が負',
    {
      indexText: (text) => text.replace('totalRecordCount value="10"', 'totalRecordCount value="-10"'),
    },
    'X007 refuse',
    'index index/totalRecordCount',
    '総ファイル数 符号',
  ),
  defect(
    '種別が3（送付）',
    { index: (draft) => ({ ...draft, interactionType: '3' }) },
    'S008 refuse',
    'index index/interactionType',
    '種別',
  ),
  defect(
    '種別が6（保険者あて直接）のまま代行機関へ',
    { index: (draft) => ({ ...draft, interactionType: '6' }) },
    'S008 refuse',
    'index index/interactionType',
    '種別',
  ),
  defect(
    '種別が21（別表にない）',
    { index: (draft) => ({ ...draft, interactionType: '21' }) },
    'X007 refuse',
    'index index/interactionType',
    '種別',
  ),
  defect(
    '種別が01と書いてある',
    { index: (draft) => ({ ...draft, interactionType: '01' }) },
    'X007 refuse',
    'index index/interactionType',
    '種別',
  ),
  defect(
    '作成年月日が暦にない（20261131）',
    { index: (draft) => ({ ...draft, creationDate: '20261131' }) },
    'S012 refuse',
    'index index/creationTime',
    '作成年月日 20261131',
  ),
  defect(
    '作成年月日が明日',
    { index: (draft) => ({ ...draft, creationDate: '20261125' }) },
    'S012 refuse',
    'index index/creationTime',
    '作成年月日',
  ),
  defect(
    '作成年月日がハイフン区切り',
    { index: (draft) => ({ ...draft, creationDate: '2026-11-24' }) },
    'X007 refuse',
    'index index/creationTime',
    '作成年月日',
  ),
  defect(
    '作成年月日が昨日（名前と違う）',
    { index: (draft) => ({ ...draft, creationDate: '20261123' }) },
    'S013 warning',
    'index index/creationTime',
    '作成年月日',
  ),
  defect(
    '送付元が別の機関',
    { index: (draft) => ({ ...draft, sender: { ...draft.sender, number: '1310000011' } }) },
    'S010 refuse',
    'index sender/id',
    '送付元',
  ),
  defect(
    '送付先が保険者',
    {
      index: (draft) => ({ ...draft, receiver: { root: '1.2.392.200119.6.101', number: '06139992' } }),
    },
    'S010 refuse',
    'index receiver/id',
    '送付先',
  ),
  defect(
    '送付元のrootが保険者番号のもの',
    { index: (draft) => ({ ...draft, sender: { ...draft.sender, root: '1.2.392.200119.6.101' } }) },
    'S010 refuse',
    'index sender/id',
    '送付元 番号体系',
  ),
  defect(
    '送付元と送付先が逆（基本情報だけ）',
    {
      index: (draft) => ({ ...draft, sender: draft.receiver!, receiver: draft.sender }),
    },
    'S010 refuse',
    'index sender/id',
    '逆',
  ),
  defect(
    '送付先がない',
    { index: (draft) => ({ ...draft, receiver: null }) },
    'S011 refuse',
    'index index',
    '送付先',
  ),
  defect(
    '基本情報の実施区分が2',
    { index: (draft) => ({ ...draft, serviceEventType: '2' }) },
    'S009 refuse',
    'index index/serviceEventType',
    '実施区分',
  ),
  defect(
    '基本情報が空のファイル',
    replaced('ix08_V08.xml', () => ''),
    'X001 refuse',
    'index',
    '空',
  ),
  defect(
    '基本情報がShift_JIS',
    replaced('ix08_V08.xml', (text) =>
      Buffer.concat([
        Buffer.from(text.replace('UTF-8', 'Shift_JIS').replace('</index>', '<!-- ')),
        Buffer.from(legacyEncodings['Shift_JIS']!('決済')),
        Buffer.from(' --></index>'),
      ]),
    ),
    'X003 refuse',
    'index',
    'UTF-8',
  ),
  defect(
    '基本情報が第3期の名前空間',
    replaced('ix08_V08.xml', (text) =>
      text.replace(/xmlns="[^"]+"/, 'xmlns="http://tokuteikenshin.jp/checkup/2007"'),
    ),
    'X006 refuse',
    'index index',
    '第3期',
  ),
  defect(
    '基本情報の中身が集計情報',
    { files: (all) => void all.set('ix08_V08.xml', all.get('su08_V08.xml')!) },
    'X004 refuse',
    'index summary',
    'index',
  ),
  defect(
    '基本情報の名前空間がない',
    replaced('ix08_V08.xml', (text) => text.replace(/ xmlns="[^"]+"/, '')),
    'X005 refuse',
    'index index',
    '名前空間',
  ),
  defect(
    '基本情報の総ファイル数の要素がない',
    { indexText: (text) => text.replace(/<totalRecordCount[^>]*\/>/, '') },
    'X007 refuse',
    'index index',
    '総ファイル数',
  ),
];
