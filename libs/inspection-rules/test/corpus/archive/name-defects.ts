import { namedEntries, onFiles, rootOf, sjis } from '../archive-edits.js';
import { defect } from '../defect.js';
import { Buffer } from 'node:buffer';
import type { Row } from '../defect.js';

/** Names of the ZIP, of its root folder and of what lies in it. */
export const nameDefects: readonly Row[] = [
  // Names of entries.
  defect(
    '区切りが\\（Windowsの古い圧縮ソフト）',
    namedEntries((name) => name.replaceAll('/', '\\')),
    'A003 refuse',
    'entry',
    '\\',
  ),
  defect(
    '絶対パス',
    namedEntries((name) => `/${name}`),
    'A003 refuse',
    'entry',
    '絶対パス',
  ),
  defect(
    'ドライブ名から圧縮した（C:/…）',
    namedEntries((name) => `C:/${name}`),
    'A003 refuse',
    'entry',
    'ドライブ',
  ),
  defect(
    '../で始まる',
    namedEntries((name) => `../${name}`),
    'A003 refuse',
    'entry',
    '上位フォルダ',
  ),
  defect(
    'Shift_JISの日本語名のファイルがある',
    {
      entries: (entries) => [
        ...entries,
        {
          name: Buffer.concat([
            Buffer.from('ROOT/'.replace('ROOT', rootOf(entries))),
            sjis,
            Buffer.from('.txt'),
          ]),
          bytes: Buffer.from('x'),
        },
      ],
    },
    'A003 refuse',
    'entry',
    '半角英数字以外',
  ),
  defect(
    'UTF-8の日本語名のファイルがある',
    {
      entries: (entries) => [
        ...entries,
        { name: Buffer.from(`${rootOf(entries)}/送付書.txt`), flags: 0x800, bytes: Buffer.from('x') },
      ],
    },
    'A003 refuse',
    'entry',
    '半角英数字以外',
  ),
  defect(
    '同じ結果ファイルが2回入っている',
    {
      entries: (entries) => [...entries, entries.find(({ name }) => /DATA\/h/.test(name.toString()))!],
    },
    'A004 refuse',
    'entry',
    '重複',
  ),
  defect(
    '同じ結果ファイルが大文字の拡張子でもう1つ',
    onFiles((all, { result }) => void all.set(result.replace('.xml', '.XML'), all.get(result)!)),
    'A004 refuse',
    'entry',
    '重複',
  ),
  // Root folder and name.
  defect(
    'ルートフォルダがない（中身を直接圧縮）',
    namedEntries((name) => name.slice(name.indexOf('/') + 1)),
    'A007 refuse',
    'archive',
    'ルートフォルダ',
  ),
  defect(
    '余分な親フォルダ（デスクトップのフォルダごと圧縮）',
    namedEntries((name) => `soufu/${name}`),
    'A007 refuse',
    'entry',
    '親フォルダ',
  ),
  defect(
    'ルートフォルダが2つ（2回分を1つのZIPに）',
    {
      entries: (entries) => [
        ...entries,
        ...entries.map((entry) => ({
          ...entry,
          name: Buffer.from(entry.name.toString().replace(/^[^/]+/, (root) => root.replace(/0_1$/, '1_1'))),
        })),
      ],
    },
    'A007 refuse',
    'archive',
    '複数',
  ),
  defect(
    'ZIP名だけを付け替えた（フォルダ名は前回のまま）',
    { fileName: (name) => name.replace(/0_1\.zip$/, '1_1.zip') },
    'A008 refuse',
    'entry',
    'フォルダ名 ZIP名',
  ),
  defect(
    'ダウンロードで「 (1)」が付いた',
    { fileName: (name) => name.replace('.zip', ' (1).zip') },
    'A008 refuse',
    'entry',
    '(1)',
  ),
  defect(
    '「コピー」が付いたZIP名',
    { fileName: (name) => name.replace('.zip', ' - コピー.zip') },
    'A008 refuse',
    'entry',
    'コピー',
  ),
  defect(
    '日付とNの間に下線（…_20261124_0_1）',
    { root: (root) => root.replace(/(\d{8})(\d)_1$/, '$1_$2_1') },
    'A009 refuse',
    'archive',
    '形式',
  ),
  defect(
    '日付が和暦（1081124）',
    { root: (root) => root.replace('20261124', '0081124') },
    'A009 refuse',
    'archive',
    '形式',
  ),
  defect(
    '送信回数がない',
    { root: (root) => root.replace('202611240_', '20261124_') },
    'A009 refuse',
    'archive',
    '形式 送信回数',
  ),
  defect('実施区分がない', { root: (root) => root.slice(0, -2) }, 'A009 refuse', 'archive', '実施区分'),
  defect('提出元の機関番号が9桁', { root: (root) => root.slice(1) }, 'A009 refuse', 'archive', '機関番号'),
  defect(
    '国保の保険者番号を6桁のまま提出先に',
    { root: (root) => root.replace('91399113', '138057') },
    'A009 refuse',
    'archive',
    '桁',
  ),
  defect(
    '提出先が別の代行機関',
    { root: (root) => root.replace('91399113', '94899010') },
    'A013 refuse',
    'archive',
    '提出先',
  ),
  defect(
    '提出元と提出先が逆',
    { root: (root) => root.replace(/^(\d{10})_(\d{8})/, '$2_$1') },
    'S010 refuse',
    'index sender/id',
    '提出元',
  ),
  defect(
    '提出年月日が暦にない（20261131）',
    { root: (root) => root.replace('20261124', '20261131') },
    'A010 refuse',
    'archive',
    '提出年月日 20261131',
  ),
  defect(
    '提出年月日が先の日付（20261224）',
    { root: (root) => root.replace('20261124', '20261224') },
    'A010 refuse',
    'archive',
    '20261224',
  ),
  defect(
    '提出年月日が昨年（20251124）',
    { root: (root) => root.replace('20261124', '20251124') },
    'A011 warning',
    'archive',
    '提出年月日',
  ),
  defect(
    '実施区分4（他の健診結果の受領分）で送った',
    { root: (root) => root.replace(/1$/, '4') },
    'A014 refuse',
    'archive',
    '実施区分',
  ),
  defect(
    '健診なのに実施区分2の名前',
    { root: (root) => root.replace(/1$/, '2') },
    'A020 refuse',
    'archive',
    '健診 実施区分',
  ),
];
